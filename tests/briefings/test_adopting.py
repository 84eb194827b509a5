"""Taking actions from a list into one's own organisation's plan: offered to whoever may, and to nobody else."""

from __future__ import annotations

import pytest
from lxml import html

from alongside.guidance.compare import compare
from tests.improvement.conftest import read, there, whole_partnership
from tests.pages import MOST_QUERIES

__all__ = ["read", "there", "whole_partnership"]
pytestmark = pytest.mark.django_db
CHECKLIST = "/guidance/briefings/checklist/?from=WT2018&to=WT2026&for=schools"


def test_whoever_assesses_for_a_school_sends_the_actions_they_tick_to_its_plan(there, read, client):
    page = read(there.who("head"), CHECKLIST)
    (form,) = html.fromstring(page.body).xpath("//main//form[@method='post']")
    offered = form.xpath(".//input[@name='action']/@value")

    there_are = [one.id for one in compare("WT2018", "WT2026", audience="schools").actions]
    assert sorted(offered) == sorted(there_are)
    assert len(page.sql) <= MOST_QUERIES
    assert "checked" not in {name for one in form.xpath(".//input[@name='action']") for name in one.attrib}
    sent = client.post(form.get("action"), {"action": offered[:2]})
    assert sent.status_code == 303
    assert all(id in sent.headers["Location"] for id in offered[:2])


def test_somebody_who_plans_for_no_organisation_is_offered_none(there, read):
    page = read(there.who("teacher"), CHECKLIST)

    assert page.status == 200
    assert not html.fromstring(page.body).xpath("//main//form")


def test_somebody_signed_in_opens_every_page_with_few_queries(there, read):
    choice = CHECKLIST.partition("?")[2]
    for where in ("compare/", "briefings/", "briefings/quiz/", "briefings/whole/"):
        page = read(there.who("head"), f"/guidance/{where}?{choice}")
        assert page.status == 200
        assert len(page.sql) <= MOST_QUERIES, where
