"""What must not be lost between people: moves to and from other authorities, protection that ends by itself, turning 18.

For whoever leads on the child or covers for them, and whoever manages the team. Each line says what waits, since when, who was asked last,
and leads to the page that answers it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from dateutil.relativedelta import relativedelta
from django.contrib.auth.decorators import login_required
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Coalesce, Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import MANAGING_ROLES, READ_CHILD, SOCIAL_CARE_ROLES
from alongside.agencies.models import Absence, Practitioner
from alongside.care.models import LookedAfter, TwoPlansConsidered
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.deadlines.models import Deadline
from alongside.desk.offers import address
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of
from alongside.plans.models import ChildProtectionPlan, MoveContact, PlanMove, StayHere
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    OtherAuthority,
    PoliceProtection,
)
from alongside.ui.pages import render
from alongside.ui.words import date_words

#: How long before a birthday it begins to be listed, and before protection ends it is an alarm. Both local.
BEFORE_EIGHTEEN, BEFORE_THE_END = relativedelta(months=6), timedelta(days=2)
EIGHTEEN = ("child-protection.review-around-eighteen", "child-in-need.change-planned")
LINE = Value("\n", TextField())
#: The lists, in the order in which they are shown.
GROUPS = (
    ("ends", "Protection that ends with nothing settled"),
    ("responsible", "Another authority that has not accepted responsibility in writing"),
    ("move", "Moving to another authority"),
    ("stay", "Here on another authority’s plan"),
    ("eighteen", "Turning 18"),
    ("two-plans", "Looked after beside a plan"),
)
#: On these footings a child is looked after once protection ends: something follows it.
FOLLOWING = ("accommodated", "interim-care-order", "care-order", "remanded", "another")


@dataclass(frozen=True, slots=True)
class Handover:
    """One thing that waits between people. alarm: it ends within two days, or has ended."""

    group: str
    child: str
    words: str
    href: str
    on: date | None
    alarm: bool = False


def is_for(me: Practitioner) -> bool:
    """Whether anything here can be theirs: those who lead on children or manage those who do."""
    return bool(me.scope.teams_as(*SOCIAL_CARE_ROLES))


def handover_lists(me: Practitioner, today: date) -> list[QuerySet[Any]]:
    """Facts of everything that waits for this practitioner, as lead, cover or manager. role: the child's reference."""
    manages = me.scope.teams_as(*MANAGING_ROLES)
    covered = Absence.objects.running(today).filter(covered_by=me).order_by().values("practitioner")
    led = Allocation.objects.current().filter(
        Q(practitioner=me) | Q(practitioner__in=covered) | Q(team__in=manages),
        capacity=Allocation.Capacity.LEAD_PRACTITIONER,
        case__closed_on=None,
    )
    cases = READ_CHILD.filter_through("case__child", led, me).order_by().values("case")
    about: dict[str, Any] = {"name": "case__child__called", "role": "case__child__reference", "key": "pk"}
    ours = {"case__in": cases}
    rung = MoveContact.objects.filter(move=OuterRef("pk")).order_by("-rung_on", "-recorded_at")
    asked = rung.annotate(said=Concat("rung_by", LINE, "answer", output_field=TextField()))
    accepted = OtherAuthority.objects.filter(accepted_in_writing_on__isnull=False, **ours)
    plans = ChildProtectionPlan.objects.open().filter(**ours).values("case")
    weighed = TwoPlansConsidered.objects.filter(**ours).values("case")
    near = Deadline.objects.outstanding().filter(
        rule_id__in=EIGHTEEN, due_on__lte=today + BEFORE_EIGHTEEN, **ours
    )
    return [
        listed_as("handover-move", PlanMove.objects.filter(ending=None, plan__ended_on=None, conference=None, **ours),
                  **{**about, "from_on": "told__told_on", "to_on": Subquery(rung.values("rung_on")[:1]),
                     "detail": Concat("authority", LINE, Coalesce(Subquery(asked.values("said")[:1]), Value("", TextField())),
                                      output_field=TextField())}),
        listed_as("handover-answered", PlanMove.objects.filter(ending=None, plan__ended_on=None, conference__isnull=False, **ours),
                  **about, detail="authority", from_on="conference__written_on"),
        listed_as("handover-stay", StayHere.objects.filter(ending=None, **ours), **about,
                  detail=Concat("authority", LINE, "their_lead", output_field=TextField()), from_on="from_on", to_on="until_on"),
        listed_as("handover-responsible", OtherAuthority.objects.filter(
                      asked_to_accept=True, accepted_in_writing_on=None, **ours
                  ).exclude(case__in=accepted.values("case")), **about, detail="authority", from_on="consulted_on"),
        *_ending_lists(ours, about),
        listed_as("handover-eighteen", near, name="child__called", role="child__reference", from_on="due_on", key="pk",
                  detail=Concat("rule_id", LINE, "started_by__kind", output_field=TextField())),
        listed_as("handover-two-plans", LookedAfter.objects.filter(
                      ending=None, case__in=plans
                  ).exclude(case__in=weighed), **about, from_on="began_on"),
    ]  # fmt: skip


