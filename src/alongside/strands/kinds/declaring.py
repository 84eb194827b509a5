"""How a strand is declared: what it is for, its steps, what each step asks, and the rules behind it.

::

    PRIVATE_FOSTERING = StrandKind(
        id="private-fostering", title="Private fostering", about="…one plain sentence…",
        sources=("private-fostering.first-visit",),
        opens=StepKind("notified", "Arrangement known", "When did …?", (one_of("told-by", "Who told us?", …),)),
        steps=(StepKind("visited", "Visited", "When was the visit?", (…), repeats=True),),
        ends=ending("When did …?", (("returned", "The child went home"),)),
    )

A question is answered, or left: it is required only where the record would mean nothing without it. A judgement
has no default and no score, and what an Act or guidance expects and is not answered is a shortfall, never a bar.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

Choices = tuple[tuple[str, str], ...]
#: The question that every ending asks.
OUTCOME = "outcome"
REASONS = "reasons"


class Asks(Enum):
    """What sort of answer a question takes."""

    DAY = "day"
    MOMENT = "moment"
    WORDS = "words"
    LINE = "line"
    ONE_OF = "one of"
    SEVERAL_OF = "several of"
    YES_NO = "yes, no or not known"
    PERSON = "person of the family"
    AGENCY = "agency"
    PRACTITIONER = "practitioner"
    NUMBER = "number"
    LOCAL_STEP = "step of the area's own procedure"


YES_NO: Choices = (("yes", "Yes"), ("no", "No"), ("not-known", "Not known"))
#: The kinds of question whose answer is the key of a record.
OF_RECORDS = (Asks.PERSON, Asks.AGENCY, Asks.PRACTITIONER)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a step.

    key: kebab-case, never changed once used. only_if: the key of another question and the answer under which this
    one is asked. fills: the headings of the step's content rule that an answer fills; its own key unless given.
    takes_part: the agency that is named takes part in the strand from then on.
    """

    key: str
    label: str
    asks: Asks = Asks.WORDS
    required: bool = False
    help: str = ""
    choices: Choices = ()
    only_if: tuple[str, str] | None = None
    fills: str = ""
    takes_part: bool = False
    missing: str = ""

    @property
    def heading(self) -> str:
        return self.fills or self.key


@dataclass(frozen=True, slots=True)
class StepKind:
    """One thing that can happen in a strand.

    asks_when: the question for its day, or its moment where ``to_the_minute``. repeats: it can happen again.
    after: steps without which it cannot be true. shortfalls: a rule about what the record sets out.
    moot: steps after which it is no longer offered, though it may still be recorded. next: what a practitioner is
    told once it is recorded.
    """

    id: str
    title: str
    asks_when: str
    questions: tuple[Question, ...] = ()
    repeats: bool = False
    after: tuple[str, ...] = ()
    moot: tuple[str, ...] = ()
    shortfalls: str = ""
    to_the_minute: bool = False
    next: tuple[str, ...] = ()
    help: str = ""

    @property
    def by_key(self) -> dict[str, Question]:
        """Its questions, by their keys."""
        return {one.key: one for one in self.questions}


