"""Anybody can refer a child: one question a page, nothing typed lost, sent once, with a receipt."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Area
from alongside.front_door.models import Draft, Receipt
from alongside.outbox.models import OutgoingMessage
from alongside.referrals.models import Referral
from tests.front_door.walking import NEIGHBOUR, NURSERY, begin, fill, refer

pytestmark = pytest.mark.usefixtures("open_door")


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    cache.clear()


def link_sent() -> str:
    """The link in the last letter."""
    letter = OutgoingMessage.objects.order_by("-id")[0]
    found = re.search(r"http://testserver(/\S+)", letter.body)
    assert found
    return found[1]


def test_an_emergency_is_sent_to_999_and_nothing_is_recorded(client: Client) -> None:
    answer = begin(client, "yes")

    assert answer.url == "/refer/emergency/"
    assert "Ring 999" in client.get(answer.url).content.decode()
    assert not Draft.objects.exists()
    assert "sessionid" not in client.cookies


def test_a_neighbour_refers_without_a_name_and_gets_a_receipt(client: Client) -> None:
    answer = refer(client, NEIGHBOUR)

    page = client.get(answer.url).content.decode()
    receipt, referral = Receipt.objects.get(), Referral.objects.get()
    assert receipt.reference in page
    assert "Working Together" in page  # The rule behind the date is cited.
    assert (referral.referrer_kind, referral.referrer_name) == ("anonymous", "")
    assert referral.not_asked_because == "I am afraid of them."
    assert [said.kind for said in referral.statements.all()] == ["fact", "concern"]


def test_a_practitioner_without_an_account_refers_siblings_in_one_go(client: Client) -> None:
    refer(client, NURSERY)

    referrals = Referral.objects.order_by("id")
    assert [one.case.child.called for one in referrals] == ["Amara Okoye", "Ben Okoye"]
    assert {one.referrer_name for one in referrals} == {"Gwen Pike"}
    assert {one.address_to_reply_to for one in referrals} == {"gwen@tideway.example"}


def test_an_address_that_was_not_confirmed_is_no_bar_and_is_shown_as_such(client: Client) -> None:
    fill(client, NURSERY)

    assert "We have not heard from gwen@tideway.example yet" in client.get("/refer/check/").content.decode()
    assert client.post("/refer/check/").status_code == 303
    assert not Referral.objects.all()[0].address_is_proven


def test_following_the_link_confirms_the_address_before_or_after_sending(client: Client) -> None:
    fill(client, NURSERY)
    link = link_sent()
    client.get(link)
    assert Draft.objects.get().email_proven_at is None  # Letters are opened by machines as well.

    client.post("/refer/check/")
    client.post(link)

    assert Draft.objects.get().email_proven_at
    assert all(one.address_is_proven for one in Referral.objects.all())
    assert "/refer/status/" in link_sent()  # Now the receipt may go there too.


def test_a_letter_to_confirm_says_nothing_about_the_child(client: Client) -> None:
    fill(client, NURSERY)

    letter = OutgoingMessage.objects.get()
    assert letter.to == "gwen@tideway.example"
    assert "Amara" not in letter.body + letter.subject


def test_a_link_that_is_none_of_ours_confirms_nothing(client: Client) -> None:
    assert client.post("/refer/confirm/guess/").status_code == 404


def test_a_partner_with_an_account_goes_to_the_form_they_know(client: Client) -> None:
    begin(client)
    client.post("/refer/about/area/", {"area": "199"})
    assert client.post("/refer/about/who/", {"who": "account"}).url == "/referrals/new/"


def test_what_is_wrong_is_explained_and_still_there(client: Client) -> None:
    begin(client)
    answer = client.post("/refer/about/reported/", {"reported": "He hits them.", "reported_by": ""})

    assert answer.status_code == 422
    assert "Say who told you" in answer.content.decode()
    assert "He hits them." in client.get("/refer/about/reported/").content.decode()


def test_a_row_for_another_child_loses_nothing(client: Client) -> None:
    begin(client)
    answer = client.post("/refer/about/children/", {**NEIGHBOUR["children"], "add-row": "children"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'value="Amara"' in page
    assert "Child 2" in page


def test_one_can_come_back_in_another_browser_with_the_link_and_only_with_it(client: Client) -> None:
    begin(client)
    client.post("/refer/about/concern/", {"concern": "She is alone."})
    page = client.get("/refer/later/").content.decode()
    link = re.findall(r'href="http://testserver(/refer/back/[^"]+)"', page)[0]

    elsewhere = Client()
    assert elsewhere.get("/refer/about/concern/").url == "/refer/"
    assert "Go on only if you began it" in elsewhere.get(link).content.decode()
    elsewhere.post(link)
    assert "She is alone." in elsewhere.get("/refer/about/concern/").content.decode()
    assert elsewhere.get("/refer/back/guess/").status_code == 404


def test_the_key_of_a_draft_is_kept_only_as_a_digest(client: Client) -> None:
    begin(client)
    key = client.session["referral-draft"]

    assert len(key) >= 43  # 256 bits.
    assert all(key not in str(value) for value in Draft.objects.values().get().values())


def test_sending_twice_makes_one_referral(client: Client) -> None:
    first = refer(client, NEIGHBOUR)
    again = client.post("/refer/check/")

    assert again.url == first.url
    assert Referral.objects.count() == 1


def test_once_sent_the_draft_holds_nothing_more(client: Client) -> None:
    refer(client, NEIGHBOUR)

    assert Draft.objects.get().answers == {}
    assert client.get("/refer/about/concern/").url.startswith("/refer/status/")


def test_nothing_is_sent_before_it_is_whole(client: Client) -> None:
    begin(client)
    client.post("/refer/about/area/", {"area": "199"})

    assert client.post("/refer/check/").url == "/refer/about/who/"
    assert not Receipt.objects.exists()


def test_a_child_of_whom_nothing_is_known_can_be_referred(client: Client) -> None:
    refer(client, NEIGHBOUR | {"children": {"children-rows": "1"}})

    assert Referral.objects.get().case.child.called == "Child (name not known)"


def test_what_is_too_long_is_said_and_what_stood_before_stays(client: Client) -> None:
    begin(client)
    client.post("/refer/about/concern/", {"concern": "She is alone."})
    answer = client.post("/refer/about/concern/", {"concern": "x" * 70_000})

    assert answer.status_code == 422
    assert "too long to be kept" in answer.content.decode()
    assert "She is alone." in client.get("/refer/about/concern/").content.decode()


def test_changing_one_answer_leads_back_to_checking(client: Client) -> None:
    fill(client, NEIGHBOUR)
    answer = client.post("/refer/about/where/?then=check", {"whereabouts": "At school", "then": "check"})

    assert answer.url == "/refer/check/"
    assert "At school" in client.get("/refer/check/").content.decode()


def test_the_schema_is_open_to_everyone(client: Client) -> None:
    assert client.get("/refer/schema.json").json()["properties"].keys() >= {
        "version",
        "children",
        "statements",
    }


def test_letters_to_one_address_are_few(client: Client) -> None:
    for _ in range(6):
        Client().post("/refer/", {"danger": "no"})
        fill(Client(), NURSERY)

    assert OutgoingMessage.objects.filter(to="gwen@tideway.example").count() == 3


def test_the_clock_begins_when_it_is_received(client: Client) -> None:
    refer(client, NEIGHBOUR)

    receipt, referral = Receipt.objects.get(), Referral.objects.get()
    assert referral.received_at == receipt.made_at
    assert referral.recorded_at - receipt.made_at < timedelta(seconds=1)


def test_another_area_can_be_chosen_only_where_it_receives_referrals(client: Client) -> None:
    Area.objects.create(code="198", name="Farholme", prefix="FARH")
    begin(client)

    assert "Farholme" not in client.get("/refer/about/area/").content.decode()


def test_what_is_never_sent_is_deleted_after_28_days(client: Client) -> None:
    begin(client)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=29))
    begin(Client())

    assert Draft.objects.count() == 1
    assert client.get("/refer/about/concern/").headers["Location"] == "/refer/"
