"""How things stand with a child, read from what happened. Several states hold at once; nobody sets one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from alongside.chronology import kinds
from alongside.chronology.models import Entry


@dataclass(slots=True)
class States:
    """What is true of a case now. A day where something stands since then; None where it does not."""

    referral_waiting_since: date | None = None
    referral_to_tell_since: date | None = None
    referral_decided: str = ""
    lead_since: date | None = None
    assessment_since: date | None = None
    assessment_for_approval_since: date | None = None
    assessed_on: date | None = None
    early_help_since: date | None = None
    early_help_refused_since: date | None = None
    early_help_assessed_on: date | None = None
    early_help_plan_since: date | None = None
    in_need_since: date | None = None
    child_in_need_plan_wanted_since: date | None = None
    child_in_need_plan_since: date | None = None
    strategy_discussion_wanted_since: date | None = None
    enquiry_since: date | None = None
    conference_wanted_since: date | None = None
    move_notified_since: date | None = None
    stays_here_since: date | None = None
    plan_elsewhere: str = ""
    moves_away_since: date | None = None
    move_told_since: date | None = None
    moves_to: str = ""
    moves_for_good: str = ""
    receiving_conference_since: date | None = None
    looked_after_since: date | None = None
    care_status: str = ""
    two_plans_considered_on: date | None = None
    plan_since: date | None = None
    category: str = ""
    police_protection_since: datetime | None = None
    protection_order_until: date | None = None
    assessment_order_since: date | None = None
    recovery_order_since: date | None = None
    #: Who must stay away: a line for each exclusion, its key and then their name.
    excluded: str = ""
    closed_on: date | None = None
    last_seen_on: date | None = None
    last_said: str = ""
    #: What is open beside the case: a line for each strand, its key and then its title.
    strands: str = ""

    @property
    def beside(self) -> list[str]:
        """What is open beside the case, by title, each once."""
        return list(dict.fromkeys(line.partition(" ")[2] for line in self.strands.splitlines()))

    @property
    def must_stay_away(self) -> list[str]:
        """Who must stay away by order of a court, each once."""
        return list(dict.fromkeys(line.partition(" ")[2] for line in self.excluded.splitlines()))

    @property
    def is_open(self) -> bool:
        """Whether the latest episode is open."""
        return self.closed_on is None

    @property
    def is_early_help(self) -> bool:
        """Whether the episode is open as early help, with section 17 not its basis."""
        return self.only_early_help_since is not None

    @property
    def only_early_help_since(self) -> date | None:
        """Since when the open episode has been early help, where section 17 is not its basis."""
        return self.early_help_since if self.is_open and self.in_need_since is None else None


def states(entries: Iterable[Entry]) -> States:
    """How things stand after these entries, given in order. Corrected entries must be left out."""
    now = States()
    for entry in entries:
        change = CHANGES.get(entry.kind)
        if change:
            change(now, entry)
    return now


def _referral_received(now: States, entry: Entry) -> None:
    now.referral_waiting_since, now.closed_on = entry.happened_on, None
    now.referral_decided, now.assessed_on = "", None
    if now.early_help_since is None:
        _in_need(now, entry)


def _referral_decided(now: States, entry: Entry) -> None:
    now.referral_waiting_since = None
    if "referral.feedback" not in entry.details.get(kinds.NOT_MEASURED, ()):
        now.referral_to_tell_since = entry.happened_on
    now.referral_decided = entry.details["decided"]
    if now.referral_decided in ("strategy-discussion", "immediate-protection"):
        now.strategy_discussion_wanted_since = entry.happened_on
    if entry.details.get("ends_episode"):
        now.closed_on, now.in_need_since = entry.happened_on, None
    elif now.referral_decided not in ("no-further-action", "advice", "early-help"):
        _in_need(now, entry)


def _in_need(now: States, entry: Entry) -> None:
    now.in_need_since = now.in_need_since or entry.happened_on


def _early_help_offered(now: States, entry: Entry) -> None:
    now.closed_on = now.early_help_refused_since = None
    if now.in_need_since is None:
        now.early_help_since = now.early_help_since or entry.happened_on


def _early_help_refused(now: States, entry: Entry) -> None:
    now.early_help_refused_since = entry.happened_on
    if entry.details.get("ends_episode"):
        _case_closed(now, entry)


def _early_help_assessed(now: States, entry: Entry) -> None:
    if entry.details.get("complete"):
        now.early_help_assessed_on = entry.happened_on


def _early_help_plan_started(now: States, entry: Entry) -> None:
    now.early_help_plan_since = entry.happened_on


def _early_help_plan_ended(now: States, entry: Entry) -> None:
    now.early_help_plan_since = None


def _basis_changed(now: States, entry: Entry) -> None:
    if entry.details["decided"] == "section-17":
        now.child_in_need_plan_since, now.early_help_plan_since = entry.happened_on, None
        now.child_in_need_plan_wanted_since = None
        _in_need(now, entry)
    else:
        now.early_help_plan_since, now.child_in_need_plan_since = entry.happened_on, None


def _stepped_down(now: States, entry: Entry) -> None:
    now.early_help_since, now.in_need_since = entry.happened_on, None
    now.child_in_need_plan_wanted_since = None
    if now.child_in_need_plan_since and entry.details.get("plan") == "goes-on":
        now.early_help_plan_since = entry.happened_on
    now.child_in_need_plan_since = None


def _referrer_told(now: States, entry: Entry) -> None:
    now.referral_to_tell_since = None


def _lead_allocated(now: States, entry: Entry) -> None:
    now.lead_since = entry.happened_on


def _assessment_started(now: States, entry: Entry) -> None:
    now.assessment_since, now.child_in_need_plan_wanted_since = entry.happened_on, None
    _in_need(now, entry)


def _sent_for_approval(now: States, entry: Entry) -> None:
    now.assessment_for_approval_since = entry.happened_on


def _assessment_returned(now: States, entry: Entry) -> None:
    now.assessment_for_approval_since = None


def _assessment_approved(now: States, entry: Entry) -> None:
    now.assessment_since = now.assessment_for_approval_since = None
    now.assessed_on = entry.happened_on
    decided = entry.details["decided"]
    # A child protection plan carries the help already, so no second plan is wanted beside it.
    wanted = decided == "child-in-need-plan" and now.plan_since is None
    now.child_in_need_plan_wanted_since = entry.happened_on if wanted else None
    if decided == "strategy-discussion":
        now.strategy_discussion_wanted_since = entry.happened_on


def _strategy_discussion(now: States, entry: Entry) -> None:
    decided = entry.details["decided"]
    _in_need(now, entry)
    now.strategy_discussion_wanted_since = entry.happened_on if decided == "further-discussion" else None
    if entry.details.get("begins_enquiry"):
        now.enquiry_since = entry.happened_on


def _enquiry_concluded(now: States, entry: Entry) -> None:
    now.enquiry_since = None
    if entry.details["decided"] == "conference":
        now.conference_wanted_since = entry.happened_on


def _conference(now: States, entry: Entry) -> None:
    now.conference_wanted_since = now.move_notified_since = now.stays_here_since = None
    now.plan_elsewhere = ""
    if entry.details["decided"] == "plan":
        now.plan_since, now.category = entry.happened_on, entry.details["category"]
        now.child_in_need_plan_since = now.child_in_need_plan_wanted_since = None


def _review(now: States, entry: Entry) -> None:
    if entry.details["decided"] == "continue":
        now.category = entry.details["category"] or now.category
    else:
        _plan_ended(now, entry)


def _plan_ended(now: States, entry: Entry) -> None:
    now.plan_since, now.category, now.two_plans_considered_on = None, "", None
    _move_over(now)


def _child_in_need_plan_started(now: States, entry: Entry) -> None:
    _in_need(now, entry)
    now.early_help_plan_since = None
    now.child_in_need_plan_since, now.child_in_need_plan_wanted_since = entry.happened_on, None


def _child_in_need_plan_ended(now: States, entry: Entry) -> None:
    now.child_in_need_plan_since = None


def _police_protection_begun(now: States, entry: Entry) -> None:
    now.police_protection_since = entry.happened_at
    now.strategy_discussion_wanted_since = entry.happened_on


def _immediate_action(now: States, entry: Entry) -> None:
    if entry.details["alone"]:
        now.strategy_discussion_wanted_since = entry.happened_on


def _request_answered(now: States, entry: Entry) -> None:
    if entry.details["decided"] == "conference":
        now.conference_wanted_since = entry.happened_on


def _police_protection_ended(now: States, entry: Entry) -> None:
    now.police_protection_since = None


def _order_made(now: States, entry: Entry) -> None:
    now.protection_order_until = date.fromisoformat(entry.details["expires_on"])
    now.police_protection_since = None


def _order_ended(now: States, entry: Entry) -> None:
    now.protection_order_until = None


def _assessment_order(now: States, entry: Entry) -> None:
    now.assessment_order_since = date.fromisoformat(entry.details["runs_from"])


def _assessment_order_ended(now: States, entry: Entry) -> None:
    now.assessment_order_since = None


def _move_notified(now: States, entry: Entry) -> None:
    now.move_notified_since, now.plan_elsewhere = entry.happened_on, entry.details["authority"]
    now.stays_here_since = None


def _stays_here(now: States, entry: Entry) -> None:
    now.stays_here_since, now.plan_elsewhere = entry.happened_on, entry.details["authority"]


def _stay_ended(now: States, entry: Entry) -> None:
    now.stays_here_since = None
    now.plan_elsewhere = now.plan_elsewhere if now.move_notified_since else ""


def _plan_moves(now: States, entry: Entry) -> None:
    _move_over(now)
    now.moves_away_since, now.moves_to = entry.happened_on, entry.details["authority"]
    now.moves_for_good = "yes" if entry.details["decided"] == "for-good" else ""


def _move_told(now: States, entry: Entry) -> None:
    now.move_told_since = entry.happened_on


def _receiving_conference(now: States, entry: Entry) -> None:
    now.receiving_conference_since = entry.happened_on


def _move_ended(now: States, entry: Entry) -> None:
    _move_over(now)


def _move_over(now: States) -> None:
    now.moves_away_since = now.move_told_since = now.receiving_conference_since = None
    now.moves_to = now.moves_for_good = ""


def _looked_after(now: States, entry: Entry) -> None:
    now.looked_after_since = now.looked_after_since or entry.happened_on
    now.care_status = entry.details["status"]


def _no_longer_looked_after(now: States, entry: Entry) -> None:
    now.looked_after_since = now.two_plans_considered_on = None
    now.care_status = ""


def _two_plans_considered(now: States, entry: Entry) -> None:
    now.two_plans_considered_on = entry.happened_on


def _exclusion(now: States, entry: Entry) -> None:
    now.excluded += f"{entry.details.get('exclusion', '')} {entry.details['who']}\n"


def _exclusion_ended(now: States, entry: Entry) -> None:
    key = str(entry.details.get("exclusion", ""))
    now.excluded = "".join(line for line in now.excluded.splitlines(True) if not line.startswith(key))


def _recovery(now: States, entry: Entry) -> None:
    now.recovery_order_since = entry.happened_on


def _recovery_ended(now: States, entry: Entry) -> None:
    now.recovery_order_since = None


def _child_seen(now: States, entry: Entry) -> None:
    now.last_seen_on = entry.happened_on
    now.last_said = entry.details.get("said") or now.last_said


def _return_home(now: States, entry: Entry) -> None:
    if entry.details.get("ceases"):
        _no_longer_looked_after(now, entry)
    if entry.details["immediate_concern"] == "yes":
        now.strategy_discussion_wanted_since = entry.happened_on


def _strand_opened(now: States, entry: Entry) -> None:
    title = str(entry.details["what"]).partition(":")[0]
    now.strands += f"{entry.details['strand_key']} {title}\n"


def _strand_ended(now: States, entry: Entry) -> None:
    key = str(entry.details["strand_key"])
    now.strands = "".join(line for line in now.strands.splitlines(True) if not line.startswith(key))


def _case_closed(now: States, entry: Entry) -> None:
    seen, said = now.last_seen_on, now.last_said
    for name in States.__slots__:
        setattr(now, name, "" if isinstance(getattr(now, name), str) else None)
    now.closed_on, now.last_seen_on, now.last_said = entry.happened_on, seen, said


CHANGES = {
    kinds.REFERRAL_RECEIVED.id: _referral_received,
    kinds.REFERRAL_DECIDED.id: _referral_decided,
    kinds.REFERRER_TOLD.id: _referrer_told,
    kinds.LEAD_ALLOCATED.id: _lead_allocated,
    kinds.ASSESSMENT_STARTED.id: _assessment_started,
    kinds.ASSESSMENT_SENT_FOR_APPROVAL.id: _sent_for_approval,
    kinds.ASSESSMENT_RETURNED.id: _assessment_returned,
    kinds.ASSESSMENT_APPROVED.id: _assessment_approved,
    kinds.CHILD_IN_NEED_PLAN_STARTED.id: _child_in_need_plan_started,
    kinds.CHILD_IN_NEED_PLAN_ENDED.id: _child_in_need_plan_ended,
    kinds.EARLY_HELP_OFFERED.id: _early_help_offered,
    kinds.EARLY_HELP_REFUSED.id: _early_help_refused,
    kinds.EARLY_HELP_ENDED.id: _case_closed,
    kinds.EARLY_HELP_ASSESSED.id: _early_help_assessed,
    kinds.EARLY_HELP_PLAN_STARTED.id: _early_help_plan_started,
    kinds.EARLY_HELP_PLAN_ENDED.id: _early_help_plan_ended,
    kinds.PLAN_BASIS_CHANGED.id: _basis_changed,
    kinds.STEPPED_DOWN.id: _stepped_down,
    kinds.STRATEGY_DISCUSSION_HELD.id: _strategy_discussion,
    kinds.SECTION_47_CONCLUDED.id: _enquiry_concluded,
    kinds.INITIAL_CONFERENCE_HELD.id: _conference,
    kinds.TRANSFER_IN_CONFERENCE_HELD.id: _conference,
    kinds.REVIEW_CONFERENCE_HELD.id: _review,
    kinds.CHILD_PROTECTION_PLAN_ENDED.id: _plan_ended,
    kinds.MOVE_NOTIFIED.id: _move_notified,
    kinds.STAYS_HERE_ON_PLAN.id: _stays_here,
    kinds.STAY_HERE_ENDED.id: _stay_ended,
    kinds.PLAN_MOVES.id: _plan_moves,
    kinds.PLAN_MOVE_TOLD.id: _move_told,
    kinds.RECEIVING_CONFERENCE_TOLD.id: _receiving_conference,
    kinds.PLAN_MOVE_ENDED.id: _move_ended,
    kinds.BECAME_LOOKED_AFTER.id: _looked_after,
    kinds.CARE_STATUS_CHANGED.id: _looked_after,
    kinds.CEASED_TO_BE_LOOKED_AFTER.id: _no_longer_looked_after,
    kinds.TWO_PLANS_CONSIDERED.id: _two_plans_considered,
    kinds.EXCLUSION_BEGUN.id: _exclusion,
    kinds.EXCLUSION_ENDED.id: _exclusion_ended,
    kinds.RECOVERY_ORDER_MADE.id: _recovery,
    kinds.RECOVERY_ENDED.id: _recovery_ended,
    kinds.POLICE_PROTECTION_BEGUN.id: _police_protection_begun,
    kinds.POLICE_PROTECTION_ENDED.id: _police_protection_ended,
    kinds.IMMEDIATE_ACTION_TAKEN.id: _immediate_action,
    kinds.CONFERENCE_REQUEST_ANSWERED.id: _request_answered,
    kinds.PROTECTION_ORDER_MADE.id: _order_made,
    kinds.PROTECTION_ORDER_EXTENDED.id: _order_made,
    kinds.PROTECTION_ORDER_ENDED.id: _order_ended,
    kinds.CHILD_ASSESSMENT_ORDER_MADE.id: _assessment_order,
    kinds.CHILD_ASSESSMENT_ORDER_ENDED.id: _assessment_order_ended,
    kinds.CHILD_SEEN.id: _child_seen,
    kinds.RETURN_HOME_DECIDED.id: _return_home,
    kinds.STRAND_OPENED.id: _strand_opened,
    kinds.STRAND_ENDED.id: _strand_ended,
    kinds.CASE_CLOSED.id: _case_closed,
}
