"""What chapter 3 asks of partners, councils and organisations: of whom, where, how strongly, and what."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Duty
from tests.guidance.asked import Asked, holds

TODAY = date(2026, 11, 23)
UNDER_2018 = date(2022, 3, 1)
PARTNERS = "safeguarding-partners"
AGENCIES = "safeguarding-partners, relevant-agencies"
TOGETHER = "local-authority, safeguarding-partners, relevant-agencies"
COUNCIL = "local-authority"
SOCIAL_CARE = "childrens-social-care"

DUTIES = (
    Asked("threshold-document.agreed", "paragraph 116", "should", AGENCIES, "about short breaks"),
    Asked("threshold-document.published", "paragraphs 116-117", "should", PARTNERS, "published as one document"),
    Asked("threshold-document.readable", "paragraphs 116-117", "should", PARTNERS, "rests on evidence"),
    Asked("early-help.lead-feedback", "paragraph 120", "should", AGENCIES, "working with their lead practitioner"),
    Asked("early-help.problems-found", "paragraph 122", "should", AGENCIES, "when a problem begins"),
    Asked("early-help.joined-up", "paragraph 122", "should", COUNCIL, "one system"),
    Asked("early-help.young-people-not-known", "paragraphs 126-127", "expected", COUNCIL, "does not know whether they do"),
    Asked("early-help.comprehensive", "paragraph 134", "should", PARTNERS, "each protected characteristic"),
    Asked("training.for-everybody", "paragraph 123", "should", "employers", "those for adults"),
    Asked("local-protocol.agreed", "paragraph 141", "should", TOGETHER, "publishes it"),
    Asked("local-protocol.accountable", "paragraph 141", "expected", COUNCIL, "answers to the public"),
    Asked("local-protocol.understood", "paragraph 141", "should", TOGETHER, "Every body that works under"),
    Asked("authority.lead-supervised", "paragraph 158", "should", "employers", "their own line of management"),
    Asked("authority.responsible-throughout", "paragraph 159", "expected", COUNCIL, "still answers for help"),
    Asked("child-in-need.help-when-asked", "paragraph 139", "must",
          "local-authority, integrated-care-boards, health-providers", "so far as their own duties allow"),
    Asked("referral.process-clear", "paragraph 149", "should", SOCIAL_CARE, "can find out whom to contact"),
    Asked("family-group.support-payment", "paragraph 179", "may", COUNCIL, "may pay a family network"),
    Asked("parent-carer.requests", "paragraph 190", "own must", COUNCIL, "has never met the child"),
    Asked("disabled-child.social-care-officer", "paragraph 191", "may", COUNCIL, "special educational needs"),
    Asked("probation.quick-answers", "paragraph 210", "should", SOCIAL_CARE, "on the same day where a delay"),
    Asked("practice-standards.supported", "paragraph 218", "own must", PARTNERS, "as the standards describe"),
    Asked("disagreement.after-enquiries", "page 91", "should", PARTNERS, "used last"),
    Asked("child-protection.conferences-monitored", "page 95", "should", PARTNERS, "arrangements for conferences work"),
)  # fmt: skip

LISTS = (
    (Asked("threshold-document.content", "paragraph 117", "should", "", "care and supervision orders"),
     "early-help in-need enquiry court accommodation harm secure-estate disabled"),
    (Asked("early-help.services", "paragraphs 134-135", "should", "", "short breaks"),
     "short-breaks parenting attendance health money housing outside-home custody domestic-abuse drugs alcohol"),
    (Asked("early-help.measures", "paragraph 137", "should", "", "The population"), "family cohort demand population"),
    (Asked("training.five-subjects", "paragraph 123", "should", "", "abuse, neglect and exploitation"),
     "sharing recognising domestic-and-sexual-abuse new-threats several-needs"),
    (Asked("training.of-the-area", "paragraph 123", "should", "", "framework for practice"), "people framework services"),
    (Asked("local-protocol.content", "paragraph 141", "should", "", "risk is high"),
     "consistent cases who-leads skills governance audit together families challenge"),
    (Asked("authority.practice-roles", "paragraphs 144-145", "should", "", "supervises what is decided"),
     "practice-leader principal-social-worker practice-supervisor"),
    (Asked("prison.enquiry-answer", "paragraphs 206-209", "should", "", "contact is assessed"),
     "reviewed concerns contact view"),
    (Asked("probation.answer-content", "paragraph 210", "should", "", "what the child says"), "voice view"),
    (Asked("practice-standards.support", "paragraph 218", "should", "", "safe to challenge"),
     "focus learning challenge supervision impact"),
)  # fmt: skip


@pytest.mark.parametrize("asked", DUTIES, ids=lambda one: one.id)
def test_who_is_asked_what_how_strongly_and_where(asked: Asked) -> None:
    rule = holds(asked)

    assert isinstance(rule, Duty)
    assert rule.evidence, "what would show that it is met"


@pytest.mark.parametrize(("asked", "keys"), LISTS, ids=lambda one: getattr(one, "id", None))
def test_each_list_is_whole_in_order_and_in_its_place(asked: Asked, keys: str) -> None:
    assert [heading.key for heading in holds(asked).headings(TODAY)] == keys.split()


@pytest.mark.parametrize(
    ("id", "key", "said"),
    [
        ("threshold-document.content", "early-help", "Sections 10 and 11"),
        ("threshold-document.content", "in-need", "disabled children"),
        ("training.five-subjects", "domestic-and-sexual-abuse", "coercive behaviour"),
        ("training.five-subjects", "new-threats", "radicalisation"),
        ("local-protocol.content", "skills", "commissioned service"),
        ("local-protocol.content", "audit", "yearly report"),
        ("authority.practice-roles", "practice-leader", "qualified social worker"),
        ("prison.enquiry-answer", "contact", "identity"),
        ("practice-standards.support", "challenge", "ethnicity, sex, disability"),
    ],
)
def test_a_heading_says_what_belongs_to_it(id: str, key: str, said: str) -> None:
    helps = {heading.key: heading.help for heading in catalogue.rule(id).headings(TODAY)}

    assert said in helps[key]


def test_the_threshold_document_of_2018_is_known_for_levels_and_not_for_procedures():
    content = catalogue.rule("threshold-document.content")

    now = content.headings(TODAY)
    assert content.headings(UNDER_2018) == now[:5]
    assert {heading.group for heading in now[5:]} == {"Procedures"}
    assert "nobody here has read" in content.notes
    for id in ("threshold-document.agreed", "threshold-document.published"):
        assert catalogue.rule(id).dated.said_by("WT2018").citation.locator == "chapter 1, page 16"


def test_a_protocol_was_asked_for_in_2018_and_what_it_held_is_not_claimed():
    agreed, content = (catalogue.rule(f"local-protocol.{word}") for word in ("agreed", "content"))

    assert agreed.dated.at(UNDER_2018).citation.locator == "chapter 1, page 26"
    with pytest.raises(NotCovered):
        content.dated.at(UNDER_2018)


def test_the_groups_a_protocol_speaks_of_stand_once():
    groups = catalogue.rule("assessment.protocol-groups")

    assert groups.dated.said_by("WT2023").citation.locator == "paragraph 142"
    assert len(groups.headings(TODAY)) == 13


def test_only_the_act_makes_a_must_by_law_of_helping_when_asked():
    rule = catalogue.rule("child-in-need.help-when-asked")

    assert [str(one) for one in rule.law] == ["Children Act 1989, section 27"]
    assert "not bound" in rule.notes
    assert [id for id, *_ in DUTIES if catalogue.rule(id).law] == [rule.id]


def test_an_officer_who_is_encouraged_is_not_asked_for():
    assert "less than a should" in catalogue.rule("disabled-child.social-care-officer").notes


def test_training_that_is_needed_is_a_should_since_no_law_stands_behind_it():
    rule = catalogue.rule("training.five-subjects")

    assert rule.law == ()
    assert "Read as a should" in rule.notes


def test_no_number_of_days_is_given_where_the_text_has_none():
    assert "no number of hours" in catalogue.rule("probation.quick-answers").notes
    assert "No number of days" in catalogue.rule("disagreement.after-enquiries").notes
