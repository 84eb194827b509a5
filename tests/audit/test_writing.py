"""A row follows the one before it, in the transaction of what it tells of; the database holds to that."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.agencies.models import Area, Practitioner
from alongside.audit import chain, triggers
from alongside.audit.actions import Action
from alongside.audit.models import Head, Row
from alongside.audit.writing import write
from tests.cast import NOW


@pytest.fixture
def three(wrenmouth: Area, dana: Practitioner) -> list[Row]:
    for number in range(3):
        write(Action.READ, area=wrenmouth, by=dana, about=uuid4(), about_kind="child", ground=["you lead — ünder “it”"],
              now=NOW, page="desk:child", count=number)  # fmt: skip
    return list(Row.objects.order_by("number"))


def as_text(row: Row) -> str:
    fields = chain.middle(
        at=row.at, action=row.action, actor=row.actor, actor_kind=row.actor_kind, about=row.about,
        about_kind=row.about_kind, page=row.page, ground=row.ground, details=row.details,
    )  # fmt: skip
    return chain.line(row.area, row.lane, row.number, fields, row.previous)


def test_each_row_carries_the_hash_of_the_one_before(three: list[Row]) -> None:
    assert [row.number for row in three] == [1, 2, 3]
    assert [row.previous for row in three] == [chain.BEGINNING, three[0].hash, three[1].hash]


def test_the_database_hashes_as_the_published_form_says(three: list[Row]) -> None:
    assert [row.hash for row in three] == [chain.hash_of(as_text(row)) for row in three]


def test_the_end_of_the_chain_moves_with_the_rows(three: list[Row]) -> None:
    head = Head.objects.get(number__gt=0)
    assert (head.number, head.hash, head.lane) == (3, three[-1].hash, three[-1].lane)


def test_a_row_says_who_when_where_and_why(three: list[Row], dana: Practitioner, wrenmouth: Area) -> None:
    row = three[0]
    assert (row.area, row.actor, row.actor_kind, row.at) == (wrenmouth.pk, dana.pk, "practitioner", NOW)
    assert (row.page, row.reasons, row.more) == ("desk:child", ["you lead — ünder “it”"], {"count": 0})


def test_one_row_costs_one_question(
    three: list[Row], wrenmouth: Area, dana: Practitioner, django_assert_num_queries
) -> None:
    with django_assert_num_queries(1):
        write(Action.READ, area=wrenmouth, by=dana, now=NOW)


def test_what_belongs_to_no_area_has_a_chain_too(db: None) -> None:
    write(Action.SIGN_IN_REFUSED, area=None, actor_kind="public", now=NOW, address="a1b2")

    assert Row.objects.get().area == chain.NO_AREA


@pytest.mark.parametrize("words", ["Marlow, Edie", "two words", "x" * 129, 1.5, {"a": "b"}])
def test_words_out_of_a_record_do_not_fit(wrenmouth: Area, dana: Practitioner, words: object) -> None:
    with pytest.raises(TypeError, match="never repeat a record"):
        write(Action.ACT, area=wrenmouth, by=dana, words=words)


def test_an_act_by_nobody_is_not_written(wrenmouth: Area) -> None:
    with pytest.raises(TypeError, match="Give who did it"):
        write(Action.ACT, area=wrenmouth)


def test_a_row_goes_with_the_transaction_it_was_written_in(wrenmouth: Area, dana: Practitioner) -> None:
    with transaction.atomic():
        write(Action.ACT, area=wrenmouth, by=dana)
        transaction.set_rollback(True)

    assert not Row.objects.exists()


REFUSED = {
    "a row is changed": "UPDATE audit_row SET action = 'list'",
    "a row is removed": "DELETE FROM audit_row WHERE number = 3",
    "the end is moved": "UPDATE audit_head SET number = 7",
    "the end is moved by one": "UPDATE audit_head SET number = number + 1",
    "the end is removed": "DELETE FROM audit_head",
    "an end is made up": "INSERT INTO audit_head (area, lane, number, hash) SELECT area, 99, 5, hash FROM audit_head",
    "a row jumps the queue": "INSERT INTO audit_row SELECT area, lane, number + 5, at, action, actor, actor_kind, about, "
    "about_kind, page, ground, details, previous, hash FROM audit_row",
}


@pytest.mark.parametrize("statement", REFUSED.values(), ids=REFUSED.keys())
def test_the_database_refuses(three: list[Row], statement: str) -> None:
    with pytest.raises(DatabaseError, match=r"written once|must follow|moves only"), transaction.atomic():
        connection.cursor().execute(statement)

    assert list(Row.objects.order_by("number").values_list("hash", flat=True)) == [row.hash for row in three]


def test_without_its_triggers_the_end_could_be_moved_so_they_are_what_holds(three: list[Row]) -> None:
    """The seeded fault."""
    with transaction.atomic():
        triggers.lift(connection)
        connection.cursor().execute(REFUSED["the end is moved"])
        assert set(Head.objects.values_list("number", flat=True)) == {7}
        transaction.set_rollback(True)
