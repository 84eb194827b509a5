"""What a referral looks like when another system sends it: version 1, open to everyone.

The form on the web fills in the same. ``read`` makes one from what was sent, or names every problem
in it at once: which field, why, and what to do.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from alongside.refusals import Refusal

VERSION = 1
#: Bytes of JSON. A long referral is some 20 kB; whatever is longer belongs in an attached document.
LARGEST = 256 * 1024
LONGEST_WORDS, LONGEST_NAME, MOST_CHILDREN, MOST_STATEMENTS = 10_000, 70, 12, 20
OLDEST_YEARS = 26


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was sent. field: where, as "children.0.born_on"; "" for the whole."""

    field: str
    what: str
    why: str
    do: str

    def __str__(self) -> str:
        return f"{self.what} {self.why} {self.do}"


class NotTaken(Refusal):
    """What was sent cannot be taken as it is. Nothing of it was recorded. ``problems`` names all of them."""

    def __init__(self, problems: list[Problem]) -> None:
        first = problems[0]
        super().__init__(first.what, first.why, first.do, field=first.field or None)
        self.problems = problems

    def __str__(self) -> str:
        return " ".join(map(str, self.problems))


class Twice(ValueError):
    """A field stands twice in one part of a JSON text. Which of them holds is not said, so neither does."""

    def __init__(self, name: str) -> None:
        super().__init__(f"“{name[:60]}” stands twice in one part")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A part of a JSON text, to be given to `json.loads` as ``object_pairs_hook``. Raises Twice."""
    part = dict(pairs)
    if len(part) < len(pairs):
        names = [name for name, _ in pairs]
        raise Twice(next(name for name in names if names.count(name) > 1))
    return part


def where_json_ends(wrong: Exception) -> str:
    """Where a text stops being JSON that can be read, and why, as a sentence."""
    if isinstance(wrong, json.JSONDecodeError):
        return f"It goes wrong at line {wrong.lineno}, column {wrong.colno}."
    if isinstance(wrong, Twice):
        return f"{wrong}, and which of them holds is not said."
    if isinstance(wrong, UnicodeDecodeError):
        return f"Byte {wrong.start + 1} is no letter of {wrong.encoding.upper()}."
    if isinstance(wrong, RecursionError):
        return "It goes deeper than anybody reads."
    return "It holds what JSON cannot, such as NaN or a number of thousands of digits."


def plain(value: object) -> object:
    """Words as people type them: no control characters, nothing that cannot be written down."""
    if not isinstance(value, str):
        raise PydanticCustomError("not_words", "It is not text.")
    for letter in value:
        if letter not in "\n\r\t" and unicodedata.category(letter) in ("Cc", "Cs"):
            raise PydanticCustomError("control_character", "It holds a character that cannot be shown.")
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or len(value) != 10:
        raise PydanticCustomError("not_a_day", "It is not a day.")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("not_a_day", "It is not a day.") from None


def one_line(value: str) -> str:
    """The same words with single spaces and no line ends."""
    return " ".join(value.split())


Plain = BeforeValidator(plain)
Words = Annotated[str, Plain, Field(max_length=LONGEST_WORDS)]
Line = Annotated[str, Plain, AfterValidator(one_line), Field(max_length=200)]
Named = Annotated[str, Plain, AfterValidator(one_line), Field(max_length=LONGEST_NAME)]
Who = Annotated[str, Plain, AfterValidator(one_line), Field(max_length=100)]
Day = Annotated[date, BeforeValidator(_day)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Child(_Part):
    """A child, as far as they are known. Nothing is required: “a boy of about six” may be all there is."""

    given: Named = Field("", description="First name or names.")
    family: Named = Field("", description="Family name.")
    born_on: Day | None = Field(None, description="Date of birth.")
    expected_on: Day | None = Field(None, description="Expected date of birth, for a child not born yet.")
    sex: Literal["F", "M", "U"] = Field("U", description="F, M, or U for not recorded.")


class Referrer(_Part):
    """Who makes the referral. A practitioner gives a name; anybody else need not."""

    kind: Literal["practitioner", "family", "public", "anonymous"]
    name: Who = ""
    relation: Who = Field("", description="Role and organisation, or how they know the child.")
    contact: Line = Field("", description="How they can be reached: a telephone number, an address, when.")
    email: Annotated[str, Plain, Field(max_length=254)] = Field(
        "", description="Where the outcome may be sent."
    )


class Statement(_Part):
    """One thing said: a fact seen or known, a concern of the referrer's, or what somebody else reported."""

    kind: Literal["fact", "concern", "reported"]
    words: Annotated[str, Plain, Field(min_length=1, max_length=LONGEST_WORDS)]
    said_by: Annotated[str, Plain, AfterValidator(one_line), Field(max_length=150)] = Field(
        "", description="Who saw it, fears it or told it. Empty: the referrer."
    )


