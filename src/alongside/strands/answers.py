"""Answers to what a step asks: checked against its declaration, kept as plain values, and told in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.agencies.models import Agency, Practitioner
from alongside.facts import listed_as, read
from alongside.people.models import Person, Relationship
from alongside.refusals import Refusal
from alongside.strands.kinds import YES_NO, Asks, Question, StepKind
from alongside.strands.kinds.declaring import OF_RECORDS
from alongside.ui.words import date_words, listed, moment

MODELS: dict[Asks, type[Any]] = {
    Asks.PERSON: Person,
    Asks.AGENCY: Agency,
    Asks.PRACTITIONER: Practitioner,
}
#: How long a line of the timeline may be before the rest is left to the page.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Told:
    """One question and its answer, in words."""

    label: str
    words: str


def family_of(child: Person) -> QuerySet[Person]:
    """Everybody recorded in the child's family and network."""
    standing = Relationship.objects.filter(to_on=None)
    around = Q(pk__in=standing.filter(other=child).values("person")) | Q(
        pk__in=standing.filter(person=child).values("other")
    )
    return Person.objects.filter(around).order_by("called", "pk")


def agencies_of(child: Person) -> QuerySet[Agency]:
    """The agencies of the child's area."""
    return Agency.objects.filter(areas=child.area_id, closed_on=None).order_by("name", "pk")


def practitioners_of(child: Person) -> QuerySet[Practitioner]:
    """Everybody who works in a team of the child's area, or for an agency of it, now."""
    posts = Q(posts__team__area=child.area_id) | Q(posts__agency__areas=child.area_id)
    return (
        Practitioner.objects.filter(posts, is_active=True, posts__to_on=None)
        .distinct()
        .order_by("name", "pk")
    )


CHOOSE_AMONG = {
    Asks.PERSON: family_of,
    Asks.AGENCY: agencies_of,
    Asks.PRACTITIONER: practitioners_of,
}


def checked(step: StepKind, answers: Mapping[str, Any], child: Person) -> dict[str, Any]:
    """The answers as they are kept: empty ones left out, records by their keys, days in ISO form.

    A question under a choice that was not taken is not asked, so its answer is left out too. Raises Refusal for what
    is missing and must be there, a choice there is not, or a record that is nothing to do with the child; and
    TypeError for a question that the step does not ask.
    """
    if unknown := answers.keys() - {one.key for one in step.questions}:
        raise TypeError(f"{step.id} does not ask {', '.join(sorted(unknown))}.")
    kept: dict[str, Any] = {}
    for question in step.questions:
        if question.only_if and not _chosen(kept.get(question.only_if[0]), question.only_if[1]):
            continue
        answer = answers.get(question.key)
        if answer not in (None, "", [], ()):
            kept[question.key] = _plain(question, answer, child)
        elif question.required:
            raise Refusal(
                question.missing or f"“{question.label}” is not answered.", "Without it the record would say nothing.",
                "Answer it; the rest may wait.", field=question.key,
            )  # fmt: skip
    return kept


def _chosen(kept: Any, choice: str) -> bool:
    return choice in kept if isinstance(kept, list) else kept == choice


def _plain(question: Question, answer: Any, child: Person) -> Any:
    if question.asks in OF_RECORDS:
        return _key_of(question, answer, child)
    if question.asks in (Asks.ONE_OF, Asks.YES_NO):
        return _among(question, answer)
    if question.asks is Asks.SEVERAL_OF:
        return [_among(question, one) for one in answer]
    if isinstance(answer, date | datetime):
        return answer.isoformat()
    return answer if isinstance(answer, int) else str(answer).strip()


def _among(question: Question, answer: Any) -> str:
    choices = dict(question.choices or YES_NO)
    if answer not in choices:
        raise Refusal(
            f"“{answer}” is not one of the answers to “{question.label}”", f"They are: {listed(choices.values(), 'or')}.",
            "Choose one of these.", field=question.key,
        )  # fmt: skip
    return str(answer)


