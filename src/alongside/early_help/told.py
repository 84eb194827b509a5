"""What is said once an act of early help is done: what happens next, by whom, and what the family hears."""

from __future__ import annotations

from alongside.early_help.models import (
    EarlyHelpAssessment,
    EarlyHelpEnding,
    EarlyHelpOffer,
    EarlyHelpRefusal,
    FamilyTeamMember,
    StepDown,
)
from alongside.early_help.services.refuse import UNIVERSAL
from alongside.family_help.models import Agreed
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told


def told_offered(offer: EarlyHelpOffer) -> Told:
    """What follows from the answers."""
    child = offer.case.child
    answers = {one.answer for one in offer.answers.all()}
    page = {
        "agreed": ("Write the early help assessment", "early_help:write-assessment"),
        "refused": ("Record that the family does not agree", "early_help:refused"),
    }
    agreed = bool(answers & {Agreed.YES, Agreed.IN_PART})
    words, name = page["agreed" if agreed or Agreed.NO not in answers else "refused"]
    return Told(
        f"Early help offered for {child}",
        (
            "You lead until the family and its team agree on somebody else."
            if agreed else "Nothing goes ahead that the family has not agreed to.",
            "Where somebody does not agree, say why, what you told them, and what you decide."
            if Agreed.NO in answers else "The next step is the assessment, with the family.",
        ),
        more=((words, reverse_for(name, child.reference)),),
    )  # fmt: skip


def told_refused(refusal: EarlyHelpRefusal) -> Told:
    """What was decided, and the way on."""
    reference = refusal.case.child.reference
    if refusal.decision == UNIVERSAL:
        return Told("Recorded: the family does not agree", (
            "Early help is closed, unless a referral waits. The family can take it up whenever it wants.",
            "It is not held against the family.",
        ))  # fmt: skip
    return Told(
        "Recorded: the family does not agree",
        ("Refer now. What you know is carried into the referral for you to read and change.",),
        more=(("Refer", reverse_for("early_help:step-up", reference)),),
    )


def told_assessed(version: EarlyHelpAssessment) -> Told:
    """Whether it is finished, and what follows."""
    if not version.complete:
        return Told("Early help assessment saved", ("It goes on. Earlier versions are kept.",))
    return Told(
        "Early help assessment finished",
        ("Agree a plan with the family.",),
        more=(("Start the plan", reverse_for("family_help:start", version.case.child.reference)),),
    )


def told_team(member: FamilyTeamMember, what: str) -> Told:
    """Who may now read what."""
    reads = f"{member} can read the plan and the assessment, and nothing else of the record." if member.practitioner_id else (
        f"{member} has no account here: tell them what they need to know."
    )  # fmt: skip
    return Told(what, (reads,))


def told_left(member: FamilyTeamMember, child: Person) -> Told:
    """That they read no more."""
    return Told(f"{member} is in the team no longer", (f"They can open nothing more of {child}’s record.",))


def told_met() -> Told:
    """Where it shows."""
    return Told("Meeting recorded", ("It stands on this page and on the timeline.",))


def told_down(down: StepDown) -> Told:
    """Who leads, and what is offered to the plan that follows."""
    reference = down.case.child.reference
    return Told(
        "Stepped down to early help",
        (
            f"{down.lead} leads early help. The record goes on; section 17 is counted to the day before.",
            "Tell the family and everybody who helped, in writing.",
        ),
        more=(("The plan", reverse_for("family_help:plan", reference)),),
    )


def told_ended(ending: EarlyHelpEnding) -> Told:
    """What the family and its team hear."""
    return Told(
        f"Early help ended: {ending.get_outcome_display().lower()}",
        (
            "The family knows where to turn, and can ask for help again. Its team can open the record no longer.",
        ),
    )
