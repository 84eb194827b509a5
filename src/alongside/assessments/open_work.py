"""What is still open here and would be left hanging if the case closed."""

from __future__ import annotations

from alongside.assessments.models import Assessment
from alongside.cases.models import Case


def open_work(case: Case) -> list[str]:
    """A sentence for each assessment of the case that has not been concluded."""
    return [
        f"The assessment that began on {each.started_on:%-d %B %Y} has not been concluded."
        for each in Assessment.objects.filter(case=case, approval=None)
    ]
