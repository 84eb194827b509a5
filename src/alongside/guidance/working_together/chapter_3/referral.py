"""Working Together, chapter 3: referral (2023 paragraphs 149-154 and 160, flow chart 1).

Not encoded: how soon a contact is looked at before it becomes a referral, the "three working
days, then chase" habit and written confirmation of telephone referrals: all local.
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

ACKNOWLEDGEMENT = Timescale(
    id="referral.acknowledgement",
    title="Acknowledge the referral to the referrer",
    force=Force.SHOULD,
    runs_from="the referral reaching children's social care",
    until="the acknowledgement is sent to the referrer",
    within=across(WorkingDays(1), wt2018="page 17 and flow chart 1, page 35", wt2023="paragraph 153"),
    responsible="children's social care",
    examples=(
        Example(
            date(2025, 6, 7), date(2025, 6, 9), "received on a Saturday: Monday is the first working day"
        ),
        Example(date(2024, 12, 24), date(2024, 12, 27), "Christmas Day and Boxing Day are passed over"),
    ),
)

DECISION = Timescale(
    id="referral.decision",
    title="Decide next steps and the type of response",
    force=Force.SHOULD,
    runs_from="the referral reaching children's social care",
    until="the decision is recorded",
    within=across(WorkingDays(1), wt2018="page 17 and flow chart 1, page 35", wt2023="paragraph 153"),
    responsible="children's social care",
    examples=(Example(date(2025, 4, 17), date(2025, 4, 22), "received the day before Good Friday"),),
    notes="A child in immediate danger is protected at once: the working day is not a wait.",
)

DECISION_AUTHORITY = Membership(
    id="authority.referral-decision",
    title="Who decides what happens after a referral",
    force=Force.SHOULD,
    at_least=changed(
        was=(standing.SOCIAL_WORKER,),
        wt2018="page 17",
        now=(standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,),
        wt2023="paragraph 153",
    ),
    notes="From 2023 a social worker who is not a practice supervisor or manager is not enough.",
)

FEEDBACK = Timescale(
    id="referral.feedback",
    title="Tell the referrer what was decided",
    force=Force.SHOULD,
    runs_from="the decision on the referral",
    until="the referrer has been told, with reasons and other help where the threshold was not met",
    within=across(NoNumber("after the decision"), wt2018="page 17", wt2023="paragraph 151"),
    responsible="children's social care",
    notes="A referrer who is not told should follow up, and escalate if still not satisfied.",
)

CONTENT = Content(
    id="referral.content",
    title="What a referral sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("development", "The child's developmental needs"),
            Heading("capacity", "How parents, carers and the family network meet those needs"),
            Heading("outside-factors", "Factors outside the family that affect the child"),
            Heading("concern", "What the concern is", "Keep fact, opinion and what others reported apart."),
            Heading(
                "early-help-assessment",
                "Any early help assessment",
                "Attach it if there is one; none is needed.",
            ),
        ),
        wt2018="page 17",
        wt2023="paragraph 150",
    ),
)

NEXT_STEPS = Pathway(
    id="referral.next-steps",
    title="What may follow a referral",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("no-further-action", "No further action", ("referral.feedback",)),
            Step("advice", "Advice, or other help named", ("referral.feedback",)),
            Step("early-help", "Early help, with the family's agreement", ("early-help.plan-review",)),
            Step(
                "section-17-assessment",
                "A section 17 assessment",
                ("assessment.completion", "assessment.child-seen"),
            ),
            Step(
                "strategy-discussion",
                "A strategy discussion",
                ("child-protection.strategy-discussion", "assessment.completion"),
            ),
            Step(
                "immediate-protection",
                "Immediate protection",
                ("emergency.immediate-action", "child-protection.strategy-discussion"),
            ),
            Step(
                "transfer-in-conference",
                "A conference for a child moving in on another area's plan",
                ("child-protection.transfer-in-conference",),
            ),
        ),
        wt2018="page 17 and flow chart 1, page 35",
        wt2023="paragraph 153 and flow chart 1, page 76",
    ),
    notes="The transfer-in conference is the text of page 100, met at the front door.",
)

FAMILY_TOLD = Judgement(
    id="referral.family-told",
    question="Would telling the family of the action put the child at risk of significant harm, "
    "or jeopardise a police investigation?",
    decided_by="the lead practitioner",
    must_record=("the decision", "the reasons"),
    citation=WT2023_JUNE_2025.at("paragraph 160"),
    checked=READ_2023,
    notes="These are the only two exceptions the text gives to telling them.",
)

THRESHOLD = Judgement(
    id="referral.threshold",
    question="What response does this child need: none, early help, an assessment, enquiries or "
    "immediate protection?",
    decided_by="a social-work-qualified practice supervisor or manager",
    must_record=("the decision", "the reasons", "who decided", "what the referrer is told"),
    citation=WT2023_JUNE_2025.at("paragraph 153"),
    checked=READ_2023,
    weigh=(
        "whether the child needs immediate protection",
        "whether the child may be in need and should be assessed under section 17",
        "whether there is reasonable cause to suspect significant harm",
        "which services are needed urgently",
        "which specialist assessments are needed",
        "how soon the child should be seen",
    ),
)

MENTAL_HEALTH_ADMISSION = Timescale(
    id="referral.mental-health-admission",
    title="Refer a child admitted to a mental health facility",
    force=Force.SHOULD,
    runs_from="the child's admission to a mental health facility",
    until="children's social care has the referral",
    within=across(NoNumber("on admission"), wt2023="paragraph 150"),
    responsible="practitioners working with the child",
)
