"""Whatever fails, and wherever: no act without its row, no row without its act, nothing shown that is not written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import OperationalError, connection
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.audit import reading
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.audit.verifying import Verifier
from alongside.care.models import ReturnHome
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.notices.models import Notice
from alongside.notices.services import notify
from tests.audit.test_every_page import MIDDLEWARE
from tests.cast import NOW
from tests.journeys.test_returning_home_from_care import PLANNED

pytestmark = pytest.mark.django_db(transaction=True)


class Killed(OperationalError):
    """The server went away."""


@contextmanager
def killed_at(number: int) -> Iterator[list[str]]:
    """The database goes away at the statement of this number; gives the statements that were asked."""
    asked: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        if len(asked) == number:
            raise Killed("The server closed the connection.")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield asked


def at_every_point(client: Client, me: Practitioner, do: Callable[[], Any]) -> Iterator[tuple[int, Any]]:
    """Do it again and again, killed at the first statement, at the second, … until it comes through.

    Signed in anew for each, because a session that cannot be read ends.
    """
    number = 0
    while True:
        number += 1
        client.force_login(me)
        with killed_at(number) as asked:
            answer = do()
        yield number, answer
        if len(asked) < number:
            return


@pytest.fixture
def dana_at_work(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    client.get("/")
    client.raise_request_exception = False
    return client


def whole() -> bool:
    verifier = Verifier()
    return not [*verifier.take(reading.rows()), *verifier.finish(reading.heads())]


def test_an_act_and_its_row_stay_together_or_go_together(
    dana_at_work: Client, case: Case, dana: Practitioner
) -> None:
    points = 0
    for number, answer in at_every_point(
        dana_at_work,
        dana,
        lambda: dana_at_work.post(
            f"/children/{case.child.reference}/return-home/", PLANNED | {"led_by": dana.pk}
        ),
    ):
        points = number
        done = (
            ReturnHome.objects.count(),
            Entry.objects.count(),
            Row.objects.filter(action=Action.ACT).count(),
        )
        assert done in {(0, 0, 0), (1, 1, 1)}, number
        if done[0]:
            break
        assert answer.status_code == 500, number
    assert done == (1, 1, 1)
    assert points > 12
    assert whole()


@pytest.fixture
def seen_address(case: Case, dana: Practitioner) -> str:
    """Where one sends that a notice was seen: an act that makes no entry in anybody's chronology."""
    notice = notify(to=dana, words="Amara's address has changed.", now=NOW)
    return f"/notices/{notice.pk}/seen/"


def test_an_act_without_an_entry_stays_with_its_row_too(
    dana_at_work: Client, seen_address: str, dana: Practitioner
) -> None:
    for number, _ in at_every_point(dana_at_work, dana, lambda: dana_at_work.post(seen_address)):
        done = Notice.objects.exclude(seen_at=None).count(), Row.objects.filter(action=Action.CHANGE).count()
        assert done in {(0, 0), (1, 1)}, number
        if done[0]:
            break
    assert done == (1, 1)
    assert whole()


def test_a_record_whose_opening_cannot_be_written_is_not_shown(
    dana_at_work: Client, case: Case, dana: Practitioner
) -> None:
    for number, answer in at_every_point(
        dana_at_work, dana, lambda: dana_at_work.get(f"/children/{case.child.reference}/")
    ):
        written = Row.objects.filter(action=Action.READ, about=case.child_id).count()
        if answer.status_code == 500:
            assert case.child.called.split()[0] not in answer.content.decode(), number
        else:
            assert written, number
    assert answer.status_code == 200


def test_a_list_whose_row_cannot_be_written_is_not_shown(
    dana_at_work: Client, case: Case, dana: Practitioner
) -> None:
    shown = 0
    for number, answer in at_every_point(dana_at_work, dana, lambda: dana_at_work.get("/")):
        written = Row.objects.filter(action=Action.LIST).count()
        if answer.status_code == 200:
            shown += 1
            assert written == shown + 1, number
    assert shown


def test_without_the_middleware_an_act_could_stay_without_a_row(
    client: Client, seen_address: str, dana: Practitioner, settings: LazySettings
) -> None:
    """The seeded fault: an act that makes no entry, and nothing that notices."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != MIDDLEWARE]
    client.force_login(dana)
    client.post(seen_address)

    assert Notice.objects.exclude(seen_at=None).exists()
    assert not Row.objects.filter(action=Action.CHANGE).exists()
