"""Joining two records that are one person's, and parting them again. One function for each act.

No row of either record moves: a joining is a link, and reading follows it. So parting gives back exactly what
there was, with all that was recorded on either record meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from alongside.access import policies
from alongside.access.models import Seal
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.keeping import check, keep
from alongside.matching import spellings
from alongside.matching.differences import FIELDS, Difference, differences
from alongside.matching.joined import keep_together
from alongside.matching.models import Joining, MaybeSame
from alongside.matching.same_family import share_what_twins_share
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal

KEPT, JOINED = "kept", "joined"


@transaction.atomic
def join(
    *, by: Practitioner, kept: Person, joined: Person, reason: str, choices: Mapping[str, str], now: datetime
) -> Joining:
    """Say that two records are one person's. ``kept`` is the one whose page shows both from now on.

    choices: for each field in which they differ, "kept" or "joined". Where they share what twins share, it waits
    for a second person (``confirm``); else it is done at once. Raises Refusal where it cannot be.
    """
    kept, joined = _both(by, kept, joined)
    _refuse_what_cannot_be(kept, joined)
    found = {one.field: one for one in differences(kept, joined)}
    for field, one in found.items():
        if one.is_conflict and choices.get(field) not in (KEPT, JOINED):
            raise Refusal(
                f"The records differ in one thing more: {one.label.lower()}.",
                f"One says “{one.kept}”, the other “{one.joined}”.", "Choose which is right.", field=field,
            )  # fmt: skip
    joining = Joining(
        area_id=kept.area_id, kept=kept, joined=joined, reason=reason, asked_by=by, asked_at=now,
        needs_second=share_what_twins_share(kept, joined), choices=_chosen(found, choices),
    )  # fmt: skip
    check(joining)
    keep(joining)
    return joining if joining.needs_second else _put_in_force(joining, kept, joined, by, now)


@transaction.atomic
def confirm(*, by: Practitioner, joining: Joining, now: datetime) -> Joining:
    """A second person says so too: the records are joined. Raises Refusal for the one who asked."""
    kept, joined = _both(by, joining.kept, joining.joined)
    joining = Joining.objects.select_for_update().get(pk=joining.pk)
    _refuse_unless_waiting(joining)
    if joining.asked_by_id == by.pk:
        raise Refusal(
            "You asked for this yourself.", "Records that twins might have are joined by two people, not by one.",
            "Ask somebody else who supervises or manages the front door.",
        )  # fmt: skip
    joining.confirmed_by = by
    return _put_in_force(joining, kept, joined, by, now)


@transaction.atomic
def withdraw(*, by: Practitioner, joining: Joining, because: str, now: datetime) -> Joining:
    """A joining that waits for a second person is not wanted: nothing is joined, and who said so is kept."""
    _both(by, joining.kept, joining.joined)
    joining = Joining.objects.select_for_update().get(pk=joining.pk)
    _refuse_unless_waiting(joining)
    joining.parted_by, joining.parted_at, joining.parted_because = by, now, because
    check(joining)
    keep(joining)
    return joining


@transaction.atomic
def part(*, by: Practitioner, joining: Joining, because: str, now: datetime) -> Joining:
    """Say that two joined records are not one person's after all: each is as it was, with what was added since.

    A field for which the other record's value was chosen goes back, unless somebody has changed it since.
    """
    kept, joined = _both(by, joining.kept, joining.joined)
    joining = Joining.objects.select_for_update().get(pk=joining.pk)
    if joining.joined_at is None or joining.parted_at is not None:
        raise Refusal(
            "These records are not joined.", "They were parted already, or never joined.",
            "There is nothing more to do.",
        )  # fmt: skip
    _give_back(kept, joining.choices)
    joining.parted_by, joining.parted_at, joining.parted_because = by, now, because
    check(joining)
    keep(joining)
    keep_together(kept, joined)
    _record(kinds.RECORDS_PARTED, joining, kept, joined, because, by, now)
    _settle(joining, MaybeSame.Settled.NOT_SAME, because, by, now)
    return joining


def _both(by: Practitioner, kept: Person, joined: Person) -> tuple[Person, Person]:
    """Both records, locked in one order, so that two people who join the same two never wait for each other."""
    locked = {
        one.pk: policies.JOIN_RECORDS.lock(one, by)
        for one in sorted({kept, joined}, key=lambda one: str(one.pk))
    }
    return locked[kept.pk], locked[joined.pk]


def _refuse_what_cannot_be(kept: Person, joined: Person) -> None:
    if kept.pk == joined.pk:
        raise Refusal(
            "This is one record.", f"Both references are {kept.reference}.", "Enter the other record's reference.",
            field="reference",
        )  # fmt: skip
    if kept.area_id != joined.area_id:
        raise Refusal(
            "These records belong to different areas.", f"{joined.reference} is kept by another area.",
            "Ask that area to transfer its record.", field="reference",
        )  # fmt: skip
    either = Q(joined__in=(kept, joined)) | Q(kept=joined)
    if standing := Joining.objects.filter(either, parted_at=None).first():
        raise Refusal(
            "One of these records is joined to another already.",
            f"{standing.joined.reference} is joined to {standing.kept.reference}, or waits to be.",
            "Join to the record that shows both, or part the two first.", field="reference",
        )  # fmt: skip
    if Seal.objects.standing().filter(child__in=(kept, joined)).exists():
        raise Refusal(
            "One of these records is sealed.", "Joined, each would be read by whoever may read the other.",
            "Lift the seal first, if it is no longer needed; else leave them apart.",
        )  # fmt: skip


def _refuse_unless_waiting(joining: Joining) -> None:
    if joining.joined_at is not None or joining.parted_at is not None:
        raise Refusal(
            "This does not wait any more.", "Somebody has joined the records, or decided against it.",
            "Look at the list again.",
        )  # fmt: skip


def _chosen(found: Mapping[str, Difference], choices: Mapping[str, str]) -> dict[str, Any]:
    """For each field that takes the other record's value: what there was before, and what there is after."""
    return {
        field: {"before": _told(one.kept_value), "after": _told(one.joined_value)}
        for field, one in found.items()
        if not one.is_conflict or choices[field] == JOINED
    }


