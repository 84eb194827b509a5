"""Pages for practitioners: who they are, their posts and registrations, and whether they can sign in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from alongside.agencies.models import Post, Practitioner
from alongside.desk.administration import doors, practitioners
from alongside.desk.administration.asking import ask_about, changing
from alongside.desk.administration.changes import agencies_of
from alongside.desk.administration.doors import Held, hold
from alongside.desk.administration.forms import (
    DetailsForm,
    LastDayForm,
    NewPractitionerForm,
    PlainForm,
    PostForm,
    RegistrationForm,
    WhyForm,
)
from alongside.desk.administration.listing import Listing, at, show
from alongside.desk.search_terms import printable
from alongside.people.folding import LAST
from alongside.signing_in.recent import require_recent
from alongside.ui.frames import Link
from alongside.ui.pages import Told, render
from alongside.ui.words import date_words

SHOWN = 50
POST_FIELDS = ("agency", "role", "from_on", "team")


@login_required
@require_safe
def practitioners_list(request: HttpRequest, code: str) -> HttpResponse:
    """Everyone of the area's agencies, by name."""
    held = hold(request, code)
    named, after = (printable(request.GET.get(name, "")).strip() for name in ("named", "after"))
    found = practitioners.practitioners_of(held.area).order_by("name", "id")
    if named:
        found = found.filter(name__gte=named.title(), name__lt=named.title() + LAST)
    if after:
        found = found.filter(name__gt=after)
    people = list(found[: SHOWN + 1])
    posts = _posts(held, people)
    onward = {"named": named, "after": people[SHOWN - 1].name} if len(people) > SHOWN else {}
    return show(request, held, Listing(
        "Practitioners", ("Practitioner", "E-mail address", "Posts", "Account"),
        [(Link(one.name, at("practitioner", held, one.pk)), one.email, "; ".join(posts.get(one.pk, ["None now"])),
          "Open" if one.is_active else "Closed") for one in people[:SHOWN]],
        verb=Link("Add a practitioner", at("new-practitioner", held)), more=f"?{urlencode(onward)}" if onward else "",
        empty=f"Nobody’s name begins with “{named}”." if named else "Nobody works here yet.",
    ), looked_for=named)  # fmt: skip


def _posts(held: Held, people: list[Practitioner]) -> dict[UUID, list[str]]:
    """Their current posts in this area's agencies, in words."""
    current = Post.objects.filter(practitioner__in=people, to_on=None, agency__in=agencies_of(held.area))
    told: dict[UUID, list[str]] = {}
    for post in current.select_related("agency", "team"):
        told.setdefault(post.practitioner_id, []).append(str(post))
    return told


@login_required
@require_http_methods(["GET", "POST"])
def new_practitioner(request: HttpRequest, code: str) -> HttpResponse:
    """Add somebody, and show their temporary password once."""
    held = hold(request, code)
    return ask_about(
        request, held, NewPractitionerForm, title="Add a practitioner",
        back=Link("Practitioners", at("practitioners", held)), form_kwargs={"area": held.area},
        act=lambda answers: practitioners.add_practitioner(
            by=held.by, area=held.area, now=timezone.now(), post=_post(answers),
            **{name: value for name, value in answers.items() if name not in POST_FIELDS},
        ),
        done=lambda added: _show_password(request, held, *added),
    )  # fmt: skip


def _post(answers: dict[str, Any]) -> practitioners.Held:
    return practitioners.Held(**{name: answers[name] for name in POST_FIELDS})


def _show_password(request: HttpRequest, held: Held, one: Practitioner, password: str) -> HttpResponse:
    return render(request, "desk/administration/password.html", {
        "area": held.area, "practitioner": one, "password": password,
        "back": Link(f"Go to {one.name}’s page", at("practitioner", held, one.pk)),
    })  # fmt: skip


