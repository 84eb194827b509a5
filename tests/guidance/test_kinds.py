"""The six kinds of rule, and what each offers."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.guidance.kernel.rules import Force, Judgement
from alongside.guidance.kernel.spans import Months
from alongside.guidance.legislation.children_act_1989 import CHILD_IN_NEED
from alongside.guidance.legislation.children_act_1989_part_5 import POLICE_PROTECTION
from alongside.guidance.working_together import introduction
from alongside.guidance.working_together.chapter_3.conference import INITIAL_CONFERENCE
from alongside.guidance.working_together.chapter_3.immediate_protection import WHO_ACTS
from alongside.guidance.working_together.chapter_3.plan import AIMS
from alongside.guidance.working_together.chapter_3.referral import FEEDBACK, NEXT_STEPS
from alongside.guidance.working_together.chapter_3.review import FIRST_REVIEW
from alongside.guidance.working_together.chapter_3.strategy_discussion import AGENCIES, SIGNIFICANT_HARM

TODAY = date(2025, 7, 1)


def test_a_due_date_says_why_in_a_sentence():
    due = INITIAL_CONFERENCE.due(date(2025, 4, 17))

    assert due.because == (
        "15 working days from the strategy discussion that started the section 47 enquiries, on 17 April 2025"
    )
    assert (due.on, due.at) == (date(2025, 5, 13), None)
    assert due.force is Force.SHOULD


def test_a_due_date_names_every_day_counted_and_skipped():
    due = INITIAL_CONFERENCE.due(date(2025, 4, 17))

    assert [(day.date, day.number) for day in due.counted][:2] == [
        (date(2025, 4, 22), 1),
        (date(2025, 4, 23), 2),
    ]
    assert due.counted[-1] == (due.on, 15, None)
    assert {day.skipped_because for day in due.skipped} == {
        "Good Friday",
        "Easter Monday",
        "Early May bank holiday",
        "Saturday",
        "Sunday",
    }


def test_a_due_date_in_months_gives_a_day_for_each_month():
    due = FIRST_REVIEW.due(date(2024, 11, 30))

    assert [day.date for day in due.counted] == [date(2024, 12, 30), date(2025, 1, 30), date(2025, 2, 28)]
    assert due.skipped == ()
    assert due.span == Months(3)


def test_a_limit_without_a_number_is_shown_and_not_counted():
    due = FEEDBACK.due(TODAY)

    assert (due.on, due.at, due.counted, due.skipped) == (None, None, (), ())
    assert due.because == (
        "after the decision: no number of days is set; from the decision on the referral, on 1 July 2025"
    )


def test_police_protection_ends_at_a_moment_and_warns_before():
    starts = datetime(2026, 10, 23, 21, 0, tzinfo=UTC)
    due = POLICE_PROTECTION.due(starts)

    assert due.at == datetime(2026, 10, 26, 21, 0, tzinfo=UTC)
    assert due.on == date(2026, 10, 26)
    assert due.warnings == (due.at - timedelta(hours=24), due.at - timedelta(hours=12))
    assert due.because.endswith("on 23 October 2026 at 10:00pm")
    assert due.remark.startswith("The clocks go back in between")


def test_a_limit_in_hours_without_a_change_of_clocks_needs_no_remark():
    assert POLICE_PROTECTION.due(datetime(2026, 6, 1, 9, 0, tzinfo=UTC)).remark == ""


def test_a_limit_in_hours_refuses_a_day_alone():
    with pytest.raises(ValueError, match="Give the time as well"):
        POLICE_PROTECTION.due(date(2026, 10, 23))


def test_a_limit_in_days_takes_the_day_in_england_of_a_moment():
    assert INITIAL_CONFERENCE.due(datetime(2025, 7, 1, 23, 30, tzinfo=UTC)).on == date(2025, 7, 23)


def test_an_edition_can_be_asked_about_any_day():
    due = INITIAL_CONFERENCE.due(date(2025, 4, 17), edition="WT2018")

    assert due.edition == "Working Together 2018 (as amended December 2020)"
    assert not due.checked


@pytest.mark.parametrize(
    ("present", "missing", "why"),
    [
        (AGENCIES.at_least.at(TODAY).value, (), "all three"),
        (("children's social care", "police"), ("health",), "health was not there"),
        ((), ("children's social care", "health", "police"), "nobody was"),
        (("children's social care", "health", "police", "education"), (), "more is no shortfall"),
    ],
)
def test_membership_names_who_was_missing(present, missing, why):
    assert AGENCIES.shortfall(present, TODAY) == missing, why


def test_membership_of_any_one_is_met_by_one():
    assert WHO_ACTS.shortfall(("NSPCC",), TODAY) == ()
    assert WHO_ACTS.shortfall(("education",), TODAY) == ("children's social care, police or NSPCC",)


def test_others_may_attend_and_differ_by_edition():
    assert "British Transport Police" in AGENCIES.may_also_attend(TODAY)
    assert "British Transport Police" not in AGENCIES.may_also_attend(date(2019, 1, 1))
    assert WHO_ACTS.may_also_attend(TODAY) == ()


def test_content_names_the_headings_not_filled():
    missing = AIMS.shortfall({"safe", "health-and-development"}, TODAY)

    assert [heading.key for heading in missing] == ["support-family", "agencies-support"]


def test_a_pathway_gives_its_steps_and_names_them_when_asked_for_another():
    assert NEXT_STEPS.step("early-help", TODAY).label == "Early help, with the family's agreement"
    with pytest.raises(KeyError, match="Choose from no-further-action, advice"):
        NEXT_STEPS.step("nothing", TODAY)


@pytest.mark.parametrize(
    ("born", "answer", "because", "why"),
    [
        (date(2010, 5, 5), True, "Under 18 until 5 May 2028.", "fifteen"),
        (date(2007, 7, 2), True, "Under 18 until 2 July 2025.", "eighteen tomorrow"),
        (date(2007, 7, 1), False, "18 since 1 July 2025.", "eighteen today"),
        (date(2008, 2, 29), True, "Under 18 until 1 March 2026.", "born on a leap day"),
        (
            date(2025, 9, 1),
            True,
            "Not yet born: an unborn child is in scope where there is concern.",
            "unborn",
        ),
        (None, None, "No date of birth is known, so age cannot be worked out.", "unknown is an answer"),
    ],
)
def test_who_is_a_child(born, answer, because, why):
    finding = introduction.CHILD.holds({"born": born}, TODAY)

    assert (finding.answer, finding.because) == (answer, because), why
    assert "page 7" in str(finding.citation)


def test_what_a_working_day_is():
    ordinary = introduction.WORKING_DAY.holds({}, TODAY)
    closed = introduction.WORKING_DAY.holds({}, date(2025, 4, 18))

    assert (ordinary.answer, closed.answer) == (True, False)
    assert closed.because == "Friday 18 April 2025 is not one: Good Friday."


def test_a_disabled_child_is_in_need_and_the_rest_is_for_people():
    assert CHILD_IN_NEED.holds({"disabled": True}, TODAY).answer is True
    assert CHILD_IN_NEED.holds({"disabled": False}, TODAY).answer is None
    assert introduction.SAFEGUARDING.holds({}, TODAY).answer is None


def test_safeguarding_grew_from_four_parts_to_six():
    counts = [
        introduction.SAFEGUARDING.means.at(day).value.count(";") + 1 for day in (date(2019, 1, 1), TODAY)
    ]

    assert counts == [4, 6]


def test_a_judgement_asks_and_has_no_way_to_answer():
    offered = {
        name for name in dir(Judgement) if not name.startswith("_") and callable(getattr(Judgement, name))
    }

    assert offered == set()
    assert SIGNIFICANT_HARM.title.endswith("significant harm?")
    assert "the reasons" in SIGNIFICANT_HARM.must_record


def test_a_rule_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        INITIAL_CONFERENCE.title = "Another"
