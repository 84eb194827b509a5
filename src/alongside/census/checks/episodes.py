"""Checks on one episode, and on how a child's episodes lie to each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES

from ..records import ChildInNeedPlan, ChildProtectionPlan, Episode, Header, ReadChild
from .finding import Finding, Findings, compare
from .identity import check_referral

_AFTER_ASSESSMENT = ("RC8", "RC9")
_DIED = "RC2"


def check(child: ReadChild, episode: Episode, header: Header, where: str) -> Findings:
    """One episode's own dates and codes."""
    first, last = header.period
    referred, line, place = episode.referred_on, episode.line, f"{where}/CINreferralDate"
    yield from check_referral(child, referred, line, place)
    if referred > last:
        why = compare("The referral", referred, "the reference date", last)
        yield Finding("8600", line, place, why, str(referred))
    if episode.no_further_action and referred < _last_working_day_before(first):
        yield Finding(
            "8569Q", line, place, f"The referral is {referred}; the year begins {first}.", str(referred)
        )
    if not episode.no_further_action and episode.primary_need is None:
        yield Finding("8610", line, f"{where}/PrimaryNeedCode", "ReferralNFA says it did.")
    yield from _closure(child, episode, header, where)
    yield from _closed_after_assessment(episode, where)
    if episode.no_further_action:
        yield from _no_further_action(episode, where)


def _last_working_day_before(day: date) -> date:
    before = day - timedelta(days=1)
    while not ENGLAND_AND_WALES.is_working(before):
        before -= timedelta(days=1)
    return before


def _closure(child: ReadChild, episode: Episode, header: Header, where: str) -> Findings:
    closed, line, place = episode.closed_on, episode.line, f"{where}/CINclosureDate"
    if closed is None:
        if episode.closure_reason:
            yield Finding("8810", line, place, f"The reason is {episode.closure_reason}.")
        yield from _too_old(child, episode, header, where)
        return
    if episode.closure_reason is None:
        yield Finding("8805", line, f"{where}/ReasonForClosure", f"It closed on {closed}.")
    if closed < episode.referred_on:
        why = compare("The closure", closed, "the referral", episode.referred_on)
        yield Finding("8630", line, place, why, str(closed))
    first, last = header.period
    if closed > last:
        yield Finding("8620/after", line, place, f"The year is {first} to {last}.", str(closed))
    elif closed < first:
        yield Finding("8620/before", line, place, f"The year is {first} to {last}.", str(closed))
    for name, day in _activity(episode):
        if day > closed:
            yield Finding("8565", line, place, compare(name, day, "the closure", closed), str(closed))
    if episode.closure_reason == _DIED and child.identifiers.died_on is None:
        yield Finding("8585Q", line, f"{where}/ReasonForClosure", "PersonDeathDate is not given.")
    yield from _too_old(child, episode, header, where)


def _too_old(child: ReadChild, episode: Episode, header: Header, where: str) -> Findings:
    born, ended = child.identifiers.born_on, episode.closed_on or header.reference_date
    if (
        born
        and not episode.no_further_action
        and (ended.year - born.year, ended.month, ended.day)
        > (
            25,
            born.month,
            born.day,
        )
    ):
        yield Finding("8775Q", episode.line, where, compare("The birth", born, "the episode's end", ended))


def _activity(episode: Episode) -> Iterator[tuple[str, date]]:
    """Everything dated in the episode that must not be later than its closure."""
    for assessment in episode.assessments:
        yield "An assessment's start", assessment.started_on
        if assessment.authorised_on:
            yield "An assessment's end", assessment.authorised_on
    for enquiry in episode.enquiries:
        yield "An enquiry's start", enquiry.started_on
    for held in episode.conferences():
        yield "A conference", held
    plans: Sequence[ChildInNeedPlan | ChildProtectionPlan] = (
        *episode.child_in_need_plans,
        *episode.child_protection_plans,
    )
    for plan in plans:
        yield "A plan's start", plan.started_on
        if plan.ended_on:
            yield "A plan's end", plan.ended_on
    for protection in episode.child_protection_plans:
        for review in protection.reviews:
            yield "A review conference", review


def _closed_after_assessment(episode: Episode, where: str) -> Findings:
    if episode.closure_reason not in _AFTER_ASSESSMENT:
        return
    place = f"{where}/ReasonForClosure"
    if not episode.assessments:
        yield Finding("8825Q", episode.line, place, f"The reason is {episode.closure_reason}.")
    more = (
        ("an enquiry", bool(episode.enquiries)),
        ("a conference", any(episode.conferences())),
        ("a child in need plan", bool(episode.child_in_need_plans)),
        ("a child protection plan", bool(episode.child_protection_plans)),
    )
    held = [name for name, there in more if there]
    if held:
        yield Finding("2990", episode.line, place, f"It has {', '.join(held)}.", episode.closure_reason or "")


def _no_further_action(episode: Episode, where: str) -> Findings:
    place, line = f"{where}/ReferralNFA", episode.line
    if episode.assessments or episode.enquiries or any(episode.conferences()):
        yield Finding("8831", line, place, "The episode holds them.")
    if episode.child_protection_plans:
        yield Finding("8832", line, place, "The episode holds one.")
    if episode.child_in_need_plans:
        yield Finding("4000", line, place, "The episode holds one.")


def check_all(child: ReadChild) -> Findings:
    """How the child's episodes lie to each other. An open one with no further action does not count."""
    counted = sorted(
        (each for each in child.episodes if each.closed_on or not each.no_further_action),
        key=lambda each: each.referred_on,
    )
    still_open = [each for each in counted if each.closed_on is None]
    if len(still_open) > 1:
        days = ", ".join(str(each.referred_on) for each in still_open)
        yield Finding("8815", still_open[-1].line, "CINdetails", f"They began on {days}.")
    for before, after in pairwise(counted):
        why = compare("The first's referral", before.referred_on, "the second's", after.referred_on)
        if before.closed_on is None:
            yield Finding("8816", before.line, "CINdetails", why)
        elif after.referred_on < before.closed_on:
            yield Finding("8820", after.line, "CINdetails", why)
