"""What must be finished before a case can close. Each process says for itself what it has left open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.chronology.states import CHANGES, states
from alongside.referrals.models import Referral
from alongside.ui.words import date_words

#: Where the work that each process leaves open is done.
PLACES = {
    "alongside.referrals": "referrals:front-door",
    "alongside.assessments": "assessments:assessment",
    "alongside.family_help": "family_help:plan",
    "alongside.section47": "section47:enquiry",
    "alongside.conferences": "conferences:book",
    "alongside.plans": "plans:plan",
    "alongside.strands": "strands:beside",
    "alongside.contexts": "contexts:of-child",
    "alongside.care": "care:looked-after",
}

REFERRALS = LeftOpen(
    "referral",
    lambda case: Referral.objects.filter(case=case, decision=None),
    {"from_on": "received_on"},
    lambda one: f"The referral received on {day_in_words(one)} has not been decided.",
)


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One thing still open: the sentence that says so, and the page where it is done."""

    words: str
    url_name: str


def open_work(case: Case) -> list[OpenWork]:
    """Everything of the case that is still open; empty when it can close. Two queries."""
    places = {REFERRALS: PLACES["alongside.referrals"]}
    places |= {one: PLACES.get(app, "desk:child") for app, lists in guards() for one in lists}
    found = [(one, OpenWork(words, places[one])) for one, words in sentences(places, case)]
    referrals = [work for one, work in found if one is REFERRALS]
    return referrals + _decided_and_not_done(case) + [work for one, work in found if one is not REFERRALS]


@cache
def guards() -> tuple[tuple[str, tuple[LeftOpen, ...]], ...]:
    """What every installed app that has an ``open_work`` module may leave open, by the app's name."""
    return tuple(
        (config.name, import_module(f"{config.name}.open_work").OPEN)
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "open_work")
    )


#: What was decided and not done yet: the state, its words, and where it is done.
DECIDED = (
    (
        "strategy_discussion_wanted_since",
        "A strategy discussion has been needed since {since} and has not been held.",
        "section47:record-strategy-discussion",
    ),
    (
        "conference_wanted_since",
        "A child protection conference was decided on {since} and has not been held.",
        "conferences:book",
    ),
    (
        "move_notified_since",
        "We were told on {since} that the child moved here on a plan, and no conference has been held.",
        "conferences:record-transfer-in",
    ),
)


def _decided_and_not_done(case: Case) -> list[OpenWork]:
    now = states(case.chronology.standing().filter(kind__in=CHANGES).in_order())
    return [
        OpenWork(words.format(since=date_words(getattr(now, name))), url_name)
        for name, words, url_name in DECIDED
        if getattr(now, name) is not None
    ]
