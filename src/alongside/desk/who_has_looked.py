"""Who has looked at a child's record, for whoever may ask; and what I have looked at, for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.people.models import Person
from alongside.ui.pages import render

SHOWN = 50
#: What counts as looking at a child's record.
LOOKED = (Action.READ, Action.PRINT, Action.DOWNLOAD, Action.EXPORT, Action.BREAK_GLASS, Action.API)
SOMEBODY = {"guest": "A guest", "api": "A system of another agency", "system": "Alongside itself"}


@dataclass(frozen=True, slots=True)
class Look:
    """One row of the audit, as a page tells of it. who: for a child's page. child: for one's own."""

    row: Row
    did: str
    page: str
    who: str = ""
    child: Person | None = None

    @property
    def because(self) -> list[str]:
        """The reasons, as said to the one who looked; of somebody else, as said of them."""
        return [said_of_another(words) for words in self.row.reasons] if self.who else self.row.reasons


@require_safe
def who_has_looked(request: HttpRequest, reference: str) -> HttpResponse:
    """Everyone who opened this child's record: when, which page, and on what ground. The latest first."""
    child = open_child(request, reference, policies.EXPLAIN_ACCESS)
    rows, more = one_page(
        Row.objects.filter(about=child.pk, action__in=LOOKED), request.GET.get("before", "")
    )
    return render(request, "desk/who_has_looked.html", {"child": child, "looks": looks_at(rows), "more": more},
                  about=child)  # fmt: skip


@login_required
@require_safe
def what_i_looked_at(request: HttpRequest) -> HttpResponse:
    """Every record I opened and every search I made. The latest first."""
    me = practitioner_of(request)
    mine = Row.objects.filter(actor=me.pk, action__in=(*LOOKED, Action.SEARCH))
    rows, more = one_page(mine, request.GET.get("before", ""))
    children = policies.READ_CHILD.filter(Person.objects.filter(pk__in={row.about for row in rows}), me)
    known: dict[UUID | None, Person] = {child.pk: child for child in children}
    looks = [Look(row, did(row), page_in_words(row.page), child=known.get(row.about)) for row in rows]
    return render(request, "desk/what_i_looked_at.html", {"looks": looks, "more": more})


def latest_looks(child: Person, number: int) -> list[Look]:
    """The latest who looked at this child's record. Two queries."""
    return looks_at(one_page(Row.objects.filter(about=child.pk, action__in=LOOKED), "")[0][:number])


def looks_at(rows: Iterable[Row]) -> list[Look]:
    """Rows with the names of those who wrote them. One query."""
    rows = list(rows)
    names = dict(Practitioner.objects.filter(pk__in={row.actor for row in rows}).values_list("pk", "name"))
    return [Look(row, did(row), page_in_words(row.page), who=_who(row, names)) for row in rows]


def _who(row: Row, names: dict[UUID, str]) -> str:
    return names.get(row.actor) or SOMEBODY.get(row.actor_kind, "Somebody") if row.actor else "Somebody"


def did(row: Row) -> str:
    """What was done: “Opened”; for a search, and how many it found."""
    found = row.more.get("found") if row.action == Action.SEARCH else None
    return Action(row.action).words if found is None else f"Searched, and found {found or 'nobody'}"


def said_of_another(words: str) -> str:
    """A reason as it is said of somebody else: “their team works with this child”."""
    return re.sub(r"\byou\b", "they", re.sub(r"\byour\b", "their", words))


def page_in_words(name: str) -> str:
    """Which page it was, by its name: “Due dates”."""
    if name == "desk:child":
        return "Overview"
    return name.rpartition(":")[2].replace("-", " ").capitalize()


def one_page(rows: QuerySet[Row], before: str) -> tuple[list[Row], str]:
    """The latest rows, those before the place given, and the address of those before them, if there are any."""
    found = list(_before(rows, before).order_by("-at", "-lane", "-number", "-area")[: SHOWN + 1])
    if len(found) <= SHOWN:
        return found, ""
    last = found[SHOWN - 1]
    return found[:SHOWN], f"?before={last.at:%Y-%m-%dT%H:%M:%S.%fZ}_{last.lane}_{last.number}"


def _before(rows: QuerySet[Row], place: str) -> QuerySet[Row]:
    """The rows before a place in the list. A place that cannot be read begins with the latest."""
    moment, _, rest = place.partition("_")
    lane, _, number = rest.partition("_")
    try:
        at = parse_datetime(moment)
    except ValueError:
        at = None
    if at is None or at.tzinfo is None or not (lane.isdecimal() and number.isdecimal() and len(number) < 19):
        return rows
    same = Q(at=at) & (Q(lane__lt=int(lane)) | Q(lane=int(lane), number__lt=int(number)))
    return rows.filter(Q(at__lt=at) | same)
