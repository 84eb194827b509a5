"""Telling something about a child one works with; about another child it is a referral."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Agency, Practitioner
from alongside.partners import services
from alongside.partners.children import with_a_case
from alongside.partners.forms import InformationForm, WhomForm
from alongside.partners.forms.information import ELSE
from alongside.people.models import Person
from alongside.plans.forms.making import Making
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.steps import ask


@login_required
@require_http_methods(["GET", "POST"])
def whom(request: HttpRequest) -> HttpResponse:
    """Which child it is about. One that cannot be seen here is referred, and nobody is looked up."""
    children = policies.SEND_INFORMATION.filter(
        with_a_case(Person.objects.all()), practitioner_of(request)
    ).order_by("called", "pk")
    return ask(
        request, WhomForm, template="partners/whom.html", check=False, form_kwargs={"children": list(children)},
        act=lambda answers: answers["child"],
        done=lambda chosen: (
            reverse_for("referrals:new") if chosen == ELSE else reverse_for("partners:send-information", chosen)
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, reference: str) -> HttpResponse:
    """Tell what is known, thought and heard."""
    child, me = open_child(request, reference, policies.SEND_INFORMATION), practitioner_of(request)
    making = Making(InformationForm)
    return ask(
        request, making, template="partners/send_information.html", about=child, context={"child": child},
        act=lambda answers: services.send_information(
            by=me, child=child, agency=agency_of(me), told=making.form.as_given(), now=timezone.now()
        ),
        done=lambda sent: (
            reverse_for("partners:child", reference),
            Told("Sent", (
                f"The lead practitioner for {child.called} has been told and reads it in the chronology, with {sent.agency} as its source.",
                "If a child is in danger now, ring 999, then the front door.",
            )),
        ),
    )  # fmt: skip


def agency_of(me: Practitioner) -> Agency:
    """The partner agency for which they speak: that of their first post in one."""
    return next(post.agency for post in me.scope.posts if post.agency_id in me.scope.partner_agencies)
