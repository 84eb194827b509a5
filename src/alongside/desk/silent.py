"""What records do not say of children for whom a case is open, so that somebody asks. In words, and never a score."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case as Whether
from django.db.models import (
    CharField,
    DateField,
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Cast, StrIndex, Substr
from django.utils import timezone

from alongside.access import policies
from alongside.access.policies import READ_CHILD
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.agencies.silences import Thresholds, rules_list, thresholds_in
from alongside.analysis.silences import SEEN_ALONE_RULE
from alongside.assessments.models import AssessmentSection
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.desk.offers import address
from alongside.facts import Fact, listed_as
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Relationship
from alongside.plans.models import CoreGroupAttendance, Need
from alongside.ui.frames import Link
from alongside.ui.words import count, date_words

Kind = Relationship.Kind
#: How a parent is called whom nobody could name: “Father (not known)”.
NOT_KNOWN = "not known"
ALONE, PARENT, SIBLING, CORE_GROUP = "seen-alone", "other-parent", "sibling", "core-group"
#: What each kind of silence is called, the rule whose paragraph it rests on, the page that answers it, and who may.
KINDS: dict[str, tuple[str, str, tuple[str, str], Policy]] = {
    ALONE: ("Not seen alone", SEEN_ALONE_RULE, ("Record seeing the child", "visits:record-seen"), policies.RECORD_VISIT),
    PARENT: ("Father or other parent not recorded", "assessment.domains", ("Add somebody to the family", "family:add-relative"), policies.CHANGE_DETAILS),
    SIBLING: ("Brother or sister not mentioned", "child-protection.review-record", ("Open the assessment", "assessments:assessment"), policies.READ_ASSESSMENT),
    CORE_GROUP: ("Core group member away several times running", "child-protection.core-group-record", ("Read the core groups", "plans:core-groups"), policies.READ_PLAN),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Silent:
    """One thing that a record does not say. since: from when, where a day is known."""

    what: str
    child: str
    reference: str
    child_href: str
    words: str
    since: date | None
    who: str

    @property
    def rule_href(self) -> str:
        return address("explorer:rule", KINDS[self.what][1])

    @property
    def rests_on(self) -> str:
        """The place in the guidance it rests on."""
        return str(catalogue.rule(KINDS[self.what][1]).dated.provisions[-1].citation)

    @property
    def policy(self) -> Policy:
        """Who may take the act that answers it."""
        return KINDS[self.what][3]

    @property
    def act(self) -> Link:
        words, name = KINDS[self.what][2]
        return Link(words, address(name, self.reference) or self.child_href)


def silence_lists(children: Any, me: Practitioner, areas: Iterable[UUID]) -> tuple[QuerySet[Any], ...]:
    """Facts of what is on record, from which it is read what is not. children: their keys. key: the child's. areas: theirs."""
    seen = Entry.objects.filter(
        child__in=children, kind=kinds.CHILD_SEEN.id, details__alone="yes", corrected_by=None
    )
    kin = Relationship.objects.filter(to_on=None)
    away = CoreGroupAttendance.objects.filter(
        meeting__plan__child__in=children, meeting__plan__ended_on=None,
        meeting__plan__core_group__name=F("name"), meeting__plan__core_group__to_on=None,
    )  # fmt: skip
    return (
        listed_as("silent-case", Case.objects.filter(child__in=children, closed_on=None), name="child__called",
                  role="child__reference", detail=Cast("area", TextField()), from_on="opened_on", key="child",
                  to_on=Whether(When(child__born_on=None, child__expected_on__isnull=False, then=Value(date.max)),
                                default=F("child__born_on"), output_field=DateField())),
        listed_as("silent-lead", Allocation.objects.current().filter(
            case__child__in=children, case__closed_on=None, capacity=Allocation.Capacity.LEAD_PRACTITIONER,
        ), name="practitioner__name", key="case__child"),
        listed_as("silent-alone", seen.order_by().values("child").annotate(last=Max("happened_on")), from_on="last", key="child"),
        listed_as("silent-parent", kin.filter(other__in=children, kind__in=(Kind.MOTHER, Kind.FATHER, Kind.PARENT)),
                  name="person__called", role="kind", key="other"),
        *(listed_as("silent-sibling", _unmentioned(kin, children, me, child, sibling), name=f"{sibling}__called", key=child)
          for child, sibling in (("other", "person"), ("person", "other"))),
        listed_as("silent-away", away, name="name", role=Whether(When(present=True, then=Value("came")), default=Value("")),
                  from_on="meeting__held_on", key="meeting__plan__child"),
        rules_list(list(areas), day_of(timezone.now())),
    )  # fmt: skip


