"""What happened to a child, newest first, and each thing that happened on a page of its own."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from markupsafe import Markup

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.analysis.reading import laid_upon, laid_upon_all
from alongside.analysis.silences import Silence, not_seen_alone
from alongside.audit.actions import Action
from alongside.chronology import addenda, kinds
from alongside.chronology.models import Entry, EntryQuerySet, Shortfall
from alongside.desk.around import Around, around
from alongside.desk.banner import banner_from
from alongside.desk.laid_on_entry import laid_on_page, of_entry
from alongside.desk.offers import address
from alongside.desk.timeline_facets import Facets, facet_lists
from alongside.desk.timeline_filters import Filters
from alongside.desk.told import (
    as_told,
    correction_of,
    href_of,
    recorder_of,
    silence_words,
    title_of,
    with_all_that_is_told,
    words_of,
)
from alongside.facts import listed_as
from alongside.matching import joined
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.pages import render

ON_A_PAGE = 50


@require_safe
def timeline(request: HttpRequest, reference: str) -> HttpResponse:
    """The child's timeline: by month, narrowed by what the address says, a page at a time."""
    child, filters, me = open_child(request, reference), Filters.of(request), practitioner_of(request)
    known, facets, entries = _open(child, filters, me)
    shown, earlier = _page(entries, request.GET.get("before", ""))
    silences = not_seen_alone(
        known.entries,
        day_of(timezone.now()),
        after_long=facets.thresholds.alone,
        born_on=date.max if child.is_unborn else child.born_on,
    )
    layers = laid_upon(shown, me, joined.together(child, me))
    return render(request, "desk/timeline.html", {
        "child": child,
        "banner": banner_from(request, known),
        "entries": as_told(shown, child, layers, silences),
        "filters": filters,
        "chips": facets.chips(filters, request.path),
        "more_chips": facets.more_chips(filters, request.path),
        "silent": [] if known.states.closed_on else silent_now(silences, facets),
        "ours": facets.thresholds.words,
        "notes": layers.notes[::-1],
        "may_analyse": policies.ANALYSE in known.may,
        "earlier_href": request.path + filters.query(before=earlier) if earlier else "",
        "later_href": request.path + filters.query() if request.GET.get("before") else "",
        "print_href": reverse("desk:timeline-print", args=(reference,)) + filters.query(),
    })  # fmt: skip


@require_safe
def timeline_for_print(request: HttpRequest, reference: str) -> HttpResponse:
    """The whole timeline, as narrowed, made for paper."""
    child, filters = open_child(request, reference, action=Action.PRINT), Filters.of(request)
    me = practitioner_of(request)
    known, facets, entries = _open(child, filters, me)
    told = in_reading_order(with_all_that_is_told(entries))
    layers = laid_upon_all(joined.together(child, me), me)
    silences = not_seen_alone(
        known.entries,
        day_of(timezone.now()),
        after_long=facets.thresholds.alone,
        born_on=date.max if child.is_unborn else child.born_on,
    )
    return render(request, "desk/timeline_for_print.html", {
        "child": child,
        "entries": as_told(told, child, layers, silences),
        "filters": filters,
        "silent": [] if known.states.closed_on else silent_now(silences, facets),
        "ours": facets.thresholds.words,
        "notes": layers.notes[::-1],
    })  # fmt: skip


def _open(child: Person, filters: Filters, me: Practitioner) -> tuple[Around, Facets, EntryQuerySet]:
    """What stands around the child, what there is to narrow to, and the entries as narrowed. One query."""
    children = joined.together(child, me)
    entries = _entries(children, me)
    known = around(child, me, also=lambda *_: facet_lists(entries, children, me))
    facets = Facets(known.facts)
    return known, facets, filters.narrow(entries, me, facets.parts)


def silent_now(silences: list[Silence], facets: Facets) -> list[str | Markup]:
    """Where the record is silent until now, in words."""
    lasting = [one for one in silences if one.to_on is None]
    return [silence_words(one) for one in (*lasting, *facets.unheard(day_of(timezone.now())))]


