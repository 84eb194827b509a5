"""What changed in an assessment since it was last sent for approval, so that a manager reads that first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from alongside.assessments.models import (
    Assessment,
    AssessmentSection,
    AssessmentSectionVersion,
    AssessmentSubmission,
)
from alongside.assessments.parts import parts_on


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
    """The whole text, each heading with what it said at that moment where it has changed since. Two queries."""
    stored = assessment.sections.select_related("saved_by")
    if since is not None:
        read = AssessmentSectionVersion.objects.filter(saved_at__lte=since, set_aside=False)
        stored = stored.prefetch_related(Prefetch("versions", read, to_attr="read_before"))
    sections = {section.heading: section for section in stored}
    return [
        ReadPart(
            part.title,
            tuple(_read(heading.label, sections.get(heading.key), since) for heading in part.headings),
        )
        for part in parts_on(assessment.started_on)
    ]


def sent_before(assessment: Assessment) -> datetime | None:
    """When it was sent the time before this one: what the approver has read already. None at the first sending."""
    sent = AssessmentSubmission.objects.filter(assessment=assessment).exclude(returned=None)
    return sent.order_by("-recorded_at").values_list("recorded_at", flat=True).first()


def _read(label: str, section: AssessmentSection | None, since: datetime | None) -> Read:
    if section is None:
        return Read(label, "", "", None, None)
    return Read(label, section.words, section.saved_by.name, section.saved_at, _before(section, since))


def _before(section: AssessmentSection, since: datetime | None) -> str | None:
    if since is None or section.saved_at <= since:
        return None
    read: list[AssessmentSectionVersion] = section.read_before  # type: ignore[attr-defined]
    return read[-1].words if read else ""
