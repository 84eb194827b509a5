"""What happened to the children of one family, side by side: only of those whose record the reader may open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.analysis.reading import Layers, laid_upon, laid_upon_all
from alongside.analysis.silences import not_seen_alone
from alongside.audit.actions import Action
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry, EntryQuerySet
from alongside.desk.around import Around, around, entries_in_order, entries_of_state
from alongside.desk.banner import banner_from
from alongside.desk.kin import is_sibling
from alongside.desk.timeline_facets import Facets, facet_lists
from alongside.desk.timeline_filters import Filters
from alongside.desk.told import (
    correction_of,
    href_of,
    marks_of,
    recorder_of,
    remarks_of,
    title_of,
    with_all_that_is_told,
    words_of,
)
from alongside.guidance.working_together.introduction import grown_if_born_by
from alongside.matching.joined import in_force
from alongside.moments import day_of
from alongside.people.models import HouseholdMember, Person
from alongside.ui.frames import Link
from alongside.ui.pages import render
from alongside.ui.parts import Remark
from alongside.ui.words import moment, month_words

ON_A_PAGE = 50
#: Kinds from which it is read how long a child was not seen alone.
SEEING = (kinds.CHILD_SEEN.id, kinds.CASE_CLOSED.id, kinds.REFERRAL_RECEIVED.id)


@dataclass(frozen=True, slots=True)
class Column:
    """One child. keys: of the child's record and of those joined to it."""

    name: str
    reference: str
    born: date | None
    keys: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an act says of one child, and where its entry is."""

    name: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Told:
    """One act, told once: in the columns of the children it is about. words: empty where it says something else of each."""

    on: date
    at: datetime | None
    title: str
    by: str
    words: str
    cells: tuple[Cell | None, ...]
    corrected: str
    marks: tuple[str, ...]
    remarks: tuple[Remark, ...]

    @property
    def about(self) -> list[Cell]:
        """The children it is about."""
        return [cell for cell in self.cells if cell]


@require_safe
def family_chronology(request: HttpRequest, reference: str) -> HttpResponse:
    """The chronologies of the child and of brothers, sisters and others at home, side by side, a page at a time."""
    child, me, filters = open_child(request, reference), practitioner_of(request), Filters.of(request)
    known, columns, facets, filters, entries = _open(child, me, filters)
    shown, earlier = _page(entries, request.GET.get("before", ""))
    layers = laid_upon(shown, me)
    here = reverse("desk:family-chronology", args=(reference,))
    return render(request, "desk/family_chronology.html", {
        "child": child,
        "banner": banner_from(request, known),
        "columns": columns,
        "months": by_month(told(shown, columns, layers)),
        "filters": filters,
        "chips": [*_children(columns, filters, here), *facets.chips(filters, here)],
        "more_chips": facets.more_chips(filters, here),
        "silent": _silent(known, columns, facets),
        "ours": facets.thresholds.words,
        "earlier_href": here + filters.query(before=earlier) if earlier else "",
        "later_href": here + filters.query() if request.GET.get("before") else "",
        "print_href": reverse("desk:family-chronology-print", args=(reference,)) + filters.query(),
    })  # fmt: skip


@require_safe
def family_chronology_for_print(request: HttpRequest, reference: str) -> HttpResponse:
    """All of it, as narrowed, made for paper."""
    child, me, filters = open_child(request, reference, action=Action.PRINT), practitioner_of(request), Filters.of(request)  # fmt: skip
    known, columns, facets, filters, entries = _open(child, me, filters)
    shown = _in_order(with_all_that_is_told(entries))
    layers = laid_upon_all([key for column in columns for key in column.keys], me)
    return render(request, "desk/family_chronology_for_print.html", {
        "child": child, "columns": columns, "months": by_month(told(shown, columns, layers)), "filters": filters,
        "silent": _silent(known, columns, facets), "ours": facets.thresholds.words,
    })  # fmt: skip


def _open(
    child: Person, me: Practitioner, filters: Filters
) -> tuple[Around, list[Column], Facets, Filters, EntryQuerySet]:
    """What stands around the child, the children of the family, and their entries as narrowed. Two queries.

    A child who is none of these is left out of the filters.
    """
    columns = columns_of(child, me)
    keys = [key for column in columns for key in column.keys]
    entries = readable_entries(keys, me)
    seeing = Entry.objects.filter(child__in=keys, kind__in=SEEING)
    known = around(child, me, also=lambda *_: (
        *facet_lists(entries, keys, me), entries_of_state("seeing", seeing, key="child"),
    ))  # fmt: skip
    facets = Facets(known.facts)
    chosen = [column.keys for column in columns if column.reference == filters.child]
    if chosen:
        entries = readable_entries(chosen[0], me)
    filters = filters if chosen else replace(filters, child="")
    return known, columns, facets, filters, filters.narrow(entries, me, facets.parts)


def readable_entries(keys: Iterable[UUID], me: Practitioner) -> EntryQuerySet:
    """Every entry about these children but those marked for others."""
    found: EntryQuerySet = policies.READ_ENTRY.not_denied(Entry.objects.filter(child__in=list(keys)), me)
    return found


def family_of(child: Person) -> QuerySet[Person]:
    """The child, brothers and sisters, and the other children of the household. Not filtered for a reader."""
    homes = HouseholdMember.objects.filter(person=child, to_on=None).values("household")
    at_home = HouseholdMember.objects.filter(household__in=homes, to_on=None).values("person")
    grown = grown_if_born_by(day_of(timezone.now()))
    young = (
        Q(born_on__gt=grown)
        | Q(expected_on__isnull=False)
        | Q(pk__in=Case.objects.order_by().values("child"))
    )
    return Person.objects.filter(Q(pk=child.pk) | (young & (is_sibling(child) | Q(pk__in=at_home))))


def columns_of(child: Person, me: Practitioner) -> list[Column]:
    """The children of the family whose record this reader may open: the child first, then the eldest. One query."""
    family = policies.READ_RECORD.filter(family_of(child), me).order_by()
    joined = in_force().filter(kept__in=family.values("pk"))
    also = policies.READ_RECORD.filter(Person.objects.filter(pk__in=joined.values("joined")), me)
    own = family.values_list("called", "reference", "born_on", "pk", Cast("pk", TextField()))
    theirs = joined.filter(joined__in=also.order_by().values("pk")).values_list(
        "joined__called", "joined__reference", "joined__born_on", "joined", Cast("kept", TextField())
    )
    rows = list(own.union(theirs, all=True))
    roots = {row[3]: UUID(row[4]) for row in rows if UUID(row[4]) != row[3]}
    found = [
        Column(name, reference, born, (key, *(one for one, root in roots.items() if root == key)))
        for name, reference, born, key, _ in dict.fromkeys(rows) if key not in roots
    ]  # fmt: skip
    return sorted(found, key=lambda one: (child.pk not in one.keys, one.born or date.max, one.name))


def told(entries: Iterable[Entry], columns: Sequence[Column], layers: Layers) -> list[Told]:
    """The entries as acts, newest first: one that was recorded for several children at once is told once."""
    acts: dict[tuple[Any, ...], list[Entry]] = {}
    for entry in entries:
        same = (entry.kind, entry.happened_on, entry.happened_at, entry.recorded_at, entry.recorded_by_id)
        acts.setdefault(same, []).append(entry)
    place = {key: number for number, column in enumerate(columns) for key in column.keys}
    return [
        _told(sorted(act, key=lambda one: place[one.child_id]), columns, place, layers)
        for act in acts.values()
    ]


def _told(act: list[Entry], columns: Sequence[Column], place: dict[UUID, int], layers: Layers) -> Told:
    cells: list[Cell | None] = [None] * len(columns)
    first, said = act[0], {words_of(entry) for entry in act}
    corrected = next(
        (str(correction.correction_reason) for entry in act if (correction := correction_of(entry))), ""
    )
    for entry in act:
        column = columns[place[entry.child_id]]
        words = "" if len(said) == 1 or correction_of(entry) else words_of(entry)
        cells[place[entry.child_id]] = Cell(column.name, words, href_of(entry, entry.child.reference))
    laid = [layers.of(entry.pk) for entry in act]
    return Told(
        on=first.happened_on, at=first.happened_at, title=title_of(first),
        by=f"recorded {moment(first.recorded_at)} by {recorder_of(first)}",
        words=next(iter(said)) if len(said) == 1 and not corrected else "",
        cells=tuple(cells), corrected=corrected,
        marks=tuple(dict.fromkeys(mark for one in laid for mark in marks_of(one))),
        remarks=tuple(dict.fromkeys(remark for one in laid for remark in remarks_of(one))),
    )  # fmt: skip


def by_month(acts: Iterable[Told]) -> list[tuple[str, list[Told]]]:
    """The acts by month, as they come."""
    months: dict[str, list[Told]] = {}
    for act in acts:
        months.setdefault(month_words(act.on), []).append(act)
    return list(months.items())


def _page(entries: EntryQuerySet, before: str) -> tuple[list[Entry], str]:
    """One page of entries, whole days at a time, so that no act is torn apart; and the day the next one begins with."""
    if day := _day(before):
        entries = entries.filter(happened_on__lte=day)
    latest = with_all_that_is_told(entries).order_by("-happened_on", "-id")
    found = list(latest[: ON_A_PAGE * 4 + 1])
    if len(found) <= ON_A_PAGE:
        return _in_order(found), ""
    last = found[ON_A_PAGE - 1].happened_on
    shown = [entry for entry in found if entry.happened_on >= last]
    rest = next((entry.happened_on for entry in found if entry.happened_on < last), None)
    if rest is None and len(found) > ON_A_PAGE * 4:
        rest = last - relativedelta(days=1)
    return _in_order(shown), rest.isoformat() if rest else ""


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    def place(entry: Entry) -> tuple[object, ...]:
        return entry.happened_on, (entry.happened_at or entry.recorded_at), entry.recorded_at, entry.pk

    return sorted(entries, key=place, reverse=True)


def _day(before: str) -> date | None:
    try:
        return date.fromisoformat(before)
    except ValueError:
        return None


def _children(columns: Sequence[Column], filters: Filters, path: str) -> list[tuple[str, list[Link]]]:
    """Chips for one child of several."""
    if len(columns) < 2:
        return []
    return [("Child", [
        Link(one.name, path + filters.query(child="" if filters.child == one.reference else one.reference),
             current=filters.child == one.reference)
        for one in columns
    ])]  # fmt: skip


def _silent(known: Around, columns: Sequence[Column], facets: Facets) -> list[str]:
    """Which of the children were not seen alone for long, until now."""
    today, found = day_of(timezone.now()), []
    for column in columns:
        seen = entries_in_order(one for one in known["seeing"] if one.key in column.keys)
        for silence in not_seen_alone(seen, today, after_long=facets.thresholds.alone, born_on=column.born):
            if silence.to_on is None:
                found.append(f"{column.name}: {silence.words[0].lower()}{silence.words[1:]}.")
    return found
