"""The pages of a child-in-need plan, as a practitioner meets them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed, record_review, start_plan
from alongside.people.models import Person
from tests.cast import NOW, TODAY

REFERENCE = "WREN-AMARA2"
AGREED = PlanAgreed(
    aims="Amara eats well every day.", family_agreed="yes", agreed_by="Grace Okoye, her mother"
)


def page(name: str, *more: object) -> str:
    return reverse(f"family_help:{name}", args=(REFERENCE, *more))


def on(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def words_on(answer: Any) -> str:
    words: str = answer.content.decode()
    return words.replace("&#39;", "'")


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture
def plan(case: Case, dana: Practitioner, amara: Person) -> ChildInNeedPlan:
    need = NewNeed(
        need="Enough to eat", actions=[NewAction(what="Cook on Sundays", owner="Grace, her mother")]
    )
    return start_plan(by=dana, child=amara, started_on=TODAY, plan=AGREED, needs=[need], now=NOW)


def started(school: Agency, sam: Practitioner) -> dict[str, str]:
    return {
        **on("started_on", TODAY), "aims": "Amara eats well every day.", "family_agreed": "yes",
        "agreed_by": "Grace Okoye, her mother", "needs-rows": "2", "needs-0-need": "Enough to eat",
        "needs-0-outcome": "Not hungry at school", "needs-0-what": "A place at breakfast club",
        "needs-0-who": "Helen Marsh", "needs-0-agency": str(school.pk), "needs-1-what": "Cook on Sundays",
        "needs-1-who": "Grace, her mother", "approved_by": str(sam.pk), **on("next_review_on", date(2025, 5, 30)),
    }  # fmt: skip


def test_a_plan_is_asked_told_back_started_and_told_on(
    as_dana: Client, school: Agency, sam: Practitioner, helen: Practitioner
) -> None:
    answers = started(school, sam)
    assert not re.search(r"<input[^>]* checked", words_on(as_dana.get(page("start"))))
    told_back = words_on(as_dana.post(page("start"), answers))
    done = as_dana.post(page("start"), answers | {"step": "confirm"})
    shown = words_on(as_dana.get(page("plan")))

    assert "Check your answers" in told_back
    assert done.status_code == 303
    for words in (
        "Enough to eat",
        "A place at breakfast club",
        "Helen Marsh, Mill Lane Primary School",
        "Fri 30 May",
    ):
        assert words in shown
    assert ChildInNeedPlanAction.objects.filter(need__need="Enough to eat").count() == 2
    assert "The family has agreed." in shown


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"family_agreed": ""}, "Select whether the family agrees"),
        ({"agreed_by": ""}, "Enter who in the family was asked"),
        ({"aims": ""}, "Enter what the plan is to achieve"),
        ({"needs-0-need": ""}, "The first row has an action and no need. Say what the child needs"),
        ({"needs-1-who": ""}, "Say who will do it: a name, or an agency"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    answers: dict[str, str], said: str, as_dana: Client, school: Agency, sam: Practitioner
) -> None:
    answer = as_dana.post(page("start"), started(school, sam) | answers)

    assert answer.status_code == 422
    assert said in words_on(answer)
    assert "A place at breakfast club" in words_on(answer)
    assert not ChildInNeedPlan.objects.exists()


def test_a_second_plan_comes_back_as_a_sentence(
    as_dana: Client, plan: ChildInNeedPlan, school: Agency, sam: Practitioner
) -> None:
    answer = as_dana.post(page("start"), started(school, sam) | {"step": "confirm"})

    assert answer.status_code == 422
    assert "Amara Okoye has a child-in-need plan already." in words_on(answer)


def test_an_action_is_done_from_the_plan(as_dana: Client, plan: ChildInNeedPlan) -> None:
    action = ChildInNeedPlanAction.objects.get()
    assert page("done", action.pk) in words_on(as_dana.get(page("plan")))
    as_dana.post(
        page("done", action.pk),
        {**on("done_on", TODAY), "came_of_it": "She cooked twice.", "step": "confirm"},
    )
    shown = words_on(as_dana.get(page("plan")))

    assert page("done", action.pk) not in shown
    assert "Done" in shown


def test_actions_and_needs_are_added(as_dana: Client, plan: ChildInNeedPlan) -> None:
    need = plan.needs.get()
    answers = {
        **on("changed_on", TODAY), "to": str(need.pk), "actions-rows": "1", "actions-0-what": "Shop together",
        "actions-0-who": "Nana", "needs-rows": "1", "needs-0-need": "A warm coat", "step": "confirm",
    }  # fmt: skip
    assert as_dana.post(page("change"), answers).status_code == 303
    assert {need.need for need in plan.needs.all()} == {"Enough to eat", "A warm coat"}
    assert need.actions.count() == 2

    answers["to"] = ""
    answer = as_dana.post(page("change"), answers)
    assert answer.status_code == 422
    assert "Choose the need that the actions serve" in words_on(answer)


def test_a_review_is_recorded_and_leads_on(as_dana: Client, plan: ChildInNeedPlan, sam: Practitioner) -> None:
    answers = {
        **on("reviewed_on", TODAY), "decision": "close", "reasons": "Amara is thriving.", "agreed_with": str(sam.pk),
        "progress": "She eats every day.", "step": "confirm",
    }  # fmt: skip
    done = as_dana.post(page("review"), answers)

    assert done.status_code == 303
    assert as_dana.session["told"]["more"] == [["End the plan", page("end")]]
    assert "She eats every day." in words_on(as_dana.get(page("reviews")))


def test_a_family_that_withdraws_has_the_risk_weighed(as_dana: Client, plan: ChildInNeedPlan) -> None:
    answers = {
        **on("ended_on", TODAY), "outcome": "agreement-withdrawn", "reasons": "They want to manage.", "step": "confirm",
    }  # fmt: skip
    asked = as_dana.post(page("end"), answers)
    assert asked.status_code == 422
    assert "Enter whether the withdrawal raises the risk for the child" in words_on(asked)

    assert (
        as_dana.post(page("end"), answers | {"risk_weighed": "No: school sees her daily."}).status_code == 303
    )
    assert "No: school sees her daily." in words_on(as_dana.get(page("plan")))


@pytest.mark.parametrize("name", ["start", "change", "review", "end", "plan", "reviews"])
@pytest.mark.parametrize("person", ["stranger", "relative"])
def test_whoever_may_not_is_told_there_is_nothing_here(
    name: str, person: str, plan: ChildInNeedPlan, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(person))

    assert client.get(page(name)).status_code == 404


def test_the_school_sees_its_own_part_and_never_the_whole_plan(
    plan: ChildInNeedPlan, school_involved: object, helen: Practitioner, client: Client
) -> None:
    client.force_login(helen)

    assert client.get(page("plan")).status_code == 404
    part = words_on(client.get(f"/children/{REFERENCE}/", follow=True))
    assert "Amara Okoye" in part
    assert "Cook on Sundays" not in part
    assert client.get(page("done", ChildInNeedPlanAction.objects.get().pk)).status_code == 404


@pytest.mark.parametrize("many", [2, 25])
@pytest.mark.parametrize("name", ["plan", "reviews"])
def test_the_pages_ask_few_questions_of_the_database_however_much_there_is(
    name: str,
    many: int,
    as_dana: Client,
    dana: Practitioner,
    amara: Person,
    django_assert_max_num_queries: Any,
) -> None:
    actions = [NewAction(what=f"Action {number}", owner="Grace") for number in range(many)]
    needs = [NewNeed(need=f"Need {number}", actions=actions) for number in range(many)]
    start_plan(by=dana, child=amara, started_on=TODAY, plan=AGREED, needs=needs, now=NOW)
    for number in range(many):
        record_review(
            by=dana, child=amara, reviewed_on=TODAY, decision="continue", reasons=f"Reason {number}", now=NOW
        )
    as_dana.get(page(name))  # A session notes once that it is in use.

    with django_assert_max_num_queries(8):
        assert as_dana.get(page(name)).status_code == 200
