"""Everything that can happen in a case.

The sentence lives on the kind, so that timeline, report and letter say it alike. ``personal`` names
the details that are words about people, which erasure at the end of retention takes out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from alongside.agencies.models import Absence, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry
from alongside.chronology.proof import write_act
from alongside.moments import day_of
from alongside.refusals import Refusal

#: The detail under which an entry lists the limits that its source tells too little about to measure: a
#: statutory return has the day of a referral, and never the day it was acknowledged.
NOT_MEASURED = "not_measured"
#: The detail that says for whom whoever recorded an entry covered.
COVERING_FOR = "covering_for"
#: The parts in a case that somebody can cover.
COVERED = (Allocation.Capacity.LEAD_PRACTITIONER, Allocation.Capacity.CONFERENCE_CHAIR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of thing that can happen.

    id: kebab-case, never changed once used.
    title: what the timeline calls it.
    sentence: filled from the entry's details.
    details: the details an entry must carry; ``personal`` are those that are words about people.
    major: shown large on the timeline.
    called: the detail by which an entry of this kind is called, where each has a name of its own.
    """

    id: str
    title: str
    sentence: str
    details: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    major: bool = False
    called: str = ""

    def title_of(self, details: Mapping[str, Any]) -> str:
        """What the timeline calls an entry with these details."""
        return str(details.get(self.called) or self.title)

    def record(
        self,
        case: Case,
        *,
        on: date,
        by: Practitioner,
        now: datetime,
        at: datetime | None = None,
        source: str = "",
        sealed_for: str = "",
        **details: Any,
    ) -> Entry:
        """Write the one entry of an act, and the act into the audit. Raises TypeError if a detail is missing, Refusal for a future day.

        sealed_for: a ``alongside.access.marks.Mark``, where only its readers may see the entry.
        """
        if missing := set(self.details) - details.keys():
            raise TypeError(f"An entry of kind {self.id} needs {', '.join(sorted(missing))}.")
        if on > day_of(now):
            raise Refusal(
                "This has not happened yet.",
                f"You entered {on:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
                "Enter the day it happened, or come back once it has.",
            )
        details |= covering_for(case, by, now)
        entry = Entry.objects.create(
            area_id=case.area_id, child_id=case.child_id, case=case, kind=self.id, happened_on=on,
            happened_at=at, details=details, source=source, sealed_for=sealed_for, recorded_at=now,
            recorded_by=by,
        )  # fmt: skip
        write_act(entry)
        return entry

    def words(self, details: Mapping[str, Any]) -> str:
        """The sentence for an entry with these details."""
        return self.sentence.format_map(_Blank(details)).strip()


def covering_for(case: Case, by: Practitioner, now: datetime) -> dict[str, str]:
    """The detail that says for whom somebody covered when they acted; none where they covered for nobody here. One query."""
    away = Absence.objects.running(day_of(now)).filter(
        covered_by=by, practitioner__allocations__case=case, practitioner__allocations__to_on=None,
        practitioner__allocations__capacity__in=COVERED,
    )  # fmt: skip
    names = set(away.order_by().values_list("practitioner__name", flat=True))
    return {COVERING_FOR: ", ".join(sorted(names))} if names else {}


def completing(rule_id: str, done: object = True) -> dict[str, Any]:
    """The detail that says that nobody is left whom a limit tells, where so: for an entry of telling."""
    return completing_each({rule_id: done})


def completing_each(limits: Mapping[str, object]) -> dict[str, Any]:
    """The same where one act may leave nobody to be told under several limits: each with whether it does."""
    done = [rule_id for rule_id, so in limits.items() if so]
    return {"completes": done} if done else {}


