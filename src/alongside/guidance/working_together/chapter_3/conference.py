"""Working Together, chapter 3: child protection conferences (2023 pages 92-95, flow charts 5 and 6).

Not encoded, because the text does not say it: a quorum, categories of harm (they belong to
the census), how a parent may be excluded, contingency plans, days for reports and minutes.
How a conference is chaired is practice.
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
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across

INITIAL_CONFERENCE = Timescale(
    id="child-protection.initial-conference",
    title="Hold the initial child protection conference",
    force=Force.SHOULD,
    runs_from="the strategy discussion that started the section 47 enquiries",
    until="the conference has been held",
    within=across(WorkingDays(15), wt2018="pages 47 and 49", wt2023="pages 92 and 94"),
    responsible="lead practitioner",
    examples=(
        Example(date(2025, 6, 2), date(2025, 6, 23), "three plain weeks"),
        Example(date(2025, 4, 17), date(2025, 5, 13), "Easter and early May fall inside"),
    ),
    notes="Counted from the discussion at which enquiries began, not the first or the last. "
    "Urgency, need and the severity of harm may call for sooner. The text names no extension.",
)

TRANSFER_IN = Timescale(
    id="child-protection.transfer-in-conference",
    title="Hold a conference for a child who has moved in on another area's plan",
    force=Force.SHOULD,
    runs_from="the receiving authority being notified of the permanent move",
    until="the receiving authority has held the conference",
    within=across(WorkingDays(15), wt2018="page 55", wt2023="page 100"),
    responsible="the receiving local authority",
    examples=(Example(date(2024, 12, 20), date(2025, 1, 15), "Christmas, Boxing Day and New Year's Day"),),
    notes="Only afterwards may the first authority end its plan. The text does not say who notifies.",
)

RECEIVING_CONFERENCE = Timescale(
    id="child-protection.receiving-conference",
    title="The authority a child moved to holds its conference",
    force=Force.SHOULD,
    runs_from="the receiving authority being told of the permanent move",
    until="it has held its conference and told us in writing what that decided",
    within=across(WorkingDays(15), wt2018="page 55", wt2023="page 100"),
    responsible="the receiving local authority",
    examples=(Example(date(2024, 12, 20), date(2025, 1, 15), "Christmas, Boxing Day and New Year's Day"),),
    notes="The same limit as a transfer-in conference, kept by the authority that the child leaves: its plan goes on "
    "until then. That the answer comes in writing is our reading; the text does not say in what form.",
)

MOVE_TOLD = Timescale(
    id="child-protection.move-told",
    title="Tell the authority a child on a plan moves to",
    force=Force.SHOULD,
    runs_from="the move for good being known",
    until="the receiving authority has been told",
    within=across(
        NoNumber("as soon as the move is known"), wt2018="page 55", wt2023="page 100", checked=False
    ),
    responsible="lead practitioner",
    notes="Derived: the receiving authority's limit runs from being told, and the text does not say who tells, in "
    "what form, or how soon.",
)

REPORTS = Timescale(
    id="child-protection.conference-reports",
    title="Share the report with the child and family before the conference",
    force=Force.SHOULD,
    runs_from="the conference being called",
    until="the child and family have had it, where that is right",
    within=across(NoNumber("beforehand, where appropriate"), wt2018="pages 47-49", wt2023="pages 92 and 94"),
    responsible="lead practitioner, and each agency for its own",
    notes="Whether and when a report may go to parents is considered with the police and the chair.",
)

FAMILY_PREPARED = Timescale(
    id="child-protection.family-prepared",
    title="Make sure the child and family understand what the conference is for and who will come",
    force=Force.SHOULD,
    runs_from="the conference being called",
    until="the child is prepared, and the family knows its purpose, who comes, and that somebody may come with them",
    within=across(NoNumber("before the conference"), wt2018="page 47", wt2023="page 92"),
    responsible="lead practitioner",
    notes="An advocate, a friend or a supporter may come with the child and with the family.",
)

BEFORE_BIRTH = Timescale(
    id="child-protection.conference-before-birth",
    title="Consider a conference before the birth",
    force=Force.SHOULD,
    runs_from="concern for an unborn child",
    until="it has been decided whether to hold one before the birth",
    within=across(NoNumber("before the birth"), wt2018="page 49", wt2023="page 93"),
    responsible="lead practitioner",
    notes="The text says nothing on weeks of pregnancy.",
)

REPORT = Content(
    id="child-protection.conference-report",
    title="What the report to a conference sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("reason", "Why the conference is held"),
            Heading("needs", "The child's needs"),
            Heading("parenting-family-environment", "Parenting, family and environment"),
            Heading("harm", "Evidence of harm and its effect on the child"),
            Heading("views", "The views of the child and parents"),
            Heading("analysis", "Analysis"),
            Heading("recommendation", "What is recommended"),
        ),
        wt2018="pages 47-49",
        wt2023="pages 92-94",
        checked=False,
    ),
)

RECORD = Content(
    id="child-protection.conference-record",
    title="What the record of a conference sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("attendance", "Who attended, and who sent a report"),
            Heading("views", "The views of the child and parents"),
            Heading("decision", "The decision for each child"),
            Heading("dissent", "Who disagreed, and why"),
            Heading("lead-body", "The lead statutory body and the lead practitioner"),
            Heading("core-group", "The members of the core group"),
            Heading("timetable", "When the core group meets, the plan is made and the plan is reviewed"),
            Heading("outline-plan", "The outline plan: action, by when, how much improvement by when"),
        ),
        wt2018="pages 49-50",
        wt2023="pages 93-94",
        checked=False,
    ),
    notes="Decisions are recorded by the lead practitioner. The timetable is set for each child.",
)

DECISION = Pathway(
    id="child-protection.conference-decision",
    title="What a conference decides for each child",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step(
                "plan",
                "A child protection plan",
                (
                    "child-protection.first-core-group",
                    "child-protection.first-review",
                    "child-protection.plan-circulation",
                ),
                "The child is suffering, or likely to suffer, significant harm.",
            ),
            Step(
                "no-plan",
                "No child protection plan; agree help with the family",
                ("child-in-need.plan",),
            ),
        ),
        wt2018="flow chart 4, page 44, and flow chart 5, page 54",
        wt2023="flow charts 5 and 6, pages 104-105",
    ),
)

DECIDERS = Membership(
    id="authority.conference-decision",
    title="Who decides whether there is to be a child protection plan",
    force=Force.SHOULD,
    at_least=across(
        (standing.INITIAL_CONFERENCE,),
        wt2018="flow chart 4, page 44",
        wt2023="flow charts 5 and 6, pages 104-105",
    ),
    notes="The conference decides, and children's social care makes the child subject to the plan.",
)

CHAIR = Membership(
    id="child-protection.conference-chair",
    title="Who chairs a conference",
    force=Force.SHOULD,
    at_least=across((standing.CONFERENCE_CHAIR,), wt2018="pages 49-50", wt2023="page 94"),
    notes="Accountable to the director of children's services, independent of operational or line management "
    "of the case, and the same person at reviews where possible.",
)

LIKELY_HARM = Judgement(
    id="child-protection.likely-harm",
    question="Is the child suffering, or likely to suffer, significant harm?",
    decided_by="the conference, for each child",
    must_record=("the decision", "the reasons", "who disagreed", "the views of the child and parents"),
    citation=WT2023_JUNE_2025.at("flow chart 5, page 104"),
    checked=READ_2023,
)

CONFERENCE_SOONER = Judgement(
    id="child-protection.conference-timing",
    question="Does this child's situation call for a conference sooner than the limit?",
    decided_by="the lead practitioner",
    must_record=("the date chosen", "the reasons"),
    citation=WT2023_JUNE_2025.at("page 92"),
    checked=READ_2023,
    weigh=("urgency", "the child's needs", "the nature and severity of harm"),
)
