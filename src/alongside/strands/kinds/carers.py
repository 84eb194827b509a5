"""Children who care for others, and children cared for by kin."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    ELSEWHERE_OR_CLOSED,
    StepKind,
    StrandKind,
    a_day,
    ending,
    of_family,
    one_of,
    several_of,
    words,
    yes_no,
)

YOUNG_CARER = StrandKind(
    id="young-carer",
    title="Young carer",
    about="Assesses a child who cares for somebody: whether the caring is right for them, and what would take it off them.",
    sources=("young-carer.assessment", "young-carer.assessment-record", "assessment.protocol-groups"),
    opens=StepKind(
        "need-appeared", "Need known or asked for", "When did the need appear, or when was an assessment asked for?",
        (
            one_of("how", "How did it come up?", (
                ("young-carer-asked", "The child asked"), ("parent-asked", "A parent asked"), ("appeared", "Somebody saw the need"),
            )),
            of_family("cared-for", "Whom does the child care for?"),
            words("why", "What is the matter with them, as far as the child knows it?"),
        ),
    ),
    steps=(
        StepKind(
            "assessed", "Young carer assessed", "When was the assessment done?",
            (
                words("care-given", "What care does the child give, how much, and who relies on it?", required=True,
                      missing="Enter what care the child gives"),
                one_of("appropriate", "Is the care right for this child?", (
                    ("appropriate", "It is right for the child’s age and wishes"), ("inappropriate", "Some of it is not right for a child"),
                    ("excessive", "It is too much"), ("both", "It is too much, and some of it is not right"),
                )),
                words("why", "Why?"),
                words("education", "What does it do to school, friends and health?"),
                words("wishes", "What does the child want?"),
                words("whole-family", "What does the whole family need, and the person cared for?"),
                one_of("combined", "Was it done together with another assessment?", (
                    ("with-adult", "With that of the adult cared for"), ("with-child", "With the child’s own assessment"),
                    ("by-itself", "By itself"),
                )),
                several_of("written-copy", "Who has it in writing?", (
                    ("young-carer", "The child"), ("parents", "The parents"), ("another", "Somebody they asked for"),
                )),
            ),
            repeats=True, shortfalls="young-carer.assessment-record",
            next=("Consider whether the child is a child in need.",),
        ),
        StepKind(
            "supported", "Support agreed", "When was it agreed?",
            (words("what", "What takes caring off the child, and who gives it?", required=True, missing="Enter what was agreed"),),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (
        ("not-caring", "The child no longer cares for anybody"), ("appropriate", "The caring is right for the child now"),
        ("eighteen", "The child is 18: the adult carers’ service goes on"), ("declined", "The child does not want it"),
        *ELSEWHERE_OR_CLOSED,
    )),
)  # fmt: skip

KINSHIP_CARE = StrandKind(
    id="kinship-care",
    title="Kinship care",
    about="Looks at what a child and the relative or friend who cares for them need for it to last.",
    sources=("assessment.protocol-groups", "definition.private-fostering"),
    opens=StepKind(
        "known", "Arrangement known", "When did we know of it?",
        (
            of_family("carer", "Who cares for the child?"),
            a_day("since", "Since when?"),
            one_of("kind", "What does the care rest on?", (
                ("informal", "An agreement within the family"), ("private-fostering", "Private fostering"),
                ("special-guardianship", "A special guardianship order"),
                ("child-arrangements", "A child arrangements order"), ("kinship-foster-care", "Foster care by kin"),
                ("adoption", "Adoption by kin"), ("not-known", "Not known"),
            )),
            words("why", "Why does the child live there?"),
        ),
        next=("If it is private fostering, start that: visits are due.",),
    ),
    steps=(
        StepKind(
            "looked-at", "Looked at together", "When was this looked at?",
            (
                words("wishes", "What does the child say and want?"),
                words("carer-needs", "What does the carer need: money, housing, school, contact, advice?"),
                words("contact", "How does contact with parents go?"),
                yes_no("offer-known", "Does the carer know the area’s offer for kinship carers?"),
                words("agreed", "What was agreed, and who does it?", required=True, missing="Enter what was agreed"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (
        ("parents", "The child went back to parents"), ("settled", "The care is settled and needs no help now"),
        ("looked-after", "The child became looked after"), *ELSEWHERE_OR_CLOSED,
    )),
)  # fmt: skip
