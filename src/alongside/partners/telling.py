"""Telling those who lead on a child that an agency has done something. Never more than they may read there."""

from __future__ import annotations

from datetime import datetime

from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.models import Case, lead_practitioner
from alongside.notices.services import notify
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for


def tell_lead(
    case: Case, words: str, *, now: datetime, link: str = "", also: Practitioner | None = None
) -> None:
    """A notice to the lead practitioner, and to somebody else such as the chair; the front door while nobody leads."""
    link = link or reverse_for("desk:child", case.child.reference)
    lead = lead_practitioner(case)
    told = {one.pk: one for one in (lead.practitioner if lead else None, also) if one is not None}
    for one in told.values():
        notify(to=one, words=words, link=link, child=case.child, now=now)
    if lead is None:
        tell_front_door(case.area_id, words, link=link, now=now, child_case=case)


def tell_front_door(
    area_id: object, words: str, *, now: datetime, link: str = "", child_case: Case | None = None
) -> None:
    """A notice to each front door of the area."""
    for team in Team.objects.filter(area=area_id, purpose=Team.Purpose.FRONT_DOOR, closed_on=None):  # type: ignore[misc]
        notify(team=team, words=words, link=link, child=child_case.child if child_case else None, now=now)


def own_agency(by: Practitioner, agency: Agency) -> None:
    """Raise Refusal where this practitioner does not work for the agency they speak for."""
    if agency.pk not in by.scope.partner_agencies:
        raise Refusal(
            f"You do not work for {agency}.", "An agency speaks for itself, through those who hold a post in it.",
            "Choose the agency you work for.", field="agency",
        )  # fmt: skip
