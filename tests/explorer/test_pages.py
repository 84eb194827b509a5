"""The guidance as a stranger reads it: without an account, a cookie or the database. A test here has none."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from alongside.explorer import texts
from alongside.guidance import catalogue, editions
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.kernel.rules import Duty
from alongside.guidance.subjects import SUBJECTS
from tests.pages import Read


def read(client: Client, address: str) -> Read:
    answer = client.get(address)
    assert not client.cookies
    return Read(answer.status_code, answer.content.decode(), (), getattr(answer, "url", ""))


EVERY_ADDRESS = [
    "/guidance/",
    "/guidance/time-limits/",
    "/guidance/words/",
    "/guidance/texts/",
    "/guidance/rules/",
    "/guidance/rules/to-check/",
    *(f"/guidance/for/{key}/" for key in AUDIENCES),
    *(f"/guidance/by/{key}/" for key in list(ACTORS)[:6]),
    *(f"/guidance/topics/{key}/" for key in list(SUBJECTS)[::6]),
    *(f"/guidance/texts/{one.edition}/" for one in texts.texts()[::5]),
    *(f"/guidance/texts/{one.id}/chapters/{n}/" for one in editions.EDITIONS for n in list(one.chapters)[:4]),
    "/guidance/texts/WT2023/at/paragraph-153/",
]


def test_every_page_opens_for_a_stranger_with_one_heading_and_links_that_lead_somewhere(
    client: Client,
) -> None:
    for address in EVERY_ADDRESS:
        page = read(client, address)
        assert (address, page.status, len(page.h1)) == (address, 200, 1)
        assert "As it sto" in page.body or "As it stands today" in page.body
        assert not re.search(r"<(script|link|img)[^>]*(src|href)=\"https?://", page.body)


@pytest.mark.parametrize("address", [
    "/guidance/for/nobody/", "/guidance/by/nobody/", "/guidance/topics/nothing/", "/guidance/texts/WT1999/",
    "/guidance/texts/WT2023/chapters/9/", "/guidance/texts/WT1999/chapters/1/",
    "/guidance/texts/WT2023/at/paragraph-9999/",
])  # fmt: skip
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert read(client, address).status == 404


def test_contents_lead_to_every_way_in(client: Client) -> None:
    links = read(client, "/guidance/").links()

    assert {f"/guidance/for/{key}/" for key in AUDIENCES} <= set(links)
    assert {f"/guidance/texts/WT2023/chapters/{n}/" for n in range(7)} <= set(links)
    assert "/guidance/topics/child-protection/" in links
    assert "/guidance/time-limits/" in links
    duties = [rule for rule in catalogue.RULES.values() if isinstance(rule, Duty)]
    assert not duties or any(link.startswith("/guidance/by/") for link in links)


#: A rule whose number changed, and one there was not before: what is shown on a day.
@pytest.mark.parametrize(("on", "says"), [
    ("2010-01-01", "No text held here asked this on 1 January 2010"),
    ("2018-07-03", "No text held here asked this on 3 July 2018"),
    ("2018-07-04", "Working Together 2018 (July 2018)"),
    ("2020-12-08", "Working Together 2018 (July 2018)"),
    ("2020-12-09", "Working Together 2018 (as amended December 2020)"),
    ("2023-12-14", "Working Together 2018 (as amended December 2020)"),
    ("2023-12-15", "Working Together 2023 (December 2023)"),
    ("2024-02-22", "Working Together 2023 (December 2023)"),
    ("2024-03-03", "Working Together 2023 (February 2024 issue)"),
    ("2025-06-04", "Working Together 2023 (June 2025 issue)"),
    ("2026-03-18", "Working Together 2026 (18 March 2026)"),
])  # fmt: skip
def test_a_rule_is_shown_as_it_stood_on_the_day_asked(client: Client, on: str, says: str) -> None:
    page = read(client, f"/guidance/rules/assessment.completion/?on={on}")

    assert says in page.text.partition("What it asks")[0]
    assert "As it stood on" in page.body


@pytest.mark.parametrize(("asks", "shows"), [
    ("edition=WT2018", "As it stood on 8 December 2020"),
    ("edition=wt2018-2020-12", "As it stood on 14 December 2023"),
    ("edition=WT2023&on=2024-03-03", "As it stood on 3 March 2024"),
    ("on=2024-03-03", "under Working Together 2023"),
    ("on=2009-01-01", "no edition held here was in force"),
])  # fmt: skip
def test_a_day_or_an_edition_holds_on_the_page_and_in_its_links(
    client: Client, asks: str, shows: str
) -> None:
    page = read(client, f"/guidance/topics/assessment/?{asks}")

    assert page.status == 200
    assert shows in " ".join(page.body.replace("<strong>", "").replace("</strong>", "").split())
    inside = [link for link in page.links() if link.startswith("/guidance/rules/")]
    assert all("on=" in link or "edition=" in link for link in inside)


def test_a_list_shows_the_value_of_the_day(client: Client) -> None:
    days = ("2019-01-01", "2024-03-03")
    early, late = (read(client, f"/guidance/topics/assessment/?on={on}").text for on in days)

    assert "Working Together 2018 (July 2018)" in early
    assert "Working Together 2018 (" not in late
    assert "Working Together 2023 (February 2024 issue)" in late


@pytest.mark.parametrize(("asks", "said"), [
    ("on=yesterday", "“yesterday” is not a day"),
    ("edition=WT1066", "There is no edition called WT1066"),
    ("on=2024-03-03&edition=WT2018", "Working Together 2018 was not in force on 3 March 2024"),
    ("on_day=31&on_month=2&on_year=2024", "February has"),
    ("on_day=3&on_month=&on_year=2024", "must include a month"),
])  # fmt: skip
def test_a_day_that_cannot_be_read_says_so_and_keeps_what_was_typed(
    client: Client, asks: str, said: str
) -> None:
    page = read(client, f"/guidance/for/schools/?{asks}")

    assert page.status == 422
    assert said in page.body
    if asks.startswith("on_day"):
        assert 'value="2024"' in page.body


def test_a_day_typed_into_the_boxes_becomes_an_address_to_keep(client: Client) -> None:
    sent = read(client, "/guidance/rules/?kind=Timescale&on_day=3&on_month=March&on_year=2024")

    assert (sent.status, sent.url) == (302, "/guidance/rules/?kind=Timescale&on=2024-03-03")


def test_a_paragraph_says_what_was_done_about_it_and_what_stands_beside_it(client: Client) -> None:
    page = read(client, "/guidance/texts/WT2023/at/paragraph-153/")

    assert page.h1 == ["Paragraph 153"]
    assert "/guidance/rules/referral.decision/" in page.links()
    assert page.links("Before: paragraph 152") == ["/guidance/texts/WT2023/at/paragraph-152/"]
    assert page.links("After: paragraph 154") == ["/guidance/texts/WT2023/at/paragraph-154/"]
    assert "https://www.gov.uk/" in " ".join(page.links())


@pytest.mark.parametrize(("asks", "says"), [
    ("", "Working Together 2018 is not the one in force. Each value is the one of 8 December 2020."),
    ("?on=2024-03-03", "Working Together 2018 was not in force on 3 March 2024. Each value is the one of 8 December 2020."),
    ("?on=2019-01-01", ""),
])  # fmt: skip
def test_a_page_of_one_edition_is_read_for_one_of_its_days_and_says_so(
    client: Client, asks: str, says: str
) -> None:
    page = read(client, f"/guidance/texts/WT2018/chapters/1/{asks}")

    assert says in page.text
    assert ("Each value is the one of" in page.text) is bool(says)
    held = "on=2019-01-01" if "2019" in asks else "edition=WT2018"
    rules = [link for link in page.links() if link.startswith("/guidance/rules/")]
    assert rules
    assert all(link.endswith(f"?{held}") for link in rules)


def test_limits_are_narrowed_to_one_reader_and_the_day_is_held(client: Client) -> None:
    every, schools = (
        read(client, f"/guidance/time-limits/?on=2024-03-03{more}") for more in ("", "&for=schools")
    )
    narrowed = set(schools.links()) & {link for link in every.links() if "/rules/" in link}

    assert {link for link in schools.links() if "/rules/" in link} == narrowed
    assert 0 < len(narrowed) < sum("/rules/" in link for link in every.links())
    assert "/guidance/time-limits/?on=2024-03-03&for=schools" in every.links("Schools and colleges")
    assert schools.links("Clear all filters") == ["/guidance/time-limits/?on=2024-03-03"]


def test_words_say_where_letters_mean_two_things_and_which_edition_does_not_use_them(client: Client) -> None:
    page = read(client, "/guidance/words/?edition=WT2018")

    assert "LSP: lead safeguarding partner" in page.text
    assert "Beware: The same letters are used for the local safeguarding partnership" in page.text
    assert "Not a word of Working Together 2018." in page.text
    assert "Working day" in page.text


def test_an_edition_nobody_read_says_so(client: Client) -> None:
    page = read(client, "/guidance/texts/WT2018/chapters/1/")

    assert "Nobody has read this edition paragraph by paragraph" in page.text
    assert "/guidance/rules/assessment.completion/?edition=WT2018" in page.links()


def test_a_rule_says_where_it_lives(client: Client) -> None:
    page = read(client, "/guidance/rules/referral.decision/")

    assert "Where this lives" in page.text
    assert "/front-door/" in page.text
    assert "tests/guidance/test_referral.py" in page.text
    assert "Whom it concerns" in page.text
    assert "/guidance/texts/WT2023/at/paragraph-153/" in page.links("Working Together 2023, paragraph 153")


def test_the_whole_can_be_taken_away_as_json_with_its_schema(client: Client) -> None:
    whole, schema = client.get("/guidance/export.json"), client.get("/guidance/export.schema.json")

    assert len(whole.json()["rules"]) == len(catalogue.RULES)
    assert set(schema.json()["required"]) == set(whole.json())
    assert not client.cookies


def test_a_reader_takes_briefings_away_and_is_led_to_limits_and_topics(client: Client) -> None:
    page = read(client, "/guidance/for/schools/?on=2026-11-23")

    assert page.links("Two-page briefing, 2018 to 2026") == [
        "/guidance/briefings/briefing/?from=WT2018&to=WT2026&for=schools"
    ]
    assert page.links("Possible actions, 2023 to 2026")
    assert "/guidance/time-limits/?on=2026-11-23&for=schools" in page.links()
    assert "/guidance/topics/child-protection/?on=2026-11-23" in page.links()
    for href in page.links():
        if href.startswith("/guidance/briefings/"):
            assert read(client, href).status == 200


def test_a_carried_value_says_where_it_was_last_found(client: Client) -> None:
    said = "Working Together 2023, paragraph 343; carried on into Working Together 2026 (6 May 2026 upload), and not confirmed there."
    page = read(client, "/guidance/topics/rapid-review/?on=2026-11-23")

    assert said in page.text
    assert "carried on" not in read(client, "/guidance/topics/rapid-review/?edition=WT2023").text


def test_search_engines_find_what_anybody_may_read_as_it_is_today(client: Client) -> None:
    assert "noindex" not in read(client, "/guidance/").body
    assert 'content="noindex, follow"' in read(client, "/guidance/?on=2024-03-03").body
    assert "noindex" in client.get("/sign-in/").content.decode()
