"""Working Together, chapter 3: early help and children in need (2023 paragraphs 118-140, 174-186).

The 2026 edition joins targeted early help and section 17 as family help; section 17 stays law.

Not encoded: visit and meeting frequencies for a child in need, the twelve-week early help
review and other cycles: all local. What follows when a family withdraws agreement to help
under section 17 is not described in the text.
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
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across, changed

EARLY_HELP_REVIEW = Timescale(
    id="early-help.plan-review",
    title="Review early help with the family",
    force=Force.SHOULD,
    runs_from="the family's agreement to early help",
    until="the plan has been reviewed with them",
    within=across(
        NoNumber("regularly, as needs change"),
        wt2018="pages 13-16",
        wt2023="paragraphs 118-119, 131 and 136",
    ),
    responsible="early help lead practitioner",
)

EARLY_HELP_ASSESSMENT = Content(
    id="early-help.assessment",
    title="What an early help assessment sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("agreement", "The agreement of the child and parents"),
            Heading("practitioners", "All the practitioners who should contribute"),
            Heading("wishes-and-advocacy", "Wishes and feelings, and advocacy where it helps"),
            Heading("age-and-contexts", "The child's age, family and contexts outside the family"),
            Heading("each-members-needs", "The needs of each member of the family"),
            Heading("presenting-and-underlying", "Presenting needs and what lies beneath them"),
            Heading("facts-and-strengths", "Facts, and strengths"),
            Heading("action", "Action and services agreed, and how they stop things getting worse"),
            Heading("later-use", "A basis for assessment under section 17 or 47 if that is needed"),
        ),
        wt2023="paragraphs 131-132",
    ),
)

EARLY_HELP_AGREEMENT = Membership(
    id="early-help.agreement",
    title="Who agrees to early help",
    force=Force.SHOULD,
    at_least=across((standing.FAMILY,), wt2018="page 13", wt2023="paragraphs 118 and 131"),
    notes="Early help is voluntary. If it is refused: find out why, reassure, and refer if the child "
    "may be in need.",
)

EARLY_HELP_REFUSED = Judgement(
    id="early-help.refused",
    question="The family does not agree to early help. May the child be in need, or suffering "
    "significant harm?",
    decided_by="the practitioner who offered it",
    must_record=("why the family refused", "the decision", "the reasons"),
    citation=WT2023_JUNE_2025.at("paragraph 133"),
    checked=READ_2023,
    notes="Not having taken up help before is never held against a family.",
)

IN_NEED = Judgement(
    id="child-in-need.in-need",
    question="Is this a child in need, with services under section 17?",
    decided_by="a social-work-qualified practice supervisor or manager, on the lead practitioner's "
    "assessment",
    must_record=("the decision", "the reasons", "the child's views"),
    citation=WT2023_JUNE_2025.at("paragraph 138 and pages 73-74"),
    checked=READ_2023,
)

PLAN_DECISION = Timescale(
    id="child-in-need.plan",
    title="Decide whether there is to be a plan for a child in need, and agree it",
    force=Force.SHOULD,
    runs_from="the decision that the child is in need",
    until="the plan is agreed with the family",
    within=across(
        NoNumber("no limit of its own: whether to have a plan is decided inside the assessment's limit"),
        wt2023="flow chart 4, page 103, and page 73",
    ),
    responsible="lead practitioner",
)

PLAN_CONTENT = Content(
    id="child-in-need.plan-content",
    title="What a plan for a child in need sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("services", "Which organisation gives which help"),
            Heading("outcomes", "Measurable outcomes for the child"),
            Heading("expectations", "What is expected of parents, measurably"),
            Heading("strengths", "Strengths as well as difficulties"),
            Heading("outside-factors", "Factors outside the family"),
            Heading("education", "The child's education"),
            Heading("actions", "Actions: what, by whom, what for"),
            Heading("review-points", "When it will be reviewed"),
        ),
        wt2023="page 73 and paragraphs 177-178",
    ),
)

PLAN_REVIEW = Timescale(
    id="child-in-need.plan-review",
    title="Review the plan for a child in need",
    force=Force.SHOULD,
    runs_from="the start of the plan, or its last review",
    until="the plan has been reviewed",
    within=across(
        NoNumber("regularly, at review points agreed with the practitioners involved"),
        wt2018="page 32",
        wt2023="paragraphs 174 and 181",
    ),
    responsible="lead practitioner, with the social-work-qualified practice supervisor or manager",
)

PLAN_APPROVER = Membership(
    id="authority.child-in-need-plan",
    title="Who reviews and approves a plan for a child in need",
    force=Force.SHOULD,
    at_least=changed(
        was=(standing.SOCIAL_WORKER,),
        wt2018="pages 32 and 38",
        now=(standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,),
        wt2023="paragraph 156 and page 73",
    ),
)

STEP_DOWN = Pathway(
    id="child-in-need.review-outcome",
    title="What may follow a review of a plan for a child in need",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("continue", "The plan continues", ("child-in-need.plan-review",)),
            Step("early-help", "Step down to early help", ("early-help.plan-review",)),
            Step("strategy-discussion", "A strategy discussion", ("child-protection.strategy-discussion",)),
            Step("close", "Close: the child is no longer in need"),
        ),
        wt2023="paragraphs 174 and 181 and page 73",
        checked=False,
    ),
    notes="Derived from the review duties; the text has no such list.",
)

MOVED_AREA = Timescale(
    id="child-in-need.moved-area",
    title="Pass everything on when a child in need moves area for good",
    force=Force.SHOULD,
    runs_from="the family's permanent move",
    until="the receiving authority has all relevant information and the plan",
    within=across(NoNumber("as soon as possible, with support going on meanwhile"), wt2023="page 73"),
    responsible="the first local authority",
    notes="The receiving authority weighs need by a timely re-assessment.",
)

CHANGE_PLANNED = Timescale(
    id="child-in-need.change-planned",
    title="Plan ahead for a change that is known, such as turning 18",
    force=Force.SHOULD,
    runs_from="the change being known",
    until="it is planned with the child, the family and whoever takes over",
    within=across(NoNumber("ahead of the change"), wt2023="page 73 and paragraph 186"),
    responsible="lead practitioner",
    notes="From child to adult services, from one authority or one school to another.",
)

FAMILY_GROUP = Judgement(
    id="family-group.consider",
    question="Would family group decision-making help here?",
    decided_by="the lead practitioner, with the family",
    must_record=("whether it was offered", "the family's answer"),
    citation=WT2023_JUNE_2025.at("paragraphs 119, 176 and 184-185"),
    checked=READ_2023,
    notes="Voluntary, with informed consent, preparation, a safe place and private family time.",
)
