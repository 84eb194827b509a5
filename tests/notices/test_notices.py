"""Notices: told to one practitioner or one team, seen once, and by nobody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from alongside.access import policies
from alongside.access.models import Restriction
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner, Team
from alongside.notices.models import Notice
from alongside.notices.services import notify
from alongside.people.models import Person
from tests.cast import LONG_AGO, NOW
from tests.pages import MOST_QUERIES, Read, reader


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


def seen_by(me: Practitioner, policy: Policy = policies.SEE_NOTICE) -> list[str]:
    return [str(notice) for notice in policy.filter(Notice.objects.unseen(), me)]


def test_a_notice_to_one_practitioner_stands_on_their_work_and_on_nobody_elses(
    read: Callable[..., Read], dana: Practitioner, sam: Practitioner, amara: Person
) -> None:
    notify(
        to=dana,
        words="The school sent information.",
        link=f"/children/{amara.reference}/",
        child=amara,
        now=NOW,
    )

    page = read(dana, "/")
    assert "For you to know The school sent information. 17 April 2025" in page.text
    assert page.links("The school sent information.") == ["/children/WREN-AMARA2/"]
    assert len(page.sql) <= MOST_QUERIES
    assert "For you to know" not in read(sam, "/").text


def test_a_notice_to_a_team_stands_with_everyone_in_it_until_one_of_them_has_seen_it(
    client: Client, read: Callable[..., Read], dana: Practitioner, sam: Practitioner, priya: Practitioner,
    harbour_team: Team,
) -> None:  # fmt: skip
    notice = notify(team=harbour_team, words="Two members have left.", now=NOW)
    assert "Two members have left." in read(sam, "/").text
    assert "Two members have left." in read(dana, "/team/").text
    assert len(read(sam, "/team/").sql) <= MOST_QUERIES
    assert "Two members" not in read(priya, "/").text

    client.force_login(sam)
    answer = client.post(f"/notices/{notice.pk}/seen/", {"back": "/team/"})

    assert (answer.status_code, answer["Location"]) == (303, "/team/")
    notice.refresh_from_db()
    assert (notice.seen_at, notice.seen_by) == (NOW, sam)
    assert "Two members" not in read(dana, "/").text
    assert "Two members have left." in read(dana, "/notices/").text


def test_whoever_has_seen_it_first_stays_on_record(
    client: Client, dana: Practitioner, sam: Practitioner, harbour_team: Team
) -> None:
    notice = notify(team=harbour_team, words="Two members have left.", now=NOW)
    for one in (dana, sam):
        client.force_login(one)
        assert client.post(f"/notices/{notice.pk}/seen/").status_code == 303
    notice.refresh_from_db()
    assert notice.seen_by == dana


def test_a_notice_of_somebody_else_is_not_there(
    client: Client, dana: Practitioner, sam: Practitioner
) -> None:
    notice = notify(to=dana, words="Only for Dana.", now=NOW)
    client.force_login(sam)
    theirs = client.post(f"/notices/{notice.pk}/seen/")
    nobodys = client.post("/notices/00000000-0000-7000-8000-000000000000/seen/")

    assert theirs.status_code == nobodys.status_code == 404
    notice.refresh_from_db()
    assert notice.seen_at is None


def test_to_whom_the_child_is_closed_the_notice_is_closed(
    read: Callable[..., Read], sam: Practitioner, relative: Practitioner, amara: Person, harbour_team: Team
) -> None:
    notify(team=harbour_team, words="Amara was seen.", child=amara, now=NOW)
    notify(team=harbour_team, words="The office is shut on Friday.", now=NOW)

    assert seen_by(sam) == ["Amara was seen.", "The office is shut on Friday."]
    assert seen_by(relative) == ["The office is shut on Friday."]
    assert "Amara" not in read(relative, "/").text + read(relative, "/notices/").text


def test_without_its_denial_the_policy_would_show_it(
    sam: Practitioner, relative: Practitioner, amara: Person, harbour_team: Team
) -> None:
    """The seeded fault."""
    notify(team=harbour_team, words="Amara was seen.", child=amara, now=NOW)
    careless = Policy("see-notice", "see", "notice", policies.SEE_NOTICE.allow)

    assert seen_by(relative, careless) == ["Amara was seen."]


def test_a_restriction_that_ended_shows_it_again(dana: Practitioner, amara: Person) -> None:
    notify(to=dana, words="Amara was seen.", child=amara, now=NOW)
    Restriction.objects.create(
        child=amara, practitioner=dana, why="Thought to be a relative", from_on=LONG_AGO, to_on=LONG_AGO
    )
    assert seen_by(dana) == ["Amara was seen."]


def test_going_back_leads_nowhere_but_to_our_own_lists(client: Client, dana: Practitioner) -> None:
    notice = notify(to=dana, words="Only for Dana.", now=NOW)
    client.force_login(dana)
    answer = client.post(f"/notices/{notice.pk}/seen/", {"back": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("both", [True, False])
def test_a_notice_is_to_one_or_to_a_team_and_to_no_other(
    both: bool, dana: Practitioner, harbour_team: Team
) -> None:
    with pytest.raises(ValidationError, match="one practitioner or to one team"):
        notify(to=dana if both else None, team=harbour_team if both else None, words="Hello.", now=NOW)


def test_a_page_says_so_when_nobody_was_told_anything(read: Callable[..., Read], dana: Practitioner) -> None:
    page = read(dana, "/notices/")
    assert page.h1 == ["What you have been told"]
    assert "Nobody has told you anything here." in page.text
