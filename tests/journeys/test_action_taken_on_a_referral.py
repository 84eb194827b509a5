"""Working Together 2023, flow chart 1: what happens when a child is referred to children's social care."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry, Shortfall
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.referrals.models import Decision, Referral

SIBLINGS = {
    "children-rows": "2",
    "children-0-given": "Amara", "children-0-family": "Okoye",
    "children-0-born_on_day": "3", "children-0-born_on_month": "9", "children-0-born_on_year": "2020",
    "children-0-sex": "F",
    "children-1-given": "Ben", "children-1-family": "Okoye",
    "children-1-born_on_day": "11", "children-1-born_on_month": "feb", "children-1-born_on_year": "2014",
    "siblings": "yes",
    "immediate_danger": "no",
    "fact": "Ben came to school without a coat three times.", "fact_by": "Class teacher",
    "concern": "I am worried that nobody looks after them at night.",
    "reported": "“We were on our own.”", "reported_by": "Ben",
    "family_asked": "not-asked", "not_asked_because": "Ben is afraid of what would happen at home.",
}  # fmt: skip


@pytest.fixture
def signed_in(client: Client) -> Any:
    """A browser signed in as somebody."""

    def as_(practitioner: Practitioner) -> Client:
        client.force_login(practitioner)
        return client

    return as_


@pytest.fixture
def referrals(signed_in: Any, helen: Practitioner, wrenmouth: Area, front_door: Team) -> list[Referral]:
    """Helen refers Amara and Ben in one go."""
    browser = signed_in(helen)
    checking = browser.post("/referrals/new/", SIBLINGS)
    assert "Check your answers" in checking.content.decode()
    assert not Referral.objects.exists()
    sent = browser.post("/referrals/new/", {**SIBLINGS, "step": "confirm"}, follow=True)
    assert "Referral received" in sent.content.decode()
    return list(Referral.objects.select_related("case__child").order_by("id"))


def test_a_referral_of_two_siblings_keeps_fact_concern_and_report_apart(referrals: list[Referral]) -> None:
    assert [r.case.child.called for r in referrals] == ["Amara Okoye", "Ben Okoye"]
    said = {s.kind: (s.words, s.said_by) for s in referrals[0].statements.all()}
    assert said == {
        "fact": ("Ben came to school without a coat three times.", "Class teacher"),
        "concern": ("I am worried that nobody looks after them at night.", "Helen Marsh"),
        "reported": ("“We were on our own.”", "Ben"),
    }


def test_the_referrer_has_a_receipt_that_nobody_else_can_open(
    referrals: list[Referral], signed_in: Any, ruth: Practitioner, helen: Practitioner
) -> None:
    receipt = f"/referrals/{referrals[0].submission}/"
    assert "Waiting for a decision" in signed_in(helen).get(receipt).content.decode()

    assert signed_in(ruth).get(receipt).status_code == 404


def test_the_board_shows_it_with_its_clock_and_siblings(
    referrals: list[Referral], signed_in: Any, maya: Practitioner
) -> None:
    """T1 and T2: what was sent waits at the front door, and one working day runs."""
    board = signed_in(maya).get("/front-door/").content.decode()

    assert "Amara Okoye" in board
    assert "1 sibling" in board
    assert "Due" in board


def decision(outcome: str, *referrals: Referral) -> dict[str, Any]:
    return {
        "referrals": [str(r.pk) for r in referrals], "outcome": outcome, "reasons": "They may be in need.",
        "to_tell_referrer": "We will assess what help the children need.", "told_how": "later", "step": "confirm",
    }  # fmt: skip


def test_a_manager_decides_the_siblings_together_and_the_clock_stops(
    referrals: list[Referral], signed_in: Any, priya: Practitioner
) -> None:
    page = f"/front-door/{referrals[0].pk}/"
    shown = signed_in(priya).get(page).content.decode()
    assert "checked" not in shown.split('name="outcome"', 1)[1].split("reasons", 1)[0]

    told = signed_in(priya).post(page, decision("section-17-assessment", *referrals), follow=True)

    assert "Decision recorded for Amara Okoye, Ben Okoye" in told.content.decode()
    assert Decision.objects.count() == 2
    assert not Deadline.objects.outstanding().filter(rule_id="referral.decision").exists()
    assert not Shortfall.objects.filter(rule_id="authority.referral-decision").exists()


def test_siblings_can_be_split_and_the_other_stays_undecided(
    referrals: list[Referral], signed_in: Any, priya: Practitioner
) -> None:
    signed_in(priya).post(f"/front-door/{referrals[0].pk}/", decision("section-17-assessment", referrals[0]))

    assert Decision.objects.get().referral == referrals[0]
    assert "Ben Okoye" in signed_in(priya).get("/front-door/?column=new").content.decode()


def test_a_social_worker_may_decide_and_what_the_edition_expects_is_recorded(
    referrals: list[Referral], signed_in: Any, front_door: Team
) -> None:
    from tests.cast import practitioner

    worker = practitioner("Una Worker", front_door, "social-worker", social_work=True)
    signed_in(worker).post(f"/front-door/{referrals[0].pk}/", decision("section-17-assessment", referrals[0]))

    assert "supervisor or manager" in Shortfall.objects.get(rule_id="authority.referral-decision").words


def test_a_screener_reads_the_referral_and_may_not_decide(
    referrals: list[Referral], signed_in: Any, maya: Practitioner
) -> None:
    page = f"/front-door/{referrals[0].pk}/"
    assert "decides on this referral" in signed_in(maya).get(page).content.decode()

    signed_in(maya).post(page, decision("no-further-action", referrals[0]))

    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("outcome", "next_verb"),
    [
        ("immediate-protection", "strategy discussion"),
        ("strategy-discussion", "strategy discussion"),
        ("section-17-assessment", "Allocate"),
    ],
)
def test_each_decision_leads_on_to_what_it_calls_for(
    outcome: str, next_verb: str, referrals: list[Referral], signed_in: Any, priya: Practitioner
) -> None:
    """T4, T5 and T6: the assessment's clock runs, the one for deciding no longer, and the child's page says what is next."""
    signed_in(priya).post(f"/front-door/{referrals[0].pk}/", decision(outcome, referrals[0]))
    case = Case.objects.select_related("child").get(pk=referrals[0].case_id)
    running = set(Deadline.objects.outstanding().filter(case=case).values_list("rule_id", flat=True))
    assert "assessment.completion" in running
    assert "referral.decision" not in running
    page = signed_in(priya).get(f"/children/{case.child.reference}/").content.decode()
    assert next_verb in page.partition("app-banner__do")[2].partition("</a>")[0], page.partition(
        "app-banner__do"
    )[2][:300]


def test_advice_is_all_that_was_asked_for(
    referrals: list[Referral], signed_in: Any, priya: Practitioner
) -> None:
    """T3: advice is given and its reason kept; nothing is assessed, and the referrer is still told."""
    signed_in(priya).post(f"/front-door/{referrals[0].pk}/", decision("advice", referrals[0]))
    case = Case.objects.get(pk=referrals[0].case_id)
    assert case.closed_on is not None
    assert Decision.objects.get().reasons == "They may be in need."
    outstanding = set(Deadline.objects.outstanding().filter(case=case).values_list("rule_id", flat=True))
    assert "referral.feedback" in outstanding
    assert "assessment.completion" not in outstanding


def test_no_further_action_ends_the_episode_and_the_referrer_is_still_to_be_told(
    referrals: list[Referral], signed_in: Any, priya: Practitioner
) -> None:
    """T7: the threshold is not met; the episode ends, and feedback is still owed."""
    signed_in(priya).post(f"/front-door/{referrals[0].pk}/", decision("no-further-action", referrals[0]))

    case = Case.objects.get(pk=referrals[0].case_id)
    assert case.closure_reason == "no-further-action"
    assert not Deadline.objects.outstanding().filter(case=case, rule_id="assessment.completion").exists()
    assert Deadline.objects.outstanding().filter(case=case, rule_id="referral.feedback").exists()
    signed_in(priya).post(
        f"/front-door/{referrals[0].pk}/tell/", {"told": "No further action.", "told_how": "telephone"}
    )
    assert not Deadline.objects.outstanding().filter(case=case, rule_id="referral.feedback").exists()


def test_a_referral_is_acknowledged_once(
    referrals: list[Referral], signed_in: Any, maya: Practitioner
) -> None:
    page = f"/front-door/{referrals[0].pk}/acknowledge/"
    signed_in(maya).post(page, {"how": "By e-mail"})
    again = signed_in(maya).post(page, {"how": "By e-mail"})

    assert again.status_code == 422
    assert "This referral has been acknowledged already." in again.content.decode()
    assert Entry.objects.filter(kind="referral-acknowledged").count() == 1


def test_a_lead_practitioner_is_allocated_and_sees_the_child(
    referrals: list[Referral], signed_in: Any, priya: Practitioner, dana: Practitioner
) -> None:
    child = referrals[0].case.child
    assert signed_in(dana).get(f"/children/{child.reference}/").status_code == 404
    signed_in(priya).post(f"/front-door/{referrals[0].pk}/", decision("section-17-assessment", *referrals))
    signed_in(priya).post(
        f"/children/{child.reference}/allocate/",
        {"practitioner": str(dana.pk), "reason": "Dana knows the school.", "step": "confirm"},
    )

    assert Allocation.objects.get(to_on=None).practitioner == dana
    assert signed_in(dana).get(f"/children/{child.reference}/").status_code == 200


def test_a_child_who_was_known_is_recognised_by_a_person_and_the_clock_goes_along(
    referrals: list[Referral], signed_in: Any, maya: Practitioner, wrenmouth: Area
) -> None:
    from tests.cast import child_of

    known = child_of(wrenmouth, "Amara Okoye", "WREN-KNWN22", date(2020, 9, 3))
    page = signed_in(maya).get(f"/front-door/{referrals[0].pk}/").content.decode()
    assert "WREN-KNWN22" in page

    signed_in(maya).post(
        f"/front-door/{referrals[0].pk}/same-child/",
        {"reference": "wren-knwn22", "reason": "The NHS number is the same.", "step": "confirm"},
    )

    moved = Referral.objects.get(pk=referrals[0].pk)
    assert moved.case.child == known
    assert Deadline.objects.outstanding().filter(child=known, rule_id="referral.decision").exists()
    assert not Deadline.objects.filter(child=referrals[0].case.child).exists()


@pytest.mark.parametrize("path", ["", "acknowledge/", "tell/", "same-child/"])
def test_a_stranger_finds_nothing_at_the_front_door(
    referrals: list[Referral], signed_in: Any, stranger: Practitioner, helen: Practitioner, path: str
) -> None:
    for outsider in (stranger, helen):
        assert signed_in(outsider).get(f"/front-door/{referrals[0].pk}/{path}").status_code == 404


def test_what_was_typed_comes_back_with_what_is_wrong(
    signed_in: Any, helen: Practitioner, council: Agency
) -> None:
    wrong = {**SIBLINGS, "concern": "", "children-0-born_on_day": "31"}
    answer = signed_in(helen).post("/referrals/new/", wrong)

    assert answer.status_code == 422
    assert "Say what you are worried about" in answer.content.decode()
    assert "Ben came to school without a coat three times." in answer.content.decode()
    assert not Person.objects.exists()


@pytest.mark.parametrize("path", ["", "same-child/"])
def test_a_record_closed_to_somebody_at_the_front_door_is_not_named_to_them(
    referrals: list[Referral],
    signed_in: Any,
    maya: Practitioner,
    priya: Practitioner,
    wrenmouth: Area,
    path: str,
) -> None:
    from alongside.access.models import Restriction
    from tests.cast import LONG_AGO, child_of

    known = child_of(wrenmouth, "Amara Okoye", "WREN-KNWN22", date(2020, 9, 3))
    Restriction.objects.create(child=known, practitioner=maya, why="Her niece", from_on=LONG_AGO)
    page = f"/front-door/{referrals[0].pk}/{path}"

    assert "WREN-KNWN22" in signed_in(priya).get(page).content.decode()
    assert "WREN-KNWN22" not in signed_in(maya).get(page).content.decode()
