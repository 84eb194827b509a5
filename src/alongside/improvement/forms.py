"""What is asked in a self-assessment and a plan. No score is chosen beforehand, and none is a number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from alongside.agencies.models import Agency, Practitioner
from alongside.guidance.kernel.briefing import Action
from alongside.improvement.bodies import Body
from alongside.improvement.models import PartnershipPart, StatementAnswer
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, OneOf, PickRecord, RowsField, TextField

NO_CHILD = "Name no child here, and nobody’s family: people who may not know of them read it."
OWN, NOT_YET, NOT_OURS = "own", StatementAnswer.Standing.NOT_YET, StatementAnswer.Standing.NOT_OURS
LABEL = "label:"


class BeginForm(Form):
    """A new round."""

    on = DayField(
        label="Which day is it about?", called="the day it is about",
        help_text="The statements are those of the text in force on that day.",
    )  # fmt: skip


class Owned(Form):
    """Whoever answers for something: somebody with an account, or a name."""

    owner = PickRecord(
        label="Who?", required=False, help_text="Somebody of the organisation finds it in My work."
    )
    owner_name = TextField(
        label="Or who else?",
        max_length=150,
        required=False,
        names=True,
        help_text="Whoever has no account here.",
    )

    def __init__(self, *args: Any, people: QuerySet[Practitioner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("owner") and answers.get("owner_name"):
            self.add_error("owner_name", "Choose somebody, or name somebody else; leave one of the two empty")
        return answers


class StatementForm(Owned):
    """One statement of a round. labels: the area's words; without any, people write their own.

    answered: whether it corrects what is on record, and so shows what was chosen.
    """

    standing = OneOf(
        label="Where does the organisation stand?", choices=(), missing="Choose where the organisation stands",
        reveals={OWN: ("score",), NOT_OURS: ("because",)},
    )  # fmt: skip
    score = TextField(
        label="In its own words", max_length=100, missing="Enter where it stands, in its own words"
    )
    because = LongTextField(label="Why does it not apply?", rows=2, missing="Enter why it does not apply")
    rests_on = LongTextField(
        label="What does that rest on?", rows=4, required=False,
        help_text=f"What was seen, counted, heard or audited, when and by whom. {NO_CHILD}",
    )  # fmt: skip
    kept_at = TextField(
        label="Where is that kept?", max_length=300, required=False, spellcheck=False,
        help_text="A link, or the name of a document and its place.",
    )  # fmt: skip
    on = DayField(label="On which day was it judged?", called="the day it was judged")
    next_step = LongTextField(
        label="What is to be done next?",
        rows=2,
        required=False,
        help_text="It can be made an action of the plan.",
    )
    sections = (("Who answers for it", ("owner", "owner_name")), ("Next", ("next_step",)))

    def __init__(self, *args: Any, labels: Sequence[str], answered: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].help_text = "Somebody of the organisation."
        chooser: Any = self.fields["standing"]
        chooser.choices = [
            *((f"{LABEL}{label}", label) for label in labels),
            (OWN, "Scored in the organisation’s own words"),
            *((key, StatementAnswer.Standing(key).label) for key in (NOT_YET, NOT_OURS)),
        ]
        chooser.shows_recorded = answered


def chosen_of(answer: StatementAnswer | None, labels: Sequence[str]) -> str:
    """Which choice of the form stands for what was judged."""
    if answer is None:
        return ""
    if answer.standing != StatementAnswer.Standing.SCORED:
        return answer.standing
    return f"{LABEL}{answer.score}" if answer.score in labels else OWN


def judged_of(answers: dict[str, Any]) -> dict[str, Any]:
    """What the act takes, from the form."""
    chosen = answers["standing"]
    said = {name: value for name, value in answers.items() if name != "standing"}
    if chosen in (NOT_YET, NOT_OURS):
        return {**said, "standing": chosen, "score": ""}
    score = chosen.removeprefix(LABEL) if chosen.startswith(LABEL) else answers["score"]
    return {**said, "standing": StatementAnswer.Standing.SCORED, "score": score}


class SignForm(Form):
    """The end of a round."""

    summary = LongTextField(
        label="Is there something to say of the whole?", rows=4, required=False,
        help_text=f"There is no total: say what matters in words. {NO_CHILD}",
    )  # fmt: skip
    submit = OneOf(
        label="May the partnership read it?", called="whether the partnership may read it",
        choices=(("yes", "Yes, submit it now"), ("no", "Not yet: it is for the organisation alone")),
    )  # fmt: skip

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if body.agency is None:
            del self.fields["submit"]


class WordsForm(Form):
    """A few words: an addition, a reason, a note of progress."""

    words = LongTextField(
        label="What is there to say?", rows=4, missing="Enter what there is to say", help_text=NO_CHILD
    )

    def __init__(self, *args: Any, asked: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if asked:
            self.fields["words"].label = asked


class NothingForm(Form):
    """Nothing to fill in: only to confirm."""


class AdoptForm(Owned):
    """Actions taken from the guidance's list into a plan."""

    body = OneOf(label="Into whose plan?", choices=(), missing="Choose whose plan")
    actions = AnyOf(
        label="Which actions?", choices=(), missing="Choose at least one action", shows_recorded=True
    )
    due_on = DayField(label="By when?", called="the day by which they are done", required=False,
                      help_text="For all of them. Each can be changed afterwards.")  # fmt: skip

    def __init__(
        self,
        *args: Any,
        bodies: Sequence[Body],
        listed: Sequence[Action],
        people: QuerySet[Practitioner],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, people=people, **kwargs)
        self.order_fields(("body", "actions", "owner", "owner_name", "due_on"))
        fields: dict[str, Any] = self.fields
        fields["actions"].choices = [(one.id, one.words) for one in listed]
        fields["actions"].hints = {one.id: _hint(one) for one in listed}
        fields["body"].choices = [(key_of(one), one.name) for one in bodies]
        if len(bodies) == 1:
            del self.fields["body"]


