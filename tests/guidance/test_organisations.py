"""Chapter 4: what each organisation is asked, by whom, where and how strongly."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from tests.guidance.asked import Asked, holds

TODAY = date(2026, 11, 23)


def keys(id: str, day: date = TODAY) -> list[str]:
    return [heading.key for heading in catalogue.rule(id).headings(day)]


def test_section_11_asks_by_law_for_arrangements_and_the_guidance_says_sixteen():
    holds(
        Asked("section-11.regard", "section 11(2)", "must", "section-11-bodies", "services others provide"),
        "CA2004",
    )
    rule = holds(Asked("section-11.arrangements", "paragraph 222", "should", "", "speak out"))

    assert keys("section-11.arrangements") == [
        "accountability", "senior-lead", "listening", "whistleblowing", "escalation", "information",
        "designated-practitioner", "time-and-support", "safer-recruitment", "supervision", "safe-culture", "competence",
        "induction", "own-practice", "contracted-out", "allegations",
    ]  # fmt: skip
    assert all(heading.help for heading in rule.headings(TODAY)), "each has an example of evidence"
    assert [str(citation) for citation in rule.law] == ["Children Act 2004, section 11(2)"]


def test_whom_the_guidance_names_is_not_whom_the_act_names():
    holds(Asked("section-11.named-in-guidance", "paragraph 221", "should", "", "Health organisations"))
    holds(
        Asked(
            "section-11.named-in-act",
            "section 11(1), as revised to April 2025",
            "must",
            "",
            "National Crime Agency",
        ),
        "CA2004",
    )
    in_guidance, in_act = keys("section-11.named-in-guidance"), keys("section-11.named-in-act")

    assert {"crime-agency", "secure-college"} <= set(in_act)
    assert not {"crime-agency", "secure-college"} & set(in_guidance)
    assert "GPs" in catalogue.rule("section-11.named-in-act").notes


def test_an_audit_can_say_why_it_asks():
    holds(
        Asked(
            "section-11.basis",
            "paragraphs 221, 230, 233, 292, 300, 315 and 316",
            "should",
            "",
            "The guidance alone",
        )
    )

    groups = {heading.key: heading.group for heading in catalogue.rule("section-11.basis").headings(TODAY)}
    assert groups["guidance"] == "expectation"
    assert {group for key, group in groups.items() if key != "guidance"} == {"law"}


SCHOOLS_TO_HOUSING = (
    Asked("school.safeguarding-duties", "paragraph 230", "must", "governing-bodies", "Education Act 2002"),
    Asked("school.whole-guidance", "paragraph 231", "must", "schools", "as a whole"),
    Asked("school.own-guidance", "paragraph 232", "must", "schools", "Keeping Children Safe in Education"),
    Asked("early-years.welfare-requirements", "paragraph 233", "must", "early-years", "welfare requirements"),
    Asked("early-years.alert", "paragraph 233", "must", "early-years", "signs of concern"),
    Asked("early-years.policies", "paragraph 233", "must", "", "mobile phones and cameras"),
    Asked("early-years.lead-practitioner", "paragraph 233", "must", "early-years", "training in child protection"),
    Asked("health.competence", "paragraph 236", "should", "health-staff", "services for adults too"),
    Asked("health.commissioning-system", "paragraph 237", "should", "nhs-england", "raise concerns"),
    Asked("health.board-leads", "paragraph 237", "expected", "integrated-care-boards", "independent ones"),
    Asked("health.designated-professionals", "paragraph 239", "should", "", "designated doctor"),
    Asked("health.lead-and-network", "paragraph 240", "may", "integrated-care-boards", "size and complexity"),
    Asked("health.time-to-engage", "paragraph 240", "should", "health-commissioners, health-providers", "time"),
    Asked("health.named-professionals", "paragraph 241", "should", "", "named midwife"),
    Asked("health.named-work-together", "paragraph 241", "should", "named-practitioners", "executive lead"),
    Asked("health.named-gp", "paragraph 242", "should", "integrated-care-boards", "named GP"),
    Asked("health.practice-leads", "paragraph 242", "should", "gp-practices", "deputy"),
    Asked("health.other-providers", "paragraph 243", "should", "health-providers", "NHS services"),
    Asked("policing.held-to-account", "paragraph 244", "must", "police-and-crime-commissioner", "sections 10 and 11"),
    Asked("policing.harm-seen", "paragraph 245", "should", "police", "victims of it in their own right"),
    Asked("policing.child-suspects", "paragraph 246", "should", "police", "debt bondage"),
    Asked("policing.share", "paragraph 247", "should", "police", "always share"),
    Asked("policing.trained", "paragraph 247", "should", "police", "threshold document"),
    Asked("policing.protection-when-needed", "paragraph 248", "should", "police", "court"),
    Asked("policing.health-in-custody", "paragraph 249", "should", "police-and-crime-commissioner, custody-commissioners", "needs of children"),
    Asked("policing.disruption", "paragraph 250", "may", "police, safeguarding-partners", "civil orders"),
    Asked("policing.on-the-railway", "paragraphs 262 and 263", "should", "british-transport-police", "missing"),
    Asked("adult-services.children-asked", "paragraph 251", "should", "adult-services", "whether there are children"),
    Asked("adult-services.children-who-care", "paragraph 252", "must", "adult-services", "young carer"),
    Asked("adult-services.work-together", "paragraph 254", "should", "adult-services", "children's services"),
    Asked("housing.hazards", "paragraph 255", "must", "housing", "hazards"),
    Asked("homelessness.consent", "paragraph 259", "must", "public-authorities", "refer without consent"),
    Asked("homelessness.referral-content", "paragraph 260", "must", "", "why they are referred"),
)  # fmt: skip


@pytest.mark.parametrize("asked", SCHOOLS_TO_HOUSING, ids=lambda one: one.id)
def test_schools_health_police_and_council_services(asked):
    holds(asked)


def test_a_school_already_followed_the_whole_guidance_in_2018():
    rule = catalogue.rule("school.whole-guidance")

    assert str(rule.dated.at(date(2019, 1, 7)).citation) == "Working Together 2018 (July 2018), introduction"


def test_designated_professionals_are_five_and_named_ones_are_for_providers():
    assert keys("health.designated-professionals") == [
        "doctor",
        "nurse",
        "doctor-in-care",
        "nurse-in-care",
        "child-deaths",
    ]
    assert keys("health.named-professionals") == ["doctor", "nurse", "midwife", "practitioner"]


def test_only_name_contact_and_reason_have_to_be_in_a_homelessness_referral():
    assert keys("homelessness.referral-content") == ["name", "contact", "reason"]
    assert keys("early-years.policies") == ["concerns", "allegations", "phones", "training"]
