"""Working Together 2023, flow chart 3: immediate protection."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.kinds import REFERRAL_RECEIVED
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from alongside.section47.models import EmergencyProtectionOrder, ImmediateAction, PoliceProtection
from alongside.section47.protection_page import protection_page
from tests.cast import NOW
from tests.section47.sending import Answers, at, on, recorded, send, when

SAFE = "/children/WREN-AMARA2/immediate-protection/"
SATURDAY, SUNDAY = date(2025, 4, 12), date(2025, 4, 13)
POLICE: Answers = {
    **when("begun_at", SATURDAY, "22:00"), "officer": "PC Tom Reed", "why": "Alone at night; nobody found.",
}  # fmt: skip
ORDER: Answers = {
    **on("made_on", date(2025, 4, 14)), "court": "Wrenmouth Family Court", "applied_by": "local-authority",
    **on("expires_on", date(2025, 4, 18)),
}  # fmt: skip


@pytest.fixture
def desk(client: Client, case: Case, dana: Practitioner) -> Client:
    """Dana's browser."""
    client.force_login(dana)
    return client


@pytest.fixture
def front_desk(client: Client, wrenmouth: object, amara: Person, maya: Practitioner) -> Client:
    """Maya's browser, straight after a referral: a case without a lead practitioner."""
    case = Case.objects.create(area=amara.area, child=amara, opened_on=SUNDAY, recorded_by=maya)
    REFERRAL_RECEIVED.record(case, on=SUNDAY, by=maya, now=NOW, referrer="A neighbour", concern="Alone.")
    refresh(case)
    client.force_login(maya)
    return client


def test_one_press_from_the_page_to_each_way_of_making_a_child_safe(desk: Client) -> None:
    page = desk.get(SAFE).content.decode()

    for path in ("police/", "order/", "action/", "assessment-order/", "other-authority/"):
        assert f'href="{SAFE}{path}"' in page
    assert "ring 999" in page
    assert "Act at once where life is at risk or serious immediate harm is likely" in page


def test_straight_after_a_referral_three_answers_record_police_protection(front_desk: Client) -> None:
    page = recorded(send(front_desk, f"{SAFE}police/", POLICE))

    assert "It ends by 15 April 2025 at 22:00 at the latest, and cannot be extended." in page
    assert "holds a strategy discussion as soon as possible" in page
    assert "The police tell the local authority, the child and the parents as soon as they can." in page
    assert PoliceProtection.objects.get().begun_at == at(SATURDAY, "22:00"), "the night before the referral"
    rules = set(Deadline.objects.outstanding().values_list("rule_id", flat=True))
    assert {"emergency.police-protection", "emergency.strategy-discussion-after"} <= rules


def test_the_police_record_it_for_a_child_they_work_with(
    desk: Client, tom: Practitioner, police: Agency, police_involved: Involvement
) -> None:
    desk.force_login(tom)
    recorded(send(desk, f"{SAFE}police/", POLICE | {"police_force": str(police.pk)}))

    assert PoliceProtection.objects.get().recorded_by == tom


@pytest.mark.parametrize(
    ("hours", "words", "tag"),
    [
        (1, "71 hours left", ""),
        (49, "23 hours left", "soon"),
        (61, "11 hours left", "very-soon"),
        (73, "The time allowed was up 1 hour ago", "over"),
    ],
)
def test_the_page_says_how_long_is_left(
    hours: int, words: str, tag: str, desk: Client, amara: Person
) -> None:
    send(desk, f"{SAFE}police/", POLICE)

    left = protection_page(amara, at(SATURDAY, "22:00") + timedelta(hours=hours))["police_left"]
    assert (left.words, left.level) == (words, tag)


def test_police_protection_ends_with_what_holds_for_the_child_next(desk: Client) -> None:
    send(desk, f"{SAFE}police/", POLICE)
    ends = {
        **when("ended_at", SUNDAY, "11:15"),
        "how": "returned",
        "what_next": "With Nan, agreed by her mother.",
    }
    page = recorded(send(desk, f"{SAFE}police/end/", ends))

    assert "Police protection recorded as ended" in page
    assert "Dana Wright sees the child where they now are" in page
    assert "In police protection since" not in page
    assert not Deadline.objects.outstanding().filter(rule_id="emergency.police-protection").exists()


def test_an_order_keeps_its_printed_day_and_is_extended_once(desk: Client) -> None:
    made = recorded(send(desk, f"{SAFE}order/", ORDER))
    assert "It runs to Friday 18 April 2025, as printed on it." in made
    extended = {
        **on("made_on", date(2025, 4, 17)), "court": "Wrenmouth Family Court",
        **on("expires_on", date(2025, 4, 25)),
    }  # fmt: skip
    page = recorded(send(desk, f"{SAFE}order/extend/", extended))
    assert "Emergency protection order to Friday 25 April 2025" in page
    assert "It has been extended, which the Act allows once." in page

    again = desk.post(f"{SAFE}order/extend/", {**extended, "step": "confirm"})
    assert again.status_code == 422
    assert "the Act allows one extension" in again.content.decode()
    assert "Children Act 1989, section 45(6)" in again.content.decode()


def test_an_order_longer_than_the_act_allows_is_refused_with_the_section_and_nothing_is_lost(
    desk: Client,
) -> None:
    answered = desk.post(f"{SAFE}order/", {**ORDER, **on("expires_on", date(2025, 4, 24)), "step": "confirm"})

    page = answered.content.decode()
    assert answered.status_code == 422
    assert "An emergency protection order cannot run to 24 April 2025." in page
    assert "the last day is 22 April 2025" in page
    assert "Children Act 1989, section 45(1)" in page
    assert 'value="Wrenmouth Family Court"' in page
    assert not EmergencyProtectionOrder.objects.exists()


