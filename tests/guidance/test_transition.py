"""From one edition and one body to the next: what an old case was under, and until when."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.checks import Reading, mark_of, read_so
from alongside.guidance.explain import as_text
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Definition, Duty, Force, Timescale
from alongside.guidance.working_together import transition

MUST, SHOULD = Force.MUST, Force.SHOULD
THE_BOARD = "the local safeguarding children board"
MOVE, OF_2015 = "DFE-TRANSITION-2018", "WT2015"
TODAY = date(2026, 11, 22)

CLOCKS = [
    # the rule, whose text, where, who acts, starts, due, why
    ("transition.publish", MOVE, "on the move to partners", "the three safeguarding partners, and the child death review partners",
     date(2018, 6, 29), date(2019, 6, 29), "twelve months for every area"),
    ("transition.implement", MOVE, "on the move to partners", "the three safeguarding partners",
     date(2019, 3, 31), date(2019, 6, 30), "June has no 31st"),
    ("transition.serious-case-reviews", MOVE, "on the time left for reviews", THE_BOARD,
     date(2019, 4, 1), date(2020, 4, 1), "twelve months from the area's own day"),
    ("transition.child-death-reviews", MOVE, "on the time left for reviews", THE_BOARD,
     date(2019, 4, 1), date(2019, 8, 1), "four months from the area's own day"),
    ("transition.notifiable-incident", OF_2015, "chapter 4", "the local authority",
     date(2016, 3, 24), date(2016, 4, 4), "Good Friday and Easter Monday are skipped"),
    ("transition.review-decision", OF_2015, "chapter 4", "the chair of the local safeguarding children board",
     date(2018, 9, 10), date(2018, 10, 10), "a board still decided in autumn 2018"),
    ("transition.review-completion", OF_2015, "chapter 4", THE_BOARD,
     date(2019, 8, 31), date(2020, 2, 29), "six months, in a leap year"),
    ("transition.review-advance-copy", OF_2015, "chapter 4", THE_BOARD, date(2019, 1, 3), date(2018, 12, 27), "a week back"),
    ("transition.review-public-for", OF_2015, "chapter 4", THE_BOARD, date(2019, 1, 3), date(2020, 1, 3), "a year at least"),
]  # fmt: skip


def of(name):
    return catalogue.rule(name)


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


@pytest.mark.parametrize(
    "name",
    [
        "transition.publish",
        "transition.implement",
        "transition.serious-case-reviews",
        "transition.child-death-reviews",
    ],
)
def test_the_clocks_of_the_move_run_to_its_last_day_and_no_longer(name):
    rule = of(name)

    assert rule.due(date(2019, 9, 29)).on is not None
    assert rule.due(date(2019, 9, 30)).on is None
    with pytest.raises(NotCovered):
        rule.due(date(2018, 6, 28))


def test_the_last_days_of_all_follow_from_the_last_day_to_publish():
    published = of("transition.publish").due(date(2018, 6, 29)).on
    begun = of("transition.implement").due(published).on

    assert (published, begun) == (date(2019, 6, 29), date(2019, 9, 29))
    assert of("transition.serious-case-reviews").due(begun).on == date(2020, 9, 29)
    assert of("transition.child-death-reviews").due(begun).on == date(2020, 1, 29)


def test_an_incident_goes_to_ofsted_and_the_board_until_the_panel_takes_its_place():
    before, after = date(2018, 7, 3), date(2018, 7, 4)

    assert of("transition.notifiable-incident").due(before).on == date(2018, 7, 10)
    assert of("transition.notifiable-incident").due(after).on is None
    assert catalogue.rule("incident.notification").due(after).on == date(2018, 7, 11)


@pytest.mark.parametrize(
    "name",
    [
        "transition.review-decision",
        "transition.review-completion",
        "transition.review-advance-copy",
        "transition.review-public-for",
    ],
)
def test_what_is_known_from_memory_alone_says_so(name):
    assert "from knowledge of the field" in of(name).notes
    assert "no account confirms it" in of(name).notes


DUTIES = [
    # the rule, force, who, words while boards stood, words today
    ("transition.board-told", SHOULD, ("local-authority",), "whenever the Panel is notified", "the safeguarding partners are told"),
    ("transition.rapid-review-first", MUST, ("local-boards",), "before it commissions a serious case review", "partners hold rapid reviews"),
    ("transition.board-stays", SHOULD, ("local-boards",), "the board keeps its functions", "no area has a board"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "force", "actor", "then", "now"), DUTIES, ids=[row[0] for row in DUTIES])
def test_a_duty_of_the_move(name, force, actor, then, now):
    rule = of(name)

    assert (rule.force, rule.by) == (force, actor)
    assert (rule.own_words, rule.expected) == (force is MUST, force is SHOULD)
    assert then in rule.asks.at(date(2019, 9, 29)).value
    assert now in rule.asks.at(date(2019, 9, 30)).value
    assert "one account" in rule.notes


BECAME = [
    # the rule, force, where 2015 says it, what it was, what it is
    ("transition.serious-case-review", MUST, "chapter 4", "every death in custody", "criteria alone do not oblige"),
    ("transition.local-board", MUST, "chapter 3", "independent chair", "Three safeguarding partners"),
    ("transition.independent-voice", SHOULD, "chapter 3", "independent chair", "Independent scrutiny"),
    ("transition.national-panel", SHOULD, "chapter 4", "independent experts", "statutory body since 29 June 2018"),
    ("transition.learning-framework", SHOULD, "chapter 4", "framework for learning", "Not required any more"),
    ("transition.yearly-report", SHOULD, "chapter 3", "chair reported every year", "at least once in every twelve months"),
    ("transition.child-death-body", SHOULD, "chapter 5", "local safeguarding children board", "The police are not"),
    ("transition.rapid-response", SHOULD, "chapter 5", "rapid response", "joint agency response"),
    ("transition.preventable", SHOULD, "chapter 5", "prevented", "can be changed"),
    ("transition.practitioner", SHOULD, "throughout", "lead professional", "lead practitioner"),
    ("transition.form-letters", SHOULD, "chapter 5", "A, B and C", "1 April 2019"),
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
    ("transition.window", date(2019, 9, 29), "a day of its own", SHOULD),
    ("transition.window", date(2019, 9, 30), "Over since 29 September 2019", SHOULD),
    ("transition.health-partner", date(2022, 6, 30), "clinical commissioning groups", MUST),
    ("transition.health-partner", date(2022, 7, 1), "integrated care boards", MUST),
    ("transition.death-return", date(2019, 3, 31), "LSCB1", SHOULD),
    ("transition.death-return", date(2019, 4, 1), "National Child Mortality Database", SHOULD),
    ("transition.pandemic", date(2020, 3, 30), "five days of the notification stood", SHOULD),
    ("transition.arrangements-of-2023", TODAY, "December 2024", SHOULD),
]


@pytest.mark.parametrize(("name", "on", "words", "force"), OTHERS)
def test_what_held_on_a_day(name, on, words, force):
    assert words in of(name).dated.at(on).value
    assert of(name).force is force


def test_a_day_set_outside_the_text_says_so():
    assert of("transition.arrangements-of-2023").expected
    assert "Outside the text" in of("transition.arrangements-of-2023").notes


def test_every_rule_of_the_transition_is_in_a_table():
    written = {id for id in catalogue.RULES if catalogue.home(id) is transition}
    tables = (CLOCKS, DUTIES, BECAME, OTHERS)

    assert written == {row[0] for table in tables for row in table}
    assert {type(of(name)) for name in written} == {Timescale, Duty, Definition}


def test_what_gave_way_is_over_and_what_stands_is_not():
    standing = {
        id for id in catalogue.RULES if id.startswith("transition.") and not of(id).dated.at(TODAY).over
    }

    assert standing == {"transition.health-partner", "transition.pandemic", "transition.arrangements-of-2023"}
    assert not of("transition.board-told").asks.at(date(2019, 9, 29)).over
    assert "nothing is asked any more" in as_text(of("transition.publish").due(TODAY))


def test_nothing_else_is_over():
    elsewhere = [one for one in catalogue.RULES.values() if catalogue.home(one.id) is not transition]

    assert not [one.id for one in elsewhere if any(provision.over for provision in one.dated.provisions)]


@pytest.mark.parametrize(
    ("mark", "differs"), [("", ""), ("as it is", ""), ("as it is", "the text has another word")]
)
def test_what_is_over_stays_so_when_somebody_has_read_it(mark, differs):
    provision = of("transition.local-board").means.at(TODAY)
    reading = Reading(
        text="WT2018", rule="transition.local-board", on=TODAY, by="Ana Reader", differs=differs,
        mark=mark_of(provision.value) if mark else "another",
    )  # fmt: skip

    read = read_so(provision, "transition.local-board", [reading])

    assert (read.over, read.value) == (True, provision.value)
    assert read.standing != provision.standing
