"""What is known already, offered to an assessment that is under way."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.assessments.bringing_in import bring_in, headings_to_bring_into
from alongside.assessments.reading import open_assessment_of
from alongside.guidance import catalogue
from alongside.known.facts import offered
from alongside.known.forms import StillSoForm
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.steps import ask


@require_http_methods(["GET", "POST"])
def known(request: HttpRequest, reference: str) -> HttpResponse:
    """Facts from earlier records, heading by heading: is it still so?"""
    child, me = open_child(request, reference, policies.WRITE_ASSESSMENT), practitioner_of(request)
    opened = open_assessment_of(child)
    if opened is None:
        raise Http404("There is no assessment under way here.")
    labels, found = headings_to_bring_into(opened.assessment), offered(child, opened.assessment.pk)
    if part := opened.part(request.GET.get("part", "")):
        labels = {key: label for key, label in labels.items() if key in part.keys}
    forms: list[StillSoForm] = []

    def form(*args: object, **kwargs: object) -> StillSoForm:
        forms.append(StillSoForm(*args, facts=found.facts, labels=labels, **kwargs))
        return forms[-1]

    return ask(
        request, form, template="assessments/known.html", about=child, check=False,
        context={"child": child, "part": part, "facts": found.among(labels), "answered": found.answered,
                 "rule": catalogue.rule("assessment.content")},
        act=lambda _: bring_in(by=me, child=child, answers=forms[-1].as_given(), now=timezone.now()),
        done=lambda _: (
            reverse_for("assessments:section", reference, part.key) if part
            else reverse_for("assessments:assessment", reference),
            Told("Brought in", (
                "What is still so stands under its heading, with where it came from and its day. Go on from there.",
                "What you left unanswered is offered again.",
            )),
        ),
    )  # fmt: skip
