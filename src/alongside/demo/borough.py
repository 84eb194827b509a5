"""The whole borough: about sixty thousand people known over the years whose editions are encoded.

Too many for the acts to record one at a time, so it is written by the fast path, which is proven to
leave what the acts leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from alongside.agencies.models import Agency, Post, Practitioner, Registration, Role, Team
from alongside.demo import figures, names
from alongside.demo.fast import in_bulk
from alongside.demo.fast.by_chance import Workforce, draw
from alongside.demo.fast.steps import AddRelative, Refer, Script
from alongside.demo.figures import pick
from alongside.demo.lives import family
from alongside.demo.organisation import SINCE, Borough, email_of
from alongside.demo.story import MONDAY, tell
from alongside.demo.telling import Cast, at

PEOPLE = 60_000
#: The first day whose text is encoded: before it nothing would be due.
FIRST = date(2018, 7, 4)
#: Longest ago that anybody was referred.
YEARS = 10
#: Teams that work with families, and social workers in each: about 20 cases each at any time.
TEAMS, WORKERS = 14, 10
#: The told story has come to its end so long after its first day.
STORY_LASTS = timedelta(days=400)


def fill(
    borough: Borough,
    *,
    seed: int,
    until: date,
    people: int = PEOPLE,
    progress: Callable[[int, int], None] = lambda done, of: None,
    story: bool = True,
) -> int:
    """Fill the borough until this day, and tell the story in it; how many rows the fast path wrote.

    The same seed and day give the same borough. ``progress`` hears of people made, and how many there
    are to be. Raises ValueError where the day leaves no time for anybody to have been referred.
    """
    first = max(FIRST, until - timedelta(days=YEARS * 365))
    if until <= first:
        raise ValueError(f"The borough is made of days since {FIRST:%-d %B %Y}. Choose a later day.")
    if story and until >= MONDAY + STORY_LASTS:
        tell(borough)
    chance = Random(f"{seed} {until}")
    teams = _grow(borough, chance)
    in_bulk.acquaint(borough.staff.values())
    scripts = _scripts(borough, teams, chance, (first, until), people, progress)
    return in_bulk.play(borough.area, scripts)


def _scripts(
    borough: Borough,
    teams: list[tuple[Team, Practitioner, list[Practitioner]]],
    chance: Random,
    days: tuple[date, date],
    people: int,
    progress: Callable[[int, int], None],
) -> Iterator[Script]:
    """Families, one after another, until so many people are known."""
    cast, referrers, end = Cast(borough), _referrers(borough), at(days[1], "08:00")
    known, taken = 0, set[str]()
    while known < people:
        on = _day(chance, *days)
        home = family(cast, chance, on)
        referred_at = home.when(on)
        if referred_at >= end:
            continue
        by = _workforce(borough, chance, chance.choice(teams), referrers)
        script, named = draw(home, by, referred_at, end)
        script = _with_own_references(script, taken, chance)
        yield script
        known, before = known + named, known
        if before // 50 != known // 50 and known < people:
            progress(known // 50 * 50, people)
    progress(people, people)


def _day(chance: Random, first: date, until: date) -> date:
    """A day of referral, likelier in busy months."""
    span = (until - first).days
    while True:
        on = until - timedelta(days=chance.randint(1, span))
        if on.month == pick(chance, figures.MONTHS):
            return on


def _with_own_references(script: Script, taken: set[str], chance: Random) -> Script:
    """Among so many people two may draw one reference; the second draws again."""

    def own(reference: str) -> str:
        while reference in taken:
            letters = list(reference)
            letters[-1 - chance.randrange(6)] = chance.choice("23456789")
            reference = "".join(letters)
        taken.add(reference)
        return reference

    for place, step in enumerate(script.steps):
        if isinstance(step, Refer):
            children = tuple(replace(child, reference=own(child.reference)) for child in step.children)
            script.steps[place] = replace(step, children=children)
        elif isinstance(step, AddRelative):
            script.steps[place] = replace(step, reference=own(step.reference))
    return script


def _referrers(borough: Borough) -> dict[str, list[Practitioner]]:
    found: dict[str, list[Practitioner]] = {}
    for practitioner in borough.staff.values():
        if practitioner.scope.posts:
            found.setdefault(practitioner.scope.posts[0].agency.sector, []).append(practitioner)
    # Children's social care refers through its front door.
    found[Agency.Sector.CHILDRENS_SOCIAL_CARE] = [borough.staff["gwen"]]
    return found


def _workforce(
    borough: Borough,
    chance: Random,
    team: tuple[Team, Practitioner, list[Practitioner]],
    referrers: dict[str, list[Practitioner]],
) -> Workforce:
    staff, (place, manager, workers) = borough.staff, team
    return Workforce(
        screener=staff["maya"], supervisor=staff["priya"], worker=chance.choice(workers), manager=manager, team=place,
        chair=staff[chance.choice(("jamal", "lena"))], health=staff["ruth"], police=staff["tom"], referrers=referrers,
        agencies=borough.agencies,
    )  # fmt: skip


def _grow(borough: Borough, chance: Random) -> list[tuple[Team, Practitioner, list[Practitioner]]]:
    """The three teams of the small borough, and as many more as so many families need."""
    teams = [
        (borough.teams[key], borough.manager(key), borough.workers(key))
        for key in ("harbour", "beacon", "marsh")
    ]
    for number in range(len(teams) + 1, TEAMS + 1):
        team = Team.objects.create(
            agency=borough.agencies["council"], area=borough.area, name=f"Family team {number}",
            purpose=Team.Purpose.HELP_AND_PROTECTION,
        )  # fmt: skip
        borough.teams[f"family-{number}"] = team
        manager = _practitioner(borough, chance, team, f"manager{number}", Role.TEAM_MANAGER)
        workers = [
            _practitioner(borough, chance, team, f"worker{number}.{each}", Role.SOCIAL_WORKER)
            for each in range(1, WORKERS + 1)
        ]
        teams.append((team, manager, workers))
    return teams


def _practitioner(borough: Borough, chance: Random, team: Team, key: str, role: Role) -> Practitioner:
    name = f"{chance.choice(names.GIVEN[chance.choice('FM')])} {chance.choice(names.FAMILIES)}"
    person = Practitioner.objects.create(
        email=email_of(key), name=name, password=borough.staff["maya"].password, job_title=role.label,
        phone="01632 960000",
    )  # fmt: skip
    Post.objects.create(practitioner=person, agency=team.agency, team=team, role=role, from_on=SINCE)
    Registration.objects.create(
        practitioner=person, body=Registration.Body.SOCIAL_WORK_ENGLAND, number=f"SW{key.upper()}",
        social_work_qualified=True, from_on=SINCE,
    )  # fmt: skip
    borough.staff[key] = person
    return person
