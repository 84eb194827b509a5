"""Protecting a child at once by other means, and the authority elsewhere that has a part in it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import IMMEDIATE_ACTION_TAKEN, OTHER_AUTHORITY_CONSULTED
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.section47.considered import record_what_was_not_considered
from alongside.section47.models import ImmediateAction, OtherAuthority
from alongside.section47.not_yet import refuse_day_to_come
from alongside.section47.said import NOTHING_YET, Considered


@transaction.atomic
def record_immediate_action(
    *,
    by: Practitioner,
    child: Person,
    acted_on: date,
    acted_by: str,
    alone: bool,
    way: str,
    what: str,
    considered: Considered = NOTHING_YET,
    now: datetime,
) -> ImmediateAction:
    """Record what was done at once to protect a child, without an order and without police protection.

    alone: whether it came before any strategy discussion, which then follows as soon as possible.
    acted_by and way: keys of ``ImmediateAction``. Raises Refusal for a day in the future only.
    Working Together 2023, paragraph 154 and page 85.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_day_to_come(acted_on, what="This action", field="acted_on", now=now)
    action = ImmediateAction(
        area_id=case.area_id, case=case, acted_on=acted_on, acted_by=acted_by, alone=alone, way=way,
        what=what, recorded_at=now, recorded_by=by, **considered.fields,
    )  # fmt: skip
    check(action, exclude=("entry",))
    action.entry = IMMEDIATE_ACTION_TAKEN.record(
        case, on=acted_on, by=by, now=now, who=action.get_acted_by_display(),
        way=action.get_way_display(), what=what, alone=alone,
    )  # fmt: skip
    keep(action)
    record_what_was_not_considered(action.entry, considered)
    refresh(case)
    return action


@transaction.atomic
def record_other_authority(
    *,
    by: Practitioner,
    child: Person,
    authority: str,
    consulted_on: date,
    words: str,
    accepted_in_writing_on: date | None = None,
    their_part: str = "",
    found: str = "",
    asked_to_accept: bool = False,
    now: datetime,
) -> OtherAuthority:
    """Record that the authority which looks after the child, or has a plan, was consulted or accepted.

    Until it accepts explicitly, followed up in writing, the authority where the child is found stays
    responsible, and what it was asked is due. found: who found the child, and where. Raises Refusal for days in the future. Working Together 2023, page 85.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_day_to_come(consulted_on, what="This contact", field="consulted_on", now=now)
    if accepted_in_writing_on:
        refuse_day_to_come(
            accepted_in_writing_on, what="This acceptance", field="accepted_in_writing_on", now=now
        )
    contact = OtherAuthority(
        area_id=case.area_id, case=case, authority=authority, consulted_on=consulted_on, words=words,
        accepted_in_writing_on=accepted_in_writing_on, their_part=their_part, found=found,
        asked_to_accept=asked_to_accept, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(contact, exclude=("entry",))
    did = "was asked to take responsibility" if asked_to_accept else "was consulted"
    if accepted_in_writing_on:
        did = f"accepted responsibility in writing on {accepted_in_writing_on:%-d %B %Y}"
    contact.entry = OTHER_AUTHORITY_CONSULTED.record(
        case, on=consulted_on, by=by, now=now, authority=authority, did=did, words=words,
        asked_to_accept=asked_to_accept, accepted=bool(accepted_in_writing_on),
    )  # fmt: skip
    keep(contact)
    refresh(case)
    return contact
