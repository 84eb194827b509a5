"""Who is told that a plan has ended: at least every agency invited to the conference that made it, and
everyone supporting the child and parents (Working Together 2023, page 100)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.agencies.models import Agency
from alongside.plans.models import ChildProtectionPlan, CoreGroupMember, EndingNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedNotice:
    """Someone to tell, and the day they were told; None while they have not been."""

    name: str
    agency: Agency | None = None
    told_on: date | None = None


def to_tell(plan: ChildProtectionPlan) -> list[AgreedNotice]:
    """Everyone to tell when this plan ends, each once: agencies invited to the conference that made it, agencies
    working with the child now, and the core group."""
    found: dict[str, AgreedNotice] = {}
    for kept in EndingNotice.objects.filter(plan=plan).select_related("agency"):
        found[kept.name] = AgreedNotice(name=kept.name, agency=kept.agency, told_on=kept.told_on)
    for agency in Agency.objects.filter(involvements__case=plan.case_id, involvements__to_on=None):
        found.setdefault(agency.name, AgreedNotice(name=agency.name, agency=agency))
    for member in CoreGroupMember.objects.filter(plan=plan).select_related("agency"):
        name = member.agency.name if member.agency else member.name
        found.setdefault(name, AgreedNotice(name=name, agency=member.agency))
    return list(found.values())


def remember_to_tell(plan: ChildProtectionPlan, agencies: Iterable[Agency]) -> None:
    """Keep, from the day a plan begins, which agencies are to be told of its end, whichever way it ends."""
    for agency in agencies:
        EndingNotice.objects.get_or_create(plan=plan, name=agency.name, defaults={"agency": agency})


def give_notices(plan: ChildProtectionPlan, notices: Iterable[AgreedNotice]) -> None:
    """Keep who was told. Those whom the guidance names and nobody listed are kept too, as not told yet."""
    wanted = {notice.name: notice for notice in [*to_tell(plan), *notices]}
    for notice in wanted.values():
        EndingNotice.objects.update_or_create(
            plan=plan, name=notice.name, defaults={"agency": notice.agency, "told_on": notice.told_on}
        )
