"""Arranging conferences: a chair, a booking, reports, a move from elsewhere."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.conferences import services
from alongside.conferences.family import around, siblings_of
from alongside.conferences.forms import BookForm, CancelForm, ChairForm, MoveForm, ReportForm
from alongside.conferences.forms.report import headings_of_reports
from alongside.conferences.limits import days_in_time, limits_in, running
from alongside.conferences.models import (
    BeforeBirth,
    Booking,
    EnoughThere,
    Invitation,
    MoveNotice,
    PapersGiven,
)
from alongside.conferences.reading import read_booking, words_of
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lists
from alongside.plans.forms.making import Making
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask
from alongside.ui.words import date_words, day_long, listed, moment


@require_http_methods(["GET", "POST"])
def book(request: HttpRequest, reference: str) -> HttpResponse:
    """Book a conference, seeing the last day that is in time and why."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    family = Person.objects.filter(Q(pk=child.pk) | Q(pk__in=siblings_of(child, me).values("pk")))
    found = around(child, me, day_of(timezone.now()), running(family))
    limits, names = limits_in(found.lines), {each.pk: each for each in (child, *found.siblings)}
    making = Making(
        BookForm,
        child=child,
        siblings=found.siblings,
        agencies=found.agencies,
        chairs=found.chairs,
        running=limits,
    )
    return ask(
        request, making, template="conferences/book.html", about=child,
        context={"child": child, "limits": [(limit, names[limit.child_key]) for limit in limits],
                 "in_time": days_in_time(limits, day_of(timezone.now())), **_unborn(child), "judgement": catalogue.rule("child-protection.conference-timing")},
        act=lambda answers: services.book_conference(by=me, now=timezone.now(), **making.form.as_given()),
        done=lambda booking: _booked(child, booking),
    )  # fmt: skip


def _unborn(child: Person) -> dict[str, Any]:
    """The child, where not born yet, and when a conference before the birth was last considered."""
    if not child.is_unborn:
        return {"unborn": [], "considered": {}}
    last = BeforeBirth.objects.filter(case__child=child).order_by("-considered_on").first()
    return {"unborn": [child], "considered": {child.pk: last.considered_on} if last else {}}


def _booked(child: Person, booking: Booking) -> Onward:
    told = Told(
        f"{booking.get_kind_display()} booked for {moment(booking.starts_at)}",
        (
            "Send the invitations, and say to each agency by when its report is wanted.",
            f"The lead practitioner tells {child} and the parents what the conference is for, who comes, and that they can "
            "bring an advocate, a friend or a supporter.",
            "Reports are shared with the family beforehand where that is right.",
        ),
    )
    return reverse_for("conferences:booking", child.reference, booking.pk), told


@require_safe
def booking(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """A booked conference: who is invited, and whose report has come."""
    child = open_child(request, reference, policies.READ_CONFERENCE_REPORTS)
    read = read_booking(child, key)
    if read is None:
        raise Http404("There is no booking here that you can open.")
    shown = {
        "child": child,
        "read": read,
        "reports": [
            (report, words_of(report), [one for one in read.added if one.owner == report.key])
            for report in read.reports
        ],
        "answers": dict(Invitation.Answer.choices),
        "decisions": dict(EnoughThere.Decision.choices),
        "hows": dict(PapersGiven.How.choices),
        "given": {line.owner: line for line in read.given},
        "may_record": _may_record(child),
        # A brother or sister is named only to those who may record about them too.
        "about": read.children if _may_record(child) else [child],
        "headings": headings_of_reports(),
        "rule": catalogue.rule("child-protection.conference-reports"),
    }
    return render(request, "conferences/booking.html", shown, about=child)


def _may_record(child: Person) -> bool:
    # The door already asked for the reasons; asking the policy again would cost a query.
    because = child.opened_because  # type: ignore[attr-defined]
    return any(reason.words in because for reason in policies.RECORD_CONFERENCE.allow)


def _booking_of(child: Person, key: UUID) -> Booking:
    found = Booking.objects.filter(pk=key, children__case__child=child).first()
    if found is None:
        raise Http404("There is no booking here that you can open.")
    return found


@require_http_methods(["GET", "POST"])
def cancel(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Call a booked conference off."""
    child = open_child(request, reference, policies.RECORD_CONFERENCE)
    found = _booking_of(child, key)
    return ask(
        request, CancelForm, template="conferences/cancel.html", about=child, check=False,
        context={"child": child, "booking": found},
        act=lambda answers: services.cancel_booking(
            by=practitioner_of(request), child=child, booking=found, **answers
        ),
        done=lambda booking: (
            reverse_for("conferences:history", reference),
            Told("The conference is called off", ("Tell everyone who was invited, the family first.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Keep what an agency sent."""
    child = open_child(request, reference, policies.RECORD_CONFERENCE)
    found = _booking_of(child, key)
    making = Making(
        ReportForm,
        agencies=lists.agencies_in(lists.read(lists.agencies(child.area_id))),
        today=day_of(timezone.now()),
    )
    return ask(
        request, making, template="conferences/report.html", about=child,
        context={"child": child, "booking": found, "rule": catalogue.rule("child-protection.conference-report")},
        act=lambda answers: services.record_report(
            by=practitioner_of(request), child=child, booking=found, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda report: (
            reverse_for("conferences:booking", reference, key), Told(f"Report from {report.agency} recorded")
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def move_notified(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that another authority told us of a move here."""
    child = open_child(request, reference, policies.RECORD_CONFERENCE)
    return ask(
        request, MoveForm, template="conferences/move_notified.html", about=child,
        context={"child": child, "rule": catalogue.rule("child-protection.transfer-in-conference")},
        act=lambda answers: services.record_move_notified(
            by=practitioner_of(request), child=child, now=timezone.now(), **answers
        ),
        done=lambda notice: _moved(child, notice),
    )  # fmt: skip


def _moved(child: Person, notice: MoveNotice) -> Onward:
    limits = limits_in(lists.read(running(Person.objects.filter(pk=child.pk))))
    by = [f"Hold the transfer-in conference by {day_long(limit.due.on)}." for limit in limits[:1]]
    told = Told(
        f"Move from {notice.authority} recorded",
        (*by, f"{notice.authority} keeps its plan until our conference has been held. Ask it for the plan and the record.",
         "The lead practitioner tells the family who works with them here."),
        more=(("Book the conference", reverse_for("conferences:book", child.reference)),),
    )  # fmt: skip
    return reverse_for("desk:child", child.reference), told


@require_http_methods(["GET", "POST"])
def chair(request: HttpRequest, reference: str) -> HttpResponse:
    """Say who chairs this child's conferences."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    found = around(child, me, day_of(timezone.now()))
    making = Making(ChairForm, chairs=found.chairs, siblings=found.siblings)
    return ask(
        request, making, template="conferences/chair.html", about=child, check=False,
        context={"child": child, "rule": catalogue.rule("child-protection.conference-chair")},
        act=lambda answers: services.allocate_chair(by=me, now=timezone.now(), **making.form.as_given(child)),
        done=lambda made: (
            reverse_for("desk:child", reference),
            Told(
                f"{made[0].practitioner} chairs from {date_words(made[0].from_on)} for {listed([str(one.case.child) for one in made])}",
                (f"{made[0].practitioner} can open the record, and meets the child and parents before the conference.",),
            ),
        ),
    )  # fmt: skip
