"""The pages, as a head teacher without an account opens them. No test here has a database: none may be asked."""

from __future__ import annotations

import pytest
from django.urls import reverse
from lxml import html

from alongside.briefings.documents import DOCUMENTS
from alongside.guidance import catalogue
from alongside.guidance.compare import compare, questions
from alongside.guidance.editions import EDITIONS
from tests.briefings.reading import words_on_page

CHOICE = "from=WT2018&to=WT2026&for=schools"
WHOLE_PATH = "/guidance/briefings/"


def links(page: bytes, words: str) -> list[str]:
    found = html.fromstring(page.decode()).xpath("//main//a")
    return [a.get("href") for a in found if words in " ".join(a.text_content().split())]


def test_side_by_side_shows_every_change_with_was_is_meaning_and_actions(opened):
    words = " ".join(words_on_page(opened(f"/guidance/compare/?{CHOICE}")).split())
    comparison = compare("WT2018", "WT2026", audience="schools")

    assert len(comparison.changes) > 10
    for change in comparison.changes:
        assert change.title in words
        assert change.nature.value in words
        assert all(part in words for part in (change.was, change.now, change.means))
        for id in change.actions:
            if catalogue.ACTIONS[id] in comparison.actions:
                assert catalogue.ACTIONS[id].words in words
    for unknown in comparison.unknown:
        assert unknown.words in words
    for heading in ("Was", "Is", "What it means", "Possible actions", "What is not known"):
        assert heading in words


def test_each_change_leads_to_the_rules_it_touches(opened):
    page = opened(f"/guidance/compare/?{CHOICE}")
    named = {id for change in compare("WT2018", "WT2026", audience="schools").changes for id in change.rules}

    assert named
    assert {reverse("explorer:rule", args=(id,)) for id in named} <= set(links(page, ""))


def test_a_chapter_and_a_subject_narrow_it_and_stay_in_the_address(opened):
    page = opened("/guidance/compare/?from=WT2018&to=WT2026&for=schools&chapter=3&about=early-help")
    comparison = compare("WT2018", "WT2026", audience="schools", chapter=3, subject="early-help")
    words = words_on_page(page)

    assert all(one.title in words for one in comparison.changes)
    chosen = html.fromstring(page.decode()).xpath("//option[@selected]/@value")
    assert chosen == ["WT2018", "WT2026", "schools", "3", "early-help"]
    assert f"{WHOLE_PATH}?from=WT2018&to=WT2026&for=schools&chapter=3&about=early-help" in links(
        page, "Briefing"
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("from=WT2026&to=WT2018", "does not come after"),
        ("from=WT2018", "The later edition is missing."),
        ("to=WT2026", "The earlier edition is missing."),
        ("from=WT2018&to=WT1999", "There is no edition “WT1999”."),
        ("from=WT2018&to=WT2026&for=scools", "Did you mean schools?"),
        ("for=nobody", "There are no readers called “nobody”."),
        ("from=WT2018&to=WT2026&chapter=99", "has no chapter “99”"),
        ("from=WT2018&to=WT2026&about=ponies", "There is no subject called “ponies”."),
        ("from=%3Cscript%3E&to=WT2026", "There is no edition “<script>”."),
    ],
)
@pytest.mark.parametrize(
    "where", ["/guidance/compare/", WHOLE_PATH, f"{WHOLE_PATH}quiz/", f"{WHOLE_PATH}briefing.pdf"]
)
def test_what_cannot_be_compared_is_answered_by_what_to_choose(opened, asked, told, where):
    page = opened(f"{where}?{asked}", status=422)
    words = " ".join(words_on_page(page).split())

    assert told in words
    assert b"<script>\xe2" not in page
    assert html.fromstring(page.decode()).xpath("//select[@name='from']")
    assert all(one.title.removeprefix("Working Together ") in words for one in EDITIONS)


def test_a_year_is_enough_for_an_edition(opened):
    assert "Compare 2018 to 2023 to 2026" in words_on_page(opened("/guidance/compare/?from=2018&to=2026"))


