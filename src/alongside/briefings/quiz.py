"""A quiz for staff: questions with answers to choose from, and on a page apart why each answer is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from alongside.briefings import said
from alongside.briefings.choice import Choice
from alongside.briefings.sheet import Part, Point, Points, Sheet, Words
from alongside.guidance.compare import questions
from alongside.guidance.kernel.briefing import Question

LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class Answered:
    """One question as somebody answered it. given: the place of their answer, None for none."""

    question: Question
    name: str
    given: int | None
    place: str

    @property
    def right(self) -> bool:
        return self.given == self.question.right


def asked(choice: Choice) -> tuple[Question, ...]:
    """The questions for these readers under the later edition."""
    return questions(choice.comparison.after.id, choice.audience)


def answered(choice: Choice, data: Mapping[str, str]) -> tuple[Answered, ...]:
    """Each question with what was answered. An answer that is not there counts as none given."""
    return tuple(
        Answered(one, name_of(one), _given(one, data.get(name_of(one), "")), place(one, choice))
        for one in asked(choice)
    )


def name_of(question: Question) -> str:
    """What the question is called in a form."""
    return f"q-{question.id}"


def place(question: Question, choice: Choice) -> str:
    return said.places_of_rules(question.rules, choice.comparison.after)


def _given(question: Question, said: str) -> int | None:
    places = [str(place) for place in range(len(question.answers))]
    return places.index(said) if said in places else None


def quiz(choice: Choice, day: date, address: str = "") -> Sheet:
    """For paper: the questions, and the answers on a page of their own."""
    found = asked(choice)
    edition = choice.comparison.after
    return Sheet(
        title=f"Quiz on {edition.title}: {choice.readers}",
        facts=said.facts(choice.whole(), day),
        caution=(said.caution_of_one(edition), said.NO_ADVICE),
        parts=(
            *(Part(f"{n}. {one.asks}", (Points(tuple(
                Point(words, lead=letter) for letter, words in zip(LETTERS, one.answers, strict=False)
            )),)) for n, one in enumerate(found, 1)),
            Part("Answers", (Points(tuple(
                Point(f"{one.answers[one.right]} {one.because}", lead=f"{n}. {LETTERS[one.right]}", cites=place(one, choice))
                for n, one in enumerate(found, 1)
            )),), apart=True),
        ) if found else (Part("Questions", (Words(NONE),)),),
        day=day,
    )  # fmt: skip


NONE = "No question for these readers is held here under these editions."
