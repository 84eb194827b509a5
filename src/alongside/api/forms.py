"""What an administrator is asked about a system."""

from __future__ import annotations

from typing import Any

from alongside.agencies.models import Agency, Area, Team
from alongside.api.models import Permission
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, PickRecord, TextField


class EndForm(Form):
    """Until when a token opens anything."""

    expires_on = DayField(
        label="On which day does its token end?", called="the day on which its token ends",
        help_text="Two years from today at most. Until then a new token can be made at any time.",
    )  # fmt: skip


class SystemForm(EndForm):
    """A system of an agency, and what it may do."""

    name = TextField(label="What is the system called?", called="its name", max_length=80)
    agency = PickRecord(label="Which agency’s system is it?", called="its agency")
    team = PickRecord(
        label="Which team does it work in?", required=False,
        help_text="For children’s social care only. It then sees what that team’s family support workers see, or "
        "its screeners at the front door. Without a team it opens no record. Systems of other agencies see what "
        "their agency sees.",
    )  # fmt: skip
    permissions = AnyOf(label="What may it do?", choices=Permission.choices)
    field_order = ("name", "agency", "team", "permissions", "expires_on")

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = Agency.objects.filter(areas=area, closed_on=None)  # type: ignore[attr-defined]
        teams = Team.objects.filter(
            area=area, closed_on=None, agency__sector=Agency.Sector.CHILDRENS_SOCIAL_CARE
        )
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class ShutOutForm(Form):
    """Why a system is shut out."""

    why = LongTextField(label="Why is it shut out?", missing="Enter why it is shut out", limit=300)
