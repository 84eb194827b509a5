"""What is asked when a looked-after child comes home."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from alongside.agencies.models import Practitioner
from alongside.care.models import ReturnHome
from alongside.care.services import ways
from alongside.people.models import Person
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, PickRecord, Sections, TextField


class ReturnHomeForm(Form):
    """How the child comes home, and the plan for it."""

    decided_on = DayField(label="When was this decided, or when did the child come home?", called="the day")
    way = OneOf(label="How does the child come home?", choices=(), reveals={"unplanned": ("immediate_concern",)},
                missing="Select how the child comes home")  # fmt: skip
    immediate_concern = OneOf(
        label="Is there concern for the child's immediate safety?", choices=ReturnHome.Concern.choices, inline=True,
        help_text="If so, act now; a strategy discussion follows at once.",
        missing="Say whether there is concern for the child's immediate safety",
    )  # fmt: skip
    reasons = LongTextField(label="Why?", missing="Enter the reasons")
    led_by = PickRecord(label="Who leads this decision?", called="who leads this decision")
    assessment = LongTextField(
        label="What did the assessment find, made while the child was looked after?", required=False
    )
    seen_alone = OneOf(
        label="Was the child seen alone?", choices=ReturnHome.SeenAlone.choices, required=False, inline=True
    )
    wishes = LongTextField(label="What does the child want?", required=False, rows=3)
    support_and_contact = LongTextField(
        label="What support and contact does the local authority give?", required=False, rows=3
    )
    timeline = LongTextField(label="What is decided when?", required=False, rows=3)
    monitoring = LongTextField(label="How is the effect watched and recorded?", required=False, rows=3)
    family_group = LongTextField(label="What came of family group decision-making?", required=False, rows=3)
    approved_by = TextField(
        label="Which nominated officer approved that the child stops being looked after?",
        required=False,
        max_length=150,
    )

    ceased_on = DayField(
        label="Since when is the child no longer looked after?", called="the day the child stopped being looked after",
        required=False, help_text="Leave it empty while the child is still looked after.",
    )  # fmt: skip

    sections: ClassVar[Sections] = (
        ("The decision", ("decided_on", "way", "immediate_concern", "reasons", "led_by")),
        (
            "The plan",
            (
                "assessment",
                "seen_alone",
                "wishes",
                "support_and_contact",
                "timeline",
                "monitoring",
                "family_group",
                "approved_by",
                "ceased_on",
            ),
        ),
    )

    def __init__(self, *args: Any, child: Person, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = [(step.key, step.label) for step in ways(today)]  # type: ignore[attr-defined]
        self.fields["led_by"].queryset = Practitioner.objects.filter(  # type: ignore[attr-defined]
            is_active=True, posts__to_on=None, posts__team__area=child.area_id
        ).distinct()
