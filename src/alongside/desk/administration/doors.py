"""The only ways to hold what an administrator may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from alongside.access.doors import open_area, practitioner_of
from alongside.access.policies import ADMINISTER
from alongside.agencies.models import Agency, Area, AreaSwitch, Post, Practitioner, Registration, Team
from alongside.deadlines.models import RecordedHoliday
from alongside.desk.administration.changes import agencies_of
from alongside.desk.administration.practitioners import practitioners_of

M = TypeVar("M", bound=Model)
NOT_HERE = "There is nothing here that you can open."


@dataclass(frozen=True, slots=True)
class Held:
    """Who administers which area."""

    by: Practitioner
    area: Area


def hold(request: HttpRequest, code: str = "") -> Held:
    """The area with this code, or the first, for whoever administers it. Raises Http404 otherwise."""
    return Held(practitioner_of(request), open_area(request, ADMINISTER, code))


def areas_of(by: Practitioner) -> QuerySet[Area]:
    """Every area this practitioner administers."""
    return ADMINISTER.filter(Area.objects.all(), by)


def agency(area: Area, key: UUID) -> Agency:
    """An agency that works in the area."""
    return _one(Agency.objects.filter(pk=key, areas=area))


def team(area: Area, key: UUID) -> Team:
    """A team of the area."""
    return _one(Team.objects.filter(pk=key, area=area).select_related("agency", "area"))


def practitioner(area: Area, key: UUID) -> Practitioner:
    """Somebody who holds or held a post with an agency of the area."""
    return _one(practitioners_of(area).filter(pk=key))


def post(area: Area, key: UUID) -> Post:
    """A current post with an agency of the area."""
    posts = Post.objects.filter(pk=key, agency__in=agencies_of(area), to_on=None)
    return _one(posts.select_related("practitioner", "agency", "team"))


def registration(area: Area, key: UUID) -> Registration:
    """A current registration of somebody of the area."""
    kept = Registration.objects.filter(pk=key, to_on=None, practitioner__in=practitioners_of(area))
    return _one(kept.select_related("practitioner"))


def holiday(key: UUID) -> RecordedHoliday:
    """A bank holiday that was recorded."""
    return _one(RecordedHoliday.objects.filter(pk=key))


def switch(area: Area, key: UUID) -> AreaSwitch:
    """A way of working that the area set a date for."""
    return _one(AreaSwitch.objects.filter(pk=key, area=area))


def _one(found: QuerySet[M]) -> M:
    record = found.first()
    if record is None:
        raise Http404(NOT_HERE)
    return record
