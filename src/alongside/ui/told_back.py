"""What a person answered, told back to them in words before they confirm it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from markupsafe import Markup

from alongside.ui.fields.answers import KEYS, THREE_ANSWERS, AnswerField
from alongside.ui.words import day_long, moment

NOT_GIVEN = Markup('<span class="app-quiet">Not given</span>')


@dataclass(frozen=True, slots=True)
class Answer:
    """One question and its answer. control: the id that "Change" leads back to."""

    question: str
    answer: Markup
    control: str


@dataclass(frozen=True, slots=True)
class Part:
    """Answers that belong together, under a title where there is one."""

    title: str
    answers: tuple[Answer, ...]


def in_words(field: forms.Field, value: Any) -> Markup:
    """An answer as it reads: labels for keys, days in words, lines as they were typed."""
    if isinstance(field, AnswerField):
        if value in KEYS:
            return Markup.escape(dict(THREE_ANSWERS)[value])
        return in_words(field.inner, value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return _lines([field.label_from_instance(one) for one in value or ()])
    if isinstance(field, forms.ModelChoiceField):
        return _lines([field.label_from_instance(value)] if value is not None else [])
    if isinstance(field, forms.MultipleChoiceField):
        return _lines([_label(field, key) for key in value or ()])
    if isinstance(field, forms.ChoiceField):
        return _lines([_label(field, value)] if value else [])
    return _plain(value)


def _plain(value: Any) -> Markup:
    if isinstance(value, bool):
        return Markup.escape("Yes" if value else "No")
    if isinstance(value, datetime):
        return Markup.escape(moment(value))
    if isinstance(value, date):
        return Markup.escape(day_long(value))
    return _lines([] if value in (None, "") else str(value).split("\n"))


def _lines(lines: list[str]) -> Markup:
    return Markup("<br>").join(lines) if lines else NOT_GIVEN


def _label(field: Any, key: Any) -> str:
    for value, label in field.choices:
        if isinstance(label, (list, tuple)):
            found = dict(label).get(key)
            if found is not None:
                return str(found)
        elif str(value) == str(key):
            return str(label)
    return str(key)