def test_an_order_after_police_protection_runs_from_its_first_day(desk: Client) -> None:
    send(desk, f"{SAFE}police/", POLICE)
    after = ORDER | {"applied_by": "designated-officer", **on("expires_on", date(2025, 4, 19))}
    page = recorded(send(desk, f"{SAFE}order/", after))

    assert EmergencyProtectionOrder.objects.get().runs_from == SATURDAY
    assert "Police protection is still shown as running. Record how it ended." in page


def test_an_assessment_order_ends_seven_days_beginning_with_the_named_day(desk: Client) -> None:
    order = {
        **on("made_on", date(2025, 4, 14)), "court": "Wrenmouth Family Court", **on("runs_from", date(2025, 4, 22)),
    }  # fmt: skip
    page = recorded(send(desk, f"{SAFE}assessment-order/", order))

    assert "The assessment begins on Tuesday 22 April 2025 and ends by Monday 28 April 2025." in page
    ends = {**on("ended_on", date(2025, 4, 28)), "how": "other", "what_next": "Assessed in hospital."}
    assert "Child assessment order recorded as ended" in recorded(
        send(desk, f"{SAFE}assessment-order/end/", ends)
    )


@pytest.mark.parametrize(("alone", "follows"), [("yes", True), ("no", False)])
def test_another_way_asks_for_a_discussion_only_where_there_was_none(
    alone: str, follows: bool, desk: Client
) -> None:
    action = {
        **on("acted_on", SUNDAY), "acted_by": "local-authority", "way": "agreed-move", "what": "She goes to Nan's.",
        "alone": alone,
    }  # fmt: skip
    page = recorded(send(desk, f"{SAFE}action/", action))

    assert ("holds a strategy discussion as soon as possible" in page) is follows
    assert ImmediateAction.objects.get().alone is follows


def test_another_authority_is_responsible_only_once_it_has_accepted_in_writing(desk: Client) -> None:
    asked = {
        "authority": "Farholme", **on("consulted_on", SUNDAY), "words": "They have a plan.", "asked_to_accept": "yes",
    }  # fmt: skip
    page = recorded(send(desk, f"{SAFE}other-authority/", asked))
    assert "This authority stays responsible until Farholme accepts, followed up in writing." in page

    accepted = asked | on("accepted_in_writing_on", date(2025, 4, 14))
    page = recorded(send(desk, f"{SAFE}other-authority/", accepted))
    assert "Farholme is responsible for the child from now on." in page


PAGES = (
    "", "police/", "police/end/", "order/", "order/extend/", "order/end/", "assessment-order/",
    "assessment-order/end/", "action/", "other-authority/", "police/add/", "order/add/", "action/add/",
)  # fmt: skip


@pytest.mark.parametrize("who", ["stranger", "relative", "helen", "tom", "ada"])
def test_to_anyone_else_it_does_not_exist(
    who: str, desk: Client, school_involved: Involvement, request: pytest.FixtureRequest
) -> None:
    """Helen's school works with Amara and records no powers; Tom's force does not work with her."""
    desk.force_login(request.getfixturevalue(who))

    assert [desk.get(SAFE + path).status_code for path in PAGES] == [404] * len(PAGES)


def test_what_could_wait_is_added_later_and_what_stood_stays(desk: Client) -> None:
    send(desk, f"{SAFE}police/", POLICE | {"legal_advice": "Duty solicitor rung at 23:10."})
    shown = desk.get(SAFE).content.decode()
    assert shown.count("Not recorded yet") == 3
    more = {
        "legal_advice": "She rang back: apply for an order.",
        "where": "Nan's house",
        "child_seen": "By PC Reed.",
    }
    page = recorded(send(desk, f"{SAFE}police/add/", more))

    protection = PoliceProtection.objects.get()
    assert protection.legal_advice == "Duty solicitor rung at 23:10.\nShe rang back: apply for an order."
    assert "The child is at: Nan&#39;s house" in page
    assert "Legal advice, or why there was none: She rang back: apply for an order." in page
    assert page.count("Not recorded yet") == 2


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({}, "There is nothing to add."),
        ({"child_seen": "At school."}, "No police protection is recorded for Amara Okoye."),
    ],
)
def test_an_addition_needs_words_and_a_record(answers: Answers, sentence: str, desk: Client) -> None:
    answered = desk.post(f"{SAFE}police/add/", {**answers, "step": "confirm"})

    assert answered.status_code == 422
    assert sentence in answered.content.decode()


@pytest.mark.parametrize("way", ["order", "assessment-order", "action"])
def test_every_way_of_making_a_child_safe_can_be_added_to(way: str, desk: Client) -> None:
    recorded_first = {
        "order": ORDER,
        "assessment-order": {key: value for key, value in ORDER.items() if key != "applied_by"}
        | on("runs_from", date(2025, 4, 14)),
        "action": {
            **on("acted_on", SUNDAY), "acted_by": "nspcc", "way": "kept-safe", "what": "In hospital.", "alone": "no",
        },
    }  # fmt: skip
    shown = recorded(send(desk, f"{SAFE}{way}/", recorded_first[way]))
    assert f'href="{SAFE}{way}/add/"' in shown

    page = recorded(send(desk, f"{SAFE}{way}/add/", {"children_of_household": "Ben, at Nan's."}))
    assert "Other children in the household: Ben, at Nan&#39;s." in page
