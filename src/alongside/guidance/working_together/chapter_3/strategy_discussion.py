"""Working Together, chapter 3: strategy discussion (2023 pages 86-88, flow chart 5).

Not encoded: same-day, 24-hour and other local targets for holding one. The 2018 edition let a
discussion be held by telephone calls; the 2023 edition names a meeting.
"""

from __future__ import annotations

from alongside.guidance import standing
from alongside.guidance.kernel.rules import (
    Content,
    Force,
    Heading,
    Judgement,
    Membership,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDREN_ACT_1989, across, changed

STRATEGY_DISCUSSION = Timescale(
    id="child-protection.strategy-discussion",
    title="Hold a strategy discussion",
    force=Force.SHOULD,
    runs_from="reasonable cause to suspect significant harm",
    until="the discussion has been held and recorded",
    within=across(
        NoNumber("whenever there is reasonable cause to suspect it, so that rapid action can be planned"),
        wt2018="page 41",
        wt2023="pages 73 and 86-87",
    ),
    responsible="lead practitioner; the local authority on a first referral or in an emergency",
)

MINIMUM: tuple[str, ...] = (standing.CHILDRENS_SOCIAL_CARE, standing.HEALTH, standing.POLICE)
ALSO_IN_2018: tuple[str, ...] = (
    standing.REFERRER,
    standing.EDUCATION,
    standing.EARLY_YEARS,
    standing.CARERS_SERVICE,
)
ALSO_FROM_2023: tuple[str, ...] = (
    standing.REFERRER,
    standing.EDUCATION,
    standing.EARLY_YEARS,
    standing.YOUTH_JUSTICE,
    standing.ADULT_SERVICES,
    standing.BRITISH_TRANSPORT_POLICE,
    standing.CARERS_SERVICE,
    standing.EARLY_HELP,
)

AGENCIES = Membership(
    id="child-protection.strategy-discussion-agencies",
    title="Involve social care, health and the police in the strategy discussion",
    force=Force.SHOULD,
    at_least=across(MINIMUM, wt2018="page 41", wt2023="page 86"),
    others=changed(
        was=ALSO_IN_2018,
        wt2018="page 41",
        now=ALSO_FROM_2023,
        wt2023="page 86",
    ),
    notes="Each senior enough to decide for their own body, and able to prepare, assess critically "
    "and challenge.",
)

CONTENT = Content(
    id="child-protection.strategy-discussion-content",
    title="What the record of a strategy discussion sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("participants", "Who took part, and for which agency"),
            Heading("information", "Information shared, and what is missing"),
            Heading("criminal-investigation", "The conduct and timing of any criminal investigation"),
            Heading("decision", "Whether section 47 enquiries are to begin, and why"),
            Heading("actions", "Immediate and short-term action: what, who, by when"),
            Heading("legal-action", "Whether legal action is needed"),
            Heading("family-told", "What is shared with the family, and when"),
            Heading("child", "How the child is kept safe and spoken to"),
            Heading(
                "health", "What health does: medical examination, and health information brought together"
            ),
            Heading("police", "What the police do: lines of investigation, evidence and when"),
            Heading("other-children", "Other children considered"),
        ),
        wt2018="pages 41-43",
        wt2023="pages 85, 87 and 88",
    ),
)

OUTCOME = Pathway(
    id="child-protection.strategy-discussion-outcome",
    title="What may follow a strategy discussion",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step(
                "no-further-role",
                "No further role for children's social care; others may help",
                ("early-help.plan-review",),
            ),
            Step("section-17-assessment", "A section 17 assessment", ("assessment.completion",)),
            Step(
                "section-47-enquiry",
                "Section 47 enquiries begin",
                ("child-protection.enquiry", "child-protection.initial-conference"),
                "The conference is counted from the discussion that started the enquiries.",
            ),
            Step(
                "further-discussion",
                "A further discussion, with the information that is missing",
                ("child-protection.strategy-discussion",),
            ),
        ),
        wt2018="flow chart 4, page 44",
        wt2023="page 86 and flow chart 5, page 104",
    ),
)

SIGNIFICANT_HARM = Judgement(
    id="child-protection.significant-harm",
    question="Is there reasonable cause to suspect the child is suffering, or is likely to suffer, "
    "significant harm?",
    decided_by="the local authority, after the strategy discussion",
    must_record=("the decision", "the reasons", "who took part", "the child's views"),
    citation=CHILDREN_ACT_1989.at("section 47(1)(b)"),
    force=Force.MUST,
    weigh=(
        "how severe, how long and how often",
        "threat, coercion or cruelty",
        "who is in the child's world, online too",
        "harm that adds up over time",
    ),
    notes="What to weigh is listed on page 82 of the 2023 edition. It is recorded, never added up.",
)