def _unmentioned(
    kin: QuerySet[Relationship], children: Any, me: Practitioner, child: str, sibling: str
) -> QuerySet[Relationship]:
    """Siblings whom no assessment or plan of the child's open case names, where one of them is written."""
    called = f"{sibling}__called"
    given = Whether(
        When(**{f"{called}__contains": " "}, then=Substr(called, 1, StrIndex(called, Value(" ")) - 1)),
        default=F(called), output_field=CharField(),
    )  # fmt: skip
    sections = AssessmentSection.objects.filter(
        assessment__case__child=OuterRef(child), assessment__case__closed_on=None
    ).exclude(words="")
    needs = Need.objects.filter(plan__child=OuterRef(child), plan__ended_on=None)
    named = kin.filter(kind=Kind.SIBLING, **{f"{child}__in": children}).annotate(given=given)
    named = READ_CHILD.not_denied(named, me, sibling)
    says = Q(need__icontains=OuterRef("given")) | Q(must_change__icontains=OuterRef("given"))
    return named.filter(Exists(sections) | Exists(needs)).exclude(
        Exists(sections.filter(words__icontains=OuterRef("given"))) | Exists(needs.filter(says))
    )


def silences_in(facts: Mapping[str, Sequence[Fact]], today: date) -> list[Silent]:
    """What the records of children with an open case do not say, read from the facts of ``silence_lists``."""
    leads = {one.key: one.name for one in facts.get("silent-lead", ())}
    alone = {one.key: one.from_on for one in facts.get("silent-alone", ())}
    found: list[Silent] = []
    for case in facts.get("silent-case", ()):
        href = address("desk:child", case.role)
        after = thresholds_in(facts.get("silence-rule", ()), UUID(case.detail))
        found += [
            Silent(what, case.name, case.role, href, words, since, leads.get(case.key, ""))
            for what, words, since in _of(case, alone.get(case.key), facts, after, today)
        ]
    return sorted(found, key=lambda one: (list(KINDS).index(one.what), one.since or date.max, one.child))


def _of(
    case: Fact, last_alone: date | None, facts: Mapping[str, Sequence[Fact]], after: Thresholds, today: date
) -> Iterable[tuple[str, str, date | None]]:
    # Nobody is seen before they are born; for a child who is not, that day has not come.
    since = last_alone or max(case.from_on or today, case.to_on or date.min)
    if today - since >= after.alone:
        weeks = count((today - since).days // 7, "week")
        told = (
            f"since {date_words(since)}"
            if last_alone
            else f"no such visit since {'the case opened on ' * (since == case.from_on)}{date_words(since)}"
        )
        yield ALONE, f"Not seen alone for {weeks}: {told}", since
    known = [one for one in facts.get("silent-parent", ()) if one.key == case.key]
    parents = [one.role for one in known]
    if any(one.role == Kind.FATHER and NOT_KNOWN in one.name.lower() for one in known):
        yield PARENT, "The father is recorded as not known", None
    if Kind.FATHER not in parents and len(parents) < 2:
        yield (
            PARENT,
            "No father is recorded, and no second parent" if parents else "No parent is recorded",
            None,
        )
    for name in dict.fromkeys(one.name for one in facts.get("silent-sibling", ()) if one.key == case.key):
        yield SIBLING, f"{name} is not mentioned in the assessment or the plan", None
    for name, day in _away(
        [one for one in facts.get("silent-away", ()) if one.key == case.key], after.meetings
    ):
        yield (
            CORE_GROUP,
            f"{name} was away from the last {count(after.meetings, 'core group')}, since {date_words(day)}",
            day,
        )


def _away(attendance: Sequence[Fact], running: int) -> Iterable[tuple[str, date]]:
    """Members who came to none of the last meetings they were expected at, so many running, and the first of those days."""
    by_name: dict[str, list[Fact]] = {}
    for one in sorted(attendance, key=lambda one: one.from_on or date.min, reverse=True):
        by_name.setdefault(one.name, []).append(one)
    for name, met in sorted(by_name.items()):
        latest = met[:running]
        if len(latest) == running and not any(one.role for one in latest) and latest[-1].from_on:
            yield name, latest[-1].from_on


def grouped(found: Iterable[Silent]) -> list[tuple[str, list[Silent]]]:
    """By what is missing, in the order of ``KINDS``."""
    rows: dict[str, list[Silent]] = {}
    for one in found:
        rows.setdefault(one.what, []).append(one)
    return [(KINDS[what][0], those) for what, those in rows.items()]
