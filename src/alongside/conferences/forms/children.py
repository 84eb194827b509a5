"""What a conference's record asks about one child: views, decision, outline plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from alongside.conferences.carried_on import goes_on
from alongside.conferences.limits import FIRST_CORE_GROUP, FIRST_REVIEW, NEXT_REVIEW, Beyond, beyond
from alongside.conferences.models import ConferenceDecision, Kind
from alongside.conferences.sitting import DecidedForChild, Disagreement
from alongside.deadlines.clocks import timescale
from alongside.people.models import Person
from alongside.plans.agreed import AgreedNeed, Timetable
from alongside.plans.forms.rows import (
    Agencies,
    MemberRow,
    NeedRow,
    OfAnAgency,
    agreed_members,
    agreed_needs,
    aims_on,
)
from alongside.plans.models import Category, LeadStatutoryBody
from alongside.plans.notices import AgreedNotice
from alongside.ui.fields.answers import KEYS
from alongside.ui.forms import AnswerField, AnyOf, DayField, Form, LongTextField, OneOf, RowsField, TextField

if TYPE_CHECKING:
    from alongside.conferences.forms.conference import ConferenceForm

Decided = ConferenceDecision.Decided
GOES_ON = (Decided.PLAN.value, Decided.CONTINUE.value)
DECISIONS = {
    Kind.INITIAL: (Decided.PLAN, Decided.NO_PLAN),
    Kind.TRANSFER_IN: (Decided.PLAN, Decided.NO_PLAN),
    Kind.REVIEW: (Decided.CONTINUE, Decided.END),
}
NOT_GUIDANCE = "Working Together asks for no category; the Department for Education's census does."


class DissentRow(OfAnAgency):
    """Someone who disagreed."""

    name = TextField(names=True, label="Who disagreed?", max_length=150, missing="Enter who disagreed")
    reasons = LongTextField(label="Why?", rows=2, missing="Say why they disagreed")

    field_order = ("name", "agency", "reasons")


class AskedOfChild:
    """The questions about one child, added to a form under names of their own (``c0_decided``)."""

    def __init__(
        self,
        form: ConferenceForm,
        place: int,
        child: Person,
        kind: Kind,
        agencies: Agencies,
        today: date,
        to_tell: Sequence[AgreedNotice],
        may_go_on: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.form, self.child, self.kind, self.today = form, child, kind, today
        self.to_tell = {notice.name: notice for notice in to_tell}
        self._may_go_on = list(may_go_on)
        self._prefix = f"c{place}_"
        self._ask_views()
        self._ask_decision(agencies)
        self._ask_plan(agencies)

    @property
    def views(self) -> tuple[str, ...]:
        return self._named("child_views", "child_took_part", "parents_views", "advocacy", "progress")

    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The decision, then the plan."""
        plan = (
            f"The outline plan for {self.child}"
            if self.kind != Kind.REVIEW
            else f"Changes to {self.child}'s plan"
        )
        asked = self._named("proceedings", "household", "decided", "reasons", "dissent")
        return ((f"The decision for {self.child}", asked), (plan, self._named("goes_on", "needs", "members")))

    def _named(self, *names: str) -> tuple[str, ...]:
        return tuple(f"{self._prefix}{name}" for name in names if f"{self._prefix}{name}" in self.form.fields)

    def _ask(self, **fields: Any) -> None:
        for name, asked in fields.items():
            self.form.fields[f"{self._prefix}{name}"] = asked

    def _ask_views(self) -> None:
        self._ask(
            child_views=_views(f"What did {self.child} say?", "In their own words."),
            child_took_part=TextField(
                label=f"How did {self.child} take part?",
                required=False,
                help_text="For example came, sent a drawing, through an advocate",
            ),
            parents_views=_views(f"What did {self.child}'s parents or carers say?"),
            advocacy=OneOf(
                label=f"Was {self.child} offered an advocate?",
                choices=ConferenceDecision.Advocacy.choices,
                required=False,
            ),
        )
        if self.kind == Kind.REVIEW:
            self._ask(
                progress=LongTextField(
                    label=f"What has changed for {self.child} since the last conference?", rows=4, required=False,
                    help_text="Work done, against what the plan set out to change.",
                )
            )  # fmt: skip

    def _ask_decision(self, agencies: Agencies) -> None:
        choices = DECISIONS[self.kind]
        if self.kind == Kind.REVIEW:
            self._ask(
                proceedings=LongTextField(
                    label="Were court proceedings considered, and what was concluded?", rows=3, required=False
                ),
                household=LongTextField(
                    label="What about the other children of the household?", rows=3, required=False
                ),
            )
        self._ask(
            decided=OneOf(
                label=self._question(), called=f"what was decided for {self.child}", choices=[(one.value, one.label) for one in choices],
                reveals={choices[0].value: self._on_a_plan(), choices[1].value: self._without_a_plan()},
            ),
            category=OneOf(
                label="For what kind of harm?", called=f"the kind of harm for {self.child}", choices=Category.choices, help_text=NOT_GUIDANCE
            ),
            **self._dates(),
            support=OneOf(label="What help follows?", called=f"what help follows for {self.child}", choices=ConferenceDecision.Support.choices, required=False),
            support_words=LongTextField(label="From whom, and what was agreed with the family? (optional)", rows=3, required=False),
            reasons=LongTextField(label=f"Why was this decided for {self.child}?", called=f"why this was decided for {self.child}"),
            dissent=RowsField(
                DissentRow, one="disagreement", label="Did anybody disagree?", least=0, row_kwargs={"agencies": agencies}
            ),
        )  # fmt: skip
        if self.to_tell:
            self._ask(
                told=AnyOf(
                    label="Who has been told that the plan ends? (optional)", required=False, choices=[(name, name) for name in self.to_tell],
                    help_text="Those you leave are kept as still to tell.",
                )
            )  # fmt: skip

    def _question(self) -> str:
        still = "still " if self.kind == Kind.REVIEW else ""
        return f"Is {self.child} {still}suffering, or likely to suffer, significant harm? What was decided?"

    def _dates(self) -> dict[str, Any]:
        review = _within(NEXT_REVIEW if self.kind == Kind.REVIEW else FIRST_REVIEW, self.today)
        asked = {
            "review_on": DayField(
                label=f"When is the next review? Within {review} (optional)",
                called="the day of the next review",
                required=False,
            )
        }
        if self.kind == Kind.REVIEW:
            return asked
        first = _within(FIRST_CORE_GROUP, self.today)
        return {
            "lead_statutory_body": OneOf(label="Which body leads?", called="the lead statutory body", choices=LeadStatutoryBody.choices, inline=True),
            "core_group_on": DayField(
                label=f"When does the core group first meet? Within {first} (optional)", called="the day of the first core group", required=False
            ),
            "ready_by": DayField(
                label="By when is the detailed plan ready? (optional)", called="the day by which the plan is ready", required=False
            ),
            **asked,
        }  # fmt: skip

    def _on_a_plan(self) -> tuple[str, ...]:
        names = ["category", "review_on"]
        if self.kind != Kind.REVIEW:
            names = ["category", "lead_statutory_body", "core_group_on", "ready_by", "review_on"]
        return tuple(f"{self._prefix}{name}" for name in names)

    def _without_a_plan(self) -> tuple[str, ...]:
        names = ["support", "support_words", *(["told"] if self.to_tell else [])]
        return tuple(f"{self._prefix}{name}" for name in names)

    def _ask_plan(self, agencies: Agencies) -> None:
        row = {"agencies": agencies, "aims": aims_on(self.today)}
        if self._may_go_on:
            self._ask(
                goes_on=AnyOf(
                    label=f"What goes on from the plan of help that {self.child} has?", required=False, choices=self._may_go_on,
                    help_text="Tick what still holds; it need not be written again. An action without a day to come is due by the review.",
                )
            )  # fmt: skip
        self._ask(
            needs=RowsField(
                NeedRow,
                one="need",
                label=f"What {self.child} needs, what must change, and who does what",
                least=0,
                row_kwargs=row,
            ),
            members=RowsField(
                MemberRow,
                one="member",
                label="Who is in the core group?",
                least=0,
                row_kwargs={"agencies": agencies},
            ),
        )

    # Once it was judged

    def _given(self, name: str) -> Any:
        return self.form.cleaned_data.get(f"{self._prefix}{name}")

    def check(self, form: Form) -> None:
        """Say where the plan's parts do not go with the decision, so that nothing typed is lost unseen."""
        needs, name = self._given("needs"), f"{self._prefix}needs"
        if needs and not needs[0].get("need") and name not in form.errors:
            form.add_error(name, "The first row has an action and no need. Say what the child needs")
        ticked = self._given("goes_on")
        if self._given("decided") == Decided.PLAN and ticked and not self._given("review_on"):
            form.add_error(
                f"{self._prefix}review_on",
                "Set the day of the review: what goes on from the plan of help is due by then",
            )
        if self._given("decided") in (Decided.NO_PLAN, Decided.END) and (
            needs or ticked or self._given("members")
        ):
            form.add_error(
                name,
                f"There is no plan for {self.child} to put this in. Take the needs and members out, or change the decision",
            )

    def beyond(self, held_on: date) -> list[Beyond]:
        if self._given("decided") not in GOES_ON:
            return []
        rule_id = NEXT_REVIEW if self.kind == Kind.REVIEW else FIRST_REVIEW
        found = [
            beyond(rule_id, f"The next review for {self.child}", self._given("review_on"), held_on),
            beyond(
                FIRST_CORE_GROUP,
                f"The first core group for {self.child}",
                self._given("core_group_on"),
                held_on,
            ),
        ]
        return [late for late in found if late]

    def _said(self, name: str) -> dict[str, str]:
        """The words, or the answer that stands in their place."""
        given = self._given(name) or ""
        return {name: "", f"{name}_answer": given} if given in KEYS else {name: given}

    def _going_on(self, held_on: date) -> tuple[AgreedNeed, ...]:
        ticked = self._given("goes_on") or ()
        return goes_on(self.child, ticked, held_on=held_on, due=self._given("review_on")) if ticked else ()

    def decided(self) -> DecidedForChild:
        held_on = self.form.cleaned_data["held_on"]
        told: dict[str, Any] = {**self._said("child_views"), **self._said("parents_views")}
        words = ( "child_took_part",  "advocacy", "progress", "reasons", "category", "support",
                 "support_words", "proceedings", "household")  # fmt: skip
        told |= {name: self._given(name) or "" for name in words}
        return DecidedForChild(
            child=self.child, decided=self._given("decided"), **told,
            dissent=tuple(Disagreement(**row) for row in self._given("dissent") or ()),
            lead_statutory_body=self._given("lead_statutory_body") or LeadStatutoryBody.LOCAL_AUTHORITY,
            needs=(*self._going_on(held_on), *agreed_needs(self._given("needs"))), members=agreed_members(self._given("members")),
            timetable=Timetable(
                core_group_on=self._given("core_group_on"), ready_by=self._given("ready_by"), review_on=self._given("review_on")
            ),
            notices=tuple(
                AgreedNotice(name=name, agency=self.to_tell[name].agency, told_on=held_on) for name in self._given("told") or ()
            ),
        )  # fmt: skip


def _within(rule_id: str, day: date) -> str:
    """The span of a rule in the text of that day, in words: "10 working days"."""
    return str(timescale(rule_id).within.at(day).value)


def _views(label: str, help_text: str = "") -> AnswerField:
    """What somebody said: their words, or honestly none."""
    words = LongTextField(label="Their words", rows=4, help_text=help_text, missing="Enter what they said")
    return AnswerField(words, label=label, known="This is what they said")
