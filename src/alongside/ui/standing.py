"""Two people change one record: what stood there when each began, what stands now, and which of both stays.

A form that changes a record carries, for each question, a mark of what stood there when it was shown. When it
comes back, an answer that somebody else changed meanwhile is left as they put it where this writer did not touch
it; where both changed it, both are shown and the writer chooses. There is no lock, and nothing is overwritten
that its writer has not seen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, QuerySet
from django.http import QueryDict
from markupsafe import Markup

from alongside.ui.fields.answers import KNOWN, AnswerInput
from alongside.ui.fields.days import BoxesInput
from alongside.ui.fields.rows import RowsField, RowsQuestion
from alongside.ui.parts import Clash
from alongside.ui.told_back import NOT_GIVEN, in_words

if TYPE_CHECKING:
    from alongside.ui.forms import Form

#: Hidden beside each question: the mark of what stood there. On the page of both: the mark of theirs, and the choice.
STOOD, SHOWN, CHOSE = "stood-", "shown-", "chose-"
YOURS, THEIRS = "yours", "theirs"

Values = Mapping[str, Any]
Pairs = tuple[tuple[str, str], ...]


def nobody() -> str:
    """Nothing is known of who changed it."""
    return ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is on the record that a form changes.

    read: its answers now, by question. hold: locks the record, inside the act's transaction, so that nobody
    changes it between the looking and the act. by: who changed it last, and when, in words.
    """

    read: Callable[[], Values]
    hold: Callable[[], object]
    by: Callable[[], str] = nobody


@dataclass(frozen=True, slots=True)
class Met:
    """How what was sent meets what stands. data: what was sent, with what others changed and its writer did not.

    left: the labels of what was left as others put it. clashes: what both changed.
    """

    data: QueryDict
    left: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()


def mark(name: str, value: Any) -> str:
    """A short mark of an answer: the same for the same answer, whether it was read or typed."""
    return hashlib.sha256(f"{name}={_worth(value)}".encode()).hexdigest()[:20]


def marks(form: Form, stands: Values, data: QueryDict | None = None) -> Pairs:
    """The marks that a form carries: those it was sent with, or those of what stands now."""
    return tuple(
        (STOOD + name, (data and data.get(STOOD + name)) or mark(name, value))
        for name, value in stands.items()
        if name in form.fields
    )


def chosen(form: Form, sent: QueryDict, stands: Values) -> QueryDict:
    """What was sent, once its writer has chosen between theirs and their own. What they did not choose stays open."""
    data = sent.copy()
    for name in [key.removeprefix(SHOWN) for key in sent if key.startswith(SHOWN)]:
        shown, choice = data.pop(SHOWN + name)[-1], "".join(data.pop(CHOSE + name, [])[-1:])
        if choice not in (YOURS, THEIRS) or name not in form.fields or name not in stands:
            continue
        data[STOOD + name] = shown
        if choice == THEIRS and shown == mark(name, stands[name]):
            _write(form, data, name, stands[name])
    return data


def meet(form: Form, sent: QueryDict, stands: Values) -> Met:
    """Hold the answers of a valid form against what stands now."""
    data, left, clashes = sent.copy(), [], []
    for name, value in stands.items():
        stood, now = sent.get(STOOD + name, ""), mark(name, value)
        if name not in form.fields or not stood or stood == now:
            continue
        typed = mark(name, form.cleaned_data.get(name))
        question = form[name]
        if typed == stood:
            left.append(str(question.label))
            data[STOOD + name] = now
            _write(form, data, name, value)
        elif typed != now:
            clashes.append(Clash(
                name=CHOSE + name, label=str(question.label), yours=YOURS, theirs=THEIRS,
                yours_words=_words(question.field, form.cleaned_data.get(name)),
                theirs_words=_words(question.field, value),
            ))  # fmt: skip
    return Met(data, tuple(left), tuple(clashes))


def carried(data: QueryDict, clashes: Iterable[Clash], stands: Values, *, but: Iterable[str]) -> Pairs:
    """What the page of both carries on: everything sent, and the marks of theirs as they are shown."""
    names = [clash.name.removeprefix(CHOSE) for clash in clashes]
    leave = {*but, *(SHOWN + name for name in names), *(CHOSE + name for name in names)}
    kept = tuple((key, value) for key, values in data.lists() if key not in leave for value in values)
    return *kept, *((SHOWN + name, mark(name, stands[name])) for name in names)


def _worth(value: Any) -> str:
    """An answer in one spelling, so that one read from a record equals one typed."""
    if value is None or value is False:
        return ""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Model):
        return str(value.pk)
    if isinstance(value, Mapping):
        return "; ".join(f"{name}={_worth(one)}" for name, one in sorted(value.items()) if _worth(one))
    if isinstance(value, (list, tuple, set, frozenset, QuerySet)):
        return "\n".join(sorted(_worth(one) for one in value))
    return "\n".join(str(value).split("\r\n")).strip()


def _words(field: forms.Field, value: Any) -> Markup:
    """An answer as it reads, whether it holds records or their keys; rows one below the other."""
    if isinstance(field, RowsField):
        asked = field.form(**field.row_kwargs).fields
        rows = [
            Markup(", ").join(_words(asked[name], one) for name, one in row.items() if _worth(one))
            for row in value or ()
        ]
        return Markup("<br>").join(rows) if rows else NOT_GIVEN
    if isinstance(field, forms.ModelChoiceField):
        try:
            return in_words(field, field.clean(field.prepare_value(value)))
        except ValidationError:
            return NOT_GIVEN
    return in_words(field, value)


def _write(form: Form, data: QueryDict, name: str, value: Any) -> None:
    """Put an answer into what was sent, as a browser would have sent it."""
    question = form[name]
    widget, sent_as = question.field.widget, question.html_name
    if isinstance(question, RowsQuestion):
        _write_rows(question, data, value or ())
    elif isinstance(widget, BoxesInput):
        for box, written in widget.held(value).items():
            data[f"{sent_as}_{box}"] = written
    elif isinstance(widget, AnswerInput):
        held = widget.held(value)
        data[sent_as] = held["answer"]
        data[f"{sent_as}_known"] = str(held["known"] or "") if held["answer"] == KNOWN else ""
    elif isinstance(widget, forms.CheckboxSelectMultiple | forms.SelectMultiple):
        data.setlist(sent_as, [str(one) for one in question.field.prepare_value(value) or ()])
    elif isinstance(widget, forms.CheckboxInput):
        data.setlist(sent_as, ["on"] * bool(value))
    else:
        given = question.field.prepare_value(value)
        data[sent_as] = "" if given is None else str(given)


def _write_rows(question: RowsQuestion, data: QueryDict, rows: Sequence[Values]) -> None:
    for key in [key for key in data if key.startswith(f"{question.html_name}-")]:
        del data[key]
    data[f"{question.html_name}-rows"] = str(len(rows))
    for place, row in enumerate(rows):
        asked = question.field.form(prefix=f"{question.html_name}-{place}", **question.field.row_kwargs)
        for name, value in row.items():
            _write(asked, data, name, value)
