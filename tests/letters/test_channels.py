"""No protected home or number leaves, by any way there is. In small here; 500 families by tests.letters.measuring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import get_commands

from alongside.demo.organisation import lay_out
from alongside.letters import composing, for_reader
from alongside.letters.protecting import Known
from alongside.people.models import Residence
from tests.access.matrix_world import undone
from tests.every.pages import PAGES
from tests.letters.channels import CHANNELS, ELSEWHERE, MAY_SHOW, OF_THE_CHILD, World, leaks, written
from tests.letters.families import Maker

pytestmark = pytest.mark.django_db
FAMILIES = 2


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), undone():
        yield World(lay_out())


@pytest.fixture
def maker(world: World) -> Iterator[Maker]:
    with undone():
        yield Maker(world.borough, seed=3)


def test_nothing_protected_leaves_by_any_way(world: World, maker: Maker) -> None:
    for _ in range(FAMILIES):
        family = maker.family()
        assert family.secrets, "there is something that must not leave"
        assert list(leaks(world, family)) == []


def test_every_command_stands_in_the_table_of_ways_out() -> None:
    ours = {f"command:{name}" for name, app in get_commands().items() if app.startswith("alongside")}
    assert ours == ELSEWHERE.keys()


def test_every_page_named_in_the_table_is_there() -> None:
    assert MAY_SHOW.keys() | set(OF_THE_CHILD) <= PAGES.keys()
    assert not MAY_SHOW.keys() & set(OF_THE_CHILD)
    assert len(CHANNELS) >= 19


def test_a_home_that_is_protected_is_shown_to_those_who_must_know_it(world: World, maker: Maker) -> None:
    """The positive control: the homes are really there, and the page for them shows them."""
    from django.urls import reverse

    family = maker.family()
    shown = world.read("dana", reverse("desk:people", args=[family.child.reference])).lower()
    theirs = Residence.objects.filter(person=family.child, to_on=None).select_related("address").first()
    assert theirs is not None
    assert theirs.address is not None
    assert theirs.address.lines.split()[1].lower() in shown


class TestSeededFaults:
    """Each is a leak put in on purpose: what does not notice it proves nothing."""

    def test_a_field_that_would_tell_an_address(
        self, world: World, maker: Maker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = for_reader._of_every_letter

        def with_a_home(case: Any, reader: Any, about: Any, record: Any) -> dict[str, Any]:
            home = next(one for one in record.known if one.protected and one.lines)
            return {**before(case, reader, about, record), "team": for_reader.Fact(home.lines)}

        monkeypatch.setattr(for_reader, "_of_every_letter", with_a_home)
        monkeypatch.setattr(composing.protecting, "find", lambda text, known=(): [])
        assert any(name == "letters as PDF" for name, *_ in leaks(world, maker.family(), "letters as PDF"))

    def test_the_detector_taken_away_lets_a_mistake_through(
        self, world: World, maker: Maker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(composing.protecting, "find", lambda text, known: [])
        family = next(one for one in (maker.family() for _ in range(60)) if one.slipped)
        assert list(leaks(world, family, "letters on a page"))

    def test_a_view_that_forgets_the_homes_of_relatives(
        self, world: World, maker: Maker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        family = next(one for one in (maker.family() for _ in range(60)) if one.slipped)
        stopped = [letter for letter, composed in written(family) if composed.stopped]
        assert stopped
        monkeypatch.setattr(
            composing, "read_record", lambda case, child, due=(): for_reader.Record(known=(Known("home:x"),))
        )
        assert not [one for one in stopped if composing.compose(one).stopped]

    def test_a_page_that_shows_the_home(
        self, world: World, maker: Maker, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        family = maker.family()
        (secret, *_) = family.secrets
        reads = world.read
        monkeypatch.setattr(
            world, "read", lambda who, where, **query: reads(who, where, **query) + f" {secret} "
        )
        assert list(leaks(world, family, "pages of the child, administrator"))
