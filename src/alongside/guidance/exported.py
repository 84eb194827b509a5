"""The shape of the export: what each part of it holds. Its JSON Schema and its reference page are made from this."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

VERSION = 1

Day = Annotated[str, "date"]
Moment = Annotated[str, "a day, or a moment with its offset"]


class Citation(TypedDict):
    """A place in a text: the id of the source, the place in it, and the day that place took effect (null: not begun)."""

    source: str
    place: str
    in_force_from: Day | None


class Checked(TypedDict):
    """The day a person read the text itself and agreed, and which issue they read."""

    on: Day
    against: str


class Length(TypedDict):
    """A length of time. ``number`` is null where the text gives none."""

    unit: str
    number: int | None


class Part(TypedDict):
    """One item of a list: a heading, an outcome, a body. ``leads_to`` are rules that then come into play."""

    key: str
    label: str
    help: str
    group: str
    leads_to: list[str]


class Value(TypedDict):
    """What a text says: always in words, and as a length of time or a list where it is one."""

    words: str
    length: Length | None
    parts: list[Part] | None


class Provision(TypedDict):
    """One value, the place that says so, and its check. ``standing`` says that check, or its want, in words.

    ``over``: from its day on the rule asks nothing any more, and the value says what took its place.
    """

    citation: Citation
    value: Value
    checked: Checked | None
    standing: str
    over: bool


class Example(TypedDict):
    """A start and what is then due, worked out by hand."""

    starts: Moment
    due: Moment | None
    note: str


class Rule(TypedDict):
    """One rule. What a kind does not have is null or empty; ``provisions`` are all its values, text by text.

    ``by`` are keys of actors, ``readers`` keys of readers. ``own_words``: a must the guidance states without naming a
    law. ``expected``: a should that the text words as an expectation.
    """

    id: str
    kind: Literal["Timescale", "Definition", "Membership", "Content", "Pathway", "Judgement", "Duty"]
    title: str
    force: Literal["must", "should", "may", "local"]
    subject: str
    readers: list[str]
    provisions: list[Provision]
    others: list[Provision]
    law: list[Citation]
    notes: str
    own_words: bool
    expected: bool
    by: list[str]
    trigger: str | None
    evidence: list[str]
    runs_from: str | None
    until: str | None
    responsible: str | None
    clock: Literal["guidance", "statistics"] | None
    examples: list[Example]
    any_one: bool | None
    decided_by: str | None
    must_record: list[str]
    weigh: list[str]


class Source(TypedDict):
    """One issue of one text. ``in_force_from`` is null where its provisions begin one by one; cite each by its own day."""

    id: str
    title: str
    edition: str
    issue: str
    kind: str
    in_force_from: Day | None
    assent: Day | None
    url: str


class Chapter(TypedDict):
    """One chapter of an edition; number 0 is the introduction."""

    number: int
    title: str


class Edition(TypedDict):
    """One edition. ``read``: whether its whole text was read for this. ``paragraphs``: how many it numbers, if known."""

    id: str
    title: str
    follows: str
    begins: Day
    read: bool
    paragraphs: int | None
    issues: list[str]
    chapters: list[Chapter]


class Actor(TypedDict):
    """A body or a person the texts ask something of, and the readers it belongs to."""

    key: str
    title: str
    readers: list[str]


class Reader(TypedDict):
    """Readers who want what concerns them, and words they are looked for by."""

    key: str
    title: str
    also: list[str]


class Subject(TypedDict):
    """What rules are about: the first word of their ids. ``readers`` are those it concerns where no rule says better."""

    key: str
    title: str
    readers: list[str]
    also: list[str]


class Paragraph(TypedDict):
    """One paragraph or page of an edition, and what was done about it: rules, a page, or why neither."""

    edition: str
    chapter: int
    at: str
    about: str
    rules: list[str]
    page: str
    not_encoded: str


class Change(TypedDict):
    """One thing a later edition says otherwise. ``was`` is empty where the earlier was silent, ``now`` where it went."""

    id: str
    before: str
    after: str
    chapter: int
    subject: str
    title: str
    was: str
    now: str
    means: str
    readers: list[str]
    nature: str
    sure: str
    cites: list[Citation]
    rules: list[str]
    actions: list[str]
    checked: Checked | None


class Unknown(TypedDict):
    """Something about an edition that could not be established."""

    id: str
    edition: str
    chapter: int
    words: str
    readers: list[str]


class Action(TypedDict):
    """Something an organisation may decide to do; ``origin`` says whose idea it is."""

    id: str
    words: str
    readers: list[str]
    editions: list[str]
    origin: str
    rules: list[str]
    evidence: str


class Term(TypedDict):
    """A word or an abbreviation. ``beware`` says where the same letters are used for something else."""

    word: str
    means: str
    stands_for: str
    also: list[str]
    rule: str
    beware: str
    editions: list[str]
    readers: list[str]


class Question(TypedDict):
    """A question for staff. ``right`` is the place of the right answer, counted from 0."""

    id: str
    asks: str
    answers: list[str]
    right: int
    because: str
    rules: list[str]
    readers: list[str]
    editions: list[str]


class Export(TypedDict):
    """The whole of the guidance as this version holds it, in our own words; the texts themselves are the authority."""

    version: Literal[1]
    notice: str
    sources: list[Source]
    editions: list[Edition]
    readers: list[Reader]
    actors: list[Actor]
    subjects: list[Subject]
    rules: list[Rule]
    paragraphs: list[Paragraph]
    changes: list[Change]
    unknowns: list[Unknown]
    actions: list[Action]
    terms: list[Term]
    questions: list[Question]


def shapes() -> tuple[type, ...]:
    """Every part of the export, the whole first and then in the order it names them."""
    found: dict[type, None] = {}
    waiting: list[Any] = [Export]
    while waiting:
        one = waiting.pop(0)
        if is_typeddict(one):
            if one not in found:
                found[one] = None
                waiting += get_type_hints(one).values()
        else:
            waiting += [each for each in get_args(one) if not isinstance(each, str | int)]
    return tuple(found)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the export."""
    named = {shape.__name__: _object(shape) for shape in shapes()}
    whole = named.pop(Export.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The guidance, exported",
        **whole,
        "$defs": named,
    }


