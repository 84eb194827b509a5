"""What must be true of every page, whoever writes it. A new page fails here until it has a place in the world."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from lxml import html

from alongside.agencies.models import Practitioner
from alongside.demo.organisation import lay_out
from alongside.people.models import Person
from tests.every.pages import (
    ELSEWHERE,
    EVERYBODYS,
    NO_PAGES,
    OF_ONES_OWN_AREA,
    OPENED,
    PAGES,
    WITHOUT_SIGN_IN,
    World,
    address,
    tell_as_far_as_a_plan,
)
from tests.every.visiting import Visitors
from tests.letters.hiding import hide
from tests.letters.secrets_seen import found_in
from tests.letters.ways_out import MAY_SHOW

about_pages = pytest.mark.once("It is about what pages look like.")


@pytest.fixture
def world(db: None) -> World:
    return tell_as_far_as_a_plan(lay_out())


def opened(world: World) -> dict[str, str]:
    """Each page that somebody in the cast can open."""
    visitors = Visitors(world)
    found = {name: visitors.open(name) for name in OPENED}
    return {name: one[1].content.decode() for name, one in found.items() if one}


#: Forms that correct what is on record show it; none of them is a judgement.
SHOWS_WHAT_STANDS = {
    "family:change-details", "family:change-contact", "desk:change-practitioner", "desk:team-details", "desk:agency",
    "desk:area",
}  # fmt: skip


#: Forms with a box to write in that keep no draft, and why not.
KEPT_OTHERWISE = {"gallery:components": "an example, which nobody answers"}


def loses_what_is_typed(page: str) -> bool:
    """Whether somebody can write several lines into a form that keeps none of them until it is sent."""
    return any(
        form.xpath(".//textarea")
        and form.get("data-draft-of") is None
        and form.get("data-autosave-url") is None
        for form in html.fromstring(page).xpath("//main//form[translate(@method, 'POST', 'post') = 'post']")
    )


def chosen_beforehand(page: str) -> bool:
    """Whether a radio button stands chosen before anybody has chosen."""
    radios = re.findall(r'<input[^>]*type="radio"[^>]*>', page)
    return any(re.search(r"\schecked", control) for control in radios)


def test_every_page_opens_for_somebody_with_one_heading_a_title_and_nothing_chosen(
    world: World,
) -> None:
    """A judgement has no default: no page shows a choice as made before a person makes it.

    On both databases, since each page's queries have to be theirs.
    """
    secrets = hide(list(Person.objects.filter(called__endswith=" Marlow")))
    found = opened(world)
    leaked = {
        name: whose
        for name, page in found.items()
        if name not in MAY_SHOW and (whose := list(found_in(page, secrets)))
    }
    assert leaked == {}, (
        "A page that must show homes or numbers stands in MAY_SHOW of tests/letters/ways_out.py, with why."
    )
    assert any(True for _ in found_in(found["desk:people"], secrets)), "the homes are there to be seen"
    pages = {name: page for name, page in found.items() if name != "referrals:document"}

    assert sorted(OPENED.keys() - found.keys()) == []
    assert [name for name, page in pages.items() if len(re.findall("<h1[ >]", page)) != 1] == []
    assert [
        name for name, page in pages.items() if not re.search(r"<title>\s*\S.+ – Alongside</title>", page)
    ] == []
    assert [name for name, page in pages.items() if 'lang="en-GB"' not in page] == []
    assert [
        name for name in sorted(pages.keys() - KEPT_OTHERWISE.keys()) if loses_what_is_typed(pages[name])
    ] == []
    ours = pages.keys() - SHOWS_WHAT_STANDS - {name for name in pages if name.startswith("gallery:")}
    assert [name for name in sorted(ours) if chosen_beforehand(pages[name])] == []


@about_pages
def test_a_choice_made_beforehand_would_be_seen() -> None:
    """The seeded fault."""
    assert chosen_beforehand('<input class="x" type="radio" name="outcome" value="plan" checked>')
    assert not chosen_beforehand('<input class="x" type="radio" name="outcome" value="plan">')


@about_pages
def test_a_form_that_keeps_no_draft_would_be_seen() -> None:
    """The seeded fault."""
    shown = '<main><form method="post"{}><textarea name="a"></textarea></form></main>'
    assert loses_what_is_typed(shown.format(""))
    assert not loses_what_is_typed(shown.format(' data-draft-of="/x/"'))
    assert not loses_what_is_typed('<main><form method="get"><input name="q"></form></main>')


@about_pages
def test_every_page_asks_an_anonymous_visitor_to_sign_in(client: Client, world: World) -> None:
    let_in = {
        name: status
        for name, takes in OPENED.items()
        if name not in WITHOUT_SIGN_IN
        for answer in [client.get(address(name, takes, world))]
        if (status := answer.status_code) != 302 or not answer.headers["Location"].startswith("/sign-in/")
    }
    assert let_in == {}


@about_pages
def test_no_page_about_a_child_or_an_area_is_there_for_a_stranger(
    client: Client, world: World, stranger: Practitioner
) -> None:
    client.force_login(stranger)
    shown = {
        name: answer.status_code
        for name, takes in OPENED.items()
        if name not in EVERYBODYS and not name.startswith("gallery:")
        for answer in [client.get(address(name, takes, world))]
        if answer.status_code != 404
    }
    # Their own area's, which show nothing of this one.
    assert shown.keys() <= OF_ONES_OWN_AREA | {
        "referrals:front-door", "need_to_know:emergency", "need_to_know:conflicts", "need_to_know:teams",
    }  # fmt: skip


@about_pages
def test_a_page_that_is_not_permitted_and_one_that_is_not_there_look_the_same(
    client: Client, world: World, stranger: Practitioner
) -> None:
    client.force_login(stranger)
    theirs = client.get(f"/children/{world.child.reference}/")
    nobodys = client.get("/children/WREN-222222/")

    assert theirs.status_code == nobodys.status_code == 404
    assert but_for_chance(theirs, world.child.reference) == but_for_chance(nobodys, "WREN-222222")


def but_for_chance(answer: Any, reference: str) -> str:
    """A page without what differs each time it is asked for: the form's token, and what was asked for."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", answer.content.decode()).replace(
        reference, ""
    )


@about_pages
def test_pages_that_are_opened_elsewhere_are_still_pages() -> None:
    assert ELSEWHERE.keys() <= PAGES.keys()
    assert not NO_PAGES & PAGES.keys()
