"""A child who is not born yet."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    ELSEWHERE_OR_CLOSED,
    StepKind,
    StrandKind,
    a_day,
    a_practitioner,
    ending,
    line,
    one_of,
    several_of,
    words,
    yes_no,
)

UNBORN_CHILD = StrandKind(
    id="unborn-child",
    title="Before birth",
    about="Plans for a child who is not born yet, with those who look after the mother’s health.",
    sources=("assessment.protocol-groups", "child-protection.initial-conference"),
    opens=StepKind(
        "known", "Pregnancy known", "When did we know of the pregnancy?",
        (
            a_day("expected", "When is the child expected?"),
            line("hospital", "Where is the birth planned?"),
            several_of("told", "Who was told?", (
                ("midwife", "The midwife"), ("health-visitor", "The health visitor"), ("gp", "The doctor"),
            )),
            words("earlier-children", "What happened to earlier children of either parent?"),
            words("fathers", "What is known of the father, and of a partner?"),
        ),
    ),
    steps=(
        StepKind(
            "assessed", "Assessed before birth", "When was this assessed?",
            (
                words("mother", "How is the mother, and what does she say?"),
                words("father", "How is the father or partner, and what do they say?"),
                words("ready", "What is ready for the child, and what is not?"),
                words("analysis", "What does it mean for the child, once born?", required=True, missing="Enter what it means for the child"),
            ),
            repeats=True,
        ),
        StepKind(
            "conference-considered", "Conference before birth considered", "When was it considered?",
            (
                one_of("decision", "Is a conference to be held before birth?", (("yes", "Yes"), ("no", "No")), required=True,
                       missing="Select whether a conference is to be held"),
                words("why", "Why?", required=True, missing="Enter the reasons"),
                a_practitioner("decided-by", "Who decided?"),
            ),
            repeats=True,
        ),
        StepKind(
            "birth-planned", "Plan for the birth", "When was it agreed?",
            (
                words("plan", "Who does what at the birth, by day and by night?", required=True, missing="Enter the plan"),
                yes_no("hospital-has-it", "Does the hospital have it?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did this end?", (
        ("born", "The child was born"), ("not-born", "The pregnancy ended without a birth"), ("moved-area", "The mother moved to another area, which was told"),
        *ELSEWHERE_OR_CLOSED,
    )),
    pages=(("conferences:book", "Book a conference"),),
    note="The text asks to consider a conference before birth. It names no week of pregnancy: a week is local.",
)  # fmt: skip
