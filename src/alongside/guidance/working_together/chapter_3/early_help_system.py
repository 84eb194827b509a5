"""Working Together, chapter 3: early help as a system in an area (2023 paragraphs 120, 122, 126-127, 134-135 and 137).

What early help is for one family is in ``early_help``; schools' part is ``education.worked-with``.

Not encoded: what each service offers; the duty on young people to stay in education or training, which is another Act's.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import across, said

LEAD_FEEDBACK = Duty(
    id="early-help.lead-feedback",
    title="Ask families how it goes with the practitioner who leads",
    force=Force.SHOULD,
    by=("safeguarding-partners", "relevant-agencies"),
    asks=across(
        "There is a way for the child and family to say how they find working with their lead practitioner.",
        wt2023="paragraph 120",
    ),
    trigger="early help with a lead practitioner",
    evidence=("how families are asked", "what they said and what came of it"),
    notes="The text names no body for it.",
)

PROBLEMS_FOUND = Duty(
    id="early-help.problems-found",
    title="Have ways that work to find problems as they begin, and needs nobody meets",
    force=Force.SHOULD,
    by=("safeguarding-partners", "relevant-agencies"),
    asks=said(
        "Bodies in the area can see when a problem begins for a child or family, or a need goes unmet.",
        chapter=3,
        wt2023="paragraph 122",
    ),
    evidence=("how problems are found", "an analysis of need"),
)

JOINED_UP = Duty(
    id="early-help.joined-up",
    title="Join up early help with partners, on what the joint needs assessment shows",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "The authority and its partners build early help as one system, from what is known of need in the area.",
        chapter=3,
        wt2023="paragraph 122",
    ),
    trigger="the cycle of the joint needs assessment",
    evidence=("the joint needs assessment", "what was built on it"),
    notes="Family hubs are one way the text offers.",
)

UNKNOWN_YOUNG_PEOPLE = Duty(
    id="early-help.young-people-not-known",
    title="Look out for young people of 16 and 17 of whom nobody knows what they do",
    force=Force.SHOULD,
    expected=True,
    by=("local-authority",),
    asks=across(
        "Young people take part in education or training until they are 18; the authority looks out for those of whom it "
        "does not know whether they do.",
        wt2023="paragraphs 126-127",
    ),
    evidence=("how they are looked for", "how many were found"),
    notes="Described rather than asked.",
)

COMPREHENSIVE = Duty(
    id="early-help.comprehensive",
    title="Have early help that covers what families need, and show for whom it works",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "Services in the area are wide enough and work. What they change is shown, also for people with each protected "
        "characteristic.",
        chapter=3,
        wt2023="paragraph 134",
    ),
    trigger="the cycle of commissioning",
    evidence=("services against needs", "what changed, by protected characteristic"),
    notes="The text speaks of local areas.",
)

SERVICES = Content(
    id="early-help.services",
    title="Services that early help in an area joins up",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("short-breaks", "Short breaks for disabled children and their carers"),
            Heading("parenting", "Help with parenting"),
            Heading("attendance", "Help with going to school"),
            Heading("health", "Health, mental health too"),
            Heading("money", "Money"),
            Heading("housing", "Housing"),
            Heading("outside-home", "Worries outside the home"),
            Heading("custody", "A parent in prison"),
            Heading("domestic-abuse", "Domestic abuse as it emerges"),
            Heading("drugs", "Drugs"),
            Heading("alcohol", "Alcohol"),
        ),
        wt2023="paragraphs 134-135",
    ),
    notes="Partly described, as what an area may have. Not a list to be complete by.",
)

MEASURES = Content(
    id="early-help.measures",
    title="At which levels an area measures whether early help works",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("family", "The family", "What changed for this child and family."),
            Heading("cohort", "The group", "What changed for families who were helped in the same way."),
            Heading("demand", "Demand", "What it does to the need for other services."),
            Heading("population", "The population", "How children in the whole area fare."),
        ),
        wt2023="paragraph 137",
    ),
    notes="The measures are agreed in the area, and what families themselves say shows in them. The text names the "
    "levels; the words that explain each are this service's.",
)
