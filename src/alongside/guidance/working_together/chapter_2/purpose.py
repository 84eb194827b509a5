"""What local arrangements are for: eight outcomes (2023 paragraph 40).

Not encoded: a score. The text describes what good arrangements bring about, and gives no scale.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Force, Heading
from alongside.guidance.sources import said

OUTCOMES = Content(
    id="arrangements.outcomes",
    title="Eight outcomes that local arrangements are there to bring about",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("vision", "Everybody shares one clear vision of how outcomes improve, at every level of need and "
                    "every kind of harm"),
            Heading("response", "Significant harm, or the likelihood of it, is answered promptly and well"),
            Heading("accountability", "Organisations challenge one another and hold one another to account"),
            Heading("insight", "What children and families say, what practitioners know and what data show are brought "
                    "together"),
            Heading("information", "Information is gathered, analysed and shared, divided by protected characteristics, "
                    "so that decisions are sooner and better"),
            Heading("early-signs", "Data across agencies show new risks early"),
            Heading("learning", "Those at the top lead a culture of learning"),
            Heading("sight-of-practice", "Senior leaders know how good practice is and what it does for children"),
        ),
        chapter=2,
        wt2023="paragraph 40",
    ),
    notes="The text states them as the purpose of arrangements. Nothing in it scores them. "
    "The 2026 edition is reported to ask partners to look in their data for disproportionality and racism.",
)  # fmt: skip
