"""An organisation's own action plan: taken from a list or written freely, moved on, done, dropped, opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.guidance import catalogue
from alongside.improvement.bodies import Body, require_to_assess
from alongside.improvement.models import PlannedAction, SelfAssessment
from alongside.improvement.services.log import What, ended, log, refuse_day_to_come
from alongside.improvement.statements import rests_on
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words

Outcome = PlannedAction.Outcome


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of taking actions over: those that are new in the plan, and how many stood there already."""

    made: tuple[PlannedAction, ...]
    already: int


@transaction.atomic
def adopt(
    *, by: Practitioner, body: Body, actions: Sequence[str], now: datetime, owner: Practitioner | None = None,
    owner_name: str = "", due_on: date | None = None,
) -> Adopted:  # fmt: skip
    """Take actions from the guidance's list, by id, with the words and the places in the text as they stand today.

    One that is open in the plan already is not taken twice. Raises Refusal for an id that is in no list.
    """
    require_to_assess(by, body)
    if unknown := [id for id in actions if id not in catalogue.ACTIONS]:
        raise Refusal(
            "An action is not in the list any more.", f"Nothing is called {', '.join(unknown)}.",
            "Open the list again, and choose there.", field="actions",
        )  # fmt: skip
    if not actions:
        raise Refusal(
            "No action is chosen.", "Nothing would be planned.", "Choose at least one.", field="actions"
        )
    _refuse_day_over(due_on, now)
    open_here = PlannedAction.objects.filter(**body.whose, outcome="", listed_as__in=actions)
    there = set(open_here.values_list("listed_as", flat=True))
    made = []
    for id in dict.fromkeys(actions):
        if id in there:
            continue
        listed = catalogue.ACTIONS[id]
        made.append(_plan(
            by, body, now, what=listed.words, listed_as=id, rests_on=rests_on(listed.rules, day_of(now)),
            would_show=listed.evidence, owner=owner, owner_name=owner_name, due_on=due_on,
        ))  # fmt: skip
    return Adopted(tuple(made), len(there))


@transaction.atomic
def plan(
    *, by: Practitioner, body: Body, what: str, now: datetime, why: str = "", would_show: str = "",
    owner: Practitioner | None = None, owner_name: str = "", due_on: date | None = None,
    assessment: SelfAssessment | None = None, statement: str = "",
) -> PlannedAction:  # fmt: skip
    """Write an action freely; with ``assessment`` and ``statement`` it follows from what was judged there."""
    require_to_assess(by, body)
    _refuse_day_over(due_on, now)
    rule = statement.partition(":")[0]
    return _plan(
        by, body, now, what=what, why=why, would_show=would_show, owner=owner, owner_name=owner_name, due_on=due_on,
        assessment=assessment, statement=statement,
        rests_on=rests_on([rule], assessment.on if assessment else day_of(now)) if rule else [],
    )  # fmt: skip


@transaction.atomic
def change(
    *, by: Practitioner, action: PlannedAction, reason: str, now: datetime, owner: Practitioner | None = None,
    owner_name: str = "", due_on: date | None = None, what: str = "", would_show: str = "",
) -> PlannedAction:  # fmt: skip
    """Change who does it, by when, or what would show it; what was taken from a list keeps its words."""
    held = _open(policies.PLAN_ACTION.lock(action, by))
    if due_on != held.due_on:
        _refuse_day_over(due_on, now)
    before = told(held)
    held.owner, held.owner_name, held.due_on, held.would_show = owner, owner_name, due_on, would_show
    if what and not held.listed_as:
        held.what = what
    _kept(held, "owner", "owner_name", "due_on", "would_show", "what")
    log(
        What.CHANGED,
        by=by,
        now=now,
        area=held.area,
        of=held,
        before=before,
        words=f"{told(held)} {reason}".strip(),
    )
    return held


@transaction.atomic
def say_progress(*, by: Practitioner, action: PlannedAction, words: str, now: datetime) -> PlannedAction:
    """Note how far it is. Notes are added, and none is changed."""
    held = _open(policies.ANSWER_PLANNED.lock(action, by))
    log(What.PROGRESS, by=by, now=now, area=held.area, of=held, words=words)
    return held


