"""What approved assessments say under their headings, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, TextField, Value

from alongside.assessments.models import Assessment, AssessmentSection
from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person

#: Judgements are made anew each time, on everything that is known then.
NEVER = ("analysis", "decision", "child-seen")


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """Each heading of the child's latest approved assessments, judgements left out."""
    approved = latest(
        Assessment.objects.filter(case__child=child).exclude(approval=None),
        "-approval__approved_on",
        "-id",
        most=2,
    )
    sections = AssessmentSection.objects.filter(assessment__in=approved.values("pk"))
    yield listed_as(
        F("heading"), sections.exclude(heading__in=NEVER).exclude(words=""), detail="words",
        name=Value("Assessment", output_field=TextField()), from_on="assessment__approval__approved_on", key="pk",
    )  # fmt: skip
