"""What is asked when a plan starts, changes, is reviewed or ends. No judgement is chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.agencies.models import SUPERVISING_ROLES, Agency, Area, Practitioner
from alongside.family_help.models import (
    Agreed,
    ChildInNeedPlanEnding,
    ChildInNeedPlanNeed,
    MoveOfArea,
    PlanBasis,
    PlannedChange,
)
from alongside.family_help.services import NewAction, NewNeed
from alongside.family_help.services.end import NOT_FOR
from alongside.family_help.taking_over import Offered
from alongside.guidance.kernel.rules import Step
from alongside.ui.forms import (
    AnyOf,
    DayField,
    Form,
    LongTextField,
    OneOf,
    Pick,
    PickRecord,
    RowsField,
    TextField,
)

Agencies = Mapping[str, Agency]
IN_THE_FAMILY = "None: someone in the family"
WHO = "A name, from an agency or the family."
WITHDRAWN = ChildInNeedPlanEnding.Outcome.AGREEMENT_WITHDRAWN.value


def agencies_of(area: Area | UUID) -> dict[str, Agency]:
    """Every agency of an area by its key as text: one query for a whole form, however many rows."""
    return {str(agency.pk): agency for agency in Agency.objects.filter(areas=area, closed_on=None)}


def supervisors_of(area: Area | UUID) -> QuerySet[Practitioner]:
    """Practice supervisors and managers who work in an area now."""
    posts = {"posts__role__in": SUPERVISING_ROLES, "posts__team__area": area, "posts__to_on": None}
    return Practitioner.objects.filter(is_active=True, **posts).distinct()


class ActionRow(Form):
    """An action: what, by whom, by when, and how everyone will know."""

    what = LongTextField(label="What will be done?", rows=2, missing="Say what will be done")
    who = TextField(names=True, label="Who will do it?", max_length=150, help_text=WHO, required=False)
    agency = Pick(label="Which agency are they from?", required=False, type_ahead=False)
    by_when = DayField(label="By when?", called="the day by which it is done", required=False)
    how_we_will_know = LongTextField(label="How will we know it worked?", rows=2, required=False)

    def __init__(self, *args: Any, agencies: Agencies, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = agencies
        agency = self.fields["agency"]
        assert isinstance(agency, Pick)
        agency.choices = [("", IN_THE_FAMILY), *((key, one.name) for key, one in agencies.items())]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("what") and not (answers.get("who") or answers.get("agency")):
            self.add_error("who", "Say who will do it: a name, or an agency")
        return answers


class NeedRow(ActionRow):
    """A need with an action. A row that leaves the need empty adds an action to the need above it."""

    need = LongTextField(
        label="What does the child need?", rows=2, required=False,
        help_text="Leave this empty to add another action to the need above.",
    )  # fmt: skip
    outcome = LongTextField(label="What will be different for the child?", rows=2, required=False)
    what = LongTextField(label="What will be done?", rows=2, required=False)

    field_order = ("need", "outcome", "what", "who", "agency", "by_when", "how_we_will_know")


class StartForm(Form):
    """A plan agreed with the family."""

    sections = (
        ("From the plan before", ("taken_over",)),
        ("The family's agreement", ("family_agreed", "agreed_by", "agreement_words")),
        ("What the child needs, and who does what", ("needs",)),
        ("What it rests on", ("expectations", "strengths", "outside_factors", "education")),
        ("Keeping it alive", ("approved_by", "next_review_on")),
    )

    started_on = DayField(label="When does the plan start?", called="the day the plan starts")
    aims = LongTextField(
        label="What is the plan to achieve for the child?", rows=3, required=False,
        missing="Enter what the plan is to achieve",
    )  # fmt: skip
    taken_over = AnyOf(
        label="What goes on as it is?", required=False,
        help_text="Tick what still holds. Each keeps its source and its day; nothing is taken over unasked.",
    )  # fmt: skip
    family_agreed = OneOf(
        label="Does the family agree to this help?", choices=Agreed.choices,
        missing="Select whether the family agrees",
    )  # fmt: skip
    agreed_by = TextField(
        names=True, label="Who was asked?", required=False, help_text="For example Grace Okoye, her mother"
    )
    agreement_words = LongTextField(label="What did they say?", rows=2, required=False)
    needs = RowsField(NeedRow, one="need", least=0, label="Needs and actions")
    expectations = LongTextField(label="What is expected of parents and carers?", rows=2, required=False)
    strengths = LongTextField(label="What is going well?", rows=2, required=False)
    outside_factors = LongTextField(
        label="What outside the family makes a difference?", rows=2, required=False
    )
    education = LongTextField(label="How are things at school, college or nursery?", rows=2, required=False)
    approved_by = PickRecord(label="Which practice supervisor or manager agreed the plan?", required=False)
    next_review_on = DayField(
        label="When will it be reviewed?", called="the day of the review", required=False
    )

    def __init__(
        self, *args: Any, agencies: Agencies, supervisors: QuerySet[Practitioner], offered: Offered | None = None,
        basis: str = PlanBasis.SECTION_17, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        _rows(self, "needs", agencies)
        _choose_among(self, "approved_by", supervisors)
        if basis == PlanBasis.EARLY_HELP:
            del self.fields["approved_by"]
        if offered is None or not offered.choices:
            del self.fields["taken_over"]
        else:
            taken_over = self.fields["taken_over"]
            assert isinstance(taken_over, AnyOf)
            taken_over.choices = list(offered.choices)
            taken_over.label = f"What goes on from {offered.called_before}?"

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        asked = answers.get("family_agreed") not in (None, "", Agreed.NOT_ASKED)
        if asked and not answers.get("agreed_by"):
            self.add_error("agreed_by", "Enter who in the family was asked")
        if not answers.get("aims") and "aims" not in (answers.get("taken_over") or ()):
            self.add_error("aims", self.fields["aims"].error_messages["required"])
        rows = answers.get("needs") or ()
        if rows and not rows[0].get("need"):
            self.add_error("needs", "The first row has an action and no need. Say what the child needs")
        return answers


class BasisForm(Form):
    """The plan goes on, and section 17 becomes its basis."""

    changed_on = DayField(label="From which day?", called="the day from which section 17 is its basis")
    family_agreed = OneOf(
        label="Does the family agree to help under section 17?", choices=Agreed.choices,
        missing="Select whether the family agrees",
    )  # fmt: skip
    agreed_by = TextField(names=True, label="Who was asked?", required=False)
    agreement_words = LongTextField(label="What did they say?", rows=2, required=False)
    reasons = LongTextField(
        label="Why does the child need help under section 17?",
        rows=3,
        missing="Enter why the basis changes",
    )
    approved_by = PickRecord(label="Which practice supervisor or manager agreed?", required=False)

    def __init__(self, *args: Any, supervisors: QuerySet[Practitioner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _choose_among(self, "approved_by", supervisors)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        asked = answers.get("family_agreed") not in (None, "", Agreed.NOT_ASKED)
        if asked and not answers.get("agreed_by"):
            self.add_error("agreed_by", "Enter who in the family was asked")
        return answers


class ChangeForm(Form):
    """More needs and actions for an open plan."""

    sections = (("Another action", ("to", "actions")), ("Another need", ("needs",)))

    changed_on = DayField(label="When was this agreed?", called="the day this was agreed")
    to = Pick(label="Which need do the actions serve?", required=False, type_ahead=False)
    actions = RowsField(ActionRow, one="action", least=0, label="Actions")
    needs = RowsField(NeedRow, one="need", least=0, label="Needs")

    def __init__(
        self, *args: Any, agencies: Agencies, needs: Iterable[ChildInNeedPlanNeed], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(need.pk): need for need in needs}
        to = self.fields["to"]
        assert isinstance(to, Pick)
        to.choices = [("", "Choose one"), *((key, need.need) for key, need in self.known.items())]
        _rows(self, "actions", agencies)
        _rows(self, "needs", agencies)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("actions") and not answers.get("to"):
            self.add_error("to", "Choose the need that the actions serve")
        rows = answers.get("needs") or ()
        if rows and not rows[0].get("need"):
            self.add_error("needs", "The first row has an action and no need. Say what the child needs")
        return answers


class DoneForm(Form):
    """An action that is done."""

    done_on = DayField(label="When was it done?", called="the day it was done")
    came_of_it = LongTextField(label="What came of it for the child?", rows=3, required=False)


class ReviewForm(Form):
    """A review of the plan."""

    reviewed_on = DayField(label="When was the plan reviewed?", called="the day of the review")
    progress = LongTextField(label="What has changed for the child?", rows=4, required=False)
    child_and_family = LongTextField(label="What do the child and the family say?", rows=4, required=False)
    decision = OneOf(label="What was decided?", choices=(), missing="Select what was decided")
    reasons = LongTextField(label="Why?", rows=3, missing="Enter the reasons for the decision")
    agreed_with = PickRecord(label="Which practice supervisor or manager agreed?", required=False)
    next_review_on = DayField(
        label="When is the next review?", called="the day of the next review", required=False
    )

    def __init__(
        self,
        *args: Any,
        decisions: Iterable[Step],
        basis: str = PlanBasis.SECTION_17,
        supervisors: QuerySet[Practitioner],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        decision = self.fields["decision"]
        assert isinstance(decision, OneOf)
        decision.choices = [(step.key, step.label) for step in decisions]
        _choose_among(self, "agreed_with", supervisors)
        if basis == PlanBasis.EARLY_HELP:
            del self.fields["agreed_with"]


class EndForm(Form):
    """The end of a plan."""

    ended_on = DayField(label="When did the plan end?", called="the day the plan ended")
    outcome = OneOf(
        label="Why does it end?", choices=ChildInNeedPlanEnding.Outcome.choices,
        reveals={WITHDRAWN: ("risk_weighed",)}, missing="Select why the plan ends",
    )  # fmt: skip
    risk_weighed = LongTextField(
        label="Does the withdrawal raise the risk for the child? Why, or why not?", rows=3,
        missing="Enter whether the withdrawal raises the risk for the child",
        help_text="Help is by agreement. Where significant harm is suspected, act without it.",
    )  # fmt: skip
    reasons = LongTextField(label="What are the reasons?", rows=4, missing="Enter why the plan ends")

    def __init__(self, *args: Any, basis: str = PlanBasis.SECTION_17, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, OneOf)
        outcome.choices = [
            one for one in ChildInNeedPlanEnding.Outcome.choices if one[0] not in NOT_FOR[basis]
        ]


class MoveForm(Form):
    """The family moves to another area for good, or moved here."""

    sections = (
        ("What is passed on", ("passed_on", "what", "with_plan")),
        ("Meanwhile", ("meanwhile", "need_weighed")),
    )

    known_on = DayField(label="When did you learn of the move?", called="the day you learned of it")
    way = OneOf(
        label="Which way?", choices=MoveOfArea.Way.choices, missing="Select which way the family moves"
    )
    other_authority = TextField(
        label="Which is the other local authority?", called="the other authority", max_length=150
    )
    moves_on = DayField(label="When does the family move?", called="the day of the move", required=False)
    passed_on = DayField(
        label="When was everything passed on, or when did it come?", called="the day it was passed on", required=False,
        help_text="Leave it empty until it has been: it is due as soon as possible.",
    )  # fmt: skip
    what = LongTextField(label="What was passed on?", rows=3, required=False)
    with_plan = OneOf(
        label="Did the plan go along?", choices=(("yes", "Yes"), ("no", "No")), inline=True, required=False
    )
    meanwhile = LongTextField(
        label="How does support go on meanwhile?", rows=3, required=False,
        help_text="The first authority goes on helping until the receiving one does.",
    )  # fmt: skip
    need_weighed = LongTextField(
        label="How and when does the receiving authority weigh need again, with the child and family?", rows=3, required=False
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("passed_on") and not answers.get("what"):
            self.add_error("what", "Enter what was passed on")
        answers["with_plan"] = answers.get("with_plan") == "yes"
        return answers


class PassedOnForm(Form):
    """Everything was passed on, or came."""

    passed_on = DayField(label="On which day?", called="the day it was passed on")
    what = LongTextField(label="What was passed on?", rows=3, missing="Enter what was passed on")
    with_plan = OneOf(
        label="Did the plan go along?", choices=(("yes", "Yes"), ("no", "No")), inline=True,
        missing="Select whether the plan went along",
    )  # fmt: skip
    need_weighed = LongTextField(
        label="How and when does the receiving authority weigh need again, with the child and family?", rows=3, required=False
    )  # fmt: skip


class PlannedChangeForm(Form):
    """A change that is known beforehand."""

    planned_on = DayField(label="When was this planned?", called="the day this was planned")
    kind = OneOf(label="What changes?", choices=PlannedChange.Kind.choices, missing="Select what changes")
    changes_on = DayField(label="When does it change?", called="the day of the change", required=False)
    how = LongTextField(label="How is it planned?", rows=4, missing="Enter how the change is planned")
    takes_over = TextField(names=True, label="Who takes over?", required=False, max_length=200)
    views = LongTextField(label="What do the child and the family say?", rows=3, required=False)


def new_needs(rows: Iterable[Mapping[str, Any]] | None, agencies: Agencies) -> list[NewNeed]:
    """Needs from rows of ``NeedRow``, each with the actions of the rows that follow it without a need."""
    gathered: list[tuple[Mapping[str, Any], list[NewAction]]] = []
    for row in rows or ():
        if row.get("need"):
            gathered.append((row, []))
        if row.get("what"):
            gathered[-1][1].append(new_action(row, agencies))
    return [
        NewNeed(need=row["need"], outcome=row["outcome"], actions=tuple(actions)) for row, actions in gathered
    ]


def new_action(row: Mapping[str, Any], agencies: Agencies) -> NewAction:
    """An action from a row."""
    return NewAction(
        what=row["what"], owner=row["who"], agency=agencies.get(row["agency"]), by_when=row["by_when"],
        how_we_will_know=row["how_we_will_know"],
    )  # fmt: skip


def _rows(form: Form, name: str, agencies: Agencies) -> None:
    field = form.fields[name]
    assert isinstance(field, RowsField)
    field.row_kwargs = {"agencies": agencies}


def _choose_among(form: Form, name: str, practitioners: QuerySet[Practitioner]) -> None:
    field = form.fields[name]
    assert isinstance(field, PickRecord)
    field.queryset = practitioners
