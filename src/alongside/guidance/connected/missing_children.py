"""Statutory guidance of 2014 on children who run away or go missing.

Working Together names missing children as a sign of need and sets no limit.

Not encoded: how to look for a missing child, and the risk levels police use.
"""

from __future__ import annotations

from datetime import UTC, datetime

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Judgement, Timescale
from alongside.guidance.kernel.spans import Hours
from alongside.guidance.sources import MISSING_CHILDREN_GUIDANCE_2014

RETURN_INTERVIEW = Timescale(
    id="missing.return-interview",
    title="Offer and carry out an independent return interview",
    force=Force.SHOULD,
    runs_from="the child coming back to home or care",
    until="the interview has been held, or the refusal recorded",
    within=Dated(Provision(MISSING_CHILDREN_GUIDANCE_2014.at("return interviews"), Hours(72))),
    responsible="the local authority",
    examples=(
        Example(
            datetime(2026, 3, 27, 20, 0, tzinfo=UTC),
            datetime(2026, 3, 30, 20, 0, tzinfo=UTC),
            "8pm in winter time is 9pm on Monday in summer time: 72 hours pass",
        ),
    ),
    notes="Offered every time, by someone independent.",
)

REPEATED = Judgement(
    id="missing.repeated",
    question="Do the times this child was missing, taken together, call for a strategy discussion?",
    decided_by="the practitioners who know the child",
    must_record=("the answer", "the reasons", "what is done next"),
    citation=MISSING_CHILDREN_GUIDANCE_2014.at("children who repeatedly run away or go missing"),
    notes="No number of times is set. Nothing here counts them towards an answer.",
)
