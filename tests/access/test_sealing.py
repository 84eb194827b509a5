"""A sealed record is not there but for those who hold a key; and managers place, change and lift seals."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse
from django.test import Client

from alongside.access import policies
from alongside.access.models import Seal
from alongside.access.policy import Policy, Reason
from alongside.agencies.models import Practitioner, Team
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.need_to_know import sealing
from alongside.people.models import HouseholdMember, Person
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.pages import MOST_QUERIES, Read

Seals = Callable[..., Seal]


def but_for_chance(answer: HttpResponse) -> bytes:
    """A page without the form’s token, which is drawn anew each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", answer.content)


def readers(child: Person, *people: Practitioner) -> set[str]:
    for one in people:
        one.__dict__.pop("scope", None)
    return {one.name for one in people if policies.READ_CHILD.allows(child, one)}


@pytest.mark.parametrize("kind", Seal.Kind.values)
def test_only_those_who_hold_a_key_open_it(
    kind: str, seal: Seals, case: Case, sam: Practitioner, dana: Practitioner, olu: Practitioner,
    priya: Practitioner, maya: Practitioner,
) -> None:  # fmt: skip
    everybody = (sam, dana, olu, priya, maya)
    assert len(readers(case.child, *everybody)) == 5
    seal(kind)
    assert readers(case.child, *everybody) == {"Sam Birch", "Dana Wright"}


def test_a_team_holds_a_key_and_so_does_whoever_joins_it(
    seal: Seals, case: Case, priya: Practitioner, maya: Practitioner, front_door: Team, olu: Practitioner
) -> None:
    seal(teams=[front_door])
    assert readers(case.child, priya, maya, olu) == {"Priya Nair", "Maya Lowe"}


def test_a_key_opens_nothing_that_ones_work_does_not(
    seal: Seals, case: Case, noor: Practitioner, hill_team: Team
) -> None:
    """A key takes the seal away for its holder; what else they may open stays as it was."""
    seal(practitioners=[noor], teams=[hill_team])
    assert readers(case.child, noor) == set()


def test_of_two_seals_one_needs_a_key_to_each(
    seal: Seals, case: Case, sam: Practitioner, dana: Practitioner
) -> None:
    seal("restricted")
    seal("adoption", practitioners=[])
    assert readers(case.child, sam, dana) == {"Sam Birch"}


def test_the_page_is_not_found_and_reads_as_if_it_were_not_there(
    client: Client, seal: Seals, case: Case, olu: Practitioner
) -> None:
    seal()
    client.force_login(olu)
    hidden, absent = client.get("/children/WREN-AMARA2/"), client.get("/children/WREN-222222/")
    assert hidden.status_code == absent.status_code == 404
    assert but_for_chance(hidden) == but_for_chance(absent)


def test_a_manager_seals_on_a_page_and_the_chronology_says_no_more_than_that_access_changed(
    client: Client, read: Callable[..., Read], case: Case, sam: Practitioner, dana: Practitioner
) -> None:
    client.force_login(sam)
    sent = {
        "kind": "staff-family", "why": "Her uncle is a colleague.", "step": "confirm", "practitioners-rows": "1",
        "practitioners-0-practitioner": str(dana.pk),
    }  # fmt: skip
    assert client.post("/children/WREN-AMARA2/seal/", sent).status_code == 303

    page = read(sam, "/children/WREN-AMARA2/who-can-see/")
    assert (
        "Why Her uncle is a colleague. Since 17 April 2025 Who holds a key Dana Wright and Sam Birch"
        in page.text
    )
    entry = Entry.objects.get(kind="access-changed")
    assert "colleague" not in str(entry.details)
    assert "colleague" not in "".join(row.details for row in Row.objects.all())


