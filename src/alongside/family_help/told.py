"""What a practitioner is told once an act is done: what happens next, by whom, and what the family will be told."""

from __future__ import annotations

from django.urls import NoReverseMatch

from alongside.family_help.calling import Called
from alongside.family_help.models import (
    Agreed,
    ChildInNeedPlan,
    ChildInNeedPlanAction,
    ChildInNeedPlanEnding,
    ChildInNeedPlanReview,
    MoveOfArea,
    PlanBasis,
    PlanBasisChange,
    PlannedChange,
)
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.words import day_long

Outcome = ChildInNeedPlanEnding.Outcome
NO_REVIEW_SET = "No review is set. The guidance asks for regular ones, at points agreed with those involved."
AFTER_REVIEW = {
    "continue": ("The plan goes on as it stands, or as you change it now.", "Change the plan", "family_help:change"),
    "early-help": ("End the plan when early help is in place and the family knows who leads it.", "End the plan",
                   "family_help:end"),
    "strategy-discussion": ("Hold a strategy discussion with the police and health, without waiting.",
                            "Record the strategy discussion", "section47:record-strategy-discussion"),
    "step-up": ("Refer without waiting. The early help assessment goes with the referral.", "Refer", "early_help:step-up"),
    "close": ("End the plan, and tell everyone who helped.", "End the plan", "family_help:end"),
}  # fmt: skip
AFTER_END = {
    Outcome.NEED_MET: "If nothing else is open, the case can be closed.",
    Outcome.EARLY_HELP: "Whoever leads early help is told what has helped so far, with the family's agreement.",
    Outcome.AGREEMENT_WITHDRAWN: "Where significant harm is suspected, hold a strategy discussion without waiting.",
    Outcome.MOVED: "Pass all relevant information and the plan to the new area as soon as possible, and go on helping "
    "until they do.",
    Outcome.EIGHTEEN: "Adult services are told, where help is to go on.",
}


def told_started(plan: ChildInNeedPlan, called: Called) -> Told:
    """What the family's answer means, who receives the plan, and when it is reviewed."""
    child = plan.case.child
    agreement = {
        Agreed.YES: "The family has agreed.",
        Agreed.IN_PART: "The family agrees to some of it; only that goes ahead.",
        Agreed.NO: "The family does not agree. The help is theirs to accept; think again about risk.",
        Agreed.NOT_ASKED: "The family has still to be asked. The help is by agreement.",
    }[Agreed(plan.family_agreed)]
    return Told(
        f"{called.title} started for {child}",
        (
            agreement,
            "The family and everyone with an action receive the plan.",
            f"It is reviewed on {day_long(plan.next_review_on)}." if plan.next_review_on else NO_REVIEW_SET,
        ),
    )


def told_changed(child: Person) -> Told:
    """Who is told of the change."""
    return Told(
        "The plan has changed",
        (f"Whoever has a new action is told, and so are {child}'s family.",),
    )


def told_done(action: ChildInNeedPlanAction) -> Told:
    """Where it shows."""
    return Told("Action done", (f"“{action.what}” shows as done in the plan and on the timeline.",))


def told_basis(change: PlanBasisChange) -> Told:
    """That the plan goes on, and what is counted from when."""
    return Told(
        "Section 17 is the basis of the plan",
        (
            f"The plan goes on with all that is in it. It counts as a plan under section 17 from {day_long(change.changed_on)}.",
            "Tell the family what that means: help under section 17 is by agreement too.",
        ),
    )


def told_reviewed(review: ChildInNeedPlanReview, called: Called) -> Told:
    """What the decision leads to, and when the next review is."""
    sentence, words, page = AFTER_REVIEW[review.decision]
    if called.basis == PlanBasis.SECTION_17 and review.decision == "early-help":
        page = "early_help:step-down" if called.family_help else page
    next_one = (
        f"The next review is on {day_long(review.next_review_on)}."
        if review.next_review_on
        else NO_REVIEW_SET
    )
    goes_on = review.decision == "continue"
    return Told(
        f"Review recorded: {review.decision_label.lower()}",
        (sentence, *([next_one] if goes_on else []), "The child and family are told what was decided."),
        more=_link(words, page, review.case.child.reference),
    )


def told_ended(ending: ChildInNeedPlanEnding, called: Called) -> Told:
    """What follows the ground on which it ended, and who is told."""
    outcome = Outcome(ending.outcome)
    after = AFTER_END.get(outcome)
    return Told(
        f"{called.title} ended: {outcome.label.lower()}",
        (
            *([after] if after else []),
            "The family and everyone who had an action are told that it ended, and where to turn if they need help.",
        ),
    )


def told_moved(move: MoveOfArea) -> Told:
    """What each side does now."""
    if move.way == MoveOfArea.Way.HERE:
        return Told(
            "Move recorded: the family moved here",
            ("Weigh need again in good time, with the child and the family.",),
            more=_link("Start an assessment", "assessments:start", move.case.child.reference),
        )
    still = (
        ()
        if move.passed_on
        else (f"Pass all relevant information and the plan to {move.other_authority} as soon as possible.",)
    )
    return Told(
        "Move recorded: the family moves away", (*still, "Go on helping until they do; then end the plan.")
    )


def told_passed_on(move: MoveOfArea) -> Told:
    """That it has been done."""
    return Told(
        "Everything was passed on", (f"{move.other_authority} has it since {day_long(move.passed_on)}.",)
    )


def told_planned(change: PlannedChange) -> Told:
    """Where it shows."""
    when = f" on {day_long(change.changes_on)}" if change.changes_on else ""
    return Told(
        "Change planned",
        (f"{change.get_kind_display()}{when}: it stands with the plan and on the timeline.",),
    )


def _link(words: str, page: str, reference: str) -> tuple[tuple[str, str], ...]:
    try:
        return ((words, reverse_for(page, reference)),)
    except NoReverseMatch:  # An installation may leave out the app that page belongs to.
        return ()
