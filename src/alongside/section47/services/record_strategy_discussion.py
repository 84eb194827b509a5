"""Recording a strategy discussion, about one child or several at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.basis import begin_in_need
from alongside.cases.episodes import involve, open_case
from alongside.cases.models import Case, lead_practitioner
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.kinds import STRATEGY_DISCUSSION_HELD, completing
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.keys import new_key
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.section47.expected import record_what_was_missing
from alongside.section47.models import (
    DiscussionAction,
    Participation,
    Section47Enquiry,
    StrategyDiscussion,
)
from alongside.section47.said import ChildDiscussed, DiscussionHeld

SECTION_47 = StrategyDiscussion.Decision.SECTION_47


@transaction.atomic
def record_strategy_discussion(
    *, by: Practitioner, children: Sequence[ChildDiscussed], discussion: DiscussionHeld, now: datetime
) -> list[StrategyDiscussion]:
    """Record a strategy discussion; each child has a decision, a record and an entry of their own.

    Where it decides on section 47 enquiries and none are under way, they begin here: the conference is
    counted from the discussion that began them, not from the first held nor the last. The agencies that
    took part are from now on involved with the child. Raises Refusal for a day or time that cannot be,
    and for a discussion with nobody in it. Working Together 2023, pages 86-88 and flow chart 5.
    """
    _refuse_what_cannot_be(children, discussion, now)
    together = new_key()
    return [_record_one(by, each, discussion, together, now) for each in children]


def _record_one(
    by: Practitioner, each: ChildDiscussed, held: DiscussionHeld, together: UUID, now: datetime
) -> StrategyDiscussion:
    child = policies.RECORD_STRATEGY_DISCUSSION.lock(each.child, by)
    case = open_case(child)
    refuse_impossible_day(held.held_on, what="This strategy discussion", field="held_on", case=case, now=now)
    record = StrategyDiscussion(
        area_id=case.area_id, case=case, held_together=together, decision=each.decision, reasons=each.reasons,
        enquiry_by=each.enquiry_by, childs_views=each.childs_views, medical=each.medical,
        recorded_at=now, recorded_by=by, **held.fields,
    )  # fmt: skip
    check(record, exclude=("entry",))
    begins = each.decision == SECTION_47 and not _enquiries_under_way(case, held)
    record.entry = STRATEGY_DISCUSSION_HELD.record(
        case, on=held.held_on, at=held.held_at, by=by, now=now, decided=str(each.decision),
        outcome=record.get_decision_display(), reasons=each.reasons, begins_enquiry=begins,
        **completing("enquiry.family-told", held.family_told == "told"),
    )  # fmt: skip
    keep(record)
    begin_in_need(case, on=held.held_on, now=now)
    _keep_who_and_what(record, held)
    lead = each.lead or _leading(case, held)
    if begins:
        _begin_enquiries(record, lead)
    _involve_agencies(case, held)
    record_what_was_missing(record, held, lead=lead if begins else None, begins=begins)
    refresh(case)
    return record


def _enquiries_under_way(case: Case, held: DiscussionHeld) -> bool:
    # One recorded late may fall within enquiries that have since been concluded: they were not begun twice.
    still = Q(conclusion=None) | Q(started_on__lte=held.held_on, conclusion__concluded_on__gt=held.held_on)
    return Section47Enquiry.objects.filter(still, case=case).exists()


def _leading(case: Case, held: DiscussionHeld) -> Practitioner | None:
    allocation = lead_practitioner(case, held.held_on) or lead_practitioner(case)
    return allocation.practitioner if allocation else None


def _begin_enquiries(record: StrategyDiscussion, lead: Practitioner | None) -> None:
    enquiry = Section47Enquiry(
        area_id=record.area_id, case=record.case, entry=record.entry, started_on=record.held_on,
        opened_by=record, lead=lead, conducted=record.enquiry_by, recorded_at=record.recorded_at,
        recorded_by=record.recorded_by,
    )  # fmt: skip
    check(enquiry)
    keep(enquiry)


def _keep_who_and_what(record: StrategyDiscussion, held: DiscussionHeld) -> None:
    for place, one in enumerate(held.participants):
        took_part = Participation(
            discussion=record, place=place, name=one.name, practitioner=one.practitioner, agency=one.agency,
            agency_name=one.agency_name, sector=one.works_in, may_decide=one.may_decide,
            information=one.information, view=one.view, dissent=one.dissent,
        )  # fmt: skip
        check(took_part)
        keep(took_part)
    for place, agreed in enumerate(held.actions):
        action = DiscussionAction(
            discussion=record, place=place, what=agreed.what, agency=agreed.agency, by_on=agreed.by_on
        )
        check(action)
        keep(action)


def _involve_agencies(case: Case, held: DiscussionHeld) -> None:
    for one in held.participants:
        if one.agency and one.agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE:
            why = f"Took part in the strategy discussion on {held.held_on:%-d %B %Y}"
            involve(case, one.agency, why=why, on=held.held_on, through=one.practitioner)


def _refuse_what_cannot_be(children: Sequence[ChildDiscussed], held: DiscussionHeld, now: datetime) -> None:
    if len({each.child.pk for each in children}) < max(len(children), 1):
        raise Refusal(
            "This strategy discussion names no child, or the same child twice.",
            "Each child who is discussed has one decision of their own.",
            "Name each child once.",
        )
    if not held.participants:
        raise Refusal(
            "Nobody took part in this strategy discussion.",
            "A discussion is held between people, and no row names anyone.",
            "Enter who took part, with their agency.",
            field="participants",
        )
    if held.held_at and (day_of(held.held_at) != held.held_on or held.held_at > now):
        raise Refusal(
            "The time does not fit the day of this strategy discussion.",
            f"You entered {held.held_on:%-d %B %Y} as the day, and the time is not on it or has not come yet.",
            "Enter the time the discussion was held, or leave the time out.",
            field="held_at",
        )
