"""Two records that may be one person's: put on the list, and said not to be the same. One function for each act."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.matching.candidates import band
from alongside.matching.comparing import Levels
from alongside.matching.models import MaybeSame
from alongside.people.models import Person
from alongside.refusals import Refusal


def listed(
    one: Person, other: Person, *, found: str, levels: Levels, likelihood: float, now: datetime
) -> bool:
    """Put two records on the list, where nobody has said of them what they are. Whether that was new."""
    one, other = in_order(one, other)
    told: dict[str, Any] = {"levels": levels, "band": band(levels, likelihood).value}
    pair, new = MaybeSame.objects.get_or_create(
        one=one, other=other,
        defaults={**told, "area_id": one.area_id, "found": found, "found_at": now},
    )  # fmt: skip
    if not new and not pair.settled and (pair.levels, pair.band) != (levels, told["band"]):
        pair.levels, pair.band = levels, told["band"]
        pair.save(update_fields=("levels", "band"))
    return new


def in_order(one: Person, other: Person) -> tuple[Person, Person]:
    """The two as a pair keeps them: the smaller key first."""
    return (one, other) if one.pk.bytes < other.pk.bytes else (other, one)


@transaction.atomic
def say_not_same(*, by: Practitioner, pair: MaybeSame, why: str, now: datetime) -> MaybeSame:
    """Say that two records are of two people: remembered, with who said so and why, and never listed again."""
    for person in (pair.one, pair.other):
        policies.JOIN_RECORDS.lock(person, by)
    pair = MaybeSame.objects.select_for_update().select_related("area").get(pk=pair.pk)
    if pair.settled == MaybeSame.Settled.JOINED:
        raise Refusal(
            "These records are joined.", "Somebody said that they are of one child.",
            "Part them first; that says it too.",
        )  # fmt: skip
    pair.settled, pair.settled_by, pair.settled_at, pair.why = MaybeSame.Settled.NOT_SAME, by, now, why
    pair.save(update_fields=("settled", "settled_by", "settled_at", "why"))
    write(
        Action.ACT, area=pair.area, by=by, about=pair.one_id, about_kind="child", now=now, other=pair.other_id,
        what="not-same",
    )  # fmt: skip
    return pair
