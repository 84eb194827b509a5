"""What each happening sets running, what stops it, and what takes the reason for it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from dateutil.relativedelta import relativedelta

from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.kinds import Kind
from alongside.chronology.models import Entry
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Timescale
from alongside.guidance.kernel.words import listed
from alongside.guidance.working_together.introduction import ADULT_AT, birthday


def timescale(rule_id: str) -> Timescale:
    """The time limit with this id. Raises TypeError when the rule is of another kind."""
    found = catalogue.rule(rule_id)
    if not isinstance(found, Timescale):
        raise TypeError(f"{rule_id} is not a time limit.")
    return found


def always(entry: Entry) -> bool:
    """Every entry of the kind counts."""
    return True


def decided(*outcomes: str) -> Callable[[Entry], bool]:
    """Only entries whose decision was one of these."""

    def one_of_these(entry: Entry) -> bool:
        return entry.details.get("decided") in outcomes

    one_of_these.__doc__ = f"Only where the decision was {listed(outcomes, 'or')}."
    return one_of_these


def not_decided(*outcomes: str) -> Callable[[Entry], bool]:
    """Only entries whose decision was none of these."""

    def none_of_these(entry: Entry) -> bool:
        return entry.details.get("decided") not in outcomes

    none_of_these.__doc__ = f"Only where the decision was not {listed(outcomes, 'or')}."
    return none_of_these


def acted_alone(entry: Entry) -> bool:
    """Only what one agency did before any strategy discussion; police protection unless it says otherwise."""
    return bool(entry.details.get("alone", True))


def the_police_applied(entry: Entry) -> bool:
    """Only orders for which the designated police officer applied, after police protection."""
    return entry.details.get("applied_by") == "designated-officer"


def anyone_else_applied(entry: Entry) -> bool:
    """Only orders for which anyone but the designated police officer applied."""
    return not the_police_applied(entry)


def asked_to_accept(entry: Entry) -> bool:
    """Only where another authority was asked to take responsibility, and has not accepted in writing."""
    return bool(entry.details.get("asked_to_accept")) and not accepted_in_writing(entry)


def accepted_in_writing(entry: Entry) -> bool:
    """Only where the other authority accepted responsibility in writing."""
    return bool(entry.details.get("accepted"))


def begins_enquiries(entry: Entry) -> bool:
    """Only a discussion that started section 47 enquiries, not one held while they go on."""
    return bool(entry.details.get("begins_enquiry"))


def conference_agreed_later(entry: Entry) -> bool:
    """Only a yes to an agency's request, where enquiries had ended without a conference."""
    return entry.details.get("decided") == "conference" and "enquiries_began_on" in entry.details


def completes(rule_id: str) -> Callable[[Entry], bool]:
    """Only telling after which nobody is left whom this limit names."""

    def leaves_nobody(entry: Entry) -> bool:
        return rule_id in entry.details.get("completes", ())

    leaves_nobody.__doc__ = "Only telling after which nobody is left to be told."
    return leaves_nobody


def not_all_told_at_once(entry: Entry) -> bool:
    """Only where not everybody was told in the act itself."""
    return not entry.details.get("completes")


def leaves_somebody(rule_id: str) -> Callable[[Entry], bool]:
    """Only an act after which somebody whom this limit names is still to be told."""
    done = completes(rule_id)

    def somebody(entry: Entry) -> bool:
        return not done(entry)

    somebody.__doc__ = "Only where somebody is still to be told."
    return somebody


def begins_enquiries_untold(entry: Entry) -> bool:
    """Only a discussion that started enquiries, and did not record that the family was told."""
    return begins_enquiries(entry) and not_all_told_at_once(entry)


def decided_on_a_plan_not_given(entry: Entry) -> bool:
    """Only where the decision was a plan, and not everybody was given it in the room."""
    return decided("plan")(entry) and not_all_told_at_once(entry)


def day_it_happened(entry: Entry) -> date | datetime:
    """The moment where it is known, otherwise the day."""
    return entry.happened_at or entry.happened_on


