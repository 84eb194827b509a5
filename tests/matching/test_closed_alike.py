"""Of two joined records, what closes one closes both for as long as they are joined: one rule of the policies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from alongside.access import policies
from alongside.access.models import EmergencyOpening, Restriction, Seal, SealKey
from alongside.agencies.models import Practitioner
from alongside.matching import joining as acts
from alongside.matching.models import Joining
from alongside.people.models import Person
from tests.cast import LONG_AGO, NOW, child_of

READ = policies.READ_CHILD


@pytest.fixture
def joining(amara: Person, again: Person, priya: Practitioner) -> Joining:
    choices = {"called": "kept", "born_on": "kept"}
    return acts.join(by=priya, kept=amara, joined=again, reason="One child.", choices=choices, now=NOW)


def closed(child: Person, to: Practitioner) -> None:
    Restriction.objects.create(child=child, practitioner=to, from_on=LONG_AGO, why="Her neighbour.")


def sealed(child: Person, *keys: Practitioner, kind: str = Seal.Kind.RESTRICTED) -> Seal:
    seal = Seal.objects.create(
        child=child, kind=kind, why="A threat.", from_on=LONG_AGO, placed_at=NOW, placed_by=keys[0]
    )
    for one in keys:
        SealKey.objects.create(seal=seal, practitioner=one, from_on=LONG_AGO)
    return seal


def who_opens(child: Person, *people: Practitioner) -> set[str]:
    return {one.name.split()[0] for one in people if READ.allows(child, Practitioner.objects.get(pk=one.pk))}


Closing = Callable[[Person, Practitioner, Practitioner], object]
CLOSINGS: dict[str, Closing] = {
    "a conflict of interest": lambda child, maya, priya: closed(child, maya),
    "a seal": lambda child, maya, priya: sealed(child, priya),
    "an adoption seal": lambda child, maya, priya: sealed(child, priya, kind=Seal.Kind.ADOPTION),
}
EACH = pytest.mark.parametrize("how", CLOSINGS)
EITHER = pytest.mark.parametrize("which", ["kept", "joined"])


@EACH
@EITHER
def test_what_closes_one_closes_both_and_parting_leaves_each_with_its_own(
    how: str,
    which: str,
    joining: Joining,
    maya: Practitioner,
    priya: Practitioner,
    amara: Person,
    again: Person,
) -> None:
    assert who_opens(amara, maya, priya) == who_opens(again, maya, priya) == {"Maya", "Priya"}
    own, other = (amara, again) if which == "kept" else (again, amara)
    CLOSINGS[how](own, maya, priya)
    assert who_opens(own, maya, priya) == who_opens(other, maya, priya) == {"Priya"}
    acts.part(by=priya, joining=joining, because="They are two.", now=NOW)
    assert who_opens(own, maya, priya) == {"Priya"}
    assert who_opens(other, maya, priya) == {"Maya", "Priya"}


@EACH
def test_a_third_record_joined_to_the_same_is_closed_too(
    how: str,
    joining: Joining,
    maya: Practitioner,
    priya: Practitioner,
    mo: Practitioner,
    amara: Person,
    again: Person,
) -> None:
    third = child_of(amara.area, "A Okoye", "WREN-THIRD2", amara.born_on)
    joined = acts.join(by=priya, kept=amara, joined=third, reason="One.", choices={"called": "kept"}, now=NOW)
    if joined.joined_at is None:
        acts.confirm(by=mo, joining=joined, now=NOW)
    CLOSINGS[how](again, maya, priya)
    assert who_opens(third, maya, priya) == {"Priya"}


def test_a_conflict_there_was_before_they_were_joined_closes_both_and_no_row_is_written_for_it(
    maya: Practitioner, priya: Practitioner, amara: Person, again: Person, request: pytest.FixtureRequest
) -> None:
    closed(again, maya)
    assert who_opens(amara, maya) == {"Maya"}
    joining = request.getfixturevalue("joining")
    assert who_opens(amara, maya) == set()
    assert list(Restriction.objects.values_list("child", flat=True)) == [again.pk]
    acts.part(by=priya, joining=joining, because="They are two.", now=NOW)
    assert who_opens(amara, maya) == {"Maya"}


def test_a_joining_that_waits_closes_nothing(
    maya: Practitioner, priya: Practitioner, amara: Person, twin: Person
) -> None:
    acts.join(by=priya, kept=amara, joined=twin, reason="One.", choices={"called": "kept"}, now=NOW)
    closed(twin, maya)
    assert who_opens(amara, maya) == {"Maya"}


def test_an_emergency_opens_what_is_joined_as_it_opens_the_record_itself(
    joining: Joining, maya: Practitioner, priya: Practitioner, amara: Person, again: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    sealed(again, priya)
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    EmergencyOpening.objects.create(
        child=amara, practitioner=maya, why="He is at the door.", began_at=NOW - timedelta(minutes=1),
        ends_at=NOW + timedelta(hours=1), review_due_on=NOW.date(),
    )  # fmt: skip
    assert who_opens(amara, maya) == {"Maya"}


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule left out: a closing is of its own record only."""
    monkeypatch.setattr(
        policies, "_and_joined", lambda rows, path="pk": Q(**{f"{path}__in": rows.values("child")})
    )


@EACH
def test_a_policy_that_forgot_the_joined_record_would_show_it(
    how: str,
    forgetful: None,
    joining: Joining,
    maya: Practitioner,
    priya: Practitioner,
    amara: Person,
    again: Person,
) -> None:
    """The seeded fault: what the tests above hold is held by that one rule."""
    CLOSINGS[how](again, maya, priya)
    assert who_opens(again, maya) == set()
    assert who_opens(amara, maya) == {"Maya"}
