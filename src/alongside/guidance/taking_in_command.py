"""Three commands for a new text: ``guidance scaffold``, ``guidance unchecked`` and ``guidance read``.

Results go to ``out``, problems to ``err``. Exit codes: 0 done; 2 what was typed cannot be used; 3 nothing was
done, because what was asked would not be true or would overwrite something.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TextIO

from alongside.guidance import catalogue, checks, taking_in
from alongside.guidance.checks import Reading
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.words import LONDON, day_in_words, listed
from alongside.guidance.taking_in import FOLDER, TakenIn
from alongside.guidance.to_read import Unread, unread
from alongside.guidance.written import NotUsable

DONE, UNUSABLE, REFUSED = 0, 2, 3


def add_scaffold_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guidance scaffold``."""
    parser.add_argument(
        "edition", metavar="EDITION", help="the edition, such as WT2027; of a re-issue the same again"
    )
    parser.add_argument("--title", required=True, help="its title, such as “Working Together 2027”")
    parser.add_argument("--issue", required=True, help="this issue of it, such as “1 September 2027”")
    parser.add_argument(
        "--begins", required=True, metavar="DAY", help="the day it takes effect, such as 2027-09-01"
    )
    parser.add_argument("--from", dest="carried", required=True, metavar="EDITION",
                        help="the edition or issue whose values it carries until each is read")  # fmt: skip
    parser.add_argument("--url", default="", help="where it is published, if that is another address")


def run_scaffold(args: argparse.Namespace, out: TextIO, err: TextIO | None = None) -> int:
    """Write the file of a new issue. Returns the exit code."""
    err = err or sys.stderr
    begins = _day(args.begins)
    if begins is None:
        return _say(err, UNUSABLE, "That is not a day.", f"--begins, {args.begins}",
                    "A day is written year-month-day.", "Write it as 2027-09-01.")  # fmt: skip
    if not re.fullmatch(r"[A-Z]{2,12}\d{4}", args.edition):
        return _say(err, UNUSABLE, "That is not the name of an edition.", f"EDITION, {args.edition}",
                    "It is the text's letters and its year.", "Write it as WT2027.")  # fmt: skip
    if (carried := _text(args.carried)) is None:
        return _say(err, UNUSABLE, "There is no such text.", f"--from, {args.carried}", "No value of it is encoded.",
                    f"Choose from {listed(_texts(), 'or')}.")  # fmt: skip
    id = f"{args.edition}-{begins.isoformat()}"
    file = taking_in.folder_to_write() / FOLDER / f"{id}.toml"
    if file.exists() or id in {source.id for source in catalogue.SOURCES}:
        return _say(err, REFUSED, f"{id} is there already.", str(file), "Writing it again would lose what was read.",
                    "Go on in that file, or give the day of another issue.")  # fmt: skip
    words = _file(id, args, carried, begins)
    try:
        carries = _tried(file, words)
    except NotUsable as wrong:
        return _all(err, wrong)
    try:
        checks.replace_file(file, words)
    except OSError as trouble:
        return _say(err, REFUSED, "The file cannot be written.", str(file), f"{trouble.strerror}.",
                    f"Name a folder of your own in {taking_in.SETTING}.")  # fmt: skip
    out.write(
        f"Written: {file}\n{carries} values are carried from {carried}, not confirmed, from {day_in_words(begins)}.\n"
    )
    out.write(f"What remains to be read: alongside guidance unchecked --edition {args.edition}\n")
    return DONE


def _file(id: str, args: argparse.Namespace, carried: str, begins: date) -> str:
    # A text is mostly published where the one before it was.
    address = args.url or next(one.url for one in catalogue.SOURCES if carried in (one.edition, one.id))
    told = {"id": id, "edition": args.edition, "title": args.title, "issue": args.issue, "url": address}
    about = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in told.items() if value]
    return "\n".join((
        f"# {args.title} ({args.issue}), taken in.",
        f"# Every value is carried from {carried} and not confirmed, until “alongside guidance read” says that somebody",
        "# read it. Below stands only what this text says otherwise, one table a rule:",
        "#",
        '# [rule."child-protection.initial-conference"]',
        '# asks = "10 working days"    # or a list of lines; “+ item” and “- item” change one',
        '# place = "paragraph 212"',
        *about,
        f"begins = {begins.isoformat()}",
        f"from = {json.dumps(carried)}",
        "",
    ))  # fmt: skip


def _tried(file: Path, words: str) -> int:
    """How many values this file would carry. Raises NotUsable where it could not be taken in."""
    with tempfile.TemporaryDirectory() as beside:
        draft = Path(beside) / file.name
        draft.write_text(words, encoding="utf-8")
        issue: TakenIn = taking_in.issue_from(draft)
    after = taking_in.brought_up_to_date(catalogue.RULES, [issue], ())
    return sum(1 for id, rule in after.items() if rule is not catalogue.RULES[id])