@login_required
@require_safe
def practitioner(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """One practitioner: everything they were and are, and what can be changed."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    posts = one.posts.filter(agency__in=agencies_of(held.area)).select_related("agency", "team")
    return render(request, "desk/administration/practitioner.html", {
        "area": held.area,
        "one": one,
        "own": one.pk == held.by.pk,
        "posts": [(str(post), _lasts(post), "" if post.to_on else at("end-post", held, post.pk)) for post in posts],
        "registrations": [
            (str(kept), kept.social_work_qualified, _lasts(kept),
             "" if kept.to_on else at("end-registration", held, kept.pk))
            for kept in one.registrations.order_by("from_on")
        ],
        "links": {name: at(name, held, one.pk) for name in (
            "change-practitioner", "new-post", "new-registration", "new-password", "reset-sign-in", "close-account",
            "open-account",
        )},
        "back": Link("Practitioners", at("practitioners", held)),
    })  # fmt: skip


def _lasts(record: Any) -> str:
    until = f" to {date_words(record.to_on)}" if record.to_on else ""
    return f"from {date_words(record.from_on)}{until}"


def _asking(request: HttpRequest, held: Held, one: Practitioner, form: type, *, title: str, told: str,
            **asked: Any) -> HttpResponse:  # fmt: skip
    """A form about one practitioner, which goes back to their page."""
    to = at("practitioner", held, one.pk)
    return ask_about(request, held, form, title=title, back=Link(one.name, to),
                     done=lambda _: (to, Told(told)), **asked)  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def change_practitioner(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Change a name, address, title or telephone."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    return _asking(
        request, held, one, DetailsForm, title=f"Change the details of {one}", told="The details are changed",
        standing=changing(held, one, "name", "email", "job_title", "phone"),
        act=lambda answers: practitioners.change_practitioner(
            by=held.by, area=held.area, practitioner=one, now=timezone.now(), **answers
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_post(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Give somebody a post."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    return _asking(
        request, held, one, PostForm, title=f"Give {one} a post", told=f"{one} has a new post",
        form_kwargs={"area": held.area},
        act=lambda answers: practitioners.add_post(
            by=held.by, area=held.area, practitioner=one, post=_post(answers), now=timezone.now()
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def end_post(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Say which was, or will be, the last day of a post."""
    held = hold(request, code)
    post = doors.post(held.area, key)
    return _asking(
        request, held, post.practitioner, LastDayForm, title=f"End a post of {post.practitioner}", told="The post ends",
        opening=f"{post}. Children they lead on stay allocated to them until a manager allocates them again.",
        act=lambda answers: practitioners.end_post(
            by=held.by, area=held.area, post=post, to_on=answers["on"], now=timezone.now()
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_registration(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Record a professional registration."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    return _asking(
        request, held, one, RegistrationForm, title=f"Record a registration of {one}",
        told="The registration is recorded",
        act=lambda answers: practitioners.add_registration(
            by=held.by, area=held.area, practitioner=one, body=answers["body"], number=answers["number"],
            social_work_qualified=answers["qualified"] == "yes", from_on=answers["from_on"], now=timezone.now(),
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def end_registration(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Say which was, or will be, the last day of a registration."""
    held = hold(request, code)
    kept = doors.registration(held.area, key)
    return _asking(
        request, held, kept.practitioner, LastDayForm, title=f"End a registration of {kept.practitioner}",
        told="The registration ends", opening=str(kept),
        act=lambda answers: practitioners.end_registration(
            by=held.by, area=held.area, registration=kept, to_on=answers["on"], now=timezone.now()
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_password(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Make a temporary password and show it once."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    return ask_about(
        request, held, PlainForm, title=f"Make a temporary password for {one}", submit="Make a temporary password",
        back=Link(one.name, at("practitioner", held, one.pk)),
        opening="The password they have stops working, and they are signed out everywhere.",
        act=lambda _: practitioners.new_password(by=held.by, area=held.area, practitioner=one, now=timezone.now()),
        done=lambda password: _show_password(request, held, one, password),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def reset_sign_in(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Take somebody's second factor away, and show their temporary password once."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    if asked := require_recent(request):
        return asked
    return ask_about(
        request, held, WhyForm, title=f"Take away the second factor of {one}", submit="Take it away",
        back=Link(one.name, at("practitioner", held, one.pk)),
        opening="Do this when their app, passkeys and recovery codes are gone, once you have seen or heard that it "
        "is them. They are signed out everywhere and get a temporary password. They are told.",
        act=lambda answers: practitioners.reset_sign_in(
            by=held.by, area=held.area, practitioner=one, why=answers["why"], now=timezone.now()
        ),
        done=lambda password: _show_password(request, held, one, password),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def close_account(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Stop somebody from signing in."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    return _asking(
        request, held, one, WhyForm, title=f"Close the account of {one}", submit="Close the account",
        told=f"{one} can no longer sign in",
        opening="Nothing they recorded is changed or deleted. The account can be opened again.",
        act=lambda answers: practitioners.close_account(
            by=held.by, area=held.area, practitioner=one, why=answers["why"], now=timezone.now()
        ),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def open_account(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Let somebody sign in again."""
    held = hold(request, code)
    one = doors.practitioner(held.area, key)
    return _asking(
        request, held, one, PlainForm, title=f"Open the account of {one} again", submit="Open the account",
        told=f"{one} can sign in again",
        act=lambda _: practitioners.open_account(
            by=held.by, area=held.area, practitioner=one, now=timezone.now()
        ),
    )  # fmt: skip
