"""A child at a glance: how things stand, what is due, what is new, what the child says, who is around."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.access.policies import READ_CHILD, READ_ENTRY, READ_RECORD, SEE_PART
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.cases.models import Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.states import states
from alongside.desk.around import Around, around, entries_in_order, entries_of_state
from alongside.desk.banner import banner_from
from alongside.desk.how_things_stand import in_brief, sentences
from alongside.desk.kin import Relative, family_lists, is_sibling, relatives_in
from alongside.desk.offers import address
from alongside.desk.silent import silence_lists, silences_in
from alongside.desk.timeline_filters import Filters
from alongside.desk.told import as_told, with_all_that_is_told
from alongside.facts import listed_as
from alongside.matching.joined import in_force, shown_with
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.pages import render

#: Pages opened within this time belong to one sitting, so that looking twice does not hide what is new.
ONE_SITTING = timedelta(hours=1)
NEW_SHOWN = 7


@require_safe
def child(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything one needs to know before a visit, on one page."""
    child, me, now = open_child(request, reference, READ_CHILD), practitioner_of(request), timezone.now()
    if not may_too(child, READ_RECORD):
        return redirect("partners:child" if may_too(child, SEE_PART) else "early_help:episode", reference)
    known = around(child, me, also=lambda child, me: _lists(child, me, now))
    if known["shown-with"] and "own" not in request.GET:
        return redirect("desk:child", known["shown-with"][0].role)
    relatives, new = relatives_in(known.facts), as_told(_new(child, me, known), child)
    return render(request, "desk/child.html", {
        "child": child,
        "banner": banner_from(request, known),
        "stands": sentences(known.states, known.running, day_of(now)),
        "known": known,
        "running": [one for one in known.running if one.rule.clock == "guidance"],
        "looked_at": _looked_at(known),
        "silent": silences_in(known.facts, day_of(now)),
        "new": new[:NEW_SHOWN],
        "more_new": len(new) > NEW_SHOWN,
        "new_href": address("desk:timeline", reference) + Filters(since=_looked_at(known)).query(),
        "said": _last_said(known),
        "at_home": [{"name": one.name, "role": one.role, "tag": "", "href": "", "detail": ""} for one in relatives if one.at_home],
        "siblings": _siblings(known, relatives),
        "agencies": sorted(known["agency"], key=lambda one: one.name),
        "episodes": sorted(known["episode"], key=lambda one: one.from_on or now.date(), reverse=True),
        "joined": known["joined"],
        "joined_open": [one.role for one in known["joined-open"]],
        "shown_with": known["shown-with"],
        "shortfalls": sorted(known["shortfall"], key=lambda one: str(one.from_on), reverse=True),
    })  # fmt: skip


def _lists(child: Person, me: Practitioner, now: datetime) -> Iterable[QuerySet[Any]]:
    before = Row.objects.filter(about=child.pk, actor=me.pk, action=Action.READ, at__lt=now - ONE_SITTING)
    siblings = READ_CHILD.filter(Person.objects.filter(is_sibling(child)), me)
    return (
        *family_lists(child, me),
        *silence_lists([child.pk], me, [child.area_id]),
        listed_as("sibling-open", siblings, key="pk"),
        # name: the agency. role: through whom. detail: why. from_on: since when.
        listed_as(
            "agency", Involvement.objects.current().filter(case__child=child, case__closed_on=None),
            name="agency__name", role="practitioner__name", detail="why", from_on="from_on",
        ),
        listed_as("episode", Case.objects.filter(child=child), role="closure_reason", from_on="opened_on",
                  to_on="closed_on", key="pk"),
        # name: the explanation. role: the rule. detail: what was missing. key: the entry's.
        listed_as(
            "shortfall", Shortfall.objects.filter(case__child=child, case__closed_on=None), name="explanation",
            role="rule_id", detail="words", from_on="entry__happened_on", key="entry",
        ),
        *_joined(child, me),
        listed_as("looked", before.values("about").annotate(last=Max("at")), at="last"),
        entries_of_state("sibling-entry", Entry.objects.filter(child__in=siblings.values("pk")), key="child"),
    )  # fmt: skip


def _joined(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Records joined to the child's, which of them has an open case, and the record that shows this one too."""
    mine = in_force().filter(kept=child)
    readable = READ_RECORD.filter(Person.objects.filter(pk__in=mine.values("joined")), me)
    here = mine.filter(joined__in=readable.values("pk"))
    return (
        listed_as("joined", here, name="joined__called", role="joined__reference", key="pk"),
        listed_as("joined-open", Case.objects.filter(child__in=here.values("joined"), closed_on=None),
                  role="child__reference", key="pk"),
        listed_as("shown-with", in_force().filter(joined=child, kept__in=shown_with(child, me).values("pk")),
                  name="kept__called", role="kept__reference", key="pk"),
    )  # fmt: skip


def _looked_at(known: Around) -> datetime | None:
    return next((one.at for one in known["looked"]), None)


def _new(child: Person, me: Practitioner, known: Around) -> Iterable[Entry]:
    """What others recorded since this practitioner looked before; the latest of all, if they never did. One too many."""
    entries = with_all_that_is_told(READ_ENTRY.not_denied(Entry.objects.filter(child=child), me))
    if since := _looked_at(known):
        entries = entries.filter(recorded_at__gt=since).exclude(recorded_by=me)
    return entries.order_by("-recorded_at", "-id")[: NEW_SHOWN + 1]


def _last_said(known: Around) -> dict[str, Any] | None:
    """The child's last words, when, and to whom."""
    for entry in reversed(known.entries):
        if entry.kind == kinds.CHILD_SEEN.id and entry.details.get("said"):
            return {
                "words": entry.details["said"],
                "when": entry.happened_on,
                "to": entry.details["practitioner"],
            }
    return None


def _siblings(known: Around, relatives: list[Relative]) -> list[dict[str, str]]:
    """Each brother or sister; how things stand with them only for a reader who may open their record."""
    told = []
    for one in relatives:
        theirs = entries_in_order(fact for fact in known["sibling-entry"] if fact.key == one.key)
        may_open = any(fact.key == one.key for fact in known["sibling-open"])
        if one.is_sibling:
            detail = in_brief(states(theirs)) if may_open else ""
            href = address("desk:child", one.reference) if may_open else ""
            told.append({"name": one.name, "role": detail or one.role, "href": href, "tag": "", "detail": ""})
    return told
