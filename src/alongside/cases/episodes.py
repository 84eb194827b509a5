"""Finding and changing the episode of a child. Acts call these; none of them decides anything."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.basis import begin_in_need, end_in_need
from alongside.cases.models import Case, Involvement
from alongside.people.models import Person
from alongside.refusals import Refusal


def open_case(child: Person) -> Case:
    """The child's open case, locked. Raises Refusal when there is none."""
    case = Case.objects.select_for_update().filter(child=child, closed_on=None).first()
    if case is None:
        raise Refusal(
            f"There is no open case for {child}.",
            "What you are recording belongs to a case, and the last one has been closed.",
            "Make a new referral; it opens a case, and everything recorded before stays on the timeline.",
        )
    case.child = child
    return case


def open_or_begin_case(
    child: Person, *, on: date, by: Practitioner, now: datetime, in_need: bool = True
) -> Case:
    """The child's open case, or a new one that begins on this day.

    in_need: whether a new one begins under section 17, as by a referral; otherwise it is early help. The basis
    of a case that is open stays as it is, whatever is recorded on it, until somebody decides.
    """
    case = Case.objects.select_for_update().filter(child=child, closed_on=None).first()
    if case is None:
        case = Case.objects.create(
            area_id=child.area_id,
            child=child,
            opened_on=on,
            recorded_at=now,
            recorded_by=by,
        )
        if in_need:
            begin_in_need(case, on=on, now=now)
    case.child = child
    return case


def end_everyones_part(case: Case, on: date) -> None:
    """Allocations end, and the work of agencies, and section 17 as the basis: the case closes."""
    for parts in (case.allocations, case.involvements):
        # A part may have begun on a later day than the one the case is said to have closed on.
        parts.filter(to_on=None, from_on__gt=on).update(to_on=F("from_on"))
        parts.filter(to_on=None).update(to_on=on)
    end_in_need(case, on=on)


def involve(
    case: Case,
    agency: Agency,
    *,
    why: str,
    on: date,
    through: Practitioner | None = None,
) -> bool:
    """Note that an agency works with the child from this day; False if it already did."""
    if Involvement.objects.current().filter(case=case, agency=agency).exists():
        return False
    Involvement.objects.create(
        area_id=case.area_id,
        case=case,
        agency=agency,
        practitioner=through,
        why=why,
        from_on=on,
    )
    return True
