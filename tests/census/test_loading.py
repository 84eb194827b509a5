"""A return becomes records and a chronology: all it says, nothing it does not say, once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.management import call_command

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.assessments.models import Assessment, AssessmentFactor
from alongside.cases.models import Case
from alongside.census import made_up, stories
from alongside.census.loading.returns import import_return
from alongside.census.models import ImportedReturn, ReturnedChild
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.states import states
from alongside.conferences.models import ConferenceDecision
from alongside.deadlines.models import Deadline
from alongside.family_help.models import ChildInNeedPlan
from alongside.people.models import Disability, Identifier, Person
from alongside.plans.models import ChildProtectionPlan
from alongside.referrals.models import Decision, Referral
from alongside.refusals import Refusal
from alongside.section47.models import EnquiryConclusion, Section47Enquiry
from tests.census.loading import LATER, NOW, changed, file_of, load, timeline, told
from tests.census.returns import REFERENCE

pytestmark = pytest.mark.django_db


def _counted(path) -> dict[str, int]:
    tags = Counter(each.tag for each in ElementTree.parse(path).iter())
    return {
        "children": tags["Child"],
        "episodes": tags["CINdetails"],
        "assessments": tags["Assessments"],
        "complete": tags["AssessmentAuthorisationDate"],
        "factors": tags["AssessmentFactors"],
        "child in need plans": tags["CINPlanDates"],
        "enquiries": tags["Section47"],
        "plans": tags["ChildProtectionPlans"],
        "ended plans": tags["CPPendDate"],
        "reviews": tags["CPPreviewDate"],
    }


def _recorded(area: Area) -> dict[str, int]:
    inside = {"area": area}
    return {
        "children": Person.objects.filter(**inside).count(),
        "episodes": Case.objects.filter(**inside).count(),
        "assessments": Assessment.objects.filter(**inside).count(),
        "complete": Assessment.objects.filter(**inside).exclude(approval=None).count(),
        "factors": AssessmentFactor.objects.filter(approval__area=area).count(),
        "child in need plans": ChildInNeedPlan.objects.filter(**inside).count(),
        "enquiries": Section47Enquiry.objects.filter(**inside).count(),
        "plans": ChildProtectionPlan.objects.filter(**inside).count(),
        "ended plans": ChildProtectionPlan.objects.filter(**inside).exclude(ended_on=None).count(),
        "reviews": ConferenceDecision.objects.filter(**inside, kind="review").count(),
    }


def test_everything_in_the_file_is_on_record_and_importing_it_again_changes_nothing():
    theirs = REFERENCE / "samples" / "synthetic_clean_2025_26.xml"
    for path in [made_up.SHIPPED, *([theirs] if theirs.exists() else [])]:
        result = import_return(path, now=NOW)
        area = result.area
        assert result.counts == {"loaded": result.children}
        assert result.problems == []
        assert _recorded(area) == _counted(path)

        before = (timeline(area), Deadline.objects.count(), ReturnedChild.objects.count())
        again = import_return(path, now=LATER)
        assert again.counts == {"unchanged": result.children}
        assert (timeline(area), Deadline.objects.count(), ReturnedChild.objects.count()) == before
    out = StringIO()
    call_command("deadlines_rebuild", stdout=out, stderr=StringIO())
    assert out.getvalue().startswith("Deadlines: 0 changed")


def test_a_plan_that_a_review_ended_reads_as_it_happened(tmp_path):
    area = load(tmp_path, told(stories.plan_ended)).area
    assert [(day.isoformat(), kind) for _, day, kind in timeline(area)] == [
        ("2024-08-29", "referral-received"),
        ("2024-10-07", "referral-decided"),
        ("2024-10-07", "initial-conference-held"),
        ("2025-01-03", "review-conference-held"),
        ("2025-06-19", "review-conference-held"),
        ("2025-06-19", "child-in-need-plan-started"),
    ]


def test_it_happened_then_and_is_recorded_now_by_the_import(tmp_path):
    area = load(tmp_path, told(stories.plan_in_time)).area
    entries = Entry.objects.filter(area=area)
    (by,) = Practitioner.objects.filter(pk__in=entries.values("recorded_by"))
    assert set(entries.values_list("recorded_at", "source")) == {(NOW, "census 2025/26")}
    assert all(entry.happened_on < date(2026, 4, 1) for entry in entries)
    assert (by.name, by.is_active, by.has_usable_password()) == ("Census import", False, False)
    assert by.posts.get().agency.sector == Agency.Sector.CHILDRENS_SOCIAL_CARE


def test_a_child_has_the_numbers_and_details_of_the_return(tmp_path):
    read = told(stories.disabled_for_years)
    load(tmp_path, read)
    child = Person.objects.get()
    numbers = dict(Identifier.objects.values_list("scheme", "value"))
    assert child.called == f"Child {read.identifiers.child_id}"
    assert (child.born_on, child.sex) == (read.identifiers.born_on, read.identifiers.sex)
    assert numbers == {"la-child-id": read.identifiers.child_id, "upn": read.identifiers.upn}
    assert set(Disability.objects.values_list("code", flat=True)) == set(
        read.characteristics.disabilities
    ) - {"NONE"}


@pytest.mark.parametrize(
    ("code", "recorded"), [("REFU", "declined"), ("NOBT", "not-asked"), ("BCRB", "BCRB")]
)
def test_an_ethnicity_that_is_none_is_one_of_the_answers(code, recorded, tmp_path):
    read = told(stories.in_need)
    load(tmp_path, replace(read, characteristics=replace(read.characteristics, ethnicity=code)))
    assert Person.objects.get().ethnicity == recorded


def test_an_unborn_child_has_the_day_expected(tmp_path):
    load(tmp_path, told(stories.unborn))
    child = Person.objects.get()
    assert child.is_unborn
    assert child.sex == "U"


@pytest.mark.parametrize(
    ("story", "since"),
    [
        (stories.in_need, {"child_in_need_plan_since"}),
        (stories.plan_in_time, {"plan_since"}),
        (stories.being_assessed, {"assessment_since"}),
        (stories.being_enquired, {"assessment_since", "enquiry_since"}),
        (stories.assessed_and_closed, {"closed_on"}),
        (stories.no_further_action, {"closed_on"}),
        (stories.enquiry_without_conference, {"child_in_need_plan_since"}),
        (stories.conference_without_plan, {"child_in_need_plan_since"}),
        (stories.enquired_twice, {"plan_since"}),
        (stories.moved_away, {"closed_on"}),
        (stories.plan_ended, {"child_in_need_plan_since"}),
    ],
)
def test_how_things_stand_is_what_the_return_says(story, since, tmp_path):
    area = load(tmp_path, told(story)).area
    now = states(Entry.objects.filter(area=area).in_order())
    standing = {
        name for name in now.__slots__ if getattr(now, name) and name.endswith(("_since", "closed_on"))
    }
    # A return tells of children in need: while a case of one is open, section 17 is its basis.
    assert standing == since | ({"in_need_since"} if now.is_open else set())


def test_what_the_return_gives_no_day_for_says_so(tmp_path):
    load(tmp_path, told(stories.enquiry_without_conference))
    decision, conclusion = Decision.objects.get(), EnquiryConclusion.objects.get()
    assert decision.decided_on == Referral.objects.get().received_on
    assert conclusion.outcome == "no-conference"
    assert conclusion.concluded_on == date(2026, 3, 31)
    assert (
        decision.reasons
        == conclusion.reasons
        == "The census return gives no day; it had happened by this one."
    )


def test_nothing_is_due_by_what_the_return_does_not_tell(tmp_path):
    area = load(
        tmp_path, told(stories.plan_in_time), told(stories.plan_for_long), told(stories.disabled_for_years)
    ).area
    measured = set(Deadline.objects.filter(area=area).values_list("rule_id", flat=True))
    assert measured == {
        "assessment.completion",
        "assessment.completion-statistics",
        "child-protection.initial-conference",
        "child-protection.initial-conference-statistics",
        "child-protection.first-review",
        "child-protection.next-review",
    }


def test_a_referral_before_the_year_does_not_time_an_assessment_in_it(tmp_path):
    """Earlier assessments of the episode are left out of the return, so that this may not be the first."""
    load(tmp_path, told(stories.disabled_for_years))
    assert set(Deadline.objects.values_list("rule_id", flat=True)) == {"assessment.completion-statistics"}


def test_overlapping_assessments_each_have_their_own_clock(tmp_path):
    read = told(stories.in_need)
    first = read.episodes[0].assessments[0]
    assert first.authorised_on
    second = replace(first, started_on=date(2025, 7, 1), authorised_on=date(2025, 7, 15))
    load(tmp_path, changed(read, lambda episode: replace(episode, assessments=(first, second))))
    told_of = Deadline.objects.filter(rule_id="assessment.completion-statistics")
    assert set(told_of.values_list("starts_on", "met_on")) == {
        (first.started_on, first.authorised_on),
        (second.started_on, second.authorised_on),
    }


def test_a_category_that_changed_is_known_by_the_latest_review(tmp_path):
    load(tmp_path, told(stories.plan_for_long))
    plan = ChildProtectionPlan.objects.get()
    change = Entry.objects.get(kind=kinds.PLAN_CHANGED.id)
    assert (plan.initial_category, plan.category) == ("neglect", "emotional-abuse")
    assert "changed from neglect to emotional abuse" in change.details["what"]
    assert states(Entry.objects.in_order()).category == "emotional-abuse"


def test_withdrawn_factors_are_kept(tmp_path):
    read = changed(
        told(stories.in_need),
        lambda episode: replace(
            episode, assessments=tuple(replace(each, factors=("18A", "19A")) for each in episode.assessments)
        ),
    )
    result = load(tmp_path, read)
    assert result.counts == {"loaded": 1}
    assert {problem.rule for problem in result.problems} >= {"8945Q", "8950Q"}
    assert set(AssessmentFactor.objects.values_list("code", flat=True)) == {"18A", "19A"}


def test_a_second_referral_while_a_case_is_open_is_an_episode_of_its_own(tmp_path):
    read = told(stories.in_need)
    extra = replace(told(stories.no_further_action).episodes[0], referred_on=date(2026, 1, 23))
    assert load(tmp_path, replace(read, episodes=(*read.episodes, extra))).counts == {"loaded": 1}
    assert Case.objects.filter(closed_on=None).count() == 1
    assert Case.objects.get(opened_on=date(2026, 1, 23)).closure_reason == "no-further-action"


def test_a_child_that_fails_half_way_leaves_nothing_and_stops_nobody_else(tmp_path):
    """Told on 1 September 2025, a plan's review in the months after has not happened yet."""
    early = NOW.replace(year=2025, month=9)
    good, bad = told(stories.no_further_action), told(stories.plan_in_time)
    result = load(tmp_path, bad, good, now=early)
    (problem,) = [each for each in result.problems if each.child == bad.identifiers.child_id]
    assert result.counts == {"loaded": 1, "conflict": 1}
    assert problem.what == "This has not happened yet."
    assert [child.number for child in ReturnedChild.objects.all()] == [good.identifiers.child_id]
    assert Person.objects.count() == Case.objects.count() == Referral.objects.count() == 1
    assert set(Entry.objects.values_list("child__called", flat=True)) == {Person.objects.get().called}


