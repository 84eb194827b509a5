"""What every act about access leaves behind: a row of the audit, and a neutral line in the chronology."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.moments import day_of
from alongside.people.models import Person


def access_changed(child: Person, *, by: Practitioner, now: datetime, what: str, **details: Any) -> None:
    """Who may open this record was changed. The chronology says that and no more; the audit, which act it was."""
    write(
        Action.PERMISSION, area=child.area, by=by, about=child.pk, about_kind="child", now=now, what=what, **details
    )  # fmt: skip
    latest = Case.objects.filter(child=child).order_by("-opened_on", "-id").first()
    if latest is not None:
        kinds.ACCESS_CHANGED.record(latest, on=day_of(now), by=by, now=now)
