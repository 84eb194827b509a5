"""A document somebody sends: kept whole, never opened or run by us."""

from __future__ import annotations

from typing import Any
from unicodedata import category

from django import forms
from django.core.exceptions import ValidationError

from alongside.ui.fields.worded import Worded
from alongside.ui.words import listed

ENDINGS = (".pdf", ".docx", ".odt", ".rtf", ".txt", ".jpg", ".png")
LARGEST_MB = 5
#: Signs that cannot be seen: some turn a name round, so that a program looks like a picture.
HIDDEN = ("Cc", "Cf", "Zl", "Zp")


class DocumentField(Worded, forms.FileField):
    """One file, of a kind people send, and not too large; the answer is Django's uploaded file."""

    widget = forms.FileInput
    asks = "Choose"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=150, **kwargs)
        self.error_messages["empty"] = "The file is empty. Choose another, or save it again and try once more"
        self.error_messages["max_length"] = (
            "The file's name is longer than 150 characters. Shorten it and choose it again"
        )

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file and (file.name.startswith(".") or any(category(one) in HIDDEN for one in file.name)):
            raise ValidationError(
                "The file's name has signs that cannot be seen, or is only an ending. Give it another name and choose it again"
            )
        if file and not file.name.lower().endswith(ENDINGS):
            raise ValidationError(
                f"“{file.name}” is not a kind of file that can be kept here. "
                f"Save it as {listed([ending[1:].upper() for ending in ENDINGS], 'or')} and choose it again"
            )
        if file and file.size > LARGEST_MB * 1024 * 1024:
            raise ValidationError(
                f"“{file.name}” is larger than {LARGEST_MB} MB. Make it smaller, or send it in parts"
            )
        return file
