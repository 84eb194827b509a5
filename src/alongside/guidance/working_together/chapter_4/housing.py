"""Housing and homelessness (2023 paragraphs 255-261).

The December 2020 issue of 2018 is reported to have brought in the duty to refer and homeless children of 16 and 17; its
words were not read. The duty itself is ``homelessness.referral`` and its 56 days
``definition.threatened-with-homelessness``.

Not encoded: what housing authorities do after a referral.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import HOUSING_ACT_1996, HOUSING_ACT_2004, said

SECTION_213B = HOUSING_ACT_1996.at("section 213B", begins=date(2018, 10, 1))

HAZARDS = Duty(
    id="housing.hazards",
    title="Weigh what a hazard in a home does to children",
    force=Force.MUST,
    by=("housing",),
    asks=said(
        "Housing authorities take account of what hazards in a home do to those who live there and are vulnerable, children "
        "among them.",
        chapter=4,
        wt2023="paragraph 255",
    ),
    trigger="a hazard",
    evidence=("the record of the hazard's rating",),
    law=(HOUSING_ACT_2004.at("part 1"),),
)

CONSENT = Duty(
    id="homelessness.consent",
    title="Have consent to a homelessness referral, unless a child or vulnerable adult is to be safeguarded",
    force=Force.MUST,
    by=("homelessness-referrers",),
    asks=said(
        "Before referring, the authority has the person's consent to the referral and to passing on contact details, and the "
        "person chooses which housing authority. To safeguard children or vulnerable adults it may refer without consent, "
        "under local procedure.",
        chapter=4,
        wt2023="paragraph 259",
    ),
    trigger="before a referral",
    evidence=("consent, or why it was not needed", "the authority chosen"),
    law=(SECTION_213B,),
)

REFERRAL = Content(
    id="homelessness.referral-content",
    title="What a homelessness referral holds at least",
    force=Force.MUST,
    sets_out=said(
        (
            Heading("name", "The person's name"),
            Heading("contact", "How to reach them"),
            Heading(
                "reason",
                "Why they are referred",
                "It may add where they live now, risk of rough sleeping, an assessment of risk and medical needs.",
            ),
        ),
        chapter=4,
        wt2023="paragraph 260",
    ),
    law=(SECTION_213B,),
)
