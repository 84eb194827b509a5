"""Sealing a record, giving keys, and lifting a seal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.access import policies
from alongside.access.models import Seal, SealKey
from alongside.agencies.models import Practitioner, Team
from alongside.moments import day_of
from alongside.need_to_know.on_record import access_changed
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def place_seal(
    *, by: Practitioner, child: Person, kind: str, why: str, practitioners: Iterable[Practitioner],
    teams: Iterable[Team], now: datetime,
) -> Seal:  # fmt: skip
    """From now on only those given a key, and whoever places the seal, find this record.

    Raises Refusal where a seal of this kind stands already.
    """
    child = policies.SEAL.lock(child, by)
    if Seal.objects.standing().filter(child=child, kind=kind).exists():
        raise Refusal(
            "This record is sealed in this way already.", "One seal of each kind stands at a time.",
            "Change who holds a key to the one that stands.", field="kind",
        )  # fmt: skip
    seal = Seal(child=child, kind=kind, why=why, from_on=day_of(now), placed_at=now, placed_by=by)
    seal.full_clean()
    seal.save()
    _give(seal, {by.pk: by, **{one.pk: one for one in practitioners}}.values(), teams, now)
    access_changed(child, by=by, now=now, what="sealed", kind=kind, seal=seal.pk)
    return seal


@transaction.atomic
def change_keys(
    *,
    by: Practitioner,
    seal: Seal,
    practitioners: Iterable[Practitioner],
    teams: Iterable[Team],
    now: datetime,
) -> Seal:
    """Who holds a key from now on. Whoever changes it keeps their own, so that somebody can always lift the seal."""
    child = policies.SEAL.lock(seal.child, by)
    _refuse_lifted(seal)
    people, groups = {by.pk: by, **{one.pk: one for one in practitioners}}, {one.pk: one for one in teams}
    standing = SealKey.objects.filter(seal=seal, to_on=None)
    gone = standing.exclude(practitioner__in=people).exclude(team__in=groups)
    taken = gone.update(to_on=day_of(now))
    held: set[tuple[Any, Any]] = set(standing.values_list("practitioner", "team"))
    new = [one for one in people.values() if (one.pk, None) not in held]
    new_teams = [one for one in groups.values() if (None, one.pk) not in held]
    _give(seal, new, new_teams, now)
    access_changed(
        child, by=by, now=now, what="keys-changed", seal=seal.pk, given=len(new) + len(new_teams), taken=taken
    )
    return seal


@transaction.atomic
def lift_seal(*, by: Practitioner, seal: Seal, why: str, now: datetime) -> Seal:
    """The seal no longer stands; whoever may open the record by their work finds it again."""
    child = policies.SEAL.lock(seal.child, by)
    _refuse_lifted(seal)
    seal.to_on, seal.lifted_by, seal.lifted_because = day_of(now), by, why
    seal.full_clean()
    seal.save(update_fields=("to_on", "lifted_by", "lifted_because"))
    access_changed(child, by=by, now=now, what="seal-lifted", kind=seal.kind, seal=seal.pk)
    return seal


def _give(seal: Seal, practitioners: Iterable[Practitioner], teams: Iterable[Team], now: datetime) -> None:
    keys = [SealKey(seal=seal, practitioner=one, from_on=day_of(now)) for one in practitioners]
    keys += [SealKey(seal=seal, team=one, from_on=day_of(now)) for one in teams]
    for key in keys:
        key.full_clean()
        key.save()


def _refuse_lifted(seal: Seal) -> None:
    if seal.to_on is not None:
        raise Refusal(
            "This seal was lifted.",
            f"It stood until {seal.to_on:%-d %B %Y}.",
            "Place a new seal, if one is needed.",
        )
