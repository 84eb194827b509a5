"""The whole borough, made small: the same each time, within its days, and as the acts would leave it."""

from __future__ import annotations

from datetime import date
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command
from django.db import transaction
from django.db.models import Count

from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.demo import borough as whole
from alongside.demo.fast import in_bulk, through_acts
from alongside.demo.organisation import Borough, lay_out
from alongside.people.models import HouseholdMember, Person, Relationship
from tests.demo.test_fast_path_equals_acts import differences, everything, played

pytestmark = pytest.mark.django_db

UNTIL = date(2026, 6, 1)


@pytest.fixture
def wrenmouth(db: None) -> Borough:
    return lay_out(password="only for a test")


def test_three_hundred_people(wrenmouth: Borough) -> None:
    heard: list[tuple[int, int]] = []
    rows = whole.fill(
        wrenmouth, seed=1, until=UNTIL, people=300, story=False, progress=lambda *said: heard.append(said)
    )
    known = Person.objects.count()
    assert 300 <= known <= 310
    assert rows > 5_000
    assert heard == [(50, 300), (100, 300), (150, 300), (200, 300), (250, 300), (300, 300)]
    first, last = Entry.objects.earliest("happened_on"), Entry.objects.latest("happened_on")
    assert whole.FIRST <= first.happened_on < last.happened_on < UNTIL
    assert not Entry.objects.filter(recorded_at__gte=whole.at(UNTIL, "08:00")).exists()
    assert Relationship.objects.filter(kind="mother").exists()
    assert HouseholdMember.objects.exists()
    assert Case.objects.filter(closed_on=None).exists()
    assert Case.objects.values("child").annotate(times=Count("id")).filter(times__gt=1).exists()
    assert Deadline.objects.values("edition").distinct().count() >= 4
    said = StringIO()
    call_command("deadlines_rebuild", stdout=said, stderr=StringIO())
    assert said.getvalue().startswith("Deadlines: 0 changed")


@pytest.mark.once("What is drawn by chance is drawn before the database hears of it.")
def test_the_same_seed_and_day_give_the_same_borough(wrenmouth: Borough) -> None:
    def filled(seed: int) -> dict[str, list[str]]:
        borough = Borough(wrenmouth.area, wrenmouth.agencies, dict(wrenmouth.teams), dict(wrenmouth.staff))
        found = played(lambda: whole.fill(borough, seed=seed, until=UNTIL, people=60, story=False))
        # On which chain somebody's rows stand follows their key, and keys are drawn anew each time.
        rows = found.pop("audit.Row")
        del found["audit.Head"]
        return found | {"rows of the audit": [f"{len(rows)}"]}

    one, again, other = filled(7), filled(7), filled(8)
    assert not list(differences(one, again))
    assert list(differences(one, other))


def test_families_drawn_by_chance_are_as_the_acts_leave_them(wrenmouth: Borough) -> None:
    chance = Random(3)
    teams = whole._grow(wrenmouth, chance)
    days = (date(2023, 1, 9), UNTIL)
    drawn = list(whole._scripts(wrenmouth, teams, chance, days, 25, lambda done, of: None))
    assert sum(len(script.steps) for script in drawn) > 60

    def by_acts() -> None:
        for script in drawn:
            through_acts.play(wrenmouth.area, script)

    found = played(by_acts)
    in_bulk.acquaint(wrenmouth.staff.values())
    bulk = played(lambda: in_bulk.play(wrenmouth.area, drawn))
    assert "\n".join(differences(found, bulk)) == ""


def test_it_tells_the_story_too(wrenmouth: Borough) -> None:
    with transaction.atomic():
        whole.fill(wrenmouth, seed=1, until=UNTIL, people=5)
        assert Person.objects.filter(called="Edie Marlow").exists()


def test_a_day_before_any_text_is_refused(wrenmouth: Borough) -> None:
    before = everything()
    with pytest.raises(ValueError, match="4 July 2018"):
        whole.fill(wrenmouth, seed=1, until=date(2018, 7, 4), people=10)
    assert everything() == before
