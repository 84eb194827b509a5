"""Schools, colleges and nurseries (2023 paragraph 130).

Not encoded: the rest of what is asked of schools, which is how they organise safeguarding. The duty itself to tell
of a child who leaves the roll is the registration regulations' (``school.roll-removal``).
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.rules import Content, Force, Heading
from alongside.guidance.sources import in_2023, in_2026
from alongside.guidance.working_together.chapter_2.information_requests import NOT_CONFIRMED

CIRCUMSTANCES = (
    Heading(
        "circumstances",
        "What the school knows of the circumstances",
        "Above all where children's social care knows the child, or there is an education, health and care plan.",
    ),
)

ROLL_CIRCUMSTANCES = Content(
    id="school.roll-circumstances",
    title="What a school tells of a child who leaves the roll at an unusual point",
    force=Force.SHOULD,
    sets_out=Dated(
        *in_2023(CIRCUMSTANCES, "paragraph 130", checked=False),
        *in_2026(CIRCUMSTANCES, NOT_CONFIRMED),
    ),
    notes="That the authority is told at all is a duty: school.roll-removal.",
)
