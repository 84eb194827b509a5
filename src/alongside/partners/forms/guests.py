"""Letting in somebody without an account, and the code they bring."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.partners.models import GuestLink
from alongside.plans.forms.asking import offer
from alongside.plans.lists import Line
from alongside.ui.fields.worded import Worded
from alongside.ui.forms import Form, OneOf, Pick, TextField


class EmailField(Worded, forms.EmailField):
    """An e-mail address."""

    default_error_messages = {"invalid": "Enter an e-mail address like name@example.org"}


class GuestLinkForm(Form):
    """Who is invited and has no account, for what, and where the link goes."""

    invitation = Pick(label="Who?", called="who is invited", missing="Choose who the link is for")
    purpose = OneOf(label="What for?", called="what the link is for", choices=GuestLink.Purpose.choices)
    email = EmailField(
        label="Their e-mail address",
        help_text="Their own address at work. Check it letter by letter: a code goes there too.",
    )

    def __init__(self, *args: Any, invited: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invited = {str(line.key): line for line in invited}
        names = [
            (key, line.name + (f", {line.source}" if line.source else ""))
            for key, line in self.invited.items()
        ]
        offer(self, "invitation", [("", "Choose one"), *names])

    def clean(self) -> dict[str, Any]:
        chosen = self.invited.get(self.cleaned_data.get("invitation", ""))
        if chosen and self.cleaned_data.get("purpose") == GuestLink.Purpose.REPORT and not chosen.owner:
            self.add_error("invitation", "A report comes from an agency. Choose somebody invited from one")
        return self.cleaned_data


class CheckLinkForm(Form):
    """Who answers for their agency without an account, and where the link goes."""

    name = TextField(
        label="Who answers?", called="who answers", max_length=150, help_text="Their name and what they do."
    )
    email = EmailField(
        label="Their e-mail address",
        help_text="Their own address at work. Check it letter by letter: a code goes there too.",
    )


class CodeForm(Form):
    """The code from the e-mail."""

    code = TextField(
        label="The code we sent you",
        called="the code",
        max_length=12,
        help_text="Six figures. It lasts 15 minutes.",
    )
