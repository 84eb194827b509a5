"""A family's chronology: children side by side, one act told once, and nobody whom the reader may not open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner, Team
from alongside.analysis import services
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.people.models import Household, HouseholdMember, Person, Relationship
from tests.cast import NOW, child_of
from tests.desk.conftest import lots_of_entries
from tests.pages import MOST_QUERIES, Read, reader
from tests.query_plans import scanned

HOME = "/children/WREN-AMARA2/family-chronology/"
TABLES = (
    "chronology_entry",
    "people_person",
    "analysis_significance",
    "analysis_entrytag",
    "analysis_note",
    "analysis_noteversion",
)


@pytest.fixture
def opens(client: Client) -> Callable[..., Read]:
    return reader(client)


def opened(child: Person, dana: Practitioner, team: Team) -> Case:
    case = Case.objects.create(area=child.area, child=child, opened_on=date(2025, 4, 1), recorded_by=dana)
    Allocation.objects.create(
        area=child.area, case=case, practitioner=dana, team=team, from_on=date(2025, 4, 1)
    )
    return case


@pytest.fixture
def bens(ben: Person, dana: Practitioner, harbour_team: Team) -> Case:
    return opened(ben, dana, harbour_team)


@pytest.fixture
def both(case: Case, bens: Case, dana: Practitioner) -> list[Entry]:
    """The core group met for both at once; a plan of Ben's changed."""
    met = [
        kinds.CORE_GROUP_MET.record(
            one, on=date(2025, 4, 10), by=dana, now=NOW, decisions="Meet again in May."
        )
        for one in (case, bens)
    ]
    alone = kinds.PLAN_CHANGED.record(bens, on=date(2025, 4, 11), by=dana, now=NOW, what="Ben has a mentor.")
    return [*met, alone]


def test_children_stand_side_by_side_and_one_act_is_told_once(
    opens: Callable[..., Read], dana: Practitioner, both: list[Entry]
) -> None:
    shown = opens(dana, HOME)
    assert shown.status == 200
    assert len(shown.sql) <= MOST_QUERIES
    assert shown.text.count("Meet again in May.") == 1
    assert "Ben has a mentor." in shown.text
    for entry in both:
        assert f"/children/{entry.child.reference}/timeline/{entry.pk}/" in shown.body
    heads = shown.text.index("Amara Okoye born"), shown.text.index("Ben Okoye born")
    assert heads[0] < heads[1]


def test_what_was_decided_differently_for_each_is_told_of_each(
    opens: Callable[..., Read], dana: Practitioner, case: Case, bens: Case
) -> None:
    for one, category in ((case, "neglect"), (bens, "emotional")):
        kinds.REVIEW_CONFERENCE_HELD.record(
            one, on=date(2025, 4, 9), by=dana, now=NOW, decided="continue", outcome=f"goes on, {category}",
            category=category, reasons="",
        )  # fmt: skip
    shown = opens(dana, HOME).text
    assert shown.count("Review conference") <= 4
    assert "Amara Okoye: The review child protection conference decided: goes on, neglect" in shown or "Amara Okoye: The review conference decided: goes on, neglect" in shown  # fmt: skip
    assert "Ben Okoye: The review conference decided: goes on, emotional" in shown


def test_nothing_tells_of_a_sibling_whom_the_reader_may_not_open(
    opens: Callable[..., Read], dana: Practitioner, sam: Practitioner, both: list[Entry], ben: Person
) -> None:
    Restriction.objects.create(child=ben, practitioner=dana, why="A cousin", from_on=date(2025, 4, 1))
    for page in (HOME, f"{HOME}print/", f"{HOME}?child=WREN-BENJA2"):
        shown = opens(dana, page).body
        assert "Ben" not in shown
        assert "WREN-BENJA2" not in shown
    assert "Ben has a mentor." in opens(sam, HOME).text
    assert opens(sam, "/children/WREN-NOBODY2/family-chronology/").status == 404


def test_other_children_at_home_are_there_and_grown_people_are_not(
    opens: Callable[..., Read],
    dana: Practitioner,
    case: Case,
    wrenmouth: object,
    harbour_team: Team,
    amara: Person,
) -> None:
    cousin = child_of(amara.area, "Kemi Bello", "WREN-KEMIB2", date(2018, 1, 2))
    aunt = child_of(amara.area, "Ada Bello", "WREN-ADABE2", date(1985, 1, 2))
    home = Household.objects.create(area=amara.area)
    for one in (amara, cousin, aunt):
        HouseholdMember.objects.create(household=home, person=one, from_on=date(2025, 1, 1))
    opened(cousin, dana, harbour_team)
    shown = opens(dana, HOME).text
    assert "Kemi Bello" in shown
    assert "Ada Bello" not in shown


def test_it_is_narrowed_like_a_timeline_and_to_one_child(
    opens: Callable[..., Read], dana: Practitioner, both: list[Entry], ben: Person
) -> None:
    services.tag(by=dana, child=ben, entry=both[2], words="Mentor", now=NOW)
    assert "Meet again in May." not in opens(dana, f"{HOME}?child=WREN-BENJA2&words=mentor").text
    assert "Ben has a mentor." not in opens(dana, f"{HOME}?child=WREN-AMARA2").text
    assert "Meet again" not in opens(dana, f"{HOME}?tag=mentor").text
    assert "Nothing here matches all of these filters." in opens(dana, f"{HOME}?year=2019").text
    printed = opens(dana, f"{HOME}print/?tag=mentor")
    assert "Some entries are left out" in printed.text
    assert "Ben has a mentor." in printed.text


def test_it_is_told_by_whole_days_a_page_at_a_time(
    opens: Callable[..., Read], dana: Practitioner, case: Case, bens: Case
) -> None:
    lots_of_entries(case, dana, 70)
    lots_of_entries(bens, dana, 70)
    first = opens(dana, HOME)
    (on,) = first.links("Earlier") or first.links("earlier")
    second = opens(dana, on)
    words = [f"Change {number}." for number in range(70)]
    told = [first.text.count(word) + second.text.count(word) for word in words]
    third = opens(dana, link) if (link := next(iter(second.links("Earlier")), "")) else None
    told = [
        number + (third.text.count(word) if third else 0) for number, word in zip(told, words, strict=True)
    ]
    assert set(told) == {2}


def test_six_years_of_four_children_cost_one_query_for_each_layer(
    opens: Callable[..., Read], dana: Practitioner, case: Case, bens: Case, amara: Person, harbour_team: Team
) -> None:
    kinds.PLAN_CHANGED.record(case, on=date(2025, 4, 2), by=dana, now=NOW, what="One.")
    few = opens(dana, HOME)
    lots_of_entries(case, dana, 400)
    lots_of_entries(bens, dana, 400)
    for number in (1, 2):
        sister = child_of(amara.area, f"Zora{number} Okoye", f"WREN-ZORAX{number}", date(2012, 1, number))
        Relationship.objects.create(person=amara, other=sister, kind=Relationship.Kind.SIBLING)
        lots_of_entries(opened(sister, dana, harbour_team), dana, 400)
    some = Entry.objects.filter(child=amara)[:5]
    for entry in some:
        services.say_significant(
            by=dana,
            child=amara,
            entry=entry,
            significant_for="care",
            reason="Cold.",
            now=NOW + timedelta(hours=1),
        )
        services.tag(by=dana, child=amara, entry=entry, words="cold", now=NOW)
    many = opens(dana, HOME)
    assert len(many.sql) == len(few.sql) <= MOST_QUERIES
    assert len(opens(dana, f"{HOME}print/").sql) <= MOST_QUERIES
    assert scanned(many.sql, TABLES) == []
