"""The whole of the guidance as plain values, so that others can build on it: ``alongside guidance export``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO

from alongside.guidance import catalogue, exported
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.editions import EDITIONS
from alongside.guidance.explain import in_words
from alongside.guidance.kernel import briefing, changes, dated, rules, sources
from alongside.guidance.kernel.rules import Duty, Heading, Judgement, Membership, Rule, Step, Timescale
from alongside.guidance.kernel.spans import NoNumber, Span
from alongside.guidance.subjects import SUBJECTS, audiences_for, subject_of

WRITTEN, UNUSABLE = 0, 2

NOTICE = (
    "Statutory guidance and law for England in our own words, with the place of each value in its text. The texts "
    "themselves are the authority. A value nobody has checked against its text says so in “standing”."
)


def export() -> exported.Export:
    """Everything the catalogue holds, in the shape of ``exported.Export``."""
    return {
        "version": 1,
        "notice": NOTICE,
        "sources": [_source(one) for one in catalogue.SOURCES],
        "editions": [
            {
                "id": one.id,
                "title": one.title,
                "follows": one.follows,
                "begins": one.begins.isoformat(),
                "read": one.read,
                "paragraphs": one.paragraphs,
                "issues": [issue.id for issue in one.issues],
                "chapters": [{"number": number, "title": title} for number, title in one.chapters.items()],
            }
            for one in EDITIONS
        ],
        "readers": [
            {"key": one.key, "title": one.title, "also": list(one.also)} for one in AUDIENCES.values()
        ],
        "actors": [
            {"key": one.key, "title": one.title, "readers": list(one.audiences)} for one in ACTORS.values()
        ],
        "subjects": [
            {"key": one.key, "title": one.title, "readers": list(one.audiences), "also": list(one.also)}
            for one in SUBJECTS.values()
        ],
        "rules": [_rule(one) for one in catalogue.RULES.values()],
        "paragraphs": [
            {
                "edition": one.edition,
                "chapter": one.chapter,
                "at": one.at,
                "about": one.about,
                "rules": list(one.rules),
                "page": one.page,
                "not_encoded": one.not_encoded,
            }
            for one in catalogue.coverage()
        ],
        "changes": [_change(one) for one in catalogue.CHANGES],
        "unknowns": [
            {
                "id": one.id,
                "edition": one.edition,
                "chapter": one.chapter,
                "words": one.words,
                "readers": list(one.audiences),
            }
            for one in catalogue.UNKNOWNS
        ],
        "actions": [_action(one) for one in catalogue.ACTIONS.values()],
        "terms": [_term(one) for one in catalogue.TERMS],
        "questions": [_question(one) for one in catalogue.QUESTIONS],
    }


def _change(one: changes.Change) -> exported.Change:
    return {
        "id": one.id,
        "before": one.before,
        "after": one.after,
        "chapter": one.chapter,
        "subject": one.subject,
        "title": one.title,
        "was": one.was,
        "now": one.now,
        "means": one.means,
        "readers": list(one.audiences),
        "nature": one.nature.value,
        "sure": one.sure.value,
        "cites": [_citation(each) for each in one.cites],
        "rules": list(one.rules),
        "actions": list(one.actions),
        "checked": _checked(one.checked),
    }


def _action(one: briefing.Action) -> exported.Action:
    return {
        "id": one.id,
        "words": one.words,
        "readers": list(one.audiences),
        "editions": list(one.editions),
        "origin": one.origin.value,
        "rules": list(one.rules),
        "evidence": one.evidence,
    }


def _term(one: briefing.Term) -> exported.Term:
    return {
        "word": one.word,
        "means": one.means,
        "stands_for": one.stands_for,
        "also": list(one.also),
        "rule": one.rule,
        "beware": one.beware,
        "editions": list(one.editions),
        "readers": list(one.audiences),
    }


def _question(one: briefing.Question) -> exported.Question:
    return {
        "id": one.id,
        "asks": one.asks,
        "answers": list(one.answers),
        "right": one.right,
        "because": one.because,
        "rules": list(one.rules),
        "readers": list(one.audiences),
        "editions": list(one.editions),
    }


def _source(one: sources.Source) -> exported.Source:
    return {
        "id": one.id,
        "title": one.title,
        "edition": one.edition,
        "issue": one.issue,
        "kind": one.kind.value,
        "in_force_from": _day(one.in_force_from),
        "assent": _day(one.assent),
        "url": one.url,
    }


def _rule(rule: Rule) -> exported.Rule:
    duty = rule if isinstance(rule, Duty) else None
    limit = rule if isinstance(rule, Timescale) else None
    judged = rule if isinstance(rule, Judgement) else None
    group = rule if isinstance(rule, Membership) else None
    return {
        "id": rule.id,
        "kind": rule.kind,  # type: ignore[typeddict-item]
        "title": rule.title,
        "force": rule.force.value,
        "subject": subject_of(rule).key,
        "readers": list(audiences_for(rule)),
        "provisions": _provisions(rule.dated.provisions),
        "others": _provisions(group.others.provisions) if group and group.others else [],
        "law": [_citation(one) for one in ([] if isinstance(rule, Judgement) else rule.law)],
        "notes": rule.notes,
        "own_words": duty.own_words if duty else False,
        "expected": duty.expected if duty else False,
        "by": list(duty.by) if duty else [],
        "trigger": duty.trigger if duty else None,
        "evidence": list(duty.evidence) if duty else [],
        "runs_from": limit.runs_from if limit else None,
        "until": limit.until if limit else None,
        "responsible": limit.responsible if limit else None,
        "clock": limit.clock if limit else None,
        "examples": [_example(one) for one in limit.examples] if limit else [],
        "any_one": group.any_one if group else None,
        "decided_by": judged.decided_by if judged else None,
        "must_record": list(judged.must_record) if judged else [],
        "weigh": list(judged.weigh) if judged else [],
    }


def _provisions(found: Iterable[dated.Provision[Any]]) -> list[exported.Provision]:
    return [
        {
            "citation": _citation(one.citation),
            "value": _value(one.value),
            "checked": _checked(one.checked),
            "standing": one.standing,
            "over": one.over,
        }
        for one in found
    ]


def _value(value: Any) -> exported.Value:
    parts = [_part(one) for one in value] if isinstance(value, tuple) else None
    return {
        "words": in_words(value),
        "length": _length(value) if isinstance(value, Span) else None,
        "parts": parts,
    }


def _part(one: Any) -> exported.Part:
    if isinstance(one, Heading):
        return {"key": one.key, "label": one.label, "help": one.help, "group": one.group, "leads_to": []}
    if isinstance(one, Step):
        return {
            "key": one.key,
            "label": one.label,
            "help": one.help,
            "group": "",
            "leads_to": list(one.leads_to),
        }
    return {"key": "", "label": str(one), "help": "", "group": "", "leads_to": []}


def _length(span: Span) -> exported.Length:
    """The unit is the name of the way it is counted: ``WorkingDays``, ``CalendarDaysIncluding``, ``NoNumber``."""
    return {
        "unit": type(span).__name__,
        "number": None if isinstance(span, NoNumber) else getattr(span, "n", None),
    }


def _citation(one: sources.Citation) -> exported.Citation:
    return {"source": one.source.id, "place": one.locator, "in_force_from": _day(one.in_force_from)}


def _checked(check: sources.Check | None) -> exported.Checked | None:
    return {"on": check.on.isoformat(), "against": check.against} if check else None


def _example(one: rules.Example) -> exported.Example:
    return {"starts": one.starts.isoformat(), "due": _day(one.due), "note": one.note}


def _day(day: date | datetime | None) -> str | None:
    return day.isoformat() if day else None


def as_json() -> str:
    """The export as it is written."""
    return json.dumps(export(), indent=1, ensure_ascii=False) + "\n"


def schema_as_json() -> str:
    """Its JSON Schema as it is written."""
    return json.dumps(exported.schema(), indent=1, ensure_ascii=False) + "\n"


def add_export_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guidance export``."""
    parser.add_argument(
        "--output", metavar="FILE", default="", help="write to this file and not to the screen"
    )
    parser.add_argument("--schema", action="store_true", help="write the JSON Schema of the export instead")


def run_export(args: argparse.Namespace, out: TextIO) -> int:
    """Answer ``guidance export``: 0 written, 2 the file cannot be written."""
    words = schema_as_json() if args.schema else as_json()
    if not args.output:
        out.write(words)
        return WRITTEN
    try:
        Path(args.output).write_text(words, encoding="utf-8", newline="\n")
    except OSError as error:
        sys.stderr.write(
            f"The file cannot be written.\n  Where: --output, {args.output}\n  Why: {error.strerror}.\n"
            "  Do: name a file in a folder that is there and that you may write to.\n"
        )
        return UNUSABLE
    out.write(f"Wrote {args.output}: {len(catalogue.RULES)} rules of {len(catalogue.SOURCES)} texts.\n")
    return WRITTEN
