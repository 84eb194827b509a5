"""What an administrator is asked."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from alongside.agencies.models import Agency, Area, Registration, Role, Switch, Team
from alongside.agencies.switches import MEANS
from alongside.ui.forms import (
    AnyOfRecords,
    DayField,
    Form,
    LongTextField,
    OneOf,
    Pick,
    PickRecord,
    TextField,
    WholeNumberField,
)


class AreaForm(Form):
    """What the area is called."""

    name = TextField(label="Name of the area", called="the name of the area", max_length=100)


class AgencyForm(Form):
    """An agency."""

    name = TextField(label="Name of the agency", called="the name of the agency", max_length=150)
    sector = Pick(label="What kind of agency is it?", choices=Agency.Sector.choices, shows_recorded=True,
                  type_ahead=False)  # fmt: skip
    urn = TextField(label="URN, for a school", required=False, width=10, max_length=6)
    ods_code = TextField(label="ODS code, for a health organisation", required=False, width=10, max_length=10)


class ChangeAgencyForm(AgencyForm):
    """An agency, and the areas in which it works."""

    areas = AnyOfRecords(label="In which areas does it work?", shows_recorded=True, required=False,
                         help_text="Only the areas that you administer are listed.")  # fmt: skip

    def __init__(self, *args: Any, mine: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["areas"].queryset = mine  # type: ignore[attr-defined]


class TeamForm(Form):
    """A team's name, and what it is for."""

    name = TextField(label="Name of the team", called="the name of the team", max_length=100)
    purpose = OneOf(
        label="What is the team for?", choices=Team.Purpose.choices, shows_recorded=True,
        hints={Team.Purpose.FRONT_DOOR.value: "Its members can open the record of every child in the area."},
    )  # fmt: skip


class NewTeamForm(TeamForm):
    """A team, and the agency it belongs to."""

    agency = PickRecord(label="Which agency does it belong to?", called="its agency")

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(areas=area)  # type: ignore[attr-defined]


class LastDayForm(Form):
    """The last day of something."""

    on = DayField(label="What was, or will be, the last day?", called="the last day")


class DetailsForm(Form):
    """Who a practitioner is and how they are reached."""

    name = TextField(label="Full name", called="their name", max_length=100)
    email = TextField(label="E-mail address", called="their e-mail address", max_length=254, spellcheck=False,
                      help_text="They sign in with it.")  # fmt: skip
    job_title = TextField(label="Job title", required=False, max_length=100)
    phone = TextField(label="Telephone", required=False, max_length=30, width=20)

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"]).strip().lower()
        try:
            validate_email(typed)
        except ValidationError:
            raise ValidationError(
                "Enter an email address in the correct format, like name@example.org"
            ) from None
        return typed


class PostForm(Form):
    """A post: with which agency, in which role, from when."""

    agency = PickRecord(label="Which agency do they work for?", called="their agency")
    role = Pick(label="In which role?", choices=Role.choices, called="their role",
                help_text="The role and the team decide whose records they may open.")  # fmt: skip
    team = PickRecord(
        label="In which team?", required=False,
        help_text="Needed for everyone in children's social care, and for analysts and administrators.",
        label_of=lambda team: f"{team.name}, {team.agency}",
    )  # fmt: skip
    from_on = DayField(label="From which day?", called="the day the post begins")

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.filter(area=area, closed_on=None).select_related("agency")
        self.fields["agency"].queryset = Agency.objects.filter(areas=area)  # type: ignore[attr-defined]
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class NewPractitionerForm(DetailsForm, PostForm):
    """Somebody new, and their first post."""

    sections = (
        ("Who they are", ("name", "email", "job_title", "phone")),
        ("Their first post", ("agency", "role", "team", "from_on")),
    )


class RegistrationForm(Form):
    """A professional registration."""

    body = Pick(
        label="With which body?", choices=Registration.Body.choices, called="the body", type_ahead=False
    )
    number = TextField(label="Registration number", max_length=30, width=20, spellcheck=False)
    qualified = OneOf(
        label="Are they a social worker by this registration?", choices=(("yes", "Yes"), ("no", "No")),
        inline=True, missing="Select whether they are a social worker by this registration",
    )  # fmt: skip
    from_on = DayField(label="Registered from which day?", called="the day the registration begins")


class WhyForm(Form):
    """A reason, kept with the change."""

    why = TextField(
        label="Why?", called="why", max_length=200, help_text="Kept with this change, for others to read."
    )


class PlainForm(Form):
    """Nothing to ask; only whether to go on."""


class SwitchForm(Form):
    """A way of working, and from which day."""

    switch = OneOf(
        label="What does the area move to?", choices=Switch.choices, missing="Select what the area moves to",
        hints={one.value: words for one, words in MEANS.items()},
    )  # fmt: skip
    from_on = DayField(label="From which day?", called="the first day")
    decided_by = TextField(label="Who decided it?", called="who decided it", max_length=150,
                           help_text="A post or a meeting, for example the director of children’s services.")  # fmt: skip
    reason = LongTextField(label="Why, and where is it written down?", rows=3, missing="Enter why")


class SilencesForm(Form):
    """After how long a record counts as silent, and from which day."""

    alone_weeks = WholeNumberField(
        label="Weeks without being seen alone",
        called="the weeks without being seen alone",
        least=1,
        most=52,
        suffix="weeks",
    )
    unheard_weeks = WholeNumberField(
        label="Weeks without a word from an agency that works with the child", called="the weeks without a word",
        least=1, most=104, suffix="weeks",
    )  # fmt: skip
    meetings = WholeNumberField(
        label="Core groups running without a member",
        called="the number of core groups",
        least=1,
        most=12,
        suffix="core groups",
    )
    from_on = DayField(label="From which day?", called="the first day")
    decided_by = TextField(label="Who decided it?", called="who decided it", max_length=150,
                           help_text="A post or a meeting, for example the practice improvement board.")  # fmt: skip
    reason = LongTextField(label="Why?", rows=3, missing="Enter why")


class HolidayForm(Form):
    """A bank holiday."""

    day = DayField(label="Which day is the bank holiday?", called="the day of the bank holiday")
    name = TextField(label="What is it called?", called="what it is called", max_length=100)
    source = TextField(label="Where was it announced?", called="where it was announced", max_length=200,
                       help_text="For example a proclamation and its date, or the address of a page on GOV.UK.")  # fmt: skip
