"""Working out a date on the page of a rule: the same answer as the command ``alongside due`` gives."""

from __future__ import annotations

from typing import Any

from alongside.deadlines.calendars import calendar_in_force
from alongside.explorer.rules_shown import editions
from alongside.guidance.kernel.calendar import OutsideCalendar
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.rules import Timescale
from alongside.guidance.kernel.spans import Hours
from alongside.ui.forms import DayField, Form, MomentField, Pick


class WorkOutForm(Form):
    """When it started, and whether to ask one text whatever was in force. ``due`` holds the answer."""

    text = Pick(
        label="Which text?", required=False, choices=(),
        help_text="Leave this to use the text in force on the day.",
    )  # fmt: skip

    def __init__(self, *args: Any, rule: Timescale, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rule = rule
        self.due: Due | None = None
        in_hours = any(isinstance(one.value, Hours) for one in rule.within.provisions)
        field = MomentField if in_hours else DayField
        starts = field(label="When did it start?", called="when it started",
                       help_text=f"The limit runs from {rule.runs_from}.")  # fmt: skip
        self.fields = {"starts": starts, "text": self.fields["text"]}
        self.fields["text"].choices = [(one, one) for one in editions(rule)]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        starts = self.cleaned_data.get("starts")
        if starts is not None:
            try:
                edition = self.cleaned_data.get("text") or None
                self.due = self.rule.due(starts, calendar_in_force(), edition=edition)
            except NotCovered as none:
                self.add_error("starts", str(none))
            except (OutsideCalendar, OverflowError) as outside:
                self.add_error("starts", f"That day cannot be counted from. {outside} Check the year.")
        return self.cleaned_data


def asked(given: Any, rule: Timescale) -> WorkOutForm:
    """The form as the address fills it: blank until something was sent."""
    return WorkOutForm(given, rule=rule) if "starts_day" in given else WorkOutForm(rule=rule)
