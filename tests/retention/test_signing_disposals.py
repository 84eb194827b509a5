"""Who proposes, who signs, how long is waited, who cancels; and that the database lets nothing go before that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside import written_once
from alongside.access.models import AdministrativeChange, Seal
from alongside.agencies.models import Area
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry, Shortfall
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.retention import disposing
from alongside.retention.holding import place_hold
from alongside.retention.models import Disposal, DisposalLine, Erasing
from tests.cast import NOW
from tests.every.pages import World
from tests.retention.families import COOLED, DUE, line_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def proposed(world: World) -> Disposal:
    return disposing.propose(by=world.staff("wyn"), area=world.borough.area, now=DUE)


def signs(world: World, who: str, disposal: Disposal) -> Disposal:
    return disposing.sign(by=world.staff(who), disposal=disposal, now=DUE)


# Two people


def test_the_one_who_signed_first_is_refused_as_second(world: World, proposed: Disposal) -> None:
    signs(world, "wyn", proposed)
    with pytest.raises(Refusal, match="somebody else must sign second"):
        signs(world, "wyn", proposed)
    assert Disposal.objects.ready().count() == 0


def test_the_database_refuses_the_same_person_twice(world: World, proposed: Disposal) -> None:
    """The seeded fault: the act does not ask who signed first."""
    wyn = world.staff("wyn")
    with pytest.raises(IntegrityError), transaction.atomic():
        Disposal.objects.filter(pk=proposed.pk).update(
            first_by=wyn, first_at=DUE, second_by=wyn, second_at=DUE, not_before=DUE.date()
        )


@pytest.mark.parametrize("who", ["dana", "priya", "helen", "jamal", "tom", "maya"])
def test_only_who_administers_or_manages_a_team_signs_or_cancels(
    world: World, proposed: Disposal, who: str
) -> None:
    with pytest.raises(PermissionDenied):
        signs(world, who, proposed)
    with pytest.raises(PermissionDenied):
        disposing.cancel(by=world.staff(who), disposal=proposed, why="No", now=DUE)


def test_a_manager_signs_and_does_not_propose(world: World, proposed: Disposal) -> None:
    assert signs(world, "sam", proposed).first_by == world.staff("sam")
    with pytest.raises(PermissionDenied):
        disposing.propose(by=world.staff("sam"), area=world.borough.area, now=DUE)


def test_who_may_sign_second_is_told_and_the_first_is_not(world: World, proposed: Disposal) -> None:
    signs(world, "wyn", proposed)
    told = Notice.objects.filter(link=disposing.address_of(world.borough.area, proposed.pk))
    assert world.staff("sam") in {one.to for one in told}
    assert world.staff("wyn") not in {one.to for one in told}
    assert {one.to for one in told} == set(disposing.may_sign(world.borough.area)) - {world.staff("wyn")}


def test_each_step_is_audited_and_told_of(world: World, ready: Disposal) -> None:
    disposing.carry_out(ready, COOLED)
    steps = [row.more["what"] for row in Row.objects.filter(about=ready.pk).order_by("at", "lane", "number")]
    assert sorted(steps) == sorted(
        ["disposal-proposed", "disposal-signed-first", "disposal-signed-second", "disposal-ended"]
    )
    told = [change.words for change in AdministrativeChange.objects.order_by("id")]
    assert "A disposal of 1 record was proposed." in told
    assert not [words for words in told if world.child.reference in words or world.child.called in words]


def test_where_nothing_is_due_nothing_is_proposed(world: World, proposed: Disposal) -> None:
    with pytest.raises(Refusal, match="2 records of this area are proposed already"):
        disposing.propose(by=world.staff("wyn"), area=world.borough.area, now=NOW)


def test_a_sealed_record_is_not_proposed_and_its_disposal_is_not_shown(
    world: World, proposed: Disposal, client: Client
) -> None:
    seal = Seal.objects.create(
        child=world.child, kind="restricted", why="x", from_on=date(2025, 1, 1), placed_at=NOW,
        placed_by=world.staff("priya"),
    )  # fmt: skip
    client.force_login(world.staff("sam"))
    assert client.get(disposing.address_of(world.borough.area, proposed.pk)).status_code == 404
    disposing.cancel(by=world.staff("wyn"), disposal=proposed, why="Sealed", now=DUE)
    assert world.child not in [line.child for line in _proposed_again(world)]
    seal.to_on, seal.lifted_by, seal.lifted_because = date(2025, 2, 1), world.staff("priya"), "x"
    seal.save()
    assert [line.child for line in _proposed_again(world)] == [world.child]


def _proposed_again(world: World) -> list[DisposalLine]:
    return list(disposing.propose(by=world.staff("wyn"), area=world.borough.area, now=DUE).lines.all())


# The wait


def test_without_a_decision_thirty_days_are_waited_and_that_is_shown_as_local(
    world: World, ready: Disposal
) -> None:
    assert disposing.cooling_days(world.borough.area, DUE.date()) == (30, disposing.COOLING_SOURCE)
    assert "no law" in disposing.COOLING_SOURCE
    assert ready.not_before == DUE.date() + timedelta(days=30) == COOLED.date()
    with pytest.raises(Refusal, match="not carried out today"):
        disposing.carry_out(ready, COOLED - timedelta(days=1))
    assert disposing.carry_out_due(COOLED - timedelta(days=1)) == ""
    assert disposing.carry_out_due(COOLED) == "1 record destroyed, 0 left out."


def test_an_area_sets_its_own_wait_for_those_signed_from_then_on(world: World, proposed: Disposal) -> None:
    area, wyn = world.borough.area, world.staff("wyn")
    said: dict[str, Any] = {"area": area, "days": 90, "decided_by": "Cabinet, 3 May 2026", "now": NOW}
    with pytest.raises(PermissionDenied):
        disposing.set_cooling(by=world.staff("sam"), from_on=NOW.date(), **said)
    with pytest.raises(Refusal, match="begin in the past"):
        disposing.set_cooling(by=wyn, from_on=NOW.date() - timedelta(days=1), **said)
    disposing.set_cooling(by=wyn, from_on=DUE.date(), **said)

    assert disposing.cooling_days(area, DUE.date() - timedelta(days=1))[0] == 30
    signs(world, "sam", proposed)
    assert signs(world, "wyn", proposed).not_before == DUE.date() + timedelta(days=90)


def test_one_signature_is_never_enough_however_long_is_waited(world: World, proposed: Disposal) -> None:
    signs(world, "wyn", proposed)
    with pytest.raises(Refusal, match="Waits for a second signature"):
        disposing.carry_out(proposed, COOLED + timedelta(days=4000))


def test_it_is_cancelled_at_any_time_before_and_can_be_proposed_again(world: World, ready: Disposal) -> None:
    disposing.cancel(by=world.staff("sam"), disposal=ready, why="An inquiry was announced", now=COOLED)
    assert disposing.carry_out_due(COOLED) == ""
    assert Person.objects.filter(pk=world.child.pk).exists()
    with pytest.raises(Refusal, match="been cancelled"):
        signs(world, "sam", ready)
    assert [line.child for line in _proposed_again(world)] == [world.child]


def test_what_has_ended_is_not_cancelled_and_what_was_signed_twice_not_signed_again(
    world: World, ready: Disposal
) -> None:
    with pytest.raises(Refusal, match="signed by two already"):
        signs(world, "sam", ready)
    disposing.carry_out(ready, COOLED)
    with pytest.raises(Refusal, match="has ended"):
        disposing.cancel(by=world.staff("sam"), disposal=ready, why="Too late", now=COOLED)


# The database


def refused(do: Callable[[], object]) -> str:
    """What the database says to this."""
    with pytest.raises(DatabaseError) as found, transaction.atomic():
        do()
    return str(found.value)


def erasing(
    world: World,
    disposal: Disposal,
) -> Erasing:
    return Erasing.objects.create(child_id=world.child.pk, line=line_of(disposal), on=COOLED.date())


def raw(table: str) -> Callable[[], object]:
    return lambda: connection.cursor().execute(f"DELETE FROM {table}")


def test_outside_the_act_the_database_lets_nothing_go(world: World, ready: Disposal) -> None:
    assert Shortfall.objects.exists()
    for table in ("chronology_entry", "chronology_shortfall", "access_administrativechange", "audit_row"):
        assert "are written once" in refused(raw(table))


def test_inside_it_nobody_elses_rows_go_and_nothing_is_changed(world: World, ready: Disposal) -> None:
    with transaction.atomic():
        erasing(world, ready)
        assert "are written once" in refused(raw("chronology_entry"))
        assert "are written once" in refused(
            lambda: Entry.objects.filter(child=world.child).update(source="somebody")
        )
        assert "are written once" in refused(raw("chronology_shortfall"))
        transaction.set_rollback(True)


@pytest.mark.parametrize(
    "spoilt", ["one-signature", "cancelled", "held", "open", "too-early", "somebody-else", "twice"]
)
def test_the_way_through_opens_only_for_what_two_people_signed(
    world: World, ready: Disposal, spoilt: str
) -> None:
    on, line = COOLED.date(), line_of(ready)
    child = world.child.pk
    if spoilt == "one-signature":
        Disposal.objects.filter(pk=ready.pk).update(second_by=None, second_at=None, not_before=None)
    elif spoilt == "cancelled":
        disposing.cancel(by=world.staff("wyn"), disposal=ready, why="No", now=DUE)
    elif spoilt == "held":
        place_hold(
            by=world.staff("priya"), child=world.child, reason="x", review_on=date(2033, 1, 1), now=DUE
        )
    elif spoilt == "open":
        Case.objects.filter(child=world.child).update(closed_on=None, closure_reason="")
    elif spoilt == "too-early":
        on -= timedelta(days=1)
    elif spoilt == "somebody-else":
        child = Person.objects.get(called="Finn Marlow").pk
    else:
        line.outcome, line.left_out_because = "left-out", "x"
        line.save()
    said = refused(lambda: Erasing.objects.create(child_id=child, line=line, on=on))
    assert written_once.NOT_SIGNED in said


def test_without_its_guard_the_way_through_would_open_to_anybody(world: World, proposed: Disposal) -> None:
    """The seeded fault: the guard is gone. Then it opens, and “audit verify” names what is missing."""
    on = " ON retention_erasing" if connection.vendor == "postgresql" else ""
    with transaction.atomic():
        connection.cursor().execute(f"DROP TRIGGER retention_erasing_is_signed{on}")
        erasing(world, proposed)
        assert written_once.missing(connection) == {"retention_erasing_is_signed"}
        transaction.set_rollback(True)
    assert written_once.missing(connection) == set()


def test_the_way_through_is_open_for_one_child_and_cannot_be_turned_to_another(
    world: World, ready: Disposal
) -> None:
    with transaction.atomic():
        opened = erasing(world, ready)
        other = Person.objects.get(called="Finn Marlow")
        assert written_once.NOT_SIGNED in refused(
            lambda: Erasing.objects.filter(pk=opened.pk).update(child=other)
        )
        refused(lambda: erasing(world, ready))
        transaction.set_rollback(True)


def test_a_transaction_that_leaves_it_open_cannot_be_saved(world: World, ready: Disposal) -> None:
    with transaction.atomic():
        erasing(world, ready)
        with pytest.raises(IntegrityError):
            connection.check_constraints(["retention_erasing"])
        transaction.set_rollback(True)


# The command, and the pages


def test_the_command_says_what_it_would_do_and_does_it(
    world: World, ready: Disposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: COOLED)
    said = StringIO()
    call_command("retention_dispose", "--dry-run", stdout=said)
    assert (
        f"{world.child.reference}: kept until 1 March 2032; 5 years from the last closing" in said.getvalue()
    )
    assert line_of(ready).outcome == ""

    call_command("retention_dispose", "--due", stdout=said)
    assert "signed by Wyn Doyle and Sam Birch. 1 record destroyed, 0 left out" in said.getvalue()
    call_command("retention_dispose", "--due", stdout=said)
    assert "No disposal is due" in said.getvalue()


def test_the_command_ends_with_a_code_where_it_broke_off(
    world: World, ready: Disposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: COOLED)

    def breaks(*_: object) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr("alongside.retention.erasing._remove", breaks)
    said = StringIO()
    with pytest.raises(CommandError) as found:
        call_command("retention_dispose", "--due", stdout=said)
    assert found.value.returncode == 1
    assert "Broken off after 0 of 1: the disk is full" in said.getvalue()
    assert line_of(ready).outcome == ""


def address(area: Area, name: str, *more: object) -> str:
    return reverse(f"retention:{name}", args=(area.code, *more))


def test_two_people_sign_on_the_pages_and_the_certificate_is_there_to_print(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    area, now = world.borough.area, DUE
    monkeypatch.setattr("alongside.retention.disposal_views.timezone.now", lambda: now)
    monkeypatch.setattr("alongside.retention.disposal_views.require_recent", lambda request: None)
    client.force_login(world.staff("wyn"))
    assert client.get(address(area, "disposals")).status_code == 200
    assert client.get(address(area, "propose")).status_code == 200
    page = client.post(address(area, "propose"), {"step": "confirm"})["Location"]
    made = Disposal.objects.order_by("-proposed_at")[0]
    assert page == disposing.address_of(area, made.pk)
    assert world.child.reference in client.get(page).content.decode()

    client.post(address(area, "sign-disposal", made.pk), {"step": "confirm"})
    again = client.post(address(area, "sign-disposal", made.pk), {"step": "confirm"})
    assert (again.status_code, "somebody else must sign second" in again.content.decode()) == (422, True)

    client.force_login(world.staff("sam"))
    assert "Sign as the second" in client.get(page).content.decode()
    client.post(address(area, "sign-disposal", made.pk), {"step": "confirm"})
    assert "Nothing is destroyed before 1 April 2032" in client.get(page).content.decode()
    assert client.get(address(area, "certificate", made.pk)).status_code == 404

    disposing.carry_out(made, COOLED)
    shown = client.get(address(area, "certificate", made.pk)).content.decode()
    assert "Children’s records destroyed: 1, of 1 that were proposed." in shown
    assert (world.child.reference in shown, world.child.called in shown) == (False, False)
    looked = client.get(address(area, "disposals") + f"?reference={world.child.reference}").content.decode()
    assert "was destroyed on" in looked


def test_signing_asks_again_who_it_is(world: World, proposed: Disposal, client: Client) -> None:
    client.force_login(world.staff("sam"))
    answer = client.post(address(world.borough.area, "sign-disposal", proposed.pk), {"step": "confirm"})
    assert (answer.status_code, reverse("signing_in:confirm") in answer["Location"]) == (303, True)
    proposed.refresh_from_db()
    assert proposed.first_at is None


@pytest.mark.parametrize("who", ["dana", "priya", "helen"])
def test_to_everybody_else_it_is_not_there(
    world: World, proposed: Disposal, client: Client, who: str
) -> None:
    client.force_login(world.staff(who))
    for name, more in (("disposals", ()), ("disposal", (proposed.pk,)), ("sign-disposal", (proposed.pk,)),
                       ("cancel-disposal", (proposed.pk,)), ("certificate", (proposed.pk,)), ("propose", ()),
                       ("new-wait", ())):  # fmt: skip
        assert client.get(address(world.borough.area, name, *more)).status_code == 404


def test_the_childs_own_page_says_that_it_is_proposed(
    world: World, proposed: Disposal, client: Client
) -> None:
    client.force_login(world.staff("priya"))
    shown = client.get(reverse("retention:kept", args=(world.child.reference,))).content.decode()
    assert "Proposed for disposal" in shown
