"""Two people change one child's details: the second sees both and chooses, and nothing is overwritten unseen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.family import views
from alongside.people.models import Person
from alongside.ui import standing, steps
from tests.family.test_pages import DETAILS, HOME
from tests.two_writers import save, typed, writer

PAGE = HOME + "details/change/"


@pytest.fixture
def both(case: Case, dana: Practitioner, sam: Practitioner) -> tuple[Client, Client]:
    return writer(dana), writer(sam)


def test_what_one_wrote_and_the_other_did_not_touch_stays(both: tuple[Client, Client], amara: Person) -> None:
    dana, sam = both
    hers, his = dana.get(PAGE), sam.get(PAGE)
    assert save(dana, PAGE, typed(hers, communication_needs="Uses Makaton.", **ANSWERED)).status_code == 303
    told = sam.post(PAGE, typed(his, gender="girl", **ANSWERED))
    assert "Changed while you were writing, Dana Wright" in told.content.decode()
    assert "Uses Makaton." in told.content.decode()
    assert sam.post(PAGE, typed(told) | {"step": "confirm"}).status_code == 303
    amara.refresh_from_db()
    assert (amara.gender, amara.communication_needs) == ("girl", "Uses Makaton.")


ANSWERED = {name: value for name, value in DETAILS.items() if name not in ("communication_needs", "gender")}


@pytest.mark.parametrize(("choice", "stays"), [("yours", "Signs."), ("theirs", "Uses Makaton.")])
def test_what_both_wrote_is_shown_to_the_second_who_chooses(
    both: tuple[Client, Client], amara: Person, choice: str, stays: str
) -> None:
    dana, sam = both
    hers, his = dana.get(PAGE), sam.get(PAGE)
    save(dana, PAGE, typed(hers, communication_needs="Uses Makaton.", **ANSWERED))
    met = sam.post(PAGE, typed(his, communication_needs="Signs.", **ANSWERED))
    page = met.content.decode()
    assert met.status_code == 422
    assert "Signs." in page
    assert "Uses Makaton." in page
    assert "Theirs, saved by Dana Wright" in page

    again = sam.post(PAGE, typed(met) | {"step": "resolve"})
    assert again.status_code == 422
    assert "Choose one of each two" in again.content.decode(), "nothing is chosen for anybody"

    told = sam.post(PAGE, typed(again) | {"chose-communication_needs": choice, "step": "resolve"})
    assert "Check your answers" in told.content.decode()
    assert sam.post(PAGE, typed(told) | {"step": "confirm"}).status_code == 303
    amara.refresh_from_db()
    assert amara.communication_needs == stays


def test_a_change_between_the_check_and_the_confirming_is_met_too(
    both: tuple[Client, Client], amara: Person
) -> None:
    dana, sam = both
    his = sam.post(PAGE, typed(sam.get(PAGE), communication_needs="Signs.", **ANSWERED))
    save(dana, PAGE, typed(dana.get(PAGE), communication_needs="Uses Makaton.", **ANSWERED))
    assert sam.post(PAGE, typed(his) | {"step": "confirm"}).status_code == 422
    amara.refresh_from_db()
    assert amara.communication_needs == "Uses Makaton."


def test_what_stood_when_a_draft_was_begun_is_what_its_writer_saw(
    both: tuple[Client, Client], amara: Person
) -> None:
    """He keeps it, she writes, he goes on: he is shown hers."""
    dana, sam = both
    sam.post(PAGE, typed(sam.get(PAGE), communication_needs="Signs.", **ANSWERED) | {"step": "keep"})
    save(dana, PAGE, typed(dana.get(PAGE), communication_needs="Uses Makaton.", **ANSWERED))
    gone_on = sam.get(PAGE)
    assert "Signs." in gone_on.content.decode()
    met = sam.post(PAGE, typed(gone_on))
    assert met.status_code == 422
    assert "Uses Makaton." in met.content.decode()


def test_without_the_marks_it_would_be_lost(
    both: tuple[Client, Client], amara: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fault these tests are there to catch, put in on purpose."""
    monkeypatch.setattr(steps, "meet", lambda form, data, stands: standing.Met(data))
    dana, sam = both
    hers, his = dana.get(PAGE), sam.get(PAGE)
    save(dana, PAGE, typed(hers, communication_needs="Uses Makaton.", **ANSWERED))
    save(sam, PAGE, typed(his, communication_needs="Signs.", **ANSWERED))
    amara.refresh_from_db()
    assert amara.communication_needs == "Signs."


def test_who_lives_with_a_child_meets_the_same_way(both: tuple[Client, Client], ben: Person) -> None:
    dana, sam = both
    page = HOME + "household/"
    his = sam.get(page)
    assert save(dana, page, typed(dana.get(page), people=str(ben.pk))).status_code == 303
    told = sam.post(page, typed(his))
    assert "Changed while you were writing" in told.content.decode()
    assert "Ben" in told.content.decode()


def test_the_record_is_held_between_the_looking_and_the_writing(both: tuple[Client, Client]) -> None:
    """What is compared is read after the lock, inside the transaction of the act."""
    dana, _ = both
    told = dana.post(PAGE, typed(dana.get(PAGE), communication_needs="Signs.", **ANSWERED))
    with CaptureQueriesContext(connection) as asked:
        dana.post(PAGE, typed(told) | {"step": "confirm"})
    said = [one["sql"] for one in asked.captured_queries]
    begun = next(n for n, sql in enumerate(said) if sql.startswith(("SAVEPOINT", "BEGIN")))
    written = next(
        n for n, sql in enumerate(said) if sql.startswith("UPDATE") and "communication_needs" in sql
    )
    locks = [n for n, sql in enumerate(said) if "FOR UPDATE" in sql]
    assert begun < written
    if connection.vendor == "postgresql":
        assert begun < locks[0] < written


def test_a_change_at_the_very_moment_of_confirming_is_met(
    both: tuple[Client, Client], amara: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """She confirms after his answers were checked and before he holds the record."""
    dana, sam = both
    hers, his = (
        typed(one.post(PAGE, typed(one.get(PAGE), communication_needs=words, **ANSWERED)))
        | {"step": "confirm"}
        for one, words in ((dana, "Uses Makaton."), (sam, "Signs."))
    )
    standing_of, first = views._standing, [lambda: dana.post(PAGE, hers)]

    def just_before(*args: Any) -> standing.Standing:
        made = standing_of(*args)

        def hold() -> None:
            if first:
                first.pop()()
            made.hold()

        return replace(made, hold=hold)

    monkeypatch.setattr(views, "_standing", just_before)
    assert sam.post(PAGE, his).status_code == 422
    amara.refresh_from_db()
    assert amara.communication_needs == "Uses Makaton."
    assert Entry.objects.filter(kind="details-changed").count() == 1
