"""What is asked about a move to another authority, a stay here on another's plan, and turning 18."""

from __future__ import annotations

from typing import ClassVar

from alongside.plans.models import MoveContact, PlanMove, PlanMoveEnding, ReceivingConference, StayHereEnding
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, Sections, TextField


class MoveAwayForm(Form):
    known_on = DayField(label="When did we know?", called="the day we knew")
    lasting = OneOf(
        label="For how long?", called="for how long the child moves", choices=PlanMove.Lasting.choices,
        reveals={PlanMove.Lasting.FOR_A_TIME.value: ("back_on",)},
    )  # fmt: skip
    back_on = DayField(
        label="Until when, as far as is known?", called="the day the child comes back", required=False
    )
    authority = TextField(
        label="Which authority does the child move to?", called="the authority", max_length=100
    )
    moves_on = DayField(
        label="When does the child move, or when did they?", called="the day of the move", required=False
    )
    meanwhile = LongTextField(
        label="How does the plan go on meanwhile, and who sees the child?", rows=4,
        missing="Say how the plan goes on meanwhile, and who sees the child",
        help_text="Visits, core groups and reviews stay due here.",
    )  # fmt: skip


class MoveToldForm(Form):
    told_on = DayField(label="When was it told?", called="the day it was told",
                       help_text="Of a move for good, its 15 working days run from this day.")  # fmt: skip
    told_by = TextField(label="Who told it?", called="who told it", max_length=150)
    whom = TextField(label="Whom there, and how?", required=False)
    sent = LongTextField(
        label="What was sent?", rows=4, missing="Say what was sent",
        help_text="The plan, the last conference’s record, the chronology, who works with the child.",
    )  # fmt: skip


class MoveContactForm(Form):
    rung_on = DayField(label="When?", called="the day")
    rung_by = TextField(label="Who asked?", called="who asked", max_length=150)
    whom = TextField(label="Whom?", required=False, max_length=150)
    answer = OneOf(
        label="What was the answer?", called="the answer", choices=MoveContact.Answer.choices,
        reveals={MoveContact.Answer.BOOKED.value: ("booked_for",)},
        hints={MoveContact.Answer.REFUSED.value: "The plan here goes on, and the move stays open until it is settled."},
    )  # fmt: skip
    booked_for = DayField(label="For which day?", called="the day of their conference", required=False)
    words = LongTextField(label="What was said?", rows=3, missing="Say what was said")


class ReceivingConferenceForm(Form):
    held_on = DayField(label="When did it hold its conference?", called="the day of the conference there")
    written_on = DayField(label="When did its answer come in writing?", called="the day its answer came")
    decided = OneOf(
        label="What did it decide?", called="what it decided", choices=ReceivingConference.Decision.choices
    )
    words = LongTextField(
        label="What did it write? Who works with the child there?", rows=4, missing="Say what it wrote"
    )


class EndMoveForm(Form):
    ended_on = DayField(label="When?", called="the day")
    how = OneOf(label="What happened?", called="what happened", choices=PlanMoveEnding.How.choices)
    words = LongTextField(
        label="What happened, and who was told?", rows=3, missing="Say what happened, and who was told"
    )


class StayHereForm(Form):
    from_on = DayField(label="Since when is the child here?", called="the day the stay began")
    authority = TextField(label="Which authority has the plan?", called="the authority", max_length=100)
    their_lead = TextField(label="Who leads there, and how are they reached?", called="who leads there")
    agreed = LongTextField(
        label="What does each authority do meanwhile, and who sees the child?", rows=4,
        missing="Say what each authority does meanwhile, and who sees the child",
    )  # fmt: skip
    until_on = DayField(
        label="Until when, as far as is known?", called="the day the stay ends", required=False
    )
    plan_there_since = DayField(
        label="Since when is there a plan?", called="the day the plan there began", required=False
    )
    plan_there = LongTextField(label="What is the plan for, and what does it ask?", rows=3, required=False)
    sections: ClassVar[Sections] = (
        ("The stay", ("from_on", "authority", "their_lead", "agreed", "until_on")),
        ("The plan there", ("plan_there_since", "plan_there")),
    )


class EndStayForm(Form):
    ended_on = DayField(label="When did it end?", called="the day it ended")
    how = OneOf(label="What happened?", called="what happened", choices=StayHereEnding.How.choices)
    told = TextField(label="Who there was told, and how?", called="who there was told")
    words = LongTextField(label="Anything else they or we need to know?", rows=3, required=False)


class ComingOfAgeForm(Form):
    planned_on = DayField(label="When was this planned?", called="the day of planning")
    review_on = DayField(
        label="For which day is the review around the birthday set?", called="the day of the review"
    )
    how = LongTextField(
        label="How is it planned, and what help goes on?", rows=4, missing="Say how it is planned"
    )
    adult_services = LongTextField(
        label="Which adult services take over, and who there?", rows=2, required=False
    )
    views = LongTextField(label="What do the young person and the family say?", rows=3, required=False)
