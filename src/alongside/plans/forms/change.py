"""Changing a plan, by itself or at a core group: what is done, what is added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from alongside.people.models import Person
from alongside.plans.agreed import ActionDone, ActionDropped, AtCoreGroup
from alongside.plans.forms.asking import make_rows_with, offer
from alongside.plans.forms.rows import (
    ActionRow,
    Agencies,
    MemberRow,
    NeedRow,
    OfAnAgency,
    agreed_actions,
    agreed_members,
    agreed_needs,
    aims_on,
    check_first_row_is_a_need,
)
from alongside.plans.models import Action, Need
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, OneOf, RowsField, TextField

SETTLED = (("done", "Done"), ("dropped", "No longer needed"))


def asked_as(action: Action) -> str:
    """Under which name a form asks what became of an action."""
    return f"a{action.pk.hex}"


def _recorded_meanwhile(action: Action) -> str:
    """What somebody else recorded of an action while this was being written."""
    if action.done_on:
        recorded = f"recorded it as done on {action.done_on:%-d %B %Y}. {action.done_words}".strip()
    else:
        recorded = f"recorded that it is no longer needed: {action.dropped_because}"
    stop = "" if recorded.endswith((".", "!", "?")) else "."
    return (
        f"While you were writing, somebody else {recorded}{stop} That stands. What you say of “{action.what}” is below: "
        "take your answer out, after keeping what matters under “Why does the plan change”, or add another action"
    )


class SettlesAndAdds(Form):
    """Asks of every open action whether it is done, and for actions and needs to add.

    Leaving an action unanswered leaves it to do. Each is asked about under its own key: an answer about one that
    somebody settled meanwhile (``settled``) comes back beside what they recorded, and never meets another action.
    """

    def __init__(
        self,
        *args: Any,
        needs: Sequence[Need] = (),
        open_actions: Sequence[Action] = (),
        settled: Sequence[Action] = (),
        agencies: Agencies | None = None,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.needs, self.open_actions = needs, open_actions
        self.settled = [action for action in settled if self.data.get(asked_as(action))]
        for action in (*open_actions, *self.settled):
            self._ask_about(action)
        if needs:
            self.fields["actions"] = RowsField(
                ActionRow, one="action", label="Actions to add", least=0,
                row_kwargs={"agencies": agencies, "needs": needs},
            )  # fmt: skip
        self.fields["needs"] = RowsField(
            NeedRow, one="need", label="Needs to add", least=0,
            row_kwargs={"agencies": agencies, "aims": aims_on(today)},
        )  # fmt: skip
        self.settling = tuple(asked_as(action) for action in (*open_actions, *self.settled))

    def _ask_about(self, action: Action) -> None:
        name = asked_as(action)
        self.fields[name] = OneOf(
            label=action.what, called=f"what became of “{action.what}”", choices=SETTLED, required=False, inline=False,
            reveals={"done": (f"{name}_on", f"{name}_words"), "dropped": (f"{name}_because",)},
            help_text=f"{action.owner}, by {action.by_when:%-d %B %Y}",
        )  # fmt: skip
        self.fields[f"{name}_on"] = DayField(
            label="When was it done?", called="the day it was done", missing="Enter the day it was done"
        )
        self.fields[f"{name}_words"] = LongTextField(
            label="What was done, and what came of it? (optional)", rows=2, required=False
        )
        self.fields[f"{name}_because"] = LongTextField(
            label="Why is it no longer needed?", rows=2, missing="Say why it is no longer needed"
        )

    def clean(self) -> dict[str, Any]:
        for action in self.settled:
            self.add_error(asked_as(action), _recorded_meanwhile(action))
        return self.cleaned_data

    def clean_needs(self) -> Any:
        rows = self.cleaned_data.get("needs")
        check_first_row_is_a_need(rows)
        return rows

    def changes(self) -> dict[str, Any]:
        """What an act takes: needs and actions to add, actions done and dropped."""
        given = self.cleaned_data
        answered = [(action, asked_as(action)) for action in self.open_actions]
        return {
            "needs": agreed_needs(given.get("needs")),
            "actions": agreed_actions(given.get("actions"), self.needs),
            "done": [
                ActionDone(action=action, on=given[f"{name}_on"], words=given[f"{name}_words"])
                for action, name in answered
                if given.get(name) == "done"
            ],
            "dropped": [
                ActionDropped(action=action, because=given[f"{name}_because"])
                for action, name in answered
                if given.get(name) == "dropped"
            ],
        }


class ChangePlanForm(SettlesAndAdds):
    """A change to a plan between core groups."""

    changed_on = DayField(label="When was this agreed?", called="the day this was agreed")
    why = LongTextField(
        label="Why does the plan change, and who agreed it?", called="why the plan changes", rows=3
    )

    def __init__(self, *args: Any, agencies: Agencies | None = None, **kwargs: Any) -> None:
        super().__init__(*args, agencies=agencies, **kwargs)
        self.fields["members"] = RowsField(
            MemberRow,
            one="member",
            label="People who join the core group",
            least=0,
            row_kwargs={"agencies": agencies},
        )
        self.sections = (  # type: ignore[misc]
            ("What has become of each action", self.settling),
            ("Actions", ("actions",)),
            ("Needs", ("needs",)),
            ("The core group", ("members",)),
        )

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        changed = any(given.get(name) for name in ("actions", "needs", "members", *self.settling))
        if not changed and not self.errors:
            raise ValidationError(
                "Nothing is changed yet. Mark an action, or add an action, a need or a member."
            )
        return given

    def as_given(self) -> dict[str, Any]:
        """What ``change_plan`` takes."""
        given = self.cleaned_data
        return self.changes() | {
            "changed_on": given["changed_on"],
            "why": given["why"],
            "members": agreed_members(given.get("members")),
        }


class AtCoreGroupRow(OfAnAgency):
    """One person who was, or should have been, at a core group."""

    name = TextField(names=True, label="Name", max_length=150, missing="Enter the name")
    present = OneOf(
        label="Were they there?", called="whether they were there", inline=True,
        choices=(("yes", "Yes"), ("no", "No")), reveals={"no": ("written_views",)},
    )  # fmt: skip
    written_views = LongTextField(
        label="The views they sent in writing (optional)", rows=2, required=False,
    )  # fmt: skip

    field_order = ("name", "agency", "present", "written_views")


class CoreGroupForm(SettlesAndAdds):
    """A meeting of a core group."""

    held_on = DayField(label="When did the core group meet?", called="the day the core group met")
    also_for = AnyOf(
        label="Was it also the core group of a brother or sister?", required=False,
        help_text="Their record keeps who came and what was decided. What is added below goes into this plan.",
    )  # fmt: skip
    attendance = RowsField(
        AtCoreGroupRow, one="person", many="people", label="Who was there, and who was not?"
    )
    decisions = LongTextField(label="What did the core group decide?", called="what the core group decided")
    next_on = DayField(
        label="When does it meet next?", called="the day of the next core group", required=False
    )

    def __init__(
        self, *args: Any, agencies: Agencies | None = None, siblings: Iterable[Person] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, agencies=agencies, **kwargs)
        self.siblings = {sibling.reference: sibling for sibling in siblings}
        make_rows_with(self, "attendance", agencies=agencies)
        offer(self, "also_for", [(key, str(child)) for key, child in self.siblings.items()])
        if not self.siblings:
            del self.fields["also_for"]
        self.sections = (  # type: ignore[misc]
            ("Who was there", ("held_on", "also_for", "attendance")),
            ("What has become of each action", self.settling),
            ("What the group agreed", ("decisions", "actions", "needs", "next_on")),
        )

    def as_given(self) -> dict[str, Any]:
        """What ``record_core_group`` takes, but for the children."""
        given = self.cleaned_data
        came = tuple(
            AtCoreGroup(
                name=row["name"], agency=row["agency"], present=row["present"] == "yes",
                written_views=row["written_views"],
            )
            for row in given["attendance"]
        )  # fmt: skip
        return self.changes() | {
            "held_on": given["held_on"],
            "attendance": came,
            "decisions": given["decisions"],
            "next_on": given["next_on"],
        }

    def also(self) -> list[Person]:
        """The brothers and sisters it was the core group of too."""
        return [self.siblings[key] for key in self.cleaned_data.get("also_for") or ()]
