"""The ways to hold what these pages are about. Not permitted and not there look the same."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.access.models import ConflictReport, EmergencyOpening, Restriction, Seal
from alongside.agencies.models import Area, Team
from alongside.people.models import Person

M = TypeVar("M", bound=Model)


def open_seal(child: Person, key: UUID) -> Seal:
    """A seal that stands on a child whose record is open."""
    return _one(Seal.objects.standing().filter(child=child, pk=key).select_related("child", "placed_by"))


def open_restriction(child: Person, key: UUID) -> Restriction:
    """A restriction that stands on a child whose record is open."""
    standing = Restriction.objects.filter(child=child, pk=key, to_on=None)
    return _one(standing.select_related("child", "practitioner"))


def open_emergency(child: Person, key: UUID) -> EmergencyOpening:
    """An emergency opening of a child whose record is open."""
    found = EmergencyOpening.objects.filter(child=child, pk=key)
    return _one(found.select_related("child", "practitioner", "reviewed_by"))


def open_report(request: HttpRequest, key: UUID) -> ConflictReport:
    """A possible conflict in an area whose conflicts this practitioner settles, and not about themselves."""
    me = practitioner_of(request)
    areas = policies.SETTLE_CONFLICTS.filter(Area.objects.all(), me).values("pk")
    found = ConflictReport.objects.filter(pk=key, area__in=areas).exclude(practitioner=me)
    return _one(found.select_related("area", "practitioner", "settled_by"))


def open_team(request: HttpRequest, key: UUID) -> Team:
    """A team whose access this practitioner confirms."""
    teams = policies.REVIEW_ACCESS.filter(Team.objects.filter(pk=key), practitioner_of(request))
    return _one(teams.select_related("area"))


def _one(found: QuerySet[M]) -> M:
    record = found.first()
    if record is None:
        raise Http404("There is nothing here that you can open.")
    return record