class _Blank(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return ""


ACCESS_CHANGED = Kind(
    id="access-changed",
    title="Who may open this record",
    sentence="Who may open this record was changed.",
)
OPENED_IN_EMERGENCY = Kind(
    id="opened-in-emergency",
    title="Opened in an emergency",
    sentence="{practitioner} opened this record in an emergency.",
    details=("practitioner",),
    personal=("practitioner",),
)
ADDENDUM_ADDED = Kind(
    id="addendum-added",
    title="Added to a record",
    sentence="Added to “{what}”: {words}",
    details=("to", "what", "words"),
    personal=("words",),
)
REFERRAL_RECEIVED = Kind(
    id="referral-received",
    title="Referral received",
    sentence="{referrer} made a referral. {concern}",
    details=("referrer", "concern"),
    personal=("referrer", "concern"),
    major=True,
)
REFERRAL_ACKNOWLEDGED = Kind(
    id="referral-acknowledged",
    title="Referral acknowledged",
    sentence="The referrer was told that the referral had been received, {how}.",
    details=("how",),
)
REFERRAL_DECIDED = Kind(
    id="referral-decided",
    title="Decision on the referral",
    sentence="{decider} decided: {outcome}. {reasons}",
    details=("decided", "outcome", "decider", "reasons"),
    personal=("reasons", "decider"),
    major=True,
)
REFERRER_TOLD = Kind(
    id="referrer-told",
    title="Referrer told the decision",
    sentence="The referrer was told, {how}: {told}",
    details=("how", "told"),
    personal=("told",),
)
LEAD_ALLOCATED = Kind(
    id="lead-allocated",
    title="Lead practitioner",
    sentence="{practitioner} became the lead practitioner. {reason}",
    details=("practitioner", "reason"),
    personal=("practitioner", "reason"),
    major=True,
)
CHAIR_ALLOCATED = Kind(
    id="chair-allocated",
    title="Conference chair",
    sentence="{practitioner} became the conference chair.",
    details=("practitioner",),
    personal=("practitioner",),
)
AGENCY_INVOLVED = Kind(
    id="agency-involved",
    title="Agency involved",
    sentence="{agency} is working with the child: {why}",
    details=("agency", "why"),
    personal=("why",),
)
DANGER_NOTED = Kind(
    id="danger-noted",
    title="Danger note",
    sentence="Noted above every page: {words}",
    details=("words",),
    personal=("words",),
    major=True,
)
DETAILS_CHANGED = Kind(
    id="details-changed",
    title="Details changed",
    sentence="{what}",
    details=("what",),
    personal=("what",),
)
RECORDS_JOINED = Kind(
    id="records-joined",
    title="Records joined",
    sentence="This record and {other} are of one child, and are read together from now on. {reason}",
    details=("other", "reason", "joining"),
    personal=("reason",),
    major=True,
)
RECORDS_PARTED = Kind(
    id="records-parted",
    title="Records parted again",
    sentence="This record and {other} are no longer read together. {reason}",
    details=("other", "reason", "joining"),
    personal=("reason",),
    major=True,
)
DOCUMENT_ATTACHED = Kind(
    id="document-attached",
    title="Document attached",
    sentence="{practitioner} attached a document to the referral: {document}",
    details=("practitioner", "document"),
    personal=("practitioner", "document"),
)
CHILD_SEEN = Kind(
    id="child-seen",
    title="Child seen",
    sentence="{practitioner} saw the child {alone_words} {where_words}. {observed} {said_words}",
    details=("practitioner", "alone", "where", "said"),
    personal=("practitioner", "observed", "said", "said_words"),
)
CHILD_NOT_SEEN = Kind(
    id="child-not-seen",
    title="Child not seen",
    sentence="{practitioner} tried to see the child and could not: {why}",
    details=("practitioner", "why"),
    personal=("practitioner", "why"),
)
ASSESSMENT_STARTED = Kind(
    id="assessment-started",
    title="Assessment started",
    sentence="{practitioner} started the assessment. {why}",
    details=("practitioner", "why"),
    personal=("practitioner", "why"),
    major=True,
)
ASSESSMENT_SENT_FOR_APPROVAL = Kind(
    id="assessment-sent-for-approval",
    title="Assessment sent for approval",
    sentence="{practitioner} completed the assessment and sent it for approval.",
    details=("practitioner",),
    personal=("practitioner",),
)
ASSESSMENT_RETURNED = Kind(
    id="assessment-returned",
    title="Assessment returned for more work",
    sentence="{practitioner} asked for more work: {why}",
    details=("practitioner", "why"),
    personal=("practitioner", "why"),
)
ASSESSMENT_APPROVED = Kind(
    id="assessment-approved",
    title="Assessment concluded",
    sentence="{practitioner} approved the assessment. Outcome: {outcome}. {reasons}",
    details=("decided", "outcome", "practitioner", "reasons"),
    personal=("practitioner", "reasons"),
    major=True,
)
ASSESSMENT_OUTCOME_TOLD = Kind(
    id="assessment-outcome-told",
    title="Told what the assessment decided",
    sentence="Told in writing what the assessment decided: {whom}.",
    details=("whom",),
    personal=("whom",),
)
OVER_RUN_EXPLAINED = Kind(
    id="over-run-explained",
    title="Why the assessment took longer",
    sentence="{practitioner} recorded why the assessment takes longer: {why}",
    details=("practitioner", "why"),
    personal=("practitioner", "why"),
)
CHILD_IN_NEED_PLAN_STARTED = Kind(
    id="child-in-need-plan-started",
    title="Child-in-need plan started",
    sentence="A child-in-need plan started. {aims}",
    details=("aims",),
    personal=("aims",),
    major=True,
)
CHILD_IN_NEED_PLAN_REVIEWED = Kind(
    id="child-in-need-plan-reviewed",
    title="Child-in-need plan reviewed",
    sentence="The child-in-need plan was reviewed: {decision} {reasons}",
    details=("decision", "reasons"),
    personal=("reasons",),
)
CHILD_IN_NEED_PLAN_ENDED = Kind(
    id="child-in-need-plan-ended",
    title="Child-in-need plan ended",
    sentence="The child-in-need plan ended: {outcome}. {reasons}",
    details=("outcome", "reasons"),
    personal=("reasons",),
    major=True,
)
CHILD_IN_NEED_MOVES = Kind(
    id="child-in-need-moves",
    title="Move of a child in need",
    sentence="{way}: {authority}. {meanwhile}",
    details=("way", "authority", "meanwhile"),
    personal=("authority", "meanwhile"),
    major=True,
)
CHILD_IN_NEED_PASSED_ON = Kind(
    id="child-in-need-passed-on",
    title="Everything passed on after a move",
    sentence="{authority}: {what} {plan_words} {need_weighed}",
    details=("authority", "what"),
    personal=("authority", "what", "need_weighed"),
)
CHANGE_PLANNED = Kind(
    id="change-planned",
    title="A change is planned",
    sentence="{change}{when_words}. {how}",
    details=("change", "how"),
    personal=("how",),
)
EARLY_HELP_OFFERED = Kind(
    id="early-help-offered",
    title="Early help offered",
    sentence="{practitioner} offered early help. {why} {answers}",
    details=("practitioner", "why", "answers"),
    personal=("practitioner", "why", "answers"),
    major=True,
)
EARLY_HELP_REFUSED = Kind(
    id="early-help-refused",
    title="Early help not agreed",
    sentence="The family does not agree to early help: {why} {practitioner} decided: {outcome}. {reasons}",
    details=("decided", "outcome", "practitioner", "why", "reasons"),
    personal=("practitioner", "why", "reasons"),
    major=True,
)
EARLY_HELP_ASSESSED = Kind(
    id="early-help-assessed",
    title="Early help assessment",
    sentence="{practitioner} {did} the early help assessment.",
    details=("practitioner", "did", "complete"),
    personal=("practitioner",),
)
FAMILY_TEAM_CHANGED = Kind(
    id="family-team-changed",
    title="Team around the family",
    sentence="{what}",
    details=("what",),
    personal=("what",),
)
FAMILY_TEAM_MET = Kind(
    id="family-team-met",
    title="The team around the family met",
    sentence="The team around the family met: {who}. {discussed} {agreed}",
    details=("who", "discussed", "agreed"),
    personal=("who", "discussed", "agreed"),
)
EARLY_HELP_PLAN_STARTED = Kind(
    id="early-help-plan-started",
    title="Early help plan started",
    sentence="An early help plan started. {aims}",
    details=("aims",),
    personal=("aims",),
    major=True,
)
EARLY_HELP_PLAN_REVIEWED = Kind(
    id="early-help-plan-reviewed",
    title="Early help plan reviewed",
    sentence="The early help plan was reviewed: {decision} {reasons}",
    details=("decision", "reasons"),
    personal=("reasons",),
)
EARLY_HELP_PLAN_ENDED = Kind(
    id="early-help-plan-ended",
    title="Early help plan ended",
    sentence="The early help plan ended: {outcome}. {reasons}",
    details=("outcome", "reasons"),
    personal=("reasons",),
    major=True,
)
EARLY_HELP_ENDED = Kind(
    id="early-help-ended",
    title="Early help ended",
    sentence="Early help ended: {outcome}. {reasons} {told_words}",
    details=("outcome", "reasons"),
    personal=("reasons", "told_words"),
    major=True,
)
PLAN_BASIS_CHANGED = Kind(
    id="plan-basis-changed",
    title="The plan goes on under another basis",
    sentence="The family help plan goes on. Its basis is now {basis}. {reasons}",
    details=("basis", "reasons"),
    personal=("reasons",),
    major=True,
)
STEPPED_DOWN = Kind(
    id="stepped-down",
    title="Stepped down to early help",
    sentence="Section 17 is the basis no longer; early help goes on, led by {lead}. {reasons}",
    details=("lead", "reasons"),
    personal=("lead", "reasons"),
    major=True,
)
STRATEGY_DISCUSSION_HELD = Kind(
    id="strategy-discussion-held",
    title="Strategy discussion",
    sentence="A strategy discussion decided: {outcome}. {reasons}",
    details=("decided", "outcome", "reasons", "begins_enquiry"),
    personal=("reasons",),
    major=True,
)
ENQUIRY_STEP_TAKEN = Kind(
    id="enquiry-step-taken",
    title="Section 47 enquiry: something done",
    sentence="{step}{whom_words}. {words}",
    details=("step", "words"),
    personal=("with_whom", "whom_words", "words"),
)
CONFERENCE_REQUESTED = Kind(
    id="conference-requested",
    title="Conference asked for",
    sentence="{agency} asked for a child protection conference. {reasons}",
    details=("agency", "reasons"),
    personal=("reasons",),
    major=True,
)
CONFERENCE_REQUEST_ANSWERED = Kind(
    id="conference-request-answered",
    title="Answer to the request for a conference",
    sentence="{agency} was answered: {outcome}. {reasons}",
    details=("decided", "outcome", "agency", "reasons"),
    personal=("reasons",),
    major=True,
)
SECTION_47_CONCLUDED = Kind(
    id="section-47-concluded",
    title="Section 47 enquiry concluded",
    sentence="The section 47 enquiry concluded: {outcome}. {reasons}",
    details=("decided", "outcome", "reasons"),
    personal=("reasons",),
    major=True,
)
POLICE_PROTECTION_BEGUN = Kind(
    id="police-protection-begun",
    title="Police protection",
    sentence="The child was taken into police protection by {who}. {why}",
    details=("who", "why"),
    personal=("who", "why"),
    major=True,
)
POLICE_PROTECTION_ENDED = Kind(
    id="police-protection-ended",
    title="Police protection ended",
    sentence="Police protection ended: {what_next}",
    details=("what_next",),
    personal=("what_next",),
    major=True,
)
IMMEDIATE_ACTION_TAKEN = Kind(
    id="immediate-action-taken",
    title="Immediate protection",
    sentence="{who} acted at once: {way}. {what}",
    details=("who", "way", "what", "alone"),
    personal=("what",),
    major=True,
)
PROTECTION_ADDED_TO = Kind(
    id="protection-added-to",
    title="Immediate protection: more was recorded",
    sentence="{words}",
    details=("words",),
    personal=("words",),
)
OTHER_AUTHORITY_CONSULTED = Kind(
    id="other-authority-consulted",
    title="Other authority consulted",
    sentence="{authority} {did}. {words}",
    details=("authority", "did", "words"),
    personal=("words",),
)
PROTECTION_ORDER_MADE = Kind(
    id="protection-order-made",
    title="Emergency protection order",
    sentence="{court} made an emergency protection order, which expires on {expires_words}.",
    details=("court", "runs_from", "expires_on", "expires_words"),
    major=True,
)
PROTECTION_ORDER_EXTENDED = Kind(
    id="protection-order-extended",
    title="Emergency protection order extended",
    sentence="{court} extended the emergency protection order, which now expires on {expires_words}.",
    details=("court", "runs_from", "expires_on", "expires_words"),
    major=True,
)
PROTECTION_ORDER_ENDED = Kind(
    id="protection-order-ended",
    title="Emergency protection order ended",
    sentence="The emergency protection order ended: {what_next}",
    details=("what_next",),
    personal=("what_next",),
    major=True,
)
CHILD_ASSESSMENT_ORDER_MADE = Kind(
    id="child-assessment-order-made",
    title="Child assessment order",
    sentence="{court} made a child assessment order for an assessment that begins on {runs_from_words}.",
    details=("court", "runs_from", "runs_from_words"),
    major=True,
)
CHILD_ASSESSMENT_ORDER_ENDED = Kind(
    id="child-assessment-order-ended",
    title="Child assessment order ended",
    sentence="The child assessment order ended: {what_next}",
    details=("what_next",),
    personal=("what_next",),
)
EXCLUSION_BEGUN = Kind(
    id="exclusion-begun",
    title="Somebody must stay away",
    sentence="{court}: {who} must stay away from {where}, {until_words}. {words}",
    details=("court", "who", "where", "runs_from", "words"),
    personal=("who", "where", "words"),
    major=True,
)
EXCLUSION_ENDED = Kind(
    id="exclusion-ended",
    title="The exclusion ended",
    sentence="{who} need no longer stay away: {outcome}. {what_next}",
    details=("who", "outcome", "what_next"),
    personal=("who", "what_next"),
    major=True,
)
RECOVERY_ORDER_MADE = Kind(
    id="recovery-order-made",
    title="Recovery order",
    sentence="{court} made a recovery order. {words}",
    details=("court", "words"),
    personal=("words",),
    major=True,
)
RECOVERY_ENDED = Kind(
    id="recovery-ended",
    title="Recovery order ended",
    sentence="{outcome}. {what_next}",
    details=("outcome", "what_next"),
    personal=("what_next",),
    major=True,
)
MOVE_NOTIFIED = Kind(
    id="move-notified",
    title="Told that a child on a plan has moved here",
    sentence="{authority} told us that the child, who has a child protection plan there, has moved here.",
    details=("authority",),
    major=True,
)
INITIAL_CONFERENCE_HELD = Kind(
    id="initial-conference-held",
    title="Initial conference",
    sentence="The initial child protection conference decided: {outcome}. {reasons}",
    details=("decided", "outcome", "category", "reasons"),
    personal=("reasons",),
    major=True,
)
TRANSFER_IN_CONFERENCE_HELD = Kind(
    id="transfer-in-conference-held",
    title="Transfer-in conference",
    sentence="The transfer-in conference decided: {outcome}. {reasons}",
    details=("decided", "outcome", "category", "reasons"),
    personal=("reasons",),
    major=True,
)
CORE_GROUP_MET = Kind(
    id="core-group-met",
    title="Core group",
    sentence="The core group met. {decisions}",
    details=("decisions",),
    personal=("decisions",),
)
PLAN_CHANGED = Kind(
    id="plan-changed",
    title="Plan changed",
    sentence="{what}",
    details=("what",),
    personal=("what",),
)
REVIEW_CONFERENCE_HELD = Kind(
    id="review-conference-held",
    title="Review conference",
    sentence="The review conference decided: {outcome}. {reasons}",
    details=("decided", "outcome", "category", "reasons"),
    personal=("reasons",),
    major=True,
)
CHILD_PROTECTION_PLAN_ENDED = Kind(
    id="child-protection-plan-ended",
    title="Child protection plan ended",
    sentence="The child protection plan ended: {outcome}. {reasons}",
    details=("decided", "outcome", "reasons"),
    personal=("reasons",),
    major=True,
)
# Moves between authorities: neither side may lose the child.
PLAN_MOVES = Kind(
    id="plan-moves",
    title="A child on a plan moves to another area",
    sentence="{way}: {authority}. {words}",
    details=("way", "authority", "words"),
    personal=("authority", "words"),
    major=True,
)
PLAN_MOVE_TOLD = Kind(
    id="plan-move-told",
    title="The other authority told of the move",
    sentence="{who} told {authority}{whom_words}. Sent: {sent}",
    details=("authority", "who", "sent", "lasting"),
    personal=("authority", "who", "whom_words", "sent"),
)
PLAN_MOVE_CONTACT = Kind(
    id="plan-move-contact",
    title="The other authority was asked about the move",
    sentence="{who} asked {authority}{whom_words}: {answer}. {words}",
    details=("authority", "who", "answer", "words"),
    personal=("authority", "who", "whom_words", "words"),
)
RECEIVING_CONFERENCE_TOLD = Kind(
    id="receiving-conference-told",
    title="The other authority told us what its conference decided",
    sentence="{authority} held its conference on {held_words}: {outcome}. {words}",
    details=("authority", "held_on", "outcome", "words"),
    personal=("authority", "words"),
    major=True,
)
PLAN_MOVE_ENDED = Kind(
    id="plan-move-ended",
    title="The move ended",
    sentence="{authority}: {outcome}. {words}",
    details=("authority", "outcome", "words"),
    personal=("authority", "words"),
)
STAYS_HERE_ON_PLAN = Kind(
    id="stays-here-on-plan",
    title="Here for a time on another authority's plan",
    sentence="The child stays here for a time. {authority} has the child protection plan and keeps it. {words}",
    details=("authority", "words"),
    personal=("authority", "words"),
    major=True,
)
STAY_HERE_ENDED = Kind(
    id="stay-here-ended",
    title="The stay here ended",
    sentence="{authority} was told: {outcome}. {words}",
    details=("authority", "outcome", "words"),
    personal=("authority", "words"),
)
COMING_OF_AGE_PLANNED = Kind(
    id="coming-of-age-planned",
    title="Turning 18 is planned",
    sentence="The review around the eighteenth birthday is set for {review_words}. {words}",
    details=("review_on", "words"),
    personal=("words",),
)
BECAME_LOOKED_AFTER = Kind(
    id="became-looked-after",
    title="Looked after",
    sentence="The child became looked after: {status}. {reasons}",
    details=("status", "reasons"),
    personal=("reasons",),
    major=True,
)
CARE_STATUS_CHANGED = Kind(
    id="care-status-changed",
    title="On what footing the child is looked after",
    sentence="The child is looked after on another footing: {status}. {reasons}",
    details=("status", "reasons"),
    personal=("reasons",),
    major=True,
)
CEASED_TO_BE_LOOKED_AFTER = Kind(
    id="ceased-to-be-looked-after",
    title="No longer looked after",
    sentence="The child is no longer looked after: {outcome}. {reasons}",
    details=("decided", "outcome", "reasons"),
    personal=("reasons",),
    major=True,
)
TWO_PLANS_CONSIDERED = Kind(
    id="two-plans-considered",
    title="Looked after beside a plan: whether both are needed",
    sentence="{outcome}. {reasons} {dates}",
    details=("decided", "outcome", "reasons", "dates"),
    personal=("reasons",),
)
RETURN_HOME_DECIDED = Kind(
    id="return-home-decided",
    title="Coming home from care",
    sentence="{outcome}. {reasons}",
    details=("decided", "outcome", "reasons", "immediate_concern"),
    personal=("reasons",),
    major=True,
)
CASE_CLOSED = Kind(
    id="case-closed",
    title="Case closed",
    sentence="The case was closed: {outcome}. {reasons} {views_words} {told_words}",
    details=("decided", "outcome", "reasons"),
    personal=("reasons", "views_words", "told_words"),
    major=True,
)

# Partner agencies: what they tell, answer and send.
INFORMATION_SENT = Kind(
    id="information-sent",
    title="Information from an agency",
    sentence="{agency} told us about {about}. {words}",
    details=("agency", "about", "words"),
    personal=("about", "words"),
)
ACTION_ANSWERED = Kind(
    id="action-answered",
    title="An agency answered for its action",
    sentence="{agency} on its action “{action}”: {answer}. {words}",
    details=("agency", "action", "answer", "words"),
    personal=("action", "words"),
)
CONFERENCE_REPORT_SENT = Kind(
    id="conference-report-sent",
    title="Report sent to a conference",
    sentence="{agency} sent its report to the {conference}, written by {author}. {family}",
    details=("agency", "conference", "author", "family"),
    personal=("author", "family"),
)
CONFERENCE_BEFORE_BIRTH_CONSIDERED = Kind(
    id="conference-before-birth-considered",
    title="Conference before birth considered",
    sentence="Whether to hold a conference before the birth: {outcome}. {reasons}",
    details=("decided", "outcome", "reasons"),
    personal=("reasons",),
)
KEPT_AWAY_FROM_CONFERENCE = Kind(
    id="kept-away-from-conference",
    title="Kept away from a conference",
    sentence="{practitioner} decided that {who} does not take part in {away_from}: {reasons} Their views come instead: {views_come}",
    details=("practitioner", "who", "away_from", "reasons", "views_come"),
    personal=("practitioner", "who", "away_from", "reasons", "views_come"),
)
CONFERENCE_TOO_FEW = Kind(
    id="conference-too-few",
    title="Too few at a conference",
    sentence="Too few were there. {practitioner} decided: {outcome}. {reasons} {meanwhile}",
    details=("practitioner", "decided", "outcome", "reasons", "meanwhile"),
    personal=("practitioner", "reasons", "meanwhile"),
    major=True,
)
CONFERENCE_PAPERS_GIVEN = Kind(
    id="conference-papers-given",
    title="Papers for a conference given",
    sentence="{whom} was given their papers for the {conference}, {how}.",
    details=("whom", "conference", "how"),
    personal=("whom",),
)
SCHOOL_NOTICE_GIVEN = Kind(
    id="school-notice-given",
    title="Notice from a school",
    sentence="{school}: {words}",
    details=("school", "what", "words"),
    personal=("words",),
)

# Sharing information: the decision either way, and what was asked for.
NOTED_FOR_NAMED_EYES = Kind(
    id="noted-for-named-eyes",
    title="Noted for named eyes only",
    sentence="{words} From: {came_from}.",
    details=("words", "came_from"),
    personal=("words", "came_from"),
)
INFORMATION_SHARED = Kind(
    id="information-shared",
    title="Information shared",
    sentence="{holder} shared with {recipient}: {what}. {reasons} {told_words}",
    details=("holder", "recipient", "what", "reasons", "decision"),
    personal=("recipient", "what", "reasons", "told_words"),
)
INFORMATION_NOT_SHARED = Kind(
    id="information-not-shared",
    title="Decided not to share information",
    sentence="{holder} decided not to share with {recipient}: {what}. {reasons}",
    details=("holder", "recipient", "what", "reasons", "decision"),
    personal=("recipient", "what", "reasons"),
)
INFORMATION_RECALLED = Kind(
    id="information-recalled",
    title="Shared information called back",
    sentence="{holder} called back from {recipient}: {what}. {why}. {words}",
    details=("holder", "recipient", "what", "why"),
    personal=("recipient", "what", "words"),
)
INFORMATION_ASKED_FOR = Kind(
    id="information-asked-for",
    title="Information asked for",
    sentence="{asking} asked {asked}: {what} {by_when_words}",
    details=("asking", "asked", "what", "request"),
    personal=("what",),
)
INFORMATION_REQUEST_WITHDRAWN = Kind(
    id="information-request-withdrawn",
    title="Request for information withdrawn",
    sentence="{asking} withdrew what it had asked {asked}: {why}",
    details=("asking", "asked", "why"),
    personal=("why",),
)

# The front door: a referrer who is not told, checks with partners, police notices.
REFERRER_NOT_TOLD = Kind(
    id="referrer-not-told",
    title="Referrer not told the decision",
    sentence="The referrer is not told what was decided: {why}",
    details=("why",),
    personal=("why",),
)
CHECK_ASKED = Kind(
    id="check-asked",
    title="A partner was asked",
    sentence="The front door asked {agency}, to be answered by {by_words}: {question}",
    details=("agency", "question"),
    personal=("question",),
)
CHECK_ANSWERED = Kind(
    id="check-answered",
    title="A partner answered",
    sentence="{agency} answered the front door: {answer}",
    details=("agency", "answer"),
    personal=("answer",),
)
POLICE_NOTICES_JOINED = Kind(
    id="police-notices-joined",
    title="Police notices",
    sentence="{notices} from the police: {words}",
    details=("notices", "words"),
    personal=("words",),
)

# Letters: what was written to whom, and what became of it. ``completes`` names the limits whose last reader was told.
LETTER_SIGNED = Kind(
    id="letter-signed",
    title="Letter signed",
    sentence="{practitioner} signed “{letter}” to {whom}.",
    details=("practitioner", "letter", "whom"),
    personal=("practitioner", "letter", "whom"),
)
LETTER_SENT = Kind(
    id="letter-sent",
    title="Letter sent",
    sentence="“{letter}” went to {whom}, {how}.",
    details=("letter", "whom", "how", "completes"),
    personal=("letter", "whom"),
)
LETTER_NOT_SENT = Kind(
    id="letter-not-sent",
    title="Letter not to be sent",
    sentence="“{letter}” does not go to {whom}: {why}",
    details=("letter", "whom", "why", "completes"),
    personal=("letter", "whom", "why"),
)
LETTER_FAILED = Kind(
    id="letter-failed",
    title="Letter not delivered",
    sentence="“{letter}” did not reach {whom}: {why}",
    details=("letter", "whom", "why"),
    personal=("letter", "whom", "why"),
)
LETTER_TRANSLATED = Kind(
    id="letter-translated",
    title="Letter translated",
    sentence="“{letter}” to {whom} is now in {language}, translated by {translator}.",
    details=("letter", "whom", "language", "translator"),
    personal=("letter", "whom", "translator"),
)
ADDRESS_RELEASED = Kind(
    id="address-released",
    title="A protected address may be told",
    sentence="{practitioner} decided that {whom} may be told a protected {what}: {why}",
    details=("practitioner", "whom", "what", "why"),
    personal=("practitioner", "whom", "why"),
    major=True,
)

# Beside the case: see alongside.strands. Which strand and which step, the details say.
STRAND_OPENED = Kind(
    id="strand-opened",
    title="Opened beside the case",
    called="what",
    sentence="{words}",
    details=("strand", "step", "strand_key", "what", "chosen", "words"),
    personal=("chosen", "words"),
    major=True,
)
STRAND_STEP_RECORDED = Kind(
    id="strand-step-recorded",
    title="Recorded beside the case",
    called="what",
    sentence="{words}",
    details=("strand", "step", "strand_key", "what", "chosen", "words"),
    personal=("chosen", "words"),
)
STRAND_ENDED = Kind(
    id="strand-ended",
    title="Ended beside the case",
    called="what",
    sentence="{outcome}. {words}",
    details=("strand", "step", "strand_key", "what", "chosen", "outcome", "words"),
    personal=("chosen", "words"),
    major=True,
)

# Harm outside the home: a child linked to a place, a group or an online space. See alongside.contexts.
# No entry names another child, and nothing that happens to the context itself is an entry of anybody.
CONTEXT_LINKED = Kind(
    id="context-linked",
    title="Linked to a place or group",
    sentence="Linked to {context} until {until_words}. {part_words}. {reason} {risk_words}",
    details=("link_key", "context", "until", "until_words", "part_words", "reason", "risk_words"),
    personal=("context", "reason", "risk_words"),
    major=True,
)
CONTEXT_LINK_RENEWED = Kind(
    id="context-link-renewed",
    title="Link to a place or group renewed",
    sentence="The link to {context} was renewed until {until_words}. {reason} {risk_words}",
    details=("link_key", "context", "until", "until_words", "reason", "risk_words"),
    personal=("context", "reason", "risk_words"),
)
CONTEXT_RISK_JUDGED = Kind(
    id="context-risk-judged",
    title="Risk in a place or group judged anew",
    sentence="{context}: {risk_words} {reason}",
    details=("link_key", "context", "reason", "risk_words"),
    personal=("context", "reason", "risk_words"),
)
CONTEXT_LINK_ENDED = Kind(
    id="context-link-ended",
    title="Link to a place or group ended",
    sentence="The link to {context} ended. {reason}",
    details=("link_key", "context", "reason"),
    personal=("context", "reason"),
    major=True,
)
CONTEXT_LET_KNOW = Kind(
    id="context-let-know",
    title="Who knows of a link to a place or group",
    sentence="{practitioner} {told} that the child is linked to {context}. {reason}",
    details=("link_key", "context", "practitioner", "told", "reason"),
    personal=("context", "practitioner", "reason"),
)

# Supervision: what it said about a child.
CASE_SUPERVISED = Kind(
    id="case-supervised",
    title="Supervision",
    sentence="{supervisor} and {practitioner} talked about the child in supervision. {discussed} {decision_words}",
    details=("supervisor", "practitioner", "discussed"),
    personal=("supervisor", "practitioner", "discussed", "decision_words"),
)
SUPERVISION_ACTION_DONE = Kind(
    id="supervision-action-done",
    title="Done, as agreed in supervision",
    sentence="{what}. {came_of_it}",
    details=("what", "came_of_it"),
    personal=("what", "came_of_it"),
)

KINDS: dict[str, Kind] = {kind.id: kind for kind in list(globals().values()) if isinstance(kind, Kind)}
