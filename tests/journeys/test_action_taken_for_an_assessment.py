"""Working Together 2023, flow chart 4: action taken for an assessment of a child under the Children Act 1989."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.assessments.models import Assessment
from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.family_help.models import ChildInNeedPlan
from alongside.people.models import Person
from alongside.referrals.front_door import Decided, allocate_lead, decide
from alongside.referrals.models import Statement
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.visits.models import Visit
from tests.cast import NOW
from tests.section47.sending import Answers, on, recorded, send

CHILD = "/children/WREN-AMARA2/"
ASSESSMENT = f"{CHILD}assessment/"
PLAN = f"{CHILD}child-in-need-plan/"
REFERRED = NOW.date()
BEGUN, SEEN, SENT = date(2025, 4, 22), date(2025, 4, 24), date(2025, 6, 10)
LAST_DAY = date(2025, 6, 25)


@pytest.fixture
def decided(
    wrenmouth: Area, amara: Person, helen: Practitioner, priya: Practitioner, dana: Practitioner,
    front_door: Team, harbour_team: Team, school: Agency,
) -> Case:  # fmt: skip
    """The school referred Amara; Priya decided on a section 17 assessment within a working day, and Dana leads."""
    said = Said(kind=Statement.Kind.CONCERN, words="Amara comes to school hungry.", said_by="Helen Marsh")
    given = ReferralGiven(
        received_at=NOW,
        referrer_kind="practitioner",
        referrer=helen,
        statements=[said],
        family_asked="agreed",
    )
    (referral,) = make_referral(
        by=priya, area=wrenmouth, children=[ReferredChild(known=amara)], given=given, now=NOW
    )
    decision = Decided(outcome="section-17-assessment", reasons="She may be in need.")
    decide(by=priya, referrals=[referral], decided=decision, now=NOW + timedelta(hours=1))
    allocate_lead(
        by=priya, child=amara, practitioner=dana, team=harbour_team, reason="She knows the school.",
        now=NOW + timedelta(hours=2),
    )  # fmt: skip
    return referral.case


@pytest.fixture
def dana_at(decided: Case, dana: Practitioner) -> Client:
    """Dana's browser. She leads."""
    return signed_in(dana)


@pytest.fixture
def sam_at(decided: Case, sam: Practitioner) -> Client:
    """Sam's browser. He manages the team and is social-work qualified."""
    return signed_in(sam)


def signed_in(practitioner: Practitioner) -> Client:
    browser = Client()
    browser.force_login(practitioner)
    return browser


def begin(browser: Client) -> str:
    answers: Answers = {
        **on("started_on", BEGUN), "basis": "section-17", "why": "Amara may be in need.",
        "pace": "Within seven weeks: she is hungry now.", "review_points-rows": "1",
        **on("review_points-0-on", date(2025, 5, 12)), "review_points-0-what": "What the school has seen since",
    }  # fmt: skip
    return recorded(send(browser, f"{ASSESSMENT}start/", answers))


def see(browser: Client) -> str:
    answers: Answers = {
        **on("seen_on", SEEN), "time": "15:30", "where": "school", "alone": "yes", "communication": ["speech", "play"],
        "said": "There's no dinner when Mummy is sad.", "observed": "She ate two bowls.", "purpose": "assessment",
    }  # fmt: skip
    return recorded(send(browser, f"{CHILD}visits/seen/", answers))


def write(browser: Client) -> None:
    for part, written in (
        ("seeing", {"childs-wishes-and-feelings": "She wants dinner, and her mother to be happy."}),
        ("views", {"parents-views": "Grace wants help.", "practitioners-views": "School agrees."}),
        ("history", {"history": "Nothing before this."}),
        ("strengths", {"strengths": "Grace and Amara are close."}),
        ("analysis", {"analysis": "Low mood and debt leave Amara hungry; both can be helped."}),
    ):
        browser.post(f"{ASSESSMENT}write/{part}/", {**written, "done": "on", "then": "list"})


def propose(browser: Client, outcome: str = "child-in-need-plan") -> str:
    answers: Answers = {**on("sent_on", SENT), "outcome": outcome, "reasons": "Help will be enough."}
    return recorded(send(browser, f"{ASSESSMENT}send/", answers))


def conclude(browser: Client, outcome: str = "child-in-need-plan", **changed: object) -> str:
    answers: Answers = {
        **on("approved_on", date(2025, 6, 12)), "outcome": outcome, "reasons": "Help will be enough.",
        "factors": ["16A", "4B"], "told_family": "letter", "told_0": "email", **changed,
    }  # fmt: skip
    return recorded(send(browser, f"{ASSESSMENT}approve/", answers))


def test_both_clocks_are_set_one_by_the_referral_one_by_the_start(decided: Case, dana_at: Client) -> None:
    page = begin(dana_at)

    assert "Dana Wright sees Amara Okoye, alone where that is right, and talks with the family." in page
    assert "Help does not wait for the assessment to end." in page
    assert "The referral, Thu 17 Apr 2025" in page
    assert "The start of the assessment, Tue 22 Apr 2025" in page
    due = dict(Deadline.objects.filter(case=decided).values_list("rule_id", "due_on"))
    assert due["assessment.completion"] == LAST_DAY
    assert due["assessment.completion-statistics"] == date(2025, 6, 26)


def test_the_child_is_seen_and_her_words_are_kept(decided: Case, dana_at: Client) -> None:
    begin(dana_at)
    page = see(dana_at)

    assert "Amara Okoye was seen alone on Thursday 24 April 2025." in page
    assert Visit.objects.get().said == "There's no dinner when Mummy is sad."
    assert "Seen once in this case, alone once." in dana_at.get(ASSESSMENT).content.decode()
    seen = Deadline.objects.get(case=decided, rule_id="assessment.child-seen")
    assert seen.met_on == SEEN


