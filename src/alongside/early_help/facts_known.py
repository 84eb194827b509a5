"""What early help learnt of a child and family, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Concat

from alongside.early_help.models import EarlyHelpAssessment, FamilyTeamMeeting
from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person

#: Which heading of an assessment what stands in an early help assessment belongs under.
UNDER = (
    ("childs-wishes-and-feelings", "wishes"),
    ("extra-familial-contexts", "contexts"),
    ("family-history-and-functioning", "each_member"),
    ("history", "underlying"),
    ("strengths", "facts"),
    ("practitioners-views", "practitioners"),
)
WRITTEN_BY = Concat(Value("Early help assessment by "), F("recorded_by__name"), output_field=TextField())


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """The latest early help assessments, and what the child and family said when the team met."""
    written = EarlyHelpAssessment.objects.filter(case__child=child, entry__sealed_for="")
    for topic, field in UNDER:
        these = latest(written.exclude(**{field: ""}), "-written_on", "-id", most=2)
        yield listed_as(topic, these, name=WRITTEN_BY, detail=field, from_on="written_on", key="pk")
    met = FamilyTeamMeeting.objects.filter(case__child=child, entry__sealed_for="").exclude(
        child_and_family=""
    )
    yield listed_as(
        "childs-wishes-and-feelings", latest(met, "-met_on", "-id"), detail="child_and_family", from_on="met_on",
        key="pk", name=Value("The team around the family", output_field=TextField()),
    )  # fmt: skip