def day_named(detail: str) -> Callable[[Entry], date]:
    """A day that the entry names, such as the one on which an ordered assessment begins."""
    return lambda entry: date.fromisoformat(entry.details[detail])


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """Entries of some kinds, perhaps only those that say a certain thing."""

    kinds: tuple[Kind, ...]
    only_if: Callable[[Entry], bool] = always
    ids: frozenset[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ids", frozenset(kind.id for kind in self.kinds))

    def matches(self, entry: Entry) -> bool:
        return entry.kind in self.ids and self.only_if(entry)


def when(*these: Kind, only_if: Callable[[Entry], bool] = always) -> When:
    return When(kinds=these, only_if=only_if)


def step(strand: str, *steps: str, **chosen: str) -> Callable[[Entry], bool]:
    """Only these steps of strands of one kind beside the case; ``chosen``: where this was answered to a question.

    A question is named with underscores for its hyphens.
    """

    def of_this_strand(entry: Entry) -> bool:
        details = entry.details
        answered = details.get("chosen") or {}
        return (
            details.get("strand") == strand
            and details.get("step") in steps
            and all(answered.get(key.replace("_", "-")) == answer for key, answer in chosen.items())
        )

    named = listed([one.replace("-", " ") for one in steps], "or")
    given = "".join(f", where the answer was {answer.replace('-', ' ')}" for answer in chosen.values())
    of_this_strand.__doc__ = f"Only {named} in {strand.replace('-', ' ')}, beside the case{given}."
    return of_this_strand


def in_strand(strand: str, *steps: str, **chosen: str) -> When:
    """Steps of strands of one kind, the opening and the ending too."""
    return in_strands(step(strand, *steps, **chosen))


def in_strands(*these: Callable[[Entry], bool]) -> When:
    """Any of these steps."""

    def any_of_these(entry: Entry) -> bool:
        return any(one(entry) for one in these)

    any_of_these.__doc__ = " ".join(one.__doc__ or "" for one in these)
    every = (kinds.STRAND_OPENED, kinds.STRAND_STEP_RECORDED, kinds.STRAND_ENDED)
    return when(*every, only_if=any_of_these)


def whatever_came_before(entry: Entry, before: Sequence[Entry]) -> bool:
    """It starts whatever happened before it."""
    return True


def eighteen_not_planned_yet(entry: Entry, before: Sequence[Entry]) -> bool:
    """Only while nobody has planned the review around the eighteenth birthday."""
    return not any(one.kind == kinds.COMING_OF_AGE_PLANNED.id for one in before)


def in_the_first_year(entry: Entry, before: Sequence[Entry]) -> bool:
    """Only within a year of the day on which its strand opened."""
    opened = _opening(entry, before)
    return opened is not None and entry.happened_on < opened.happened_on + relativedelta(years=1)


def after_the_first_year(entry: Entry, before: Sequence[Entry]) -> bool:
    """Only a year or more after the day on which its strand opened."""
    return _opening(entry, before) is not None and not in_the_first_year(entry, before)


def _opening(entry: Entry, before: Sequence[Entry]) -> Entry | None:
    key = entry.details.get("strand_key")
    opened = kinds.STRAND_OPENED.id
    return next((one for one in before if one.kind == opened and one.details.get("strand_key") == key), None)


@dataclass(frozen=True, slots=True)
class Clock:
    """One rule's clock: what starts it, what stops it in time or late, what ends it unmet.

    ``starts`` reads the start from the entry. ``about`` names a detail that start and stop must share
    where both carry it: a decision stops the clock of its own referral, not of another one waiting.
    ``given`` looks at what came before the entry as well.
    ``printed`` names a detail with the last day a court printed on its order: that day is the limit,
    and the rule's own reckoning is the most the court could give. ``printed_words`` say so, where it is no court's.
    ``on_day`` reads the day from the child, such as a birthday; where there is none, the clock does not start.
    A closed case ends every clock.
    """

    rule: Timescale
    started_by: When
    stopped_by: When
    ended_by: When = field(default_factory=lambda: when())
    starts: Callable[[Entry], date | datetime] = day_it_happened
    about: str = ""
    printed: str = ""
    printed_words: str = "the last day printed on the order; the most is {because}"
    on_day: Callable[[Case, Entry], date | None] | None = None
    on_words: str = "{because}"
    given: Callable[[Entry, Sequence[Entry]], bool] = whatever_came_before

    def printed_day(self, entry: Entry) -> date | None:
        """The last day printed on the order that the entry tells of, where there is one."""
        day = entry.details.get(self.printed) if self.printed else None
        return date.fromisoformat(day) if day else None

    def is_started_by(self, entry: Entry) -> bool:
        """Whether the entry starts this clock. An entry may name limits its source says too little to measure."""
        return self.started_by.matches(entry) and self.rule.id not in entry.details.get(
            kinds.NOT_MEASURED, ()
        )

    def is_stopped_by(self, start: Entry, entry: Entry) -> bool:
        return self.stopped_by.matches(entry) and self._concerns(start, entry)

    def is_ended_by(self, start: Entry, entry: Entry) -> bool:
        return entry.kind in CLOSES or (self.ended_by.matches(entry) and self._concerns(start, entry))

    def _concerns(self, start: Entry, entry: Entry) -> bool:
        if str(start.pk) != entry.details.get("about_entry", str(start.pk)):
            return False  # A letter about something else that happened.
        one, other = start.details.get(self.about), entry.details.get(self.about)
        return not (self.about and one and other) or one == other


#: What closes a case, and with it every clock.
CLOSES = frozenset({kinds.CASE_CLOSED.id, kinds.EARLY_HELP_ENDED.id})
LETTERS = (kinds.LETTER_SENT, kinds.LETTER_NOT_SENT)


def told_all(rule_id: str, *also: Kind) -> When:
    """A letter, or another act of telling, that leaves nobody to be told."""
    return when(*LETTERS, *also, only_if=completes(rule_id))


def tells_the_referrer(rule_id: str) -> Callable[[Entry], bool]:
    """Any telling by the front door; of letters, the one that this limit asks for."""
    by_letter = completes(rule_id)

    def tells(entry: Entry) -> bool:
        return entry.kind not in {kind.id for kind in LETTERS} or by_letter(entry)

    tells.__doc__ = "By the front door, or by the letter that this limit asks for."
    return tells


def assessed_and_not_all_have_it(entry: Entry) -> bool:
    """Only a young carer's assessment that was not given in writing to the child and the parents at once."""
    given = (entry.details.get("chosen") or {}).get("written-copy", ())
    return step("young-carer", "assessed")(entry) and not {"young-carer", "parents"} <= set(given)


def letter_before_proceedings_sent(entry: Entry) -> bool:
    """The letter after which nobody is left to be sent it; or its step beside the case, recorded by hand."""
    if entry.kind in {kind.id for kind in LETTERS}:
        return completes("pre-proceedings.letter-sent")(entry)
    return step("pre-proceedings", "letter-sent")(entry) and not entry.details.get("by_letter")


NEEDS_ASSESSMENT = decided("section-17-assessment", "strategy-discussion", "immediate-protection")
NEEDS_NONE = decided("no-further-action", "advice", "early-help", "transfer-in-conference")
A_CONFERENCE = (kinds.INITIAL_CONFERENCE_HELD, kinds.TRANSFER_IN_CONFERENCE_HELD)
PLAN_ENDS = when(
    kinds.CHILD_PROTECTION_PLAN_ENDED,
    kinds.REVIEW_CONFERENCE_HELD,
    only_if=not_decided("continue"),
)


MOVE_OR_PLAN_ENDS = when(
    kinds.PLAN_MOVE_ENDED,
    kinds.CHILD_PROTECTION_PLAN_ENDED,
    kinds.REVIEW_CONFERENCE_HELD,
    only_if=not_decided("continue"),
)


def moves_away(entry: Entry) -> bool:
    """Only a move to another area, of which everything has still to be passed on."""
    return entry.details.get("decided") == "away" and not entry.details.get("passed_on")


def moves_for_good(entry: Entry) -> bool:
    """Only of a move for good; a stay for a time asks for no conference there."""
    return bool(entry.details.get("lasting"))


#: How far ahead of a birthday it begins to be on the record's list of what is due. Local: the text sets no number.
BEFORE_A_BIRTHDAY = relativedelta(years=3)


def eighteenth_birthday(case: Case, entry: Entry) -> date | None:
    """The child's eighteenth birthday, where it comes within three years of the entry; None otherwise."""
    born = case.child.born_on
    if born is None:
        return None
    grown = birthday(born, ADULT_AT)
    return grown if grown - BEFORE_A_BIRTHDAY <= entry.happened_on <= grown else None


def born_and_to_be_assessed(entry: Entry) -> bool:
    """Only where an assessment, strategy discussion or protection follows, for a child who is born."""
    # A child who is not born cannot be seen yet.
    return NEEDS_ASSESSMENT(entry) and not entry.details.get("unborn")


CLOCKS = (
    # The front door
    Clock(
        timescale("referral.acknowledgement"),
        when(kinds.REFERRAL_RECEIVED),
        when(kinds.REFERRAL_ACKNOWLEDGED, *LETTERS, only_if=tells_the_referrer("referral.acknowledgement")),
        about="referral",
    ),
    Clock(
        timescale("referral.decision"),
        when(kinds.REFERRAL_RECEIVED),
        when(kinds.REFERRAL_DECIDED),
        about="referral",
    ),
    Clock(
        timescale("referral.feedback"),
        when(kinds.REFERRAL_DECIDED),
        when(kinds.REFERRER_TOLD, *LETTERS, only_if=tells_the_referrer("referral.feedback")),
        ended_by=when(kinds.REFERRER_NOT_TOLD),
        about="referral",
    ),
    # Assessment
    Clock(
        timescale("assessment.completion"),
        when(kinds.REFERRAL_RECEIVED),
        when(kinds.ASSESSMENT_APPROVED),
        ended_by=when(kinds.REFERRAL_DECIDED, only_if=NEEDS_NONE),
        about="referral",
    ),
    Clock(
        timescale("assessment.completion-statistics"),
        when(kinds.ASSESSMENT_STARTED),
        when(kinds.ASSESSMENT_APPROVED),
        about="assessment",
    ),
    Clock(
        timescale("assessment.child-seen"),
        when(kinds.REFERRAL_DECIDED, only_if=born_and_to_be_assessed),
        when(kinds.CHILD_SEEN),
    ),
    Clock(
        timescale("child-in-need.moved-area"),
        when(kinds.CHILD_IN_NEED_MOVES, only_if=moves_away),
        when(kinds.CHILD_IN_NEED_PASSED_ON),
    ),
    # Section 47 and conferences
    Clock(
        timescale("child-protection.initial-conference"),
        when(kinds.STRATEGY_DISCUSSION_HELD, only_if=begins_enquiries),
        when(kinds.INITIAL_CONFERENCE_HELD),
        ended_by=when(kinds.SECTION_47_CONCLUDED, only_if=not_decided("conference")),
    ),
    Clock(
        timescale("child-protection.initial-conference-statistics"),
        when(kinds.STRATEGY_DISCUSSION_HELD, only_if=begins_enquiries),
        when(kinds.INITIAL_CONFERENCE_HELD),
        ended_by=when(kinds.SECTION_47_CONCLUDED, only_if=not_decided("conference")),
    ),
    Clock(
        timescale("child-protection.initial-conference"),
        when(kinds.CONFERENCE_REQUEST_ANSWERED, only_if=conference_agreed_later),
        when(kinds.INITIAL_CONFERENCE_HELD),
        starts=day_named("enquiries_began_on"),
    ),
    Clock(
        timescale("child-protection.transfer-in-conference"),
        when(kinds.MOVE_NOTIFIED),
        when(kinds.TRANSFER_IN_CONFERENCE_HELD),
    ),
    # Moves to another authority: the plan here goes on until its conference has been held.
    Clock(
        timescale("child-protection.move-told"),
        when(kinds.PLAN_MOVES, only_if=decided("for-good")),
        when(kinds.PLAN_MOVE_TOLD),
        ended_by=MOVE_OR_PLAN_ENDS,
    ),
    Clock(
        timescale("child-protection.receiving-conference"),
        when(kinds.PLAN_MOVE_TOLD, only_if=moves_for_good),
        when(kinds.RECEIVING_CONFERENCE_TOLD),
        ended_by=MOVE_OR_PLAN_ENDS,
    ),
    # Turning 18: planned ahead, for a plan and for a child in need
    Clock(
        timescale("child-protection.review-around-eighteen"),
        when(*A_CONFERENCE, kinds.REVIEW_CONFERENCE_HELD, only_if=decided("plan", "continue")),
        when(kinds.COMING_OF_AGE_PLANNED),
        ended_by=when(kinds.CHILD_PROTECTION_PLAN_ENDED, kinds.REVIEW_CONFERENCE_HELD),
        on_day=eighteenth_birthday,
        on_words="the eighteenth birthday; {because}",
        given=eighteen_not_planned_yet,
    ),
    Clock(
        timescale("child-protection.review-around-eighteen"),
        when(kinds.COMING_OF_AGE_PLANNED),
        when(kinds.CHILD_PROTECTION_PLAN_ENDED),
        ended_by=when(
            kinds.COMING_OF_AGE_PLANNED, kinds.REVIEW_CONFERENCE_HELD, only_if=not_decided("continue")
        ),
        printed="review_on",
        printed_words="the day the review is set for; {because}",
    ),
    Clock(
        timescale("child-in-need.change-planned"),
        when(kinds.CHILD_IN_NEED_PLAN_STARTED, kinds.CHILD_IN_NEED_PLAN_REVIEWED),
        when(kinds.CHANGE_PLANNED, only_if=decided("adult-services")),
        ended_by=when(
            kinds.CHILD_IN_NEED_PLAN_ENDED,
            kinds.CHILD_IN_NEED_PLAN_REVIEWED,
            kinds.STEPPED_DOWN,
            *A_CONFERENCE,
        ),
        on_day=eighteenth_birthday,
        on_words="the eighteenth birthday; {because}",
    ),
    Clock(
        timescale("child-protection.first-core-group"),
        when(*A_CONFERENCE, only_if=decided("plan")),
        when(kinds.CORE_GROUP_MET),
        ended_by=PLAN_ENDS,
    ),
    Clock(
        timescale("child-protection.first-review"),
        when(*A_CONFERENCE, only_if=decided("plan")),
        when(kinds.REVIEW_CONFERENCE_HELD),
        ended_by=when(kinds.CHILD_PROTECTION_PLAN_ENDED),
    ),
    Clock(
        timescale("child-protection.next-review"),
        when(kinds.REVIEW_CONFERENCE_HELD, only_if=decided("continue")),
        when(kinds.REVIEW_CONFERENCE_HELD),
        ended_by=when(kinds.CHILD_PROTECTION_PLAN_ENDED),
    ),
    # Who is told, in writing or not: see alongside.letters
    Clock(
        timescale("assessment.findings-shared"),
        when(kinds.ASSESSMENT_APPROVED, only_if=leaves_somebody("assessment.findings-shared")),
        told_all("assessment.findings-shared", kinds.ASSESSMENT_OUTCOME_TOLD),
    ),
    Clock(
        timescale("assessment.referrer-told"),
        when(kinds.ASSESSMENT_APPROVED, only_if=leaves_somebody("assessment.referrer-told")),
        told_all("assessment.referrer-told", kinds.ASSESSMENT_OUTCOME_TOLD),
    ),
    Clock(
        timescale("enquiry.family-told"),
        when(kinds.STRATEGY_DISCUSSION_HELD, only_if=begins_enquiries_untold),
        told_all("enquiry.family-told"),
    ),
    Clock(
        timescale("child-protection.plan-circulation"),
        when(*A_CONFERENCE, only_if=decided_on_a_plan_not_given),
        told_all("child-protection.plan-circulation"),
        ended_by=PLAN_ENDS,
    ),
    Clock(
        timescale("child-protection.ending-told"),
        PLAN_ENDS,
        told_all("child-protection.ending-told", kinds.PLAN_CHANGED),
    ),
    Clock(
        timescale("emergency.police-protection-told"),
        when(kinds.POLICE_PROTECTION_BEGUN, only_if=not_all_told_at_once),
        told_all("emergency.police-protection-told"),
    ),
    Clock(
        timescale("young-carer.assessment-copy"),
        when(kinds.STRAND_STEP_RECORDED, only_if=assessed_and_not_all_have_it),
        told_all("young-carer.assessment-copy"),
    ),
    Clock(
        timescale("pre-proceedings.letter-sent"),
        in_strand("pre-proceedings", "begun"),
        when(*LETTERS, kinds.STRAND_STEP_RECORDED, only_if=letter_before_proceedings_sent),
        ended_by=in_strand("pre-proceedings", "application-made", "ended"),
    ),
    # Immediate protection
    Clock(
        timescale("emergency.police-protection"),
        when(kinds.POLICE_PROTECTION_BEGUN),
        when(kinds.POLICE_PROTECTION_ENDED),
    ),
    Clock(
        timescale("emergency.strategy-discussion-after"),
        when(kinds.POLICE_PROTECTION_BEGUN, kinds.IMMEDIATE_ACTION_TAKEN, only_if=acted_alone),
        when(kinds.STRATEGY_DISCUSSION_HELD),
    ),
    Clock(
        timescale("emergency.protection-order-after-police-protection"),
        when(kinds.PROTECTION_ORDER_MADE, only_if=the_police_applied),
        when(kinds.PROTECTION_ORDER_ENDED),
        ended_by=when(kinds.PROTECTION_ORDER_EXTENDED),
        starts=day_named("runs_from"),
        printed="expires_on",
    ),
    Clock(
        timescale("emergency.protection-order"),
        when(kinds.PROTECTION_ORDER_MADE, only_if=anyone_else_applied),
        when(kinds.PROTECTION_ORDER_ENDED),
        ended_by=when(kinds.PROTECTION_ORDER_EXTENDED),
        starts=day_named("runs_from"),
        printed="expires_on",
    ),
    Clock(
        timescale("emergency.protection-order-extension"),
        when(kinds.PROTECTION_ORDER_EXTENDED),
        when(kinds.PROTECTION_ORDER_ENDED),
        starts=day_named("runs_from"),
        printed="expires_on",
    ),
    Clock(
        timescale("emergency.child-assessment-order"),
        when(kinds.CHILD_ASSESSMENT_ORDER_MADE),
        when(kinds.CHILD_ASSESSMENT_ORDER_ENDED),
        starts=day_named("runs_from"),
        printed="expires_on",
    ),
    Clock(
        timescale("emergency.exclusion-requirement"),
        when(kinds.EXCLUSION_BEGUN),
        when(kinds.EXCLUSION_ENDED),
        about="exclusion",
        printed="expires_on",
    ),
    Clock(
        timescale("emergency.recovery-order"),
        when(kinds.RECOVERY_ORDER_MADE),
        when(kinds.RECOVERY_ENDED),
        about="recovery",
    ),
    Clock(
        timescale("emergency.responsibility-accepted"),
        when(kinds.OTHER_AUTHORITY_CONSULTED, only_if=asked_to_accept),
        when(kinds.OTHER_AUTHORITY_CONSULTED, only_if=accepted_in_writing),
        ended_by=when(kinds.OTHER_AUTHORITY_CONSULTED, only_if=asked_to_accept),
        about="authority",
    ),
    # Beside the case
    Clock(
        timescale("private-fostering.first-visit"),
        in_strand("private-fostering", "notified"),
        in_strand("private-fostering", "visited"),
        ended_by=in_strand("private-fostering", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("private-fostering.visits-first-year"),
        in_strand("private-fostering", "visited"),
        in_strand("private-fostering", "visited"),
        ended_by=in_strand("private-fostering", "ended"),
        about="strand_key",
        given=in_the_first_year,
    ),
    Clock(
        timescale("private-fostering.visits-later"),
        in_strand("private-fostering", "visited"),
        in_strand("private-fostering", "visited"),
        ended_by=in_strand("private-fostering", "ended"),
        about="strand_key",
        given=after_the_first_year,
    ),
    Clock(
        timescale("missing.return-interview"),
        in_strand("missing-episode", "returned"),
        in_strand("missing-episode", "interviewed", "interview-refused", "interview-not-held"),
        ended_by=in_strand("missing-episode", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("trafficking.referral"),
        in_strand("national-referral-mechanism", "signs-seen"),
        in_strand("national-referral-mechanism", "referred"),
        ended_by=in_strand("national-referral-mechanism", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("custody.remand-visit"),
        in_strand("youth-justice", "held", how="remand"),
        in_strand("youth-justice", "remand-visit"),
        ended_by=in_strand("youth-justice", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("young-carer.assessment"),
        in_strand("young-carer", "need-appeared"),
        in_strand("young-carer", "assessed"),
        ended_by=in_strand("young-carer", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("parent-carer.assessment"),
        in_strand("parent-carer", "asked"),
        in_strand("parent-carer", "assessed"),
        ended_by=in_strand("parent-carer", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("fgm.police-report"),
        in_strand("female-genital-mutilation", "concern", what="told-or-seen"),
        in_strand("female-genital-mutilation", "police-told"),
        ended_by=in_strand("female-genital-mutilation", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("fgm.police-report-promptly"),
        in_strand("female-genital-mutilation", "concern", what="told-or-seen"),
        in_strand("female-genital-mutilation", "police-told"),
        ended_by=in_strand("female-genital-mutilation", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("prison.enquiry-reply"),
        in_strand("prison-enquiry", "received", **{"from": "prison"}),
        in_strand("prison-enquiry", "answered"),
        ended_by=in_strand("prison-enquiry", "ended"),
        about="strand_key",
    ),
    Clock(
        timescale("pre-proceedings.length"),
        in_strand("pre-proceedings", "begun"),
        in_strands(
            step("pre-proceedings", "application-made", "ended"),
            step("pre-proceedings", "step-decided", decision="step-down"),
        ),
        about="strand_key",
    ),
    Clock(
        timescale("court.care-proceedings"),
        in_strand("pre-proceedings", "application-made"),
        in_strand("pre-proceedings", "ended"),
        about="strand_key",
    ),
    # Harm outside the home: whoever links a child says until which day
    Clock(
        timescale("outside-home.link"),
        when(kinds.CONTEXT_LINKED, kinds.CONTEXT_LINK_RENEWED),
        when(kinds.CONTEXT_LINK_RENEWED),
        ended_by=when(kinds.CONTEXT_LINK_ENDED),
        about="link_key",
        printed="until",
        printed_words="the day given when the child was linked, or the link was last renewed",
    ),
    # The offer may stand in the letter, or be made in a strand of its own.
    Clock(
        timescale("family-group.offer"),
        in_strand("pre-proceedings", "begun"),
        in_strands(
            step("pre-proceedings", "letter-sent", family_group_offered="yes"),
            step("family-group", "offered", "exempted"),
        ),
        ended_by=in_strand("pre-proceedings", "ended"),
    ),
)

#: Who is told in writing: by rule, the kinds of entry that begin it. A statutory return never says.
OF_TELLING: dict[str, tuple[Kind, ...]] = {
    clock.rule.id: clock.started_by.kinds
    for clock in CLOCKS
    if clock.stopped_by.ids >= {kind.id for kind in LETTERS} and not clock.rule.id.startswith("referral.")
}

#: The kinds of entry that move any clock. No other changes what is due.
MOVES = frozenset(
    CLOSES.union(*(by.ids for clock in CLOCKS for by in (clock.started_by, clock.stopped_by, clock.ended_by)))
)
