"""The pages about seeing a child, as a practitioner meets them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation, Case
from alongside.people.models import Person
from alongside.visits.models import Visit
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.cast import NOW

SEEN = {
    "seen_on_day": "17", "seen_on_month": "4", "seen_on_year": "2025", "time": "10:30", "where": "school",
    "alone": "yes", "said": "I like it when Nana comes.", "communication": ["speech", "play"], "observed": "She drew.",
    "purpose": "assessment", "what_next": "I will see her at home on Tuesday.",
}  # fmt: skip
NOT_SEEN = {
    "tried_on_day": "17", "tried_on_month": "4", "tried_on_year": "2025", "why": "Nobody came to the door.",
    "purpose": "assessment", "what_next": "I will go to the nursery tomorrow.",
}  # fmt: skip


def page(name: str, child: Person) -> str:
    return reverse(f"visits:{name}", args=(child.reference,))


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


def test_a_visit_is_asked_told_back_recorded_and_told_on(as_dana: Client, amara: Person) -> None:
    asked = as_dana.get(page("record-seen", amara))
    told_back = as_dana.post(page("record-seen", amara), SEEN)
    assert "Check your answers" in told_back.content.decode()
    assert not Visit.objects.exists()
    done = as_dana.post(page("record-seen", amara), SEEN | {"step": "confirm"})
    visit = Visit.objects.get()

    assert asked.status_code == told_back.status_code == 200
    assert (done.status_code, done["Location"]) == (303, reverse("desk:child", args=(amara.reference,)))
    assert (visit.said, visit.communication, visit.alone) == (
        "I like it when Nana comes.",
        ["speech", "play"],
        "yes",
    )
    assert visit.seen_at is not None
    assert f"{visit.seen_at:%H:%M}" == "09:30"


def test_nothing_is_chosen_beforehand(as_dana: Client, amara: Person) -> None:
    assert "checked" not in as_dana.get(page("record-seen", amara)).content.decode()


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ({"alone": ""}, "Select whether you saw the child alone"),
        ({"alone": "no"}, "Enter why you did not see the child alone"),
        ({"alone": "not-possible"}, "Enter why you could not see the child alone"),
        ({"where": ""}, "Select where you saw the child"),
        ({"time": "half past"}, "The time of the visit must have a real time"),
        ({"seen_on_year": "2125"}, "The day you saw the child must be between 1900 and 2100"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    left_out: dict[str, str], said: str, as_dana: Client, amara: Person
) -> None:
    answer = as_dana.post(page("record-seen", amara), SEEN | left_out)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "I like it when Nana comes." in answer.content.decode()


def test_a_day_that_cannot_be_comes_back_as_a_sentence(as_dana: Client, amara: Person) -> None:
    answer = as_dana.post(page("record-seen", amara), SEEN | {"seen_on_year": "2024", "step": "confirm"})

    assert answer.status_code == 422
    assert "This visit is before the case opened." in answer.content.decode()


def test_a_brother_is_recorded_at_the_same_visit(
    as_dana: Client, amara: Person, ben: Person, dana: Practitioner, case: Case
) -> None:
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    team = case.allocations.get().team
    Allocation.objects.create(area=ben.area, case=bens, practitioner=dana, team=team, from_on=bens.opened_on)
    row = {
        "siblings-rows": "1", "siblings-0-child": ben.reference, "siblings-0-alone": "no",
        "siblings-0-not_alone_because": "He held on to his sister", "siblings-0-said": "Leave us alone",
    }  # fmt: skip
    assert "I saw Ben Okoye too" in as_dana.get(page("record-seen", amara)).content.decode()
    with_ben = page("record-seen", amara) + "?with=siblings"
    assert "Leave us alone" in as_dana.post(with_ben, SEEN | row).content.decode(), "his words are told back"
    as_dana.post(with_ben, SEEN | row | {"step": "confirm"})

    assert set(Visit.objects.values_list("case__child__called", "said")) == {
        ("Amara Okoye", "I like it when Nana comes."), ("Ben Okoye", "Leave us alone"),
    }  # fmt: skip


def test_a_brother_one_may_not_record_is_not_named(as_dana: Client, amara: Person, ben: Person) -> None:
    assert "Ben" not in as_dana.get(page("record-seen", amara)).content.decode()


def test_a_child_who_was_not_seen_is_recorded(as_dana: Client, amara: Person) -> None:
    done = as_dana.post(page("record-not-seen", amara), NOT_SEEN | {"step": "confirm"})

    assert done.status_code == 303
    assert Visit.objects.get().not_seen_why == "Nobody came to the door."
    assert list(as_dana.session["told"]["next"]) == [
        "Amara Okoye has still to be seen. Nothing that is due has stopped.",
        "I will go to the nursery tomorrow.",
    ]


def see_often(dana: Practitioner, amara: Person, times: int) -> None:
    visit = VisitMade(seen_on=NOW.date(), where="home", purpose="assessment")
    for number in range(times):
        child = ChildSeen(child=amara, alone="yes", said=f"Words {number}")
        record_child_seen(by=dana, children=[child], visit=visit, now=NOW)


@pytest.mark.parametrize("times", [5, 60])
def test_the_list_asks_the_same_few_questions_of_the_database_however_long_it_is(
    times: int, as_dana: Client, amara: Person, dana: Practitioner, django_assert_max_num_queries: Any
) -> None:
    see_often(dana, amara, times)
    as_dana.get(page("visits", amara))  # A session notes once that it is in use.
    with django_assert_max_num_queries(8):
        answer = as_dana.get(page("visits", amara))

    assert f"Words {times - 1}" in answer.content.decode()
    assert ("?page=2" in answer.content.decode()) is (times > 25)


def test_one_visit_shows_the_childs_words(as_dana: Client, amara: Person, dana: Practitioner) -> None:
    see_often(dana, amara, 1)
    found = Visit.objects.get()
    answer = as_dana.get(reverse("visits:visit", args=(amara.reference, found.pk)))

    assert "Words 0" in answer.content.decode()


def test_a_visit_of_another_child_is_not_here(as_dana: Client, amara: Person, ben: Person) -> None:
    assert as_dana.get(reverse("visits:visit", args=(amara.reference, ben.pk))).status_code == 404


@pytest.mark.parametrize("name", ["record-seen", "record-not-seen", "visits"])
@pytest.mark.parametrize("person", ["stranger", "relative", "ada"])
def test_whoever_may_not_is_told_there_is_nothing_here(
    name: str, person: str, case: Case, amara: Person, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(person))

    assert client.get(page(name, amara)).status_code == 404


@pytest.mark.parametrize("name", ["record-seen", "record-not-seen"])
def test_the_school_neither_records_nor_reads_the_visits_of_others(
    name: str, case: Case, school_involved: object, helen: Practitioner, amara: Person, client: Client
) -> None:
    client.force_login(helen)

    assert client.get(page(name, amara)).status_code == 404
    assert client.get(page("visits", amara)).status_code == 404


@pytest.fixture
def unborn(amara: Person) -> Person:
    """Amara as she was known before her birth."""
    amara.born_on, amara.expected_on = None, date(2025, 9, 1)
    amara.save(update_fields=("born_on", "expected_on"))
    return amara


def test_no_visit_is_offered_for_a_child_who_is_not_born(as_dana: Client, unborn: Person) -> None:
    for address in (f"/children/{unborn.reference}/", page("visits", unborn)):
        told = as_dana.get(address)
        assert told.status_code == 200
        assert "/visits/seen/" not in told.content.decode()
        assert "/visits/not-seen/" not in told.content.decode()


@pytest.mark.parametrize(("name", "sent"), [("record-seen", SEEN), ("record-not-seen", NOT_SEEN)])
def test_a_visit_to_a_child_who_is_not_born_is_refused_with_what_to_do(
    as_dana: Client, unborn: Person, name: str, sent: dict[str, Any]
) -> None:
    answer = as_dana.post(page(name, unborn), sent | {"step": "confirm"})
    words = answer.content.decode()
    assert answer.status_code == 422
    assert "Amara Okoye is not born yet." in words
    assert "the birth is expected on 1 September 2025" in words
    assert "I like it when Nana comes." in words or name == "record-not-seen", "what was typed is kept"
    assert not Visit.objects.exists()


def test_a_brother_who_is_not_born_was_not_seen_either(
    as_dana: Client, amara: Person, ben: Person, dana: Practitioner, case: Case
) -> None:
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    team = case.allocations.get().team
    Allocation.objects.create(area=ben.area, case=bens, practitioner=dana, team=team, from_on=bens.opened_on)
    ben.born_on, ben.expected_on = None, date(2025, 9, 1)
    ben.save(update_fields=("born_on", "expected_on"))
    assert "Ben Okoye" not in as_dana.get(page("record-seen", amara)).content.decode()


def test_a_visit_before_the_birth_is_refused(as_dana: Client, amara: Person) -> None:
    amara.born_on = date(2025, 4, 18)
    amara.save(update_fields=("born_on",))
    answer = as_dana.post(page("record-seen", amara), SEEN | {"step": "confirm"})
    assert answer.status_code == 422
    assert "This visit is before the birth." in answer.content.decode()
    assert not Visit.objects.exists()


def test_a_visit_before_a_day_of_birth_that_is_an_estimate_is_taken(as_dana: Client, amara: Person) -> None:
    amara.born_on, amara.birth_estimated = date(2025, 4, 18), True
    amara.save(update_fields=("born_on", "birth_estimated"))
    as_dana.post(page("record-seen", amara), SEEN | {"step": "confirm"})
    assert Visit.objects.exists()


def test_without_the_rule_who_it_is_of_a_visit_would_be_offered(
    as_dana: Client, unborn: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: an offer is made whoever the child is."""
    monkeypatch.setattr(Person, "is_unborn", False)
    assert "/visits/seen/" in as_dana.get(f"/children/{unborn.reference}/").content.decode()
