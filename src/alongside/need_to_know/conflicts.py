"""Conflicts of interest: declaring one, settling one, and opening a record again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from alongside.access import policies
from alongside.access.models import ConflictReport, Restriction
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.moments import day_of
from alongside.need_to_know.managing import lead_of, managers_for, managers_of_front_door, tell
from alongside.need_to_know.on_record import access_changed
from alongside.people.models import Person
from alongside.refusals import Refusal

Ground = Restriction.Ground


@transaction.atomic
def declare(*, by: Practitioner, child: Person, why: str, now: datetime) -> Restriction:
    """Close a record to oneself, at once. Only a manager opens it again."""
    child = policies.READ_CHILD.lock(child, by)
    leads = (lead := lead_of(child)) is not None and lead.practitioner_id == by.pk
    others = [one for one in managers_for(child, policies.LIFT_CONFLICT, day_of(now)) if one.pk != by.pk]
    closed = _close(child, by, Ground.DECLARED, why, by, now)
    words = f"{by} declared a conflict of interest. {child}’s record is closed to them."
    if leads:
        words += " They were the lead practitioner: allocate somebody else."
    tell(others, words, link=reverse("desk:who-can-see", args=(child.reference,)), child=child, now=now)
    return closed


@transaction.atomic
def close_to(
    *, by: Practitioner, child: Person, practitioner: Practitioner, why: str, now: datetime
) -> Restriction:
    """A manager closes a record to somebody, at once. Raises Refusal where it is closed to them already."""
    child = policies.LIFT_CONFLICT.lock(child, by)
    if Restriction.objects.filter(child=child, practitioner=practitioner, to_on=None).exists():
        raise Refusal(
            f"The record is closed to {practitioner} already.", "It can be closed to one person once.",
            "Nothing more is needed.", field="practitioner",
        )  # fmt: skip
    return _close(child, practitioner, Ground.FOUND, why, by, now)


@transaction.atomic
def declare_by_name(*, by: Practitioner, area: Area, words: str, now: datetime) -> ConflictReport:
    """Say whom one is close to, without knowing whether there is a record. The front door settles it."""
    report = ConflictReport(
        area=area, practitioner=by, how=ConflictReport.How.DECLARED, words=words, made_at=now
    )
    report.full_clean()
    report.save()
    write(
        Action.PERMISSION, area=area, by=by, about=report.pk, about_kind="conflict", now=now, what="declared"
    )
    managers = [one for one in managers_of_front_door(area.pk, day_of(now)) if one.pk != by.pk]
    tell(
        managers, f"{by} has told you of a possible conflict of interest. See whether there is a record.",
        link=reverse("need_to_know:settle", args=(report.pk,)), child=None, now=now,
    )  # fmt: skip
    return report


@transaction.atomic
def settle(
    *, by: Practitioner, report: ConflictReport, outcome: str, reference: str, why: str, now: datetime
) -> ConflictReport:
    """A manager of the front door says what a report comes to. ``closed`` closes the record with this reference.

    Raises Refusal for one's own report, a report that is settled, and a reference the manager cannot open.
    """
    policies.SETTLE_CONFLICTS.lock(report.area, by)
    if report.practitioner_id == by.pk:
        raise Refusal(
            "This report is about you.", "Nobody settles their own conflict of interest.",
            "Ask another manager of the front door to settle it.",
        )  # fmt: skip
    if report.settled_at is not None:
        raise Refusal(
            "This report is settled.", f"{report.settled_by} settled it.", "Nothing more is needed."
        )
    report.settled_at, report.settled_by, report.outcome, report.settled_because = now, by, outcome, why
    if outcome == ConflictReport.Outcome.CLOSED:
        child = (
            policies.READ_CHILD.lock(report.child, by) if report.child else _child(by, report.area, reference)
        )
        ground = Ground.DECLARED if report.how == ConflictReport.How.DECLARED else Ground.FOUND
        if not Restriction.objects.filter(child=child, practitioner=report.practitioner, to_on=None).exists():
            _close(child, report.practitioner, ground, why, by, now)
        # Kept only where it was known from the start: the report's own page must not lead to a record.
    report.full_clean()
    report.save()
    write(
        Action.PERMISSION, area=report.area, by=by, about=report.pk, about_kind="conflict", now=now,
        what="settled", outcome=outcome,
    )  # fmt: skip
    return report


@transaction.atomic
def settle_found(
    *, by: Practitioner, area: Area, practitioner: UUID, child: Person, words: str, outcome: str, why: str,
    now: datetime,
) -> ConflictReport:  # fmt: skip
    """As ``settle``, for what names on record suggest: written down once it is settled, so not suggested again."""
    report = ConflictReport(
        area=area,
        practitioner_id=practitioner,
        child=child,
        how=ConflictReport.How.FOUND,
        words=words,
        made_at=now,
    )
    report.full_clean()
    report.save()
    return settle(by=by, report=report, outcome=outcome, reference="", why=why, now=now)


@transaction.atomic
def lift(*, by: Practitioner, restriction: Restriction, why: str, now: datetime) -> Restriction:
    """The record is no longer closed to the practitioner; whether they may open it is for the policies."""
    child = policies.LIFT_CONFLICT.lock(restriction.child, by)
    if restriction.practitioner_id == by.pk:
        raise Refusal(
            "You cannot open to yourself what was closed to you.", "Somebody decided that it should be closed.",
            "Ask another manager.",
        )  # fmt: skip
    if restriction.to_on is not None:
        raise Refusal("It is open to them already.", "It was opened again before.", "Nothing more is needed.")
    restriction.to_on, restriction.lifted_by, restriction.lifted_because = day_of(now), by, why
    restriction.full_clean()
    restriction.save(update_fields=("to_on", "lifted_by", "lifted_because"))
    access_changed(child, by=by, now=now, what="conflict-lifted", practitioner=restriction.practitioner_id)
    return restriction


def _close(
    child: Person, practitioner: Practitioner, ground: str, why: str, by: Practitioner, now: datetime
) -> Restriction:
    closed = Restriction(
        child=child,
        practitioner=practitioner,
        ground=ground,
        why=why[:200],
        from_on=day_of(now),
        placed_by=by,
    )
    closed.full_clean()
    closed.save()
    access_changed(child, by=by, now=now, what="conflict", ground=ground, practitioner=practitioner.pk)
    return closed


def _child(by: Practitioner, area: Area, reference: str) -> Person:
    children = Person.objects.filter(area=area, reference=reference.strip().upper())
    child = policies.READ_CHILD.filter(children, by).first()
    if child is None:
        raise Refusal(
            "No record that you can open has this reference.", f"You entered {reference.strip() or 'none'}.",
            "Search for the child, and copy the reference from their record.", field="reference",
        )  # fmt: skip
    return child
