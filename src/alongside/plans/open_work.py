"""What of a plan still stands, for whoever wants to close a case."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.plans.models import ChildProtectionPlan


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    plan = ChildProtectionPlan.objects.open().filter(case=case).first()
    if plan is None:
        return []
    return [f"The child protection plan that began on {plan.started_on:%-d %B %Y} has not ended."]
