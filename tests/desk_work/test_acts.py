"""Every limit that can run leads to the page of the act that meets it, or says for whom one waits."""

from __future__ import annotations

import pytest

from alongside.deadlines.clocks import CLOCKS
from alongside.desk.my_work_acts import ABOUT_A_REFERRAL, ACTS, OF_OTHERS
from alongside.desk.offers import address, every_offer

RUNNING = sorted({clock.rule.id for clock in CLOCKS if clock.rule.clock == "guidance"})


@pytest.mark.parametrize("rule_id", RUNNING)
def test_a_limit_of_the_lead_practitioner_has_an_act(rule_id: str) -> None:
    assert rule_id in ACTS or rule_id.startswith(OF_OTHERS)


@pytest.mark.parametrize("url_name", sorted(set(ACTS.values())))
def test_the_act_is_offered_and_its_page_is_there(url_name: str) -> None:
    assert [offer for offer in every_offer() if offer.url_name == url_name]
    assert address(url_name, "WREN-AMARA2").startswith("/children/WREN-AMARA2/")


@pytest.mark.parametrize(("words", "url_name"), ABOUT_A_REFERRAL.values())
def test_the_acts_of_the_front_door_have_pages(words: str, url_name: str) -> None:
    assert address(url_name, "01a2024e-5fb1-7001-a509-cd5258600146").startswith("/front-door/")
