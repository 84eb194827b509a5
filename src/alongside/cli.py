"""The command line: `alongside`.

Results go to standard output, progress and trouble to standard error. What the guidance asks needs no
database and no settings, so those commands do not start Django; the others are Django commands by a
name that reads better. Any other command of Django's works too: `alongside migrate`.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO

from alongside.guidance.written import NotUsable

FINE, PROBLEMS, USAGE, REFUSED, STOPPED = 0, 1, 2, 3, 130

EXIT_CODES = {
    FINE: "everything is fine",
    PROBLEMS: "the work was done, and there are problems to look at",
    USAGE: "the command was not understood",
    REFUSED: "refused: nothing was done, and the message says why and what to do",
}


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A command people are told about.

    words: what one types. django: the Django command it stands for, empty for a pure one.
    pure: where a pure one is written, as ``module:name``. The module offers ``add_{name}_arguments(parser)`` and
    ``run_{name}(arguments, out)``, which answers with the exit code and needs neither settings nor database.
    """

    group: str
    words: tuple[str, ...]
    summary: str
    example: str
    django: str = ""
    pure: str = ""

    @property
    def name(self) -> str:
        return " ".join(self.words)


COMMANDS = (
    Listed(
        group="What the guidance asks",
        words=("due",),
        pure="alongside.guidance.command:due",
        summary="Work out when something is due, counted day by day, with the paragraph it comes from.",
        example="alongside due child-protection.initial-conference 2025-04-10",
    ),
    Listed(
        group="What the guidance asks",
        words=("rules",),
        pure="alongside.guidance.command:rules",
        summary="List every rule, with its force and its paragraph.",
        example="alongside rules --json",
    ),
    Listed(
        group="What the guidance asks",
        words=("guidance", "coverage"),
        pure="alongside.guidance.accounted:coverage",
        summary="Say, text by text, which paragraphs are encoded, which are not and why, and which are missing.",
        example="alongside guidance coverage --json",
    ),
    Listed(
        group="What the guidance asks",
        words=("guidance", "export"),
        pure="alongside.guidance.export:export",
        summary="Write the whole of the guidance as JSON, for others to build on, or the JSON Schema of that.",
        example="alongside guidance export --output guidance.json",
    ),
    Listed(
        group="What the guidance asks",
        words=("guidance", "scaffold"),
        pure="alongside.guidance.taking_in_command:scaffold",
        summary="Take in a new issue of a text: it carries every value of an earlier one, until each is read.",
        example="alongside guidance scaffold WT2027 --title 'Working Together 2027' --issue '1 September 2027' "
        "--begins 2027-09-01 --from WT2026",
    ),
    Listed(
        group="What the guidance asks",
        words=("guidance", "unchecked"),
        pure="alongside.guidance.taking_in_command:unchecked",
        summary="List what nobody has yet read against the text and agreed with, text by text.",
        example="alongside guidance unchecked --edition WT2026",
    ),
    Listed(
        group="What the guidance asks",
        words=("guidance", "read"),
        pure="alongside.guidance.taking_in_command:read",
        summary="Record that somebody read one value against the text, and whether it agrees.",
        example="alongside guidance read child-protection.initial-conference --edition WT2026 --by 'Mo Reeve' "
        "--on 2026-11-20 --agrees --place 'paragraph 158'",
    ),
    Listed(
        group="What the guidance asks",
        words=("guidance", "brief"),
        django="guidance_brief",
        summary="Make a briefing, poster, slides, checklist, glossary or quiz of two editions, for chosen readers.",
        example="alongside guidance brief --from WT2018 --to WT2026 --for schools --as poster --output poster.pdf",
    ),
    Listed(
        group="Records",
        words=("import", "cin-census"),
        django="import_cin_census",
        summary="Read a children in need census file into records, and report what it could not read.",
        example="alongside import cin-census wrenmouth-2026.xml",
    ),
    Listed(
        group="Records",
        words=("import", "police-notices"),
        django="import_police_notices",
        summary="Take in notices about children from a police force, stacked per child for the front door.",
        example="alongside import police-notices notices.csv --area 199 --force 'Estuary Police'",
    ),
    Listed(
        group="Records",
        words=("timeliness",),
        django="timeliness",
        summary="Report what was done in time, rule by rule, and explain each late one.",
        example="alongside timeliness --from 2025-04-01 --to 2026-03-31",
    ),
    Listed(
        group="Records",
        words=("guidance", "replay"),
        django="guidance_replay",
        summary="Say what another text would change for the open cases of an area. Nothing is written.",
        example="alongside guidance replay --edition WT2018",
    ),
    Listed(
        group="Records",
        words=("deadlines", "rebuild"),
        django="deadlines_rebuild",
        summary="Work out every deadline again, for example after a rule or a bank holiday changed.",
        example="alongside deadlines rebuild --dry-run",
    ),
    Listed(
        group="Records",
        words=("matching", "rebuild"),
        django="matching_rebuild",
        summary="Work out again by what everybody is found, for example after a version that finds more.",
        example="alongside matching rebuild --dry-run",
    ),
    Listed(
        group="Proof",
        words=("audit", "verify"),
        django="audit_verify",
        summary="Look for anything in the audit or the chronology that was changed, removed, moved or put in.",
        example="alongside audit verify --checkpoint held-by-the-partners/*.json",
    ),
    Listed(
        group="Proof",
        words=("audit", "checkpoint"),
        django="audit_checkpoint",
        summary="Write a signed checkpoint of the audit; keep a copy where nobody here can change it.",
        example="alongside audit checkpoint --to /media/partners",
    ),
    Listed(
        group="Proof",
        words=("audit", "export"),
        django="audit_export",
        summary="Write the audit as plain text, for whoever verifies it elsewhere.",
        example="alongside audit export audit.tsv",
    ),
    Listed(
        group="Proof",
        words=("audit", "searched"),
        django="audit_searched",
        summary="Say who ever searched for a name, by its keyed digest.",
        example="alongside audit searched 'Rosa Quarmby'",
    ),
    Listed(
        group="Proof",
        words=("audit", "dispose"),
        django="audit_dispose",
        summary="Remove what rows of the audit say, each kind at the end of its own time. The chain stays whole.",
        example="alongside audit dispose --dry-run",
    ),
    Listed(
        group="Records",
        words=("matching", "train"),
        django="matching_train",
        summary="Learn from the records here how much each kind of agreement between two of them says.",
        example="alongside matching train",
    ),
    Listed(
        group="Records",
        words=("matching", "find-duplicates"),
        django="matching_find_duplicates",
        summary="List records that may be one person's, for the front door to look at. It joins nothing.",
        example="alongside matching find-duplicates --area 299",
    ),
    Listed(
        group="Records",
        words=("retention", "simulate"),
        django="retention_simulate",
        summary="Say what would be due for disposal on a day, under which rule, and why. Nothing is destroyed.",
        example="alongside retention simulate --on 2060-01-01",
    ),
    Listed(
        group="Records",
        words=("retention", "dispose"),
        django="retention_dispose",
        summary="Destroy what two people signed for, once the wait is over. The worker does it daily.",
        example="alongside retention dispose --dry-run",
    ),
    Listed(
        group="Running it",
        words=("demo",),
        django="demo",
        summary="Make the invented borough of Wrenmouth, say who can sign in, and serve it.",
        example="alongside demo --size small --port 8000",
    ),
    Listed(
        group="Running it",
        words=("serve",),
        django="serve",
        summary="Serve the pages, after checking that the database is safe to write to.",
        example="alongside serve --host 127.0.0.1 --port 8000",
    ),
    Listed(
        group="Running it",
        words=("work",),
        django="work",
        summary="Send what is waiting and do the daily duties, where “alongside serve” runs without its worker.",
        example="alongside work --once",
    ),
    Listed(
        group="Running it",
        words=("outbox", "send"),
        django="outbox_send",
        summary="Send the e-mails and events that are waiting, once.",
        example="alongside outbox send",
    ),
    Listed(
        group="Running it",
        words=("area", "add"),
        django="area_add",
        summary="Add the first area, and an administrator who can sign in and add everybody else.",
        example="alongside area add 198 Farholme --prefix FARH --agency 'Farholme Council' "
        "--administrator 'Mo Reeve' --email mo@farholme.example",
    ),
    Listed(
        group="Running it",
        words=("silences", "set"),
        django="silences_set",
        summary="Set after how long a record of an area that says nothing is shown as silent, from a day on.",
        example="alongside silences set 199 --from 2026-12-01 --alone 4 --unheard 8 --meetings 3 "
        "--decided-by 'Practice board' --reason 'After the audit' --by wyn@wrenmouth.example",
    ),
    Listed(
        group="Running it",
        words=("accounts", "close-unused"),
        django="accounts_close_unused",
        summary="Close the accounts of those who have left and those that nobody uses, once. The worker does it daily.",
        example="alongside accounts close-unused --dry-run",
    ),
    Listed(
        group="Running it",
        words=("migrate",),
        django="migrate",
        summary="Bring the database up to this version. Do it before the first start and after each upgrade.",
        example="alongside migrate",
    ),
    Listed(
        group="Working on it",
        words=("docs",),
        django="docs",
        summary="Write the generated reference pages again, or check that they are fresh.",
        example="alongside docs --check",
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
        return code
    except NotUsable as wrong:
        # A text taken in, or a reading, that cannot be read: nothing is worked out by half of the guidance.
        for one in wrong.problems:
            print(f"{one.what}\n  Where: {one.where}\n  Why: {one.why}\n  Do: {one.do}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        # Whoever was reading has seen enough: `alongside rules | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE


def _run(arguments: list[str]) -> int:
    if not arguments:
        print(usage(), file=sys.stderr)
        return USAGE
    if arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return FINE
    if arguments[0] == "--version":
        from alongside import __version__

        print(__version__)
        return FINE
    for command in COMMANDS:
        length = len(command.words)
        if tuple(arguments[:length]) == command.words:
            return _listed(command, arguments[length:])
    if unfinished := [each for each in COMMANDS if each.words[0] == arguments[0]]:
        names = ", ".join(f"“alongside {each.name}”" for each in unfinished)
        print(f"That is not the whole command. There is {names}.", file=sys.stderr)
        return USAGE
    return _django(arguments[0], arguments[1:])


def _listed(command: Listed, arguments: list[str]) -> int:
    if command.django:
        return _django(command.django, arguments, command)
    parser, run = pure(command)
    return run(parser.parse_args(arguments), sys.stdout)


def pure(command: Listed) -> tuple[argparse.ArgumentParser, Callable[[argparse.Namespace, TextIO], int]]:
    """The parser and the function of a command that needs neither settings nor database."""
    module, _, name = command.pure.partition(":")
    written = import_module(module)
    parser = argparse.ArgumentParser(
        prog=f"alongside {command.name}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    getattr(written, f"add_{name}_arguments")(parser)
    run: Callable[[argparse.Namespace, TextIO], int] = getattr(written, f"run_{name}")
    parser.description, parser.epilog = command.summary, epilog(command)
    return parser, run


def _django(name: str, arguments: list[str], listed: Listed | None = None) -> int:
    from alongside.config import commands

    shown = listed.name if listed else name
    return commands.run(name, arguments, shown=shown, epilog=epilog(listed) if listed else "")


def epilog(command: Listed) -> str:
    """What stands under a command's options: an example, and what its exit code says."""
    return f"Example:\n  {command.example}\n\n{_exit_codes()}"


def _exit_codes() -> str:
    return "\n".join(["Exit code:", *(f"  {code}  {meaning}" for code, meaning in EXIT_CODES.items())])


def by_group() -> list[tuple[str, list[Listed]]]:
    """The commands people are told about, group by group in the order in which each group first comes."""
    groups: dict[str, list[Listed]] = {}
    for command in COMMANDS:
        groups.setdefault(command.group, []).append(command)
    return list(groups.items())


def usage() -> str:
    """What `alongside --help` prints."""
    lines = ["Usage: alongside COMMAND [OPTIONS]", ""]
    wide = max(len(command.name) for command in COMMANDS) + 2
    for group, commands in by_group():
        lines.append(f"{group}:")
        for command in commands:
            lines += [f"  {command.name:<{wide}}{command.summary}", f"  {'':<{wide}}  {command.example}"]
        lines.append("")
    lines += [
        "“alongside COMMAND --help” says what a command takes. Any command of Django's works as well.",
        "Settings are environment variables; docs/reference/settings.md lists them.",
        "",
        _exit_codes(),
    ]
    return "\n".join(lines)
