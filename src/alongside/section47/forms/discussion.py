"""What is asked about a strategy discussion, child by child and agency by agency."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError

from alongside.agencies.models import Agency
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Pathway
from alongside.people.models import Person
from alongside.section47.forms.choosing import (
    Choice,
    agencies_of,
    as_choices,
    known_as,
    offer,
    social_care_staff,
)
from alongside.section47.models import Participation, StrategyDiscussion
from alongside.section47.said import ActionAgreed, ChildDiscussed, DiscussionHeld, Participant
from alongside.ui.fields.moments import on_the_clock
from alongside.ui.forms import (
    DayField,
    Form,
    LongTextField,
    OneOf,
    Pick,
    PickRecord,
    RowsField,
    Sections,
    TextField,
)

SECTION_47 = str(StrategyDiscussion.Decision.SECTION_47)
NAME_ONE = "The lead practitioner is no social worker. Enquiries are led by one; whoever leads now stays in the network."
YES_NO = (("yes", "Yes"), ("no", "No"))


class _OfAgencies(Form):
    def __init__(self, *args: Any, area: UUID, agencies: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["agency"], agencies_of(area), as_choices(agencies))


class ParticipantRow(_OfAgencies):
    """Somebody who took part, what their agency knows and what it thinks."""

    name = TextField(names=True, label="Name and role", called="who took part", max_length=100)
    agency = PickRecord(label="Agency", required=False, shows_recorded=True, type_ahead=False)
    agency_name = TextField(label="If not listed, its name", required=False, max_length=150)
    sector = Pick(
        label="And what kind it is",
        called="what kind of agency it is",
        choices=Agency.Sector.choices,
        required=False,
        type_ahead=False,
    )
    information = LongTextField(label="What does the agency know?", required=False, rows=4)
    view = Pick(
        label="Its view on significant harm",
        choices=Participation.View.choices,
        required=False,
        type_ahead=False,
    )
    may_decide = OneOf(label="Senior enough to decide?", choices=YES_NO, inline=True, required=False)
    dissent = LongTextField(label="If they disagree with the decision, why?", required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        listed, named = given.get("agency"), given.get("agency_name")
        if not listed and not named:
            self.add_error("agency", "Choose their agency, or name it below if it is not in the list.")
        if listed and named:
            self.add_error("agency_name", "Choose an agency or name one, not both. Take one of them out.")
        if named and not listed and not given.get("sector"):
            self.add_error("sector", "Choose what kind of agency that is.")
        return given


class ActionRow(_OfAgencies):
    """One thing to be done, by whom and when."""

    what = TextField(label="What is to be done?", called="what is to be done", max_length=None)
    agency = PickRecord(label="Which agency does it?", required=False, type_ahead=False)
    by_on = DayField(
        label="By when?", called="the day by which it is done", required=False,
        help_text="Leave it empty if it is to be done at once.",
    )  # fmt: skip


class StrategyDiscussionForm(Form):
    """A strategy discussion about one child, and any brother or sister discussed with them.

    Everything about child number n ends in _n; child 0 is the one whose page this is. to_name: children whose lead
    practitioner is no social worker, so that one is named to lead enquiries.
    """

    held_on = DayField(label="When was it held?", called="the day of the discussion")
    held_time = TextField(label="At what time?", required=False, width=5, max_length=12)
    form = OneOf(
        label="How was it held?",
        called="how the discussion was held",
        choices=StrategyDiscussion.Form.choices,
    )
    convened_by = PickRecord(
        label="Who convened it?", called="who convened the discussion", label_of=known_as
    )
    participants = RowsField(
        ParticipantRow, one="person", many="people", label="Who took part, and what does each agency know?"
    )
    missing_information = LongTextField(label="What information is missing?", required=False, rows=3)
    actions = RowsField(ActionRow, one="action", label="What is done now?", least=0)
    child_kept_safe = LongTextField(
        label="How are the children kept safe meanwhile, and who speaks to them?", required=False, rows=3
    )
    criminal_investigation = LongTextField(
        label="Is there a criminal investigation? How and when is it carried out?", required=False, rows=3
    )
    police_tasks = LongTextField(
        label="What do the police do, and when?", required=False, rows=2,
        help_text="Lines of investigation, evidence, and interviews of the child for it.",
    )  # fmt: skip
    health_tasks = LongTextField(
        label="What does health do, and when?", required=False, rows=2,
        help_text="Medical examinations, bringing health information together, and advice.",
    )  # fmt: skip
    legal_action = LongTextField(label="Is legal action needed?", required=False, rows=2)
    other_children = LongTextField(
        label="Which other children were considered?", required=False, rows=2,
        help_text="In the household, and in the household of whoever may have harmed the child.",
    )  # fmt: skip
    next_discussion_on = DayField(
        label="When is the next discussion?", called="the day of the next discussion", required=False
    )
    family_told = OneOf(
        label="Have the child and family been told?", called="whether the child and family have been told", choices=StrategyDiscussion.FamilyTold.choices,
        reveals={"told": ("told_what",), "not-told": ("not_told_because",)},
    )  # fmt: skip
    told_what = LongTextField(
        label="What are they told, and by whom?", missing="Enter what the family is told, and by whom", rows=3
    )
    not_told_because = OneOf(
        label="Which of the two exceptions applies?",
        called="which of the two exceptions applies",
        choices=StrategyDiscussion.NotTold.choices,
    )
    decided_by = PickRecord(
        label="Who decided for the local authority?",
        called="who decided for the local authority",
        label_of=known_as,
    )
    sections: ClassVar[Sections] = ()

    def __init__(
        self,
        *args: Any,
        children: Sequence[Person],
        agencies: Sequence[Choice],
        staff: Sequence[Choice],
        today: date,
        to_name: Collection[UUID] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.children, self.to_name, self.staff = children, to_name, as_choices(staff)
        area = children[0].area_id
        for rows in ("participants", "actions"):
            self.fields[rows].row_kwargs = {"area": area, "agencies": agencies}  # type: ignore[attr-defined]
        for who in ("convened_by", "decided_by"):
            offer(self.fields[who], social_care_staff(area), as_choices(staff))
        for number, child in enumerate(children):
            self._ask_about(number, child, today)
        self.sections = self._agenda()  # type: ignore[misc]
        self.order_fields([name for _, names in self.sections for name in names])

    def _ask_about(self, number: int, child: Person, today: date) -> None:
        one, asked = child.called, {}
        asked[f"childs_views_{number}"] = LongTextField(
            label=f"What does {one} say, want and feel?", called=f"the views of {one}", required=False, rows=3
        )
        asked[f"decision_{number}"] = OneOf(
            label=f"What was decided for {one}?", called=f"what was decided for {one}",
            choices=decisions(today), reveals={SECTION_47: (f"enquiry_by_{number}", f"lead_{number}")},
        )  # fmt: skip
        asked[f"enquiry_by_{number}"] = OneOf(
            label="Who makes the enquiries?", called=f"who makes the enquiries for {one}",
            choices=StrategyDiscussion.EnquiryBy.choices,
        )  # fmt: skip
        asked[f"lead_{number}"] = PickRecord(
            label=f"Which social worker leads the enquiries for {one}?", called=f"who leads the enquiries for {one}",
            required=child.pk in self.to_name, label_of=known_as,
            help_text=NAME_ONE if child.pk in self.to_name else "Leave it empty if the lead practitioner does.",
        )  # fmt: skip
        offer(asked[f"lead_{number}"], social_care_staff(child.area_id), self.staff)
        asked[f"reasons_{number}"] = LongTextField(
            label=f"Why, for {one}?", missing=f"Enter the reasons for the decision about {one}", rows=4
        )
        asked[f"medical_{number}"] = LongTextField(
            label=f"Is a medical examination of {one} needed? When, where and by whom?",
            required=False,
            rows=2,
        )
        if number:
            under = tuple(name for name in asked if name not in (f"enquiry_by_{number}", f"lead_{number}"))
            self.fields[f"discussed_{number}"] = OneOf(
                label=f"Was {one} discussed too?",
                choices=YES_NO,
                inline=True,
                reveals={"yes": under},
                missing=f"Say whether {one} was discussed too",
            )
        self.fields.update(asked)

    def _agenda(self) -> Sections:
        about = [
            (
                child.called,
                tuple(name for name in self.fields if name.endswith(f"_{number}")),
            )
            for number, child in enumerate(self.children)
        ]
        return (
            ("The discussion", ("held_on", "held_time", "form", "convened_by")),
            ("Who took part", ("participants", "missing_information")),
            *about,
            (
                "What happens now",
                (
                    "actions", "child_kept_safe", "criminal_investigation", "police_tasks", "health_tasks",
                    "legal_action", "other_children",
                    "next_discussion_on",
                ),
            ),
            ("The child and family", ("family_told",)),
            ("The decision", ("decided_by",)),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        given["held_at"] = None
        if given.get("held_time") and given.get("held_on"):
            given["held_at"] = self._moment(given["held_on"], given["held_time"])
        return given

    def _moment(self, day: date, written: str) -> datetime | None:
        try:
            return on_the_clock(day, written, "The time of the discussion")
        except ValidationError as problem:
            self.add_error("held_time", problem.messages)
            return None


def decisions(on: date) -> list[tuple[str, str]]:
    """The ways on from a strategy discussion under the text in force that day."""
    rule = catalogue.rule("child-protection.strategy-discussion-outcome")
    assert isinstance(rule, Pathway)
    return [(step.key, step.label) for step in rule.steps(on)]


def children_discussed(given: dict[str, Any], children: Sequence[Person]) -> list[ChildDiscussed]:
    """What the answers say of each child who was discussed."""
    return [
        ChildDiscussed(
            child=child, decision=given[f"decision_{n}"], reasons=given[f"reasons_{n}"],
            enquiry_by=given[f"enquiry_by_{n}"], childs_views=given[f"childs_views_{n}"],
            medical=given[f"medical_{n}"], lead=given[f"lead_{n}"] or None,
        )
        for n, child in enumerate(children)
        if n == 0 or given[f"discussed_{n}"] == "yes"
    ]  # fmt: skip


def discussion_held(given: dict[str, Any]) -> DiscussionHeld:
    """What the answers say of the discussion itself."""
    plain = {
        name: given[name] for name in DiscussionHeld.__slots__ if name not in ("participants", "actions")
    }
    return DiscussionHeld(
        participants=tuple(Participant(**row) for row in given["participants"]),
        actions=tuple(ActionAgreed(**row) for row in given["actions"]),
        **plain,
    )
