"""Saying what matters, tagging and analysing, as a practitioner meets it; and the timeline that shows it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.analysis import services
from alongside.analysis.models import AreaTag, EntryTag, Note, Significance
from alongside.cases.models import Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.people.models import Person
from tests.cast import NOW

REFERENCE = "WREN-AMARA2"
TIMELINE = f"/children/{REFERENCE}/timeline/"


@pytest.fixture
def entry(case: Case, dana: Practitioner) -> Entry:
    return kinds.PLAN_CHANGED.record(
        case, on=date(2025, 4, 2), by=dana, now=NOW, what="A lock is on the door."
    )


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


def page(name: str, *more: object) -> str:
    return reverse(f"analysis:{name}", args=(REFERENCE, *more))


def told(answer: Any) -> str:
    words: str = answer.content.decode()
    return words.replace("&#39;", "'")


def test_significance_is_asked_without_a_default_told_back_and_shown(as_dana: Client, entry: Entry) -> None:
    where, answers = (
        page("significant", entry.pk),
        {"significant_for": "safety", "reason": "She cannot get out."},
    )
    assert not re.search(r"<input[^>]* checked", told(as_dana.get(where)))
    wrong = as_dana.post(where, {"reason": "She cannot get out."})
    assert wrong.status_code == 422
    assert "Select what it is significant for" in told(wrong)
    assert "She cannot get out." in told(wrong)
    assert "Check your answers" in told(as_dana.post(where, answers))
    assert as_dana.post(where, answers | {"step": "confirm"}).status_code == 303
    for shown in (TIMELINE, f"{TIMELINE}{entry.pk}/", f"{TIMELINE}print/", f"{TIMELINE}?significant=any"):
        assert "She cannot get out." in told(as_dana.get(shown))
    assert "Significant for: the child’s safety" in told(as_dana.get(TIMELINE))


def test_it_is_taken_back_and_both_stay_readable(
    as_dana: Client, entry: Entry, amara: Person, dana: Practitioner
) -> None:
    said = services.say_significant(
        by=dana, child=amara, entry=entry, significant_for="care", reason="Cold.", now=NOW
    )
    sent = {"why": "It was the neighbour's.", "step": "confirm"}
    assert as_dana.post(page("take-back", said.pk), sent).status_code == 303
    shown = told(as_dana.get(f"{TIMELINE}{entry.pk}/"))
    assert "took back that it is significant for the care the child is given" in shown
    assert "It was the neighbour's." in shown
    assert "Cold." not in told(as_dana.get(TIMELINE))
    assert Significance.objects.get().reason == "Cold."


def test_tags_are_put_on_off_and_filtered_by(
    as_dana: Client, entry: Entry, amara: Person, sam: Practitioner
) -> None:
    services.keep_tag(by=sam, area=amara.area, words="Hunger", now=NOW)
    where = page("tag", entry.pk)
    for both in ({}, {"kept": "Hunger", "words": "Cold"}):
        assert "not both" in told(as_dana.post(where, both))
    assert as_dana.post(where, {"kept": "Hunger"}).status_code == 303
    assert as_dana.post(where, {"words": "locked  in"}).status_code == 303
    assert "locked in (1)" in told(as_dana.get(TIMELINE))
    assert "A lock is on the door." in told(as_dana.get(f"{TIMELINE}?tag=hunger"))
    assert "Nothing on this timeline matches" in told(as_dana.get(f"{TIMELINE}?tag=cold"))
    put = EntryTag.objects.get(key="hunger")
    assert "Take it off" in told(as_dana.get(page("take-off", put.pk)))
    assert as_dana.post(page("take-off", put.pk)).status_code == 303
    assert "took off the tag “Hunger”" in told(as_dana.get(f"{TIMELINE}{entry.pk}/"))


def test_an_analysis_of_an_entry_a_span_and_the_pattern(as_dana: Client, entry: Entry) -> None:
    confirm = {"step": "confirm"}
    assert (
        as_dana.post(page("of-entry", entry.pk), {"words": "It keeps her in.", **confirm}).status_code == 303
    )
    span = {
        "of": "span", "words": "Worse in winter.", "from_on_day": "1", "from_on_month": "1", "from_on_year": "2025",
        "to_on_day": "", "to_on_month": "", "to_on_year": "",
    }  # fmt: skip
    assert "Enter the first day" in told(as_dana.post(page("write"), span | {"from_on_day": "", "from_on_month": "", "from_on_year": ""}))  # fmt: skip
    assert as_dana.post(page("write"), span | confirm).status_code == 303
    assert (
        as_dana.post(page("write"), {"of": "pattern", "words": "It comes again.", **confirm}).status_code
        == 303
    )
    timeline, listed = told(as_dana.get(TIMELINE)), told(as_dana.get(page("notes")))
    for words in ("It keeps her in.", "Worse in winter.", "It comes again."):
        assert words in timeline
        assert words in listed
    assert "1 January 2025 to now" in timeline


def test_two_who_write_it_again_at_once_are_both_shown(
    as_dana: Client, case: Case, amara: Person, dana: Practitioner, sam: Practitioner
) -> None:
    note = services.write_note(by=dana, child=amara, words="First.", now=NOW)
    shown = told(as_dana.get(page("again", note.pk)))
    stood = dict(re.findall(r'name="(stood-[^"]+)" value="([^"]+)"', shown))
    services.write_again(by=sam, child=amara, note=note, words="Sam's.", why="x", after=1, now=NOW)
    answer = as_dana.post(page("again", note.pk), stood | {"words": "Dana's.", "why": "y", "step": "confirm"})
    assert answer.status_code == 422
    assert "Sam's." in told(answer)
    assert "Dana's." in told(answer)
    assert Note.objects.get().versions == 2
    assert "Sam's." in told(as_dana.get(page("note", note.pk)))


def test_an_area_keeps_its_tags_on_a_page_of_administration(
    client: Client, sam: Practitioner, case: Case
) -> None:
    client.force_login(sam)
    where = reverse("analysis:area-tags", args=("199",))
    assert "The area keeps no tags yet." in told(client.get(where))
    assert "Enter the tag" in told(client.post(where, {"words": ""}))
    assert client.post(where, {"words": "Hunger"}).status_code == 303
    tag = AreaTag.objects.get()
    assert "Hunger" in told(client.get(where))
    ending = reverse("analysis:end-area-tag", args=("199", tag.pk))
    assert client.get(ending).status_code == 200
    assert client.post(ending).status_code == 303
    assert client.get(ending).status_code == 404


def test_a_timeline_is_narrowed_by_who_recorded_it_agency_words_and_seen_alone(
    as_dana: Client,
    case: Case,
    entry: Entry,
    helen: Practitioner,
    dana: Practitioner,
    school_involved: Involvement,
) -> None:
    kinds.INFORMATION_SENT.record(
        case, on=date(2025, 4, 3), by=helen, now=NOW, agency="Mill Lane Primary School", about="lunch", words="No lunch.",
    )  # fmt: skip
    told_by_dana = kinds.INFORMATION_SENT.record(
        case, on=date(2025, 4, 4), by=dana, now=NOW, agency="Mill Lane Primary School", about="coat", words="No coat.",
    )  # fmt: skip
    for alone in ("yes", "no"):
        kinds.CHILD_SEEN.record(
            case, on=date(2025, 4, 5), by=dana, now=NOW, practitioner="Dana", alone=alone, where="home",
            said=f"alone {alone}", said_words=f"Said {alone}.",
        )  # fmt: skip
    school, whole = school_involved.agency_id, told(as_dana.get(TIMELINE))
    assert f"agency={school}" in whole
    for query, there, gone in (
        (f"agency={school}", ("No lunch.", "No coat."), "A lock"),
        (f"by={helen.pk}", ("No lunch.",), "No coat."),
        ("words=no+COAT", ("No coat.",), "No lunch."),
        ("words=plan+changed+lock", ("A lock",), "No lunch."),
        ("seen=alone", ("Said yes.",), "Said no."),
        ("seen=yes", ("Said yes.", "Said no."), "A lock"),
        ("significant=nonsense&agency=x&by=y", ("No lunch.", "A lock"), "nothing at all"),
    ):
        shown = told(as_dana.get(f"{TIMELINE}?{query}"))
        assert all(words in shown for words in there), query
        assert gone not in shown, query
    assert f"{told_by_dana.pk}" in told(as_dana.get(f"{TIMELINE}?agency={school}"))


def test_silences_stand_where_they_are_and_at_the_top_until_now(
    as_dana: Client, case: Case, dana: Practitioner, school_involved: Involvement
) -> None:
    for day in (date(2025, 1, 6), date(2025, 3, 14)):
        kinds.CHILD_SEEN.record(
            case, on=day, by=dana, now=NOW, practitioner="Dana", alone="yes", where="home", said=""
        )
    Involvement.objects.update(from_on=date(2025, 1, 2))
    shown = told(as_dana.get(TIMELINE))
    assert "Not seen alone for 9 weeks, until 14 March 2025" in shown
    assert "Where the record is silent now" in shown
    assert (
        "No contact recorded from Mill Lane Primary School, which works with the child since 2 January 2025"
        in shown
    )
    assert "These numbers are ours:" in shown
    assert "No paragraph asks for it: good practice." in shown
    assert "/guidance/rules/assessment.seen-alone/" in shown
    assert "Where the record is silent now" not in told(as_dana.get(f"{TIMELINE}?seen=yes"))


def test_a_year_is_jumped_to_with_how_much_it_holds(
    as_dana: Client, case: Case, entry: Entry, dana: Practitioner
) -> None:
    kinds.PLAN_CHANGED.record(
        case, on=date(2024, 4, 2), by=dana, now=NOW + timedelta(hours=1), what="Long ago."
    )
    shown = told(as_dana.get(TIMELINE))
    assert "2025 (1)" in shown
    assert "2024 (1)" in shown
    assert "Long ago." not in told(as_dana.get(f"{TIMELINE}?year=2025"))
