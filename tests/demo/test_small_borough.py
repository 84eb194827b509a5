"""The small borough, made smaller still: its deadlines are left for the end, and that changes no row."""

from __future__ import annotations

from datetime import date
from io import StringIO
from random import Random

import pytest
from django.core.management import call_command

from alongside.access import policies
from alongside.cases.models import Case
from alongside.chronology.models import Entry, Shortfall
from alongside.contexts.models import Context
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import catch_up, once_for_each_case, refresh
from alongside.demo import borough as whole
from alongside.demo import small
from alongside.demo.fast import through_acts
from alongside.demo.fast.steps import ExplainOverRun
from alongside.demo.judged import organisations_judge_themselves
from alongside.demo.organisation import Borough, lay_out
from alongside.demo.outside import harm_outside_the_home
from alongside.demo.story import tell
from alongside.improvement.models import SelfAssessment
from alongside.people.models import Person
from tests.demo.test_fast_path_equals_acts import differences, played

pytestmark = pytest.mark.django_db

UNTIL = date(2026, 6, 1)


@pytest.fixture
def wrenmouth(db: None) -> Borough:
    return lay_out(password="only for a test")


def test_who_may_is_asked_today_also_in_a_borough_that_lived_until_a_day_long_past(
    wrenmouth: Borough,
) -> None:
    until = date(2025, 2, 3)
    harm_outside_the_home(wrenmouth, until)
    organisations_judge_themselves(wrenmouth, until)

    station = Context.objects.get(name="Quayside bus station")
    assert policies.READ_CONTEXT.allows(station, wrenmouth.staff["tom"])
    assert SelfAssessment.objects.filter(area=wrenmouth.area).count() == 5


def test_acts_leave_the_same_rows_whether_deadlines_follow_each_or_come_at_the_end(
    wrenmouth: Borough,
) -> None:
    teams = whole._grow(wrenmouth, chance := Random(5))
    every = whole._scripts(wrenmouth, teams, chance, (date(2023, 1, 9), UNTIL), 150, lambda done, of: None)
    took_long = [one for one in every if any(isinstance(step, ExplainOverRun) for step in one.steps)]
    drawn = took_long[:5]
    for (
        script
    ) in drawn:  # Nobody writes down why it takes longer, which the approval finds out from a deadline.
        script.steps = [step for step in script.steps if not isinstance(step, ExplainOverRun)]

    def by_acts() -> None:
        for script in drawn:
            through_acts.play(wrenmouth.area, script)

    def with_deadlines_at_the_end() -> None:
        with once_for_each_case():
            by_acts()
            before = Deadline.objects.outstanding().count()
        assert before > Deadline.objects.outstanding().count()  # What was met last was met at the end.
        assert Shortfall.objects.filter(rule_id="assessment.over-run").exists()

    assert "\n".join(differences(played(by_acts), played(with_deadlines_at_the_end))) == ""


def test_it_holds_its_families_and_the_story_and_every_deadline(wrenmouth: Borough) -> None:
    small.fill(wrenmouth, seed=1, until=UNTIL, children=12)
    assert Person.objects.filter(called="Edie Marlow").exists()
    assert Case.objects.count() >= 12
    assert Entry.objects.filter(kind="referral-decided").exists()
    assert Deadline.objects.outstanding().exists()
    said = StringIO()
    call_command("deadlines_rebuild", stdout=said, stderr=StringIO())
    assert said.getvalue().startswith("Deadlines: 0 changed")


def test_what_was_left_is_lost_with_the_acts_when_one_fails(wrenmouth: Borough) -> None:
    @once_for_each_case()
    def told_and_cut_off() -> None:
        tell(wrenmouth)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        told_and_cut_off()
    assert not Entry.objects.exists()
    assert not Deadline.objects.exists()
    tell(wrenmouth)
    case = Case.objects.filter(deadlines__isnull=False).earliest("opened_on")
    Deadline.objects.filter(case=case).delete()
    catch_up(case.pk)  # Nothing waits any more,
    assert not Deadline.objects.filter(case=case).exists()
    assert refresh(case) > 0  # and each act works its deadlines out again.
