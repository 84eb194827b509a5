"""Recording supervision, and what became of its actions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.supervision.models import CaseSupervision, Supervision, SupervisionAction


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedAction:
    """What somebody will do, by when."""

    what: str
    who: str
    by_when: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Discussed:
    """What was said about one child. reasons: for the decision, where one was made."""

    child: Person
    discussed: str
    decision: str = ""
    reasons: str = ""
    actions: Sequence[AgreedAction] = field(default_factory=tuple)


@transaction.atomic
def record_supervision(
    *, by: Practitioner, practitioner: Practitioner, held_on: date, children: Sequence[Discussed], now: datetime,
    words: str = "", next_on: date | None = None,
) -> Supervision:  # fmt: skip
    """Record a talk: its personal part for the two alone, and of each child one entry on the child's own record.

    Raises Refusal where nothing was discussed, for a day to come, and where a child has no open case.
    """
    practitioner = policies.SUPERVISE.lock(practitioner, by)
    if held_on > day_of(now):
        raise Refusal(
            "This supervision has not been held yet.", f"You entered {held_on:%-d %B %Y}.",
            "Come back once it has.", field="held_on",
        )  # fmt: skip
    if not children and not words.strip():
        raise Refusal(
            "Nothing is recorded of this supervision.", "There is no child and no personal part.",
            "Enter what was discussed about a child, or the personal part.", field="children",
        )  # fmt: skip
    area = next(post.team.area_id for post in by.scope.posts if post.team)
    held = Supervision(
        area_id=area,
        supervisor=by,
        practitioner=practitioner,
        held_on=held_on,
        words=words.strip(),
        next_on=next_on,
        recorded_at=now,
    )
    check(held)
    keep(held)
    write(Action.CHANGE, area=area, by=by, about=held.pk, about_kind="supervision", now=now, what="supervision-recorded",
          children=len(children))  # fmt: skip
    for one in children:
        _about(one, by, practitioner, held_on, now)
    return held


def _about(
    said: Discussed, by: Practitioner, practitioner: Practitioner, held_on: date, now: datetime
) -> CaseSupervision:
    child = policies.SUPERVISE_CASE.lock(said.child, by)
    case = open_case(child)
    refuse_impossible_day(held_on, what="This supervision", field="held_on", case=case, now=now)
    record = CaseSupervision(
        area_id=case.area_id, case=case, supervisor=by, practitioner=practitioner, held_on=held_on,
        discussed=said.discussed.strip(), decision=said.decision.strip(), reasons=said.reasons.strip(), recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(record, exclude={"entry"})
    actions = [
        SupervisionAction(supervision=record, what=one.what, who=one.who, by_when=one.by_when)
        for one in said.actions
    ]
    for action in actions:
        check(action, exclude={"supervision"})
    record.entry = kinds.CASE_SUPERVISED.record(
        case, on=held_on, by=by, now=now, supervisor=by.name, practitioner=practitioner.name,
        discussed=record.discussed, decision_words=f"Decided: {record.decision} {record.reasons}" if record.decision else "",
    )  # fmt: skip
    keep(record)
    for action in actions:
        keep(action)
    refresh(case)
    return record


@transaction.atomic
def complete_action(
    *,
    by: Practitioner,
    child: Person,
    action: SupervisionAction,
    done_on: date,
    came_of_it: str,
    now: datetime,
) -> SupervisionAction:
    """Record that an action agreed in supervision is done, and what came of it. Raises Refusal where it was already."""
    child = policies.ANSWER_SUPERVISION.lock(child, by)
    case = open_case(child)
    held = SupervisionAction.objects.select_for_update().get(pk=action.pk, supervision__case__child=child)
    if held.done_on is not None:
        raise Refusal(
            "This action is done already.",
            f"That was recorded for {held.done_on:%-d %B %Y}.",
            "There is nothing to do.",
        )
    refuse_impossible_day(done_on, what="This action", field="done_on", case=case, now=now)
    held.done_on, held.came_of_it = done_on, came_of_it.strip()
    check(held)
    keep(held)
    kinds.SUPERVISION_ACTION_DONE.record(
        case, on=done_on, by=by, now=now, what=held.what.rstrip("."), came_of_it=held.came_of_it
    )
    refresh(case)
    return held
