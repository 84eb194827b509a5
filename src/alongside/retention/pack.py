"""The record about somebody, put together from every kind of record that leads to them: the schedule says which.

A pack is text. What is covered is left out when a page or a file is made from it, so that there is nothing under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.apps import apps
from django.db.models import (
    BinaryField,
    DateField,
    Field,
    ForeignKey,
    JSONField,
    Model,
    Q,
    QuerySet,
    UUIDField,
)

from alongside.chronology.models import Entry
from alongside.desk.told import title_of, words_of
from alongside.moments import day_of
from alongside.people.folding import FoldedField
from alongside.people.models import Person
from alongside.retention.models import PackPart, PackSpan
from alongside.retention.schedule import DECLARED, Declared
from alongside.ui.words import date_words, moment

#: Fields that say how a row is kept, and nothing about anybody.
OF_KEEPING = {
    "id", "area", "case", "child", "person", "entry", "corrects", "recorded_at", "recorded_by", "case_id", "submission",
    "batch", "sha256", "held_together", "stack", "described_key", "saves", "version", "ending_entry", "rule_id",
}  # fmt: skip
#: Fields that say who told something, or about whom else: proposed for covering as a whole.
WHO_TOLD = {
    "referrer", "referrer_name", "referrer_relation", "referrer_contact", "referrer_email", "said_by", "reported_by",
    "about_whom", "about_others", "contact", "consent_from", "protected_from",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One thing a row says. field: where it stands."""

    field: str
    label: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One row as it is told: its record, what it is called, its day, and its lines."""

    record: Model
    title: str
    on: date | None
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        return "\n".join(f"{line.label}: {line.words}" if line.label else line.words for line in self.lines)


def gathered(people: QuerySet[Any]) -> list[Piece]:
    """Every row that is about these people (one child: their record, and those joined to it), in reading order."""
    pieces = [piece for label, said in told_kinds() for piece in _pieces(label, said, people)]
    return sorted(pieces, key=_place)


def told_kinds() -> Iterator[tuple[str, Declared]]:
    """Each kind of record that is part of a pack."""
    for label, said in DECLARED.items():
        if said.child and not said.withheld:
            yield label, said


def rows_about(label: str, said: Declared, people: QuerySet[Any]) -> QuerySet[Any]:
    """The rows of one kind that lead to these people, each once."""
    model = apps.get_model(label)
    about = Q()
    for path in said.child:
        about |= Q(**{f"{path}__in": people})
    keys = model._default_manager.filter(about).order_by().values("pk")
    named = [field.name for field in model._meta.concrete_fields if isinstance(field, ForeignKey)]
    return model._default_manager.filter(pk__in=keys).select_related(*named)


def _pieces(label: str, said: Declared, people: QuerySet[Any]) -> Iterator[Piece]:
    for row in rows_about(label, said, people):
        if isinstance(row, Entry):
            yield Piece(row, title_of(row), row.happened_on, tuple(_entry_lines(row)))
        else:
            title = str(row._meta.verbose_name)
            yield Piece(row, title[:1].upper() + title[1:], _day(row), tuple(_lines(row)))


def _entry_lines(entry: Entry) -> Iterator[Line]:
    yield Line("details", "", words_of(entry) or title_of(entry))
    if entry.correction_reason:
        yield Line("correction_reason", "This corrects an earlier entry, because", entry.correction_reason)
    if entry.source:
        yield Line("source", "Where this came from", entry.source)


def _lines(row: Model) -> Iterator[Line]:
    for field in row._meta.concrete_fields:
        if field.name in OF_KEEPING or isinstance(field, UUIDField | FoldedField):
            continue
        if words := _said(row, field):
            label = str(field.verbose_name)
            yield Line(field.name, label[:1].upper() + label[1:], words)


def _said(row: Model, field: Field[Any, Any]) -> str:
    """What a field says to a reader; empty where it says nothing."""
    value = getattr(row, field.name) if isinstance(field, ForeignKey) else field.value_from_object(row)
    if value is None or value == "":
        return ""
    if isinstance(field, BinaryField):
        return "A file, which is looked through and given by itself"
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(field, JSONField):
        in_words = getattr(row, f"{field.name}_in_words", None)
        return str(in_words()) if in_words else _listed(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return moment(value)
    return date_words(value) if isinstance(value, date) else str(value)


def _listed(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(
            f"{name}: {_listed(one)}" for name, one in value.items() if one not in (None, "", [], {})
        )
    if isinstance(value, list):
        return ", ".join(_listed(one) for one in value)
    return str(value)


def _day(row: Model) -> date | None:
    """The day a row tells of: its own, the first it has, or the day it was written down. People have none."""
    if row._meta.app_label == "people":
        return None
    names = [
        getattr(row, "day_field", ""),
        *(f.name for f in row._meta.concrete_fields if isinstance(f, DateField)),
    ]
    for name in names:
        value = getattr(row, name, None) if name and name != "born_on" else None
        if value is not None:
            return day_of(value) if isinstance(value, datetime) else value
    return None


def _place(piece: Piece) -> tuple[Any, ...]:
    """As a life is told: who they are, then what happened, day by day, each day's events before their papers."""
    undated = piece.on is None
    papers = not isinstance(piece.record, Entry | Person)
    return (not undated, piece.on or date.min, papers, piece.record._meta.label, str(piece.record.pk))


def rebuilt(part: PackPart, spans: Iterable[PackSpan]) -> str:
    """What a part says without what is covered. Made anew from the words that are left, so nothing lies beneath."""
    told, at = [], 0
    for span in sorted((one for one in spans if one.covered), key=lambda one: one.start):
        if span.end <= at:
            continue
        told += [part.words[at : max(at, span.start)], f"[left out: {span.get_why_display().lower()}]"]
        at = span.end
    return "".join([*told, part.words[at:]])
