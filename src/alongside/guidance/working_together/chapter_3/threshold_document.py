"""Working Together, chapter 3: the threshold document (2023 paragraphs 116-117; 2018 page 16).

Safeguarding partners and relevant agencies settle who is helped how, and publish it. Lead partners sign it off
(``lead-partners.functions``), delegates see that it is applied alike (``delegated-partners.thresholds``).

Not encoded: how many levels there are or what they are called, which is each area's own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import across, changed, said

AGREED = Duty(
    id="threshold-document.agreed",
    title="Agree with relevant agencies what help a child receives at which level of need",
    force=Force.SHOULD,
    by=("safeguarding-partners", "relevant-agencies"),
    asks=changed(
        was="Criteria are settled together for each level.",
        wt2018="page 16",
        now="Criteria are settled together for each level. They take in services for children harmed at home or away from "
        "it, and services for disabled children, in line with what the area has published about short breaks.",
        wt2023="paragraph 116",
    ),
    evidence=("the agreement", "who was asked and when", "the day the criteria were last looked at"),
    notes="What 2018 said of these two groups of services nobody here has read.",
)

PUBLISHED = Duty(
    id="threshold-document.published",
    title="Publish the threshold document",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=across(
        "The criteria agreed on are published as one document.",
        wt2018="page 16",
        wt2023="paragraphs 116-117",
    ),
    trigger="always, and when the criteria change",
    evidence=("where the document is", "its version and day"),
)

READABLE = Duty(
    id="threshold-document.readable",
    title="Make the threshold document one that people can find, read and trust",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "The document hides nothing, rests on evidence, and can be found and understood by everyone who needs it.",
        chapter=3,
        wt2023="paragraphs 116-117",
    ),
    trigger="writing the document, and changing it",
    evidence=("what families and practitioners said of it", "the evidence it rests on"),
)

EARLY_HELP = Heading(
    "early-help",
    "How early help is assessed, and which early help there is at which level",
    "Targeted early help too. Sections 10 and 11 of the Children Act 2004 stand behind it.",
    "Help",
)
IN_NEED = Heading(
    "in-need",
    "When to refer to children's social care for assessment and help under section 17",
    "How this applies to disabled children as well.",
    "Criteria",
)
ENQUIRY = Heading("enquiry", "When to refer for enquiries under section 47", "", "Criteria")
COURT = Heading("court", "When care and supervision orders come into it (section 31)", "", "Criteria")
ACCOMMODATION = Heading(
    "accommodation", "When a child is provided with accommodation (section 20)", "", "Criteria"
)

CONTENT = Content(
    id="threshold-document.content",
    title="What the threshold document sets out",
    force=Force.SHOULD,
    sets_out=changed(
        was=(EARLY_HELP, IN_NEED, ENQUIRY, COURT, ACCOMMODATION),
        wt2018="page 16",
        now=(
            EARLY_HELP,
            IN_NEED,
            ENQUIRY,
            COURT,
            ACCOMMODATION,
            Heading(
                "harm",
                "What is done where a child is abused, neglected or exploited",
                "Clear procedures and processes.",
                "Procedures",
            ),
            Heading("secure-estate", "What is done for children in secure establishments", "", "Procedures"),
            Heading("disabled", "What is done for disabled children", "", "Procedures"),
        ),
        wt2023="paragraph 117",
    ),
    notes="What is known of 2018 names the first five. Whether it asked for procedures as well, nobody here has read.",
)
