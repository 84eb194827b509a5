"""What a conference fell short of, kept with it. None of this is ever a bar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.agencies.models import Role
from alongside.cases.models import Case, lead_practitioner
from alongside.chronology.kinds import SECTION_47_CONCLUDED
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.conferences.limits import (
    FIRST_CORE_GROUP,
    FIRST_REVIEW,
    INITIAL,
    NEXT_REVIEW,
    RULES,
    TRANSFER_IN,
    Beyond,
    beyond,
)
from alongside.conferences.models import BeforeBirth, ConferenceDecision, Kind, MoveNotice
from alongside.conferences.sitting import DecidedForChild, Sitting
from alongside.deadlines.models import Deadline
from alongside.people.models import DECLINED
from alongside.plans.standings import record_who_leads
from alongside.ui.words import listed

Decided = ConferenceDecision.Decided
CHAIR = "child-protection.conference-chair"
BEFORE_BIRTH = "child-protection.conference-before-birth"
RECORDS = {
    Kind.INITIAL: "child-protection.conference-record",
    Kind.TRANSFER_IN: "child-protection.conference-record",
    Kind.REVIEW: "child-protection.review-record",
}


def record_findings(entry: Entry, kind: Kind, sitting: Sitting, told: DecidedForChild) -> None:
    """Every shortfall of one child's conference, beside its entry."""
    record_shortfall(
        entry, RECORDS[kind], expected_but_absent(RECORDS[kind], filled(kind, sitting, told), sitting.held_on)
    )
    if problem := chair_problem(entry.case, sitting):
        _keep(entry, CHAIR, problem)
    if kind == Kind.INITIAL and not _enquiry_concluded(entry):
        _keep(
            entry,
            INITIAL,
            f"No section 47 enquiry about {told.child} had been concluded before the conference.",
        )
    if kind == Kind.INITIAL and told.child.is_unborn:
        _note_before_birth(entry, sitting)
    if late := _later_than_expected(entry, kind, sitting):
        _keep(entry, late.rule_id, late.words, sitting.booking.timing_reason if sitting.booking else "")
    if kind == Kind.REVIEW:
        for name in told.not_considered:
            _keep(entry, RECORDS[kind], f"{name}, another child of the household, was not considered.")
    if kind == Kind.TRANSFER_IN and not MoveNotice.objects.filter(case=entry.case_id).exists():
        _keep(entry, TRANSFER_IN, f"No notice of {told.child}'s move was recorded before the conference.")
    if told.decided in (Decided.PLAN, Decided.CONTINUE):
        record_who_leads(entry, sitting.held_on)
        for late in beyond_limits(kind, told, sitting):
            _keep(entry, late.rule_id, late.words)
    if told.decided == Decided.END:
        absent = [] if told.support else ["what support is still needed, discussed with the child and family"]
        record_shortfall(entry, "child-protection.plan-ending-record", absent)


def filled(kind: Kind, sitting: Sitting, told: DecidedForChild) -> set[str]:
    """The headings of the guidance's record that this one says something under."""
    plan = told.decided == Decided.PLAN
    said = {
        "decision": True,
        "dissent": True,  # Nobody disagreeing leaves this empty, and says so.
        "attendance": bool(sitting.attendance),
        "views": _asked(told.child_views, told.child_views_answer)
        and _asked(told.parents_views, told.parents_views_answer),
        "lead-body": True,
        "core-group": not plan or bool(told.members),
        "timetable": not plan or bool(told.timetable.core_group_on and told.timetable.review_on),
        "outline-plan": not plan or bool(told.needs),
        "progress": bool(told.progress),
        "plan-changes": True,
        "proceedings": bool(told.proceedings),
        "household": bool(told.household or told.considered) and not told.not_considered,
        "next-review": told.decided != Decided.CONTINUE or bool(told.timetable.review_on),
    }
    return {key for key, is_there in said.items() if is_there}


def _asked(views: str, answer: str) -> bool:
    """Views are there, or were asked for and declined: either says that somebody asked."""
    return bool(views) or answer == DECLINED


