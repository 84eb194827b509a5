"""Early help as the facts have it, T8 to T18, through HTTP: led by a school, stepped up, stepped down, ended."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from alongside.agencies.models import Agency, Area, AreaSwitch, Practitioner, Team
from alongside.cases.basis import early_help_on, in_need_on
from alongside.cases.models import Case, InNeed, Involvement
from alongside.chronology.models import Entry, Shortfall
from alongside.early_help.models import (
    EarlyHelpAssessment,
    EarlyHelpOffer,
    EarlyHelpRefusal,
    FamilyTeamMember,
)
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction, PlanBasisChange
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan
from alongside.referrals.models import Referral
from tests.early_help.conftest import TODAY, ago, assess, plan, refer_and_decide, told
from tests.early_help.walking import Walk, answered, words_of


def kinds_of(child: Person) -> list[str]:
    return list(Entry.objects.filter(child=child).in_order().values_list("kind", flat=True))


def missing(child: Person, rule: str) -> str:
    return " ".join(Shortfall.objects.filter(case__child=child, rule_id=rule).values_list("words", flat=True))


def counted(area: Area, day: date) -> tuple[int, int]:
    """Early help and section 17 open on a day."""
    return early_help_on(area, day).count(), in_need_on(area, day).count()


def test_a_school_offers_early_help_and_leads_it(walk: Walk, helen: Practitioner, zuri: Person) -> None:
    """T8: agreement of the child and the parents, help and sharing kept apart; whoever offers it leads."""
    offer = EarlyHelpOffer.objects.get()
    assert [(one.who, one.answer, one.may_share) for one in offer.answers.all()] == [
        ("Zuri", "yes", "yes"),
        ("Ana, her mother", "yes", "in-part"),
    ]
    assert {one.label for one in offer.signs.all()} == {
        "Has a parent or carer in prison", "Misses education: often absent, or not there full time",
    }  # fmt: skip
    case = Case.objects.get(child=zuri)
    assert not InNeed.objects.filter(case=case).exists()
    assert not Referral.objects.exists()
    assert FamilyTeamMember.objects.get(leads=True).practitioner == helen
    assert not Shortfall.objects.filter(case=case).exists()
    status, words = walk.at(helen, "early_help:episode", zuri.reference)
    assert status == 200
    for said in (
        "Helen Marsh",
        "early help, by agreement",
        "I want to come on time.",
        "They agree to some of it",
    ):
        assert said in words


def test_what_was_not_asked_or_told_is_a_shortfall_and_never_a_bar(
    walk: Walk, helen: Practitioner, front_door: Team
) -> None:
    walk.did(
        helen, "early_help:offer-new", given="Ivo", family="Lund", offered_on=ago(5), why="Sleep.",
        **{"answers-rows": "1"}, **answered(0, "parent", "Per, his father", "not-asked", share="not-asked"),
    )  # fmt: skip
    ivo = Person.objects.get(called="Ivo Lund")
    assert "The child's own answer" in missing(ivo, "early-help.asking")
    assert "told what is recorded" in missing(ivo, "early-help.asking")
    assert "the child and family" in missing(ivo, "early-help.agreement")


@pytest.mark.parametrize(
    ("day", "signs"), [(date(2019, 5, 1), 11), (date(2024, 5, 1), 17), (TODAY, 17), (date(2017, 1, 9), 11)]
)
def test_the_signs_are_those_of_the_text_of_the_day_and_none_is_ticked_or_counted(
    walk: Walk, helen: Practitioner, wrenmouth: Area, day: date, signs: int
) -> None:
    sent = walk.send(helen, "early_help:offer-new", step="", offered_on=day, given="A", family="B")
    page = sent.content.decode()
    assert sent.status_code == 422
    assert page.count('name="signs"') == signs
    assert not re.search(r"<input[^>]* checked", page)
    assert ("Is bereaved" in page) is (signs == 17)


def test_wrong_answers_are_explained_and_nothing_typed_is_lost(
    walk: Walk, helen: Practitioner, wrenmouth: Area
) -> None:
    sent = walk.send(
        helen, "early_help:offer-new", given="Ivo", family="Lund", offered_on=TODAY + timedelta(days=3), why="He is tired.",
        **{"answers-rows": "1"}, **answered(0, "child", "Ivo", ""),
    )  # fmt: skip
    assert sent.status_code == 422
    assert "Select what they answered" in words_of(sent)
    assert "He is tired." in sent.content.decode()
    sent = walk.send(
        helen, "early_help:offer-new", given="Ivo", family="Lund", offered_on=TODAY + timedelta(days=3), why="He is tired.",
        **{"answers-rows": "1"}, **answered(0, "child", "Ivo", "yes"),
    )  # fmt: skip
    assert sent.status_code == 422
    assert "is in the future" in words_of(sent)
    assert not Case.objects.exists()
    assert not Person.objects.exists()


def test_the_assessment_has_nine_headings_and_keeps_every_version(
    walk: Walk, helen: Practitioner, zuri: Person
) -> None:
    """What is under no heading when it is finished is a shortfall; what was written before is there to read."""
    assess(walk, helen, zuri, "wishes", "later_use", complete="no")
    assert not missing(zuri, "early-help.assessment")
    assess(walk, helen, zuri, "later_use")
    assert missing(zuri, "early-help.assessment").endswith(
        "A basis for assessment under section 17 or 47 if that is needed not recorded."
    )
    assert EarlyHelpAssessment.objects.count() == 2
    status, words = walk.at(helen, "early_help:assessment", zuri.reference)
    assert status == 200
    assert "Earlier versions" in words
    walk.client.force_login(helen)
    page = walk.client.get(reverse("early_help:write-assessment", args=[zuri.reference])).content.decode()
    assert "Written under wishes." in page


def test_what_to_do_next_follows_what_was_done(walk: Walk, helen: Practitioner, zuri: Person) -> None:
    """The one verb above a page of the child: the assessment until it is finished, then the plan."""

    def verb() -> str:
        walk.client.force_login(helen)
        page = html.fromstring(walk.client.get(reverse("early_help:episode", args=[zuri.reference])).content)
        (button,) = page.xpath("//a[contains(@class, 'app-banner__do')]")
        return str(button.text_content()).removeprefix("Do next: ")

    assert verb() == "Write the early help assessment"
    assess(walk, helen, zuri)
    assert verb() == "Start the early help plan"
    plan(walk, helen, zuri)
    assert verb() == "Review the early help plan"


def test_an_assessment_with_nothing_in_it_is_no_assessment(
    walk: Walk, helen: Practitioner, zuri: Person
) -> None:
    sent = walk.send(helen, "early_help:write-assessment", zuri.reference, written_on=ago(2), complete="no")
    assert sent.status_code == 422
    assert "Nothing is written yet." in words_of(sent)


def test_the_plan_of_early_help_is_the_plan_there_is_for_everybody(
    walk: Walk, helen: Practitioner, zuri: Person, school: Agency
) -> None:
    """T10: agreed with the family; no supervisor is asked for, and no heading of section 17 is missing."""
    plan(walk, helen, zuri)
    made = ChildInNeedPlan.objects.get()
    assert made.basis == "early-help"
    assert not Shortfall.objects.filter(case__child=zuri).exists()
    status, words = walk.at(helen, "family_help:plan", zuri.reference)
    assert status == 200
    assert words.startswith("Early help plan") or "Early help plan" in words
    assert "It rests on: Early help, by agreement." in words
    action = ChildInNeedPlanAction.objects.get(what="Breakfast club")
    walk.did(
        helen, "family_help:done", zuri.reference, action.pk, done_on=ago(20), came_of_it="She likes it."
    )
    walk.did(
        helen, "family_help:review", zuri.reference, reviewed_on=ago(10), decision="continue", reasons="It helps.",
        progress="On time most days.",
    )  # fmt: skip
    assert "early-help-plan-reviewed" in kinds_of(zuri)


def test_the_team_around_the_family_reads_and_the_family_has_its_say_on_who_leads(
    walk: Walk, helen: Practitioner, ruth: Practitioner, zuri: Person
) -> None:
    told(walk, helen, zuri)
    assert walk.at(ruth, "early_help:episode", zuri.reference)[0] == 404
    walk.did(
        helen,
        "early_help:add-member",
        zuri.reference,
        practitioner=str(ruth.pk),
        part="Sleep",
        from_on=ago(30),
    )
    walk.did(
        helen, "early_help:add-member", zuri.reference, name="Uncle Teo", part="Weekends", from_on=ago(30)
    )
    assert [
        walk.at(ruth, f"{page}", zuri.reference)[0]
        for page in ("early_help:episode", "early_help:assessment", "family_help:plan")
    ] == [200, 200, 200]
    assert [
        walk.at(ruth, page, zuri.reference)[0]
        for page in ("desk:timeline", "early_help:write-assessment", "family_help:change", "early_help:end")
    ] == [404, 404, 404, 404]
    walk.did(
        helen, "early_help:met", zuri.reference, met_on=ago(15), who="Ana, Zuri, Ruth and Helen", agreed="A taxi card."
    )  # fmt: skip
    walk.did(
        helen, "early_help:choose-lead", zuri.reference, practitioner=str(ruth.pk), from_on=ago(3),
        family_view="Ana trusts Ruth.",
    )  # fmt: skip
    status, words = walk.at(ruth, "early_help:episode", zuri.reference)
    assert status == 200
    assert "Ana trusts Ruth." in words
    assert "A taxi card." in words
    lead = FamilyTeamMember.objects.get(leads=True, to_on=None)
    assert lead.practitioner == ruth
    assert walk.at(helen, "early_help:write-assessment", zuri.reference)[0] == 404
    assert walk.at(helen, "early_help:episode", zuri.reference)[0] == 200


def test_whoever_leaves_the_team_reads_no_more(
    walk: Walk, helen: Practitioner, ruth: Practitioner, zuri: Person
) -> None:
    walk.did(helen, "early_help:add-member", zuri.reference, practitioner=str(ruth.pk), from_on=ago(30))
    member = FamilyTeamMember.objects.get(practitioner=ruth)
    walk.did(helen, "early_help:end-member", zuri.reference, member.pk, to_on=ago(1), why="Moved post.")
    assert walk.at(ruth, "early_help:episode", zuri.reference)[0] == 404


def test_strangers_find_nothing_and_nobody_leads_who_was_not_chosen(
    walk: Walk,
    helen: Practitioner,
    tom: Practitioner,
    stranger: Practitioner,
    ada: Practitioner,
    zuri: Person,
) -> None:
    told(walk, helen, zuri)
    pages = (
        "episode",
        "refused",
        "assessment",
        "write-assessment",
        "add-member",
        "choose-lead",
        "met",
        "step-up",
        "step-down",
        "end",
    )
    for who in (tom, stranger, ada):
        for page in pages:
            assert walk.at(who, f"early_help:{page}", zuri.reference)[0] == 404, (who, page)
        assert walk.at(who, "family_help:plan", zuri.reference)[0] == 404
        assert zuri.called not in walk.at(who, "early_help:mine")[1]
    # A school that leads early help steps up; stepping down is for children's social care.
    assert walk.at(helen, "early_help:step-down", zuri.reference)[0] == 404
    assert walk.at(helen, "desk:timeline", zuri.reference)[0] == 404
    assert zuri.called in walk.at(helen, "early_help:mine")[1]


REFUSED = {"without_help": "Mornings stay hard; nothing worse is likely.", "reasons": "Nobody is at risk."}


def test_a_refusal_is_understood_before_it_is_decided(walk: Walk, helen: Practitioner, zuri: Person) -> None:
    """T9 and A-07: why, what they were told, other ways; what is likely without help; a judgement without a default."""
    walk.client.force_login(helen)
    page = walk.client.get(reverse("early_help:refused", args=[zuri.reference])).content.decode()
    assert not re.search(r"<input[^>]* checked", page)
    assert "refer at once" in page
    told(walk, helen, zuri)
    sent = walk.send(helen, "early_help:refused", zuri.reference, refused_on=ago(2), reasons="Well.")
    assert sent.status_code == 422
    assert "Select what you decide" in words_of(sent)
    assert "Enter what is likely to happen without this help" in words_of(sent)

    walk.did(
        helen, "early_help:refused", zuri.reference, refused_on=TODAY, decision="universal", why="They manage now.",
        **REFUSED,
    )  # fmt: skip
    refusal, case = EarlyHelpRefusal.objects.get(), Case.objects.get(child=zuri)
    assert refusal.decision_label == "What is there for everybody; help can be taken up later"
    assert "Other ways of helping" in missing(zuri, "early-help.refusal")
    assert "Why the family" not in missing(zuri, "early-help.refusal")
    assert (case.closed_on, case.closure_reason) == (TODAY, "early-help-not-agreed")
    assert ChildInNeedPlan.objects.get().ending.outcome == "agreement-withdrawn"
    assert walk.at(helen, "early_help:episode", zuri.reference)[0] == 404


@pytest.mark.parametrize("decision", ["refer", "refer-at-once"])
def test_a_refusal_may_lead_to_a_referral_that_carries_what_is_known(
    walk: Walk, helen: Practitioner, priya: Practitioner, zuri: Person, decision: str
) -> None:
    assess(walk, helen, zuri)
    walk.did(helen, "early_help:refused", zuri.reference, refused_on=TODAY, decision=decision, **REFUSED)
    assert Case.objects.get(child=zuri).closed_on is None
    kept = refer_and_decide(walk, helen, priya, zuri, "section-17-assessment")
    assert "Written under facts." in kept["early_help_assessment"]


def test_a_step_up_begins_new_clocks_on_the_same_record(
    walk: Walk, helen: Practitioner, priya: Practitioner, zuri: Person, wrenmouth: Area
) -> None:
    """T11: the lead refers, social care decides, the assessment goes along, and early help goes on meanwhile."""
    told(walk, helen, zuri)
    kept = refer_and_decide(walk, helen, priya, zuri, "section-17-assessment")
    referral = Referral.objects.get()
    assert "by Helen Marsh, finished" in kept["early_help_assessment"]
    assert "Helen Marsh" in kept["known_services"]
    assert referral.case == Case.objects.get(child=zuri)
    assert referral.entry.source == "Stepped up from early help"
    rules = set(referral.case.deadlines.filter(starts_on=TODAY).values_list("rule_id", flat=True))
    assert {"referral.acknowledgement", "referral.decision", "assessment.completion"} <= rules
    assert InNeed.objects.get(case=referral.case).from_on == TODAY
    assert walk.at(helen, "early_help:episode", zuri.reference)[0] == 200
    assert ChildInNeedPlan.objects.get().is_open
    assert counted(wrenmouth, ago(1)) == (1, 0)
    assert counted(wrenmouth, TODAY) == (0, 1)


@pytest.mark.parametrize("outcome", ["no-further-action", "early-help", "advice"])
def test_a_referral_that_needs_nothing_more_leaves_early_help_as_it_was(
    walk: Walk, helen: Practitioner, priya: Practitioner, zuri: Person, outcome: str, wrenmouth: Area
) -> None:
    told(walk, helen, zuri)
    refer_and_decide(walk, helen, priya, zuri, outcome)
    case = Case.objects.get(child=zuri)
    assert case.closed_on is None
    assert ChildInNeedPlan.objects.get().is_open
    assert counted(wrenmouth, TODAY) == (1, 0)
    assert "early help, by agreement" in walk.at(helen, "early_help:episode", zuri.reference)[1]


@pytest.fixture
def stepped_up(
    walk: Walk, helen: Practitioner, priya: Practitioner, dana: Practitioner, harbour_team: Team, zuri: Person
) -> Person:
    """Zuri's family has an early help plan, children's social care decided on section 17, and Dana leads there."""
    told(walk, helen, zuri)
    refer_and_decide(walk, helen, priya, zuri, "section-17-assessment")
    walk.did(
        priya, "referrals:allocate", zuri.reference, practitioner=str(dana.pk), team=str(harbour_team.pk), reason="Knows them."
    )  # fmt: skip
    return zuri


def test_before_family_help_what_goes_on_is_ticked_and_not_typed_again(
    walk: Walk, helen: Practitioner, dana: Practitioner, sam: Practitioner, stepped_up: Person
) -> None:
    """The early help plan ends as stepped up; what was ticked stands in the new plan with its source and its day."""
    early = ChildInNeedPlan.objects.get()
    dana_opens = walk.send(dana, "family_help:start", stepped_up.reference, step="")
    page = dana_opens.content.decode()
    assert "What goes on from the early help plan of" in page
    assert not re.search(r"<input[^>]* checked", page)
    need = early.needs.get(need="A calm morning")
    breakfast = need.actions.get(what="Breakfast club")
    walk.did(
        dana, "family_help:start", stepped_up.reference, started_on=TODAY, family_agreed="yes", agreed_by="Ana, her mother",
        taken_over=["aims", str(breakfast.pk)], approved_by=str(sam.pk),
    )  # fmt: skip
    early.refresh_from_db()
    new = ChildInNeedPlan.objects.get(ending=None)
    assert (early.ending.outcome, new.basis, new.aims) == ("stepped-up", "section-17", early.aims)
    assert [(one.need, one.taken_over_from) for one in new.needs.all()] == [("A calm morning", need)]
    assert [one.taken_over_from for one in new.needs.get().actions.all()] == [breakfast]
    words = walk.at(dana, "family_help:plan", stepped_up.reference)[1]
    assert "Child-in-need plan" in words
    assert "From the early help plan of" in words
    # The early help lead stays involved, and reads the plan there is now.
    assert walk.at(helen, "family_help:plan", stepped_up.reference)[0] == 200


def test_by_family_help_one_plan_goes_on_under_section_17(
    walk: Walk, family_help: AreaSwitch, helen: Practitioner, dana: Practitioner, sam: Practitioner, stepped_up: Person, wrenmouth: Area
) -> None:  # fmt: skip
    """One episode, one plan, one lead: section 17 becomes its basis, nothing ends and nothing is typed again."""
    refused = walk.send(
        dana, "family_help:start", stepped_up.reference, started_on=TODAY, aims="Again.", family_agreed="yes",
        agreed_by="Ana",
    )  # fmt: skip
    assert "has a family help plan already" in words_of(refused)
    walk.did(
        dana, "family_help:basis", stepped_up.reference, changed_on=TODAY, family_agreed="yes", agreed_by="Ana, her mother",
        reasons="She is likely to be harmed in her development.", approved_by=str(sam.pk),
    )  # fmt: skip
    made = ChildInNeedPlan.objects.get()
    assert (made.basis, made.is_open, made.needs.count()) == ("section-17", True, 2)
    assert PlanBasisChange.objects.get().became == "section-17"
    words = walk.at(dana, "family_help:plan", stepped_up.reference)[1]
    assert "Family help plan" in words
    assert "Section 17 of the Children Act 1989, since" in words
    assert FamilyTeamMember.objects.get(leads=True, to_on=None).practitioner == helen
    assert walk.at(helen, "family_help:change", stepped_up.reference)[0] == 200
    assert counted(wrenmouth, TODAY) == (0, 1)
    assert "What a plan for a child in need sets out" in missing(stepped_up, "child-in-need.plan-content")


def test_section_17_is_never_the_basis_before_children_s_social_care_decides(
    walk: Walk, family_help: AreaSwitch, helen: Practitioner, zuri: Person
) -> None:
    told(walk, helen, zuri)
    sent = walk.send(
        helen, "family_help:basis", zuri.reference, changed_on=TODAY, family_agreed="yes", agreed_by="Ana", reasons="More."
    )  # fmt: skip
    assert sent.status_code == 422
    assert "Step up first" in words_of(sent)


def test_outside_family_help_each_basis_has_a_plan_of_its_own(
    walk: Walk, helen: Practitioner, dana: Practitioner, stepped_up: Person
) -> None:
    sent = walk.send(
        dana, "family_help:basis", stepped_up.reference, changed_on=TODAY, family_agreed="yes", agreed_by="Ana", reasons="More."
    )  # fmt: skip
    assert sent.status_code == 422
    assert "did not work by family help" in words_of(sent)


DOWN = {"family_agreed": "yes", "agreed_by": "Ana, her mother", "reasons": "She is safe and well at home."}


def test_nothing_steps_down_while_more_than_early_help_goes_on(
    walk: Walk, dana: Practitioner, helen: Practitioner, stepped_up: Person
) -> None:
    walk.did(
        dana, "assessments:start", stepped_up.reference, started_on=TODAY, basis="section-17", lead=str(dana.pk), why="Decided."
    )  # fmt: skip
    sent = walk.send(
        dana, "early_help:step-down", stepped_up.reference, stepped_on=TODAY, lead=str(helen.pk), **DOWN
    )
    assert sent.status_code == 422
    assert "An assessment has been under way" in words_of(sent)


@pytest.mark.parametrize("by_family_help", [False, True])
def test_a_step_down_keeps_the_record_and_gives_the_lead_back(
    walk: Walk, helen: Practitioner, dana: Practitioner, sam: Practitioner, stepped_up: Person, wrenmouth: Area,
    wyn: Practitioner, by_family_help: bool,
) -> None:  # fmt: skip
    """T14 and T17: section 17 ends as the basis, early help goes on in the same episode."""
    if by_family_help:
        AreaSwitch.objects.create(
            area=wrenmouth, switch="family-help", from_on=ago(9), decided_by="D", reason="R", recorded_by=wyn
        )
        walk.did(
            dana, "family_help:basis", stepped_up.reference, changed_on=TODAY, family_agreed="yes", agreed_by="Ana",
            reasons="Needed.",
        )  # fmt: skip
    else:
        walk.did(
            dana, "family_help:start", stepped_up.reference, started_on=TODAY, aims="Safe.", family_agreed="yes", agreed_by="Ana"
        )  # fmt: skip
    walk.did(
        dana, "early_help:step-down", stepped_up.reference, stepped_on=TODAY, lead=str(helen.pk),
        family_view="Ana wants Helen.", approved_by=str(sam.pk), **DOWN,
    )  # fmt: skip
    case = Case.objects.get(child=stepped_up)
    assert case.closed_on is None
    assert InNeed.objects.get(case=case).to_on == TODAY
    assert counted(wrenmouth, TODAY) == (1, 0)
    plans = {one.basis: one for one in ChildInNeedPlan.objects.filter(case=case)}
    if by_family_help:
        assert plans["early-help"].is_open
        assert len(plans) == 1
    else:
        assert plans["section-17"].ending.outcome == "early-help"
        page = walk.send(helen, "family_help:start", stepped_up.reference, step="").content.decode()
        assert "What goes on from the child-in-need plan of" in page
    assert FamilyTeamMember.objects.get(leads=True, to_on=None).practitioner == helen
    assert walk.at(helen, "early_help:episode", stepped_up.reference)[0] == 200
    assert walk.at(dana, "desk:timeline", stepped_up.reference)[0] == 404
    assert not missing(stepped_up, "early-help.agreement")


def test_a_partner_who_leads_is_offered_nothing_of_a_child_protection_plan(
    walk: Walk, helen: Practitioner, dana: Practitioner, sam: Practitioner, stepped_up: Person
) -> None:
    """A plan that ended is for those who read the record: whoever leads early help for a school sees none of its words."""
    case = Case.objects.get(child=stepped_up)
    ended = ChildProtectionPlan.objects.create(
        area=case.area, case=case, child=stepped_up, started_on=TODAY - timedelta(days=1), initial_category="neglect",
        category="neglect", ended_on=TODAY, ended_because="no-longer-at-risk", recorded_by=dana,
        recorded_at=timezone.now(),
    )  # fmt: skip
    ended.needs.create(
        need="Evenings without her uncle", must_change="He stays away", agreed_on=TODAY, recorded_by=dana,
        recorded_at=timezone.now(),
    )  # fmt: skip
    for_dana = walk.send(dana, "family_help:start", stepped_up.reference, step="").content.decode()
    assert "What goes on from the child protection plan of" in for_dana
    assert "Evenings without her uncle" in for_dana
    walk.did(
        dana, "early_help:step-down", stepped_up.reference, stepped_on=TODAY, lead=str(helen.pk),
        family_view="Ana wants Helen.", approved_by=str(sam.pk), **DOWN,
    )  # fmt: skip
    assert walk.at(helen, "plans:plan", stepped_up.reference)[0] == 404
    for_helen = walk.send(helen, "family_help:start", stepped_up.reference, step="").content.decode()
    assert "child protection plan of" not in for_helen
    assert "Evenings without her uncle" not in for_helen


def test_when_a_family_withdraws_from_section_17_the_risk_is_weighed(
    walk: Walk, dana: Practitioner, stepped_up: Person
) -> None:
    """T18: help under section 17 is by agreement; what the withdrawal means for the child is written down."""
    walk.did(
        dana, "family_help:start", stepped_up.reference, started_on=TODAY, aims="Safe.", family_agreed="yes", agreed_by="Ana"
    )  # fmt: skip
    ends = {"ended_on": TODAY, "outcome": "agreement-withdrawn", "reasons": "Ana wants no more."}
    sent = walk.send(dana, "family_help:end", stepped_up.reference, **ends)
    assert "Enter whether the withdrawal raises the risk for the child" in words_of(sent)
    walk.did(
        dana, "family_help:end", stepped_up.reference, risk_weighed="No: her aunt is there daily.", **ends
    )
    assert ChildInNeedPlan.objects.get(basis="section-17").ending.risk_weighed.startswith("No")


def test_early_help_ends_with_the_family(
    walk: Walk, helen: Practitioner, zuri: Person, wrenmouth: Area
) -> None:
    """T12: the plan ends, everybody's part ends, and the episode closes."""
    told(walk, helen, zuri)
    sent = walk.send(helen, "early_help:end", zuri.reference, ended_on=TODAY, outcome="early-help-needs-met")
    assert "Enter the reasons" in words_of(sent)
    walk.did(
        helen, "early_help:end", zuri.reference, ended_on=TODAY, outcome="early-help-needs-met",
        reasons="On time for a term.", views="Zuri: I like mornings.", told="Ana, Zuri and the school nurse",
    )  # fmt: skip
    case = Case.objects.get(child=zuri)
    assert (case.closed_on, case.closure_reason) == (TODAY, "early-help-needs-met")
    assert ChildInNeedPlan.objects.get().ending.outcome == "need-met"
    assert not FamilyTeamMember.objects.filter(to_on=None).exists()
    assert kinds_of(zuri)[-1] == "early-help-ended"
    assert walk.at(helen, "early_help:episode", zuri.reference)[0] == 404
    assert counted(wrenmouth, TODAY) == (0, 0)


