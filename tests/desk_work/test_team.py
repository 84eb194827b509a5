"""The team board: numbers that lead to their lists, and filters that live in the address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from tests.cast import LONG_AGO
from tests.desk_work.conftest import plan, referred
from tests.desk_work.test_my_work import BIG
from tests.pages import MOST_QUERIES, Read
from tests.query_plans import scanned


@pytest.mark.parametrize("who", ["helen", "tom", "ruth", "ada", "wyn", "jamal"])
def test_whoever_works_in_no_such_team_finds_nothing(
    read: Callable[..., Read], who: str, request: pytest.FixtureRequest, on_a_plan: Case
) -> None:
    assert read(request.getfixturevalue(who), "/team/").status == 404


def test_a_team_elsewhere_sees_none_of_these_dates(
    read: Callable[..., Read], stranger: Practitioner, on_a_plan: Case
) -> None:
    page = read(stranger, "/team/")
    assert "Amara" not in page.body
    assert "Nothing falls due in the next four weeks." in page.text


def test_everyone_in_the_team_has_a_line_and_each_number_leads_to_its_list(
    read: Callable[..., Read], sam: Practitioner, olu: Practitioner, dana: Practitioner, on_a_plan: Case
) -> None:
    page = read(sam, "/team/")
    assert "Dana Wright Late 0 This week 0 Week of Mon 21 Apr 0 Week of Mon 28 Apr 1" in page.text
    assert "Olu Adeyemi Late 0" in page.text
    (number,) = page.links("week of mon 28 apr")
    assert number == f"?practitioner={dana.pk}&week=3"
    behind = read(sam, f"/team/{number}")
    assert "The dates you asked for" in behind.text
    assert "Amara Okoye What Hold the first core group" in behind.text
    assert read(sam, f"/team/?practitioner={olu.pk}").text.count("Amara") == 0


def test_the_filters_narrow_the_list_and_take_themselves_off(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, case: Case
) -> None:
    referred(case, dana, date(2025, 1, 6))
    plan(case, dana, date(2025, 4, 14))
    late = read(sam, "/team/?week=late")
    assert "Hold the first core group" not in late.text
    assert "Late Was due Mon 10 Mar" in late.text
    assert "/team/" in late.links("(on; take off)")
    one = read(sam, "/team/?rule=child-protection.first-core-group")
    assert "Conclude the assessment" not in one.text.split("The dates you asked for")[1]
    nothing = read(sam, "/team/?rule=child-protection.first-core-group&week=late")
    assert "Nothing falls due under these filters." in nothing.text
    assert nothing.links("Clear all filters") == ["/team/", "/team/"]


def test_what_cannot_be_read_in_the_address_is_left_out(
    read: Callable[..., Read], sam: Practitioner, on_a_plan: Case
) -> None:
    page = read(sam, "/team/?practitioner=1&week=9&rule=none&after=x_y")
    assert "All dates" in page.text
    assert "Amara Okoye" in page.text


def test_a_child_closed_to_one_reader_is_in_nobody_elses_way(
    read: Callable[..., Read], sam: Practitioner, relative: Practitioner, on_a_plan: Case
) -> None:
    assert "Amara" in read(sam, "/team/").text
    hidden = read(relative, "/team/")
    assert "Amara" not in hidden.body
    assert "Week of Mon 28 Apr 0" in hidden.text
    assert Restriction.objects.filter(practitioner=relative, from_on=LONG_AGO).count() == 1


def test_the_board_costs_the_same_for_five_hundred_rows(
    read: Callable[..., Read], sam: Practitioner, many: Callable[[int], list[Case]]
) -> None:
    many(5)
    few = read(sam, "/team/")
    assert scanned(few.sql, BIG) == []
    assert not any("EXISTS" in query for query in few.sql)
    many(500)
    page = read(sam, "/team/")
    assert len(page.sql) == len(few.sql) <= MOST_QUERIES
    (more,) = page.links("More dates")
    assert len(read(sam, f"/team/{more}").sql) == len(few.sql)
