"""Working Together, chapter 3: the multi-agency practice standards (2023 paragraphs 216-219 and pages 80-84).

Three parts that describe what good work with a child in danger looks like. They are read against one case to learn
from it; nothing follows from them by itself. What partners do so that practitioners can meet them is in ``for_partners``.

Not encoded: the text's own order and division of each part.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Force, Heading
from alongside.guidance.sources import across

DESCRIBES = (
    "The text describes good practice and sets no limit. Gathered in our own words; the order is ours."
)

RECOGNITION = Content(
    id="practice-standards.recognition",
    title="Practice standards, part A: recognising harm",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("alert", "Alert to signs of harm, and hears the child, also one who does not speak"),
            Heading("communicates", "Communicates as suits the child's age, needs and disability"),
            Heading(
                "shares", "Shares and escalates concern by the local route, and keeps colleagues up to date"
            ),
            Heading(
                "assumes-nothing",
                "Never takes it that somebody else has told, and stays open to another view",
            ),
        ),
        wt2023="paragraphs 216, 217 and 219 and page 82",
        checked=False,
    ),
    notes=DESCRIBES,
)

PROTECTION = Content(
    id="practice-standards.protection",
    title="Practice standards, part B: enquiries, conferences and plans",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("own-limits", "Practitioners know the limits of their own knowledge, and work together"),
            Heading("daily-life", "Together they build a true picture of the child's daily life"),
            Heading(
                "significant-harm",
                "They weigh severity, duration, frequency, coercion, who is around the child, and what adds up",
            ),
            Heading("child-asked", "The child knows what is going on, and is asked"),
            Heading("histories", "The histories and convictions of adults are checked"),
            Heading("those-who-know", "The views of those who know the child are given weight"),
            Heading(
                "family-engaged",
                "Parents and the family network are engaged",
            ),
            Heading(
                "threshold-explained",
                "Parents are told what the threshold means, and what may follow before court",
            ),
            Heading("thinking-shared", "Thinking is shared and challenged before decisions"),
            Heading("help-specified", "The help is named, can be had, and is strong enough"),
            Heading("monitored", "Whether the plan works is watched, and drift is answered"),
        ),
        wt2023="paragraphs 216, 217 and 219 and pages 82-83",
        checked=False,
    ),
    notes=DESCRIBES,
)

ENDING = Content(
    id="practice-standards.ending",
    title="Practice standards, part C: ending the plan",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("lasting", "Change is lasting"),
            Heading("help-remains", "The family knows where help remains, and the right support follows"),
            Heading(
                "care-planned",
                "Where a child comes into care, it is planned, and need goes on being watched",
            ),
        ),
        wt2023="paragraphs 216, 217 and 219 and page 84",
        checked=False,
    ),
    notes=DESCRIBES,
)
