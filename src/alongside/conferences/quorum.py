"""How many must be there: an area's own figure. Working Together sets no quorum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.conferences.models import Quorum
from alongside.guidance.kernel.rules import Force
from alongside.keeping import check, keep
from alongside.ui.words import count, day

#: Working days within which a conference that was stood down usually meets again: practice, and no rule's.
MEETS_AGAIN_WITHIN = 10


@dataclass(frozen=True, slots=True)
class LocalQuorum:
    """What an area asks for on a day. ``agencies`` is None where it has said nothing: then the chair judges alone."""

    agencies: int | None = None
    because: str = ""
    from_on: date | None = None

    @property
    def force(self) -> Force:
        return Force.LOCAL

    @property
    def words(self) -> str:
        """What is asked for, and that it is local."""
        if self.agencies is None:
            return "This area has not said how many must be there. Working Together sets no number: the chair judges."
        since = f" since {day(self.from_on)}" if self.from_on else ""
        return (
            f"This area asks for children’s social care and {count(self.agencies, 'other agency', 'other agencies')}"
            f"{since} ({self.because}). That is local: Working Together sets no number."
        )

    def falls_short(self, agencies: int) -> bool:
        """Whether fewer agencies besides children's social care than the area asks for."""
        return self.agencies is not None and agencies < self.agencies


def quorum_of(area_id: UUID, on: date) -> LocalQuorum:
    """What this area asks for on a day. One query."""
    found = Quorum.objects.filter(area=area_id, from_on__lte=on).order_by("-from_on", "-id").first()
    return LocalQuorum(found.agencies, found.because, found.from_on) if found else LocalQuorum()


@transaction.atomic
def set_quorum(
    *, by: Practitioner, area: Area, agencies: int, because: str, from_on: date, now: datetime
) -> Quorum:
    """Say how many agencies besides children's social care are to be there, from a day. Audited."""
    if not policies.ADMINISTER.allows(area, by):
        raise PermissionDenied("You do not administer this area.")
    made = Quorum(
        area=area, from_on=from_on, agencies=agencies, because=because, recorded_at=now, recorded_by=by
    )
    check(made)
    keep(made)
    write(
        Action.CHANGE, area=area, by=by, about=area.pk, about_kind="area", now=now, what="quorum", agencies=agencies,
        from_on=from_on.isoformat(),
    )  # fmt: skip
    return made
