"""Destroying one child's record at the end of its time: all of it or nothing, in one transaction.

Everything is asked again first. Whoever would add to the record meanwhile waits, and then finds no record.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection, transaction

from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import certificates, proof
from alongside.chronology.models import Entry
from alongside.guidance.kernel.words import day_in_words
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.retention.gathering import keepings
from alongside.retention.models import Disposal, DisposalLine, Erasing
from alongside.retention.planning import Plan, batches, order, plan_of


@transaction.atomic
def destroy(line: DisposalLine, now: datetime) -> DisposalLine:
    """Destroy the record that this line names, or leave it out and say why. Gives the line as it is now.

    Whoever calls has made sure that the disposal was signed by two and that its day has come; the database
    asks that again. Raises IntegrityError, and changes nothing, where somebody added to the record meanwhile.
    """
    disposal = Disposal.objects.select_for_update().get(pk=line.disposal_id)
    line = DisposalLine.objects.select_for_update().get(pk=line.pk)
    if line.outcome or disposal.cancelled_at or line.child_id is None:
        return line
    line.disposal = disposal
    child = Person.objects.select_for_update().get(pk=line.child_id)
    list(Case.objects.select_for_update().filter(child=child).order_by("pk").values_list("pk", flat=True))
    plan = plan_of(child)
    if why := _not_now(line, child, plan, now):
        return _left_out(line, child, why, now)
    _destroy(line, child, plan, now)
    return line


def _not_now(line: DisposalLine, child: Person, plan: Plan, now: datetime) -> str:
    """Why the record is not destroyed today after all; empty where nothing changed since it was signed."""
    today = day_of(now)
    found = keepings(Person.objects.filter(pk=child.pk), child.area_id, today)
    if not found or found[0].life.case_open:
        return "a case is open"
    keeping = found[0]
    if keeping.life.held:
        return "a hold was placed on it"
    if keeping.until is None:
        return f"no last day can be given any more: {keeping.because}"
    if not keeping.is_due(today):
        return f"it is now kept until {day_in_words(keeping.until)}: {keeping.because}"
    signed_for = (line.rule, line.kept_until, line.source)
    if (keeping.rule, keeping.until, keeping.source) != signed_for:
        return f"another rule holds than was signed for: {keeping.because} ({keeping.source})"
    if plan.standing:
        return f"other records that stay need it: {', '.join(sorted(set(plan.standing)))}"
    return ""


def _left_out(line: DisposalLine, child: Person, why: str, now: datetime) -> DisposalLine:
    line.outcome, line.left_out_because, line.done_at = DisposalLine.Outcome.LEFT_OUT, why, now
    line.save(update_fields=("outcome", "left_out_because", "done_at"))
    _audited(line, child.area_id, child.pk, Action.CHANGE, now, what="record-left-out")
    return line


def _destroy(line: DisposalLine, child: Person, plan: Plan, now: datetime) -> None:
    entries = sorted(
        proof.digest(entry)
        for some in batches(plan.going["chronology.Entry"])
        for entry in Entry.objects.filter(pk__in=some)
    )
    counts = plan.counts
    area, about = child.area_id, child.pk
    _remove(line, about, plan, now)
    # Lines of disposals that were cancelled, or left this record out, keep its digest and not its name.
    DisposalLine.objects.filter(child=about).exclude(pk=line.pk).update(child=None)
    line.outcome, line.child, line.done_at = DisposalLine.Outcome.DESTROYED, None, now
    line.counts, line.entries = counts, entries
    line.save(update_fields=("outcome", "child", "done_at", "counts", "entries"))
    _remove_rows(("people.Person",), plan)
    _audited(
        line, area, about, Action.ERASE, now, what=certificates.DESTROYED, rows=sum(counts.values()),
        sha256=certificates.digest(line),
    )  # fmt: skip


def _remove(line: DisposalLine, about: UUID, plan: Plan, now: datetime) -> None:
    """Take every row but the people's own away, while the database knows whose record is being destroyed."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")  # What was there is written over in the file.
    erasing = Erasing.objects.create(child_id=about, line=line, on=day_of(now))
    for label, name, keys in plan.cleared:
        for some in batches(keys):
            apps.get_model(label)._default_manager.filter(pk__in=some).update(**{name: None})
    _remove_rows(tuple(label for label in order() if label != "people.Person"), plan)
    Erasing.objects.filter(pk=erasing.pk).delete()


def _remove_rows(labels: tuple[str, ...], plan: Plan) -> None:
    for label in labels:
        manager = apps.get_model(label)._default_manager
        for some in batches(plan.going.get(label, ())):
            # Not ``delete``: that would ask about every kind of record that might name these, which the plan did.
            rows = manager.filter(pk__in=some)
            rows._raw_delete(manager.db)


def _audited(
    line: DisposalLine, area: UUID, about: UUID, action: Action, now: datetime, **details: Any
) -> None:
    write(
        action, area=area, actor_kind="system", about=about, about_kind="child", now=now, line=line.pk,
        disposal=line.disposal_id, **details,
    )  # fmt: skip
