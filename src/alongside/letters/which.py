"""Every kind of letter: to whom, what makes it due, on what ground, and what may stand in it.

A kind names the fields its words may use; there are no others. The words themselves are in ``wording``; what
a field holds for one reader is decided in ``for_reader`` and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from alongside.chronology import kinds
from alongside.deadlines.clocks import (
    When,
    begins_enquiries,
    decided,
    in_strand,
    moves_away,
    not_decided,
    when,
)
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Rule
from alongside.letters.models import Audience

CHILD, PARENT, AGENCY = Audience.CHILD, Audience.PARENT, Audience.AGENCY
REFERRER, AUTHORITY, NAMED = Audience.REFERRER, Audience.AUTHORITY, Audience.NAMED
FAMILY = (CHILD, PARENT)
#: Readers whom no record lists: whoever writes names them.
BY_NAME = (AUTHORITY, NAMED)
#: What every letter may use.
ALWAYS = ("child", "to", "area", "lead", "team", "day")


@dataclass(frozen=True, slots=True)
class Box:
    """Something its writer says in their own words. must: the letter is not signed while it is empty."""

    key: str
    label: str
    help: str = ""
    must: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterKind:
    """One kind of letter.

    id: kebab-case, never changed once used. rule: what says that these are told, and with what force.
    due: what happened makes it due; None where its writer says when. fields: what its words may use besides ``ALWAYS``; only_for: those that only some
    audiences may see. boxes: what its writer says. local: the area's own days after which it is to have gone, by
    their key in ``LocalDays``; only_where_local: it is due only in an area that set them. carers: whoever
    cares for the child has one too.
    """

    id: str
    title: str
    audiences: tuple[Audience, ...]
    rule: str = ""
    due: When | None = None
    fields: tuple[str, ...] = ()
    only_for: dict[str, tuple[Audience, ...]] = field(default_factory=dict)
    boxes: tuple[Box, ...] = ()
    local: str = ""
    only_where_local: bool = False
    carers: bool = False

    def may_hold(self, audience: str) -> frozenset[str]:
        """The fields that the words of this kind may use for an audience."""
        own = (name for name in self.fields if audience in self.only_for.get(name, tuple(Audience)))
        return frozenset((*ALWAYS, *own, *(box.key for box in self.boxes)))

    @property
    def ground(self) -> Rule | None:
        """The rule that says that these are told; None for a letter that no rule asks for."""
        return catalogue.rule(self.rule) if self.rule else None


SAY = Box("say", "What do you want to say in your own words?", "It stands in the letter as you write it.")
WHY = Box(
    "why", "Why was this decided?",
    "In words for this reader. What the record says is shown beside; it is not copied, because it may tell of others.",
)  # fmt: skip


LETTERS: tuple[LetterKind, ...] = (
    LetterKind(
        id="referral-received", title="We have your referral", rule="referral.acknowledgement",
        audiences=(REFERRER,), due=when(kinds.REFERRAL_RECEIVED), fields=("reference",), boxes=(SAY,),
    ),
    LetterKind(
        id="referral-decided", title="What was decided on your referral", rule="referral.feedback",
        audiences=(REFERRER,), due=when(kinds.REFERRAL_DECIDED), fields=("reference", "told"), boxes=(SAY,),
    ),
    LetterKind(
        id="assessment-outcome", title="What the assessment decided", rule="assessment.findings-shared",
        audiences=(CHILD, PARENT, AGENCY), due=when(kinds.ASSESSMENT_APPROVED),
        fields=("outcome", "next", "reasons"), only_for={"reasons": (AGENCY,)}, boxes=(WHY, SAY),
    ),
    LetterKind(
        id="assessment-copy", title="Your copy of the assessment", audiences=FAMILY,
        due=when(kinds.ASSESSMENT_APPROVED), local="assessment-copy", only_where_local=True, fields=("outcome",),
        boxes=(Box("taken_out", "What was taken out of this copy, and why?",
                   "Take the copy from Documents. What tells of somebody else is taken out before it is given."), SAY),
    ),
    LetterKind(
        id="assessment-referrer", title="What was done after your referral", rule="assessment.referrer-told",
        audiences=(REFERRER,), due=when(kinds.ASSESSMENT_APPROVED), boxes=(Box("done", "What has been or will be done?", must=True),),
    ),
    LetterKind(
        id="enquiries-begin", title="Enquiries begin", rule="enquiry.family-told", audiences=FAMILY,
        due=when(kinds.STRATEGY_DISCUSSION_HELD, only_if=begins_enquiries), boxes=(WHY, SAY),
    ),
    LetterKind(
        id="police-protection", title="Police protection", rule="emergency.police-protection-told",
        audiences=(CHILD, PARENT, AUTHORITY), carers=True, due=when(kinds.POLICE_PROTECTION_BEGUN), boxes=(WHY, SAY),
    ),
    LetterKind(
        id="conference-invitation", title="Invitation to a conference", rule="child-protection.family-prepared",
        audiences=(CHILD, PARENT, AGENCY), fields=("conference", "when", "place", "chair", "others"),
        boxes=(WHY, SAY),
    ),
    LetterKind(
        id="conference-outcome", title="What the conference decided", audiences=(CHILD, PARENT, AGENCY),
        due=when(kinds.INITIAL_CONFERENCE_HELD, kinds.TRANSFER_IN_CONFERENCE_HELD, only_if=not_decided("plan")),
        fields=("outcome", "reasons"), only_for={"reasons": (AGENCY,)},
        boxes=(WHY, Box("help", "What help goes on, and from whom?"), SAY),
    ),
    LetterKind(
        id="plan", title="The child protection plan", rule="child-protection.plan-circulation",
        audiences=(CHILD, PARENT, AGENCY),
        due=when(kinds.INITIAL_CONFERENCE_HELD, kinds.TRANSFER_IN_CONFERENCE_HELD, only_if=decided("plan")),
        fields=("category", "needs", "core_group", "review", "promises", "worries", "disagree", "helps", "what_next"),
        only_for={"category": (AGENCY, PARENT), "needs": (AGENCY, PARENT),
                  **dict.fromkeys(("promises", "worries", "disagree", "helps", "what_next"), (CHILD,))}, boxes=(SAY,), local="plan-circulation",
    ),
    LetterKind(
        id="review-outcome", title="What the review decided", audiences=(CHILD, PARENT, AGENCY),
        due=when(kinds.REVIEW_CONFERENCE_HELD, only_if=decided("continue")), fields=("outcome", "review", "reasons"),
        only_for={"reasons": (AGENCY,)}, boxes=(WHY, SAY),
    ),
    LetterKind(
        id="plan-ended", title="The child protection plan has ended", rule="child-protection.ending-told",
        audiences=(CHILD, PARENT, AGENCY),
        due=when(kinds.REVIEW_CONFERENCE_HELD, kinds.CHILD_PROTECTION_PLAN_ENDED, only_if=not_decided("continue")),
        fields=("outcome",), boxes=(WHY, Box("help", "What help goes on, and from whom?"), SAY),
    ),
    LetterKind(
        id="help-plan", title="The plan of help", rule="child-in-need.plan", audiences=(CHILD, PARENT, AGENCY),
        fields=("aims", "change", "promises", "needs", "expectations", "review"),
        only_for={"aims": (PARENT, AGENCY), "needs": (PARENT, AGENCY), "expectations": (PARENT, AGENCY),
                  "change": (CHILD,), "promises": (CHILD,)}, boxes=(SAY,),
    ),
    LetterKind(
        id="moves-on-plan", title="A child on a plan moves to your area", rule="child-protection.move-told",
        audiences=(AUTHORITY,), due=when(kinds.PLAN_MOVES, only_if=decided("for-good")), fields=("category",), boxes=(
            Box("moved", "When did they move, or when will they, and is it for good?", must=True),
            Box("sent", "What goes with this letter: plan, last review, chronology, who works with the child?", must=True),
            Box("meanwhile", "Who carries the plan until your conference?", must=True),
        ),
    ),
    LetterKind(
        id="moves-in-need", title="A child in need moves to your area", rule="child-in-need.moved-area",
        audiences=(AUTHORITY,), due=when(kinds.CHILD_IN_NEED_MOVES, only_if=moves_away), boxes=(
            Box("moved", "When did they move, or when will they, and is it for good?", must=True),
            Box("sent", "What goes with this letter: plan, assessment, who works with the child?", must=True),
            Box("meanwhile", "What help do we go on giving, and until when?", must=True),
        ),
    ),
    LetterKind(
        id="responsibility-accepted", title="We accept responsibility for a child",
        rule="emergency.responsibility-accepted", audiences=(AUTHORITY,),
        boxes=(Box("accepts", "From when, and for what, does this authority accept responsibility?", must=True),),
    ),
    LetterKind(
        id="before-proceedings", title="Letter before proceedings", rule="pre-proceedings.letter-sent",
        audiences=(PARENT,), due=in_strand("pre-proceedings", "begun"), boxes=(
            Box("concerns", "What are the concerns?", must=True),
            Box("expectations", "What must change, and by when?", must=True),
            Box("support", "What support will be given?", must=True),
            Box("consequences", "What may follow if nothing changes?", must=True),
            Box("meeting", "When and where is the meeting before proceedings?"),
            Box("family_group", "What is offered as a family group decision-making meeting?",
                "Who arranges it, and how to say yes.", must=True),
            Box("lawyer", "How do they find a solicitor, and who pays?"),
        ),
    ),
    LetterKind(
        id="young-carer", title="Your assessment as a young carer", rule="young-carer.assessment-copy",
        audiences=(CHILD, PARENT, NAMED), due=in_strand("young-carer", "assessed"), boxes=(
            Box("needs", "What needs for support were found?", must=True),
            Box("appropriate", "Is the care the child gives appropriate or excessive, and why?", must=True),
            Box("met", "Could the needs be met by support for the person cared for, or for the child?", must=True),
            SAY,
        ),
    ),
    LetterKind(
        id="other", title="A letter about anything else", audiences=tuple(Audience),
        boxes=(Box("title", "What is the letter about?", must=True), Box("say", "What do you want to say?", must=True)),
    ),
)  # fmt: skip
BY_ID = {one.id: one for one in LETTERS}
