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
    assert groups["guidance"] == "The guidance alone"
    assert {group for key, group in groups.items() if key != "guidance"} == {"The law"}


SCHOOLS_TO_HOUSING = (
    Asked("school.safeguarding-duties", "paragraph 230", "must", "governing-bodies", "Education Act 2002"),
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
    Asked("homelessness.consent", "paragraph 259", "must", "homelessness-referrers", "refer without consent"),
    Asked("homelessness.referral-content", "paragraph 260", "must", "", "why they are referred"),
)  # fmt: skip


@pytest.mark.parametrize("asked", SCHOOLS_TO_HOUSING, ids=lambda one: one.id)
def test_schools_health_police_and_council_services(asked):
    holds(asked)


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


PRISONS_TO_SPORT = (
    Asked("prison.enquiry", "paragraph 264", "expected", "prisons", "newly sentenced"),
    Asked("prison.enquiry-again", "paragraph 264", "own must", "prisons", "circumstances change"),
    Asked("prison.person-posing-a-risk", "paragraph 265", "should", "", "police are alerted"),
    Asked("prison.social-care-engages", "paragraph 268", "should", "prisons", "offender management unit"),
    Asked("prison.who-cares", "paragraph 269", "should", "prisons", "under 18"),
    Asked("prison.family-ties", "paragraph 271", "should", "prisons", "safe for the children"),
    Asked("mother-and-baby-unit.board-consults", "paragraph 274", "own must", "prisons", "every decision"),
    Asked("probation.enquiries", "paragraphs 276 and 277", "should", "probation", "advises on a sentence"),
    Asked("probation.same-day-reply", "paragraph 276", "may", "probation", "day of the hearing"),
    Asked("probation.exchange-arrangements", "paragraph 277", "should", "probation", "foster carers and adopters"),
    Asked("probation.moves-told", "paragraph 277", "should", "probation", "another authority"),
    Asked("probation.risk-plan", "paragraph 278", "should", "probation", "risk management plan"),
    Asked("probation.sentence-plan", "paragraph 279", "expected", "probation", "objectives"),
    Asked("probation.meetings", "paragraph 280", "should", "probation", "core groups"),
    Asked("public-protection.co-operate", "paragraphs 284 and 285", "must", "mappa", "associates"),
    Asked("public-protection.children-considered", "paragraph 286", "own must", "mappa", "whenever"),
    Asked("public-protection.sharing-law", "paragraphs 287 and 288", "must", "mappa", "part 3"),
    Asked("serious-violence.work-together", "paragraphs 289-291", "must", "serious-violence-bodies", "fire and rescue"),
    Asked("serious-violence.strategy", "paragraph 291", "must", "serious-violence-bodies", "31 January 2024"),
    Asked("childrens-home.quality-standards", "paragraph 292", "must", "childrens-homes", "Guide"),
    Asked("childrens-home.risk-steps", "paragraph 292", "must", "childrens-homes", "placement plan"),
    Asked("childrens-home.policies", "paragraph 293", "must", "", "missing"),
    Asked("childrens-home.agreement", "paragraph 294", "should", "childrens-homes", "placing authority"),
    Asked("custody.policy-review", "paragraph 296", "should", "the secure training centre or young offender institution", "12 months"),
    Asked("custody.safeguarding-manager", "paragraph 296", "should", "secure-estate", "manager"),
    Asked("custody.agreement", "paragraph 297", "should", "secure-estate", "Youth Custody Service"),
    Asked("youth-offending.lead-officer", "paragraph 298", "should", "youth-offending-teams", "lead officer"),
    Asked("youth-offending.appropriate-adults", "paragraph 299", "must", "local-authority", "appropriate adults"),
    Asked("immigration.welfare", "paragraph 300", "must", "home-office", "regard"),
    Asked("family-court.cafcass", "paragraph 301", "must", "cafcass", "family proceedings"),
    Asked("family-court.records", "paragraph 302", "must", "local-authority", "right to see"),
    Asked("family-court.guardian-invited", "paragraph 303", "should", "local-authority", "all formal meetings"),
    Asked("armed-services.reviews-and-allegations", "paragraph 304", "should", "local-authority", "designated officer"),
    Asked("armed-services.moves-overseas", "paragraph 304", "should", "local-authority", "overseas"),
    Asked("armed-services.united-states-bases", "paragraph 304", "should", "local-authority", "commander"),
    Asked("radicalisation.prevent", "paragraph 305", "must", "prevent-authorities", "due regard"),
    Asked("radicalisation.channel", "paragraphs 308 and 309", "should", "local-authority, safeguarding-partners, channel", "fitted to each other"),
    Asked("voluntary.trustees", "paragraph 311", "expected", "trustees", "Charity Commission"),
    Asked("voluntary.policies", "paragraph 314", "should", "voluntary", "see that they are followed"),
    Asked("voluntary.staff-know", "paragraph 314", "should", "voluntary-staff", "how to refer"),
    Asked("voluntary.arrangements", "paragraph 315", "should", "voluntary", "section 11"),
    Asked("voluntary.named-co-operate", "paragraph 315", "must", "voluntary", "have named"),
    Asked("voluntary.asked-co-operate", "paragraph 315", "should", "voluntary", "do not list"),
    Asked("sport.clubs", "paragraph 316", "should", "sport", "refer a child"),
    Asked("sport.standards", "paragraph 317", "should", "sport-governing-bodies", "Standards for safeguarding"),
)  # fmt: skip


@pytest.mark.parametrize("asked", PRISONS_TO_SPORT, ids=lambda one: one.id)
def test_justice_homes_national_bodies_and_the_voluntary_sector(asked):
    holds(asked)


def test_a_prison_does_seven_things_about_somebody_who_poses_a_risk():
    assert keys("prison.person-posing-a-risk") == [
        "told", "consulted", "supervision", "police", "contact", "unknown-children", "recorded",
    ]  # fmt: skip


def test_a_yearly_look_at_the_policy_was_asked_in_2018_too():
    assert catalogue.rule("custody.policy-review").due(date(2019, 4, 1)).on == date(2020, 4, 1)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Asked("childrens-home.events", "regulation 40", "must", "", "how it ended"), "SI2015-541"),
        (Asked("childrens-home.events-told", "regulation 40", "must", "the registered person", "without delay"), "SI2015-541"),
        (Asked("early-years.serious-event-told", "regulation 8, with the schedule", "must", "the early years provider", "14"), "SI2012-938"),
        (Asked("policing.school-told-of-domestic-abuse", "section 49A", "must", "the chief officer of police", "reasonably practicable"), "DAA2021"),
    ],
    ids=lambda one: getattr(one, "id", ""),
)  # fmt: skip
def test_what_other_law_asks_is_cited_to_that_law(asked, text):
    holds(asked, text)


def test_nothing_that_stands_elsewhere_is_said_twice():
    register = {entry.at: entry for entry in catalogue.coverage() if entry.chapter == 4}

    assert "mother-and-baby-unit.assessment-request" in register["paragraph 272"].rules
    for at, elsewhere in {
        "paragraph 231": "guidance.schools",
        "paragraph 252": "young-carer.assessment",
        "paragraph 253": "parent-carer.assessment",
        "paragraph 257": "definition.threatened-with-homelessness",
        "paragraph 258": "homelessness.referral",
    }.items():
        assert elsewhere in register[at].not_encoded
        assert elsewhere in catalogue.RULES
