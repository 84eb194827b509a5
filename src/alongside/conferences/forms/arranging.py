"""What is decided on the way to a conference."""

from __future__ import annotations

from typing import Any, ClassVar

from alongside.conferences.models import BeforeBirth, EnoughThere, Invitation
from alongside.plans.forms.asking import offer
from alongside.plans.lists import Line
from alongside.ui.forms import (
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    Pick,
    Sections,
    TextField,
    WholeNumberField,
)


class BeforeBirthForm(Form):
    """Whether a conference is held before the birth. Nothing is chosen beforehand."""

    decision = OneOf(
        label="Is a conference to be held before the birth?", called="whether to hold one before the birth",
        choices=BeforeBirth.Decision.choices,
    )  # fmt: skip
    reasons = LongTextField(label="Why?", called="why this was decided", rows=4)


class KeepAwayForm(Form):
    """Who does not take part, from what, why, and how they are heard instead."""

    who = Pick(label="Who is kept away?", called="who is kept away", missing="Choose who is kept away")
    away_from = TextField(
        label="From the whole conference, or from which part?", called="from which part they are kept away", max_length=200,
        help_text="For example “the whole conference”, or “while the police report is read”",
    )  # fmt: skip
    reasons = LongTextField(label="Why?", called="why they are kept away", rows=4)
    views_come = LongTextField(
        label="How does the conference hear what they want to say?", called="how their views come", rows=3,
        help_text="For example in writing, through an advocate, or by telephone to the chair before",
    )  # fmt: skip

    def __init__(self, *args: Any, invited: list[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invited = {str(line.key): line for line in invited}
        names = [
            (key, f"{line.name}, {line.part}" if line.part else line.name)
            for key, line in self.invited.items()
        ]
        offer(self, "who", [("", "Choose one"), *names])

    def as_given(self) -> dict[str, Any]:
        """What ``keep_away`` takes."""
        given = self.cleaned_data
        chosen = self.invited[given["who"]]
        return {
            "invitation": Invitation(pk=chosen.key, name=chosen.name), "name": chosen.name, "part": chosen.part,
            "away_from": given["away_from"], "reasons": given["reasons"], "views_come": given["views_come"],
        }  # fmt: skip


class TooFewForm(Form):
    """Who is there and who is not, and what the chair decides."""

    there = LongTextField(label="Who is there?", called="who is there", rows=3)
    missing = LongTextField(
        label="Who is missing, and what would they have brought?", called="who is missing", rows=3
    )
    decision = OneOf(
        label="What does the chair decide?", called="what the chair decides", choices=EnoughThere.Decision.choices,
        reveals={"stood-down": ("interim_plan", "meets_again_at")},
    )  # fmt: skip
    interim_plan = LongTextField(
        label="What keeps the child safe until then, and who does it?",
        called="what keeps the child safe until then",
        rows=4,
    )
    meets_again_at = MomentField(
        label="When does it meet again?", called="when it meets again",
        help_text="Usually within 10 working days: practice, not Working Together. The limit for the conference goes on running.",
    )  # fmt: skip
    reasons = LongTextField(label="Why?", called="why the chair decides so", rows=3)

    sections: ClassVar[Sections] = (
        ("Who is there", ("there", "missing")),
        ("The decision", ("decision", "reasons")),
    )

    def as_given(self) -> dict[str, Any]:
        """What ``decide_with_too_few`` takes."""
        given = dict(self.cleaned_data)
        given["interim_plan"] = given.get("interim_plan") or ""
        given["meets_again_at"] = given.get("meets_again_at") or None
        return given


class QuorumForm(Form):
    """What an area asks for."""

    agencies = WholeNumberField(
        label="How many agencies besides children’s social care are to be there?", called="how many agencies", most=20,
    )  # fmt: skip
    because = LongTextField(
        label="Where is this written?", called="where this is written", rows=2,
        help_text="For example the name of the local procedure and its section",
    )  # fmt: skip
    from_on = DayField(label="From which day?", called="from which day")
