"""For those who manage: who leads on how many children, and what waits for their signature and what changed in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import APPROVE_ASSESSMENT, MANAGING_ROLES, READ_CHILD
from alongside.agencies.models import Post, Practitioner
from alongside.assessments.models import Assessment, AssessmentSectionVersion, AssessmentSubmission
from alongside.assessments.outcomes import outcome_label
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.desk.offers import address
from alongside.desk.timeline_facets import by_what
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import ChildInNeedPlan
from alongside.moments import day_of
from alongside.plans.models import ChildProtectionPlan
from alongside.ui.pages import render
from alongside.ui.words import count, date_words

LEAD = Allocation.Capacity.LEAD_PRACTITIONER
COMPLETION = "assessment.completion"
SHOWN = 100
NEW_LINE = Value("\n", TextField())
WORK = ("assessing", "in-need", "protected", "other")
QUARTER, YEAR = 91, 365


@dataclass(frozen=True, slots=True)
class Load:
    """How many children somebody leads on, by what is under way for them and since when. Numbers, and no score."""

    name: str
    children: int
    by_work: tuple[int, ...]
    by_age: tuple[int, int, int]
    oldest: date | None


@login_required
@require_safe
def team_load(request: HttpRequest) -> HttpResponse:
    """Who leads on how many children in the teams one manages, by kind of work and age of case."""
    me, teams = managing(request)
    today = day_of(timezone.now())
    facts = by_what(read(_load_lists(teams, me, today)))
    return render(request, "desk/team_load.html", {"loads": _loads(facts, today), "teams": names(me, teams)})


@login_required
@require_safe
def team_sign_off(request: HttpRequest) -> HttpResponse:
    """What waits for a manager: assessments, with what changed since they were last sent; plans; assessments that run over."""
    me, teams = managing(request)
    facts = by_what(read(_sign_off_lists(teams, me, day_of(timezone.now()))))
    return render(request, "desk/team_sign_off.html", {
        "assessments": [_sent(one) for one in _earliest(facts.get("sent", []))],
        "plans": [(one, address("family_help:plan", one.role)) for one in _earliest(facts.get("plan", []))],
        "over_runs": [(one, address("desk:due-dates", one.role)) for one in _earliest(facts.get("late", []))],
        "teams": names(me, teams),
    })  # fmt: skip


def managing(request: HttpRequest) -> tuple[Practitioner, Any]:
    """Who asks, and the teams they supervise or manage. Raises Http404 where there are none."""
    me = practitioner_of(request)
    teams = me.scope.teams_as(*MANAGING_ROLES)
    if not teams:
        raise Http404("There is no team here that you can open.")
    return me, teams


def names(me: Practitioner, teams: Any) -> list[str]:
    return sorted({str(post.team) for post in me.scope.posts if post.team_id in teams})


def _led(teams: Any, me: Practitioner) -> QuerySet[Allocation]:
    """Who leads for these teams, on children whose record the reader may open."""
    led = Allocation.objects.current().filter(team__in=teams, capacity=LEAD, case__closed_on=None)
    return READ_CHILD.filter_through("case__child", led, me)


def _load_lists(teams: Any, me: Practitioner, today: date) -> tuple[QuerySet[Any], ...]:
    """“lead”: name, who; from_on, since when the case is open; key, the case. The others: key, a case."""
    led = _led(teams, me)
    cases = led.order_by().values("case")
    there = Post.objects.filter(team__in=teams, practitioner__is_active=True, from_on__lte=today)
    there = there.filter(Q(to_on=None) | Q(to_on__gte=today))
    return (
        listed_as("works-here", there, name="practitioner__name", key="practitioner"),
        listed_as("lead", led, name="practitioner__name", role=Cast("practitioner", TextField()),
                  from_on="case__opened_on", key="case"),
        listed_as("assessing", Assessment.objects.filter(case__in=cases, approval=None), key="case"),
        listed_as("in-need", ChildInNeedPlan.objects.filter(case__in=cases, ending=None), key="case"),
        listed_as("protected", ChildProtectionPlan.objects.filter(case__in=cases, ended_on=None), key="case"),
    )  # fmt: skip


def _loads(facts: dict[str, list[Fact]], today: date) -> list[Load]:
    under_way = {what: {one.key for one in facts.get(what, ())} for what in WORK[:3]}
    theirs: dict[tuple[str, str], list[Fact]] = {
        (one.name, str(one.key).replace("-", "")): [] for one in facts.get("works-here", ())
    }
    for one in facts.get("lead", ()):
        theirs.setdefault((one.name, one.role.replace("-", "")), []).append(one)
    return [_load(name, led, under_way, today) for (name, _), led in sorted(theirs.items())]


def _load(name: str, led: Sequence[Fact], under_way: dict[str, set[Any]], today: date) -> Load:
    numbers = [sum(one.key in under_way[what] for one in led) for what in WORK[:3]]
    other = sum(not any(one.key in keys for keys in under_way.values()) for one in led)
    ages = [(today - one.from_on).days for one in led if one.from_on]
    return Load(
        name=name, children=len(led), by_work=(*numbers, other),
        by_age=(sum(age < QUARTER for age in ages), sum(QUARTER <= age < YEAR for age in ages), sum(age >= YEAR for age in ages)),
        oldest=min((one.from_on for one in led if one.from_on), default=None),
    )  # fmt: skip


def _sign_off_lists(teams: Any, me: Practitioner, today: date) -> tuple[QuerySet[Any], ...]:
    """Facts of what waits. role: the child's reference. detail: what is shown beside it."""
    cases = _led(teams, me).order_by().values("case")
    before = AssessmentSubmission.objects.filter(assessment=OuterRef("assessment"), returned__isnull=False)
    last: Subquery = Subquery(before.order_by("-recorded_at").values("recorded_at")[:1])
    changed = AssessmentSectionVersion.objects.filter(
        section__assessment=OuterRef("assessment"), saved_at__gt=OuterRef("last_sent")
    ).order_by()
    headings: Subquery = Subquery(
        changed.values("section__assessment").annotate(n=Count("section", distinct=True)).values("n")
    )
    waiting = AssessmentSubmission.objects.filter(returned=None, assessment__approval=None, case__in=cases)
    waiting = APPROVE_ASSESSMENT.filter_through("case__child", waiting, me)
    sent = waiting.annotate(last_sent=last).annotate(changed=headings)
    late = Deadline.objects.outstanding().filter(case__in=cases, rule_id=COMPLETION, due_on__lt=today)
    said = Entry.objects.filter(
        case=OuterRef("case"), kind=kinds.OVER_RUN_EXPLAINED.id, corrected_by=None
    ).order_by()
    explained: Subquery = Subquery(said.values("case").annotate(last=Max("happened_on")).values("last"))
    return (
        listed_as("sent", sent, name="case__child__called", role="case__child__reference", detail=_told(),
                  from_on="sent_on", to_on="assessment__started_on", at="last_sent", key="pk"),
        listed_as("plan", ChildInNeedPlan.objects.filter(case__in=cases, ending=None, approved_by=None),
                  name="case__child__called", role="case__child__reference", from_on="started_on", key="pk"),
        listed_as("late", late.annotate(explained=explained), name="child__called", role="child__reference",
                  from_on="due_on", to_on="explained", key="pk"),
    )  # fmt: skip


def _told() -> Any:
    """What is read of an assessment that waits: the outcome, how many headings changed, and who sent it."""
    return Concat(
        Cast("outcome", TextField()), NEW_LINE, Coalesce(Cast("changed", TextField()), Value("0", TextField()), output_field=TextField()), NEW_LINE, Cast("recorded_by__name", TextField()),
        output_field=TextField(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """An assessment that waits for approval. changed: what changed since it was last sent, in words."""

    child: str
    href: str
    outcome: str
    by: str
    sent_on: date | None
    changed: str


def _sent(one: Fact) -> Sent:
    outcome, changed, by = one.detail.split("\n")
    words = "Sent for the first time"
    if one.at:
        words = f"{count(int(changed), 'heading')} changed since it was returned after {date_words(one.at)}"
    return Sent(
        one.name, address("assessments:approve", one.role), outcome_label(outcome, one.to_on or one.from_on or date.min), by,
        one.from_on, words,
    )  # fmt: skip


def _earliest(facts: list[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: (one.from_on or date.max, one.name))[:SHOWN]
