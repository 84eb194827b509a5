"""A page of a closed record and of none take the same looks at the database; ``benchmarks/existence.py`` times them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from alongside.access import doors
from alongside.access.models import Seal
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from tests.pages import Read, reader

CLOSED, NOBODY = "WREN-AMARA2", "WREN-ZZZZZ9"


@pytest.fixture
def asked(
    client: Client, case: Case, seal: Callable[..., Seal], priya: Practitioner
) -> Callable[[str], Read]:
    """Priya, who could open it were it not sealed, asks for a page of the record with this reference."""
    seal()
    return lambda reference: reader(client)(priya, f"/children/{reference}/")


def looks(read: Read) -> tuple[int, int]:
    """How many questions there were, and how many of them asked with reasons for a record that there is."""
    return len(read.sql), sum(CLOSED in sql and "access_restriction" in sql for sql in read.sql)


def test_both_take_as_many_questions_and_one_look_at_a_record_that_is_there(
    asked: Callable[[str], Read],
) -> None:
    closed, nobody = asked(CLOSED), asked(NOBODY)
    assert closed.status == nobody.status == 404
    assert looks(closed) == looks(nobody)
    assert looks(nobody)[1] == 1


def test_a_door_that_stopped_at_once_would_be_told(
    asked: Callable[[str], Read], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: where nothing is found, nothing more is asked."""
    monkeypatch.setattr(doors, "_take_as_long", lambda *_: None)
    assert looks(asked(CLOSED)) != looks(asked(NOBODY))
