"""Working Together, chapter 3: assessment (2023 paragraphs 141-173, pages 73-75, flow chart 4).

Not encoded: how to assess well (paragraphs 161-173), which is skill; the local protocol's own
content; any limit for an assessment on an open case, for which the text names no start.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance import standing
from alongside.guidance.kernel.rules import (
    Content,
    Example,
    Force,
    Heading,
    Judgement,
    Membership,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import NoNumber, WorkingDays
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across, changed

COMPLETION = Timescale(
    id="assessment.completion",
    title="Conclude the assessment, so that next steps can be decided",
    force=Force.SHOULD,
    runs_from="the referral to children's social care",
    until="the assessment is concluded and next steps can be decided",
    within=across(WorkingDays(45), wt2018="pages 33 and 38", wt2023="paragraph 155"),
    responsible="lead practitioner",
    examples=(
        Example(date(2025, 4, 17), date(2025, 6, 25), "Easter and both May holidays fall inside"),
        Example(date(2024, 3, 27), date(2024, 6, 4), "Easter and both May holidays fall inside"),
        Example(date(2026, 12, 26), date(2027, 3, 2), "a Saturday: counted from Tuesday 29 December"),
    ),
    notes="The most the text allows, not a target. A section 47 enquiry on the way does not start it again. "
    "Help does not wait for the end.",
)

OPEN_CASE = Timescale(
    id="assessment.open-case",
    title="Assess again on an open case",
    force=Force.SHOULD,
    runs_from="the information that calls for another assessment",
    until="that assessment is concluded",
    within=across(
        NoNumber("no limit of its own: the only start the text names is the referral"), wt2023="paragraph 155"
    ),
    responsible="lead practitioner",
)

CHILD_SEEN = Timescale(
    id="assessment.child-seen",
    title="See the child",
    force=Force.SHOULD,
    runs_from="the decision that assessment is needed",
    until="the child has been seen",
    within=across(
        NoNumber("as soon as possible, in a time that fits the concern"),
        wt2018="page 38",
        wt2023="paragraph 153 and page 74",
    ),
    responsible="lead practitioner",
)

OVER_RUN = Content(
    id="assessment.over-run",
    title="What is recorded when an assessment takes longer than the limit",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("reasons", "Why it is taking longer"),
            Heading("discussed-with-child", "Discussed with the child"),
            Heading("discussed-with-family", "Discussed with the family"),
            Heading("discussed-with-practitioners", "Discussed with the practitioners involved"),
        ),
        wt2018="page 33",
        wt2023="paragraph 155",
    ),
    notes="The lead practitioner records the reasons. The text asks for no manager's agreement.",
)

LEAD = Membership(
    id="authority.assessment-lead",
    title="Who leads a section 17 assessment",
    force=Force.SHOULD,
    at_least=changed(
        was=(standing.SOCIAL_WORKER,),
        wt2018="page 38",
        now=(standing.PRACTITIONER,),
        wt2023="paragraphs 157-158",
    ),
    notes="From 2023, any practitioner with the time, skills, knowledge, competence and experience, "
    "as the local protocol sets out.",
)

ALLOCATION = Membership(
    id="authority.assessment-allocation",
    title="Who starts the assessment and allocates its lead practitioner",
    force=Force.SHOULD,
    at_least=changed(
        was=(standing.SOCIAL_WORKER,),
        wt2018="page 38",
        now=(standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,),
        wt2023="paragraph 156",
    ),
    notes="With partners where fitting, and with the practitioner's own agreement.",
)

APPROVAL = Timescale(
    id="assessment.approval",
    title="Approve the assessment",
    force=Force.SHOULD,
    runs_from="the assessment being finished by its lead practitioner",
    until="it is approved",
    within=across(NoNumber("no number of days is set"), wt2023="pages 73-74"),
    responsible=standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,
)

APPROVER = Membership(
    id="authority.assessment-approval",
    title="Who approves a section 17 assessment",
    force=Force.SHOULD,
    at_least=changed(
        was=(standing.SOCIAL_WORKER,),
        wt2018="page 38",
        now=(standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,),
        wt2023="pages 73-74",
    ),
)

RECORD = Content(
    id="assessment.content",
    title="What the record of an assessment sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("child-seen", "When the child was seen, and whether alone"),
            Heading("childs-wishes-and-feelings", "The child's wishes and feelings"),
            Heading("parents-views", "The views of parents and carers"),
            Heading("practitioners-views", "The views of practitioners involved"),
            Heading("history", "History, previous referrals and assessments"),
            Heading("strengths", "Strengths and protective factors"),
            Heading("analysis", "Analysis: what this means for the child"),
            Heading("decision", "The decision and next steps"),
        ),
        wt2018="pages 27-33 and 38",
        wt2023="paragraphs 143, 161-164, 169 and 172 and page 74",
    ),
)

FINDINGS_SHARED = Timescale(
    id="assessment.findings-shared",
    title="Tell agencies and the family what the assessment decided, in writing",
    force=Force.SHOULD,
    runs_from="the decision at the end of the assessment",
    until="all relevant agencies and the family have been told in writing",
    within=across(NoNumber("after the decision"), wt2018="page 38", wt2023="page 74"),
    responsible="lead practitioner",
    notes="The referrer is told what has been or will be done.",
)

REFERRER_TOLD = Timescale(
    id="assessment.referrer-told",
    title="Tell the referrer what was or will be done after the assessment",
    force=Force.SHOULD,
    runs_from="the decision at the end of the assessment",
    until="the referrer has been told",
    within=across(NoNumber("after the decision"), wt2023="page 74 and flow chart 4, page 103"),
    responsible="children's social care",
    notes="A second message, beside the feedback on the referral itself. No form is set.",
)

OUTCOME = Pathway(
    id="assessment.outcome",
    title="What may follow an assessment",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("no-further-action", "No further action", ("assessment.findings-shared",)),
            Step("early-help", "Early help, with the family's agreement", ("early-help.plan-review",)),
            Step(
                "child-in-need-plan",
                "A plan for a child in need",
                ("child-in-need.plan", "child-in-need.plan-review"),
            ),
            Step(
                "strategy-discussion",
                "A strategy discussion",
                ("child-protection.strategy-discussion",),
                "Where significant harm is suspected; this does not wait for the end of the assessment.",
            ),
            Step("legal-action", "Legal action", ("pre-proceedings.length",)),
            Step("specialist-assessment", "A specialist assessment, as part of this one"),
        ),
        wt2018="pages 32 and 38, flow chart 3, page 40",
        wt2023="pages 73-74 and flow chart 4, page 103",
        checked=False,
    ),
    notes="A conference is not an outcome here: it follows section 47 enquiries.",
)

PACE = Judgement(
    id="assessment.pace",
    question="How quickly must this assessment go, for this child?",
    decided_by="a social-work-qualified practice supervisor or manager",
    must_record=("the decision", "the reasons"),
    citation=WT2023_JUNE_2025.at("paragraph 152"),
    checked=READ_2023,
    weigh=("the child's needs", "the nature and level of risk of harm"),
)

SEEN_ALONE = Judgement(
    id="assessment.seen-alone",
    question="Should the child be seen alone, or with a trusted adult they ask for?",
    decided_by="the lead practitioner, with the child",
    must_record=("whether the child was seen alone", "if not, why not"),
    citation=WT2023_JUNE_2025.at("page 53"),
    checked=READ_2023,
    weigh=("the child's own request", "whether someone present may stop the child speaking freely"),
)
