"""An assessment as its pages show it: one query for it and what stands around it, one for its text."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.assessments.expected import COMPLETION, STATISTICS
from alongside.assessments.models import (
    Assessment,
    AssessmentOverRun,
    AssessmentSection,
    AssessmentSubmission,
)
from alongside.assessments.parts import Part, parts_on
from alongside.cases.models import Allocation
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.visits.models import Alone, Visit

NOT_STARTED, IN_PROGRESS, DONE = "Not started", "In progress", "Done"


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit of an assessment as stored: when it began, its last day, when it was met."""

    key: UUID
    starts_on: date
    due_on: date | None
    met_on: date | None


@dataclass(frozen=True, slots=True)
class Seen:
    """How often the child was seen during the case, how often alone, and the last time."""

    times: int
    alone: int
    last_on: date | None
    last_alone: str

    @property
    def words(self) -> str:
        """In a sentence, for the page and for whoever writes."""
        if not self.times:
            return "Nobody has recorded seeing the child in this case yet."
        often = "once" if self.times == 1 else f"{self.times} times"
        alone = (
            "never alone"
            if not self.alone
            else "alone once"
            if self.alone == 1
            else f"alone {self.alone} times"
        )
        return f"Seen {often} in this case, {alone}."


@dataclass
class Opened:
    """An assessment with what stands around it. ``sections`` are by heading."""

    assessment: Assessment

    @cached_property
    def sections(self) -> dict[str, AssessmentSection]:
        """What is written, by heading, with who saved it."""
        return {each.heading: each for each in self.assessment.sections.select_related("saved_by")}

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        return parts_on(self.assessment.started_on)

    def part(self, key: str) -> Part | None:
        return next((part for part in self.parts if part.key == key), None)

    def written(self, part: Part) -> list[tuple[str, AssessmentSection | None]]:
        """Each heading of a part by its label, with what stands under it."""
        return [(heading.label, self.sections.get(heading.key)) for heading in part.headings]

    def state_of(self, part: Part) -> str:
        """Not started, in progress or done. Done is what people say, never what is counted."""
        sections = [self.sections[key] for key in part.keys if key in self.sections]
        if len(sections) == len(part.keys) and all(section.done for section in sections):
            return DONE
        return (
            IN_PROGRESS if any(section.words.strip() or section.done for section in sections) else NOT_STARTED
        )

    @property
    def last_saved(self) -> AssessmentSection | None:
        return max(self.sections.values(), key=lambda section: section.saved_at, default=None)

    def saved_in(self, part: Part) -> AssessmentSection | None:
        """What was saved last in a part."""
        sections = [self.sections[key] for key in part.keys if key in self.sections]
        return max(sections, key=lambda section: section.saved_at, default=None)

    @property
    def guidance(self) -> Clock | None:
        return self._clock("guidance")

    @property
    def statistics(self) -> Clock | None:
        return self._clock("statistics")

    @property
    def seen(self) -> Seen:
        of = self._of
        return Seen(of("times_seen"), of("times_alone"), of("last_seen_on"), of("last_seen_alone"))

    @property
    def waiting_since(self) -> date | None:
        """The day it was sent for approval, while nobody has answered."""
        found: date | None = self._of("waiting_since")
        return found

    @property
    def returned_because(self) -> str:
        """What more is needed, where it came back and was not sent again."""
        return "" if self.waiting_since else self._of("returned_why") or ""

    @property
    def explained(self) -> bool:
        """Whether somebody recorded why it takes longer."""
        return bool(self._of("explanations"))

    @property
    def headings(self) -> Set[str]:
        """Those under which something is written."""
        return {heading for heading, section in self.sections.items() if section.words.strip()}

    @property
    def child_seen(self) -> bool:
        return bool(self.seen.times)

    @property
    def due_on(self) -> date | None:
        return self.guidance.due_on if self.guidance else None

    @property
    def leads(self) -> Set[UUID]:
        """Who leads the assessment, or its case."""
        return {self.assessment.lead_id, self._of("led_by")} - {None}

    def _clock(self, name: str) -> Clock | None:
        cells = [self._of(f"{name}_{field}") for field in ("pk", "starts_on", "due_on", "met_on")]
        return Clock(*cells) if cells[0] else None

    def _of(self, name: str) -> Any:
        return getattr(self.assessment, name)


def open_assessment_of(child: Person) -> Opened | None:
    """The child's assessment that is under way, if one is."""
    found = with_surroundings(Assessment.objects.filter(case__child=child, approval=None)).first()
    return Opened(found) if found else None


def last_assessment_of(child: Person) -> Opened | None:
    """The child's latest assessment, open or concluded."""
    every = with_surroundings(Assessment.objects.filter(case__child=child))
    found = every.order_by("-started_on", "-id").first()
    return Opened(found) if found else None


def with_surroundings(assessments: QuerySet[Assessment]) -> QuerySet[Assessment]:
    """The assessments, each with its clocks, when the child was seen, and where it stands: still one query."""
    guidance = Deadline.objects.filter(
        case=OuterRef("case"), rule_id=COMPLETION, starts_on__lte=OuterRef("started_on")
    ).order_by("-starts_on", "-id")
    statistics = Deadline.objects.filter(started_by=OuterRef("entry"), rule_id=STATISTICS)
    seen = Visit.objects.filter(case=OuterRef("case"), seen=True).order_by("-seen_on", "-recorded_at")
    sent = AssessmentSubmission.objects.filter(assessment=OuterRef("pk"))
    leads = Allocation.objects.current().filter(
        case=OuterRef("case"), capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    found: QuerySet[Assessment] = assessments.select_related("case__child", "lead", "approval").annotate(
        **_first(guidance, "guidance", ("pk", "starts_on", "due_on", "met_on")),
        **_first(statistics, "statistics", ("pk", "starts_on", "due_on", "met_on")),
        times_seen=_number_of(seen, "case"),
        times_alone=_number_of(seen.filter(alone=Alone.YES), "case"),
        last_seen_on=Subquery(seen.values("seen_on")[:1]),
        last_seen_alone=Subquery(seen.values("alone")[:1]),
        waiting_since=Subquery(sent.filter(returned=None).values("sent_on")[:1]),
        returned_why=Subquery(
            sent.exclude(returned=None).order_by("-recorded_at").values("returned__why")[:1]
        ),
        led_by=Subquery(leads.values("practitioner")[:1]),
        explanations=_number_of(AssessmentOverRun.objects.filter(assessment=OuterRef("pk")), "assessment"),
    )
    return found


def _first(records: QuerySet[Any], prefix: str, fields: Iterable[str]) -> dict[str, Subquery]:
    return {f"{prefix}_{field}": Subquery(records.values(field)[:1]) for field in fields}


def _number_of(records: QuerySet[Any], by: str) -> Coalesce:
    counted = records.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)
