"""Saying anew what a need or an action of the plan says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from alongside.plans.forms.asking import offer
from alongside.plans.forms.rows import OfAnAgency
from alongside.plans.models import Action, Need
from alongside.ui.forms import DayField, Form, LongTextField, Pick, TextField


class ChangedOn(Form):
    """When and why the detail of a plan changes."""

    changed_on = DayField(label="When was this agreed?", called="the day this was agreed")
    why = LongTextField(label="Why does it change, and who agreed it?", called="why it changes", rows=3)


class NeedForm(ChangedOn):
    """A need, as it is recorded."""

    need = LongTextField(label="What does the child need?", rows=2, missing="Say what the child needs")
    must_change = LongTextField(label="What must change?", rows=2, missing="Say what must change")
    how_much = TextField(label="By how much?", required=False, max_length=500)
    by_when = DayField(
        label="By when must it have changed?", called="the day by which it must have changed", required=False
    )
    aim = Pick(
        label="Which aim of the plan does it serve?", required=False, type_ahead=False, shows_recorded=True
    )

    field_order = ("need", "must_change", "how_much", "by_when", "aim", "changed_on", "why")

    def __init__(self, *args: Any, aims: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "aim", [("", "Not said"), *aims])


class ActionForm(OfAnAgency, ChangedOn):
    """An action, as it is recorded."""

    what = LongTextField(label="What will be done?", rows=2, missing="Say what will be done")
    owner = TextField(
        names=True, label="Who will do it?", max_length=150, missing="Enter who will do it",
        help_text="A name and who they are, from any agency or the family",
    )  # fmt: skip
    by_when = DayField(
        label="By when?", called="the day by which it is done", missing="Enter the day by which it is done"
    )
    how_we_will_know = LongTextField(label="How will we know?", rows=2, required=False)

    field_order = ("what", "owner", "agency", "by_when", "how_we_will_know", "changed_on", "why")


def said_of_need(need: Need) -> dict[str, object]:
    """What a need says, for the form that changes it."""
    return {
        "need": need.need, "must_change": need.must_change, "how_much": need.how_much, "by_when": need.by_when,
        "aim": need.aim,
    }  # fmt: skip


def said_of_action(action: Action) -> dict[str, object]:
    """What an action says, for the form that changes it."""
    by_when: date = action.by_when
    return {
        "what": action.what, "owner": action.owner, "agency": str(action.agency_id or ""), "by_when": by_when,
        "how_we_will_know": action.how_we_will_know,
    }  # fmt: skip
