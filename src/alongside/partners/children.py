"""The children an agency works with: why, how things stand in a word, who leads, what is next. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from alongside.access.policies import AGENCY_INVOLVED, SEE_PART
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation, Involvement
from alongside.conferences.models import Booking
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import Deadline
from alongside.early_help.models import FamilyTeamMember
from alongside.family_help.models import ChildInNeedPlan
from alongside.family_help.names import NAMES
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.models import Category, ChildProtectionPlan
from alongside.ui.jinja import reverse_for
from alongside.ui.words import capitalize_first, date_words

SHOWN = 25


@dataclass(frozen=True, slots=True)
class Known:
    """A child this agency works with. why: in the policy's words, then as it was noted when the work began."""

    child: str
    reference: str
    href: str
    why: tuple[str, ...]
    level: str
    lead: str
    contact: tuple[tuple[str, str], ...]
    next: str
    next_on: date | None


def children_of(me: Practitioner, today: date, after: str = "") -> tuple[list[Known], str]:
    """By name, and the key where the list goes on; empty where it ends. One query."""
    found: list[Any] = list(
        _told(SEE_PART.with_reasons(with_a_case(Person.objects.all()), me), me, today)
        .filter(_past(after))
        .order_by("called", "pk")[: SHOWN + 1]
    )
    shown = found[:SHOWN]
    more = f"{shown[-1].called}_{shown[-1].pk}" if len(found) > SHOWN else ""
    return [_known(one) for one in shown], more


def with_a_case(children: QuerySet[Person]) -> QuerySet[Person]:
    """Those with an open case. Joined, because a list of all open cases would be read from end to end."""
    return children.filter(cases__opened_on__isnull=False, cases__closed_on=None)


def _past(after: str) -> Q:
    name, _, key = "".join(one for one in after if one.isprintable()).rpartition("_")
    try:
        same = Q(called=name, pk__gt=UUID(key))
    except ValueError:
        return Q()
    return Q(called__gt=name) | same


def _told(children: QuerySet[Person], me: Practitioner, today: date) -> QuerySet[Person]:
    case = {"case__child": OuterRef("pk"), "case__closed_on": None}
    lead = Allocation.objects.current().filter(**case, capacity=Allocation.Capacity.LEAD_PRACTITIONER)
    words = {"name": "practitioner__name", "title": "practitioner__job_title", "team": "team__name",
             "phone": "practitioner__phone", "email": "practitioner__email"}  # fmt: skip
    working = Involvement.objects.current().filter(**case, agency__in=me.scope.partner_agencies)
    # Dates still to come, and not the front door's own: those are nothing a partner can prepare for.
    due = (
        Deadline.objects.outstanding()
        .filter(child=OuterRef("pk"), clock="guidance", due_on__gte=today)
        .exclude(rule_id__startswith="referral.")
    )
    plan = ChildProtectionPlan.objects.open().filter(child=OuterRef("pk"))
    helped = ChildInNeedPlan.objects.filter(**case, ending=None)
    early = FamilyTeamMember.objects.filter(**case, leads=True, to_on=None)
    invited = Q(invitations__agency__in=me.scope.partner_agencies) | Q(invitations__practitioner=me)
    booked = Booking.objects.to_come().filter(invited, children__case__child=OuterRef("pk"))
    return children.annotate(
        lead=_first(lead, **words),
        work=_first(working, why="why", since="from_on"),
        next=_first(due.order_by(F("due_on")), rule="rule_id", on="due_on"),
        plan=_first(plan, category="category", since="started_on"),
        helped=_first(helped, since="started_on", basis="basis"),
        early=_first(
            early,
            name="name",
            title="part",
            team="agency__name",
            phone="practitioner__phone",
            email="practitioner__email",
        ),
        booked=_first(booked.order_by("starts_at"), kind="kind", at="starts_at"),
    )


def _first(records: QuerySet[Any], **told: str) -> Subquery:
    return Subquery(records.values(told=JSONObject(**told))[:1], output_field=JSONField())


def _known(one: Any) -> Known:
    lead = one.lead or one.early or {}
    who = ", ".join(part for part in (lead.get("name"), lead.get("title") or lead.get("team")) if part)
    what, on = _next(one)
    return Known(
        child=one.called,
        reference=one.reference,
        href=reverse_for("partners:child", one.reference),
        why=tuple(_why(one)),
        level=_level(one),
        lead=who,
        contact=tuple(ways_to_reach(lead)),
        next=what,
        next_on=on,
    )


def why_involved(why: str, since: date) -> str:
    """Why an agency works with a child and from when; the day is said once, where the reason gives it already."""
    day = date_words(since)
    return why if why.endswith(day) else f"{why}, since {day}"


def _why(one: Any) -> Iterator[str]:
    for words in SEE_PART.words_on(one):
        said = words[:1].upper() + words[1:]
        if one.work and words == AGENCY_INVOLVED.words:
            said += f": {why_involved(one.work['why'], date.fromisoformat(one.work['since'][:10]))}"
        yield said


def _level(one: Any) -> str:
    if one.plan:
        since = date_words(date.fromisoformat(one.plan["since"][:10]))
        return f"Child protection plan, {Category(one.plan['category']).label.lower()}, since {since}"
    if one.helped:
        name = capitalize_first(NAMES[one.helped["basis"]])
        return f"{name}, since {date_words(date.fromisoformat(one.helped['since'][:10]))}"
    if one.early and not one.lead:
        return "Early help"
    return "Has a social worker" if one.lead else "Being decided on"


def _next(one: Any) -> tuple[str, date | None]:
    """The soonest of a conference they are invited to and a limit that runs."""
    dates: list[tuple[date, str]] = []
    if one.next:
        dates.append((date.fromisoformat(one.next["on"][:10]), timescale(one.next["rule"]).title))
    if one.booked:
        label = Booking(kind=one.booked["kind"]).get_kind_display()
        dates.append((_day(one.booked["at"]), label))
    if not dates:
        return "", None
    on, what = min(dates)
    return what, on


def _day(moment: str) -> date:
    """The day in England of a moment as the database writes it in JSON, with or without its zone: then it is UTC."""
    at = datetime.fromisoformat(moment)
    return day_of(at if at.tzinfo else at.replace(tzinfo=UTC))


def ways_to_reach(lead: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Ways to reach somebody: the words, and the link that rings or writes."""
    if phone := lead.get("phone"):
        yield phone, f"tel:{phone.replace(' ', '')}"
    if email := lead.get("email"):
        yield email, f"mailto:{email}"
