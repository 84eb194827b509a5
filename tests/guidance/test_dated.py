"""Texts, their issues, and values with a history."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance.kernel.dated import Dated, NotCovered, Provision
from alongside.guidance.kernel.sources import Check, Kind, Source
from alongside.guidance.kernel.spans import WorkingDays
from alongside.guidance.legislation import wellbeing_and_schools_act_2026 as act
from alongside.guidance.sources import SOURCES, WT2015, across
from alongside.guidance.working_together.chapter_3.assessment import COMPLETION
from alongside.guidance.working_together.chapter_3.assessment_framework import DOMAINS

WHEN = date(2025, 7, 1)


def a_source(id: str, begins: date | None) -> Source:
    return Source(id, f"The {id} text", id, "", Kind.STATUTORY_GUIDANCE, begins)


OLD = a_source("old", date(2018, 1, 1))
NEW = a_source("new", date(2023, 1, 1))
PASSED = a_source("passed", None)
LIMIT = Dated(
    Provision(NEW.at("page 2"), WorkingDays(15)),
    Provision(OLD.at("page 1"), WorkingDays(20)),
    Provision(PASSED.at("section 3"), WorkingDays(5)),
)


@pytest.mark.parametrize(
    ("day", "value", "why"),
    [
        (date(2018, 1, 1), WorkingDays(20), "a text governs from the day it begins"),
        (date(2022, 12, 31), WorkingDays(20), "until the next one"),
        (date(2023, 1, 1), WorkingDays(15), "the new text, on its first day"),
        (date(2050, 1, 1), WorkingDays(15), "a text passed and not begun governs nothing"),
    ],
)
def test_a_value_is_what_it_was_on_the_day(day, value, why):
    assert LIMIT.at(day).value == value, why


def test_a_day_before_the_first_text_is_refused_naming_the_earliest():
    with pytest.raises(
        NotCovered, match="The earliest is The old text, page 1, in force from 1 January 2018"
    ):
        LIMIT.at(date(2017, 12, 31))


def test_a_refusal_names_the_text_then_in_force_where_it_is_known():
    limit = across(WorkingDays(1), wt2018="page 17", wt2023="paragraph 153")

    with pytest.raises(
        NotCovered, match=r"read Working Together 2015 \(March 2015\), which was in force then"
    ):
        limit.at(date(2017, 1, 1))
    with pytest.raises(NotCovered, match="read the text that was in force then"):
        limit.at(date(2014, 1, 1))
    assert limit.before == WT2015


def test_a_text_passed_and_not_begun_is_shown_as_awaited():
    assert [provision.value for provision in LIMIT.awaited] == [WorkingDays(5)]


def test_a_value_whose_only_text_has_not_begun_is_refused_on_every_day():
    with pytest.raises(NotCovered, match="has been passed and has not begun"):
        Dated(Provision(PASSED.at("section 3"), WorkingDays(5))).at(WHEN)


def test_a_provision_may_begin_on_a_day_of_its_own():
    begun = Dated(Provision(PASSED.at("section 4", begins=date(2026, 9, 30)), WorkingDays(5)))

    assert begun.at(date(2026, 9, 30)).value == WorkingDays(5)
    with pytest.raises(NotCovered):
        begun.at(date(2026, 9, 29))


def test_one_edition_can_be_asked_whatever_the_day():
    assert LIMIT.said_by("OLD").value == WorkingDays(20)
    assert LIMIT.said_by("passed").value == WorkingDays(5)
    with pytest.raises(NotCovered, match="other says nothing about this"):
        LIMIT.said_by("other")


def test_an_edition_answers_with_its_latest_issue_and_an_issue_with_itself():
    assert COMPLETION.within.said_by("WT2023").citation.source.id == "WT2023-2025-06"
    assert COMPLETION.within.said_by("wt2023-2023-12").citation.source.id == "WT2023-2023-12"


def test_a_value_needs_a_text():
    with pytest.raises(ValueError, match="at least one provision"):
        Dated()


def test_a_history_can_be_changed_to_be_shown():
    shown = LIMIT.map(str)

    assert shown.at(WHEN).value == "15 working days"
    assert shown.at(WHEN).citation == LIMIT.at(WHEN).citation


@pytest.mark.parametrize(
    ("day", "issue", "checked", "why"),
    [
        (date(2018, 7, 4), "Working Together 2018 (July 2018)", False, "the day it was published"),
        (date(2020, 12, 9), "Working Together 2018 (as amended December 2020)", False, "amended in place"),
        (
            date(2023, 12, 14),
            "Working Together 2018 (as amended December 2020)",
            False,
            "the last day of 2018",
        ),
        (date(2023, 12, 15), "Working Together 2023 (December 2023)", True, "the first day of 2023"),
        (date(2024, 2, 23), "Working Together 2023 (February 2024 issue)", True, "corrected"),
        (date(2025, 6, 4), "Working Together 2023 (June 2025 issue)", True, "issued again"),
        (date(2026, 3, 17), "Working Together 2023 (June 2025 issue)", True, "the last day of 2023"),
        (date(2026, 3, 18), "Working Together 2026 (18 March 2026)", False, "the first day of 2026"),
        (date(2026, 3, 24), "Working Together 2026 (24 March 2026 upload)", False, "uploaded again"),
        (date(2026, 11, 22), "Working Together 2026 (6 May 2026 upload)", False, "and again"),
    ],
)
def test_the_issue_in_force_on_a_day(day, issue, checked, why):
    due = COMPLETION.due(day)

    assert (due.edition, due.checked) == (issue, checked), why


def test_a_citation_reads_as_a_person_would_say_it():
    assert (
        str(COMPLETION.within.at(WHEN).citation) == "Working Together 2023 (June 2025 issue), paragraph 155"
    )


def test_a_check_says_when_and_against_what():
    check = COMPLETION.within.at(WHEN).checked

    assert check == Check(date(2026, 11, 22), against="June 2025 issue")
    assert str(check) == "checked on 22 November 2026 against the June 2025 issue"


def test_a_value_carried_into_2026_says_nobody_has_confirmed_it():
    assert "inherited from 2023, not confirmed" in str(COMPLETION.within.at(date(2026, 11, 22)).citation)


def test_a_list_may_change_between_editions():
    then = {heading.key for heading in DOMAINS.headings(date(2023, 12, 14))}
    now = {heading.key for heading in DOMAINS.headings(date(2023, 12, 15))}

    assert then - now == {"wider-family"}
    assert now - then == {"family-network", "extra-familial-contexts"}


def test_the_2026_act_has_assent_and_begins_provision_by_provision():
    assert (act.ACT.in_force_from, act.ACT.assent) == (None, date(2026, 4, 29))
    assert act.SHARE_INFORMATION.within.at(date(2026, 9, 30)).citation.in_force_on(date(2026, 9, 30))
    for rule in (act.FAMILY_GROUP_BEFORE_APPLICATION, act.PROTECTION_TEAM, act.HOME_VISIT_REQUEST):
        assert rule.dated.awaited == rule.dated.provisions
        assert rule.dated.first_day is None


def test_every_source_has_an_id_of_its_own_and_an_address():
    assert len({source.id for source in SOURCES}) == len(SOURCES)
    assert all(source.url.startswith("https://") for source in SOURCES)
    assert all(str(source) == source.name for source in SOURCES)
