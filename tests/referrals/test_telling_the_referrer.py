"""The referrer is told in the same step as the decision, or later, or not and why: never silently not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.test import Client

from alongside.agencies.models import Area, Practitioner, Team
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.outbox.models import OutgoingMessage
from alongside.referrals import board, front_door, telling
from alongside.referrals.models import Decision, Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal
from tests.cast import NOW

GIVEN = ReferralGiven(
    received_at=NOW, referrer_kind="practitioner", referrer_name="Gwen Pike", family_asked="agreed",
    referrer_email="gwen@tideway.example", email_proven_at=NOW,
    statements=[Said(kind="concern", words="They are hungry.", said_by="Gwen Pike")],
)  # fmt: skip
DECIDED = front_door.Decided(
    outcome="no-further-action", reasons="SECRET REASONS", to_tell_referrer="Their school helps already."
)


def two(by: Practitioner, area: Area, given: ReferralGiven = GIVEN) -> list[Referral]:
    children = [ReferredChild(given=name, family="Marsh", born_on=date(2016, 1, 1)) for name in ("Ada", "Bo")]
    return make_referral(by=by, area=area, children=children, given=given, now=NOW)


@pytest.fixture
def referrals(wrenmouth: Area, front_door: Team, helen: Practitioner) -> list[Referral]:
    return two(helen, wrenmouth)


def decide(by: Practitioner, referrals: list[Referral], **how: str) -> list[Decision]:
    return telling.decide_and_tell(
        by=by, referrals=referrals, decided=DECIDED, telling=telling.Telling(**how), now=NOW
    )


def letters() -> list[OutgoingMessage]:
    return list(OutgoingMessage.objects.filter(kind="email"))


def test_one_letter_tells_of_both_children_and_only_what_may_be_told(
    priya: Practitioner, referrals: list[Referral]
) -> None:
    decide(priya, referrals, how="e-mail")

    (letter,) = letters()
    assert letter.to == "gwen@tideway.example"
    assert "Their school helps already." in letter.body
    assert "SECRET" not in letter.body
    assert "Marsh" not in letter.body
    assert Entry.objects.filter(kind="referrer-told").count() == 2
    assert not Deadline.objects.outstanding().filter(rule_id="referral.feedback").exists()


def test_an_address_nobody_confirmed_is_told_only_that_there_is_news(
    priya: Practitioner, wrenmouth: Area, helen: Practitioner, front_door: Team
) -> None:
    decide(priya, two(helen, wrenmouth, replace(GIVEN, email_proven_at=None)), how="e-mail")

    (letter,) = letters()
    assert "There is news" in letter.body
    assert "school helps" not in letter.body


def test_someone_with_an_account_is_written_to_there(
    priya: Practitioner, wrenmouth: Area, helen: Practitioner, front_door: Team
) -> None:
    given = replace(GIVEN, referrer=helen, referrer_email="", email_proven_at=None)
    decide(priya, two(helen, wrenmouth, given), how="e-mail")

    assert [letter.to for letter in letters()] == ["helen@wrenmouth.example"]
    assert "school helps" in letters()[0].body


def test_without_an_address_nothing_is_decided_by_e_mail_and_nothing_is_half_done(
    priya: Practitioner, wrenmouth: Area, helen: Practitioner, front_door: Team
) -> None:
    made = two(helen, wrenmouth, replace(GIVEN, referrer_email="", email_proven_at=None))
    with pytest.raises(Refusal, match="no e-mail address"):
        decide(priya, made, how="e-mail")

    assert not Decision.objects.exists()


def test_whoever_is_told_later_stays_on_the_board_until_they_are(
    priya: Practitioner, wrenmouth: Area, referrals: list[Referral]
) -> None:
    decisions = decide(priya, referrals, how="later")
    (group,) = board.of(wrenmouth, priya, now=NOW).groups["to-tell"]
    assert len(group.cards) == 2

    telling.settle(
        by=priya, decisions=decisions, told="We told them.", telling=telling.Telling(how="telephone"), now=NOW
    )
    assert not board.of(wrenmouth, priya, now=NOW).groups["to-tell"]


def test_no_outcome_is_left_unsent_without_a_reason(
    priya: Practitioner, wrenmouth: Area, referrals: list[Referral]
) -> None:
    decisions = decide(priya, referrals, how="later")
    with pytest.raises(Refusal, match="Say why"):
        telling.not_told(by=priya, decision=decisions[0], why=" ", now=NOW)
    for one in decisions:
        telling.not_told(by=priya, decision=one, why="It would show the father who rang.", now=NOW)

    assert not board.of(wrenmouth, priya, now=NOW).groups["to-tell"]
    assert not Deadline.objects.outstanding().filter(rule_id="referral.feedback").exists()


def form(*referrals: Referral, **more: str) -> dict[str, Any]:
    return {
        "referrals": [str(one.pk) for one in referrals], "outcome": "no-further-action", "reasons": "Helped already.",
        "to_tell_referrer": "Their school helps already.", "step": "confirm", **more,
    }  # fmt: skip


def test_deciding_and_telling_is_one_page_and_one_sending(
    client: Client, priya: Practitioner, referrals: list[Referral]
) -> None:
    client.force_login(priya)
    page = f"/front-door/{referrals[0].pk}/"
    assert "By e-mail to gwen@tideway.example" in client.get(page).content.decode()
    answer = client.post(page, form(*referrals, told_how="e-mail"))

    assert answer.status_code == 303, answer.content.decode()
    assert len(letters()) == 1
    assert Decision.objects.count() == 2


def test_how_the_referrer_is_told_has_no_default(
    client: Client, priya: Practitioner, referrals: list[Referral]
) -> None:
    client.force_login(priya)
    answer = client.post(f"/front-door/{referrals[0].pk}/", form(*referrals))

    assert answer.status_code == 422
    assert "Select how the referrer is told" in answer.content.decode()
    assert not Decision.objects.exists()


def test_words_for_a_referrer_who_is_not_told_are_not_kept_for_them_to_find(
    client: Client, priya: Practitioner, wrenmouth: Area, helen: Practitioner, front_door: Team
) -> None:
    made = two(helen, wrenmouth, replace(GIVEN, referrer=helen, referrer_email=""))
    client.force_login(priya)
    client.post(
        f"/front-door/{made[0].pk}/", form(*made, told_how="not-told", why_not="It would put Ada at risk.")
    )
    client.force_login(helen)
    receipt = client.get(f"/referrals/{made[0].submission}/").content.decode()

    assert Decision.objects.count() == 2
    assert "Their school helps" not in receipt
    assert "at risk" not in receipt
    assert made[0].submission_reference in receipt


def test_telling_later_tells_of_all_decided_alike(
    client: Client, priya: Practitioner, referrals: list[Referral]
) -> None:
    decide(priya, referrals, how="later")
    client.force_login(priya)
    client.post(
        f"/front-door/{referrals[0].pk}/tell/", {"told": "Their school helps already.", "told_how": "e-mail"}
    )

    assert len(letters()) == 1
    assert Entry.objects.filter(kind="referrer-told").count() == 2
