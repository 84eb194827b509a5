"""The matrix: every policy about a child, everybody, and every way of closing a record. Mutants that widen it die.

The single question (``Holding``, as pages ask) and the list (``Policy.filter``) are held to one reviewed table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.db.models import Q

from alongside.access import composed, policies
from alongside.access.holding import Holding
from alongside.access.models import EmergencyOpening, SealKey
from alongside.access.models.emergency import EmergencyOpeningQuerySet
from alongside.access.models.seal import SealQuerySet
from alongside.access.policy import Policy, Reason
from alongside.agencies.models import Absence, AbsenceQuerySet, Agency, Post, Scope
from alongside.cases.models import Allocation, CurrentQuerySet
from alongside.people.models import Person
from tests.access.matrix_table import ALLOW, ARCHETYPES, GROUP_OF, PRINCIPALS, may
from tests.access.matrix_world import CLOSED, Everybody, build, undone
from tests.access.printed import COUNTED

pytestmark = pytest.mark.django_db
ABOUT_CHILDREN = tuple(policy for policy in policies.POLICIES if policy.about == "child")
Cell = tuple[str, str, str]


@pytest.fixture(autouse=True)
def noon() -> None:
    """The matrix is asked today: nothing in it depends on the day."""


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: Any) -> Iterator[Everybody]:
    with django_db_blocker.unblock(), undone():
        yield build()


@dataclass(frozen=True)
class Held:
    """Which reasons hold for whom under which closing, as the database said."""

    reasons: dict[tuple[str, str], frozenset[Reason]]

    def allowed(self, policy: Policy, who: str, archetype: str) -> bool:
        hold = self.reasons[who, archetype]
        return bool(hold.intersection(policy.allow)) and not hold.intersection(policy.deny)


def ask(everybody: Everybody, archetypes: tuple[str, ...] = tuple(ARCHETYPES)) -> Held:
    """Every reason, for everybody, under each of these closings. One query for each."""
    found = {}
    for archetype in archetypes:
        with undone():
            CLOSED[archetype](everybody)
            for who in PRINCIPALS:
                holding = Holding(ABOUT_CHILDREN, everybody.fresh(who))
                told = Person.objects.filter(pk=everybody.child.pk).values_list(
                    holding.expression(), flat=True
                )[0]
                found[who, archetype] = frozenset(holding.reasons_in(told))
    return Held(found)


@pytest.fixture(scope="module")
def held(everybody: Everybody) -> Held:
    return ask(everybody)


def wrong(held: Held, of: tuple[Policy, ...] = ABOUT_CHILDREN) -> dict[Cell, bool]:
    """Cells in which the answer is not the table's, with the answer."""
    return {
        (policy.id, who, archetype): answer
        for who, archetype in held.reasons
        for policy in of
        for answer in [held.allowed(policy, who, archetype)]
        if answer is not may(policy.id, who, archetype)
    }


def widened(held: Held, of: tuple[Policy, ...] = ABOUT_CHILDREN) -> bool:
    return any(wrong(held, of).values())


def test_every_policy_and_every_closing_is_in_the_table() -> None:
    assert {policy.id for policy in ABOUT_CHILDREN} == ALLOW.keys()
    assert CLOSED.keys() == ARCHETYPES.keys()
    assert len(PRINCIPALS) >= 12


def test_every_cell_is_as_the_table_says(held: Held) -> None:
    COUNTED["cells of the matrix, each as the table says"] = len(held.reasons) * len(ABOUT_CHILDREN)
    assert wrong(held) == {}


@pytest.mark.parametrize("archetype", ["ordinary", "restricted", "adoption"])
def test_the_list_says_the_same_as_the_single_question(
    everybody: Everybody, held: Held, archetype: str
) -> None:
    this = Person.objects.filter(pk=everybody.child.pk)
    disagree = []
    with undone():
        CLOSED[archetype](everybody)
        for who in PRINCIPALS:
            me = everybody.fresh(who)
            lists = [policy.filter(this, me).values_list("pk", flat=True) for policy in ABOUT_CHILDREN]
            listed = [bool(list(one)) for one in lists]
            disagree += [
                (policy.id, who)
                for policy, found in zip(ABOUT_CHILDREN, listed, strict=True)
                if found is not held.allowed(policy, who, archetype)
            ]
    COUNTED["cells asked again as a list"] = COUNTED.get("cells asked again as a list", 0) + len(
        PRINCIPALS
    ) * len(ABOUT_CHILDREN)
    assert disagree == []


# --- Mutants: each widens the rules by one change; the table must notice every one --------------------------------

