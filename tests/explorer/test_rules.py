"""The pages of the rules: every one opens, says what each text says, and shows only cases one may see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Judgement, Timescale
from tests.desk_work.conftest import plan
from tests.desk_work.test_my_work import BIG
from tests.pages import MOST_QUERIES, Read
from tests.query_plans import scanned

CORE_GROUP = "/guidance/rules/child-protection.first-core-group/"


#: One rule of each kind in each module: each has whatever its like have.
ONE_OF_EACH = {(rule.kind, catalogue.home(rule.id).__name__): rule for rule in catalogue.RULES.values()}


def test_a_rule_has_a_page_with_one_heading_its_force_and_its_texts_for_anybody_without_a_database(
    client: Client,
) -> None:
    """The test has no database: a page that asked it anything would fail."""
    answers = {rule.id: client.get(f"/guidance/rules/{rule.id}/") for rule in ONE_OF_EACH.values()}
    assert not client.cookies
    for rule in ONE_OF_EACH.values():
        answer = answers[rule.id]
        page = Read(answer.status_code, answer.content.decode(), ())
        assert (rule.id, page.status, page.h1) == (rule.id, 200, [" ".join(rule.title.split())])
        for provision in rule.dated.provisions:
            assert provision.citation.source.name in page.text
            assert provision.citation.source.url in page.links()
        if rule.dated.awaited:
            assert "enforces nothing" in page.text
        if isinstance(rule, Judgement):
            assert "The software does not answer this." in page.text
            assert rule.decided_by.lower() in page.text.lower()
        if isinstance(rule, Timescale):
            assert page.text.count("Work out a date") == 1
        assert "Children it governs now" not in page.text


def test_there_is_no_page_for_a_rule_that_does_not_exist(
    read: Callable[..., Read], helen: Practitioner, client: Client
) -> None:
    assert read(helen, "/guidance/rules/no.such-rule/").status == 404
    client.logout()
    assert client.get("/guidance/rules/no.such-rule/").status_code == 404
    assert client.get(CORE_GROUP).status_code == 200


def test_an_edition_is_told_beside_the_others_with_its_place_and_check(
    read: Callable[..., Read], helen: Practitioner
) -> None:
    page = read(helen, "/guidance/rules/assessment.completion/")
    assert (
        "Working Together 2018 (July 2018) In force from 4 July 2018 What it says 45 working days"
        in page.text
    )
    assert "The same Place Paragraph 155 Checked Checked on 22 November 2026" in page.text
    assert "Not yet checked against the text" in page.text
    assert "should" in page.text.split("What it asks")[0]


def test_examples_count_day_by_day(read: Callable[..., Read], helen: Practitioner) -> None:
    page = read(helen, "/guidance/rules/child-protection.initial-conference/")
    assert "Examples, worked out by hand" in page.text
    assert "skipped, Good Friday" in page.text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("starts_day=17&starts_month=4&starts_year=2025", "by Tuesday 13 May 2025"),
        ("starts_day=17&starts_month=4&starts_year=2025&text=WT2018", "Working Together 2018"),
    ],
)
def test_a_date_is_worked_out_as_the_command_would(
    read: Callable[..., Read], helen: Practitioner, query: str, said: str
) -> None:
    page = read(helen, f"/guidance/rules/child-protection.initial-conference/?{query}")
    assert page.status == 200
    assert said in page.text.split("Work out a date")[1]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("starts_day=&starts_month=&starts_year=", "Enter when it started"),
        ("starts_day=31&starts_month=4&starts_year=2025", "April"),
        ("starts_day=1&starts_month=4&starts_year=2010", "No text in force on 1 April 2010"),
        ("starts_day=1&starts_month=4&starts_year=2025&text=X", "from the list"),
        ("starts_day=1&starts_month=4&starts_year=2100", "Check the year"),
    ],
)
def test_what_cannot_be_worked_out_says_what_to_change(
    read: Callable[..., Read], helen: Practitioner, query: str, said: str
) -> None:
    page = read(helen, f"/guidance/rules/child-protection.initial-conference/?{query}")
    assert page.status == 422
    assert said in page.text
    assert "<title>Error: " in page.body


def test_a_limit_in_hours_asks_for_the_time_as_well(read: Callable[..., Read], tom: Practitioner) -> None:
    page = read(
        tom,
        "/guidance/rules/emergency.police-protection/?starts_day=23&starts_month=10&starts_year=2026&starts_time=22:00",
    )
    assert "by 26 October 2026 at 21:00" in page.text
    assert "The clocks go back" in page.text


def test_the_cases_it_governs_are_those_the_reader_may_open(
    read: Callable[..., Read],
    dana: Practitioner,
    helen: Practitioner,
    maya: Practitioner,
    stranger: Practitioner,
    relative: Practitioner,
    on_a_plan: Case,
) -> None:
    for who, sees in ((dana, True), (maya, True), (helen, False), (stranger, False), (relative, False)):
        page = read(who, CORE_GROUP)
        assert ("Amara Okoye" in page.body) is sees
        assert ("Nothing runs under this rule" in page.text) is not sees


def test_a_rule_that_starts_no_clock_here_lists_no_cases(
    read: Callable[..., Read], dana: Practitioner
) -> None:
    assert "Children it governs now" not in read(dana, "/guidance/rules/school.absence-return/").text


def test_five_hundred_cases_cost_as_much_as_five(
    read: Callable[..., Read], dana: Practitioner, maya: Practitioner, many: Callable[[int], list[Case]]
) -> None:
    address = "/guidance/rules/assessment.completion/"
    for case in many(5):
        plan(case, dana, date(2025, 4, 1))
    few = len(read(dana, address).sql)
    many(500)
    for who in (dana, maya):
        page = read(who, address)
        assert len(page.sql) == few <= MOST_QUERIES
        assert scanned(page.sql, BIG) == []
        (more,) = page.links("More children")
        assert not set(read(who, f"{address}{more}").links("why?")) & set(page.links("why?"))


def test_the_list_of_rules_filters_by_kind_force_and_text(
    read: Callable[..., Read], helen: Practitioner
) -> None:
    page = read(helen, "/guidance/rules/")
    assert page.h1 == ["Rules"]
    assert f"{len(catalogue.RULES)} rules." in page.text
    assert all(f"/guidance/rules/{rule_id}/" in page.body for rule_id in catalogue.RULES)
    limits = read(helen, "/guidance/rules/?kind=Timescale&force=must")
    assert "/guidance/rules/emergency.police-protection/" in limits.body
    assert "/guidance/rules/assessment.completion/" not in limits.body
    assert "Passed, not begun" in read(helen, "/guidance/rules/?text=not-begun").text
    assert (
        "No rule passes these filters." in read(helen, "/guidance/rules/?kind=Definition&text=not-begun").text
    )


def test_what_remains_to_be_checked_is_listed_text_by_text(
    read: Callable[..., Read], helen: Practitioner
) -> None:
    page = read(helen, "/guidance/rules/to-check/")
    assert "Working Together 2018 (July 2018): " in page.text
    unchecked = [one for one in catalogue.rule("assessment.completion").dated.provisions if not one.checked]
    assert page.links().count("/guidance/rules/assessment.completion/") == len(unchecked) > 0


def test_a_date_is_worked_out_under_a_text_that_is_no_edition_and_the_day_of_the_page_stays(
    read: Callable[..., Read], helen: Practitioner
) -> None:
    query = "starts_day=10&starts_month=4&starts_year=2025&text=CA2004&on=2026-06-01"
    page = read(helen, f"/guidance/rules/information-request.comply/?{query}")
    assert page.status == 200
    assert 'name="on" value="2026-06-01"' in page.body


def test_a_rule_that_is_over_shows_no_must(read: Callable[..., Read], helen: Practitioner) -> None:
    page = read(helen, "/guidance/rules/?force=must&on=2026-06-01")
    row = page.body.split("/guidance/rules/transition.rapid-review-first/")[1].split("</tr>")[0]
    assert ">over<" in row.replace(" ", "").replace("\n", "")
