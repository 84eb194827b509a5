"""Working Together, chapter 3: what councils are asked beside their work on each case (2023 paragraphs 139, 149, 179, 190-191, 206-210).

What prisons and probation do is in chapter 4's modules (``prison.enquiry``, ``probation.enquiries``); that a prison is
answered at all is ``prison.enquiry-reply``, and that a referrer is told ``referral.feedback``.

Not encoded: carers' assessments themselves, which stand in ``legislation``.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import CHILDREN_ACT_1989, across, said

HELP_WHEN_ASKED = Duty(
    id="child-in-need.help-when-asked",
    title="Help children's social care when it asks",
    force=Force.MUST,
    by=("local-authority", "integrated-care-boards", "health-providers"),
    asks=across(
        "Health bodies, other authorities and other parts of the same authority help when children's social care asks, so "
        "far as their own duties allow.",
        wt2023="paragraph 139",
    ),
    trigger="a request by children's social care",
    evidence=("the request and the answer",),
    law=(CHILDREN_ACT_1989.at("section 27"),),
    notes="Others may be asked for help under section 17 and are not bound to give it.",
)

PROCESS_CLEAR = Duty(
    id="referral.process-clear",
    title="Make plain how to refer a child, and whom to reach",
    force=Force.SHOULD,
    by=("childrens-social-care",),
    asks=across(
        "How to refer is clear, also for an area with a secure establishment for children. Children, parents and people "
        "who live there can find out whom to contact.",
        wt2023="paragraph 149",
    ),
    evidence=("the page with the way to refer and the contact details", "how people find it"),
)

FAMILY_MONEY = Duty(
    id="family-group.support-payment",
    title="Give a family network money so that it can support the plan",
    force=Force.MAY,
    by=("local-authority",),
    asks=across(
        "The authority may pay a family network for its part in a plan, and looks at it again as the plan goes on.",
        wt2023="paragraph 179",
    ),
    trigger="a plan the family network supports",
    evidence=("what was paid and why", "when it was looked at again"),
)

PARENT_CARER_PROCESS = Duty(
    id="parent-carer.requests",
    title="Have a way for parent carers to ask for an assessment",
    force=Force.MUST,
    own_words=True,
    by=("local-authority",),
    asks=across(
        "Parents who care for a disabled child can ask for an assessment, also where children's social care has never "
        "met the child.",
        wt2023="paragraph 190",
    ),
    evidence=("the way to ask, published", "requests and answers"),
    notes="The assessment itself is the Act's duty: parent-carer.assessment.",
)

SOCIAL_CARE_OFFICER = Duty(
    id="disabled-child.social-care-officer",
    title="Have a designated social care officer for special educational needs and disability",
    force=Force.MAY,
    by=("local-authority",),
    asks=across(
        "One officer in the area links social care with work on special educational needs and disability, from day to "
        "day and in strategy.",
        wt2023="paragraph 191",
    ),
    evidence=("the post, and what it has changed",),
    notes="The text encourages it: more than leave to do so, and less than a should.",
)

PRISON_ANSWER = Content(
    id="prison.enquiry-answer",
    title="What children's social care does with a prison's enquiry",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("reviewed", "Looks at what it knows, and records the enquiry"),
            Heading("concerns", "Answers with any concern about the prisoner, or about contact with a child"),
            Heading(
                "contact",
                "Takes part when the risk of contact is assessed",
                "A report on what is best for the child, and a check of identity.",
            ),
            Heading("view", "Gives a view where the child is not known, and may advise a referral"),
        ),
        wt2023="paragraphs 206-209",
    ),
    notes="The prisoner's consent is not needed. Partly told as what happens, partly a should. Not a section 47 enquiry.",
)

PROBATION_ANSWERS = Duty(
    id="probation.quick-answers",
    title="Explore with the probation delivery unit how to answer in time, on the same day where needed",
    force=Force.SHOULD,
    by=("childrens-social-care",),
    asks=across(
        "The authority looks with the unit for ways to answer its enquiries quickly, on the same day where a delay "
        "would do harm.",
        wt2023="paragraph 210",
    ),
    evidence=("what was agreed with the unit", "how long answers take"),
    notes="Asked to be explored: no number of hours is set. Probation's side is probation.same-day-reply.",
)

PROBATION_CONTENT = Content(
    id="probation.answer-content",
    title="What an answer to probation carries",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("voice", "What the child says and feels"),
            Heading("view", "What children's social care thinks"),
        ),
        chapter=3,
        wt2023="paragraph 210",
    ),
)
