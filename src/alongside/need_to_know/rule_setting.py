"""Setting an area's own rules about access."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.access.models import AccessRule, AdministrativeChange
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.moments import day_of
from alongside.refusals import Refusal


@transaction.atomic
def set_rules(
    *, by: Practitioner, area: Area, from_on: date, emergency_roles: Iterable[str], emergency_hours: int,
    dormant_days: int, review_days: int, now: datetime,
) -> AccessRule:  # fmt: skip
    """What holds in this area from a day on. Nothing before that day changes. Raises Refusal for a day gone by."""
    area = policies.ADMINISTER.lock(area, by)
    if from_on < day_of(now):
        raise Refusal(
            "These rules would begin in the past.", f"You entered {from_on:%-d %B %Y}.",
            "Enter today, or a day to come: what was done before was done under the rules of its day.",
            field="from_on",
        )  # fmt: skip
    rule = AccessRule(
        area=area, from_on=from_on, emergency_roles=sorted(emergency_roles), emergency_hours=emergency_hours,
        dormant_days=dormant_days, review_days=review_days, set_by=by, set_at=now,
    )  # fmt: skip
    rule.full_clean()
    rule.save()
    AdministrativeChange.objects.create(
        area=area, by=by, at=now,
        words=f"Rules about access from {from_on:%-d %B %Y}: emergencies {emergency_hours} hours, accounts unused "
              f"{dormant_days} days, teams confirmed every {review_days} days",
    )  # fmt: skip
    write(
        Action.PERMISSION, area=area, by=by, about=rule.pk, about_kind="access-rule", now=now, what="rules-set",
        roles=sorted(emergency_roles), hours=emergency_hours, dormant=dormant_days, review=review_days,
    )  # fmt: skip
    return rule
