"""What is decided on the way to a conference: before a birth, who is kept away, when too few are there; the local quorum."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_area, open_child, practitioner_of
from alongside.conferences import quorum, services
from alongside.conferences.forms.arranging import BeforeBirthForm, KeepAwayForm, QuorumForm, TooFewForm
from alongside.conferences.models import BeforeBirth, EnoughThere
from alongside.conferences.reading import BookingRead, read_booking
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.forms.making import Making
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.steps import ask
from alongside.ui.words import moment


@require_http_methods(["GET", "POST"])
def before_birth(request: HttpRequest, reference: str) -> HttpResponse:
    """Consider whether to hold a conference before the birth."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    if not child.is_unborn:
        raise Http404("This is asked about a child who is not born yet.")
    return ask(
        request, BeforeBirthForm, template="conferences/before_birth.html", about=child,
        context={"child": child, "rule": catalogue.rule("child-protection.conference-before-birth")},
        act=lambda answers: services.consider_before_birth(by=me, child=child, now=timezone.now(), **answers),
        done=lambda considered: (reverse_for("conferences:history", reference), _considered(child, considered)),
    )  # fmt: skip


def _considered(child: Person, considered: BeforeBirth) -> Told:
    if considered.decision == BeforeBirth.Decision.BEFORE:
        due = f" The baby is due on {child.expected_on:%-d %B %Y}." if child.expected_on else ""
        return Told(
            "A conference before the birth is to be held",
            (f"Book it now, and invite the midwife and the health visitor.{due}",),
            more=(("Book the conference", reverse_for("conferences:book", child.reference)),),
        )
    return Told(
        "No conference before the birth",
        ("The reasons are on the record. Consider it again if something changes.",),
    )


@require_http_methods(["GET", "POST"])
def keep_away(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that the chair keeps somebody away, and how they are heard instead."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    read = _booked(child, key)
    making = Making(KeepAwayForm, invited=[line for line, _ in read.invited])
    return ask(
        request, making, template="conferences/keep_away.html", about=child, context={"child": child, "booking": read.booking},
        act=lambda answers: services.keep_away(
            by=me, child=child, booking=read.booking, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda away: (
            reverse_for("conferences:booking", reference, key),
            Told(f"{away.name} is kept away from {away.away_from}", (
                f"Tell {away.name} what was decided and why, in words that put nobody at risk, and how to be heard instead.",
                "They get no invitation letter that names another time or place for others.",
            )),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def too_few(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Too few are there: go on, or stand down to another day."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    read = _booked(child, key)
    making = Making(TooFewForm)
    return ask(
        request, making, template="conferences/too_few.html", about=child,
        context={"child": child, "booking": read.booking,
                 "quorum": quorum.quorum_of(child.area_id, day_of(timezone.now()))},
        act=lambda answers: services.decide_with_too_few(
            by=me, child=child, booking=read.booking, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda decided: (reverse_for("conferences:booking", reference, key), _decided(decided)),
    )  # fmt: skip


def _decided(decided: EnoughThere) -> Told:
    if decided.decision == EnoughThere.Decision.GOES_ON:
        return Told(
            "The conference goes on", ("Record it as it is held. That too few were there stays with it.",)
        )
    return Told(
        f"Stood down. It meets again on {moment(decided.meets_again_at)}",
        ("Everybody is asked anew whether they come; reports that were sent stay with it.",
         "The limit for the conference goes on from its first day.",
         "Tell the child and the parents first: what keeps the child safe until then, and who does it."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def set_quorum(request: HttpRequest, code: str) -> HttpResponse:
    """Say how many must be there in this area. Local."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    stands = quorum.quorum_of(area.pk, day_of(timezone.now()))
    return ask(
        request, QuorumForm, template="conferences/set_quorum.html", context={"area": area, "stands": stands},
        act=lambda answers: quorum.set_quorum(by=me, area=area, now=timezone.now(), **answers),
        done=lambda made: (
            reverse_for("conferences:quorum", code), Told("The area’s own number is set", ("It is shown as local wherever it is used.",))
        ),
    )  # fmt: skip


def _booked(child: Person, key: UUID) -> BookingRead:
    read = read_booking(child, key)
    if read is None:
        raise Http404("There is no booking here that you can open.")
    return read
