"""Wrenmouth: an invented borough, its agencies, teams and practitioners."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from alongside.agencies.models import Agency, Area, Post, Practitioner, Registration, Role, Team

#: For the demonstration only; printed when it starts, and refused in production with the rest of it.
PASSWORD = "wrenmouth-harbour"
SINCE = date(2016, 9, 1)
CODE = "199"

AGENCIES = (
    ("council", "Wrenmouth Council", Agency.Sector.CHILDRENS_SOCIAL_CARE),
    ("police", "Estuary Police", Agency.Sector.POLICE),
    ("health", "Wrenmouth Community Health", Agency.Sector.HEALTH),
    ("hospital", "St Brannock's Hospital", Agency.Sector.HEALTH),
    ("surgery", "Old Town Surgery", Agency.Sector.HEALTH),
    ("primary", "Mill Lane Primary School", Agency.Sector.EDUCATION),
    ("secondary", "Beacon Hill School", Agency.Sector.EDUCATION),
    ("nursery", "Saltings Nursery", Agency.Sector.EDUCATION),
    ("probation", "Estuary Probation", Agency.Sector.PROBATION),
    ("housing", "Harbour Homes", Agency.Sector.HOUSING),
    ("charity", "Lantern Domestic Abuse Service", Agency.Sector.VOLUNTARY),
)
TEAMS = (
    ("front-door", "Front door", Team.Purpose.FRONT_DOOR),
    ("harbour", "Harbour team", Team.Purpose.HELP_AND_PROTECTION),
    ("beacon", "Beacon team", Team.Purpose.HELP_AND_PROTECTION),
    ("marsh", "Marsh team", Team.Purpose.HELP_AND_PROTECTION),
    ("chairs", "Conference chairs", Team.Purpose.CONFERENCES),
    ("data", "Data and quality", Team.Purpose.OTHER),
    ("systems", "Systems", Team.Purpose.OTHER),
)
#: key, name, team or agency, role, social-work qualified
STAFF = (
    ("maya", "Maya Lowe", "front-door", Role.SCREENER, False),
    ("priya", "Priya Nair", "front-door", Role.PRACTICE_SUPERVISOR, True),
    ("gwen", "Gwen Tasker", "front-door", Role.SOCIAL_WORKER, True),
    ("dana", "Dana Wright", "harbour", Role.SOCIAL_WORKER, True),
    ("femi", "Femi Balogun", "harbour", Role.SOCIAL_WORKER, True),
    ("olu", "Olu Adeyemi", "harbour", Role.FAMILY_SUPPORT_WORKER, False),
    ("sam", "Sam Birch", "harbour", Role.TEAM_MANAGER, True),
    ("nina", "Nina Castell", "beacon", Role.SOCIAL_WORKER, True),
    ("hal", "Hal Osgood", "beacon", Role.SOCIAL_WORKER, True),
    ("bea", "Bea Lindqvist", "beacon", Role.TEAM_MANAGER, True),
    ("ravi", "Ravi Menon", "marsh", Role.SOCIAL_WORKER, True),
    ("joan", "Joan Pike", "marsh", Role.SOCIAL_WORKER, True),
    ("carl", "Carl Voss", "marsh", Role.TEAM_MANAGER, True),
    ("jamal", "Jamal Amin", "chairs", Role.CONFERENCE_CHAIR, True),
    ("lena", "Lena Frost", "chairs", Role.CONFERENCE_CHAIR, True),
    ("ada", "Ada Finch", "data", Role.ANALYST, False),
    ("wyn", "Wyn Doyle", "systems", Role.ADMINISTRATOR, False),
    ("helen", "Helen Marsh", "primary", Role.SAFEGUARDING_LEAD, False),
    ("dev", "Dev Kapoor", "secondary", Role.SAFEGUARDING_LEAD, False),
    ("tilly", "Tilly Moss", "nursery", Role.SAFEGUARDING_LEAD, False),
    ("ruth", "Ruth Keane", "health", Role.NURSE, False),
    ("ines", "Ines Duarte", "surgery", Role.DOCTOR, False),
    ("tom", "Tom Reed", "police", Role.POLICE_OFFICER, False),
    ("kay", "Kay Sutton", "probation", Role.PARTNER_PRACTITIONER, False),
    ("amy", "Amy Lunt", "charity", Role.PARTNER_PRACTITIONER, False),
    ("neil", "Neil Cope", "housing", Role.PARTNER_PRACTITIONER, False),
)
#: Who to sign in as first, and why.
TRY = (
    ("maya", "screens what comes to the front door"),
    ("priya", "decides at the front door, and allocates"),
    ("dana", "leads on children, visits, assesses, keeps plans"),
    ("sam", "manages the Harbour team, approves and closes"),
    ("jamal", "chairs conferences"),
    ("helen", "leads on safeguarding at Mill Lane Primary School"),
    ("tom", "is a police officer"),
    ("ada", "analyses the area's data"),
    ("wyn", "administers the area"),
)


@dataclass(slots=True)
class Borough:
    """The borough's organisation, by short keys."""

    area: Area
    agencies: dict[str, Agency] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    staff: dict[str, Practitioner] = field(default_factory=dict)

    def workers(self, team: str) -> list[Practitioner]:
        """The social workers of a team, by its key."""
        return [
            self.staff[key]
            for key, _, place, role, _ in STAFF
            if place == team and role == Role.SOCIAL_WORKER
        ]

    def manager(self, team: str) -> Practitioner:
        """Who manages a team, by its key."""
        return next(
            self.staff[key] for key, _, place, role, _ in STAFF if place == team and role == Role.TEAM_MANAGER
        )


