"""What is asked when supervision is recorded, and when an action of it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.people.models import Person
from alongside.supervision.services import AgreedAction, Discussed
from alongside.ui.forms import DayField, Form, LongTextField, Pick, RowsField, TextField


class ChildRow(Form):
    """What was said about one child. A row that names no child adds an action to the child above it."""

    child = Pick(
        label="Which child?", required=False,
        help_text="Leave this empty to add another action for the child above.",
    )  # fmt: skip
    discussed = LongTextField(label="What was discussed?", rows=3, required=False)
    decision = LongTextField(label="What was decided?", rows=2, required=False)
    reasons = LongTextField(label="Why?", rows=2, required=False)
    what = LongTextField(label="What will be done?", rows=2, required=False)
    who = TextField(label="Who will do it?", max_length=150, required=False)
    by_when = DayField(label="By when?", called="the day by which it is done", required=False)

    def __init__(self, *args: Any, children: Mapping[str, Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        child = self.fields["child"]
        assert isinstance(child, Pick)
        child.choices = [
            ("", ""),
            *((key, f"{one.called}, {one.reference}") for key, one in children.items()),
        ]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("child") and not answers.get("discussed"):
            self.add_error("discussed", "Enter what was discussed about this child")
        if not answers.get("child") and (answers.get("discussed") or answers.get("decision")):
            self.add_error("child", "Choose which child this is about")
        if answers.get("decision") and not answers.get("reasons"):
            self.add_error("reasons", "Enter why this was decided")
        if bool(answers.get("what")) != bool(answers.get("who")):
            self.add_error(
                "who" if answers.get("what") else "what", "Enter what will be done and who will do it"
            )
        return answers


class SupervisionForm(Form):
    """A talk between a supervisor and a practitioner."""

    sections = (("About children", ("children",)), ("For the two of you", ("words", "next_on")))

    held_on = DayField(label="When was it held?", called="the day it was held")
    children = RowsField(
        ChildRow, one="child", least=0, label="Children who were discussed",
        help_text="This part stands on each child’s own record, where whoever may open it reads it.",
    )  # fmt: skip
    words = LongTextField(
        label="The personal part", rows=4, required=False,
        help_text="Only the two of you read this. It is on no child’s record. Write nothing about a child here.",
    )  # fmt: skip
    next_on = DayField(label="When is the next one?", called="the day of the next one", required=False)

    def __init__(self, *args: Any, among: Mapping[str, Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = self.fields["children"]
        assert isinstance(rows, RowsField)
        rows.row_kwargs = {"children": among}

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        rows = answers.get("children") or ()
        if rows and not rows[0].get("child"):
            self.add_error("children", "The first row names no child. Choose which child it is about")
        return answers


class DoneForm(Form):
    """That an action is done, and what came of it."""

    done_on = DayField(label="When was it done?", called="the day it was done")
    came_of_it = LongTextField(label="What came of it?", missing="Enter what came of it", rows=3)


def discussed(rows: Sequence[Mapping[str, Any]], among: Mapping[str, Person]) -> list[Discussed]:
    """What was said about each child, from the rows as they were typed."""
    gathered: list[tuple[Mapping[str, Any], list[AgreedAction]]] = []
    for row in rows:
        if row.get("child"):
            gathered.append((row, []))
        if row.get("what"):
            gathered[-1][1].append(AgreedAction(what=row["what"], who=row["who"], by_when=row.get("by_when")))
    return [
        Discussed(
            child=among[row["child"]], discussed=row["discussed"], decision=row["decision"], reasons=row["reasons"],
            actions=actions,
        )
        for row, actions in gathered
    ]  # fmt: skip
