"""The cast: a few named people, one area, one family. Fixed days, nothing drawn by chance."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.access.models import Restriction
from alongside.agencies.models import (
    Agency,
    Area,
    Post,
    Practitioner,
    Registration,
    Role,
    Team,
)
from alongside.cases.models import Allocation, Case, InNeed, Involvement
from alongside.people.models import Name, Person, Relationship

LONG_AGO = date(2015, 1, 5)
PASSWORD = "a long walk by the harbour"
#: Thursday 17 April 2025, the eve of Good Friday, early in the afternoon.
NOW = datetime(2025, 4, 17, 13, 0, tzinfo=UTC)
TODAY = NOW.date()


def practitioner(
    name: str, team_or_agency: Team | Agency, role: str, social_work: bool = False
) -> Practitioner:
    """Someone in a post since long ago; ``social_work`` gives them a social work registration."""
    email = f"{name.split()[0].lower()}@wrenmouth.example"
    person = Practitioner.objects.create(email=email, name=name)
    person.set_password(PASSWORD)
    person.save()
    team = team_or_agency if isinstance(team_or_agency, Team) else None
    agency = team.agency if team else team_or_agency
    Post.objects.create(practitioner=person, agency=agency, team=team, role=role, from_on=LONG_AGO)
    if social_work:
        Registration.objects.create(
            practitioner=person, body=Registration.Body.SOCIAL_WORK_ENGLAND, number=f"SW-{name}",
            social_work_qualified=True, from_on=LONG_AGO,
        )  # fmt: skip
    return person


def child_of(
    area: Area,
    called: str,
    reference: str,
    born_on: date | None = date(2020, 9, 3),
    **fields: object,
) -> Person:
    given, _, family = called.rpartition(" ")
    child = Person.objects.create(area=area, called=called, reference=reference, born_on=born_on, **fields)
    Name.objects.create(person=child, given=given, family=family)
    return child


@pytest.fixture
def wrenmouth(db: None) -> Area:
    return Area.objects.create(code="199", name="Wrenmouth", prefix="WREN")


@pytest.fixture
def council(wrenmouth: Area) -> Agency:
    return _agency(wrenmouth, "Wrenmouth Council", Agency.Sector.CHILDRENS_SOCIAL_CARE)


@pytest.fixture
def police(wrenmouth: Area) -> Agency:
    return _agency(wrenmouth, "Estuary Police", Agency.Sector.POLICE)


@pytest.fixture
def hospital(wrenmouth: Area) -> Agency:
    return _agency(wrenmouth, "Wrenmouth Community Health", Agency.Sector.HEALTH)


@pytest.fixture
def school(wrenmouth: Area) -> Agency:
    return _agency(wrenmouth, "Mill Lane Primary School", Agency.Sector.EDUCATION)


def _agency(area: Area, name: str, sector: str) -> Agency:
    agency = Agency.objects.create(name=name, sector=sector)
    agency.areas.add(area)
    return agency


@pytest.fixture
def front_door(council: Agency, wrenmouth: Area) -> Team:
    return Team.objects.create(
        agency=council,
        area=wrenmouth,
        name="Front door",
        purpose=Team.Purpose.FRONT_DOOR,
    )


@pytest.fixture
def harbour_team(council: Agency, wrenmouth: Area) -> Team:
    return Team.objects.create(
        agency=council,
        area=wrenmouth,
        name="Harbour team",
        purpose=Team.Purpose.HELP_AND_PROTECTION,
    )


@pytest.fixture
def conference_team(council: Agency, wrenmouth: Area) -> Team:
    return Team.objects.create(
        agency=council,
        area=wrenmouth,
        name="Conference chairs",
        purpose=Team.Purpose.CONFERENCES,
    )


@pytest.fixture
def maya(front_door: Team) -> Practitioner:
    """Maya screens at the front door; she is not a social worker."""
    return practitioner("Maya Lowe", front_door, Role.SCREENER)


@pytest.fixture
def priya(front_door: Team) -> Practitioner:
    """Priya supervises the front door and is social-work qualified."""
    return practitioner("Priya Nair", front_door, Role.PRACTICE_SUPERVISOR, social_work=True)


@pytest.fixture
def dana(harbour_team: Team) -> Practitioner:
    """Dana is a social worker in the Harbour team, and leads on Amara."""
    return practitioner("Dana Wright", harbour_team, Role.SOCIAL_WORKER, social_work=True)


@pytest.fixture
def sam(harbour_team: Team) -> Practitioner:
    """Sam manages the Harbour team and is social-work qualified."""
    return practitioner("Sam Birch", harbour_team, Role.TEAM_MANAGER, social_work=True)


@pytest.fixture
def olu(harbour_team: Team) -> Practitioner:
    """Olu supports families in the Harbour team; she is not a social worker."""
    return practitioner("Olu Adeyemi", harbour_team, Role.FAMILY_SUPPORT_WORKER)


@pytest.fixture
def jamal(conference_team: Team) -> Practitioner:
    """Jamal chairs conferences."""
    return practitioner("Jamal Amin", conference_team, Role.CONFERENCE_CHAIR, social_work=True)


@pytest.fixture
def helen(school: Agency) -> Practitioner:
    """Helen leads on safeguarding at Mill Lane Primary School."""
    return practitioner("Helen Marsh", school, Role.SAFEGUARDING_LEAD)


@pytest.fixture
def tom(police: Agency) -> Practitioner:
    """Tom is a police officer."""
    return practitioner("Tom Reed", police, Role.POLICE_OFFICER)


@pytest.fixture
def ruth(hospital: Agency) -> Practitioner:
    """Ruth is a health visitor."""
    return practitioner("Ruth Keane", hospital, Role.NURSE)


@pytest.fixture
def ada(council: Agency, wrenmouth: Area) -> Practitioner:
    """Ada analyses the council's data; she opens nobody's record."""
    team = Team.objects.create(agency=council, area=wrenmouth, name="Data", purpose=Team.Purpose.OTHER)
    return practitioner("Ada Finch", team, Role.ANALYST)


@pytest.fixture
def wyn(council: Agency, wrenmouth: Area) -> Practitioner:
    """Wyn administers the area; he opens nobody's record."""
    team = Team.objects.create(agency=council, area=wrenmouth, name="Systems", purpose=Team.Purpose.OTHER)
    return practitioner("Wyn Doyle", team, Role.ADMINISTRATOR)


