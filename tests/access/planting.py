"""Planting a word that stands nowhere else in every free text of one child's record, to see who is shown it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from alongside import written_once
from alongside.cases.models import Case
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.people.models import Person

#: Short texts that people write; every long text without choices is one.
WRITTEN = {"called", "given", "family", "why", "words", "what", "name", "place", "title"}
#: Long texts that the service reads, or that are nobody's words about the child.
NOT_WORDS = {"because", "from_text", "reference", "lines_key", "reasons_key"}
MARK = "zq"


def token(number: int) -> str:
    return f"{MARK}{number:04d}vx"


def plant(child: Person) -> dict[str, str]:
    """Plant a word in each free text about the child: by the word, the field it was planted in."""
    written_once.lift(connection)
    planted: dict[str, str] = {}
    for model, paths in _about(child):
        for field in _texts(model):
            word = token(len(planted))
            # What was left empty says something by being empty, and some constraints hold it to that.
            rows = model._default_manager.filter(paths).exclude(**{field.name: ""})
            if _written(rows, field.name, word) or _written(rows[:1], field.name, word):
                planted[word] = f"{model._meta.label}.{field.name}"
    for entry in Entry.objects.filter(child=child):
        word, details = token(len(planted)), dict(entry.details)
        hit = [
            key for key in KINDS[entry.kind].personal if isinstance(details.get(key), str) and details[key]
        ]
        details |= dict.fromkeys(hit, word)
        if hit and Entry.objects.filter(pk=entry.pk).update(details=details):
            planted[word] = f"chronology.Entry.details, {entry.kind}"
    written_once.lay(connection)
    return planted


def _written(rows: models.QuerySet[Any], field: str, word: str) -> int:
    """How many rows hold the word now; none where a constraint would not have it."""
    try:
        with transaction.atomic():
            return rows.model._default_manager.filter(pk__in=list(rows.values_list("pk", flat=True))).update(
                **{field: word}
            )
    except IntegrityError:
        return 0


def _about(child: Person) -> Iterator[tuple[type[models.Model], Any]]:
    """Every model with rows about the child, and where they are."""
    for model in apps.get_models():
        if not model.__module__.startswith("alongside.") or model in (Case, Entry):
            continue
        paths = [path for path, target in _ways(model) if target is Person]
        if model is Person:
            yield model, models.Q(pk=child.pk)
        elif paths:
            where = models.Q()
            for path in paths:
                where |= models.Q(**{path: child.pk})
            keys = model._default_manager.filter(where).values_list("pk", flat=True)
            yield model, models.Q(pk__in=list(keys))


def _ways(model: type[models.Model], depth: int = 4, before: str = "") -> Iterator[tuple[str, Any]]:
    """Paths of foreign keys that lead from a model to a person: "case__child"."""
    for field in model._meta.get_fields():
        if not isinstance(field, models.ForeignKey) or field.name in ("corrects", "recorded_by", "other"):
            continue
        target: Any = field.related_model
        path = f"{before}{field.name}"
        if target is Person:
            yield path, Person
        elif (
            depth
            and target.__module__.startswith("alongside.")
            and target._meta.app_label not in ("agencies",)
        ):
            yield from _ways(target, depth - 1, f"{path}__")


def _texts(model: type[models.Model]) -> Iterator[Any]:
    for field in model._meta.concrete_fields:
        long = type(field) is models.TextField and field.name not in NOT_WORDS
        short = type(field) is models.CharField and field.name in WRITTEN and (field.max_length or 99) >= 40
        if (long or short) and not field.choices and not field.unique:
            yield field
