"""The contexts of one child, for whoever reads the record: never who else is linked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.contexts.doors import link_of
from alongside.contexts.models import ContextLink, ContextLinkChange, LetKnow, SiblingConsidered
from alongside.contexts.reading import concern_words, links_of, plan_of, rules
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.pages import render

SIBLING, CHANGE, BEFORE, TOLD = "sibling", "change", "before", "told"


@require_safe
def of_child(request: HttpRequest, reference: str) -> HttpResponse:
    """Every context of this child: the concern, what is set out, how great the risk is, until when."""
    child, today = open_child(request, reference), day_of(timezone.now())
    found = links_of(child)
    return render(request, "contexts/of_child.html", {
        "child": child, "open": [one for one in found if one.ended_on is None],
        "ended": [one for one in found if one.ended_on is not None], "today": today, "rules": rules(),
        "may_link": may_too(child, policies.LINK_TO_CONTEXT), "concern_words": concern_words,
    }, about=child)  # fmt: skip


@require_safe
def one_link(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One link: what is set out, what was judged when, who is let know, and the plan for the place."""
    child, me = open_child(request, reference), practitioner_of(request)
    link = link_of(child, key)
    told = beside(child, link, me)
    standing = link.ended_on is None and link.case.closed_on is None
    return render(request, "contexts/one_link.html", {
        "child": child, "link": link, "siblings": told[SIBLING], "changes": told[CHANGE], "told": told[TOLD],
        "before": {one.key: one.detail for one in told[BEFORE]},
        "actions": plan_of(link.context), "today": day_of(timezone.now()), "concern_words": concern_words, "rules": rules(),
        "may_link": standing and may_too(child, policies.LINK_TO_CONTEXT), "at_risk": dict(SiblingConsidered.AtRisk.choices),
        "changed": dict(ContextLinkChange.What.choices),
    }, about=child)  # fmt: skip


def beside(child: Person, link: ContextLink, me: Practitioner) -> dict[str, list[Fact]]:
    """What stands beside a link: brothers and sisters not closed to the reader, what was judged, who is let know. One query."""
    changes = ContextLinkChange.objects.filter(link=link)
    siblings = policies.READ_CHILD.not_denied(SiblingConsidered.objects.filter(link=link), me, "sibling")
    lists: tuple[QuerySet[Any], ...] = (
        listed_as(SIBLING, siblings, name="sibling__called", role="at_risk", detail="words", recorded_at="recorded_at", key="pk"),
        listed_as(CHANGE, changes, name="what", role="recorded_by__name", detail="words",
                  from_on="happened_on", to_on="until_on", recorded_at="recorded_at", key="pk"),
        listed_as(BEFORE, changes.exclude(before=""), detail="before", key="pk"),
        listed_as(TOLD, LetKnow.objects.filter(link=link, ended_on=None), name="practitioner__name", detail="reason",
                  from_on="from_on", to_on="until_on", key="pk"),
    )  # fmt: skip
    found: dict[str, list[Fact]] = {SIBLING: [], CHANGE: [], BEFORE: [], TOLD: []}
    for one in sorted(read(lists), key=lambda one: (str(one.recorded_at), str(one.key)), reverse=True):
        found[one.what].append(one)
    return found