def _ending_lists(ours: dict[str, Any], about: dict[str, Any]) -> list[QuerySet[Any]]:
    """Protection that has not ended, and for which nothing is settled to follow it."""
    follows = LookedAfter.objects.filter(ending=None, status_now__in=FOLLOWING, **ours).values("case")
    orders = EmergencyProtectionOrder.objects.filter(ending=None, **ours)
    unsettled = {"ending": None, "what_follows": "", **ours}
    police = (
        PoliceProtection.objects.filter(**unsettled)
        .exclude(case__in=follows)
        .exclude(case__in=orders.values("case"))
    )
    last = Coalesce("extension__expires_on", "expires_on")
    return [
        listed_as("handover-police", police, **about, at="begun_at"),
        listed_as("handover-order", orders.filter(what_follows="").exclude(case__in=follows), **about, from_on=last),
        listed_as("handover-assessment", ChildAssessmentOrder.objects.filter(**unsettled), **about, from_on=F("expires_on")),
    ]  # fmt: skip


def handovers_in(facts: Iterable[Fact], today: date) -> list[Handover]:
    """The lines of these facts: alarms first, then group by group, the longest waiting first."""
    made = [line for one in facts if one.what.startswith("handover-") for line in [_line(one, today)]]
    order = [key for key, _ in GROUPS]
    return sorted(
        made, key=lambda one: (not one.alarm, order.index(one.group), one.on or date.min, one.child)
    )


def _line(one: Fact, today: date) -> Handover:
    first, _, rest = one.detail.partition("\n")
    match one.what.removeprefix("handover-"):
        case "move":
            return Handover(
                "move", one.name, _moving(first, rest, one), address("plans:moves", one.role), one.from_on
            )
        case "answered":
            words = f"{first} has answered; the plan here may end"
            return Handover("move", one.name, words, address("plans:end", one.role), one.from_on)
        case "stay":
            words = f"Here for a time on the plan of {first}; {rest} leads there"
            late = bool(one.to_on and one.to_on < today)
            words += f". It was to end by {date_words(one.to_on)}" if late else ""
            return Handover("stay", one.name, words, address("plans:moves", one.role), one.from_on)
        case "responsible":
            words = f"{first} was asked to take responsibility; until it accepts in writing this authority is responsible"
            return Handover(
                "responsible",
                one.name,
                words,
                address("section47:immediate-protection", one.role),
                one.from_on,
            )
        case "eighteen":
            return Handover("eighteen", one.name, *_turning_eighteen(first, rest, one.role), one.from_on)
        case "two-plans":
            return Handover("two-plans", one.name, "Whether both plans are needed has not been considered",
                            address("care:two-plans", one.role), one.from_on)  # fmt: skip
    return _ending(one, today)


def _turning_eighteen(rule_id: str, started_by: str, reference: str) -> tuple[str, str]:
    """What waits before the eighteenth birthday, and where it is done."""
    if rule_id != EIGHTEEN[0]:
        return "Plan who helps as an adult", address("family_help:planned-change", reference)
    if started_by == kinds.COMING_OF_AGE_PLANNED.id:
        return "The review around the eighteenth birthday is set for this day; book it", address(
            "conferences:book", reference
        )
    return "Plan the review around the eighteenth birthday", address("plans:coming-of-age", reference)


def _moving(authority: str, rung: str, one: Fact) -> str:
    if one.from_on is None:
        return f"{authority} has not been told"
    words = f"{authority} was told on {date_words(one.from_on)} and has not answered"
    who, _, answer = rung.partition("\n")
    if not who:
        return f"{words}; nobody has asked again"
    said = str(dict(MoveContact.Answer.choices).get(answer, answer))
    return f"{words}; {who} asked on {date_words(one.to_on)}: {said[:1].lower()}{said[1:]}"


def _ending(one: Fact, today: date) -> Handover:
    what = {
        "police": "Police protection", "order": "An emergency protection order", "assessment": "A child assessment order"
    }[one.what.removeprefix("handover-")]  # fmt: skip
    on = day_of(one.at + timedelta(hours=72)) if one.at else one.from_on
    gone = on is not None and on < today
    words = f"{what} {'ran out' if gone else 'ends'} on {date_words(on)}, and nothing is settled for then"
    alarm = on is not None and on - BEFORE_THE_END <= today
    return Handover("ends", one.name, words, address("section47:immediate-protection", one.role), on, alarm)


@login_required
@require_safe
def handovers(request: HttpRequest) -> HttpResponse:
    """Everything that waits between people, for whoever leads or manages."""
    me, today = practitioner_of(request), day_of(timezone.now())
    if not is_for(me):
        raise Http404("There is no team here that you can open.")
    lines = handovers_in(read(handover_lists(me, today)), today)
    groups = [(title, [line for line in lines if line.group == key]) for key, title in GROUPS]
    return render(
        request, "desk/handovers.html", {"groups": [(title, rows) for title, rows in groups if rows]}
    )
