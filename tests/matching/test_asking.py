"""Before a record is made of a child who is referred, whoever refers is asked whether it is one of those there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from lxml import html

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.matching import spellings
from alongside.matching.candidates import candidates, described
from alongside.people.models import Identifier, Person
from alongside.referrals.models import Referral
from alongside.referrals.same_child import maybe_known
from tests.cast import child_of
from tests.pages import Read, reader

REFERRAL = {
    "children-rows": "1", "children-0-given": "Amarra", "children-0-family": "Okoyeh", "children-0-born_on_day": "4",
    "children-0-born_on_month": "9", "children-0-born_on_year": "2020", "immediate_danger": "no", "concern": "Nobody gets her up.",
    "family_asked": "agreed", "received_at_day": "17", "received_at_month": "4", "received_at_year": "2025", "received_at_time": "09:20",
    "referrer_kind": "practitioner", "referrer_name": "Helen Marsh", "referrer_relation": "Teacher",
}  # fmt: skip


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def known(case: Case) -> Person:
    spellings.keep(case.child)
    return case.child


def fields_of(page: Read) -> dict[str, str]:
    """What the page would send again: every hidden field of its own form."""
    found = html.fromstring(page.body).xpath("//main//form//input[@type='hidden']")
    return {one.get("name"): one.get("value") for one in found if one.get("name") != "csrfmiddlewaretoken"}


def question_of(page: Read) -> str:
    (name, *_) = html.fromstring(page.body).xpath("//main//input[@type='radio']/@name")
    return str(name)


def test_the_front_door_is_asked_told_why_and_the_referral_goes_on_the_record_that_was_chosen(
    read: Callable[..., Read], maya: Practitioner, known: Person
) -> None:
    page = read(maya, "/referrals/new/", REFERRAL)
    assert page.h1 == ["Is it one of these?"]
    assert "Amara Okoye, WREN-AMARA2" in page.text
    assert "Sound alike" in page.text
    assert "What would decide it" in page.text
    sent = fields_of(page)
    assert {name: sent.get(name, "") for name in REFERRAL} == REFERRAL
    unanswered = read(maya, "/referrals/new/", sent)
    assert unanswered.status == 422
    assert "Select whether Amarra Okoyeh is one of these" in unanswered.text
    told_back = read(maya, "/referrals/new/", {**sent, question_of(page): "WREN-AMARA2"})
    assert "Check your answers" in told_back.text
    read(maya, "/referrals/new/", {**fields_of(told_back), "step": "confirm"})
    assert Referral.objects.get().case.child == known
    assert Person.objects.count() == 1


def test_none_of_these_makes_a_new_record(
    read: Callable[..., Read], maya: Practitioner, known: Person
) -> None:
    page = read(maya, "/referrals/new/", REFERRAL)
    answers = {**fields_of(page), question_of(page): "new", "step": "confirm"}
    read(maya, "/referrals/new/", answers)
    assert Referral.objects.get().case.child.called == "Amarra Okoyeh"


def test_a_child_who_was_described_otherwise_since_is_asked_about_again(
    read: Callable[..., Read], maya: Practitioner, known: Person
) -> None:
    page = read(maya, "/referrals/new/", REFERRAL)
    answers = {**fields_of(page), question_of(page): "new", "children-0-given": "Amara"}
    assert read(maya, "/referrals/new/", answers).h1 == ["Is it one of these?"]


def test_a_hidden_child_is_not_asked_about_and_the_page_is_that_of_a_child_who_is_not_there(
    read: Callable[..., Read], helen: Practitioner, known: Person
) -> None:
    read(helen, "/referrals/new/", REFERRAL)  # The first of all also begins a chain of the audit.
    hidden = read(helen, "/referrals/new/", REFERRAL)
    nobody = read(
        helen, "/referrals/new/", {**REFERRAL, "children-0-given": "Qqqqqq", "children-0-family": "Wwwwww"}
    )
    assert "Check your answers" in hidden.text
    assert "WREN-AMARA2" not in hidden.body
    assert hidden.text == nobody.text.replace("Qqqqqq", "Amarra").replace("Wwwwww", "Okoyeh")
    assert len(hidden.sql) == len(nobody.sql)


def test_a_record_that_one_may_not_open_cannot_be_chosen_by_naming_it(
    read: Callable[..., Read], helen: Practitioner, maya: Practitioner, known: Person
) -> None:
    page = read(maya, "/referrals/new/", REFERRAL)
    answers = {**REFERRAL, question_of(page): "WREN-AMARA2", "step": "confirm"}
    refused = read(helen, "/referrals/new/", answers)
    assert "no record with this reference that you can open" in refused.text
    assert not Referral.objects.exists()


def test_a_number_finds_a_record_whatever_the_name(
    maya: Practitioner, stranger: Practitioner, known: Person
) -> None:
    Identifier.objects.create(area=known.area, person=known, scheme="upn", value="A801200001001")
    told = described(given="Zebedee", family="Quill", numbers=[("upn", "A801200001001")])
    assert [one.person for one in candidates(told, by=maya)] == [known]
    assert candidates(told, by=maya)[0].band == "possible"
    assert candidates(told, by=stranger) == []


def test_the_same_number_name_and_day_of_birth_are_beyond_doubt_and_still_asked(
    maya: Practitioner, known: Person
) -> None:
    Identifier.objects.create(area=known.area, person=known, scheme="upn", value="A801200001001")
    told = described(given="Amara", family="Okoye", born_on=known.born_on, numbers=[("upn", "A801200001001")])
    assert candidates(told, by=maya)[0].band == "certain"


def test_the_front_door_is_shown_whose_record_a_referral_from_outside_may_belong_to(
    maya: Practitioner, dana: Practitioner, known: Person
) -> None:
    stand_in = child_of(known.area, "Amarra Okoyeh", "WREN-STAND2", date(2020, 9, 4))
    spellings.keep(stand_in)
    assert [one.reference for one in maybe_known(stand_in, maya)] == ["WREN-AMARA2"]
    assert maybe_known(stand_in, dana) == []
