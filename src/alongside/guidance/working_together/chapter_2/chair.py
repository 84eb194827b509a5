"""The partnership chair, business support, and keeping both apart from scrutiny (2023 paragraphs 61-63, page 30).

New in 2023. Before it an independent chair was one way among others; with a chair from among the delegated partners
and separate scrutiny, nothing in the text asks for one.

Not encoded: how long a chair serves, which is local.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS
from alongside.guidance.working_together.chapter_2.partners import PARTNERS

APPOINTED = Duty(
    id="partnership-chair.appointed",
    title="Appoint one of the delegated partners as partnership chair, all lead partners agreeing",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "The chair is a delegated safeguarding partner. The role may pass from one to another, and a change is "
        "published.",
        chapter=2,
        wt2023="paragraph 61",
    ),
    trigger="a vacancy, or the role being reviewed",
    evidence=("a minute with every lead partner's agreement",),
)

REVIEW = Timescale(
    id="partnership-chair.review",
    title="Look again at who chairs the partnership",
    force=Force.SHOULD,
    runs_from="the appointment, or the last review of it",
    until="lead partners have reviewed it",
    within=said(NoNumber("regularly, as each area settles"), chapter=2, wt2023="paragraph 61"),
    responsible="the lead safeguarding partners",
)

FUNCTIONS = Content(
    id="partnership-chair.functions",
    title="What the partnership chair does",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("links", "Build strategic links; stand behind the lead partners and hold each of them to account"),
            Heading("collaboration", "Make arrangements work across lead and delegated partners, scrutiny and groups"),
            Heading("meetings", "Chair the delegated partners' meetings, extraordinary ones too",
                    "With help from the business manager and scrutiny."),
            Heading("challenge", "Challenge, so that partners are accountable"),
        ),
        chapter=2,
        wt2023="page 30",
    ),
)  # fmt: skip

CONTACT = Duty(
    id="partnership-chair.contact",
    title="Be the one point of contact between delegated and lead partners",
    force=Force.SHOULD,
    by=("partnership-chair",),
    asks=said(
        "The chair carries matters between the two. Formal complaints keep their own procedures.",
        chapter=2,
        wt2023="paragraph 62",
    ),
    evidence=("what the chair carried, and to whom",),
    expected=True,
)

SEPARATE = Duty(
    id="partnership-chair.separate-functions",
    title="Keep chairing, business support and independent scrutiny apart, and give each what it needs",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "The chair decides and escalates; business support is adequately resourced; scrutiny challenges with rigour. "
        "None of the three does the work of another.",
        chapter=2,
        wt2023="paragraph 63",
    ),
    evidence=("a structure that shows the three", "a line in the budget for each"),
)
