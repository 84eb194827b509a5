"""Questions for staff: enough for every reader, answers that differ, and each right one cited."""

from __future__ import annotations

from collections import Counter

import pytest

from alongside.guidance import catalogue, editions
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.compare import questions
from alongside.guidance.kernel.briefing import Question
from alongside.guidance.kernel.spans import WorkingDays

QUESTIONS = catalogue.QUESTIONS
BY_ID = {one.id: one for one in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.id)
def test_a_question_is_whole_and_its_answer_is_cited(question):
    assert question.asks.endswith("?")
    assert len(question.answers) >= 3
    assert len(set(question.answers)) == len(question.answers)
    assert question.because
    assert question.rules
    assert set(question.rules) <= set(catalogue.RULES)
    assert set(question.editions) <= set(editions.BY_ID)
    assert set(question.audiences) <= set(AUDIENCES)


def test_nothing_is_asked_twice():
    assert max(Counter(one.id for one in QUESTIONS).values()) == 1
    assert max(Counter(one.asks for one in QUESTIONS).values()) == 1


@pytest.mark.parametrize("edition", ["WT2023", "WT2026"])
@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_reader_has_enough_to_talk_over(audience, edition):
    assert len(questions(edition, audience)) >= (12 if audience == "schools" else 8)


def test_the_right_answer_has_no_place_of_its_own():
    places = Counter(one.right for one in QUESTIONS)

    assert min(places[place] for place in (0, 1, 2)) > len(QUESTIONS) / 5


def test_a_question_without_that_answer_is_refused():
    with pytest.raises(ValueError, match="has no answer number 2"):
        Question(
            id="x", asks="Which?", answers=("This.", "That."), right=2, because="So.", rules=("definition.child",),
            audiences=("schools",), editions=("WT2023",),
        )  # fmt: skip


@pytest.mark.parametrize(
    ("id", "rule", "working_days", "answer"),
    [
        ("child.conference-limit", "child-protection.initial-conference", 15, "strategy discussion"),
        ("local-authority.assessment-limit", "assessment.completion", 45, "From the referral"),
        ("local-authority.incident", "incident.notification", 5, "five working days"),
        ("everybody.allegation", "position-of-trust.designated-officer-told", 1, "one working day"),
    ],
)
def test_a_figure_in_a_question_is_the_rules_own(id, rule, working_days, answer):
    question = BY_ID[id]

    assert rule in question.rules
    assert catalogue.rule(rule).dated.said_by("WT2023").value == WorkingDays(working_days)
    assert answer in question.answers[question.right]


def test_police_protection_is_72_hours_in_the_question_and_in_the_rule():
    question = BY_ID["police.protection-length"]

    assert str(catalogue.rule("emergency.police-protection").dated.provisions[-1].value) == "72 hours"
    assert question.answers[question.right] == "72 hours."
