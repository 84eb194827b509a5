"""Search finds a child whose name was heard or typed wrongly, says so, and says nothing of a hidden one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils.http import urlencode

from alongside.agencies.models import Area, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.desk.search import digest
from alongside.people.models import Name, Person
from tests.cast import child_of
from tests.pages import MOST_QUERIES, Read

Search = Callable[..., Read]


@pytest.fixture
def search(read: Callable[..., Read]) -> Search:
    return lambda who, typed: read(who, f"/search/?{urlencode({'q': typed})}")


@pytest.fixture
def found(case: Case, wrenmouth: Area, dana: Practitioner) -> Person:
    """Amara Okoye, who was Zoë Smith-Jones; William Harper; Muhammad Uddin. Each can be found by every name."""
    Name.objects.create(person=case.child, kind=Name.Kind.FORMER, given="Zoë", family="Smith-Jones")
    for called, reference in (("William Harper", "WREN-WILLH2"), ("Muhammad Uddin", "WREN-MUDDN2")):
        child = child_of(wrenmouth, called, reference, date(2014, 5, 6))
        Case.objects.create(area=wrenmouth, child=child, opened_on=date(2025, 4, 1), recorded_by=dana)
    call_command("matching_rebuild", stdout=StringIO(), stderr=StringIO())
    return case.child


@pytest.mark.parametrize(
    ("typed", "who", "because"),
    [
        ("amarra okoyeh", "Amara Okoye", "Sounds like what you typed"),
        ("okoyi amira", "Amara Okoye", "Sounds like what you typed"),
        ("amara okpye", "Amara Okoye", "Spelt nearly as you typed"),
        ("zoe smyth", "Amara Okoye", "Sounds like what you typed: former name Zoë Smith-Jones"),
        ("bill harper", "William Harper", "Short form of the name"),
        ("mohamed udin", "Muhammad Uddin", "Sounds like what you typed"),
        ("amara okoye 9/3/2020", "Amara Okoye", "Name; nearly the same date of birth"),
        ("amara okoye 4/9/2020", "Amara Okoye", "Name; nearly the same date of birth"),
        ("amara okoye 3/9/2021", "Amara Okoye", "Name; nearly the same date of birth"),
        ("amara okoye 1/1/2010", "Amara Okoye", "Name; another date of birth"),
        ("okoyeh", "Amara Okoye", "Sounds like what you typed"),
    ],
)
def test_who_fits_nearly_is_listed_and_each_row_says_why(
    search: Search, maya: Practitioner, found: Person, typed: str, who: str, because: str
) -> None:
    search(maya, "the first search begins a chain of the audit")
    page = search(maya, typed)
    assert page.status == 200
    assert who in page.text
    assert f"Found by {because}" in page.text
    assert len(page.sql) <= MOST_QUERIES


def test_somebody_who_fits_only_nearly_never_opens_at_once(
    search: Search, maya: Practitioner, found: Person, wrenmouth: Area, dana: Practitioner
) -> None:
    alike = child_of(wrenmouth, "Amira Okoye", "WREN-AMIRA2", date(2020, 9, 4))
    Case.objects.create(area=wrenmouth, child=alike, opened_on=date(2025, 4, 1), recorded_by=dana)
    call_command("matching_rebuild", stdout=StringIO(), stderr=StringIO())
    page = search(maya, "amara okoye")
    assert page.status == 200
    assert page.text.index("Amara Okoye") < page.text.index("Amira Okoye")
    assert search(maya, "wren-amara2").url == "/children/WREN-AMARA2/"


@pytest.mark.parametrize("typed", ["amarra okoyeh", "amara okoye 9/3/2020", "zoe smyth", "okoyeh"])
def test_nobody_hidden_is_found_nearly(
    search: Search, stranger: Practitioner, relative: Practitioner, found: Person, typed: str
) -> None:
    for who in (stranger, relative):
        assert "No child whose record you may open fits" in search(who, typed).text


def test_each_search_is_written_down_and_never_in_words(
    search: Search, maya: Practitioner, stranger: Practitioner, found: Person
) -> None:
    search(maya, "amarra okoyeh")
    search(stranger, "amarra okoyeh")
    rows = list(Row.objects.filter(action="search").order_by("at"))
    assert [row.actor for row in rows] == [maya.pk, stranger.pk]
    assert '"found":1' in rows[0].details.replace(" ", "")
    assert '"found":0' in rows[1].details.replace(" ", "")
    for row in rows:
        assert digest("amarra") in row.details
        assert "amarra" not in row.details
    assert digest("amarra") != digest("amara")
