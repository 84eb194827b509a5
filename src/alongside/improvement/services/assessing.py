"""A round of self-assessment: begun, judged statement by statement, signed, submitted, added to; or set aside."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.improvement.bodies import Body, require_to_assess
from alongside.improvement.models import SelfAssessment, StatementAnswer
from alongside.improvement.services.log import What, ended, log, refuse_day_to_come
from alongside.improvement.statements import Statement, editions, one_of, statements_on
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import count, date_words

Standing = StatementAnswer.Standing


@transaction.atomic
def begin(*, by: Practitioner, body: Body, on: date, now: datetime) -> SelfAssessment:
    """Begin a round about a day. Raises Refusal where one is open, the day is to come, or no text asked anything then."""
    require_to_assess(by, body)
    refuse_day_to_come(on, now, "on")
    asked = statements_on(on, of_partnership=body.agency is None)
    if not asked:
        raise Refusal(
            "No text that was in force on this day holds these statements.",
            f"You entered {date_words(on)}; they stand in Working Together from its 2023 edition on.",
            "Enter a later day.", field="on",
        )  # fmt: skip
    if SelfAssessment.objects.filter(**body.whose, signed_at=None, set_aside_on=None).exists():
        raise Refusal(
            "A self-assessment is open already.", f"{body.name} is still working on it.",
            "Sign it, or set it aside with a reason, and then begin another.",
        )  # fmt: skip
    made = SelfAssessment(**body.whose, on=on, edition=editions(asked), recorded_at=now, recorded_by=by)
    check(made)
    keep(made)
    log(
        What.BEGUN,
        by=by,
        now=now,
        area=body.area,
        of=made,
        words=f"About {date_words(on)}, on {made.edition}.",
    )
    return made


@transaction.atomic
def judge(
    *, by: Practitioner, assessment: SelfAssessment, statement: str, standing: str, on: date, now: datetime, score: str = "",
    because: str = "", rests_on: str = "", kept_at: str = "", owner: Practitioner | None = None, owner_name: str = "",
    next_step: str = "",
) -> StatementAnswer:  # fmt: skip
    """Say what was judged of one statement. What stood there before is kept in the record of changes.

    Raises Refusal for a statement that is not asked on the day of the round, and once it is signed.
    """
    held = _open(by, assessment)
    asked = _asked(held, statement)
    refuse_day_to_come(on, now, "on")
    _refuse_two_owners(owner, owner_name)
    known = (
        StatementAnswer.objects.filter(assessment=held, statement=statement).select_related("owner").first()
    )
    before = told(known) if known else ""
    answer = known or StatementAnswer(assessment=held, statement=statement)
    said = {
        "cited": asked.cited, "standing": standing, "score": score if standing == Standing.SCORED else "",
        "because": because if standing == Standing.NOT_OURS else "", "rests_on": rests_on, "kept_at": kept_at, "on": on,
        "owner": owner, "owner_name": owner_name, "next_step": next_step, "recorded_at": now, "recorded_by": by,
    }  # fmt: skip
    for name, value in said.items():
        setattr(answer, name, value)
    check(answer)
    keep(answer)
    log(
        What.JUDGED, by=by, now=now, area=held.area, of=held, statement=statement, on=on, before=before, words=told(answer)
    )  # fmt: skip
    return answer


@transaction.atomic
def sign(
    *, by: Practitioner, assessment: SelfAssessment, summary: str, submit: bool, now: datetime
) -> SelfAssessment:
    """Sign a round; from then on it is only added to. What is not scored stays so, and is said.

    submit: whether the partnership may read it at once. The partnership's own is read by it in any case.
    """
    held = _open(by, assessment)
    held.summary, held.signed_at, held.signed_by = summary, now, by
    if submit or held.agency_id is None:
        held.submitted_at, held.submitted_by = now, by
    check(held)
    keep(held, update_fields=("summary", "signed_at", "signed_by", "submitted_at", "submitted_by"))
    asked = statements_on(held.on, of_partnership=held.agency_id is None)
    judged = StatementAnswer.objects.filter(assessment=held).exclude(standing=Standing.NOT_YET).count()
    left = len(asked) - judged
    words = f"{count(judged, 'statement')} judged, {left} not scored yet. {summary}".strip()
    log(What.SIGNED, by=by, now=now, area=held.area, of=held, words=words)
    if held.submitted_at:
        log(
            What.SUBMITTED,
            by=by,
            now=now,
            area=held.area,
            of=held,
            words=f"To the partnership of {held.area}.",
        )
    return held


@transaction.atomic
def submit(*, by: Practitioner, assessment: SelfAssessment, now: datetime) -> SelfAssessment:
    """Let the partnership of the area read a signed round."""
    held = policies.ASSESS.lock(assessment, by)
    if held.signed_at is None:
        raise Refusal(
            "This self-assessment is not signed yet.", "The partnership reads what an organisation has signed.",
            "Sign it first.",
        )  # fmt: skip
    if held.submitted_at:
        raise Refusal(
            "The partnership may read it already.", f"It was submitted on {date_words(held.submitted_at)}.",
            "There is nothing more to do.",
        )  # fmt: skip
    held.submitted_at, held.submitted_by = now, by
    check(held)
    keep(held, update_fields=("submitted_at", "submitted_by"))
    log(What.SUBMITTED, by=by, now=now, area=held.area, of=held, words=f"To the partnership of {held.area}.")
    return held


@transaction.atomic
def add(
    *, by: Practitioner, assessment: SelfAssessment, words: str, now: datetime, statement: str = ""
) -> SelfAssessment:
    """Add to a signed round what was wrong or left out, without changing it. statement: which it is about, if one."""
    held = policies.ASSESS.lock(assessment, by)
    if held.signed_at is None:
        raise Refusal(
            "This self-assessment is not signed yet.", "Until then what it says can be changed.",
            "Change the statement itself.",
        )  # fmt: skip
    if statement:
        _asked(held, statement)
    log(What.ADDED, by=by, now=now, area=held.area, of=held, statement=statement, words=words)
    return held


@transaction.atomic
def set_aside(*, by: Practitioner, assessment: SelfAssessment, because: str, now: datetime) -> SelfAssessment:
    """Set a round aside that was begun by mistake. It stays readable to those who assess."""
    held = _open(by, assessment)
    held.set_aside_on, held.set_aside_because = day_of(now), because
    check(held)
    keep(held, update_fields=("set_aside_on", "set_aside_because"))
    log(What.SET_ASIDE, by=by, now=now, area=held.area, of=held, words=because)
    return held


def told(answer: StatementAnswer) -> str:
    """What was judged, in sentences."""
    parts = [
        ended(answer.said), ended(answer.because) if answer.because else "",
        f"It rests on: {ended(answer.rests_on)}" if answer.rests_on else "",
        f"Kept at: {ended(answer.kept_at)}" if answer.kept_at else "",
        f"Answered for by {answer.who}." if answer.who else "",
        f"Next: {ended(answer.next_step)}" if answer.next_step else "",
    ]  # fmt: skip
    return " ".join(part for part in parts if part)


def _open(by: Practitioner, assessment: SelfAssessment) -> SelfAssessment:
    held = policies.ASSESS.lock(assessment, by)
    if held.signed_at:
        raise Refusal(
            "This self-assessment is signed.", f"It was signed on {date_words(held.signed_at)} and is not changed any more.",
            "Add what is to be said, or begin another.",
        )  # fmt: skip
    if held.set_aside_on:
        raise Refusal(
            "This self-assessment was set aside.", f"{date_words(held.set_aside_on)}: {held.set_aside_because}",
            "Begin another.",
        )  # fmt: skip
    return held


def _asked(held: SelfAssessment, statement: str) -> Statement:
    asked = one_of(statements_on(held.on, of_partnership=held.agency_id is None), statement)
    if asked is None:
        raise Refusal(
            "This statement is not part of the self-assessment.",
            f"It is not among those of {held.edition}, the text in force on {date_words(held.on)}.",
            "Go back to the list and choose one of them.",
        )  # fmt: skip
    return asked


def _refuse_two_owners(owner: Practitioner | None, owner_name: str) -> None:
    if owner and owner_name:
        raise Refusal(
            "Two owners are named.", f"You chose {owner} and wrote {owner_name}.", "Leave one of the two empty.",
            field="owner_name",
        )  # fmt: skip
