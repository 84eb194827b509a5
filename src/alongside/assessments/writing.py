"""Writing an assessment: saving what people type, so that nothing is lost and nobody waits for another.

There is no lock. Each heading carries a version; who saves upon a version they have not seen is
shown both texts and chooses. Every text is kept, except one that its own writer only added to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment, AssessmentSection, AssessmentSectionVersion
from alongside.assessments.parts import parts_on
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.people.models import Person
from alongside.refusals import Refusal

#: Within this long, what one person goes on adding to a text is one version.
ONE_SITTING = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What somebody typed under one heading. ``version`` is the one they had before them; 0 for none yet."""

    heading: str
    words: str
    version: int


@dataclass(frozen=True, slots=True)
class Saving:
    """What became of a writing. ``kept_aside`` is set when another had saved meanwhile; ``section`` is theirs then."""

    section: AssessmentSection
    kept_aside: AssessmentSectionVersion | None = None


@transaction.atomic
def save_sections(
    *,
    by: Practitioner,
    child: Person,
    writings: Sequence[Writing],
    now: datetime,
    done: bool | None = None,
) -> list[Saving]:
    """Save what was typed under some headings of the child's open assessment; drafts are no chronology.

    ``done`` marks these headings as finished, or not any more; None leaves that as it is. A text that
    meets a newer one is kept aside and reported, never written over it. Raises Refusal when there is
    no open assessment, or it has no such heading.
    """
    child = policies.WRITE_ASSESSMENT.lock(child, by)
    assessment = open_assessment(open_case(child))
    known = {key for part in parts_on(assessment.started_on) for key in part.keys}
    for writing in writings:
        if writing.heading not in known:
            raise Refusal(
                f"This assessment has no heading “{writing.heading}”.",
                f"It began on {assessment.started_on:%-d %B %Y}, and the edition then in force sets out others.",
                "Open the assessment and choose a section.",
            )  # fmt: skip
    stored = {section.heading: section for section in assessment.sections.select_related("saved_by")}
    savings = [_save(assessment, stored.get(writing.heading), writing, by, done, now) for writing in writings]
    return [saving for saving in savings if saving is not None]


def open_assessment(case: Case) -> Assessment:
    """The case's open assessment, locked. Raises Refusal when there is none."""
    assessment = Assessment.objects.select_for_update().filter(case=case, approval=None).first()
    if assessment is None:
        raise Refusal(
            f"There is no open assessment of {case.child}.",
            "The last one has been approved, or none has begun.",
            "Start an assessment. One that was approved stays as it was signed.",
        )  # fmt: skip
    return assessment


def _save(
    assessment: Assessment,
    section: AssessmentSection | None,
    writing: Writing,
    by: Practitioner,
    done: bool | None,
    now: datetime,
) -> Saving | None:
    if section is None:
        if not writing.words.strip() and not done:
            return None
        section = AssessmentSection(assessment=assessment, heading=writing.heading, version=0)
    if section.version == 0 or _follows(section, writing):
        if section.version == 0 or section.words != writing.words:
            _write(section, writing.words, by, now)
    elif not _is_kept(section, writing):
        return Saving(section, _keep(section, writing.words, by, now, set_aside=True))
    if done is not None and section.done != done:
        section.done = done
        section.save(update_fields=("done",))
    return Saving(section)


def _follows(section: AssessmentSection, writing: Writing) -> bool:
    """Whether these words were written upon what stands there, or hold all of it: nothing is overwritten."""
    return section.version == writing.version or writing.words.startswith(section.words)


def _is_kept(section: AssessmentSection, writing: Writing) -> bool:
    """Whether these words are kept already, as they are or as the beginning of more.

    So it is with a text that its reader had open and did not touch while somebody else wrote on.
    """
    kept = section.versions.filter(set_aside=False).values_list("words", flat=True)
    return any(words.startswith(writing.words) for words in kept)


def _write(section: AssessmentSection, words: str, by: Practitioner, now: datetime) -> None:
    section.words, section.saved_at, section.saved_by = words, now, by
    section.version += 1
    section.save()
    _keep(section, words, by, now, set_aside=False)
    assessment = section.assessment
    assessment.saves += 1
    assessment.save(update_fields=("saves",))


def _keep(
    section: AssessmentSection, words: str, by: Practitioner, now: datetime, *, set_aside: bool
) -> AssessmentSectionVersion:
    """Keep a version; what its own writer only added to in the same sitting is one version with it."""
    last = section.versions.filter(set_aside=set_aside).last()
    if last is None or not _goes_on(last, section.assessment, words, by, now):
        last = AssessmentSectionVersion(section=section, set_aside=set_aside)
    last.words, last.number, last.saved_at, last.saved_by = words, section.version, now, by
    last.save()
    return last


def _goes_on(
    last: AssessmentSectionVersion, assessment: Assessment, words: str, by: Practitioner, now: datetime
) -> bool:
    return (
        last.saved_by_id == by.pk
        and words.startswith(last.words)
        and now - last.saved_at <= ONE_SITTING
        and not assessment.submissions.filter(recorded_at__gte=last.saved_at).exists()
    )
