"""What is asked about who may see what. No answer is chosen beforehand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.access.marks import READERS, Mark
from alongside.access.models import ConflictReport, EmergencyOpening, Seal
from alongside.agencies.models import Area, Practitioner, Role, Team
from alongside.ui.forms import (
    AnyOf,
    AnyOfRecords,
    DayField,
    Form,
    LongTextField,
    OneOf,
    Pick,
    PickRecord,
    RowsField,
    TextField,
    WholeNumberField,
)


def practitioners_of(area: Area | UUID) -> Any:
    """Everyone with an account in the area today, by name."""
    held = Q(posts__team__area=area) | Q(posts__agency__areas=area)
    return Practitioner.objects.filter(held, is_active=True).distinct().order_by("name")


class KeyholderForm(Form):
    """One practitioner who holds a key."""

    practitioner = PickRecord(label="Who?", missing="Choose who holds a key", shows_recorded=True)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = practitioners_of(area)  # type: ignore[attr-defined]


class KeysForm(Form):
    """Who may still open the record."""

    teams = AnyOfRecords(
        label="Which teams may still open the record?", required=False, shows_recorded=True,
        help_text="Everyone in a team holds its key, also those who join later.",
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["teams"].queryset = Team.objects.filter(area=area, closed_on=None)  # type: ignore[attr-defined]
        self.fields["practitioners"] = RowsField(
            KeyholderForm, label="Which practitioners may still open it?", one="practitioner", least=0,
            row_kwargs={"area": area},
            help_text="You hold a key yourself, so that the seal can be lifted.",
        )  # fmt: skip


class SealForm(KeysForm):
    """Why a record is sealed, and who may still open it."""

    kind = OneOf(
        label="Why is the record sealed?",
        choices=Seal.Kind.choices,
        missing="Select why the record is sealed",
    )
    why = LongTextField(
        label="Say more", missing="Enter why the record is sealed", rows=3,
        help_text="Those who hold a key read this. It is written nowhere else.",
    )  # fmt: skip
    field_order = ("kind", "why", "teams", "practitioners")


class WhyForm(Form):
    """Why something ends."""

    why = LongTextField(label="Why?", missing="Enter why", rows=3, limit=200)


class CloseToForm(Form):
    """To whom a record is closed, and why."""

    practitioner = PickRecord(label="To whom is it closed?", missing="Choose to whom it is closed")
    why = TextField(
        label="Why?", missing="Enter why", max_length=200, help_text="For example, that they are related."
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = practitioners_of(area)  # type: ignore[attr-defined]


class DeclareForm(Form):
    """A conflict of interest with a child whose record one has open."""

    why = TextField(
        label="What is the child, or the family, to you?", missing="Enter what they are to you", max_length=200,
        help_text="For example, “My sister’s child”. Managers of the child’s team read this.",
    )  # fmt: skip


class DeclareByNameForm(Form):
    """A conflict of interest with people whose record one cannot open, or does not know of."""

    words = LongTextField(
        label="Who are they, and what are they to you?", missing="Enter who they are and what they are to you",
        rows=4, limit=1000,
        help_text="Names, dates of birth and where they live, as far as you know. Only managers of the front door "
                  "read this.",
    )  # fmt: skip


class SettleForm(Form):
    """What a possible conflict of interest comes to."""

    outcome = OneOf(
        label="What do you decide?", choices=ConflictReport.Outcome.choices, missing="Select what you decide",
        reveals={ConflictReport.Outcome.CLOSED.value: ("reference",)},
    )  # fmt: skip
    reference = TextField(
        label="Reference of the record", missing="Enter the reference of the record", max_length=20, width=20
    )
    why = LongTextField(label="Why?", missing="Enter why", rows=3, limit=200)


class SettleFoundForm(Form):
    """What a conflict found on record comes to: the child is known."""

    outcome = OneOf(
        label="What do you decide?",
        choices=[
            (ConflictReport.Outcome.CLOSED.value, "Close the record to them"),
            (ConflictReport.Outcome.NONE.value, "There is no conflict"),
        ],
        missing="Select what you decide",
    )  # fmt: skip
    why = LongTextField(label="Why?", missing="Enter why", rows=3, limit=200)


BY_REFERENCE, BY_NAME = "reference", "name"


class EmergencyForm(Form):
    """Whom one has to know about now, and why."""

    by = OneOf(
        label="How do you know the child?",
        choices=[(BY_REFERENCE, "By the reference of their record"), (BY_NAME, "By name and date of birth")],
        reveals={BY_REFERENCE: ("reference",), BY_NAME: ("name", "born_on")},
        missing="Select how you know the child",
    )  # fmt: skip
    reference = TextField(label="Reference", missing="Enter the reference", max_length=20, width=20)
    name = TextField(label="First name and family name", missing="Enter the child’s name", max_length=150)
    born_on = DayField(label="Date of birth, or the day the birth is expected", called="the date of birth")
    why = LongTextField(
        label="Why must you open the record now?", missing="Enter why you must open the record now", rows=3,
        limit=1000, help_text="The child’s lead practitioner and manager are told at once, and a manager reads this.",
    )  # fmt: skip


class ReviewForm(Form):
    """A manager's review of an emergency opening."""

    outcome = OneOf(
        label="Was it right to open the record?", choices=EmergencyOpening.Outcome.choices,
        missing="Select whether it was right",
    )  # fmt: skip
    words = LongTextField(label="Why?", missing="Enter why", rows=3, limit=1000)


class ExplainForm(Form):
    """Whose access is explained."""

    practitioner = Pick(label="Whose access do you want explained?", missing="Choose a practitioner")

    def __init__(self, *args: Any, area: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(key), name) for key, name in practitioners_of(area).values_list("pk", "name")]
        self.fields["practitioner"].choices = [("", ""), *names]  # type: ignore[attr-defined]


class AccessRulesForm(Form):
    """What an area decides about emergencies and accounts."""

    from_on = DayField(label="From when?", called="the day from which this holds")
    emergency_roles = AnyOf(
        label="Who may open a record in an emergency?", choices=Role.choices, required=False, shows_recorded=True,
        help_text="Those in a team of this area, in these roles.",
    )  # fmt: skip
    emergency_hours = WholeNumberField(label="For how many hours does it stay open?", least=1, most=72)
    dormant_days = WholeNumberField(
        label="After how many days without use does an account close?", least=7, most=366
    )
    review_days = WholeNumberField(
        label="After how many days is a team’s access confirmed again?", least=7, most=366
    )


class NamedEyesForm(Form):
    """What is noted for named eyes only."""

    mark = OneOf(label="Whose eyes is it for?", choices=(), missing="Choose whose eyes it is for")
    words = LongTextField(
        label="What is known?", missing="Write what is known",
        help_text="What is known, apart from what is thought. Who said it goes below, so that it can be kept from more people still.",
    )  # fmt: skip
    source = TextField(
        label="Where does it come from?", called="where it comes from",
        help_text="For example: a police report of 3 March. Nobody who gave it in confidence is named here.",
    )  # fmt: skip
    on = DayField(label="When was it learnt?", called="the day it was learnt")

    def __init__(self, *args: Any, marks: list[Mark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["mark"].choices = [  # type: ignore[attr-defined]
            (mark.value, f"{mark.label}: read by {READERS[mark].words}") for mark in marks
        ]
