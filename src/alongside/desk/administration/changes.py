"""Writing down what an administrator changed, and finding what may be changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from alongside.access import policies
from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write


def held(area: Area, by: Practitioner) -> Area:
    """The area, held for a change. Raises PermissionDenied for whoever does not administer it."""
    return policies.ADMINISTER.lock(area, by)


def note(area: Area, by: Practitioner, now: datetime, words: str) -> AdministrativeChange:
    """One change, in a sentence, kept for good; the audit has that it was made, and not the sentence."""
    kept = words if len(words) <= 500 else f"{words[:499]}…"
    change = AdministrativeChange.objects.create(area=area, by=by, at=now, words=kept)
    write(Action.PERMISSION, area=area, by=by, about=change.pk, about_kind="administrative-change", now=now)
    return change


def agencies_of(area: Area) -> Any:
    """Keys of the agencies that work in the area, for use inside another query."""
    return Agency.areas.through.objects.filter(area=area).values("agency")


def differences(record: Any, asked: Mapping[str, object]) -> list[str]:
    """What would change, in words: “name from “Mill Lane” to “Mill Lane Primary School””."""
    told = []
    for field, value in asked.items():
        before = getattr(record, field)
        if before != value:
            display = getattr(record, f"get_{field}_display", None)
            old = display() if display else before
            setattr(record, field, value)
            new = display() if display else value
            told.append(f"{WORDS.get(field, field)} from “{old or 'nothing'}” to “{new or 'nothing'}”")
    return told


WORDS = {"urn": "URN", "ods_code": "ODS code", "email": "e-mail address", "job_title": "job title",
         "phone": "telephone", "sector": "kind of agency"}  # fmt: skip
