"""Pages of the guidance that anybody may read, without an account: contents, chapters, readers, limits, words, texts."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from alongside.desk.offers import address
from alongside.explorer import standing, texts
from alongside.explorer.when import When, public
from alongside.explorer.words import glossary
from alongside.guidance import catalogue, editions
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.coverage import counted
from alongside.guidance.editions import Edition
from alongside.guidance.kernel.rules import Duty, Timescale
from alongside.guidance.subjects import SUBJECTS, audiences_for, subject_of
from alongside.ui.frames import Link
from alongside.ui.pages import render


def shown(request: HttpRequest, template: str, when: When, **context: Any) -> HttpResponse:
    """A page of the guidance, read for the day its address asks for. 422 where that day cannot be read."""
    wrong = bool(when.form.errors) or bool(getattr(context.get("form"), "errors", None))
    about = {"when": when, "at": when.href, "compare_href": address("briefings:compare"), **context}
    return render(request, f"explorer/{template}.html", about, status=422 if wrong else 200)


@public
def home(request: HttpRequest, when: When) -> HttpResponse:
    """The guidance: by chapter, by reader, by topic, by who acts, by time limit, and by day."""
    found = standing.all_on(when.day)
    topics: dict[str, int] = {}
    actors: dict[str, int] = {}
    for rule, _ in found:
        topics[subject_of(rule).key] = topics.get(subject_of(rule).key, 0) + 1
        for key in rule.by if isinstance(rule, Duty) else ():
            actors[key] = actors.get(key, 0) + 1
    return shown(
        request, "home", when,
        number=len(found),
        readers=AUDIENCES.values(),
        topics=[(one, topics[one.key]) for one in SUBJECTS.values() if one.key in topics],
        actors=[(one, actors[one.key]) for one in ACTORS.values() if one.key in actors],
        limits=sum(1 for rule, _ in found if isinstance(rule, Timescale)),
    )  # fmt: skip


def _edition(id: str) -> Edition:
    if id not in editions.BY_ID:
        raise Http404("There is no such edition.")
    return editions.BY_ID[id]


@public
def chapter(request: HttpRequest, when: When, edition_id: str, number: int) -> HttpResponse:
    """One chapter of one edition: what was done about every paragraph, or what is known of it and the rules that cite it."""
    edition = _edition(edition_id)
    if number not in edition.chapters:
        raise Http404("This edition has no such chapter.")
    then = when.within(edition)
    places = texts.places_in(edition, number, then.day)
    told = {one.id for _, _, found in places for one in found}
    return shown(
        request, "chapter", then,
        edition=edition, number=number, title=edition.chapters[number], places=places,
        rules=[] if places and edition.read else [
            one for one in texts.cited_in(edition, number, then.day) if one.id not in told
        ],
        changes=texts.changes_in(edition, number),
        unknown=texts.unknown_in(edition, number),
        count=counted(edition=edition.id),
    )  # fmt: skip


@public
def paragraph(request: HttpRequest, when: When, edition_id: str, at: str) -> HttpResponse:
    """One paragraph: what it is about, what was done about it, and what comes before and after."""
    edition = _edition(edition_id)
    entries = texts.entries_of(edition.id)
    if at not in entries:
        raise Http404("There is no such place in the register of this edition.")
    then, entry = when.within(edition), entries[at]
    rules = [catalogue.RULES[id] for id in entry.rules if id in catalogue.RULES]
    return shown(
        request, "paragraph", then,
        edition=edition, entry=entry, source=edition.issues[-1], beside=texts.neighbours(edition.id, at),
        rules=[(rule, standing.stands(rule, then.day)) for rule in rules],
    )  # fmt: skip


@public
def reader(request: HttpRequest, when: When, key: str) -> HttpResponse:
    """What concerns one kind of reader: briefings, duties by force, what changed; time limits and the rest lead on."""
    if key not in AUDIENCES:
        raise Http404("There is no such reader.")
    found = list(standing.for_reader(key, when.day))
    return shown(
        request, "reader", when,
        audience=AUDIENCES[key],
        duties=standing.by_force((rule, one) for rule, one in found if isinstance(rule, Duty)),
        topics=standing.counted_by_subject((rule, one) for rule, one in found if not isinstance(rule, Duty | Timescale)),
        limits=sum(1 for rule, _ in found if isinstance(rule, Timescale)),
        briefs=_briefs(key, when),
        changes=[one for one in catalogue.CHANGES if key in one.audiences and one.after == _after(when)],
    )  # fmt: skip


#: Documents a reader takes away from here: their name among the briefings, and the words of the link.
BRIEFS = (("briefing", "Two-page briefing"), ("checklist", "Possible actions"), ("quiz", "Quiz for staff"))


def _briefs(audience: str, when: When) -> list[tuple[str, list[Link]]]:
    """What can be taken away about the edition of the day: from the edition before it, and from those before that."""
    if not (when.edition and address("briefings:compare")):
        return []
    order = [one.id for one in editions.EDITIONS]
    earlier = [one for one in editions.EDITIONS[: order.index(when.edition.id)] if one.id in BRIEFED_FROM]
    return [
        (
            f"{one.title.removeprefix('Working Together ')} to {when.edition.title.removeprefix('Working Together ')}",
            [
                Link(words, f"{reverse('briefings:document', args=(what,))}?{urlencode({'from': one.id, 'to': when.edition.id, 'for': audience})}")
                for what, words in BRIEFS
            ],
        )
        for one in reversed(earlier)
    ]  # fmt: skip


#: The editions people come from: an amendment between two is gone through on the way.
BRIEFED_FROM = ("WT2018", "WT2023")


def _after(when: When) -> str:
    return when.edition.id if when.edition else ""


@public
def actor(request: HttpRequest, when: When, key: str) -> HttpResponse:
    """What the texts ask of one body or person."""
    if key not in ACTORS:
        raise Http404("There is no such body.")
    found = standing.by_actor(key, when.day)
    readers = [AUDIENCES[one] for one in ACTORS[key].audiences]
    return shown(request, "actor", when, actor=ACTORS[key], duties=standing.by_force(found), readers=readers)


@public
def topic(request: HttpRequest, when: When, key: str) -> HttpResponse:
    """Everything about one subject."""
    if key not in SUBJECTS:
        raise Http404("There is no such topic.")
    mine = [rule for rule in catalogue.RULES.values() if subject_of(rule).key == key]
    found = [(rule, one) for rule in mine if (one := standing.stands(rule, when.day)) is not None]
    readers = {reader for rule in mine for reader in audiences_for(rule)}
    return shown(
        request, "topic", when,
        subject=SUBJECTS[key], rules=standing.by_force(found), later=len(mine) - len(found),
        readers=[one for one in AUDIENCES.values() if one.key in readers],
    )  # fmt: skip


@public
def limits(request: HttpRequest, when: When) -> HttpResponse:
    """Every time limit, by topic; for one kind of reader, where the address names one."""
    audience = request.GET.get("for", "")
    readers = [
        Link(
            one.title,
            when.href("limits", **({} if one.key == audience else {"for": one.key})),
            current=one.key == audience,
        )
        for one in AUDIENCES.values()
    ]
    found = [
        (rule, one)
        for rule, one in standing.all_on(when.day)
        if isinstance(rule, Timescale) and one.tag != "over"
        and (audience not in AUDIENCES or audience in audiences_for(rule))
    ]  # fmt: skip
    return shown(
        request, "limits", when,
        limits=standing.by_subject(found), number=len(found), readers=[("Reader", readers)],
        narrowed=audience in AUDIENCES,
    )  # fmt: skip


@public
def words(request: HttpRequest, when: When) -> HttpResponse:
    """Words and abbreviations, and where the same letters mean two things."""
    return shown(request, "words", when, letters=glossary(when.day))


@public
def texts_page(request: HttpRequest, when: When) -> HttpResponse:
    """Every text the rules rest on, with its issues and where it is published."""
    return shown(request, "texts", when, texts=texts.texts())


@public
def text(request: HttpRequest, when: When, edition_id: str) -> HttpResponse:
    """One text: its issues, and every place of it that a rule cites."""
    found = next((one for one in texts.texts() if one.edition == edition_id), None)
    if found is None:
        raise Http404("There is no such text.")
    return shown(
        request, "text", when,
        text=found, cited=texts.citations_of(edition_id), edition=editions.BY_ID.get(edition_id),
    )  # fmt: skip
