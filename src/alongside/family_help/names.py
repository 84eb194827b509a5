"""What a plan is called on pages: by its basis, and by what its area has moved to."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from alongside.agencies.models import Area, Switch
from alongside.agencies.switches import is_on
from alongside.family_help.models import PlanBasis

NAMES = {PlanBasis.EARLY_HELP.value: "early help plan", PlanBasis.SECTION_17.value: "child-in-need plan"}
FAMILY_HELP_PLAN = "family help plan"


def plan_name(basis: str, *, family_help: bool) -> str:
    """“child-in-need plan”, “early help plan”; “family help plan” where the area has moved to family help."""
    return FAMILY_HELP_PLAN if family_help else NAMES[basis]


def with_article(name: str) -> str:
    """“a child-in-need plan”, “an early help plan”."""
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def works_by_family_help(area: Area | UUID, day: date) -> bool:
    """Whether the area has moved to family help by this day. One query."""
    return is_on(area, Switch.FAMILY_HELP, day)
