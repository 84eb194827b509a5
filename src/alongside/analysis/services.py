"""Saying what matters, tagging and analysing. Nothing here touches an entry or adds one; all of it is in the audit."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.access.marks import READERS, Mark, marks_read_by
from alongside.agencies.models import Area, Practitioner
from alongside.analysis.models import AreaTag, EntryTag, Note, NoteVersion, OnAnEntry, Significance
from alongside.audit.actions import Action
from alongside.audit.chain import key
from alongside.audit.writing import write
from alongside.chronology.models import Entry
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def say_significant(
    *, by: Practitioner, child: Person, entry: Entry, significant_for: str, reason: str, now: datetime
) -> Significance:
    """Say what an entry matters for, and why. Others may say otherwise beside it.

    Raises Refusal for an entry that was corrected, and where they have said this of it already.
    """
    child, entry = _hold(by, child, entry)
    said = Significance(
        area_id=child.area_id, child=child, entry=entry, sealed_for=entry.sealed_for, significant_for=significant_for,
        reason=reason.strip(), said_at=now, said_by=by,
    )  # fmt: skip
    if _standing(Significance, entry, significant_for=significant_for, said_by=by):
        raise Refusal(
            "You have said this of this entry already.", f"You said it matters for: {said.get_significant_for_display()}.",
            "Take back what you said first, if your reason has changed.", field="significant_for",
        )  # fmt: skip
    check(said)
    keep(said)
    _tell("significance-said", by, child, now, entry=entry, which=significant_for)
    return said


@transaction.atomic
def take_back(
    *, by: Practitioner, child: Person, significance: Significance, why: str, now: datetime
) -> Significance:
    """Take back that an entry matters. What was said, by whom and until when, stays readable."""
    child, entry = _hold(by, child, significance.entry, though_corrected=True)
    said = Significance.objects.select_for_update().get(pk=significance.pk)
    if said.taken_back_at is not None:
        raise Refusal(
            "This was taken back already.",
            f"It was on {said.taken_back_at:%-d %B %Y}.",
            "There is nothing to do.",
        )
    said.taken_back_at, said.taken_back_by, said.taken_back_because = now, by, why.strip()
    check(said)
    keep(said)
    _tell("significance-taken-back", by, child, now, entry=entry, which=said.significant_for)
    return said


@transaction.atomic
def tag(*, by: Practitioner, child: Person, entry: Entry, words: str, now: datetime) -> EntryTag:
    """Put a tag on an entry, as the area writes it where it keeps one of the same letters."""
    child, entry = _hold(by, child, entry)
    words, known = " ".join(words.split()), _key(words)
    if kept := AreaTag.objects.filter(area=child.area_id, key=known, ended_at=None).first():
        words = kept.words
    put = EntryTag(
        area_id=child.area_id, child=child, entry=entry, sealed_for=entry.sealed_for, words=words, key=known,
        said_at=now, said_by=by,
    )  # fmt: skip
    if _standing(EntryTag, entry, key=known):
        raise Refusal(
            "This tag is on the entry already.",
            f"“{words}” was put on it before.",
            "Choose another tag.",
            field="words",
        )
    check(put)
    keep(put)
    _tell("tag-put-on", by, child, now, entry=entry)
    return put


@transaction.atomic
def take_off(*, by: Practitioner, child: Person, tag: EntryTag, now: datetime) -> EntryTag:
    """Take a tag off an entry. That it was there, and who put it there, stays readable."""
    child, entry = _hold(by, child, tag.entry, though_corrected=True)
    put = EntryTag.objects.select_for_update().get(pk=tag.pk)
    if put.taken_back_at is None:
        put.taken_back_at, put.taken_back_by = now, by
        check(put)
        keep(put)
        _tell("tag-taken-off", by, child, now, entry=entry)
    return put


@transaction.atomic
def write_note(
    *, by: Practitioner, child: Person, words: str, now: datetime, entry: Entry | None = None,
    from_on: date | None = None, to_on: date | None = None, sealed_for: str = "",
) -> Note:  # fmt: skip
    """Write and sign an analysis of an entry, of a span of time, or, with neither, of the pattern.

    sealed_for: the mark it carries; that of the entry, for one of an entry. Nobody writes what they could not read.
    """
    if entry is not None:
        child, entry = _hold(by, child, entry)
        sealed_for = entry.sealed_for
    else:
        child = policies.ANALYSE.lock(child, by)
        _refuse_mark_of_others(by, sealed_for)
    if from_on and from_on > day_of(now):
        raise Refusal(
            "This span of time has not begun.", f"You entered {from_on:%-d %B %Y}.", "Enter a day that has come.",
            field="from_on",
        )  # fmt: skip
    note = Note(
        area_id=child.area_id, child=child, entry=entry, from_on=from_on, to_on=to_on, sealed_for=sealed_for
    )
    check(note)
    first = NoteVersion(note=note, number=1, words=words.strip(), signed_at=now, signed_by=by)
    check(first, exclude={"note"})
    keep(note)
    keep(first)
    _tell("analysis-written", by, child, now, entry=entry, note=note)
    return note


@transaction.atomic
def write_again(
    *, by: Practitioner, child: Person, note: Note, words: str, why: str, after: int, now: datetime
) -> NoteVersion:
    """Write and sign an analysis again; every version stays. after: the number of the version that was read.

    Raises Refusal where somebody wrote another meanwhile: nothing of theirs is written over.
    """
    child = policies.ANALYSE.lock(child, by)
    held = policies.READ_ENTRY.not_denied(
        Note.objects.select_for_update().filter(pk=note.pk, child=child), by
    ).first()
    if held is None:
        raise PermissionDenied("You cannot write this again.")
    if held.versions != after:
        raise Refusal(
            "Somebody wrote this again while you were writing.",
            f"You read version {after}, and there is a version {held.versions} now.",
            "Read what they wrote below, put both together here, and sign yours.", field="words",
        )  # fmt: skip
    version = NoteVersion(
        note=held, number=after + 1, words=words.strip(), why=why.strip(), signed_at=now, signed_by=by
    )
    check(version)
    keep(version)
    held.versions = version.number
    keep(held, update_fields=["versions"])
    _tell("analysis-written-again", by, child, now, note=held)
    return version


@transaction.atomic
def keep_tag(*, by: Practitioner, area: Area, words: str, now: datetime) -> AreaTag:
    """Add a tag to those the area keeps."""
    area = policies.KEEP_TAGS.lock(area, by)
    words, known = " ".join(words.split()), _key(words)
    if AreaTag.objects.filter(area=area, key=known, ended_at=None).exists():
        raise Refusal(
            "The area keeps this tag already.", f"You entered “{words}”.", "Enter another.", field="words"
        )
    kept = AreaTag(area=area, words=words, key=known, added_at=now, added_by=by)
    check(kept)
    keep(kept)
    write(
        Action.CHANGE,
        area=area.pk,
        by=by,
        about=kept.pk,
        about_kind="area-tag",
        now=now,
        what="area-tag-kept",
    )
    return kept


@transaction.atomic
def end_tag(*, by: Practitioner, area: Area, tag: AreaTag, now: datetime) -> AreaTag:
    """Offer a tag of the area's no more. Entries that carry it keep it."""
    area = policies.KEEP_TAGS.lock(area, by)
    kept = AreaTag.objects.select_for_update().get(pk=tag.pk, area=area)
    if kept.ended_at is None:
        kept.ended_at, kept.ended_by = now, by
        check(kept)
        keep(kept)
        write(
            Action.CHANGE,
            area=area.pk,
            by=by,
            about=kept.pk,
            about_kind="area-tag",
            now=now,
            what="area-tag-ended",
        )
    return kept


