"""Recording that children were seen, or were not."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.chronology.states import states
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.visits.models import Alone, Visit, Where, times_seen
from alongside.visits.services import ChildSeen, VisitMade, record_child_not_seen, record_child_seen
from tests.cast import NOW, TODAY

WORDS = "I like it at Nana's.  There's no shouting there.\nCan Ben come too?"


@pytest.fixture
def bens_case(ben: Person, dana: Practitioner, case: Case) -> Case:
    """Ben's own case, led by Dana too."""
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    team = case.allocations.get().team
    Allocation.objects.create(area=ben.area, case=bens, practitioner=dana, team=team, from_on=bens.opened_on)
    return bens


def at_home(on: date = TODAY, **more: object) -> VisitMade:
    return VisitMade(**{"seen_on": on, "where": "home", "purpose": "assessment", **more})  # type: ignore[arg-type]


def see(dana: Practitioner, amara: Person, visit: VisitMade, **seen: object) -> Visit:
    child = ChildSeen(child=amara, **{"alone": "yes", **seen})  # type: ignore[arg-type]
    return record_child_seen(by=dana, children=[child], visit=visit, now=NOW)[0]


def test_the_childs_words_are_kept_exactly_as_she_said_them(
    case: Case, dana: Practitioner, amara: Person
) -> None:
    visit = see(
        dana, amara, at_home(), said=WORDS, communication=("speech", "play"), observed="She was calm."
    )

    assert Visit.objects.get().said == WORDS
    assert visit.communication_words == ["Speaking", "Play"]
    assert states(case.chronology.in_order()).last_said == WORDS


def test_the_chronology_says_it_in_one_sentence(case: Case, dana: Practitioner, amara: Person) -> None:
    see(
        dana,
        amara,
        at_home(),
        alone="no",
        alone_why="Her mother stayed.",
        said="I'm fine",
        observed="She whispered.",
    )

    entry = Entry.objects.get()
    assert KINDS[entry.kind].words(entry.details) == (
        "Dana Wright saw the child not alone (Her mother stayed) at home. She whispered. Amara Okoye said: “I'm fine”"
    )


def test_siblings_are_seen_in_one_act_and_each_keeps_their_own_words(
    case: Case, bens_case: Case, dana: Practitioner, amara: Person, ben: Person
) -> None:
    children = [
        ChildSeen(child=amara, alone="yes", said="I want Mummy"),
        ChildSeen(child=ben, alone="not-possible", alone_why="He would not leave his sister", said=""),
    ]
    visits = record_child_seen(by=dana, children=children, visit=at_home(), now=NOW)

    assert [(visit.case, visit.said, visit.alone) for visit in visits] == [
        (case, "I want Mummy", Alone.YES), (bens_case, "", Alone.NOT_POSSIBLE),
    ]  # fmt: skip
    assert Entry.objects.filter(kind="child-seen").count() == 2


def test_one_child_that_may_not_be_recorded_leaves_nothing_half_done(
    case: Case, ben: Person, dana: Practitioner, amara: Person
) -> None:
    children = [ChildSeen(child=amara, alone="yes"), ChildSeen(child=ben, alone="yes")]

    with pytest.raises(PermissionDenied):
        record_child_seen(by=dana, children=children, visit=at_home(), now=NOW)
    assert not Visit.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("visit", "sentence", "field"),
    [
        (
            at_home(date(2025, 4, 18)),
            (
                "This visit is in the future. You entered 18 April 2025, and today is 17 April 2025. "
                "Enter the day it happened, or come back once it has."
            ),
            "seen_on",
        ),
        (
            at_home(date(2025, 3, 31)),
            (
                "This visit is before the case opened. You entered 31 March 2025, and this case opened on 1 April 2025. "
                "Check the day. What happened in an earlier case is on the timeline already."
            ),
            "seen_on",
        ),
        (
            at_home(seen_at=datetime(2025, 4, 16, 9, 0, tzinfo=UTC)),
            (
                "The time of this visit is on another day. You entered 17 April 2025 and a time on 16 April 2025. "
                "Enter the day and time of the same visit, or leave the time out."
            ),
            "seen_on",
        ),
        (
            at_home(seen_at=datetime(2025, 4, 17, 15, 0, tzinfo=UTC)),
            (
                "This visit is later today. The time you entered has not come yet. "
                "Enter the time it happened, or come back once it has."
            ),
            "seen_on",
        ),
    ],
)
def test_only_a_day_that_cannot_be_is_refused(
    visit: VisitMade, sentence: str, field: str, case: Case, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        see(dana, amara, visit)

    assert str(refused.value) == sentence
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("twice", "sentence"),
    [
        (
            False,
            "This visit names no child. A visit is about at least one child. Choose the children who were seen.",
        ),
        (
            True,
            "The same child is here twice. Each child's own words belong in one place. Take one of the two out.",
        ),
    ],
)
def test_a_visit_is_about_each_child_once(
    twice: bool, sentence: str, case: Case, dana: Practitioner, amara: Person
) -> None:
    children = [ChildSeen(child=amara, alone="yes")] * 2 if twice else []

    with pytest.raises(Refusal) as refused:
        record_child_seen(by=dana, children=children, visit=at_home(), now=NOW)
    assert str(refused.value) == sentence


def test_seen_alone_has_no_default(case: Case, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(ValidationError, match="alone"):
        see(dana, amara, at_home(), alone="")


def test_a_way_of_communicating_nobody_knows_is_named(case: Case, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(ValidationError, match="telepathy is not a way of communicating we know"):
        see(dana, amara, at_home(), communication=("telepathy",))


def test_a_child_who_was_not_seen_is_recorded_with_the_reason(
    case: Case, dana: Practitioner, amara: Person
) -> None:
    (visit,) = record_child_not_seen(
        by=dana, children=[amara], tried_on=TODAY, purpose="assessment", why="Nobody came to the door",
        what_next="I will go to the nursery tomorrow", now=NOW,
    )  # fmt: skip

    assert not visit.seen
    assert Entry.objects.get().details["why"] == "Nobody came to the door"
    assert states(case.chronology.in_order()).last_seen_on is None
    assert not times_seen(case.pk)


@pytest.mark.parametrize(
    "change",
    [
        "alone = ''",
        "\"where\" = ''",
        "not_seen_why = 'Out'",
        "seen = {false}",
        "seen = {false}, not_seen_why = 'Out', alone = ''",
    ],
)
def test_the_database_itself_wants_how_or_why_not(
    change: str, case: Case, dana: Practitioner, amara: Person
) -> None:
    see(dana, amara, at_home(), said="Hello")

    with pytest.raises(IntegrityError, match="visit_says_how_or_why_not"), transaction.atomic():
        connection.cursor().execute(f"UPDATE visits_visit SET {change.format(false='false')}")


@pytest.mark.parametrize("where", Where.values)
def test_every_place_reads_inside_a_sentence(where: str) -> None:
    assert Visit(where=where).where_words


@pytest.mark.parametrize("alone", Alone.values)
def test_every_answer_about_alone_reads_inside_a_sentence(alone: str) -> None:
    assert Visit(alone=alone, alone_why="a reason").alone_words.endswith("(a reason)")
