"""Forms that look and speak as GOV.UK's do.

::

    class StrategyDiscussionForm(Form):
        held_on = DayField(label="When was the discussion held?", called="the day of the discussion")
        outcome = OneOf(label="What was decided?", choices=OUTCOMES, reveals={"other": ("other",)})
        other = TextField(label="Say what was decided")
        reasons = LongTextField(label="Why?", missing="Enter the reasons for the decision")

In a template ``{{ form }}`` shows every question, ``{{ form.held_on }}`` one. Plain Django fields
work too; ours ask better and say what is wrong in whole sentences.

A question named in `reveals` is shown under its choice, asked only when that is chosen, and empty
in ``cleaned_data`` otherwise. Write its field without ``required=False`` if it must then be answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.forms.utils import ErrorDict
from django.utils.safestring import SafeString
from markupsafe import Markup

from alongside.ui.fields.answers import THREE_ANSWERS, AnswerField
from alongside.ui.fields.choices import AnyOf, AnyOfRecords, OneOf, OneOfRecords, Pick, PickRecord, Tick
from alongside.ui.fields.days import DayField
from alongside.ui.fields.moments import MomentField
from alongside.ui.fields.rows import RowsField, RowsQuestion
from alongside.ui.fields.text import LongTextField, TextField, WholeNumberField
from alongside.ui.looks import Question
from alongside.ui.told_back import Answer, Part, in_words

__all__ = [
    "THREE_ANSWERS", "AnswerField", "AnyOf", "AnyOfRecords", "DayField", "Form", "LongTextField",
    "MomentField", "OneOf", "OneOfRecords", "Pick", "PickRecord", "RowsField", "TextField", "Tick",
    "WholeNumberField",
]  # fmt: skip

Sections = tuple[tuple[str, tuple[str, ...]], ...]


class Form(forms.Form):
    """A form of ours. sections: titles and the names under them; what is in none comes first.

    quiet: shows what was sent without judging it yet (a draft taken up again, a row added).
    """

    bound_field_class = Question
    use_required_attribute = False
    sections: ClassVar[Sections] = ()

    def __init__(self, *args: Any, quiet: bool = False, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.quiet = quiet
        if quiet:
            self._errors, self.cleaned_data = ErrorDict(), {}

    def render(
        self,
        template_name: str | None = None,
        context: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        """Every question, in its section."""
        shown = []
        for title, questions in self.parts():
            if title:
                shown.append(Markup('<h2 class="govuk-heading-m app-section">{}</h2>').format(title))
            shown.extend(question.look() for question in questions)
        return SafeString(Markup("").join(shown))

    __str__ = render
    __html__ = render

    def __getitem__(self, name: str) -> Question:
        question = super().__getitem__(name)
        assert isinstance(question, Question)
        return question

    @property
    def revealed(self) -> dict[str, tuple[str, str]]:
        """Which questions stand under a choice: name to (name of the choice, its key)."""
        return {
            name: (chooser, key)
            for chooser, field in self.fields.items()
            for key, names in getattr(field, "reveals", {}).items()
            for name in names
        }

    @property
    def asks_who(self) -> bool:
        """Whether a question, or one of a row's, asks who somebody is."""
        every = [
            self.fields,
            *(one.form.base_fields for one in self.fields.values() if isinstance(one, RowsField)),
        ]
        return any(getattr(field, "names", False) for fields in every for field in fields.values())

    def parts(self) -> Iterator[tuple[str, list[Question]]]:
        """The questions by section, without those that another reveals."""
        placed = {name for _, names in self.sections for name in names}
        under = self.revealed
        loose = tuple(name for name in self.fields if name not in placed)
        for title, names in (("", loose), *self.sections):
            questions = [self[name] for name in names if name in self.fields and name not in under]
            if questions:
                yield title, questions

    def problems(self) -> list[tuple[str, str]]:
        """Each error and where it leads ("#id_held_on_year"; "" when it belongs to no one question)."""
        found = [(str(message), "") for message in self.non_field_errors()]
        for name in self.fields:
            question = self[name]
            found += [(str(message), f"#{question.control}") for message in question.errors if message]
            if isinstance(question, RowsQuestion):
                found += _problems_of_rows(question)
        return found

    def answers(self) -> list[Part]:
        """What was answered, by section; each row of a group is a part of its own."""
        told = []
        for title, questions in self.parts():
            plain = tuple(answer for question in questions for answer in self._answers(question))
            if plain:
                told.append(Part(title, plain))
            for question in questions:
                if isinstance(question, RowsQuestion):
                    told += _parts_of_rows(question)
        return told

    def _answers(self, question: Question) -> Iterator[Answer]:
        """A question's own answer, then those of the questions it revealed."""
        if isinstance(question, RowsQuestion):
            return
        answer = in_words(question.field, self.cleaned_data.get(question.name))
        yield Answer(str(question.label), answer, question.control)
        for names in getattr(question.field, "reveals", {}).values():
            for name in names:
                if self.asks(name):
                    yield from self._answers(self[name])

    def asks(self, name: str) -> bool:
        """Whether this question is asked, given what was chosen so far."""
        if name not in self.revealed:
            return True
        chooser, key = self.revealed[name]
        chosen = self[chooser].data or ()
        return self.asks(chooser) and key in ([chosen] if isinstance(chosen, str) else chosen)

    def _clean_fields(self) -> None:
        every = self.fields
        unasked = [name for name in every if not self.asks(name)]
        self.fields = {name: field for name, field in every.items() if name not in unasked}
        super()._clean_fields()  # type: ignore[misc]  # the stubs leave it out
        self.fields = every
        for name in unasked:
            self.cleaned_data[name] = _nothing(every[name])


def _nothing(field: forms.Field) -> Any:
    """What a field gives when it is left empty."""
    if isinstance(field, (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)):
        return []
    if isinstance(field, forms.ModelChoiceField):
        return None
    return "" if isinstance(field, (forms.CharField, forms.ChoiceField)) else None


def _problems_of_rows(question: RowsQuestion) -> list[tuple[str, str]]:
    return [
        (f"{question.title(index)}: {message}", href or f"#{row.prefix}")
        for index, row in enumerate(question.rows)
        for message, href in row.problems()
    ]


def _parts_of_rows(question: RowsQuestion) -> list[Part]:
    told: list[Part] = []
    for row in question.rows:
        if row.cleaned_data:
            answers = tuple(answer for part in row.answers() for answer in part.answers)
            told.append(Part(question.title(len(told)), answers))
    return told
