"""The page that looks up a child's NHS number, where this is turned on, and says so where it is not."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access.doors import open_child, practitioner_of
from alongside.access.policies import CHANGE_DETAILS
from alongside.family import tracing
from alongside.matching.nhs_numbers import Traced
from alongside.people.models import Identifier
from alongside.refusals import Refusal
from alongside.ui.forms import Form, OneOf
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask


class ChooseNumberForm(Form):
    """Which of those found it is, as a person says who compared them. Nothing is chosen beforehand."""

    number = OneOf(
        label="Which is this child’s NHS number?", missing="Select a number, or none of these", choices=()
    )

    def __init__(self, *args: Any, found: tuple[Traced, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["number"].choices = [  # type: ignore[attr-defined]
            *((one.number, f"{spaced(one.number)}, from {one.source}") for one in found),
            (tracing.NONE_OF_THESE, "None of these, or I cannot tell"),
        ]


def spaced(number: str) -> str:
    """An NHS number as it is read aloud: 943 476 5919."""
    return f"{number[:3]} {number[3:6]} {number[6:]}"


@require_http_methods(["GET", "POST"])
def nhs_number(request: HttpRequest, reference: str) -> HttpResponse:
    """What would be asked, and whom; then who was found, to be compared and chosen by a person."""
    child, me = open_child(request, reference, CHANGE_DETAILS), practitioner_of(request)
    now, trace = timezone.now(), tracing.of_child(child, me)
    shown: dict[str, Any] = {"child": child, "trace": trace, "spaced": spaced, "refused": None}
    if request.method == "GET" or not trace.may_ask:
        return render(request, "family/nhs_number.html", shown, about=child)
    try:
        found = tracing.look(trace, child, by=me, now=now)
    except Refusal as refused:
        return render(
            request, "family/nhs_number.html", {**shown, "refused": refused}, about=child, status=422
        )
    shown["options"] = [tracing.compared(trace, one, now) for one in found]
    return ask(
        request, ChooseNumberForm, template="family/nhs_numbers_found.html", about=child, check=False, context=shown,
        form_kwargs={"found": found},
        act=lambda answers: tracing.record(by=me, child=child, found=found, number=answers["number"], now=now),
        done=lambda kept: (reverse("desk:people", args=(child.reference,)), _told(kept)),
    )  # fmt: skip


def _told(kept: Identifier | None) -> Told:
    if kept is None:
        return Told("No NHS number was recorded", ("What was found was not kept.",))
    return Told("NHS number recorded", (f"It is kept with its source: {kept.source}.",))
