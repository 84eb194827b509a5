"""From one edition and one body to the next: what an old case was under, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Definition, Duty, Force, Timescale
from alongside.guidance.working_together import transition

MUST, SHOULD = Force.MUST, Force.SHOULD
THE_BOARD = "the local safeguarding children board"
MOVE, OF_2015 = "DFE-TRANSITION-2018", "WT2015"
TODAY = date(2026, 11, 22)

CLOCKS = [
    # the rule, whose text, where, who acts, starts, due, why
    ("publish", MOVE, "on the move to partners", "the three safeguarding partners, and the child death review partners",
     date(2018, 6, 29), date(2019, 6, 29), "twelve months for every area"),
    ("implement", MOVE, "on the move to partners", "the three safeguarding partners",
     date(2019, 3, 31), date(2019, 6, 30), "June has no 31st"),
    ("serious-case-reviews", MOVE, "on the time left for reviews", THE_BOARD,
     date(2019, 4, 1), date(2020, 4, 1), "twelve months from the area's own day"),
    ("child-death-reviews", MOVE, "on the time left for reviews", THE_BOARD,
     date(2019, 4, 1), date(2019, 8, 1), "four months from the area's own day"),
    ("notifiable-incident", OF_2015, "chapter 4", "the local authority",
     date(2016, 3, 24), date(2016, 4, 4), "Good Friday and Easter Monday are skipped"),
    ("review-decision", OF_2015, "chapter 4", "the chair of the local safeguarding children board",
     date(2018, 9, 10), date(2018, 10, 10), "a board still decided in autumn 2018"),
    ("review-completion", OF_2015, "chapter 4", THE_BOARD,
     date(2019, 8, 31), date(2020, 2, 29), "six months, in a leap year"),
    ("review-advance-copy", OF_2015, "chapter 4", THE_BOARD, date(2019, 1, 3), date(2018, 12, 27), "a week back"),
    ("review-public-for", OF_2015, "chapter 4", THE_BOARD, date(2019, 1, 3), date(2020, 1, 3), "a year at least"),
]  # fmt: skip


def of(name):
    return catalogue.rule(f"transition.{name}")


@pytest.mark.parametrize(
    ("name", "edition", "place", "actor", "starts", "due", "why"), CLOCKS, ids=[row[0] for row in CLOCKS]
)
def test_an_old_clock(name, edition, place, actor, starts, due, why):
    rule = of(name)
    counted = rule.due(starts)

    assert counted.on == due, why
    assert (counted.source.edition, counted.citation.locator) == (edition, place)
    assert (rule.responsible, rule.force) == (actor, SHOULD)


@pytest.mark.parametrize("name", [row[0] for row in CLOCKS])
def test_an_old_clock_says_today_that_it_ended(name):
    told = of(name).due(TODAY)

    assert told.on is None
    assert "ended" in str(told.span)


@pytest.mark.parametrize("name", ["publish", "implement", "serious-case-reviews", "child-death-reviews"])
def test_the_clocks_of_the_move_run_to_its_last_day_and_no_longer(name):
    rule = of(name)

    assert rule.due(date(2019, 9, 29)).on is not None
    assert rule.due(date(2019, 9, 30)).on is None
    with pytest.raises(NotCovered):
        rule.due(date(2018, 6, 28))


def test_the_last_days_of_all_follow_from_the_last_day_to_publish():
    published = of("publish").due(date(2018, 6, 29)).on
    begun = of("implement").due(published).on

    assert (published, begun) == (date(2019, 6, 29), date(2019, 9, 29))
    assert of("serious-case-reviews").due(begun).on == date(2020, 9, 29)
    assert of("child-death-reviews").due(begun).on == date(2020, 1, 29)


def test_an_incident_goes_to_ofsted_and_the_board_until_the_panel_takes_its_place():
    before, after = date(2018, 7, 3), date(2018, 7, 4)

    assert of("notifiable-incident").due(before).on == date(2018, 7, 10)
    assert of("notifiable-incident").due(after).on is None
    assert catalogue.rule("incident.notification").due(after).on == date(2018, 7, 11)


@pytest.mark.parametrize(
    "name", ["review-decision", "review-completion", "review-advance-copy", "review-public-for"]
)
def test_what_is_known_from_memory_alone_says_so(name):
    assert "from knowledge of the field" in of(name).notes
    assert "no account confirms it" in of(name).notes


DUTIES = [
    # the rule, force, who, words while boards stood, words today
    ("board-told", MUST, ("local-authority",), "whenever the Panel is notified", "the safeguarding partners are told"),
    ("rapid-review-first", MUST, ("local-boards",), "before it commissions a serious case review", "partners hold rapid reviews"),
    ("board-stays", MUST, ("local-boards",), "the board keeps its functions", "no area has a board"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "force", "actor", "then", "now"), DUTIES, ids=[row[0] for row in DUTIES])
def test_a_duty_of_the_move(name, force, actor, then, now):
    rule = of(name)

    assert (rule.force, rule.by, rule.own_words) == (force, actor, True)
    assert then in rule.asks.at(date(2019, 9, 29)).value
    assert now in rule.asks.at(date(2019, 9, 30)).value
    assert "one account" in rule.notes


BECAME = [
    # the rule, force, where 2015 says it, what it was, what it is
    ("serious-case-review", MUST, "chapter 4", "every death in custody", "criteria alone do not oblige"),
    ("local-board", MUST, "chapter 3", "independent chair", "Three safeguarding partners"),
    ("independent-voice", SHOULD, "chapter 3", "independent chair", "Independent scrutiny"),
    ("national-panel", SHOULD, "chapter 4", "independent experts", "statutory body since 29 June 2018"),
    ("learning-framework", SHOULD, "chapter 4", "framework for learning", "Not required any more"),
    ("yearly-report", SHOULD, "chapter 3", "chair reported every year", "at least once in every twelve months"),
    ("child-death-body", SHOULD, "chapter 5", "local safeguarding children board", "The police are not"),
    ("rapid-response", SHOULD, "chapter 5", "rapid response", "joint agency response"),
    ("preventable", SHOULD, "chapter 5", "prevented", "can be changed"),
    ("practitioner", SHOULD, "throughout", "lead professional", "lead practitioner"),
    ("form-letters", SHOULD, "chapter 5", "A, B and C", "1 April 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "force", "place", "was", "now"), BECAME, ids=[row[0] for row in BECAME])
def test_a_body_or_a_word_that_gave_way_to_another(name, force, place, was, now):
    rule = of(name)
    before = rule.means.at(date(2018, 7, 3))

    assert (before.citation.source.edition, before.citation.locator) == (OF_2015, place)
    assert rule.force is force
    assert was in before.value
    assert now in rule.means.at(TODAY).value


OTHERS = [
    ("window", date(2019, 9, 29), "a day of its own", SHOULD),
    ("window", date(2019, 9, 30), "Over since 29 September 2019", SHOULD),
    ("health-partner", date(2022, 6, 30), "clinical commissioning groups", MUST),
    ("health-partner", date(2022, 7, 1), "integrated care boards", MUST),
    ("death-return", date(2019, 3, 31), "LSCB1", SHOULD),
    ("death-return", date(2019, 4, 1), "National Child Mortality Database", SHOULD),
    ("pandemic", date(2020, 3, 30), "five days of the notification stood", SHOULD),
    ("arrangements-of-2023", TODAY, "December 2024", SHOULD),
]


@pytest.mark.parametrize(("name", "on", "words", "force"), OTHERS)
def test_what_held_on_a_day(name, on, words, force):
    assert words in of(name).dated.at(on).value
    assert of(name).force is force


def test_a_day_set_outside_the_text_says_so():
    assert of("arrangements-of-2023").expected
    assert "Outside the text" in of("arrangements-of-2023").notes


def test_every_rule_of_the_transition_is_in_a_table():
    written = {id.partition(".")[2] for id in catalogue.RULES if catalogue.home(id) is transition}
    tables = (CLOCKS, DUTIES, BECAME, OTHERS)

    assert written == {row[0] for table in tables for row in table}
    assert {type(of(name)) for name in written} == {Timescale, Duty, Definition}
