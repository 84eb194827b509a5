"""What police notices, checks, held referrals and unhappy referrers add to the board."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.facts import Fact, listed_as
from alongside.front_door.models import CheckRequest, PoliceNotice, Receipt, Unhappy
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.referrals.beside import Note, Pile
from alongside.referrals.due import decision_due
from alongside.ui.words import count, date_words

NOTICE, CHECK, ANSWERED, HELD, UNHAPPY, WAITING = (
    "police-notice", "check-waiting", "check-answered", "held", "unhappy", "notices-waiting",
)  # fmt: skip
A_YEAR = timedelta(days=365)


def lists(area: Area, me: Practitioner, children: Collection[UUID]) -> list[QuerySet[Any]]:
    """Notices and checks about these children, and what waits in the area."""
    checks = CheckRequest.objects.filter(case__child__in=children)
    asked = {"key": "case__child", "name": "agency__name", "to_on": "answer_by"}
    may = policies.RECORD_REFERRAL_WORK.filter(Person.objects.filter(area=area), me)
    waiting = PoliceNotice.objects.filter(area=OuterRef("pk"), triage=None)
    number = Subquery(
        waiting.order_by().values("area").annotate(n=Count("pk")).values("n"), output_field=IntegerField()
    )
    unhappy = Unhappy.objects.filter(area=area, answered_at=None)
    return [
        listed_as(NOTICE, PoliceNotice.objects.filter(child__in=children), key="child", at="happened_at"),
        listed_as(CHECK, checks.filter(answer=None), **asked),
        listed_as(ANSWERED, checks.filter(answer__isnull=False), **asked),
        listed_as(
            HELD, Receipt.objects.filter(area=area, looked_at=None).exclude(held_because=""), at="made_at"
        ),
        listed_as(
            UNHAPPY, unhappy.filter(child__in=may) | unhappy.filter(child=None), key="pk", to_on="answer_by"
        ),
        listed_as(WAITING, Area.objects.filter(pk=area.pk).annotate(n=number), name=Cast("n", TextField())),
    ]


def notes(facts: Collection[Fact], now: datetime) -> dict[UUID, list[Note]]:
    """By child: how many notices within a year, and what partners were asked and have not answered yet."""
    today = day_of(now)
    found: dict[UUID, list[Note]] = {}
    days: dict[UUID, list[date]] = {}
    checks: list[tuple[bool, date, str, UUID, Fact]] = []
    for fact in facts:
        if fact.what == NOTICE and fact.key and fact.at:
            days.setdefault(fact.key, []).append(day_of(fact.at))
        if fact.what in (CHECK, ANSWERED) and fact.key and fact.to_on:
            checks.append((fact.what == ANSWERED, fact.to_on, fact.name, fact.key, fact))
    # What is still awaited first, the soonest first: a union of queries comes in no order of its own.
    for _, by, _, child, fact in sorted(checks, key=lambda check: check[:3]):
        found.setdefault(child, []).append(_check(fact, by, today))
    for child, when in days.items():
        recent = [day for day in when if day > today - A_YEAR]
        words = f"{count(len(when), 'police notice')}, {len(recent)} within a year, the last on {date_words(max(when))}"
        found.setdefault(child, []).insert(0, Note(words))
    return found


def _check(fact: Fact, by: date, today: date) -> Note:
    if fact.what == ANSWERED:
        return Note(f"{fact.name} has answered")
    if by < today:
        return Note(f"{fact.name} was to answer by {date_words(by)}", late=True)
    return Note(f"Waiting for {fact.name}, by {date_words(by)}")


def piles(facts: Collection[Fact], now: datetime) -> list[Pile]:
    """Held referrals with their clock, unhappy referrers with theirs, and notices that wait."""
    held = [fact.at for fact in facts if fact.what == HELD and fact.at]
    unhappy = sorted((fact.to_on, fact.key) for fact in facts if fact.what == UNHAPPY and fact.to_on)
    waiting = next((int(fact.name) for fact in facts if fact.what == WAITING and fact.name), 0)
    first = decision_due(min(held)) if held else None
    return [
        Pile("Held for a look", len(held), reverse("front_door:held"), first.on if first else None,
             str(first.citation) if first else ""),
        *(
            Pile("A referrer is not happy", 1, reverse("front_door:one-unhappy", args=(key,)), by, "a local figure")
            for by, key in unhappy
        ),
        Pile("Police notices", waiting, reverse("front_door:notices")),
    ]  # fmt: skip
