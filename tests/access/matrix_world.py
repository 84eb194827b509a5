"""A world for the matrix: Edie's family, everybody who might look, and the ways in which her record is closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from alongside.access.models import EmergencyOpening, Restriction, Seal
from alongside.agencies.models import Absence, Agency, Area, Post, Practitioner, Role, Team
from alongside.cases.models import Involvement
from alongside.demo.organisation import lay_out
from alongside.early_help.models import FamilyTeamMember
from alongside.need_to_know import sealing
from alongside.people.models import Person
from tests.cast import practitioner
from tests.every.pages import World, tell_as_far_as_a_plan

LAST_YEAR = date(2025, 12, 31)


@dataclass
class Everybody:
    """The world, and who is in it by the names of the reviewed table."""

    world: World
    people: dict[str, Practitioner] = field(default_factory=dict)

    @property
    def child(self) -> Person:
        return self.world.child

    def fresh(self, who: str) -> Practitioner:
        """As their next request finds them."""
        found = Practitioner.objects.with_posts(self.people[who].pk)
        assert found is not None
        return found


def build() -> Everybody:
    """Everybody of the table, each as it says."""
    world = tell_as_far_as_a_plan(lay_out())
    everybody = Everybody(world, dict(world.borough.staff))
    borough, people = world.borough, everybody.people
    harbour = borough.teams["harbour"]
    for who, role in (("leaver", Role.TEAM_MANAGER), ("deputy", Role.TEAM_MANAGER), ("suspended", Role.SOCIAL_WORKER),
                      ("conflicted", Role.SOCIAL_WORKER), ("conflicted-manager", Role.TEAM_MANAGER),
                      ("moved-team", Role.SOCIAL_WORKER)):  # fmt: skip
        people[who] = practitioner(f"{who} Tester", harbour, role, social_work=True)
    for who, key, role in (("school", "primary", Role.SAFEGUARDING_LEAD), ("police", "police", Role.POLICE_OFFICER),
                           ("invited", "surgery", Role.DOCTOR), ("core-group", "health", Role.NURSE)):  # fmt: skip
        people[f"conflicted-{who}"] = practitioner(f"{who}-conflicted Tester", borough.agencies[key], role)
    people["conflicted-front-door"] = practitioner(
        "front-door Tester", borough.teams["front-door"], Role.PRACTICE_SUPERVISOR, social_work=True
    )
    for who in ("leaver", "moved-team"):
        Post.objects.filter(practitioner=people[who]).update(to_on=LAST_YEAR)
    _post(people["moved-team"], borough.teams["beacon"], Role.SOCIAL_WORKER)
    Practitioner.objects.filter(pk=people["suspended"].pk).update(is_active=False)
    for who in [who for who in people if who.startswith("conflicted")]:
        Restriction.objects.create(
            child=world.child, practitioner=people[who], why="Her aunt", from_on=date(2025, 1, 1)
        )
    # The health service is in the core group, and no longer recorded as working with the child.
    Involvement.objects.filter(agency=borough.agencies["health"], case__child=world.child).update(
        to_on=LAST_YEAR
    )
    people["agency-ended"] = people["tilly"]
    Involvement.objects.create(
        area=world.child.area, case=world.child.cases.get(), agency=borough.agencies["nursery"],
        why="Her nursery", from_on=date(2025, 1, 13), to_on=date(2025, 1, 20),
    )  # fmt: skip
    people["emergency-over"] = people["joan"]
    now = timezone.now()
    for who, ends in (("ravi", now + timedelta(hours=3)), ("joan", now - timedelta(minutes=1))):
        EmergencyOpening.objects.create(
            child=world.child, practitioner=people[who], why="Nobody answered.", began_at=now - timedelta(hours=1),
            ends_at=ends, review_due_on=date(2035, 1, 1),
        )  # fmt: skip
    people["stranger"] = _stranger()
    _early_help(everybody)
    _covers(everybody)
    return everybody


def _covers(everybody: Everybody) -> None:
    """Dana, who leads, Jamal, who chairs, and Sam, who manages, are away; these cover, or did, or will."""
    people, borough, today = everybody.people, everybody.world.borough, timezone.localdate()
    day = timedelta(days=1)
    for who, absent, begins, ends in (
        ("covers-lead", "dana", today, today),
        ("covered-before", "dana", today - 9 * day, today - day),
        ("covers-later", "dana", today + day, today + 9 * day),
        ("covered-and-back", "dana", today - day, today + day),
        ("covers-a-manager", "sam", today - day, today + day),
        ("covers-and-left", "dana", today - day, today + day),
        ("conflicted-cover", "dana", today - day, today + day),
        ("covers-chair", "jamal", today - day, today + day),
    ):
        team = borough.teams["chairs" if absent == "jamal" else "beacon"]
        role = Role.CONFERENCE_CHAIR if absent == "jamal" else Role.SOCIAL_WORKER
        people[who] = practitioner(f"{who} Tester", team, role, social_work=True)
        returned = who == "covered-and-back"
        Absence.objects.create(
            area=borough.area, practitioner=people[absent], covered_by=people[who], from_on=begins, to_on=ends,
            recorded_by=people["sam"], ended_at=timezone.now() if returned else None,
            ended_by=people["dana"] if returned else None,
        )  # fmt: skip
    Post.objects.filter(practitioner=people["covers-and-left"]).update(to_on=LAST_YEAR)
    Restriction.objects.create(
        child=everybody.child,
        practitioner=people["conflicted-cover"],
        why="Her aunt",
        from_on=date(2025, 1, 1),
    )


def _early_help(everybody: Everybody) -> None:
    """A family hub leads Edie's early help, and somebody from the nursery is in the team around her family."""
    borough, child = everybody.world.borough, everybody.child
    hub = Team.objects.create(
        agency=borough.agencies["nursery"],
        area=borough.area,
        name="Family hub",
        purpose=Team.Purpose.EARLY_HELP,
    )
    people = everybody.people
    for who in ("hub-lead", "hub-colleague"):
        people[who] = practitioner(f"{who} Tester", hub, Role.FAMILY_SUPPORT_WORKER)
    people["in-family-team"] = practitioner(
        "in-family-team Tester", borough.agencies["secondary"], Role.PARTNER_PRACTITIONER
    )
    for who, leads in (("hub-lead", True), ("in-family-team", False)):
        FamilyTeamMember.objects.create(
            area=child.area, case=child.cases.get(), practitioner=people[who], name=who, leads=leads,
            team=hub if leads else None, from_on=date(2025, 2, 3), recorded_by=borough.staff["dana"],
        )  # fmt: skip


