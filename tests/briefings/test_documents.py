"""Every document for every pair of editions and every reader: it is made, it fits, and all its forms say the same."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from pptx import Presentation
from pypdf import PdfReader

from alongside.briefings import briefing, pdf, poster, said, slides
from alongside.briefings.choice import Choice
from alongside.briefings.documents import DOCUMENTS, PDF, POWERPOINT, WORD, file_of
from alongside.guidance.compare import compare
from alongside.guidance.editions import BY_ID
from tests.briefings.reading import DAY, PAIRS, READERS, plain, words_in_pdf, words_in_word, words_on_page

SCHOOLS = Choice(before="WT2018", after="WT2026", audience="schools")
every_pair = pytest.mark.parametrize(("before", "after"), PAIRS)


def choices(before: str, after: str) -> list[Choice]:
    return [Choice(before=before, after=after, audience=key) for key in READERS]


@every_pair
def test_every_document_says_which_editions_which_day_for_whom_and_how_far_to_rely_on_it(before, after):
    for choice in choices(before, after):
        for document in DOCUMENTS.values():
            sheet = document.make(choice, DAY, "")
            words = " ".join(sheet.every_word())
            assert "23 November 2026" in words, document.key
            assert choice.readers in words
            assert choice.comparison.after.title in words
            assert "not legal advice" in words
            if not choice.comparison.after.read:
                assert "Not read" in words or "was not read" in words
            assert sheet.parts
            assert all(part.blocks for part in sheet.parts)


@every_pair
def test_a_poster_is_one_page_and_a_briefing_no_more_than_two(before, after):
    posters = [poster.poster(one, DAY, "https://alongside.example/") for one in choices(before, after)]
    assert len(PdfReader(io.BytesIO(pdf.made(*posters))).pages) == len(posters)

    # Two pages are the most where most changed: every reader there, and schools and everyone in between.
    asked = [
        one
        for one in choices(before, after)
        if one.audience in ("schools", "") or (before, after) == ("WT2015", "WT2026")
    ]
    short = [briefing.short(one, DAY, "https://alongside.example/") for one in asked]
    made = PdfReader(io.BytesIO(pdf.made(*short)))
    titles = [one for one in made.outline if not isinstance(one, list)]
    assert [one.title for one in titles] == [one.title for one in short]
    begins = [made.get_destination_page_number(one) for one in titles]
    assert max(after - before for before, after in pairwise([*begins, len(made.pages)])) <= briefing.PAGES


def test_a_school_gets_two_pages_about_2018_to_2026_with_law_apart_and_every_change_cited():
    sheet = briefing.short(SCHOOLS, DAY)

    assert len(PdfReader(io.BytesIO(pdf.made(sheet))).pages) == 2
    entries = [block for part in sheet.parts for block in part.blocks if hasattr(block, "marks")]
    assert any("change in the law" in one.marks for one in entries)
    assert all(one.cites and len(one.marks) >= 2 for one in entries)


def test_what_is_left_out_of_the_two_pages_is_named_or_counted_and_stands_in_the_whole():
    short, whole = (" ".join(make(SCHOOLS, DAY).every_word()) for make in (briefing.short, briefing.whole))
    comparison = SCHOOLS.comparison

    assert sum(one.title not in short for one in comparison.changes) == 0 or " more." in short
    for change in comparison.changes:
        assert change.title in whole
        assert change.now in whole
        assert change.means in whole
    for action in comparison.actions:
        assert action.words in whole
    for unknown in comparison.unknown:
        assert unknown.words in whole


@pytest.mark.parametrize("key", [one.key for one in DOCUMENTS.values() if WORD in one.forms])
def test_page_pdf_and_word_say_the_same(key, opened, the_day):
    document = DOCUMENTS[key]
    address = f"http://testserver/guidance/compare/?{SCHOOLS.query}"
    page = opened(f"/guidance/briefings/{key}/?{SCHOOLS.query}")
    forms = {
        "page": words_on_page(page),
        "pdf": words_in_pdf(file_of(document, PDF, SCHOOLS, DAY, address)),
        "word": words_in_word(file_of(document, WORD, SCHOOLS, DAY, address)),
    }

    for form, found in forms.items():
        there = plain(found)
        missing = [
            one for one in document.make(SCHOOLS, DAY, address).every_word() if plain(one) not in there
        ]
        assert missing == [], form


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=lambda one: one.key)
def test_a_file_is_the_same_to_the_byte_for_the_same_day(document):
    for form in document.files:
        file_of.cache_clear()
        first = file_of(document, form, SCHOOLS, DAY)
        file_of.cache_clear()
        assert first == file_of(document, form, SCHOOLS, DAY)


def test_slides_have_titles_of_their_own_and_notes_that_say_where_it_is_said():
    deck = Presentation(io.BytesIO(file_of(DOCUMENTS["slides"], POWERPOINT, SCHOOLS, DAY)))
    shown = list(deck.slides)
    sheet = briefing.short(SCHOOLS, DAY)

    assert shown[0].shapes.title.text == sheet.title
    assert all(one.shapes.title.text.strip() for one in shown)
    notes = {one.shapes.title.text: one.notes_slide.notes_text_frame.text for one in shown}
    entries = [block for part in sheet.parts for block in part.blocks if hasattr(block, "marks")]
    assert entries
    for one in entries:
        assert one.cites in notes[one.title]
    everything = plain(" ".join(shape.text_frame.text for one in shown for shape in one.placeholders))
    for one in entries:
        assert all(plain(words) in everything for _, words in one.lines), one.title
    assert any("not legal advice" in shape.text_frame.text for one in shown for shape in one.placeholders)


def test_no_slide_holds_more_than_a_room_can_read():
    for before, after in PAIRS:
        for one in slides.slides(briefing.short(Choice(before=before, after=after), DAY)):
            assert len(one.lines) <= slides.SHORT_LINES
            assert sum(len(words) for _, words in one.lines) <= 1_000, one.title
            assert one.title.strip()


def test_a_checklist_leaves_owner_day_and_evidence_to_be_filled_in():
    sheet = DOCUMENTS["checklist"].make(SCHOOLS, DAY, "")
    rows = [row for part in sheet.parts for block in part.blocks for row in block.rows]

    assert {row[0] for row in rows} == {one.words for one in SCHOOLS.comparison.actions}
    assert all(row[1] and row[3:] == ("", "", "") for row in rows)


def test_an_action_rests_on_a_paragraph_of_the_last_edition_that_was_read():
    sheet = DOCUMENTS["checklist"].make(SCHOOLS, DAY, "")
    rows = {row[0]: row[1] for part in sheet.parts for block in part.blocks for row in block.rows}
    signs = next(one for one in SCHOOLS.comparison.actions if "early-help.indicators" in one.rules)

    assert "Working Together 2023, paragraph 124" in rows[signs.words]


def test_where_nothing_is_held_a_document_says_so_and_not_that_nothing_changed():
    narrow = Choice(before="WT2015", after="WT2018", audience="schools", subject="mother-and-baby-unit")
    assert not compare("WT2015", "WT2018", audience="schools", subject="mother-and-baby-unit").changes

    for document in (DOCUMENTS["briefing"], DOCUMENTS["poster"], DOCUMENTS["whole"]):
        words = " ".join(document.make(narrow, DAY, "").every_word())
        assert "not proof" in words, document.key


def test_an_edition_nobody_read_is_never_said_to_have_been_silent():
    for change in compare("WT2015", "WT2026").changes:
        if not change.was and not BY_ID[change.before].read:
            assert said.was(change) == said.NOT_HELD, change.id
    of_unread = Choice(before="WT2015", after="WT2018-2020-12")
    assert said.SILENT not in set(briefing.whole(of_unread, DAY).every_word())
