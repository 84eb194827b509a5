"""Self-assessments and plans as files: CSV for a spreadsheet, and a calendar that holds no words of the plan."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.http import HttpResponse

from alongside.front_door.notice_receipts import harmless
from alongside.improvement.models import PlannedAction, SelfAssessment
from alongside.improvement.reading import Beside, Judged, answers_of, judged_in
from alongside.improvement.statements import Statement, one_of, statements_on
from alongside.ui.jinja import reverse_for

JUDGED = (
    "Organisation", "About", "Text", "Statement id", "Rule", "Statement", "Where the text says so", "Read against the text",
    "Where it stands", "Score", "Why it does not apply", "Rests on", "Kept at", "Who answers for it", "Judged on",
    "Recorded by", "Next",
)  # fmt: skip
PLANNED = (
    "Plan of", "What", "Why", "Taken from the list as", "Rests on", "What would show it", "Who", "By when", "State",
    "Settled on", "What came of it",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """An action as a calendar shows it: whose plan, and nothing that stands in it."""

    key: UUID
    what: str
    reference: str
    on: date | None
    href: str
    due: bool = True
    at: datetime | None = None

    @classmethod
    def of(cls, one: PlannedAction) -> Dated:
        return cls(
            one.pk, "an action of the plan", one.whose, one.due_on, reverse_for("improvement:action", one.pk)
        )


def of_round(one: SelfAssessment) -> HttpResponse:
    """Every statement of a round."""
    rows = (_row(one, judged) for _, group in judged_in(one) for judged in group)
    return _csv("self-assessment", JUDGED, rows)


def of_partnership(rows: Iterable[Beside], statements: Iterable[Statement]) -> HttpResponse:
    """Every statement of the latest round of each organisation; an organisation that submitted none has one empty row."""
    return _csv("side-by-side", JUDGED, _beside(list(rows), list(statements)))


def _beside(rows: list[Beside], statements: list[Statement]) -> Iterator[tuple[str, ...]]:
    rounds = [one.round for one in rows if one.round]
    answers = answers_of(rounds)
    for one in rows:
        if one.round is None:
            yield (str(one.agency), *[""] * 7, "Nothing submitted", *[""] * (len(JUDGED) - 9))
            continue
        asked = statements_on(one.round.on)
        for statement in statements:
            if found := one_of(asked, statement.id):
                yield _row(one.round, Judged(found, answers.get((one.round.pk, found.id))))


def of_plan(actions: Iterable[PlannedAction]) -> HttpResponse:
    """Every action the page shows."""
    return _csv("action-plan", PLANNED, (_action(one) for one in actions))


def _row(round: SelfAssessment, one: Judged) -> tuple[str, ...]:
    said, answer = one.statement, one.answer
    start = (
        round.whose, _day(round.on), said.edition, said.id, said.group, said.words, said.cited,
        "yes" if said.checked else "not yet",
    )  # fmt: skip
    if answer is None:
        return (*start, one.said, *[""] * (len(JUDGED) - len(start) - 1))
    return (
        *start, str(answer.get_standing_display()), answer.score, answer.because, answer.rests_on, answer.kept_at, answer.who,
        _day(answer.on), str(answer.recorded_by), answer.next_step,
    )  # fmt: skip


def _action(one: PlannedAction) -> tuple[str, ...]:
    rests = "; ".join(each["cited"] for each in one.rests_on)
    state = str(one.get_outcome_display()) if one.outcome else "To do"
    return (
        one.whose, one.what, one.why, one.listed_as, rests, one.would_show, one.who, _day(one.due_on), state,
        _day(one.settled_on), one.came_of_it,
    )  # fmt: skip


def _day(on: date | None) -> str:
    return on.isoformat() if on else ""


def _csv(name: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> HttpResponse:
    """Every cell in quotes, and none that a spreadsheet would work out as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    answer = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer
