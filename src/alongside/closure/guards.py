"""What must be finished before a case can close. Each process says for itself what it has left open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from alongside.cases.models import Case
from alongside.chronology.states import states
from alongside.referrals.models import Referral
from alongside.ui.words import date_words

Guard = Callable[[Case], list[str]]

#: Where the work that each process leaves open is done.
PLACES = {
    "alongside.referrals": "referrals:front-door",
    "alongside.assessments": "assessments:assessment",
    "alongside.family_help": "family_help:plan",
    "alongside.section47": "section47:enquiry",
    "alongside.conferences": "conferences:book",
    "alongside.plans": "plans:plan",
}


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One thing still open: the sentence that says so, and the page where it is done."""

    words: str
    url_name: str


def open_work(case: Case) -> list[OpenWork]:
    """Everything of the case that is still open; empty when it can close."""
    waiting = [OpenWork(words, PLACES["alongside.referrals"]) for words in _referrals_waiting(case)]
    waiting += _decided_and_not_done(case)
    for app, guard in guards():
        waiting += [OpenWork(words, PLACES.get(app, "desk:child")) for words in guard(case)]
    return waiting


#: States that come with work to finish.
UNDER_WAY = (
    "referral_waiting_since", "assessment_since", "child_in_need_plan_since", "enquiry_since", "plan_since",
    "police_protection_since", "protection_order_until", "assessment_order_since",
    "strategy_discussion_wanted_since", "conference_wanted_since", "move_notified_since",
)  # fmt: skip


def something_is_under_way(case: Case) -> bool:
    """Whether the chronology says so. One query, where ``open_work`` asks every process; that one decides."""
    now = states(case.chronology.standing().in_order())
    return any(getattr(now, name) is not None for name in UNDER_WAY)


@cache
def guards() -> tuple[tuple[str, Guard], ...]:
    """The ``open_work`` of every installed app that has one, by the app's name."""
    return tuple(
        (config.name, import_module(f"{config.name}.open_work").open_work)
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
    now = states(case.chronology.standing().in_order())
    return [
        OpenWork(words.format(since=date_words(getattr(now, name))), url_name)
        for name, words, url_name in DECIDED
        if getattr(now, name) is not None
    ]


def _referrals_waiting(case: Case) -> list[str]:
    return [
        f"The referral received on {referral.received_on:%-d %B %Y} has not been decided."
        for referral in Referral.objects.filter(case=case, decision=None)
    ]
