"""Saying what matters, tagging and analysing: open, ask, act, show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_area, open_child, practitioner_of
from alongside.access.marks import marks_read_by
from alongside.agencies.models import Practitioner, Role
from alongside.analysis import forms, services
from alongside.analysis.models import AreaTag, EntryTag, Note, NoteVersion, Significance
from alongside.analysis.reading import readable
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.people.models import Person
from alongside.ui.forms import Form
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.standing import Standing
from alongside.ui.steps import ask
from alongside.ui.words import moment

UNCHANGED = "The entry itself stays as it was recorded."


@require_http_methods(["GET", "POST"])
def significant(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Say that an entry matters, for what, and why."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    entry = _entry(child, me, key)
    return ask(
        request, forms.SignificanceForm, template="analysis/significant.html", about=child, context=_of(child, entry),
        act=lambda answers: services.say_significant(by=me, child=child, entry=entry, now=timezone.now(), **answers),
        done=lambda said: (_at(child, entry), Told(f"Significant for: {said.get_significant_for_display()}", (UNCHANGED,))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Take back that an entry matters, with the reason."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    said: Significance = _one(readable(Significance.objects.filter(child=child), me), key, "entry", "said_by")
    return ask(
        request, forms.TakeBackForm, template="analysis/take_back.html", about=child,
        context={**_of(child, said.entry), "said": said},
        act=lambda answers: services.take_back(
            by=me, child=child, significance=said, now=timezone.now(), **answers
        ),
        done=lambda _: (_at(child, said.entry), Told("Taken back", ("What was said, and why it was taken back, stays readable.",))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def tag(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Put a tag on an entry."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    entry = _entry(child, me, key)
    kept = (
        AreaTag.objects.filter(area=child.area_id, ended_at=None)
        .order_by("key")
        .values_list("words", flat=True)
    )
    return ask(
        request, forms.TagForm, template="analysis/tag.html", about=child, context=_of(child, entry), check=False,
        form_kwargs={"kept": kept},
        act=lambda answers: services.tag(
            by=me, child=child, entry=entry, words=answers["kept"] or answers["words"], now=timezone.now()
        ),
        done=lambda put: (_at(child, entry), Told(f"Tagged: {put}", (UNCHANGED,))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def take_off(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Take a tag off an entry."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    put: EntryTag = _one(readable(EntryTag.objects.filter(child=child), me), key, "entry", "said_by")
    return ask(
        request, Form, template="analysis/take_off.html", about=child, check=False,
        context={**_of(child, put.entry), "put": put},
        act=lambda _: services.take_off(by=me, child=child, tag=put, now=timezone.now()),
        done=lambda _: (_at(child, put.entry), Told("Tag taken off", ("That it was there, and who put it there, stays readable.",))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def of_entry(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Write and sign an analysis of one entry."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    entry = _entry(child, me, key)
    return ask(
        request, forms.NoteForm, template="analysis/write.html", about=child, context=_of(child, entry),
        act=lambda answers: services.write_note(by=me, child=child, entry=entry, now=timezone.now(), **answers),
        done=lambda _: (_at(child, entry), Told("Analysis signed", (UNCHANGED,))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reference: str) -> HttpResponse:
    """Write and sign an analysis of a span of time, or of the pattern."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    return ask(
        request, forms.SpanForm, template="analysis/write.html", about=child, context=_of(child, None),
        form_kwargs={"marks": marks_read_by(me.scope)},
        act=lambda answers: services.write_note(
            by=me, child=child, words=answers["words"], now=timezone.now(), sealed_for=answers.get("sealed_for", ""),
            **({name: answers[name] for name in ("from_on", "to_on")} if answers["of"] == forms.SPAN else {}),
        ),
        done=lambda note: (reverse_for("analysis:note", reference, note.pk), Told("Analysis signed")),
    )  # fmt: skip


@require_safe
def notes(request: HttpRequest, reference: str) -> HttpResponse:
    """Every analysis of the child's chronology in its latest words, newest first."""
    child, me = open_child(request, reference), practitioner_of(request)
    latest = readable(NoteVersion.objects.filter(note__child=child, number=F("note__versions")), me, "note")
    context = {
        "child": child,
        "versions": list(
            latest.select_related("note__entry", "signed_by").order_by("-signed_at", "-id")[:100]
        ),
        "may_write": may_too(child, policies.ANALYSE),
        "title_of": _title,
    }
    return render(request, "analysis/notes.html", context, about=child)


