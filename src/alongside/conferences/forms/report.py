"""What an agency sent a conference, heading by heading."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.agencies.models import Agency
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content
from alongside.plans.forms.asking import offer
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, Pick, TextField

RULE = "child-protection.conference-report"
#: What an agency is asked for beyond the rule's headings, by key: what it heard is kept apart from what it knows.
REPORTED, OF_THE_REPORT = "reported", "views-of-report"
#: A report in three questions, by key; the last is a heading of the rule.
SHORT = ("known", "worries", "recommendation")
BESIDES = {
    "known": "What the agency knows of the child and the family",
    "worries": "What its work has changed, and what worries it",
    REPORTED: "What others told the agency",
    OF_THE_REPORT: "What the child and parents say about this report",
}


class ReportForm(Form):
    """One agency's report, and whether the family has had it."""

    agency = Pick(label="Which agency is it from?", called="the agency", missing="Choose the agency")
    written_by = TextField(names=True, label="Who wrote it?", called="who wrote it", max_length=150)
    received_on = DayField(label="When did it come?", called="the day it came")
    shared = OneOf(
        label="Has the family had it?", called="whether the family has had it", choices=(("yes", "Yes"), ("no", "Not, or not yet")),
        reveals={"yes": ("shared_on",), "no": ("not_shared_because",)},
        help_text="Whether and when it may go to parents is considered with the police and the chair.",
    )  # fmt: skip
    shared_on = DayField(label="When?", called="the day the family had it")
    not_shared_because = LongTextField(label="Why not?", called="why the family has not had it", rows=3)
    consulted = LongTextField(
        label="What did the police and the chair say about giving it to the parents?", rows=2, required=False,
        help_text="Page 94: practitioners consider it with them. Leave it empty where neither was asked.",
    )  # fmt: skip

    def __init__(
        self, *args: Any, agencies: Mapping[str, Agency] | None = None, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = agencies or {}
        offer(
            self,
            "agency",
            [
                ("", "Choose one"),
                *((key, one.name) for key, one in self.agencies.items()),
            ],
        )
        rule = catalogue.rule(RULE)
        assert isinstance(rule, Content)
        self.headings = {f"h_{heading.key}": heading for heading in rule.headings(today)}
        for name, heading in self.headings.items():
            self.fields[name] = LongTextField(
                label=heading.label, help_text=heading.help, rows=4, required=False
            )
        self.sections = (  # type: ignore[misc]
            ("The report", ("agency", "written_by", "received_on")),
            ("What it says", tuple(self.headings)),
            ("The family", ("shared", "consulted")),
        )

    def as_given(self) -> dict[str, Any]:
        """What ``record_report`` takes."""
        given = self.cleaned_data
        return {
            "agency": self.agencies[given["agency"]],
            "written_by": given["written_by"],
            "received_on": given["received_on"],
            "shared_on": given["shared_on"],
            "not_shared_because": given["not_shared_because"],
            "consulted": given["consulted"],
            "words": {heading.key: given[name] for name, heading in self.headings.items() if given[name]},
        }


def headings_of_reports() -> dict[str, str]:
    """Every heading that a report was ever asked for, by key: an old report keeps the words of its own day."""
    rule = catalogue.rule(RULE)
    assert isinstance(rule, Content)
    asked = {heading.key: heading.label for provision in rule.dated.provisions for heading in provision.value}
    return asked | BESIDES
