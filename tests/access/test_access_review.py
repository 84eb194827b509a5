"""Who still needs access: accounts that close by themselves, and a manager's confirmation of a team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client

from alongside.access import policies
from alongside.access.models import AccessConfirmation, AccessRule, AdministrativeChange
from alongside.agencies.models import Area, Post, Practitioner, Team
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.need_to_know import accounts, reviewing
from alongside.outbox.daily import DUTIES
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.pages import MOST_QUERIES, Read

#: The keys of the cast are made while the tests run, so what is unused is measured from then.
LATER = datetime.now(UTC)


def closing(now: datetime = LATER) -> dict[str, str]:
    return {found.practitioner.name: found.why for found in accounts.to_close(now)}


def test_an_account_closes_when_its_last_post_has_ended(dana: Practitioner, sam: Practitioner) -> None:
    Post.objects.filter(practitioner=dana).update(to_on=LATER.date() - timedelta(days=1))
    assert closing() == {"Dana Wright": "last-post-ended"}
    assert accounts.close_unused(LATER) == "1 account closed"
    assert list(Practitioner.objects.filter(is_active=False)) == [dana]
    assert accounts.close_unused(LATER) == "0 accounts closed"


def test_somebody_whose_post_begins_or_ends_later_stays(dana: Practitioner, sam: Practitioner) -> None:
    Post.objects.filter(practitioner=dana).update(to_on=LATER.date())
    Post.objects.filter(practitioner=sam).update(from_on=LATER.date() + timedelta(days=30))
    assert closing() == {}


def test_an_account_closes_when_nobody_has_used_it_for_45_days(dana: Practitioner, sam: Practitioner) -> None:
    Practitioner.objects.filter(pk=sam.pk).update(last_login=LATER + timedelta(days=10))
    assert closing(LATER + timedelta(days=44)) == {}
    assert closing(LATER + timedelta(days=46)) == {"Dana Wright": "not-used"}


def test_an_area_sets_other_days_from_a_day_on(
    dana: Practitioner, wyn: Practitioner, wrenmouth: Area
) -> None:
    AccessRule.objects.create(
        area=wrenmouth, from_on=date(2025, 1, 1), emergency_roles=[], emergency_hours=4, dormant_days=10,
        review_days=31, set_by=wyn, set_at=NOW,
    )  # fmt: skip
    assert closing(LATER + timedelta(days=11)) == {"Dana Wright": "not-used"}


def test_the_last_administrator_of_an_area_is_kept(wyn: Practitioner, ada: Practitioner) -> None:
    assert closing(LATER + timedelta(days=400)) == {"Ada Finch": "not-used"}


def test_the_worker_does_it_daily_and_the_audit_says_by_what(dana: Practitioner) -> None:
    Post.objects.filter(practitioner=dana).update(to_on=LATER.date() - timedelta(days=1))
    assert DUTIES["close accounts that nobody uses"].function(LATER) == "1 account closed"
    row = Row.objects.get(about=dana.pk)
    assert (row.actor_kind, row.action, "last-post-ended" in row.details) == ("system", "permission", True)


def test_a_command_does_it_and_says_first_whom_it_would_close(dana: Practitioner) -> None:
    Post.objects.filter(practitioner=dana).update(to_on=date(2020, 1, 1))
    said = StringIO()
    call_command("accounts_close_unused", "--dry-run", stdout=said)
    assert said.getvalue() == "Dana Wright: last post ended\n1 account would close\n"
    call_command("accounts_close_unused", stdout=said)
    assert said.getvalue().endswith("1 account closed\n")


def test_a_manager_confirms_their_team_and_whoever_left_loses_its_access_at_once(
    client: Client, read: Callable[..., Read], case: Case, sam: Practitioner, dana: Practitioner,
    olu: Practitioner, harbour_team: Team,
) -> None:  # fmt: skip
    assert "Confirm who needs access in Harbour team When" in read(sam, "/").text
    page = read(sam, f"/team/access/{harbour_team.pk}/")
    assert len(page.sql) <= MOST_QUERIES
    post = {one.practitioner_id: one.pk for one in Post.objects.filter(team=harbour_team)}
    sent = {f"post-{post[one.pk]}": "needed" for one in (sam, dana)} | {f"post-{post[olu.pk]}": "left"}
    client.force_login(sam)
    assert client.post(f"/team/access/{harbour_team.pk}/", sent).status_code == 303

    assert not policies.READ_CHILD.allows(case.child, Practitioner.objects.get(pk=olu.pk))
    confirmation = AccessConfirmation.objects.get()
    assert (len(confirmation.members), confirmation.leavers) == (2, [olu.pk.hex])
    assert "Olu Adeyemi: post as Family support worker" in str(AdministrativeChange.objects.get())
    assert "Confirm who needs access" not in read(sam, "/").text
    assert "17 April 2025" in read(sam, "/team/access/").text


def test_it_is_due_again_after_a_month(sam: Practitioner, harbour_team: Team, read: Callable[..., Read],
                                       monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip

    reviewing.confirm(by=sam, team=harbour_team, left=[], now=NOW - timedelta(days=31))
    assert "Confirm who needs access in Harbour team" in read(sam, "/").text
    reviewing.confirm(by=sam, team=harbour_team, left=[], now=NOW - timedelta(days=30))
    assert "Confirm who needs access" not in read(sam, "/").text


def test_nobody_is_chosen_beforehand_and_everybody_must_be_answered_for(
    client: Client, sam: Practitioner, dana: Practitioner, harbour_team: Team
) -> None:
    client.force_login(sam)
    where = f"/team/access/{harbour_team.pk}/"
    assert " checked" not in client.get(where).content.decode().split("<main")[1]
    answer = client.post(where, {})
    assert answer.status_code == 422
    assert "Select whether Dana Wright still needs access" in answer.content.decode()
    assert not AccessConfirmation.objects.exists()


def test_a_manager_does_not_end_their_own_post(client: Client, sam: Practitioner, harbour_team: Team) -> None:
    own = Post.objects.get(practitioner=sam)
    client.force_login(sam)
    assert client.post(f"/team/access/{harbour_team.pk}/", {f"post-{own.pk}": "left"}).status_code == 422
    with pytest.raises(Refusal, match="your own post"):
        reviewing.confirm(by=sam, team=harbour_team, left=[own.pk], now=NOW)


@pytest.mark.parametrize("who", ["dana", "priya", "wyn", "helen", "noor"])
def test_nobody_confirms_a_team_that_they_do_not_manage(
    who: str, client: Client, harbour_team: Team, request: pytest.FixtureRequest
) -> None:
    me = request.getfixturevalue(who)
    client.force_login(me)
    assert client.get(f"/team/access/{harbour_team.pk}/").status_code == 404
    with pytest.raises(PermissionDenied):
        reviewing.confirm(by=me, team=harbour_team, left=[], now=NOW)


def test_those_who_may_have_left_are_pointed_out(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, olu: Practitioner, harbour_team: Team
) -> None:
    Practitioner.objects.filter(pk=olu.pk).update(is_active=False)
    Post.objects.filter(practitioner=dana).update(to_on=date(2025, 4, 30))
    page = read(sam, f"/team/access/{harbour_team.pk}/").text
    assert "Their account is closed." in page
    assert "Their post ends on 30 April 2025." in page


def test_an_administrator_sets_the_rules_of_the_area(
    client: Client, read: Callable[..., Read], wyn: Practitioner, wrenmouth: Area
) -> None:
    client.force_login(wyn)
    sent = {
        "from_on_day": "17", "from_on_month": "4", "from_on_year": "2025", "emergency_roles": ["team-manager"],
        "emergency_hours": "2", "dormant_days": "30", "review_days": "90", "step": "confirm",
    }  # fmt: skip
    where = "/administration/199/access-rules/"
    assert "local rule, not law" in read(wyn, where).text
    assert client.post(where, {**sent, "from_on_day": "16"}).status_code == 422
    assert client.post(where, sent).status_code == 303
    assert AccessRule.objects.get().dormant_days == 30
    assert "emergencies 2 hours" in str(AdministrativeChange.objects.get())
    assert "What holds today was set here." in read(wyn, where).text
