"""Writing an assessment, a part at a time: saved as one types, and both texts shown where two people met."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.assessments.models import AssessmentSectionVersion
from alongside.assessments.parts import Part
from alongside.assessments.reading import Opened, last_assessment_of, open_assessment_of
from alongside.assessments.section_form import DONE, SectionForm, clashes_in, version_name, writings_in
from alongside.assessments.writing import Saving, save_sections
from alongside.guidance import catalogue
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import SeeOther, refusals_shown_on, render
from alongside.ui.words import clock


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Write one part. Without script it is saved by its button; with it, also as one types."""
    child, opened, this = _open(request, reference, part)
    posted = request.method == "POST"
    form = SectionForm(request.POST if posted else None, part=this, sections=opened.sections)
    savings: list[Saving] = []
    if posted:
        with refusals_shown_on(form):
            savings = _save(request, child, this)
    if clashes := clashes_in(savings, this):
        return _show_both(request, child, opened, this, savings, clashes)
    if posted and not form.errors:
        return SeeOther(_onward(request, child, opened, this))
    rule = catalogue.rule("assessment.seen-alone" if this.key == "seeing" else "assessment.content")
    context = {"child": child, "opened": opened, "part": this, "form": form, "rule": rule}
    return render(request, "assessments/section.html", context, about=child)


@require_POST
def autosave(request: HttpRequest, reference: str, part: str) -> JsonResponse:
    """Save a part as it is typed. Answers the versions now before the writer, or 409 where somebody else saved."""
    child, _opened, this = _open(request, reference, part)
    try:
        savings = _save(request, child, this)
    except Refusal as refusal:
        return JsonResponse({"said": str(refusal)}, status=422)
    if clash := next((saving for saving in savings if saving.kept_aside), None):
        said = f"{clash.section.saved_by} saved this section at {clock(clash.section.saved_at)}. Your words are kept. "
        return JsonResponse({"said": f"{said}Choose Save to see both and decide."}, status=409)
    typed = {writing.heading: writing.words for writing in writings_in(request.POST, this)}
    seen = {
        version_name(saving.section.heading): saving.section.version
        for saving in savings
        if saving.section.words == typed[saving.section.heading]
    }
    return JsonResponse({"said": f"Saved {clock(timezone.now())}", "fields": seen})


@require_safe
def versions(request: HttpRequest, reference: str, part: str) -> HttpResponse:
    """Every version of one part: who wrote what, when. Nothing that was typed is lost."""
    child, opened, this = _open(request, reference, part)
    kept = AssessmentSectionVersion.objects.filter(
        section__assessment=opened.assessment, section__heading__in=this.keys
    )
    labels = {heading.key: heading.label for heading in this.headings}
    latest_first = kept.select_related("section", "saved_by").order_by("-saved_at", "-number", "-id")
    context = {"child": child, "part": this, "versions": latest_first[:200], "labels": labels}
    return render(request, "assessments/versions.html", context, about=child)


def _open(request: HttpRequest, reference: str, key: str) -> tuple[Person, Opened, Part]:
    child = open_child(request, reference, policies.WRITE_ASSESSMENT)
    # What was typed into an assessment that has been signed meanwhile comes back with the reason, not with nothing.
    opened = open_assessment_of(child) or (last_assessment_of(child) if request.method == "POST" else None)
    part = opened.part(key) if opened else None
    if opened is None or part is None:
        raise Http404("There is no such section of an assessment here.")
    return child, opened, part


def _save(request: HttpRequest, child: Person, part: Part) -> list[Saving]:
    data = request.POST
    # Choosing between two texts says nothing about whether the part is finished.
    done = None if data.get("step") == "resolve" else DONE in data
    return save_sections(
        by=practitioner_of(request),
        child=child,
        writings=writings_in(data, part),
        now=timezone.now(),
        done=done,
    )


def _show_both(
    request: HttpRequest, child: Person, opened: Opened, part: Part, savings: list[Saving], clashes: list[Any]
) -> HttpResponse:
    """Yours and theirs, field by field. Nothing else moves; choosing nothing leaves theirs, and yours kept."""
    met = [saving.section for saving in savings if saving.kept_aside]
    sent = [(version_name(section.heading), str(section.version)) for section in met]
    by = ", ".join(dict.fromkeys(f"{section.saved_by} ({clock(section.saved_at)})" for section in met))
    context = {
        "child": child,
        "opened": opened,
        "part": part,
        "clashes": clashes,
        "sent": sent,
        "theirs_by": by,
    }
    return render(request, "assessments/clash.html", context, status=422, about=child)


def _onward(request: HttpRequest, child: Person, opened: Opened, part: Part) -> str:
    if request.POST.get("then") == "next":
        following = opened.parts[opened.parts.index(part) + 1 :]
        if following:
            return reverse_for("assessments:section", child.reference, following[0].key)
    return reverse_for("assessments:assessment", child.reference)