class Family(_Part):
    """Whether parents or carers know of this. Their agreement is not needed to refer."""

    asked: Literal["agreed", "refused", "not-asked", ""] = ""
    not_asked_because: Words = ""


class Sent(_Part):
    """A referral about one child, or several children in one go. Version 1."""

    version: Literal[1] = Field(description="The version of this description: 1.")
    area: Annotated[str, Plain, Field(min_length=3, max_length=3)] = Field(
        description="The three-figure code of the local authority the children live in or are found in."
    )
    referrer: Referrer
    children: list[Child] = Field(min_length=1, max_length=MOST_CHILDREN)
    siblings: bool = Field(False, description="Whether the children are brothers and sisters.")
    immediate_danger: Literal["yes", "no", "unknown"] = Field(
        "unknown", description="In immediate danger ring 999. This referral is not an alarm."
    )
    whereabouts: Line = Field("", description="Where the children live, and where they are now.")
    statements: list[Statement] = Field(min_length=1, max_length=MOST_STATEMENTS)
    family: Family = Family()
    development: Words = ""
    capacity: Words = Field(
        "", description="How parents, carers and the family network meet the child's needs."
    )
    outside_factors: Words = Field("", description="What outside the family affects the child.")
    communication: Line = Field("", description="Language, interpreter or other communication needs.")
    known_services: Words = Field("", description="School or nursery, GP and other services.")
    early_help_assessment: Words = ""


