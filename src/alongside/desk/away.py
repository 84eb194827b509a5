"""Saying when somebody is away and who covers for them, and ending that. See docs/decisions/0032."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from alongside.access import policies
from alongside.access.policies import COVERING_ROLES, SOCIAL_CARE_ROLES
from alongside.agencies.models import Absence, Area, Post, Practitioner, Role
from alongside.cases.models import Allocation
from alongside.chronology.kinds import COVERED
from alongside.desk.administration.changes import note
from alongside.desk.offers import address
from alongside.keeping import check
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def say_away(
    *, by: Practitioner, practitioner: Practitioner, from_on: date, to_on: date, covered_by: Practitioner | None, now: datetime
) -> Absence:  # fmt: skip
    """Somebody is away from one day to another, both counted; meanwhile another covers, or nobody yet.

    Raises Refusal for days that cannot be or are taken, and for a cover who cannot be one.
    """
    practitioner, today = policies.SAY_AWAY.lock(practitioner, by), day_of(now)
    _refuse_days(practitioner, from_on, to_on, today)
    areas = _areas_of(practitioner, today)
    if covered_by is not None:
        covered_by = Practitioner.objects.select_for_update().get(pk=covered_by.pk)
        areas = [area for area in areas if area in _areas_where_fit(practitioner, covered_by, today)]
        _refuse_cover(practitioner, covered_by, from_on, to_on)
    if not areas:
        raise Refusal(
            f"{covered_by} cannot cover for {practitioner}." if covered_by else f"There is nothing of {practitioner}’s to cover.",
            "Whoever covers works in children’s social care of the same area, and a chair is covered by a chair.",
            "Choose somebody else.", field="covered_by",
        )  # fmt: skip
    absence = Absence(
        area_id=areas[0], practitioner=practitioner, covered_by=covered_by, from_on=from_on, to_on=to_on,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(absence)
    absence.save()
    _tell(absence, by, now)
    return absence


@transaction.atomic
def end_absence(*, by: Practitioner, absence: Absence, now: datetime) -> Absence:
    """Whoever was away is back, or does not go: it ends at once, and so does what their cover may do. Raises Refusal where it is over."""
    practitioner = policies.SAY_AWAY.lock(absence.practitioner, by)
    held = Absence.objects.select_for_update().get(pk=absence.pk, practitioner=practitioner)
    if held.ended_at is not None or held.to_on < day_of(now):
        raise Refusal(
            "This is over already.", f"It was to last until {held.to_on:%-d %B %Y}." if held.ended_at is None else "Somebody ended it.",
            "There is nothing to do.",
        )  # fmt: skip
    held.ended_at, held.ended_by = now, by
    held.save(update_fields=("ended_at", "ended_by"))
    note(
        held.area,
        by,
        now,
        f"{practitioner} is back, or did not go: away until {held.to_on:%-d %B %Y} no longer.",
    )
    if held.covered_by and held.covered_by != by:
        notify(
            to=held.covered_by,
            words=f"You cover for {practitioner} no longer.",
            link=address("desk:away"),
            now=now,
        )
    return held


@transaction.atomic
def change_cover(*, by: Practitioner, absence: Absence, covered_by: Practitioner, now: datetime) -> Absence:
    """Another covers from today, until the same last day. What was so until now stays on record."""
    ended = end_absence(by=by, absence=absence, now=now)
    return say_away(
        by=by, practitioner=ended.practitioner, from_on=max(ended.from_on, day_of(now)), to_on=ended.to_on,
        covered_by=covered_by, now=now,
    )  # fmt: skip


def who_may_cover(practitioner: Practitioner, day: date) -> QuerySet[Practitioner]:
    """Everybody who works where this practitioner does and could cover for them, by name."""
    posts = _current(day).filter(
        team__area__in=_areas_of(practitioner, day), role__in=_fitting(practitioner, day)
    )
    there = Practitioner.objects.filter(pk__in=posts.order_by().values("practitioner"), is_active=True)
    return there.exclude(pk=practitioner.pk).order_by("name", "pk")


def _current(day: date) -> QuerySet[Post]:
    return Post.objects.filter(Q(to_on=None) | Q(to_on__gte=day), from_on__lte=day)


def _fitting(practitioner: Practitioner, day: date) -> tuple[Role, ...]:
    """The roles of those who could cover: a chair's a chair, and anybody else's those of social care."""
    chairs = _current(day).filter(practitioner=practitioner, role=Role.CONFERENCE_CHAIR).exists()
    return (Role.CONFERENCE_CHAIR,) if chairs else SOCIAL_CARE_ROLES


def _areas_of(practitioner: Practitioner, day: date) -> list[UUID]:
    """Where they work, or still have a part in a case though they left."""
    works = _current(day).filter(practitioner=practitioner, role__in=COVERING_ROLES, team__isnull=False)
    parts = Allocation.objects.current().filter(practitioner=practitioner)
    return sorted({
        *works.order_by().values_list("team__area", flat=True), *parts.order_by().values_list("area", flat=True)
    })  # fmt: skip


def _areas_where_fit(practitioner: Practitioner, covered_by: Practitioner, day: date) -> set[UUID]:
    if not covered_by.is_active:
        return set()
    posts = _current(day).filter(
        practitioner=covered_by, role__in=_fitting(practitioner, day), team__isnull=False
    )
    return set(posts.order_by().values_list("team__area", flat=True))


def _refuse_days(practitioner: Practitioner, from_on: date, to_on: date, today: date) -> None:
    if to_on < from_on:
        raise Refusal(
            "The last day away is before the first.", f"You entered {from_on:%-d %B %Y} and {to_on:%-d %B %Y}.",
            "Change one of the days.", field="to_on",
        )  # fmt: skip
    if to_on < today:
        raise Refusal(
            "These days are over.", f"The last day away would be {to_on:%-d %B %Y}, and today is {today:%-d %B %Y}.",
            "Enter a last day that is today or later: nobody can cover for days that have gone.", field="to_on",
        )  # fmt: skip
    other = (
        Absence.objects.standing()
        .filter(practitioner=practitioner, from_on__lte=to_on, to_on__gte=from_on)
        .first()
    )
    if other:
        raise Refusal(
            "Some of these days are taken.",
            f"{practitioner} is away from {other.from_on:%-d %B %Y} to {other.to_on:%-d %B %Y} already.",
            "Choose other days, or end that absence first.", field="from_on",
        )  # fmt: skip
    if (
        promised := Absence.objects.standing()
        .filter(covered_by=practitioner, from_on__lte=to_on, to_on__gte=from_on)
        .select_related("practitioner")
        .first()
    ):
        raise Refusal(
            f"{practitioner} covers for somebody in that time.",
            f"They cover for {promised.practitioner} from {promised.from_on:%-d %B %Y} to {promised.to_on:%-d %B %Y}, "
            "and nobody can take over what they only cover.",
            f"Choose another to cover for {promised.practitioner} first.", field="from_on",
        )  # fmt: skip


def _refuse_cover(practitioner: Practitioner, covered_by: Practitioner, from_on: date, to_on: date) -> None:
    if covered_by == practitioner:
        raise Refusal("Nobody covers for themselves.", f"{practitioner} is the one who is away.", "Choose somebody else.",
                      field="covered_by")  # fmt: skip
    if (
        away := Absence.objects.standing()
        .filter(practitioner=covered_by, from_on__lte=to_on, to_on__gte=from_on)
        .first()
    ):
        raise Refusal(
            f"{covered_by} is away in that time.",
            f"They are away from {away.from_on:%-d %B %Y} to {away.to_on:%-d %B %Y}, and nobody can take over what they only cover.",
            "Choose somebody who is there, or say two absences, one after the other.", field="covered_by",
        )  # fmt: skip


def _tell(absence: Absence, by: Practitioner, now: datetime) -> None:
    """The change among those that administrators read, and a notice to each of the two who did not say it."""
    when = f"from {absence.from_on:%-d %B %Y} to {absence.to_on:%-d %B %Y}"
    who, cover = absence.practitioner, absence.covered_by
    area = Area.objects.get(pk=absence.area_id)
    note(area, by, now, f"{who} is away {when}. " + (f"{cover} covers." if cover else "Nobody covers yet."))
    if cover and cover != by:
        notify(to=cover, words=f"You cover for {who} {when}.", link=address("desk:away"), now=now)
    if who != by:
        notify(to=who, words=f"{by} recorded that you are away {when}. " + (f"{cover} covers." if cover else ""),
               link=address("desk:away"), now=now)  # fmt: skip


def closed_to_cover(absence: Absence) -> int:
    """How many records of the children concerned are closed to whoever covers, by a seal or a conflict of interest. Two queries."""
    if absence.covered_by is None:
        return 0
    parts = Allocation.objects.current().filter(practitioner=absence.practitioner_id, capacity__in=COVERED)
    children = Person.objects.filter(pk__in=parts.order_by().values("case__child"))
    keys = set(children.values_list("pk", flat=True))
    return len(keys) - len(
        set(policies.READ_CHILD.not_denied(children, absence.covered_by).values_list("pk", flat=True))
    )
