"""What is asked when a child is protected at once. Few questions must be answered; the rest may wait."""

from __future__ import annotations

from typing import Any, ClassVar
from uuid import UUID

from alongside.agencies.models import Agency
from alongside.section47.forms.choosing import agencies_of, choose_among
from alongside.section47.models import (
    EmergencyProtectionOrder,
    Exclusion,
    ExclusionEnding,
    ImmediateAction,
    OtherAuthority,
    ProtectionEnding,
    RecoveryEnding,
    RecoveryOrder,
)
from alongside.section47.models.protection import ProtectiveRecord
from alongside.section47.said import Considered
from alongside.ui.forms import (
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    PickRecord,
    Sections,
    TextField,
)

CONSIDERED = ProtectiveRecord.CONSIDERED


class ConsideredForm(Form):
    """What the guidance asks to be considered whichever power is used. All of it may be left for later."""

    child_seen = LongTextField(
        label="Has the agency acting seen the child? When, where?", required=False, rows=2
    )
    children_of_household = LongTextField(
        label="Which other children live there, and are they safe?", required=False, rows=2
    )
    children_of_alleged_perpetrator = LongTextField(
        label="Which children live with the person who may have caused harm?", required=False, rows=2
    )
    legal_advice = LongTextField(label="What legal advice was taken? If none, why?", required=False, rows=2)


def considered(given: dict[str, Any]) -> Considered:
    """Take what was considered out of the answers."""
    return Considered(**{name: given.pop(name) for name in CONSIDERED})


ALSO = ("Also consider", CONSIDERED)