EVERY_REASON = tuple(dict.fromkeys(reason for policy in ABOUT_CHILDREN for reason in policy.allow))
WITHOUT_A_DENIAL = [
    Policy(
        policy.id, policy.action, policy.about, policy.allow, tuple(one for one in policy.deny if one != gone)
    )
    for policy in ABOUT_CHILDREN
    for gone in policy.deny
]
#: What one reason lets in that others of a policy let in already, it does not widen.
IMPLIED = {
    "manager": {"team"}, "front-door-decides": {"front-door"}, "police": {"agency"}, "school": {"agency", "core-group"},
    "front-door-manages": {"front-door", "front-door-decides"}, "lead": {"team"},
}  # fmt: skip
WITH_A_REASON_MORE = [
    Policy(policy.id, policy.action, policy.about, (*policy.allow, more), policy.deny)
    for policy in ABOUT_CHILDREN
    for more in EVERY_REASON
    for group in [GROUP_OF[more.words]]
    if group not in ALLOW[policy.id] and not IMPLIED.get(group, set()) & ALLOW[policy.id]
]


def test_every_denial_that_is_left_out_is_noticed(held: Held) -> None:
    alive = [policy.id for policy in WITHOUT_A_DENIAL if not widened(held, (policy,))]
    COUNTED["mutants killed: a denial left out"] = len(WITHOUT_A_DENIAL)
    assert alive == []


def test_every_reason_too_many_is_noticed(held: Held) -> None:
    alive = [f"{p.id}: {p.allow[-1].words}" for p in WITH_A_REASON_MORE if not widened(held, (p,))]
    COUNTED["mutants killed: a reason too many"] = len(WITH_A_REASON_MORE)
    assert alive == []


def _everybody_has_it(reason: Reason) -> Callable[[Held], Held]:
    return lambda held: Held({cell: hold | {reason} for cell, hold in held.reasons.items()})


def _nobody_is_denied(reason: Reason) -> Callable[[Held], Held]:
    return lambda held: Held({cell: hold - {reason} for cell, hold in held.reasons.items()})


@pytest.mark.parametrize("reason", EVERY_REASON, ids=lambda reason: reason.words)
def test_a_reason_that_holds_for_everybody_is_noticed(held: Held, reason: Reason) -> None:
    COUNTED["mutants killed: a reason that holds for everybody"] = len(EVERY_REASON)
    assert widened(_everybody_has_it(reason)(held))


@pytest.mark.parametrize("reason", policies.DENIED, ids=lambda reason: reason.words)
def test_a_denial_that_never_holds_is_noticed(held: Held, reason: Reason) -> None:
    COUNTED["mutants killed: a denial that never holds"] = len(policies.DENIED)
    assert widened(_nobody_is_denied(reason)(held))


#: One row filter or one condition left out: what is patched, by what, and the closings under which it shows.
ROW_FILTERS: dict[str, tuple[Any, str, Any, tuple[str, ...]]] = {
    "a post that has ended still holds": (Post, "holds_on", lambda self, day: True, ("ordinary",)),
    "roles in a team are not asked": (Scope, "teams_as", lambda self, *roles: self.teams, ("ordinary",)),
    "roles in an area are not asked": (
        Scope, "areas_as", lambda self, *roles, purpose="": {p.team.area_id for p in self.posts if p.team},
        ("ordinary",),
    ),
    "the purpose of a team is not asked": (
        Scope, "areas_as",
        lambda self, *roles, purpose="": {p.team.area_id for p in self.posts if p.team and p.role in roles},
        ("ordinary",),
    ),
    "the council is a partner agency too": (
        Scope, "partner_agencies", property(lambda self: self.agencies), ("ordinary",)
    ),
    "an involvement that has ended still holds": (CurrentQuerySet, "current", lambda self: self.all(), ("ordinary",)),
    "an absence never ends": (AbsenceQuerySet, "running", lambda self, day: self.standing().filter(from_on__lte=day), ("ordinary",)),
    "an absence begins before its first day": (
        AbsenceQuerySet, "running", lambda self, day: self.standing().filter(to_on__gte=day), ("ordinary",)
    ),
    "whoever is back stays covered": (AbsenceQuerySet, "standing", lambda self: self.all(), ("ordinary",)),
    "an emergency never ends": (
        EmergencyOpeningQuerySet, "running", lambda self, now: self.all(), ("ordinary",)
    ),
    "an emergency opens an adoption record": (
        policies.Seal, "OPENED_IN_EMERGENCY", tuple(policies.Seal.Kind), ("adoption",)
    ),
    "no seal stands": (SealQuerySet, "standing", lambda self: self.none(), ("restricted",)),
    "restricted records alone are sealed": (
        SealQuerySet, "standing", lambda self: self.filter(to_on=None, kind="restricted"), ("adoption",)
    ),
}  # fmt: skip


@pytest.fixture
def composed_anew() -> Iterator[None]:
    """Conditions put into SQL before the test and during it are not used after."""
    composed.forget()
    yield
    composed.forget()


@pytest.mark.usefixtures("composed_anew")
@pytest.mark.parametrize("mutant", ROW_FILTERS)
def test_a_row_filter_left_out_is_noticed(
    everybody: Everybody, monkeypatch: pytest.MonkeyPatch, mutant: str
) -> None:
    where, name, instead, archetypes = ROW_FILTERS[mutant]
    COUNTED["mutants killed: a row filter left out"] = len(ROW_FILTERS)
    monkeypatch.setattr(where, name, instead)
    assert widened(ask(everybody, archetypes))


