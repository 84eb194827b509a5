"""Before somebody new is added to a family, whoever adds them is asked whether it is one of those on record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from alongside.access.models import Restriction
from alongside.access.policies import RECOGNISE
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.family.recognising import described_relative
from alongside.family.relatives import NewRelative, add_relative
from alongside.matching import spellings
from alongside.matching.asking import field_of
from alongside.people.models import Person, Relationship
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW, child_of
from tests.matching.test_asking import fields_of, question_of
from tests.pages import Read, reader

PAGE = "/children/WREN-AMARA2/family/new/"
GRACE = {
    "who": "new", "given": "Grase", "family": "Okoye", "kind": "mother", "parental_responsibility": "yes",
    "lives_with_child": "yes",
}  # fmt: skip


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def grace(case: Case, ben: Person, priya: Practitioner) -> Person:
    """Their mother, added to Ben's record by the front door."""
    Case.objects.create(area=ben.area, child=ben, opened_on=LONG_AGO, recorded_by=priya)
    relative = NewRelative(kind="mother", given="Grace", family="Okoye")
    return add_relative(by=priya, child=ben, relative=relative, now=NOW).person


def relatives_of(child: Person) -> set[str]:
    return set(
        Relationship.objects.filter(other=child, kind="mother").values_list("person__reference", flat=True)
    )


def test_the_mother_of_a_brother_is_recognised_and_nobody_is_recorded_twice(
    read: Callable[..., Read], priya: Practitioner, grace: Person, amara: Person
) -> None:
    people = Person.objects.count()
    asked = read(priya, PAGE, GRACE)
    assert asked.h1 == ["Is it one of these?"]
    assert f"Grace Okoye, {grace.reference}" in asked.text
    assert "Mother of Ben Okoye" in asked.text
    assert "Not known of either: Date of birth, Sex" in asked.text.replace("date", "Date").replace(
        "sex", "Sex"
    )
    unanswered = read(priya, PAGE, fields_of(asked))
    assert unanswered.status == 422
    told_back = read(priya, PAGE, {**fields_of(asked), question_of(asked): grace.reference})
    assert "Check your answers" in told_back.text
    read(priya, PAGE, {**fields_of(told_back), "step": "confirm"})
    assert relatives_of(amara) == {grace.reference}
    assert Person.objects.count() == people


def test_none_of_these_records_somebody_new_who_is_then_found_by_both_names(
    read: Callable[..., Read], priya: Practitioner, grace: Person, amara: Person
) -> None:
    asked = read(priya, PAGE, GRACE)
    read(priya, PAGE, {**fields_of(asked), question_of(asked): "new", "step": "confirm"})
    (made,) = relatives_of(amara)
    new = Person.objects.get(reference=made)
    assert (new.called, new.names.get().given) == ("Grase Okoye", "Grase")  # type: ignore[attr-defined]


def test_somebody_whose_name_nobody_knows_is_recorded_without_being_asked(
    read: Callable[..., Read], dana: Practitioner, case: Case
) -> None:
    answers = {**GRACE, "given": "", "family": "", "kind": "father"}
    assert "Check your answers" in read(dana, PAGE, answers).text
    read(dana, PAGE, {**answers, "step": "confirm"})
    assert Relationship.objects.get(kind="father").person.called == "Father (not known)"


def test_whoever_works_with_the_child_is_asked_of_those_on_records_they_may_read_and_of_no_others(
    read: Callable[..., Read], dana: Practitioner, priya: Practitioner, grace: Person, amara: Person
) -> None:
    """Ben's is not Dana's to read, so his mother is not named to her; once she is on Amara's record, she is."""
    assert not RECOGNISE.allows(grace, dana)
    assert "Check your answers" in read(dana, PAGE, GRACE).text
    add_relative(by=priya, child=amara, relative=NewRelative(kind="carer", known=grace), now=NOW)
    assert RECOGNISE.allows(grace, dana)
    assert read(dana, PAGE, GRACE).h1 == ["Is it one of these?"]


def test_a_record_that_is_closed_to_the_one_who_asks_is_not_named(
    read: Callable[..., Read], priya: Practitioner, grace: Person, amara: Person
) -> None:
    Restriction.objects.create(child=grace, practitioner=priya, from_on=LONG_AGO, why="Her neighbour.")
    hidden = read(priya, PAGE, GRACE)
    nobody = read(priya, PAGE, {**GRACE, "given": "Qqqq", "family": "Wwww"})
    assert "Check your answers" in hidden.text
    assert len(hidden.sql) == len(nobody.sql)
    forged = read(priya, PAGE, {**GRACE, question_of_nobody(priya): grace.reference, "step": "confirm"})
    assert forged.status == 422
    assert "no record with this reference that you can open" in forged.text
    assert "Grace" not in forged.text


def question_of_nobody(me: Practitioner) -> str:
    """The name of the field that a forger would have to guess: it follows from what was typed alone."""
    answers = {"given": GRACE["given"], "family": GRACE["family"], "born_on": None, "known": None}
    return field_of(0, described_relative(answers)[0])


def test_a_child_with_a_case_of_their_own_is_named_only_to_those_who_may_read_that_record(
    case: Case, dana: Practitioner, ben: Person, priya: Practitioner
) -> None:
    assert Relationship.objects.filter(person=ben, other=case.child).exists()
    assert RECOGNISE.allows(ben, dana)
    Case.objects.create(area=ben.area, child=ben, opened_on=LONG_AGO, recorded_by=priya)
    assert not RECOGNISE.allows(ben, dana)
    assert RECOGNISE.allows(ben, priya)


@pytest.mark.parametrize("who", ["stranger", "helen", "wyn"])
def test_others_recognise_nobody(who: str, request: pytest.FixtureRequest, grace: Person) -> None:
    assert not RECOGNISE.allows(grace, request.getfixturevalue(who))


def test_what_cannot_be_is_refused(case: Case, dana: Practitioner, amara: Person) -> None:
    def refused(**told: Any) -> str | None:
        with pytest.raises(Refusal) as caught:
            add_relative(by=dana, child=amara, relative=NewRelative(kind="mother", **told), now=NOW)
        return caught.value.field

    assert refused() == "given"
    assert refused(known=amara) == "who"
    assert refused(given="Grace", born_on=NOW.date().replace(year=2030)) == "born_on"


def test_a_description_of_the_child_itself_is_not_taken_for_a_relative(
    read: Callable[..., Read], dana: Practitioner, case: Case
) -> None:
    """Described like the child, the child's own record is shown; choosing it is refused in words."""
    spellings.keep(case.child)
    answers = {**GRACE, "given": "Amara"}
    asked = read(dana, PAGE, answers)
    assert asked.h1 == ["Is it one of these?"]
    chosen = {**fields_of(asked), question_of(asked): "WREN-AMARA2", "step": "confirm"}
    assert "the child's own record" in read(dana, PAGE, chosen).text.replace("’", "'")


def test_a_search_for_the_mother_finds_her_child(
    client: Client, dana: Practitioner, case: Case, amara: Person
) -> None:
    add_relative(
        by=dana, child=amara, relative=NewRelative(kind="mother", given="Rosalind", family="Eze"), now=NOW
    )
    child_of(amara.area, "Ada Nobody", "WREN-NOBODY")
    client.force_login(dana)
    page = client.get("/search/", {"q": "rosalind eze"}).content.decode()
    assert "Amara Okoye" in page
    assert "Mother: Rosalind Eze" in page
