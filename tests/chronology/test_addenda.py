"""What is signed stays as it is: what comes later is added to it, and both are read."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.addenda import add_to, addenda_of
from alongside.chronology.models import Entry
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.visits.models import Visit
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.cast import NOW, TODAY

WORDS = "Her teacher tells me that Amara was ill that day."


@pytest.fixture
def visit(case: Case, amara: Person, dana: Practitioner) -> Visit:
    (made,) = record_child_seen(
        by=dana, now=NOW, visit=VisitMade(seen_on=date(2025, 4, 9), where="school", purpose="assessment"),
        children=[ChildSeen(child=amara, alone="yes", said="I'm tired.", observed="Amara was pale.")],
    )  # fmt: skip
    return made


@pytest.fixture
def page(visit: Visit) -> str:
    return reverse("desk:add-to-entry", args=("WREN-AMARA2", visit.entry_id))


def test_both_stay_readable_and_the_record_is_as_it_was(visit: Visit, dana: Practitioner) -> None:
    assert visit.entry
    before = (visit.observed, visit.entry.details)
    added = add_to(by=dana, entry=visit.entry, words=WORDS, now=NOW)
    visit.refresh_from_db()
    assert (visit.observed, visit.entry.details) == before
    assert added.details["what"] == "Child seen, 9 April 2025"
    assert [(one.name, one.detail) for one in addenda_of(visit.case.child, visit.entry_id)] == [
        ("Dana Wright", WORDS)
    ]


def test_through_the_pages(
    client: Client, visit: Visit, page: str, dana: Practitioner, sam: Practitioner
) -> None:
    client.force_login(dana)
    shown = client.get(reverse("visits:visit", args=("WREN-AMARA2", visit.pk))).content.decode()
    assert "Nothing has been added. What was signed stays as it is." in shown
    assert f'href="{page}"' in shown
    empty = client.post(page, {"words": "", "step": "confirm"})
    assert empty.status_code == 422
    assert "Write what is to be added" in empty.content.decode()
    assert "Check your answers" in client.post(page, {"words": WORDS}).content.decode()
    assert client.post(page, {"words": WORDS, "step": "confirm"}).status_code == 303
    client.force_login(sam)
    for where in (
        reverse("visits:visit", args=("WREN-AMARA2", visit.pk)),
        reverse("desk:entry", args=("WREN-AMARA2", visit.entry_id)),
        reverse("desk:timeline", args=("WREN-AMARA2",)),
    ):
        assert WORDS in client.get(where).content.decode(), where


def test_an_addendum_leads_back_and_takes_no_addendum_itself(
    client: Client, visit: Visit, dana: Practitioner
) -> None:
    assert visit.entry
    added = add_to(by=dana, entry=visit.entry, words=WORDS, now=NOW)
    client.force_login(dana)
    shown = client.get(reverse("desk:entry", args=("WREN-AMARA2", added.pk))).content.decode()
    assert f'/timeline/{visit.entry_id}/">See what it was added to' in shown
    assert "Add to this record" not in shown


def test_one_that_was_wrong_is_corrected_and_the_correction_stands(
    client: Client, visit: Visit, dana: Practitioner
) -> None:
    assert visit.entry
    added = add_to(by=dana, entry=visit.entry, words=WORDS, now=NOW)
    client.force_login(dana)
    sent = {
        "happened_on_day": TODAY.day, "happened_on_month": TODAY.month, "happened_on_year": TODAY.year,
        "words_words": "Her teacher tells me that Amara was at the dentist.", "reason": "I misread the note.",
        "step": "confirm",
    }  # fmt: skip
    answer = client.post(reverse("desk:correct-entry", args=("WREN-AMARA2", added.pk)), sent)
    assert answer.status_code == 303, answer.content.decode()
    assert [one.detail for one in addenda_of(visit.case.child, visit.entry_id)] == [sent["words_words"]]


def test_what_was_corrected_is_not_added_to(visit: Visit, dana: Practitioner) -> None:
    assert visit.entry
    first = visit.entry
    Entry.objects.create(
        area=first.area, child=first.child, case=first.case, kind=first.kind, happened_on=first.happened_on,
        details=first.details, recorded_by=dana, corrects=first, correction_reason="Another day.",
    )  # fmt: skip
    with pytest.raises(Refusal, match="has been corrected"):
        add_to(by=dana, entry=first, words=WORDS, now=NOW)


def test_what_is_added_to_a_marked_entry_is_marked_too(visit: Visit, dana: Practitioner, case: Case) -> None:
    marked = Entry.objects.create(
        area=case.area, child=case.child, case=case, kind="noted-for-named-eyes", happened_on=TODAY, recorded_by=dana,
        details={"words": "x", "came_from": "y"}, sealed_for="allegation",
    )  # fmt: skip
    assert add_to(by=dana, entry=marked, words=WORDS, now=NOW).sealed_for == "allegation"


@pytest.mark.parametrize(("words", "days"), [("", 0), ("   ", 0), (WORDS, 1)])
def test_nothing_and_a_day_to_come_are_refused(
    visit: Visit, dana: Practitioner, words: str, days: int
) -> None:
    assert visit.entry
    with pytest.raises(Refusal):
        add_to(by=dana, entry=visit.entry, words=words, now=NOW, known_since=TODAY + timedelta(days=days))
    assert not addenda_of(visit.case.child, visit.entry_id)


@pytest.mark.parametrize("name", ["helen", "relative", "stranger"])
def test_others_may_not(
    client: Client,
    request: pytest.FixtureRequest,
    visit: Visit,
    page: str,
    school_involved: Involvement,
    name: str,
) -> None:
    who = request.getfixturevalue(name)
    client.force_login(who)
    assert client.get(page).status_code == 404
    assert visit.entry
    with pytest.raises(PermissionDenied):
        add_to(by=who, entry=visit.entry, words=WORDS, now=NOW)
