"""What is waiting at the front door, in the order in which it must be done. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner, Team
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.moments import day_of
from alongside.people.models import Person, Relationship
from alongside.referrals.models import Referral, Statement

NEW, DECIDING, TO_TELL, TO_ALLOCATE, DONE = "new", "deciding", "to-tell", "to-allocate", "done"
COLUMNS = (
    (NEW, "New", "Not acknowledged yet"),
    (DECIDING, "Deciding", "Acknowledged, waiting for a decision"),
    (TO_TELL, "To tell", "Decided; the referrer has not been told"),
    (TO_ALLOCATE, "To allocate", "Decided; nobody leads yet"),
    (DONE, "Done today", "Decided and told today"),
)
LIMIT = 200


@dataclass(slots=True)
class Card:
    """One referral on the board, with its brothers and sisters counted and its clock."""

    referral: Referral
    column: str
    siblings: int
    first_line: str
    deadline: Deadline | None
    known_before: bool


@dataclass(slots=True)
class Board:
    """The columns, each with its cards; ``column`` is the one asked for, or all."""

    cards: dict[str, list[Card]]
    column: str

    @property
    def columns(self) -> list[tuple[str, str, str, list[Card]]]:
        return [
            (key, title, hint, self.cards[key])
            for key, title, hint in COLUMNS
            if not self.column or key == self.column
        ]

    @property
    def counts(self) -> list[tuple[str, str, int]]:
        return [(key, title, len(self.cards[key])) for key, title, _ in COLUMNS]

    @property
    def is_empty(self) -> bool:
        return not any(self.cards.values())


def of(area: Area, me: Practitioner, *, now: datetime, column: str = "") -> Board:
    """The board of an area: five reads, however many cards there are."""
    children = policies.RECORD_REFERRAL_WORK.filter(Person.objects.filter(area=area), me)
    since = day_of(now) - timedelta(days=28)
    open_or_recent = Q(decision=None) | Q(decision__decided_on__gte=since)
    referrals = list(
        Referral.objects.filter(open_or_recent, area=area, case__child__in=children)
        .exclude(case__closure_reason="same-child")
        .select_related("case__child", "decision", "referrer_agency")
        .order_by("received_at", "received_on", "id")[:LIMIT]
    )
    told, acknowledged = _heard(referrals)
    leads = set(
        Allocation.objects.current()
        .filter(case__in=[r.case_id for r in referrals])
        .values_list("case", flat=True)
    )
    clocks = _clocks(referrals)
    words = _first_lines(referrals)
    earlier = _known_before(referrals)
    cards: dict[str, list[Card]] = {key: [] for key, _, _ in COLUMNS}
    for referral in referrals:
        place = _column(referral, told, acknowledged, leads, now)
        if place:
            alike = sum(1 for other in referrals if other.submission == referral.submission) - 1
            cards[place].append(Card(
                referral, place, alike, words.get(referral.pk, ""), clocks.get(str(referral.pk)),
                referral.case.child_id in earlier,
            ))  # fmt: skip
    return Board(cards, column if column in cards else "")


def _column(
    referral: Referral, told: set[str], acknowledged: set[str], leads: set[UUID], now: datetime
) -> str:
    key, decision = str(referral.pk), getattr(referral, "decision", None)
    if decision is None:
        return DECIDING if key in acknowledged else NEW
    if key not in told:
        return TO_TELL
    if referral.case.closed_on is None and referral.case_id not in leads:
        return TO_ALLOCATE
    return DONE if decision.decided_on == day_of(now) else ""


def _heard(referrals: list[Referral]) -> tuple[set[str], set[str]]:
    entries = Entry.objects.standing().filter(
        case__in=[r.case_id for r in referrals],
        kind__in=(kinds.REFERRER_TOLD.id, kinds.REFERRAL_ACKNOWLEDGED.id),
    )
    told: set[str] = set()
    acknowledged: set[str] = set()
    for kind, details in entries.values_list("kind", "details"):
        (told if kind == kinds.REFERRER_TOLD.id else acknowledged).add(details.get("referral", ""))
    return told, acknowledged


def _clocks(referrals: list[Referral]) -> dict[str, Deadline]:
    outstanding = Deadline.objects.outstanding().filter(
        case__in=[r.case_id for r in referrals], rule_id__in=("referral.decision", "referral.feedback")
    )
    found = outstanding.select_related("started_by").order_by("rule_id")
    return {deadline.started_by.details.get("referral", ""): deadline for deadline in found}


def _first_lines(referrals: list[Referral]) -> dict[UUID, str]:
    concerns = Statement.objects.filter(referral__in=referrals, kind=Statement.Kind.CONCERN)
    return {statement.referral_id: statement.words.splitlines()[0][:160] for statement in concerns}


def _known_before(referrals: list[Referral]) -> set[UUID]:
    cases = Case.objects.filter(child__in=[r.case.child_id for r in referrals])
    return {child for child, cases in cases.values_list("child").annotate(n=Count("id")) if cases > 1}


def clock(referral: Referral) -> Deadline | None:
    """The clock of the decision on one referral."""
    running = Deadline.objects.filter(
        case=referral.case_id, rule_id="referral.decision", started_by=referral.entry_id
    )
    return running.first()


def waiting_with(referral: Referral, me: Practitioner) -> QuerySet[Referral]:
    """The undecided referrals of the same submission, this one among them, that this practitioner may decide."""
    children = policies.DECIDE_REFERRAL.filter(Person.objects.filter(area=referral.area_id), me)
    return (
        Referral.objects.filter(submission=referral.submission, decision=None, case__child__in=children)
        .select_related("case__child")
        .order_by("id")
    )


@dataclass(slots=True)
class Known:
    """What is known already of one child in a referral: earlier episodes and the latest that happened."""

    child: Person
    referral: Referral
    cases: list[Case]
    latest: list[tuple[Entry, str]]
    relatives: list[Relationship]


def family(referral: Referral, me: Practitioner) -> list[Known]:
    """The children of the submission, and what is on record of each, for reading in seconds."""
    alike = Referral.objects.filter(submission=referral.submission).select_related("case__child", "decision")
    may_see = policies.RECORD_REFERRAL_WORK.filter(Person.objects.filter(area=referral.area_id), me)
    shown = list(alike.filter(case__child__in=may_see).order_by("id"))
    children = [r.case.child_id for r in shown]
    cases = list(Case.objects.filter(child__in=children).order_by("-opened_on"))
    entries = list(
        policies.READ_ENTRY.not_denied(Entry.objects.standing().filter(child__in=children), me)
        .order_by("-happened_on", "-recorded_at")[:60]
    )
    kin = Relationship.objects.filter(other__in=children).select_related("person")
    related = list(policies.RECORD_REFERRAL_WORK.not_denied(kin, me, "person"))
    return [
        Known(
            r.case.child, r, [c for c in cases if c.child_id == r.case.child_id],
            [(e, kinds.KINDS[e.kind].words(e.details)) for e in entries if e.child_id == r.case.child_id][:6],
            [x for x in related if x.other_id == r.case.child_id],
        )
        for r in shown
    ]  # fmt: skip


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
