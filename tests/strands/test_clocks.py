"""What is due beside a case, why, and what stops it: as tables."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.desk.corrections import correct_entry
from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.strands.models import Strand
from alongside.strands.services import end_strand, open_strand, record_step
from tests.strands.filling import WORDS

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)
Due = tuple[str, object, object, object]


def due(kind: str) -> list[Due]:
    """Each limit of a kind: when it starts, when it is due, and when it was met or fell away."""
    found = Deadline.objects.filter(rule_id=kind).order_by("starts_on")
    return [(kind, one.due_at or one.due_on, one.met_on, one.ended_on) for one in found]


class Fostered:
    """A private fostering arrangement that we became aware of on Wednesday 2 April 2025."""

    def __init__(self, by: Practitioner, child: Person) -> None:
        self.by, self.child = by, child
        self.strand = open_strand(
            by=by, child=child, kind_id="private-fostering", happened=date(2025, 4, 2), answers={}, now=NOW
        )

    def visited(self, on: date) -> None:
        record_step(
            by=self.by, child=self.child, strand=self.strand, step_id="visited", happened=on, now=NOW,
            answers={"welfare": WORDS},
        )  # fmt: skip


@pytest.fixture
def fostered(known: Case, amara: Person, dana: Practitioner) -> Fostered:
    return Fostered(dana, amara)


FIRST, YEAR_1, LATER = (
    "private-fostering.first-visit", "private-fostering.visits-first-year", "private-fostering.visits-later",
)  # fmt: skip


def test_the_first_visit_is_due_in_seven_working_days_of_knowing(fostered: Fostered) -> None:
    assert due(FIRST) == [(FIRST, date(2025, 4, 11), None, None)]
    assert Deadline.objects.get(rule_id=FIRST).because.startswith("7 working days")


def test_each_visit_of_the_first_year_is_due_six_weeks_after_the_last_and_twelve_after_that(
    fostered: Fostered,
) -> None:
    """The year counts from awareness, not from when the child moved there."""
    for on in (date(2025, 4, 10), date(2025, 5, 22), date(2026, 4, 1), date(2026, 4, 2)):
        fostered.visited(on)

    assert due(FIRST) == [(FIRST, date(2025, 4, 11), date(2025, 4, 10), None)]
    assert due(YEAR_1) == [
        (YEAR_1, date(2025, 5, 22), date(2025, 5, 22), None),
        (YEAR_1, date(2025, 7, 3), date(2026, 4, 1), None),
        (YEAR_1, date(2026, 5, 13), date(2026, 4, 2), None),
    ]
    assert due(LATER) == [(LATER, date(2026, 6, 25), None, None)]


def test_the_end_of_the_arrangement_takes_the_reason_away(fostered: Fostered) -> None:
    fostered.visited(date(2025, 4, 10))
    end_strand(
        by=fostered.by, child=fostered.child, strand=fostered.strand, happened=date(2025, 5, 1), now=NOW,
        answers={"outcome": "went-home", "reasons": WORDS},
    )  # fmt: skip

    assert due(YEAR_1) == [(YEAR_1, date(2025, 5, 22), None, date(2025, 5, 1))]


def test_a_corrected_day_of_awareness_moves_the_strand_and_every_limit_that_counts_from_it(
    fostered: Fostered,
) -> None:
    fostered.visited(date(2026, 4, 3))
    assert due(LATER) != []
    opening = Entry.objects.get(kind="strand-opened")
    correct_entry(by=fostered.by, entry=opening, happened_on=date(2025, 4, 7), reason="Misread", now=NOW)

    assert Strand.objects.get().opened_on == date(2025, 4, 7)
    assert due(FIRST) == [(FIRST, date(2025, 4, 16), date(2026, 4, 3), None)]
    assert (due(LATER), len(due(YEAR_1))) == ([], 1)


INTERVIEW = "missing.return-interview"
RETURNED = datetime(2025, 10, 24, 21, 30, tzinfo=UTC)


@pytest.fixture
def missing(known: Case, amara: Person, dana: Practitioner) -> Strand:
    """Missing on the evening before the clocks go back, and found two hours later."""
    strand = open_strand(
        by=dana,
        child=amara,
        kind_id="missing-episode",
        happened=RETURNED - timedelta(hours=2),
        answers={},
        now=NOW,
    )
    record_step(
        by=dana, child=amara, strand=strand, step_id="returned", happened=RETURNED, answers={}, now=NOW
    )
    return strand


def test_the_interview_is_due_72_hours_after_the_child_came_back_over_the_night_of_25_hours(
    missing: Strand,
) -> None:
    assert due(INTERVIEW) == [(INTERVIEW, RETURNED + timedelta(hours=72), None, None)]
    local = (RETURNED + timedelta(hours=72)).astimezone(LONDON)
    assert f"{local:%a %H:%M}" == "Mon 21:30"


@pytest.mark.parametrize(
    ("step", "answers"),
    [
        ("interviewed", {"interviewer": "Jo Tan", "said": WORDS}),
        ("interview-refused", {"said": WORDS}),
        ("interview-not-held", {"why": WORDS}),
    ],
)
def test_an_interview_a_refusal_or_a_decision_not_to_hold_one_stops_it(
    step: str, answers: dict[str, str], missing: Strand, amara: Person, dana: Practitioner
) -> None:
    when = RETURNED + timedelta(hours=20)
    record_step(
        by=dana,
        child=amara,
        strand=missing,
        step_id="interview-offered",
        happened=RETURNED,
        answers={},
        now=NOW,
    )
    assert due(INTERVIEW)[0][2] is None, "an offer alone does not stop it"
    record_step(by=dana, child=amara, strand=missing, step_id=step, happened=when, answers=answers, now=NOW)

    assert due(INTERVIEW)[0][2] == when.date()


def test_one_episode_does_not_stop_the_clock_of_another(
    missing: Strand, amara: Person, dana: Practitioner
) -> None:
    again = open_strand(
        by=dana,
        child=amara,
        kind_id="missing-episode",
        happened=RETURNED + timedelta(days=9),
        answers={},
        now=NOW,
    )
    back = RETURNED + timedelta(days=9, hours=1)
    record_step(by=dana, child=amara, strand=again, step_id="returned", happened=back, answers={}, now=NOW)
    record_step(
        by=dana,
        child=amara,
        strand=again,
        step_id="interview-refused",
        happened=back,
        answers={"said": WORDS},
        now=NOW,
    )

    assert [one[2] for one in due(INTERVIEW)] == [None, back.date()]
