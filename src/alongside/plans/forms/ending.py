"""Ending a plan without a conference, and telling people that a plan has ended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from alongside.plans.forms.asking import offer
from alongside.plans.models import Ending, EndingNotice
from alongside.plans.notices import AgreedNotice
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, OneOf, Sections, TextField

# What only a statutory return leaves open is no ground for anyone to choose.
GROUNDS = [(key, label) for key, label in Ending.choices if key != Ending.NOT_RECORDED]
HINTS = {
    Ending.NO_LONGER_AT_RISK.value: "Only a review conference decides this. Choose it to see what to do.",
    Ending.EIGHTEEN.value: "A review is held around the birthday, planned ahead.",
}


class EndPlanForm(Form):
    """The end of a plan on a ground that needs no conference here."""

    ended_on = DayField(label="When did the plan end?", called="the day the plan ended")
    ground = OneOf(
        label="On what ground?", called="the ground on which the plan ended", choices=GROUNDS, hints=HINTS,
        reveals={
            Ending.TRANSFERRED.value: ("receiving_authority", "receiving_conference_on"),
            Ending.EIGHTEEN.value: ("review_held_on",),
        },
    )  # fmt: skip
    receiving_authority = TextField(label="Which authority?", called="the authority", max_length=100)
    receiving_conference_on = DayField(
        label="When did that authority hold its conference?", called="the day of the conference there", required=False,
        help_text="The plan goes on here until it has.",
    )  # fmt: skip
    review_held_on = DayField(
        label="When was the review around the birthday held?", called="the day of the review", required=False
    )
    reasons = LongTextField(label="What happened?", called="what happened", rows=4)
    core_group_views = LongTextField(label="What did core group members say?", rows=3, required=False)
    support = LongTextField(
        label="What support is still needed, and who gives it?", rows=3, required=False,
        help_text="Talk it over with the child and family.",
    )  # fmt: skip
    told = AnyOf(
        label="Who has been told?", required=False, help_text="Those you leave are kept as still to tell."
    )

    sections: ClassVar[Sections] = (
        ("Why it ended", ("ended_on", "ground", "reasons")),
        ("What comes after", ("core_group_views", "support")),
        ("Telling people", ("told",)),
    )

    def __init__(self, *args: Any, to_tell: Sequence[AgreedNotice] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.to_tell = {notice.name: notice for notice in to_tell}
        offer(self, "told", [(name, name) for name in self.to_tell])
        if not self.to_tell:
            del self.fields["told"]

    def as_given(self) -> dict[str, Any]:
        """What ``end_plan_without_conference`` takes."""
        given = dict(self.cleaned_data)
        told = given.pop("told", None) or ()
        notices = [
            AgreedNotice(name=n, agency=self.to_tell[n].agency, told_on=given["ended_on"]) for n in told
        ]
        return given | {"notices": notices}


class TellForm(Form):
    """Who has been told by now."""

    notices = AnyOf(label="Who has been told?", missing="Tick those who have been told")
    told_on = DayField(label="When?", called="the day they were told")

    def __init__(self, *args: Any, notices: Iterable[EndingNotice] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.waiting = {str(notice.pk): notice for notice in notices}
        offer(self, "notices", [(key, notice.name) for key, notice in self.waiting.items()])

    def as_given(self) -> dict[str, Any]:
        """What ``tell_of_ending`` takes."""
        given = self.cleaned_data
        return {"notices": [self.waiting[key] for key in given["notices"]], "told_on": given["told_on"]}
