"""A made-up return of the invented borough of Wrenmouth, of any size, the same every time.

    python -m alongside.census.made_up 10000 > large.xml

The file beside this one, ``made_up_2025_26.xml``, is its first forty children. No child in it is a
real child; its pupil numbers use a code no authority has. Released into the public domain (CC0).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from . import codes, stories
from .authorities import WRENMOUTH
from .checks.identity import check_letter
from .records import Characteristics, Header, Identifiers, ReadChild
from .writing import write

#: The made-up return that is shipped.
SHIPPED = Path(__file__).with_name("made_up_2025_26.xml")
SHIPPED_CHILDREN = 40
_YEAR = 2026
_SPREAD = 120
_ETHNICITIES = [each.code for each in codes.ETHNICITY.codes]
_DISABILITIES = [each.code for each in codes.DISABILITY.codes if each.code != "NONE"]
_SCHOOL_AGE_BORN_BY = date(_YEAR - 6, 8, 31)


def header() -> Header:
    """The header of the made-up return."""
    return Header(
        year=_YEAR,
        reference_date=date(_YEAR, 3, 31),
        authority=WRENMOUTH.code,
        software="Made up",
        release="1",
        serial="001",
        made_at=datetime.fromisoformat(f"{_YEAR}-05-01T09:00:00"),
    )


def children(count: int) -> Iterator[ReadChild]:
    """So many made-up children. The n-th is the same whatever the count."""
    for n in range(count):
        yield _child(n)


def _child(n: int) -> ReadChild:
    last = header().reference_date
    story = stories.STORIES[n % len(stories.STORIES)]
    first_day = date(_YEAR - 1, 4, 1) + timedelta(days=n * 53 % _SPREAD)
    episodes = story(stories.after(first_day, 1), last)
    who = _identifiers(n, story, episodes[-1].closed_on, last)
    given = ("NONE",) if n % 3 else tuple(_DISABILITIES[(n // 3 + k * 5) % 12] for k in range(1 + n % 2))
    if who.born_on is None:
        given = ()
    ethnicity = _ETHNICITIES[n % len(_ETHNICITIES)]
    return ReadChild(
        line=0,
        identifiers=who,
        characteristics=Characteristics(ethnicity=ethnicity, disabilities=given),
        episodes=episodes,
    )


def _identifiers(n: int, story: stories.Story, closed: date | None, last: date) -> Identifiers:
    child_id = f"WREN{n:06d}"
    if story is stories.unborn:
        return Identifiers(
            child_id=child_id, sex="U", upn_unknown="UN1", expected_on=last + timedelta(days=30 + n % 60)
        )
    born = date(2009 + n * 7 % 12, 1 + n * 5 % 12, 1 + n * 11 % 28)
    upn = reason = None
    if story is stories.no_further_action:
        reason = "UN7"
    elif story is stories.alone_here:
        reason = "UN3"
    elif born > _SCHOOL_AGE_BORN_BY:
        reason = "UN1"
    else:
        digits = f"{WRENMOUTH.code}{n:09d}"
        upn = check_letter(digits) + digits
    return Identifiers(
        child_id=child_id,
        sex="FM"[n // 2 % 2],
        upn=upn,
        upn_unknown=reason,
        born_on=born,
        died_on=closed if story is stories.died else None,
    )


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED_CHILDREN
    write(sys.stdout.buffer, header(), children(size))
