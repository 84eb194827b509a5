"""A school's page: its children with a plan or a social worker, and what it enters about them."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.agencies.models import Agency, Practitioner
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.partners import services
from alongside.partners.children import children_of
from alongside.partners.forms import NOTICE_FORMS, SchoolForm
from alongside.partners.home import leads_safeguarding
from alongside.partners.models import SchoolNotice
from alongside.partners.services.school import ROLL_CIRCUMSTANCES, words_of
from alongside.people.models import Person
from alongside.plans.forms.making import Making
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

SHOWN = 20
#: The rules behind each notice, where there are any.
RULES = {
    SchoolNotice.Kind.ATTENDANCE: ("school.absence-told",),
    SchoolNotice.Kind.OFF_ROLL: ("school.roll-removal", ROLL_CIRCUMSTANCES),
    SchoolNotice.Kind.HOME_EDUCATION: ("school.roll-removal", ROLL_CIRCUMSTANCES),
}


def school_of(me: Practitioner) -> Agency:
    """The school they lead safeguarding at. Raises Http404 where they lead at none."""
    for post in me.scope.posts:
        if leads_safeguarding(me.scope) and post.agency.sector == Agency.Sector.EDUCATION:
            return post.agency
    raise Http404("There is no school here that you can open.")


@require_safe
def school(request: HttpRequest) -> HttpResponse:
    """Whom the school works with, what it enters, and the files on their way."""
    me = practitioner_of(request)
    ours = school_of(me)
    known, more = children_of(me, day_of(timezone.now()))
    theirs = policies.SEE_PART.not_denied(SchoolNotice.objects.filter(agency=ours), me, "child")
    entered = list(theirs.select_related("child", "recorded_by").order_by("-recorded_at", "-id")[:SHOWN])
    return render(request, "partners/school.html", {
        "school": ours,
        "known": known,
        "more": bool(more),
        "kinds": SchoolNotice.Kind.choices,
        "entered": [(one, words_of(one)) for one in entered],
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
def notice(request: HttpRequest, kind: str, reference: str = "") -> HttpResponse:
    """Enter one thing about one child."""
    me = practitioner_of(request)
    ours = school_of(me)
    form_class = NOTICE_FORMS.get(kind)
    if form_class is None:
        raise Http404("There is no such notice.")
    children = list(policies.RECORD_SCHOOL_NOTICE.filter(Person.objects.all(), me).order_by("called", "pk"))
    making: Making[SchoolForm] = Making(form_class, children=children, chosen=reference)
    title = SchoolNotice.Kind(kind).label
    rules = [catalogue.rule(rule) for rule in RULES.get(SchoolNotice.Kind(kind), ())]
    return ask(
        request, making, template="partners/school_notice.html", check=False,
        context={"title": title, "school": ours, "rules": rules},
        act=lambda answers: services.give_notice(
            by=me, school=ours, child=making.form.about(), given=making.form.as_given(), now=timezone.now()
        ),
        done=lambda given: (reverse_for("partners:school"), _told(given)),
    )  # fmt: skip


def _told(given: SchoolNotice) -> Told:
    if given.child is None:
        return Told(f"{given.get_kind_display()} entered", (
            "The front door has it, and finds out who the child is. You are not told whether there is a record here.",
        ))  # fmt: skip
    told = []
    if given.entry_id:
        told.append("It is in the chronology, and the lead practitioner has been told.")
    if given.kind in SchoolNotice.TOLD_TO_THE_AUTHORITY:
        told.append("The local authority has been told.")
    if not told:
        told.append("It is kept with your school. The child has no open case here, so nobody else was told.")
    return Told(f"{given.get_kind_display()} entered", tuple(told))
