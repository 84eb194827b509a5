"""Telling something about a child."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.partners.models import InformationSent
from alongside.partners.services import Told
from alongside.people.models import Person
from alongside.ui.forms import Form, LongTextField, OneOf, TextField

ELSE = "else"


class InformationForm(Form):
    """What is known, thought and heard, kept apart; about whom; and whether the family knows."""

    about = OneOf(
        label="Whom is it about?", called="whom it is about", choices=InformationSent.About.choices,
        reveals={key: (f"who_{key}",) for key in ("parent", "sibling", "other")},
    )  # fmt: skip
    who_parent = TextField(label="Which parent or carer?", called="which parent or carer", max_length=150)
    who_sibling = TextField(
        label="Which brother or sister?", called="which brother or sister", max_length=150
    )
    who_other = TextField(label="Who is it?", called="who it is", max_length=150)
    fact = LongTextField(
        label="Fact: what have you seen, or what do you know?",
        required=False,
        help_text="With days and times where you can.",
    )
    reported = LongTextField(
        label="Reported: what has somebody told you?",
        required=False,
        help_text="As close to their words as you can.",
    )
    reported_by = TextField(label="Who told you?", required=False, max_length=150)
    opinion = LongTextField(label="Opinion: what do you make of it?", required=False)
    family_knows = OneOf(
        label="Do the parents or carers know that you are telling us?", called="whether the family knows",
        choices=InformationSent.FamilyKnows.choices, reveals={"no": ("family_not_told_because",)},
        help_text="You do not need their agreement to protect a child. Tell them, unless it would put somebody at risk.",
    )  # fmt: skip
    family_not_told_because = LongTextField(label="Why not?", called="why they were not told", rows=3)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not any(given.get(name) for name in ("fact", "reported", "opinion")):
            self.add_error("fact", "Enter what you know, what you were told, or what you make of it")
        if given.get("reported_by") and not given.get("reported"):
            self.add_error("reported", "Enter what they told you, or take out who told you")
        return given

    def as_given(self) -> Told:
        given = self.cleaned_data
        return Told(
            about=given["about"], about_whom=given.get(f"who_{given['about']}") or "", fact=given["fact"],
            opinion=given["opinion"], reported=given["reported"], reported_by=given["reported_by"],
            family_knows=given["family_knows"], family_not_told_because=given["family_not_told_because"],
        )  # fmt: skip


class WhomForm(Form):
    """A child one works with, or another."""

    child = OneOf(label="Which child is it about?", called="the child", choices=())

    def __init__(self, *args: Any, children: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        question = self.fields["child"]
        assert isinstance(question, OneOf)
        question.choices = [(child.reference, child.called) for child in children]
        question.choices.append((ELSE, "Another child, or a child I cannot see here"))
