"""Working Together, chapter 3: children returning home from care (2023 pages 77-78, flow chart 2).

The approval itself is a matter of the care planning regulations: see ``legislation``.

Not encoded: how to plan a return, which is practice.
"""

from __future__ import annotations

from alongside.guidance import standing
from alongside.guidance.kernel.rules import Content, Force, Heading, Membership, Pathway, Step
from alongside.guidance.sources import across

DECIDER = Membership(
    id="authority.return-home",
    title="Who leads the decision that a child returns home from care",
    force=Force.SHOULD,
    at_least=across((standing.SOCIAL_WORKER,), wt2018="page 57", wt2023="paragraphs 167 and 176 and page 77"),
    notes="The lead practitioner is a social worker for this decision.",
)

PLAN = Content(
    id="care.return-home-plan",
    title="What a plan for returning home sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("assessment", "An assessment made while the child was looked after"),
            Heading("seen-alone", "The child seen alone, wherever possible"),
            Heading("wishes", "The child's wishes"),
            Heading("support-and-contact", "Support and contact from the local authority"),
            Heading("timeline", "Decisions, and when"),
            Heading("monitoring", "How the effect is watched and recorded"),
        ),
        wt2018="page 57",
        wt2023="paragraphs 167 and 176, page 77 and flow chart 2, page 78",
    ),
)

BRANCHES = Pathway(
    id="care.return-home",
    title="How a child comes home from care",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step(
                "planned-return",
                "A planned return home",
                ("care.return-home-plan", "care.return-home-approval"),
            ),
            Step("placed-with-parents", "Placed with parents under a care order: still looked after"),
            Step("still-assessed", "The plan is still being assessed"),
            Step(
                "unplanned",
                "An unplanned return: check immediate safety",
                ("emergency.immediate-action", "child-protection.strategy-discussion"),
            ),
        ),
        wt2018="page 57",
        wt2023="page 77 and flow chart 2, page 78",
    ),
)
