"""Any two editions beside each other."""

from __future__ import annotations

import pytest

from alongside.guidance import catalogue, editions
from alongside.guidance.compare import carried, compare, value_in
from alongside.guidance.kernel.changes import Nature
from alongside.guidance.kernel.rules import Judgement


def test_each_edition_on_the_way_is_a_step_of_its_own():
    found = compare("WT2018", "WT2026", audience="schools")

    assert [(one.before.id, one.after.id) for one in found.steps] == [
        ("WT2018", "WT2018-2020-12"),
        ("WT2018-2020-12", "WT2023"),
        ("WT2023", "WT2026"),
    ]
    assert "to-2023.early-help-signs" in {one.id for one in found.steps[1].changes}
    assert "to-2026.family-help" in {one.id for one in found.steps[2].changes}


def test_a_change_of_law_is_never_shown_as_a_change_of_guidance():
    found = compare("WT2023", "WT2026", audience="schools")

    law = {one.id for one in found.of(Nature.LAW)}
    guidance = {one.id for one in found.of(Nature.GUIDANCE)}
    assert "to-2026.sharing-duty" in law
    assert "to-2026.family-help" in guidance
    assert not law & guidance


def test_what_began_while_an_edition_stood_is_shown_where_that_edition_is_compared_last():
    assert "to-2026.sharing-duty" not in {one.id for one in compare("WT2018", "WT2023").changes}
    assert "to-2026.sharing-duty" in {one.id for one in compare("WT2018", "WT2026").changes}


def test_readers_are_told_what_concerns_them_and_nothing_else():
    for audience in ("schools", "police", "scrutineers"):
        found = compare("WT2015", "WT2026", audience=audience)
        assert all(audience in one.audiences for one in (*found.changes, *found.unknown, *found.actions))


def test_a_chapter_is_asked_for_by_the_later_editions_number():
    found = compare("WT2018", "WT2023", chapter=2, audience="schools")

    assert {one.chapter for one in found.steps[1].changes} == {2}
    assert "to-2023.education-at-strategic-level" in {one.id for one in found.changes}


@pytest.mark.parametrize(
    ("chapter", "subject", "before", "after", "now"),
    [
        (1, "assessment", "WT2018", "WT2023", (3,)),
        (1, "information", "WT2018", "WT2026", (1,)),
        (2, "arrangements", "WT2018", "WT2023", (4,)),
        (3, "arrangements", "WT2018", "WT2023", (2,)),
        (3, "arrangements", "WT2015", "WT2026", (2,)),
        (4, "arrangements", "WT2018-2020-12", "WT2026", (5,)),
        (5, "child-death", "WT2015", "WT2023", (6,)),
        (5, "child-death", "WT2015", "WT2018", (5,)),
        (3, "assessment", "WT2023", "WT2026", (3,)),
    ],
)
def test_chapters_moved_in_2023(chapter, subject, before, after, now):
    assert carried(chapter, subject, editions.BY_ID[before], editions.BY_ID[after]) == now


def test_rules_whose_value_differs_are_found_from_their_history():
    step = compare("WT2018-2020-12", "WT2023").steps[0]

    by_hand = {
        rule.id
        for rule in catalogue.RULES.values()
        if not isinstance(rule, Judgement)
        and (was := value_in(rule, editions.WT2018_2020))
        and (now := value_in(rule, editions.WT2023))
        and was.value != now.value
    }
    named = {id for change in step.changes for id in change.rules}
    assert {one.rule.id for one in step.differs} == by_hand - named
    assert by_hand, "some rule changed its value in 2023"


def test_a_rule_a_change_names_is_told_with_the_change_and_not_twice():
    step = compare("WT2018-2020-12", "WT2023").steps[0]
    change = next(one for one in step.changes if one.id == "to-2023.early-help-signs")

    (told,) = step.values_of(change)
    assert told.rule.id == "early-help.indicators"
    assert str(told.now.citation).startswith("Working Together 2023")
    listed = {one.rule.id for one in (*step.differs, *step.first_held, *step.no_longer_held)}
    assert "early-help.indicators" not in listed


def test_carrying_a_value_on_is_no_difference():
    assert compare("WT2023", "WT2026").differs == ()


def test_an_amendment_carries_on_what_it_did_not_touch():
    rule = catalogue.rule("transition.notifiable-incident")
    first = value_in(rule, editions.WT2018)

    assert first is not None
    assert value_in(rule, editions.WT2018_2020) == first
    assert compare("WT2018", "WT2018-2020-12").steps[0].no_longer_held == ()


def test_a_question_left_to_people_is_never_called_dropped():
    gone = compare("WT2018", "WT2026").steps[-1].no_longer_held

    assert not [one.rule.id for one in gone if isinstance(one.rule, Judgement)]


def test_what_is_not_known_is_said_once():
    found = compare("WT2018", "WT2026").unknown

    assert "2026.paragraphs" in {one.id for one in found}
    assert len(found) == len({one.id for one in found})


@pytest.mark.parametrize(
    ("before", "after"), [("WT2023", "WT2018"), ("WT2023", "WT2023"), ("", "WT2023"), ("WT2010", "WT2026")]
)
def test_a_pair_that_does_not_follow_is_refused(before, after):
    with pytest.raises(ValueError, match="does not come before"):
        compare(before, after)


@pytest.mark.parametrize(
    ("asked", "match"),
    [
        ({"audience": "teachers"}, "no readers called teachers.*schools"),
        ({"chapter": 9}, "no chapter 9.*6"),
        ({"subject": "weather"}, "no subject called weather.*early-help"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(asked, match):
    with pytest.raises(ValueError, match=match):
        compare("WT2018", "WT2023", **asked)


def test_actions_are_those_that_make_sense_under_the_last_edition():
    until_2023 = {one.id for one in compare("WT2018", "WT2023", audience="schools").actions}
    until_2026 = {one.id for one in compare("WT2018", "WT2026", audience="schools").actions}

    assert "schools.early-help-signs" in until_2023 & until_2026
    assert "schools.sharing-decisions" in until_2026 - until_2023


def test_actions_of_one_subject_rest_on_it_or_are_named_by_its_changes():
    found = compare("WT2018", "WT2023", audience="schools", subject="early-help").actions

    assert "schools.early-help-signs" in {one.id for one in found}
    assert "all.definitions" not in {one.id for one in found}