def _hint(action: Action) -> str:
    shows = f" It would show in: {action.evidence}" if action.evidence else ""
    return f"{action.origin.value.capitalize()}.{shows}"


def key_of(body: Body) -> str:
    """By what a choice names an organisation in an area."""
    return f"{body.area.code}/{body.key}"


class PlanForm(Owned):
    """An action written freely."""

    what = LongTextField(
        label="What will be done?", rows=2, missing="Enter what will be done", help_text=NO_CHILD
    )
    why = LongTextField(label="Why?", rows=2, required=False)
    would_show = LongTextField(
        label="What would show that it is done?",
        rows=2,
        required=False,
        help_text="The evidence you will look for.",
    )
    due_on = DayField(label="By when?", called="the day by which it is done", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(("what", "why", "would_show", "owner", "owner_name", "due_on"))


class ChangeForm(Owned):
    """Who does an action, by when, what would show it. Words taken from a list stay."""

    what = LongTextField(
        label="What will be done?", rows=2, missing="Enter what will be done", help_text=NO_CHILD
    )
    would_show = LongTextField(label="What would show that it is done?", rows=2, required=False)
    due_on = DayField(label="By when?", called="the day by which it is done", required=False)
    reason = LongTextField(label="Why is it changed?", rows=2, missing="Enter why it is changed")

    def __init__(self, *args: Any, listed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields(("what", "would_show", "owner", "owner_name", "due_on", "reason"))
        if listed:
            del self.fields["what"]


class DoneForm(Form):
    """That it is done, and what shows it."""

    on = DayField(label="When was it done?", called="the day it was done")
    evidence = LongTextField(
        label="What shows that it is done?", rows=3, missing="Enter what shows that it is done",
        help_text=f"What was seen, and where it is kept. {NO_CHILD}",
    )  # fmt: skip


class ReopenForm(Form):
    """Why it is opened again."""

    because = LongTextField(label="Why is it opened again?", rows=2, missing="Enter why it is opened again")
    due_on = DayField(label="By when now?", called="the day by which it is done", required=False)


class PartForm(Form):
    """A part in assessing."""

    practitioner = PickRecord(label="Who?", called="who it is")
    part = OneOf(
        label="Which part?", choices=PartnershipPart.Part.choices, reveals={"assessor": ("agency",)},
        hints={
            "assessor": "For the organisation they work for, beside its safeguarding lead and its managers.",
            "partner": "Reads what organisations submit, and assesses and plans for the partnership.",
            "scrutineer": "Reads what organisations submit and what the partnership signs, and changes nothing.",
        },
    )  # fmt: skip
    agency = PickRecord(label="For which organisation?", called="the organisation")
    reason = LongTextField(label="Why?", rows=2, missing="Enter why")
    until_on = DayField(
        label="Until when?", called="the last day", help_text="It ends by itself after that day."
    )

    def __init__(
        self, *args: Any, people: QuerySet[Practitioner], agencies: QuerySet[Agency], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = people  # type: ignore[attr-defined]
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


class LabelRow(Form):
    """One word of a scale."""

    word = TextField(label="Word", max_length=100)


class ScaleForm(Form):
    """An area's words for scores, from a day on."""

    from_on = DayField(label="From which day?", called="the day from which they hold")
    labels = RowsField(LabelRow, one="word", least=2, most=10, label="Words, in their order")
    because = LongTextField(label="Where was this agreed?", rows=2, missing="Say where this was agreed")