@dataclass(frozen=True, slots=True, kw_only=True)
class StrandKind:
    """One kind of thing that runs beside a case.

    about: in one plain sentence, what it is for. sources: ids of the rules behind it. several: more than one may
    be open at a time. between_agencies: any agency with a part in the child's case may open and answer it.
    pages: existing pages it leads to, as (name of the page, words). note: what its page says of the law, in words.
    """

    id: str
    title: str
    about: str
    opens: StepKind
    ends: StepKind
    steps: tuple[StepKind, ...] = ()
    sources: tuple[str, ...] = ()
    several: bool = False
    between_agencies: bool = False
    pages: tuple[tuple[str, str], ...] = ()
    note: str = ""
    by_id: dict[str, StepKind] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_id", {one.id: one for one in self.all_steps})

    @property
    def all_steps(self) -> tuple[StepKind, ...]:
        """Every step, the opening first and the ending last."""
        return (self.opens, *self.steps, self.ends)

    @property
    def outcomes(self) -> Choices:
        return self.ends.by_key[OUTCOME].choices

    def titled(self, step: StepKind) -> str:
        """What the timeline calls a step of this strand."""
        return f"{self.title}: {step.title[:1].lower()}{step.title[1:]}"


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of strand that are found together. module: the constants of one module of ``alongside.strands.kinds``."""

    title: str
    kinds: tuple[StrandKind, ...]


def words(key: str, label: str, *, required: bool = False, help: str = "", only_if: tuple[str, str] | None = None,
          fills: str = "", missing: str = "") -> Question:  # fmt: skip
    """Several lines."""
    return Question(key, label, Asks.WORDS, required, help, only_if=only_if, fills=fills, missing=missing)


def line(key: str, label: str, *, required: bool = False, help: str = "", only_if: tuple[str, str] | None = None,
         fills: str = "", missing: str = "") -> Question:  # fmt: skip
    """One line: a name, a number or a reference."""
    return Question(key, label, Asks.LINE, required, help, only_if=only_if, fills=fills, missing=missing)


def a_day(key: str, label: str, *, required: bool = False, help: str = "", only_if: tuple[str, str] | None = None,
          fills: str = "") -> Question:  # fmt: skip
    """A day, which may be still to come."""
    return Question(key, label, Asks.DAY, required, help, only_if=only_if, fills=fills)


def yes_no(key: str, label: str, *, required: bool = False, help: str = "", only_if: tuple[str, str] | None = None,
           fills: str = "") -> Question:  # fmt: skip
    """Yes, no or not known; nothing is chosen beforehand."""
    return Question(key, label, Asks.YES_NO, required, help, YES_NO, only_if, fills)


def one_of(key: str, label: str, choices: Choices, *, required: bool = False, help: str = "",
           only_if: tuple[str, str] | None = None, fills: str = "", missing: str = "") -> Question:  # fmt: skip
    """One of a few; nothing is chosen beforehand."""
    return Question(key, label, Asks.ONE_OF, required, help, choices, only_if, fills, missing=missing)


def several_of(key: str, label: str, choices: Choices, *, required: bool = False, help: str = "",
               only_if: tuple[str, str] | None = None, fills: str = "") -> Question:  # fmt: skip
    """Any number of them."""
    return Question(key, label, Asks.SEVERAL_OF, required, help, choices, only_if, fills)


def of_family(key: str, label: str, *, required: bool = False, help: str = "", fills: str = "") -> Question:
    """Somebody in the child's family or network, as recorded there."""
    return Question(key, label, Asks.PERSON, required, help, fills=fills)


def an_agency(key: str, label: str, *, required: bool = False, help: str = "", takes_part: bool = False,
              missing: str = "") -> Question:  # fmt: skip
    """An agency of the area."""
    return Question(key, label, Asks.AGENCY, required, help, takes_part=takes_part, missing=missing)


def a_practitioner(key: str, label: str, *, required: bool = False, help: str = "") -> Question:
    """Somebody who works in the area."""
    return Question(key, label, Asks.PRACTITIONER, required, help)


def a_number(key: str, label: str, *, required: bool = False, help: str = "") -> Question:
    """A whole number."""
    return Question(key, label, Asks.NUMBER, required, help)


ELSEWHERE_OR_CLOSED: Choices = (
    ("help-elsewhere", "The help goes on elsewhere"),
    ("mistaken", "It was opened by mistake"),
)


def ending(asks_when: str, outcomes: Choices, *questions: Question, after: tuple[str, ...] = (), shortfalls: str = "",
           next: tuple[str, ...] = (), to_the_minute: bool = False) -> StepKind:  # fmt: skip
    """How a strand ends: an outcome, which a person chooses, and the reasons."""
    return StepKind(
        "ended", "Ended", asks_when,
        (
            one_of(OUTCOME, "How did it end?", outcomes, required=True, missing="Select how it ended"),
            *questions,
            words(REASONS, "What are the reasons?", required=True, missing="Enter the reasons"),
        ),
        after=after, shortfalls=shortfalls, next=next, to_the_minute=to_the_minute,
    )  # fmt: skip
