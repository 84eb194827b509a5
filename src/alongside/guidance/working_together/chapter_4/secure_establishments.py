"""Secure establishments for children (2023 paragraphs 295-297).

Who is responsible for a child there is ``custody.responsible-authority``. The restraint a partnership reports on is in
chapter 2. Secure colleges, which the 2018 edition named, are gone.

Not encoded: secure children's homes, which are children's homes too.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Example, Force, Timescale
from alongside.guidance.kernel.spans import Months
from alongside.guidance.sources import said

POLICY_REVIEW = Timescale(
    id="custody.policy-review",
    title="Look again at the policy for safeguarding children in the establishment",
    force=Force.SHOULD,
    runs_from="the last review of the policy",
    until="it has been reviewed",
    within=said(Months(12), chapter=4, wt2018="chapter 2", wt2023="paragraph 296"),
    responsible="the secure training centre or young offender institution",
    examples=(
        Example(date(2025, 12, 1), date(2026, 12, 1), "a year later"),
        Example(date(2024, 2, 29), date(2025, 2, 28), "the last day of the month where there is no 29th"),
    ),
    notes="Every year, says the text.",
)

MANAGER = Duty(
    id="custody.safeguarding-manager",
    title="Appoint a manager for the safeguarding policy",
    force=Force.SHOULD,
    by=("secure-estate",),
    asks=said(
        "Each secure training centre and young offender institution has a policy for safeguarding children and appoints a "
        "manager for it.",
        chapter=4,
        wt2023="paragraph 296",
    ),
    evidence=("the policy and its date", "the appointment"),
)

AGREEMENT = Duty(
    id="custody.agreement",
    title="Agree with partners how to work together",
    force=Force.SHOULD,
    by=("secure-estate",),
    asks=said(
        "Each establishment agrees with the safeguarding partners, the youth offending team and the Youth Custody Service "
        "how they work together.",
        chapter=4,
        wt2023="paragraph 297",
    ),
    evidence=("the agreement",),
)
