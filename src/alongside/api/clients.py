"""Letting a system in, giving it a new token, and shutting it out. For whoever administers the area."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Area, Post, Practitioner, Role, Team
from alongside.api.models import ApiClient, Permission
from alongside.api.tokens import digest_of, new_token
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.desk.administration.changes import note
from alongside.guidance.kernel.words import listed
from alongside.keys import new_key
from alongside.moments import day_of
from alongside.outbox.models import Endpoint
from alongside.refusals import Refusal

LONGEST = timedelta(days=731)
SOCIAL_CARE = Agency.Sector.CHILDRENS_SOCIAL_CARE


@transaction.atomic
def let_in(
    *, by: Practitioner, area: Area, agency: Agency, team: Team | None, name: str, permissions: Sequence[str],
    expires_on: date, now: datetime,
) -> tuple[ApiClient, str]:  # fmt: skip
    """Let a system of an agency in, and give the token it asks with: the only time that it is shown.

    In an agency other than social care it sees what the agency's practitioners see. In social care it
    sees what a screener or a family support worker of the team sees, and nothing without a team. Raises
    Refusal for a day that is over or further off than two years.
    """
    area = policies.ADMINISTER.lock(area, by)
    _refuse_elsewhere(area, agency, team)
    _refuse_end(expires_on, now)
    if ApiClient.objects.filter(agency=agency, name=name, revoked_at=None).exists():
        raise Refusal(
            f"{agency} has a system called {name} already.", "Two of the same name could not be told apart.",
            "Give this one another name, or give that one a new token.", field="name",
        )  # fmt: skip
    token = new_token()
    system = ApiClient(
        name=name, agency=agency, practitioner=_post(name, agency, team, now),
        permissions=[one for one in Permission.values if one in permissions], token_digest=digest_of(token),
        made_at=now, made_by=by, expires_at=_end_of(expires_on, now),
    )  # fmt: skip
    system.full_clean()
    system.save()
    system.areas.add(area)
    may = listed([Permission(one).label.lower() for one in system.permissions])
    _told(
        area,
        by,
        system,
        now,
        "let-in",
        f"System let in: {name} of {agency}, until {expires_on:%-d %B %Y}; it may {may}.",
    )
    return system, token


@transaction.atomic
def renew(*, by: Practitioner, area: Area, system: ApiClient, expires_on: date, now: datetime) -> str:
    """A new token; the old one opens nothing from now on. Raises Refusal for a system that was shut out."""
    area = policies.ADMINISTER.lock(area, by)
    system = ApiClient.objects.select_for_update().get(pk=system.pk)
    _refuse_shut_out(system)
    _refuse_end(expires_on, now)
    token = new_token()
    system.token_digest, system.expires_at = digest_of(token), _end_of(expires_on, now)
    system.save(update_fields=("token_digest", "expires_at"))
    _told(
        area,
        by,
        system,
        now,
        "renewed",
        f"New token for {system} of {system.agency}, until {expires_on:%-d %B %Y}.",
    )
    return token


@transaction.atomic
def shut_out(*, by: Practitioner, area: Area, system: ApiClient, why: str, now: datetime) -> ApiClient:
    """Its next request is refused, it hears of no more events, and its post ends."""
    area = policies.ADMINISTER.lock(area, by)
    system = ApiClient.objects.select_for_update().get(pk=system.pk)
    _refuse_shut_out(system)
    system.revoked_at = now
    system.save(update_fields=("revoked_at",))
    Endpoint.objects.filter(subscription__client=system, closed_at=None).update(closed_at=now)
    for post in Post.objects.filter(practitioner_id=system.practitioner_id, to_on=None):
        post.to_on = max(day_of(now), post.from_on)
        post.save(update_fields=("to_on",))
    _told(area, by, system, now, "shut-out", f"System shut out: {system} of {system.agency}. {why}")
    return system


def _post(name: str, agency: Agency, team: Team | None, now: datetime) -> Practitioner:
    """Who the system is for the policies: not a person, and unable to sign in."""
    key = new_key()
    practitioner = Practitioner(
        id=key, email=f"{key.hex}@systems.alongside.invalid", name=f"{name} (system)"[:100], job_title="Not a person",
        is_active=False,
    )  # fmt: skip
    practitioner.set_unusable_password()
    practitioner.save()
    Post.objects.create(
        practitioner=practitioner, agency=agency, team=team, role=_role(agency, team), from_on=day_of(now)
    )
    return practitioner


def _role(agency: Agency, team: Team | None) -> Role:
    if agency.sector != SOCIAL_CARE or team is None:
        return Role.PARTNER_PRACTITIONER
    return Role.SCREENER if team.purpose == Team.Purpose.FRONT_DOOR else Role.FAMILY_SUPPORT_WORKER


def _end_of(day: date, now: datetime) -> datetime:
    """The same time of day as now, on the last day: never a moment that the clocks skip in the night."""
    return now + timedelta(days=(day - day_of(now)).days)


def _refuse_elsewhere(area: Area, agency: Agency, team: Team | None) -> None:
    if not agency.areas.filter(pk=area.pk).exists():
        raise Refusal(
            f"{agency} does not work in {area}.", "A system acts for an agency of this area.",
            "Add the agency to this area first.", field="agency",
        )  # fmt: skip
    if team is not None and (team.agency_id != agency.pk or team.area_id != area.pk):
        raise Refusal(
            f"{team} is not a team of {agency} here.", "A system works in a team of its own agency.",
            "Choose another team, or none.", field="team",
        )  # fmt: skip


def _refuse_end(day: date, now: datetime) -> None:
    today = day_of(now)
    if not today < day <= today + LONGEST:
        raise Refusal(
            "A token lasts until a day within two years.",
            f"You entered {day.day} {day:%B} {day.year}, and today is {today:%-d %B %Y}.",
            "Enter a later day, and no more than two years off.", field="expires_on",
        )  # fmt: skip


def _refuse_shut_out(system: ApiClient) -> None:
    if system.revoked_at is not None:
        raise Refusal(
            f"{system} was shut out.", f"That was on {day_of(system.revoked_at):%-d %B %Y}.",
            "Let it in again as a new system.",
        )  # fmt: skip


def _told(area: Area, by: Practitioner, system: ApiClient, now: datetime, how: str, words: str) -> None:
    note(area, by, now, words)
    write(Action.PERMISSION, area=area, by=by, about=system.pk, about_kind="system", now=now, how=how,
          permissions=list(system.permissions))  # fmt: skip
