"""A child who is missing from home or care: the statutory guidance of 2014."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    StepKind,
    StrandKind,
    a_practitioner,
    ending,
    line,
    one_of,
    several_of,
    words,
    yes_no,
)

THEMES = (
    ("home", "Something at home"), ("care", "Something in the placement"), ("school", "School"),
    ("family-contact", "Wanting to see family"), ("friends", "Friends"), ("relationship", "A boyfriend or girlfriend"),
    ("sexual-exploitation", "Sexual exploitation"), ("criminal-exploitation", "Criminal exploitation"),
    ("online", "Somebody met online"), ("alcohol-drugs", "Alcohol or drugs"), ("mental-health", "Mental health"),
    ("not-heard", "Feeling not heard"), ("other", "Something else"),
)  # fmt: skip
CONSIDER_DISCUSSION = one_of(
    "strategy-discussion", "Does this call for a strategy discussion?",
    (("yes", "Yes"), ("no", "No"), ("held", "One was held already")),
    help="Look at every time the child was missing, not at this one alone.",
)  # fmt: skip

MISSING_EPISODE = StrandKind(
    id="missing-episode",
    title="Missing",
    about="Follows a time the child was missing, until they are back and somebody independent has listened to why.",
    sources=("missing.return-interview", "missing.repeated"),
    several=True,
    opens=StepKind(
        "reported", "Reported missing", "When was the child reported missing?",
        (
            line("last-seen", "Where and when was the child last seen, and by whom?"),
            one_of("from", "Where did the child go missing from?", (
                ("home", "Home"), ("care", "A placement"), ("school", "School"), ("elsewhere", "Somewhere else"),
            )),
            line("police-reference", "Police reference"),
            words("risk", "What puts the child at risk while they are missing?"),
            words("done", "What is being done to find them, and who was told?"),
        ),
        to_the_minute=True,
        next=("The police lead the search. Tell everyone who has parental responsibility, unless that is unsafe.",
              "Record when the child is back: the interview is due within 72 hours of it."),
    ),
    steps=(
        StepKind(
            "returned", "Found or came back", "When did the child come back, or when were they found?",
            (
                line("where", "Where were they, and with whom?"),
                one_of("how", "How did they come back?", (
                    ("themselves", "By themselves"), ("police", "Found by the police"),
                    ("family-or-carer", "Found by family or carers"), ("other", "Another way"),
                )),
                words("state", "How was the child? Was a safe and well check made?"),
                yes_no("harm", "Was the child harmed, or did they harm somebody?"),
            ),
            to_the_minute=True,
            next=("Offer an interview with somebody independent. It is due within 72 hours.",),
        ),
        StepKind(
            "interview-offered", "Interview offered", "When was it offered?",
            (
                a_practitioner("offered-by", "Who offered it?"),
                words("reply", "What did the child say to the offer?"),
            ),
            repeats=True, after=("returned",), moot=("interviewed",), to_the_minute=True,
        ),
        StepKind(
            "interviewed", "Return interview", "When was the interview?",
            (
                line("interviewer", "Who listened to the child?", required=True, missing="Enter who listened to the child",
                     help="Somebody independent: not involved in caring for the child."),
                yes_no("independent", "Were they independent?"),
                words("said", "What did the child say, in their own words?", required=True,
                      missing="Enter what the child said"),
                several_of("themes", "What was it about?", THEMES),
                words("push-and-pull", "What did they go from, and what did they go to?"),
                words("shared", "What may be passed on, and to whom?"),
                CONSIDER_DISCUSSION,
                words("to-do", "What happens now, and who does it?"),
            ),
            after=("returned",), to_the_minute=True,
            next=("Tell the child what will be done with what they said.",),
        ),
        StepKind(
            "interview-refused", "Interview refused", "When did the child say no?",
            (
                words("said", "What did the child say?", required=True, missing="Enter what the child said"),
                words("other-way", "How else can the child be heard: by whom, when?"),
                several_of("themes", "What is known of why they went?", THEMES),
                CONSIDER_DISCUSSION,
            ),
            after=("returned",), moot=("interviewed",), to_the_minute=True,
        ),
        StepKind(
            "interview-not-held", "Decided not to hold an interview", "When was it decided?",
            (
                a_practitioner("decided-by", "Who decided?"),
                words("why", "Why?", required=True, missing="Enter why no interview is held"),
                CONSIDER_DISCUSSION,
            ),
            after=("returned",), moot=("interviewed",), to_the_minute=True,
        ),
    ),
    ends=ending(
        "When was the episode closed?",
        (
            ("heard", "The child is back and was listened to"),
            ("not-heard", "The child is back and was not interviewed"),
            ("not-missing", "The child had not been missing"),
            ("not-found", "The child was not found; the search goes on elsewhere"),
        ),
        words("next-time", "What would make it less likely, and what helps if it happens again?"),
    ),
    pages=(("section47:record-strategy-discussion", "Record a strategy discussion"),),
)  # fmt: skip
