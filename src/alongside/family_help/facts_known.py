"""What plans for a child in need say of the child and family, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet, TextField, Value

from alongside.facts import listed_as
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanReview
from alongside.known.facts import latest
from alongside.people.models import Person

UNDER = (
    ("strengths", "strengths"),
    ("extra-familial-contexts", "outside_factors"),
    ("education", "education"),
    ("parents-views", "agreement_words"),
)


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """Strengths, what is outside the family, education; and what the child and family said at reviews."""
    plans = ChildInNeedPlan.objects.filter(case__child=child)
    plan = Value("Child-in-need plan", output_field=TextField())
    for topic, field in UNDER:
        these = latest(plans.exclude(**{field: ""}), "-started_on", "-id")
        yield listed_as(topic, these, name=plan, detail=field, from_on="started_on", key="pk")
    said = ChildInNeedPlanReview.objects.filter(case__child=child).exclude(child_and_family="")
    yield listed_as(
        "childs-wishes-and-feelings", latest(said, "-reviewed_on", "-id"), detail="child_and_family",
        name=Value("Review of the child-in-need plan", output_field=TextField()), from_on="reviewed_on", key="pk",
    )  # fmt: skip
