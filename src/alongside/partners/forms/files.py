"""Sending a child's safeguarding file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.agencies.models import Agency
from alongside.plans.forms.asking import offer
from alongside.ui.fields.documents import ENDINGS, LARGEST_MB, DocumentField
from alongside.ui.forms import DayField, Form, LongTextField, Pick, TextField
from alongside.ui.words import listed


class SendFileForm(Form):
    """To which school, about whom, and the file."""

    receiver = Pick(label="To which school?", called="the school", missing="Choose the school")
    child_name = TextField(label="The child’s full name", called="the child’s full name", max_length=200)
    born_on = DayField(label="The child’s date of birth", called="the child’s date of birth")
    document = DocumentField(
        label="The file", called="the file", required=False,
        help_text=f"One document of at most {LARGEST_MB} MB: {listed([ending[1:].upper() for ending in ENDINGS], 'or')}. "
        "A larger file is sent in parts, each as a file of its own.",
    )  # fmt: skip
    summary = LongTextField(
        label="Or a summary", required=False, rows=8,
        help_text="What the next school needs to keep the child safe: concerns and dates, who works with the child, plans.",
    )  # fmt: skip

    def __init__(self, *args: Any, schools: Sequence[Agency] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.schools = {str(school.pk): school for school in schools}
        offer(
            self,
            "receiver",
            [("", "Choose one"), *((key, school.name) for key, school in self.schools.items())],
        )

    def clean(self) -> dict[str, Any]:
        if (
            not self.cleaned_data.get("document")
            and not self.cleaned_data.get("summary")
            and "document" not in self.errors
        ):
            self.add_error("document", "Choose a document, or write a summary")
        return self.cleaned_data

    def as_given(self) -> dict[str, Any]:
        """What ``send_file`` takes."""
        given, file = self.cleaned_data, self.cleaned_data["document"]
        return {
            "receiver": self.schools[given["receiver"]], "child_name": given["child_name"], "born_on": given["born_on"],
            "summary": given["summary"], "document_name": file.name if file else "", "content": file.read() if file else b"",
        }  # fmt: skip
