"""Disputes between partners, and between partners and agencies (2023 paragraphs 59 and 110-113).

When practitioners differ about one child is another matter (``disagreement.referrer``, ``disagreement.challenge``);
what they cannot settle may come here.

Not encoded: a number of days. There is none; each area may set its own for each rung.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force, Pathway, Step, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS

SYSTEM = Duty(
    id="dispute.system",
    title="Agree how disputes are settled, single and recurring ones",
    force=Force.SHOULD,
    by=LEADS,
    asks=said("Lead partners have a system before they need it.", chapter=2, wt2023="paragraph 110"),
    evidence=("the protocol", "a log of disputes"),
    notes="Also for whether to notify an incident or review a case, and for differences after an enquiry about calling "
    "a conference.",
)

LADDER = Pathway(
    id="dispute.ladder",
    title="Where a dispute is taken, rung by rung",
    force=Force.SHOULD,
    outcomes=said(
        (
            Step("practitioners", "Practitioners follow it up, by the local procedure", ("disagreement.referrer",)),
            Step("delegated-partners", "The delegated safeguarding partners", ("delegated-partners.escalation",)),
            Step("chair-and-scrutiny", "The partnership chair helps, and scrutiny advises", ("scrutiny.functions",)),
            Step("lead-partners", "The lead safeguarding partners"),
            Step("local-stakeholders", "Others with standing here",
                 help="The police and crime commissioner, a mayor, the lead member or somebody independent."),
            Step("secretary-of-state", "The Secretary of State, last of all"),
        ),
        chapter=2,
        wt2023="paragraphs 59 and 110-113",
    ),
    notes="New in 2023: before it, disputes were for each area alone. The first rung is chapter 3's. Nothing that "
    "protects a child waits for any of them.",
)  # fmt: skip

TARGETS = Timescale(
    id="dispute.targets",
    title="Settle a dispute on its rung, or take it to the next",
    force=Force.SHOULD,
    runs_from="the dispute being raised, or reaching a rung",
    until="it is settled, or has gone to the next rung",
    within=said(
        NoNumber("no number of days is set; an area may set its own"), chapter=2, wt2023="paragraph 110"
    ),
    responsible="whoever holds the dispute on that rung",
)
