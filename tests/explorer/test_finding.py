"""The search page of the guidance, as a stranger uses it. No test here has a database."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.explorer.test_pages import read


@pytest.mark.parametrize(("asked", "first"), [
    ("stratgy discusion", "/guidance/rules/child-protection.strategy-discussion/"),
    ("head teacher", "/guidance/for/schools/"),
    ("s47", "/guidance/topics/enquiry/"),
    ("paragraph 153", "/guidance/texts/WT2023/at/paragraph-153/"),
    ("Children Act 1989", "/guidance/texts/CA1989/"),
])  # fmt: skip
def test_the_best_answer_stands_first_and_leads_there(client: Client, asked: str, first: str) -> None:
    page = read(client, f"/guidance/search/?q={asked}")

    assert page.status == 200
    assert next(link for link in page.links() if "/words/" not in link) == first
    assert read(client, first).status == 200


def test_every_link_of_an_answer_leads_somewhere_on_the_same_day(client: Client) -> None:
    page = read(client, "/guidance/search/?q=safeguarding+partners&on=2024-03-03")

    links = page.links()
    assert len(links) > 10
    assert all("on=2024-03-03" in link for link in links)
    assert {read(client, link).status for link in links[:12]} == {200}


def test_letters_with_two_meanings_say_so_and_offer_both(client: Client) -> None:
    page = read(client, "/guidance/search/?q=LSP")

    assert "LSP means more than one thing." in page.text
    assert page.links("lead safeguarding partner")[0] == "/guidance/search/?q=lead+safeguarding+partner"
    assert (
        page.links("local safeguarding partnership")[0]
        == "/guidance/search/?q=local+safeguarding+partnership"
    )


def test_a_word_kept_for_readers_stands_before_the_answers(client: Client) -> None:
    page = read(client, "/guidance/search/?q=ICPC")

    assert page.links()[0] == "/guidance/words/#letter-i"
    assert page.links()[1] == "/guidance/rules/child-protection.initial-conference/"


def test_a_word_put_right_says_so_and_the_box_keeps_what_was_typed(client: Client) -> None:
    page = read(client, "/guidance/search/?q=assesment")

    assert "No page here says “assesment”. These say “assessment”." in page.text
    assert 'value="assesment"' in page.body


def test_nothing_found_and_nothing_asked_say_what_to_do(client: Client) -> None:
    assert "Nothing here says that." in read(client, "/guidance/search/?q=xyzzyq").text
    assert "Write a word" in read(client, "/guidance/search/").text
    assert "&lt;script&gt;" in read(client, "/guidance/search/?q=<script>").body
