"""What a chair reads before a conference: each child, what led here, reports, views, the plan, and what needs care in the room.

One query, however many children and however long their plans.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.conferences.limits import RULES
from alongside.conferences.models import (
    BeforeBirth,
    Booking,
    ConferenceDecision,
    ConferenceReport,
    Invitation,
    KeptAway,
    Kind,
)
from alongside.deadlines.models import Deadline
from alongside.facts import Fact, listed_as, read
from alongside.partners.asked import as_text
from alongside.people.models import Danger, Person, Relationship, Residence
from alongside.plans.models import Action, Category, ChildProtectionPlan, Need

MAJOR = tuple(kind.id for kind in KINDS.values() if kind.major)
SEEN = "child-seen"
#: How many things that led here, or have happened since, stand on the page; the chronology has all.
MOST = 12
#: For how many days back what the child said when seen is shown.
LATELY = 120


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that led here, or happened since the last conference."""

    on: date
    title: str
    words: str


@dataclass(slots=True)
class OfChild:
    """One child of the sitting. led: latest first. views: what the child said, when and to whom, latest first."""

    child: Person
    due: tuple[date, str, str] | None = None
    plan_since: date | None = None
    category: str = ""
    last_held: date | None = None
    last_words: str = ""
    last_views: tuple[str, str] = ("", "")
    led: list[Happened] = field(default_factory=list)
    more_led: int = 0
    said: list[tuple[date, str]] = field(default_factory=list)
    needs: list[tuple[str, str, date | None]] = field(default_factory=list)
    actions: list[tuple[str, str, date | None, date | None]] = field(default_factory=list)
    dangers: list[str] = field(default_factory=list)
    protected: list[tuple[str, str]] = field(default_factory=list)
    brothers_and_sisters: list[str] = field(default_factory=list)
    before_birth: tuple[date, str] | None = None

    @property
    def done(self) -> int:
        """How many actions of the plan are done."""
        return sum(done is not None for _, _, _, done in self.actions)

    def late(self, today: date) -> list[tuple[str, str, date | None, date | None]]:
        """Actions whose day is over and that nobody said were done."""
        return [one for one in self.actions if one[3] is None and one[2] is not None and one[2] < today]


@dataclass(slots=True)
class PreRead:
    """A sitting as its chair reads it. reports: who wrote, from where, when, words by heading, when the family had it."""

    booking: Booking
    children: list[OfChild]
    invited: list[tuple[str, str, str, str]] = field(default_factory=list)
    reports: list[tuple[str, str, date, date | None, dict[str, str]]] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    away: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def comes(self) -> list[str]:
        """Those who said that they come, or whom they send."""
        return [
            name
            for name, _, answer, _ in self.invited
            if answer in (Invitation.Answer.ACCEPTS, Invitation.Answer.SENDS)
        ]


def read_before(booking: Booking, children: list[Person], today: date) -> PreRead:
    """What there is to read about this booking and these of its children. One query."""
    facts: dict[str, list[Fact]] = {}
    for row in read(_lists(booking, [child.pk for child in children], today)):
        facts.setdefault(row.what, []).append(row)
    found = PreRead(booking, [_of_child(child, facts) for child in children])
    reported = {row.key for row in facts.get("report", [])}
    for row in sorted(
        facts.get("invited", []), key=lambda row: (row.at is None, str(row.recorded_at), row.name)
    ):
        told = json.loads(row.detail)
        found.invited.append((row.name, row.role, told["answer"], told["sends"] or told["why"]))
        if told["wanted"] in (True, 1) and row.key not in reported:
            found.missing.append(f"{row.name}, {told['agency']}" if told["agency"] else row.name)
    for row in sorted(facts.get("report", []), key=lambda row: row.name):
        assert row.from_on is not None
        found.reports.append((row.name, row.role, row.from_on, row.to_on, json.loads(row.detail or "{}")))
    for row in facts.get("away", []):
        where, _, instead = row.role.partition("\n")
        found.away.append((row.name, where, row.detail, instead))
    return found


