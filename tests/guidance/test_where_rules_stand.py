"""Rules that no other table names: what kind each is, how strongly and where the text speaks, and what it says there."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.rules import Judgement, Rule

#: The rule, its kind, its force, the edition or Act, the place, and how what it says begins (who decides, for a judgement).
STAND = (
    ("expectation.managers", "Content", "should", "WT2023", "paragraph 26", "collaborate, learn, resource, include, challenge"),
    ("expectation.practitioners", "Content", "should", "WT2023", "paragraph 27", "collaborate, learn, resource, include, challenge"),
    ("information.lawful-basis", "Timescale", "should", "WT2023", "paragraph 32", "before sharing"),
    ("information.openness", "Timescale", "should", "WT2023", "paragraph 33", "unless it would put somebody at risk"),
    ("information.not-left-to-others", "Timescale", "should", "WT2023", "paragraph 31", "as soon as there is concern"),
    ("information-request.use", "Timescale", "must", "CA2004", "section 16H(4)", "for as long as it is held"),
    ("information-request.course", "Pathway", "should", "WT2023", "paragraphs 84-88", "complied, refused, legal-action, withdrawn"),
    ("authority.early-help-lead", "Membership", "should", "WT2023", "paragraph 120", "practitioner"),
    ("early-help.after-refusal", "Pathway", "should", "WT2023", "paragraph 133", "universal, refer, refer-at-once"),
    ("early-help.review-outcome", "Pathway", "should", "WT2023", "paragraphs 119, 131 and 136", "continue, step-up, close"),
    ("early-help.refused", "Judgement", "should", "WT2023", "paragraph 133", "the practitioner who offered it"),
    ("child-in-need.in-need", "Judgement", "should", "WT2023", "paragraph 138 and pages 73-74", "a social-work-qualified practice supervisor or manager, on the lead practitioner's assessment"),
    ("child-in-need.review-outcome", "Pathway", "should", "WT2023", "paragraphs 174 and 181 and page 73", "continue, early-help, strategy-discussion, close"),
    ("family-group.consider", "Judgement", "should", "WT2023", "paragraphs 119, 176 and 184-185", "the lead practitioner, with the family"),
    ("referral.mental-health-admission", "Timescale", "should", "WT2023", "paragraph 150", "on admission"),
    ("assessment.approval", "Timescale", "should", "WT2023", "pages 73-74", "no number of days is set"),
    ("assessment.pace", "Judgement", "should", "WT2023", "paragraph 152", "a social-work-qualified practice supervisor or manager"),
    ("assessment.seen-alone", "Judgement", "should", "WT2023", "page 53", "the lead practitioner, with the child"),
    ("assessment.protocol-groups", "Content", "should", "WT2023", "paragraph 142", "young-carers, disabled, unborn, in-hospital"),
    ("assessment.disabled-child", "Content", "should", "WT2023", "paragraphs 187-191", "strengths, communication, advocacy, services, parent-carer"),
    ("assessment.outside-home", "Content", "should", "WT2023", "paragraphs 163 and 196", "nature, duration, place, level, strengths, vulnerabilities"),
    ("custody.responsible-authority", "Definition", "should", "WT2023", "paragraph 202", "The authority in whose area the establishment stands is"),
    ("mother-and-baby-unit.assessment", "Content", "should", "WT2023", "paragraphs 204-205", "suitability, development, contact, alternatives"),
    ("outside-home.extent", "Definition", "should", "WT2023", "paragraph 194", "Harm that reaches children outside their families, in"),
    ("outside-home.safeguarded-first", "Definition", "should", "WT2023", "paragraph 195", "Children who harm others are met with a safeguarding"),
    ("outside-home.place-and-group", "Definition", "should", "WT2023", "paragraphs 197-198", "Where several children are harmed in one setting, each"),
    ("outside-home.parents-in-the-plan", "Content", "should", "WT2023", "paragraph 180", "understanding, strengths, blame"),
    ("outside-home.decisions-told", "Definition", "should", "WT2023", "paragraph 199", "Key decisions about harm outside the home are recorded,"),
    ("care.return-home", "Pathway", "should", "WT2023", "page 77 and flow chart 2, page 78", "planned-return, placed-with-parents, still-assessed"),
    ("emergency.removal", "Judgement", "must", "WT2023", "page 85", "the local authority, the police or the NSPCC"),
    ("child-protection.conference-needed", "Judgement", "should", "WT2023", "page 91 and flow chart 5, page 104", "the lead practitioner, a social worker, on multi-agency discussion"),
    ("child-protection.conference-requested", "Pathway", "should", "WT2023", "page 91", "conference, dispute"),
    ("child-protection.family-prepared", "Timescale", "should", "WT2023", "page 92", "before the conference"),
    ("authority.conference-decision", "Membership", "should", "WT2023", "flow charts 5 and 6, pages 104-105", "initial child protection conference"),
    ("child-protection.likely-harm", "Judgement", "should", "WT2023", "flow chart 5, page 104", "the conference, for each child"),
    ("child-protection.conference-timing", "Judgement", "should", "WT2023", "page 92", "the lead practitioner"),
    ("child-protection.core-group-members", "Membership", "should", "WT2023", "page 97", "children's social care, the child and family"),
    ("child-protection.continuing-harm", "Judgement", "should", "WT2023", "pages 98 and 100", "the review conference"),
    ("child-protection.legal-action", "Judgement", "should", "WT2023", "pages 96 and 98", "the lead practitioner at a review; children's social care at the plan stage"),
    ("case.closure", "Pathway", "should", "WT2023", "page 73, paragraph 186 and page 100", "no-further-action, early-help, transferred, adult-services"),
    ("pre-proceedings.begin", "Judgement", "should", "WT2023", "page 101", "the local authority, informed by other agencies"),
    ("family-group.meeting", "Content", "should", "WT2023", "paragraphs 184-185 and page 101", "agreed, prepared, safe, private-time, independent"),
    ("disagreement.challenge", "Judgement", "should", "WT2023", "page 82", "each practitioner"),
    ("practice-standards.recognition", "Content", "should", "WT2023", "paragraphs 216, 217 and 219 and page 82", "alert, communicates, shares, assumes-nothing"),
    ("practice-standards.protection", "Content", "should", "WT2023", "paragraphs 216, 217 and 219 and pages 82-83", "own-limits, daily-life, significant-harm, child-asked"),
    ("practice-standards.ending", "Content", "should", "WT2023", "paragraphs 216, 217 and 219 and page 84", "lasting, help-remains, care-planned"),
    ("definition.abuse", "Definition", "should", "WT2023", "glossary, from page 154", "Maltreatment of a child: somebody harms the child, or"),
    ("definition.physical-abuse", "Definition", "should", "WT2023", "glossary, from page 154", "Hurting a child's body, by hitting or poisoning for"),
    ("definition.emotional-abuse", "Definition", "should", "WT2023", "glossary, from page 154", "Emotional ill-treatment that persists and does a child"),
    ("definition.sexual-abuse", "Definition", "should", "WT2023", "glossary, from page 154", "Making or luring a child to take part in sexual"),
    ("definition.neglect", "Definition", "should", "WT2023", "glossary, from page 154", "Persistently leaving a child's basic needs unmet, which"),
    ("definition.child-sexual-exploitation", "Definition", "should", "WT2023", "glossary, from page 154", "Sexual abuse that works by exploiting the child."),
    ("definition.child-criminal-exploitation", "Definition", "should", "WT2023", "glossary, from page 154", "Somebody with power over a child uses it to draw the"),
    ("definition.financial-exploitation", "Definition", "should", "WT2023", "glossary, from page 154", "Somebody uses a child to move money that comes from"),
    ("definition.county-lines", "Definition", "should", "WT2023", "glossary, from page 154", "Drugs are supplied from one area to another by"),
    ("definition.serious-violence", "Definition", "should", "WT2023", "glossary, from page 154", "Violence such as homicide, knife and gun crime, and"),
    ("definition.controlling-or-coercive-behaviour", "Definition", "should", "WT2023", "glossary, from page 154", "Acts that make a pattern and are meant to dominate"),
    ("definition.domestic-abuse", "Definition", "should", "WT2023", "page 156", "Abuse as the Domestic Abuse Act 2021 defines it. A"),
    ("definition.extra-familial-contexts", "Definition", "should", "WT2023", "glossary, from page 154", "Places, groups and online spaces outside the family"),
    ("definition.family-network", "Definition", "should", "WT2023", "glossary, from page 154", "Relatives of a child, and others who are connected with"),
    ("definition.relative", "Definition", "should", "WT2023", "glossary, from page 154", "A member of the child's family other than a parent."),
    ("definition.kinship-care", "Definition", "should", "WT2023", "glossary, from page 154", "A child grows up with a relative or a friend who is not"),
    ("definition.family-group-decision-making", "Definition", "should", "WT2023", "glossary, from page 154", "A family, with its network, leads the decision about"),
    ("definition.parent-carer", "Definition", "should", "WT2023", "glossary, from page 154", "An adult who cares for a disabled child and has"),
    ("definition.young-carer", "Definition", "should", "WT2023", "glossary, from page 154", "Somebody under 18 who cares for somebody else, as a"),
    ("definition.young-adult-carer", "Definition", "should", "WT2023", "glossary, from page 154", "Somebody from 16 to 25 who cares for somebody else."),
    ("definition.education-health-and-care-plan", "Definition", "should", "WT2023", "glossary, from page 154", "A plan for a child or young person with special"),
    ("care.legal-status", "Pathway", "must", "CA1989", "sections 20, 21, 22, 31, 38 and 44", "accommodated, interim-care-order, care-order"),
    ("disabled-child.services", "Timescale", "must", "CSDPA1970", "section 2", "no number of days is set"),
    ("disabled-child.short-breaks", "Timescale", "must", "SI2011-707", "regulations 3 to 5", "no number of days is set"),
    ("carer.assessment-without-responsibility", "Timescale", "must", "CRSA1995", "section 1(2)", "no number of days is set"),
    ("young-carer.assessment-record", "Content", "must", "SI2015-527", "what an assessment determines", "care-given, appropriate, education, wishes, whole-family"),
    ("definition.significant-harm", "Definition", "must", "CA1989", "section 31(9)-(10)", "Ill-treatment, or impairment of health or development,"),
    ("child-protection.access-refused", "Judgement", "must", "CA1989", "section 47(6)", "the local authority"),
    ("authority.emergency-removal", "Membership", "must", "CA1989", "sections 44 and 46", "court, designated police officer"),
    ("subject-access.answer", "Timescale", "must", "UK-GDPR", "article 12(3)", "1 month"),
    ("rectification.answer", "Timescale", "must", "UK-GDPR", "articles 12(3) and 16", "1 month"),
    ("subject-access.other-people", "Judgement", "must", "DPA2018", "schedule 2, paragraph 16", "whoever prepares the answer, and a second reader"),
    ("school.identify-not-in-school", "Timescale", "must", "EA1996", "section 436A", "as far as it is possible to find out"),
    ("fgm.protection-order", "Judgement", "must", "FGMA2003", "section 5A, with schedule 2", "the local authority, with legal advice"),
    ("records.looked-after", "Definition", "must", "SI2010-959", "regulation 50", "Until the 75th anniversary of the child's birth or,"),
    ("trafficking.duty-to-notify", "Timescale", "must", "MSA2015", "section 52", "no number of days is set"),
    ("trafficking.advocate", "Timescale", "must", "MSA2015", "section 48", "as soon as the grounds are there"),
    ("definition.private-fostering", "Definition", "should", "WT2023", "footnote 55, page 47, and pages 159 and 161", "A child under 16 (under 18 if disabled) cared for, for"),
    ("private-fostering.suitability", "Judgement", "must", "CA1989", "sections 67 and 69, with schedule 8", "the local authority"),
    ("arrangements.education-and-childcare", "Membership", "must", "CWSA2026", "section 2 (section 16E of the Children Act 2004)", "education"),
    ("information.harm-of-sharing", "Judgement", "should", "CWSA2026", "section 4 (section 16LA of the Children Act 2004)", "whoever holds the information"),
    ("missing.repeated", "Judgement", "should", "DFE-MISSING-2014", "children who repeatedly run away or go missing", "the practitioners who know the child"),
    ("pre-proceedings.legal-planning", "Content", "should", "PLWG-2021", "support for and work with families: legal planning", "threshold, legal-advice, decision, family-network"),
    ("definition.short-notice-application", "Definition", "should", "DFE-CIN", "pre-proceedings items", "An application whose hearing is wanted within 2 to 5"),
    ("pre-proceedings.return", "Content", "should", "DFE-CIN-2026", "module 5, N00826 to N00834", "start, letter-sent, family-group-offered"),
)  # fmt: skip


def latest(rule: Rule, edition: str) -> Provision[Any]:
    """The last value of an edition."""
    return [one for one in rule.dated.provisions if one.citation.source.edition == edition][-1]


def begins(rule: Rule, value: Any) -> str:
    """What a rule says, so that its beginning can be compared: words, or the names of its parts."""
    if isinstance(rule, Judgement):
        return rule.decided_by
    if isinstance(value, tuple):
        return ", ".join(getattr(one, "key", None) or str(one) for one in value)
    return str(value)


@pytest.mark.parametrize(
    ("id", "kind", "force", "edition", "place", "says"), STAND, ids=[row[0] for row in STAND]
)
def test_it_stands_where_and_as_strongly_as_the_text_says(
    id: str, kind: str, force: str, edition: str, place: str, says: str
) -> None:
    rule = catalogue.rule(id)
    provision = latest(rule, edition)

    assert (rule.kind, rule.force.value, provision.citation.locator) == (kind, force, place)
    assert begins(rule, provision.value).startswith(says)
