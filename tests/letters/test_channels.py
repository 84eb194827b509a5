"""No protected home or number leaves, by any way there is. In small here; 500 families by tests.letters.measuring."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

import pytest
from django.core.management import get_commands
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Allocation
from alongside.demo.organisation import lay_out
from alongside.front_door.models import NoticeReceipt
from alongside.letters import composing, for_reader, papers
from alongside.letters.papers import DOCUMENTS
from alongside.letters.protecting import Known
from alongside.letters.which import LETTERS
from alongside.outbox import events as happening
from alongside.outbox.events import Event
from alongside.outbox.services import send_email
from alongside.people.models import Person, Residence
from alongside.retention.models import PackSpan
from tests.access.matrix_world import undone
from tests.every.pages import PAGES, named
from tests.letters import channels
from tests.letters.channels import CHANNELS, World, events, leaks, other_documents, written
from tests.letters.families import Family, Maker
from tests.letters.ways_out import (
    COMMANDS,
    MAY_SHOW,
    OPERATIONS_ASKED,
    OPERATIONS_OF_NOBODY,
    TELLS,
    channel_of,
    places_that_tell,
)

pytestmark = pytest.mark.django_db
FAMILIES = 1


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
    ours = {name for name, app in get_commands().items() if app.startswith("alongside")}
    _says_where(ours, COMMANDS, "commands", "COMMANDS")


def test_every_page_goes_out_by_a_channel_that_is_asked() -> None:
    asked = {name.partition(",")[0] for name in CHANNELS} | {"chronologies"}
    for name in PAGES:
        channel = channel_of(name)
        assert not channel or channel in asked, (
            f"{name} goes out by “{channel}”, and CHANNELS asks no such channel."
        )
    assert MAY_SHOW.keys() <= PAGES.keys()
    assert len(CHANNELS) == 26


def test_a_page_of_a_new_kind_fails_with_what_to_do() -> None:
    """The seeded fault."""
    with pytest.raises(KeyError, match=r"Say in tests/letters/ways_out\.py, under SPACES"):
        channel_of("something_new:page")


def test_every_operation_of_the_interface_is_asked_or_said_to_be_of_nobody() -> None:
    ours = {name for name, _ in named() if name.startswith("api:") and name not in PAGES}
    _says_where(ours, OPERATIONS_ASKED | OPERATIONS_OF_NOBODY, "operations", "OPERATIONS_ASKED")


def test_every_place_that_sends_a_message_a_notice_or_an_event_stands_in_the_table() -> None:
    _says_where(places_that_tell(), TELLS, "places that tell somebody", "TELLS")


def test_every_event_every_kind_of_letter_and_every_document_is_asked_by_itself(
    world: World, maker: Maker
) -> None:
    family = maker.family()
    assert {where for where, _ in events(world, family)} == {one.value for one in Event}
    assert {letter.kind for letter, _ in written(family)} == {kind.id for kind in LETTERS}
    assert {where.partition(",")[0] for where, _ in other_documents(world, family)} == DOCUMENTS.keys()


def _says_where(ours: set[str], table: Collection[str], what: str, name: str) -> None:
    assert not ours - set(table), (
        f"{sorted(ours - set(table))}: {what} that stand in no channel. Say in tests/letters/ways_out.py, under {name}, by "
        "which way they go out and what they may say."
    )
    assert not set(table) - ours, (
        f"{sorted(set(table) - ours)} are no {what} any more: take them out of {name}."
    )


def test_a_home_that_is_protected_is_shown_to_those_who_must_know_it(world: World, maker: Maker) -> None:
    """The positive control: the homes are really there, and the page for them shows them."""
    family = maker.family()
    shown = world.read("dana", reverse("desk:people", args=[family.child.reference])).lower()
    theirs = Residence.objects.filter(person=family.child, to_on=None).select_related("address").first()
    assert theirs is not None
    assert theirs.address is not None
    assert theirs.address.lines.split()[1].lower() in shown


def a_name_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """The child's name holds the home: whatever shows the child shows the home."""
    Person.objects.filter(pk=family.child.pk).update(called=f"Robin {family.homes[0]}")