@transaction.atomic
def finish(
    *, by: Practitioner, action: PlannedAction, on: date, evidence: str, now: datetime
) -> PlannedAction:
    """Say that it is done, on which day, and what shows it."""
    held = _open(policies.ANSWER_PLANNED.lock(action, by))
    refuse_day_to_come(on, now, "on")
    return _settled(held, Outcome.DONE, on, evidence, by, now)


@transaction.atomic
def drop(*, by: Practitioner, action: PlannedAction, because: str, now: datetime) -> PlannedAction:
    """Drop it, with the reason."""
    held = _open(policies.PLAN_ACTION.lock(action, by))
    return _settled(held, Outcome.DROPPED, day_of(now), because, by, now)


@transaction.atomic
def reopen(
    *, by: Practitioner, action: PlannedAction, because: str, now: datetime, due_on: date | None = None
) -> PlannedAction:
    """Open again what was done or dropped. What was said of it then stays in the record of changes."""
    held = policies.PLAN_ACTION.lock(action, by)
    if not held.outcome:
        raise Refusal(
            "This action is open.", "It was neither done nor dropped.", "Note its progress instead."
        )
    _refuse_day_over(due_on, now)
    again = PlannedAction.objects.filter(
        area=held.area_id, agency=held.agency_id, listed_as=held.listed_as, outcome=""
    )
    if held.listed_as and again.exists():
        raise Refusal(
            "The same action is open in this plan already.", "It was taken from the list again after this one was settled.",
            "Go on with that one.",
        )  # fmt: skip
    before = f"{held.get_outcome_display()} on {date_words(held.settled_on)}. {held.came_of_it}"
    held.outcome, held.settled_on, held.came_of_it, held.due_on = "", None, "", due_on
    _kept(held, "outcome", "settled_on", "came_of_it", "due_on")
    log(What.REOPENED, by=by, now=now, area=held.area, of=held, before=before, words=because)
    return held


def told(action: PlannedAction) -> str:
    """What is planned, by whom and by when, in sentences."""
    when = f"By {date_words(action.due_on)}." if action.due_on else "No day is set."
    who = f"{action.who} does it." if action.who else "Nobody is named for it yet."
    shows = f" It would show in: {ended(action.would_show)}" if action.would_show else ""
    return f"{ended(action.what)} {who} {when}{shows}"


def _plan(by: Practitioner, body: Body, now: datetime, **fields: Any) -> PlannedAction:
    made = PlannedAction(**body.whose, recorded_at=now, recorded_by=by, **fields)
    check(made)
    keep(made)
    log(What.PLANNED, by=by, now=now, area=body.area, of=made, words=told(made))
    return made


def _settled(
    held: PlannedAction, outcome: str, on: date, words: str, by: Practitioner, now: datetime
) -> PlannedAction:
    held.outcome, held.settled_on, held.came_of_it = outcome, on, words
    _kept(held, "outcome", "settled_on", "came_of_it")
    log(
        What.DONE if outcome == Outcome.DONE else What.DROPPED, by=by, now=now, area=held.area, of=held, on=on, words=words
    )  # fmt: skip
    return held


def _kept(held: PlannedAction, *fields: str) -> None:
    check(held)
    keep(held, update_fields=fields)


def _open(held: PlannedAction) -> PlannedAction:
    if held.outcome:
        raise Refusal(
            "This action is settled already.",
            f"{held.get_outcome_display()} on {date_words(held.settled_on)}: {held.came_of_it}",
            "Open it again where there is more to do.",
        )  # fmt: skip
    return held


def _refuse_day_over(on: date | None, now: datetime) -> None:
    if on and on < day_of(now):
        raise Refusal(
            "This day is over.", f"You entered {date_words(on)}, and today is {date_words(day_of(now))}.",
            "Enter today or a later day, or leave it empty.", field="due_on",
        )  # fmt: skip