def _post(who: Practitioner, team: Team, role: str) -> None:
    Post.objects.create(practitioner=who, agency=team.agency, team=team, role=role, from_on=date(2016, 1, 1))


def _stranger() -> Practitioner:
    area = Area.objects.create(code="198", name="Farholme", prefix="FARH")
    agency = Agency.objects.create(name="Farholme Council", sector=Agency.Sector.CHILDRENS_SOCIAL_CARE)
    agency.areas.add(area)
    team = Team.objects.create(agency=agency, area=area, name="Front door", purpose=Team.Purpose.FRONT_DOOR)
    return practitioner("Stella Stranger", team, Role.TEAM_MANAGER, social_work=True)


def _sealed(
    *kinds: str, keys: tuple[str, ...] = ("dana",), teams: tuple[str, ...] = ()
) -> Callable[[Everybody], None]:
    def close(everybody: Everybody) -> None:
        for number, kind in enumerate(kinds):
            sealing.place_seal(
                by=everybody.fresh("sam"), child=everybody.child, kind=kind, why="A threat was made.",
                practitioners=[everybody.people[who] for who in keys] if number == 0 else [],
                teams=[everybody.world.borough.teams[team] for team in teams], now=timezone.now(),
            )  # fmt: skip

    return close


def _then(*acts: Callable[[Everybody], None]) -> Callable[[Everybody], None]:
    def close(everybody: Everybody) -> None:
        for act in acts:
            act(everybody)

    return close


def _keys_taken_back(everybody: Everybody) -> None:
    sealing.change_keys(
        by=everybody.fresh("sam"),
        seal=Seal.objects.standing().get(),
        practitioners=[],
        teams=[],
        now=timezone.now(),
    )


def _lifted(everybody: Everybody) -> None:
    sealing.lift_seal(
        by=everybody.fresh("sam"), seal=Seal.objects.standing().get(), why="Over.", now=timezone.now()
    )


CLOSED: dict[str, Callable[[Everybody], None]] = {
    "ordinary": lambda everybody: None,
    "restricted": _sealed("restricted"),
    "staff-family": _sealed("staff-family"),
    "adoption": _sealed("adoption"),
    "restricted, key of a team": _sealed("restricted", keys=(), teams=("front-door",)),
    "restricted and adoption, one key each": _sealed("restricted", "adoption"),
    "restricted, keys taken back": _then(_sealed("restricted"), _keys_taken_back),
    "lifted": _then(_sealed("restricted"), _lifted),
}


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is done inside is undone afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
