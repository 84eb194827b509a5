"""Lead safeguarding partners: the head of each partner, who cannot hand accountability on (2023 paragraphs 47-54).

The word is new in 2023. That the heads of the three bodies were named before, and free to delegate what they did, is
from knowledge of the field and not encoded.

Not encoded: how often they meet, which each area settles.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Definition, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import said

LEADS = ("lead-safeguarding-partners",)

LEAD_PARTNER = Definition(
    id="definition.lead-safeguarding-partner",
    title="A lead safeguarding partner",
    force=Force.SHOULD,
    means=said(
        "The head of a safeguarding partner: the authority's chief executive or head of paid service, the chief "
        "executive of the integrated care board, the chief officer of police. The post brings the role with it.",
        chapter=2,
        wt2023="paragraphs 47-48",
    ),
    notes="Abbreviated LSP, which other texts use for a local strategic partnership. The February 2024 issue corrected "
    "the words about the posts; what they said before is not known to us.",
)

FUNCTIONS = Content(
    id="lead-partners.functions",
    title="What lead safeguarding partners do together",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("direction", "Set direction, vision and culture; agree priorities and the means for them, and look "
                    "at them again", "Shown by a signed plan and a list of priorities with days of review."),
            Heading("own-organisation", "Lead what the own organisation contributes, with governance that holds its "
                    "delegate to account", "Shown by a scheme of delegation and the delegate's reports."),
            Heading("key-documents", "Review and sign the key documents",
                    "The arrangements with their plan for scrutiny, the year's shared budget, the yearly report, the "
                    "threshold document: three signatures each."),
            Heading("learning", "Oversee learning together, until recommendations are carried out and practice shows it",
                    "From scrutiny, serious incidents and reviews, local and national."),
            Heading("support", "See that business support is there, with intelligence, analysis and an agreed set of "
                    "data", "Shown by posts in the budget and the definition of the data."),
            Heading("agencies", "See that every relevant agency, education among them, knows its role and its part",
                    "Shown by a statement of its role that each agency has acknowledged."),
        ),
        chapter=2,
        wt2023="paragraph 50 and page 27",
    ),
)  # fmt: skip

NAMED = Duty(
    id="lead-partners.named",
    title="Be named in the published arrangements",
    force=Force.SHOULD,
    by=LEADS,
    asks=said("Everybody can read who leads for each partner.", chapter=2, wt2023="paragraph 51"),
    trigger="publication, and every change of post-holder",
    evidence=("the names in the arrangements",),
)

ONE_TEAM = Duty(
    id="lead-partners.one-team",
    title="Act as one team",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "The heads of the partners lead together, and none of them alone.", chapter=2, wt2023="paragraph 50"
    ),
    evidence=("minutes", "who attended"),
)

MEETINGS = Timescale(
    id="lead-partners.meetings",
    title="Meet as often as the work of lead safeguarding partners needs",
    force=Force.SHOULD,
    runs_from="the last meeting of the lead safeguarding partners",
    until="they meet again",
    within=said(NoNumber("regularly enough, as each area settles"), chapter=2, wt2023="paragraph 50"),
    responsible="the lead safeguarding partners",
)

ASSURANCE = Duty(
    id="lead-partners.assurance",
    title="Be assured that the arrangements are effective",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Lead partners know from evidence whether what they arranged works.", chapter=2, wt2023="paragraph 49"
    ),
    evidence=("what they asked to see, and what it showed",),
)

FAMILIES = Duty(
    id="lead-partners.families-experience",
    title="Show how what children and families experience shapes what is done",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Experience, above all that of people with protected characteristics, can be traced into how services work.",
        chapter=2,
        wt2023="paragraph 53",
    ),
    trigger="every year",
    evidence=("a log from feedback to change",),
)

LEARNING = Duty(
    id="lead-partners.learning",
    title="Answer for carrying out what serious incidents and reviews teach",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Learning from serious incidents and from local and national reviews is put into practice, wherever the case "
        "was. Watching over that may be delegated; answering for it may not.",
        chapter=2,
        wt2023="paragraph 54",
    ),
    trigger="a serious incident, or a review being published, here or elsewhere",
    evidence=("each recommendation with who acts, by when, and what changed",),
    expected=True,
)

REGIONAL = Duty(
    id="lead-partners.regional",
    title="Meet across several authorities' areas",
    force=Force.MAY,
    by=LEADS,
    asks=said(
        "Where a force or a board spans several authorities, lead partners may meet regionally.",
        chapter=2,
        wt2023="paragraph 52",
    ),
    trigger="a board or a force that spans several authorities",
)
