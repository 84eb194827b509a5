"""What became of each notice that a force sent: told on a page, as CSV and to the force's own system."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.front_door.models import NoticeReceipt

Outcome = NoticeReceipt.Outcome
COLUMNS = ("line", "number", "outcome", "field", "what", "why", "do")
#: What a spreadsheet takes for the beginning of a formula, once what cannot be seen is passed over.
FORMULA = tuple("=+-@")
#: Control characters and line ends.
ENDING = ("Cc", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing wrong with a notice. field: of the notice; empty for the whole."""

    field: str
    what: str
    why: str
    do: str


@dataclass(frozen=True, slots=True)
class Line:
    """One notice of a sending, and what became of it."""

    line: int
    number: str
    outcome: Outcome
    problems: tuple[Wrong, ...] = ()


def lines_of(receipt: NoticeReceipt) -> list[Line]:
    """Each notice, in the order of the file."""
    return [
        Line(line, number, Outcome(outcome), tuple(Wrong(*one) for problems in more for one in problems))
        for line, number, outcome, *more in receipt.lines
    ]


def wrong_with_all(receipt: NoticeReceipt) -> tuple[Wrong, ...]:
    """Why all of it was refused before its notices were told apart; nothing where they were."""
    return tuple(Wrong(*one) for one in receipt.whole)


def as_csv(receipt: NoticeReceipt) -> str:
    """One row for each notice, and one for each thing that is wrong with it or with all of them.

    Every cell is in quotes, so that no spreadsheet splits one at a character that is not a comma.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row] for row in _rows(receipt))
    return out.getvalue()


def _rows(receipt: NoticeReceipt) -> Iterator[tuple[str, ...]]:
    for wrong in wrong_with_all(receipt):
        yield "", "", Outcome.REFUSED.value, wrong.field, wrong.what, wrong.why, wrong.do
    for one in lines_of(receipt):
        told = (str(one.line), one.number, one.outcome.value)
        if not one.problems:
            yield (*told, "", "", "", "")
        for wrong in one.problems:
            yield (*told, wrong.field, wrong.what, wrong.why, wrong.do)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet works out as a formula, however its beginning is hidden and wherever it is split.

    Line ends and other control characters become spaces: a spreadsheet that splits at semicolons begins a row there.
    """
    plain = "".join(" " if unicodedata.category(one) in ENDING else one for one in cell)
    return ";".join(map(_harmless, plain.split(";")))


def _harmless(part: str) -> str:
    seen = "".join(one for one in part if unicodedata.category(one) != "Cf" and not one.isspace())
    return f"\u0027{part}" if unicodedata.normalize("NFKC", seen).startswith(FORMULA) else part
