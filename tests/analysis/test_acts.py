"""What people lay upon entries: kept, signed, taken back, as closed as the entry, and never a change to it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from alongside.access.marks import Mark
from alongside.agencies.models import Practitioner
from alongside.analysis import services
from alongside.analysis.models import EntryTag, Note, NoteVersion, Significance
from alongside.analysis.reading import chronology_of, laid_upon
from alongside.analysis.silences import Involved, not_heard_from, not_seen_alone
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.proof import digest
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def entry(case: Case, dana: Practitioner) -> Entry:
    return kinds.PLAN_CHANGED.record(
        case, on=date(2025, 4, 2), by=dana, now=NOW, what="A lock is on the door."
    )


@pytest.fixture
def marked(case: Case, sam: Practitioner) -> Entry:
    return kinds.PLAN_CHANGED.record(
        case, on=date(2025, 4, 3), by=sam, now=NOW, what="It is said.", sealed_for=Mark.ALLEGATION.value
    )


def said(
    by: Practitioner, child: Person, entry: Entry, heading: str = "safety", reason: str = "A lock."
) -> Significance:
    return services.say_significant(
        by=by, child=child, entry=entry, significant_for=heading, reason=reason, now=NOW
    )


def test_nothing_that_is_laid_upon_an_entry_changes_it_or_adds_one(
    amara: Person, dana: Practitioner, entry: Entry
) -> None:
    before, there = digest(entry), Entry.objects.count()
    judged = said(dana, amara, entry)
    put = services.tag(by=dana, child=amara, entry=entry, words="Locked in", now=NOW)
    note = services.write_note(by=dana, child=amara, entry=entry, words="It keeps her in.", now=NOW)
    services.write_again(
        by=dana, child=amara, note=note, words="It kept her in.", why="It is off.", after=1, now=LATER
    )
    services.take_off(by=dana, child=amara, tag=put, now=LATER)
    services.take_back(by=dana, child=amara, significance=judged, why="The lock is off.", now=LATER)
    entry.refresh_from_db()
    assert digest(entry) == before
    assert Entry.objects.count() == there
    told = Row.objects.filter(about=amara.pk, action="change").order_by("number")
    assert [row.more["what"] for row in told] == [
        "significance-said", "tag-put-on", "analysis-written", "analysis-written-again", "tag-taken-off",
        "significance-taken-back",
    ]  # fmt: skip
    assert not any("lock" in str(row.more).lower() for row in told)


def test_several_people_may_judge_otherwise_and_one_takes_back_only_with_a_reason(
    amara: Person, dana: Practitioner, sam: Practitioner, entry: Entry
) -> None:
    mine, theirs = said(dana, amara, entry), said(sam, amara, entry, reason="It was there before.")
    with pytest.raises(Refusal, match="said this of this entry already"):
        said(dana, amara, entry)
    with pytest.raises(ValidationError):
        services.take_back(by=dana, child=amara, significance=mine, why=" ", now=LATER)
    services.take_back(by=dana, child=amara, significance=mine, why="It is off.", now=LATER)
    with pytest.raises(Refusal, match="taken back already"):
        services.take_back(by=dana, child=amara, significance=mine, why="Again.", now=LATER)
    laid = laid_upon([entry], dana).of(entry.pk)
    assert [one.reason for one in laid.significances] == [theirs.reason]
    assert Significance.objects.count() == 2
    again = said(dana, amara, entry, reason="It is back.")
    assert again.taken_back_at is None


@pytest.mark.parametrize("reason", ["", "   "])
def test_no_judgement_stands_without_its_reason(
    amara: Person, dana: Practitioner, entry: Entry, reason: str
) -> None:
    with pytest.raises(ValidationError, match="blank"):
        said(dana, amara, entry, reason=reason)


def test_a_tag_is_written_as_the_area_writes_it_and_stands_once(
    amara: Person, dana: Practitioner, sam: Practitioner, entry: Entry
) -> None:
    services.keep_tag(by=sam, area=amara.area, words="Missed  appointments", now=NOW)
    with pytest.raises(Refusal, match="keeps this tag already"):
        services.keep_tag(by=sam, area=amara.area, words="missed appointments", now=NOW)
    put = services.tag(by=dana, child=amara, entry=entry, words="MISSED appointments", now=NOW)
    assert put.words == "Missed appointments"
    with pytest.raises(Refusal, match="on the entry already"):
        services.tag(by=sam, child=amara, entry=entry, words="missed Appointments", now=NOW)
    services.take_off(by=sam, child=amara, tag=put, now=LATER)
    services.take_off(by=sam, child=amara, tag=put, now=LATER + timedelta(days=1))
    put.refresh_from_db()
    assert (put.taken_back_at, put.taken_back_by) == (LATER, sam)
    services.tag(by=dana, child=amara, entry=entry, words="missed appointments", now=LATER)
    assert EntryTag.objects.filter(entry=entry).count() == 2


def test_an_area_ends_a_tag_and_entries_keep_it(
    amara: Person, dana: Practitioner, sam: Practitioner, entry: Entry
) -> None:
    kept = services.keep_tag(by=sam, area=amara.area, words="Hunger", now=NOW)
    put = services.tag(by=dana, child=amara, entry=entry, words="hunger", now=NOW)
    services.end_tag(by=sam, area=amara.area, tag=kept, now=LATER)
    put.refresh_from_db()
    assert (put.words, put.taken_back_at) == ("Hunger", None)
    with pytest.raises(PermissionDenied):
        services.keep_tag(by=dana, area=amara.area, words="Cold", now=NOW)


def test_an_analysis_is_written_again_after_reading_and_every_version_stays_as_signed(
    case: Case, amara: Person, dana: Practitioner, sam: Practitioner
) -> None:
    note = services.write_note(
        by=dana,
        child=amara,
        words="Worse at weekends.",
        from_on=date(2025, 1, 1),
        to_on=date(2025, 3, 31),
        now=NOW,
    )
    services.write_again(
        by=sam, child=amara, note=note, words="Worse on Mondays.", why="The school log.", after=1, now=LATER
    )
    with pytest.raises(Refusal, match="while you were writing"):
        services.write_again(by=dana, child=amara, note=note, words="x", why="y", after=1, now=LATER)
    assert [(one.number, one.signed_by, one.words) for one in note.written.all()] == [
        (1, dana, "Worse at weekends."), (2, sam, "Worse on Mondays."),
    ]  # fmt: skip
    with pytest.raises(DatabaseError), transaction.atomic():
        NoteVersion.objects.filter(note=note).update(words="Otherwise.")
    with pytest.raises(DatabaseError), transaction.atomic():
        NoteVersion.objects.filter(note=note).delete()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"from_on": date(2025, 3, 2), "to_on": date(2025, 3, 1)}, "last day is before the first"),
        ({"to_on": date(2025, 3, 1)}, "last day is before the first"),
        ({"from_on": TODAY + timedelta(days=1)}, "has not begun"),
        ({"words": " "}, "blank"),
    ],
)
def test_an_analysis_that_cannot_be_says_why(
    amara: Person, dana: Practitioner, case: Case, more: dict[str, Any], why: str
) -> None:
    with pytest.raises((ValidationError, Refusal), match=why):
        services.write_note(by=dana, child=amara, now=NOW, **{"words": "Something.", **more})
    assert not Note.objects.exists()


def test_what_is_said_of_a_marked_entry_is_for_the_same_eyes(
    amara: Person, dana: Practitioner, sam: Practitioner, marked: Entry
) -> None:
    judged = said(sam, amara, marked)
    put = services.tag(by=sam, child=amara, entry=marked, words="Trust", now=NOW)
    note = services.write_note(by=sam, child=amara, entry=marked, words="It fits.", now=NOW)
    assert {one.sealed_for for one in (judged, put, note)} == {Mark.ALLEGATION.value}
    assert laid_upon([marked], sam).on
    assert not laid_upon([marked], dana).on
    for act in (
        lambda: said(dana, amara, marked),
        lambda: services.take_back(by=dana, child=amara, significance=judged, why="x", now=NOW),
        lambda: services.take_off(by=dana, child=amara, tag=put, now=NOW),
        lambda: services.write_again(by=dana, child=amara, note=note, words="x", why="x", after=1, now=NOW),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_nobody_writes_an_analysis_for_eyes_that_are_not_theirs(
    amara: Person, dana: Practitioner, case: Case
) -> None:
    with pytest.raises(Refusal, match="cannot put this mark"):
        services.write_note(by=dana, child=amara, words="x", sealed_for=Mark.ALLEGATION.value, now=NOW)


def test_who_may_not(
    amara: Person,
    entry: Entry,
    school_involved: object,
    relative: Practitioner,
    stranger: Practitioner,
    helen: Practitioner,
) -> None:
    for who in (helen, relative, stranger):
        with pytest.raises(PermissionDenied):
            said(who, amara, entry)


def test_a_corrected_entry_takes_nothing_more(amara: Person, dana: Practitioner, entry: Entry) -> None:
    Entry.objects.create(
        area=entry.area, child=amara, case=entry.case, kind=entry.kind, happened_on=entry.happened_on,
        details=entry.details, recorded_by=dana, corrects=entry, correction_reason="Another door.",
    )  # fmt: skip
    with pytest.raises(Refusal, match="was corrected"):
        said(dana, amara, entry)


def test_a_chronology_for_a_letter_holds_what_its_reader_may_read(
    amara: Person, dana: Practitioner, sam: Practitioner, entry: Entry, marked: Entry
) -> None:
    said(sam, amara, entry)
    said(sam, amara, marked)
    services.write_note(by=sam, child=amara, words="It goes on.", from_on=date(2025, 1, 1), now=NOW)
    for reader, number in ((dana, 1), (sam, 2)):
        told = chronology_of(amara, reader, only_significant=True)
        assert len(told.entries) == number
        assert told.entries[0].laid.significances[0].heading == "The child’s safety"
        assert told.entries[0].words == "A lock is on the door."
    assert [one.words for one in chronology_of(amara, dana, to_on=date(2024, 12, 31)).notes] == []
    assert len(chronology_of(amara, sam, from_on=date(2025, 4, 3)).entries) == 1


def test_a_child_who_is_not_seen_alone_for_long_is_a_silence_only_while_a_case_is_open() -> None:
    def seen(day: date, alone: str = "yes") -> Entry:
        return Entry(kind=kinds.CHILD_SEEN.id, happened_on=day, details={"alone": alone})

    opened = Entry(kind=kinds.REFERRAL_RECEIVED.id, happened_on=date(2025, 1, 6))
    closed = Entry(kind=kinds.CASE_CLOSED.id, happened_on=date(2025, 5, 1))
    found = not_seen_alone(
        [opened, seen(date(2025, 1, 10)), seen(date(2025, 2, 20), "no"), seen(date(2025, 3, 14))],
        date(2025, 4, 20),
    )
    assert [one.words for one in found] == ["Not seen alone for 9 weeks, until 14 March 2025"]
    assert [one.words for one in not_seen_alone([opened, seen(date(2025, 1, 10))], date(2025, 3, 14))] == [
        "Not seen alone for 9 weeks: since 10 January 2025"
    ]
    assert not_seen_alone([opened, seen(date(2025, 3, 30)), closed], date(2026, 1, 1))[1:] == []
    assert [one.words for one in not_seen_alone([opened], date(2025, 3, 10))] == [
        "Not recorded as seen alone in the 9 weeks since 6 January 2025"
    ]


def test_an_agency_that_is_not_heard_from_is_told_with_its_last_day() -> None:
    today = date(2025, 6, 1)
    agencies = [
        Involved("Health", date(2025, 1, 1), date(2025, 3, 3)), Involved("School", date(2025, 1, 1), None),
        Involved("Police", date(2025, 5, 1), None),
    ]  # fmt: skip
    assert [one.words for one in not_heard_from(agencies, today)] == [
        "No contact recorded from School, which works with the child since 1 January 2025",
        "No contact recorded from Health since 3 March 2025",
    ]
