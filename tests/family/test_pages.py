"""The pages that change details: they show what is recorded, tell it back, and are not there for others."""

from __future__ import annotations

import pytest

from alongside.family.dangers import note_danger
from alongside.people.models import Danger, HouseholdMember, Identifier, Name, Person, Relationship, Residence
from tests.cast import NOW

HOME = "/children/WREN-AMARA2/"
PAGES = (
    "details/change/", "names/new/", "numbers/new/", "family/new/", "household/", "address/new/", "dangers/new/",
)  # fmt: skip
DETAILS = {
    "called": "Amara Okoye", "born_on_day": "3", "born_on_month": "9", "born_on_year": "2020", "sex": "F", "gender": "",
    "ethnicity": "known", "ethnicity_known": "BAFR", "first_language": "not-asked", "interpreter": "unknown",
    "religion": "declined", "disabled": "no", "communication_needs": "",
}  # fmt: skip


def confirm(client, page: str, answers: dict[str, object]):
    """Send a page's answers, see them told back, and confirm."""
    told_back = client.post(HOME + page, answers)
    assert told_back.status_code == 200, told_back.content.decode()
    assert "Check your answers" in told_back.content.decode()
    answer = client.post(HOME + page, answers | {"step": "confirm"})
    assert answer.status_code == 303
    assert answer.headers["Location"] == HOME + "people/"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("name", ["helen", "stranger", "relative"])
def test_a_page_is_not_there_for_those_who_may_not(client, request, case, school_involved, page, name):
    client.force_login(request.getfixturevalue(name))
    assert client.get(HOME + page).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_and_says_what_is_missing(client, case, dana, page):
    client.force_login(dana)
    shown = client.get(HOME + page)
    assert shown.status_code == 200
    assert shown.content.decode().count("<h1") == 1
    if page != "household/":
        wrong = client.post(HOME + page, {})
        assert wrong.status_code == 422
        assert "<title>Error: " in wrong.content.decode()


def test_details_are_shown_as_recorded_and_changed(client, case, dana, amara):
    client.force_login(dana)
    shown = client.get(HOME + "details/change/").content.decode()
    assert 'value="Amara Okoye"' in shown
    assert 'value="F" checked' in shown
    confirm(client, "details/change/", DETAILS)
    amara.refresh_from_db()
    assert (amara.ethnicity, amara.first_language, amara.religion) == ("BAFR", "not-asked", "declined")
    people = client.get(HOME + "people/").content.decode()
    assert "Details changed" in people
    assert "Black African" in people
    assert "Declined to say" in people
    assert 'value="BAFR" selected' in client.get(HOME + "details/change/").content.decode()


def test_a_wrong_check_digit_is_said_in_words_and_what_was_typed_stays(client, case, dana):
    client.force_login(dana)
    answers = {"scheme": "nhs-number", "value": "9434765918", "source": "", "step": "confirm"}
    answer = client.post(HOME + "numbers/new/", answers)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "is not an NHS number: it has 10 digits, the last of which checks the others." in page
    assert 'value="9434765918"' in page
    confirm(client, "numbers/new/", {"scheme": "nhs-number", "value": "9434765919", "source": "The GP"})
    assert Identifier.objects.get().source == "The GP"


def test_a_name_a_relative_a_home_and_a_danger(client, case, dana, amara):
    client.force_login(dana)
    confirm(client, "names/new/", {"kind": "known-as", "given": "Mara", "family": ""})
    confirm(client, "family/new/", {
        "who": "new", "given": "Grace", "family": "Okoye", "kind": "mother", "parental_responsibility": "yes",
        "lives_with_child": "yes",
    })  # fmt: skip
    confirm(client, "address/new/", {
        "from_on_day": "1", "from_on_month": "4", "from_on_year": "2025", "where": "address", "lines": "7 Hidden Row",
        "postcode": "wr1 1aa", "protected": "yes", "protected_from": "Her father.",
    })  # fmt: skip
    confirm(client, "dangers/new/", {"words": "Do not ring the landline."})
    page = client.get(HOME + "people/").content.decode()
    for words in (
        "Mara",
        "Grace Okoye",
        "Mother",
        "7 Hidden Row, WR1 1AA",
        "Her father.",
        "Do not ring the landline.",
    ):
        assert words in page, words
    assert Name.objects.filter(person=amara, given="Mara").exists()
    assert Relationship.objects.get(other=amara).parental_responsibility == "yes"
    assert Residence.objects.get().protected
    assert HouseholdMember.objects.count() == 2
    confirm(client, f"dangers/{Danger.objects.get().pk}/end/", {"why": "He has gone."})
    confirm(client, f"family/{Relationship.objects.get().pk}/end/", {
        "to_on_day": "2", "to_on_month": "4", "to_on_year": "2025", "why": "Recorded twice.",
    })  # fmt: skip


def test_only_people_of_records_one_may_open_are_offered(client, case, dana, priya, ben, amara, wrenmouth):
    """Dana's team does not work with Ben, so Ben's friends are not hers to see; Priya's front door may."""
    friend = Person.objects.create(area=wrenmouth, reference="WREN-FRIEND", called="Fay Winter")
    Relationship.objects.create(person=friend, other=ben, kind=Relationship.Kind.FRIEND)
    for someone, offered in ((dana, False), (priya, True)):
        client.force_login(someone)
        assert ("Fay Winter" in client.get(HOME + "family/new/").content.decode()) is offered


def test_the_household_is_shown_as_recorded(client, case, dana, amara, ben):
    client.force_login(dana)
    confirm(client, "household/", {"people": [str(ben.pk)]})
    assert f'value="{ben.pk}" checked' in client.get(HOME + "household/").content.decode()


@pytest.mark.parametrize("page", ["dangers/{}/end/"])
def test_what_is_not_this_childs_is_not_found(client, case, priya, ben, amara, page):
    danger = note_danger(by=priya, child=amara, words="Dog.", now=NOW)
    client.force_login(priya)
    assert client.get(f"/children/WREN-BENJA2/{page.format(danger.pk)}").status_code == 404
