"""A child who came home from care, and the help that goes on. The decision itself is kept elsewhere."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    ELSEWHERE_OR_CLOSED,
    StepKind,
    StrandKind,
    a_day,
    a_practitioner,
    ending,
    one_of,
    words,
)

RETURNED_HOME = StrandKind(
    id="home-from-care",
    title="Home from care",
    about="Goes on watching how a child fares who came home from care, as the plan for it said.",
    sources=("care.return-home-plan", "care.return-home", "assessment.protocol-groups"),
    opens=StepKind(
        "came-home", "Came home", "When did the child come home?",
        (
            words("lives-with", "With whom does the child live?"),
            words("plan", "What does the plan say must happen, and by when?"),
            a_day("first-look", "When is it first looked at together?"),
        ),
        next=("The decision, its reasons and its plan are recorded with “Record coming home from care”.",),
    ),
    steps=(
        StepKind(
            "looked-at", "Looked at together", "When was this looked at?",
            (
                a_practitioner("seen-by", "Who saw the child?"),
                one_of("seen-alone", "Was the child seen alone?", (("yes", "Yes"), ("no", "No"), ("not-possible", "It was not possible"))),
                words("wishes", "What does the child say?"),
                words("going", "How is it going, against the plan?", required=True, missing="Enter how it is going"),
                words("changed", "What changes in the help?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (("settled", "The child is settled at home"), ("back-in-care", "The child went back into care"),
                                     *ELSEWHERE_OR_CLOSED)),
    pages=(("care:return-home", "Record coming home from care"),),
)  # fmt: skip
