"""What child death review partners arrange (2023 paragraphs 379-389 and page 146).

The partners are the local authority and every integrated care board of its area. The police are a safeguarding partner
and no child death review partner.

Not encoded: paragraphs 376-378, which nobody here has read; what other partners of the review are paid.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Definition, Duty, Force, Heading
from alongside.guidance.working_together.chapter_6 import reworded, section, since_2018, since_2023

PARTNERS = ("child-death-review-partners",)

SCOPE = Definition(
    id="child-death.scope",
    title="The deaths that are reviewed",
    force=Force.SHOULD,
    means=since_2023(
        "Every child who had not reached the eighteenth birthday, whatever the cause. A baby born alive is one, with a "
        "death certificate or where nobody attended the birth. A stillbirth that was attended is not, however late, "
        "and neither is a lawful planned termination.",
        "paragraph 380, footnotes 218 and 219",
    ),
    notes="A stillbirth that no healthcare professional attended calls for a joint agency response.",
)

BEREAVEMENT_GUIDE = Duty(
    id="child-death.family-guide",
    title="Offer every bereaved family the guide for them",
    force=Force.SHOULD,
    by=("child-death-review-partners", "child-death-practitioners"),
    asks=since_2023("Offer bereaved families the guide “When a child dies”.", "paragraph 379"),
    trigger="a child's death",
    evidence=("that it was offered, and when",),
)

STAFF_SUPPORT = Duty(
    id="child-death.staff-support",
    title="Support the staff a child's death touches",
    force=Force.SHOULD,
    by=("child-death-review-partners", "employers"),
    asks=since_2023("See that practitioners whom the death affects have support.", "paragraph 379"),
    trigger="a child's death",
)

REVIEW = Duty(
    id="child-death.review",
    title="Arrange a review of every death of a child who normally lived in the area",
    force=Force.MUST,
    by=PARTNERS,
    asks=since_2018(
        "Arrange for each death of a child normally resident in the area to be reviewed.", "page 146"
    ),
    trigger="the death of a child who normally lived in the area",
    law=(section("16M(1)"),),
    evidence=("the arrangements, published", "a review for every death"),
)

NON_RESIDENT = Duty(
    id="child-death.non-resident",
    title="Review the death in the area of a child who lived elsewhere",
    force=Force.MAY,
    by=PARTNERS,
    asks=since_2018(
        "Arrange a review of a child's death in the area though the home is elsewhere.", "paragraph 387"
    ),
    law=(section("16M(2)"),),
)

ANALYSIS = Duty(
    id="child-death.analysis",
    title="Arrange for information about the deaths to be analysed",
    force=Force.MUST,
    by=PARTNERS,
    asks=since_2018("Arrange the analysis of information about the deaths that are reviewed.", "page 146"),
    law=(section("16M(3)"),),
    notes="The national database makes the analysis of all areas together.",
)

MODEL = Duty(
    id="child-death.model",
    title="Build the review as the national guidance on it describes, with a panel",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=reworded(
        "Build the arrangements on the framework there was for child death overview panels.",
        "Model the arrangements on the Statutory and Operational Guidance of 2018, and use a child death overview "
        "panel.",
        "paragraph 381",
    ),
    evidence=("the panel's terms of reference",),
    notes="The guidance on child death reviews is named since 2023; 2018 is held on accounts of it.",
)

PANEL_MEMBERS = Content(
    id="child-death.panel-members",
    title="Whom partners think of for the child death overview panel",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("public-health", "Public health"),
            Heading("designated-doctor", "The designated doctor for child deaths"),
            Heading("social-services", "Social services"),
            Heading("police", "Police"),
            Heading("safeguarding", "A designated doctor or nurse for safeguarding"),
            Heading("primary-care", "Primary care", "A general practitioner or a health visitor."),
            Heading("nursing", "Nursing or midwifery"),
            Heading("lay", "Somebody who is no practitioner"),
            Heading("others", "Others, as the partners choose"),
        ),
        "paragraph 382",
    ),
    notes="Partners consider these; no membership is prescribed.",
)

FUNDING_AGREED = Duty(
    id="child-death.funding-agreed",
    title="Agree how child death reviews are paid for",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=since_2023("Agree locally what each partner pays or provides.", "paragraph 383"),
    evidence=("the agreed budget",),
)

FOOTPRINT = Duty(
    id="child-death.footprint",
    title="Cover at least one local authority's area",
    force=Force.MUST,
    by=PARTNERS,
    asks=since_2023(
        "Let the area the arrangements cover be no smaller than one local authority's.", "paragraph 384"
    ),
    own_words=True,
)

PANEL_SIZE = Duty(
    id="child-death.panel-size",
    title="Cover children enough for some 60 reviews a year",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=since_2018(
        "Cover a child population in which typically 60 deaths or more are reviewed in a year, and an area that fits "
        "how the health service is networked.",
        "paragraph 384",
    ),
    evidence=("the number of deaths reviewed, year by year",),
    notes="About learning from enough deaths. Typically: not a limit that one year breaks.",
)

DESIGNATED_DOCTOR = Duty(
    id="child-death.designated-doctor",
    title="Have a designated doctor for child deaths on the panel, who hears of every death",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=since_2023(
        "Appoint a senior paediatrician to the panel, notified of each death and sent what is known of it.",
        "paragraph 385",
    ),
    evidence=("the appointment", "notices of deaths"),
)

INFORMATION_REQUEST = Duty(
    id="child-death.information-request",
    title="Ask for information for a child death review",
    force=Force.MAY,
    by=PARTNERS,
    asks=since_2018(
        "Ask a person or body for information that helps review or analyse a death.", "paragraph 386"
    ),
    law=(section("16N"),),
    notes="Whoever is asked must comply: child-death.information-answered.",
)

HOME_AREA = Duty(
    id="child-death.home-area",
    title="The home area reviews, and both areas agree who gathers what",
    force=Force.SHOULD,
    by=("child-death-review-partners", "designated-doctor"),
    asks=since_2023(
        "The area where the child normally lived is responsible, for looked after children too. The designated doctors "
        "of both areas agree who gathers information and who reviews, so that nothing is done twice, and bring in any "
        "other area concerned.",
        "paragraph 387",
    ),
    trigger="a death outside the child's home area",
    expected=True,
    evidence=("what the two areas agreed",),
    notes="The wording on deaths elsewhere changed in 2023.",
)

PUBLISHED = Content(
    id="child-death.published",
    title="What partners publish about their arrangements",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading(
                "officials",
                "Who is accountable",
                "The local authority's chief executive and the accountable officer of the integrated care board.",
            ),
            Heading("partners", "Which partners take part"),
            Heading("area", "The area covered"),
            Heading("designated-doctor", "The designated doctor for child deaths"),
        ),
        "paragraph 388",
    ),
)

CO_OPERATE = Duty(
    id="child-death.co-operate",
    title="Take part in child death reviews",
    force=Force.SHOULD,
    by=("anyone",),
    asks=since_2023(
        "Every body and practitioner co-operates, and has regard to the guidance on child death reviews.",
        "paragraph 389",
    ),
    trigger="the death of a child",
)
