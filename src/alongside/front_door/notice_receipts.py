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


def as_csv(receipt: NoticeReceipt) -> str:
    """One row for each notice, and one for each thing that is wrong with it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in row] for row in _rows(receipt))
    return out.getvalue()


def _rows(receipt: NoticeReceipt) -> Iterator[tuple[str, ...]]:
    for one in lines_of(receipt):
        told = (str(one.line), one.number, one.outcome.value)
        if not one.problems:
            yield (*told, "", "", "", "")
        for wrong in one.problems:
            yield (*told, wrong.field, wrong.what, wrong.why, wrong.do)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet works out as a formula, however its beginning is hidden."""
    seen = "".join(one for one in cell if unicodedata.category(one) not in ("Cc", "Cf") and not one.isspace())
    return f"\u0027{cell}" if unicodedata.normalize("NFKC", seen).startswith(FORMULA) else cell