@pytest.fixture
def stranger(db: None) -> Practitioner:
    """A social worker and manager in another area, with nothing to do with Wrenmouth."""
    area = Area.objects.create(code="198", name="Farholme", prefix="FARH")
    agency = _agency(area, "Farholme Council", Agency.Sector.CHILDRENS_SOCIAL_CARE)
    team = Team.objects.create(agency=agency, area=area, name="Front door", purpose=Team.Purpose.FRONT_DOOR)
    return practitioner("Stella Stranger", team, Role.TEAM_MANAGER, social_work=True)


@pytest.fixture
def amara(wrenmouth: Area) -> Person:
    return child_of(wrenmouth, "Amara Okoye", "WREN-AMARA2", date(2020, 9, 3), sex="F")


@pytest.fixture
def ben(wrenmouth: Area, amara: Person) -> Person:
    """Ben is Amara's older brother."""
    ben = child_of(wrenmouth, "Ben Okoye", "WREN-BENJA2", date(2014, 2, 11), sex="M")
    Relationship.objects.create(person=ben, other=amara, kind=Relationship.Kind.SIBLING)
    return ben


@pytest.fixture
def case(amara: Person, dana: Practitioner, harbour_team: Team) -> Case:
    """Amara's open case since 1 April 2025, under section 17, led by Dana. No chronology yet."""
    case = Case.objects.create(area=amara.area, child=amara, opened_on=date(2025, 4, 1), recorded_by=dana)
    InNeed.objects.create(area=amara.area, case=case, from_on=case.opened_on)
    Allocation.objects.create(
        area=amara.area,
        case=case,
        practitioner=dana,
        team=harbour_team,
        from_on=date(2025, 4, 1),
    )
    return case


@pytest.fixture
def school_involved(case: Case, school: Agency) -> Involvement:
    return Involvement.objects.create(
        area=case.area,
        case=case,
        agency=school,
        why="Amara's school",
        from_on=date(2025, 4, 1),
    )


@pytest.fixture
def police_involved(case: Case, police: Agency) -> Involvement:
    return Involvement.objects.create(
        area=case.area,
        case=case,
        agency=police,
        why="Took part in the strategy discussion",
        from_on=TODAY,
    )


@pytest.fixture
def relative(harbour_team: Team, amara: Person) -> Practitioner:
    """A social worker in the Harbour team who is related to Amara: her record is closed to them."""
    person = practitioner("Rae Okoye", harbour_team, Role.SOCIAL_WORKER, social_work=True)
    Restriction.objects.create(child=amara, practitioner=person, why="Amara's aunt", from_on=LONG_AGO)
    return person
