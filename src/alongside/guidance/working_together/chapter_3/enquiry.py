"""Working Together, chapter 3: section 47 enquiries and their outcome (2023 pages 89-92).

Not encoded: the 15 working days some manuals give for the enquiry itself, and permission for
agency checks: both local. How to carry out an enquiry is skill.
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
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across

ENQUIRY = Timescale(
    id="child-protection.enquiry",
    title="Complete the section 47 enquiries",
    force=Force.SHOULD,
    runs_from="the strategy discussion that started the section 47 enquiries",
    until="their outcome is decided and recorded",
    within=across(
        NoNumber("no limit of its own: in time for any conference, and inside the assessment's limit"),
        wt2018="page 45",
        wt2023="pages 87 and 89-90",
    ),
    responsible="lead practitioner, a social worker",
)

LEAD = Membership(
    id="authority.section-47-lead",
    title="Who leads section 47 enquiries",
    force=Force.SHOULD,
    at_least=across((standing.SOCIAL_WORKER,), wt2018="page 45", wt2023="paragraph 157 and page 87"),
    notes="The text says 'should always'.",
)

START = Membership(
    id="authority.section-47-start",
    title="Who decides whether section 47 enquiries begin",
    force=Force.SHOULD,
    at_least=across((standing.SOCIAL_WORKER,), wt2018="pages 41-43", wt2023="page 87", checked=False),
    notes="Derived: the decision is the local authority's, informed by the discussion, and a social worker leads.",
)

FAMILY_TOLD = Timescale(
    id="enquiry.family-told",
    title="Tell the child and the family that enquiries begin",
    force=Force.SHOULD,
    runs_from="the strategy discussion that started the section 47 enquiries",
    until="the child and the family have been told what the discussion agreed to tell them, and when it said",
    within=across(
        NoNumber("when the strategy discussion says"), wt2018="page 41", wt2023="page 87", checked=False
    ),
    responsible="lead practitioner",
    notes="Derived: the discussion agrees what the family is told and when, unless telling puts the child at risk or "
    "a police investigation in jeopardy. The text sets no form for it.",
)

RECORD = Content(
    id="child-protection.enquiry-content",
    title="What the record of section 47 enquiries sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("child-seen", "When the child was seen, and whether alone"),
            Heading("wishes-and-feelings", "The child's wishes and feelings"),
            Heading("parents", "What parents and carers said"),
            Heading("purpose-explained", "Purpose, process and possible outcome explained to parents"),
            Heading(
                "family-and-environment", "The wider family, the environment and factors outside the home"
            ),
            Heading("history", "A systematic history"),
            Heading("agencies", "What each agency knows"),
            Heading("medical", "Medical examination and other specialist assessment, or why there was none"),
            Heading("joint-interview", "Interviews for evidence with the police, where enquiries are joint"),
            Heading("analysis", "Analysis with others: needs, risk and harm"),
            Heading("harm", "The level of harm, and whether it goes on or is likely"),
            Heading("consulted", "Agencies consulted before deciding that no conference is needed"),
            Heading("outcome", "The outcome, who decided and why"),
            Heading("told", "Who has been told of it"),
        ),
        wt2018="pages 45 and 47",
        wt2023="pages 89-92",
    ),
)

OUTCOME = Pathway(
    id="child-protection.enquiry-outcome",
    title="What may follow section 47 enquiries",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step(
                "not-substantiated",
                "Concerns are not substantiated",
                ("family-group.consider",),
                "Talk openly, offer help, and consider re-assessment against objectives with a named owner.",
            ),
            Step(
                "substantiated-no-conference",
                "Concerns are substantiated, and no conference is needed",
                ("child-protection.conference-needed",),
                "Other agencies may still ask for a conference.",
            ),
            Step(
                "conference",
                "An initial child protection conference",
                ("child-protection.initial-conference",),
                "Open also where concerns are substantiated and harm is not judged to be continuing.",
            ),
        ),
        wt2018="page 47 and flow chart 4, page 44",
        wt2023="pages 91-92 and flow chart 5, page 104",
    ),
)

AFTER_ENQUIRIES = Membership(
    id="authority.after-section-47",
    title="Who decides what happens after section 47 enquiries",
    force=Force.SHOULD,
    at_least=across((standing.SOCIAL_WORKER,), wt2018="page 47", wt2023="page 91"),
    notes="From 2023 the lead practitioner, who is a social worker. The text asks for no manager's sign-off.",
)

HARM_DECISION_REVIEWED = Membership(
    id="authority.harm-decision-review",
    title="Who reviews decisions about the level of need and harm",
    force=Force.SHOULD,
    at_least=across((standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,), wt2023="paragraph 173"),
)

CONFERENCE_NEEDED = Judgement(
    id="child-protection.conference-needed",
    question="Concerns are substantiated. Is a child protection conference needed?",
    decided_by="the lead practitioner, a social worker, on multi-agency discussion",
    must_record=("the decision", "the reasons", "who was consulted", "who disagreed", "the child's views"),
    citation=WT2023_JUNE_2025.at("page 91 and flow chart 5, page 104"),
    checked=READ_2023,
)

CONFERENCE_REQUESTED = Pathway(
    id="child-protection.conference-requested",
    title="When another agency asks for a conference",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("conference", "A conference is convened", ("child-protection.initial-conference",)),
            Step(
                "dispute",
                "The safeguarding partners' quick and simple way to settle differences",
                help="As a last resort, where an agency is seriously concerned for the child.",
            ),
        ),
        wt2018="page 47",
        wt2023="page 91",
    ),
)
