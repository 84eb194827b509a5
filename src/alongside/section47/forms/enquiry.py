"""What is asked in the course of section 47 enquiries, at their end, and about a request for a conference."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from alongside.agencies.models import Practitioner
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Pathway
from alongside.section47.forms.choosing import agencies_of, choose_among, known_as, social_care_staff
from alongside.section47.models import AnswerToRequest, EnquiryConclusion, EnquiryStep
from alongside.ui.forms import (
    AnyOf,
    DayField,
    Form,
    LongTextField,
    OneOf,
    OneOfRecords,
    PickRecord,
    Sections,
    TextField,
)

PERMISSION = str(EnquiryStep.Kind.PERMISSION)
CHECK = str(EnquiryStep.Kind.CHECK)


class EnquiryStepForm(Form):
    """One thing done in the enquiries."""

    kind = OneOf(
        label="What are you recording?", called="what you are recording", choices=EnquiryStep.Kind.choices, shows_recorded=True,
        reveals={CHECK: ("agency",), PERMISSION: ("permission",)},
        hints={
            "joint-interview": "Carried out as Achieving Best Evidence asks.",
            "permission": "Ask parents unless that would put the child at more risk.",
        },
    )  # fmt: skip
    agency = PickRecord(label="Which agency?", required=False)
    permission = OneOf(
        label="What was decided about permission?",
        called="what was decided about permission",
        choices=EnquiryStep.Permission.choices,
    )
    done_on = DayField(label="When?", called="the day it was done")
    with_whom = TextField(names=True, label="With whom, or about whom?", required=False)
    words = LongTextField(
        label="What was learnt, or decided and why?",
        missing="Say what was learnt, or what was decided and why",
    )

    def __init__(self, *args: Any, area: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(agencies_of(area), self.fields["agency"])


class ConcludeForm(Form):
    """What was decided after the enquiries."""

    concluded_on = DayField(label="When was it decided?", called="the day of the decision")
    analysis = LongTextField(
        label="What do the enquiries show?", called="what the enquiries show", required=False
    )
    childs_views = LongTextField(label="What does the child say, want and feel?", required=False, rows=3)
    consulted = LongTextField(label="Who was consulted, and who disagreed?", required=False, rows=3)
    harm = OneOf(label="What is the level of harm?", choices=EnquiryConclusion.Harm.choices, required=False)
    no_medical_because = LongTextField(
        label="If there was no medical examination: why?", required=False, rows=2
    )
    no_interview_because = LongTextField(
        label="If enquiries were joint and there was no interview for evidence: why?", required=False, rows=2
    )
    outcome = OneOf(label="What was decided?", called="what was decided", choices=())
    reasons = LongTextField(label="Why?", missing="Enter the reasons for the decision")
    decided_by = PickRecord(label="Who decided?", called="who decided", label_of=known_as)
    reviewed_by = PickRecord(
        label="Which supervisor or manager reviewed the decision?", required=False, label_of=known_as
    )
    family_group = LongTextField(
        label="Family group decision-making: what was said about it?", required=False, rows=2
    )
    support = LongTextField(
        label="What help follows, and how is the child's welfare watched?", required=False, rows=3,
        help_text="Where concerns are not substantiated: whether to assess again, against which aims.",
    )  # fmt: skip
    support_owner = TextField(names=True, label="Who sees to that?", required=False, max_length=150)
    told = AnyOf(
        label="Who has been told the outcome?", choices=EnquiryConclusion.Told.choices, required=False
    )
    told_what = LongTextField(label="What were they told?", required=False, rows=2)
    sections: ClassVar[Sections] = (
        (
            "What was learnt",
            (
                "concluded_on",
                "analysis",
                "childs_views",
                "harm",
                "no_medical_because",
                "no_interview_because",
                "consulted",
            ),
        ),
        ("The decision", ("outcome", "reasons", "decided_by", "reviewed_by")),
        ("What follows", ("family_group", "support", "support_owner", "told", "told_what")),
    )

    def __init__(self, *args: Any, area: UUID, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rule = catalogue.rule("child-protection.enquiry-outcome")
        assert isinstance(rule, Pathway)
        outcome: Any = self.fields["outcome"]
        outcome.choices = [(step.key, step.label) for step in rule.steps(today)]
        outcome.hints = {step.key: step.help for step in rule.steps(today) if step.help}
        choose_among(social_care_staff(area), self.fields["decided_by"], self.fields["reviewed_by"])


class RequestConferenceForm(Form):
    """An agency asks for a conference."""

    agency = OneOfRecords(label="Which agency asks?", called="which agency asks")
    practitioner = TextField(
        names=True, label="Who asks?", called="who asks for the conference", max_length=100
    )
    requested_on = DayField(label="When?", called="the day of the request")
    reasons = LongTextField(
        label="Why are you seriously concerned that the child is not safeguarded?",
        missing="Enter why a conference is asked for",
    )

    def __init__(self, *args: Any, area: UUID, by: Practitioner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agencies = agencies_of(area)
        if own := by.scope.partner_agencies:
            agencies = agencies.filter(pk__in=[str(key) for key in own])
        choose_among(agencies, self.fields["agency"])


class AnswerRequestForm(Form):
    """The local authority's answer."""

    decision = OneOf(
        label="What is the answer?", called="the answer", choices=AnswerToRequest.Decision.choices
    )
    reasons = LongTextField(label="Why?", missing="Enter the reasons for the answer")
    answered_on = DayField(label="When was the agency answered?", called="the day of the answer")
    decided_by = PickRecord(label="Who decided?", called="who decided", label_of=known_as)

    def __init__(self, *args: Any, area: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose_among(social_care_staff(area), self.fields["decided_by"])
