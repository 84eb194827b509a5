"""What the guidance expected and was not there. Recorded with the act, shown, explained; never a bar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.chronology.models import Entry, Shortfall
from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Content, Membership


def expected_but_absent(rule_id: str, present: Iterable[str], on: date) -> list[str]:
    """What a membership or content rule misses in what is present, as words. Empty before its first text."""
    rule = catalogue.rule(rule_id)
    if not isinstance(rule, Membership | Content):
        raise TypeError(f"{rule_id} expects neither people nor headings.")
    try:
        missing = rule.shortfall(frozenset(present), on)
    except NotCovered:
        return []
    return [getattr(heading, "label", str(heading)) for heading in missing]


def record_shortfall(entry: Entry, rule_id: str, missing: Iterable[str], explanation: str = "") -> None:
    """Keep one shortfall with the entry of the act, if anything is missing."""
    missing = list(missing)
    if not missing:
        return
    title = catalogue.rule(rule_id).title
    Shortfall.objects.create(
        area_id=entry.area_id, case_id=entry.case_id, entry=entry, rule_id=rule_id, explanation=explanation,
        words=f"{title}: {'; '.join(missing)} not recorded.", recorded_at=entry.recorded_at,
    )  # fmt: skip
