"""Looking at one case against the multi-agency practice standards, to learn from it: never a score."""

from __future__ import annotations

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content
from alongside.strands.kinds.declaring import (
    Question,
    StepKind,
    StrandKind,
    a_practitioner,
    ending,
    one_of,
    several_of,
    words,
)

SEEN = (
    ("seen", "Seen in the work"), ("in-part", "Seen in part"), ("not-seen", "Not seen"),
    ("does-not-apply", "Does not apply here"),
)  # fmt: skip


def _asked_of(rule_id: str) -> tuple[Question, ...]:
    """One question for each thing that the part describes, in the text in force today, and what shows it."""
    rule = catalogue.rule(rule_id)
    assert isinstance(rule, Content)
    headings = rule.sets_out.provisions[-1].value
    return (
        *(one_of(heading.key, heading.label, SEEN) for heading in headings),
        words("shown-by", "What in the record, or in what people said, shows it?"),
        words("learnt", "What is learnt, and for whom?"),
    )


PRACTICE_STANDARDS = StrandKind(
    id="practice-standards",
    title="Practice standards",
    about="Looks at the work with this child against the multi-agency practice standards, to learn from it.",
    sources=("practice-standards.recognition", "practice-standards.protection", "practice-standards.ending"),
    opens=StepKind(
        "begun", "Look begun", "When did the look at this case begin?",
        (
            a_practitioner("by-whom", "Who looks at it?"),
            several_of("with-whom", "Who takes part?", (
                ("lead", "The lead practitioner"), ("manager", "Their supervisor or manager"), ("health", "Health"),
                ("police", "The police"), ("education", "A school or nursery"), ("family", "The child or family"),
            )),
            words("why", "Why this case, and what is to be learnt?"),
        ),
    ),
    steps=(
        StepKind("recognition", "Recognising harm", "When was part A looked at?",
                 _asked_of("practice-standards.recognition"), shortfalls="practice-standards.recognition"),
        StepKind("protection", "Enquiries, conferences and plans", "When was part B looked at?",
                 _asked_of("practice-standards.protection"), shortfalls="practice-standards.protection"),
        StepKind("ending", "Ending the plan", "When was part C looked at?",
                 _asked_of("practice-standards.ending"), shortfalls="practice-standards.ending"),
    ),
    ends=ending(
        "When was the look finished?",
        (
            ("shared", "What was learnt was shared with those who worked on it"),
            ("taken-further", "Something needs more than this case, and was taken further"),
            ("not-finished", "It was not finished"),
        ),
        words("actions", "Who does what about it, by when?"),
    ),
    note="It is a list to think with. Nothing is counted, and no answer stops any work.",
)  # fmt: skip
