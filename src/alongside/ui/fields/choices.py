"""Choosing. A judgement has no default: nothing here is chosen before a person chooses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import Model

from alongside.ui.fields.worded import Worded

Reveals = Mapping[str, Sequence[str]]


class _Choosing(Worded):
    """What every choice takes.

    hints: a line under a choice, by its key. inline: side by side, for two short answers.
    dense: small, and in columns where there is room, for many short answers that reveal nothing.
    shows_recorded: an `initial` answer is shown as chosen. For correcting what is on record,
    never for a judgement.
    """

    asks = "Select"

    def __init__(
        self,
        *args: Any,
        hints: Mapping[str, str] | None = None,
        inline: bool = False,
        dense: bool = False,
        reveals: Reveals | None = None,
        shows_recorded: bool = False,
        **kwargs: Any,
    ) -> None:
        if kwargs.get("initial") is not None:
            raise TypeError(f"“{kwargs['label']}” has a default. A choice is made by a person; take it out.")
        super().__init__(*args, **kwargs)
        self.hints, self.inline, self.reveals = dict(hints or {}), inline, dict(reveals or {})
        self.dense = dense
        self.shows_recorded = shows_recorded
        self.error_messages["invalid_choice"] = f"{self.error_messages['required']}, from the list"


class OneOf(_Choosing, forms.ChoiceField):
    """One of a few, as radio buttons.

    reveals: the other questions of this form that belong under a choice, by the choice's key:
    ``reveals={"other": ("other_reason",)}``. They are asked, and required, only when it is chosen.
    """

    widget = forms.RadioSelect


class AnyOf(_Choosing, forms.MultipleChoiceField):
    """Any number of them, as check boxes; the answer is a list of keys. `reveals` as for `OneOf`."""

    widget = forms.CheckboxSelectMultiple


class Pick(_Choosing, forms.ChoiceField):
    """One of many, as a list to open; with script one types to narrow it (`type_ahead`)."""

    widget = forms.Select

    def __init__(self, *, type_ahead: bool = True, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.type_ahead = type_ahead


class _OfRecords(_Choosing):
    """label_of: how a record reads in the list; str() unless given."""

    def __init__(
        self,
        queryset: Any = None,
        *,
        label_of: Callable[[Any], str] = str,
        type_ahead: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__(queryset, **kwargs)
        self.label_of, self.type_ahead = label_of, type_ahead

    def label_from_instance(self, record: Model) -> str:
        return self.label_of(record)


class PickRecord(_OfRecords, forms.ModelChoiceField):
    """One record of a queryset that the form sets: ``self.fields["agency"].queryset = ...``."""

    def __init__(self, queryset: Any = None, **kwargs: Any) -> None:
        super().__init__(queryset, empty_label="", **kwargs)


class OneOfRecords(_OfRecords, forms.ModelChoiceField):
    """One record, as radio buttons."""

    widget = forms.RadioSelect

    def __init__(self, queryset: Any = None, **kwargs: Any) -> None:
        super().__init__(queryset, empty_label=None, blank=False, **kwargs)


class AnyOfRecords(_OfRecords, forms.ModelMultipleChoiceField):
    """Any number of records, as check boxes."""

    widget = forms.CheckboxSelectMultiple


class Tick(Worded, forms.BooleanField):
    """One box to tick: a declaration, or something that is so. The label is the whole sentence."""

    asks = "Tick"

    def __init__(self, *, label: str, missing: str = "", shows_recorded: bool = False, **kwargs: Any) -> None:
        super().__init__(label=label, missing=missing or f"Tick to say: {label}", **kwargs)
        self.shows_recorded = shows_recorded
