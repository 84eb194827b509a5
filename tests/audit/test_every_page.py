"""Every page that shows somebody's record leaves a row, whoever wrote the page; and no row repeats a record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.conf import LazySettings, settings
from django.test import Client
from django.urls import reverse

from alongside.audit import reading
from alongside.audit.models import Row
from alongside.audit.verifying import Verifier
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.demo.organisation import lay_out
from alongside.people.models import Address, Name
from alongside.referrals.models import Statement
from tests.every.pages import OPENED, WITHOUT_SIGN_IN, World, tell_as_far_as_a_plan
from tests.every.visiting import WHO_MIGHT, Visitors

pytestmark = pytest.mark.once("It is about which pages leave a row.")

#: A page with two names, which stand for one address.
ALSO = {"desk:my-work": "desk:home"}
MIDDLEWARE = "alongside.audit.middleware.every_page_leaves_a_row"


@pytest.fixture
def world(db: None) -> World:
    return tell_as_far_as_a_plan(lay_out())


def opened(world: World, names: Iterable[str]) -> Iterator[tuple[str, list[Row]]]:
    """Each of these pages that somebody in the cast can open, and the rows it left."""
    visitors = Visitors(world)
    for key in WHO_MIGHT:
        visitors.client(key)
    for name in names:
        before = Row.objects.count()
        if visitors.open(name):
            yield name, list(Row.objects.order_by("-at")[: Row.objects.count() - before])


def about_a_child(name: str) -> bool:
    """Whether a page is under a child's address. Forms elsewhere take a reference to choose from a list."""
    return reverse(name, args=["x"]).startswith("/children/")


def silent(found: dict[str, list[Row]], child: Any) -> set[str]:
    """Pages that left no row, or that were about the child and did not say so."""
    nothing = {name for name, rows in found.items() if not rows} - settings.AUDIT_SHOWS_NOBODY
    return nothing | {
        name
        for name, rows in found.items()
        if OPENED[name] == ("reference",)
        and about_a_child(name)
        and not any(row.about == child.pk for row in rows)
    }


def test_without_the_middleware_pages_of_lists_would_be_silent(world: World, settings: LazySettings) -> None:
    """The seeded fault: what writes the row of a page that wrote none is taken out."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != MIDDLEWARE]
    lists = {"desk:my-work", "desk:team", "desk:search"}
    assert silent(dict(opened(world, lists)), world.child) == lists


def words_of_records() -> set[str]:
    """Names, places, and what was said and written of people: all that the audit protects."""
    names = {part for name in Name.objects.all() for part in (name.given, name.family)}
    places = {part for one in Address.objects.all() for part in (*one.lines.splitlines(), one.postcode)}
    said = set(Statement.objects.values_list("words", flat=True))
    for entry in Entry.objects.all():
        personal = KINDS[entry.kind].personal
        said |= {str(entry.details[name]) for name in personal if isinstance(entry.details.get(name), str)}
    return {words.lower() for words in names | places | said if len(words) > 3}


def repeated(rows: list[Row], words: set[str]) -> set[str]:
    held = "\n".join(f"{row.page} {row.ground} {row.details} {row.about_kind}" for row in rows).lower()
    return {one for one in words if one in held}


def test_every_page_leaves_a_row_and_no_row_repeats_a_record(client: Client, world: World) -> None:
    found = dict(opened(world, OPENED.keys() - WITHOUT_SIGN_IN))
    client.force_login(world.staff("dana"))
    for typed in ("Edie Marlow", "Nobody Ofthatname"):
        client.get("/search/", {"q": typed})
    rows, words = list(Row.objects.all()), words_of_records()
    verifier = Verifier()

    assert len(found) > 80
    assert silent(found, world.child) == set()
    assert {name for name, left in found.items() for row in left if row.page != ALSO.get(name, name)} == set()
    assert {row.page for row in rows if not re.fullmatch(r"([\w-]+:)?[\w-]+|", row.page)} == set()
    assert len(words) > 40
    assert {"search", "read", "list", "act", "print", "download"} <= {row.action for row in rows}
    assert repeated(rows, words | {"marlow", "ofthatname"}) == set()
    assert [*verifier.take(reading.rows()), *verifier.finish(reading.heads())] == []


def test_a_repeated_word_would_be_seen(world: World) -> None:
    """The seeded fault."""
    row = Row(page="desk:child", ground='["because Edie said so"]', details="{}", about_kind="child")
    assert "edie" in repeated([row], words_of_records())
