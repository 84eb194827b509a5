"""By what people are found: worked out from their names, kept with them, and the same however often."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.family.details import add_name, change_details
from alongside.family.relatives import NewRelative, add_relative
from alongside.matching import spellings
from alongside.matching.models import Spelling
from alongside.matching.nicknames import full_names, same_in_full
from alongside.matching.sounds import alike
from alongside.people.models import Person
from tests.cast import NOW


def keys(*told: tuple[str, str]) -> set[str]:
    return {key for row in spellings.spelt(told) for key in row[3:6]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("okafor", "okaphor"),
        ("mohammed", "muhamad"),
        ("catherine", "kathryn"),
        ("smith", "smyth"),
        ("schmidt", "smit"),
    ],
)
def test_names_that_are_said_alike_have_a_sound_in_common(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("short", "full"), [("bill", "william"), ("kasia", "katarzyna"), ("tobi", "oluwatobi")]
)
def test_a_short_form_stands_for_the_full_name(short: str, full: str) -> None:
    assert full in full_names(short)
    assert same_in_full(short, full)
    assert not same_in_full(full, "zebedee")


def test_a_name_told_the_other_way_round_has_the_same_keys() -> None:
    assert keys(("amara", "okoye")) == keys(("okoye", "amara"))


@pytest.mark.parametrize(
    "spelt", [("amara", "okoyi"), ("amira", "okoye"), ("amarra", "okoye"), ("mara", "okoye")]
)
def test_one_wrong_letter_leaves_a_key_in_common(spelt: tuple[str, str]) -> None:
    assert keys(spelt) & keys(("amara", "okoye"))


def test_each_part_of_a_name_in_several_parts_is_found() -> None:
    assert keys(("ana maria", "smith jones")) >= keys(("maria", "jones")) | keys(("ana", "smithjones"))


@pytest.mark.parametrize(
    ("called", "found"),
    [
        ("Father (not known)", []),
        ("Child 10443", []),
        ("Grace", []),
        ("Grace O’Brien", [("grace", "obrien")]),
    ],
)
def test_words_in_place_of_a_name_are_no_name(called: str, found: list[tuple[str, str]]) -> None:
    assert spellings.names_of(called, []) == found


def test_a_name_in_other_letters_is_kept_as_it_is() -> None:
    assert keys(("юлия", "іваненко"))


def test_nobody_fills_the_table(amara: Person) -> None:
    assert len(spellings.spelt([(f"a{n} b{n} c{n}", f"x{n} y{n} z{n}") for n in range(50)])) <= spellings.MOST


def test_every_act_that_records_a_name_keeps_its_spellings(case: Case, dana: Practitioner) -> None:
    add_name(by=dana, child=case.child, kind="former", given="Zoë", family="Smith-Jones", now=NOW)
    change_details(by=dana, child=case.child, changes={"called": "Ama Okoye"}, now=NOW)
    mother = add_relative(
        by=dana, child=case.child, relative=NewRelative(kind="mother", called="Grace Okoye"), now=NOW
    ).person
    change_details(by=dana, child=case.child, changes={"born_on": date(2020, 9, 4)}, now=NOW)
    words = set(Spelling.objects.values_list("words", flat=True))
    born = case.child.spellings.values_list("born_on", flat=True)  # type: ignore[attr-defined]
    assert set(born) == {date(2020, 9, 4)}
    assert words == {"amara okoye", "zoe smith jones", "ama okoye", "grace okoye"}
    assert mother.spellings.exists()  # type: ignore[attr-defined]
    assert rebuilt() == "Spellings: 0 changed"


def test_rebuilding_makes_what_is_missing_takes_what_is_stale_and_then_changes_nothing(
    case: Case, ben: Person
) -> None:
    stray = [row for row in spellings.rows_for(ben, [("Nobody", "Atall")]) if row.words == "nobody atall"]
    Spelling.objects.bulk_create(stray)
    wanted = len(spellings.spelt([("amara", "okoye"), ("ben", "okoye")]))
    assert rebuilt("--dry-run") == f"Spellings: {wanted + len(stray)} would change"
    assert rebuilt() == f"Spellings: {wanted + len(stray)} changed"
    assert rebuilt() == "Spellings: 0 changed"
    assert not Spelling.objects.filter(words="nobody atall").exists()


def rebuilt(*options: str) -> str:
    out = StringIO()
    call_command("matching_rebuild", *options, stdout=out, stderr=StringIO())
    return out.getvalue().split(",")[0]
