"""Working Together 2023, flow chart 2: a looked-after child comes home to their family."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.care.models import ReturnHome
from alongside.cases.models import Case
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.states import states

PLANNED = {
    "decided_on_day": "14", "decided_on_month": "4", "decided_on_year": "2025", "way": "planned-return",
    "reasons": "Home is safe, and Amara wants to be there.", "assessment": "Made in February and March.",
    "seen_alone": "yes", "wishes": "“I want my own bed.”", "support_and_contact": "Dana visits every week.",
    "timeline": "Home at Easter; a meeting in May.", "monitoring": "School, health visitor and Dana, each month.",
    "step": "confirm",
}  # fmt: skip


@pytest.fixture
def page(client: Client, case: Case, dana: Practitioner) -> Any:
    """Send the page as Dana, who leads."""
    client.force_login(dana)

    def send(led_by: Practitioner = dana, **answers: str) -> Any:
        sent = {**PLANNED, "led_by": str(led_by.pk), **answers}
        return client.post(f"/children/{case.child.reference}/return-home/", sent, follow=True)

    return send


def test_a_planned_return_with_a_whole_plan_falls_short_of_nothing(page: Any) -> None:
    told = page().content.decode()

    assert "Return home recorded" in told
    assert ReturnHome.objects.get().way == "planned-return"
    assert not Shortfall.objects.exists()


def test_what_the_plan_does_not_say_is_recorded_and_bars_nothing(page: Any) -> None:
    page(assessment="", monitoring="")

    words = Shortfall.objects.get(rule_id="care.return-home-plan").words
    assert "An assessment made while the child was looked after" in words
    assert "How the effect is watched and recorded" in words


def test_the_decision_should_be_led_by_a_social_worker(page: Any, olu: Practitioner) -> None:
    page(led_by=olu)

    assert "social worker" in Shortfall.objects.get(rule_id="authority.return-home").words


def test_an_unplanned_return_looks_at_safety_first(page: Any) -> None:
    answer = page(way="unplanned")

    assert answer.status_code == 422
    assert "Say whether there is concern for the child&#39;s immediate safety" in answer.content.decode()
    assert not Entry.objects.exists()


def test_concern_after_an_unplanned_return_leads_to_a_strategy_discussion(page: Any, case: Case) -> None:
    answer = page(way="unplanned", immediate_concern="yes")

    assert answer.redirect_chain[-1][0].endswith("/strategy-discussions/new/")
    assert states(case.chronology.in_order()).strategy_discussion_wanted_since is not None


@pytest.mark.parametrize("way", ["placed-with-parents", "still-assessed"])
def test_a_child_who_stays_looked_after_needs_no_plan_for_home_yet(page: Any, way: str) -> None:
    page(way=way, assessment="", wishes="", support_and_contact="", timeline="", monitoring="")

    assert ReturnHome.objects.get().way == way
    assert not Shortfall.objects.filter(rule_id="care.return-home-plan").exists()


def test_it_cannot_have_happened_tomorrow(page: Any) -> None:
    answer = page(decided_on_year="2031")

    assert answer.status_code == 422
    assert not ReturnHome.objects.exists()


def test_a_stranger_finds_nothing(client: Client, case: Case, stranger: Practitioner) -> None:
    client.force_login(stranger)
    assert client.get(f"/children/{case.child.reference}/return-home/").status_code == 404
