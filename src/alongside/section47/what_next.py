"""What happens after each act: who does what by when, and what the family will be told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.cases.models import Case, lead_practitioner
from alongside.deadlines.models import Deadline
from alongside.section47.limits import police_protection_ends
from alongside.section47.models import (
    AnswerToRequest,
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    EnquiryConclusion,
    PoliceProtection,
    ProtectionOrderExtension,
    RequestForConference,
    Section47Enquiry,
    StrategyDiscussion,
)
from alongside.ui.pages import Told
from alongside.ui.words import day_long, listed, moment

CONFERENCE = "child-protection.initial-conference"


def after_discussion(records: list[StrategyDiscussion]) -> Told:
    """After a strategy discussion: each child's way on, the next discussion, and the family."""
    first = records[0]
    sentences = [sentence for record in records for sentence in _way_on(record)]
    if first.actions.exists():
        sentences.append("The agencies named do what was agreed, each by its day.")
    if first.next_discussion_on:
        sentences.append(f"The next discussion is on {day_long(first.next_discussion_on)}.")
    return Told("Strategy discussion recorded", (*sentences, _family(first)))


def _way_on(record: StrategyDiscussion) -> Iterable[str]:
    child, decision = record.case.child.called, record.decision
    if decision == StrategyDiscussion.Decision.SECTION_47:
        yield from _enquiries_begin(record, child)
    elif decision == StrategyDiscussion.Decision.SECTION_17:
        yield f"{_lead(record.case)} begins or goes on with the section 17 assessment of {child}."
    elif decision == StrategyDiscussion.Decision.FURTHER_DISCUSSION:
        yield f"{_lead(record.case)} finds what is missing and convenes a further discussion about {child}."
    else:
        yield f"Children's social care has no further role for {child}. Other agencies may still help."


def _enquiries_begin(record: StrategyDiscussion, child: str) -> Iterable[str]:
    enquiry = Section47Enquiry.objects.select_related("lead").filter(opened_by=record).first()
    if enquiry is None:
        yield f"The section 47 enquiries for {child} that are under way go on."
        return
    how = "jointly with the police" if enquiry.conducted == StrategyDiscussion.EnquiryBy.JOINT else "alone"
    who = enquiry.lead or "Children's social care"
    yield f"{who} leads section 47 enquiries for {child}, {how}, and sees {child}."
    if due := conference_due(record.case):
        yield f"If a conference is needed for {child}, it is held by {day_long(due)}."


def _family(record: StrategyDiscussion) -> str:
    if record.family_told == StrategyDiscussion.FamilyTold.TOLD:
        return "The child and family have been told what is recorded here."
    why = record.get_not_told_because_display()
    return f"The child and family are not told yet: {why[:1].lower()}{why[1:]}. Ask again at the next step."


def after_conclusion(conclusion: EnquiryConclusion) -> Told:
    """After the enquiries: the conference and its day, or the help that follows without one."""
    case, child = conclusion.case, conclusion.case.child.called
    if conclusion.outcome == EnquiryConclusion.Outcome.CONFERENCE:
        due = conference_due(case)
        by = f" by {day_long(due)}" if due else ""
        sentences = [
            f"{_lead(case)} convenes an initial child protection conference for {child}{by}.",
            f"{_lead(case)} helps {child} and the parents to understand its purpose and who comes, and that an "
            "advocate, friend or supporter may come with them.",
        ]
    else:
        sentences = [
            f"{_lead(case)} talks openly with {child} and the family about what was found, and offers help.",
            "An agency that is seriously concerned may ask for a conference.",
        ]
    if conclusion.support_owner:
        sentences.append(f"{conclusion.support_owner} sees to the help that follows.")
    if not conclusion.reviewed_by_id:
        sentences.append("A supervisor or manager who is a social worker reviews this decision.")
    told = listed(conclusion.told_words) if conclusion.told else ""
    sentences.append(
        f"Told so far: {told}." if told else "Nobody has been told yet. Tell the child and family first."
    )
    return Told("Section 47 enquiries concluded", tuple(sentences))


