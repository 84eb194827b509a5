"""What the guidance expects of a strategy discussion and of enquiries: recorded where it was missing."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.agencies.models import Practitioner
from alongside.chronology.kinds import CHILD_SEEN
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.guidance import standing
from alongside.section47.models import (
    EnquiryConclusion,
    Section47Enquiry,
    StrategyDiscussion,
)
from alongside.section47.said import DiscussionHeld
from alongside.section47.taking_part import sectors_in_the_guidance

AGENCIES = "child-protection.strategy-discussion-agencies"
DISCUSSION_RECORD = "child-protection.strategy-discussion-content"
STARTED_BY = "authority.section-47-start"
LED_BY = "authority.section-47-lead"
ENQUIRY_RECORD = "child-protection.enquiry-content"
DECIDED_BY = "authority.after-section-47"
REVIEWED_BY = "authority.harm-decision-review"

#: Headings that only matter once enquiries begin.
ONLY_WITH_ENQUIRIES = {"actions", "legal-action", "criminal-investigation", "child", "health", "police"}


def record_what_was_missing(
    record: StrategyDiscussion, held: DiscussionHeld, *, lead: Practitioner | None, begins: bool
) -> None:
    """Keep each shortfall of a discussion with its entry: agencies, record, who decided, who leads."""
    entry, on = record.entry, record.held_on
    there = sectors_in_the_guidance(one.works_in for one in held.participants)
    _keep(entry, AGENCIES, there)
    _keep(entry, DISCUSSION_RECORD, headings_filled(record, held))
    if record.decision != StrategyDiscussion.Decision.FURTHER_DISCUSSION:
        _keep(entry, STARTED_BY, record.decided_by.standing_on(on))
    if begins:
        _keep(entry, LED_BY, lead.standing_on(on) if lead else frozenset())


def headings_filled(record: StrategyDiscussion, held: DiscussionHeld) -> set[str]:
    """Which headings of a discussion's record say something."""
    says = {
        "participants": held.participants,
        "information": any(one.information for one in held.participants) or record.missing_information,
        "criminal-investigation": record.criminal_investigation,
        "decision": record.reasons,
        "actions": held.actions,
        "legal-action": record.legal_action,
        "family-told": record.family_told,
        "child": record.child_kept_safe,
        "health": record.health_tasks or record.medical,
        "police": record.police_tasks,
        "other-children": record.other_children,
    }
    filled = {key for key, said in says.items() if said}
    enquiries = record.decision == StrategyDiscussion.Decision.SECTION_47
    return filled if enquiries else filled | ONLY_WITH_ENQUIRIES


def record_what_enquiries_missed(enquiry: Section47Enquiry, conclusion: EnquiryConclusion) -> None:
    """Keep each shortfall of finished enquiries with the entry of their conclusion."""
    entry, on = conclusion.entry, conclusion.concluded_on
    leads = {standing.LEAD_PRACTITIONER} if conclusion.decided_by_id == enquiry.lead_id else set()
    _keep(entry, ENQUIRY_RECORD, steps_recorded(enquiry, conclusion))
    _keep(entry, DECIDED_BY, conclusion.decided_by.standing_on(on) | leads)
    reviewer = conclusion.reviewed_by
    _keep(entry, REVIEWED_BY, reviewer.standing_on(on) if reviewer else frozenset())


def steps_recorded(enquiry: Section47Enquiry, conclusion: EnquiryConclusion | None = None) -> set[str]:
    """Which headings of the enquiries' record say something."""
    done = {str(kind) for kind in enquiry.steps.values_list("kind", flat=True)}
    seen = list(times_child_was_seen(enquiry))
    if seen:
        done.add("child-seen")
    if any(entry.details.get("said") for entry in seen):
        done.add("wishes-and-feelings")
    if conclusion is not None:
        done.add("outcome")
        done |= {"wishes-and-feelings"} if conclusion.childs_views else set()
        done |= {"analysis"} if conclusion.analysis else set()
        done |= said_at_the_end(enquiry, conclusion)
    return done


def said_at_the_end(enquiry: Section47Enquiry, conclusion: EnquiryConclusion) -> set[str]:
    """Headings that the conclusion itself fills, or that do not matter as it came out."""
    only_then, joint = EnquiryConclusion.Outcome.NO_CONFERENCE, StrategyDiscussion.EnquiryBy.JOINT
    says = {
        "harm": conclusion.harm,
        "told": conclusion.told,
        "medical": conclusion.no_medical_because,
        "joint-interview": enquiry.conducted != joint or conclusion.no_interview_because,
        "consulted": conclusion.outcome != only_then or conclusion.consulted,
    }
    return {key for key, said in says.items() if said}


def times_child_was_seen(enquiry: Section47Enquiry) -> Iterable[Entry]:
    """The entries of the child being seen since the enquiries began, in order."""
    seen = enquiry.case.chronology.standing().filter(kind=CHILD_SEEN.id, happened_on__gte=enquiry.started_on)
    found: Iterable[Entry] = seen.in_order()
    return found


def _keep(entry: Entry | None, rule_id: str, present: Iterable[str]) -> None:
    assert entry is not None
    record_shortfall(entry, rule_id, expected_but_absent(rule_id, present, entry.happened_on))
