"""Chapter 2 of the 2023 edition: what each rule asks, of whom, how strongly, and where the text says so."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Force

TODAY = date(2026, 11, 22)
UNDER_2018 = date(2022, 3, 1)
UNDER_2023 = date(2025, 7, 1)
MUST, SHOULD, MAY = Force.MUST, Force.SHOULD, Force.MAY
PARTNERS = ("safeguarding-partners",)
LEADS = ("lead-safeguarding-partners",)
DELEGATES = ("delegated-safeguarding-partners",)
EDUCATION = ("education",)
ACT = "Children Act 2004"


def test_arrangements_are_for_eight_outcomes():
    rule = catalogue.RULES["arrangements.outcomes"]
    said = {heading.key: heading.label for heading in rule.headings(TODAY)}

    assert list(said) == [
        "vision",
        "response",
        "accountability",
        "insight",
        "information",
        "early-signs",
        "learning",
        "sight-of-practice",
    ]
    assert "protected characteristics" in said["information"]
    assert rule.force is Force.SHOULD
    assert "paragraph 40" in str(rule.dated.said_by("WT2023").citation)


@pytest.mark.parametrize(
    ("id", "place", "by", "force", "point"),
    [
        ("arrangements.follow", "paragraph 70", (*PARTNERS, "relevant-agencies"), MUST, "what the arrangements say"),
        ("arrangements.everywhere", "paragraph 39", PARTNERS, MUST, "stands outside"),
        ("arrangements.boundary-changes", "paragraph 42", PARTNERS, SHOULD, "Every partner agrees"),
        ("arrangements.near-home", "paragraph 46", PARTNERS, SHOULD, "near to home"),
        ("lead-partners.named", "paragraph 51", LEADS, SHOULD, "who leads for each"),
        ("lead-partners.one-team", "paragraph 50", LEADS, SHOULD, "lead together"),
        ("lead-partners.assurance", "paragraph 49", LEADS, SHOULD, "from evidence"),
        ("lead-partners.families-experience", "paragraph 53", LEADS, SHOULD, "protected characteristics"),
        ("lead-partners.learning", "paragraph 54", LEADS, SHOULD, "wherever the case was"),
        ("lead-partners.regional", "paragraph 52", LEADS, MAY, "regionally"),
        ("delegated-partners.appointed", "paragraphs 56-57", LEADS, SHOULD, "one senior person"),
        ("delegated-partners.escalation", "paragraph 59", (*LEADS, *DELEGATES), SHOULD, "cannot settle goes up"),
        ("delegated-partners.thresholds", "paragraph 64", DELEGATES, SHOULD, "same level of need"),
        ("delegated-partners.training", "paragraphs 60 and 104", DELEGATES, SHOULD, "what it does to practice"),
        ("partnership-chair.appointed", "paragraph 61", LEADS, SHOULD, "is a delegated safeguarding partner"),
        ("partnership-chair.contact", "paragraph 62", ("partnership-chair",), SHOULD, "complaints keep their own"),
        ("partnership-chair.separate-functions", "paragraph 63", PARTNERS, SHOULD, "None of the three"),
        ("relevant-agencies.named", "paragraphs 67 and 104", (*PARTNERS, *LEADS), SHOULD, "with the reasons for it"),
        ("relevant-agencies.consulted", "paragraph 71", LEADS, SHOULD, "before arrangements"),
        ("relevant-agencies.national-bodies", "paragraph 72", LEADS, SHOULD, "British Transport Police and Cafcass"),
        ("relevant-agencies.invited", "paragraphs 72 and 83", LEADS, MAY, "no duty by law"),
        ("relevant-agencies.contributions", "paragraph 73", LEADS, SHOULD, "Money, rooms, services"),
        ("relevant-agencies.assurance", "paragraph 74", LEADS, SHOULD, "how they will know"),
        ("relevant-agencies.told", "paragraph 75", PARTNERS, SHOULD, "whistleblowing"),
        ("relevant-agencies.voluntary", "paragraphs 68 and 82", LEADS, SHOULD, "whether or not the schedule"),
        ("relevant-agencies.voluntary-engaged", "paragraph 83", LEADS, SHOULD, "what being named means"),
        ("education.included", "paragraphs 67 and 76", LEADS, SHOULD, "of further education too"),
        ("education.representative", "paragraph 77", LEADS, SHOULD, "when strategy is discussed"),
        ("education.engaged", "paragraph 77", LEADS, SHOULD, "highest level of decision"),
        ("education.reported", "paragraph 78", PARTNERS, SHOULD, "what that changed"),
        ("education.full-part", "paragraph 79", EDUCATION, SHOULD, "trusts across several areas"),
        ("education.training", "paragraph 79", EDUCATION, SHOULD, "Staff and governors"),
        ("education.audit-results", "paragraph 79", EDUCATION, SHOULD, "those who govern"),
        ("education.levels-of-need", "paragraph 79", EDUCATION, SHOULD, "levels of need"),
        ("education.data", "paragraph 79", EDUCATION, SHOULD, "Attendance, exclusions"),
        ("education.causing-concern", "paragraph 80", LEADS, SHOULD, "other guidance"),
        ("education.inspection", "paragraph 81", ("inspectorates",), SHOULD, "no separate grade"),
        ("education.early-years", "paragraph 68", ("early-years",), SHOULD, "Early years providers"),
        ("education.worked-with", "paragraph 128", (*PARTNERS, *DELEGATES, "practitioners"), SHOULD, "see of children every day"),
        ("information-request.power", "paragraph 85", PARTNERS, MAY, "Any one partner may ask"),
        ("information-request.data-protection", "paragraph 87", PARTNERS, SHOULD, "public authorities"),
        ("information-request.agreement", "paragraph 88", PARTNERS, SHOULD, "shared among them"),
        ("scrutiny.independent", "paragraph 89", PARTNERS, MUST, "Somebody independent"),
        ("scrutiny.knowledge", "paragraph 90", ("scrutineers",), SHOULD, "know what they look at"),
        ("scrutiny.acted-on", "paragraph 91", PARTNERS, SHOULD, "weighed and answered"),
        ("scrutiny.priorities", "paragraph 94", (*PARTNERS, "relevant-agencies"), SHOULD, "scrutinised next"),
        ("scrutiny.reported", "paragraph 97", PARTNERS, SHOULD, "the response to it"),
        ("funding.equitable", "paragraphs 98-100", (*PARTNERS, *LEADS), SHOULD, "Equal they need not be"),
        ("funding.level", "paragraphs 98-100", LEADS, SHOULD, "follows the priorities"),
        ("funding.reviewed", "paragraphs 98-100", LEADS, SHOULD, "all the time"),
        ("funding.transparent", "paragraphs 98-100", LEADS, SHOULD, "each relevant agency gave"),
        ("arrangements.signed", "paragraph 102", LEADS, SHOULD, "anyone can find them"),
        ("arrangements.update-sent", "paragraph 105", PARTNERS, SHOULD, "receives what was changed"),
        ("yearly-report.period", "paragraph 109", PARTNERS, SHOULD, "ended with March"),
        ("yearly-report.restraint", "paragraph 108", PARTNERS, SHOULD, "Youth Justice Board"),
        ("dispute.system", "paragraph 110", LEADS, SHOULD, "before they need it"),
    ],
)  # fmt: skip
def test_who_is_asked_what_how_strongly_and_where(id, place, by, force, point):
    rule = catalogue.RULES[id]
    said = rule.asks.at(UNDER_2023)

    assert (rule.by, rule.force) == (by, force)
    assert str(said.citation) == f"Working Together 2023 (June 2025 issue), {place}"
    assert point in said.value


@pytest.mark.parametrize(
    ("id", "section", "by", "force", "point"),
    [
        ("arrangements.make", "section 16E(1)", PARTNERS, MUST, "fitting relevant agencies"),
        ("arrangements.needs", "section 16E(2)", PARTNERS, MUST, "identify children's needs"),
        ("arrangements.publish", "section 16G(2)", PARTNERS, MUST, "are published"),
        ("arrangements.enforcement", "section 16G(6)", ("secretary-of-state",), MAY, "not make a crime of it"),
        ("arrangements.combined-areas", "section 16J", PARTNERS, MAY, "treat them as one"),
        ("arrangements.acting-for-another", "section 16J", PARTNERS, MAY, "acts for another"),
        ("funding.powers", "section 16I", PARTNERS, MAY, "Relevant agencies may make payments"),
    ],
)  # fmt: skip
def test_what_the_act_itself_says_holds_since_the_day_it_began(id, section, by, force, point):
    rule = catalogue.RULES[id]
    said = rule.asks.at(TODAY)

    assert (rule.by, rule.force) == (by, force)
    assert str(said.citation) == f"{ACT}, {section}"
    assert point in said.value
    assert rule.dated.first_day == date(2018, 6, 29)


@pytest.mark.parametrize(
    ("id", "law"),
    [
        ("arrangements.follow", ["section 16G(4)"]),
        ("arrangements.everywhere", ["section 16E(1)"]),
        ("scrutiny.independent", ["section 16G(3)"]),
        ("arrangements.published-by-law", ["section 16E(2)", "section 16F", "section 16G(2) and (3)"]),
        ("yearly-report.by-law", ["section 16G(7)"]),
        ("yearly-report.frequency", ["section 16G(7)"]),
        ("definition.safeguarding-partners", ["section 16E(3)"]),
        ("information-request.power", ["section 16H"]),
    ],
)
def test_an_act_stands_behind_each_must_and_power(id, law):
    assert [str(one) for one in catalogue.RULES[id].law] == [f"{ACT}, {section}" for section in law]


@pytest.mark.parametrize(
    ("id", "place", "force", "keys"),
    [
        ("lead-partners.functions", "paragraph 50 and page 27", SHOULD,
         "direction own-organisation key-documents learning support agencies"),
        ("delegated-partners.functions", "paragraph 60 and page 29", SHOULD,
         "delivery education-and-agencies information reviews training feedback"),
        ("delegated-partners.assurance", "paragraph 64", SHOULD,
         "data thresholds views agencies prompts conditions groups"),
        ("partnership-chair.functions", "page 30", SHOULD, "links collaboration meetings challenge"),
        ("relevant-agencies.expectations", "paragraph 70 and page 32", SHOULD,
         "responsibilities co-operation information embedded"),
        ("scrutiny.functions", "page 37", SHOULD,
         "support-and-challenge assurance statutory-duties voice critical-friend disagreements arrangements-and-report"),
        ("scrutiny.inputs", "paragraph 95", MAY, "dashboard needs-assessments audits existing-scrutiny"),
        ("scrutiny.methods", "paragraph 96", MAY, "interviews focus-groups data observation peer-review audits"),
        ("scrutiny.published", "paragraph 97", SHOULD, "how by-whom reviewed areas recommendations"),
        ("funding.covers", "paragraphs 98-100", SHOULD, "support scrutiny infrastructure reviews training learning"),
        ("arrangements.other-boards", "paragraph 44", SHOULD,
         "health-and-wellbeing adults channel improvement community-safety family-justice public-protection drugs "
         "domestic-abuse corporate-parenting youth-justice violence-reduction"),
        ("arrangements.published-by-law", "paragraph 103", MUST, "needs reviews scrutiny"),
        ("arrangements.published", "paragraphs 51, 73-74, 78, 97 and 104", SHOULD,
         "names boundaries agencies education residential information data training-and-audit funding review-process "
         "voice thresholds contributions agency-assurance education-engagement scrutiny-detail"),
        ("yearly-report.by-law", "paragraph 106", MUST, "done effective"),
        ("yearly-report.content", "paragraph 107", SHOULD,
         "contributions themes impact little-progress incidents decisions feedback costs education data scrutiny "
         "updates reforms"),
        ("yearly-report.asked-elsewhere", "paragraphs 78 and 97", SHOULD,
         "education-engagement scrutiny-impact case-audits review-learning"),
    ],
)  # fmt: skip
def test_each_list_is_whole_in_order_and_in_its_place(id, place, force, keys):
    rule = catalogue.RULES[id]
    said = rule.sets_out.at(UNDER_2023)

    assert [heading.key for heading in said.value] == keys.split()
    assert rule.force is force
    assert str(said.citation) == f"Working Together 2023 (June 2025 issue), {place}"


@pytest.mark.parametrize(
    ("id", "place", "force", "responsible", "says"),
    [
        ("lead-partners.meetings", "paragraph 50", SHOULD, "the lead safeguarding partners", "regularly enough"),
        ("delegated-partners.meetings", "paragraph 60", SHOULD, "the delegated safeguarding partners", "frequently enough"),
        ("partnership-chair.review", "paragraph 61", SHOULD, "the lead safeguarding partners", "regularly"),
        ("relevant-agencies.list-review", "paragraph 75", SHOULD, "the lead safeguarding partners", "an interval"),
        ("scrutiny.cycle", "paragraph 97", SHOULD, "the safeguarding partners", "as often as"),
        ("arrangements.updated", "paragraph 105", SHOULD, "the safeguarding partners", "no number of days"),
        ("dispute.targets", "paragraph 110", SHOULD, "whoever holds the dispute on that rung", "no number of days"),
        ("yearly-report.frequency", "paragraph 106", MUST, "the safeguarding partners", "12 months"),
        ("yearly-report.published", "paragraph 109", SHOULD, "the safeguarding partners", "6 months"),
        ("yearly-report.copies", "paragraph 109", SHOULD, "the safeguarding partners", "7 days"),
    ],
)  # fmt: skip
def test_each_limit_says_how_long_or_that_no_number_is_set(id, place, force, responsible, says):
    rule = catalogue.RULES[id]
    said = rule.within.at(UNDER_2023)

    assert says in str(said.value)
    assert (rule.force, rule.responsible) == (force, responsible)
    assert str(said.citation) == f"Working Together 2023 (June 2025 issue), {place}"


def test_the_yearly_report_is_published_by_the_end_of_september_and_copied_within_a_week():
    published = catalogue.RULES["yearly-report.published"].due(date(2027, 3, 31)).on
    copied = catalogue.RULES["yearly-report.copies"].due(date(2027, 9, 30)).on

    assert (published, copied) == (date(2027, 9, 30), date(2027, 10, 7))


@pytest.mark.parametrize("id", ["yearly-report.published", "yearly-report.copies", "yearly-report.period"])
def test_the_day_in_september_the_copies_and_the_period_begin_with_2023(id):
    with pytest.raises(NotCovered):
        catalogue.RULES[id].dated.at(UNDER_2018)


def test_the_yearly_report_grew_from_four_matters_to_thirteen():
    rule = catalogue.RULES["yearly-report.content"]

    assert [one.key for one in rule.headings(UNDER_2018)] == [
        "impact",
        "little-progress",
        "decisions",
        "feedback",
    ]
    assert len(rule.headings(UNDER_2023)) == 13
    assert "accounts of it" in rule.notes


def test_the_health_partner_was_a_commissioning_group_and_is_a_board():
    partners = catalogue.RULES["definition.safeguarding-partners"]

    assert "clinical commissioning group" in partners.means.at(UNDER_2018).value
    assert "integrated care board" in partners.means.at(UNDER_2023).value
    assert "paragraph 37 and page 23" in str(partners.means.at(UNDER_2023).citation)
    assert "not a fourth partner" in partners.notes


@pytest.mark.parametrize(
    ("id", "place", "point"),
    [
        ("definition.lead-safeguarding-partner", "paragraphs 47-48", "chief executive"),
        (
            "definition.delegated-safeguarding-partner",
            "paragraphs 56-57",
            "the lead partner stays accountable",
        ),
    ],
)
def test_the_two_roles_are_words_of_2023(id, place, point):
    rule = catalogue.RULES[id]

    assert point in rule.means.at(UNDER_2023).value
    assert place in str(rule.means.at(UNDER_2023).citation)
    with pytest.raises(NotCovered):
        rule.means.at(UNDER_2018)


@pytest.mark.parametrize(
    "id",
    [
        "arrangements.follow",
        "arrangements.published-by-law",
        "arrangements.updated",
        "funding.equitable",
        "information-request.power",
        "relevant-agencies.named",
        "scrutiny.independent",
        "yearly-report.by-law",
        "yearly-report.frequency",
    ],
)
def test_these_were_in_chapter_3_of_2018_as_well(id):
    assert str(catalogue.RULES[id].dated.at(UNDER_2018).citation).endswith("December 2020), chapter 3")


@pytest.mark.parametrize(
    "id",
    [
        "funding.transparent",
        "funding.reviewed",
        "dispute.ladder",
        "scrutiny.functions",
        "lead-partners.functions",
    ],
)
def test_these_are_new_in_2023(id):
    assert catalogue.RULES[id].dated.first_day == date(2023, 12, 15)


@pytest.mark.parametrize(
    "id",
    [
        "arrangements.near-home",
        "lead-partners.learning",
        "partnership-chair.contact",
        "education.included",
        "education.full-part",
        "education.data",
        "education.inspection",
    ],
)
def test_what_is_described_rather_than_asked_keeps_that_label(id):
    assert catalogue.RULES[id].expected


def test_a_dispute_goes_up_six_rungs_and_the_secretary_of_state_is_the_last():
    rule = catalogue.RULES["dispute.ladder"]
    rungs = rule.steps(UNDER_2023)

    assert [step.key for step in rungs] == [
        "practitioners",
        "delegated-partners",
        "chair-and-scrutiny",
        "lead-partners",
        "local-stakeholders",
        "secretary-of-state",
    ]
    assert rungs[0].leads_to == ("disagreement.referrer",)
    assert str(rule.outcomes.at(UNDER_2023).citation).endswith("paragraphs 59 and 110-113")
    assert rule.force is SHOULD


def test_the_schedule_of_relevant_agencies_is_dated_and_says_what_was_not_read():
    rule = catalogue.RULES["relevant-agencies.schedule"]
    before, after = rule.sets_out.at(date(2023, 11, 5)), rule.sets_out.at(date(2023, 11, 6))
    groups = [heading.group for heading in after.value]

    assert rule.force is MAY
    assert rule.dated.first_day == date(2018, 6, 29)
    assert "change not read" not in str(before.citation)
    assert "change not read" in str(after.citation)
    assert (groups.count("Education and childcare"), groups.count("Others")) == (14, 3)
    assert "Not the whole list" in rule.notes


def test_who_is_a_relevant_agency_is_the_acts_and_begins_with_it():
    rule = catalogue.RULES["definition.relevant-agency"]

    assert str(rule.means.at(TODAY).citation) == f"{ACT}, section 16E(3)"
    assert "regulations list" in rule.means.at(TODAY).value
    assert rule.force is MUST


def test_a_request_for_information_sets_no_number_of_days():
    comply = catalogue.RULES["information-request.comply"]

    assert comply.force is MUST
    assert "no number of days" in str(comply.within.at(TODAY).value)
    assert [one.key for one in catalogue.RULES["information-request.content"].headings(UNDER_2023)] == [
        "information",
        "purpose",
        "destination",
        "lawful-basis",
    ]


def test_a_school_tells_what_it_knows_of_a_child_who_leaves_the_roll():
    rule = catalogue.RULES["school.roll-circumstances"]

    assert [one.key for one in rule.headings(UNDER_2023)] == ["circumstances"]
    assert str(rule.sets_out.at(UNDER_2023).citation).endswith("paragraph 130")
    assert rule.dated.at(TODAY).citation.locator.startswith("chapter 3 (inherited")
    assert rule.force is SHOULD
