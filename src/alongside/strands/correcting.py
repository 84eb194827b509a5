"""Correcting what was answered in a step beside the case: the entry, the step and its answers, as they are and as they were."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.kinds import COVERING_FOR, covering_for
from alongside.chronology.models import Entry
from alongside.chronology.proof import write_act
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.strands.answers import checked, chosen_in, in_short, names_in
from alongside.strands.kinds import OUTCOME, Asks, StepKind
from alongside.strands.kinds.declaring import OF_RECORDS
from alongside.strands.models import EarlierAnswers, Strand, StrandAgency, StrandStep
from alongside.ui.words import moment


@transaction.atomic
def correct_step(
    *,
    by: Practitioner,
    child: Person,
    step: StrandStep,
    answers: Mapping[str, Any],
    reason: str,
    now: datetime,
) -> StrandStep:
    """Correct what was answered, by a new entry that names the one it corrects; what was answered before stays readable.

    The outcome of a strand that ended is what somebody decided, and stays; its day is corrected on the timeline.
    Raises Refusal without a reason, where nothing changes, and where the answers could not have been recorded.
    """
    child = policies.CORRECT_ENTRY.lock(child, by)
    case = Case.objects.select_for_update().get(pk=step.case_id, child=child)
    strand = Strand.objects.select_for_update(of=("self",)).get(pk=step.strand_id, case=case)
    held = (
        StrandStep.objects.select_for_update(of=("self",))
        .select_related("entry")
        .get(pk=step.pk, strand=strand)
    )
    held.strand, declared = strand, strand.declared.by_id[held.step]
    kept = checked(declared, {**answers, **_decided(held)}, child)
    entry = _entry_of(held)
    if not reason.strip():
        raise Refusal(
            "There is no reason.",
            "Whoever reads both has to know why.",
            "Enter why it is corrected.",
            field="reason",
        )
    if kept == held.answers:
        raise Refusal(
            "Nothing is different.", "The answers are as they were recorded.",
            "Change what is wrong, or leave this page; nothing has been recorded.",
        )  # fmt: skip
    before = EarlierAnswers(
        step=held, entry=entry, answers=held.answers, recorded_at=entry.recorded_at, recorded_by_id=entry.recorded_by_id,
        corrected_at=now, corrected_by=by, because=reason.strip(),
    )  # fmt: skip
    check(before)
    correction = _corrected(entry, held, declared, kept, reason.strip(), case, by, now)
    keep(before)
    _take_part(strand, declared, held.answers, kept, held, now)
    held.answers, held.entry = kept, correction
    check(held)
    keep(held, update_fields=("answers", "entry"))
    refresh(case)
    return held


def _decided(step: StrandStep) -> dict[str, Any]:
    return {OUTCOME: step.answers[OUTCOME]} if OUTCOME in step.answers else {}


def _entry_of(step: StrandStep) -> Entry:
    entry = step.entry
    if entry is None or Entry.objects.filter(corrects=entry).exists():
        raise Refusal("This entry has been corrected already.", "Somebody corrected it while you were writing.",
                      "Open it again, and correct what stands there now.")  # fmt: skip
    return entry


def _corrected(
    entry: Entry, step: StrandStep, declared: StepKind, kept: dict[str, Any], reason: str, case: Case, by: Practitioner, now: datetime
) -> Entry:  # fmt: skip
    details = {key: value for key, value in entry.details.items() if key != COVERING_FOR} | {
        "chosen": chosen_in(declared, kept),
        "words": in_short(declared, kept, names_in([(declared, kept)]), leave_out=OUTCOME),
    } | covering_for(case, by, now)  # fmt: skip
    made = Entry.objects.create(
        area_id=entry.area_id, child_id=entry.child_id, case=case, kind=entry.kind, happened_on=step.happened_on,
        happened_at=step.happened_at, details=details, source=entry.source, sealed_for=entry.sealed_for, recorded_at=now,
        recorded_by=by, corrects=entry, correction_reason=reason,
    )  # fmt: skip
    write_act(made)
    return made


def _take_part(
    strand: Strand,
    declared: StepKind,
    was: Mapping[str, Any],
    kept: Mapping[str, Any],
    step: StrandStep,
    now: datetime,
) -> None:
    """An agency that was named by mistake no longer sees the strand, unless another step names it; one named now does."""
    keys = [one.key for one in declared.questions if one.takes_part]
    before, after = ({UUID(answers[key]) for key in keys if key in answers} for answers in (was, kept))
    others = StrandStep.objects.filter(strand=strand).exclude(pk=step.pk).values_list("answers", flat=True)
    named = {str(value) for answers in others for value in answers.values() if isinstance(value, str)}
    gone = {agency for agency in before - after if str(agency) not in named}
    StrandAgency.objects.filter(strand=strand, agency__in=gone).delete()
    for agency in after:
        StrandAgency.objects.get_or_create(strand=strand, agency_id=agency, defaults={"recorded_at": now})


def as_asked(step: StrandStep) -> dict[str, Any]:
    """The answers as a form begins with them: days and moments as such, records by their keys."""
    found: dict[str, Any] = {}
    for question in step.declared.questions:
        answer = step.answers.get(question.key)
        if answer is None:
            found[question.key] = None
        elif question.asks is Asks.DAY:
            found[question.key] = date.fromisoformat(answer)
        elif question.asks is Asks.MOMENT:
            found[question.key] = datetime.fromisoformat(answer)
        elif question.asks in OF_RECORDS:
            found[question.key] = UUID(answer)
        else:
            found[question.key] = answer
    return found


def who_corrected(step: StrandStep) -> str:
    """Who corrected it last, and when, in words; empty where nobody did."""
    last = (
        EarlierAnswers.objects.filter(step=step)
        .select_related("corrected_by")
        .order_by("-corrected_at")
        .first()
    )
    return f"{last.corrected_by}, {moment(last.corrected_at)}" if last else ""
