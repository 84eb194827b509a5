"""Due dates with their reasons, decisions with theirs, and who can see a record."""

from __future__ import annotations

import pytest

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.desk.decisions import DECIDING, RULES
from alongside.guidance import catalogue
from alongside.section47.models import Participation, StrategyDiscussion
from tests.cast import NOW

HOME = "/children/WREN-AMARA2/"


def test_both_clocks_of_an_assessment_stand_side_by_side(read, assessing, dana):
    page = read(dana, HOME + "due/")
    assert "As the guidance counts" in page
    assert "As the statistics count" in page
    assert "Started by" in page
    assert "Referral received, Tuesday 1 April 2025, recorded 17 April 2025 at 14:00 by Maya Lowe" in page


def test_a_date_is_explained_on_its_own_page_day_by_day(read, referred, case, dana):
    deadline = case.deadlines.get(rule_id="referral.decision")
    page = read(dana, f"{HOME}due/{deadline.pk}/")
    assert "Why this date?" in page
    assert "Wed 2 Apr <strong" in page
    assert 'href="/guidance/rules/referral.decision/"' in page
    assert f"{HOME}timeline/{referred.pk}/" in page


def test_a_limit_that_was_met_and_one_that_fell_away_stay_on_the_page(read, assessing, dana):
    kinds.CASE_CLOSED.record(
        assessing,
        on=NOW.date(),
        by=dana,
        now=NOW,
        decided="died",
        outcome="The child has died",
        reasons="Illness.",
    )
    refresh(assessing)
    page = read(dana, HOME + "due/")
    assert "No limit is running for Amara Okoye now." in page
    assert ">Done</h2>" in page
    assert "Fell away on Thu 17 Apr 2025" in page


def test_why_an_assessment_takes_longer_stands_beside_its_date(read, assessing, dana):
    kinds.OVER_RUN_EXPLAINED.record(
        assessing,
        on=NOW.date(),
        by=dana,
        now=NOW,
        practitioner="Dana Wright",
        why="Waiting for the hospital.",
    )
    assert "Waiting for the hospital." in read(dana, HOME + "due/")


def test_a_date_of_another_child_is_not_found_here(read, referred, case, priya, ben):
    deadline = case.deadlines.first()
    read(priya, f"/children/WREN-BENJA2/due/{deadline.pk}/", status=404)


def test_a_decision_has_its_reasons_its_rule_and_who_was_told(read, assessing, dana):
    page = read(dana, HOME + "decisions/")
    assert "Assess under section 17" in page
    assert "Priya Nair" in page
    assert "Unexplained injury." in page
    assert "The referrer was told, by phone: We will assess." in page
    assert 'href="/guidance/rules/referral.next-steps/"' in page
    assert "Working Together 2023" in page


def test_who_disagreed_and_why_stands_with_the_decision(read, assessing, dana, police):
    entry = kinds.STRATEGY_DISCUSSION_HELD.record(
        assessing, on=NOW.date(), by=dana, now=NOW, decided="no-enquiries", outcome="No enquiries",
        reasons="Explained.", begins_enquiry=False,
    )  # fmt: skip
    discussion = StrategyDiscussion.objects.create(
        area_id=assessing.area_id, case=assessing, entry=entry, held_on=NOW.date(), decision="no-further-role", form="meeting",
        reasons="Explained.", recorded_at=NOW, recorded_by=dana, convened_by=dana, decided_by=dana,
        told_what="We told her mother why we met.",
    )  # fmt: skip
    Participation.objects.create(
        discussion=discussion,
        name="Tom Reed",
        agency=police,
        sector=police.sector,
        dissent="A second injury.",
    )
    page = read(dana, HOME + "decisions/")
    assert "Tom Reed, Estuary Police: A second injury." in page
    assert "The family: We told her mother why we met." in page


def test_who_was_told_of_an_assessment_stands_with_it(read, assessing, dana, sam):
    kinds.ASSESSMENT_APPROVED.record(
        assessing, on=NOW.date(), by=sam, now=NOW, decided="no-further-action", outcome="No further action",
        practitioner="Sam Birch", reasons="Safe with Nana.",
    )  # fmt: skip
    kinds.ASSESSMENT_OUTCOME_TOLD.record(assessing, on=NOW.date(), by=dana, now=NOW, whom="Grace Okoye")
    page = read(dana, HOME + "decisions/")
    assert "Told in writing what the assessment decided: Grace Okoye." in page


def test_every_kind_that_decides_names_its_rule():
    assert set(RULES) == set(DECIDING)
    assert all(catalogue.rule(rule_id) for rule_id in RULES.values())


def test_who_can_see_agrees_with_the_policy(read, request, case, school_involved, sam, dana):
    names = ("maya", "priya", "olu", "jamal", "helen", "tom", "ada", "wyn", "stranger", "relative")
    cast: list[Practitioner] = [sam, dana, *(request.getfixturevalue(name) for name in names)]
    page = read(dana, HOME + "who-can-see/")
    can = page[page.index("Who can open this record today") : page.index("Closed to")]
    for someone in cast:
        allowed = policies.READ_CHILD.allows(case.child, Practitioner.objects.get(pk=someone.pk))
        assert (someone.name in can) is allowed, someone.name
    closed = page[page.index("Closed to") : page.index("Who has looked")]
    assert "Rae Okoye" in closed
    assert "aunt" in closed


def test_who_has_looked_and_why(read, case, dana, priya):
    read(priya, HOME)
    page = read(dana, HOME + "who-can-see/")
    assert (
        "You can see this because you are the lead practitioner and your team works with this child." in page
    )
    looked = page[page.index("Who has looked") :]
    assert "Priya Nair" in looked
    assert "They work at the front door of this area" in looked


@pytest.mark.parametrize("name", ["helen", "jamal"])
def test_partners_may_not_ask_who_can_see(read, request, case, school_involved, name):
    read(request.getfixturevalue(name), HOME + "who-can-see/", status=404)
