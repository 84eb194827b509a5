"""Chapter 1 of the 2023 edition: what each rule asks, of whom, how strongly, and where the text says so."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Force

TODAY = date(2026, 11, 22)
UNDER_2023 = date(2025, 7, 1)
PRINCIPLES = ["collaborate", "learn", "resource", "include", "challenge"]


@pytest.mark.parametrize(
    ("level", "paragraph", "includes"),
    [
        ("leaders", "paragraph 25", "diversity is understood"),
        ("managers", "paragraph 26", "notice discrimination"),
        ("practitioners", "paragraph 27", "tell hardship apart from abuse"),
    ],
)
def test_five_principles_are_expected_at_each_of_three_levels(level, paragraph, includes):
    rule = catalogue.RULES[f"expectation.{level}"]
    said = {heading.key: heading.label for heading in rule.headings(UNDER_2023)}

    assert list(said) == PRINCIPLES
    assert includes in said["include"]
    assert rule.force is Force.SHOULD
    assert str(rule.dated.at(UNDER_2023).citation).endswith(paragraph)
    assert all(heading.help and heading.group for heading in rule.headings(TODAY))


def test_parents_and_carers_are_worked_with_by_four_principles():
    rule = catalogue.RULES["parents-and-carers.principles"]
    seen_in = {heading.key: heading.help for heading in rule.headings(TODAY)}

    assert list(seen_in) == ["relationship", "communication", "empowerment", "involvement"]
    assert "interpreters by profession" in seen_in["communication"]
    assert "supporter" in seen_in["empowerment"]
    assert rule.force is Force.SHOULD


@pytest.mark.parametrize("id", ["expectation.leaders", "parents-and-carers.principles"])
def test_the_2018_edition_had_neither_list(id):
    with pytest.raises(NotCovered):
        catalogue.RULES[id].dated.said_by("WT2018")


MUST, SHOULD = Force.MUST, Force.SHOULD
EQUALITY_ACT = "Equality Act 2010, section 149"


@pytest.mark.parametrize(
    ("id", "place", "by", "force", "point"),
    [
        ("expectation.levels", "paragraph 24", ("safeguarding-partners",), SHOULD, "the area itself settles"),
        ("shared-responsibility.child-heard", "paragraph 14", ("practitioners",), SHOULD, "takes the child's views seriously"),
        ("shared-responsibility.equality", "paragraphs 14 and 16", ("public-authorities",), MUST, "struggles to convey"),
        ("shared-responsibility.access", "paragraph 16", ("safeguarding-partners",), MUST, "before anybody runs into them"),
        ("shared-responsibility.executive-leads", "paragraph 17", ("integrated-care-boards",), MUST, "one person may lead on all"),
        ("shared-responsibility.needs-assessed", "paragraph 17", ("public-health", "integrated-care-boards"), SHOULD, "director of public health"),
        ("shared-responsibility.needs-used", "paragraph 17", ("safeguarding-partners",), SHOULD, "what services there are"),
        ("parents-and-carers.child-first", "paragraph 18", ("practitioners",), SHOULD, "does not move the child"),
        ("parents-and-carers.interpreters", "paragraph 18", ("practitioners",), SHOULD, "British Sign Language"),
        ("parents-and-carers.partnership", "page 14", ("practitioners",), SHOULD, "helped to say what they think"),
        ("parents-and-carers.hard-to-engage", "page 14", ("practitioners",), SHOULD, "fathers and male carers"),
        ("information.other-areas", "paragraph 30", ("safeguarding-partners",), SHOULD, "a child in custody has several"),
        ("information.arrangements", "paragraph 31", ("anyone",), SHOULD, "processes and the principles"),
        ("information.data-protection-principles", "paragraph 32", ("practitioners",), MUST, "keeps a child safe"),
        ("information.impact-assessment", "paragraph 32", ("anyone",), MUST, "the controller"),
    ],
)  # fmt: skip
def test_who_is_asked_what_how_strongly_and_where(id, place, by, force, point):
    rule = catalogue.RULES[id]
    said = rule.asks.at(UNDER_2023)

    assert (rule.by, rule.force) == (by, force)
    assert str(said.citation) == f"Working Together 2023 (June 2025 issue), {place}"
    assert point in said.value
    assert rule.evidence


@pytest.mark.parametrize(
    ("id", "law", "own_words", "why"),
    [
        ("shared-responsibility.equality", [EQUALITY_ACT], False, "an Act stands behind it"),
        ("shared-responsibility.access", [EQUALITY_ACT], False, "the same Act"),
        ("shared-responsibility.executive-leads", [], True, "only the guidance says must"),
        ("information.data-protection-principles", [], True, "no law is named at that place"),
        ("information.impact-assessment", [], True, "no law is named at that place"),
    ],
)
def test_a_must_says_whether_a_law_or_the_guidance_alone_stands_behind_it(id, law, own_words, why):
    rule = catalogue.RULES[id]

    assert ([str(one) for one in rule.law], rule.own_words) == (law, own_words), why


@pytest.mark.parametrize("id", ["expectation.levels", "information.other-areas"])
def test_what_is_described_rather_than_asked_keeps_that_label(id):
    assert catalogue.RULES[id].expected


def test_the_national_framework_is_reported_and_says_so():
    rule = catalogue.RULES["shared-responsibility.framework-principles"]

    assert len(rule.headings(TODAY)) == 6
    assert "page 11" in str(rule.dated.said_by("WT2023").citation)
    assert "one reader's account" in rule.notes


def test_five_beliefs_that_keep_people_from_sharing_are_answered():
    beliefs = {
        heading.key: heading.help for heading in catalogue.RULES["information.myths"].headings(UNDER_2023)
    }

    assert list(beliefs) == ["data-law", "consent", "other-agency", "confidentiality", "systems"]
    assert "another lawful basis" in beliefs["consent"]