def email_of(key: str) -> str:
    """The address with which somebody in the demonstration signs in."""
    return f"{key}@wrenmouth.example"


def lay_out(*, password: str = PASSWORD) -> Borough:
    """Make the area, its agencies, teams and practitioners."""
    borough = Borough(Area.objects.create(code=CODE, name="Wrenmouth", prefix="WREN"))
    for key, name, sector in AGENCIES:
        borough.agencies[key] = Agency.objects.create(name=name, sector=sector)
        borough.agencies[key].areas.add(borough.area)
    for key, name, purpose in TEAMS:
        borough.teams[key] = Team.objects.create(
            agency=borough.agencies["council"], area=borough.area, name=name, purpose=purpose
        )
    hashed = _hashed(password)
    for key, name, place, role, qualified in STAFF:
        borough.staff[key] = _practitioner(borough, key, name, place, role, qualified, hashed)
    return borough


def find() -> Borough:
    """The borough as it was laid out before. Raises Area.DoesNotExist where there is none."""
    borough = Borough(Area.objects.get(code=CODE))
    named = {agency.name: agency for agency in Agency.objects.filter(areas=borough.area)}
    borough.agencies = {key: named[name] for key, name, _ in AGENCIES}
    teams = {team.name: team for team in Team.objects.filter(area=borough.area)}
    borough.teams = {key: teams[name] for key, name, _ in TEAMS}
    people = {p.email: p for p in Practitioner.objects.filter(email__endswith="@wrenmouth.example")}
    borough.staff = {key: people[email_of(key)] for key, *_ in STAFF}
    return borough


def _hashed(password: str) -> str:
    # One hash for all, because it is one password for all and each hash takes a noticeable time.
    someone = Practitioner()
    someone.set_password(password)
    return someone.password


def _practitioner(
    borough: Borough, key: str, name: str, place: str, role: str, qualified: bool, hashed: str
) -> Practitioner:
    person = Practitioner.objects.create(
        email=email_of(key), name=name, password=hashed, phone="01632 960000", job_title=Role(role).label
    )
    team = borough.teams.get(place)
    agency = team.agency if team else borough.agencies[place]
    Post.objects.create(practitioner=person, agency=agency, team=team, role=role, from_on=SINCE)
    if qualified:
        Registration.objects.create(
            practitioner=person, body=Registration.Body.SOCIAL_WORK_ENGLAND, number=f"SW{key.upper()}",
            social_work_qualified=True, from_on=SINCE,
        )  # fmt: skip
    return person
