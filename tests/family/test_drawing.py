"""A family as it is drawn: who stands where, who hangs on whom, and the same in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from uuid import UUID

import pytest
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.family.drawing import Genogram, draw
from alongside.family.relatives import add_couple
from alongside.family.tree import Tree, tree_of
from alongside.people.models import Household, Person, Relationship
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY, child_of

PAGE = "/children/WREN-AMARA2/people/network/"
Family = Callable[..., Person]


@pytest.fixture
def family(amara: Person) -> Family:
    """`family("Grace", mother=amara)`: somebody new, and who they are to whom."""

    def somebody(called: str, *, person: Person | None = None, **to: Person) -> Person:
        one = person or Person.objects.create(
            area=amara.area, called=called, reference=f"WREN-{called.upper().replace(' ', '')[:9]}"
        )
        for kind, other in to.items():
            Relationship.objects.create(person=one, other=other, kind=kind.rstrip("2").replace("_", "-"))
        return one

    return somebody


def tree(amara: Person, homes: dict[UUID, set[object]] | None = None) -> Tree:
    every = Relationship.objects.select_related("person", "other").order_by("id")
    return tree_of(amara, every, homes or {})


def rows(found: Tree) -> list[set[str]]:
    return [{one.person.called for one in found.row(number)} for number in range(found.rows)]


def couples(found: Tree) -> set[tuple[frozenset[str], str, tuple[str, ...]]]:
    name = {key: one.person.called for key, one in found.people.items()}
    return {
        (frozenset(name[key] for key in one.parents), one.state, tuple(name[key] for key in one.children))
        for one in found.unions
    }


def drawn(found: Tree) -> Genogram:
    made = draw(found, TODAY)
    assert len({(one.x, one.y) for one in made.figures}) == len(made.figures), "nobody stands on anybody"
    assert all(0 <= one.x <= made.wide and 0 <= one.y <= made.high for one in made.figures)
    return made


def test_generations_stand_below_one_another(amara: Person, family: Family) -> None:
    grace = family("Grace", mother=amara)
    family("Nana", mother=grace, grandparent=amara)
    family("Aunt Ife", aunt_or_uncle=amara)
    found = tree(amara)
    assert rows(found) == [{"Nana"}, {"Grace", "Aunt Ife"}, {"Amara Okoye"}]
    made = drawn(found)
    height = {one.row[0]: one.y for one in made.figures}
    assert height["Nana"] < height["Grace"] == height["Aunt Ife"] < height["Amara Okoye"]
    assert [one.words for one in found.ties] == ["aunt or uncle"], "Nana is drawn as her mother's mother"


def test_a_parent_with_several_partners_and_half_siblings(amara: Person, ben: Person, family: Family) -> None:
    grace = family("Grace", mother=amara)
    family("Grace", person=grace, mother=ben)
    samuel, joe = family("Samuel", father=amara), family("Joe", father=ben)
    Relationship.objects.create(person=grace, other=samuel, kind="couple", to_on=date(2019, 1, 1))
    Relationship.objects.create(person=joe, other=grace, kind="couple")
    found = tree(amara)
    assert couples(found) == {
        (frozenset({"Grace", "Samuel"}), "separated", ("Amara Okoye",)),
        (frozenset({"Grace", "Joe"}), "together", (ben.called,)),
    }
    assert not found.ties, "that they are brother and sister is drawn through their mother"
    made = drawn(found)
    assert any("Samuel have separated, and are the parents of Amara" in one for one in made.said)
    assert any("Joe are together, and are the parents of" in one for one in made.said)
    assert sum(stroke.path.count("l6 -14") for stroke in made.strokes) == 2, (
        "two strokes across the line that parted"
    )


def test_a_step_family(amara: Person, family: Family) -> None:
    """Her mother's new husband, and his son from before."""
    kofi = child_of(amara.area, "WREN-KOFY222", "Kofi Mensah")
    grace, pete = family("Grace", mother=amara), family("Pete", step_parent=amara)
    family("Pete", person=pete, father=kofi)
    found = tree(amara)
    assert [one.words for one in found.ties] == ["step-parent"], "nobody has said that they are a couple"
    Relationship.objects.create(person=grace, other=pete, kind="couple")
    found = tree(amara)
    assert not found.ties
    assert (frozenset({"Grace", "Pete"}), "together", ()) in couples(found)
    assert (frozenset({"Pete"}), "", (kofi.called,)) in couples(found)
    drawn(found)


def test_twins_hang_from_one_point(amara: Person, family: Family) -> None:
    grace = family("Grace", mother=amara)
    twin = child_of(amara.area, "WREN-TWIN222", "Ada Okoye")
    Person.objects.filter(pk=twin.pk).update(born_on=amara.born_on)
    twin.refresh_from_db()
    family("Grace", person=grace, mother=twin)
    found = tree(amara)
    (union,) = found.unions
    assert {frozenset(keys) for keys in found.twins(union)} == {frozenset({amara.pk, twin.pk})}
    assert " were born together." in drawn(found).said[0] or len(union.parents) == 1


def test_an_unborn_child_a_death_and_a_father_nobody_knows(amara: Person, family: Family) -> None:
    grace = family("Grace", mother=amara)
    family("Father (not known)", father=amara)
    baby = Person.objects.create(
        area=amara.area, called="Baby Okoye", reference="WREN-BABY222", expected_on=date(2025, 9, 1)
    )
    family("Grace", person=grace, mother=baby)
    nana = family("Nana", mother=grace)
    Person.objects.filter(pk=nana.pk).update(born_on=date(1950, 1, 1), died_on=date(2020, 2, 3))
    made = drawn(tree(amara))
    by_name = {one.row[0]: one for one in made.figures}
    assert (by_name["Baby Okoye"].shape, by_name["Baby Okoye"].lines[-1]) == (
        "unborn",
        "expected 1 September 2025",
    )
    assert by_name["Nana"].died
    assert "died 3 February 2020" in by_name["Nana"].words
    assert by_name["Father (not known)"].shape == "man"
    assert by_name["Grace"].shape == "woman", "a mother is drawn so, though her sex is not recorded"
    assert by_name["Amara Okoye"].is_child


