"""A bus station in the world of every page: two children linked to it, a plan, and somebody let know."""

from __future__ import annotations

from datetime import date

from alongside.contexts import services
from alongside.contexts.models import Context
from alongside.contexts.services import Judged, Risk, Sibling
from alongside.contexts.words import set_levels
from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.people.models import Person

ON, UNTIL = date(2025, 2, 5), date(2035, 5, 8)


def a_place_is_recorded(borough: Borough, one: Person, other: Person) -> Context:
    """Recorded, worked on, planned for, and linked to both, whom it ties."""
    sam, now = borough.staff["sam"], at(ON, "10:00")
    set_levels(
        by=sam,
        area=borough.area,
        from_on=ON,
        levels=["Raised", "High"],
        because="Agreed by the partnership",
        now=now,
    )
    context = services.open_context(
        by=sam, team=borough.teams["harbour"], kind="place", name="Ferry landing", facts="Cars wait there at night.",
        review_on=UNTIL, now=now,
    )  # fmt: skip
    for who in ("tom", "dana"):
        services.name_worker(
            by=sam,
            context=context,
            practitioner=borough.staff[who],
            reason="Knows it.",
            until_on=UNTIL,
            now=now,
        )
    services.add_action(
        by=sam, context=context, what="Light the steps", why="It is dark.", agency=borough.agencies["primary"], by_on=UNTIL, now=now
    )  # fmt: skip
    links = [
        services.link_child(
            by=sam, child=child, context=context, part="harmed", reason="Seen there.", from_on=ON, until_on=UNTIL, now=now,
            judged=Judged(
                nature="Offered lifts.", risks=[Risk(concern="context", level="High", reasons="It happened twice.")],
                siblings=[Sibling(person=sibling, at_risk="not-known", words="Nobody has asked.")],
            ),
        )
        for child, sibling in ((one, other), (other, one))
    ]  # fmt: skip
    services.judge_risk(
        by=sam, child=one, link=links[0], risks=[Risk(concern="online", level="Raised", reasons="Messages.")], reason="Messages.",
        now=now,
    )  # fmt: skip
    services.let_know(
        by=sam, child=one, link=links[0], practitioner=borough.staff["tom"], reason="Patrols there.", until_on=UNTIL, now=now
    )  # fmt: skip
    services.record_tie(
        by=sam,
        context=context,
        one=links[0],
        other=links[1],
        kind="same-place",
        reason="Came together.",
        now=now,
    )
    return context
