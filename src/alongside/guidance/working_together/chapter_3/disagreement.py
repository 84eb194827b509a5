"""Working Together, chapter 3: when practitioners do not agree (2023 paragraph 151, pages 82 and 91).

Every step and every number of days is local: see an area's own procedure. Paragraph 110, on disputes between
the safeguarding partners themselves, is another matter.

Not encoded: how an area's procedure goes.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Force, Judgement, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across

REFERRER = Timescale(
    id="disagreement.referrer",
    title="Follow up a referral, and take it further where the answer is not satisfactory",
    force=Force.SHOULD,
    runs_from="the answer to a referral, or there being none",
    until="the referrer is satisfied, or has used the local procedure",
    within=across(NoNumber("no number of days is set"), wt2023="paragraph 151"),
    responsible="the referrer",
)

CHALLENGE = Judgement(
    id="disagreement.challenge",
    question="Does my concern for this child need to be taken further, by the local route?",
    decided_by="each practitioner",
    must_record=("both views", "how the child is kept safe meanwhile", "what was decided, and why"),
    citation=WT2023_JUNE_2025.at("page 82"),
    checked=READ_2023,
    notes="A practice standard. Steps and days are local; nothing that protects a child waits for them.",
)
