"""The record of a conference: views first, then who was there, then each child's decision and plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from alongside.agencies.models import Practitioner
from alongside.conferences.forms.children import AskedOfChild
from alongside.conferences.limits import Beyond
from alongside.conferences.models import Attendance, Booking, Kind
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.people.models import Person
from alongside.plans.forms.asking import make_rows_with, offer
from alongside.plans.forms.rows import Agencies, OfAnAgency
from alongside.plans.notices import AgreedNotice
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, Pick, RowsField, TextField


class AttendanceRow(OfAnAgency):
    """One person invited, or there."""

    name = TextField(names=True, label="Name", max_length=150, missing="Enter the name")
    part = TextField(label="Who they are", required=False, max_length=100)
    came = OneOf(label="Were they there?", called="whether they were there", choices=Attendance.Came.choices)
    report = OneOf(
        label="Their report", called="what became of their report", choices=Attendance.Report.choices,
        reveals={"received": ("report_received_on",)}, shows_recorded=True,
    )  # fmt: skip
    report_received_on = DayField(
        label="When did it come? (optional)", called="the day the report came", required=False
    )

    field_order = ("name", "part", "agency", "came", "report", "report_received_on")


@dataclass(frozen=True)
class AskedAbout:
    """What a form about a conference is made with."""

    kind: Kind
    children: Sequence[Person]
    agencies: Agencies
    chairs: Mapping[str, Practitioner]
    today: date
    booking: Booking | None = None
    to_tell: Mapping[str, Sequence[AgreedNotice]] = field(default_factory=dict)
    household: Sequence[Person] = ()
    may_go_on: Mapping[UUID, Sequence[tuple[str, str]]] = field(default_factory=dict)


class ConferenceForm(Form):
    """One sitting. Questions about each child carry that child's name."""

    held_on = DayField(label="When was it held?", called="the day of the conference")
    place = TextField(label="Where?", called="the place", required=False)
    chair = Pick(label="Who chaired it?", called="the chair", required=False, shows_recorded=True, reveals={})
    chair_name = TextField(
        label="If the chair is not in the list, their name", required=False, max_length=100
    )
    attendance = RowsField(
        AttendanceRow, one="person", many="people", label="Who was invited, and who was there?",
        help_text="Family too. Agencies that were there become involved and can see the record.",
    )  # fmt: skip

    def __init__(self, *args: Any, about: AskedAbout, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        offer(
            self,
            "chair",
            [
                ("", "Not in the list"),
                *((key, one.name) for key, one in about.chairs.items()),
            ],
        )
        make_rows_with(self, "attendance", agencies=about.agencies)
        self.asked = [
            AskedOfChild(
                self,
                place,
                child,
                about.kind,
                about.agencies,
                about.today,
                about.to_tell.get(child.pk.hex, ()),
                about.may_go_on.get(child.pk, ()),
            )
            for place, child in enumerate(about.children)
        ]
        self.others = {f"household_{place}": other for place, other in enumerate(about.household)}
        for name, other in self.others.items():
            self.fields[name] = LongTextField(
                label=f"What was considered for {other}?", rows=2, required=False,
                help_text="A review considers every child of the household, also those without a plan.",
            )  # fmt: skip
        self.sections = (  # type: ignore[misc]
            ("When it was held", ("held_on", "place", "chair", "chair_name")),
            *((f"What {one.child} and the family said", one.views) for one in self.asked),
            ("Who was there", ("attendance",)),
            *([("The other children of the household", tuple(self.others))] if self.others else []),
            *(part for one in self.asked for part in one.sections()),
        )

    def clean(self) -> dict[str, Any]:
        for one in self.asked:
            one.check(self)
        return self.cleaned_data

    def beyond(self) -> list[Beyond]:
        """Days set later than the guidance expects; they are recorded with a shortfall, not refused."""
        held_on = self.cleaned_data.get("held_on")
        return [late for one in self.asked for late in one.beyond(held_on)] if held_on else []

    def sitting(self) -> Sitting:
        given = self.cleaned_data
        return Sitting(
            held_on=given["held_on"], place=given["place"], chair=self.about.chairs.get(given["chair"]),
            chair_name=given["chair_name"], booking=self.about.booking,
            attendance=tuple(AtConference(**row) for row in given["attendance"]),
        )  # fmt: skip

    def decisions(self) -> list[DecidedForChild]:
        considered = tuple(
            (other, self.cleaned_data[name]) for name, other in self.others.items() if self.cleaned_data[name]
        )
        missing = tuple(str(other) for name, other in self.others.items() if not self.cleaned_data[name])
        return [replace(one.decided(), considered=considered, not_considered=missing) for one in self.asked]
