"""A child who is not in school, or is educated at home."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    ELSEWHERE_OR_CLOSED,
    StepKind,
    StrandKind,
    a_day,
    an_agency,
    ending,
    line,
    one_of,
    words,
    yes_no,
)

NOT_IN_SCHOOL = StrandKind(
    id="not-in-school",
    title="Not in school",
    about="Finds out what education a child has who is on no school’s roll, is taught at home, or does not come.",
    sources=(
        "school.identify-not-in-school", "school.roll-removal", "school.absence-return", "school.absence-told",
        "school.attendance-order-notice", "school.withdrawal-consent", "school.not-in-school-visit",
        "school.not-in-school-information",
    ),
    opens=StepKind(
        "known", "Known not to be in school", "When did we know of it?",
        (
            one_of("why", "Why is the child not in school?", (
                ("home-education", "The parents teach the child at home"), ("no-place", "There is no school place"),
                ("off-roll", "A school took the child off its roll"), ("absent", "On a roll, and long absent"),
                ("excluded", "Excluded"), ("not-known", "Not known"),
            ), required=True, missing="Select why the child is not in school"),
            an_agency("school", "Which school was the last?"),
            a_day("since", "Since when?"),
            yes_no("social-worker", "Did the child have a social worker when they left the roll?"),
        ),
    ),
    steps=(
        StepKind(
            "education-looked-at", "Education looked at", "When was it looked at?",
            (
                words("education", "What education does the child have?", required=True, missing="Enter what education the child has"),
                one_of("suitable", "Is it suitable for this child?", (("yes", "Yes"), ("no", "No"), ("not-clear", "Not clear yet"))),
                words("seen", "Was the child seen, and what did they say?"),
                words("safety", "Does being out of sight put the child at risk? Why, or why not?"),
            ),
            repeats=True,
        ),
        StepKind(
            "notice-served", "Notice to the parent served", "When was it served?",
            (a_day("answer-by", "By when may the parent answer?", help="Not less than 15 days, with the day of service."),
             words("what", "What does it ask?")),
            repeats=True,
        ),
        StepKind(
            "order-made", "School attendance order", "When was it made?",
            (line("school", "Which school does it name?", required=True, missing="Enter the school"),), repeats=True, after=("notice-served",),
        ),
        StepKind(
            "consent-asked", "Consent to withdrawal asked for", "When did the parent ask?",
            (words("decision", "What was answered, and why?"),), repeats=True,
            help="The Act of 2026 would ask the authority’s consent in some cases. It has not begun, and enforces nothing.",
        ),
    ),
    ends=ending("When did it end?", (
        ("in-school", "The child is in school"), ("suitable-at-home", "The education at home is suitable"),
        ("past-school-age", "The child is past school age"), ("moved-area", "The child moved to another area, which was told"),
        *ELSEWHERE_OR_CLOSED,
    )),
    note="Education at home is a parent’s right where it is suitable. The register of children not in school, and consent to "
    "withdrawal, are in the Act of 2026 and have not begun: shown, and enforcing nothing.",
)  # fmt: skip
