"""The two commands over the rules: ``due`` and ``rules``.

Results go to ``out``, problems to ``err``. Exit codes: 0 answered; 2 what was typed cannot
be used; 3 no text in force answers.
"""

from __future__ import annotations

import argparse
import json
import sys
from difflib import get_close_matches
from typing import TextIO

from alongside.guidance import catalogue
from alongside.guidance.explain import NotADay, as_mapping, as_text, in_words, read_start
from alongside.guidance.kernel.calendar import OutsideCalendar
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Rule, Timescale
from alongside.guidance.kernel.words import listed

ANSWERED, UNUSABLE, UNANSWERED = 0, 2, 3


def add_due_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``due``."""
    parser.description = "Say when something is due, why, and under which text, day by day."
    parser.epilog = "Example: alongside due child-protection.initial-conference 2025-04-17"
    parser.add_argument("rule", metavar="RULE_ID", help="a rule's id: see alongside rules")
    parser.add_argument(
        "starts",
        metavar="DATE_OR_TIME",
        help="when it started: 2025-04-17, or 2026-10-23T22:00 (local time in England unless an offset is given)",
    )
    parser.add_argument(
        "--edition", default="", help="ask what one text says whatever was in force, for example WT2018"
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def run_due(args: argparse.Namespace, out: TextIO, err: TextIO | None = None) -> int:
    """Answer ``due``. Returns the exit code."""
    err = err or sys.stderr
    try:
        rule = catalogue.rule(args.rule)
    except catalogue.NoSuchRule as error:
        do = (
            f"Did you mean {listed(error.nearest, 'or')}?" if error.nearest else "List them: alongside rules."
        )
        return _refuse(err, "There is no such rule.", f"RULE_ID, {args.rule}", "Ids are written in full.", do)
    if not isinstance(rule, Timescale):
        why = f"It is a {rule.kind.lower()} rule, which has no date."
        return _refuse(
            err, "This rule has nothing to count.", f"RULE_ID, {rule.id}", why, _timescales_like(rule)
        )
    if args.edition and (unknown := _unknown_edition(args.edition)):
        return _refuse(
            err, "There is no such edition.", f"--edition, {args.edition}", "It is not encoded.", unknown
        )
    return _answer(rule, args, out, err)


def _answer(rule: Timescale, args: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    where = f"DATE_OR_TIME, {args.starts}"
    try:
        start = read_start(args.starts)
        due = rule.due(start.value, edition=args.edition or None)
    except NotADay as error:
        return _refuse(err, "That is not a day or a time.", where, error.why, error.do)
    except NotCovered as error:
        err.write(f"{error}\n")
        return UNANSWERED
    except (OutsideCalendar, OverflowError) as error:
        return _refuse(err, "That day cannot be counted from.", where, str(error), "Check the year.")
    except ValueError as error:
        do = "Write it as 2026-10-23T22:00."
        return _refuse(err, "This limit runs in hours.", where, str(error), do)
    if args.json:
        json.dump(as_mapping(due), out, indent=2, ensure_ascii=False)
        out.write("\n")
    else:
        asked = due.edition if args.edition else ""
        out.write(as_text(due, assumed=start.assumed, asked_edition=asked) + "\n")
    return ANSWERED


def add_rules_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``rules``."""
    parser.description = "List every rule: its id, force, value and citation, text by text."
    parser.epilog = "Example: alongside rules --json"
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run_rules(args: argparse.Namespace, out: TextIO) -> int:
    """Answer ``rules``. Returns the exit code."""
    if args.json:
        json.dump(
            [rule_as_mapping(rule) for rule in catalogue.RULES.values()], out, indent=2, ensure_ascii=False
        )
        out.write("\n")
        return ANSWERED
    for rule in catalogue.RULES.values():
        latest = rule.dated.provisions[-1]
        check = "checked" if any(p.checked for p in rule.dated.provisions) else "not yet checked"
        out.write(f"{rule.id}\n    {rule.title} [{rule.kind.lower()}, {rule.force.value}, {check}]\n")
        out.write(f"    {in_words(latest.value)}\n    {latest.citation}\n")
    return ANSWERED


def rule_as_mapping(rule: Rule) -> dict[str, object]:
    """One rule as plain values, with every text that states it."""
    return {
        "id": rule.id,
        "kind": rule.kind.lower(),
        "title": rule.title,
        "force": rule.force.value,
        "clock": rule.clock if isinstance(rule, Timescale) else None,
        "runs_from": rule.runs_from if isinstance(rule, Timescale) else None,
        "until": rule.until if isinstance(rule, Timescale) else None,
        "notes": rule.notes,
        "provisions": [
            {
                "edition": provision.citation.source.name,
                "citation": str(provision.citation),
                "in_force_from": begins.isoformat() if (begins := provision.citation.in_force_from) else None,
                "value": in_words(provision.value),
                "checked": provision.checked is not None,
                "over": provision.over,
            }
            for provision in rule.dated.provisions
        ],
    }


def _unknown_edition(edition: str) -> str:
    known = {name for source in catalogue.SOURCES for name in (source.edition, source.id)}
    if edition.casefold() in {name.casefold() for name in known}:
        return ""
    nearest = get_close_matches(edition.upper(), sorted(known), n=3, cutoff=0.5)
    return f"Did you mean {listed(nearest, 'or')}?" if nearest else "Try WT2018, WT2023 or WT2026."


def _timescales_like(rule: Rule) -> str:
    subject = rule.id.split(".")[0]
    alike = [
        id for id, other in catalogue.RULES.items() if isinstance(other, Timescale) and id.startswith(subject)
    ]
    return f"Rules with a date near it: {listed(alike)}." if alike else "List the rules: alongside rules."


def _refuse(err: TextIO, what: str, where: str, why: str, do: str) -> int:
    err.write(f"{what}\n  Where: {where}\n  Why: {why}\n  Do: {do}\n")
    return UNUSABLE
