"""Youth justice and secure establishments, parents in custody, mother and baby units, prison and probation enquiries."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    ELSEWHERE_OR_CLOSED,
    StepKind,
    StrandKind,
    a_day,
    a_practitioner,
    ending,
    line,
    of_family,
    one_of,
    several_of,
    words,
    yes_no,
)

YOUTH_JUSTICE = StrandKind(
    id="youth-justice",
    title="Youth justice and secure establishments",
    about="Keeps a child in the youth justice system safe, and says which authority is responsible while they are held.",
    sources=("custody.responsible-authority", "custody.remand-visit", "assessment.protocol-groups", "care.return-home-plan"),
    opens=StepKind(
        "known", "Involvement known", "When did we know of it?",
        (
            line("worker", "Who is the youth justice worker?"),
            words("why", "What is the child suspected or convicted of, and what is ordered?"),
            yes_no("victim", "Is the child also somebody’s victim?"),
        ),
    ),
    steps=(
        StepKind(
            "held", "Remanded or sentenced", "When was the child remanded or sentenced to be held?",
            (
                one_of("how", "How is the child held?", (("remand", "On remand"), ("sentence", "Serving a sentence"),
                       ("welfare", "In secure accommodation for their welfare"))),
                line("where", "Where?"),
                line("host", "Which authority does the establishment stand in?", required=True, missing="Enter the authority",
                     help="It is responsible for the child’s safety and welfare there, in all cases."),
                a_day("until", "Until when, as far as is known?"),
            ),
            repeats=True,
        ),
        StepKind(
            "remand-visit", "Visited and assessed", "When was the visit?",
            (
                a_practitioner("visited-by", "Who visited?"),
                words("said", "What did the child say?"),
                words("needs", "What does the child need there, and what help after?", required=True, missing="Enter what the child needs"),
            ),
            repeats=True, after=("held",),
        ),
        StepKind(
            "release-planned", "Leaving planned", "When was it planned?",
            (
                a_day("on", "When does the child leave?"),
                words("plan", "Where will the child live, learn and be helped?", required=True, missing="Enter the plan"),
            ),
            repeats=True, after=("held",),
        ),
    ),
    ends=ending("When did it end?", (("over", "The involvement is over"), ("adult", "Adult services carry it on"), *ELSEWHERE_OR_CLOSED)),
)  # fmt: skip

PARENT_IN_CUSTODY = StrandKind(
    id="parent-in-custody",
    title="Parent or carer in custody",
    about="Looks at what it means for the child that a parent or carer is in prison: care, contact, and coming home.",
    sources=("assessment.protocol-groups", "prison.enquiry-reply"),
    several=True,
    opens=StepKind(
        "known", "Custody known", "When did we know of it?",
        (
            of_family("who", "Who is in custody?"),
            line("where", "Which prison?"),
            one_of("how", "How?", (("remand", "On remand"), ("sentence", "Serving a sentence"))),
            a_day("until", "Until when, as far as is known?"),
            words("care-meanwhile", "Who cares for the child meanwhile?"),
            words("told-child", "What was the child told, by whom?"),
        ),
    ),
    steps=(
        StepKind(
            "contact-decided", "Contact decided", "When was it decided?",
            (
                one_of("decision", "May there be contact?", (("yes", "Yes"), ("supervised", "Yes, watched over"), ("letters", "Letters and calls only"),
                       ("no", "No")), required=True, missing="Select what was decided"),
                words("child-wants", "What does the child want?"),
                words("why", "Why?", required=True, missing="Enter the reasons"),
            ),
            repeats=True,
        ),
        StepKind(
            "release-planned", "Release planned", "When was it planned?",
            (a_day("on", "When is the release?"), words("plan", "What changes for the child, and who keeps them safe?", required=True,
             missing="Enter the plan")),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (("released", "They were released"), ("no-contact", "They have no part in the child’s life"),
                                     *ELSEWHERE_OR_CLOSED)),
)  # fmt: skip

MOTHER_AND_BABY_UNIT = StrandKind(
    id="mother-and-baby-unit",
    title="Mother and baby unit",
    about="Assesses, for the prison’s board, whether a place with the mother on a unit is right for the child.",
    sources=("mother-and-baby-unit.assessment-request", "mother-and-baby-unit.assessment", "custody.responsible-authority"),
    opens=StepKind(
        "asked", "Prison asked", "When did the prison ask?",
        (
            of_family("mother", "Who is the mother?"),
            line("prison", "Which prison and unit?"),
            yes_no("unit-information", "Did the prison send information about the unit?"),
            a_day("board", "When does the board meet?"),
        ),
    ),
    steps=(
        StepKind(
            "assessed", "Assessment sent", "When was it sent to the board?",
            (
                words("suitability", "Does the unit suit the child, and what are the risks?", required=True,
                      missing="Enter whether the unit suits the child"),
                words("development", "What would it do to the child’s development?"),
                words("contact", "What contact would there be with family outside?"),
                words("alternatives", "Who else could care for the child, family and friends too?"),
            ),
            repeats=True, shortfalls="mother-and-baby-unit.assessment",
        ),
        StepKind(
            "board-met", "Board met", "When did the board meet?",
            (
                a_practitioner("attended", "Who attended for us?"),
                one_of("decision", "What did the board decide?", (("place", "A place is given"), ("no-place", "No place is given"),
                       ("stays", "The child stays"), ("leaves", "The child leaves the unit")), required=True, missing="Select what the board decided"),
                words("why", "Why, and what do we say to it?"),
            ),
            repeats=True,
        ),
        StepKind(
            "placed", "Child on the unit", "When did the child move in?",
            (
                line("host", "Which authority safeguards the child there?", required=True, missing="Enter the authority",
                     help="The one in whose area the prison stands."),
                yes_no("host-told", "Was it told?"),
            ),
        ),
    ),
    ends=ending("When did it end?", (("left-together", "Mother and child left together"), ("child-left", "The child left without the mother"),
                                     ("no-place", "No place was given or taken up"), *ELSEWHERE_OR_CLOSED)),
    note="The mother keeps parental responsibility. The prison asks children’s social care about every decision of the board, moves too.",
)  # fmt: skip

PRISON_ENQUIRY = StrandKind(
    id="prison-enquiry",
    title="Prison or probation enquiry",
    about="Answers what a prison or probation asks about a child and a person it holds or supervises.",
    sources=("prison.enquiry-reply",),
    several=True,
    opens=StepKind(
        "received", "Enquiry received", "When did it come?",
        (
            one_of("from", "Who asks?", (("prison", "A prison"), ("probation", "Probation")), required=True, missing="Select who asks"),
            line("name", "Which prison or probation office, and who there?"),
            of_family("about", "About whom in the family?"),
            several_of("wants", "What do they want to know?", (
                ("concerns", "Whether we have concerns about the person"), ("contact", "Whether contact with the child is safe"),
                ("identity", "Who the child is"), ("view", "What the child thinks"), ("home-visit", "About an address or release"),
            )),
            yes_no("same-day", "Would waiting until tomorrow do harm?", help="Then answer today, as far as it is known."),
        ),
    ),
    steps=(
        StepKind(
            "answered", "Answered", "When was it answered?",
            (
                words("answer", "What was answered?", required=True, missing="Enter what was answered"),
                one_of("basis", "What is known of the child?", (("known", "The child is known to us"), ("not-known", "The child is not known to us"))),
                words("risk", "What was said of the risk of contact?"),
                yes_no("referral-advised", "Was a referral advised?"),
            ),
            repeats=True,
        ),
        StepKind(
            "risk-notice", "Risk notice", "When did it come, or go?",
            (
                one_of("way", "Which way did it go?", (("from-them", "They told us"), ("from-us", "We told them")), required=True,
                       missing="Select which way it went"),
                words("what", "What was told?", required=True, missing="Enter what was told"),
                words("done", "What is done about it?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When was it done with?", (("answered", "It was answered"), ("not-ours", "It was for another authority, which was told"),
                                           ("withdrawn", "It was withdrawn"))),
    note="A prison’s enquiry is not a section 47 enquiry. The prisoner’s consent is not needed to answer. Same-day answers to "
    "probation are what areas are asked to explore where delay does harm (paragraph 210); no limit is set.",
)  # fmt: skip
