"""An administrator looks after an area: each change does what it says, is refused in words, and is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test import Client

from alongside.access.models import AdministrativeChange
from alongside.agencies.models import (
    Agency,
    Area,
    AreaSwitch,
    Post,
    Practitioner,
    Registration,
    Role,
    Switch,
    Team,
)
from alongside.agencies.switches import is_on
from alongside.cases.models import Case
from alongside.deadlines.models import Deadline, RecordedHoliday
from alongside.desk.administration import places
from alongside.signing_in.models import TemporaryPassword
from tests.administration.conftest import HERE
from tests.cast import LONG_AGO, NOW
from tests.desk_work.conftest import plan
from tests.pages import MOST_QUERIES, Read

PAGES = (
    "/", "/area/", "/agencies/", "/agencies/new/", "/teams/", "/teams/new/", "/practitioners/",
    "/practitioners/new/", "/bank-holidays/", "/bank-holidays/new/", "/bank-holidays/2025-05-15/deadlines/",
    "/changes/", "/ways-of-working/", "/ways-of-working/new/",
)  # fmt: skip
Send = Callable[..., Read]


def changed() -> list[str]:
    """What was kept of changes, the oldest first."""
    return list(AdministrativeChange.objects.order_by("id").values_list("words", flat=True))


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_with_one_heading_in_few_queries(
    read: Callable[..., Read], wyn: Practitioner, harbour_team: Team, on_a_plan_here: Case, path: str
) -> None:
    page = read(wyn, f"{HERE}{path}")
    assert (page.status, len(page.h1)) == (200, 1)
    if (
        path != "/bank-holidays/2025-05-15/deadlines/"
    ):  # It works deadlines out, to say how many would change.
        assert len(page.sql) <= MOST_QUERIES


@pytest.fixture
def on_a_plan_here(case: Case, dana: Practitioner) -> Case:
    plan(case, dana, date(2025, 4, 14))
    return case


@pytest.mark.parametrize("who", ["dana", "sam", "maya", "helen", "ada", "stranger"])
def test_whoever_does_not_administer_the_area_finds_nothing(
    read: Callable[..., Read], who: str, request: pytest.FixtureRequest, harbour_team: Team
) -> None:
    reader = request.getfixturevalue(who)
    for path in PAGES:
        assert read(reader, f"{HERE}{path}").status == 404
    assert read(reader, "/administration/").status == 404


def test_an_administrator_of_one_area_reaches_no_other(
    read: Callable[..., Read], wyn: Practitioner, stranger: Practitioner
) -> None:
    assert read(wyn, "/administration/").h1 == ["Administration"]
    assert read(wyn, "/administration/198/").status == 404
    elsewhere = stranger.posts.get().team  # type: ignore[attr-defined]
    assert read(wyn, f"{HERE}/teams/{elsewhere.pk}/").status == 404
    assert read(wyn, f"{HERE}/practitioners/{stranger.pk}/").status == 404


def test_an_act_asks_again_who_may(dana: Practitioner, wrenmouth: Area) -> None:
    with pytest.raises(PermissionDenied):
        places.rename_area(by=dana, area=wrenmouth, name="Elsewhere", now=NOW)


def test_an_administrator_opens_nobodys_record(
    read: Callable[..., Read], wyn: Practitioner, case: Case
) -> None:
    assert read(wyn, "/children/WREN-AMARA2/").status == 404


def test_an_area_is_renamed_and_the_change_is_kept(send: Send, wyn: Practitioner, wrenmouth: Area) -> None:
    page = send("/area/", name="Greater Wrenmouth")
    assert "The area is called Greater Wrenmouth" in page.text
    assert changed() == ["Area: name from “Wrenmouth” to “Greater Wrenmouth”."]
    assert "Wyn Doyle, 17 April 2025 at 14:00" in page.text
    assert "Enter the name of the area" in send("/area/", name="").text


def test_an_agency_is_added_changed_and_never_added_twice(
    send: Send, wrenmouth: Area, stranger: Practitioner
) -> None:
    send("/agencies/new/", name="Quay Street School", sector="education", urn="100200")
    school = Agency.objects.get(name="Quay Street School")
    assert list(school.areas.all()) == [wrenmouth]
    again = send("/agencies/new/", name="quay street school", sector="education")
    assert again.status == 422
    assert "is here already" in again.text
    changed_page = send(
        f"/agencies/{school.pk}/", name="Quay School", sector="education", urn="12", areas=[wrenmouth.pk]
    )
    assert "“12” is not a URN." in changed_page.text
    send(
        f"/agencies/{school.pk}/", name="Quay School", sector="education", urn="100201", areas=[wrenmouth.pk]
    )
    assert changed()[-1] == (
        "Agency Quay School: name from “Quay Street School” to “Quay School” and URN from “100200” to “100201”."
    )


def test_an_agency_of_another_area_works_here_as_well(
    send: Send, wrenmouth: Area, stranger: Practitioner
) -> None:
    force = Agency.objects.create(name="Moor Police", sector="police")
    farholme = Area.objects.get(code="198")
    force.areas.add(farholme)
    send("/agencies/new/", name="moor police", sector="police")
    assert set(force.areas.all()) == {wrenmouth, farholme}
    send(f"/agencies/{force.pk}/", name="Moor Police", sector="police", areas=[])
    assert list(force.areas.all()) == [farholme]


def test_a_team_is_added_changed_and_closed_once_it_is_empty(
    send: Send, council: Agency, harbour_team: Team, case: Case
) -> None:
    send("/teams/new/", name="Quay team", purpose="help-and-protection", agency=council.pk)
    team = Team.objects.get(name="Quay team")
    assert send("/teams/new/", name="Quay team", purpose="other", agency=council.pk).status == 422
    send(f"/teams/{team.pk}/", name="Moor team", purpose="early-help")
    assert changed()[-1].startswith("Team Quay team: name from “Quay team” to “Moor team” and purpose from")
    full = send(f"/teams/{harbour_team.pk}/close/", on_day="17", on_month="4", on_year="2025")
    assert "It still has 1 child and 1 post." in full.text
    send(f"/teams/{team.pk}/close/", on_day="17", on_month="4", on_year="2025")
    team.refresh_from_db()
    assert team.closed_on == date(2025, 4, 17)


NEW = {
    "name": "Nia Hart", "email": "Nia@Wrenmouth.example", "job_title": "Social worker", "phone": "01632 960 002",
    "role": "social-worker", "from_on_day": "22", "from_on_month": "4", "from_on_year": "2025",
}  # fmt: skip


def test_a_practitioner_is_added_with_a_password_shown_once(
    send: Send, client: Client, council: Agency, harbour_team: Team
) -> None:
    page = send("/practitioners/new/", agency=council.pk, team=harbour_team.pk, **NEW)
    nia = Practitioner.objects.get(email="nia@wrenmouth.example")
    password = page.body.split("<code")[1].split(">", 1)[1].split("<", 1)[0].strip()
    assert nia.check_password(password)
    assert len(password) == 24
    assert TemporaryPassword.objects.filter(practitioner=nia).exists(), "they must choose another at once"
    assert [str(post) for post in nia.posts.all()] == ["Social worker, Harbour team"]  # type: ignore[attr-defined]
    assert password not in client.get(f"{HERE}/practitioners/{nia.pk}/").content.decode()
    assert not any(password in words for words in changed())
    assert (
        "signs in with this e-mail address already"
        in send("/practitioners/new/", agency=council.pk, team=harbour_team.pk, **NEW).text
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "nia"}, "Enter an email address in the correct format"),
        ({"name": ""}, "Enter their name"),
        ({"team": ""}, "A social worker works in a team."),
        ({"from_on_month": "13"}, "month"),
        ({"role": "king"}, "from the list"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence_and_nobody_is_added(
    send: Send, council: Agency, harbour_team: Team, wrong: dict[str, str], said: str
) -> None:
    page = send("/practitioners/new/", **{"agency": council.pk, "team": harbour_team.pk, **NEW, **wrong})
    assert page.status == 422
    assert said in page.text
    assert Practitioner.objects.filter(name="Nia Hart").count() == 0
    assert changed() == []


def test_a_team_of_another_agency_is_refused(send: Send, police: Agency, harbour_team: Team) -> None:
    page = send("/practitioners/new/", agency=police.pk, team=harbour_team.pk, **NEW)
    assert "Harbour team is not a team of Estuary Police." in page.text


def test_posts_begin_and_end_and_never_go(
    send: Send, dana: Practitioner, council: Agency, front_door: Team
) -> None:
    send(f"/practitioners/{dana.pk}/posts/new/", agency=council.pk, role="practice-supervisor", team=front_door.pk,
         from_on_day="1", from_on_month="5", from_on_year="2025")  # fmt: skip
    post = Post.objects.get(practitioner=dana, role=Role.PRACTICE_SUPERVISOR)
    early = send(f"/posts/{post.pk}/end/", on_day="1", on_month="4", on_year="2025")
    assert "The post ends before it begins." in early.text
    page = send(f"/posts/{post.pk}/end/", on_day="1", on_month="6", on_year="2025")
    assert "Practice supervisor, Front door" in page.text
    assert "from 1 May 2025 to 1 June 2025" in page.text
    assert dana.posts.count() == 2  # type: ignore[attr-defined]


def test_a_registration_says_who_is_a_social_worker(send: Send, olu: Practitioner, wrenmouth: Area) -> None:
    registered = {"number": "SW1", "from_on_day": "1", "from_on_month": "4", "from_on_year": "2025"}
    page = send(f"/practitioners/{olu.pk}/registrations/new/", body="hcpc", qualified="yes", **registered)
    assert "only Social Work England registers social workers" in page.text
    send(
        f"/practitioners/{olu.pk}/registrations/new/",
        body="social-work-england",
        qualified="yes",
        **registered,
    )
    kept = Registration.objects.get(practitioner=olu)
    assert "social worker" in olu.standing_on(date(2025, 4, 2))
    send(f"/registrations/{kept.pk}/end/", on_day="2", on_month="4", on_year="2025")
    kept.refresh_from_db()
    assert kept.to_on == date(2025, 4, 2)


def test_nobody_changes_what_they_themselves_may_do(
    send: Send, wyn: Practitioner, council: Agency, front_door: Team
) -> None:
    page = send(f"/practitioners/{wyn.pk}/posts/new/", agency=council.pk, role="screener", team=front_door.pk,
                from_on_day="1", from_on_month="4", from_on_year="2025")  # fmt: skip
    assert "You cannot change what you yourself may do." in page.text
    assert wyn.posts.count() == 1  # type: ignore[attr-defined]
    assert "You cannot change" in send(f"/practitioners/{wyn.pk}/close/", why="Leaving").text


def test_whoever_also_works_elsewhere_keeps_their_sign_in(
    send: Send, tom: Practitioner, stranger: Practitioner
) -> None:
    abroad = stranger.posts.get().agency  # type: ignore[attr-defined]
    Post.objects.create(practitioner=tom, agency=abroad, role=Role.POLICE_OFFICER, from_on=LONG_AGO)
    before = tom.password
    page = send(f"/practitioners/{tom.pk}/password/")
    assert "Tom Reed also works for Farholme Council, outside Wrenmouth." in page.text
    tom.refresh_from_db()
    assert tom.password == before


def test_an_account_closes_with_a_reason_and_opens_again(
    send: Send, client: Client, helen: Practitioner
) -> None:
    send(f"/practitioners/{helen.pk}/close/", why="Left the school.")
    helen.refresh_from_db()
    assert not helen.is_active
    assert changed()[-1] == "Account closed: Helen Marsh. Left the school."
    send(f"/practitioners/{helen.pk}/open/")
    helen.refresh_from_db()
    assert helen.is_active


def test_a_new_password_replaces_the_old_one(send: Send, helen: Practitioner) -> None:
    page = send(f"/practitioners/{helen.pk}/password/")
    password = page.body.split("<code")[1].split(">", 1)[1].split("<", 1)[0].strip()
    helen.refresh_from_db()
    assert helen.check_password(password)
    assert TemporaryPassword.objects.filter(practitioner=helen).exists()


def test_details_are_changed_and_an_address_is_one_persons(
    send: Send, helen: Practitioner, tom: Practitioner
) -> None:
    details = {"name": "Helen Marsh", "email": tom.email, "job_title": "Head", "phone": ""}
    assert (
        "signs in with this e-mail address already"
        in send(f"/practitioners/{helen.pk}/change/", **details).text
    )
    send(f"/practitioners/{helen.pk}/change/", **{**details, "email": helen.email})
    assert changed() == ["Practitioner Helen Marsh: job title from “nothing” to “Head”."]


def test_practitioners_are_found_by_the_beginning_of_a_name(
    read: Callable[..., Read], wyn: Practitioner, dana: Practitioner, helen: Practitioner
) -> None:
    page = read(wyn, f"{HERE}/practitioners/?named=hel")
    assert "Helen Marsh" in page.text
    assert "Dana Wright" not in page.text


def test_a_bank_holiday_moves_deadlines_once_they_are_worked_out_again(
    send: Send, read: Callable[..., Read], wyn: Practitioner, on_a_plan_here: Case
) -> None:
    core_group = Deadline.objects.get(rule_id="child-protection.first-core-group")
    assert core_group.due_on == date(2025, 4, 30)
    page = send("/bank-holidays/new/", day_day="25", day_month="4", day_year="2025", name="Day of thanks",
                source="Proclamation of 10 April 2025")  # fmt: skip
    assert "Day of thanks, 25 April 2025 is a bank holiday" in page.text
    assert "1 deadline in 1 case of Wrenmouth would change" in page.text
    core_group.refresh_from_db()
    assert core_group.due_on == date(2025, 4, 30)
    assert "1 deadline changed" in send("/bank-holidays/2025-04-25/deadlines/").text
    core_group.refresh_from_db()
    assert core_group.due_on == date(2025, 5, 1)
    assert (
        "No deadline in Wrenmouth changes." in read(wyn, f"{HERE}/bank-holidays/2025-04-25/deadlines/").text
    )
    holiday = RecordedHoliday.objects.get()
    assert (
        "1 deadline in 1 case of Wrenmouth would change"
        in send(f"/bank-holidays/{holiday.pk}/take-out/").text
    )
    assert RecordedHoliday.objects.count() == 0


MOVES: dict[str, Any] = {
    "switch": "family-help", "from_on_day": "1", "from_on_month": "9", "from_on_year": "2025",
    "decided_by": "The director", "reason": "Agreed by the partnership on 3 March 2025.",
}  # fmt: skip


def test_an_area_moves_to_a_way_of_working_on_its_own_day(
    send: Send, read: Callable[..., Read], wyn: Practitioner, wrenmouth: Area
) -> None:
    assert "Family help from 1 September 2025" in send("/ways-of-working/new/", **MOVES).text
    assert not is_on(wrenmouth, Switch.FAMILY_HELP, date(2025, 8, 31))
    assert is_on(wrenmouth, Switch.FAMILY_HELP, date(2025, 9, 1))
    assert not is_on(wrenmouth, Switch.LEAD_CHILD_PROTECTION_PRACTITIONER, date(2025, 9, 1))
    page = read(wyn, f"{HERE}/ways-of-working/").text
    assert "From 1 September 2025" in page
    assert "not law" in page
    assert changed()[-1].startswith("Family help: on from 1 September 2025. Decided by The director.")

    again = send("/ways-of-working/new/", **MOVES)
    assert again.status == 422
    assert "Family help is set in Wrenmouth already." in again.text

    one = AreaSwitch.objects.get()
    last = {"on_day": "30", "on_month": "9", "on_year": "2025"}
    early = send(f"/ways-of-working/{one.pk}/end/", **(last | {"on_month": "8"}))
    assert (early.status, "This is before it began." in early.text) == (422, True)
    assert send(f"/ways-of-working/{one.pk}/end/", **last).status == 200
    assert is_on(wrenmouth, Switch.FAMILY_HELP, date(2025, 9, 30))
    assert not is_on(wrenmouth, Switch.FAMILY_HELP, date(2025, 10, 1))


def test_who_decided_and_why_is_asked_and_nothing_is_chosen_beforehand(
    send: Send, read: Callable[..., Read], wyn: Practitioner
) -> None:
    assert not re.search(r"<input[^>]* checked", read(wyn, f"{HERE}/ways-of-working/new/").body)
    page = send("/ways-of-working/new/", **(MOVES | {"switch": "", "reason": ""}))
    assert page.status == 422
    assert "Select what the area moves to" in page.text
    assert "Enter why" in page.text
    assert not AreaSwitch.objects.exists()


@pytest.mark.parametrize(
    ("day", "said"), [("18", "It is Good Friday."), ("19", "is not a working day as it is")]
)
def test_a_day_that_is_no_working_day_needs_no_recording(send: Send, day: str, said: str) -> None:
    page = send("/bank-holidays/new/", day_day=day, day_month="4", day_year="2025", name="X", source="Y")
    assert page.status == 422
    assert said in page.text


def test_an_administrator_neither_closes_nor_opens_a_record_and_learns_of_none(send: Send) -> None:
    """Conflicts of interest are for managers: tests/access holds those pages."""
    assert send("/closed-records/").status == 404


@pytest.mark.parametrize(
    "statement",
    ["UPDATE access_administrativechange SET words = 'x'", "DELETE FROM access_administrativechange"],
)
def test_a_change_that_was_kept_stays_as_it_is(send: Send, wrenmouth: Area, statement: str) -> None:
    send("/area/", name="Greater Wrenmouth")
    with (
        pytest.raises(DatabaseError, match="written once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert len(changed()) == 1


def test_every_change_can_be_read_page_by_page(
    read: Callable[..., Read], wyn: Practitioner, wrenmouth: Area
) -> None:
    AdministrativeChange.objects.bulk_create(
        AdministrativeChange(area=wrenmouth, by=wyn, at=NOW, words=f"Change {n}.") for n in range(60)
    )
    page = read(wyn, f"{HERE}/changes/")
    assert "Change 59." in page.text
    assert "Change 9." not in page.text
    (more,) = page.links("More")
    assert "Change 9." in read(wyn, f"{HERE}/changes/{more}").text
