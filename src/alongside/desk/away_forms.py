"""What is asked when somebody will be away."""

from __future__ import annotations

from typing import Any

from alongside.ui.forms import DayField, Form, PickRecord


def _name(practitioner: Any) -> str:
    return ", ".join(part for part in (practitioner.name, practitioner.job_title) if part)


class CoverForm(Form):
    """Who covers."""

    covered_by = PickRecord(label="Who covers?", called="who covers", label_of=_name)

    def __init__(self, *args: Any, among: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["covered_by"].queryset = among  # type: ignore[attr-defined]


class AwayForm(CoverForm):
    """From when to when, and who covers."""

    field_order = ("from_on", "to_on", "covered_by")

    from_on = DayField(label="What is the first day away?", called="the first day away")
    to_on = DayField(label="What is the last day away?", called="the last day away")
    covered_by = PickRecord(
        label="Who covers?", required=False, label_of=_name,
        help_text="They may open these children’s records and do what is due, as long as it lasts. Leave it empty while nobody is found.",
    )  # fmt: skip
