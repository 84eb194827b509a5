"""Checks on the section 47 enquiries and initial conferences of one episode."""

from __future__ import annotations

from itertools import pairwise

from alongside.guidance.catalogue import rule
from alongside.guidance.kernel.rules import Timescale

from ..records import Enquiry, Episode, Header
from .finding import Finding, Findings, compare

_SATURDAY = 5


def check(episode: Episode, header: Header, where: str) -> Findings:
    """Each enquiry, the conferences, and how the enquiries of one episode lie to each other."""
    for n, enquiry in enumerate(episode.enquiries, start=1):
        place = f"{where}/Section47[{n}]"
        yield from _enquiry(enquiry, episode, header, place)
        yield from _conference(enquiry, episode, header, place)
    yield from _episode_conference(episode, header, where)
    yield from _together(episode, where)
    if episode.enquiries and not episode.assessments:
        yield Finding("2991Q", episode.line, where, f"It has {len(episode.enquiries)} and none.")


def _enquiry(enquiry: Enquiry, episode: Episode, header: Header, where: str) -> Findings:
    started, line = enquiry.started_on, enquiry.line
    last = header.reference_date
    place = f"{where}/S47ActualStartDate"
    if started < episode.referred_on:
        why = compare("Its start", started, "the referral", episode.referred_on)
        yield Finding("2889", line, place, why, str(started))
    if started > last:
        why = compare("Its start", started, "the reference date", last)
        yield Finding("own/enquiry-after", line, place, why, str(started))
    target = enquiry.conference_target_on
    if target and target.weekday() >= _SATURDAY:
        yield Finding("8870Q", line, f"{where}/InitialCPCtarget", f"{target} is a {target:%A}.", str(target))
    if enquiry.conference_on and enquiry.conference_not_required:
        why = f"The conference is {enquiry.conference_on}."
        yield Finding("own/ruled-out", line, f"{where}/ICPCnotRequired", why)
    if enquiry.is_open:
        yield from _open(enquiry, episode, header, where)


def _open(enquiry: Enquiry, episode: Episode, header: Header, where: str) -> Findings:
    started, line = enquiry.started_on, enquiry.line
    first, last = header.period
    if episode.closed_on:
        yield Finding("8868", line, where, f"The episode closed on {episode.closed_on}.")
    elif started < first:
        yield Finding(
            "8740", line, where, f"It began on {started}; the year is {first} to {last}.", str(started)
        )
    limit = rule("child-protection.initial-conference-statistics")
    assert isinstance(limit, Timescale)
    if started >= first and (due := limit.due(started).on) and due < last:
        yield Finding("8675Q", line, where, compare("Its last day in time", due, "the year's end", last))


def _conference(enquiry: Enquiry, episode: Episode, header: Header, where: str) -> Findings:
    held, line, place = enquiry.conference_on, enquiry.line, f"{where}/DateOfInitialCPC"
    if held is None:
        return
    first, last = header.period
    if held < episode.referred_on:
        why = compare("The conference", held, "the referral", episode.referred_on)
        yield Finding("1104", line, place, why, str(held))
    if held < enquiry.started_on:
        why = compare("The conference", held, "the enquiry's start", enquiry.started_on)
        yield Finding("8615", line, place, why, str(held))
    if held > last:
        yield Finding("8715/after", line, place, f"The year is {first} to {last}.", str(held))
    elif held < first:
        yield Finding("8715/before", line, place, f"The year is {first} to {last}.", str(held))
    if held.weekday() >= _SATURDAY:
        yield Finding("8875", line, place, f"{held} is a {held:%A}.", str(held))


def _episode_conference(episode: Episode, header: Header, where: str) -> Findings:
    held, place = episode.conference_on, f"{where}/DateOfInitialCPC"
    if held is None:
        return
    if held in [enquiry.conference_on for enquiry in episode.enquiries]:
        yield Finding("2884", episode.line, place, f"Both say {held}.", str(held))
    if not episode.referred_on <= held <= header.reference_date:
        why = compare("The conference", held, "the referral", episode.referred_on)
        yield Finding("own/conference", episode.line, place, why, str(held))


def _together(episode: Episode, where: str) -> Findings:
    ordered = sorted(episode.enquiries, key=lambda each: each.started_on)
    still_open = [each for each in ordered if each.is_open]
    if len(still_open) > 1:
        days = ", ".join(str(each.started_on) for each in still_open)
        yield Finding("8839", still_open[-1].line, f"{where}/Section47", f"They began on {days}.")
    for before, after in pairwise(ordered):
        ran_to = before.conference_on
        at_once = before.started_on == after.started_on
        if at_once or (ran_to and after.started_on < ran_to) or before.is_open:
            why = compare("The first's start", before.started_on, "the second's", after.started_on)
            yield Finding("8890", after.line, f"{where}/Section47", why, str(after.started_on))
