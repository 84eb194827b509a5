"""What may be done next for a child: every app's offers, composed for one practitioner and one child."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from django.apps import apps
from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import module_has_submodule

from alongside.chronology.offers import Offer, offered
from alongside.desk.around import Around
from alongside.ui.frames import Link


@cache
def every_offer() -> tuple[Offer, ...]:
    """The ``OFFERS`` of every installed app that has an ``offers`` module."""
    modules = [
        import_module(f"{config.name}.offers")
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "offers")
    ]
    return tuple(offer for module in modules for offer in getattr(module, "OFFERS", ()))


#: An offer ranked beyond this may be taken at any time; it is never what to do next.
AT_ANY_TIME = 50


def acts_for(around: Around, path: str = "") -> tuple[Link | None, list[Link]]:
    """What to do next, where something is, and the other acts this practitioner may take, most pressing first.

    path: the page one is on, which is not offered again.
    """
    offers = offered(every_offer(), around.child, around.states, around.may.__contains__)
    links = [
        (offer.rank, Link(offer.label, address(offer.url_name, around.child.reference))) for offer in offers
    ]
    elsewhere = [(rank, link) for rank, link in links if link.href not in ("", path)]
    next_first = bool(elsewhere) and elsewhere[0][0] <= AT_ANY_TIME
    others = [link for _, link in elsewhere]
    return (others[0], others[1:]) if next_first else (None, others)


def address(url_name: str, *args: object) -> str:
    """The address of a page; empty where this installation has no such page."""
    try:
        return reverse(url_name, args=args)
    except NoReverseMatch:
        return ""
