"""Names as they are looked for, and the columns that hold them."""

from __future__ import annotations

import pytest

from alongside.agencies.models import Area
from alongside.people.folding import begins, closed_up, fold, last_word
from alongside.people.models import Address, Name
from tests.cast import child_of


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Amara", "amara"),
        ("OKOYE", "okoye"),
        ("Zoë", "zoe"),
        ("Łoś", "los"),
        ("Ægir Søren", "aegir soren"),
        ("O’Brien", "obrien"),
        ("O'Brien", "obrien"),
        ("Smith-Jones", "smith jones"),
        ("  Mary   Jane ", "mary jane"),
        ("Straße", "strasse"),
        ("محمد", "محمد"),
        ("12, Mill Lane\nWrenmouth", "12 mill lane wrenmouth"),
        ("", ""),
    ],
)
def test_a_name_is_folded_as_it_is_looked_for(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_the_last_of_several_words_has_a_column_of_its_own() -> None:
    assert (last_word("Smith-Jones"), last_word("Okoye"), closed_up("wr1 2ab")) == ("jones", "", "wr12ab")


def test_the_columns_fill_themselves_however_a_row_is_made(wrenmouth: Area) -> None:
    child = child_of(wrenmouth, "Zoë Smith-Jones", "WREN-ZOEAA2")
    Name.objects.bulk_create([Name(person=child, given="Mary Jane", family="O’Brien")])
    made, in_bulk = Name.objects.filter(person=child).order_by("given_key").reverse()
    assert (made.given_key, made.family_key, made.family_last) == ("zoe", "smith jones", "jones")
    assert (in_bulk.given_key, in_bulk.given_last, in_bulk.family_key) == ("mary jane", "jane", "obrien")
    made.family = "Łoś"
    made.save()
    made.refresh_from_db()
    assert (made.family_key, made.family_last) == ("los", "")


def test_an_address_folds_its_lines_and_its_postcode(wrenmouth: Area) -> None:
    address = Address.objects.create(area=wrenmouth, lines="3, Quay Street\nWrenmouth", postcode="WR1 2AB")
    assert (address.lines_key, address.postcode_key) == ("3 quay street wrenmouth", "wr12ab")


def test_begins_finds_every_name_that_begins_so_and_no_other(wrenmouth: Area) -> None:
    for number, family in enumerate(("Oko", "Okoye", "Okoye-Bright", "Okp", "Oka", "O’Koro", "Okоye")):
        child_of(wrenmouth, f"A {family}", f"WREN-OKO{number}")
    found = Name.objects.filter(begins("family_key", "oko")).values_list("family", flat=True)
    assert sorted(found) == ["Oko", "Okoye", "Okoye-Bright", "O’Koro"]
