"""How much every page asks of the database, for everybody who can open it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.demo.organisation import lay_out
from tests.access.matrix_world import undone
from tests.every.pages import OPENED, World, address, tell_as_far_as_a_plan
from tests.pages import MOST_QUERIES, reader

#: One for each way of opening records: by team, by managing it, at the front door, by chairing, by agency, and none.
READERS = ("dana", "sam", "priya", "jamal", "helen", "wyn")


pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once("How many queries a page asks does not depend on the database."),
]


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), undone():
        yield tell_as_far_as_a_plan(lay_out())


@pytest.mark.parametrize("who", READERS)
def test_no_page_asks_more_than_eight_queries(client: Client, world: World, who: str) -> None:
    read, me = reader(client), world.staff(who)
    pages = {name: read(me, address(name, takes, world)) for name, takes in OPENED.items()}
    asked = {name: len(page.sql) for name, page in pages.items() if page.status == 200}
    assert len(asked) > 20, "most of the pages were opened"
    assert {name: n for name, n in asked.items() if n > MOST_QUERIES} == {}


def test_the_first_page_of_anybody_asks_no_more_than_eight(client: Client, world: World) -> None:
    read = reader(client)
    asked = {one.name: len(read(one, "/").sql) for one in Practitioner.objects.filter(is_active=True)}
    assert {name: number for name, number in asked.items() if number > MOST_QUERIES} == {}
