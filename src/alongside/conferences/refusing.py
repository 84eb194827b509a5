"""What of a conference cannot be true. Everything that only falls short of guidance is a finding instead."""

from __future__ import annotations

from datetime import date

from alongside.cases.models import Case
from alongside.chronology.kinds import STRATEGY_DISCUSSION_HELD
from alongside.conferences.models import Kind
from alongside.conferences.sitting import DecidedForChild
from alongside.people.models import Person
from alongside.refusals import Refusal

MAY_DECIDE = {
    Kind.INITIAL: ("plan", "no-plan"),
    Kind.TRANSFER_IN: ("plan", "no-plan"),
    Kind.REVIEW: ("continue", "end"),
}


def check_day(held_on: date, today: date) -> None:
    """Raises Refusal for a conference that has not been held yet."""
    if held_on > today:
        raise Refusal(
            "This conference is in the future.",
            f"You entered {held_on:%-d %B %Y}, and today is {today:%-d %B %Y}.",
            "Enter the day it was held, or book it and come back once it has been.",
            field="held_on",
        )


def check_children(decisions: tuple[DecidedForChild, ...], kind: Kind) -> None:
    """Raises Refusal for no child, a child twice, or a decision that this conference does not make."""
    if not decisions:
        raise Refusal(
            "This conference was about nobody.",
            "No child was chosen.",
            "Choose each child whom the conference was about.",
        )
    if len({told.child.pk for told in decisions}) < len(decisions):
        raise Refusal(
            "A child is here twice.",
            "A conference decides once for each child.",
            "Take one of the two decisions out.",
        )
    for told in decisions:
        if told.decided not in MAY_DECIDE[kind]:
            raise Refusal(
                f"This is not something that {_a(kind)} decides.",
                f"You gave “{told.decided}” for {told.child}. It decides: {' or '.join(MAY_DECIDE[kind])}.",
                "Choose one of these, or record a conference of the other kind.",
                field="decided",
            )


def _a(kind: Kind) -> str:
    return f"an {kind.label.lower()}" if kind == Kind.INITIAL else f"a {kind.label.lower()}"


def check_case(case: Case, held_on: date) -> None:
    """Raises Refusal for a conference before the case opened."""
    if held_on < case.opened_on:
        raise Refusal(
            f"This conference is before {case.child}'s case opened.",
            f"You entered {held_on:%-d %B %Y}, and the case opened on {case.opened_on:%-d %B %Y}.",
            "Check the day. If it is right, correct the day of the referral first.",
            field="held_on",
        )


def check_after_discussion(case: Case, held_on: date) -> None:
    """Raises Refusal for an initial conference before the strategy discussion that began the enquiry."""
    begun = [
        entry.happened_on
        for entry in case.chronology.standing().filter(kind=STRATEGY_DISCUSSION_HELD.id)
        if entry.details.get("begins_enquiry")
    ]
    if begun and held_on < min(begun):
        raise Refusal(
            "This conference is before the strategy discussion that began the enquiry.",
            f"You entered {held_on:%-d %B %Y}, and the discussion about {case.child} was on {min(begun):%-d %B %Y}.",
            "Enter the day of that discussion or a later one, or correct the discussion first.",
            field="held_on",
        )


def check_alive(child: Person, held_on: date) -> None:
    """Raises Refusal for a conference after the child died: it decides about protection to come."""
    if child.died_on and held_on > child.died_on:
        raise Refusal(
            f"{child} had died before this day.",
            f"You entered {held_on:%-d %B %Y}, and the record says that {child} died on {child.died_on:%-d %B %Y}.",
            "Check the day of the conference, or correct the day of death first.",
            field="held_on",
        )
