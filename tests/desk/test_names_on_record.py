"""Who is named on a record is offered wherever it is asked who somebody is, to whoever may read them there."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.early_help.models import FamilyTeamMember
from alongside.family.names import MOST
from alongside.people.models import Person, Relationship
from tests.cast import LONG_AGO, NOW, child_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def nana(amara: Person) -> Person:
    nana = child_of(amara.area, "Nana Okoye", "WREN-NANA22", born_on=None)
    Relationship.objects.create(person=nana, other=amara, kind="grandparent")
    return nana


def page(client: Client, who: Practitioner, name: str, *args: object, query: str = "") -> html.HtmlElement:
    client.force_login(who)
    answer = client.get(reverse(name, args=args) + query)
    assert answer.status_code == 200
    return html.fromstring(answer.content)


def offered(client: Client, who: Practitioner, child: Person, name: str = "conferences:book") -> list[str]:
    """The names under the boxes of a page."""
    return page(client, who, name, child.reference).xpath("//datalist[@id='names-on-record']/option/@value")


def test_family_and_practitioners_are_offered_and_nothing_is_filled_in(
    client: Client, case: Case, amara: Person, nana: Person, dana: Practitioner
) -> None:
    book = page(client, dana, "conferences:book", amara.reference)
    assert {"Nana Okoye", "Dana Wright"} <= set(book.xpath("//datalist/option/@value"))
    (box,) = book.xpath("//input[@name='invitations-0-name']")
    assert (box.get("list"), box.get("value") or "") == ("names-on-record", "")


def test_whose_record_is_closed_to_one_is_not_named(
    client: Client, case: Case, amara: Person, nana: Person, dana: Practitioner
) -> None:
    """The seeded fault: without the restriction the name is there."""
    assert "Nana Okoye" in offered(client, dana, amara)
    Restriction.objects.create(child=nana, practitioner=dana, why="Dana's neighbour", from_on=LONG_AGO)
    assert "Nana Okoye" not in offered(client, dana, amara)


def test_whoever_leads_early_help_is_offered_its_names_and_no_others_of_the_record(
    client: Client, case: Case, amara: Person, nana: Person, helen: Practitioner, dana: Practitioner
) -> None:
    FamilyTeamMember.objects.create(
        area=case.area, case=case, practitioner=helen, agency=helen.scope.posts[0].agency, name=helen.name, leads=True,
        from_on=date(2025, 4, 2), recorded_at=NOW, recorded_by=helen,
    )  # fmt: skip
    FamilyTeamMember.objects.create(
        area=case.area, case=case, name="Teo Bell", part="Weekends", from_on=date(2025, 4, 2), recorded_at=NOW,
        recorded_by=helen,
    )  # fmt: skip
    assert offered(client, helen, amara, "early_help:add-member") == ["Helen Marsh", "Teo Bell"]
    assert {"Teo Bell", "Nana Okoye"} <= set(offered(client, dana, amara))


def test_someone_named_and_not_among_the_family_is_added_without_typing_the_name(
    client: Client, case: Case, amara: Person, nana: Person, dana: Practitioner
) -> None:
    FamilyTeamMember.objects.create(
        area=case.area, case=case, name="Teo Bell, her uncle", from_on=date(2025, 4, 2), recorded_at=NOW, recorded_by=dana
    )  # fmt: skip
    people = page(client, dana, "desk:people", amara.reference)
    (add,) = people.xpath("//main//a[contains(@href, 'named=')]/@href")
    assert "Teo" not in add, "an address is kept in many places, and holds no name"
    nobody = html.fromstring(client.get(add[:-3] + "xyz").content)
    assert nobody.xpath("//input[@name='given']/@value") in ([], [""])
    client.force_login(dana)
    form = html.fromstring(client.get(add).content)
    assert form.xpath("//input[@name='given']/@value") == ["Teo"]
    assert form.xpath("//input[@name='family']/@value") == ["Bell"]
    assert "Nana Okoye" not in str(people.xpath("string(//main)")).partition("Named on this record")[2][:200]


def test_a_long_list_stops(client: Client, case: Case, amara: Person, dana: Practitioner) -> None:
    FamilyTeamMember.objects.bulk_create(
        FamilyTeamMember(
            area=case.area, case=case, name=f"Visitor {n:04}", from_on=date(2025, 4, 2), recorded_at=NOW, recorded_by=dana
        )
        for n in range(MOST + 20)
    )  # fmt: skip
    assert len(offered(client, dana, amara)) == MOST
