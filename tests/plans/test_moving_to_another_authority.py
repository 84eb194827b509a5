"""A child on a plan moves to another authority, or is here for a time on another's plan. Through HTTP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.closure.guards import open_work
from alongside.deadlines.projection import refresh
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.people.models import Person
from alongside.plans.models import (
    ChildProtectionPlan,
    ComingOfAge,
    MoveContact,
    PlanMove,
    ReceivingConference,
    StayHere,
)

REFERENCE = "WREN-AMARA2"
Plan = ChildProtectionPlan


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def at(page: str, *keys: object) -> str:
    return reverse(f"plans:{page}", args=(REFERENCE, *keys))


def send(client: Client, page: str, *keys: object, **answers: Any) -> Any:
    return client.post(at(page, *keys), {**answers, "step": "confirm"})


def words(answer: Any) -> str:
    return answer.content.decode()


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def as_dana(client: Client, plan: Plan, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


def moves(client: Client, on: date, **more: Any) -> Any:
    said = {
        **day("known_on", on),
        "lasting": "for-good",
        "authority": "Farholme",
        "meanwhile": "Dana visits weekly.",
    }
    return send(client, "move-away", **{**said, **more})


def is_told(client: Client, on: date) -> Any:
    move = PlanMove.objects.get(ending=None)
    return send(
        client,
        "move-told",
        move.pk,
        **day("told_on", on),
        told_by="Dana Wright",
        sent="The plan and the record",
    )


def answers(client: Client, held: date, written: date, **more: Any) -> Any:
    move = PlanMove.objects.get(ending=None)
    said = {
        **day("held_on", held),
        **day("written_on", written),
        "decided": "plan",
        "words": "A plan there; Mo Reed leads.",
    }
    return send(client, "move-answer", move.pk, **{**said, **more})


def ends_here(client: Client, on: date, **more: Any) -> Any:
    said = {
        **day("ended_on", on),
        "ground": "transferred",
        "receiving_authority": "Farholme",
        "reasons": "They took it over.",
    }
    return send(client, "end", **{**said, **more})


def test_a_plan_passes_only_after_the_conference_there_and_its_answer(
    as_dana: Client, plan: Plan, case: Case, today: date
) -> None:
    """T33: moved for good: told, chased, answered in writing, and only then ended here, prefilled from the record."""
    earlier = today - timedelta(days=2)
    assert moves(as_dana, earlier).status_code == 303
    assert case.deadlines.get(rule_id="child-protection.move-told").met_on is None
    page = words(as_dana.get(at("moves")))
    assert "Farholme has not been told." in page

    assert is_told(as_dana, earlier).status_code == 303
    due = case.deadlines.get(rule_id="child-protection.receiving-conference")
    assert due.due_on == ENGLAND_AND_WALES.after(earlier, 15)
    assert (due.met_on, due.ended_on) == (None, None)
    assert case.deadlines.filter(
        rule_id="child-protection.first-review", met_on=None, ended_on=None
    ).exists(), "reviews go on"
    assert "No answer yet" in words(as_dana.get(at("moves")))

    held = {**day("receiving_conference_on", earlier)}
    refused = ends_here(as_dana, today, **held)
    assert refused.status_code == 422
    assert "Farholme has not told us in writing what its conference decided." in words(refused)
    assert Plan.objects.get(pk=plan.pk).is_open, "trap 6: not before the receiving conference"

    assert answers(as_dana, earlier, today).status_code == 303
    due.refresh_from_db()
    assert due.met_on == today
    assert Plan.objects.get(pk=plan.pk).is_open, "the answer does not end the plan by itself"
    begun = words(as_dana.get(at("end")))
    assert 'value="Farholme"' in begun, "said once"
    assert ends_here(as_dana, today, **held).status_code == 303
    ended = Plan.objects.get(pk=plan.pk)
    assert (ended.ended_because, ended.receiving_authority) == ("transferred", "Farholme")
    assert "The plan here ended" in words(as_dana.get(at("moves")))


def test_a_move_that_is_not_answered_is_chased_and_stays_open_when_refused(
    as_dana: Client, plan: Plan, case: Case, today: date
) -> None:
    """T33: who was rung and when; a refusal settles nothing."""
    moves(as_dana, today)
    is_told(as_dana, today)
    key = PlanMove.objects.get().pk
    rung = {**day("rung_on", today), "rung_by": "Dana Wright", "whom": "Their duty manager"}
    assert (
        send(as_dana, "move-contact", key, **rung, answer="refused", words="No worker free.").status_code
        == 303
    )
    assert MoveContact.objects.get().answer == "refused"
    page = words(as_dana.get(at("moves")))
    assert "asked (Their duty manager); they refuse" in page
    assert case.deadlines.get(rule_id="child-protection.receiving-conference").ended_on is None
    assert send(as_dana, "move-contact", key, **rung, answer="").status_code == 422


def test_a_family_that_does_not_move_after_all_keeps_its_plan(
    as_dana: Client, plan: Plan, case: Case, today: date
) -> None:
    """T33: a move withdrawn ends its limits and nothing else."""
    moves(as_dana, today)
    is_told(as_dana, today)
    key = PlanMove.objects.get().pk
    over = {**day("ended_on", today), "how": "withdrawn", "words": "They stay; Farholme was told."}
    assert send(as_dana, "end-move", key, **over).status_code == 303
    assert case.deadlines.get(rule_id="child-protection.receiving-conference").ended_on == today
    assert Plan.objects.get(pk=plan.pk).is_open
    assert as_dana.get(at("move-contact", key)).status_code == 404
    assert moves(as_dana, today).status_code == 303, "another move may be recorded"


def test_a_stay_elsewhere_for_a_time_leaves_the_plan_here(
    as_dana: Client, plan: Plan, case: Case, today: date
) -> None:
    """T33: no conference there takes over a plan while the child is away for a time."""
    moves(as_dana, today, lasting="for-a-time", **day("back_on", today + timedelta(days=30)))
    assert not case.deadlines.filter(rule_id="child-protection.move-told").exists()
    is_told(as_dana, today)
    assert not case.deadlines.filter(rule_id="child-protection.receiving-conference").exists()
    assert answers(as_dana, today, today).status_code == 422
    assert not ReceivingConference.objects.exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"authority": ""}, "Enter the authority"),
        ({"meanwhile": ""}, "Say how the plan goes on meanwhile"),
        ({"lasting": ""}, "for how long the child moves"),
        (day("known_on", date(2025, 4, 1)), "before the plan began"),
        (day("known_on", date(2035, 4, 1)), "in the future"),
    ],
)
def test_what_is_wrong_with_a_move_is_said(
    as_dana: Client, plan: Plan, change: dict[str, str], said: str, today: date
) -> None:
    """T33: wrong input."""
    answer = moves(as_dana, today, **change)
    assert answer.status_code == 422
    assert said in words(answer)
    assert not PlanMove.objects.exists()


def test_an_answer_before_the_conference_is_refused(as_dana: Client, plan: Plan, today: date) -> None:
    """T33: wrong input."""
    moves(as_dana, today)
    assert answers(as_dana, today, today - timedelta(days=1)).status_code == 422
    assert not ReceivingConference.objects.exists()


def test_strangers_and_agencies_change_no_move(client: Client, as_dana: Client, plan: Plan, stranger: Practitioner, helen: Practitioner, today: date) -> None:  # fmt: skip
    """T33: who may not."""
    moves(as_dana, today)
    key = PlanMove.objects.get().pk
    for nobody in (stranger, helen):
        client.force_login(nobody)
        for page, keys in (
            ("move-away", ()),
            ("move-told", (key,)),
            ("move-answer", (key,)),
            ("coming-of-age", ()),
        ):
            assert client.get(at(page, *keys)).status_code == 404


def test_a_child_here_for_a_time_has_no_plan_of_ours(client: Client, case: Case, dana: Practitioner, amara: Person, today: date) -> None:  # fmt: skip
    """T33, trap 16: another authority's plan is shown as theirs and never counted as ours, until the stay ends."""
    client.force_login(dana)
    stay = {
        **day("from_on", today), "authority": "Farholme", "their_lead": "Mo Reed, 01632 960123",
        "agreed": "Mo visits; Dana is called in an emergency.",
    }  # fmt: skip
    assert send(client, "stay-here", **stay).status_code == 303
    assert not Plan.objects.exists()
    record = words(client.get(reverse("desk:child", args=[REFERENCE])))
    assert "on the plan of Farholme, which is not ours" in record
    assert "Another authority’s plan" in words(client.get(at("moves")))
    assert "has been here on the plan of Farholme" in open_work(case)[0].words

    over = {**day("ended_on", today), "how": "left", "told": "Mo Reed, by telephone"}
    assert send(client, "end-stay", **over).status_code == 303
    assert StayHere.objects.get().ending is not None
    assert "which is not ours" not in words(client.get(reverse("desk:child", args=[REFERENCE])))
    assert client.get(at("end-stay")).status_code == 404


