"""Every page of a child: who gets it, how many queries it costs, what it says when there is nothing to say."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from lxml import html

from alongside.chronology import kinds
from alongside.people.models import Household, HouseholdMember, Relationship
from tests.desk.conftest import lots_of_entries

PAGES = ("", "timeline/", "people/", "decisions/", "due/", "who-can-see/")
HOME = "/children/WREN-AMARA2/"


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_is_not_told_that_the_child_exists(read, case, stranger, page):
    read(stranger, HOME + page, status=404)


@pytest.mark.parametrize("page", PAGES)
def test_a_relative_in_the_team_finds_nothing(read, case, relative, page):
    read(relative, HOME + page, status=404)


@pytest.mark.parametrize("page", PAGES)
def test_somebody_not_signed_in_is_asked_to(client, case, page):
    assert client.get(HOME + page).headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("page", PAGES)
def test_each_page_says_what_it_is_and_whom_it_is_about(read, case, dana, page):
    shown = read(dana, HOME + page)
    assert shown.count("<h1") == 1
    assert "– Amara Okoye – Alongside</title>" in shown
    assert "WREN-AMARA2" in shown
    assert "Dana Wright, Harbour team, since Tue 1 Apr 2025" in shown


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("number", [5, 500])
def test_a_page_costs_at_most_eight_queries_however_much_there_is(
    client, assessing, dana, ben, school_involved, page, number
):
    lots_of_entries(assessing, dana, number)
    client.force_login(dana)
    client.get(HOME + page)  # the first page of a sign-in also writes when it began
    with CaptureQueriesContext(connection) as queries:
        assert client.get(HOME + page).status_code == 200
    assert len(queries) <= 8, "\n".join(query["sql"][:200] for query in queries)


def test_pages_of_one_thing_cost_no_more(client, assessing, dana, referred):
    client.force_login(dana)
    deadline = assessing.deadlines.first()
    entry = f"timeline/{referred.pk}/"
    for page in (entry, f"{entry}correct/", f"due/{deadline.pk}/", "details/change/", "household/"):
        client.get(HOME + page)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(HOME + page).status_code == 200
        assert len(queries) <= 8, page


def test_nothing_recorded_is_said_in_a_sentence_with_a_way_on(read, case, dana):
    assert "Nothing is under way that is recorded here." in read(dana, HOME)
    assert "Nothing has been recorded yet." in read(dana, HOME + "timeline/")
    assert "Nothing has been decided yet." in read(dana, HOME + "decisions/")
    assert "No limit is running for Amara Okoye now." in read(dana, HOME + "due/")
    people = read(dana, HOME + "people/")
    assert "Nobody is recorded as family or network yet." in people
    assert "No address is recorded yet." in people


def test_the_overview_says_how_things_stand_and_why(read, assessing, dana, ben, school_involved, amara):
    home = Household.objects.create(area=amara.area, called="Nana's")
    for person in (amara, ben):
        HouseholdMember.objects.create(household=home, person=person)
    shown = read(dana, HOME)
    assert "Assessment under way since 3 April 2025, past its 45 working days" in shown
    assert "Last seen on Fri 4 Apr 2025" in shown
    assert "I like it at Nana&#39;s." in shown
    assert "Dana Wright, <time" in shown
    assert "Mill Lane Primary School" in shown
    assert "Ben Okoye" in shown
    deadline = assessing.deadlines.get(rule_id="assessment.completion")
    assert f"{HOME}due/{deadline.pk}/" in shown


def test_a_siblings_state_is_for_those_who_may_open_the_sibling(read, assessing, ben, dana, priya):
    """Priya's front door opens every child of the area; Dana's team does not work with Ben."""
    assert "Nothing under way that is recorded here" in read(priya, HOME)
    shown = read(dana, HOME)
    assert "Ben Okoye" in shown
    assert "/children/WREN-BENJA2/" not in shown


def test_new_is_what_was_recorded_since_one_looked_before(read, assessing, dana, priya, looked, amara):
    assert "Latest on the timeline" in read(dana, HOME)
    looked(amara, dana, timezone.now() - timedelta(hours=3))
    assert "Nobody else has recorded anything since." in read(dana, HOME)
    kinds.PLAN_CHANGED.record(
        assessing,
        on=timezone.localdate(),
        by=dana,
        now=timezone.now(),
        what="Dana’s own words are not news to her.",
    )
    assert "Nobody else has recorded anything since." in read(dana, HOME)
    kinds.PLAN_CHANGED.record(
        assessing, on=timezone.localdate(), by=priya, now=timezone.now(), what="Nana joins the plan."
    )
    shown = read(dana, HOME)
    assert "Since you last looked" in shown
    assert "Nana joins the plan." in shown
    assert "Everything recorded since" not in shown


def test_all_that_is_new_is_one_link_away_when_it_is_much(read, assessing, dana, priya, looked, amara):
    for number in range(9):
        kinds.PLAN_CHANGED.record(
            assessing, on=timezone.localdate(), by=priya, now=timezone.now(), what=f"Change {number} of nine."
        )
    looked(amara, dana, timezone.now() - timedelta(hours=3))
    shown = html.fromstring(read(dana, HOME))
    assert (
        sum("of nine." in item.text_content() for item in shown.xpath("//ul[contains(@class, 'app-new')]/li"))
        == 7
    )
    (link,) = shown.xpath("//a[text()='Everything recorded since you last looked']/@href")
    everything = read(dana, link)
    assert everything.count("of nine.") == 9
    assert "Assessment" not in html.fromstring(everything).xpath("string(//ol)")
    assert read(dana, HOME + "timeline/?since=yesterday").count("of nine.") == 9


def test_a_partner_is_led_to_their_part_and_reads_no_other_page_of_the_record(
    client, read, case, school_involved, helen
):
    client.force_login(helen)
    assert client.get(HOME).headers["Location"] == HOME + "our-part/"
    shown = read(helen, HOME + "our-part/")
    assert "Amara Okoye" in shown
    assert "Who can see this" not in shown
    for page in ("who-can-see/", "timeline/", "people/", "decisions/", "due/", "plan/"):
        read(helen, HOME + page, status=404)


def test_a_relationship_reads_from_the_childs_side(read, case, dana, ben, amara):
    Relationship.objects.create(
        person=amara, other=ben, kind=Relationship.Kind.MOTHER, parental_responsibility="declined"
    )
    shown = read(dana, HOME + "people/")
    assert "Brother or sister" in shown
    assert '<div class="app-table__value">Child</div>' in shown
