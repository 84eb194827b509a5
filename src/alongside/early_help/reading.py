"""Everything on the page of a family's early help, in one query; and the families somebody leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Concat

from alongside.access.policies import READ_EARLY_HELP
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation, Case, InNeed
from alongside.early_help.models import (
    EarlyHelpAssessment,
    EarlyHelpOffer,
    EarlyHelpRefusal,
    FamilyTeamMeeting,
    FamilyTeamMember,
    OfferAnswer,
    OfferSign,
    StepDown,
)
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import Agreed, ChildInNeedPlan
from alongside.people.models import Person

SHOWN = 25


@dataclass(frozen=True, slots=True)
class Answered:
    """What one person answered, in words."""

    who: str
    answer: str
    may_share: str
    words: str


@dataclass(slots=True)
class Offered:
    """An offer with its answers and signs. by: who offered it."""

    on: date
    by: str
    why: str
    told: str
    answers: list[Answered] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Episode:
    """How a family's early help stands. plan: role is what it rests on, to_on its next review."""

    case: Fact | None
    in_need_since: date | None
    lead: Fact | None
    family_view: str
    members: list[Fact]
    offers: list[Offered]
    meetings: list[Fact]
    refusals: list[Fact]
    assessment: Fact | None
    assessment_complete: bool
    plan: Fact | None
    stepped_down: Fact | None
    social_care_lead: str

    @property
    def is_open(self) -> bool:
        return self.case is not None and self.case.to_on is None


def read_episode(child: Person) -> Episode:
    """The child's open episode, or else the last one. One query."""
    found: dict[str, list[Fact]] = {}
    for fact in read(_lists(child)):
        found.setdefault(fact.what, []).append(fact)
    latest = _latest_first
    members = sorted(found.get("member", []), key=lambda one: (one.from_on or date.min, str(one.key)))
    lead = next(iter(found.get("lead", [])), None)
    return Episode(
        case=next(iter(found.get("case", [])), None),
        in_need_since=next((one.from_on for one in found.get("in-need", [])), None),
        lead=lead,
        family_view=next((one.detail for one in found.get("family-view", [])), ""),
        members=members,
        offers=list(_offers(found)),
        meetings=latest(found.get("meeting", [])),
        refusals=latest(found.get("refusal", [])),
        assessment=next(iter(found.get("assessment", [])), None),
        assessment_complete=bool(found.get("assessed")),
        plan=next(iter(found.get("plan", [])), None),
        stepped_down=next(iter(latest(found.get("stepped-down", []))), None),
        social_care_lead=next((one.name for one in found.get("social-care", [])), ""),
    )


