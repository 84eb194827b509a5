"""An agency's part of the work with one child: what it is asked, what it told, and never another agency's."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.access.marks import marks_read_by
from alongside.moments import day_of
from alongside.partners.home import home, leads_safeguarding
from alongside.partners.part import read_part
from alongside.ui.pages import render


@require_safe
def our_agency(request: HttpRequest) -> HttpResponse:
    """The agency's first page, for those who hold a post in children's social care as well."""
    me = practitioner_of(request)
    if not me.scope.partner_agencies:
        raise Http404("There is no agency here whose page you can open.")
    return home(request, me)


@require_safe
def our_part(request: HttpRequest, reference: str) -> HttpResponse:
    """Why the agency sees this child, who leads, what is next, what it is asked and what it told."""
    child, me = open_child(request, reference, policies.SEE_PART), practitioner_of(request)
    shown = {
        "child": child,
        "because": child.opened_because,  # type: ignore[attr-defined]
        "part": read_part(child, me, day_of(timezone.now())),
        "reads_plan": may_too(child, policies.READ_PLAN),
        "reads_marks": marks_read_by(me.scope) and policies.AGENCY_INVOLVED.words in child.opened_because,  # type: ignore[attr-defined]
        "may_ask": may_too(child, policies.REQUEST_CONFERENCE),
        "school": leads_safeguarding(me.scope) and policies.AGENCY_INVOLVED.words in child.opened_because,  # type: ignore[attr-defined]
    }
    return render(request, "partners/child.html", shown, about=child)
