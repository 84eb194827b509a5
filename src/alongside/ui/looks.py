"""How each kind of question looks: a Django widget in, the options of a GOV.UK macro out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.forms.widgets import Input
from django.utils.safestring import SafeString
from markupsafe import Markup

from alongside.ui.fields.answers import KNOWN, THREE_ANSWERS, AnswerInput
from alongside.ui.fields.days import BoxesInput
from alongside.ui.fields.worded import BoxError
from alongside.ui.jinja import govuk_macro

Options = dict[str, Any]
#: The list of names that a box is offered; ``components/act_form.html`` writes it.
NAMES_ON_RECORD = "names-on-record"


class Question(forms.BoundField):
    """A field of a form, as GOV.UK shows it: label, hint, error and control. ``{{ form.held_on }}``."""

    field: Any

    def render(
        self,
        template_name: str | None = None,
        context: dict[str, Any] | None = None,
        renderer: Any = None,
    ) -> SafeString:
        return SafeString(self.look())

    def look(self) -> Markup:
        """The whole of it, ready for a page."""
        return look_of(self.field)(self)

    __str__ = render
    __html__ = render

    @property
    def control(self) -> str:
        """The id of the first control: where an error summary leads."""
        wrong = self.wrong_boxes
        boxes = getattr(self.field.widget, "boxes", ())
        return f"{self.auto_id}_{(wrong or boxes)[0]}" if boxes else str(self.auto_id)

    @property
    def wrong_boxes(self) -> tuple[str, ...]:
        """The boxes that the first error is about; empty when it is about all of them, or none."""
        for error in self.errors.as_data():
            return error.boxes if isinstance(error, BoxError) else ()
        return ()

    @property
    def error(self) -> Markup | str:
        """Its errors in one text, or "" where there is none."""
        return Markup("<br>").join(str(message) for message in self.errors if message)

    @property
    def words(self) -> str:
        """The label, saying when an answer may be left out. A label that quotes somebody (``quotes``) says no more."""
        optional = not self.field.required and not isinstance(self.field.widget, forms.CheckboxInput)
        plain = self.is_revealed or getattr(self.field, "quotes", False)
        return f"{self.label} (optional)" if optional and not plain else str(self.label)

    @property
    def shows_value(self) -> bool:
        """Whether a choice may be shown as made: only what this person sent, or what is on record."""
        return bool(self.form.is_bound or getattr(self.field, "shows_recorded", False))

    @property
    def is_revealed(self) -> bool:
        """Whether it stands under a choice of another question."""
        return self.name in getattr(self.form, "revealed", {})


def look_of(field: forms.Field) -> Callable[[Question], Markup]:
    """The look of a field, by its widget."""
    for widget, look in LOOKS:
        if isinstance(field.widget, widget):
            return look
    raise TypeError(f"No look for {type(field.widget).__name__}. Add one to alongside.ui.looks.LOOKS.")


def _common(question: Question, control_id: str | None = None) -> Options:
    """Id, hint and error, which every macro takes."""
    options: Options = {"id": control_id or question.auto_id, "name": question.html_name}
    if question.help_text:
        options["hint"] = {"text": question.help_text}
    if question.error:
        options["errorMessage"] = {"html": question.error}
    return options


def _labelled(question: Question) -> Options:
    return _common(question) | {"label": {"text": question.words, "classes": "govuk-label--s"}}


def _group(question: Question) -> Options:
    return _common(question) | {
        "idPrefix": question.auto_id,
        "fieldset": {"legend": {"text": question.words, "classes": "govuk-fieldset__legend--s"}},
    }


def input_look(question: Question) -> Markup:
    field, value = question.field, question.value()
    width = getattr(field, "width", None)
    options = _labelled(question) | {
        "value": "" if value is None else str(value),
        "type": getattr(field.widget, "input_type", "text"),
        "classes": f"govuk-input--width-{width}" if width else "",
        "inputmode": getattr(field, "inputmode", None),
        "autocomplete": getattr(field, "autocomplete", None),
        "spellcheck": getattr(field, "spellcheck", None),
    }
    if getattr(field, "names", False):
        options["attributes"] = {"list": NAMES_ON_RECORD}
    if suffix := getattr(field, "suffix", ""):
        options["suffix"] = {"text": suffix}
    return govuk_macro("input")(options)


def document_look(question: Question) -> Markup:
    return govuk_macro("file-upload")(_labelled(question) | {"multiple": False})


def textarea_look(question: Question) -> Markup:
    limit = getattr(question.field, "limit", None)
    options = _labelled(question) | {
        "value": question.value() or "",
        "rows": getattr(question.field, "rows", 5),
        "spellcheck": True,
    }
    if limit:
        return govuk_macro("character-count")(options | {"maxlength": limit, "threshold": 75})
    return govuk_macro("textarea")(options)


def radios_look(question: Question) -> Markup:
    chosen = question.value() if question.shows_value else None
    items = list(_items(question, {str(chosen)} if chosen not in (None, "") else set()))
    return _revealing(
        govuk_macro("radios")(_group(question) | {"items": items, "classes": _spread(question, "radios")})
    )


def checkboxes_look(question: Question) -> Markup:
    chosen = question.value() if question.shows_value else None
    items = list(_items(question, {str(one) for one in chosen or ()}))
    return govuk_macro("checkboxes")(
        _group(question) | {"items": items, "classes": _spread(question, "checkboxes")}
    )


def _spread(question: Question, control: str) -> str:
    """How the choices lie: side by side, or small and in columns."""
    inline = f"govuk-{control}--inline" if getattr(question.field, "inline", False) else ""
    return f"govuk-{control}--small app-dense" if getattr(question.field, "dense", False) else inline


def _items(question: Question, chosen: set[str]) -> Iterable[Options]:
    """The choices, each with its hint and the questions it reveals."""
    hints = getattr(question.field, "hints", {})
    reveals = getattr(question.field, "reveals", {})
    for key, label in question.field.choices:
        if key == "":
            continue
        item: Options = {"value": str(key), "text": str(label), "checked": str(key) in chosen}
        if hint := hints.get(str(key)):
            item["hint"] = {"text": hint}
        if names := reveals.get(str(key)):
            item["conditional"] = {"html": Markup("").join(question.form[name] for name in names)}
        yield item


def select_look(question: Question) -> Markup:
    value = question.value() if question.shows_value else None
    items = [
        {"value": str(key), "text": str(label) or "Choose one", "selected": str(key) == str(value or "")}
        for key, label in question.field.choices
    ]
    if not items or items[0]["value"]:
        items.insert(0, {"value": "", "text": "Choose one", "selected": not value})
    options = _labelled(question) | {"items": items}
    if getattr(question.field, "type_ahead", False):
        options["attributes"] = {"data-autocomplete": ""}
    return govuk_macro("select")(options)


def boxes_look(question: Question) -> Markup:
    widget, wrong = question.field.widget, question.wrong_boxes
    held = widget.held(question.value())
    items = [
        {
            "id": f"{question.auto_id}_{box}",
            "name": f"{question.html_name}_{box}",
            "label": box.capitalize(),
            "value": held[box],
            "inputmode": "text" if box == "time" else "numeric",
            "classes": f"govuk-input--width-{_WIDTHS[box]}"
            + (" govuk-input--error" if question.error and box in (wrong or widget.boxes) else ""),
        }
        for box in widget.boxes
    ]
    options = _group(question) | {"items": items}
    options.setdefault("hint", {"text": _EXAMPLES[widget.boxes[-1]]})
    return govuk_macro("date-input")(options)


_WIDTHS = {"day": 2, "month": 3, "year": 4, "time": 5}
_EXAMPLES = {"year": "For example, 27 3 2026", "time": "For example, 27 3 2026 and 16:20"}


def tick_look(question: Question) -> Markup:
    item = {"value": "on", "text": question.words, "checked": question.shows_value and bool(question.value())}
    return govuk_macro("checkboxes")(_common(question) | {"idPrefix": question.auto_id, "items": [item]})


def answer_look(question: Question) -> Markup:
    field = question.field
    held = field.widget.held(question.value())
    inner = Inner(question, held["known"])
    items = [{"value": KNOWN, "text": field.known, "conditional": {"html": look_of(field.inner)(inner)}}]
    items += [{"divider": "or"}, *({"value": key, "text": label} for key, label in THREE_ANSWERS)]
    for item in items:
        item["checked"] = bool(held["answer"]) and item.get("value") == held["answer"]
    return _revealing(govuk_macro("radios")(_group(question) | {"items": items}))


def _revealing(radios: Markup) -> Markup:
    # Upstream's script gives radio buttons aria-expanded, which they may not have; ours does the same without.
    return radios.replace(Markup('data-module="govuk-radios"'), Markup("data-reveals"))


class Inner(Question):
    """The question inside an `AnswerField`: same label, its own name, no error of its own."""

    def __init__(self, outer: Question, known: Any) -> None:
        super().__init__(outer.form, outer.field.inner, outer.name)
        self.html_name = f"{outer.html_name}_known"
        self.label = outer.field.inner.label or outer.label
        self._known = known

    @property
    def errors(self) -> Any:
        return self.form.error_class()

    def value(self) -> Any:
        return self._known

    @property
    def is_revealed(self) -> bool:
        return True


def hidden_look(question: Question) -> Markup:
    return Markup(question.as_widget())  # noqa: S704 - Django has escaped it


#: The first that fits. Check boxes come before radio buttons, of which Django makes them a kind.
LOOKS: tuple[tuple[type[forms.Widget], Callable[[Question], Markup]], ...] = (
    (forms.FileInput, document_look),
    (forms.HiddenInput, hidden_look),
    (AnswerInput, answer_look),
    (BoxesInput, boxes_look),
    (forms.CheckboxSelectMultiple, checkboxes_look),
    (forms.RadioSelect, radios_look),
    (forms.Select, select_look),
    (forms.CheckboxInput, tick_look),
    (forms.Textarea, textarea_look),
    (Input, input_look),
)
