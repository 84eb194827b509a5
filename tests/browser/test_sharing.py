"""Sharing a fact with a school in a real browser, counted: an experienced user needs less than 45 seconds.

Nobody is timed here. Clicks and keys are counted, and given the times of the keystroke-level model of Card,
Moran and Newell for a skilled user: 1.1 s to point, 0.2 s for each press of a key or button, 1.35 s to make up one's mind.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.sharing.models import SharingDecision
from tests.inspecting import accessibility_problems

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.django_db(transaction=True)

POINT, PRESS, DECIDE = 1.1, 0.2, 1.35
#: Questions that take a thought: with whom, whether, on what basis, for what, and what the family are told.
THOUGHTS = 5


class Hand:
    """A practised hand: what it does to the page, and how often."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks, self.keys = page, 0, 0

    def click(self, where: Locator) -> None:
        where.click()
        self.clicks += 1

    def type(self, label: str, words: str) -> None:
        field = self.page.get_by_label(label)
        self.click(field)
        self.page.keyboard.type(words)
        self.keys += len(words)

    def choose(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=question)
        self.click(group.get_by_text(answer, exact=True))

    @property
    def seconds(self) -> float:
        return self.clicks * (POINT + PRESS) + self.keys * PRESS + THOUGHTS * DECIDE


def test_a_fact_is_shared_in_under_forty_five_seconds(
    page: Page, dana: Practitioner, case: Case, school: Agency, sign_in_as: Callable[[Page, Practitioner], None],
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    sign_in_as(page, dana)
    page.goto("/children/WREN-AMARA2/")
    hand = Hand(page)

    hand.click(
        page.locator(".app-menu__button", has_text="Other acts")
        .or_(page.get_by_text("Record something"))
        .first
    )
    hand.click(page.get_by_role("link", name="Share information, or decide not to"))
    hand.type("Which agency would it go to?", "mill")
    page.keyboard.press("Enter")
    hand.keys += 1
    hand.type("Which of their tasks would it help?", "Breakfast club")
    hand.type("What is it, in a few words?", "Mornings")
    hand.choose("What do you decide?", "Share it")
    hand.type("Facts: what was seen or is known", "Amara gets herself up.")
    hand.choose("What is the lawful basis?", "Public task")
    hand.choose("What may it be used for?", "Helping the child and family")
    hand.type("Why?", "They can help.")
    hand.choose("What are the family told?", "They have been told")
    assert accessibility_problems(page) == []
    hand.click(page.get_by_role("button", name="Continue"))
    hand.click(page.get_by_role("button", name="Record the decision"))

    page.get_by_text("can read it from now").wait_for()
    decision = SharingDecision.objects.get()
    assert (decision.recipient, decision.basis, decision.purpose) == (school, "public-task", "help")
    with capsys.disabled():
        print(f"\nSharing a fact: {hand.clicks} clicks, {hand.keys} keys, {hand.seconds:.0f} s by the model.")
    assert hand.clicks <= 14
    assert hand.seconds < 45
