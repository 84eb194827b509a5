"""Two people who were never a couple: the drawing shows the present truth, and the timeline both."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.family.relatives import NewRelative, add_couple, add_relative, take_back_couple
from alongside.people.models import Person, Relationship
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.pages import MOST_QUERIES, reader
from tests.two_writers import save, typed

NETWORK = "/children/WREN-AMARA2/people/network/"


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def couple(case: Case, amara: Person, dana: Practitioner) -> Relationship:
    """Grace, Amara's mother, and Samuel, her uncle, recorded as a couple, and then as separated."""
    two = [
        add_relative(by=dana, child=amara, relative=NewRelative(kind=kind, called=called), now=NOW).person
        for kind, called in (("mother", "Grace Okoye"), ("aunt-or-uncle", "Samuel Okoye"))
    ]
    add_couple(by=dana, child=amara, one=two[0], two=two[1], now=NOW)
    return add_couple(by=dana, child=amara, one=two[1], two=two[0], to_on=date(2025, 4, 10), now=NOW)


def page(couple: Relationship) -> str:
    return f"/children/WREN-AMARA2/family/couple/{couple.pk}/take-back/"


def test_the_drawing_shows_the_truth_and_the_timeline_both(
    client: Client, couple: Relationship, amara: Person, dana: Practitioner
) -> None:
    read = reader(client)
    before = read(dana, NETWORK)
    assert (
        "Grace Okoye and Samuel Okoye have separated" in before.text
        or "separated since 10 April 2025" in before.text
    )
    assert len(before.sql) <= MOST_QUERIES
    assert before.links("This was a mistake") == [page(couple)]
    client.force_login(dana)
    assert (
        save(client, page(couple), typed(client.get(page(couple)), why="He is her brother.")).status_code
        == 303
    )
    after = read(dana, NETWORK)
    assert "separated since" not in after.text
    assert after.links("This was a mistake") == []
    assert Relationship.objects.get(pk=couple.pk).taken_back_because == "He is her brother."
    corrections = Entry.objects.filter(corrects__isnull=False)
    assert {one.corrects.details["what"] for one in corrections} == {
        "Grace Okoye and Samuel Okoye are a couple.", "Samuel Okoye and Grace Okoye have separated.",
    }  # fmt: skip
    assert {one.correction_reason for one in corrections} == {"He is her brother."}
    timeline = read(dana, "/children/WREN-AMARA2/timeline/").text
    assert "Corrected: He is her brother." in timeline
    assert "are not recorded as a couple: that was a mistake" in timeline


def test_without_a_reason_or_twice_it_is_refused_and_they_may_be_a_couple_after_all(
    couple: Relationship, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal, match="There is no reason"):
        take_back_couple(by=dana, child=amara, relationship=couple, why=" ", now=NOW)
    take_back_couple(by=dana, child=amara, relationship=couple, why="A mistake.", now=NOW)
    with pytest.raises(Refusal, match="taken back already"):
        take_back_couple(by=dana, child=amara, relationship=couple, why="Again.", now=NOW)
    again = add_couple(by=dana, child=amara, one=couple.person, two=couple.other, now=NOW)
    assert again.pk != couple.pk
    assert again.to_on is None


def test_who_may_not(
    client: Client, couple: Relationship, amara: Person, helen: Practitioner, stranger: Practitioner, relative: Practitioner,
) -> None:  # fmt: skip
    for who in (helen, stranger, relative):
        assert reader(client)(who, page(couple)).status == 404
        with pytest.raises(PermissionDenied):
            take_back_couple(by=who, child=amara, relationship=couple, why="Mine.", now=NOW)
    assert not Entry.objects.filter(corrects__isnull=False).exists()
