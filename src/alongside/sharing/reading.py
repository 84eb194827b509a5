"""What pages about sharing show: read in few questions, decided nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.access import policies
from alongside.access.doors import may_too
from alongside.agencies.models import Practitioner
from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Content, Heading, Rule
from alongside.people.models import Person
from alongside.sharing.models import SharingDecision, SharingRequest

#: How many of each a list shows.
MOST = 100


def duty_on(day: date) -> Rule:
    """What governs sharing on a day: the duty once it has begun, before it Working Together."""
    duty = catalogue.rule("information.sharing")
    try:
        duty.dated.at(day)
    except NotCovered:
        return catalogue.rule("information.not-left-to-others")
    return duty


def myths_on(day: date) -> tuple[Heading, ...]:
    """What keeps people from sharing and need not, as the text in force says it; nothing where none does."""
    rule = catalogue.rule("information.myths")
    assert isinstance(rule, Content)
    try:
        return rule.headings(day)
    except NotCovered:
        return ()


def about(child: Person, me: Practitioner, today: date) -> dict[str, Any]:
    """Decisions and requests about a child that this practitioner may read."""
    found = SharingDecision.objects.filter(case__child=child).select_related(
        "holder", "recipient", "agreement", "recall"
    )
    asked = SharingRequest.objects.filter(case__child=child).select_related(
        "asking_agency", "asked_agency", "answer"
    )
    if not may_too(child, policies.READ_SHARING_DECISIONS):
        found = found.filter(holder__in=me.scope.agencies)
        asked = asked.filter(asking_agency__in=me.scope.agencies) | asked.filter(
            asked_agency__in=me.scope.agencies
        )
    return {
        "decisions": [(one, state_of(one, today)) for one in found[:MOST]],
        "requests": [(one, how_it_stands(one, today)) for one in asked.order_by("-asked_on", "-id")[:MOST]],
        "may_decide": may_too(child, policies.SHARE_INFORMATION),
        "mine": me.scope.agencies,
    }


def state_of(decision: SharingDecision, today: date) -> tuple[str, str]:
    """How a decision stands today, in words, and which look the words have."""
    if not decision.shares:
        return "Not shared", "not"
    if hasattr(decision, "recall"):
        return "Called back", "late"
    if decision.expires_on and decision.expires_on < today:
        return "No longer readable", "not"
    last = decision.agreement.last_day if decision.agreement else None
    if last and (last < today or decision.agreement.ended_on == last <= today):  # type: ignore[union-attr]
        return "Closed: its agreement has ended", "not"
    return "Shared", "done"


def how_it_stands(request: SharingRequest, today: date) -> tuple[str, str]:
    """How a request stands today, in words, and which look the words have."""
    if request.withdrawn_on:
        return "Withdrawn", "not"
    if hasattr(request, "answer"):
        return ("Answered", "done") if request.answer.shares else ("Answered: not shared", "done")
    if request.by_when and request.by_when < today:
        return "Not answered, and late", "late"
    return "Waiting for an answer", "soon"


def with_us(me: Practitioner, today: date) -> dict[str, Any]:
    """What was shared with this practitioner's agencies and still stands, and what is asked of them."""
    received = policies.READ_SHARED.filter(SharingDecision.objects.standing_on(today), me)
    asked = policies.ANSWER_REQUEST.filter(SharingRequest.objects.filter(answer=None, withdrawn_on=None), me)
    mine = policies.SHARE_INFORMATION.filter_through("case__child", asked, me)
    return {
        "received": list(received.select_related("holder", "case__child")[:MOST]),
        "asked": [
            (one, how_it_stands(one, today))
            for one in mine.select_related("asking_agency", "asked_agency", "case__child", "answer").order_by(
                "by_when", "asked_on"
            )[:MOST]
        ],
    }
