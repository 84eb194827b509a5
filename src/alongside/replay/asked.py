"""What to try, asked in a form whose answers live in the address, so that every page of a result has the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.http import urlencode

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content, Membership, Timescale
from alongside.guidance.variant import LONGEST_NAME, Instead, Variant, bases, instead, read
from alongside.guidance.written import Change, NotUsable
from alongside.ui.fields.worded import Worded
from alongside.ui.forms import Form, LongTextField, OneOf, Pick, TextField, WholeNumberField

ROWS, MOST_ROWS = 3, 20
WEEKS = (4, 8, 13, 26)
LONGEST_ADDRESS = 6_000
LARGEST_FILE = 200 * 1024
EACH_DAY = "day"
DRAFT, LOCAL = "draft", "local"


def texts() -> list[tuple[str, str]]:
    """The texts to start from: that of each day, or an edition."""
    return [(EACH_DAY, "The text of each day, as it governs now"), *((one.id, one.title) for one in bases())]


def changeable() -> list[tuple[str, str]]:
    """Rules on which something in a caseload depends: limits, and lists of headings or people."""
    kinds = Timescale | Content | Membership
    return sorted(
        ((id, rule.title) for id, rule in catalogue.RULES.items() if isinstance(rule, kinds)),
        key=lambda one: one[1],
    )


class WhatIfForm(Form):
    """Which text, what single rules ask instead, and how far to look ahead. ``variant`` and ``instead`` hold the answer."""

    sections = (
        *((f"Change {n}", (f"rule_{n}", f"asks_{n}")) for n in range(1, MOST_ROWS + 1)),
        ("What it would mean for staff", ("weeks", "minutes")),
    )

    text = Pick(label="Which text governs?", choices=(), type_ahead=False)
    name = TextField(
        label="What do you call this?", required=False, max_length=LONGEST_NAME,
        help_text="It heads the pages. Needed only where you change a rule below.",
    )  # fmt: skip
    standing = OneOf(
        label="What are your changes?", required=False,
        choices=((LOCAL, "A standard of our own"), (DRAFT, "A draft of a text")),
        hints={LOCAL: "It may ask for more than the national text, never for less", DRAFT: "Anything may be tried"},
    )  # fmt: skip
    weeks = Pick(
        label="How many weeks ahead?", choices=[(str(n), f"{n} weeks") for n in WEEKS], required=False,
        type_ahead=False,
    )  # fmt: skip
    minutes = WholeNumberField(
        label="Minutes that one due item takes you", required=False, least=1, most=10_000, suffix="minutes",
        help_text="Yours, if you have counted them. The guidance gives none, and without one nothing is said in minutes.",
    )  # fmt: skip

    def __init__(self, given: QueryDict | None = None) -> None:
        super().__init__(given)
        self.answer: Instead | None = None
        self.fields["text"].choices = texts()  # type: ignore[attr-defined]
        filled = [
            n for n in range(1, MOST_ROWS + 1) if given and (given.get(f"rule_{n}") or given.get(f"asks_{n}"))
        ]
        last = min(MOST_ROWS, max(ROWS, max(filled, default=0) + 1))
        rules = changeable()
        kept = {name: self.fields.pop(name) for name in ("weeks", "minutes")}
        for n in range(1, last + 1):
            self.fields |= _row(n, rules)
        self.fields |= kept
        self.rows = last

    def clean(self) -> dict[str, Any]:
        changes: dict[str, Change] = {}
        for n in range(1, self.rows + 1):
            rule, asks = self.cleaned_data.get(f"rule_{n}"), self.cleaned_data.get(f"asks_{n}")
            if asks and not rule:
                self.add_error(f"rule_{n}", "Select the rule that asks this")
            elif rule and not asks:
                self.add_error(f"asks_{n}", "Say what it asks instead, or “nothing”")
            elif rule and asks and rule in changes:
                self.add_error(f"rule_{n}", "This rule stands above already. Say all it asks in one place")
            elif rule and asks:
                changes[rule] = Change(tuple(asks.splitlines()))
        if changes and not self.cleaned_data.get("name"):
            self.add_error("name", "Give it a name, such as “Ten days to a conference”")
        if changes and not self.cleaned_data.get("standing"):
            self.add_error("standing", "Select whether this is a standard of your own or a draft")
        if not self.errors:
            self._try(changes)
        return self.cleaned_data

    def _try(self, changes: Mapping[str, Change]) -> None:
        chosen = self.cleaned_data["text"]
        base = "" if chosen == EACH_DAY else chosen
        named = self.cleaned_data["name"] or dict(texts())[chosen]
        local = self.cleaned_data["standing"] == LOCAL
        if not base and not changes:
            self.add_error(
                "text", "Choose an edition, or say below what a rule asks instead. Nothing would be different"
            )
            return
        try:
            self.answer = instead(Variant(named, base, changes, local))
        except NotUsable as wrong:
            places = {self.cleaned_data.get(f"rule_{n}"): f"asks_{n}" for n in range(1, self.rows + 1)}
            for one in wrong.problems:
                self.add_error(places.get(one.rule), str(one))

    @property
    def ahead(self) -> int:
        """How many weeks to look ahead."""
        return int(self.cleaned_data.get("weeks") or WEEKS[0])


def _row(n: int, rules: Iterable[tuple[str, str]]) -> dict[str, forms.Field]:
    return {
        f"rule_{n}": Pick(
            label="Which rule?", choices=[("", "No change"), *rules], required=False, called=f"rule {n}"
        ),
        f"asks_{n}": LongTextField(
            label="What does it ask instead?", required=False, rows=2, limit=2_000, called=f"what rule {n} asks",
            help_text="A limit such as 10 working days. A list line by line, or + and what is added, - and what is "
            "taken out. Or: nothing.",
        ),
    }  # fmt: skip


class FileField(Worded, forms.FileField):
    """A text file, small enough to read at once."""

    widget = forms.FileInput
    asks = "Choose"


class FromFileForm(Form):
    """The same from a file. ``variant`` holds what it says."""

    file = FileField(
        label="A file (TOML)", missing="Choose a file",
        help_text="As the how-to “Try another edition” shows it. A draft edition to be taken in is such a file.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(f"“{file.name}” is larger than 200 KB. Choose a file of rules only")
        try:
            self.variant = read(file.read().decode("utf-8"), file.name)
            instead(self.variant)
        except UnicodeDecodeError:
            raise forms.ValidationError(f"“{file.name}” is not text. Save it as plain text (UTF-8)") from None
        except NotUsable as wrong:
            raise forms.ValidationError([f"{one.where}: {one}" for one in wrong.problems]) from None
        if len(self.variant.changes) > MOST_ROWS or len(query_of(self.variant)) > LONGEST_ADDRESS:
            raise forms.ValidationError(
                f"“{file.name}” changes more than a page can hold. Run it with: alongside guidance replay --variant FILE"
            )
        return file


def query_of(variant: Variant) -> str:
    """A variant as the address of a page has it."""
    asked = {
        "text": variant.base or EACH_DAY,
        "name": variant.name,
        "standing": LOCAL if variant.local else DRAFT,
    }
    for n, (id, change) in enumerate(variant.changes.items(), start=1):
        asked |= {f"rule_{n}": id, f"asks_{n}": "\n".join(change.asks)}
    return urlencode(asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page was asked: the form, and its address, to go on with on another page."""

    form: WhatIfForm
    query: str

    @classmethod
    def by(cls, request: HttpRequest) -> Asked:
        """From the address; blank until a text is named there."""
        begun = "text" in request.GET
        kept = request.GET.copy()
        kept.pop("area", None)
        return cls(WhatIfForm(request.GET if begun else None), kept.urlencode() if begun else "")
