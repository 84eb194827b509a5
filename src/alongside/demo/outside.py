"""Harm outside the home in the borough: a bus station and an online group, a plan for each, and children of several teams."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from alongside.access import policies
from alongside.cases.models import Allocation
from alongside.contexts import services
from alongside.contexts.models import Context, ContextLink
from alongside.contexts.reading import siblings_of
from alongside.contexts.services import Judged, Risk, Sibling
from alongside.contexts.words import set_levels
from alongside.demo.organisation import Borough
from alongside.demo.telling import at

OLD_ENOUGH = 9
OPEN_FOR = 40


def harm_outside_the_home(borough: Borough, until: date) -> None:
    """Children of nine and more, of two teams, linked to a place and to a group; a police officer is let know of one."""
    on = until - timedelta(days=1)
    now, sam = at(on, "14:00"), borough.staff["sam"]
    set_levels(
        by=sam, area=borough.area, from_on=on, levels=["Raised", "High", "Acute"], now=now,
        because="The partnership’s words for harm outside the home",
    )  # fmt: skip
    station, group = _recorded(borough, on, now)
    # Children of two teams at the bus station; whoever works with one of them does not know of the others.
    linked = [
        _link(one, station, number, on, now)
        for team, most in (("harbour", 3), ("beacon", 2))
        for number, one in enumerate(_led(borough, team, until)[:most])
    ]
    for one in _led(borough, "harbour", until)[1:3]:
        _link(one, group, 3, on, now)
    if linked:
        services.let_know(
            by=sam, child=linked[0].case.child, link=linked[0], practitioner=borough.staff["tom"],
            reason="He patrols the station in the evenings and would see them first.", until_on=until + timedelta(days=60), now=now,
        )  # fmt: skip
    if len(linked) > 1:
        services.record_tie(
            by=sam, context=station, one=linked[0], other=linked[1], kind="peer", now=now,
            reason="They arrive and leave together; both say that they are friends.",
        )  # fmt: skip


def _recorded(borough: Borough, on: date, now: datetime) -> tuple[Context, Context]:
    sam, staff, later = borough.staff["sam"], borough.staff, on + timedelta(days=42)
    # Who may open a place is asked for the day it is asked on, also in a borough that has lived until a day long past.
    named_until = max(on, timezone.localdate()) + timedelta(days=90)
    station = services.open_context(
        by=sam, team=borough.teams["harbour"], kind="place", name="Quayside bus station", where="Quay Street, stands C and D",
        facts="Police were called on four evenings this month. Cars stop at stand D after nine and young people get in and out. "
        "The lamps at stand C have been broken since the winter.",
        opinion="The station’s guard thinks that the same two cars come each time. Nobody has written down a number plate.",
        since_on=on - timedelta(days=60), review_on=on + timedelta(days=12), now=now,
    )  # fmt: skip
    group = services.open_context(
        by=sam, team=borough.teams["harbour"], kind="online", platform="A chat app", name="The “late shift” group",
        facts="Pictures and small jobs are offered in it. Two schools were told of it in the same week.",
        opinion="Whoever started it may be an adult.", since_on=on - timedelta(days=21), review_on=later, now=now,
    )  # fmt: skip
    for context, who in (
        (station, ("dana", "femi", "nina", "hal", "tom")), (group, ("dana", "femi", "dev")),
    ):  # fmt: skip
        for key in who:
            services.name_worker(
                by=sam, context=context, practitioner=staff[key], reason="Works with young people who go there.",
                until_on=named_until, now=now,
            )  # fmt: skip
    for context, what, why, owner, days in (
        (station, "Walk through the station between nine and eleven on Thursdays to Saturdays", "Cars keep away when somebody is seen.", "police", 14),
        (station, "Send a youth worker to stand C on Friday evenings", "Young people talk to her.", "charity", 21),
        (station, "Tell pupils in assembly where to go when a lift is offered", "Most come straight from school.", "secondary", 5),
        (group, "Talk with parents about the app at the open evening", "Few of them know it.", "secondary", 30),
    ):  # fmt: skip
        services.add_action(
            by=sam, context=context, what=what, why=why, agency=borough.agencies[owner], by_on=on + timedelta(days=days), now=now
        )  # fmt: skip
    lamps = services.add_action(
        by=sam, context=station, what="Mend the lamps at stand C", why="Nobody sees who waits there.", body="The bus company",
        by_on=on + timedelta(days=10), now=now,
    )  # fmt: skip
    services.settle_action(
        by=sam, action=lamps, outcome="done", on=on, words="Four new lamps, on all night.", now=now
    )
    return station, group


def _led(borough: Borough, team: str, until: date) -> Sequence[Allocation]:
    """Who leads on children of a team who are old enough, those whom Dana leads on first."""
    led = Allocation.objects.current().filter(
        capacity=policies.LEAD, case__closed_on=None, team=borough.teams[team],
        case__opened_on__lte=until - timedelta(days=OPEN_FOR), case__child__born_on__lte=until - timedelta(days=365 * OLD_ENOUGH),
    )  # fmt: skip
    dana = borough.staff["dana"].pk
    found = led.select_related("case__child", "practitioner").order_by(
        "-case__opened_on", "case__child__called", "pk"
    )
    workers = {borough.staff[key].pk for key in ("dana", "femi", "nina", "hal")}
    return sorted(
        (one for one in found if one.practitioner_id in workers), key=lambda one: one.practitioner_id != dana
    )


SAID = (
    ("harmed", "criminal", "Asked to carry a bag for older boys, twice.", "Since about two months ago.", "Stand D, after nine.",
     "Raised", "Has said no both times, and has told us.", ""),
    ("both", "serious-violence", "Was threatened with a knife, and now carries one.", "Three weeks.", "Stands C and D, and the way home.",
     "Acute", "Carries a knife out of fear; others know it.", "A worker of their own before anything is said to police about the knife."),
    ("harmed", "sexual", "Given lifts and a telephone by a man in a car.", "", "Stand D.", "High", "Goes missing on the same evenings.", ""),
    ("harmed", "online", "Sent pictures, and asked for some back.", "Since half term.", "The app, at night, at home.", "High",
     "Has stopped telling her mother.", ""),
)  # fmt: skip


def _link(one: Allocation, context: Context, number: int, on: date, now: datetime) -> ContextLink:
    part, concern, nature, duration, location, level, reasons, response = SAID[number % len(SAID)]
    child = one.case.child
    siblings = siblings_of(child, one.practitioner)
    return services.link_child(
        by=one.practitioner, child=child, context=context, part=part, reason="Seen there, and says so.", from_on=on,
        until_on=on + timedelta(days=84), now=now,
        judged=Judged(
            nature=nature, duration=duration, location=location, response=response,
            risks=[
                Risk(concern="context", level="High", reasons="It happens every week, and nobody is there who would step in."),
                Risk(concern=concern, level=level, reasons=reasons),
            ],
            siblings=[Sibling(person=sibling, at_risk="not-known", words="To be asked at the next visit.") for sibling in siblings],
        ),
    )  # fmt: skip
