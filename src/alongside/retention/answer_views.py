"""Pages about what somebody asks of the record about them: the request, the pack, and what was given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.chronology.models import Entry
from alongside.desk.timeline import entry_of
from alongside.desk.told import title_of, words_of
from alongside.guidance.legislation.data_protection import OTHER_PEOPLE, RECTIFICATION, SUBJECT_ACCESS
from alongside.people.models import Person
from alongside.retention import answer_forms as forms
from alongside.retention import answering
from alongside.retention.models import PackSpan, Rectification, SubjectRequest
from alongside.retention.pack import rebuilt
from alongside.sharing.models import SharingDecision
from alongside.signing_in.recent import require_recent
from alongside.ui.forms import Form
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask

NOT_HERE = "There is nothing here that you can open."


@dataclass(frozen=True, slots=True)
class Group:
    """The same words wherever they were proposed for the same reason. key: one of their places."""

    key: UUID
    words: str
    why: str
    places: int
    covered: int
    undecided: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the pack as it is given."""

    title: str
    on: date | None
    words: str


@require_safe
def asked(request: HttpRequest, reference: str) -> HttpResponse:
    """What was asked about this record, what was given to whom, and who would have to be told of a correction."""
    child = open_child(request, reference, policies.ANSWER_SUBJECT)
    requests = list(SubjectRequest.objects.filter(child=child).order_by("-received_on", "-recorded_at"))
    wrong = (
        Rectification.objects.filter(child=child)
        .select_related("entry")
        .order_by("-asked_on", "-recorded_at")
    )
    shared = SharingDecision.objects.filter(case__child=child).exclude(
        outcome=SharingDecision.Outcome.DO_NOT_SHARE
    )
    return render(request, "retention/asked.html", {
        "child": child,
        "requests": [(one, SUBJECT_ACCESS.due(one.received_on).on) for one in requests],
        "wrong": [(one, title_of(one.entry), RECTIFICATION.due(one.asked_on).on) for one in wrong],
        "given": [one for one in requests if one.given_on],
        "shared": list(shared.select_related("recipient", "recall").order_by("-decided_on", "-id")),
    }, about=child)  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_request(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that somebody asks for the record, and put the pack together."""
    child, me = open_child(request, reference, policies.ANSWER_SUBJECT), practitioner_of(request)
    return ask(
        request, forms.RequestForm, template="retention/new_request.html", about=child,
        context={"child": child, "rule": SUBJECT_ACCESS},
        act=lambda answers: answering.record_request(by=me, child=child, now=timezone.now(), **answers),
        done=lambda made: (_at("one-request", child, made.pk), Told("The request is recorded", (
            "The pack is put together. Decide what is covered; then a second reader signs.",
        ))),
    )  # fmt: skip


@require_safe
def one_request(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One request: what is proposed for covering, what is decided, and what comes next."""
    child = open_child(request, reference, policies.ANSWER_SUBJECT)
    made = _request(child, key)
    spans = list(
        PackSpan.objects.filter(part__request=made).select_related("part").order_by("part__number", "start")
    )
    return render(request, "retention/request.html", {
        "child": child,
        "made": made,
        "due": SUBJECT_ACCESS.due(made.received_on),
        "groups": grouped(spans),
        "undecided": sum(span.covered is None for span in spans),
        "rule": OTHER_PEOPLE,
    }, about=child)  # fmt: skip


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, reference: str, key: UUID, span: UUID) -> HttpResponse:
    """Say whether the same words are covered, everywhere or place by place."""
    child, me = open_child(request, reference, policies.ANSWER_SUBJECT), practitioner_of(request)
    made = _request(child, key)
    alike = _alike(made, span)
    return ask(
        request, forms.DecideForm, template="retention/decide.html", about=child, check=False,
        context={"child": child, "made": made, "rule": OTHER_PEOPLE, "words": _words(alike[0]),
                 "why": alike[0].get_why_display(), "places": [forms.around(one) for one in alike]},
        form_kwargs={"spans": alike},
        act=lambda answers: answering.decide_spans(
            by=me, request=made, now=timezone.now(), decided=_decided(answers, alike)
        ),
        done=lambda _: (_at("one-request", child, made.pk), Told("Decided")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def cover(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Cover words that nothing proposed."""
    return _act(request, reference, key, forms.CoverForm, "retention/cover.html", lambda child, made, answers: (
        answering.cover_words(
            by=practitioner_of(request), request=made, words=answers["words"], now=timezone.now()
        )
    ), Told("These words are covered"))  # fmt: skip


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """A second reader signs the pack."""
    return _act(request, reference, key, forms.SignForm, "retention/sign.html", lambda child, made, _: (
        answering.sign(by=practitioner_of(request), request=made, now=timezone.now())
    ), Told("The pack is signed", ("It may be given now. Write down to whom, once it is.",)))  # fmt: skip


@require_http_methods(["GET", "POST"])
def given(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Write down to whom the pack was given."""
    return _act(request, reference, key, forms.GivenForm, "retention/given.html", lambda child, made, answers: (
        answering.record_given(by=practitioner_of(request), request=made, now=timezone.now(), **answers)
    ), Told("What was given is recorded"))  # fmt: skip


@require_safe
def pack(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The pack on paper, as a story: without what is covered."""
    child = open_child(request, reference, policies.ANSWER_SUBJECT)
    made = _request(child, key)
    if asked_again := require_recent(request):
        return asked_again
    write(
        Action.PRINT, area=child.area_id, by=practitioner_of(request), about=child.pk, about_kind="child",
        now=timezone.now(), request=made.pk,
    )  # fmt: skip
    return render(request, "retention/pack.html", {"child": child, "made": made, "parts": told(made)})


@require_safe
def pack_file(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The pack as a file for a program: without what is covered. Only once it is signed."""
    child = open_child(request, reference, policies.ANSWER_SUBJECT)
    made = _request(child, key)
    if made.signed_at is None:
        raise Http404(NOT_HERE)
    if asked_again := require_recent(request):
        return asked_again
    parts = told(made)
    write(
        Action.EXPORT, area=child.area_id, by=practitioner_of(request), about=child.pk, about_kind="child",
        now=timezone.now(), request=made.pk, parts=len(parts),
    )  # fmt: skip
    said = [{"what": one.title, "on": one.on and one.on.isoformat(), "words": one.words} for one in parts]
    answer = JsonResponse(
        {
            "about": child.called,
            "asked_by": made.asked_by,
            "received_on": made.received_on.isoformat(),
            "record": said,
        },
        json_dumps_params={"indent": 2, "ensure_ascii": False},
    )
    answer["Content-Disposition"] = f'attachment; filename="record-{child.reference}.json"'
    return answer


@require_http_methods(["GET", "POST"])
def new_rectification(request: HttpRequest, reference: str, entry: UUID) -> HttpResponse:
    """Record that somebody says an entry is wrong."""
    child, me = open_child(request, reference, policies.ANSWER_SUBJECT), practitioner_of(request)
    about = entry_of(policies.READ_ENTRY.not_denied(Entry.objects.filter(child=child), me), entry)
    return ask(
        request, forms.RectificationForm, template="retention/new_rectification.html", about=child,
        context={"child": child, "rule": RECTIFICATION, "entry": about, "name": title_of(about), "words": words_of(about)},
        act=lambda answers: answering.ask_to_rectify(by=me, entry=about, now=timezone.now(), **answers),
        done=lambda _: (_at("asked", child), Told("What they say is recorded")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def answer_rectification(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record what became of it."""
    child, me = open_child(request, reference, policies.ANSWER_SUBJECT), practitioner_of(request)
    one = (
        Rectification.objects.filter(child=child, pk=key, outcome="").select_related("child", "entry").first()
    )
    if one is None:
        raise Http404(NOT_HERE)
    return ask(
        request, forms.AnswerForm, template="retention/answer_rectification.html", about=child,
        context={"child": child, "rule": RECTIFICATION, "asked": one, "name": title_of(one.entry),
                 "correct_href": reverse("desk:correct-entry", args=(reference, one.entry_id))},
        act=lambda answers: answering.answer_rectification(by=me, asked=one, now=timezone.now(), **answers),
        done=lambda _: (_at("asked", child), Told("The answer is recorded")),
    )  # fmt: skip


def told(made: SubjectRequest) -> list[Piece]:
    """The parts of a pack as they are given. Two queries."""
    return [
        Piece(part.title, part.on, rebuilt(part, part.spans.all()))
        for part in made.parts.prefetch_related("spans").order_by("number")
    ]


def grouped(spans: list[PackSpan]) -> list[Group]:
    """The proposed words, those with something undecided first."""
    same: dict[tuple[str, str], list[PackSpan]] = {}
    for span in spans:
        same.setdefault((span.why, _words(span).lower()), []).append(span)
    groups = [
        Group(
            found[0].pk, _words(found[0]), found[0].get_why_display(), len(found), sum(bool(one.covered) for one in found),
            sum(one.covered is None for one in found),
        )
        for found in same.values()
    ]  # fmt: skip
    return sorted(groups, key=lambda group: (not group.undecided, group.why, group.words.lower()))


def _act(
    request: HttpRequest,
    reference: str,
    key: UUID,
    form: type[Form],
    template: str,
    act: Callable[..., object],
    told: Told,
) -> HttpResponse:
    child = open_child(request, reference, policies.ANSWER_SUBJECT)
    made = _request(child, key)
    onward: Onward = (_at("one-request", child, made.pk), told)
    return ask(
        request, form, template=template, about=child, context={"child": child, "made": made}, check=False,
        act=lambda answers: act(child, made, answers), done=lambda _: onward,
    )  # fmt: skip


def _request(child: Person, key: UUID) -> SubjectRequest:
    names = ("child", "recorded_by", "signed_by", "given_by")
    found = SubjectRequest.objects.filter(child=child, pk=key).select_related(*names).first()
    if found is None:
        raise Http404(NOT_HERE)
    return found


def _alike(made: SubjectRequest, key: UUID) -> list[PackSpan]:
    spans = list(
        PackSpan.objects.filter(part__request=made).select_related("part").order_by("part__number", "start")
    )
    one = next((span for span in spans if span.pk == key), None)
    if one is None:
        raise Http404(NOT_HERE)
    return [span for span in spans if (span.why, _words(span).lower()) == (one.why, _words(one).lower())]


def _words(span: PackSpan) -> str:
    return str(span.part.words[span.start : span.end])


def _decided(answers: dict[str, str], alike: list[PackSpan]) -> dict[UUID, bool]:
    everywhere = answers["everywhere"]
    if everywhere != forms.EACH:
        return {span.pk: everywhere == forms.COVER for span in alike}
    return {span.pk: answers[f"span_{span.pk.hex}"] == forms.COVER for span in alike}


def _at(name: str, child: Person, *more: object) -> str:
    return reverse(f"retention:{name}", args=(child.reference, *more))
