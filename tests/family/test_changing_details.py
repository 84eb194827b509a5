"""Changing what is recorded of a child: each act leaves one entry, and tells nobody what they may not know."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from alongside.cases.models import Case
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.family.dangers import end_danger, note_danger
from alongside.family.details import add_identifier, add_name, change_details
from alongside.family.homes import NewHome, change_address
from alongside.family.relatives import NewRelative, add_relative, end_relationship, set_household
from alongside.people.models import HouseholdMember, Identifier, Person, Relationship, Residence
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY

HOME = "/children/WREN-AMARA2/"
KIND = Relationship.Kind


def told() -> str:
    """What the latest entry says."""
    entry = Entry.objects.latest("id")
    return KINDS[entry.kind].words(entry.details)


def test_a_change_says_from_what_to_what(case, dana, amara):
    change_details(
        by=dana, child=amara, now=NOW,
        changes={"called": "Amara Bello", "ethnicity": "BAFR", "interpreter": "no", "religion": "declined"},
    )  # fmt: skip
    amara.refresh_from_db()
    assert (amara.called, amara.ethnicity) == ("Amara Bello", "BAFR")
    assert told() == (
        "The name shown changed from “Amara Okoye” to “Amara Bello”. "
        "Ethnicity changed from “Not asked” to “Black African”. "
        "The need for an interpreter changed from “Not asked” to “No”. "
        "Religion changed from “Not asked” to “Declined to say”."
    )


def test_a_birth_is_recorded_when_the_child_is_born(case, dana, amara):
    Person.objects.filter(pk=amara.pk).update(born_on=None, expected_on=date(2025, 4, 20))
    change_details(by=dana, child=amara, now=NOW, changes={"born_on": date(2025, 4, 15), "expected_on": None})
    assert told() == (
        "The date of birth changed from nothing to 15 April 2025. "
        "The expected date of birth changed from 20 April 2025 to nothing."
    )


def test_nothing_changed_leaves_nothing(case, dana, amara):
    assert change_details(by=dana, child=amara, changes={"called": "Amara Okoye"}, now=NOW) is None
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("changes", "error", "what"),
    [
        ({"born_on": date(2025, 4, 18)}, Refusal, "The date of birth is in the future."),
        ({"died_on": date(2019, 1, 1)}, ValidationError, "The date of death is before the date of birth."),
        ({"expected_on": date(2025, 9, 1)}, ValidationError, "not both"),
    ],
)
def test_a_life_that_cannot_be_is_refused(case, dana, amara, changes, error, what):
    with pytest.raises(error, match=what):
        change_details(by=dana, child=amara, changes=changes, now=NOW)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("name", ["helen", "jamal", "stranger", "relative"])
def test_who_may_not_change_details(request, case, school_involved, amara, name):
    with pytest.raises(PermissionDenied):
        note_danger(by=request.getfixturevalue(name), child=amara, words="Dog.", now=NOW)


def test_a_name_and_its_dates(case, dana, amara):
    name = add_name(
        by=dana, child=amara, kind="known-as", given="Mara", family="", from_on=date(2023, 1, 1), now=NOW
    )
    assert str(name) == "Mara"
    assert told() == "Known as recorded: Mara."


def test_an_nhs_number_is_checked_and_never_told(case, dana, amara):
    with pytest.raises(ValidationError, match="10 digits, the last of which checks the others"):
        add_identifier(by=dana, child=amara, scheme="nhs-number", value="943 476 5918", now=NOW)
    add_identifier(by=dana, child=amara, scheme="nhs-number", value="943 476 5919", now=NOW)
    assert Identifier.objects.get().value == "9434765919"
    assert told() == "NHS number recorded."
    with pytest.raises(Refusal, match="recorded already"):
        add_identifier(by=dana, child=amara, scheme="nhs-number", value="9434765919", now=NOW)


def test_an_unknown_father_is_a_person(case, dana, amara):
    father = NewRelative(kind=KIND.FATHER, called="Father (not known)", parental_responsibility="unknown")
    found = add_relative(by=dana, child=amara, relative=father, now=NOW)
    assert (found.other, found.person.called) == (amara, "Father (not known)")
    assert told() == "Father (not known) recorded as father. Parental responsibility: unknown."
    with pytest.raises(Refusal, match="recorded as father already"):
        add_relative(
            by=dana, child=amara, relative=NewRelative(kind=KIND.FATHER, known=found.person), now=NOW
        )


def test_nobody_is_not_a_relative(case, dana, amara):
    with pytest.raises(Refusal, match="Say who this is"):
        add_relative(by=dana, child=amara, relative=NewRelative(kind=KIND.MOTHER), now=NOW)


def test_a_relationship_that_ended_stays_among_the_former_ones(client, case, dana, amara):
    carer = NewRelative(kind=KIND.CARER, called="Rose Hart", from_on=date(2024, 1, 1))
    found = add_relative(by=dana, child=amara, relative=carer, now=NOW)
    with pytest.raises(Refusal, match="would end before it began"):
        end_relationship(
            by=dana, child=amara, relationship=found, to_on=date(2023, 1, 1), why="Moved.", now=NOW
        )
    end_relationship(by=dana, child=amara, relationship=found, to_on=TODAY, why="She moved away.", now=NOW)
    assert told() == "Rose Hart is no longer recorded as carer. She moved away."
    client.force_login(dana)
    page = client.get(HOME + "people/").content.decode()
    assert "from 1 January 2024 until 17 April 2025" in page
    assert "No longer so?" not in page


def test_who_lives_with_the_child_changes_and_nobody_is_deleted(case, dana, amara, ben):
    nana = add_relative(
        by=dana, child=amara, now=NOW, relative=NewRelative(kind=KIND.GRANDPARENT, called="Nana Joy", lives_with_child=True)
    ).person  # fmt: skip
    set_household(by=dana, child=amara, people=[ben], now=NOW)
    now_there = set(HouseholdMember.objects.filter(to_on=None).values_list("person__called", flat=True))
    assert now_there == {"Amara Okoye", "Ben Okoye"}
    assert HouseholdMember.objects.get(person=nana).to_on == TODAY
    assert told() == "Lives with Ben Okoye."


def test_a_move_ends_the_home_before_and_is_never_told_with_its_address(case, dana, amara):
    change_address(
        by=dana, child=amara, now=NOW, home=NewHome(from_on=date(2024, 1, 1), lines="1 Quay Street")
    )
    change_address(by=dana, child=amara, now=NOW, home=NewHome(from_on=TODAY, no_fixed_address=True))
    first, second = Residence.objects.order_by("from_on")
    assert (first.to_on, second.no_fixed_address) == (TODAY, True)
    assert told() == "The child has no fixed address now."
    assert not Entry.objects.filter(details__icontains="Quay").exists()


@pytest.mark.parametrize(
    ("home", "what"),
    [
        (NewHome(from_on=date(2025, 4, 18), lines="1 Quay Street"), "This move is in the future."),
        (NewHome(from_on=TODAY), "There is no address here."),
        (NewHome(from_on=date(2023, 1, 1), lines="2 Quay Street"), "This move is before the last one."),
    ],
)
def test_a_move_that_cannot_be_is_refused(case, dana, amara, home, what):
    change_address(
        by=dana, child=amara, now=NOW, home=NewHome(from_on=date(2024, 1, 1), lines="1 Quay Street")
    )
    with pytest.raises(Refusal, match=what):
        change_address(by=dana, child=amara, home=home, now=NOW)


def test_a_protected_address_is_seen_only_by_those_who_may_change_it(
    client, case, dana, helen, school_involved, amara
):
    hidden = NewHome(from_on=TODAY, lines="7 Hidden Row", protected=True, protected_from="Her father.")
    change_address(by=dana, child=amara, home=hidden, now=NOW)
    pages = {}
    for someone in (dana, helen):
        client.force_login(someone)
        shown = [client.get(HOME + page, follow=True) for page in ("", "people/", "timeline/")]
        pages[someone] = [page.content.decode() for page in shown]
    assert "7 Hidden Row" in pages[dana][1]
    assert "Amara Okoye" in pages[helen][0], "the school sees its own part"
    assert not [page for page in pages[helen] if "Hidden Row" in page or "Her father" in page]


def test_a_danger_stands_above_every_page_until_somebody_ends_it(
    client, case, dana, helen, school_involved, amara
):
    danger = note_danger(by=dana, child=amara, words="Do not ring the landline.", now=NOW)
    client.force_login(helen)
    assert "Do not ring the landline." in client.get(HOME, follow=True).content.decode()
    end_danger(by=dana, child=amara, danger=danger, why="The father has gone abroad.", now=NOW)
    assert "app-danger__words" not in client.get(HOME, follow=True).content.decode()
    with pytest.raises(Refusal, match="ended already"):
        end_danger(by=dana, child=amara, danger=danger, why="Again.", now=NOW)


def test_details_are_put_right_after_a_case_has_closed_too(case, priya, amara):
    Case.objects.filter(pk=case.pk).update(closed_on=TODAY, closure_reason="died")
    change_details(by=priya, child=amara, changes={"sex": "U"}, now=NOW)
    assert Entry.objects.get().case == case


def test_a_child_without_a_case_has_nothing_to_keep_it_with(priya, amara):
    with pytest.raises(Refusal, match="There is no case for Amara"):
        change_details(by=priya, child=amara, changes={"sex": "U"}, now=NOW)
