"""What is asked when information is shared, asked for, agreed about or called back. No judgement is chosen beforehand."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from alongside.agencies.models import Agency, Area
from alongside.sharing.formal import MAY_FOLLOW
from alongside.sharing.models import (
    Information,
    Purpose,
    RequestStep,
    SharingAgreement,
    SharingDecision,
    SharingRecall,
)
from alongside.ui.forms import (
    AnyOf,
    AnyOfRecords,
    DayField,
    Form,
    LongTextField,
    OneOf,
    PickRecord,
    TextField,
    Tick,
)

ASKED_OF_SHARING = (
    "facts", "opinions", "reported", "reported_by", "only_part", "basis", "condition", "purpose", "expires_on",
    "agreement",
)  # fmt: skip


def agencies_in(area: Area, *, besides: Agency | None = None) -> QuerySet[Agency]:
    """The agencies of an area, without one's own."""
    found = Agency.objects.filter(areas=area, closed_on=None)
    return found.exclude(pk=besides.pk) if besides else found


class DecideForm(Form):
    """Share, share part, or do not: recorded either way."""

    sections = (
        ("The information", ("what", "relevance", "about_others")),
        ("The decision", ("would_harm", "outcome", "reasons")),
        ("The family", ("family_told",)),
    )

    recipient = PickRecord(
        label="Which agency would it go to?", required=False,
        help_text="Leave it empty if it is nobody in the list, and name them below.",
    )  # fmt: skip
    recipient_name = TextField(
        label="Who exactly?", max_length=150, required=False, help_text="A name or a job title."
    )
    recipient_function = TextField(
        label="Which of their tasks would it help?", max_length=200, required=False,
        help_text="For example: the health visitor's support at home.",
    )  # fmt: skip
    what = TextField(
        label="What is it, in a few words?", max_length=200, missing="Enter what information it is",
        help_text="These words stand on the child's timeline. What the recipient reads comes below.",
    )  # fmt: skip
    relevance = LongTextField(label="Why does it matter for the child?", rows=2, required=False)
    about_others = TextField(names=True, label="Who else is it about?", max_length=200, required=False)
    would_harm = OneOf(
        label="Would sharing it harm the child more than not sharing it?", choices=SharingDecision.Harm.choices,
        inline=True, required=False,
    )  # fmt: skip
    outcome = OneOf(
        label="What do you decide?", choices=(("share", "Share it"), ("do-not-share", "Do not share it")),
        missing="Select whether to share it",
        reveals={"share": ASKED_OF_SHARING},
    )  # fmt: skip
    facts = LongTextField(label="Facts: what was seen or is known", rows=4, required=False)
    opinions = LongTextField(label="Opinion: what you or a colleague think", rows=3, required=False)
    reported = LongTextField(label="Reported: what somebody else said", rows=3, required=False)
    reported_by = TextField(names=True, label="Who said it?", max_length=150, required=False)
    only_part = Tick(label="There is more, which I do not share", required=False)
    basis = OneOf(
        label="What is the lawful basis?", choices=SharingDecision.Basis.choices,
        missing="Select the lawful basis for sharing", reveals={"consent": ("consent_from", "consent_on")},
        hints={"consent": "Only where the family could say no. Most sharing to keep a child safe rests on another."},
    )  # fmt: skip
    consent_from = TextField(
        names=True, label="Who consented?", max_length=150, missing="Enter who consented"
    )
    consent_on = DayField(label="When?", called="the day of the consent")
    condition = OneOf(
        label="If it holds special category information, such as health or ethnicity: which condition?",
        choices=SharingDecision.Condition.choices, required=False,
    )  # fmt: skip
    purpose = OneOf(
        label="What may it be used for?", choices=Purpose.choices, dense=True,
        missing="Select what it may be used for",
    )  # fmt: skip
    expires_on = DayField(
        label="Until when may they read it here?",
        called="the last day on which it may be read",
        required=False,
    )
    agreement = PickRecord(
        label="Does it rest on a sharing agreement?", required=False, type_ahead=False,
        help_text="The law asks for none. If you name one, this ends when the agreement does.",
    )  # fmt: skip
    reasons = LongTextField(label="Why?", rows=3, missing="Enter the reasons for the decision")
    family_told = OneOf(
        label="What are the family told?", choices=SharingDecision.Told.choices, required=False,
        reveals={"not-told": ("not_told_because",)},
    )  # fmt: skip
    not_told_because = LongTextField(label="Why not?", rows=2, missing="Enter why the family is not told")

    def __init__(
        self,
        *args: Any,
        area: Area,
        holder: Agency,
        today: Any,
        answering: Agency | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.answering = answering
        recipient, agreement = self.fields["recipient"], self.fields["agreement"]
        assert isinstance(recipient, PickRecord)
        assert isinstance(agreement, PickRecord)
        agreement.queryset = SharingAgreement.objects.filter(area=area, parties=holder).in_force_on(today)
        if answering:
            del self.fields["recipient"]  # Whoever asked is answered.
        else:
            recipient.queryset = agencies_in(area, besides=holder)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        shares = answers.get("outcome") == "share"
        named = self.answering or answers.get("recipient") or answers.get("recipient_name")
        if shares and not named:
            self.add_error("recipient", "Choose the agency it goes to, or name who it goes to below")
        if shares and not any(answers.get(name) for name in ("facts", "opinions", "reported")):
            self.add_error("facts", "Enter what the recipient is to read: a fact, an opinion or a report")
        if answers.get("reported") and not answers.get("reported_by"):
            self.add_error("reported_by", "Enter who said it")
        return answers


class AskForm(Form):
    """A request to another agency."""

    asked = PickRecord(label="Which agency do you ask?", missing="Select the agency you ask")
    what = LongTextField(label="What do you need to know?", rows=3, missing="Enter what you need to know")
    why = LongTextField(
        label="What do you need it for?", rows=2, missing="Enter what you need it for",
        help_text="It lets them judge what would help, and no more.",
    )  # fmt: skip
    purpose = OneOf(
        label="What would it be used for?", choices=Purpose.choices, dense=True,
        missing="Select what it would be used for",
    )  # fmt: skip
    by_when = DayField(label="By when?", called="the day you need it by", required=False)

    def __init__(self, *args: Any, area: Area, asking: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = self.fields["asked"]
        assert isinstance(asked, PickRecord)
        asked.queryset = agencies_in(area, besides=asking)


class RecallForm(Form):
    """Calling back what was shared."""

    why = OneOf(label="Why?", choices=SharingRecall.Why.choices, missing="Select why it is called back")
    words = LongTextField(label="What should be known about it?", rows=3, required=False)


class WhyForm(Form):
    """A reason, for what needs one."""

    why = TextField(label="Why?", max_length=200, missing="Enter why")


class AgreementForm(Form):
    """An agreement as data."""

    name = TextField(label="What is it called?", max_length=150, missing="Enter what the agreement is called")
    parties = AnyOfRecords(label="Who are the parties?", missing="Select the parties")
    purpose = OneOf(
        label="What is it for?",
        choices=Purpose.choices,
        dense=True,
        missing="Select what the agreement is for",
    )
    information = AnyOf(
        label="Which information?",
        choices=Information.choices,
        dense=True,
        missing="Select which information",
    )
    from_on = DayField(label="From when?", called="the day it begins")
    to_on = DayField(label="Until when?", called="the day it ends", required=False)
    review_on = DayField(label="When is it to be reviewed?", called="the day of its review", required=False)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = self.fields["parties"]
        assert isinstance(parties, AnyOfRecords)
        parties.queryset = agencies_in(area)


class FormalForm(Form):
    """A request under section 16H."""

    addressed_to = TextField(
        label="Which person or body do you ask?", max_length=200, missing="Enter whom you ask"
    )
    agency = PickRecord(
        label="Are they an agency in Alongside?", required=False, help_text="Leave it empty if they are not."
    )
    information = LongTextField(label="Exactly which information?", rows=3, missing="Enter which information")
    purpose = LongTextField(
        label="Which of the partners' safeguarding functions does it help?", rows=2,
        missing="Enter which function it helps",
    )  # fmt: skip
    destination = TextField(
        label="To whom is it to be given?", max_length=200, missing="Enter to whom it is to be given"
    )
    lawful_basis = LongTextField(label="What is the lawful basis?", rows=2, missing="Enter the lawful basis")
    due_on = DayField(
        label="By when do you ask for it?", called="the day you ask for it by", required=False,
        help_text="No text sets a number of days. This day is your own.",
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agency = self.fields["agency"]
        assert isinstance(agency, PickRecord)
        agency.queryset = agencies_in(area)


class StepForm(Form):
    """The next step of a formal request."""

    kind = OneOf(label="What happened?", choices=RequestStep.Kind.choices, missing="Select what happened")
    words = LongTextField(
        label="What was said?",
        rows=3,
        required=False,
        help_text="Reasons, for a refusal, a withdrawal or a court.",
    )

    def __init__(self, *args: Any, last: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, OneOf)
        kind.choices = [(key, RequestStep.Kind(key).label) for key in MAY_FOLLOW[last]]
