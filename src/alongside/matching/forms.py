"""What is asked of whoever says that two records are, or are not, one person's. Nothing is chosen beforehand."""

from __future__ import annotations

from typing import Any

from alongside.matching.differences import differences
from alongside.people.models import Person
from alongside.ui.forms import Form, LongTextField, OneOf, TextField


class OtherRecordForm(Form):
    """Which record may be this child's too."""

    reference = TextField(
        label="What is the reference of the other record?", width=20, max_length=20, spellcheck=False,
        help_text="It stands under the child's name, for example WREN-7K3QFT.",
    )  # fmt: skip


class NotSameForm(Form):
    """Why two records are of two people."""

    why = LongTextField(
        label="How do you know?", missing="Say how you know that they are two people", rows=3,
        help_text="For example: the school has two pupils with these names, and two UPNs.",
    )  # fmt: skip


class JoinForm(Form):
    """Which record stays, and for each thing in which they differ, which of them is right. Those come first."""

    kept = OneOf(
        label="Under which reference shall both be read from now on?",
        choices=(),
        missing="Select a reference",
    )
    reason = LongTextField(
        label="How do you know that they are of one child?", missing="Say how you know", rows=3
    )

    def __init__(self, *args: Any, one: Person, other: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.two = {one.reference: one, other.reference: other}
        self.conflicts = [found for found in differences(one, other) if found.is_conflict]
        for found in self.conflicts:
            self.fields[found.field] = OneOf(
                label=f"{found.label}: which is right?", missing=f"Select which is right: {found.label.lower()}",
                choices=(
                    (one.reference, f"{found.kept}, as {one.reference} says"),
                    (other.reference, f"{found.joined}, as {other.reference} says"),
                ),
            )  # fmt: skip
        self.fields["kept"].choices = [  # type: ignore[attr-defined]
            (reference, f"{reference}, {person.called}") for reference, person in self.two.items()
        ]
        last = {name: self.fields.pop(name) for name in ("kept", "reason")}
        self.fields.update(last)

    def told(self, answers: dict[str, Any]) -> dict[str, Any]:
        """The answers as ``joining.join`` takes them."""
        kept = self.two[answers["kept"]]
        (joined,) = (person for person in self.two.values() if person.pk != kept.pk)
        choices = {
            found.field: "kept" if answers[found.field] == kept.reference else "joined"
            for found in self.conflicts
        }
        return {"kept": kept, "joined": joined, "choices": choices, "reason": answers["reason"]}


class BecauseForm(Form):
    """Why two joined records are parted, or why a joining is not wanted."""

    because = LongTextField(label="Why?", missing="Say why", rows=3)