def _sealed_from_any_key(me: Scope) -> Q:
    """A key to one of two seals opens the record."""
    keys = SealKey.objects.filter(practitioner=me.practitioner, to_on=None)
    shut = policies.Seal.objects.standing().exclude(child__in=keys.values("seal__child"))
    return Q(pk__in=shut.values("child"))


def _sealed_with_old_keys(me: Scope) -> Q:
    """A key that was taken back still opens the record."""
    keys = SealKey.objects.filter(Q(practitioner=me.practitioner) | Q(team__in=me.teams))
    return Q(pk__in=policies.Seal.objects.standing().exclude(pk__in=keys.values("seal")).values("child"))


def _sealed_with_anybodys_key(me: Scope) -> Q:
    return Q(
        pk__in=policies.Seal.objects.standing().exclude(pk__in=SealKey.objects.values("seal")).values("child")
    )


def _opened_by_anybody(me: Scope) -> Q:
    """One practitioner's emergency opens the record to all."""
    return Q(pk__in=EmergencyOpening.objects.running(policies.timezone.now()).values("child"))


def _any_agency(me: Scope) -> Q:
    return Q(cases__area__in=Agency.areas.through.objects.filter(agency__in=me.agencies).values("area"))


def _any_allocation(me: Scope) -> Q:
    return Q(pk__in=Allocation.objects.filter(team__agency__in=me.agencies).values("case__child"))


def _covers_anybody(me: Scope) -> Q:
    """Whoever covers for somebody opens what anybody leads on."""
    away = Absence.objects.running(policies.timezone.localdate()).filter(covered_by=me.practitioner)
    return Q(pk__in=Allocation.objects.current().filter(area__in=away.values("area")).values("case__child"))


def _covers_every_part(me: Scope) -> Q:
    """Whoever covers for the chair does what the lead practitioner does."""
    away = Absence.objects.running(policies.timezone.localdate()).filter(covered_by=me.practitioner)
    return Q(
        pk__in=Allocation.objects.current()
        .filter(practitioner__in=away.values("practitioner"))
        .values("case__child")
    )


def _covers_what_they_manage(me: Scope) -> Q:
    """Whoever covers for a manager sees what the manager's team does."""
    away = Absence.objects.running(policies.timezone.localdate()).filter(covered_by=me.practitioner)
    teams = Post.objects.filter(practitioner__in=away.values("practitioner"), to_on=None).values("team")
    return Q(pk__in=Allocation.objects.current().filter(team__in=teams).values("case__child"))


def _covers_after_leaving(me: Scope) -> Q:
    """Whoever covers and works there no longer goes on."""
    away = Absence.objects.running(policies.timezone.localdate()).filter(covered_by=me.practitioner)
    parts = Allocation.objects.current().filter(
        capacity=policies.LEAD, practitioner__in=away.values("practitioner")
    )
    return Q(pk__in=parts.values("case__child"))


CONDITIONS: dict[str, tuple[Reason, Callable[[Scope], Q], tuple[str, ...]]] = {
    "a key to one of two seals is enough": (
        policies.SEALED,
        _sealed_from_any_key,
        ("restricted and adoption, one key each",),
    ),
    "a key taken back still opens": (
        policies.SEALED,
        _sealed_with_old_keys,
        ("restricted, keys taken back",),
    ),
    "anybody's key opens": (policies.SEALED, _sealed_with_anybodys_key, ("restricted",)),
    "one emergency opens to all": (policies.BROKE_GLASS, _opened_by_anybody, ("ordinary",)),
    "every agency of the area is working with the child": (
        policies.AGENCY_INVOLVED,
        _any_agency,
        ("ordinary",),
    ),
    "whoever covers, covers for everybody": (policies.COVERS_LEAD, _covers_anybody, ("ordinary",)),
    "whoever covers a chair, leads": (policies.COVERS_LEAD, _covers_every_part, ("ordinary",)),
    "whoever covers a manager, manages": (policies.COVERS_LEAD, _covers_what_they_manage, ("ordinary",)),
    "whoever covers may, though they left": (policies.COVERS_LEAD, _covers_after_leaving, ("ordinary",)),
    "every team of the council is the child's team": (policies.IN_TEAM, _any_allocation, ("ordinary",)),
    "every manager manages the child's team": (policies.MANAGES, _any_allocation, ("ordinary",)),
}


@pytest.mark.parametrize("mutant", CONDITIONS)
def test_a_condition_left_out_is_noticed(everybody: Everybody, mutant: str) -> None:
    reason, instead, archetypes = CONDITIONS[mutant]
    COUNTED["mutants killed: a condition left out"] = len(CONDITIONS)
    was = reason.where
    object.__setattr__(reason, "where", instead)
    try:
        assert widened(ask(everybody, archetypes))
    finally:
        object.__setattr__(reason, "where", was)


def test_there_are_enough_mutants() -> None:
    made = (WITHOUT_A_DENIAL, WITH_A_REASON_MORE, EVERY_REASON, policies.DENIED, ROW_FILTERS, CONDITIONS)
    assert sum(map(len, made)) >= 60
