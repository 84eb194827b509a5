"""The names that stand on a child's record already, offered wherever a page asks who somebody is.

Each part that keeps names in words has a module ``names_known`` with a function of that name, which lists them as
``alongside.facts`` with the name in ``name``, and says under which policy they are read there (``READ_BY``). A
browser offers them under the box as one types; nothing is chosen beforehand, and a name that is not among them is
typed as before. They are read in the query that brings the banner, and only for a page that asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.module_loading import module_has_submodule

from alongside.access.doors import practitioner_of
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.facts import NAMES, OF_NO_AGENCY, Fact, read
from alongside.people.models import Person

Lists = Callable[[Person, Practitioner], Iterable[QuerySet[Any]]]
#: More than this nobody looks through; the first in the alphabet stay.
MOST = 200


@cache
def _parts() -> tuple[tuple[Policy, Lists], ...]:
    modules = [
        import_module(f"{config.name}.names_known")
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "names_known")
    ]
    return tuple((module.READ_BY, module.names_known) for module in modules)


def lists_of_names(child: Person, me: Practitioner) -> list[QuerySet[Any]]:
    """Names on the record of a child, as far as whoever opened it may read them there; to be read with other lists.

    None where the child was opened through no door.
    """
    because = getattr(child, "opened_because", None) or ()
    return [one for policy, names in _parts() if _reads(because, policy) for one in names(child, me)]


def names_in(found: Iterable[Fact]) -> tuple[str, ...]:
    """The names to offer, in the order of the alphabet."""
    return _in_order(one.name for one in found)[:MOST]


def named_only(request: HttpRequest, child: Person) -> tuple[str, ...]:
    """Who is named on the record and is not among the child's people, nor from an agency: perhaps family.

    What follows a comma is who they are ("Ana Bell, her mother"), and is left out.
    """
    lists = lists_of_names(child, practitioner_of(request))
    found = read(lists) if lists else []
    known = {one.name.strip().casefold() for one in found if one.what == NAMES} | {
        name.casefold() for name in (child.called, *child.called.split()[:1])
    }
    names = {one.name.partition(",")[0].strip() for one in found if one.what == OF_NO_AGENCY}
    return _in_order(name for name in names if name.casefold() not in known)


def mark_of(name: str) -> str:
    """How a name is told apart in the address of a page, which must not hold it."""
    return salted_hmac("alongside.family.names", name, algorithm="sha256").hexdigest()[:20]


def named_by(request: HttpRequest, child: Person, mark: str) -> str:
    """The name on this record with this mark; empty where there is none any more."""
    return next((name for name in named_only(request, child) if mark_of(name) == mark), "") if mark else ""


def _reads(because: Iterable[str], policy: Policy) -> bool:
    """Whether one of the reasons for which the child was opened lets one read what stands there too. No query."""
    return any(reason.words in because for reason in policy.allow)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    kept = {name.strip() for name in names} - {""}
    return tuple(sorted(kept, key=lambda name: (name.casefold(), name)))
