"""Pages around a conference's day: the chair's reading, each member's papers, the wall, and the letters of the same day."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.audit.actions import Action
from alongside.cases.models import Case
from alongside.conference_day import after, wall
from alongside.conference_day.papers import Member, give_papers, members_of, papers_for, plan_lists
from alongside.conference_day.preread import read_before
from alongside.conferences.forms.report import headings_of_reports
from alongside.conferences.models import Invitation, Kind, PapersGiven
from alongside.conferences.reading import BookingRead, read_booking
from alongside.drafts import writing as drafts
from alongside.letters.files import answer
from alongside.letters.paper import Paper
from alongside.letters.papers import Document
from alongside.letters.reading import read_record
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.forms import Form, OneOf
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, go, render
from alongside.ui.steps import ask
from alongside.ui.words import count, day_long

NOT_HERE = "There is no booking here that you can open."
FORMS = ("view", "print", "pdf", "docx")


class GiveForm(Form):
    """How somebody was given their papers."""

    how = OneOf(label="How did you give them?", called="how you gave them", choices=PapersGiven.How.choices)


@require_safe
def preread(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One page to read before the conference; ``?print`` as a sheet."""
    action = Action.PRINT if "print" in request.GET else Action.READ
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE, action), practitioner_of(request)
    read = _booked(child, key)
    # A brother or sister whose record this reader may not open is not on the page.
    others = [one.pk for one in read.children if one.pk != child.pk]
    mine = policies.RECORD_CONFERENCE.filter(Person.objects.filter(pk__in=others), me) if others else ()
    today = day_of(timezone.now())
    shown = {
        "child": child, "today": today, "headings": headings_of_reports(), "answers": dict(Invitation.Answer.choices),
        "read": read_before(read.booking, [child, *sorted(mine, key=lambda one: one.called)], today),
        "kept_back": len(others) - len(mine),
    }  # fmt: skip
    template = (
        "conference_day/preread_print.html" if "print" in request.GET else "conference_day/preread.html"
    )
    return render(request, template, shown, about=child)


@require_safe
def papers(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Whose papers there are, and who has had theirs."""
    child = open_child(request, reference, policies.RECORD_CONFERENCE)
    read = _booked(child, key)
    members = members_of(read, child, read_record(read.case_of(child), child))
    given = {line.owner: line for line in read.given}
    shown = {
        "child": child, "booking": read.booking, "members": [(one, given.get(one.key)) for one in members],
        "hows": dict(PapersGiven.How.choices),
    }  # fmt: skip
    return render(request, "conference_day/papers.html", shown, about=child)


@require_safe
def paper(request: HttpRequest, reference: str, key: UUID, link: UUID, form: str) -> HttpResponse:
    """One member's own papers: to look at, to print, as PDF or Word."""
    if form not in FORMS:
        raise Http404("There is no such file.")
    action = {"view": Action.READ, "print": Action.PRINT}.get(form, Action.EXPORT)
    child, member, made, booked, case = _paper(request, reference, key, link, action)
    sheet = Paper(
        title=made.title, blocks=made.blocks, area=case.area.name, day=day_long(timezone.now()),
        footer=f"{case.area.name} · for {member.name} alone", large=request.GET.get("large") == "1",
    )  # fmt: skip
    if form == "view":
        shown = {"child": child, "booking": booked.booking, "member": member, "page": sheet, "made": made}
        return render(request, "conference_day/paper.html", shown, about=child)
    return answer(request, sheet, form, name="conference-papers")


@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, reference: str, key: UUID, link: UUID) -> HttpResponse:
    """Record that somebody was given their papers."""
    child, member, made, booked, _ = _paper(request, reference, key, link, Action.READ)
    me = practitioner_of(request)
    return ask(
        request, GiveForm, template="conference_day/give.html", about=child, check=False,
        context={"child": child, "booking": booked.booking, "member": member, "made": made},
        act=lambda answers: give_papers(
            by=me, child=child, booking=booked.booking, invitation=link, made=made, how=answers["how"], now=timezone.now()
        ),
        done=lambda given: (
            reverse_for("conference_day:papers", reference, key), Told(f"{member.name} has their papers", ("It is on the record.",))
        ),
    )  # fmt: skip


@require_safe
def on_wall(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """The outline plan as its recorder types it, for the wall of the room. Only the recorder has it."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    if kind not in Kind.values:
        raise Http404("There is no such conference.")
    asked = request.GET.urlencode()
    page = reverse_for(f"conferences:record-{kind}", reference)
    draft = drafts.draft_of(me, f"{page}?{asked}" if asked else page)
    typed = drafts.read(draft).data if draft else QueryDict()
    wanted = Person.objects.filter(reference__in=request.GET.getlist("with")).exclude(pk=child.pk)
    others = (
        sorted(policies.RECORD_CONFERENCE.filter(wanted, me), key=lambda one: one.called)
        if request.GET.getlist("with")
        else []
    )
    children = [(one, read_record(Case(child=one, area_id=one.area_id), one)) for one in (child, *others)]
    shown = {
        "child": child, "back": f"{page}?{asked}" if asked else page,
        "wall": wall.wall_of(typed, children, draft.saved_at if draft else None),
    }  # fmt: skip
    return render(request, "conference_day/wall.html", shown)


@require_http_methods(["GET", "POST"])
def afterwards(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Who is still to be told of what was decided, the family first; sent, it makes every letter ready to be read and signed."""
    child, me = open_child(request, reference, policies.WRITE_LETTERS), practitioner_of(request)
    found = after.read_after(child, key)
    if found is None:
        raise Http404("There is no conference here that you can open.")
    if request.method == "POST":
        begun = after.make_ready(by=me, child=child, found=found, now=timezone.now())
        said = ("Read each, the family’s first, and sign it.",) if begun else ("Each was begun before.",)
        return go(request, request.path, Told(f"{count(len(begun), 'letter')} made ready", said))
    return render(request, "conference_day/afterwards.html", {"child": child, "found": found}, about=child)


def _booked(child: Person, key: UUID, *also: QuerySet[Any]) -> BookingRead:
    read = read_booking(child, key, *also)
    if read is None:
        raise Http404(NOT_HERE)
    return read


def _paper(
    request: HttpRequest, reference: str, key: UUID, link: UUID, action: Action
) -> tuple[Person, Member, Document, BookingRead, Case]:
    child = open_child(request, reference, policies.RECORD_CONFERENCE, action)
    read = _booked(child, key, *plan_lists(child))
    case = read.case_of(child)
    record = read_record(case, child)
    member: Any = next((one for one in members_of(read, child, record) if one.key == link), None)
    if member is None:
        raise Http404("Nobody is invited here by this key.")
    made = papers_for(member, read, child, record, day_of(timezone.now()))
    return child, member, made, read, case
