"""What is waiting at the front door, in the order in which it must be done. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner, Team
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.referrals.beside import Note, Pile, lists, notes, piles
from alongside.referrals.models import Decision, Referral, Statement
from alongside.ui.words import count, date_words

NEW, DECIDING, TO_TELL, TO_ALLOCATE, DONE = "new", "deciding", "to-tell", "to-allocate", "done"
COLUMNS = (
    (NEW, "New", "Not acknowledged yet"),
    (DECIDING, "Deciding", "Acknowledged, waiting for a decision"),
    (TO_TELL, "To tell", "Decided; the referrer has not been told"),
    (TO_ALLOCATE, "To allocate", "Decided; nobody leads yet"),
    (DONE, "Done today", "Decided and told today"),
)
#: So many at most, those that wait before those decided, and the longest waiting first.
LIMIT = 400


@dataclass(slots=True)
class Card:
    """One referral on the board, with its clock and what is known of the child already."""

    referral: Referral
    column: str
    first_line: str
    deadline: Deadline | None
    notes: list[Note] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Brothers and sisters of one submission who stand in one column, moved together.

    apart: those of the same submission who stand elsewhere, each with where: the group has been split.
    """

    cards: list[Card]
    apart: list[tuple[str, str]] = field(default_factory=list)

    @property
    def first(self) -> Card:
        return self.cards[0]

    @property
    def names(self) -> str:
        return ", ".join(str(card.referral.case.child) for card in self.cards)


@dataclass(slots=True)
class Board:
    """The columns, each with its groups; ``column`` is the one asked for, or all. piles: what else waits."""

    groups: dict[str, list[Group]]
    column: str
    piles: list[Pile] = field(default_factory=list)

    @property
    def columns(self) -> list[tuple[str, str, str, list[Group]]]:
        return [
            (key, title, hint, self.groups[key])
            for key, title, hint in COLUMNS
            if not self.column or key == self.column
        ]

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        return [(key, title, sum(len(one.cards) for one in self.groups[key])) for key, title, _ in COLUMNS]

    @property
    def is_empty(self) -> bool:
        return not any(self.groups.values())


def of(area: Area, me: Practitioner, *, now: datetime, column: str = "") -> Board:
    """The board of an area: three reads, however many cards there are."""
    # Those that wait and those decided lately, each by an index of its own, among all there ever were.
    waiting = Referral.objects.filter(area=area, decided=False).order_by().values("pk")
    lately = Decision.objects.filter(area=area, decided_on__gte=day_of(now) - timedelta(days=28))
    shown = Referral.objects.filter(pk__in=waiting.union(lately.values("referral")), area=area)
    referrals = list(
        policies.RECORD_REFERRAL_WORK.filter_through("case__child", shown, me)
        .exclude(case__closure_reason="same-child")
        .select_related("case__child", "decision", "referrer_agency")
        .order_by("decided", "received_on", F("received_at").asc(nulls_first=True), "id")[:LIMIT]
    )
    facts = read(_lists(area, me, referrals))
    clocks, words = _clocks(referrals), _first_lines(facts)
    known, beside = _known(facts, referrals), notes(facts, now)
    groups: dict[str, list[Group]] = {key: [] for key, _, _ in COLUMNS}
    together: dict[tuple[UUID, str], Group] = {}
    heard: dict[str, set[str]] = {}
    for fact in facts:
        if fact.what == "heard":
            heard.setdefault(fact.detail, set()).add(fact.name)
    led = {fact.key for fact in facts if fact.what == "lead"}
    stands = {
        one.pk: _column(one, heard.get(str(one.pk), set()), one.case_id in led, now) for one in referrals
    }
    for referral in referrals:
        place, child = stands[referral.pk], referral.case.child_id
        if not place:
            continue
        card = Card(referral, place, words.get(referral.pk, ""), clocks.get(str(referral.pk)),
                    [*known.get(referral.pk, []), *beside.get(child, [])])  # fmt: skip
        if (referral.submission, place) not in together:
            together[referral.submission, place] = Group([], _apart(referral, referrals, stands))
            groups[place].append(together[referral.submission, place])
        together[referral.submission, place].cards.append(card)
    return Board(groups, column if column in groups else "", piles(facts, now))


TITLES = {key: title for key, title, _ in COLUMNS} | {"": "Done"}


def _apart(one: Referral, every: list[Referral], stands: dict[UUID, str]) -> list[tuple[str, str]]:
    return [
        (str(other.case.child), TITLES[stands[other.pk]])
        for other in every
        if other.submission == one.submission and stands[other.pk] != stands[one.pk]
    ]


HEARD = (kinds.REFERRER_TOLD.id, kinds.REFERRER_NOT_TOLD.id, kinds.REFERRAL_ACKNOWLEDGED.id)
PLANS = {
    kinds.INITIAL_CONFERENCE_HELD.id: "child protection plan", kinds.TRANSFER_IN_CONFERENCE_HELD.id: "child protection plan",
    kinds.CHILD_IN_NEED_PLAN_STARTED.id: "child-in-need plan",
}  # fmt: skip