@require_safe
def note(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One analysis, in each of its versions."""
    child, me = open_child(request, reference), practitioner_of(request)
    held: Note = _one(readable(Note.objects.filter(child=child), me), key, "entry")
    context = {
        **_of(child, held.entry),
        "note": held,
        "versions": list(held.written.select_related("signed_by").order_by("-number")),
        "may_write": may_too(child, policies.ANALYSE),
    }
    return render(request, "analysis/note.html", context, about=child)


@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Write an analysis again, and sign it. Where somebody else did meanwhile, both are shown."""
    child, me = open_child(request, reference, policies.ANALYSE), practitioner_of(request)
    held: Note = _one(readable(Note.objects.filter(child=child), me), key, "entry")
    found = {"latest": _latest(held)}
    return ask(
        request, forms.AgainForm, template="analysis/again.html", about=child,
        context={**_of(child, held.entry), "note": held},
        standing=Standing(
            read=lambda: {"words": found["latest"].words},
            hold=lambda: (policies.ANALYSE.lock(child, me), found.update(latest=_latest(held))),
            by=lambda: _signed(found["latest"]),
        ),
        act=lambda answers: services.write_again(
            by=me, child=child, note=held, after=found["latest"].number, now=timezone.now(), **answers
        ),
        done=lambda version: (reverse_for("analysis:note", reference, key), Told(f"Version {version.number} signed")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def area_tags(request: HttpRequest, code: str) -> HttpResponse:
    """The tags that an area keeps, and a form for another."""
    area, me = open_area(request, policies.KEEP_TAGS, code), practitioner_of(request)
    kept = AreaTag.objects.filter(area=area, ended_at=None).select_related("added_by").order_by("key")
    return ask(
        request, forms.AreaTagForm, template="analysis/area_tags.html", context={"area": area, "tags": kept[:200], "administers": area.pk in me.scope.areas_as(Role.ADMINISTRATOR)}, check=False,
        act=lambda answers: services.keep_tag(by=me, area=area, now=timezone.now(), **answers),
        done=lambda tag: (reverse_for("analysis:area-tags", code), Told(f"The area keeps “{tag}”")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_area_tag(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Offer one of the area's tags no more."""
    area, me = open_area(request, policies.KEEP_TAGS, code), practitioner_of(request)
    tag: AreaTag = _one(AreaTag.objects.filter(area=area, ended_at=None), key)
    return ask(
        request, Form, template="analysis/end_area_tag.html", context={"area": area, "tag": tag}, check=False,
        act=lambda _: services.end_tag(by=me, area=area, tag=tag, now=timezone.now()),
        done=lambda _: (reverse_for("analysis:area-tags", code), Told(f"“{tag}” is offered no more", (
            "Entries that carry it keep it.",
        ))),
    )  # fmt: skip


def _entry(child: Person, me: Practitioner, key: UUID) -> Entry:
    found: Entry = _one(readable(child.chronology.all(), me), key)
    return found


def _one(rows: QuerySet[Any], key: UUID, *related: str) -> Any:
    """The row with this key among these. Raises Http404 where it is not."""
    found = rows.select_related(*related) if related else rows
    one = found.filter(pk=key).first()
    if one is None:
        raise Http404("There is no record here that you can open.")
    return one


def _latest(note: Note) -> NoteVersion:
    found: NoteVersion = note.written.select_related("signed_by").order_by("-number")[:1][0]
    return found


def _signed(version: NoteVersion) -> str:
    return f"{version.signed_by}, {moment(version.signed_at)}"


def _title(entry: Entry) -> str:
    return (
        KINDS[entry.kind].title_of(entry.details)
        if entry.kind in KINDS
        else entry.kind.replace("-", " ").capitalize()
    )


def _of(child: Person, entry: Entry | None) -> dict[str, Any]:
    """What every page about an entry shows of it."""
    if entry is None:
        return {"child": child, "entry": None, "back": ""}
    words = KINDS[entry.kind].words(entry.details) if entry.kind in KINDS else ""
    return {"child": child, "entry": entry, "entry_title": _title(entry), "entry_words": words,
            "back": _at(child, entry)}  # fmt: skip


def _at(child: Person, entry: Entry) -> str:
    return reverse_for("desk:entry", child.reference, entry.pk)
