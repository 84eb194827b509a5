"""What other parts of the service show at the front door, beside the referrals: each in its ``at_front_door`` module.

A part that stands above this one (police notices, checks with partners) is found by name, as the desk
finds what each part offers, so that this one need not know it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.utils.module_loading import module_has_submodule

from alongside.agencies.models import Area, Practitioner
from alongside.facts import Fact


@dataclass(frozen=True, slots=True)
class Note:
    """A short thing to know about a child: words, and where they lead. late: shown as late."""

    words: str
    href: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Pile:
    """Something that waits at the front door and is no referral on the board.

    by: when the first of it is to be done, where there is a day; source: whose figure that is.
    """

    title: str
    number: int
    href: str
    by: date | None = None
    source: str = ""


@cache
def _modules() -> tuple[ModuleType, ...]:
    return tuple(
        import_module(f"{config.name}.at_front_door")
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "at_front_door")
    )


def lists(area: Area, me: Practitioner, children: Collection[UUID]) -> list[QuerySet[Any]]:
    """What every such module wants read, as facts (``alongside.facts``)."""
    return [one for module in _modules() for one in module.lists(area, me, children)]


def notes(facts: Collection[Fact], now: datetime) -> dict[UUID, list[Note]]:
    """By child, what is shown beside a referral."""
    found: dict[UUID, list[Note]] = {}
    for module in _modules():
        for child, said in module.notes(facts, now).items():
            found.setdefault(child, []).extend(said)
    return found


def piles(facts: Collection[Fact], now: datetime) -> list[Pile]:
    """What waits besides the referrals on the board; nothing where nothing does."""
    return [pile for module in _modules() for pile in module.piles(facts, now) if pile.number]
