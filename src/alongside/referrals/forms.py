"""What is asked of someone who refers a child, and of the front door."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import Q

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.facts import listed_as, read
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Pathway
from alongside.people.models import Person
from alongside.referrals import telling
from alongside.referrals.models import Referral, Statement
from alongside.ui.forms import (
    AnyOfRecords,
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    PickRecord,
    RowsField,
    Sections,
    TextField,
)

SAID = (Statement.Kind.FACT, Statement.Kind.CONCERN, Statement.Kind.REPORTED)


class ChildRow(Form):
    """One child, as far as the referrer knows them. An empty row is left out."""

    given = TextField(label="First name or names", required=False, max_length=100)
    family = TextField(label="Family name", required=False, max_length=100)
    born_on = DayField(label="Date of birth", called="the child's date of birth", required=False)
    expected_on = DayField(
        label="If not born yet: expected date of birth", called="the expected date of birth", required=False
    )
    sex = OneOf(label="Sex", choices=Person.Sex.choices, required=False, inline=True)

    def clean(self) -> dict[str, Any]:
        given = {name: value for name, value in self.cleaned_data.items() if value}
        if given.get("born_on") and given.get("expected_on"):
            self.add_error(
                "expected_on",
                "Give a date of birth or an expected date of birth, not both. Take one of them out.",
            )
        return given


class MakeReferralForm(Form):
    """A referral about one child, or several in one go. ``recording``: the front door writes down what it is told."""

    children = RowsField(ChildRow, one="child", many="children", label="Who are you worried about?",
                         missing="Enter what you know of at least one child")  # fmt: skip
    siblings = OneOf(
        label="Are they brothers and sisters?", required=False, inline=True,
        choices=(("yes", "Yes"), ("no", "No, or only one child")),
    )  # fmt: skip
    immediate_danger = OneOf(
        label="Is a child in immediate danger?", choices=Referral.Danger.choices, inline=True,
        help_text="If so, ring 999 now, then the front door. Do not wait for this form.",
    )  # fmt: skip
    whereabouts = TextField(label="Where is the child now?", required=False)
    fact = LongTextField(
        label="What has been seen or is known?", required=False, help_text="Only what somebody saw or knows."
    )
    fact_by = TextField(names=True, label="Who saw it, or how is it known?", required=False, max_length=150)
    concern = LongTextField(
        label="What are you worried about?", missing="Say what you are worried about",
        help_text="Your own view, and what you fear may happen.",
    )  # fmt: skip
    reported = LongTextField(
        label="What have other people told you?",
        required=False,
        help_text="As close to their words as you can.",
    )
    reported_by = TextField(names=True, label="Who told you?", required=False, max_length=150)
    development = LongTextField(label="How is the child developing?", required=False, rows=3)
    capacity = LongTextField(
        label="How do parents, carers and the wider family meet the child's needs?", required=False, rows=3
    )
    outside_factors = LongTextField(
        label="What outside the family affects the child?", required=False, rows=3,
        help_text="For example friends, school, places, online, housing, money.",
    )  # fmt: skip
    communication = TextField(label="Language, interpreter or other communication needs", required=False)
    known_services = LongTextField(label="School or nursery, GP and other services", required=False, rows=3)
    early_help_assessment = LongTextField(
        label="Early help assessment, if there is one", required=False,
        help_text="Paste it or sum it up. A referral never has to wait for one.",
    )  # fmt: skip
    family_asked = OneOf(
        label="Have you talked with the parents or carers about this referral?", choices=Referral.Consent.choices,
        reveals={"not-asked": ("not_asked_because",)},
        help_text="You do not need their agreement to refer. Tell them, unless it would put a child at more risk.",
    )  # fmt: skip
    not_asked_because = LongTextField(
        label="Why not?", called="why the family was not asked", rows=3,
        missing="Say why the family was not asked, for example because it would put the child at more risk",
    )  # fmt: skip

    recorded: ClassVar[tuple[str, ...]] = (
        "received_at", "referrer_kind", "referrer_name", "referrer_relation", "referrer_contact",
    )  # fmt: skip
    received_at = MomentField(
        label="When was the referral received?", called="when the referral was received"
    )
    referrer_kind = OneOf(label="Who is making the referral?", choices=Referral.Referrer.choices)
    referrer_name = TextField(label="Their name, if they give it", required=False, max_length=100)
    referrer_relation = TextField(
        label="Their role and agency, or relation to the child", required=False, max_length=100
    )
    referrer_contact = TextField(label="How can they be reached?", required=False)

    sections: ClassVar[Sections] = (
        ("Who is referring", recorded),
        ("The children", ("children", "siblings")),
        ("Danger", ("immediate_danger", "whereabouts")),
        ("What is known, feared and reported", ("fact", "fact_by", "concern", "reported", "reported_by")),
        (
            "What else you know",
            ("development", "capacity", "outside_factors", "communication", "known_services",
             "early_help_assessment"),
        ),
        ("The family", ("family_asked", "not_asked_because")),
    )  # fmt: skip

    def __init__(self, *args: Any, recording: bool = False, known: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gone = () if recording else self.recorded
        for name in (*gone, *(("children", "siblings") if known else ())):
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("referrer_kind") == "practitioner" and not self.cleaned_data.get(
            "referrer_name"
        ):
            self.add_error("referrer_name", "Enter the practitioner's name; only the public may stay unnamed")
        for said, by in (("fact", "fact_by"), ("reported", "reported_by")):
            if self.cleaned_data.get(said) and not self.cleaned_data.get(by):
                self.add_error(by, self.who_said[said])
        return self.cleaned_data

    who_said: ClassVar[dict[str, str]] = {
        "fact": "Say who saw it or how it is known, so that fact and report stay apart",
        "reported": "Say who told you, so that fact and report stay apart",
    }


class _TellingForm(Form):
    """How the referrer is told; part of deciding, and a page of its own for what was left for later."""

    told_how = OneOf(
        label="How is the referrer told?", choices=(), missing="Select how the referrer is told",
        reveals={telling.OTHER: ("told_otherwise",), telling.NOT_TOLD: ("why_not",)},
    )  # fmt: skip
    told_otherwise = TextField(label="How were they told?", called="how the referrer was told")
    why_not = LongTextField(
        label="Why are they not told?", missing="Say why the referrer is not told", rows=3,
        help_text="For example nobody knows who it was, or telling them would put a child at risk.",
    )  # fmt: skip

    def offer_ways(self, referral: Referral, *, later: bool) -> None:
        """The ways there are of telling this referrer."""
        choices, to = list(telling.HOW.items()), referral.address_to_reply_to
        if to:
            only = (
                ""
                if referral.address_is_proven
                else " (not confirmed as theirs: it says only that there is news)"
            )
            choices.insert(0, (telling.EMAIL, f"By e-mail to {to}, sent when you save{only}"))
        if later:
            choices.append((telling.LATER, "Later; it stays on the board until they are told"))
        choices.append((telling.NOT_TOLD, "They are not told"))
        self.fields["told_how"].choices = choices  # type: ignore[attr-defined]

    @staticmethod
    def telling_of(answers: dict[str, Any]) -> telling.Telling:
        """How it was answered; those answers are taken out."""
        return telling.Telling(
            how=answers.pop("told_how"), other=answers.pop("told_otherwise"), why_not=answers.pop("why_not")
        )


class DecideForm(_TellingForm):
    """The decision on a referral. Nothing is chosen beforehand."""

    referrals = AnyOfRecords(
        label="Which children is this decision about?", missing="Select at least one child",
        help_text="Those you leave out stay on the board, undecided.",
        label_of=lambda referral: str(referral.case.child), shows_recorded=True,
    )  # fmt: skip
    outcome = OneOf(label="What happens next?", choices=(), missing="Select what happens next")
    reasons = LongTextField(label="Why?", missing="Enter the reasons for the decision")
    threshold = TextField(
        label="Where does your threshold document say so?", required=False,
        help_text="The level or paragraph, if you use one.",
    )  # fmt: skip
    services_needed = LongTextField(label="Services needed urgently, and which", required=False, rows=3)
    see_child_by = TextField(
        label="How soon should the child be seen?", required=False,
        help_text="As soon as possible; the guidance sets no number of days.",
    )  # fmt: skip
    to_tell_referrer = LongTextField(
        label="What will the referrer be told?", missing="Enter what the referrer will be told",
        help_text="What was decided and why, and other help where there is no further role for social care. "
        "Leave out what they may not know.",
    )  # fmt: skip

    field_order = (
        "referrals", "outcome", "reasons", "threshold", "services_needed", "see_child_by", "to_tell_referrer",
        "told_how",
    )  # fmt: skip

    def __init__(self, *args: Any, waiting: list[Referral], referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_ways(referral, later=True)
        self.fields["to_tell_referrer"].required = self.data.get("told_how") != telling.NOT_TOLD
        among: Any = self.fields["referrals"]
        among.queryset = Referral.objects.filter(pk__in=[one.pk for one in waiting]).select_related(
            "case__child"
        )
        # They are at hand, so the boxes are not read again to be shown.
        among.choices = [(str(one.pk), among.label_of(one)) for one in waiting]
        if len(waiting) == 1:
            del self.fields["referrals"]
        rule = catalogue.rule("referral.next-steps")
        assert isinstance(rule, Pathway)
        steps = rule.steps(referral.received_on)
        self.fields["outcome"].choices = [(step.key, step.label) for step in steps]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("told_how") == telling.NOT_TOLD:
            self.cleaned_data["to_tell_referrer"] = ""
        return self.cleaned_data


class AcknowledgeForm(Form):
    """How the referrer was told that the referral arrived."""

    how = TextField(label="How were they told?", called="how the referrer was told",
                    help_text="For example: by e-mail, or by telephone at 10.20.")  # fmt: skip


class TellForm(_TellingForm):
    """What the referrer was told of the decision."""

    told = LongTextField(
        label="What is the referrer told?", missing="Enter what the referrer is told", required=False
    )
    field_order = ("told", "told_how")

    def __init__(self, *args: Any, referral: Referral, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer_ways(referral, later=False)


class AllocateForm(Form):
    """Who is to lead."""

    practitioner = PickRecord(
        label="Who will lead?", called="who will lead",
        help_text="Somebody of these teams, or of an agency that works with the child, as your local protocol has it.",
    )  # fmt: skip
    team = PickRecord(
        label="Which team answers for the work?", required=False, type_ahead=False,
        help_text="Only where somebody of another agency leads: the local authority answers for the work whoever leads.",
    )  # fmt: skip
    reason = LongTextField(
        label="Why this practitioner?", called="why this practitioner", rows=3,
        help_text="For example what they know of the family, skills, and that they agree to take it on.",
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, teams: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.teams = teams
        partners = Agency.objects.exclude(sector=Agency.Sector.CHILDRENS_SOCIAL_CARE).filter(
            involvements__case__child=child, involvements__case__closed_on=None, involvements__to_on=None
        )
        of_these = Q(posts__team__in=teams) | Q(posts__agency__in=partners.values("pk"))
        able = Practitioner.objects.filter(of_these, is_active=True, posts__to_on=None)
        people = Practitioner.objects.filter(pk__in=able.values("pk"))
        shown = read(
            [listed_as("who", people, name="name", key="pk"), listed_as("team", teams, name="name", key="pk")]
        )
        for name, records, what in (("practitioner", people, "who"), ("team", teams, "team")):
            field: Any = self.fields[name]
            field.queryset = records
            known = sorted((one.name, str(one.key)) for one in shown if one.what == what)
            field.choices = [("", ""), *((key, called) for called, key in known)]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        who = given.get("practitioner")
        if who and not given.get("team"):
            try:
                given["team"] = team_of(who, self.teams)
            except ValidationError:
                self.add_error(
                    "team",
                    f"{who} works in none of these teams. Choose the team that answers for the work while {who} leads.",
                )
        return given


class SameChildForm(Form):
    """Which record is the same child's, and how one knows."""

    reference = TextField(
        label="Reference of the record that was there before", called="the reference", width=20
    )
    reason = LongTextField(
        label="How do you know that it is the same child?", called="how you know that it is the same child", rows=3,
        help_text="A shared name and date of birth may be chance, or twins. Check a number or ring somebody.",
    )  # fmt: skip


def team_of(practitioner: Practitioner, teams: Any) -> Team:
    """The team, of these, in which the practitioner works."""
    for post in practitioner.posts.select_related("team").filter(to_on=None, team__in=teams):
        if post.team:
            return post.team
    raise ValidationError(f"{practitioner} works in none of these teams. Choose someone else.")
