"""Going through all records lists those that may be one person's, says why, and joins nothing."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.agencies.models import Area, Practitioner
from alongside.matching import weights
from alongside.matching.made_up_records import records
from alongside.matching.models import Joining, MaybeSame
from alongside.matching.pairs import say_not_same
from alongside.people.models import Address, Identifier, Name, Person, Relationship, Residence
from tests.cast import NOW


@pytest.fixture
def borough(wrenmouth: Area) -> dict[object, int]:
    """Seven hundred made-up people, some recorded twice, brothers, sisters and twins among them; who is whom."""
    who: dict[object, int] = {}
    for one in records(700, 21):
        given, family = one.told.names[0]
        person = Person.objects.create(
            area=wrenmouth, reference=f"WREN-{one.key}", called=f"{given} {family}".title(), born_on=one.told.born,
            sex=one.told.sex or "U",
        )  # fmt: skip
        Name.objects.create(person=person, given=given, family=family)
        for scheme, value in one.told.numbers:
            Identifier.objects.create(area=wrenmouth, person=person, scheme=scheme, value=value)
        address = Address.objects.create(area=wrenmouth, lines="1 Quay", postcode=one.told.postcodes[0])
        Residence.objects.create(person=person, address=address)
        who[person.pk] = one.who
    return who


def found(*options: str) -> str:
    out = StringIO()
    call_command("matching_find_duplicates", *options, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_most_who_were_recorded_twice_are_listed_few_others_are_and_nothing_is_joined(
    borough: dict[object, int], priya: Practitioner, wrenmouth: Area
) -> None:
    assert "pairs listed" in found("--area", wrenmouth.code)
    pairs = list(MaybeSame.objects.select_related("one", "other"))
    right = [pair for pair in pairs if borough[pair.one_id] == borough[pair.other_id]]
    twice = len(borough) - len(set(borough.values()))
    assert len(right) >= 0.8 * twice
    assert len(right) >= 0.9 * len(pairs)
    assert all(pair.band in ("certain", "likely", "possible") for pair in pairs)
    assert not Joining.objects.exists()
    settled = say_not_same(by=priya, pair=pairs[0], why="Two UPNs.", now=NOW)
    again = found()
    assert f" 0 pairs listed, {len(pairs) - 1} listed already, 1 said of before" in again
    settled.refresh_from_db()
    assert settled.settled == "not-same"
    assert Relationship.objects.count() == 0


def test_no_area_of_that_code_is_said(wrenmouth: Area) -> None:
    with pytest.raises(CommandError, match="no area with the code 000"):
        found("--area", "000")


def test_weights_are_learnt_from_a_made_up_borough_and_from_too_few_records_not_at_all(
    wrenmouth: Area, tmp_path: Path
) -> None:
    out = StringIO()
    call_command("matching_train", "--made-up", "2000", "--to", str(tmp_path / "weights.toml"), stdout=out)
    assert "Weights learnt from" in out.getvalue()
    learnt = weights.read(tmp_path / "weights.toml")
    shipped = weights.read(weights.SHIPPED)
    for field in ("given", "family", "born"):
        assert abs(learnt.weight(field, "same") - shipped.weight(field, "same")) < 2.5
    with pytest.raises(CommandError, match="at least 500"):
        call_command("matching_train", "--to", str(tmp_path / "none.toml"))
    assert not (tmp_path / "none.toml").exists()