def _lists(area: Area, me: Practitioner, referrals: list[Referral]) -> list[QuerySet[Any]]:
    """Each layer of what is known, as one list; all of them are read at once."""
    cases, children = [r.case_id for r in referrals], [r.case.child_id for r in referrals]
    entries = Entry.objects.standing()
    concerns = Statement.objects.filter(referral__in=referrals, kind=Statement.Kind.CONCERN)
    plan = Q(details__decided="plan") | Q(kind=kinds.CHILD_IN_NEED_PLAN_STARTED.id)
    return [
        listed_as("heard", entries.filter(case__in=cases, kind__in=HEARD), name="kind", detail=KT("details__referral")),
        listed_as("lead", Allocation.objects.current().filter(case__in=cases), key="case"),
        listed_as("concern", concerns, key="referral", detail="words"),
        listed_as("earlier", Referral.objects.filter(case__child__in=children), key="case__child", name=Cast("pk", TextField()),
                  from_on="received_on"),
        listed_as("plan", policies.READ_ENTRY.not_denied(entries.filter(plan, child__in=children, kind__in=PLANS), me),
                  key="child", name="kind", from_on="happened_on"),
        *lists(area, me, children),
    ]  # fmt: skip


def _column(referral: Referral, heard: set[str], led: bool, now: datetime) -> str:
    decision = getattr(referral, "decision", None)
    if decision is None:
        return DECIDING if kinds.REFERRAL_ACKNOWLEDGED.id in heard else NEW
    if not heard & {kinds.REFERRER_TOLD.id, kinds.REFERRER_NOT_TOLD.id}:
        return TO_TELL
    if referral.case.closed_on is None and not led:
        return TO_ALLOCATE
    return DONE if decision.decided_on == day_of(now) else ""


def _clocks(referrals: list[Referral]) -> dict[str, Deadline]:
    outstanding = Deadline.objects.outstanding().filter(
        case__in=[r.case_id for r in referrals], rule_id__in=("referral.decision", "referral.feedback")
    )
    found = outstanding.select_related("started_by").order_by("rule_id")
    return {deadline.started_by.details.get("referral", ""): deadline for deadline in found}


def _first_lines(facts: list[Fact]) -> dict[UUID, str]:
    return {
        fact.key: fact.detail.splitlines()[0][:160]
        for fact in facts
        if fact.what == "concern" and fact.key and fact.detail
    }


def _known(facts: list[Fact], referrals: list[Referral]) -> dict[UUID, list[Note]]:
    """By referral: the child's referrals before it, and plans there have been. For reading in one look."""
    earlier: dict[UUID | None, list[Fact]] = {}
    for fact in facts:
        if fact.what in ("earlier", "plan"):
            earlier.setdefault(fact.key, []).append(fact)
    return {one.pk: _known_of(one, earlier.get(one.case.child_id, [])) for one in referrals}


def _known_of(referral: Referral, facts: list[Fact]) -> list[Note]:
    before = [
        fact.from_on for fact in facts
        if fact.what == "earlier" and fact.from_on and UUID(fact.name) != referral.pk
        and fact.from_on <= referral.received_on
    ]  # fmt: skip
    plans = sorted((fact.from_on, PLANS[fact.name]) for fact in facts if fact.what == "plan" and fact.from_on)
    known = (
        [Note(f"{count(len(before), 'earlier referral')}, the last on {date_words(max(before))}")]
        if before
        else []
    )
    known += [Note(f"A {plan} from {date_words(since)}") for since, plan in plans[-2:]]
    return known or [Note("Not known before")]


def untold_with(referral: Referral, me: Practitioner) -> list[Decision]:
    """Decisions on the other children of the submission, decided alike and not told yet: one letter tells of all."""
    children = policies.RECORD_REFERRAL_WORK.filter(Person.objects.filter(area=referral.area_id), me)
    alike = Decision.objects.filter(
        referral__submission=referral.submission, case__child__in=children, outcome=referral.decision.outcome,
        to_tell_referrer=referral.decision.to_tell_referrer,
    ).exclude(referral=referral)  # fmt: skip
    found = list(alike.select_related("case__child", "referral__case__area").order_by("id"))
    heard = Entry.objects.standing().filter(case__in=[one.case_id for one in found], kind__in=HEARD[:2])
    done = {details.get("referral") for details in heard.values_list("details", flat=True)}
    return [one for one in found if str(one.referral_id) not in done]


def loads(teams: QuerySet[Team]) -> list[tuple[str, str, int]]:
    """Each practitioner of some teams and how many children they lead on: (name, team, number)."""
    counted = (
        Allocation.objects.current()
        .filter(team__in=teams, capacity=Allocation.Capacity.LEAD_PRACTITIONER)
        .values_list("practitioner__name", "team__name")
        .annotate(n=Count("id"))
        .order_by("practitioner__name")
    )
    return list(counted)
