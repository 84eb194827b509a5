"""Changing who may sign in and what they are. Nobody is ever deleted: a post ends, an account closes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from alongside.agencies.models import Agency, Area, Post, Practitioner, Registration, Role, Team
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.desk.administration.changes import agencies_of, differences, held, note
from alongside.guidance.kernel.words import listed
from alongside.notices.services import notify
from alongside.refusals import Refusal
from alongside.signing_in import factors, temporary

#: Roles that say nothing without a team, because the team says in which area they are held.
TEAM_ROLES = frozenset(Role.values) - {
    Role.SAFEGUARDING_LEAD, Role.NURSE, Role.DOCTOR, Role.POLICE_OFFICER, Role.PARTNER_PRACTITIONER,
}  # fmt: skip
Kept = TypeVar("Kept", Post, Registration)
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Held:
    """A post, as somebody is to hold it."""

    agency: Agency
    role: str
    from_on: date
    team: Team | None = None


def practitioners_of(area: Area) -> QuerySet[Practitioner]:
    """Everyone who holds or held a post with an agency of the area."""
    return Practitioner.objects.filter(
        pk__in=Post.objects.filter(agency__in=agencies_of(area)).values("practitioner")
    )


def temporary_password() -> str:
    """Twenty letters and digits that can be read aloud: nearly a hundred bits, in five groups of four."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(5))


@transaction.atomic
def add_practitioner(*, by: Practitioner, area: Area, name: str, email: str, job_title: str, phone: str,
                     post: Held, now: datetime) -> tuple[Practitioner, str]:  # fmt: skip
    """Somebody new, in their first post; and the password to tell them, which is kept nowhere."""
    area = held(area, by)
    _refuse_post(post, area)
    _refuse_known(email)
    password = temporary_password()
    person = Practitioner.objects.create_user(email, password, name=name, job_title=job_title, phone=phone)
    temporary.mark(person, now=now)
    kept = _keep(
        Post(practitioner=person, agency=post.agency, team=post.team, role=post.role, from_on=post.from_on)
    )
    note(area, by, now, f"Practitioner added: {person} ({person.email}), {kept}.")
    return person, password


@transaction.atomic
def change_practitioner(*, by: Practitioner, area: Area, practitioner: Practitioner, name: str, email: str,
                        job_title: str, phone: str, now: datetime) -> Practitioner:  # fmt: skip
    """Another name, address, title or telephone."""
    area = held(area, by)
    called, email = str(practitioner), email.strip().lower()
    if email != practitioner.email:
        _refuse_elsewhere(practitioner, area, "e-mail address, with which they sign in")
        _refuse_known(email)
    wanted = {"name": name, "email": email, "job_title": job_title, "phone": phone}
    if changed := differences(practitioner, wanted):
        practitioner.full_clean(exclude=("password",))
        practitioner.save()
        note(area, by, now, f"Practitioner {called}: {listed(changed)}.")
    return practitioner


@transaction.atomic
def add_post(*, by: Practitioner, area: Area, practitioner: Practitioner, post: Held, now: datetime) -> Post:
    """One more post for somebody else."""
    area = held(area, by)
    _refuse_own(by, practitioner)
    _refuse_post(post, area)
    kept = _keep(Post(practitioner=practitioner, agency=post.agency, team=post.team, role=post.role,
                      from_on=post.from_on))  # fmt: skip
    note(area, by, now, f"Post of {practitioner}: {kept}, from {post.from_on:%-d %B %Y}.")
    return kept


@transaction.atomic
def end_post(*, by: Practitioner, area: Area, post: Post, to_on: date, now: datetime) -> Post:
    """The last day of a post. What was done in it stays as it is."""
    area = held(area, by)
    _refuse_own(by, post.practitioner)
    post.to_on = to_on
    _keep(post)
    note(area, by, now, f"Post of {post.practitioner} ends on {to_on:%-d %B %Y}: {post}.")
    return post


@transaction.atomic
def add_registration(*, by: Practitioner, area: Area, practitioner: Practitioner, body: str, number: str,
                     social_work_qualified: bool, from_on: date, now: datetime) -> Registration:  # fmt: skip
    """A professional registration, and whether it makes them social-work qualified."""
    area = held(area, by)
    _refuse_own(by, practitioner)
    if social_work_qualified and body != Registration.Body.SOCIAL_WORK_ENGLAND:
        raise Refusal(
            "That registration does not make a social worker.",
            "In England only Social Work England registers social workers.",
            "Choose Social Work England, or answer no.", field="social_work_qualified",
        )  # fmt: skip
    kept = _keep(Registration(practitioner=practitioner, body=body, number=number, from_on=from_on,
                              social_work_qualified=social_work_qualified))  # fmt: skip
    qualified = ", social-work qualified" if social_work_qualified else ""
    note(area, by, now, f"Registration of {practitioner}: {kept}{qualified}, from {from_on:%-d %B %Y}.")
    return kept


