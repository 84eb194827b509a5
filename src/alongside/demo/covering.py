"""Somebody is away and another covers; and somebody will be, for whom nobody covers yet."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.desk.away import say_away

DAY = timedelta(days=1)


def somebody_is_away(borough: Borough, until: date) -> None:
    """Nina is on leave and Dana covers, though she works in another team; of Femi's leave nobody has thought yet."""
    nina, dana, femi, sam = (borough.staff[key] for key in ("nina", "dana", "femi", "sam"))
    before = until - DAY
    say_away(
        by=nina,
        practitioner=nina,
        from_on=before,
        to_on=until + 6 * DAY,
        covered_by=dana,
        now=at(before, "09:00"),
    )
    say_away(
        by=sam,
        practitioner=femi,
        from_on=until + 10 * DAY,
        to_on=until + 17 * DAY,
        covered_by=None,
        now=at(before, "10:00"),
    )
