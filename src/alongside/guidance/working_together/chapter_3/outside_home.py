"""Working Together, chapter 3: harm outside the home, and the places and groups in which it happens (2023 paragraphs 163, 180, 194-199).

What an assessment sets out about one child is ``assessment.outside-home`` in ``other_groups``. Here is what is set out
where a child is linked to a place, a group or an online space, and what is said of working with all of it.

Not encoded: that such work may span partnerships for safeguarding and for community safety (paragraph 198); how it is
divided is theirs.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Definition, Force, Heading
from alongside.guidance.sources import across

EXTENT = Definition(
    id="outside-home.extent",
    title="What harm outside the home is",
    force=Force.SHOULD,
    means=across(
        "Harm that reaches children outside their families, in school, among peers, in public places and online: criminal "
        "exploitation with county lines and financial exploitation, sexual exploitation, organised crime, serious violence, modern "
        "slavery and trafficking, teenage relationship abuse, extremism, sexual abuse between children, and harm online. Whoever "
        "harms may be an adult or a child. The list is open.",
        wt2023="paragraph 194",
    ),
    notes="Nothing is inferred from a place or a friend: people say what the harm is.",
)

IN_A_CONTEXT = Content(
    id="outside-home.in-a-context",
    title="What is set out where a child is linked to a place, a group or an online space",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("nature", "What the harm is, for each concern"),
            Heading("duration", "How long it has gone on"),
            Heading("location", "Where it happens, online too"),
            Heading(
                "level",
                "How great the risk is for each concern and in this place or group, as people judge it",
            ),
            Heading("siblings", "Whether each brother and sister is at risk there too"),
            Heading("response", "How a child who causes harm is safeguarded first"),
        ),
        wt2023="paragraphs 163, 195 and 196",
        checked=False,
    ),
    notes="Section 17, section 47 and conferences reach it all. People judge the level; nothing here adds it up.",
)

SAFEGUARDED_FIRST = Definition(
    id="outside-home.safeguarded-first",
    title="How a child who causes harm is met",
    force=Force.SHOULD,
    means=across(
        "Children who harm others are met with a safeguarding response first: they may be harmed themselves.",
        wt2023="paragraph 195",
    ),
)

PLACE_AND_GROUP = Definition(
    id="outside-home.place-and-group",
    title="Working with each child, and with the group or place as well",
    force=Force.SHOULD,
    means=across(
        "Where several children are harmed in one setting, each child's own needs are met, and there is work with the group and "
        "the setting besides, with whoever can change it.",
        wt2023="paragraphs 197-198",
    ),
    notes="Which bodies take part, such as licensing, transport or parks, is decided for each place.",
)

PARENTS_IN_THE_PLAN = Content(
    id="outside-home.parents-in-the-plan",
    title="How a plan about harm outside the home works with parents",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("understanding", "How parents are helped to understand what happens to their child"),
            Heading("strengths", "What parents do well, and how the plan builds on it"),
            Heading("blame", "How the work takes care that parents are not, and do not feel, blamed"),
        ),
        wt2023="paragraph 180",
    ),
)

DECISIONS_TOLD = Definition(
    id="outside-home.decisions-told",
    title="Key decisions are recorded and told",
    force=Force.SHOULD,
    means=across(
        "Key decisions about harm outside the home are recorded, and told to the child and to the parents.",
        wt2023="paragraph 199",
    ),
    notes="Each act on a child's link has its reason and its entry. What is told to whom is recorded with letters and visits.",
)
