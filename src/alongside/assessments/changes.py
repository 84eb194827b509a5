"""What changed in an assessment since it was last sent for approval, so that a manager reads that first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.assessments.models import (
    Assessment,
    AssessmentSection,
    AssessmentSectionVersion,
    AssessmentSubmission,
)
from alongside.assessments.parts import parts_on
from alongside.facts import Fact, listed_as, read


@dataclass(frozen=True, slots=True)
class Read:
    """One heading as an approver reads it. ``before`` is what it said when last sent; None where it is the same."""

    label: str
    words: str
    saved_by: str
    saved_at: datetime | None
    before: str | None

    @property
    def changed(self) -> bool:
        return self.before is not None


@dataclass(frozen=True, slots=True)
class ReadPart:
    """One part as an approver reads it."""

    title: str
    headings: tuple[Read, ...]

    @property
    def changed(self) -> bool:
        return any(heading.changed for heading in self.headings)


def as_read(assessment: Assessment, *, since: datetime | None) -> list[ReadPart]:
    """The whole text, each heading with what it said at that moment where it has changed since. One query."""
    return parts_read(assessment, read(text_of(assessment, since)), since)


def text_of(assessment: Assessment, since: datetime | Subquery | None) -> tuple[QuerySet[Any], ...]:
    """Facts of the text. “section”: name, the heading; role, who saved it; detail, its words; at, when.

    “before”: detail, what it said at that moment.
    """
    sections = AssessmentSection.objects.filter(assessment=assessment)
    read_before = AssessmentSectionVersion.objects.filter(
        section=OuterRef("pk"), saved_at__lte=since, set_aside=False
    ).order_by("-saved_at", "-number", "-id")
    now = listed_as("section", sections, name="heading", role="saved_by__name", detail="words", at="saved_at")
    if since is None:
        return (now,)
    return now, listed_as(
        "before", sections, name="heading", detail=Subquery(read_before.values("words")[:1])
    )


def sent_before(assessment: Assessment) -> QuerySet[AssessmentSubmission]:
    """The sending before this one, whose text the approver has read already. None at the first sending."""
    sent = AssessmentSubmission.objects.filter(assessment=assessment).exclude(returned=None)
    return sent.order_by("-recorded_at")


def parts_read(assessment: Assessment, facts: Iterable[Fact], since: datetime | None) -> list[ReadPart]:
    """The parts as read, from facts of ``text_of``."""
    facts = list(facts)
    sections = {fact.name: fact for fact in facts if fact.what == "section"}
    before = {fact.name: fact.detail for fact in facts if fact.what == "before"}
    return [
        ReadPart(
            part.title,
            tuple(
                _read(one.label, sections.get(one.key), before.get(one.key, ""), since)
                for one in part.headings
            ),
        )
        for part in parts_on(assessment.started_on)
    ]


def _read(label: str, section: Fact | None, before: str, since: datetime | None) -> Read:
    if section is None:
        return Read(label, "", "", None, None)
    changed = since is not None and section.at is not None and section.at > since
    return Read(label, section.detail, section.role, section.at, before if changed else None)
