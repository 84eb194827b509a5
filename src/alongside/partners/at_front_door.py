"""What schools' notices about children they do not see here add to the board of the front door."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from alongside.agencies.models import Area, Practitioner
from alongside.facts import Fact, listed_as
from alongside.partners.models import SchoolNotice
from alongside.referrals.beside import Note, Pile

WAITING = "school-notice-waiting"


def lists(area: Area, me: Practitioner, children: Collection[UUID]) -> list[QuerySet[Any]]:
    """Notices that wait to be matched."""
    return [listed_as(WAITING, SchoolNotice.objects.filter(area=area, child=None, settled_at=None), key="pk")]


def notes(facts: Collection[Fact], now: datetime) -> dict[UUID, list[Note]]:
    """Nothing beside a referral: whom a notice is about, nobody has said yet."""
    return {}


def piles(facts: Collection[Fact], now: datetime) -> list[Pile]:
    """How many wait."""
    number = sum(fact.what == WAITING for fact in facts)
    return [Pile("School notices", number, reverse("partners:unmatched-notices"))]
