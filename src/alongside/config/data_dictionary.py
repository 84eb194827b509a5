"""The data dictionary: every table of ours, generated from the models."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from django.apps import AppConfig, apps
from django.db import models

UNNAMED = models.BaseConstraint.default_violation_error_message


def as_markdown() -> str:
    """Every model by app: each field's type and meaning, and what the database refuses."""
    lines = [
        "# Data dictionary",
        "",
        "Every table, field by field. “May be empty” means that not knowing is an answer. What stands under",
        "*The database refuses* is held by the database itself, whichever way a record is written.",
    ]
    for app in apps.get_app_configs():
        found = sorted(app.get_models(), key=lambda model: model.__name__)
        if app.name.startswith("alongside.") and found:
            lines += ["", f"## {app.label.replace('_', ' ').capitalize()}", ""]
            lines += [line for model in found for line in _model(app, model)]
    return "\n".join(lines)


def _model(app: AppConfig, model: type[models.Model]) -> Iterator[str]:
    yield f"### {model.__name__}"
    yield ""
    yield from (f"{_first_sentences(model)}", "") if _first_sentences(model) else ()
    yield f"Table `{model._meta.db_table}`."
    yield ""
    yield "| field | type | meaning | answers |"
    yield "| --- | --- | --- | --- |"
    for field in (*model._meta.concrete_fields, *model._meta.many_to_many):
        yield f"| `{field.name}` | {_type(field)} | {_meaning(field)} | {_answers(field)} |"
    yield ""
    if refused := list(_constraints(model)):
        yield from ("The database refuses:", "", *refused, "")


def _first_sentences(model: type[models.Model]) -> str:
    # Django writes a docstring of its own, a list of fields, where a model has none.
    written = inspect.cleandoc(model.__doc__ or "")
    about = written.split("\n\n")[0]
    return "" if about.startswith(f"{model.__name__}(") else _cell(about)


def _type(field: models.Field) -> str:
    if field.is_relation and field.related_model:
        many = "several of " if field.many_to_many else "one "
        return f"{many}{field.related_model.__name__}{', may be empty' if field.null else ''}"
    name = type(field).__name__.removesuffix("Field")
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
    words = {
        "char": "words",
        "text": "long words",
        "u u i d": "key",
        "date time": "moment",
        "j s o n": "structured",
    }.get(words, words)
    length = (
        f", up to {field.max_length}" if field.max_length and not field.choices and words != "key" else ""
    )
    return f"{words}{length}{', may be empty' if field.blank or field.null else ''}"


def _meaning(field: models.Field) -> str:
    return _cell(f"{field.verbose_name}" + (f". {field.help_text}" if field.help_text else ""))


def _answers(field: models.Field) -> str:
    return _cell(
        "; ".join(f"`{value}` {label}" for value, label in field.flatchoices if value not in ("", None))
    )


def _constraints(model: type[models.Model]) -> Iterator[str]:
    for constraint in model._meta.constraints:
        told = str(constraint.violation_error_message)
        named = constraint.name.replace("_", " ")
        if isinstance(constraint, models.UniqueConstraint) and constraint.fields:
            some = " among some of the records" if constraint.condition else ""
            yield f"- two with the same {', '.join(constraint.fields)}{some} ({named})"
        else:
            yield f"- what breaks “{named}”{'' if told == UNNAMED else f': {told}'}"
    for field in model._meta.concrete_fields:
        if field.unique and not field.primary_key:
            yield f"- two with the same {field.name}"


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|")
