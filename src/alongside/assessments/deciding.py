"""An assessment as whoever decides on it finds it: the text, what was proposed, and who could be told."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.db.models import Subquery

from alongside.agencies.models import Agency
from alongside.assessments.changes import ReadPart, parts_read, sent_before, text_of
from alongside.assessments.models import AssessmentSubmission
from alongside.assessments.reading import Opened, open_assessment_of
from alongside.cases.models import Involvement
from alongside.facts import Fact, listed_as, read
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the lead practitioner proposed when they sent it, and why."""

    sent_on: date
    recorded_by: str
    outcome: str
    reasons: str


@dataclass
class ToDecide(Opened):
    """An open assessment with all that a decision on it turns on. Reading it takes one query more."""

    @cached_property
    def facts(self) -> list[Fact]:
        """The text, and what stands around the decision."""
        assessment = self.assessment
        sent = AssessmentSubmission.objects.filter(assessment=assessment, returned=None)
        working = Involvement.objects.current().filter(case=assessment.case_id)
        earlier = sent_before(assessment)
        return read((
            *text_of(assessment, Subquery(earlier.values("recorded_at")[:1])),
            listed_as("read-before", earlier, at="recorded_at"),
            listed_as(
                "proposed", sent, name="outcome", role="recorded_by__name", detail="reasons", from_on="sent_on"
            ),
            listed_as("agency", working, name="agency__name", key="agency"),
        ))  # fmt: skip

    def _all(self, what: str) -> list[Fact]:
        return [fact for fact in self.facts if fact.what == what]

    @property
    def headings(self) -> Set[str]:
        return {fact.name for fact in self._all("section") if fact.detail.strip()}

    @property
    def text(self) -> list[ReadPart]:
        """The whole text, each heading with what changed since the approver last read it."""
        return parts_read(self.assessment, self.facts, self._read_before)

    @property
    def proposed(self) -> Proposed | None:
        """What is proposed; None while nobody has sent it."""
        for fact in self._all("proposed"):
            assert fact.from_on is not None
            return Proposed(fact.from_on, fact.role, fact.name, fact.detail)
        return None

    @property
    def agencies(self) -> list[Agency]:
        """Those working with the child, by name; not for saving."""
        found: dict[UUID, str] = {fact.key: fact.name for fact in self._all("agency") if fact.key}
        return sorted((Agency(pk=key, name=name) for key, name in found.items()), key=lambda one: one.name)

    @property
    def _read_before(self) -> datetime | None:
        return max((fact.at for fact in self._all("read-before") if fact.at), default=None)


def assessment_to_decide(child: Person) -> ToDecide | None:
    """The child's assessment that is under way, if one is."""
    opened = open_assessment_of(child)
    return ToDecide(opened.assessment) if opened else None
