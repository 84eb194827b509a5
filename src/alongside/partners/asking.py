"""Everything that is asked of an agency, from every app that asks, in one query."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils.module_loading import module_has_submodule

from alongside.agencies.models import Practitioner
from alongside.chronology.asked import Ask, Asked
from alongside.facts import Fact, read
from alongside.ui.words import listed


@cache
def every_asked() -> tuple[Asked, ...]:
    """The ``ASKED`` of every installed app that has a module ``asked``."""
    modules = [
        import_module(f"{config.name}.asked")
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "asked")
    ]
    return tuple(asked for module in modules for asked in getattr(module, "ASKED", ()))


def asked_of(
    me: Practitioner, today: date, also: Iterable[QuerySet[Any]] = ()
) -> tuple[list[Ask], dict[str, list[Fact]]]:
    """What waits for an answer from this practitioner's agencies, soonest first; and the facts of other lists. One query.

    also: what the page shows besides, read in the same question.
    """
    kinds = {asked.what: asked for asked in every_asked()}
    found: dict[tuple[str, object], list[Fact]] = {}
    others: dict[str, list[Fact]] = {}
    for row in read([*(asked.rows(me, today) for asked in kinds.values()), *also]):
        if row.what in kinds:
            found.setdefault((row.what, row.key), []).append(row)
        else:
            others.setdefault(row.what, []).append(row)
    asks = [_one(kinds[what], rows) for (what, _), rows in found.items()]
    return sorted(asks, key=lambda ask: (ask.on or date.max, ask.what, ask.about)), others


def _one(kind: Asked, rows: list[Fact]) -> Ask:
    """Asked once about several brothers and sisters, it is one row."""
    rows.sort(key=lambda row: (row.name, row.role))
    ask = kind.told(rows[0])
    return replace(ask, about=listed([row.name for row in rows])) if len(rows) > 1 else ask