@transaction.atomic
def end_registration(*, by: Practitioner, area: Area, registration: Registration, to_on: date,
                     now: datetime) -> Registration:  # fmt: skip
    """The last day of a registration."""
    area = held(area, by)
    _refuse_own(by, registration.practitioner)
    registration.to_on = to_on
    _keep(registration)
    note(
        area,
        by,
        now,
        f"Registration of {registration.practitioner} ends on {to_on:%-d %B %Y}: {registration}.",
    )
    return registration


@transaction.atomic
def new_password(*, by: Practitioner, area: Area, practitioner: Practitioner, now: datetime) -> str:
    """A temporary password, to be told in person. The one they had no longer works."""
    area = held(area, by)
    _refuse_elsewhere(practitioner, area, "password")
    password = temporary_password()
    practitioner.set_password(password)
    practitioner.save(update_fields=("password",))
    temporary.mark(practitioner, now=now)
    note(area, by, now, f"Temporary password made for {practitioner}.")
    return password


@transaction.atomic
def reset_sign_in(
    *, by: Practitioner, area: Area, practitioner: Practitioner, why: str, now: datetime
) -> str:
    """Take their second factor away, with a temporary password in place of theirs; they are told. Gives it.

    The two go together: who has only learnt the password of somebody must gain nothing by such a call.
    """
    password = new_password(by=by, area=area, practitioner=practitioner, now=now)
    _refuse_own(by, practitioner)
    gone = factors.take_away(practitioner)
    write(
        Action.CREDENTIAL, area=area, by=by, about=practitioner.pk, about_kind="practitioner", now=now,
        what="second-factor-taken-away", factors=gone,
    )  # fmt: skip
    notify(
        to=practitioner, link=reverse("signing_in:safety"), now=now,
        words=f"{by} took your second factor away on {now:%-d %B %Y} and gave you a temporary password. If you did "
        "not ask for it, tell whoever looks after Alongside in your area at once.",
    )  # fmt: skip
    note(area, by, now, f"Second factor of {practitioner} taken away. {why}")
    return password


@transaction.atomic
def close_account(*, by: Practitioner, area: Area, practitioner: Practitioner, why: str,
                  now: datetime) -> Practitioner:  # fmt: skip
    """They can no longer sign in. Everything they recorded stays, with their name."""
    area = held(area, by)
    _refuse_own(by, practitioner)
    _refuse_elsewhere(practitioner, area, "account")
    practitioner.is_active = False
    practitioner.save(update_fields=("is_active",))
    note(area, by, now, f"Account closed: {practitioner}. {why}")
    return practitioner


@transaction.atomic
def open_account(*, by: Practitioner, area: Area, practitioner: Practitioner, now: datetime) -> Practitioner:
    """They can sign in again, with the password they had."""
    area = held(area, by)
    _refuse_elsewhere(practitioner, area, "account")
    practitioner.is_active = True
    practitioner.save(update_fields=("is_active",))
    note(area, by, now, f"Account opened again: {practitioner}.")
    return practitioner


def _keep(record: Kept) -> Kept:
    record.full_clean()
    record.save()
    return record


def _refuse_post(post: Held, area: Area) -> None:
    if post.team is not None and post.team.agency_id != post.agency.pk:
        raise Refusal(
            f"{post.team} is not a team of {post.agency}.", f"It belongs to {post.team.agency}.",
            "Choose a team of the agency, or the agency of the team.", field="team",
        )  # fmt: skip
    if post.team is None and post.role in TEAM_ROLES:
        raise Refusal(
            f"A {Role(post.role).label.lower()} works in a team.",
            "The team says in which area the role is held, and so whose records may be opened.",
            "Choose a team.", field="team",
        )  # fmt: skip


def _refuse_known(email: str) -> None:
    if Practitioner.objects.filter(email=email.strip().lower()).first():
        raise Refusal(
            "Somebody signs in with this e-mail address already.", f"You entered {email.strip().lower()}.",
            "Look for them among the practitioners, or ask the administrator of the area they came from.",
            field="email",
        )  # fmt: skip


def _refuse_own(by: Practitioner, practitioner: Practitioner) -> None:
    if by.pk == practitioner.pk:
        raise Refusal(
            "You cannot change what you yourself may do.",
            "Posts, registrations and accounts decide who opens a child's record.",
            "Ask another administrator of this area.",
        )  # fmt: skip


def _refuse_elsewhere(practitioner: Practitioner, area: Area, what: str) -> None:
    """Whoever also works outside the area keeps their sign-in out of this administrator's hands."""
    current = Post.objects.filter(Q(to_on=None), practitioner=practitioner).select_related(
        "agency", "team__area"
    )
    for post in current.exclude(agency__in=agencies_of(area)):
        raise Refusal(
            f"You cannot change their {what}.", f"{practitioner} also works for {post.agency}, outside {area}.",
            "Ask the administrator of the area that agency works in.",
        )  # fmt: skip