def _key_of(question: Question, answer: Any, child: Person) -> str:
    key = answer.pk if hasattr(answer, "pk") else UUID(str(answer))
    if not CHOOSE_AMONG[question.asks](child).filter(pk=key).exists():
        raise Refusal(
            f"Choose from the list for “{question.label}”",
            f"What you chose is no {question.asks.value} that {child} has to do with.",
            "Somebody new is added to the family and network first; an agency, by whoever administers the area.",
            field=question.key,
        )  # fmt: skip
    return str(key)


def names_in(answered: Iterable[tuple[StepKind, Mapping[str, Any]]]) -> dict[str, str]:
    """The names behind every key in these answers, by key. One query, or none."""
    return names_beside(answered, None)[0]


def names_beside(
    answered: Iterable[tuple[StepKind, Mapping[str, Any]]], people: QuerySet[Person] | None
) -> tuple[dict[str, str], dict[str, str]]:
    """The names behind every key in these answers, and the names of these people, by key. One query, or none."""
    wanted: dict[Asks, set[str]] = {}
    for step, answers in answered:
        for question in step.questions:
            if question.asks in OF_RECORDS and question.key in answers:
                wanted.setdefault(question.asks, set()).add(answers[question.key])
    lists = [
        listed_as(asks.value, MODELS[asks].objects.filter(pk__in=keys), key="pk",
                  name="called" if asks is Asks.PERSON else "name")
        for asks, keys in wanted.items()
    ]  # fmt: skip
    if people is not None:
        lists.append(listed_as("people", people, key="pk", name="called"))
    found = read(lists) if lists else []
    return (
        {str(one.key): one.name for one in found},
        {str(one.key): one.name for one in found if one.what == "people"},
    )


def with_parental_responsibility(child: Person) -> QuerySet[Person]:
    """Everybody recorded as having parental responsibility for the child now."""
    has_it = Relationship.objects.filter(other=child, parental_responsibility="yes", to_on=None)
    return Person.objects.filter(pk__in=has_it.values("person"))


def told(step: StepKind, answers: Mapping[str, Any], names: Mapping[str, str]) -> list[Told]:
    """What was answered, in words and in the order of the questions."""
    return [
        Told(question.label, in_words(question, answers[question.key], names))
        for question in step.questions
        if question.key in answers
    ]


def in_words(question: Question, answer: Any, names: Mapping[str, str]) -> str:
    """One kept answer as it reads."""
    if question.asks in OF_RECORDS:
        return names.get(str(answer), "No longer on record")
    if question.asks is Asks.SEVERAL_OF:
        choices = dict(question.choices)
        return listed([choices.get(one, one) for one in answer])
    if question.asks in (Asks.ONE_OF, Asks.YES_NO):
        return dict(question.choices or YES_NO).get(answer, str(answer))
    if question.asks is Asks.DAY:
        return date_words(date.fromisoformat(answer))
    if question.asks is Asks.MOMENT:
        return moment(datetime.fromisoformat(answer))
    return str(answer)


def in_short(
    step: StepKind, answers: Mapping[str, Any], names: Mapping[str, str], leave_out: str = ""
) -> str:
    """What the timeline says of a step: what had to be answered, or else what was answered first."""
    answered = [one for one in step.questions if one.key in answers and one.key != leave_out]
    chosen = [one for one in answered if one.required] or answered[:2]
    said = [in_words(one, answers[one.key], names).rstrip(".") for one in chosen]
    whole = ". ".join(said)
    short = whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1]}…"
    return f"{short}." if short and not short.endswith("…") else short


def chosen_in(step: StepKind, answers: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that were chosen from a few, which limits may depend on."""
    few = (Asks.ONE_OF, Asks.SEVERAL_OF, Asks.YES_NO)
    return {one.key: answers[one.key] for one in step.questions if one.asks in few and one.key in answers}


def headings_filled(step: StepKind, answers: Mapping[str, Any]) -> set[str]:
    """The headings of a content rule that these answers fill. “Not known” fills it: it is an honest answer."""
    return {question.heading for question in step.questions if question.key in answers}
