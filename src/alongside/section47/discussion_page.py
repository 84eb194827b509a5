"""What the page of one strategy discussion shows, as it was recorded for one child."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, DateField, TextField, Value
from django.db.models.functions import Cast

from alongside.chronology.models import Shortfall
from alongside.guidance import catalogue
from alongside.people.models import Person
from alongside.section47.models import DiscussionAction, Participation, StrategyDiscussion

ACTION, SHORTFALL = "action", "shortfall"


class _Row(NamedTuple):
    """An action with its agency and day, or a shortfall."""

    what_it_is: str
    words: str
    who: str | None
    day: date | None
    place: int


def discussion_page(child: Person, key: UUID) -> dict[str, Any] | None:
    """The discussion with who took part, what was agreed and what fell short; None where there is none."""
    took_part = list(
        Participation.objects.filter(discussion=key, discussion__case__child=child).select_related(
            "agency", "discussion__convened_by", "discussion__decided_by"
        )
    )
    discussion = took_part[0].discussion if took_part else _without_participants(child, key)
    if discussion is None:
        return None
    rows = _agreed_and_missing(discussion)
    return {
        "discussion": discussion,
        "took_part": took_part,
        "actions": [row for row in rows if row.what_it_is == ACTION],
        "shortfalls": [row for row in rows if row.what_it_is == SHORTFALL],
        "rule": catalogue.rule("child-protection.strategy-discussion-outcome"),
    }


def _without_participants(child: Person, key: UUID) -> StrategyDiscussion | None:
    found = StrategyDiscussion.objects.select_related("convened_by", "decided_by")
    return found.filter(case__child=child, pk=key).first()


def _agreed_and_missing(discussion: StrategyDiscussion) -> list[_Row]:
    """Actions and shortfalls: one query for both lists."""
    actions = DiscussionAction.objects.order_by().filter(discussion=discussion)
    missing = Shortfall.objects.order_by().filter(entry=discussion.entry_id)
    agreed: Any = actions.values_list(_named(ACTION), "what", "agency__name", "by_on", "place")
    fell_short = missing.values_list(
        _named(SHORTFALL), "words", Cast(Value(None), TextField()), Cast(Value(None), DateField()), Value(0)
    )
    return sorted((_Row(*row) for row in agreed.union(fell_short, all=True)), key=lambda row: row.place)


def _named(what: str) -> Value:
    return Value(what, output_field=CharField())