def test_a_dry_run_keeps_nothing():
    result = import_return(made_up.SHIPPED, now=NOW, dry_run=True)
    assert result.counts == {"loaded": made_up.SHIPPED_CHILDREN}
    assert not Area.objects.exists()
    assert not Person.objects.exists()
    assert not Entry.objects.exists()
    assert not ImportedReturn.objects.exists()


def test_the_area_is_the_authoritys_own_and_made_when_it_is_not_here(tmp_path):
    result = load(tmp_path, told(stories.in_need), header=replace(made_up.header(), authority="801"))
    assert (result.area.code, result.area.name, result.area_is_new) == ("801", "Bristol, City of", True)
    assert not load(
        tmp_path, told(stories.in_need), header=replace(made_up.header(), authority="801")
    ).area_is_new


def test_a_return_goes_into_another_area_only_when_asked_and_it_is_said(tmp_path, wrenmouth):
    path = file_of(tmp_path, [told(stories.in_need)], replace(made_up.header(), authority="801"))
    result = import_return(path, now=NOW, area_code=wrenmouth.code)
    assert result.area == wrenmouth
    assert "The return is of another authority than the area it goes into." in [
        problem.what for problem in result.problems
    ]


@pytest.mark.parametrize(("authority", "code"), [("777", None), ("199", "777")])
def test_an_area_nobody_knows_is_not_made(authority, code, tmp_path):
    path = file_of(tmp_path, [told(stories.in_need)], replace(made_up.header(), authority=authority))
    with pytest.raises(Refusal, match="There is no area with the code 777"):
        import_return(path, now=NOW, area_code=code)
    assert not Area.objects.exists()


def test_the_return_itself_is_remembered(ada):
    import_return(made_up.SHIPPED, now=NOW, asked_by=ada)
    kept = ImportedReturn.objects.get()
    assert (kept.year, kept.serial, kept.file_name, kept.asked_by) == (
        2026,
        "001",
        "made_up_2025_26.xml",
        ada,
    )
    assert len(kept.digest) == 64
    assert kept.finished_at == NOW
