"""Saying what became of an action that a plan gave one's agency."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.deadlines.projection import refresh
from alongside.family_help.models import ChildInNeedPlanAction
from alongside.keeping import check, keep
from alongside.partners.models import ActionAnswer
from alongside.partners.telling import own_agency, tell_lead
from alongside.people.models import Person
from alongside.plans.models import Action
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for


@transaction.atomic
def answer_action(
    *,
    by: Practitioner,
    child: Person,
    action: Action | ChildInNeedPlanAction,
    answer: str,
    words: str,
    on: date,
    now: datetime,
) -> ActionAnswer:
    """Say that one's agency has done its action, has not yet, or cannot; the lead practitioner is told.

    Done also marks the action done in the plan, on that day. Raises Refusal for another agency's action, one that
    is finished, or a day that cannot be.
    """
    child = policies.ANSWER_PLAN_ACTION.lock(child, by)
    plan = action.need.plan
    case = plan.case
    if action.agency is None:
        raise _not_theirs()
    own_agency(by, action.agency)
    action = type(action)._default_manager.select_for_update(of=("self",)).get(pk=action.pk)
    _refuse_finished(action)
    refuse_impossible_day(on, what="This day", field="on", case=case, now=now)
    agency: Agency = action.agency  # type: ignore[assignment]
    in_protection = action if isinstance(action, Action) else None
    in_need = action if isinstance(action, ChildInNeedPlanAction) else None
    answered = ActionAnswer(
        area_id=case.area_id, case=case, agency=agency, answer=answer, words=words, answered_on=on,
        protection_action=in_protection, in_need_action=in_need,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(answered, exclude=("entry",))
    said = answered.get_answer_display()
    answered.entry = kinds.ACTION_ANSWERED.record(
        case, on=on, by=by, now=now, source=agency.name[:100], agency=agency.name, action=action.what,
        answer=said[:1].lower() + said[1:], words=words,
    )  # fmt: skip
    keep(answered)
    if answer == ActionAnswer.Answer.DONE:
        _mark_done(action, on, words)
    link = reverse_for("plans:plan" if in_protection else "family_help:plan", child.reference)
    tell_lead(
        case,
        f"{agency} on its action “{_short(action.what)}”: {said[:1].lower()}{said[1:]}. {_short(words)}",
        link=link,
        now=now,
    )
    refresh(case)
    return answered


def _mark_done(action: Action | ChildInNeedPlanAction, on: date, words: str) -> None:
    action.done_on = on
    if isinstance(action, Action):
        action.done_words = words
        keep(action, update_fields=("done_on", "done_words"))
    else:
        action.came_of_it = words
        keep(action, update_fields=("done_on", "came_of_it"))


def _refuse_finished(action: Action | ChildInNeedPlanAction) -> None:
    if action.done_on or (isinstance(action, Action) and action.dropped_on):
        raise Refusal(
            "This action is finished.", "It was marked done, or the plan no longer needs it.",
            "If that is wrong, send the lead practitioner what you know as information.", field="answer",
        )  # fmt: skip


def _not_theirs() -> Refusal:
    return Refusal(
        "This action is not an agency's.", "Somebody in the family promised it.", "Choose an action of your agency.",
    )  # fmt: skip


def _short(words: str) -> str:
    return words if len(words) <= 180 else f"{words[:179]}…"
