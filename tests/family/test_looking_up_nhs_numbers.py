"""NHS numbers are looked up where this is turned on, compared by a person, and never kept unless one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.matching import spellings
from alongside.matching.candidates import described
from alongside.matching.nhs_numbers import FileAdapter, adapter
from alongside.people.models import Address, Identifier, Person, Residence
from alongside.refusals import Refusal
from tests.cast import child_of
from tests.pages import MOST_QUERIES, Read, reader

HERE = "/children/WREN-AMARA2/nhs-number/"
LOOK = {"step": "change"}
ROWS = """given_names,family_name,date_of_birth,sex,postcode,nhs_number
Amara,Okoye,2020-09-03,F,WR1 2AB,943 476 5919
Amarra,Okoyeh,2020-09-04,F,,9434765870
Adaeze,Okoye,2020-09-03,F,WR1 2AB,9876543210
Zebedee,Quill,1999-01-01,M,,4010232137
Amara,Okoye,2020-09-03,F,,1234567890
Amara,Okoye,no day,F,,9434765919
"""
AMARA = described(given="Amara", family="Okoye", born_on=date(2020, 9, 3), sex="F", postcode="WR1 2AB")


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file that a tracing service answered with, in the data folder of an installation that has turned it on."""
    monkeypatch.setattr(settings.CONFIG, "nhs_numbers", "file")
    monkeypatch.setattr(settings.CONFIG, "data_folder", tmp_path)
    file = tmp_path / "nhs-numbers.csv"
    file.write_text(ROWS)
    return file


def test_it_is_off_unless_somebody_turns_it_on_and_the_page_says_what_to_do_instead(
    read: Callable[..., Read], maya: Practitioner, case: Case
) -> None:
    assert settings.CONFIG.nhs_numbers == "off"
    with pytest.raises(Refusal, match="turned off here"):
        adapter(maya)
    for page in (read(maya, HERE), read(maya, HERE, LOOK)):
        assert page.status == 200
        assert "Looking up NHS numbers is turned off here." in page.text
        assert page.links("Add a number") == ["/children/WREN-AMARA2/numbers/new/"]
    assert not Row.objects.filter(action="search").exists()


def test_what_is_asked_is_shown_first_and_a_protected_address_is_not_asked_with(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    address = Address.objects.create(area=case.area, lines="7 Hidden Row", postcode="WR9 9ZZ")
    Residence.objects.create(person=case.child, address=address, protected=True)
    page = read(dana, HERE)
    assert "nothing leaves this computer" in page.text
    assert "3 September 2020" in page.text
    assert "WR9" not in page.text
    assert len(page.sql) <= MOST_QUERIES
    assert read(dana, "/children/WREN-AMARA2/people/").links("Look up the NHS number") == [HERE]


def test_those_found_are_compared_none_is_chosen_and_the_chosen_one_is_kept_with_its_source(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    read(dana, HERE)
    found = read(dana, HERE, LOOK)
    assert "943 476 5919, from the tracing service" in found.text
    assert "Twins agree like this" in found.text
    assert "checked" not in found.body.split("<main", 1)[1]
    assert "Zebedee" not in found.text
    assert not Identifier.objects.exists()
    assert "Select a number, or none of these" in read(dana, HERE, {}).text
    assert read(dana, HERE, {"number": "9434765919"}).status == 303
    kept = Identifier.objects.get()
    assert (kept.value, kept.scheme, kept.source) == ("9434765919", "nhs-number", "the tracing service")
    assert "On record already: 943 476 5919" in read(dana, HERE).text


def test_none_of_these_keeps_nothing(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    assert read(dana, HERE, {"number": "none"}).status == 303
    assert not Identifier.objects.exists()


def test_a_number_that_was_not_found_cannot_be_sent_in(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    assert read(dana, HERE, {"number": "4010232137"}).status == 422
    assert not Identifier.objects.exists()


def test_each_look_is_written_down_without_what_was_found(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    read(dana, HERE, LOOK)
    row = Row.objects.get(action="search")
    assert (row.about, row.actor) == (case.child_id, dana.pk)
    assert '"outside":false' in row.details.replace(" ", "")
    assert "9434765919" not in row.details


def test_without_a_name_or_a_day_of_birth_nothing_is_asked(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    Person.objects.filter(pk=case.child_id).update(born_on=None)
    page = read(dana, HERE, LOOK)
    assert "a date of birth must be recorded first" in page.text
    assert not Row.objects.filter(action="search").exists()


def test_a_file_that_is_not_there_or_not_such_a_file_is_said_in_words(
    read: Callable[..., Read], dana: Practitioner, case: Case, answers: Path
) -> None:
    answers.write_text("name;number\n")
    page = read(dana, HERE, LOOK)
    assert page.status == 422
    assert "It has no column given_names" in page.text
    answers.unlink()
    assert "There is no file of NHS numbers that can be read" in read(dana, HERE, LOOK).text


def test_the_likeliest_of_a_file_come_first_and_what_is_no_number_is_left_out(
    answers: Path, dana: Practitioner
) -> None:
    found = FileAdapter(dana).find(AMARA)
    assert next(one.number for one in found) == "9434765919"
    assert {one.number for one in found} <= {"9434765919", "9434765870", "9876543210"}
    assert FileAdapter(dana).find(described(given="Nobody", family="Atall", born_on=date(2001, 1, 1))) == ()


def test_the_records_here_are_asked_only_as_far_as_one_may_read_them(
    monkeypatch: pytest.MonkeyPatch,
    case: Case,
    maya: Practitioner,
    dana: Practitioner,
    stranger: Practitioner,
) -> None:
    monkeypatch.setattr(settings.CONFIG, "nhs_numbers", "local")
    again = child_of(case.area, "Amarra Okoye", "WREN-AGAIN2", date(2020, 9, 3))
    spellings.keep(again)
    Identifier.objects.create(area=again.area, person=again, scheme="nhs-number", value="9434765919")
    assert not adapter(maya).asks_outside
    assert [(one.number, one.source) for one in adapter(maya).find(AMARA)] == [
        ("9434765919", "the record WREN-AGAIN2")
    ]
    assert adapter(dana).find(AMARA) == ()
    assert adapter(stranger).find(AMARA) == ()


@pytest.mark.parametrize("who", ["helen", "stranger", "relative", "wyn", "jamal"])
def test_the_page_is_not_there_for_others(
    client: Client, request: pytest.FixtureRequest, case: Case, who: str
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get(HERE).status_code == 404