class PoliceProtectionForm(ConsideredForm):
    begun_at = MomentField(
        label="When was the child taken into police protection?", called="the moment police protection began"
    )
    officer = TextField(label="Which officer?", called="the officer who acted", max_length=100)
    why = LongTextField(label="Why?", missing="Enter why the officer acted", rows=3)
    where = TextField(label="Where is the child now?", required=False)
    designated_officer = TextField(label="Who is the designated officer?", required=False, max_length=100)
    police_force = PickRecord(label="Which force?", required=False, type_ahead=False)
    told = LongTextField(
        label="Who has been told?", required=False, rows=2,
        help_text="The local authority, the child, the parents and others with parental responsibility.",
    )  # fmt: skip
    sections: ClassVar[Sections] = (
        ("What happened", ("begun_at", "officer", "why")),
        ("If you know it now", ("where", "designated_officer", "police_force", "told")),
        ALSO,
    )

    def __init__(self, *args: Any, area: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        forces = agencies_of(area).filter(sector=Agency.Sector.POLICE)
        choose_among(forces, self.fields["police_force"])


class AddForm(ConsideredForm):
    """What could wait, for any way of making a child safe."""


FOLLOWS = "What is settled for when it ends?"
FOLLOWS_HELP = "Another order, going home, accommodation by agreement: who does what before that moment."


class AddToOrderForm(ConsideredForm):
    what_follows = LongTextField(label=FOLLOWS, required=False, rows=3, help_text=FOLLOWS_HELP)


class AddToPoliceProtectionForm(ConsideredForm):
    what_follows = LongTextField(label=FOLLOWS, required=False, rows=3, help_text=FOLLOWS_HELP)
    where = TextField(label="Where is the child now?", required=False)
    designated_officer = TextField(label="Who is the designated officer?", required=False, max_length=100)
    told = LongTextField(label="Who else has been told?", required=False, rows=2)


class EndPoliceProtectionForm(Form):
    ended_at = MomentField(label="When did it end?", called="the moment it ended")
    how = OneOf(label="How did it end?", called="how it ended", choices=ProtectionEnding.How.choices)
    what_next = LongTextField(
        label="What holds for the child now?", missing="Say what holds for the child now", rows=3
    )


class EndOrderForm(Form):
    ended_on = DayField(label="When did it end?", called="the day it ended")
    how = OneOf(label="How did it end?", called="how it ended", choices=ProtectionEnding.How.choices)
    what_next = LongTextField(
        label="What holds for the child now?", missing="Say what holds for the child now", rows=3
    )


class ProtectionOrderForm(ConsideredForm):
    made_on = DayField(label="When was the order made?", called="the day the order was made")
    court = TextField(label="Which court?", called="the court", max_length=100)
    applied_by = OneOf(
        label="Who applied?", called="who applied", choices=EmergencyProtectionOrder.AppliedBy.choices,
        reveals={"designated-officer": ("first_police_day",)},
    )  # fmt: skip
    first_police_day = DayField(
        label="First day of police protection", called="the first day of police protection", required=False,
        help_text="Leave it empty if the police protection is recorded here.",
    )  # fmt: skip
    expires_on = DayField(
        label="Last day, as printed on the order", called="the last day printed on the order"
    )
    directions = LongTextField(
        label="What does it direct?", required=False, rows=3,
        help_text="Contact, medical examination, an exclusion requirement.",
    )  # fmt: skip
    sections: ClassVar[Sections] = (
        ("The order", ("made_on", "court", "applied_by", "expires_on", "directions")),
        ALSO,
    )


class ExtendOrderForm(Form):
    made_on = DayField(label="When was it extended?", called="the day it was extended")
    court = TextField(label="Which court?", called="the court", max_length=100)
    expires_on = DayField(
        label="New last day, as printed on the order", called="the new last day printed on the order"
    )
    reasons = LongTextField(label="Why?", required=False, rows=3)


class AssessmentOrderForm(ConsideredForm):
    made_on = DayField(label="When was the order made?", called="the day the order was made")
    court = TextField(label="Which court?", called="the court", max_length=100)
    runs_from = DayField(
        label="On which day does the assessment begin?", called="the day the order names",
        help_text="The day the order names. For example, 27 3 2026",
    )  # fmt: skip
    expires_on = DayField(
        label="Last day, as printed on the order", called="the last day printed on the order", required=False
    )
    what = LongTextField(label="What is to be assessed?", required=False, rows=3)
    sections: ClassVar[Sections] = (
        ("The order", ("made_on", "court", "runs_from", "expires_on", "what")),
        ALSO,
    )


class ImmediateActionForm(ConsideredForm):
    acted_on = DayField(label="When?", called="the day")
    acted_by = OneOf(label="Who acted?", called="who acted", choices=ImmediateAction.ActedBy.choices)
    way = OneOf(
        label="How was the child made safe?",
        called="how the child was made safe",
        choices=ImmediateAction.Way.choices,
    )
    what = LongTextField(label="What was done, and why?", missing="Say what was done, and why", rows=4)
    alone = OneOf(
        label="Was there a strategy discussion first?",
        called="whether there was a discussion first",
        choices=(("no", "Yes"), ("yes", "No, one agency acted before any discussion")),
    )
    sections: ClassVar[Sections] = (("What happened", ("acted_on", "acted_by", "way", "what", "alone")), ALSO)


class OtherAuthorityForm(Form):
    authority = TextField(label="Which authority?", called="the authority", max_length=100)
    their_part = OneOf(label="What is its part?", choices=OtherAuthority.TheirPart.choices, required=False)
    found = LongTextField(label="Who found the child, and where?", required=False, rows=2)
    asked_to_accept = OneOf(
        label="Has it been asked to take responsibility?", called="whether it was asked to take responsibility",
        choices=(("yes", "Yes"), ("no", "No, only consulted")), inline=True,
        help_text="Until it accepts in writing, this authority stays responsible.",
    )  # fmt: skip
    consulted_on = DayField(label="When was it consulted?", called="the day it was consulted")
    words = LongTextField(label="What was said?", missing="Say what was said or written", rows=3)
    accepted_in_writing_on = DayField(
        label="When did it accept responsibility in writing?", called="the day it accepted in writing",
        required=False, help_text="Leave it empty until it has.",
    )  # fmt: skip


class ExclusionForm(Form):
    stands_in = OneOf(
        label="In which order does it stand?", called="the order", choices=Exclusion.StandsIn.choices
    )
    form = OneOf(
        label="Is it a requirement or an undertaking?", called="which it is", choices=Exclusion.Form.choices
    )
    court = TextField(label="Which court?", called="the court", max_length=100)
    who = TextField(label="Who must stay away?", called="who must stay away", max_length=150)
    where = TextField(
        label="From where?", called="from where", help_text="“The home”, if the address is protected."
    )
    begun_on = DayField(label="From which day?", called="the day it begins")
    expires_on = DayField(label="Last day, if one is printed on it", called="the last day", required=False)
    consent_of = TextField(
        label="Who lives there, cares for the child and agreed to it?", required=False, max_length=150
    )
    words = LongTextField(label="What does it say? Is there a power of arrest?", required=False, rows=3)


class EndExclusionForm(Form):
    ended_on = DayField(label="When did it end?", called="the day it ended")
    how = OneOf(label="How did it end?", called="how it ended", choices=ExclusionEnding.How.choices)
    what_next = LongTextField(
        label="What keeps the child safe now?", missing="Say what keeps the child safe now", rows=3
    )


class RecoveryOrderForm(Form):
    made_on = DayField(label="When was the order made?", called="the day the order was made")
    court = TextField(label="Which court?", called="the court", max_length=100)
    ground = OneOf(label="Why?", called="why it was made", choices=RecoveryOrder.Ground.choices)
    words = LongTextField(
        label="Whom does it name, and what does it direct?", rows=3, missing="Say what the order directs"
    )


class EndRecoveryForm(Form):
    ended_on = DayField(label="When?", called="the day")
    how = OneOf(label="What happened?", called="what happened", choices=RecoveryEnding.How.choices)
    what_next = LongTextField(
        label="What holds for the child now?", missing="Say what holds for the child now", rows=3
    )
