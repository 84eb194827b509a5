"""What a practitioner is told once an act is done: what happens next, by whom, and what the family will be told."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch

from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentSubmission
from alongside.cases.models import lead_practitioner
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told


@dataclass(frozen=True, slots=True)
class Next:
    """What follows an outcome. ``lead`` in a sentence is who leads; the link goes to the page for it."""

    sentences: tuple[str, ...]
    link: str = ""
    page: str = ""


AFTER = {
    "no-further-action": Next(
        ("Nothing further is to be done by children's social care. {lead} tells the referrer what was done.",),
        "Close the case", "closure:close",
    ),
    "early-help": Next(
        ("With the family's agreement, {lead} arranges early help and names who leads it.",),
        "Close the case", "closure:close",
    ),
    "child-in-need-plan": Next(
        ("{lead} agrees a child-in-need plan with the family: who helps, by when, and how everyone will know.",),
        "Start the child-in-need plan", "family_help:start",
    ),
    "strategy-discussion": Next(
        ("{lead} convenes a strategy discussion with the police and health, without waiting.",),
        "Record the strategy discussion", "section47:record-strategy-discussion",
    ),
    "legal-action": Next(("{lead} takes legal advice with a manager, and says what the family may expect.",)),
    "specialist-assessment": Next(("{lead} asks for the specialist assessment and tells the family what it is for.",)),
}  # fmt: skip


def told_started(assessment: Assessment) -> Told:
    """Who sees the child, and what the family is told of how the assessment runs."""
    return Told(
        "Assessment started",
        (
            f"{assessment.lead} sees {assessment.case.child}, alone where that is right, and talks with the family.",
            "The family is told how the assessment runs and when to expect a decision, unless that would put "
            "the child at risk or a police investigation in jeopardy.",
            "Help does not wait for the assessment to end.",
        ),
    )


def told_sent(submission: AssessmentSubmission) -> Told:
    """Who decides, and that the clocks run on."""
    return Told(
        "Sent for approval",
        (
            "A practice supervisor or manager reads it, and approves it or returns it with what more is needed.",
            "Both clocks run until it is approved. You can still write in it; they see what changed.",
        ),
    )


def told_returned(assessment: Assessment) -> Told:
    """Who takes it up again."""
    return Told(
        "Returned for more work",
        (f"{assessment.lead} reads what more is needed and sends it again. The clocks have not stopped.",),
    )


def told_explained() -> Told:
    """That reasons do not move the limit."""
    return Told(
        "The reasons are recorded",
        (
            "The limit stands as it was, and is shown with your reasons.",
            "Conclude the assessment as soon as you can.",
        ),
    )


def told_telling(child: Person) -> Told:
    """Where it stands now."""
    return Told("Recorded who was told", (f"It stands with the assessment, and on {child}'s timeline.",))


def told_approved(approval: AssessmentApproval) -> Told:
    """The outcome, what follows and from whom, and whether the family has been told."""
    child = approval.case.child
    allocation = lead_practitioner(approval.case)
    lead = str(allocation.practitioner if allocation else approval.assessment.lead)
    after = AFTER.get(approval.outcome, Next(()))
    return Told(
        f"Assessment concluded: {approval.outcome_label.lower()}",
        (*(sentence.format(lead=lead) for sentence in after.sentences), _family(approval, lead)),
        more=_links(after, child.reference, approval),
    )


def _family(approval: AssessmentApproval, lead: str) -> str:
    notice = approval.notices.filter(agency=None).first()
    if notice is None:
        return f"The family has still to be told in writing what was decided; {lead} does that."
    return f"The family was told in writing what was decided ({notice.get_how_display().lower()})."


def _links(after: Next, reference: str, approval: AssessmentApproval) -> tuple[tuple[str, str], ...]:
    key = approval.assessment.pk
    tell = ("Record who was told in writing", reverse_for("assessments:tell", reference, key))
    read = ("Read the assessment", reverse_for("assessments:signed", reference, key))
    try:
        return ((after.link, reverse_for(after.page, reference)), tell, read) if after.page else (tell, read)
    except NoReverseMatch:  # An installation may leave out the app that page belongs to.
        return (tell, read)
