"""What is known of a child's moves, for the page that shows them: read in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import F, TextField, Value
from django.db.models.functions import Cast, Concat

from alongside.facts import Fact, listed_as, read
from alongside.people.models import Person
from alongside.plans.models import (
    ChildProtectionPlan,
    ComingOfAge,
    MoveContact,
    MoveTold,
    PlanMove,
    ReceivingConference,
    StayHere,
)

SAYS = dict(MoveContact.Answer.choices)


@dataclass(slots=True)
class MoveRead:
    """One move and what became of it. told, answer: the day, and words. rung: the latest first."""

    key: UUID
    authority: str
    for_good: bool
    meanwhile: str
    known_on: date | None
    moves_on: date | None
    told: Fact | None = None
    answer: Fact | None = None
    rung: list[Fact] = field(default_factory=list)
    ended: Fact | None = None

    @property
    def is_open(self) -> bool:
        return self.ended is None


@dataclass(frozen=True, slots=True)
class Moves:
    """A child's moves away, the latest first; the stay here, while there is one; and how turning 18 is planned."""

    away: list[MoveRead]
    stay: Fact | None
    coming_of_age: Fact | None
    has_plan: bool

    @property
    def open(self) -> MoveRead | None:
        return next((move for move in self.away if move.is_open), None)


def read_moves(child: Person) -> Moves:
    """Everything about moves of this child. One query."""
    moves = PlanMove.objects.filter(plan__child=child)
    facts = read([
        listed_as("move", moves, name="authority", role="lasting", detail="meanwhile", from_on="known_on",
                  to_on="moves_on", key="pk"),
        listed_as("ended", moves.exclude(ending=None), name="ending__words", role="ending__how", from_on="ending__ended_on",
                  key="pk"),
        listed_as("plan-ended", moves.exclude(plan__ended_on=None).filter(ending=None), from_on="plan__ended_on", key="pk"),
        listed_as("told", MoveTold.objects.filter(move__in=moves.values("pk")), name="told_by", role="whom", detail="sent",
                  from_on="told_on", key="move"),
        listed_as("rung", MoveContact.objects.filter(move__in=moves.values("pk")), name="rung_by", role="answer",
                  detail=Concat(F("whom"), Value("\n"), F("words"), output_field=TextField()), from_on="rung_on",
                  to_on="booked_for", key="move"),
        listed_as("answer", ReceivingConference.objects.filter(move__in=moves.values("pk")), role="decided", detail="words",
                  from_on="held_on", to_on="written_on", key="move"),
        listed_as("stay", StayHere.objects.filter(case__child=child, ending=None), name="authority", role="their_lead",
                  detail="agreed", from_on="from_on", to_on="until_on", key="pk"),
        listed_as("stay-plan", StayHere.objects.filter(case__child=child, ending=None), detail="plan_there",
                  from_on="plan_there_since", key="pk"),
        listed_as("coming-of-age", ComingOfAge.objects.filter(plan__child=child, plan__ended_on=None), detail="how",
                  name="adult_services", role=Cast("recorded_at", TextField()), from_on="planned_on", to_on="review_on", key="pk"),
        listed_as("plan", ChildProtectionPlan.objects.open().filter(child=child), key="pk"),
    ])  # fmt: skip
    return Moves(
        sorted(_moves(facts), key=lambda one: (one.known_on or date.min, str(one.key)), reverse=True),
        next((one for one in facts if one.what == "stay"), None),
        max(
            (one for one in facts if one.what == "coming-of-age"), key=lambda one: str(one.key), default=None
        ),
        any(one.what == "plan" for one in facts),
    )


def _moves(facts: Iterable[Fact]) -> list[MoveRead]:
    facts = list(facts)
    found = {
        one.key: MoveRead(
            one.key, one.name, one.role == PlanMove.Lasting.FOR_GOOD, one.detail, one.from_on, one.to_on
        )
        for one in facts
        if one.what == "move" and one.key
    }
    for one in facts:
        move = found.get(one.key) if one.key else None
        if move is None:
            continue
        if one.what == "told":
            move.told = one
        elif one.what == "answer":
            move.answer = one
        elif one.what == "rung":
            move.rung.append(one)
        elif one.what in ("ended", "plan-ended"):
            move.ended = one
    for move in found.values():
        move.rung.sort(key=lambda one: one.from_on or date.min, reverse=True)
    return list(found.values())


def move_in_hand(child: Person) -> dict[str, object]:
    """What a form that ends the plan begins with, where the receiving authority has answered: said once. One query."""
    answer = (
        ReceivingConference.objects.filter(
            move__plan__child=child, move__plan__ended_on=None, move__ending=None
        )
        .values_list("move__authority", "held_on")
        .first()
    )
    if answer is None:
        return {}
    return {"ground": "transferred", "receiving_authority": answer[0], "receiving_conference_on": answer[1]}
