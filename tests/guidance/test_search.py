"""Searching the guidance: what must come first, however it is spelled or called."""

from __future__ import annotations

import pytest

from alongside.guidance import catalogue
from alongside.guidance.search import TWO_MEANINGS, index, search, stem


@pytest.mark.parametrize(("asked", "first"), [
    ("initial conference", "rule child-protection.initial-conference"),
    ("ICPC", "rule child-protection.initial-conference"),
    ("first core group", "rule child-protection.first-core-group"),
    ("strategy discussion", "rule child-protection.strategy-discussion"),
    ("stratgy discusion", "rule child-protection.strategy-discussion"),
    ("strategy meeting", "rule child-protection.strategy-discussion"),
    ("45 working days", "rule assessment.completion"),
    ("assesment", "topic assessment"),
    ("assessments", "topic assessment"),
    ("s47", "topic enquiry"),
    ("section 47", "topic enquiry"),
    ("MASH", "topic referral"),
    ("private fostering", "rule definition.private-fostering"),
    ("county lines", "rule definition.county-lines"),
    ("significant harm", "rule definition.significant-harm"),
    ("head teacher", "reader schools"),
    ("nursery", "reader early-years"),
    ("independent scrutineer", "reader scrutineers"),
    ("paragraph 153", "paragraph WT2023|paragraph 153"),
    ("Working Together 2018", "text WT2018"),
    ("When does an emergency protection order end?", "rule emergency.protection-order"),
    ("EPO 8 days", "rule emergency.protection-order"),
])  # fmt: skip
def test_what_must_come_first(asked: str, first: str) -> None:
    best = search(asked).found[0]

    assert f"{best.kind} {best.key}" == first


@pytest.mark.parametrize(("asked", "among"), [
    ("LADO", "topic position-of-trust"),
    ("GDPR", "text UK-GDPR"),
    ("CDOP", "body child-death-overview-panel"),
    ("serious case review", "topic local-review"),
    ("consent", "rule homelessness.consent"),
    ("newly sentenced prisoner", "rule prison.enquiry"),
    ("mum", "topic parents-and-carers"),
    ("council", "reader local-authority"),
])  # fmt: skip
def test_other_words_for_the_same_are_found(asked: str, among: str) -> None:
    assert among in {f"{one.kind} {one.key}" for one in search(asked).found}


def test_letters_with_two_meanings_say_so_and_find_both() -> None:
    answer = search("LSP")

    (said,) = answer.ambiguous
    assert said.letters == "LSP"
    assert said.meanings[:2] == ("lead safeguarding partner", "local safeguarding partnership")
    assert "rule definition.lead-safeguarding-partner" in {f"{one.kind} {one.key}" for one in answer.found}
    assert search("lsp meetings").ambiguous
    assert not search("lead safeguarding partner").ambiguous
    assert all(len(meanings) > 1 for meanings in TWO_MEANINGS.values())


@pytest.mark.parametrize(("asked", "word"), [
    ("ICPC", "ICPC"), ("initial child protection conference", "ICPC"), ("rapid response", "JAR"), ("MASH", "MASH"),
])  # fmt: skip
def test_a_word_kept_for_readers_stands_apart_and_before_the_rest(asked: str, word: str) -> None:
    answer = search(asked)

    assert word in {one.key for one in answer.words}
    assert not {(one.kind, one.key) for one in answer.words} & {(one.kind, one.key) for one in answer.found}


def test_letters_to_beware_of_say_why() -> None:
    (said,) = search("LADO").ambiguous

    assert len(said.meanings) == 1
    assert said.beware


def test_a_word_nobody_uses_is_put_right_and_says_so() -> None:
    assert search("safegaurding partners").instead == (("safegaurding", "safeguarding"),)
    assert search("referal decision").instead == (("referal", "referral"),)
    assert search("referral decision").instead == ()


@pytest.mark.parametrize("asked", ["", "   ", "the of and", "xyzzyq", "?!", "a" * 300, "%00", "<script>"])
def test_what_cannot_be_found_finds_nothing_and_breaks_nothing(asked: str) -> None:
    assert search(asked).found == ()


def test_everything_held_can_be_found() -> None:
    kinds = {one.kind for one in index().documents}
    keys = {(one.kind, one.key) for one in index().documents}

    assert {"rule", "paragraph", "reader", "topic", "body", "text", "change"} <= kinds
    assert {("rule", id) for id in catalogue.RULES} <= keys
    assert {("word", one.word) for one in catalogue.TERMS} <= keys
    assert {one.kind for one in search("conference", kinds=("rule",)).found} == {"rule"}


@pytest.mark.parametrize(("word", "cut"), [
    ("referrals", "referral"), ("enquiries", "enquiry"), ("meeting", "meet"), ("looked", "look"), ("child's", "child"),
    ("harm", "harm"), ("process", "process"), ("status", "status"), ("bus", "bus"), ("education", "education"),
])  # fmt: skip
def test_a_stem_is_light(word: str, cut: str) -> None:
    assert stem(word) == cut
