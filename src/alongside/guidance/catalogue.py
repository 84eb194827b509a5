"""Every rule, by id: found by walking the modules, so that a rule is registered by being written."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TypeVar

from alongside.guidance import (
    briefed,
    changes,
    connected,
    legislation,
    sources,
    statistics,
    taking_in,
    working_together,
)
from alongside.guidance.coverage import Entry, load
from alongside.guidance.kernel.briefing import Action, Question, Term
from alongside.guidance.kernel.changes import Change, Unknown
from alongside.guidance.kernel.rules import KINDS, Rule
from alongside.guidance.kernel.sources import Source
from alongside.guidance.kernel.words import listed

T = TypeVar("T")

PACKAGES = (working_together, legislation, connected, statistics)


class NoSuchRule(LookupError):
    """No rule has that id. ``nearest`` are ids like it."""

    def __init__(self, id: str, nearest: tuple[str, ...]) -> None:
        self.id = id
        self.nearest = nearest
        meant = (
            f"Did you mean {listed(nearest, 'or')}?" if nearest else "List them all to find the one you want."
        )
        super().__init__(f"There is no rule called {id}. {meant}")


def modules() -> Iterator[ModuleType]:
    """Every module that may hold rules, package by package, in the order the text takes them."""
    for package in PACKAGES:
        yield from _inside(package)


def _inside(package: ModuleType) -> Iterator[ModuleType]:
    order: tuple[str, ...] = getattr(package, "IN_ORDER", ())
    found = sorted(
        pkgutil.iter_modules(package.__path__),
        key=lambda one: (order.index(one.name) if one.name in order else len(order), one.name),
    )
    for one in found:
        module = import_module(f"{package.__name__}.{one.name}")
        yield from _inside(module) if one.ispkg else (module,)


def rules_in(module: ModuleType) -> Iterator[Rule]:
    """The rules a module holds as constants, in the order it states them."""
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, KINDS):
            yield value


def gathered(found: Iterable[ModuleType]) -> tuple[dict[str, Rule], dict[str, ModuleType]]:
    """The rules of some modules by id, and each one's module. Raises ValueError for an id used twice."""
    rules: dict[str, Rule] = {}
    homes: dict[str, ModuleType] = {}
    for module in found:
        for rule in rules_in(module):
            if rule.id in rules:
                raise ValueError(
                    f"Two rules are called {rule.id}: in {homes[rule.id].__name__} and {module.__name__}. "
                    "Ids are kept for good, so give the newer one another."
                )
            rules[rule.id] = rule
            homes[rule.id] = module
    return rules, homes


_STATED, _HOMES = gathered(modules())
_RULES = taking_in.brought_up_to_date(_STATED, taking_in.issues(), taking_in.readings())
taking_in.put_in_place(_STATED, _RULES, _HOMES)

RULES: Mapping[str, Rule] = MappingProxyType(_RULES)
SOURCES: tuple[Source, ...] = sources.SOURCES


def rule(id: str) -> Rule:
    """One rule by its id. Raises NoSuchRule, naming ids like it."""
    try:
        return RULES[id]
    except KeyError:
        raise NoSuchRule(id, tuple(get_close_matches(id, RULES, n=3, cutoff=0.5))) from None


def home(id: str) -> ModuleType:
    """The module a rule is written in."""
    return _HOMES[rule(id).id]


def by_module() -> Mapping[ModuleType, tuple[Rule, ...]]:
    """Every module that holds rules, with its rules in order."""
    grouped: dict[ModuleType, list[Rule]] = {}
    for id, found in RULES.items():
        grouped.setdefault(_HOMES[id], []).append(found)
    return {module: tuple(rules) for module, rules in grouped.items()}


def _held(package: ModuleType, kind: type[T]) -> tuple[T, ...]:
    """What the modules of a package hold of one kind, alone or in tuples, in order."""
    found: list[T] = []
    for module in _inside(package):
        for name, value in vars(module).items():
            if name.isupper():
                found += [
                    one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, kind)
                ]
    return tuple(found)


#: What each edition changed, what could not be established, and what briefings hold beside.
CHANGES: tuple[Change, ...] = _held(changes, Change)
UNKNOWNS: tuple[Unknown, ...] = _held(changes, Unknown)
ACTIONS: Mapping[str, Action] = MappingProxyType({one.id: one for one in _held(briefed, Action)})
TERMS: tuple[Term, ...] = _held(briefed, Term)
QUESTIONS: tuple[Question, ...] = _held(briefed, Question)


def coverage() -> tuple[Entry, ...]:
    """What was done about every paragraph encoded so far."""
    return load()
