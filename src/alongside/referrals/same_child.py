"""Saying that a newly referred child is one whose record is there already. Never done by the machine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.basis import end_in_need
from alongside.cases.episodes import open_or_begin_case
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.chronology.proof import write_act
from alongside.deadlines.projection import refresh
from alongside.facts import Fact, listed_as, read
from alongside.matching import finding, reaching
from alongside.matching.wanted import Wanted, nearness
from alongside.moments import day_of
from alongside.people.folding import fold
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.refusals import Refusal

NEAR, ALIKE = "nearly-the-same", "alike-"


@transaction.atomic
def recognise_child(
    *, by: Practitioner, referral: Referral, known: Person, reason: str, now: datetime
) -> Referral:
    """Move an undecided referral from the record it made to the record the child already had.

    The new record stays, closed, and points to nobody's work; its entry is corrected by one on the known
    child's chronology, so the clocks go with it. Raises Refusal where work has begun on the new record.
    """
    stand_in = policies.RECORD_REFERRAL_WORK.lock(referral.case.child, by)
    known = policies.RECORD_REFERRAL_WORK.lock(known, by)
    old_case = Case.objects.select_for_update().get(pk=referral.case_id)
    if known.pk == stand_in.pk:
        raise Refusal(
            "This is the same record.", f"The referral stands on {known.reference} already.",
            "Enter the reference of the record that was there before.", field="reference",
        )  # fmt: skip
    old_entry = referral.entry
    if old_entry is None or old_case.chronology.exclude(pk=old_entry.pk).exists():
        raise Refusal(
            "Work has begun on this record.", f"More than the referral is recorded for {stand_in}.",
            "Keep both records and note the other's reference on each; an administrator can help.",
        )  # fmt: skip
    case = open_or_begin_case(known, on=referral.received_on, by=by, now=now)
    entry = Entry.objects.create(
        area_id=case.area_id, child=known, case=case, kind=old_entry.kind, happened_on=old_entry.happened_on,
        happened_at=old_entry.happened_at, details=old_entry.details, sealed_for=old_entry.sealed_for,
        recorded_at=now, recorded_by=by,
        corrects=old_entry, correction_reason=f"The same child as {known.reference}: {reason}",
    )  # fmt: skip
    write_act(entry)
    referral.case, referral.entry = case, entry
    referral.save(update_fields=("case", "entry"))
    old_case.closed_on, old_case.closure_reason = max(day_of(now), old_case.opened_on), "same-child"
    old_case.save(update_fields=("closed_on", "closure_reason"))
    end_in_need(old_case, on=old_case.closed_on)
    refresh(old_case)
    refresh(case)
    return referral


def maybe_known(child: Person, me: Practitioner) -> list[Person]:
    """Records that may be this child's: the same name or day of birth in the area, or nearly. For a person to compare.

    Only those this practitioner may work on: a record closed to them is not named here either. The
    likeliest first; not for saving. One query.
    """
    return maybe_of(child, read(maybe_lists(child, me)))


def maybe_lists(child: Person, me: Practitioner) -> list[QuerySet[Any]]:
    """What is to be read for ``maybe_of``, for a page that reads more with it."""
    area = Person.objects.filter(area_id=child.area_id).exclude(pk=child.pk)
    others = policies.RECORD_REFERRAL_WORK.filter(area, me)
    family = child.names.exclude(family="").values("family")
    given = child.names.exclude(given="").values("given")
    alike = [others.filter(names__family__in=family, names__given__in=given)]
    if child.born_on:
        born = others.filter(born_on=child.born_on)
        alike = [born.filter(names__family__in=family), born.filter(names__given__in=given), *alike]
    first, *more = reaching.ways(_wanted(child), [child.area_id])
    ranked = [
        *((f"{ALIKE}{n}", one) for n, one in enumerate(alike)),
        (NEAR, others.filter(pk__in=first.union(*more))),
    ]
    return [
        listed_as(rank, people, name="called", role="reference", from_on="born_on", key="pk")
        for rank, people in ranked
    ]  # fmt: skip


def maybe_of(child: Person, facts: Iterable[Fact], limit: int = 5) -> list[Person]:
    """The records that ``maybe_lists`` found among these facts, the likeliest first."""
    every = list(facts)
    exactly = sorted(
        (one for one in every if one.what.startswith(ALIKE)), key=lambda one: (one.what, str(one.key))
    )
    wanted = _wanted(child)
    close = {str(one.key): one for one in every if one.what == NEAR}
    rows = [(key, fold(one.name), 0, nearness(wanted.born, one.from_on)) for key, one in close.items()]
    nearly = finding.in_order(wanted, rows, limit) if wanted.words else []
    found = {
        one.key: Person(pk=one.key, called=one.name, reference=one.role, born_on=one.from_on)
        for one in exactly
    }
    for near in nearly:
        one = close[str(near.person)]
        found.setdefault(
            one.key, Person(pk=one.key, called=one.name, reference=one.role, born_on=one.from_on)
        )
    return list(found.values())[:limit]


def _wanted(child: Person) -> Wanted:
    named = "" if "(" in child.called else fold(child.called)
    return Wanted(tuple(named.split()), child.born_on)