def _latest_first(facts: list[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: (one.from_on or date.min, str(one.key)), reverse=True)


def _offers(found: dict[str, list[Fact]]) -> Iterator[Offered]:
    labels, by_key = dict(Agreed.choices), {}
    for one in _latest_first(found.get("offer", [])):
        by_key[one.key] = Offered(one.from_on or date.min, one.name, one.detail, one.role)
    for one in sorted(found.get("answer", []), key=lambda one: str(one.at or "")):
        answer, may_share = one.role.split(" ")
        if one.key in by_key:
            by_key[one.key].answers.append(
                Answered(one.name, str(labels[answer]), str(labels[may_share]), one.detail)
            )
    for one in sorted(found.get("sign", []), key=lambda one: one.name):
        if one.key in by_key:
            by_key[one.key].signs.append(one.name)
    yield from by_key.values()


def _lists(child: Person) -> list[QuerySet[Any]]:
    latest = Case.objects.filter(child=child).order_by(
        F("closed_on").asc(nulls_first=True), "-opened_on", "-id"
    )
    case = {"case__in": latest.values("pk")[:1]}
    team = FamilyTeamMember.objects.filter(**case, to_on=None)
    versions = EarlyHelpAssessment.objects.filter(**case)
    last = versions.order_by("-recorded_at", "-id").values("pk")[:1]
    return [
        listed_as("case", Case.objects.filter(pk__in=latest.values("pk")[:1]), from_on="opened_on", to_on="closed_on", key="pk"),
        listed_as("in-need", InNeed.objects.filter(**case, to_on=None), from_on="from_on"),
        # name: who offered it. role: what they were told. detail: why.
        listed_as("offer", EarlyHelpOffer.objects.filter(**case), name="offered_by__name", role="told", detail="why",
                  from_on="offered_on", key="pk"),
        listed_as("answer", OfferAnswer.objects.filter(offer__in=EarlyHelpOffer.objects.filter(**case).values("pk")),
                  name="who", role=Concat("answer", Value(" "), "may_share", output_field=TextField()), detail="words",
                  key="offer"),
        listed_as("sign", OfferSign.objects.filter(offer__in=EarlyHelpOffer.objects.filter(**case).values("pk")),
                  name="label", key="offer"),
        # name: who. role: their agency. detail: what they do.
        listed_as("lead", team.filter(leads=True), name="name", role="agency__name", detail="part", from_on="from_on", key="pk"),
        listed_as("family-view", team.filter(leads=True), detail="family_view"),
        listed_as("member", team.filter(leads=False), name="name", role="agency__name", detail="part", from_on="from_on",
                  key="pk"),
        # name: who was there. role: what was agreed. detail: what was talked about.
        listed_as("meeting", FamilyTeamMeeting.objects.filter(**case), name="who", role="agreed", detail="discussed",
                  from_on="met_on", key="pk"),
        listed_as("refusal", EarlyHelpRefusal.objects.filter(**case), name="decision_label", role="why", detail="reasons",
                  from_on="refused_on", key="pk"),
        listed_as("assessment", versions.filter(pk__in=last), name="recorded_by__name", from_on="written_on",
                  at="recorded_at", key="pk"),
        listed_as("assessed", versions.filter(pk__in=last, complete=True), key="pk"),
        listed_as("plan", ChildInNeedPlan.objects.filter(**case, ending=None), role="basis", detail="aims",
                  from_on="started_on", to_on="next_review_on", key="pk"),
        listed_as("stepped-down", StepDown.objects.filter(**case), detail="reasons", from_on="stepped_on", key="pk"),
        listed_as("social-care", Allocation.objects.current().filter(
            **case, capacity=Allocation.Capacity.LEAD_PRACTITIONER), name="practitioner__name"),
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Helped:
    """A family with early help, as a list shows it."""

    child: str
    reference: str
    lead: str
    since: date
    in_need: bool
    review_on: date | None


def families_of(me: Practitioner, after: str = "") -> tuple[list[Helped], str]:
    """Families in whose early help this practitioner has a part, by name; and where the list goes on. One query."""
    parts = FamilyTeamMember.objects.filter(to_on=None, case__closed_on=None)
    mine = parts.filter(Q(practitioner=me) | Q(leads=True, team__in=me.scope.teams))
    leading = parts.filter(leads=True, case__child=OuterRef("pk"))
    plans = ChildInNeedPlan.objects.filter(case__child=OuterRef("pk"), ending=None)
    children = READ_EARLY_HELP.filter(Person.objects.filter(pk__in=mine.values("case__child")), me).annotate(
        led_by=Subquery(leading.values("name")[:1]), since=Subquery(leading.values("case__opened_on")[:1]),
        review_on=Subquery(plans.values("next_review_on")[:1]),
        in_need=Exists(InNeed.objects.filter(case__child=OuterRef("pk"), to_on=None)),
    )  # fmt: skip
    found: list[Any] = list(children.filter(_past(after)).order_by("called", "pk")[: SHOWN + 1])
    shown = found[:SHOWN]
    more = f"{shown[-1].called}_{shown[-1].pk}" if len(found) > SHOWN else ""
    return [
        Helped(one.called, one.reference, one.led_by or "", one.since, one.in_need, one.review_on)
        for one in shown
    ], more  # fmt: skip


def _past(after: str) -> Q:
    name, _, key = "".join(one for one in after if one.isprintable()).rpartition("_")
    try:
        return Q(called__gt=name) | Q(called=name, pk__gt=UUID(key))
    except ValueError:
        return Q()


def versions_of(child: Person) -> QuerySet[EarlyHelpAssessment]:
    """Every version of the early help assessments of the child, the latest first."""
    found = EarlyHelpAssessment.objects.filter(case__child=child).select_related("recorded_by")
    return found.order_by("-recorded_at", "-id")


def latest_assessment(child: Person) -> EarlyHelpAssessment | None:
    """How the early help assessment of the open episode stands."""
    return versions_of(child).filter(case__closed_on=None).first()
