"""A school that judges itself and plans, in the world of every page."""

from __future__ import annotations

from datetime import date

from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.improvement import services
from alongside.improvement.bodies import Body

ON, UNTIL = date(2025, 2, 5), date(2035, 5, 8)


def an_organisation_judges_itself(borough: Borough) -> None:
    """A round signed and submitted, another open; an action; a scale; and parts in the partnership."""
    helen, wyn, now = borough.staff["helen"], borough.staff["wyn"], at(ON, "10:00")
    school = Body(borough.area, borough.agencies["primary"])
    services.set_scale(
        by=wyn,
        area=borough.area,
        from_on=ON,
        labels=["Not there", "Partly", "Fully"],
        because="Agreed",
        now=now,
    )
    for part in ("partner", "scrutineer"):
        services.give_part(
            by=wyn, area=borough.area, practitioner=borough.staff["helen"], part=part, reason="Agreed.", until_on=UNTIL, now=now
        )  # fmt: skip
    first = services.begin(by=helen, body=school, on=ON, now=now)
    services.judge(
        by=helen, assessment=first, statement="expectation.leaders:collaborate", standing="scored", score="Partly", on=ON,
        rests_on="Minutes.", next_step="Hold a joint audit", now=now,
    )  # fmt: skip
    services.sign(by=helen, assessment=first, summary="", submit=True, now=now)
    services.begin(by=helen, body=school, on=ON, now=now)
    services.plan(by=helen, body=school, what="Hold a joint audit", owner=helen, due_on=UNTIL, now=now)