def _of_child(child: Person, facts: dict[str, list[Fact]]) -> OfChild:
    def of(what: str) -> list[Fact]:
        rows = [row for row in facts.get(what, []) if row.key == child.pk]
        return sorted(
            rows, key=lambda row: (str(row.from_on or ""), str(row.recorded_at or "")), reverse=True
        )

    found = OfChild(child)
    for row in sorted(of("limit"), key=lambda row: str(row.to_on), reverse=True):
        if row.to_on is not None:
            found.due = (row.to_on, row.detail, row.role)
    for row in of("plan")[:1]:
        found.plan_since, found.category = row.from_on, Category(row.name).label.lower()
    for row in of("decision")[:1]:
        found.last_held = row.from_on
        found.last_words = f"{ConferenceDecision.Decided(row.name).label}. {row.detail}"
    for row in of("said-then")[:1]:
        found.last_views = (row.name, row.detail)
    since = found.last_held
    led = [row for row in of("led") if since is None or (row.from_on and row.from_on > since)]
    found.led = [_happened(row) for row in led[:MOST]]
    found.more_led = max(0, len(led) - MOST)
    for row in of("seen"):
        said = json.loads(row.detail).get("said")
        if said and row.from_on:
            found.said.append((row.from_on, said))
    found.said = found.said[:3]
    found.needs = [
        (row.name, " ".join(one for one in (row.role, row.detail) if one), row.to_on) for row in of("need")
    ]
    found.actions = sorted(
        ((row.name, row.role, row.to_on, row.from_on) for row in of("action")), key=lambda one: str(one[2])
    )
    found.dangers = [row.name for row in of("danger")]
    found.protected = [(row.name, row.detail) for row in of("protected")]
    found.brothers_and_sisters = sorted({row.name for row in of("sibling")})
    for row in of("before-birth")[:1]:
        if row.from_on is not None:
            found.before_birth = (row.from_on, BeforeBirth.Decision(row.name).label)
    return found


def _happened(row: Fact) -> Happened:
    kind = KINDS[row.name]
    details = json.loads(row.detail)
    assert row.from_on is not None
    return Happened(row.from_on, kind.title_of(details), kind.words(details))


def _lists(booking: Booking, children: Iterable[UUID], today: date) -> list[QuerySet[Any]]:
    these = list(children)
    here = {"case__child__in": these, "case__closed_on": None}
    rules = RULES[Kind(booking.kind)]
    limits = Deadline.objects.outstanding().counted().filter(child__in=these, rule_id__in=rules)
    open_plans = ChildProtectionPlan.objects.open().filter(child__in=these)
    entries = Entry.objects.standing().filter(child__in=these, sealed_for="")
    decisions = ConferenceDecision.objects.filter(**here, entry__sealed_for="")
    around = Relationship.objects.filter(other__in=these, to_on=None)
    homes = Residence.objects.filter(protected=True, to_on=None)
    words = {"output_field": TextField()}
    return [
        # detail: why. role: the citation.
        listed_as("limit", limits, name="rule_id", role="citation", detail="because", to_on="due_on", key="child"),
        listed_as("plan", open_plans, name="category", from_on="started_on", key="child"),
        listed_as("need", Need.objects.filter(plan__in=open_plans.values("pk")), name="need", role="must_change",
                  detail="how_much", to_on="by_when", key="plan__child"),
        listed_as("action", Action.objects.filter(need__plan__in=open_plans.values("pk"), dropped_on=None), name="what",
                  role="owner", to_on="by_when", from_on="done_on", key="need__plan__child"),
        listed_as("decision", decisions, name="decided", role="kind", detail="reasons", from_on="held_on", key="case__child"),
        listed_as("said-then", decisions, name="child_views", detail="parents_views", from_on="held_on", key="case__child"),
        listed_as("led", entries.filter(kind__in=MAJOR, case__closed_on=None), name="kind", detail=Cast("details", TextField()),
                  from_on="happened_on", recorded_at="recorded_at", key="child"),
        listed_as("seen", entries.filter(kind=SEEN, happened_on__gte=today - timedelta(days=LATELY)), name="kind",
                  detail=Cast("details", TextField()), from_on="happened_on", recorded_at="recorded_at", key="child"),
        listed_as("danger", Danger.objects.filter(person__in=these, to_on=None), name="words", key="person"),
        listed_as("danger", around.filter(person__dangers__to_on=None, person__dangers__isnull=False),
                  name=Concat(F("person__called"), Value(": "), F("person__dangers__words"), **words), key="other"),
        listed_as("protected", homes.filter(person__in=these), name="person__called", detail="protected_from", key="person"),
        listed_as("protected", around.filter(person__residences__protected=True, person__residences__to_on=None),
                  name="person__called", detail="person__residences__protected_from", key="other"),
        listed_as("sibling", around.filter(kind=Relationship.Kind.SIBLING), name="person__called", key="other"),
        listed_as("sibling", Relationship.objects.filter(person__in=these, to_on=None, kind=Relationship.Kind.SIBLING),
                  name="other__called", key="person"),
        listed_as("before-birth", BeforeBirth.objects.filter(**here), name="decision", from_on="considered_on", key="case__child"),
        listed_as("invited", Invitation.objects.filter(booking=booking.pk), name="name", role="part",
                  detail=as_text(answer="answer", sends="sends", why="answer_reason", wanted="report_wanted",
                                  agency="agency__name"),
                  at="answered_at", key="agency"),
        listed_as("report", ConferenceReport.objects.filter(booking=booking.pk), name="agency__name", role="written_by",
                  detail=Cast("words", TextField()), from_on="received_on", to_on="shared_on", key="agency"),
        listed_as("away", KeptAway.objects.filter(booking=booking.pk), name="name",
                  role=Concat("away_from", Value("\n"), "views_come", **words), detail="reasons", key="pk"),
    ]  # fmt: skip
