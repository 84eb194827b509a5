"""Who can see a record that is joined to another: what closes the other is said, and no more than one may read of it."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.access import policies
from alongside.access.models import Restriction, Seal, SealKey
from alongside.agencies.models import Practitioner, Team
from alongside.desk import who_can_see
from alongside.matching import joining as acts
from alongside.people.models import Person
from tests.cast import LONG_AGO, NOW
from tests.pages import MOST_QUERIES, Read, reader

HOME = "/children/WREN-AMARA2/who-can-see/"


@pytest.fixture(autouse=True)
def joined(amara: Person, again: Person, priya: Practitioner) -> None:
    choices = {"called": "kept", "born_on": "kept"}
    acts.join(by=priya, kept=amara, joined=again, reason="One child.", choices=choices, now=NOW)


@pytest.fixture
def closed(again: Person, maya: Practitioner) -> None:
    """The joined record, which Dana cannot open by itself, is closed to Maya."""
    Restriction.objects.create(child=again, practitioner=maya, from_on=LONG_AGO, why="Her neighbour")


@pytest.fixture
def sealed(again: Person, priya: Practitioner, dana: Practitioner) -> None:
    """The joined record is sealed; Priya and Dana hold a key."""
    seal = Seal.objects.create(
        child=again, kind="staff-family", why="A cousin works here", from_on=LONG_AGO, placed_at=NOW, placed_by=priya
    )  # fmt: skip
    for one in (priya, dana):
        SealKey.objects.create(seal=seal, practitioner=one, from_on=LONG_AGO)


def parts(page: Read) -> tuple[str, str]:
    """Who can open it, and to whom it is closed."""
    told = page.text
    closed = told.index("Closed to")
    return told[told.index("Who can open this") : closed], told[closed : told.index("Who has looked")]


def test_whoever_may_read_the_other_is_told_why_and_where_it_stands(
    client: Client, closed: None, priya: Practitioner
) -> None:
    can, to = parts(reader(client)(priya, HOME))
    assert "Maya Lowe" not in can
    assert "Maya Lowe, since" in to
    assert "Her neighbour (on WREN-AGAIN2 , which is joined to this record)" in to


def test_whoever_may_not_is_told_that_it_is_closed_and_no_more(
    client: Client, closed: None, dana: Practitioner, again: Person
) -> None:
    page = reader(client)(dana, HOME)
    can, to = parts(page)
    assert not policies.EXPLAIN_ACCESS.allows(again, dana)
    assert "Maya Lowe" not in can
    assert "Maya Lowe, for a reason that you cannot open" in to
    assert not [word for word in ("AGAIN2", "neighbour", "joined", "Amarra") if word in page.text]


def test_what_closes_both_by_itself_is_not_said_twice(
    client: Client, closed: None, amara: Person, maya: Practitioner, dana: Practitioner
) -> None:
    Restriction.objects.create(child=amara, practitioner=maya, from_on=LONG_AGO, why="Her own neighbour")
    assert parts(reader(client)(dana, HOME))[1].count("Maya Lowe") == 1


def test_a_seal_on_the_other_is_said_in_the_same_way(
    client: Client, sealed: None, priya: Practitioner, dana: Practitioner, sam: Practitioner
) -> None:
    read = reader(client)
    told, less = read(priya, HOME), read(dana, HOME)
    assert "A cousin works here (on WREN-AGAIN2" in told.text
    assert "A seal closes it besides, for a reason that you cannot open." in less.text
    assert not [word for word in ("AGAIN2", "cousin", "Family of somebody") if word in less.text]
    for page in (told, less):
        assert sam.name not in parts(page)[0]
    assert len(told.sql) == len(less.sql) <= len(read(priya, "/children/WREN-AGAIN2/who-can-see/").sql)


@pytest.fixture
def cast(
    maya: Practitioner, priya: Practitioner, dana: Practitioner, sam: Practitioner, olu: Practitioner
) -> tuple[Practitioner, ...]:
    return maya, priya, dana, sam, olu


def wrongly_named(page: Read, child: Person, cast: tuple[Practitioner, ...]) -> set[str]:
    """Whom the page says to be able to open it and the policy does not let, or the other way round."""
    fresh = [Practitioner.objects.get(pk=one.pk) for one in cast]
    return {
        one.name
        for one in fresh
        if (one.name in parts(page)[0]) is not policies.READ_CHILD.allows(child, one)
    }


def test_the_page_names_as_able_to_open_it_exactly_whom_the_policy_lets(
    client: Client,
    closed: None,
    sealed: None,
    amara: Person,
    cast: tuple[Practitioner, ...],
    priya: Practitioner,
) -> None:
    assert wrongly_named(reader(client)(priya, HOME), amara, cast) == set()


def test_a_page_that_asked_its_own_record_only_would_name_too_many(
    client: Client, closed: None, sealed: None, amara: Person, cast: tuple[Practitioner, ...], priya: Practitioner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The seeded fault: the records that are joined are left out."""
    nobody = who_can_see.Together.objects.none()
    monkeypatch.setattr(who_can_see.Together.objects, "filter", lambda **_: nobody)
    assert wrongly_named(reader(client)(priya, HOME), amara, cast) == {
        "Maya Lowe",
        "Sam Birch",
        "Olu Adeyemi",
    }


def test_sealed_itself_and_through_the_other_it_asks_no_more_than_any_page(
    client: Client, closed: None, sealed: None, amara: Person, priya: Practitioner, harbour_team: Team
) -> None:
    own = Seal.objects.create(
        child=amara, kind="restricted", why="In the news", from_on=LONG_AGO, placed_at=NOW, placed_by=priya
    )  # fmt: skip
    SealKey.objects.create(seal=own, practitioner=priya, from_on=LONG_AGO)
    SealKey.objects.create(seal=own, team=harbour_team, from_on=LONG_AGO)
    page = reader(client)(priya, HOME)
    assert "In the news" in page.text
    assert "Harbour team and Priya Nair" in page.text
    assert len(page.sql) <= MOST_QUERIES
