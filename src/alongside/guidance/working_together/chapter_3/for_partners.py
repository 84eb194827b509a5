"""Working Together, chapter 3: what safeguarding partners see to in child protection (2023 paragraph 218, pages 91 and 95).

The practice standards themselves are in ``practice_standards``.

Not encoded: how an area settles differences or watches conferences, which is its own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import across, said

PARTNERS = ("safeguarding-partners",)

STANDARDS_SUPPORTED = Duty(
    id="practice-standards.supported",
    title="Support every practitioner to meet the practice standards",
    force=Force.MUST,
    own_words=True,
    by=PARTNERS,
    asks=across(
        "Partners see to it that practitioners of every agency can work as the standards describe.",
        wt2023="paragraph 218",
    ),
    evidence=("what was done on each of the five points", "what practitioners say of it"),
    notes="The guidance's own mandatory wording. The five points: practice-standards.support.",
)

STANDARDS_SUPPORT = Content(
    id="practice-standards.support",
    title="How partners support practitioners to meet the standards",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("focus", "The work keeps to protecting the child"),
            Heading("learning", "People learn, and are helped to"),
            Heading(
                "challenge",
                "It is safe to challenge",
                "Also what is assumed because of ethnicity, sex, disability or sexuality.",
            ),
            Heading("supervision", "Supervision works"),
            Heading("impact", "People understand what their decisions do to children and families"),
        ),
        chapter=3,
        wt2023="paragraph 218",
    ),
)

DIFFERENCES = Duty(
    id="disagreement.after-enquiries",
    title="Have a quick and simple way to settle differences after section 47 enquiries",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=across(
        "Where agencies still differ on whether a conference is needed, partners have a way to settle it, used last.",
        wt2018="page 47",
        wt2023="page 91",
    ),
    trigger="an agency that is seriously concerned and asks for a conference",
    evidence=("the way, written down", "each use, and how long it took"),
    notes="No number of days is set. Disputes between the partners themselves are dispute.system.",
)

CONFERENCES = Duty(
    id="child-protection.conferences-monitored",
    title="Watch how well child protection conferences work",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=across(
        "Partners watch whether the arrangements for conferences work.",
        wt2023="page 95",
    ),
    trigger="the cycle of audits",
    evidence=("a report on the quality of conferences",),
)
