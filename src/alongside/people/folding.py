"""Names and addresses as they are looked for: without capitals, accents, hyphens or apostrophes.

A folded column fills itself from another one whenever its row is saved or created in bulk, so that
nobody has to remember it, and an index on it answers “begins with” on both databases.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, Model, Q

# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS = str.maketrans(
    {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ħ": "h", "ŋ": "n"}
)
_DROPPED = re.compile(r"['’‘ʼ`´]")
_BETWEEN = re.compile(r"[\W_]+")
#: After every text that begins with a given one.
LAST = "\U0010ffff"


def fold(text: str) -> str:
    """“Zoë O’Brien-Łoś” as it is looked for: “zoe obrien los”. Other scripts keep their letters."""
    apart = unicodedata.normalize("NFKD", _DROPPED.sub("", text).casefold()).translate(_LETTERS)
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return _BETWEEN.sub(" ", plain).strip()


def last_word(text: str) -> str:
    """The last of several words, folded; empty for a single word, which ``fold`` already gives."""
    before, _, last = fold(text).rpartition(" ")
    return last if before else ""


def closed_up(text: str) -> str:
    """Folded, with no spaces: “AB1 2CD” is “ab12cd”."""
    return fold(text).replace(" ", "")


class FoldedField(CharField):
    """A column that holds another one, folded. of: the other's name. by: how it is folded."""

    def __init__(self, *, of: str = "", by: Callable[[str], str] = fold, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        super().__init__(**{**kwargs, "blank": True, "default": "", "editable": False})
        self.of, self.by = of, by

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for ours in ("blank", "default", "editable"):
            kwargs.pop(ours, None)
        return name, path, args, {**kwargs, "of": self.of, "by": self.by}

    def db_parameters(self, connection: BaseDatabaseWrapper) -> dict[str, Any]:
        """As any text, but ordered letter by letter, so that one range holds all that begins alike."""
        parameters: dict[str, Any] = dict(super().db_parameters(connection))
        if connection.vendor == "postgresql":
            parameters["collation"] = "C"
        return parameters

    def pre_save(self, model_instance: Model, add: bool) -> str:
        folded = self.by(getattr(model_instance, self.of))[: self.max_length]
        setattr(model_instance, self.attname, folded)
        return folded


def begins(column: str, folded: str) -> Q:
    """Rows whose folded column begins with this, as a range that an index answers."""
    return Q(**{f"{column}__gte": folded, f"{column}__lt": folded + LAST})
