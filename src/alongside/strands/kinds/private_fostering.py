"""A child cared for by somebody who is not family, for 28 days or more: the 2005 regulations."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    StepKind,
    StrandKind,
    a_day,
    a_practitioner,
    ending,
    line,
    of_family,
    one_of,
    words,
    yes_no,
)

SEEN_ALONE = (("yes", "Yes"), ("no", "No"), ("inappropriate", "It was not appropriate"))

PRIVATE_FOSTERING = StrandKind(
    id="private-fostering",
    title="Private fostering",
    about="Keeps watch over a child who lives for 28 days or more with somebody who is not a parent or close relative.",
    sources=(
        "definition.private-fostering", "private-fostering.first-visit", "private-fostering.visits-first-year",
        "private-fostering.visits-later", "private-fostering.visit-report", "private-fostering.suitability",
        "private-fostering.notice", "private-fostering.notice-by-others", "private-fostering.change-notice",
    ),
    opens=StepKind(
        "notified", "Arrangement known", "When did the authority become aware of the arrangement?",
        (
            one_of("told-by", "Who told us?", (
                ("carer", "The carer"), ("parent", "A parent"), ("agency", "Another agency"),
                ("found", "Nobody: we found out"),
            )),
            of_family("carer", "Who cares for the child?", help="Add them to the family and network first."),
            line("carer-name", "The carer’s name, if they are not on the record yet"),
            a_day("began", "When did the child come to live there, or when will they?"),
            words("why", "Why is the child cared for there, and for how long?"),
            yes_no("disabled", "Is the child disabled?", help="The arrangement counts until 16, or 18 for a disabled child."),
        ),
        help="The first year of visits counts from this day, not from the day the child moved there.",
        next=("An officer visits the home, the carer and the child.",),
    ),
    steps=(
        StepKind(
            "visited", "Visited", "When was the visit?",
            (
                a_practitioner("visited-by", "Who visited?"),
                one_of("seen-alone", "Was the child seen alone?", SEEN_ALONE, fills="child-seen-alone"),
                words("why-not-alone", "Why was it not appropriate?", only_if=("seen-alone", "inappropriate")),
                words("wishes", "What does the child say and want?", fills="wishes"),
                words("welfare", "Is the child’s welfare looked after? What was seen?", required=True, fills="welfare",
                      missing="Enter what was seen of the child’s welfare"),
                words("standard-of-care", "How good is the care, and the home?", fills="standard-of-care"),
                words("contact", "What contact does the child have with parents and others?", fills="contact"),
                yes_no("report-written", "Is the written report done?", fills="conclusions"),
                words("conclusions", "What does it conclude?"),
            ),
            repeats=True, shortfalls="private-fostering.visit-report",
            next=("The next visit is worked out from this one.",),
        ),
        StepKind(
            "carer-checked", "Carer and household checked", "When were the checks made?",
            (
                yes_no("records", "Were police and children’s social care records checked?"),
                yes_no("household", "Was everyone over 16 in the household checked?"),
                yes_no("disqualified", "Is anyone disqualified from caring for children?"),
                words("found", "What was found?", required=True, missing="Enter what was found"),
            ),
            repeats=True,
        ),
        StepKind(
            "suitability-decided", "Suitability decided", "When was it decided?",
            (
                one_of("decision", "Is the arrangement suitable?", (
                    ("suitable", "It is suitable"), ("with-requirements", "It is suitable with requirements"),
                    ("not-suitable", "It is not suitable"),
                ), required=True, missing="Select what was decided"),
                words("requirements", "What must the carer do, and by when?", only_if=("decision", "with-requirements")),
                words("why", "Why?", required=True, missing="Enter the reasons"),
                a_practitioner("decided-by", "Who decided?"),
            ),
            repeats=True,
        ),
        StepKind(
            "changed", "Change told", "When were we told of the change?",
            (
                a_day("on", "When did it change?"),
                words("what", "What changed: the home, the household, a conviction, the carer?", required=True,
                      missing="Enter what changed"),
            ),
            repeats=True,
        ),
    ),
    ends=ending(
        "When did the arrangement end?",
        (
            ("went-home", "The child went back to a parent"),
            ("relative", "The child went to live with a close relative"),
            ("sixteen", "The child is 16, or 18 if disabled"),
            ("looked-after", "The child became looked after"),
            ("moved-area", "The child moved to another area, which was told"),
            ("not-private-fostering", "It was not private fostering"),
        ),
        line("where", "Where does the child live now, and with whom?"),
    ),
)  # fmt: skip
