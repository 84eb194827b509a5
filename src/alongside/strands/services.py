"""The acts on what runs beside a case: opening a strand, recording a step of it, ending it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds as entries
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.kinds import Kind
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.strands.answers import checked, chosen_in, headings_filled, in_short, names_in
from alongside.strands.kinds import OUTCOME, StepKind, StrandKind, kind
from alongside.strands.local import answer_by, steps_of
from alongside.strands.models import Strand, StrandAgency, StrandStep
from alongside.strands.order import refuse_out_of_turn
from alongside.strands.telling import tell_others
from alongside.ui.words import date_words, moment

When = date | datetime
ANSWER_BY = "answer-by"


def policy_of(declared: StrandKind) -> Policy:
    """Who may record it: the practitioners who keep the case; for what is between agencies, any that takes part."""
    return policies.DISAGREE if declared.between_agencies else policies.KEEP_STRANDS


@transaction.atomic
def open_strand(
    *,
    by: Practitioner,
    child: Person,
    kind_id: str,
    happened: When,
    answers: Mapping[str, Any],
    now: datetime,
    lead: Practitioner | None = None,
    beside: Strand | None = None,
) -> Strand:
    """Open a strand beside the child's open case; its opening is its first step.

    happened: a day, or an aware moment where the step is recorded to the minute. answers: by the keys of the
    questions, as Python values. beside: another strand of the case that this one belongs with.
    Raises Refusal for a day that cannot be, for what is missing, and for a second one where there is one at a time.
    """
    declared = kind(kind_id)
    child = policy_of(declared).lock(child, by)
    case = open_case(child)
    _refuse_second(case, declared)
    _refuse_of_another_case(case, beside)
    _refuse_for_others(by, child, declared, answers)
    on, at = _day_and_moment(declared.opens, happened, case, now)
    strand = Strand(
        area_id=case.area_id, case=case, kind=declared.id, single=not declared.several, opened_on=on, lead=lead,
        beside=beside, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(strand)
    keep(strand)
    _record(strand, declared.opens, on, at, answers, by, now, entries.STRAND_OPENED)
    return strand


@transaction.atomic
def record_step(
    *, by: Practitioner, child: Person, strand: Strand, step_id: str, happened: When, answers: Mapping[str, Any], now: datetime,
    by_letter: bool = False,
) -> StrandStep:  # fmt: skip
    """Record something that happened in a strand. Ending it is ``end_strand``.

    by_letter: it is the sending of one of several letters that are kept here, so it does not by itself say that all went.

    What happened before a strand ended may still be recorded afterwards. Raises Refusal for a day that cannot be, for
    what is missing, and for a step without which another cannot be true.
    """
    strand, step = _locked(by, child, strand), strand.declared.by_id[step_id]
    if step in (strand.declared.opens, strand.declared.ends):
        raise TypeError(f"{step_id} opens or ends this strand.")
    on, at = _day_and_moment(step, happened, strand.case, now)
    refuse_out_of_turn(strand, step, on, at)
    return _record(strand, step, on, at, answers, by, now, entries.STRAND_STEP_RECORDED, by_letter=by_letter)


@transaction.atomic
def end_strand(
    *, by: Practitioner, child: Person, strand: Strand, happened: When, answers: Mapping[str, Any], now: datetime
) -> StrandStep:  # fmt: skip
    """End a strand, with the outcome that somebody chose and the reasons. Raises Refusal as ``record_step`` does."""
    strand = _locked(by, child, strand)
    step = strand.declared.ends
    if not strand.is_open:
        raise Refusal(
            "This has ended already.", f"It ended on {date_words(strand.ended_on)}: {strand.outcome_words.lower()}.",
            "If that is wrong, correct it on the timeline; if it began again, open it again.",
        )  # fmt: skip
    on, at = _day_and_moment(step, happened, strand.case, now)
    refuse_out_of_turn(strand, step, on, at)
    ended = _record(strand, step, on, at, answers, by, now, entries.STRAND_ENDED)
    strand.ended_on, strand.outcome = on, ended.answers[OUTCOME]
    check(strand)
    keep(strand, update_fields=("ended_on", "outcome"))
    return ended


def _locked(by: Practitioner, child: Person, strand: Strand) -> Strand:
    """The strand, locked, with its open case. Raises Refusal where its case is not the one that is open."""
    child = policy_of(strand.declared).lock(child, by)
    case = open_case(child)
    locked = Strand.objects.select_for_update(of=("self",)).get(pk=strand.pk)
    _refuse_of_another_case(case, locked)
    locked.case = case
    _refuse_not_theirs(by, child, locked)
    return locked


def _record(
    strand: Strand, step: StepKind, on: date, at: datetime | None, answers: Mapping[str, Any], by: Practitioner,
    now: datetime, entry_kind: Kind, by_letter: bool = False,
) -> StrandStep:  # fmt: skip
    case = strand.case
    kept = _with_local_day(strand, step, checked(step, answers, case.child), on)
    record = StrandStep(
        area_id=case.area_id, case=case, strand=strand, step=step.id, happened_on=on, happened_at=at, answers=kept,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    names = names_in([(step, kept)])
    outcome = dict(strand.declared.outcomes).get(kept.get(OUTCOME, ""), "")
    more: dict[str, Any] = {"outcome": outcome, "decided": kept[OUTCOME]} if OUTCOME in kept else {}
    more |= {"by_letter": True} if by_letter else {}
    record.entry = entry_kind.record(
        case, on=on, at=at, by=by, now=now, strand=strand.kind, step=step.id, strand_key=str(strand.pk),
        what=strand.declared.titled(step), chosen=chosen_in(step, kept), words=in_short(step, kept, names, leave_out=OUTCOME),
        **more,
    )  # fmt: skip
    keep(record)
    if step.shortfalls:
        missing = expected_but_absent(step.shortfalls, headings_filled(step, kept), on)
        record_shortfall(record.entry, step.shortfalls, missing)
    _take_part(strand, step, kept, now)
    tell_others(strand, step, by, now)
    refresh(case)
    return record


def _with_local_day(strand: Strand, step: StepKind, answers: dict[str, Any], on: date) -> dict[str, Any]:
    """The answers, with the day for an answer that the area sets for the step that was chosen, unless one was given."""
    level = answers.get("level")
    if not level or ANSWER_BY in answers:
        return answers
    by = answer_by(steps_of(strand.area_id, on), level, on)
    return {**answers, ANSWER_BY: by.isoformat()} if by else answers


def _take_part(strand: Strand, step: StepKind, answers: Mapping[str, Any], now: datetime) -> None:
    for question in step.questions:
        if question.takes_part and question.key in answers:
            agency = UUID(answers[question.key])
            StrandAgency.objects.get_or_create(strand=strand, agency_id=agency, defaults={"recorded_at": now})


def _day_and_moment(
    step: StepKind, happened: When, case: Case, now: datetime
) -> tuple[date, datetime | None]:
    """The day and, where it is recorded to the minute, the moment. Raises Refusal for one that cannot be."""
    at = happened if isinstance(happened, datetime) else None
    if step.to_the_minute and at is None:
        raise TypeError(f"{step.id} is recorded to the minute: give the moment.")
    on = day_of(happened) if isinstance(happened, datetime) else happened
    refuse_impossible_day(on, what="This", field="happened", case=case, now=now)
    if at is not None and at > now:
        raise Refusal(
            "This time is in the future.", f"You entered {moment(at)}, and it is {moment(now)} now.",
            "Enter the time at which it happened.", field="happened",
        )  # fmt: skip
    return on, at if step.to_the_minute else None


def _refuse_second(case: Case, declared: StrandKind) -> None:
    running = (
        None
        if declared.several
        else Strand.objects.filter(case=case, kind=declared.id, ended_on=None).first()
    )
    if running:
        raise Refusal(
            f"{declared.title} is open already for {case.child}.",
            f"It was opened on {date_words(running.opened_on)}, and there is one at a time.",
            "Record what happened there, or end it first.",
        )  # fmt: skip


def _refuse_of_another_case(case: Case, strand: Strand | None) -> None:
    if strand is not None and strand.case_id != case.pk:
        raise Refusal(
            "This belongs to another case.", "That case has been closed, and nothing is added to it.",
            "Open it again in the case that is open now.",
        )  # fmt: skip


def _refuse_for_others(
    by: Practitioner, child: Person, declared: StrandKind, answers: Mapping[str, Any]
) -> None:
    """Whoever does not keep the record speaks for their own agency, and for no other."""
    raised_by = answers.get("raised-by")
    if not declared.between_agencies or raised_by is None or policies.READ_RECORD.allows(child, by):
        return
    if getattr(raised_by, "pk", None) not in by.scope.partner_agencies:
        raise Refusal(
            f"You do not work for {raised_by}.", "An agency speaks for itself, through those who hold a post in it.",
            "Choose the agency you work for.", field="raised-by",
        )  # fmt: skip


def _refuse_not_theirs(by: Practitioner, child: Person, strand: Strand) -> None:
    """What is between agencies is answered by those that take part in it, and by whoever keeps the record."""
    if not strand.declared.between_agencies or policies.READ_RECORD.allows(child, by):
        return
    if not StrandAgency.objects.filter(strand=strand, agency__in=by.scope.partner_agencies).exists():
        raise Refusal(
            "This is between other agencies.", "Your agency neither raised it nor was asked.",
            "Raise a disagreement of your own.",
        )  # fmt: skip
