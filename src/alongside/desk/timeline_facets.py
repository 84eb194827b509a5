"""What there is to narrow a timeline to, and where it is silent: lists that a page asks for in one query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce, ExtractYear
from django.utils import timezone

from alongside.agencies.models import Post, Practitioner
from alongside.agencies.silences import Thresholds, rules_list, thresholds_in
from alongside.analysis.models import EntryTag, Significance
from alongside.analysis.reading import readable
from alongside.analysis.silences import Involved, Silence, not_heard_from
from alongside.cases.models import Involvement
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import EntryQuerySet
from alongside.desk.timeline_filters import ALONE, ANY, GROUPS, HEADINGS, OTHER, SEEN, Filters, Parts
from alongside.facts import Fact, listed_as
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.frames import Link
from alongside.ui.words import moment

#: Kinds whose entries name the agency that told, whoever wrote it down.
TELLS = {"agency": [one.id for one in KINDS.values() if "agency" in one.details],
         "school": [one.id for one in KINDS.values() if "school" in one.details]}  # fmt: skip


def facet_lists(entries: EntryQuerySet, children: Any, me: Practitioner) -> tuple[QuerySet[Any], ...]:
    """Facts of what there is: years, who recorded, whose posts those are, agencies that told, tags, significances.

    children: the keys of those whose timeline it is. detail: how many; to_on: the last day. "works-with" are the
    agencies involved now, with their key in ``detail``, since ``from_on``.
    """
    entries = entries.order_by()
    laid = {"taken_back_at": None, "child__in": children}
    many = Cast("n", TextField())
    told = entries.filter(kind__in=[*TELLS["agency"], *TELLS["school"]])
    told = told.annotate(agency=Coalesce(KT("details__agency"), KT("details__school")))
    return (
        listed_as("year", entries.annotate(year=ExtractYear("happened_on")).values("year").annotate(n=Count("pk")),
                  name=Cast("year", TextField()), detail=many),
        listed_as("recorder", entries.values("recorded_by", "recorded_by__name").annotate(n=Count("pk"), last=Max("happened_on")),
                  name="recorded_by__name", detail=many, to_on="last", key="recorded_by"),
        listed_as("post", Post.objects.filter(practitioner__in=entries.values("recorded_by")), name="agency__name",
                  detail=Cast("agency", TextField()), from_on="from_on", to_on="to_on", key="practitioner"),
        listed_as("told", told.values("agency").annotate(last=Max("happened_on")), name="agency", to_on="last"),
        listed_as("tag", readable(EntryTag.objects.filter(**laid), me).values("key").annotate(n=Count("pk"), words=Max("words")),
                  name="words", role="key", detail=many),
        listed_as("significance", readable(Significance.objects.filter(**laid), me).values("significant_for").annotate(n=Count("pk")),
                  role="significant_for", detail=many),
        listed_as("works-with", Involvement.objects.current().filter(case__child__in=children, case__closed_on=None),
                  name="agency__name", detail=Cast("agency", TextField()), from_on="from_on"),
        rules_list(Person.objects.filter(pk__in=children).order_by().values("area"), day_of(timezone.now())),
    )  # fmt: skip


@dataclass
class Facets:
    """What there is to narrow to, read from the facts of ``facet_lists``."""

    facts: Mapping[str, Sequence[Fact]]
    agencies: dict[UUID, str] = field(init=False)

    def __post_init__(self) -> None:
        named = (one for what in ("post", "works-with") for one in self.facts.get(what, ()))
        self.agencies = {UUID(one.detail): one.name for one in named}

    @property
    def parts(self) -> Parts:
        """What comes from each agency: what its people recorded while they were there, and what names it."""
        return {key: self._part(key, name) for key, name in self.agencies.items()}

    def _part(self, agency: UUID, name: str) -> Q:
        part = Q(details__agency=name, kind__in=TELLS["agency"]) | Q(
            details__school=name, kind__in=TELLS["school"]
        )
        posts = self.facts.get("post", ())
        elsewhere = {one.key for one in posts if UUID(one.detail) != agency}
        for one in posts:
            if UUID(one.detail) == agency:
                theirs = Q(recorded_by=one.key)
                if one.key in elsewhere:
                    theirs &= Q(recorded_at__date__gte=one.from_on)
                    theirs &= Q(recorded_at__date__lte=one.to_on) if one.to_on else Q()
                part |= theirs
        return part

    def unheard(self, today: date) -> list[Silence]:
        """The agencies that work with the child and have recorded nothing for long."""
        last = {one.key: one.to_on for one in self.facts.get("recorder", ())}
        days: dict[UUID, list[date]] = {}
        for one in self.facts.get("post", ()):
            if day := last.get(one.key):
                days.setdefault(UUID(one.detail), []).append(day)
        for one in self.facts.get("told", ()):
            for key in (key for key, name in self.agencies.items() if name == one.name and one.to_on):
                days.setdefault(key, []).append(one.to_on or today)
        since: dict[UUID, tuple[str, date]] = {}
        for one in self.facts.get("works-with", ()):
            key, from_on = UUID(one.detail), one.from_on or today
            since[key] = one.name, min(from_on, since.get(key, ("", from_on))[1])
        return not_heard_from(
            (Involved(name, from_on, max(days[key]) if key in days else None) for key, (name, from_on) in since.items()),
            today, after_long=self.thresholds.unheard,
        )  # fmt: skip

    @cached_property
    def thresholds(self) -> Thresholds:
        """After how long a record counts as silent here."""
        return thresholds_in(self.facts.get("silence-rule", ()))

    def chips(self, filters: Filters, path: str) -> list[tuple[str, list[Link]]]:
        """The chips that stand open: one that is on takes itself off again."""
        chip = _Chips(filters, path)
        found = [
            ("Kind", [chip(label, "kind", key) for key, label, *_ in (*GROUPS, OTHER)]),
            ("Show", [
                chip("Main events only", "major", "yes"), chip("Child seen", "seen", SEEN),
                chip("Seen alone", "seen", ALONE),
            ]),
        ]  # fmt: skip
        if filters.since:
            found.append(
                ("Recorded", [chip(f"Since {moment(filters.since)}", "since", filters.said()["since"])])
            )
        if said := [
            (one.role, f"{HEADINGS.get(one.role, one.role)} ({one.detail})")
            for one in self.facts.get("significance", ())
        ]:
            found.append(("Significant for", [chip("Anything", "significant", ANY), *(chip(words, "significant", key) for key, words in sorted(said))]))  # fmt: skip
        if tags := sorted((one.name, one.role, one.detail) for one in self.facts.get("tag", ())):
            found.append(("Tag", [chip(f"{words} ({n})", "tag", key) for words, key, n in tags]))
        years = {one.name: one.detail for one in self.facts.get("year", ())}
        if len(years) > 1 or filters.year:
            shown = sorted({*years, *([str(filters.year)] if filters.year else [])}, reverse=True)
            found.append(("Year", [chip(f"{year} ({years.get(year, '0')})", "year", year) for year in shown]))
        return found

    def more_chips(self, filters: Filters, path: str) -> list[tuple[str, list[Link]]]:
        """The chips that stand behind “More filters”: agencies and people."""
        chip = _Chips(filters, path)
        agencies = sorted((name, str(key)) for key, name in self.agencies.items())
        people = sorted((one.name, str(one.key), one.detail) for one in self.facts.get("recorder", ()))
        groups = (
            ("Agency", [chip(name, "agency", key) for name, key in agencies]),
            ("Recorded by", [chip(f"{name} ({n})", "by", key) for name, key, n in people]),
        )
        return [(title, chips) for title, chips in groups if chips]


class _Chips:
    """Makes chips for one page."""

    def __init__(self, filters: Filters, path: str) -> None:
        self.filters, self.path = filters, path

    def __call__(self, text: str, name: str, value: str) -> Link:
        on = self.filters.said().get(name) == value
        changed = self.filters.query(**{name: "" if on else value})
        return Link(text, self.path + changed, current=on)


def by_what(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    """Facts, by the name of their list."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.what, []).append(fact)
    return found
