"""An answer to an invitation, an agency's own report, and what is added to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.conferences.forms.report import OF_THE_REPORT, REPORTED, RULE, SHORT
from alongside.conferences.models import Invitation
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, TextField

#: Under which of three headings each of the rule's stands. What a later edition adds is asked for among the facts.
OPINION, VIEWS = ("analysis", "recommendation"), ("views",)


class ReplyForm(Form):
    """Whether one comes."""

    answer = OneOf(
        label="Do you come?", called="whether you come", choices=Invitation.Answer.choices,
        reveals={"sends": ("sends",), "declines": ("reason",)},
    )  # fmt: skip
    sends = TextField(label="Whom do you send, and in what role?", called="whom you send", max_length=150)
    reason = LongTextField(
        label="Why can you not come?", called="why you cannot come", rows=3,
        help_text="The chair reads this. Your report is still wanted.",
    )  # fmt: skip

    def as_given(self) -> dict[str, str]:
        given = self.cleaned_data
        return {"answer": given["answer"], "sends": given["sends"], "reason": given["reason"]}


class PartnerReportForm(Form):
    """An agency's report: facts, what was heard, what the family says and the agency's opinion stand apart."""

    shared = OneOf(
        label="Have the child and parents had this report?", called="whether the family has had it",
        choices=(("yes", "Yes"), ("no", "Not, or not yet")),
        reveals={"yes": ("shared_on",), "no": ("not_shared_because",)},
        help_text="Share it before the conference where that is right. Your answer is recorded; it stops nothing.",
    )  # fmt: skip
    shared_on = DayField(label="When?", called="the day the family had it")
    not_shared_because = LongTextField(label="Why not?", called="why the family has not had it", rows=3)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = catalogue.rule(RULE)
        assert isinstance(rule, Content)
        self.headings = {f"h_{heading.key}": heading.key for heading in rule.headings(today)}
        for heading in rule.headings(today):
            self.fields[f"h_{heading.key}"] = LongTextField(
                label=heading.label, help_text=heading.help, rows=4, required=False
            )
        self._ask(
            REPORTED,
            "What others have told you",
            "Who said it, when, and as close to their words as you can.",
        )
        self._ask(OF_THE_REPORT, "What the child and parents say about this report", "")
        facts = [name for name, key in self.headings.items() if key not in (*OPINION, *VIEWS)]
        facts = [name for name in facts if self.headings[name] not in (REPORTED, OF_THE_REPORT)]
        self.sections = (  # type: ignore[misc]
            ("Facts: what you have seen, measured or recorded yourselves", tuple(facts)),
            ("Reported: what others told you", (f"h_{REPORTED}",)),
            ("The child and the parents", tuple(f"h_{key}" for key in (*VIEWS, OF_THE_REPORT))),
            ("Opinion: what you make of it", tuple(f"h_{key}" for key in OPINION)),
            ("The family and this report", ("shared",)),
        )

    def _ask(self, key: str, label: str, help_text: str) -> None:
        self.fields[f"h_{key}"] = LongTextField(label=label, help_text=help_text, rows=4, required=False)
        self.headings[f"h_{key}"] = key

    def clean(self) -> dict[str, Any]:
        if not any(self.cleaned_data.get(name) for name in self.headings):
            self.add_error(None, "The report is empty. Write under at least one heading")
        return self.cleaned_data

    def as_given(self) -> dict[str, Any]:
        """What ``send_report`` takes."""
        given = self.cleaned_data
        return {
            "words": {key: given[name] for name, key in self.headings.items() if given.get(name)},
            "shared_on": given["shared_on"] or None,
            "not_shared_because": given["not_shared_because"],
        }


class ThreeQuestionsForm(Form):
    """A report in six minutes: what is known, what has changed and worries, what is recommended. The rest may be left."""

    h_known = LongTextField(
        label="What do you know of the child and the family?", rows=5, required=False,
        help_text="What you have seen, measured or recorded yourselves. Say where somebody else told you.",
    )  # fmt: skip
    h_worries = LongTextField(
        label="What has your work changed, and what worries you?", rows=5, required=False,
        help_text="For better or worse. What the child and the parents said belongs here too.",
    )  # fmt: skip
    h_recommendation = LongTextField(label="What do you recommend?", rows=4, required=False)
    shared = OneOf(
        label="Have the child and parents had this report?", called="whether the family has had it",
        choices=(("yes", "Yes"), ("no", "Not, or not yet")),
        reveals={"yes": ("shared_on",), "no": ("not_shared_because",)},
        help_text="Share it before the conference where that is right; ask the chair if you are not sure. It stops nothing.",
    )  # fmt: skip
    shared_on = DayField(label="When?", called="the day the family had it")
    not_shared_because = LongTextField(label="Why not?", called="why the family has not had it", rows=3)

    def clean(self) -> dict[str, Any]:
        if not any(self.cleaned_data.get(f"h_{key}") for key in SHORT):
            self.add_error(None, "The report is empty. Answer at least one of the three questions")
        return self.cleaned_data

    def as_given(self) -> dict[str, Any]:
        """What ``send_report`` takes."""
        given = self.cleaned_data
        return {
            "words": {key: given[f"h_{key}"] for key in SHORT if given.get(f"h_{key}")},
            "shared_on": given["shared_on"] or None,
            "not_shared_because": given["not_shared_because"],
        }


class AddendumForm(Form):
    """What is added to a report that was sent."""

    words = LongTextField(
        label="What do you add?", called="what you add", rows=6,
        help_text="What you sent stays as it is. This is shown under it, with your name and the time.",
    )  # fmt: skip
