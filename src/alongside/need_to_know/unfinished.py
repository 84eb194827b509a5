"""What somebody has begun and not sent, for their first page; a child is named only to who may still open the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_CHILD, SEE_PART
from alongside.agencies.models import Practitioner
from alongside.drafts.models import Draft
from alongside.drafts.writing import go_on_at, title_in
from alongside.facts import Fact, listed_as
from alongside.people.models import Person

SHOWN = 50
UNTITLED = "A form about a child"
DRAFT, ABOUT = "draft", "draft-about"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """One draft. about: the child's name; empty where the page is of none, or the record is closed to its writer now."""

    title: str
    about: str
    address: str
    href: str
    saved_at: datetime


def unfinished_lists(me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Their drafts, and the names of the children whose pages they are of, to be read with other lists."""
    drafts = Draft.objects.filter(practitioner=me)
    latest = drafts.order_by("-saved_at").values("pk")[:SHOWN]
    these = Person.objects.filter(pk__in=drafts.values("child"))
    return (
        listed_as(DRAFT, Draft.objects.filter(pk__in=latest), name="address", detail="title", at="saved_at", key="child"),
        *(listed_as(ABOUT, policy.filter(these, me), name="called", key="pk") for policy in (READ_CHILD, SEE_PART)),
    )  # fmt: skip


def unfinished_in(found: Mapping[str, Sequence[Fact]], me: Practitioner) -> list[Unfinished]:
    """The drafts among what was read, the latest first."""
    named = {one.key: one.name for one in found.get(ABOUT, ())}
    return [
        Unfinished(
            # What a page of a child is called may name the child.
            title=title_in(one.detail, me, one.name) if one.key is None or one.key in named else UNTITLED,
            about=named.get(one.key, ""),
            address=one.name,
            href=go_on_at(one.name),
            saved_at=one.at,
        )
        for one in sorted(found.get(DRAFT, ()), key=lambda one: str(one.at), reverse=True)
        if one.at
    ]
