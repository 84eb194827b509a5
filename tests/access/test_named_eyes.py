"""Noting something for named eyes only: who may, who reads it, and that correcting it opens it to nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.access.marks import Mark
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.desk.corrections import correct_entry
from alongside.need_to_know.named_eyes import Noted, note
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.pages import Read, reader

TOKEN = "zq9eyes"
NOTED = Noted(
    mark=Mark.POLICE_INTELLIGENCE,
    words=f"A car is seen at {TOKEN} at night.",
    source="Report 7.",
    on=NOW.date(),
)
WHERE = "/children/WREN-AMARA2/named-eyes/"


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture(autouse=True)
def involved(case: Case, police_involved: object, school_involved: object) -> None:
    """The police and the school work with Amara."""


def test_the_police_note_it_and_managers_read_it_and_nobody_else(
    read: Callable[..., Read], amara: Person, tom: Practitioner, sam: Practitioner, dana: Practitioner
) -> None:
    sent = {"mark": "police-intelligence", "words": NOTED.words, "source": "Report 7.", "on_day": "17",
            "on_month": "4", "on_year": "2025"}  # fmt: skip
    checked = read(tom, f"{WHERE}new/", sent)
    assert checked.status == 200
    assert not Entry.objects.filter(sealed_for="police-intelligence").exists()
    assert read(tom, f"{WHERE}new/", sent | {"step": "confirm"}).status == 303

    entry = Entry.objects.get(sealed_for="police-intelligence")
    assert (entry.child, entry.recorded_by, entry.details["came_from"]) == (amara, tom, "Report 7")
    assert f"{NOTED.words} From: Report 7." in read(sam, WHERE).text
    assert NOTED.words in read(tom, WHERE).text
    assert TOKEN not in read(dana, WHERE).body
    assert TOKEN not in read(dana, "/children/WREN-AMARA2/timeline/").body
    assert TOKEN in read(sam, "/children/WREN-AMARA2/timeline/").body


def test_the_police_find_it_on_their_page_of_the_child_and_a_school_finds_nothing(
    read: Callable[..., Read], amara: Person, tom: Practitioner, helen: Practitioner
) -> None:
    assert [
        read(who, "/children/WREN-AMARA2/our-part/").links("For named eyes only") for who in (tom, helen)
    ] == [[WHERE], []]


def test_each_is_offered_the_marks_they_read_themselves(
    read: Callable[..., Read], amara: Person, dana: Practitioner, sam: Practitioner, tom: Practitioner
) -> None:
    offered = {
        who.name: [mark.value for mark in Mark if f'value="{mark.value}"' in read(who, f"{WHERE}new/").body]
        for who in (dana, sam, tom)
    }
    assert offered == {
        dana.name: ["third-party"],
        sam.name: ["police-intelligence", "third-party", "allegation"],
        tom.name: ["police-intelligence"],
    }


def test_for_whoever_reads_no_mark_there_is_no_such_page(
    read: Callable[..., Read], amara: Person, helen: Practitioner, noor: Practitioner
) -> None:
    assert [read(who, f"{WHERE}{page}").status for who in (helen, noor) for page in ("", "new/")] == [404] * 4


def test_a_mark_that_is_for_others_is_not_put_on(
    amara: Person, dana: Practitioner, noor: Practitioner
) -> None:
    with pytest.raises(Refusal, match="You cannot put this mark"):
        note(by=dana, child=amara, noted=NOTED, now=NOW)
    with pytest.raises(PermissionDenied):
        note(by=noor, child=amara, noted=NOTED, now=NOW)
    assert not Entry.objects.exclude(sealed_for="").exists()


def test_what_is_corrected_stays_for_the_same_eyes(
    amara: Person, sam: Practitioner, tom: Practitioner
) -> None:
    entry = note(by=tom, child=amara, noted=NOTED, now=NOW)
    correction = correct_entry(
        by=sam, entry=entry, happened_on=date(2025, 4, 16), reason="It was the day before.", now=NOW
    )
    assert correction.sealed_for == entry.sealed_for == Mark.POLICE_INTELLIGENCE


def test_no_day_to_come_and_no_empty_words(
    read: Callable[..., Read], amara: Person, sam: Practitioner
) -> None:
    page = read(sam, f"{WHERE}new/", {"mark": "allegation", "words": "", "source": ""})
    assert page.status == 422
    for said in ("Write what is known", "Enter where it comes from", "Enter the day it was learnt"):
        assert said in page.text
