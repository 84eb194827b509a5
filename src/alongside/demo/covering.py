"""Somebody is away and another covers; and somebody will be, for whom nobody covers yet."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.cases.models import Allocation
from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.desk.away import say_away
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen

DAY = timedelta(days=1)


def somebody_is_away(borough: Borough, until: date) -> None:
    """Nina is on leave and Dana covers, though she works in another team; of Femi's leave nobody has thought yet."""
    nina, dana, femi, sam = (borough.staff[key] for key in ("nina", "dana", "femi", "sam"))
    before = until - DAY
    say_away(by=nina, practitioner=nina, from_on=before, to_on=until + 6 * DAY, covered_by=dana, now=at(before, "09:00"))
    say_away(by=sam, practitioner=femi, from_on=until + 10 * DAY, to_on=until + 17 * DAY, covered_by=None, now=at(before, "10:00"))
    part = Allocation.objects.current().filter(
        practitioner=nina, case__closed_on=None, case__opened_on__lt=before, case__child__born_on__lt=before
    ).select_related("case__child").order_by("case__child__reference").first()  # fmt: skip
    if part is not None:
        record_child_seen(
            by=dana, now=at(before, "17:10"),
            visit=VisitMade(seen_on=before, seen_at=at(before, "16:00"), where="home", purpose="other",
                            bedroom="no", others_there="A parent"),
            children=[ChildSeen(child=part.case.child, alone="yes", alone_why="", said="When is Nina back?", communication=["speech"],
                                observed="Showed the school bag, packed for the week.")],
        )  # fmt: skip
