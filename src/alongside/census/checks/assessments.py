"""Checks on the assessments of one episode."""

from __future__ import annotations

from itertools import pairwise

from alongside.guidance.catalogue import rule
from alongside.guidance.kernel.rules import Timescale

from ..records import Assessment, Episode, Header
from .finding import Finding, Findings, compare

_NONE_FOUND = "21"
_FIRST_YEAR_FACTORS_QUERIED = 2025


def check(episode: Episode, header: Header, where: str) -> Findings:
    """Each assessment, and how those of one episode lie to each other."""
    for n, assessment in enumerate(episode.assessments, start=1):
        place = f"{where}/Assessments[{n}]"
        yield from _dates(assessment, episode, header, place)
        yield from _factors(assessment, header, place)
    yield from _together(episode, where)


def _dates(assessment: Assessment, episode: Episode, header: Header, where: str) -> Findings:
    started, ended, line = assessment.started_on, assessment.authorised_on, assessment.line
    first, last = header.period
    if started < episode.referred_on:
        why = compare("Its start", started, "the referral", episode.referred_on)
        yield Finding("1103", line, f"{where}/AssessmentActualStartDate", why, str(started))
    if started > last:
        why = compare("Its start", started, "the reference date", last)
        yield Finding("own/assessment-after", line, f"{where}/AssessmentActualStartDate", why, str(started))
    if ended is None:
        yield from _open(assessment, episode, header, where)
        return
    place = f"{where}/AssessmentAuthorisationDate"
    if ended < started:
        yield Finding("8608", line, place, compare("Its end", ended, "its start", started), str(ended))
    if ended > last:
        yield Finding("8696/after", line, place, f"The year is {first} to {last}.", str(ended))
    elif ended < first:
        yield Finding("8696/before", line, place, f"The year is {first} to {last}.", str(ended))


def _open(assessment: Assessment, episode: Episode, header: Header, where: str) -> Findings:
    started, line = assessment.started_on, assessment.line
    first, last = header.period
    if episode.closed_on:
        yield Finding("8867", line, where, f"The episode closed on {episode.closed_on}.")
    elif started < first:
        yield Finding(
            "8736", line, where, f"It began on {started}; the year is {first} to {last}.", str(started)
        )
    limit = rule("assessment.completion-statistics")
    assert isinstance(limit, Timescale)
    if started >= first and (due := limit.due(started).on) and due < last:
        yield Finding("8670Q", line, where, compare("Its last day in time", due, "the year's end", last))


def _factors(assessment: Assessment, header: Header, where: str) -> Findings:
    given, line = assessment.factors, assessment.line
    place = f"{where}/FactorsIdentifiedAtAssessment"
    if given and assessment.authorised_on is None:
        yield Finding("8614", line, place, f"It has {', '.join(given)}.", ",".join(given))
    if not given and assessment.authorised_on and header.period[0] <= assessment.authorised_on:
        yield Finding("8897Q", line, place, f"It was complete on {assessment.authorised_on}.")
    if _NONE_FOUND in given and set(given) != {_NONE_FOUND}:
        yield Finding("8869", line, place, f"It has {', '.join(given)}.", ",".join(given))
    for code in sorted({code for code in given if given.count(code) > 1}):
        yield Finding("8898", line, place, f"{code} is given {given.count(code)} times.", code)
    if header.year >= _FIRST_YEAR_FACTORS_QUERIED:
        for code, key in (("18A", "8945Q"), ("19A", "8950Q")):
            if code in given:
                yield Finding(key, line, place, "It was read as given.", code)


def _together(episode: Episode, where: str) -> Findings:
    ordered = sorted(episode.assessments, key=lambda each: each.started_on)
    still_open = [each for each in ordered if each.authorised_on is None]
    if len(still_open) > 1:
        days = ", ".join(str(each.started_on) for each in still_open)
        yield Finding("8896", still_open[-1].line, f"{where}/Assessments", f"They began on {days}.")
    for before, after in pairwise(ordered):
        if before.authorised_on is None or after.started_on <= before.authorised_on:
            why = compare("The first's start", before.started_on, "the second's", after.started_on)
            yield Finding("8863Q", after.line, f"{where}/Assessments", why, str(after.started_on))
    only = len(ordered) == 1 and ordered[0].factors == (_NONE_FOUND,)
    if only and episode.closure_reason not in ("RC8", "RC9"):
        why = f"The reason for closure is {episode.closure_reason or 'not given'}."
        yield Finding("8873Q", ordered[0].line, f"{where}/ReasonForClosure", why)