def a_name_in_every_list(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    a_name_that_tells(family, monkeypatch)
    family.in_turn = False


def opened_to_whoever_administers(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    a_name_that_tells(family, monkeypatch)
    wyn = Practitioner.objects.get(email__startswith="wyn@")
    Allocation.objects.filter(case=family.case, capacity="lead-practitioner").update(practitioner=wyn)


def a_message_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    send_email(
        to="nobody@school.example",
        subject="News",
        body=f"At {family.homes[0]}",
        area=family.case.area,
        now=timezone.now(),
    )


def a_link_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    before = channels.make_link
    monkeypatch.setattr(
        channels,
        "make_link",
        lambda **said: before(**said | {"address_of": lambda secret: f"/{family.homes[0]}/{secret}/"}),
    )


def an_event_with_words(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(happening, "REFERENCE", re.compile(".*"))


def a_receipt_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    before = channels.take_in_notices

    def with_words(rows: Any, **said: Any) -> Any:
        taken = before(rows, **said)
        NoticeReceipt.objects.update(name=family.homes[0])
        return taken

    monkeypatch.setattr(channels, "take_in_notices", with_words)


def a_field_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    """A field of the view would tell an address, and the detector is not there to see it."""
    before = for_reader._of_every_letter

    def with_a_home(case: Any, reader: Any, about: Any, record: Any) -> dict[str, Any]:
        home = next(one for one in record.known if one.protected and one.lines)
        return {**before(case, reader, about, record), "team": for_reader.Fact(home.lines)}

    monkeypatch.setattr(for_reader, "_of_every_letter", with_a_home)
    monkeypatch.setattr(composing.protecting, "find", lambda text, known=(): [])
    family.number = 30


def a_translation_that_is_not_read(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(channels, "look", lambda blocks, record, recipient: [])


def a_document_that_is_not_looked_through(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    family.child.called = f"Robin {family.homes[0]}"
    monkeypatch.setattr(papers, "look", lambda blocks, record, recipient: [])


def a_pack_that_is_not_covered(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing:
        objects = PackSpan.objects.none()

    monkeypatch.setattr(channels, "PackSpan", Nothing)


def a_report_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    Area.objects.filter(pk=family.case.area_id).update(name=family.homes[0])


def a_log_that_tells(family: Family, monkeypatch: pytest.MonkeyPatch) -> None:
    logging.getLogger("alongside.requests").warning("GET /at/%s", family.homes[0])


#: For each channel a leak that is put in on purpose; the others are found by the name.
FAULTS: dict[str, Callable[[Family, pytest.MonkeyPatch], None]] = {
    "pages of the child, administrator": opened_to_whoever_administers, "lists": a_name_in_every_list,
    "guest and public pages": a_link_that_tells, "e-mail, messages and notices": a_message_that_tells,
    "events to other systems": an_event_with_words, "answers to police notices": a_receipt_that_tells,
    **dict.fromkeys(("letters on a page", "letters as PDF, in large print too", "letters as Word"), a_field_that_tells),
    "letters in translation": a_translation_that_is_not_read, "other documents": a_document_that_is_not_looked_through,
    "what somebody asks of the record about them": a_pack_that_is_not_covered,
    "returns, reports and what commands print": a_report_that_tells, "audit, drafts, logs and errors": a_log_that_tells,
}  # fmt: skip


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_leak_by_any_one_way_is_seen(
    channel: str, world: World, maker: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = next(one for one in (maker.family() for _ in range(20)) if one.homes and not one.slipped)
    FAULTS.get(channel, a_name_that_tells)(family, monkeypatch)
    assert next(leaks(world, family, channel), None)


class TestSeededFaults:
    """Each is a leak put in on purpose: what does not notice it proves nothing."""

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