def json_schema() -> dict[str, Any]:
    """The same as JSON Schema (2020-12), for whoever writes a system that sends referrals."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Sent.model_json_schema()}


def read(payload: Mapping[str, Any], today: date) -> Sent:
    """What was sent, checked. Raises NotTaken with every problem that was found."""
    _refuse_too_large(payload)
    try:
        sent = Sent.model_validate(payload)
    except ValidationError as wrong:
        raise NotTaken(problems_in(wrong)) from None
    if problems := [*_about_referrer(sent), *_about_children(sent, today)]:
        raise NotTaken(problems)
    return sent


def _refuse_too_large(payload: Mapping[str, Any]) -> None:
    try:
        size = len(json.dumps(payload, default=str))
    except (ValueError, RecursionError, TypeError):
        raise NotTaken([Problem("", "This referral cannot be read.", "It is not plain JSON.",
                                "Send what /refer/schema.json describes.")]) from None  # fmt: skip
    if size > LARGEST:
        raise NotTaken([Problem(
            "", "This referral is too long.", f"It is {size // 1024:,} kB, and the most is {LARGEST // 1024} kB.",
            "Say the most important; send the rest as a document once you have the receipt.",
        )])  # fmt: skip


def _about_referrer(sent: Sent) -> list[Problem]:
    problems = []
    if sent.referrer.kind == "practitioner" and not sent.referrer.name:
        problems.append(Problem("referrer.name", "The name is missing.", "A practitioner who refers gives a name.",
                                "Enter the name. Only the public may stay unnamed."))  # fmt: skip
    if sent.referrer.email and not looks_like_email(sent.referrer.email):
        problems.append(Problem("referrer.email", "This is not an e-mail address.",
                                f"You gave “{sent.referrer.email[:60]}”.",
                                "Write it like name@school.example, or leave it out."))  # fmt: skip
    if sent.family.asked == "not-asked" and not sent.family.not_asked_because:
        problems.append(Problem("family.not_asked_because", "The reason is missing.",
                                "You say that the family was not asked.",
                                "Say why, for example because it would put the child at more risk."))  # fmt: skip
    return problems


def looks_like_email(words: str) -> bool:
    """Whether a letter could be addressed to it. Whether it arrives is found out by sending one."""
    local, at, host = words.rpartition("@")
    return bool(
        local and at and "." in host.strip(".") and not any(c.isspace() or c in ',;<>"' for c in words)
    )


def _about_children(sent: Sent, today: date) -> list[Problem]:
    problems = []
    for place, child in enumerate(sent.children):
        at = f"children.{place}"
        if child.born_on and child.expected_on:
            problems.append(Problem(f"{at}.expected_on", "There are two dates of birth.",
                                    "A child is either born or expected.", "Take one of them out."))  # fmt: skip
        if child.born_on and child.born_on > today:
            problems.append(Problem(f"{at}.born_on", "This date of birth is in the future.",
                                    f"You gave {child.born_on:%-d %B}, {child.born_on.year}.",
                                    "For a child who is not born yet, give the expected date of birth."))  # fmt: skip
        if child.born_on and child.born_on.year < today.year - OLDEST_YEARS:
            problems.append(Problem(f"{at}.born_on", "This date of birth is not a child's.",
                                    f"You gave the year {child.born_on.year}.",
                                    "Look at the year. If you do not know the date, leave it out."))  # fmt: skip
        if child.expected_on and abs(child.expected_on - today) > timedelta(days=310):
            problems.append(Problem(f"{at}.expected_on", "This is not an expected date of birth.",
                                    f"You gave {child.expected_on:%-d %B}, {child.expected_on.year}.",
                                    "Look at the year, or leave it out."))  # fmt: skip
    return problems


#: What to say of each kind of mistake: why it is one, and what to do. {…} is filled from the mistake.
SAYINGS: dict[str, tuple[str, str, str]] = {
    "missing": ("“{name}” is missing.", "What was sent cannot be read without it.", "Add it."),
    "extra_forbidden": ("There is no “{name}”.", "Version 1 has no such field.",
                        "Take it out, or look in the description for what it is called."),
    "string_too_long": ("“{name}” is too long.", "The most is {max_length} characters.",
                        "Say the most important; send the rest as a document once you have the receipt."),
    "model_type": ("This cannot be read.", "Something stands here that has no fields.",
                   "Send the fields that the description names."),
    "list_type": ("“{name}” is not a list.", "Something else stands in its place.",
                  "Send a list, in brackets, even of one."),
    "bool_type": ("“{name}” is neither yes nor no.", "Here true or false is expected.", "Send one of the two."),
    "string_too_short": ("“{name}” is too short.", "It needs at least {min_length} characters.", "Fill it in."),
    "too_short": ("“{name}” is empty.", "At least {min_length} is needed.", "Fill it in. What you know is enough."),
    "too_long": ("There are too many “{name}”.", "The most is {max_length}.", "Send the rest in a second referral."),
    "literal_error": ("“{name}” is not one of the answers there are.", "It can be {expected}.", "Choose one of them."),
    "not_a_day": ("“{name}” is not a day.", "A day is written like 2019-09-03.", "Write it so, or leave it out."),
    "not_a_moment": ("“{name}” is not a day and time.", "A moment is written like 2025-04-16T22:40.", "Write it so."),
    "not_words": ("“{name}” is not text.", "Here words are expected.", "Send text, or leave it out."),
    "control_character": ("“{name}” holds a character that cannot be shown.", "It may come from another program.",
                          "Take out what looks odd and send it again."),
}  # fmt: skip


#: Kinds of mistake that are said as others are.
SAYINGS |= {
    "string_type": SAYINGS["not_words"], "string_unicode": SAYINGS["control_character"], "dict_type": SAYINGS["model_type"], "model_attributes_type": SAYINGS["model_type"],
    "date_parsing": SAYINGS["not_a_day"], "date_type": SAYINGS["not_a_day"], "date_from_datetime_parsing": SAYINGS["not_a_day"],
    "date_from_datetime_inexact": SAYINGS["not_a_day"], "bool_parsing": SAYINGS["bool_type"],
}  # fmt: skip


def problems_in(wrong: ValidationError, at: str = "") -> list[Problem]:
    """Every problem that was found in something, by field. at: where that something stands."""
    return [problem_of(each, [*filter(None, [at]), *map(str, each["loc"])]) for each in wrong.errors()]


def problem_of(error: Mapping[str, Any], names: Sequence[str]) -> Problem:
    """One mistake in our words. names: of the places that lead to it."""
    name = next((part for part in reversed(names) if not part.isdigit()), "the whole")
    fallback = ("“{name}” cannot be read.", f"{error['msg']}.", "Send what the description asks for.")
    what, why, do = SAYINGS.get(error["type"], fallback)
    facts = {"name": name, **(error.get("ctx") or {})}
    return Problem(".".join(names), *(words.format_map(_Known(facts)) for words in (what, why, do)))


class _Known(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""