def add_unchecked_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guidance unchecked``."""
    parser.add_argument("--edition", default="", help="only one edition or issue, such as WT2026")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")


def run_unchecked(args: argparse.Namespace, out: TextIO, err: TextIO | None = None) -> int:
    """List what nobody has read and agreed with, text by text. Returns the exit code."""
    if args.edition and _text(args.edition) is None:
        return _say(err or sys.stderr, UNUSABLE, "There is no such text.", f"--edition, {args.edition}",
                    "No value of it is encoded.", f"Choose from {listed(_texts(), 'or')}.")  # fmt: skip
    remaining = unread(args.edition)
    if args.json:
        json.dump([one.as_mapping() for one in remaining], out, indent=2, ensure_ascii=False)
        out.write("\n")
        return DONE
    text = ""
    for one in remaining:
        if one.source.id != text:
            text = one.source.id
            out.write(f"{one.source.name} [{text}]\n")
        out.write(f"  {one.rule.id}  {one.place}\n    {one.says}\n    {one.standing}\n")
    out.write(_counted(remaining))
    return DONE


def _counted(remaining: Iterable[Unread]) -> str:
    all_of_them = list(remaining)
    carried = sum(one.inherited for one in all_of_them)
    differing = sum(bool(one.remark) for one in all_of_them)
    return (
        f"{len(all_of_them)} values are not checked: {carried} carried from an earlier text, "
        f"{differing} read and found to differ or changed since.\n"
    )


def add_read_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guidance read``."""
    parser.add_argument("rule", metavar="RULE_ID", help="a rule's id: see alongside guidance unchecked")
    parser.add_argument("--edition", required=True, help="the edition or issue that was read, such as WT2026")
    parser.add_argument("--by", required=True, metavar="NAME", help="who read it")
    parser.add_argument("--on", required=True, metavar="DAY", help="the day they read it, such as 2027-09-03")
    said = parser.add_mutually_exclusive_group(required=True)
    said.add_argument("--agrees", action="store_true", help="the text says this value")
    said.add_argument(
        "--differs", default="", metavar="WORDS", help="it does not, and what it says in your words"
    )
    parser.add_argument("--place", default="", help="where the text says it, such as “paragraph 212”")


def run_read(args: argparse.Namespace, out: TextIO, err: TextIO | None = None) -> int:
    """Record that somebody read one value against the text. Returns the exit code."""
    err = err or sys.stderr
    try:
        rule = catalogue.rule(args.rule)
        text = _text(args.edition)
        if text is None:
            return _say(err, UNUSABLE, "There is no such text.", f"--edition, {args.edition}",
                        "No value of it is encoded.", f"Choose from {listed(_texts(), 'or')}.")  # fmt: skip
        said = rule.dated.said_by(text)
    except (catalogue.NoSuchRule, NotCovered) as wrong:
        return _say(err, UNUSABLE, "There is nothing to read there.", f"{args.rule}, {args.edition}", str(wrong),
                    f"List what remains: alongside guidance unchecked --edition {args.edition}.")  # fmt: skip
    on = _day(args.on)
    if on is None or on > datetime.now(tz=LONDON).date():
        return _say(err, UNUSABLE, "That is not a day on which it was read.", f"--on, {args.on}",
                    "It is no day, or it is still to come.", "Write the day as 2027-09-03.")  # fmt: skip
    if not args.by.strip():
        return _say(
            err, UNUSABLE, "It does not say who read it.", "--by", "A reading has a name.", "Give it."
        )
    # One issue was read. A re-issue that comes later is another text, which nobody has read yet.
    reading = Reading(text=said.citation.source.id, rule=rule.id, on=on, by=args.by.strip(), mark=checks.mark_of(said.value),
                      differs=args.differs.strip(), place=args.place.strip())  # fmt: skip
    try:
        file = checks.keep(taking_in.folder_to_write(), reading)
    except OSError as trouble:
        return _say(err, REFUSED, "The reading cannot be written.", str(taking_in.folder_to_write()),
                    f"{trouble.strerror}.", f"Name a folder of your own in {taking_in.SETTING}.")  # fmt: skip
    came = checks.read_so(said, rule.id, [reading])
    out.write(f"{rule.title}, {came.citation}: {came.standing}.\nWritten: {file}\n")
    if reading.differs:
        out.write(
            "The value stays as it is and shows this. Correct it where the text is encoded, then read it again.\n"
        )
    return DONE


def _text(named: str) -> str | None:
    """The edition or issue of this name as it is written; None where no value of it is encoded."""
    return {known.casefold(): known for known in _texts(issues=True)}.get(named.casefold())


def _texts(*, issues: bool = False) -> list[str]:
    said = [one.citation.source for rule in catalogue.RULES.values() for one in rule.dated.provisions]
    editions = [source.edition for source in catalogue.SOURCES if source in said]
    return list(dict.fromkeys([*editions, *((source.id for source in said) if issues else ())]))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _say(err: TextIO, code: int, what: str, where: str, why: str, do: str) -> int:
    err.write(f"{what}\n  Where: {where}\n  Why: {why}\n  Do: {do}\n")
    return code


def _all(err: TextIO, wrong: NotUsable) -> int:
    for one in wrong.problems:
        _say(err, UNUSABLE, one.what, one.where, one.why, one.do)
    return UNUSABLE
