"""The next four weeks of a team: on a page, on paper, and as a calendar that names nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from django.test import Client
from django.urls import reverse

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Allocation, Case
from alongside.conferences.services.book import book_conference
from alongside.desk.weeks import Planned
from alongside.family_help.models import ChildInNeedPlan
from alongside.plans.models import ChildProtectionPlan, CoreGroupMeeting
from alongside.ui.calendar_file import calendar_of
from tests.cast import LONG_AGO, NOW, TODAY
from tests.desk_work.conftest import referred
from tests.desk_work.test_my_work import BIG
from tests.pages import MOST_QUERIES, Read
from tests.query_plans import scanned

PAGE, PRINT, CALENDAR = "/team/four-weeks/", "/team/four-weeks/print/", "/team/four-weeks.ics"


def booked(case: Case, by: Practitioner, chair: Practitioner) -> None:
    book_conference(
        by=by, children=[case.child], kind="initial", starts_at=datetime(2025, 4, 29, 9, tzinfo=UTC), place="Quay Room",
        chair=chair, invitations=[], now=NOW,
    )  # fmt: skip


def test_what_is_set_and_what_falls_due_week_by_week(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, jamal: Practitioner, on_a_plan: Case
) -> None:
    booked(on_a_plan, dana, jamal)
    plan = ChildProtectionPlan.objects.create(
        area=on_a_plan.area, case=on_a_plan, child=on_a_plan.child, started_on=date(2025, 4, 14), category="neglect", initial_category="neglect", recorded_by=dana,
    )  # fmt: skip
    for held, again in ((date(2025, 4, 15), date(2025, 4, 22)), (date(2025, 4, 16), date(2025, 5, 8))):
        CoreGroupMeeting.objects.create(
            area=on_a_plan.area,
            case=on_a_plan,
            plan=plan,
            held_on=held,
            decisions="Go on.",
            next_on=again,
            recorded_by=dana,
        )
    ChildInNeedPlan.objects.create(
        area=on_a_plan.area, case=on_a_plan, started_on=date(2025, 4, 2), aims="School.", family_agreed="yes", agreed_by="Grace Okoye",
        next_review_on=date(2025, 4, 17), recorded_by=dana,
    )  # fmt: skip
    assert PAGE in read(sam, "/team/").links("The next four weeks")
    for who in (sam, dana):
        page = read(who, PAGE)
        this_week, first, second, third = (page.text.split(title)[1] for title in (
            "This week", "Week of Mon 21 Apr", "Week of Mon 28 Apr", "Week of Mon 5 May",
        ))  # fmt: skip
        assert "Thu 17 Apr 2025 What Review of the plan of help" in this_week
        assert "Review of the plan of help for Amara Okoye" in this_week.split("Week of")[0]
        assert "Nothing is set and nothing falls due." in first.split("Week of")[0]
        assert "Initial conference for Amara Okoye" in second.split("Week of")[0]
        assert "Tue 29 Apr 2025, 10:00" in second.split("Week of")[0]
        assert "Hold the first core group for Amara Okoye last day" in second.split("Week of")[0]
        assert "Core group for Amara Okoye" in third
        assert page.text.count("Core group for Amara Okoye") == 1
        assert len(page.sql) <= MOST_QUERIES


def test_who_leads_narrows_it_and_takes_itself_off(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, olu: Practitioner, on_a_plan: Case, many: Callable[[int], list[Case]],
) -> None:  # fmt: skip
    (other,) = many(2)
    Allocation.objects.filter(case=other).update(practitioner=olu)
    hers = read(sam, f"{PAGE}?practitioner={dana.pk}")
    assert "Amara Okoye" in hers.text
    assert "Child001" not in hers.text
    assert PAGE in hers.links("Dana Wright")
    assert f"?practitioner={dana.pk}" in hers.links("A version to print")[0]
    assert "Child001" in read(sam, f"{PAGE}?practitioner=nobody").text
    paper = read(sam, f"{PRINT}?practitioner={dana.pk}")
    assert "Dana Wright" in paper.body
    assert "Amara Okoye" in paper.body
    assert Row.objects.get(page="desk:team-weeks-print").action == "print"


def test_the_calendar_holds_references_and_no_name(
    read: Callable[..., Read], client: Client, sam: Practitioner, dana: Practitioner, jamal: Practitioner, on_a_plan: Case,
    many: Callable[[int], list[Case]],
) -> None:  # fmt: skip
    booked(on_a_plan, dana, jamal)
    many(3)
    client.force_login(sam)
    answer = client.get(CALENDAR)
    made = answer.content.decode()
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    plain = made.replace("\r\n ", "")
    assert "SUMMARY:Initial conference\\, WREN-AMARA2" in plain
    assert "DTSTART:20250429T090000Z" in plain
    assert "SUMMARY:Due: Hold the first core group\\, WREN-AMARA2" in plain
    assert "DTSTART;VALUE=DATE:20250430" in plain
    assert plain.count("BEGIN:VEVENT") == plain.count("END:VEVENT") >= 2
    for name in ("Amara", "Okoye", "Child0", "Tester", "Dana", "Wright", "Sam", "Jamal", "Quay Room"):
        assert name not in plain
    assert made.count("\n") == made.count("\r\n")
    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    assert Row.objects.get(page="desk:team-weeks-calendar").action == "export"


def test_a_long_line_is_folded_between_characters_and_signs_are_escaped() -> None:
    one = Planned("k-1", "Core group; at “The Old Ropeworks”, éééééééééééééééééééééééééééééééééé", False, TODAY, None, "A", "WREN-A", "/x/", "", None)  # fmt: skip
    undated = Planned("k-2", "Tell", True, None, None, "A", "WREN-B", "/x/", "", None)
    made = calendar_of([one, undated], NOW, lambda href: f"https://a.example{href}")
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    assert "SUMMARY:Core group\\; at “The Old Ropeworks”\\, " + "é" * 34 + "\\, WREN-A" in made.replace(
        "\r\n ", ""
    )
    assert "WREN-B" not in made


def test_whose_record_is_closed_to_the_reader_stands_nowhere(
    read: Callable[..., Read], client: Client, relative: Practitioner, on_a_plan: Case, dana: Practitioner
) -> None:
    assert Restriction.objects.filter(practitioner=relative, from_on=LONG_AGO).exists()
    for page in (PAGE, PRINT):
        assert "Amara" not in read(relative, page).body
    client.force_login(relative)
    assert b"AMARA" not in client.get(CALENDAR).content


def test_whoever_works_in_no_team_finds_nothing(
    read: Callable[..., Read],
    client: Client,
    helen: Practitioner,
    wyn: Practitioner,
    stranger: Practitioner,
    on_a_plan: Case,
) -> None:
    for who in (helen, wyn):
        assert {read(who, page).status for page in (PAGE, PRINT, CALENDAR)} == {404}
    assert "Amara" not in read(stranger, PAGE).body


def test_it_asks_as_little_for_many(
    read: Callable[..., Read],
    sam: Practitioner,
    dana: Practitioner,
    case: Case,
    many: Callable[[int], list[Case]],
) -> None:
    referred(case, dana, TODAY - timedelta(days=3))
    few = len(read(sam, PAGE).sql)
    many(120)
    page = read(sam, PAGE)
    assert len(page.sql) == few <= MOST_QUERIES
    assert scanned(page.sql, BIG) == []
    assert reverse("desk:team-weeks-print") in page.body
