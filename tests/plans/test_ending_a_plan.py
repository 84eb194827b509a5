"""Ending a plan without a conference: which grounds do, which do not, and in what words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from alongside.agencies.models import Agency, Practitioner
from alongside.chronology.models import Entry, Shortfall
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.plans.services import end_plan_without_conference, tell_of_ending
from alongside.refusals import Refusal
from tests.conferences.given import noon

Plan = ChildProtectionPlan
ENDED = date(2025, 6, 2)
CITED = "(Working Together 2023 (June 2025 issue), page 100)"


def end(by: Practitioner, amara: Person, ground: str, on: date = ENDED, **more: Any) -> Plan:
    given: dict[str, Any] = {
        "reasons": "As recorded.",
        "core_group_views": "Agreed.",
        "support": "None here.",
        **more,
    }
    return end_plan_without_conference(
        by=by, child=amara, ended_on=on, ground=ground, now=noon(date(2025, 6, 3)), **given
    )


@pytest.mark.parametrize(
    ("ground", "born_on", "more", "outcome"),
    [
        ("transferred", date(2020, 9, 3), {"receiving_authority": "Farholme Council", "receiving_conference_on": ENDED},
         "the child and family moved, and the new authority has held its conference"),
        ("eighteen", date(2007, 6, 2), {"review_held_on": date(2025, 5, 20)}, "the child turned 18"),
        ("died", date(2020, 9, 3), {}, "the child died"),
        ("left-uk", date(2020, 9, 3), {}, "the child left the United Kingdom for good"),
    ],
)  # fmt: skip
def test_the_grounds_that_end_a_plan_here(
    plan: Plan,
    amara: Person,
    dana: Practitioner,
    ground: str,
    born_on: date,
    more: dict[str, Any],
    outcome: str,
) -> None:
    Person.objects.filter(pk=amara.pk).update(born_on=born_on)

    ended = end(dana, amara, ground, **more)

    assert (ended.ended_on, ended.ended_because) == (ENDED, ground)
    entry = Entry.objects.get(kind="child-protection-plan-ended")
    assert (entry.details["decided"], entry.details["outcome"]) == (ground, outcome)
    assert ended.ending_entry == entry
    assert (
        not Deadline.objects.outstanding()
        .filter(child=amara, rule_id__startswith="child-protection")
        .exclude(rule_id="child-protection.ending-told")
        .exists()
    ), "only telling everybody is left"
    assert not Shortfall.objects.filter(entry=entry).exists()


@pytest.mark.parametrize(
    ("ground", "on", "more", "said"),
    [
        (
            "no-longer-at-risk", ENDED, {},
            ("You can't end this plan here. Only a review conference can decide that Amara Okoye is no longer suffering, "
            "or likely to suffer, significant harm. Book a review. "
            "(Working Together 2023 (June 2025 issue), pages 98 and 100)"),
        ),
        (
            "transferred", ENDED, {},
            ("This plan cannot be transferred yet. A plan passes to another authority only once that authority has held "
            "its own conference, and no day is recorded for it. Enter the day of the conference there. Until it has "
            f"been held, this plan goes on. {CITED}"),
        ),
        (
            "transferred", ENDED, {"receiving_conference_on": date(2025, 6, 3)},
            ("This plan ended before the conference there. You entered 2 June 2025 for the end, and 3 June 2025 for the "
            f"new authority's conference. Enter an end on the day of that conference or later. {CITED}"),
        ),
        (
            "eighteen", ENDED, {},
            ("Amara Okoye was not yet 18 on this day. You entered 2 June 2025, and Amara Okoye was born on 3 September "
            "2020. Enter the eighteenth birthday or a later day. If the plan should end sooner, book a review. "
            f"{CITED}"),
        ),
        (
            "moved-house", ENDED, {},
            ("This is not a ground on which a plan ends. You gave “moved-house”. A plan ends by a move, at 18, on a "
            "death, on leaving the United Kingdom for good, or by a review conference. Choose the ground that "
            f"applies, or book a review. {CITED}"),
        ),
        (
            "left-uk", date(2025, 6, 4), {},
            ("This day is in the future. You entered 4 June 2025, and today is 3 June 2025. "
            "Enter the day it happened, or come back once it has."),
        ),
        (
            "left-uk", date(2025, 4, 14), {},
            ("This is not after the day the plan began. You entered 14 April 2025, and the plan began on 14 April 2025. "
            "A plan cannot end, or be reviewed, on or before the day of the conference that made it. Enter a later "
            "day. If the plan began earlier than that, correct the conference first."),
        ),
    ],
)  # fmt: skip
def test_what_does_not_end_a_plan_here(
    plan: Plan, amara: Person, dana: Practitioner, ground: str, on: date, more: dict[str, Any], said: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        end(dana, amara, ground, on, **more)

    assert str(refusal.value) == said
    assert Plan.objects.get().is_open
    assert not Entry.objects.filter(kind="child-protection-plan-ended").exists()


def test_a_plan_does_not_end_by_death_while_the_child_was_alive(
    plan: Plan, amara: Person, dana: Practitioner
) -> None:
    Person.objects.filter(pk=amara.pk).update(died_on=date(2025, 6, 3))

    with pytest.raises(Refusal) as refusal:
        end(dana, amara, "died")

    assert str(refusal.value) == (
        "Amara Okoye was alive on this day. You entered 2 June 2025, and the record says that Amara Okoye died on "
        "3 June 2025. Enter that day or a later one, or correct the day of death first."
    )


def test_at_eighteen_without_a_review_the_plan_ends_with_a_shortfall(
    plan: Plan, amara: Person, dana: Practitioner
) -> None:
    Person.objects.filter(pk=amara.pk).update(born_on=date(2007, 6, 2))

    end(dana, amara, "eighteen")

    assert Shortfall.objects.get(rule_id="child-protection.review-around-eighteen").words == (
        "Hold a review around the eighteenth birthday: a review around the eighteenth birthday not recorded."
    )


def test_an_end_without_core_group_views_or_a_word_on_support_is_a_shortfall(
    plan: Plan, amara: Person, dana: Practitioner
) -> None:
    end(dana, amara, "left-uk", core_group_views="", support="")

    words = Shortfall.objects.get(rule_id="child-protection.plan-ending-record").words
    assert "what core group members said" in words
    assert "what support is still needed" in words


def test_everyone_supporting_the_child_is_kept_to_be_told_and_ticked_off_once(
    plan: Plan, amara: Person, dana: Practitioner, school: Agency
) -> None:
    ended = end(dana, amara, "left-uk")
    assert {notice.name for notice in EndingNotice.objects.all()} == {
        "Mill Lane Primary School", "Wrenmouth Council", "Grace Okoye",
    }  # fmt: skip
    to_school = EndingNotice.objects.get(agency=school)

    def tell(on: date) -> None:
        tell_of_ending(
            by=dana, child=amara, plan=ended, notices=[to_school], told_on=on, now=noon(date(2025, 6, 3))
        )

    with pytest.raises(Refusal) as too_soon:
        tell(date(2025, 6, 1))
    assert str(too_soon.value) == (
        "Nobody could be told of the end on this day. You entered 1 June 2025. The plan ended on 2 June 2025, and "
        "today is 3 June 2025. Enter the day they were told, or leave it until they have been."
    )
    tell(date(2025, 6, 3))

    to_school.refresh_from_db()
    assert to_school.told_on == date(2025, 6, 3)
    last = Entry.objects.filter(kind="plan-changed").last()
    assert last is not None
    assert last.details["what"] == "Told that the plan had ended: Mill Lane Primary School."
    with pytest.raises(Refusal) as again:
        tell(date(2025, 6, 3))
    assert str(again.value) == (
        "Nobody is chosen who is still to be told. Either nobody was ticked, or everyone ticked had been told already. "
        "Tick those who have been told, or go back to the plan."
    )
