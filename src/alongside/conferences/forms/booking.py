"""Booking a conference, with a warning where the day is late or no working day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from alongside.agencies.models import Practitioner
from alongside.conferences.findings import missing_for_unborn
from alongside.conferences.limits import RULES, Limit
from alongside.conferences.models import Kind
from alongside.conferences.services.book import Invited
from alongside.deadlines.calendars import calendar_in_force
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.forms.asking import make_rows_with, offer
from alongside.plans.forms.rows import Agencies, OfAnAgency
from alongside.ui.forms import (
    AnyOf,
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    Pick,
    RowsField,
    Sections,
    TextField,
    Tick,
)
from alongside.ui.words import date_words, day_long, listed


class InvitationRow(OfAnAgency):
    """One person asked to come."""

    name = TextField(names=True, label="Name", max_length=150, missing="Enter the name")
    part = TextField(
        label="Who they are",
        required=False,
        max_length=100,
        help_text="For example mother, health visitor, advocate",
    )
    report_wanted = Tick(label="Ask for a report", required=False, shows_recorded=True)

    field_order = ("name", "part", "agency", "report_wanted")


class BookForm(Form):
    """A conference to come."""

    kind = OneOf(label="What kind of conference?", called="the kind of conference", choices=Kind.choices)
    also_for = AnyOf(
        label="Is it also about these brothers and sisters?",
        required=False,
        help_text="Each is decided about separately.",
    )
    starts_at = MomentField(label="When?", called="the day and time of the conference")
    place = TextField(label="Where?", called="the place")
    chair = Pick(label="Who chairs it?", called="the chair", required=False)
    timing_reason = LongTextField(
        label="Why this day, if it is late, at a weekend or on a bank holiday?",
        called="why this day",
        rows=3,
        required=False,
    )
    reports_by = DayField(
        label="By when are reports wanted? (optional)", called="the day by which reports are wanted", required=False,
        help_text="Without a day, they are asked for again from three working days before the conference.",
    )  # fmt: skip
    invitations = RowsField(
        InvitationRow, one="person", many="people", label="Who is invited?", least=0,
        help_text="Family first: parents, the child where that is right, and whoever they want beside them.",
    )  # fmt: skip

    sections: ClassVar[Sections] = (
        ("The conference", ("kind", "also_for")),
        ("When and where", ("starts_at", "timing_reason", "place", "chair")),
        ("Who comes", ("reports_by", "invitations")),
    )

    def __init__(
        self,
        *args: Any,
        chairs: Mapping[str, Practitioner] | None = None,
        siblings: Iterable[Person] = (),
        agencies: Agencies | None = None,
        running: Sequence[Limit] = (),
        child: Person,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.child, self.running, self.chairs = child, running, chairs or {}
        self.siblings = {sibling.reference: sibling for sibling in siblings}
        offer(
            self,
            "chair",
            [
                ("", "Not known yet"),
                *((key, one.name) for key, one in self.chairs.items()),
            ],
        )
        offer(self, "also_for", [(key, str(each)) for key, each in self.siblings.items()])
        make_rows_with(self, "invitations", agencies=agencies)
        if not self.siblings:
            del self.fields["also_for"]

    def children(self) -> list[Person]:
        return [self.child, *(self.siblings[key] for key in self.cleaned_data.get("also_for") or ())]

    def warnings(self) -> list[str]:
        """What speaks against the day, in sentences. It can be booked all the same."""
        given = self.cleaned_data
        if not given.get("starts_at") or not given.get("kind"):
            return []
        day = day_of(given["starts_at"])
        found = []
        if because := calendar_in_force().reason(day):
            named = f": {because}" if day.weekday() < 5 else ""
            found.append(f"{day_long(day)} is not a working day{named}.")
        names = {child.pk: str(child) for child in self.children()}
        rules = RULES[Kind(given["kind"])]
        found += [
            f"{day_long(day)} is later than the guidance expects for {names[limit.child_key]}: by "
            f"{date_words(limit.due_on)}, {limit.because} ({limit.citation})."
            for limit in self.running
            if limit.child_key in names and limit.rule_id in rules and limit.due_on < day
        ]
        found += self._of_unborn(given)
        if found and not given.get("timing_reason"):
            found.append("Say why this day, so that whoever asks can read it. You can also book it without.")
        return found

    def _of_unborn(self, given: Mapping[str, Any]) -> list[str]:
        """Who is usually there for a baby to come. Practice, which Working Together does not name."""
        if not any(child.is_unborn for child in self.children()) or not given.get("invitations"):
            return []
        missing = missing_for_unborn(f"{row['name']} {row.get('part') or ''}" for row in given["invitations"])
        if not missing:
            return []
        return [
            f"No {listed(missing, 'or')} is invited. That is local practice for a baby to come, not Working Together."
        ]

    def as_given(self) -> dict[str, Any]:
        """What ``book_conference`` takes."""
        given = self.cleaned_data
        return {
            "children": self.children(),
            "kind": given["kind"],
            "starts_at": given["starts_at"],
            "place": given["place"],
            "chair": self.chairs.get(given["chair"]),
            "timing_reason": given["timing_reason"],
            "reports_by": given["reports_by"],
            "invitations": [Invited(**row) for row in given["invitations"] or ()],
        }


class CancelForm(Form):
    """Why a booked conference is called off."""

    because = LongTextField(
        label="Why is the conference called off?", called="why the conference is called off", rows=3
    )
