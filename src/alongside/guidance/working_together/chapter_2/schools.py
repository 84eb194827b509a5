"""Schools, colleges and nurseries, where chapter 3 speaks of them (2023 paragraphs 128 and 130).

What chapter 2 asks of education is in ``education``. The duty itself to tell of a child who leaves the roll is the
registration regulations' (``school.roll-removal``).

Not encoded: the rest of what chapter 3 says of a child's education, which describes it.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said

WORKED_WITH = Duty(
    id="education.worked-with",
    title="Work closely with schools and settings, so that information flows and risk is understood",
    force=Force.SHOULD,
    by=("safeguarding-partners", "delegated-safeguarding-partners", "practitioners"),
    asks=said(
        "What settings see of children every day reaches those who can answer it, absence and mental health among it, "
        "and families receive what they need.",
        chapter=3,
        wt2023="paragraph 128",
    ),
    evidence=("how settings share what they see, and what came of it",),
)

ROLL_CIRCUMSTANCES = Content(
    id="school.roll-circumstances",
    title="What a school tells of a child who leaves the roll at an unusual point",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading(
                "circumstances",
                "What the school knows of the circumstances",
                "Above all where children's social care knows the child, or there is an education, health and care plan.",
            ),
        ),
        chapter=3,
        wt2023="paragraph 130",
    ),
    notes="That the authority is told at all is a duty: school.roll-removal.",
)
