"""Making a child safe now: the danger page, police protection, other action, another authority's part."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.section47 import services
from alongside.section47.forms.protection import (
    AddForm,
    AddToOrderForm,
    AddToPoliceProtectionForm,
    EndPoliceProtectionForm,
    ImmediateActionForm,
    OtherAuthorityForm,
    PoliceProtectionForm,
    considered,
)
from alongside.section47.protection_page import protection_page
from alongside.section47.what_next import after_action, after_ending, after_police_protection
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask

POLICY = policies.RECORD_IMMEDIATE_PROTECTION
NOW_SHARED = "Everyone who works with the child sees it here and on the timeline."


@require_safe
def immediate_protection(request: HttpRequest, reference: str) -> HttpResponse:
    """The danger page: what protects the child now, and the ways to make them safe."""
    child = open_child(request, reference, POLICY)
    return render(
        request, "section47/immediate_protection.html", protection_page(child, timezone.now()), about=child
    )


@require_http_methods(["GET", "POST"])
def record_police_protection(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the child was taken into police protection."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, PoliceProtectionForm, template="section47/record_police_protection.html", about=child,
        form_kwargs={"area": child.area_id}, context={"rule": catalogue.rule("emergency.police-protection")},
        act=lambda given: services.record_police_protection(
            by=me, child=child, now=timezone.now(), considered=considered(given), **given
        ),
        done=lambda made: back_to_protection(reference, after_police_protection(made)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_police_protection(request: HttpRequest, reference: str) -> HttpResponse:
    """Record how police protection ended."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, EndPoliceProtectionForm, template="section47/end_police_protection.html", about=child,
        context={"rule": catalogue.rule("emergency.police-protection")},
        act=lambda given: services.end_police_protection(by=me, child=child, now=timezone.now(), **given),
        done=lambda ending: back_to_protection(reference, after_ending(ending.case, "Police protection")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, what: str) -> HttpResponse:
    """Add to what was recorded what could wait while the child was made safe."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    forms = {"police": AddToPoliceProtectionForm, "action": AddForm}
    form = forms.get(what, AddToOrderForm)
    return ask(
        request, form, template="section47/add_to_protection.html", about=child,
        context={"rule": catalogue.rule("emergency.content")},
        act=lambda given: services.add_to_protection(
            by=me, child=child, what=what, added=given, now=timezone.now()
        ),
        done=lambda record: back_to_protection(reference, Told("Added to the record", (NOW_SHARED,))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the child was made safe by other means."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)

    def act(given: dict[str, Any]) -> Any:
        alone = given.pop("alone") == "yes"
        return services.record_immediate_action(
            by=me, child=child, now=timezone.now(), alone=alone, considered=considered(given), **given
        )

    return ask(
        request, ImmediateActionForm, template="section47/record_action.html", about=child, act=act,
        context={"rule": catalogue.rule("emergency.content")},
        done=lambda made: back_to_protection(reference, after_action(made.case, alone=made.alone)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_other_authority(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that another authority was consulted, or accepted responsibility."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)

    def act(given: dict[str, Any]) -> Any:
        asked = given.pop("asked_to_accept") == "yes"
        return services.record_other_authority(
            by=me, child=child, now=timezone.now(), asked_to_accept=asked, **given
        )

    return ask(
        request, OtherAuthorityForm, template="section47/record_other_authority.html", about=child,
        context={"rule": catalogue.rule("emergency.responsibility-accepted")},
        act=act, done=lambda made: back_to_protection(reference, _who_is_responsible(made)),
    )  # fmt: skip


def back_to_protection(reference: str, told: Told) -> Onward:
    return reverse_for("section47:immediate-protection", reference), told


def _who_is_responsible(made: Any) -> Told:
    if made.accepted_in_writing_on:
        return Told("Acceptance recorded", (f"{made.authority} is responsible for the child from now on.",))
    return Told(
        "Contact recorded",
        (f"This authority stays responsible until {made.authority} accepts, followed up in writing.",),
    )
