"""A council's own limit stands beside the national one, and is never longer."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.guidance.kernel.rules import Force
from alongside.guidance.kernel.sources import Kind, Source
from alongside.guidance.kernel.spans import CalendarDays, Hours, Months, NoNumber, Weeks, WorkingDays
from alongside.guidance.legislation.children_act_1989_part_5 import POLICE_PROTECTION
from alongside.guidance.local import LocalRule, LongerThanNational
from alongside.guidance.working_together.chapter_3.assessment import CHILD_SEEN, COMPLETION
from alongside.guidance.working_together.chapter_3.conference import INITIAL_CONFERENCE
from alongside.guidance.working_together.chapter_3.referral import ACKNOWLEDGEMENT
from alongside.guidance.working_together.chapter_3.review import FIRST_REVIEW

WRENMOUTH = Source(
    "WRENMOUTH-2025", "Wrenmouth procedures", "WRENMOUTH-2025", "", Kind.OTHER_GUIDANCE, date(2025, 1, 1)
)


def a_local_rule(national, within):
    return LocalRule(
        id="wrenmouth.limit", national=national, within=within, citation=WRENMOUTH.at("section 4")
    )


@pytest.mark.parametrize(
    ("national", "within", "why"),
    [
        (COMPLETION, WorkingDays(46), "a day more"),
        (COMPLETION, Months(3), "months can pass 45 working days"),
        (INITIAL_CONFERENCE, CalendarDays(22), "three weeks and a day pass 15 working days with no holiday"),
        (FIRST_REVIEW, CalendarDays(92), "three months can be 90 days"),
        (FIRST_REVIEW, Weeks(13), "thirteen weeks are 91 days, and three months can be 89"),
        (ACKNOWLEDGEMENT, Hours(48), "two days after an event late on a Monday"),
        (ACKNOWLEDGEMENT, NoNumber("when convenient"), "no number at all"),
        (POLICE_PROTECTION, Hours(73), "an hour more"),
        (POLICE_PROTECTION, CalendarDays(3), "the third day can end after 72 hours"),
    ],
)
def test_a_local_limit_longer_than_the_national_one_is_refused(national, within, why):
    with pytest.raises(LongerThanNational, match="never longer") as refused:
        a_local_rule(national, within)

    assert national.id in str(refused.value), why


@pytest.mark.parametrize(
    ("national", "within", "why"),
    [
        (COMPLETION, WorkingDays(45), "the same"),
        (COMPLETION, WorkingDays(35), "shorter"),
        (INITIAL_CONFERENCE, CalendarDays(15), "never more than 15 working days"),
        (ACKNOWLEDGEMENT, Hours(24), "a day at most"),
        (FIRST_REVIEW, CalendarDays(89), "never more than three months"),
        (CHILD_SEEN, WorkingDays(5), "a number where the text sets none"),
        (CHILD_SEEN, NoNumber("the same day where possible"), "other words where the text sets none"),
        (POLICE_PROTECTION, Hours(72), "the same"),
        (POLICE_PROTECTION, CalendarDays(2), "the second day ends inside 72 hours"),
    ],
)
def test_a_local_limit_may_be_as_short_as_it_likes(national, within, why):
    assert a_local_rule(national, within).rule.force is Force.LOCAL, why


def test_a_local_rule_is_the_same_kind_of_object_with_its_own_citation():
    rule = a_local_rule(COMPLETION, WorkingDays(35)).rule
    due = rule.due(date(2025, 4, 17))

    assert str(due.citation) == "Wrenmouth procedures, section 4"
    assert due.on is not None
    assert due.on < COMPLETION.due(date(2025, 4, 17)).on
    assert rule.title == COMPLETION.title


def test_a_local_limit_in_hours_keeps_its_warnings():
    due = a_local_rule(POLICE_PROTECTION, Hours(60)).rule.due(datetime(2026, 6, 1, 9, 0, tzinfo=UTC))

    assert len(due.warnings) == 2