def _object(shape: type) -> dict[str, Any]:
    fields = get_type_hints(shape, include_extras=True)
    return {
        "type": "object",
        "description": " ".join((shape.__doc__ or "").replace("``", "").split()),
        "properties": {name: _one(kind) for name, kind in fields.items()},
        "required": list(fields),
        "additionalProperties": False,
    }


def _one(kind: Any) -> dict[str, Any]:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return {"type": "string", "format": "date"} if inside[1] == "date" else {"type": "string"}
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is list:
        return {"type": "array", "items": _one(inside[0])}
    if isinstance(kind, UnionType) or origin is not None:
        return {"anyOf": [_one(each) for each in inside]}
    if is_typeddict(kind):
        return {"$ref": f"#/$defs/{kind.__name__}"}
    return {"type": {str: "string", int: "integer", bool: "boolean", NoneType: "null"}[kind]}


def as_markdown() -> str:
    """The reference page of the export: every part of it with what it holds."""
    lines = [
        "# The export of the guidance",
        "",
        "`alongside guidance export` writes the whole of the guidance as one JSON document, and",
        "`alongside guidance export --schema` its JSON Schema. A running installation offers both to anybody, at",
        "`/guidance/export.json` and `/guidance/export.schema.json`. Everything is there always: what does not apply is",
        f"null or empty. This is version {VERSION}; a field that goes or changes its meaning makes another.",
    ]
    for shape in shapes():
        about = " ".join((shape.__doc__ or "").replace("``", "`").split())
        lines += ["", f"## {shape.__name__}", "", about, "", "| field | holds |", "| --- | --- |"]
        fields = get_type_hints(shape, include_extras=True)
        lines += [f"| `{name}` | {_said(kind)} |" for name, kind in fields.items()]
    return "\n".join(lines) + "\n"


def _said(kind: Any) -> str:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return "a day" if inside[1] == "date" else str(inside[1])
    if origin is Literal:
        return " or ".join(f"`{each}`" for each in inside)
    if origin is list:
        return f"a list: {_said(inside[0])}"
    if isinstance(kind, UnionType) or origin is not None:
        return " or ".join(_said(each) for each in inside)
    if is_typeddict(kind):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    return {str: "words", int: "a number", bool: "true or false", NoneType: "null"}[kind]
