"""Being looked after, beside a plan and without one, until it ends. Through HTTP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Practitioner
from alongside.care.models import LookedAfter, LookedAfterEnding, ReturnHome, TwoPlansConsidered
from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan
from tests.conferences.given import a_plan

REFERENCE = "WREN-AMARA2"


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def at(page: str) -> str:
    return reverse(f"care:{page}", args=[REFERENCE])


def send(client: Client, page: str, **answers: Any) -> Any:
    return client.post(at(page), {**answers, "step": "confirm"})


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture
def plan(case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner) -> ChildProtectionPlan:  # fmt: skip
    return a_plan(amara, dana, council, school, jamal)


def becomes(client: Client, on: date, **more: Any) -> Any:
    said = {**day("began_on", on), "status": "accommodated", "reasons": "Her mother is in hospital."}
    return send(client, "become", **{**said, **more})


def test_a_plan_and_being_looked_after_stand_side_by_side(
    as_dana: Client, plan: ChildProtectionPlan, today: date
) -> None:
    """Trap 9, dual status: both stand; whether both are needed is weighed, their dates joined, and neither ends by it."""
    assert becomes(as_dana, today, **day("next_review_on", today + timedelta(days=20))).status_code == 303
    page = as_dana.get(at("looked-after")).content.decode()
    assert "Provided with accommodation (section 20)" in page
    assert "Not considered yet" in page
    overview = as_dana.get(reverse("desk:child", args=[REFERENCE])).content.decode()
    assert "Looked after (provided with accommodation (section 20))" in overview
    assert "Subject to a child protection plan" in overview
    assert "Consider whether both plans are needed" in overview

    joined = today + timedelta(days=30)
    weighed = {**day("considered_on", today), "decided": "both", "reasons": "She may go home soon.",
               **day("plan_review_on", joined), **day("care_review_on", joined)}  # fmt: skip
    assert send(as_dana, "two-plans", **weighed).status_code == 303
    assert TwoPlansConsidered.objects.get().entry.details["dates"].startswith("Both are reviewed on")
    assert LookedAfter.objects.get().next_review_on == joined
    assert ChildProtectionPlan.objects.get().is_open
    assert "Not considered yet" not in as_dana.get(at("looked-after")).content.decode()


def test_the_footing_changes_and_the_end_asks_for_approval(as_dana: Client, case: Case, today: date) -> None:
    """T43, TL-54: after 20 working days a planned end without a nominated officer's approval is a shortfall."""
    began = date(2025, 4, 2)
    becomes(as_dana, began)
    changed = {
        **day("changed_on", began + timedelta(days=20)),
        "status": "interim-care-order",
        "reasons": "The court made it.",
    }
    assert send(as_dana, "change", **changed).status_code == 303
    assert LookedAfter.objects.get().status_now == "interim-care-order"
    over = {
        **day("ceased_on", began + timedelta(days=60)),
        "how": "home-planned",
        "reasons": "Her mother is well.",
    }
    assert send(as_dana, "cease", **over).status_code == 303
    assert LookedAfterEnding.objects.get().how == "home-planned"
    assert Shortfall.objects.get(rule_id="authority.leaving-care").words
    assert "came home as planned" in as_dana.get(at("looked-after")).content.decode()
    assert as_dana.get(at("cease")).status_code == 404


@pytest.mark.parametrize(("days", "approved"), [(10, ""), (60, "Ruth Ames, assistant director")])
def test_nothing_is_missing_where_approval_was_given_or_not_asked_for(
    as_dana: Client, days: int, approved: str
) -> None:
    """TL-54: the 20 working days are the regulations'."""
    began = date(2025, 4, 2)
    becomes(as_dana, began)
    over = {
        **day("ceased_on", began + timedelta(days=days)),
        "how": "home-planned",
        "reasons": "Well.",
        "approved_by": approved,
    }
    send(as_dana, "cease", **over)
    assert not Shortfall.objects.filter(rule_id="authority.leaving-care").exists()


def test_coming_home_ends_being_looked_after_in_the_same_act(
    as_dana: Client, dana: Practitioner, today: date
) -> None:
    """T44: an unplanned return: safety first, and the child is no longer looked after; nothing is recorded twice."""
    becomes(as_dana, date(2025, 4, 2))
    home = {**day("decided_on", today), "way": "unplanned", "immediate_concern": "no", "reasons": "Her mother collected her.",
            "led_by": str(dana.pk), **day("ceased_on", today)}  # fmt: skip
    assert send(as_dana, "return-home", **home).status_code == 303
    assert LookedAfter.objects.get().ending.how == "home-unplanned"
    assert LookedAfter.objects.get().ending.entry == ReturnHome.objects.get().entry
    assert "Looked after (" not in as_dana.get(reverse("desk:child", args=[REFERENCE])).content.decode()


def test_a_planned_return_that_has_not_happened_yet_ends_nothing(
    as_dana: Client, dana: Practitioner, today: date
) -> None:
    """T43: decided now, and looked after until the child is home; a child who stays looked after has no such day."""
    becomes(as_dana, date(2025, 4, 2))
    home = {
        **day("decided_on", today),
        "way": "planned-return",
        "reasons": "It went well.",
        "led_by": str(dana.pk),
    }
    assert send(as_dana, "return-home", **home).status_code == 303
    assert LookedAfter.objects.get().ending is None
    wrong = send(as_dana, "return-home", **{**home, "way": "placed-with-parents", **day("ceased_on", today)})
    assert wrong.status_code == 422
    assert "stays looked after" in wrong.content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": ""}, "Select on what footing"),
        ({"status": "by-the-moon"}, "footing"),
        ({"reasons": ""}, "Enter why the child is looked after"),
        (day("began_on", date(2035, 1, 1)), "in the future"),
        (day("began_on", date(2024, 1, 1)), "before the case opened"),
    ],
)
def test_what_is_wrong_is_said(as_dana: Client, change: dict[str, str], said: str, today: date) -> None:
    """Dual status: wrong input."""
    answer = becomes(as_dana, today, **change)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not LookedAfter.objects.exists()


def test_twice_is_refused_and_a_case_does_not_close_over_it(
    as_dana: Client, sam: Practitioner, today: date
) -> None:
    """Dual status: once at a time, and not forgotten."""
    becomes(as_dana, today)
    assert becomes(as_dana, today).status_code == 422
    as_dana.force_login(sam)
    closing = as_dana.get(reverse("closure:close", args=[REFERENCE])).content.decode()
    assert "The child has been looked after since" in closing


def test_strangers_and_agencies_find_nothing(
    client: Client, case: Case, stranger: Practitioner, helen: Practitioner
) -> None:
    """Dual status: who may not."""
    for nobody in (stranger, helen):
        client.force_login(nobody)
        for page in ("looked-after", "become", "two-plans"):
            assert client.get(at(page)).status_code == 404
