"""The timeline: narrowed in the address, a page at a time, with silences told and both kinds of time."""

from __future__ import annotations

import re
from datetime import date

import pytest

from alongside.chronology import kinds
from alongside.chronology.kinds import KINDS
from alongside.chronology.shortfalls import record_shortfall
from alongside.desk.timeline_filters import GROUPS, OTHER, kinds_in
from tests.cast import NOW
from tests.desk.conftest import lots_of_entries

HOME = "/children/WREN-AMARA2/timeline/"
TITLE = re.compile(r'<h3 class="moj-timeline__title"><a class="govuk-link" href="[^"]+">([^<]+)</a>')


def titles(page: str) -> list[str]:
    return TITLE.findall(page)


def test_it_is_told_by_month_newest_first_with_both_kinds_of_time(read, assessing, dana):
    page = read(dana, HOME)
    assert titles(page) == [
        "Child seen", "Assessment started", "Referrer told the decision", "Decision on the referral",
        "Referral received",
    ]  # fmt: skip
    assert "April 2025</h2>" in page
    assert "Fri 4 Apr 2025</time>" in page
    assert "recorded 17 April 2025 at 14:00 by Dana Wright" in page


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("?kind=assessment", ["Assessment started"]),
        ("?seen=yes", ["Child seen"]),
        ("?major=yes", ["Assessment started", "Decision on the referral", "Referral received"]),
        ("?kind=referrals&major=yes", ["Decision on the referral", "Referral received"]),
        ("?year=2024", []),
        ("?kind=nonsense&year=soon&before=yesterday", 5),
    ],
)
def test_filters_live_in_the_address(read, assessing, dana, query, shown):
    found = titles(read(dana, HOME + query))
    assert found == shown if isinstance(shown, list) else len(found) == shown


def test_a_chip_that_is_on_takes_itself_off_and_keeps_the_others(read, assessing, dana):
    page = read(dana, HOME + "?kind=assessment&major=yes")
    assert f'<a class="app-chip app-chip--on" href="{HOME}?major=yes"' in page
    assert "Clear all filters" in page


def test_nothing_that_matches_says_which_way_out(read, assessing, dana):
    assert "Nothing on this timeline matches all of these filters." in read(dana, HOME + "?kind=immediate")


def test_a_silence_is_told_unless_filters_make_it(read, assessing, dana):
    kinds.PLAN_CHANGED.record(assessing, on=date(2025, 2, 1), by=dana, now=NOW, what="Before.")
    assert "No contact recorded for 58 days" in read(dana, HOME)
    assert "No contact recorded" not in read(dana, HOME + "?kind=protection&kind=referrals")


def test_pages_go_on_from_where_the_last_one_ended(read, case, dana):
    lots_of_entries(case, dana, 120)
    address, seen = HOME, []
    for _ in range(3):
        page = read(dana, address)
        seen += re.findall(r"Change (\d+)\.", page)
        later = re.search(r'rel="next" href="([^"]+)"', page)
        address = later[1].replace("&amp;", "&") if later else ""
    assert address == ""
    assert [int(number) for number in seen] == list(range(119, -1, -1))


def test_it_prints_whole(read, case, dana):
    lots_of_entries(case, dana, 120)
    page = read(dana, HOME + "print/")
    assert "Timeline of Amara Okoye" in page
    assert len(titles(page)) == 120


def test_every_kind_is_in_one_group():
    groups = [*(key for key, *_ in GROUPS), OTHER[0]]
    placed = [kind for group in groups for kind in kinds_in(group)]
    assert sorted(placed) == sorted(KINDS)


def test_an_entry_has_a_page_with_what_was_missing(read, assessing, dana):
    entry = assessing.chronology.get(kind="referral-decided")
    record_shortfall(entry, "authority.referral-decision", ["a social worker"], "Nobody was there.")
    page = read(dana, f"{HOME}{entry.pk}/")
    assert "a social worker not recorded." in page
    assert "Nobody was there." in page
    assert "Correct this entry" in page
    assert "a social worker not recorded." in read(dana, "/children/WREN-AMARA2/")
