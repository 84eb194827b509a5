"""What the front door does with police notices: the stacks, and the acts on one of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.proof import write_act
from alongside.deadlines.projection import refresh
from alongside.front_door.local import PatternRule, figures_of
from alongside.front_door.models import PoliceNotice, Triage
from alongside.front_door.notices import stack_of
from alongside.moments import day_of
from alongside.people.folding import fold
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal
from alongside.ui.words import count, date_words

PAGE = 50


@dataclass(slots=True)
class Stack:
    """The notices of one child, on record or as described: those waiting, and all there ever were."""

    key: str
    described: str
    born_on: date | None
    child: Person | None
    waiting: int
    latest: PoliceNotice
    days: list[date] = field(default_factory=list)
    is_pattern: bool = False

    @property
    def every(self) -> int:
        return len(self.days)


@dataclass(slots=True)
class Stacks:
    """One page of stacks. rule: the area's own, by which some are shown as a pattern."""

    shown: list[Stack]
    rule: PatternRule
    waiting: int
    stacks: int
    page: int

    @property
    def pages(self) -> int:
        return -(-self.stacks // PAGE)


def visible(area: Area, me: Practitioner) -> QuerySet[PoliceNotice]:
    """The notices of an area that this practitioner may see: never of a child whose record is closed to them."""
    may = policies.RECORD_REFERRAL_WORK.filter(Person.objects.filter(area=area), me)
    return PoliceNotice.objects.filter(Q(child=None) | Q(child__in=may), area=area)


def stacks(area: Area, me: Practitioner, *, now: datetime, page: int = 1) -> Stacks:
    """What waits, stack by stack, the longest waiting first. Three queries, however many notices there are."""
    rule = figures_of(area.pk, day_of(now)).pattern
    seen = visible(area, me)
    waiting: dict[str, int] = {}
    for key in seen.filter(triage=None).order_by("taken_in_at", "stack").values_list("stack", flat=True):
        waiting[key] = waiting.get(key, 0) + 1
    page = max(1, min(page, -(-len(waiting) // PAGE) or 1))
    keys = list(waiting)[(page - 1) * PAGE : page * PAGE]
    days: dict[str, list[date]] = {key: [] for key in keys}
    latest: dict[str, PoliceNotice] = {}
    every = seen.filter(stack__in=keys).select_related("child").defer("words").order_by("happened_at")
    for notice in every:
        days[notice.stack].append(day_of(notice.happened_at))
        latest[notice.stack] = notice
    shown = [
        Stack(
            key, latest[key].called, latest[key].born_on,
            latest[key].child, waiting[key], latest[key], days[key], rule.holds(days[key]),
        )
        for key in keys
    ]  # fmt: skip
    return Stacks(shown, rule, sum(waiting.values()), len(waiting), page)


def one_stack(area: Area, me: Practitioner, key: str) -> list[PoliceNotice]:
    """The notices of one stack, the latest first; empty where there is none this practitioner may see."""
    found = visible(area, me).filter(stack=key).select_related("child", "triage__by")
    return list(found.order_by("-happened_at", "-id"))


def after(area: Area, me: Practitioner, key: str) -> str:
    """The stack to go on with: the longest waiting but this one. "" when none is left."""
    waiting = visible(area, me).filter(triage=None).exclude(stack=key)
    first = waiting.order_by("taken_in_at", "stack").values_list("stack", flat=True).first()
    return first or ""


def _locked(by: Practitioner, area: Area, key: str) -> list[PoliceNotice]:
    if not policies.SEE_FRONT_DOOR.allows(area, by):
        raise PermissionDenied("You cannot work on these notices.")
    waiting = PoliceNotice.objects.select_for_update(of=("self",)).filter(area=area, stack=key, triage=None)
    found = list(waiting.select_related("child").order_by("happened_at", "id"))
    if not found:
        raise Refusal("These notices have been dealt with already.", "Somebody did so before you.",
                      "Go on with the next.")  # fmt: skip
    if found[0].child:
        policies.RECORD_REFERRAL_WORK.lock(found[0].child, by)
    return found


def _triaged(
    by: Practitioner, found: list[PoliceNotice], action: str, now: datetime, reason: str = "",
    entry: Entry | None = None, submission: UUID | None = None,
) -> Triage:  # fmt: skip
    first = found[0]
    triage = Triage(
        area=first.area, action=action, reason=reason, count=len(found), entry=entry, submission=submission, by=by,
        words=first.called[:200], at=now,
    )  # fmt: skip
    triage.full_clean()
    triage.save()
    PoliceNotice.objects.filter(pk__in=[notice.pk for notice in found]).update(triage=triage)
    write(
        Action.ACT,
        area=first.area,
        by=by,
        about=triage.pk,
        about_kind="triage",
        now=now,
        what=action,
        count=len(found),
    )
    return triage


@transaction.atomic
def nothing_further(*, by: Practitioner, area: Area, stack: str, reason: str, now: datetime) -> Triage:
    """No further action on the notices that wait in a stack, and why. They stay, and count for the pattern."""
    if not reason.strip():
        raise Refusal("Say why there is no further action.", "Somebody may ask when the next notice comes.",
                      "Write what you looked at and what you concluded.", field="reason")  # fmt: skip
    return _triaged(by, _locked(by, area, stack), Triage.Action.NOTHING_FURTHER, now, reason)


@transaction.atomic
def join_case(*, by: Practitioner, area: Area, stack: str, reason: str = "", now: datetime) -> Triage:
    """Put the notices that wait on the chronology of the child's open case. Raises Refusal where there is none."""
    found = _locked(by, area, stack)
    if found[0].child is None:
        raise Refusal("Nobody has said whose notices these are.", "They are not matched to a record.",
                      "Say which record is this child's first, or make a referral.", field="action")  # fmt: skip
    case = open_case(found[0].child)
    entry = kinds.POLICE_NOTICES_JOINED.record(
        case, on=day_of(now), at=now, by=by, now=now, source=found[0].force,
        notices=count(len(found), "notice"), words="\n".join(map(_told, found)), reason=reason,
    )  # fmt: skip
    refresh(case)
    return _triaged(by, found, Triage.Action.JOINED, now, reason, entry)


@transaction.atomic
def refer(*, by: Practitioner, area: Area, stack: str, reason: str = "", now: datetime) -> Triage:
    """Make a referral of the notices that wait. Its clock counts from when the first of them was taken in."""
    found = _locked(by, area, stack)
    first, child = found[0], found[0].child
    described = ReferredChild(known=child) if child else ReferredChild(
        given=first.given[:70], family=first.family[:70], born_on=first.born_on
    )  # fmt: skip
    given = ReferralGiven(
        received_at=min(notice.taken_in_at for notice in found), referrer_kind=Referral.Referrer.PRACTITIONER,
        referrer_name=first.officer or first.force, referrer_relation=first.force, whereabouts=first.address[:200],
        source=f"Police notices: {first.force}"[:100],
        statements=[Said(kind="fact", words=_told(notice), said_by=notice.officer or notice.force) for notice in found],
    )  # fmt: skip
    (referral,) = make_referral(by=by, area=area, children=[described], given=given, now=now)
    if child is None:
        made = referral.case.child
        PoliceNotice.objects.filter(area=area, stack=stack).update(
            child=made, matched=PoliceNotice.Matched.PERSON, matched_by=by, stack=stack_of(made.pk)
        )
    return _triaged(by, found, Triage.Action.REFERRAL, now, reason, submission=referral.submission)


def _told(notice: PoliceNotice) -> str:
    graded = f" The officer graded it {notice.grading}." if notice.grading else ""
    return f"{date_words(notice.happened_at)}, {notice.kind} ({notice.number}): {notice.words}{graded}"


def maybe(notice: PoliceNotice, area: Area, me: Practitioner, limit: int = 5) -> list[Person]:
    """Records of children named and born alike, for a person to compare; only those this practitioner may work on."""
    if not notice.family:
        return []
    may = policies.RECORD_REFERRAL_WORK.filter(Person.objects.filter(area=area), me)
    named = Q(names__family_key=fold(notice.family))
    closer = Q(born_on=notice.born_on) if notice.born_on else Q(names__given_key=fold(notice.given))
    return list(may.filter(named, closer).distinct().order_by("called")[:limit])


@transaction.atomic
def match(*, by: Practitioner, area: Area, stack: str, child: Person, now: datetime) -> str:
    """A person says that the notices of a stack are about a child on record. They join that child's others."""
    child = policies.RECORD_REFERRAL_WORK.lock(child, by)
    found = _locked(by, area, stack)
    if found[0].child_id:
        raise Refusal("These notices stand on a record already.", f"They are {found[0].child}’s.",
                      "Part them from it first, if that is wrong.", field="reference")  # fmt: skip
    PoliceNotice.objects.filter(area=area, stack=stack).update(
        child=child, matched=PoliceNotice.Matched.PERSON, matched_by=by, stack=stack_of(child.pk)
    )
    write(Action.ACT, area=area, by=by, about=child.pk, about_kind="child", now=now, what="notices-matched")
    return stack_of(child.pk)


@transaction.atomic
def part(*, by: Practitioner, area: Area, stack: str, now: datetime) -> None:
    """Take back that the notices waiting in a stack are about the record they stand on."""
    found = _locked(by, area, stack)
    write(
        Action.ACT,
        area=area,
        by=by,
        about=found[0].child_id,
        about_kind="child",
        now=now,
        what="notices-parted",
    )
    for notice in found:
        notice.child, notice.matched, notice.matched_by, notice.stack = None, "", None, notice.described_key
        notice.save(update_fields=("child", "matched", "matched_by", "stack"))


def last_of(by: Practitioner, area: Area, now: datetime) -> Triage | None:
    """What this practitioner did last today, and may still undo."""
    done = Triage.objects.filter(by=by, area=area).order_by("-at", "-id").first()
    return done if done and done.undone_at is None and day_of(done.at) == day_of(now) else None


@transaction.atomic
def undo_last(*, by: Practitioner, area: Area, now: datetime) -> Triage:
    """Undo what one did last today. What was on a chronology stays there, corrected; a referral is decided instead."""
    done = last_of(by, area, now)
    if done is None:
        raise Refusal("There is nothing of yours to undo.", "Only what you did last, today, can be undone.",
                      "Open the notices themselves.")  # fmt: skip
    if done.action == Triage.Action.REFERRAL:
        raise Refusal("A referral is not undone.", "It is in the child’s record, and its clock is running.",
                      "Open it from the board and decide on it, saying why nothing follows.")  # fmt: skip
    if done.entry:
        policies.RECORD_REFERRAL_WORK.lock(done.entry.child, by)
        _take_back(done.entry, by, now)
    write(Action.ACT, area=area, by=by, about=done.pk, about_kind="triage", now=now, what="undone")
    done.undone_at = now
    done.save(update_fields=("undone_at",))
    PoliceNotice.objects.filter(triage=done).update(triage=None)
    return done


def _take_back(entry: Entry, by: Practitioner, now: datetime) -> None:
    correction = Entry.objects.create(
        area_id=entry.area_id, child_id=entry.child_id, case_id=entry.case_id, kind=entry.kind,
        happened_on=entry.happened_on, happened_at=entry.happened_at, source=entry.source, recorded_at=now,
        recorded_by=by, corrects=entry, correction_reason="Added by mistake, and taken back at once.",
        details={"notices": "No notice", "words": "taken back"},
    )  # fmt: skip
    write_act(correction)
    refresh(entry.case)
