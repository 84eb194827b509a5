"""Reading what is needed to know how long each child's record in an area is kept. One query for the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case as WhenCase
from django.db.models import Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from alongside.access.models import Seal
from alongside.agencies.models import Area
from alongside.assessments.models import Assessment
from alongside.care.models import LookedAfter, ReturnHome
from alongside.cases.models import Case
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import ChildInNeedPlan
from alongside.matching.joined import in_force
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan
from alongside.retention.children import Keeping, Life, Period, keeping_of
from alongside.retention.models import LegalHold, LocalPeriod
from alongside.section47.models import EmergencyProtectionOrder, PoliceProtection

ADOPTED = "RC1"
WAS_LOOKED_AFTER = "the record tells that the child was looked after"
CAME_HOME = "the record tells of a return home from care"
MAY_HAVE_BEEN = (
    "police protection or an emergency protection order may have made this a child who was looked after, and the "
    "longer time is taken"
)


def _lists(children: QuerySet[Person], area: Area | UUID, on: date) -> Iterable[QuerySet[Any]]:
    """Facts, by the key of the person they are about; ``period`` is about none, ``joined`` names the other in role."""
    keys: QuerySet[Any, Any] = children.order_by().values("pk")
    cases, at_case = Case.objects.filter(child__in=keys), {"case__child__in": keys}
    with_case = children.filter(pk__in=Case.objects.values("child"))
    estimated = When(birth_estimated=True, then=Value("estimated"))
    joinings = in_force().filter(Q(kept__in=keys) | Q(joined__in=keys))
    decided = LocalPeriod.objects.filter(area=area, from_on__lte=on)
    return (
        listed_as("person", with_case, key="pk", name="reference", from_on="born_on", to_on="died_on",
                  detail=WhenCase(estimated, default=Value(""), output_field=TextField())),
        listed_as("joined", joinings, key="kept", role=Cast("joined", TextField())),
        listed_as("period", decided, name="decided_by", role="group", detail=Concat(
            "clock", Value(" "), Cast("years", TextField()), output_field=TextField()
        ), from_on="from_on", at="set_at"),
        listed_as("case", cases, key="child", from_on="opened_on", to_on="closed_on", role="closure_reason"),
        listed_as("looked-after", LookedAfter.objects.filter(**at_case), key="case__child"),
        listed_as("came-home", ReturnHome.objects.filter(**at_case), key="case__child"),
        listed_as("protected", PoliceProtection.objects.filter(**at_case), key="case__child"),
        listed_as("protected", EmergencyProtectionOrder.objects.filter(**at_case), key="case__child"),
        listed_as("plan", ChildProtectionPlan.objects.filter(child__in=keys), key="child"),
        listed_as("help", Assessment.objects.filter(**at_case), key="case__child"),
        listed_as("help", ChildInNeedPlan.objects.filter(**at_case), key="case__child"),
        listed_as("adopted", Seal.objects.filter(child__in=keys, kind=Seal.Kind.ADOPTION), key="child"),
        listed_as("held", LegalHold.objects.standing().filter(child__in=keys), key="child"),
    )  # fmt: skip


def _life(person: Fact, facts: list[Fact]) -> Life:
    said = {fact.what for fact in facts}
    cases = [fact for fact in facts if fact.what == "case"]
    closed = [fact.to_on for fact in cases if fact.to_on is not None]
    assert person.key is not None
    return Life(
        key=person.key, reference=person.name, born_on=person.from_on, birth_estimated=bool(person.detail),
        died_on=person.to_on,
        looked_after=WAS_LOOKED_AFTER if "looked-after" in said else CAME_HOME if "came-home" in said else MAY_HAVE_BEEN if "protected" in said else "",
        adopted="adopted" in said or any(fact.role == ADOPTED for fact in cases),
        group="plan" if "plan" in said else "help" if "help" in said else "referral",
        case_open=len(closed) < len(cases), closed_on=max(closed, default=None), held="held" in said,
    )  # fmt: skip


def _periods(facts: Iterable[Fact]) -> dict[str, Period]:
    """What the area has decided, by group: the latest that began."""
    decided = {}
    for one in sorted(facts, key=lambda one: (one.from_on or date.min, str(one.at))):
        clock, years = one.detail.split(" ")
        decided[one.role] = Period(clock=clock, years=int(years), decided_by=one.name)
    return decided


def keepings(children: QuerySet[Person], area: Area | UUID, on: date) -> list[Keeping]:
    """Until when each of these records is kept, by reference. One query, and one more where records are joined.

    Records joined as one child's are kept as long as the longest.
    """
    facts, about = defaultdict(list), defaultdict(list)
    for fact in read(_lists(children, area, on)):
        facts[fact.what].append(fact)
        about[fact.key].append(fact)
    periods = _periods(facts["period"])
    people = sorted(facts["person"], key=lambda one: one.name)
    found = {
        life.key: keeping_of(life, periods, on) for life in (_life(one, about[one.key]) for one in people)
    }
    joined = [(one.key, UUID(one.role)) for one in facts["joined"] if one.key is not None]
    others = {key for pair in joined for key in pair} - found.keys()
    not_told = set(Case.objects.filter(child__in=others).values_list("child", flat=True)) if others else set()
    for group in _groups(joined):
        _keep_together([key for key in group if key in found], found, complete=not group & not_told)
    return list(found.values())


def _groups(pairs: list[tuple[UUID, UUID]]) -> list[set[UUID]]:
    """Records that are one child's, in groups."""
    groups: list[set[UUID]] = []
    for pair in pairs:
        touching = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touching]
        groups.append(set(pair).union(*touching))
    return groups


def _keep_together(keys: list[UUID], found: dict[UUID, Keeping], *, complete: bool) -> None:
    """Hold every record of one child to the longest among them, and to any hold on one of them.

    complete: whether all of them are known here; where one with a case is not, none of them comes up.
    """
    if not keys:
        return
    theirs = [found[key] for key in keys]
    lasting = [one.until for one in theirs if one.until is not None]
    until = max(lasting) if complete and len(lasting) == len(theirs) else None
    held = any(one.life.held for one in theirs)
    for key in keys:
        one = found[key]
        because = (
            one.because if until == one.until else f"{one.because}; joined to a record that is kept longer"
        )
        found[key] = replace(one, until=until, because=because, life=replace(one.life, held=held))
