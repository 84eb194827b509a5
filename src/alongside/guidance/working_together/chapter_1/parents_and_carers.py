"""Working with parents and carers: four principles (2023 paragraph 18, pages 14-16).

Whatever the relationship with a parent, the child's wishes, feelings and best interests stay at the centre.

Not encoded: the 2018 edition, which had no such list.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said

PRINCIPLES = Content(
    id="parents-and-carers.principles",
    title="Four principles for working with parents and carers",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading(
                "relationship", "A relationship that is strong, trusting and co-operative",
                "Seen in: empathy and respect for the wider network too; no blame and no shame; strengths named; what "
                "somebody lived through taken into account; work fitted to fathers and male carers, to carers of "
                "disabled children and to harm outside the home; alertness where a carer acts against the child's "
                "interests; stereotypes, one's own first, checked.",
            ),
            Heading(
                "communication", "Communication that is respectful, clear and leaves nobody out",
                "Seen in: words without jargon that fit somebody's age and understanding; translation where it is "
                "needed; interpreters by profession, of sign language too, and never a relative or a partner.",
            ),
            Heading(
                "empowerment", "Parents and carers are enabled to take part in decisions",
                "Seen in: no surprises about who comes, how a meeting goes and whether the child is asked to it; a "
                "supporter beside them; time and information to prepare; a place that is safe and within reach; "
                "issues, choices, what has to change, by when and what may follow, all explained.",
            ),
            Heading(
                "involvement", "Families and communities help to design how things are done",
                "Seen in: parents, carers, families and communities at the table when processes are made; feedback "
                "asked for all the time, and changes in services and in one's own practice that came of it.",
            ),
        ),
        chapter=1,
        wt2023="paragraph 18 and pages 14-16",
    ),
    notes="However well things go with a parent, the child stays at the centre.",
)  # fmt: skip

CHILD_FIRST = Duty(
    id="parents-and-carers.child-first",
    title="Keep the child's wishes, feelings and best interests at the centre of work with parents and carers",
    force=Force.SHOULD,
    by=("practitioners",),
    asks=said(
        "A good relationship with a parent does not move the child out of the centre.",
        chapter=1,
        wt2023="paragraph 18",
    ),
    trigger="work with a parent or carer",
    evidence=("what the child wishes and feels, recorded beside what the parent says",),
)
INTERPRETERS = Duty(
    id="parents-and-carers.interpreters",
    title="Use interpreters by profession, and never a family member or partner",
    force=Force.SHOULD,
    by=("practitioners",),
    asks=said(
        "Where somebody needs an interpreter, of British Sign Language too, it is a professional one.",
        chapter=1,
        wt2023="paragraph 18",
    ),
    trigger="a parent, carer or child who needs an interpreter",
    evidence=("who interpreted, and that it was a professional",),
)

PARTNERSHIP = Duty(
    id="parents-and-carers.partnership",
    title="Be a partner to parents and carers wherever that is possible",
    force=Force.SHOULD,
    by=("practitioners",),
    asks=said(
        "Parents and carers understand what is happening, what they may expect and what is expected of them, and are "
        "helped to say what they think.",
        chapter=1,
        wt2023="page 14",
    ),
    trigger="work with a parent or carer",
    evidence=("what was explained, and what the parent or carer said to it",),
    notes="From one reader's account of the page.",
)
HARD_TO_REACH = Duty(
    id="parents-and-carers.hard-to-engage",
    title="Have the skill to reach parents and carers whom services found hard to reach",
    force=Force.SHOULD,
    by=("practitioners",),
    asks=said(
        "Among others: fathers and male carers, carers of disabled children, carers of children harmed outside the "
        "home, people who are neurodivergent, and those who will not or cannot engage.",
        chapter=1,
        wt2023="page 14",
    ),
    trigger="a parent or carer whom nobody has reached",
    evidence=("what was tried, and how it was changed to fit",),
    notes="From one reader's account of the page.",
)