def beyond_limits(kind: Kind, told: DecidedForChild, sitting: Sitting) -> list[Beyond]:
    """The days this conference set later than the guidance expects."""
    review_rule = NEXT_REVIEW if kind == Kind.REVIEW else FIRST_REVIEW
    found = [beyond(review_rule, "The next review", told.timetable.review_on, sitting.held_on)]
    if kind != Kind.REVIEW:
        found.append(
            beyond(FIRST_CORE_GROUP, "The first core group", told.timetable.core_group_on, sitting.held_on)
        )
    return [late for late in found if late]


def chair_problem(case: Case, sitting: Sitting) -> str:
    """Why this chair is not independent of the work with the child; empty where nothing speaks against them."""
    chair = sitting.chair
    if chair is None:
        return "" if sitting.chair_name else "No chair is recorded."
    lead = lead_practitioner(case, sitting.held_on)
    if lead is None:
        return ""
    if lead.practitioner_id == chair.pk:
        return f"{chair} chaired, and is the lead practitioner. The chair is independent of the work with the child."
    managing = (Role.PRACTICE_SUPERVISOR, Role.TEAM_MANAGER)
    posts = [
        post for post in chair.posts.all() if post.team_id == lead.team_id and post.holds_on(sitting.held_on)
    ]
    if any(post.role in managing for post in posts):
        return f"{chair} chaired, and manages the team that works with the child. The chair is independent of its management."
    if posts:
        return f"{chair} chaired, and works in the team that works with the child. The chair is independent of it."
    return ""


def _enquiry_concluded(entry: Entry) -> bool:
    case = entry.case
    return bool(
        case.chronology.standing()
        .filter(kind=SECTION_47_CONCLUDED.id, happened_on__lte=entry.happened_on)
        .exists()
    )


def _note_before_birth(entry: Entry, sitting: Sitting) -> None:
    """What was not considered before a birth, and whom practice wants there: the second is no rule's, and says so."""
    if not BeforeBirth.objects.filter(case=entry.case_id, considered_on__lte=entry.happened_on).exists():
        _keep(
            entry,
            BEFORE_BIRTH,
            "Whether to hold a conference before the birth was not recorded as considered.",
        )
    missing = missing_for_unborn(f"{one.name} {one.part}" for one in sitting.attendance)
    if missing:
        _keep(
            entry,
            BEFORE_BIRTH,
            f"No {listed(missing, 'or')} was invited or there. That is local practice: Working Together names nobody.",
        )


def missing_for_unborn(people: Iterable[str]) -> list[str]:
    """Of the midwife and the health visitor, whom nobody's name or part tells of."""
    words = " ".join(people).casefold()
    return [
        name for name, sign in (("midwife", "midwi"), ("health visitor", "health visit")) if sign not in words
    ]


def _later_than_expected(entry: Entry, kind: Kind, sitting: Sitting) -> Beyond | None:
    """Whether the conference was held after the limit that ran for it; its reason stands beside."""
    limit = (
        Deadline.objects.outstanding()
        .filter(case=entry.case_id, rule_id__in=RULES[kind], due_on__lt=sitting.held_on)
        .order_by("due_on")
        .first()
    )
    return held_after(limit, sitting.held_on) if limit else None


def held_after(limit: Deadline, held_on: date) -> Beyond:
    """That a conference was held after the limit that ran for it, in words."""
    return Beyond(
        limit.rule_id,
        f"It was held on {held_on:%-d %B %Y}. The guidance expects it by {limit.due_on:%-d %B %Y} "
        f"({limit.because}; {limit.citation}).",
    )


def _keep(entry: Entry, rule_id: str, words: str, explanation: str = "") -> None:
    Shortfall.objects.create(
        area_id=entry.area_id, case_id=entry.case_id, entry=entry, rule_id=rule_id, words=words, explanation=explanation,
        recorded_at=entry.recorded_at,
    )  # fmt: skip
