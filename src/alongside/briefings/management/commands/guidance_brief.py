"""alongside guidance brief: a briefing, a poster, slides or another document of two editions, as a file."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template import loader
from django.utils import timezone

from alongside.briefings.choice import EVERYONE, Choice, Unclear, read
from alongside.briefings.documents import DOCUMENTS, PAGE, Document, file_of, name_of
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.kernel.words import listed
from alongside.moments import day_of

USAGE, REFUSED = 2, 3
OPTIONS = {"from": "--from", "to": "--to", "for": "--for", "chapter": "--chapter", "about": "--about"}


class Command(BaseCommand):
    help = (
        "Make a document of what changed between two editions of Working Together, for some readers. Nothing is asked "
        "of the database. The same day gives the same bytes."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--from", dest="from", metavar="EDITION", default="", help="the earlier edition, such as WT2018"
        )
        parser.add_argument("--to", metavar="EDITION", default="", help="the later edition, such as WT2026")
        parser.add_argument(
            "--for",
            metavar="READERS",
            default="",
            help=f"one of {', '.join(AUDIENCES)} or {EVERYONE}; everyone unless given",
        )
        parser.add_argument("--chapter", default="", help="one chapter, as the later edition numbers it")
        parser.add_argument("--about", metavar="SUBJECT", default="", help="one subject, such as early-help")
        parser.add_argument(
            "--as", dest="what", metavar="DOCUMENT", default="briefing", help=f"one of {', '.join(DOCUMENTS)}"
        )
        parser.add_argument(
            "--format",
            dest="form",
            metavar="FORM",
            default="",
            help="pdf, docx, pptx or html; the first the document comes in unless given",
        )
        parser.add_argument(
            "--output",
            metavar="FILE",
            default="",
            help="where to write it; a name of its own here unless given",
        )
        parser.add_argument(
            "--day", metavar="DAY", default="", help="the day it says it was made on: today unless given"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        choice = _choice(options)
        document, form = _form(options["what"], options["form"])
        day = _day(options["day"])
        content = _page(document, choice, day) if form == PAGE else file_of(document, form, choice, day)
        to = Path(options["output"] or name_of(document, form, choice))
        try:
            to.write_bytes(content)
        except OSError as trouble:
            why = trouble.strerror or "The machine does not say why."
            raise _trouble(
                "The file could not be written.",
                f"--output {to}",
                f"{why}.",
                "Name a place that may be written to.",
                REFUSED,
            ) from None
        self.stderr.write(
            f"{to} ({len(content):,} bytes): {document.title.lower()}, {choice.span}, {choice.readers}."
        )


def _choice(options: dict[str, Any]) -> Choice:
    try:
        found = read({name: options[name] for name in OPTIONS})
    except Unclear as unclear:
        one = unclear.problems[0]
        said = f"{OPTIONS[one.name]} {options[one.name]}".strip()
        raise _trouble(one.what, said, one.why, one.do) from None
    if found is None:
        raise _trouble(
            "No edition is named.",
            "--from and --to",
            "Two editions are compared.",
            "Try --from WT2018 --to WT2026.",
        )
    return found


def _form(what: str, form: str) -> tuple[Document, str]:
    if what not in DOCUMENTS:
        raise _trouble(
            f"There is no document called {what}.",
            f"--as {what}",
            "Documents are a fixed list.",
            f"Choose {listed(DOCUMENTS, 'or')}.",
        )
    document = DOCUMENTS[what]
    form = form or document.files[0]
    if form not in document.forms:
        raise _trouble(f"{document.title} does not come as {form}.", f"--format {form}", "Not every document suits every form.",
                       f"Choose {listed(document.forms, 'or')}.")  # fmt: skip
    return document, form


def _day(said: str) -> date:
    if not said:
        return day_of(timezone.now())
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise _trouble(
            f"{said} is not a day.",
            f"--day {said}",
            "A day is a year, a month and a day of it.",
            "Write it as 2026-11-23.",
        ) from None


def _page(document: Document, choice: Choice, day: date) -> bytes:
    return loader.render_to_string("briefings/alone.html", {"sheet": document.make(choice, day, "")}).encode()


def _trouble(what: str, where: str, why: str, do: str, code: int = USAGE) -> CommandError:
    return CommandError(f"{what}\n  Where: {where}\n  Why: {why}\n  Do: {do}", returncode=code)