@require_safe
def entry(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One thing that happened: both kinds of time, who recorded it, what was missing, what corrected it."""
    child, me = open_child(request, reference), practitioner_of(request)
    entry = entry_of(policies.READ_ENTRY.not_denied(child.chronology.all(), me), key)
    missing = Shortfall.objects.filter(entry=entry)
    known = around(child, me, also=lambda *_: [
        *of_entry(entry, me),
        addenda.addenda_list(child, entry.pk),
        listed_as("missing", missing, name="explanation", role="rule_id", detail="words"),
        listed_as("disagrees", entry.rectifications.filter(outcome="disagreement"), name="asked_by", detail="wants",
                  role="answer", from_on="asked_on", to_on="answered_on"),
    ])  # fmt: skip
    correction = correction_of(entry)
    may_correct = policies.CORRECT_ENTRY in known.may and correction is None
    is_addendum = entry.kind == kinds.ADDENDUM_ADDED.id
    return render(request, "desk/entry.html", {
        "child": child,
        "banner": banner_from(request, known),
        "entry": entry,
        "title": title_of(entry),
        "words": words_of(entry),
        "recorder": recorder_of(entry),
        "missing": known["missing"],
        "disagrees": known["disagrees"],
        **laid_on_page(known, reference, entry),
        "wrong_href": address("retention:new-rectification", reference, key)
        if policies.ANSWER_SUBJECT in known.may else "",
        "correction": correction,
        "correction_href": href_of(correction, reference) if correction else "",
        "corrects_href": href_of(entry.corrects, reference) if entry.corrects else "",
        "correct_href": reverse("desk:correct-entry", args=(reference, key)) if may_correct else "",
        "addenda": addenda.in_order(known[addenda.ADDENDUM]),
        "add_href": reverse("desk:add-to-entry", args=(reference, key)) if may_correct and not is_addendum else "",
        "added_to_href": reverse("desk:entry", args=(reference, entry.details["to"])) if is_addendum else "",
    })  # fmt: skip


def _entries(children: Any, me: Practitioner) -> EntryQuerySet:
    """Every entry about these children but those marked for others."""
    entries: EntryQuerySet = policies.READ_ENTRY.not_denied(Entry.objects.filter(child__in=children), me)
    return entries


def entry_of(entries: EntryQuerySet, key: UUID) -> Entry:
    """The entry with this key among these. Raises Http404 where it is not."""
    found = with_all_that_is_told(entries).filter(pk=key).first()
    if found is None:
        raise Http404("There is no record here that you can open.")
    return found


def _page(entries: EntryQuerySet, before: str) -> tuple[list[Entry], str]:
    """One page of entries before a place in the timeline, and the place from which the next one goes on."""
    if place := _place(before):
        day, key = place
        entries = entries.filter(Q(happened_on__lt=day) | Q(happened_on=day, pk__lt=key))
    found = list(with_all_that_is_told(entries).order_by("-happened_on", "-id")[: ON_A_PAGE + 1])
    shown = found[:ON_A_PAGE]
    goes_on = f"{shown[-1].happened_on:%Y-%m-%d}.{shown[-1].pk.hex}" if len(found) > ON_A_PAGE else ""
    return in_reading_order(shown), goes_on


def in_reading_order(entries: EntryQuerySet | list[Entry]) -> list[Entry]:
    """Newest first; within a day by the time where there is one, and as recorded where there is none."""

    def place(entry: Entry) -> tuple[object, ...]:
        return entry.happened_on, (entry.happened_at or entry.recorded_at), entry.recorded_at, entry.pk

    return sorted(entries, key=place, reverse=True)


def _place(before: str) -> tuple[date, UUID] | None:
    """The place an address names; None for one that no page of ours gave."""
    day, _, key = before.partition(".")
    try:
        return date.fromisoformat(day), UUID(key)
    except ValueError:
        return None
