"""What of contexts waits for somebody: reviews, and actions of the plans. Lists for “My work”, one query with the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.contexts.models import Context, PlaceAction
from alongside.facts import Fact, listed_as
from alongside.ui.jinja import reverse_for

REVIEW, ACTION, OURS = "context-review", "context-action", "our-place-action"
AHEAD = timedelta(weeks=4)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A review or an action: what, of which place or group, where it is settled, and by when. owner: who does it."""

    what: str
    context: str
    owner: str
    href: str
    due_on: date


def mine_lists(me: Practitioner, today: date, *, of_agency: bool) -> list[QuerySet[Any]]:
    """Reviews that come and actions past their day, of contexts one may open; of_agency: also what one's agency owns."""
    contexts = policies.READ_CONTEXT.filter(Context.objects.filter(closed_on=None), me)
    actions = PlaceAction.objects.filter(settled_on=None, context__closed_on=None)
    mine = actions.filter(by_on__lt=today, context__in=contexts.order_by().values("pk"))
    lists = [
        listed_as(
            REVIEW, contexts.filter(review_on__lte=today + AHEAD), name="name", from_on="review_on", key="pk"
        ),
        listed_as(
            ACTION, mine, name="what", role="context__name", detail="agency__name", from_on="by_on", key="pk"
        ),
    ]
    if of_agency:
        ours = policies.ANSWER_PLACE_ACTION.filter(actions, me)
        lists.append(
            listed_as(
                OURS,
                ours,
                name="what",
                role="context__name",
                detail="agency__name",
                from_on="by_on",
                key="pk",
            )
        )
    return lists


def mine_in(found: Mapping[str, Iterable[Fact]]) -> list[Waiting]:
    """What waits, from what was read, the soonest first; an action that is both in one's care and one's agency's once."""
    waiting = {
        one.key: Waiting(
            "Review it", one.name, "", reverse_for("contexts:act", one.key, "review"), one.from_on
        )
        for one in found.get(REVIEW, ())
        if one.from_on
    }
    for one in (*found.get(ACTION, ()), *found.get(OURS, ())):
        if one.from_on:
            href = reverse_for("contexts:action", one.key)
            waiting[one.key] = Waiting(one.name, one.role, one.detail, href, one.from_on)
    return sorted(waiting.values(), key=lambda one: (one.due_on, one.context, one.what))