def test_early_help_does_not_end_while_a_referral_waits(
    walk: Walk, helen: Practitioner, zuri: Person
) -> None:
    walk.did(
        helen, "early_help:step-up", zuri.reference, immediate_danger="no", concern="She is afraid.", family_asked="agreed"
    )  # fmt: skip
    sent = walk.send(
        helen,
        "early_help:end",
        zuri.reference,
        ended_on=TODAY,
        outcome="early-help-needs-met",
        reasons="Done.",
    )
    assert sent.status_code == 422
    assert "has not been decided" in words_of(sent)


def test_a_second_offer_by_somebody_else_is_told_who_leads(
    walk: Walk, helen: Practitioner, ruth: Practitioner, zuri: Person, hospital: Agency
) -> None:
    case = Case.objects.get(child=zuri)
    Involvement.objects.create(
        area=case.area, case=case, agency=hospital, why="Health visiting", from_on=ago(3)
    )
    sent = walk.send(
        ruth, "early_help:offer", zuri.reference, offered_on=TODAY, why="Sleep.", **{"answers-rows": "1"},
        **answered(0, "parent", "Ana", "yes"),
    )  # fmt: skip
    assert sent.status_code == 422
    assert "has early help already" in words_of(sent)
    assert "Helen Marsh" in words_of(sent)
