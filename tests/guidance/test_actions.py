"""Possible actions: each says what to do and what would show it done, and rests on rules that exist."""

from __future__ import annotations

from collections import Counter

import pytest

from alongside.guidance import catalogue, editions
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.compare import compare
from alongside.guidance.kernel.briefing import Origin

ACTIONS = tuple(catalogue.ACTIONS.values())


@pytest.mark.parametrize("action", ACTIONS, ids=lambda one: one.id)
def test_an_action_is_whole_and_names_what_exists(action):
    assert action.words.endswith(".")
    assert action.evidence, "what would show it done"
    assert action.audiences
    assert set(action.audiences) <= set(AUDIENCES)
    assert set(action.editions) <= set(editions.BY_ID)
    assert "WT2026" in action.editions, "what made sense under an earlier edition still does"
    assert set(action.rules) <= set(catalogue.RULES)


def test_nothing_is_asked_twice():
    assert [words for words, times in Counter(one.words for one in ACTIONS).items() if times > 1] == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_reader_has_actions_of_their_own(audience):
    found = compare("WT2018", "WT2026", audience=audience).actions

    own = [one for one in found if one.audiences[0] == audience and len(one.audiences) < 6]
    assert len(found) >= 12
    assert len(own) >= 5


def test_a_suggestion_is_never_passed_off_as_the_texts_own():
    suggested = {one.id for one in ACTIONS if one.origin is Origin.SUGGESTED}

    assert {"schools.key-adults", "schools.significant-harm-pages", "all.policy-dated"} <= suggested
    assert {"schools.inspection", "schools.early-help-signs", "all.definitions", "all.sharing"} <= suggested
    for id in ("schools.sharing-decisions", "schools.files", "schools.domestic-abuse-notices"):
        assert catalogue.ACTIONS[id].origin is Origin.OTHER_TEXT


#: What each reader may do, each by an action that says so.
ASKED = {
    "schools": """all.definitions schools.relevant-agency schools.arrangements-to-hand schools.training
        schools.share-attendance schools.key-adults schools.telling-families schools.early-help-signs
        schools.lead-practitioner schools.supervision schools.young-carers schools.off-roll schools.audits
        schools.allegations schools.escalate schools.take-part schools.domestic-abuse-notices schools.files
        schools.inspection schools.representative schools.significant-harm-pages schools.incidents
        schools.family-help-words schools.categories schools.referral-form schools.sharing-decisions
        schools.records schools.family-help-lead schools.protection-team schools.withdrawal all.racism""",
    "early-years": "early-years.lead early-years.policies early-years.staff-training early-years.relevant-agency",
    "health": """health.lead-partner health.executive-leads health.designated health.named health.practices
        health.training health.contracts health.section-11-return health.strategy-discussions health.admissions
        health.child-deaths health.rapid-review health.partnership-share health.serious-violence health.unborn
        health.protection-team health.confidentiality health.identifier health.sexual-abuse""",
    "police": """police.lead-partner police.sharing police.threshold police.children-first police.domestic-abuse
        police.police-protection police.child-deaths police.designated-officer police.public-protection
        police.disruption police.incidents police.commissioner police.protection-team police.closing-reasons
        police.coercive-control police.sharing-about-others""",
    "local-authority": """local-authority.lead-partner local-authority.notifications local-authority.care-leavers
        local-authority.designated-officer local-authority.protocol local-authority.referrals
        local-authority.early-help local-authority.section-11 local-authority.carers
        local-authority.prison-enquiries local-authority.secure-estate local-authority.armed-services
        local-authority.child-deaths local-authority.conferences local-authority.disabled-children
        local-authority.family-group local-authority.family-help local-authority.protection-team
        local-authority.not-in-school local-authority.identifier
        local-authority.family-help-lead all.babies all.fact-and-opinion""",
    "voluntary-faith-sport": """voluntary.policy voluntary.trustees voluntary.lead voluntary.routes
        voluntary.self-audit voluntary.if-named voluntary.allegations voluntary.out-of-school
        voluntary.sport-standards voluntary.lead-practitioner voluntary.honour-faith-belief voluntary.contracted
        voluntary.community-help voluntary.family-help-lead""",
    "safeguarding-partners": """partners.looked-after partners.impact partners.disproportionality
        partners.education partners.inspection partners.reform-dates""",
    "scrutineers": "scrutineers.plan scrutineers.sample",
}  # fmt: skip


@pytest.mark.parametrize("audience", ASKED)
def test_what_readers_may_do_is_found_in_the_comparison_for_them(audience):
    found = {one.id for one in compare("WT2018", "WT2026", audience=audience).actions}

    assert set(ASKED[audience].split()) <= found
