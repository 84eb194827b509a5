"""Filling in the form of any step, from its declaration alone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.strands.answers import CHOOSE_AMONG
from alongside.strands.kinds import Asks, Question, StepKind
from alongside.strands.kinds.declaring import OF_RECORDS

WORDS = "What was said and seen."


def day_boxes(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def moment_boxes(name: str, at: datetime) -> dict[str, str]:
    local = at.astimezone(LONDON)
    return {**day_boxes(name, local.date()), f"{name}_time": f"{local:%H:%M}"}


def sent(step: StepKind, child: Person, at: datetime) -> dict[str, object]:
    """Every question of the step answered, as a browser sends it."""
    when = moment_boxes("happened", at) if step.to_the_minute else day_boxes("happened", at.date())
    found: dict[str, object] = dict(when)
    for question in step.questions:
        found |= _answer(question, step, child, at)
    return found


def _answer(question: Question, step: StepKind, child: Person, at: datetime) -> dict[str, object]:
    if question.asks is Asks.DAY:
        return day_boxes(question.key, at.date() + timedelta(days=7))
    if question.asks is Asks.MOMENT:
        return moment_boxes(question.key, at)
    if question.asks in OF_RECORDS:
        first = CHOOSE_AMONG[question.asks](child).first()
        return {question.key: str(first.pk)} if first else {}
    if question.asks in (Asks.ONE_OF, Asks.YES_NO):
        return {question.key: _opens_most(question, step)}
    if question.asks is Asks.SEVERAL_OF:
        return {question.key: [_opens_most(question, step)]}
    return {question.key: "3" if question.asks is Asks.NUMBER else WORDS}


def _opens_most(question: Question, step: StepKind) -> str:
    """The choice under which another question is asked, where there is one; else the first."""
    under = [one.only_if[1] for one in step.questions if one.only_if and one.only_if[0] == question.key]
    return under[0] if under else question.choices[0][0]