def test_a_child_with_a_plan_here_is_not_here_on_anothers(as_dana: Client, plan: Plan, today: date) -> None:
    """T33: wrong input: one plan at a time."""
    stay = {**day("from_on", today), "authority": "Farholme", "their_lead": "Mo Reed", "agreed": "Both."}
    answer = send(as_dana, "stay-here", **stay)
    assert answer.status_code == 422
    assert "has a child protection plan here" in words(answer)


def test_turning_eighteen_is_planned_and_ends_the_plan(as_dana: Client, plan: Plan, case: Case, amara: Person, dana: Practitioner, jamal: Practitioner, today: date) -> None:  # fmt: skip
    """T34: on the list ahead of the birthday; planned with adult services; ended at 18 with the review recorded."""
    Person.objects.filter(pk=amara.pk).update(born_on=today - relativedelta(years=18))
    fresh = Case.objects.get(pk=case.pk)
    refresh(fresh)
    rule = "child-protection.review-around-eighteen"
    waiting = fresh.deadlines.get(rule_id=rule)
    assert waiting.due_on == today
    planned = {
        **day("planned_on", today), **day("review_on", today), "how": "With Amara and her mother.",
        "adult_services": "Adult social care, Ivo Penn",
    }  # fmt: skip
    far = send(as_dana, "coming-of-age", **{**planned, **day("review_on", today + timedelta(days=900))})
    assert far.status_code == 422
    assert "not around the eighteenth birthday" in words(far)
    assert send(as_dana, "coming-of-age", **planned).status_code == 303
    assert ComingOfAge.objects.get().adult_services == "Adult social care, Ivo Penn"
    waiting.refresh_from_db()
    assert waiting.met_on == today
    assert fresh.deadlines.filter(rule_id=rule, met_on=None, ended_on=None).get().due_on == today

    ended = {
        **day("ended_on", today),
        "ground": "eighteen",
        **day("review_held_on", today),
        "reasons": "Eighteen today.",
    }
    assert send(as_dana, "end", **ended).status_code == 303
    assert Plan.objects.get(pk=plan.pk).ended_because == "eighteen"
    assert not fresh.deadlines.filter(rule_id=rule, met_on=None, ended_on=None).exists()


def test_a_young_child_has_no_birthday_on_the_list(plan: Plan, case: Case) -> None:
    """T34: only what is near enough to be planned is due."""
    assert not case.deadlines.filter(rule_id="child-protection.review-around-eighteen").exists()


def test_a_child_who_left_the_country_for_good_has_no_plan_here(
    as_dana: Client, plan: Plan, today: date
) -> None:
    """T34: the third of the grounds that need no conference."""
    assert (
        send(
            as_dana, "end", **day("ended_on", today), ground="left-uk", reasons="To live with her aunt."
        ).status_code
        == 303
    )
    assert Plan.objects.get(pk=plan.pk).ended_because == "left-uk"
