"""Being told of a move, and naming a chair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alongside.agencies.models import Practitioner
from alongside.people.models import Person
from alongside.plans.forms.asking import offer
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, Pick, TextField


class MoveForm(Form):
    """Another authority's word that a child on its plan has moved here for good."""

    notified_on = DayField(
        label="When were we told?", called="the day we were told of the move",
        help_text="The 15 working days run from this day, not from the day of the move.",
    )  # fmt: skip
    authority = TextField(
        label="Which authority has the plan?", called="the authority that has the plan", max_length=100
    )
    told_by = TextField(label="Who told us, and how?", required=False)
    moved_on = DayField(label="When did the family move?", called="the day of the move", required=False)
    plan_there_since = DayField(
        label="Since when has there been a plan?", called="the day the plan there began", required=False
    )
    plan_there = LongTextField(label="What is the plan for, and what does it ask?", rows=4, required=False)


class ChairForm(Form):
    """Who chairs a child's conferences from now on."""

    chair = Pick(label="Who chairs the conferences?", called="the chair", missing="Choose a chair")
    from_on = DayField(label="From when?", called="the day from which they chair")
    also_for = AnyOf(label="Also for these brothers and sisters?", required=False)

    def __init__(
        self,
        *args: Any,
        chairs: Mapping[str, Practitioner] | None = None,
        siblings: Iterable[Person] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.chairs = chairs or {}
        self.siblings = {sibling.reference: sibling for sibling in siblings}
        offer(
            self,
            "chair",
            [
                ("", "Choose one"),
                *((key, one.name) for key, one in self.chairs.items()),
            ],
        )
        offer(self, "also_for", [(key, str(child)) for key, child in self.siblings.items()])
        if not self.siblings:
            del self.fields["also_for"]

    def as_given(self, child: Person) -> dict[str, Any]:
        """What ``allocate_chair`` takes."""
        given = self.cleaned_data
        also = [self.siblings[key] for key in given.get("also_for") or ()]
        return {
            "children": [child, *also],
            "chair": self.chairs[given["chair"]],
            "from_on": given["from_on"],
        }
