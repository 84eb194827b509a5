"""The told story, on the pages of its child: what real acts leave there, corrected afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from alongside.conferences.models import ConferenceDecision
from alongside.deadlines.models import Deadline
from alongside.demo.organisation import lay_out
from alongside.desk.corrections import correct_entry
from alongside.plans.models import ChildProtectionPlan
from tests.every.pages import World, tell_as_far_as_a_plan
from tests.pages import MOST_QUERIES, reader


@pytest.fixture
def world(db: None) -> World:
    return tell_as_far_as_a_plan(lay_out())


def test_the_story_reads_well_on_the_pages_of_its_child(client, world):
    read, dana, home = reader(client), world.staff("dana"), f"/children/{world.child.reference}/"
    pages = {page: read(dana, home + page) for page in ("", "decisions/", "timeline/", "due/", "people/")}
    assert all(len(page.sql) <= MOST_QUERIES for page in pages.values())
    assert "Subject to a child protection plan for neglect since 18 February 2025" in pages[""].text
    assert "Finn Marlow Subject to a child protection plan" in pages[""].text
    assert "By Jamal Amin" in pages["decisions/"].text
    assert "As the statistics count" in pages["due/"].text
    assert "Father (not known)" in pages["people/"].text


def test_a_conference_corrected_for_every_child_moves_plans_and_dates(world):
    dana, day = world.staff("dana"), date(2025, 2, 19)
    decisions = list(ConferenceDecision.objects.select_related("entry__child", "conference"))
    for decision in decisions:
        held = decision.conference.held_on
        correct_entry(
            by=dana, entry=decision.entry, happened_on=day, reason="Held a day later.", now=timezone.now()
        )
        assert held == date(2025, 2, 18), "one conference, until all its children's entries say otherwise"
    assert {decision.__class__.objects.get(pk=decision.pk).conference.held_on for decision in decisions} == {
        day
    }
    assert set(ChildProtectionPlan.objects.values_list("started_on", flat=True)) == {day}
    reviews = Deadline.objects.filter(rule_id="child-protection.first-review")
    assert set(reviews.values_list("due_on", flat=True)) == {date(2025, 5, 19)}
