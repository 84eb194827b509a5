"""Entries of the chronology as a timeline tells them: what, when, who recorded it when, what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from markupsafe import Markup

from alongside.analysis.reading import Laid, Layers
from alongside.analysis.silences import Silence
from alongside.chronology.kinds import COVERING_FOR, KINDS
from alongside.chronology.models import Entry, EntryQuerySet
from alongside.guidance import catalogue
from alongside.people.models import Person
from alongside.ui import parts
from alongside.ui.words import date_words, moment


def with_all_that_is_told(entries: EntryQuerySet) -> EntryQuerySet:
    """The entries with everyone and everything their telling names. Keeps it at one query."""
    return entries.select_related("child", "recorded_by", "corrects", "corrected_by__recorded_by")


def title_of(entry: Entry) -> str:
    """What the timeline calls it. A kind from a later version is called by its id."""
    kind = KINDS.get(entry.kind)
    return kind.title_of(entry.details) if kind else entry.kind.replace("-", " ").capitalize()


def words_of(entry: Entry) -> str:
    """The sentence of the entry."""
    kind = KINDS.get(entry.kind)
    return kind.words(entry.details) if kind else ""


def recorder_of(entry: Entry) -> str:
    """Who recorded it; and for whom they covered, where they did."""
    for_whom = entry.details.get(COVERING_FOR)
    return f"{entry.recorded_by}, covering for {for_whom}" if for_whom else str(entry.recorded_by)


def correction_of(entry: Entry) -> Entry | None:
    """The entry that corrects this one, if one does."""
    return getattr(entry, "corrected_by", None)


def as_told(
    entries: Iterable[Entry], child: Person, layers: Layers | None = None, silences: Iterable[Silence] = ()
) -> list[parts.Entry]:
    """The entries for ``ui.timeline``; a corrected one is a stub that says why and leads to the correction.

    One that stands on a record joined to the child's leads there, and says so. layers: what people laid upon them.
    silences: those that began after one of them.
    """
    begun: dict[UUID, list[Silence]] = {}
    for one in silences:
        if one.after:
            begun.setdefault(one.after, []).append(one)
    told = []
    for entry in entries:
        plain = _stub(entry, _reference(entry, child)) if correction_of(entry) else _whole(entry, child)
        laid = layers.of(entry.pk) if layers else Laid()
        told.append(
            replace(
                plain, marks=marks_of(laid), remarks=remarks_of(laid),
                silences=tuple(silence_words(one) for one in begun.get(entry.pk, ())),
            )
        )  # fmt: skip
    return told


def marks_of(laid: Laid) -> tuple[str, ...]:
    """What an entry is significant for, once each, and its tags."""
    return *dict.fromkeys(f"Significant for: {one.heading.lower()}" for one in laid.significances), *(
        one.words for one in laid.tags
    )


def remarks_of(laid: Laid) -> tuple[parts.Remark, ...]:
    """Each person's reason and analysis, as they signed it."""
    return (
        *(parts.Remark(f"Why it matters for {one.heading.lower()}:", one.reason, _signed(one.by, one.at)) for one in laid.significances),
        *(parts.Remark("Analysis:", one.words, _signed(one.by, one.at)) for one in laid.notes),
    )  # fmt: skip


def _signed(by: str, at: datetime) -> str:
    return f"{by}, {date_words(at)}"


def silence_words(silence: Silence) -> str | Markup:
    """A silence in words, leading to the rule whose paragraph it rests on; or that no paragraph asks for it."""
    if not silence.rule:
        return f"{silence.words}. No paragraph asks for it: good practice."
    cited = catalogue.rule(silence.rule).dated.provisions[0].citation
    return Markup('{}. <a class="govuk-link" href="{}">{}</a>').format(
        silence.words, reverse("explorer:rule", args=(silence.rule,)), cited
    )


def _reference(entry: Entry, child: Person) -> str:
    """The reference of the record on which an entry stands."""
    return child.reference if entry.child_id == child.pk else entry.child.reference


def href_of(entry: Entry, reference: str) -> str:
    return reverse("desk:entry", args=(reference, entry.pk))


def _whole(entry: Entry, child: Person) -> parts.Entry:
    corrects, correction, reference = entry.corrects, "", _reference(entry, child)
    sources = ["From " + entry.source] if entry.source else []
    if reference != child.reference:
        sources.append("On " + reference)
    if corrects is not None:
        correction = (
            f"Corrects what was recorded on {moment(corrects.recorded_at)}: {entry.correction_reason}"
        )
    return parts.Entry(
        on=entry.happened_on,
        at=entry.happened_at,
        title=title_of(entry),
        by=f"recorded {moment(entry.recorded_at)} by {recorder_of(entry)}",
        href=href_of(entry, reference),
        details=words_of(entry),
        tag="; ".join(sources),
        correction=correction,
    )


def _stub(entry: Entry, reference: str) -> parts.Entry:
    correction = correction_of(entry)
    assert correction is not None
    words = Markup('Corrected: {} <a class="govuk-link" href="{}">See the correction, {}</a>').format(
        correction.correction_reason, href_of(correction, reference), date_words(correction.happened_on)
    )
    return parts.Entry(
        on=entry.happened_on,
        title=title_of(entry),
        by=f"recorded {moment(entry.recorded_at)} by {recorder_of(entry)}",
        href=href_of(entry, reference),
        details=words,
        tag="Corrected",
    )