def test_it_is_written_sent_approved_and_leads_to_a_plan_agreed_with_the_family(
    decided: Case, dana_at: Client, sam_at: Client, school: Agency, sam: Practitioner
) -> None:
    begin(dana_at)
    see(dana_at)
    write(dana_at)
    assert "A practice supervisor or manager reads it" in propose(dana_at)
    assert "Low mood and debt leave Amara hungry" in sam_at.get(f"{ASSESSMENT}approve/").content.decode()
    page = conclude(sam_at)

    assert "Assessment concluded: a plan for a child in need" in page
    assert "Dana Wright agrees a child-in-need plan with the family" in page
    assert "The family was told in writing what was decided (letter)." in page
    assert not Shortfall.objects.filter(entry__kind="assessment-approved").exists()
    for rule_id in ("assessment.completion", "assessment.completion-statistics"):
        due = Deadline.objects.get(case=decided, rule_id=rule_id)
        assert due.met_on == date(2025, 6, 12)
        assert not due.was_late

    answers: Answers = {
        **on("started_on", date(2025, 6, 16)), "aims": "Amara eats well every day.", "family_agreed": "yes",
        "agreed_by": "Grace Okoye, her mother", "needs-rows": "1", "needs-0-need": "Enough to eat",
        "needs-0-outcome": "She is not hungry at school", "needs-0-what": "A place at breakfast club",
        "needs-0-who": "Helen Marsh", "needs-0-agency": str(school.pk), **on("needs-0-by_when", date(2025, 6, 20)),
        "needs-0-how_we_will_know": "The register, and Amara says so", "approved_by": str(sam.pk),
        **on("next_review_on", date(2025, 7, 28)),
    }  # fmt: skip
    page = recorded(send(dana_at, f"{PLAN}start/", answers))
    assert "Child-in-need plan started for Amara Okoye" in page
    assert "A place at breakfast club" in page
    assert "It is reviewed on Monday 28 July 2025." in page
    now = states(decided.chronology.standing().in_order())
    assert (now.assessment_since, now.child_in_need_plan_since) == (None, date(2025, 6, 16))


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("no-further-action", "Nothing further is to be done by children&#39;s social care."),
        ("early-help", "With the family&#39;s agreement, Dana Wright arranges early help"),
        ("strategy-discussion", "Dana Wright convenes a strategy discussion with the police and health"),
        ("legal-action", "Dana Wright takes legal advice with a manager"),
        ("specialist-assessment", "Dana Wright asks for the specialist assessment"),
    ],
)
def test_every_other_way_on_says_who_does_what(
    outcome: str, told: str, dana_at: Client, sam_at: Client
) -> None:
    begin(dana_at)
    propose(dana_at, outcome)

    assert told in conclude(sam_at, outcome)
    assert not ChildInNeedPlan.objects.exists()


def test_a_suspicion_of_harm_leads_to_a_strategy_discussion_without_waiting(
    decided: Case, dana_at: Client, sam_at: Client
) -> None:
    begin(dana_at)
    page = conclude(sam_at, "strategy-discussion")

    assert f'href="{CHILD}strategy-discussions/new/"' in page
    assert states(decided.chronology.standing().in_order()).strategy_discussion_wanted_since == date(
        2025, 6, 12
    )


def test_more_work_can_be_asked_for_and_the_clocks_run_on(
    decided: Case, dana_at: Client, sam_at: Client
) -> None:
    begin(dana_at)
    write(dana_at)
    propose(dana_at)
    page = recorded(
        send(sam_at, f"{ASSESSMENT}return/", {**on("returned_on", SENT), "why": "What does her father say?"})
    )

    assert "The clocks have not stopped." in page
    assert "What does her father say?" in dana_at.get(ASSESSMENT).content.decode()
    assert Deadline.objects.get(case=decided, rule_id="assessment.completion").is_outstanding


def test_an_assessment_that_takes_longer_says_why_and_the_limit_stands(
    decided: Case, dana_at: Client, sam_at: Client
) -> None:
    begin(dana_at)
    see(dana_at)
    write(dana_at)
    over_run: Answers = {
        **on("explained_on", date(2025, 6, 26)), "why": "The clinic's report came on 24 June.",
        "discussed_with": ["child", "family", "practitioners"],
    }  # fmt: skip
    page = recorded(send(dana_at, f"{ASSESSMENT}over-run/", over_run))
    assert "The limit stands as it was, and is shown with your reasons." in page
    conclude(sam_at, **on("approved_on", date(2025, 6, 30)))

    due = Deadline.objects.get(case=decided, rule_id="assessment.completion")
    assert (due.due_on, due.met_on, due.was_late) == (LAST_DAY, date(2025, 6, 30), True)
    assert not Shortfall.objects.filter(rule_id="assessment.over-run").exists()


def test_what_is_missing_is_shown_before_approval_recorded_with_it_and_stops_nobody(
    decided: Case, dana_at: Client, sam_at: Client
) -> None:
    begin(dana_at)
    propose(dana_at)
    before = sam_at.get(f"{ASSESSMENT}approve/").content.decode()
    conclude(sam_at, told_family="", told_0="")

    assert "The guidance expects more than is here." in before
    assert "When the child was seen, and whether alone" in before
    missing = set(
        Shortfall.objects.filter(entry__kind="assessment-approved").values_list("rule_id", flat=True)
    )
    assert missing == {"assessment.content", "assessment.findings-shared"}
    signed = sam_at.get(f"{CHILD}assessments/{Assessment.objects.get().pk}/").content.decode()
    assert "What the guidance expected besides" in signed