def test_who_can_see_names_nobody_without_a_key(
    read: Callable[..., Read],
    seal: Seals,
    case: Case,
    sam: Practitioner,
    olu: Practitioner,
    maya: Practitioner,
) -> None:
    seal()
    page = read(sam, "/children/WREN-AMARA2/who-can-see/")
    assert "Olu Adeyemi" not in page.text
    assert "Maya Lowe" not in page.text
    assert "Dana Wright, social worker, Harbour team" in page.text


def test_keys_change_and_whoever_changes_them_keeps_their_own(
    client: Client, seal: Seals, case: Case, sam: Practitioner, dana: Practitioner, olu: Practitioner
) -> None:
    placed = seal()
    sealing.change_keys(by=sam, seal=placed, practitioners=[olu], teams=[], now=NOW)
    assert readers(case.child, sam, dana, olu) == {"Sam Birch", "Olu Adeyemi"}
    client.force_login(sam)
    form = client.get(f"/children/WREN-AMARA2/seals/{placed.pk}/keys/")
    assert form.status_code == 200
    assert re.search(f'<option value="{olu.pk}"[^>]* selected', form.content.decode())


def test_a_lifted_seal_hides_nothing_and_cannot_be_lifted_twice(
    seal: Seals, case: Case, sam: Practitioner, olu: Practitioner
) -> None:
    placed = seal()
    sealing.lift_seal(by=sam, seal=placed, why="The threat is over.", now=NOW)
    assert readers(case.child, olu) == {"Olu Adeyemi"}
    with pytest.raises(Refusal, match="was lifted"):
        sealing.lift_seal(by=sam, seal=placed, why="Again.", now=NOW)


def test_neither_a_social_worker_nor_a_manager_without_a_key_lifts_it(
    seal: Seals, dana: Practitioner, priya: Practitioner
) -> None:
    placed = seal()
    for one in (dana, priya):
        with pytest.raises(PermissionDenied):
            sealing.lift_seal(by=one, seal=placed, why="Please.", now=NOW)


def test_one_seal_of_a_kind_stands_at_a_time(seal: Seals) -> None:
    seal()
    with pytest.raises(Refusal, match="sealed in this way already"):
        seal()


def test_the_family_of_a_brother_does_not_name_a_sealed_child(
    read: Callable[..., Read], seal: Seals, case: Case, ben: Person, sam: Practitioner, priya: Practitioner
) -> None:
    Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=sam)
    seal()
    for page in ("", "people/"):
        assert "Amara" not in read(priya, f"/children/WREN-BENJA2/{page}").body
    for found in ("Amara Okoye", "WREN-AMARA2", "3 9 2020"):
        assert "No child whose record you may open fits" in read(priya, f"/search/?q={found}").text


def test_whoever_cannot_see_a_sealed_child_does_not_take_them_out_of_the_household(
    seal: Seals, case: Case, ben: Person, sam: Practitioner, priya: Practitioner
) -> None:
    from alongside.family.relatives import set_household

    Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=sam)
    set_household(by=sam, child=case.child, people=[], now=NOW)
    set_household(by=priya, child=ben, people=[case.child], now=NOW)
    seal()
    set_household(by=priya, child=ben, people=[], now=NOW)
    assert HouseholdMember.objects.filter(person=case.child, to_on=None).exists()


def test_a_policy_that_forgot_seals_would_show_it(seal: Seals, case: Case, olu: Practitioner) -> None:
    """The seeded fault."""
    seal()
    forgetful = Policy("read-child", "open", "child", policies.READ_CHILD.allow, (policies.CLOSED_TO_YOU,))
    everybody = Reason("anybody", lambda me: Q(pk__isnull=False))
    assert forgetful.allows(case.child, olu)
    assert not Policy("x", "x", "child", (everybody,), policies.DENIED).allows(case.child, olu)


def test_the_page_of_keys_asks_little(read: Callable[..., Read], seal: Seals, sam: Practitioner) -> None:
    placed = seal()
    for page in ("who-can-see/", f"seals/{placed.pk}/lift/"):
        assert len(read(sam, f"/children/WREN-AMARA2/{page}").sql) <= MOST_QUERIES + 3
