"""What the front door is told of records that may be one person's: a pile, for whoever may settle it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from alongside.access.policies import FRONT_DOOR_TEAM, MANAGING_ROLES
from alongside.agencies.models import Area, Practitioner
from alongside.facts import Fact, listed_as
from alongside.matching.doors import joinings_of, pairs_of
from alongside.referrals.beside import Note, Pile

PAIRS, JOININGS = "maybe-same", "joinings-waiting"


def lists(area: Area, me: Practitioner, children: Collection[UUID]) -> list[QuerySet[Any]]:
    """How many pairs nobody has spoken of, and how many joinings wait for a second person other than ``me``."""
    if area.pk not in me.scope.areas_as(*MANAGING_ROLES, purpose=FRONT_DOOR_TEAM):
        return []
    pairs = pairs_of(me).filter(area=OuterRef("pk"), settled="")
    waiting = joinings_of(me).filter(area=OuterRef("pk"), joined_at=None, parted_at=None).exclude(asked_by=me)
    return [
        listed_as(
            what, Area.objects.filter(pk=area.pk).annotate(n=_number(found)), name=Cast("n", TextField())
        )
        for what, found in ((PAIRS, pairs), (JOININGS, waiting))
    ]


def _number(found: QuerySet[Any]) -> Subquery:
    counted = found.order_by().values("area").annotate(n=Count("pk")).values("n")
    return Subquery(counted, output_field=IntegerField())


def notes(facts: Collection[Fact], now: datetime) -> dict[UUID, list[Note]]:
    """Nothing is shown beside a referral."""
    return {}


def piles(facts: Collection[Fact], now: datetime) -> list[Pile]:
    """One pile, with all that waits."""
    number = sum(int(fact.name) for fact in facts if fact.what in (PAIRS, JOININGS) and fact.name)
    return [Pile("May be the same person", number, reverse("matching:maybe-same"))]
