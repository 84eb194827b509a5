"""What is still open here and would be left hanging if the case closed."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.family_help.models import ChildInNeedPlan


def open_work(case: Case) -> list[str]:
    """A sentence for each child-in-need plan of the case that has not ended."""
    return [
        f"The child-in-need plan that started on {each.started_on:%-d %B %Y} has not ended."
        for each in ChildInNeedPlan.objects.filter(case=case, ending=None)
    ]