def _put_in_force(joining: Joining, kept: Person, joined: Person, by: Practitioner, now: datetime) -> Joining:
    for field, change in joining.choices.items():
        setattr(kept, field, _value(field, change["after"]))
    check(kept)
    keep(kept, update_fields=tuple(joining.choices)) if joining.choices else None
    spellings.keep(kept)
    joining.joined_at = now
    check(joining)
    keep(joining)
    keep_together(kept, joined)
    _record(kinds.RECORDS_JOINED, joining, kept, joined, joining.reason, by, now)
    _settle(joining, MaybeSame.Settled.JOINED, joining.reason, by, now)
    return joining


def _give_back(kept: Person, choices: Mapping[str, Any]) -> None:
    changed = [field for field, change in choices.items() if _told(getattr(kept, field)) == change["after"]]
    for field in changed:
        setattr(kept, field, _value(field, choices[field]["before"]))
    if changed:
        check(kept)
        keep(kept, update_fields=changed)
        spellings.keep(kept)


def _record(
    kind: kinds.Kind,
    joining: Joining,
    kept: Person,
    joined: Person,
    reason: str,
    by: Practitioner,
    now: datetime,
) -> None:
    """One entry in each chronology, where there is a case to keep it with; and one row of the audit."""
    for child, other in ((kept, joined), (joined, kept)):
        case = Case.objects.filter(child=child).order_by("-opened_on", "-id").first()
        if case is not None:
            kind.record(
                case,
                on=day_of(now),
                by=by,
                now=now,
                other=other.reference,
                reason=reason,
                joining=str(joining.pk),
            )
    write(
        Action.MERGE,
        area=kept.area,
        by=by,
        about=kept.pk,
        about_kind="child",
        now=now,
        other=joined.pk,
        what=kind.id,
    )


def _settle(joining: Joining, settled: str, why: str, by: Practitioner, now: datetime) -> None:
    one, other = sorted((joining.kept_id, joining.joined_id), key=str)
    MaybeSame.objects.filter(one=one, other=other).update(
        settled=settled, settled_by=by, settled_at=now, why=why
    )


def _told(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _value(field: str, told: Any) -> Any:
    return date.fromisoformat(told) if told and FIELDS[field].is_day else told
