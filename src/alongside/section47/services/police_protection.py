"""Police protection: from the moment it begins to how it ended."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import involve, open_case
from alongside.chronology.kinds import POLICE_PROTECTION_BEGUN, POLICE_PROTECTION_ENDED, completing
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.considered import record_what_was_not_considered
from alongside.section47.models import PoliceProtection, ProtectionEnding
from alongside.section47.not_yet import in_words, refuse_moment_to_come
from alongside.section47.said import NOTHING_YET, Considered


@transaction.atomic
def record_police_protection(
    *,
    by: Practitioner,
    child: Person,
    begun_at: datetime,
    officer: str,
    why: str,
    designated_officer: str = "",
    police_force: Agency | None = None,
    where: str = "",
    told: str = "",
    considered: Considered = NOTHING_YET,
    now: datetime,
) -> PoliceProtection:
    """Record that a child was taken into police protection, at a moment: 72 hours pass from then.

    Needs the moment, the officer and why; everything else may follow. Raises Refusal for a moment that has
    not come, and while the child is already in police protection. Children Act 1989, section 46; Working
    Together 2023, page 85.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    refuse_moment_to_come(begun_at, what="This police protection", field="begun_at", now=now)
    standing = PoliceProtection.objects.filter(case=case, ending=None).first()
    if standing:
        raise Refusal(
            f"{child} is already in police protection.",
            f"It began on {in_words(standing.begun_at)}, and its end is not recorded.",
            "Say how that ended first, then record this one.",
        )
    protection = PoliceProtection(
        area_id=case.area_id, case=case, begun_at=begun_at, officer=officer, why=why, where=where, told=told,
        designated_officer=designated_officer, police_force=police_force, recorded_at=now, recorded_by=by,
        **considered.fields,
    )  # fmt: skip
    check(protection, exclude=("entry",))
    protection.entry = POLICE_PROTECTION_BEGUN.record(
        case,
        on=day_of(begun_at),
        at=begun_at,
        by=by,
        now=now,
        who=officer,
        why=why,
        **completing("emergency.police-protection-told", told),
    )
    keep(protection)
    if police_force:
        involve(case, police_force, why="Took the child into police protection", on=day_of(begun_at))
    record_what_was_not_considered(protection.entry, considered)
    refresh(case)
    return protection


@transaction.atomic
def end_police_protection(
    *, by: Practitioner, child: Person, ended_at: datetime, how: str, what_next: str, now: datetime
) -> ProtectionEnding:
    """Record when police protection ended, how, and what holds for the child now.

    how: a ``ProtectionEnding.How``. An end after the 72 hours is recorded as it was, and shown as late.
    Raises Refusal where there is none to end, and for a moment that cannot be.
    """
    child = policies.RECORD_IMMEDIATE_PROTECTION.lock(child, by)
    case = open_case(child)
    protection = PoliceProtection.objects.select_for_update().filter(case=case, ending=None).first()
    if protection is None:
        raise Refusal(
            f"{child} is not in police protection.",
            "None is recorded that has not ended.",
            "Record when police protection began, if it did.",
        )
    refuse_moment_to_come(ended_at, what="This end", field="ended_at", now=now)
    if ended_at < protection.begun_at:
        raise Refusal(
            "Police protection cannot end before it began.",
            f"You entered {in_words(ended_at)}, and it began on {in_words(protection.begun_at)}.",
            "Enter the moment it ended.",
            field="ended_at",
        )
    day = day_of(ended_at)
    ending = ProtectionEnding(
        area_id=case.area_id, case=case, ended_on=day, ended_at=ended_at, how=how, what_next=what_next,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(ending, exclude=("entry",))
    ending.entry = POLICE_PROTECTION_ENDED.record(
        case, on=day, at=ended_at, by=by, now=now, how=str(how), what_next=what_next
    )
    keep(ending)
    protection.ending = ending
    keep(protection, update_fields=("ending",))
    refresh(case)
    return ending
