"""The map: in two rows, with every figure a link to the row that says the same, and no line through anybody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from lxml import html

from alongside.contexts import services
from alongside.contexts.mapping import HIGH, WIDE, draw
from alongside.contexts.reading import around, known_here
from tests.cast import NOW
from tests.contexts.town import LATER, TODAY, Town
from tests.pages import Read

pytestmark = pytest.mark.django_db


def drawn(town: Town, who: str) -> tuple[set[str], int]:
    """The words of the figures, and how many ties there are."""
    known = known_here(town.station, town.who(who), TODAY)
    shown = draw(town.station, known, around(town.station, known)[1])
    return {figure.words.partition(":")[0] for figure in shown.figures}, sum(
        bool(one.words) for one in shown.strokes
    )


@pytest.mark.parametrize(
    ("who", "figures", "ties"),
    [
        ("lena", {"Bus station, place", "Amara Okoye", "Kit Rowe", "Zara Quinn"}, 1),
        ("bo", {"Bus station, place", "Kit Rowe", "Zara Quinn"}, 1),
        ("tom", {"Bus station, place", "Kit Rowe"}, 0),
        ("sam", {"Bus station, place", "Amara Okoye"}, 0),
        ("aunt", {"Bus station, place"}, 0),
    ],
)
def test_it_holds_those_of_whom_its_reader_knows(town: Town, who: str, figures: set[str], ties: int) -> None:
    assert drawn(town, who) == (figures, ties)


def test_another_place_is_drawn_only_for_whoever_reads_the_childs_record(town: Town) -> None:
    other = services.open_context(
        by=town.who("sam"), team=town.teams["harbour"], kind="online", platform="A game", name="Night server", facts="Chat.",
        review_on=LATER, now=NOW,
    )  # fmt: skip
    services.name_worker(
        by=town.who("sam"), context=other, practitioner=town.who("lena"), reason="x", until_on=LATER, now=NOW
    )
    town.link("Kit", other)
    assert "Night server, online space, a game" in drawn(town, "lena")[0]
    assert "Night server, online space, a game" in drawn(town, "bo")[0]
    assert drawn(town, "tom") == ({"Bus station, place", "Kit Rowe"}, 0)


def test_nobody_stands_on_anybody(town: Town) -> None:
    known = known_here(town.station, town.who("lena"), TODAY)
    shown = draw(town.station, known, around(town.station, known)[1])
    for one in shown.figures:
        assert 0 <= one.x <= shown.wide
        assert 0 <= one.y <= shown.high
        assert not [
            other for other in shown.figures
            if other is not one and abs(one.x - other.x) < WIDE and abs(one.y - other.y) < HIGH
        ]  # fmt: skip


def test_whoever_was_let_know_is_not_told_the_childs_part(town: Town) -> None:
    for who, kinds in (("tom", {"told"}), ("bo", {"harmed"})):
        known = known_here(town.station, town.who(who), TODAY)
        shown = draw(town.station, known, around(town.station, known)[1])
        assert {one.kind for one in shown.strokes if not one.words} == kinds
    assert "Kit Rowe: you were let know of this child" in {
        figure.words
        for figure in draw(town.station, known_here(town.station, town.who("tom"), TODAY), []).figures
    }


@pytest.mark.parametrize("page", ["contexts:context", "contexts:print"])
def test_every_figure_leads_to_its_row(town: Town, read: Callable[..., Read], page: str) -> None:
    body = read(town.people["lena"], reverse(page, args=(town.station.pk,))).body
    leads = re.findall(r'<a href="#([^"]+)" aria-label="[^"]+"', body)
    assert len(leads) == 4
    ids = {one.get("id") for one in html.fromstring(body).xpath("//*[@id]")}
    assert set(leads) <= ids
    assert "Friends or peers" in body
    assert "They came in together." in body