def test_who_lives_with_whom(amara: Person, family: Family) -> None:
    grace, samuel = family("Grace", mother=amara), family("Samuel", father=amara)
    ours, theirs = (Household.objects.create(area=amara.area, called=called) for called in ("Ours", "His"))
    made = drawn(tree(amara, {amara.pk: {ours.pk}, grace.pk: {ours.pk, theirs.pk}, samuel.pk: {theirs.pk}}))
    lives = {one.row[0]: one.row[-1] for one in made.figures}
    assert lives["Grace"] == "lives with Amara Okoye"
    assert lives["Samuel"] == "lives in household B"
    assert dict(made.homes) == {"A": "Amara Okoye and Grace", "B": "Samuel"}


def test_parental_responsibility_is_that_for_the_child(amara: Person, ben: Person, family: Family) -> None:
    grace = family("Grace", mother=amara)
    family("Grace", person=grace, mother=ben)
    Relationship.objects.filter(other=ben).update(parental_responsibility="yes")
    assert not {one.row[0]: one.responsible for one in drawn(tree(amara)).figures}["Grace"]
    Relationship.objects.filter(other=amara).update(parental_responsibility="yes")
    assert {one.row[0]: one.responsible for one in drawn(tree(amara)).figures}["Grace"]


def test_a_family_of_forty_two(amara: Person, family: Family) -> None:
    """Four generations, and nobody stands on anybody."""
    parents = [family("Grace", mother=amara), family("Samuel", father=amara)]
    for number, parent in enumerate(parents):
        for side in range(2):
            grand = family(f"Grand {number}{side}", parent=parent)
            for more in range(4):
                aunt = family(f"Aunt {number}{side}{more}")
                Relationship.objects.create(person=grand, other=aunt, kind="parent")
                Relationship.objects.create(
                    person=aunt, other=family(f"Cousin {number}{side}{more}"), kind="parent"
                )
                Relationship.objects.create(person=aunt, other=amara, kind="aunt-or-uncle")
    found = tree(amara)
    assert len(found.people) == 39
    made = drawn(found)
    for row in range(found.rows):
        places = sorted(one.x for one in made.figures if one.row[0] in rows(found)[row])
        assert all(right - left > 100 for left, right in pairwise(places))


def test_a_couple_is_recorded_and_parts(
    amara: Person, dana: Practitioner, case: Case, family: Family
) -> None:
    grace, samuel = family("Grace", mother=amara), family("Samuel", father=amara)
    add_couple(by=dana, child=amara, one=grace, two=samuel, from_on=date(2015, 5, 1), now=NOW)
    parted = add_couple(by=dana, child=amara, one=samuel, two=grace, to_on=date(2020, 5, 1), now=NOW)
    assert Relationship.objects.filter(kind="couple").count() == 1
    assert (parted.from_on, parted.to_on) == (date(2015, 5, 1), date(2020, 5, 1))
    assert "have separated" in amara.chronology.latest("pk").details["what"]


@pytest.mark.parametrize("wrong", ["twice", "child", "backwards", "future"])
def test_a_couple_that_cannot_be(
    amara: Person, dana: Practitioner, case: Case, family: Family, wrong: str
) -> None:
    grace, samuel = family("Grace", mother=amara), family("Samuel", father=amara)
    two = {"twice": grace, "child": amara}.get(wrong, samuel)
    days = {"backwards": (date(2020, 1, 2), date(2020, 1, 1)), "future": (date(2099, 1, 1), None)}.get(
        wrong, (None, None)
    )
    with pytest.raises(Refusal):
        add_couple(by=dana, child=amara, one=grace, two=two, from_on=days[0], to_on=days[1], now=NOW)
    assert not Relationship.objects.filter(kind="couple").exists()


def test_the_page_draws_and_says_the_same(
    client: Client,
    amara: Person,
    dana: Practitioner,
    school_involved: Involvement,
    school: Agency,
    family: Family,
) -> None:
    client.force_login(dana)
    empty = client.get(PAGE).content.decode()
    assert "Nobody is recorded as family yet" in empty
    assert str(school) in empty
    grace = family("Grace Okoye", mother=amara)
    page = client.get(PAGE).content.decode()
    assert f'<a href="#person-{grace.pk.hex}" aria-label="Grace Okoye age not known, mother">' in page
    assert f'id="person-{grace.pk.hex}" tabindex="-1"' in page
    assert "<circle" in page
    assert client.get(f"{PAGE}print/").status_code == 200


def test_whoever_is_closed_to_the_reader_is_not_drawn(
    client: Client, amara: Person, ben: Person, dana: Practitioner, case: Case, family: Family
) -> None:
    family("Grace", mother=amara)
    client.force_login(dana)
    assert ben.called in client.get(PAGE).content.decode()
    Restriction.objects.create(child=ben, practitioner=dana, why="A cousin", from_on=TODAY)
    assert ben.called not in client.get(PAGE).content.decode()
    client.force_login(Practitioner.objects.create_user("nobody@wrenmouth.example", name="Nobody"))
    assert client.get(PAGE).status_code == 404
