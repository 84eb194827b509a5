"""Professional disagreement about a child, taken up step by step until it is settled.

The steps and their days are each area's own. Nothing here holds up an act that protects a child.
"""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    Asks,
    Question,
    StepKind,
    StrandKind,
    a_day,
    an_agency,
    ending,
    line,
    one_of,
    several_of,
    words,
)

ABOUT = (
    ("referral", "A decision on a referral"), ("threshold", "The level of help or protection"),
    ("assessment", "An assessment"), ("strategy-discussion", "A strategy discussion, or that there was none"),
    ("section-47", "A section 47 enquiry or its outcome"), ("conference", "A conference, or that there was none"),
    ("plan", "A plan, or what is done under it"), ("core-group", "A core group"),
    ("sharing", "Sharing information"), ("closing", "Closing or stepping down"), ("other", "Something else"),
)  # fmt: skip
THEMES = (
    ("threshold", "How a threshold is understood"), ("information", "Information that was missing or late"),
    ("drift", "Drift or delay"), ("capacity", "Too few people or places"), ("roles", "Who does what"),
    ("child-not-heard", "The child was not heard"), ("history", "History not weighed"), ("other", "Something else"),
)  # fmt: skip
STEP = Question(
    "level", "Which step of the area’s own procedure is this?", Asks.LOCAL_STEP,
    help="The steps and their days are local. No law or national guidance sets them.",
)  # fmt: skip
ANSWER_BY = a_day(
    "answer-by", "By when is an answer wanted?",
    help="Leave it empty to take the days that your area sets for this step. Where it sets none, there is no day.",
)  # fmt: skip
SAFE_MEANWHILE = words(
    "safe-meanwhile", "How is the child kept safe meanwhile?", required=True,
    missing="Say how the child is kept safe while this is not settled",
    help="Nothing that protects the child waits for an answer here.",
)  # fmt: skip

DISAGREEMENT = StrandKind(
    id="disagreement",
    title="Professional disagreement",
    about="Takes up a difference of view between practitioners until it is settled, and keeps both views.",
    sources=("disagreement.challenge", "disagreement.referrer", "child-protection.conference-requested"),
    several=True,
    between_agencies=True,
    opens=StepKind(
        "raised", "Raised", "When was it raised?",
        (
            an_agency("raised-by", "Which agency raises it?", required=True, takes_part=True,
                      missing="Select the agency that raises it"),
            an_agency("asked-of", "Which agency is asked?", required=True, takes_part=True,
                      missing="Select the agency that is asked"),
            line("asked-person", "Who there is asked?"),
            one_of("about", "What is it about?", ABOUT, required=True, missing="Select what it is about"),
            words("view", "What do you think, and why?", required=True, missing="Enter what you think, and why"),
            words("other-view", "What do they think, as far as you know?"),
            words("wanted", "What do you ask for?", required=True, missing="Enter what you ask for"),
            SAFE_MEANWHILE,
            STEP,
            ANSWER_BY,
        ),
        next=("Protecting the child does not wait for the answer.",),
    ),
    steps=(
        StepKind(
            "answered", "Answered", "When was it answered?",
            (
                line("who", "Who answers?", required=True, missing="Enter who answers"),
                words("view", "What is their view, and why?", required=True, missing="Enter their view, and why"),
                one_of("answer", "What do they answer?", (
                    ("agreed", "They agree, and do what was asked"), ("in-part", "They agree in part"),
                    ("not-agreed", "They do not agree"),
                ), required=True, missing="Select the answer"),
                words("done", "What will be done, by whom and by when?"),
            ),
            repeats=True,
        ),
        StepKind(
            "taken-further", "Taken to the next step", "When was it taken further?",
            (
                STEP,
                an_agency("asked-of", "Which agency is asked now?", takes_part=True),
                line("asked-person", "Who is asked?", required=True, missing="Enter who is asked"),
                words("why", "Why was the answer not enough?", required=True, missing="Enter why the answer was not enough"),
                ANSWER_BY,
                SAFE_MEANWHILE,
            ),
            repeats=True,
        ),
    ),
    ends=ending(
        "When was it settled?",
        (
            ("agreed", "Agreed: what was asked is done"), ("compromise", "Agreed on another way"),
            ("not-agreed", "Not agreed: decided by whoever has the authority"), ("withdrawn", "Withdrawn"),
            ("overtaken", "Overtaken by what happened"),
        ),
        line("decided-by", "Who settled it?"),
        several_of("themes", "What can be learned from it?", THEMES),
    ),
    note="The steps and the days for an answer are the area’s own procedure. Settling disputes between the safeguarding "
    "partners themselves (paragraph 110) is another matter, and is not done here.",
)  # fmt: skip