def after_request(request: RequestForConference) -> Told:
    """After an agency asks for a conference."""
    return Told(
        "Request for a conference recorded",
        (
            f"{_lead(request.case)} answers {request.agency}, with reasons.",
            "Enquiries and plans go on meanwhile. If a child is in danger now, act now.",
            "The family is told by the lead practitioner, unless that would put the child at more risk.",
        ),
    )


def after_answer(answer: AnswerToRequest) -> Told:
    """After the answer: the conference, or the last resort."""
    case, agency = answer.case, answer.request.agency
    if answer.decision == AnswerToRequest.Decision.CONFERENCE:
        due = conference_due(case)
        by = f" by {day_long(due)}" if due else ""
        next_step = f"{_lead(case)} convenes an initial child protection conference{by}."
    else:
        next_step = (
            f"If {agency} is still seriously concerned, the safeguarding partners' quick and simple way of "
            "settling differences is open to it, as a last resort."
        )
    return Told("Answer recorded", (f"{_lead(case)} gives {agency} the answer and the reasons.", next_step))


def after_police_protection(protection: PoliceProtection) -> Told:
    """After police protection began: its end, the discussion, and who is told."""
    due = police_protection_ends(protection)
    return Told(
        "Police protection recorded",
        (
            f"It ends by {moment(due.at)} at the latest, and cannot be extended. {due.remark}".strip(),
            "Children's social care makes enquiries and holds a strategy discussion as soon as possible.",
            "The designated police officer decides with children's social care what follows before the end.",
            "The police tell the local authority, the child and the parents as soon as they can.",
        ),
    )


def after_order(order: EmergencyProtectionOrder | ProtectionOrderExtension) -> Told:
    """After an emergency protection order was made or extended."""
    case = order.case
    sentences = [
        f"It runs to {day_long(order.expires_on)}, as printed on it.",
        f"{_lead(case)} settles with legal advice, before that day, what protects the child afterwards.",
        f"{_lead(case)} explains the order to the child and the parents.",
    ]
    if PoliceProtection.objects.filter(case=case, ending=None).exists():
        sentences.append("Police protection is still shown as running. Record how it ended.")
    extended = isinstance(order, ProtectionOrderExtension)
    title = "Extension of the order recorded" if extended else "Emergency protection order recorded"
    return Told(title, tuple(sentences))


def after_assessment_order(order: ChildAssessmentOrder) -> Told:
    """After a child assessment order."""
    return Told(
        "Child assessment order recorded",
        (
            f"The assessment begins on {day_long(order.runs_from)} and ends by {day_long(order.expires_on)}.",
            f"{_lead(order.case)} explains to the child and the parents what will happen.",
        ),
    )


def after_action(case: Case, *, alone: bool) -> Told:
    """After a child was made safe by other means."""
    follows = "Children's social care holds a strategy discussion as soon as possible." if alone else ""
    sentences = (
        follows,
        f"{_lead(case)} explains to the child and the family what was done and why.",
        "If the child cannot stay safe in this way, take legal advice now.",
    )
    return Told("Immediate protection recorded", tuple(sentence for sentence in sentences if sentence))


def after_ending(case: Case, what: str) -> Told:
    """After police protection or an order ended."""
    return Told(
        f"{what} recorded as ended",
        (f"{_lead(case)} sees the child where they now are, and tells the family what holds from now on.",),
    )


def conference_due(case: Case) -> date | None:
    """The last day for the initial conference that is still outstanding, if one is."""
    outstanding = Deadline.objects.outstanding().filter(case=case, rule_id=CONFERENCE)
    deadline = outstanding.order_by("due_on").first()
    return deadline.due_on if deadline else None


def _lead(case: Case) -> str:
    lead = lead_practitioner(case)
    return lead.practitioner.name if lead else "Children's social care"