def test_what_is_chosen_stays_chosen_beside_what_was_wrong(opened):
    page = opened("/guidance/compare/?from=WT2026&to=WT2018&for=health", status=422)

    assert html.fromstring(page.decode()).xpath("//select[@name='for']/option[@selected]/@value") == [
        "health"
    ]


def test_from_the_list_a_school_is_one_link_from_its_briefing_and_that_one_from_every_other_document(opened):
    to_briefing = [one for one in links(opened(WHOLE_PATH), "2018 to 2023 to 2026") if "for=schools" in one]
    assert len(to_briefing) == 1

    page = opened(to_briefing[0])
    assert "what changed for schools and colleges" in words_on_page(page)
    for document in DOCUMENTS.values():
        for form in document.files:
            assert f"{WHOLE_PATH}{document.key}.{form}?{CHOICE}" in links(page, "")
    for key in ("checklist", "glossary", "quiz", "whole"):
        assert f"{WHOLE_PATH}{key}/?{CHOICE}" in links(page, "")


def test_named_readers_alone_are_offered_their_own(opened):
    page = opened(f"{WHOLE_PATH}?for=police")

    assert all("for=police" in one for one in links(page, " to 20"))


@pytest.mark.parametrize("key", list(DOCUMENTS))
def test_every_document_opens_for_a_stranger_with_one_heading(opened, key):
    page = html.fromstring(opened(f"{WHOLE_PATH}{key}/?{CHOICE}").decode())

    assert len(page.xpath("//h1")) == 1


@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=lambda one: one.key)
def test_every_file_comes_under_a_name_that_says_what_it_is(client, document):
    for form in document.files:
        answer = client.get(f"{WHOLE_PATH}{document.key}.{form}?{CHOICE}")
        assert answer.status_code == 200
        assert (
            f'filename="{document.key}-schools-2018-to-2023-to-2026.{form}"' in answer["Content-Disposition"]
        )


@pytest.mark.parametrize("where", ["leaflet/", "poster.docx", "briefing.html", "slides.pdf", "leaflet.pdf"])
def test_a_document_or_a_form_there_is_not_is_not_found(client, where):
    assert client.get(f"{WHOLE_PATH}{where}?{CHOICE}").status_code == 404


def test_a_stranger_is_offered_no_plan_to_take_actions_into(opened):
    page = opened(f"{WHOLE_PATH}checklist/?{CHOICE}")

    assert b"csrf" not in page
    assert "own plan" not in words_on_page(page)


def test_a_quiz_says_what_was_right_with_its_paragraph_and_keeps_nothing(opened):
    found = questions("WT2026", "schools")
    assert found, "there are questions for schools"
    right = "&".join(f"q-{one.id}={one.right}" for one in found[1:])
    wrong = (found[0].right + 1) % len(found[0].answers)
    before = " ".join(words_on_page(opened(f"{WHOLE_PATH}quiz/?{CHOICE}")).split())
    page = opened(f"{WHOLE_PATH}quiz/?{CHOICE}&q-{found[0].id}={wrong}&{right}&check=1")
    after = " ".join(words_on_page(page).split())

    assert "right. Nothing is kept" not in before
    assert f"{len(found) - 1} of {len(found)} right" in after
    assert "Not right. The answer is" in after
    assert all(one.because in after for one in found)
    assert "Working Together 20" in after
    unanswered = words_on_page(opened(f"{WHOLE_PATH}quiz/?{CHOICE}&q-{found[0].id}=99&check=1"))
    assert "Not answered." in unanswered
    assert f"0 of {len(found)} right" in unanswered


@pytest.mark.parametrize("address", [
    "/guidance/compare/?from=2018&to=2026&chapter=" + "9" * 5000,
    "/guidance/briefings/quiz/?from=2018&to=2026&check=1&q-everybody.consent=" + "9" * 5000,
])  # fmt: skip
def test_a_number_nobody_can_count_to_is_answered(client, address: str) -> None:
    assert client.get(address).status_code in (200, 422)
