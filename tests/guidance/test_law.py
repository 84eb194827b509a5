"""Limits the Acts, regulations and other national guidance set."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from alongside.guidance import catalogue
from alongside.guidance.connected import missing_children, pre_proceedings, school_attendance
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.legislation import (
    care_planning,
    children_act_1989,
    children_act_1989_part_5,
    court,
    education,
    housing,
    private_fostering,
    wellbeing_and_schools_act_2026,
)
from alongside.guidance.working_together.introduction import ADULT_AT, birthday, grown_if_born_by

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rule", "starts", "due", "why"),
    [
        (
            children_act_1989_part_5.PROTECTION_ORDER,
            date(2026, 11, 2),
            date(2026, 11, 10),
            "eight days after the order, weekends counted",
        ),
        (
            children_act_1989_part_5.PROTECTION_ORDER_AFTER_POLICE,
            date(2026, 11, 2),
            date(2026, 11, 9),
            "eight days beginning with the first of police protection",
        ),
        (
            children_act_1989_part_5.PROTECTION_ORDER_EXTENSION,
            date(2026, 11, 10),
            date(2026, 11, 17),
            "seven more: fifteen in all",
        ),
        (
            children_act_1989_part_5.CHILD_ASSESSMENT_ORDER,
            date(2026, 12, 22),
            date(2026, 12, 28),
            "seven days beginning with the named date, holidays counted",
        ),
        (
            court.CARE_PROCEEDINGS,
            date(2026, 1, 5),
            date(2026, 7, 5),
            "26 weeks beginning with the day of issue",
        ),
        (court.CARE_PROCEEDINGS_EXTENSION, date(2026, 7, 5), date(2026, 8, 30), "8 more"),
        (pre_proceedings.LENGTH, date(2026, 1, 5), date(2026, 4, 27), "16 weeks of best practice"),
        (private_fostering.NOTICE, date(2026, 6, 1), date(2026, 4, 20), "six weeks before"),
        (
            private_fostering.FIRST_VISIT,
            date(2026, 12, 22),
            date(2027, 1, 5),
            "7 working days over Christmas",
        ),
        (private_fostering.VISITS_FIRST_YEAR, date(2026, 6, 10), date(2026, 7, 22), "6 weeks"),
        (private_fostering.VISITS_LATER, date(2026, 6, 10), date(2026, 9, 2), "12 weeks"),
        (
            education.ATTENDANCE_ORDER_NOTICE,
            date(2026, 11, 2),
            date(2026, 11, 16),
            "15 days from service, as day 1",
        ),
    ],
)
def test_limits_in_days(rule, starts, due, why):
    assert rule.due(starts).on == due, why


@pytest.mark.parametrize(
    ("rule", "starts", "due", "why"),
    [
        (
            children_act_1989_part_5.POLICE_PROTECTION,
            datetime(2026, 10, 23, 22, 0, tzinfo=LONDON),
            datetime(2026, 10, 26, 21, 0, tzinfo=LONDON),
            "an hour earlier by the clock when it goes back",
        ),
        (
            children_act_1989_part_5.POLICE_PROTECTION,
            datetime(2026, 3, 28, 0, 30, tzinfo=LONDON),
            datetime(2026, 3, 31, 1, 30, tzinfo=LONDON),
            "an hour later by the clock when it goes forward",
        ),
        (
            missing_children.RETURN_INTERVIEW,
            datetime(2026, 6, 1, 18, 0, tzinfo=LONDON),
            datetime(2026, 6, 4, 18, 0, tzinfo=LONDON),
            "three plain days",
        ),
        (
            private_fostering.CHANGE_NOTICE,
            datetime(2026, 6, 1, 18, 0, tzinfo=LONDON),
            datetime(2026, 6, 3, 18, 0, tzinfo=LONDON),
            "two plain days",
        ),
    ],
)
def test_limits_in_hours(rule, starts, due, why):
    assert rule.due(starts).at == due, why


@pytest.mark.parametrize(
    "rule",
    [
        children_act_1989.ENQUIRY_DUTY,
        children_act_1989.YOUNG_CARER,
        children_act_1989.PARENT_CARER,
        children_act_1989.ACCOMMODATION,
        children_act_1989_part_5.POLICE_PROTECTION_TOLD,
        children_act_1989_part_5.PROTECTION_ORDER_DISCHARGE,
        care_planning.APPROVAL,
        education.ROLL_REMOVAL,
        education.ABSENCE_RETURN,
        education.ABSENCE_REMOVAL,
        housing.DUTY_TO_REFER,
        private_fostering.NOTICE_BY_OTHERS,
        school_attendance.ABSENCE_TOLD,
        wellbeing_and_schools_act_2026.SHARE_INFORMATION,
    ],
)
def test_duties_without_a_number(rule):
    assert rule.due(TODAY).on is None


@pytest.mark.parametrize(
    "rule",
    [
        wellbeing_and_schools_act_2026.FAMILY_GROUP_BEFORE_APPLICATION,
        wellbeing_and_schools_act_2026.IDENTIFIER,
        wellbeing_and_schools_act_2026.WITHDRAWAL_CONSENT,
        wellbeing_and_schools_act_2026.HOME_VISIT_REQUEST,
        wellbeing_and_schools_act_2026.PARENTS_INFORMATION,
    ],
)
def test_a_duty_not_begun_governs_nothing(rule):
    with pytest.raises(NotCovered, match="has been passed and has not begun"):
        rule.due(TODAY)


def test_the_duty_to_share_information_begins_on_30_september_2026():
    rule = wellbeing_and_schools_act_2026.SHARE_INFORMATION

    assert rule.due(date(2026, 9, 30)).force.value == "must"
    with pytest.raises(NotCovered, match="in force from 30 September 2026"):
        rule.due(date(2026, 9, 29))


def test_the_roll_regulations_changed_in_august_2024():
    editions = [education.ROLL_REMOVAL.due(day).source.id for day in (date(2024, 8, 18), date(2024, 8, 19))]

    assert editions == ["SI2006-1751", "SI2024-208"]


@pytest.mark.parametrize(
    ("days", "answer"),
    [(None, None), (0, False), (19, False), (20, True), (61, True)],
)
def test_how_long_a_child_was_looked_after_before_leaving_is_approved(days, answer):
    """Care Planning Regulations 2010, regulation 39."""
    rule = catalogue.rule("care.approval-needed")
    assert rule.holds({"working_days": days}, date(2026, 3, 2)).answer is answer


@pytest.mark.parametrize(
    ("on", "last", "why"),
    [
        (date(2026, 11, 23), date(2008, 11, 23), "the birthday itself makes an adult"),
        (date(2026, 2, 28), date(2008, 2, 28), "whoever was born on a leap day is a child for one day more"),
        (date(2026, 3, 1), date(2008, 3, 1), "and an adult on 1 March"),
        (date(2028, 2, 29), date(2010, 2, 28), "a leap day counts back to the day before 1 March"),
    ],
)
def test_who_is_an_adult_on_a_day(on, last, why):
    assert grown_if_born_by(on) == last, why
    assert birthday(last, ADULT_AT) <= on < birthday(last + timedelta(days=1), ADULT_AT)
