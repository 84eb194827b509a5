"""What people laid upon one entry, for the page of that entry: with its history, and where it is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.analysis.models import EntryTag, NoteVersion, Significance
from alongside.analysis.reading import HEADINGS, readable
from alongside.chronology.models import Entry
from alongside.desk.around import Around
from alongside.desk.offers import address
from alongside.facts import Fact, listed_as
from alongside.ui.words import moment


def of_entry(entry: Entry, me: Practitioner) -> tuple[QuerySet[Any], ...]:
    """Facts of everything laid upon an entry, also what was taken back. key: of the thing itself."""
    on, back = Q(entry=entry), ~Q(taken_back_at=None)
    own = {"key": "pk", "name": "said_by__name", "at": "said_at"}
    said, tags = readable(Significance.objects.filter(on), me), readable(EntryTag.objects.filter(on), me)
    written = NoteVersion.objects.filter(note__entry=entry, number=F("note__versions"))
    return (
        listed_as("said", said.exclude(back), role="significant_for", detail="reason", **own),
        listed_as("said-taken-back", said.filter(back), name="taken_back_by__name", role="significant_for",
                  detail="taken_back_because", at="taken_back_at", key="pk"),
        listed_as("tagged", tags.exclude(back), role="key", detail="words", **own),
        listed_as("tag-taken-off", tags.filter(back), name="taken_back_by__name", detail="words", at="taken_back_at", key="pk"),
        listed_as("noted", readable(written, me, "note"), name="signed_by__name", detail="words", at="signed_at", key="note"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OnPage:
    """One thing laid upon an entry: its words, who and when, and where it is changed, for who may."""

    heading: str
    words: str
    by: str
    at: datetime | None
    href: str = ""


def laid_on_page(known: Around, reference: str, entry: Entry) -> dict[str, Any]:
    """What the page of an entry shows of what people laid upon it."""
    may = policies.ANALYSE in known.may
    corrected = getattr(entry, "corrected_by", None) is not None

    def page(name: str, key: UUID | None, asked: bool = True) -> str:
        return address(f"analysis:{name}", reference, key) if asked else ""

    return {
        "significances": [OnPage(_heading(one), one.detail, one.name, one.at, page("take-back", one.key, may)) for one in _old_first(known["said"])],
        "tags": [OnPage("", one.detail, one.name, one.at, page("take-off", one.key, may)) for one in _old_first(known["tagged"])],
        "analyses": [OnPage("", one.detail, one.name, one.at, page("note", one.key)) for one in _old_first(known["noted"])],
        "taken_back": [
            *(f"{one.name} took back that it is significant for {_heading(one).lower()}, {moment(one.at)}: {one.detail}"
              for one in _old_first(known["said-taken-back"])),
            *(f"{one.name} took off the tag “{one.detail}”, {moment(one.at)}" for one in _old_first(known["tag-taken-off"])),
        ],
        "significant_href": page("significant", entry.pk, may and not corrected),
        "tag_href": page("tag", entry.pk, may and not corrected),
        "analysis_href": page("of-entry", entry.pk, may and not corrected),
    }  # fmt: skip


def _heading(fact: Fact) -> str:
    return HEADINGS.get(fact.role, fact.role)


def _old_first(facts: list[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: (str(one.at), one.detail))
