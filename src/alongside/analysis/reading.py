"""What lies upon a chronology, as one reader may see it: one query, however many entries there are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet, TextField
from django.db.models.functions import Cast

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.analysis.models import EntryTag, NoteVersion, Significance
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry, EntryQuerySet
from alongside.facts import Fact, listed_as, read
from alongside.matching.joined import together
from alongside.people.models import Person

Rows = TypeVar("Rows", bound=QuerySet[Any])
SIGNIFICANCE, TAG, NOTE = "laid-significance", "laid-tag", "laid-note"
HEADINGS = dict(Significance.For.choices)


@dataclass(frozen=True, slots=True)
class Said:
    """That an entry matters, as a person said it. key: the judgement's own."""

    significant_for: str
    reason: str
    by: str
    at: datetime
    key: UUID | None

    @property
    def heading(self) -> str:
        return HEADINGS.get(self.significant_for, self.significant_for)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A word on an entry. key: the tag's own."""

    words: str
    key: UUID | None


@dataclass(frozen=True, slots=True)
class Noted:
    """An analysis in its latest words, signed. from_on, to_on: of a span of time; neither, of the pattern."""

    words: str
    by: str
    at: datetime
    key: UUID
    from_on: date | None = None
    to_on: date | None = None


@dataclass(slots=True)
class Laid:
    """What lies upon one entry."""

    significances: list[Said] = field(default_factory=list)
    tags: list[Tagged] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)


@dataclass(slots=True)
class Layers:
    """What lies upon several entries, by entry; and what was written of spans of time and of the pattern."""

    on: dict[UUID, Laid] = field(default_factory=dict)
    notes: list[Noted] = field(default_factory=list)

    def of(self, entry: UUID) -> Laid:
        """What lies upon this entry; nothing, where nothing does."""
        return self.on.get(entry, Laid())


def readable(rows: Rows, me: Practitioner, path: str = "") -> Rows:
    """Those of these rows that the reader's eyes are meant for: they carry the marks of their entries."""
    return policies.READ_ENTRY.not_denied(rows, me, path)


def lists(where: Q, me: Practitioner, *, notes: Q | None = None) -> tuple[QuerySet[Any], ...]:
    """Facts of what lies upon entries. where: of rows with a child and an entry; notes: the same of notes.

    name: who said it. role: the heading, the tag's key, or the note's key. detail: the words. at: when.
    key: the entry's. from_on, to_on: the span of a note.
    """
    written = NoteVersion.objects.filter(number=F("note__versions"))
    written = written.filter(_led("note", where if notes is None else notes))
    own = {"key": "entry", "at": "said_at", "name": "said_by__name"}
    return (
        listed_as(SIGNIFICANCE, readable(_standing(Significance, where), me), role="significant_for", detail="reason", **own),
        listed_as(TAG, readable(_standing(EntryTag, where), me), role="key", detail="words", **own),
        listed_as(
            NOTE, readable(written, me, "note"), name="signed_by__name", role=Cast("note", TextField()), detail="words",
            at="signed_at", from_on="note__from_on", to_on="note__to_on", key="note__entry",
        ),
    )  # fmt: skip


def layers_of(facts: Iterable[Fact]) -> Layers:
    """What the facts of ``lists`` say, oldest first."""
    found = Layers()
    for fact in sorted((one for one in facts if one.at), key=lambda one: (one.at, one.detail)):
        assert fact.at is not None
        if fact.what == NOTE:
            noted = Noted(fact.detail, fact.name, fact.at, UUID(fact.role), fact.from_on, fact.to_on)
            (found.on.setdefault(fact.key, Laid()).notes if fact.key else found.notes).append(noted)
        elif fact.key and fact.what == SIGNIFICANCE:
            said = Said(fact.role, fact.detail, fact.name, fact.at, None)
            found.on.setdefault(fact.key, Laid()).significances.append(said)
        elif fact.key and fact.what == TAG:
            found.on.setdefault(fact.key, Laid()).tags.append(Tagged(fact.detail, None))
    return found


def laid_upon(entries: Collection[Entry], me: Practitioner, children: Any = None) -> Layers:
    """What lies upon these entries; with ``children``, their keys, also their notes of spans and patterns. One query."""
    where = Q(entry__in=[entry.pk for entry in entries])
    also = Q(entry=None, child__in=children) if children is not None else None
    return layers_of(read(lists(where, me, notes=where | also if also is not None else None)))


def laid_upon_all(children: Any, me: Practitioner) -> Layers:
    """What lies upon every entry of these children, by their keys, and their notes of spans and patterns. One query."""
    return layers_of(read(lists(Q(child__in=children), me)))


@dataclass(frozen=True, slots=True)
class Chronicled:
    """One entry of a chronology and what lies upon it, in words."""

    entry: Entry
    laid: Laid

    @property
    def title(self) -> str:
        kind = KINDS.get(self.entry.kind)
        return kind.title_of(self.entry.details) if kind else self.entry.kind.replace("-", " ").capitalize()

    @property
    def words(self) -> str:
        kind = KINDS.get(self.entry.kind)
        return kind.words(self.entry.details) if kind else ""


@dataclass(frozen=True, slots=True)
class Chronology:
    """A child's chronology for one reader, oldest first, with what was written of spans of time and of the pattern."""

    entries: Sequence[Chronicled]
    notes: Sequence[Noted]


def chronology_of(
    child: Person, me: Practitioner, *, from_on: date | None = None, to_on: date | None = None, only_significant: bool = False
) -> Chronology:  # fmt: skip
    """What happened to the child and what people make of it, as this reader may see it. Two queries.

    The child was opened by a door. Corrected entries are left out; records joined to the child's are read too.
    from_on, to_on: the first and the last day. only_significant: only what somebody said matters.
    """
    children = together(child, me)
    entries: EntryQuerySet = readable(Entry.objects.standing().filter(child__in=children), me)
    if from_on:
        entries = entries.filter(happened_on__gte=from_on)
    if to_on:
        entries = entries.filter(happened_on__lte=to_on)
    if only_significant:
        entries = entries.filter(pk__in=readable(_standing(Significance, Q()), me).values("entry"))
    told = list(entries.in_order().select_related("child", "recorded_by"))
    found = laid_upon_all(children, me)
    within = [one for one in found.notes if _within(one, from_on, to_on)]
    return Chronology([Chronicled(entry, found.of(entry.pk)) for entry in told], within)


def _within(note: Noted, from_on: date | None, to_on: date | None) -> bool:
    """Whether a note of a span touches these days; one of the pattern always does."""
    begins, ends = note.from_on or date.min, note.to_on or date.max
    return begins <= (to_on or date.max) and ends >= (from_on or date.min)


def _standing(model: type[Model], where: Q) -> QuerySet[Any]:
    return model._default_manager.filter(where, taken_back_at=None)


def _led(path: str, where: Q) -> Q:
    """The same condition, of what ``path`` leads to."""
    led = [_led(path, one) if isinstance(one, Q) else (f"{path}__{one[0]}", one[1]) for one in where.children]  # type: ignore[index]
    return Q(*led, _connector=where.connector, _negated=where.negated)
