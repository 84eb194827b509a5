"""The documents of a child: who is to be told, each letter as its reader will see it, other papers; letters received."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.audit.actions import Action
from alongside.chronology.models import Entry
from alongside.guidance import catalogue
from alongside.letters import writing
from alongside.letters.composing import compose, number_of
from alongside.letters.doors import key_of, open_letter, open_received
from alongside.letters.duties import READ, STATES, duties_of, letters_of, state_of
from alongside.letters.files import answer, file_of, page_of
from alongside.letters.for_reader import readers_of
from alongside.letters.forms import (
    ByNameForm,
)
from alongside.letters.models import LetterOutcome
from alongside.letters.paper import Paper
from alongside.letters.papers import DOCUMENTS, document
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID, BY_NAME, LETTERS, LetterKind
from alongside.letters.writing import latest_case
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import go, render
from alongside.ui.steps import ask
from alongside.ui.words import day_long

WHAT = dict(LetterOutcome.What.choices)
BESIDE = ("assessment.findings-shared", "child-protection.plan-circulation", "child-protection.ending-told")
AT_ANY_TIME = tuple(kind for kind in LETTERS if kind.due is None and kind.id != "conference-invitation")


@require_safe
def documents(request: HttpRequest, reference: str) -> HttpResponse:
    """Who is still to be told of what, every letter and how it stands, and the documents about this child."""
    child = open_child(request, reference)
    context: dict[str, Any] = {
        "child": child,
        "may_write": may_too(child, policies.WRITE_LETTERS),
        "kinds": AT_ANY_TIME,
        "rules": {name: catalogue.rule(name) for name in BESIDE},
    }
    try:
        case = latest_case(child)
    except Refusal:
        return render(
            request, "letters/documents.html", {**context, "duties": [], "letters": []}, about=child
        )
    record, letters = read_record(case, child, READ), letters_of(case)
    duties = duties_of(case, child, letters, record)
    context |= {
        "open": [one for one in duties if not one.settled], "settled": [one for one in duties if one.settled],
        "letters": [(one, state_of(one, record)) for one in letters], "states": STATES, "case": case,
        "catalogue": {kind.id: kind.ground for kind in LETTERS}, "kind_of": BY_ID,
    }  # fmt: skip
    return render(request, "letters/documents.html", context, about=child)


@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Choose to whom a letter goes, and begin it."""
    child, me = open_child(request, reference, policies.WRITE_LETTERS), practitioner_of(request)
    found = BY_ID.get(kind)
    if found is None:
        raise Http404("There is no such letter.")
    about = _about(child, request.POST.get("about") or request.GET.get("about") or "")
    if (audience := _by_name(found, request.GET.get("to", ""))) and "reader" not in request.POST:
        return ask(
            request, ByNameForm, template="letters/by_name.html", about=child, check=False,
            context={"child": child, "kind": found}, form_kwargs={"audience": audience},
            act=lambda answers: writing.begin(
                by=me, child=child, kind=found, reader=f"{audience}:{answers['name']}", about=about, now=timezone.now()
            ),
            done=lambda letter: reverse_for("letters:letter", reference, letter.pk),
        )  # fmt: skip
    if request.method == "POST":
        reader = request.POST.get("reader", "")
        try:
            letter = writing.begin(
                by=me, child=child, kind=found, reader=reader, about=about, now=timezone.now()
            )
        except Refusal as refusal:
            return render(
                request,
                "letters/choose.html",
                {**_choices(child, found, about), "refusal": refusal},
                422,
                about=child,
            )
        return go(request, reverse_for("letters:letter", reference, letter.pk))
    return render(request, "letters/choose.html", _choices(child, found, about), about=child)


@require_safe
def letter(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One letter, as its reader will see it, and what stands in its way."""
    child, found = open_letter(request, reference, key)
    record = read_record(found.case, child)
    state = state_of(found, record)
    composed = compose(found, record) if state == "to-sign" else None
    context = {
        "child": child, "letter": found, "kind": BY_ID[found.kind], "state": state, "states": STATES, "composed": composed,
        "page": page_of(found, composed), "number": number_of(found), "outcomes": [(WHAT[what], on, *rest.partition("\n")[::2]) for what, on, rest in record.outcomes.get(found.pk, [])],
        "hows": dict(LetterOutcome.How.choices),
        "may_release": may_too(child, policies.RELEASE_ADDRESS),
    }  # fmt: skip
    return render(request, "letters/letter.html", context, about=child)


@require_safe
def paper(request: HttpRequest, reference: str, which: str, form: str) -> HttpResponse:
    """Another document about the child as a page, PDF or Word; what is protected is left out, and counted on the page."""
    action = Action.PRINT if form == "print" else Action.EXPORT
    child = open_child(request, reference, policies.WRITE_LETTERS, action)
    if which not in DOCUMENTS:
        raise Http404("There is no such document.")
    try:
        case = latest_case(child)
    except Refusal:
        raise Http404("There is no case that it could be about.") from None
    child.area, made = case.area, document(which, child, case)
    sheet = Paper(
        title=made.title, blocks=made.blocks, area=child.area.name, day=day_long(timezone.now()), footer=child.area.name,
        large=which == "for-the-child" or request.GET.get("large") == "1",
    )  # fmt: skip
    if form == "view":
        context = {"child": child, "page": sheet, "made": made, "which": which}
        return render(request, "letters/paper.html", context, about=child)
    return answer(request, sheet, form, name=which)


@require_safe
def received(request: HttpRequest, key: UUID) -> HttpResponse:
    """A letter to one's agency."""
    found = open_received(request, key)
    return render(request, "letters/received.html", {"letter": found, "page": page_of(found, None)})


@require_safe
def received_file(request: HttpRequest, key: UUID, form: str) -> HttpResponse:
    """A letter to one's agency as a file."""
    return file_of(request, open_received(request, key, Action.DOWNLOAD), None, form)


def _by_name(kind: LetterKind, asked: str) -> str:
    """The audience whose reader is to be named: where the kind has no other, or where that was asked for."""
    named = [one.value for one in kind.audiences if one in BY_NAME]
    if len(named) == len(kind.audiences):
        return named[0]
    return asked if asked in named else ""


def _about(child: Person, key: str) -> Entry | None:
    if not key:
        return None
    entry = (
        Entry.objects.filter(pk__in=[key_of(key)], child=child, sealed_for="")
        .select_related("case__area")
        .first()
    )
    if entry is None:
        raise Http404("There is no such entry here that a letter can be about.")
    return entry


def _choices(child: Person, kind: LetterKind, about: Entry | None) -> dict[str, Any]:
    case = about.case if about else latest_case(child)
    readers = readers_of(kind, child, read_record(case, child), about)
    named = [one for one in kind.audiences if one in BY_NAME]
    return {
        "child": child,
        "kind": kind,
        "about": about,
        "readers": readers,
        "rule": kind.ground,
        "named": named,
    }
