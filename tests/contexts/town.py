"""Wrenmouth's bus station, three children who meet there, and everybody who may or may not know of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner, Role, Team
from alongside.cases.models import Allocation, Case, InNeed
from alongside.contexts import services
from alongside.contexts.models import Context, ContextLink, ContextTie, PlaceAction
from alongside.contexts.services import Judged, Risk
from alongside.people.models import Person, Relationship
from tests.cast import NOW, child_of, practitioner

TODAY = NOW.date()
LATER, OVER = TODAY + timedelta(days=60), TODAY - timedelta(days=1)
OPENED = date(2025, 4, 1)


@dataclass
class Town:
    """The area, its people by name, its children by given name, and what is recorded."""

    area: Area
    people: dict[str, Practitioner] = field(default_factory=dict)
    children: dict[str, Person] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    agencies: dict[str, Agency] = field(default_factory=dict)
    links: dict[str, ContextLink] = field(default_factory=dict)
    station: Context = None  # type: ignore[assignment]
    action: PlaceAction = None  # type: ignore[assignment]
    tie: ContextTie | None = None

    def who(self, name: str) -> Practitioner:
        """As their next request finds them."""
        found = Practitioner.objects.with_posts(self.people[name].pk)
        assert found is not None
        return found

    def link(self, given: str, context: Context | None = None, **more: object) -> ContextLink:
        """Link a child to the station, by the manager who may open both."""
        said = {
            "part": "harmed", "reason": "Seen there most evenings.", "from_on": OPENED, "until_on": LATER, "judged": JUDGED,
            "now": NOW,
        }  # fmt: skip
        by = more.pop("by", self.who("lena"))
        return services.link_child(
            by=by,
            child=self.children[given],
            context=context or self.station,
            **{**said, **more},  # type: ignore[arg-type]
        )

    def lets_know(self, given: str, who: str, until_on: date = LATER) -> None:
        services.let_know(
            by=self.who("lena"), child=self.children[given], link=self.links[given], practitioner=self.who(who),
            reason="Patrols there.", until_on=until_on, now=NOW,
        )  # fmt: skip

    def names(self, who: str, until_on: date = LATER, now: datetime = NOW) -> None:
        services.name_worker(
            by=self.who("sam"), context=self.station, practitioner=self.who(who), reason="Works on it.", until_on=until_on, now=now,
        )  # fmt: skip


JUDGED = Judged(
    nature="Asked to carry things for older boys.", duration="Since February.", location="Stand C, after dark.",
    risks=(
        Risk(concern="context", level="High", reasons="It happens each week."),
        Risk(concern="criminal", level="Medium", reasons="Carried once."),
    ),
)  # fmt: skip


def built() -> Town:
    """The town. Who knows of whom stands in ``KNOWS`` of the tests, written from what each was told and not from this."""
    area = Area.objects.create(code="199", name="Wrenmouth", prefix="WREN")
    town = Town(area)
    for key, name, sector in (
        ("council", "Wrenmouth Council", "childrens-social-care"), ("police", "Estuary Police", "police"),
        ("health", "Wrenmouth Community Health", "health"), ("school", "Mill Lane Primary School", "education"),
    ):  # fmt: skip
        town.agencies[key] = Agency.objects.create(name=name, sector=sector)
        town.agencies[key].areas.add(area)
    for key, name, purpose in (
        ("harbour", "Harbour team", Team.Purpose.HELP_AND_PROTECTION), ("beacon", "Beacon team", Team.Purpose.HELP_AND_PROTECTION),
        ("door", "Front door", Team.Purpose.FRONT_DOOR), ("systems", "Systems", Team.Purpose.OTHER),
    ):  # fmt: skip
        town.teams[key] = Team.objects.create(
            agency=town.agencies["council"], area=area, name=name, purpose=purpose
        )
    for name, place, role in (
        ("sam", "harbour", Role.TEAM_MANAGER), ("dana", "harbour", Role.SOCIAL_WORKER), ("bo", "beacon", Role.SOCIAL_WORKER),
        ("cleo", "beacon", Role.SOCIAL_WORKER), ("priya", "door", Role.PRACTICE_SUPERVISOR), ("lena", "door", Role.TEAM_MANAGER),
        ("wyn", "systems", Role.ADMINISTRATOR), ("lapsed", "harbour", Role.SOCIAL_WORKER), ("aunt", "harbour", Role.SOCIAL_WORKER),
    ):  # fmt: skip
        town.people[name] = practitioner(f"{name} Tester", town.teams[place], role, social_work=True)
    for name, place, role in (
        ("tom", "police", Role.POLICE_OFFICER), ("tess", "police", Role.POLICE_OFFICER), ("ruth", "health", Role.NURSE),
        ("helen", "school", Role.SAFEGUARDING_LEAD),
    ):  # fmt: skip
        town.people[name] = practitioner(f"{name} Tester", town.agencies[place], role)
    for given, family, team, lead in (
        ("Amara", "Okoye", "harbour", "dana"), ("Kit", "Rowe", "beacon", "cleo"), ("Zara", "Quinn", "beacon", "cleo"),
    ):  # fmt: skip
        town.children[given] = child = child_of(
            area, f"{given} {family}", f"WREN-{given.upper()}2", date(2010, 5, 3)
        )
        opened(child, town.people[lead], town.teams[team])
    ben = child_of(area, "Ben Okoye", "WREN-BENJA2", date(2014, 2, 11))
    Relationship.objects.create(person=ben, other=town.children["Amara"], kind=Relationship.Kind.SIBLING)
    town.children["Ben"] = ben
    # The aunt of Amara works in the team that works with her: Amara's record is closed to her.
    Restriction.objects.create(
        child=town.children["Amara"], practitioner=town.people["aunt"], why="Her aunt", from_on=OPENED
    )
    town.station = services.open_context(
        by=town.who("sam"), team=town.teams["harbour"], kind="place", name="Bus station", where="Quay Street",
        facts="Older boys wait at stand C.", opinion="The guard thinks that they come by car.", review_on=LATER, now=NOW,
    )  # fmt: skip
    for who in ("bo", "tom", "tess", "lena", "aunt"):
        town.names(who)
    early = NOW - timedelta(days=20)
    town.names("lapsed", until_on=OVER, now=early)
    town.action = services.add_action(
        by=town.who("sam"), context=town.station, what="Light stand C", why="It is dark there.", agency=town.agencies["health"],
        by_on=LATER, now=NOW,
    )  # fmt: skip
    services.add_action(
        by=town.who("sam"), context=town.station, what="Ask the kiosk to stay open", why="Somebody sees.", body="Licensing",
        by_on=LATER, now=NOW,
    )  # fmt: skip
    for given in ("Amara", "Kit", "Zara"):
        town.links[given] = town.link(given)
    town.lets_know("Kit", "tom")
    town.lets_know("Zara", "tess")
    town.lets_know("Amara", "aunt")
    town.tie = services.record_tie(
        by=town.who("lena"), context=town.station, one=town.links["Kit"], other=town.links["Zara"], kind="peer",
        reason="They came in together.", now=NOW,
    )  # fmt: skip
    return town


def opened(child: Person, lead: Practitioner, team: Team) -> Case:
    """The child's open case under section 17, led by somebody of a team."""
    case = Case.objects.create(area=child.area, child=child, opened_on=OPENED, recorded_by=lead)
    InNeed.objects.create(area=child.area, case=case, from_on=OPENED)
    Allocation.objects.create(area=child.area, case=case, practitioner=lead, team=team, from_on=OPENED)
    return case