def _hold(
    by: Practitioner, child: Person, entry: Entry, *, though_corrected: bool = False
) -> tuple[Person, Entry]:
    """The child, locked, and the entry, where this practitioner may read it. Raises PermissionDenied otherwise."""
    child = policies.ANALYSE.lock(child, by)
    found = policies.READ_ENTRY.not_denied(child.chronology.filter(pk=entry.pk), by)
    held = found.select_related("corrected_by").first()
    if held is None:
        raise PermissionDenied("You cannot say anything of this entry.")
    if not though_corrected and getattr(held, "corrected_by", None):
        raise Refusal(
            "This entry was corrected.", "What is said of it would stand beside words that no longer hold.",
            "Say it of the entry that corrects it.",
        )  # fmt: skip
    return child, held


def _standing(model: type[OnAnEntry], entry: Entry, **which: object) -> bool:
    return model._default_manager.filter(entry=entry, taken_back_at=None, **which).exists()


def _refuse_mark_of_others(by: Practitioner, mark: str) -> None:
    if mark and Mark(mark) not in marks_read_by(by.scope):
        raise Refusal(
            "You cannot put this mark on an analysis.", f"It is read by {READERS[Mark(mark)].words}.",
            "Tell one of them what you think, and they write it.", field="sealed_for",
        )  # fmt: skip


def _key(words: str) -> str:
    """By what a tag is known, however it is written."""
    return " ".join(words.split()).casefold()[:60]


def _tell(
    what: str, by: Practitioner, child: Person, now: datetime, *, entry: Entry | None = None,
    note: Note | None = None, which: str = "",
) -> None:  # fmt: skip
    """Into the audit: what was done, to which entry or note, and none of the words."""
    more: dict[str, Any] = {
        name: key(one.pk) for name, one in (("of", entry), ("note", note)) if one is not None
    }
    if which:
        more["which"] = which
    write(
        Action.CHANGE,
        area=child.area_id,
        by=by,
        about=child.pk,
        about_kind="child",
        now=now,
        what=what,
        **more,
    )
