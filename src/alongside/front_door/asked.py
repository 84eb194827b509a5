"""What the front door asks of agencies: shown on a partner's own page among what waits for an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology.asked import Ask, Asked
from alongside.facts import Fact, listed_as
from alongside.front_door.models import CheckRequest


def unanswered(me: Practitioner, today: date) -> QuerySet[Any]:
    """Questions of the front door that the reader's agencies have not answered."""
    waiting = policies.ANSWER_CHECK.filter(CheckRequest.objects.filter(answer=None), me)
    return listed_as(
        "check", waiting, name="case__child__called", role="area__name", to_on="answer_by", key="pk"
    )


def _check(row: Fact) -> Ask:
    return Ask(
        what=f"Answer the front door of {row.role}", about=row.name, on=row.to_on, button="Answer",
        why="Somebody is worried about the child; say what you know, or that you know nothing.",
        href=reverse("front_door:answer", args=(row.key,)),
    )  # fmt: skip


ASKED = (Asked(what="check", rows=unanswered, told=_check),)
