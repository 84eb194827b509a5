"""A later return: what it adds is added, and what it contradicts is left to people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from alongside.cases.models import Case
from alongside.census import made_up, stories
from alongside.census.records import Header, ReadChild
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.matching import spellings
from alongside.matching.models import Spelling
from alongside.people.models import Identifier, Name, Person
from alongside.plans.models import ChildProtectionPlan
from tests.cast import child_of
from tests.census.loading import LATER, a_year_earlier, changed, limits, load, reason, timeline, told

pytestmark = pytest.mark.django_db


def header_of(year: int) -> Header:
    return replace(made_up.header(), year=year, reference_date=date(year, 3, 31))


def moved_to(child: ReadChild, number: str) -> ReadChild:
    """The same child under another number, so that both can be loaded beside each other."""
    return replace(
        child, identifiers=replace(child.identifiers, child_id=number, upn=None, upn_unknown="UN2")
    )


def half_told(child: ReadChild) -> ReadChild:
    """What was known of a child with a plan before the first review."""
    return changed(
        child,
        lambda episode: replace(
            episode,
            assessments=tuple(replace(each, authorised_on=None, factors=()) for each in episode.assessments),
            child_protection_plans=tuple(
                replace(each, reviews=()) for each in episode.child_protection_plans
            ),
        ),
    )


def test_what_a_later_file_adds_makes_the_record_it_would_have_made_alone(tmp_path):
    whole = told(stories.plan_in_time)
    area = load(tmp_path, half_told(whole)).area
    result = load(tmp_path, whole, now=LATER)
    assert result.counts == {"changed": 1}
    alone = load(tmp_path, whole, header=replace(made_up.header(), authority="801")).area
    assert timeline(area) == timeline(alone)
    assert limits(area) == limits(alone)
    assert load(tmp_path, whole, now=LATER).counts == {"unchanged": 1}


def test_a_closure_and_a_new_episode_are_added(tmp_path):
    whole = told(stories.referred_again)
    first = replace(whole.episodes[0], closed_on=None, closure_reason=None)
    area = load(tmp_path, replace(whole, episodes=(first,))).area
    assert load(tmp_path, whole, now=LATER).counts == {"changed": 1}
    alone = load(tmp_path, whole, header=replace(made_up.header(), authority="801")).area
    assert timeline(area) == timeline(alone)
    assert list(Case.objects.filter(area=area).values_list("closed_on", "closure_reason")) == list(
        Case.objects.filter(area=alone).values_list("closed_on", "closure_reason")
    )


def test_the_next_years_return_goes_on_where_the_last_one_ended(tmp_path):
    """It leaves out what lies before its year, and that is no contradiction."""
    read = a_year_earlier(told(stories.plan_in_time))
    (plan,) = read.episodes[0].child_protection_plans
    area = load(tmp_path, read, header=header_of(2025)).area
    review = date(2025, 9, 8)
    plan = replace(plan, reviews=(*plan.reviews, review), ended_on=review, latest_category="EMO")
    next_year = changed(
        read, lambda episode: replace(episode, assessments=(), enquiries=(), child_protection_plans=(plan,))
    )
    assert load(tmp_path, next_year, now=LATER).counts == {"changed": 1}
    kept = ChildProtectionPlan.objects.get()
    assert (kept.ended_on, kept.category) == (review, "emotional-abuse")
    assert Entry.objects.filter(area=area, kind=kinds.ASSESSMENT_APPROVED.id).count() == 1
    assert not Deadline.objects.filter(met_on=None, ended_on=None).exists()
    assert load(tmp_path, next_year, now=LATER).counts == {"unchanged": 1}
    assert load(tmp_path, read, header=header_of(2025), now=LATER).counts == {"unchanged": 1}


def test_an_earlier_years_return_adds_what_it_tells_and_changes_no_detail(tmp_path):
    read = told(stories.disabled_for_years)
    (assessment,) = read.episodes[0].assessments
    load(tmp_path, read)
    before = replace(assessment, started_on=date(2024, 5, 1), authorised_on=date(2024, 6, 12))
    earlier = changed(read, lambda episode: replace(episode, assessments=(before,)))
    earlier = replace(earlier, characteristics=replace(earlier.characteristics, ethnicity="NOBT"))
    ethnicity = Person.objects.get().ethnicity
    result = load(tmp_path, earlier, header=header_of(2025), now=LATER)
    assert result.counts == {"changed": 1}
    assert Person.objects.get().ethnicity == ethnicity
    assert Entry.objects.filter(kind=kinds.ASSESSMENT_APPROVED.id).count() == 2
    assert load(tmp_path, earlier, header=header_of(2025), now=LATER).counts == {"unchanged": 1}
    assert load(tmp_path, read, now=LATER).counts == {"unchanged": 1}


def test_details_of_the_child_are_brought_up_to_date(tmp_path):
    read = told(stories.in_need)
    load(tmp_path, read)
    newer = replace(
        read,
        identifiers=replace(read.identifiers, died_on=None, former_upn="A123456789012"),
        characteristics=replace(read.characteristics, ethnicity="MOTH", disabilities=("AUT",)),
    )
    assert load(tmp_path, newer, now=LATER).counts == {"changed": 1}
    child = Person.objects.get()
    assert (child.ethnicity, child.disabled) == ("MOTH", "yes")
    assert set(child.disabilities.values_list("code", flat=True)) == {"AUT"}
    assert Identifier.objects.filter(scheme="former-upn", value="A123456789012").exists()


def test_a_child_who_was_named_since_is_found_by_the_day_of_birth_that_is_told_later(tmp_path):
    read = told(stories.in_need)
    load(tmp_path, read)
    child = Person.objects.get()
    Name.objects.create(person=child, given="Amara", family="Okoye")
    spellings.keep(child)
    assert child.born_on
    born = child.born_on + timedelta(days=1)
    newer = replace(read, identifiers=replace(read.identifiers, born_on=born))
    assert load(tmp_path, newer, now=LATER).counts == {"changed": 1}
    assert set(Spelling.objects.values_list("words", "born_on")) == {("amara okoye", born)}


def test_a_new_category_of_a_plan_is_brought_up_to_date(tmp_path):
    read = told(stories.plan_in_time)
    load(tmp_path, read)
    newer = changed(
        read,
        lambda episode: replace(
            episode,
            child_protection_plans=tuple(
                replace(each, latest_category="PHY") for each in episode.child_protection_plans
            ),
        ),
    )
    assert load(tmp_path, newer, now=LATER).counts == {"changed": 1}
    assert ChildProtectionPlan.objects.get().category == "physical-abuse"
    assert load(tmp_path, newer, now=LATER).counts == {"unchanged": 1}


def _another_day(child: ReadChild) -> ReadChild:
    return changed(
        child,
        lambda episode: replace(
            episode,
            assessments=tuple(replace(each, authorised_on=date(2025, 7, 7)) for each in episode.assessments),
        ),
    )


def test_a_step_told_otherwise_is_a_conflict_and_nothing_of_the_child_is_loaded(tmp_path):
    read = told(stories.in_need)
    area = load(tmp_path, read).area
    before = timeline(area)
    result = load(tmp_path, _another_day(read), now=LATER)
    (problem,) = [each for each in result.problems if each.level.value == "error"]
    assert result.counts == {"conflict": 1}
    assert problem.what == "The return and the record differ."
    assert "ended was" in problem.why
    assert "is now 2025-07-07" in problem.why
    assert "correct the record" in problem.do
    assert timeline(area) == before


def test_a_step_that_is_gone_from_another_file_of_the_year_is_a_conflict(tmp_path):
    read = told(stories.in_need)
    load(tmp_path, read)
    without = changed(read, lambda episode: replace(episode, child_in_need_plans=()))
    result = load(tmp_path, without, now=LATER)
    assert result.counts == {"conflict": 1}
    assert "was told before and is gone" in reason(result)


def test_where_others_have_worked_on_the_record_a_different_return_is_a_conflict(tmp_path, dana):
    read = told(stories.plan_in_time)
    load(tmp_path, half_told(read))
    case = Case.objects.get()
    kinds.CORE_GROUP_MET.record(case, on=date(2026, 5, 1), by=dana, now=LATER, decisions="Met.")
    result = load(tmp_path, read, now=LATER)
    assert result.counts == {"conflict": 1}
    assert "Others have worked on this child's record" in reason(result)
    assert not Entry.objects.filter(kind=kinds.REVIEW_CONFERENCE_HELD.id).exists()
    assert load(tmp_path, half_told(read), now=LATER).counts == {"unchanged": 1}


def test_a_child_who_was_here_before_any_return_is_a_conflict(tmp_path, wrenmouth):
    read = told(stories.in_need)
    known = child_of(wrenmouth, "Cara Lund", "WREN-CARA22")
    Identifier.objects.create(
        area=wrenmouth, person=known, scheme="la-child-id", value=read.identifiers.child_id
    )
    result = load(tmp_path, read)
    assert result.counts == {"conflict": 1}
    assert "not from a census return" in reason(result)
    assert Person.objects.count() == 1


def test_a_pupil_number_of_another_child_here_is_a_conflict(tmp_path, wrenmouth):
    read = told(stories.plan_in_time)
    known = child_of(wrenmouth, "Cara Lund", "WREN-CARA22")
    Identifier.objects.create(area=wrenmouth, person=known, scheme="upn", value=read.identifiers.upn)
    result = load(tmp_path, read)
    assert result.counts == {"conflict": 1}
    assert "Another child on record here has this unique pupil number." in reason(result)
    assert not Deadline.objects.exists()
