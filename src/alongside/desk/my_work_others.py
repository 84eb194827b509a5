"""My work for those who sign off, and for those who work with children from another agency. Reads only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, JSONField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from alongside.access.policies import APPROVE_ASSESSMENT, MANAGING_ROLES, READ_CHILD
from alongside.agencies.models import Practitioner
from alongside.assessments.models import AssessmentSubmission
from alongside.assessments.outcomes import outcome_label
from alongside.cases.models import Allocation, Involvement
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import Deadline
from alongside.desk.offers import address
from alongside.desk.search_terms import printable
from alongside.referrals.models import Referral

SHOWN = 50


@dataclass(frozen=True, slots=True)
class ToSignOff:
    """An assessment that waits for approval, with who sent it and the outcome they propose."""

    child: str
    href: str
    by: str
    sent_on: date
    outcome: str


@dataclass(frozen=True, slots=True)
class Known:
    """A child this agency works with: why, who leads and how to reach them, what is next."""

    child: str
    href: str
    why: str
    since: date
    lead: str
    contact: tuple[tuple[str, str], ...]
    next: str
    next_on: date | None


def to_sign_off(me: Practitioner) -> list[ToSignOff]:
    """Assessments of this manager's teams that wait for approval, the longest waiting first. One query."""
    teams: Any = me.scope.teams_as(*MANAGING_ROLES)
    waiting = AssessmentSubmission.objects.filter(
        returned=None, assessment__approval=None, case__closed_on=None, case__allocations__to_on=None,
        case__allocations__capacity=Allocation.Capacity.LEAD_PRACTITIONER,
        case__allocations__team__in=teams,
    )  # fmt: skip
    found = APPROVE_ASSESSMENT.filter_through("case__child", waiting, me)
    return [
        ToSignOff(
            child=sent.case.child.called,
            href=address("assessments:approve", sent.case.child.reference)
            or address("desk:child", sent.case.child.reference),
            by=sent.recorded_by.name,
            sent_on=sent.sent_on,
            outcome=outcome_label(sent.outcome, sent.assessment.started_on),
        )
        for sent in found.select_related("case__child", "recorded_by", "assessment").order_by(
            "sent_on", "id"
        )[:SHOWN]
    ]


def children_of_agency(me: Practitioner, today: date, after: str = "") -> tuple[list[Known], str]:
    """Children this practitioner's agency works with, by name, and the key where the list goes on. One query."""
    agencies: Any = me.scope.partner_agencies
    working = Involvement.objects.filter(agency__in=agencies, to_on=None, case__closed_on=None)
    rows = READ_CHILD.filter_through("case__child", working, me)
    rows = _with_lead_and_next(rows.filter(_past(after)), today).select_related("case__child")
    found: list[Any] = list(rows.order_by("case__child__called", "id")[: SHOWN + 1])
    shown = found[:SHOWN]
    more = f"{shown[-1].case.child.called}_{shown[-1].pk}" if len(found) > SHOWN else ""
    return [_known(one) for one in shown], more


def _past(after: str) -> Q:
    name, _, key = printable(after).rpartition("_")
    try:
        same = Q(case__child__called=name, id__gt=UUID(key))
    except ValueError:
        return Q()
    return Q(case__child__called__gt=name) | same


def _with_lead_and_next(rows: QuerySet[Involvement], today: date) -> QuerySet[Involvement]:
    lead = Allocation.objects.current().filter(
        case=OuterRef("case"), capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    words = {"name": "practitioner__name", "title": "practitioner__job_title", "team": "team__name",
             "phone": "practitioner__phone", "email": "practitioner__email"}  # fmt: skip
    # Dates still to come, and not the front door's own: those are nothing a partner can prepare for.
    due = (
        Deadline.objects.outstanding()
        .filter(child=OuterRef("case__child"), clock="guidance", due_on__gte=today)
        .exclude(rule_id__startswith="referral.")
    )
    told = JSONObject(rule="rule_id", on="due_on")
    return rows.annotate(
        lead=Subquery(lead.values(told=JSONObject(**words))[:1], output_field=JSONField()),
        next=Subquery(due.order_by(F("due_on")).values(told=told)[:1], output_field=JSONField()),
    )


def _known(one: Any) -> Known:
    lead, due = one.lead or {}, one.next or {}
    who = ", ".join(part for part in (lead.get("name"), lead.get("title") or lead.get("team")) if part)
    return Known(
        child=one.case.child.called,
        href=address("desk:child", one.case.child.reference),
        why=one.why,
        since=one.from_on,
        lead=who,
        contact=tuple(_ways(lead)),
        next=timescale(due["rule"]).title if due else "",
        next_on=date.fromisoformat(due["on"][:10]) if due else None,
    )


def _ways(lead: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Ways to reach somebody: the words, and the link that rings or writes."""
    if phone := lead.get("phone"):
        yield phone, f"tel:{phone.replace(' ', '')}"
    if email := lead.get("email"):
        yield email, f"mailto:{email}"


def told_by(me: Practitioner) -> list[Referral]:
    """The latest referrals this practitioner made, to say what became of them. One query."""
    mine = Referral.objects.filter(referrer=me).select_related("decision")
    return list(mine.order_by("-received_on", "-id")[:5])
