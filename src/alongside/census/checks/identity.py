"""Checks on who the child is."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from ..authorities import AUTHORITIES
from ..records import Header, Identifiers, ReadChild
from .finding import Finding, Findings, compare

#: Position of the remainder gives the letter; I, O and S are left out of the alphabet.
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_NOT_LAST = "IOS"
_PREGNANCY = timedelta(days=280)


def check_letter(digits: str) -> str:
    """The letter a unique pupil number begins with, from the twelve digits that follow it."""
    total = sum(place * int(digit) for place, digit in enumerate(digits, start=2))
    return _CHECK_LETTERS[total % 23]


def check(child: ReadChild, header: Header) -> Findings:
    """Numbers, birth, death and sex."""
    who, line = child.identifiers, child.line
    yield from _pupil_number(who, line)
    yield from _birth(who, header, line)
    yield from _death(who, header, line)
    yield from _school_age(child, header)
    yield from _disabilities(child)


def _pupil_number(who: Identifiers, line: int) -> Findings:
    upn, former = who.upn, who.former_upn
    if former and not (len(former) == 13 and former[0].isalpha() and former[1:12].isdigit()):
        yield Finding("1560Q", line, "ChildIdentifiers/FormerUPN", f"It is {former}.", former)
    if not upn:
        return
    where = "ChildIdentifiers/UPN"
    if upn[1:].isdigit() and upn[0] != check_letter(upn[1:]):
        yield Finding("1510", line, where, f"{upn[1:]} gives the letter {check_letter(upn[1:])}.", upn)
    if upn[-1].isalpha() and (upn[-1] in _NOT_LAST or not upn[-1].isupper()):
        yield Finding("1550", line, where, f"It is {upn[-1]}: a digit, or a capital but I, O and S.", upn)
    if upn[1:4] not in AUTHORITIES:
        yield Finding("1530", line, where, f"It is {upn[1:4]}.", upn)


def _birth(who: Identifiers, header: Header, line: int) -> Findings:
    born, expected, last = who.born_on, who.expected_on, header.reference_date
    if (born is None) == (expected is None):
        why = "There is neither." if born is None else "There are both; the birth date is used."
        yield Finding("8525Q", line, "ChildIdentifiers/PersonBirthDate", why)
    if born and born > last:
        yield Finding(
            "8520", line, "ChildIdentifiers/PersonBirthDate", f"It is {born}, and that is {last}.", str(born)
        )
    if expected and not born:
        earliest, latest = last - timedelta(days=30), last + relativedelta(months=9)
        if not earliest <= expected <= latest:
            yield Finding(
                "8530Q",
                line,
                "ChildIdentifiers/ExpectedPersonBirthDate",
                f"It is expected to lie between {earliest} and {latest}.",
                str(expected),
            )
        if who.sex != "U":
            yield Finding(
                "8750", line, "ChildIdentifiers/Sex", "Only an expected birth date is given.", who.sex
            )


def _death(who: Identifiers, header: Header, line: int) -> Findings:
    died, where = who.died_on, "ChildIdentifiers/PersonDeathDate"
    if died is None:
        return
    if who.born_on is None:
        yield Finding("8535Q/no-birth", line, where, f"The death is {died}.", str(died))
    elif died < who.born_on:
        why = compare("The death", died, "the birth", who.born_on)
        yield Finding("8535Q/order", line, where, why, str(died))
    first, last = header.period
    if not first <= died <= last:
        yield Finding("8545Q", line, where, f"The year is {first} to {last}.", str(died))


def _school_age(child: ReadChild, header: Header) -> Findings:
    who, line = child.identifiers, child.line
    action = any(not episode.no_further_action for episode in child.episodes)
    where = "ChildIdentifiers/UPNunknown"
    if who.upn_unknown == "UN7" and action:
        yield Finding("8772", line, where, "UN7 is for a referral with no further action.", "UN7")
    if not (action and who.born_on) or who.upn or who.upn_unknown not in (None, "UN1"):
        return
    if who.born_on <= _school_age_born_by(header):
        yield Finding("8770Q", line, where, f"The child was born on {who.born_on}.", who.upn_unknown or "")


def _school_age_born_by(header: Header) -> date:
    """The latest birth date of a child the Department expects to have a unique pupil number."""
    if header.year >= 2025:
        return date(header.year - 6, 8, 31)
    return header.reference_date - relativedelta(years=6)


def _disabilities(child: ReadChild) -> Findings:
    given, line = child.characteristics.disabilities, child.line
    where = "ChildCharacteristics/Disabilities"
    if "NONE" in given and set(given) != {"NONE"}:
        yield Finding("8790", line, where, f"It has {', '.join(given)}.", ",".join(given))
    for code in sorted({code for code in given if given.count(code) > 1}):
        yield Finding("8794", line, where, f"{code} is given {given.count(code)} times.", code)
    action = any(not episode.no_further_action for episode in child.episodes)
    if child.identifiers.born_on and action and not given:
        yield Finding("8540", line, where, "There is none.")


def check_referral(child: ReadChild, referred_on: date, line: int, where: str) -> Findings:
    """A referral against the child's birth and death."""
    who = child.identifiers
    born = who.born_on or who.expected_on
    if born and referred_on < born - _PREGNANCY:
        yield Finding("8606", line, where, compare("The referral", referred_on, "the birth", born))
    if who.died_on and referred_on > who.died_on:
        yield Finding("8555Q", line, where, compare("The referral", referred_on, "the death", who.died_on))
