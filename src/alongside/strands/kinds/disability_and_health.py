"""Disabled children, children with communication needs, in hospital, and in mental health hospitals."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    ELSEWHERE_OR_CLOSED,
    StepKind,
    StrandKind,
    a_day,
    a_practitioner,
    an_agency,
    ending,
    line,
    of_family,
    one_of,
    several_of,
    words,
    yes_no,
)

OFFERED = (
    ("accepted", "Offered, and accepted"), ("declined", "Offered, and declined"), ("not-offered", "Not offered"),
    ("not-known", "Not known"),
)  # fmt: skip

DISABLED_CHILD = StrandKind(
    id="disabled-child",
    title="Disabled child",
    about="Looks at what a disabled child and the family need besides: short breaks, services, and help to be heard.",
    sources=(
        "assessment.protocol-groups", "assessment.disabled-child", "disabled-child.services", "disabled-child.short-breaks",
        "parent-carer.assessment", "carer.assessment-without-responsibility",
    ),
    opens=StepKind(
        "known", "Need known", "When did we know of it, or who asked?",
        (
            words("disability", "What is the child’s disability, in the family’s own words?"),
            one_of("plan", "Does the child have an education, health and care plan?", (
                ("yes", "Yes"), ("being-made", "One is being made"), ("no", "No"), ("not-known", "Not known"),
            )),
            line("plan-contact", "Who keeps that plan?", only_if=("plan", "yes")),
            line("officer", "Which designated social care officer was told?",
                 help="Where the area has one. The guidance encourages it, and asks no more."),
        ),
    ),
    steps=(
        StepKind(
            "assessed", "Needs assessed", "When was this assessed?",
            (
                words("strengths", "What goes well, and what helps the family to go on caring?"),
                words("communication", "How does the child communicate, and what support does that need?"),
                words("advocacy", "Is the child to have an advocate? Who?"),
                words("services", "Which services are necessary, and who arranges them?",
                      help="Section 2 of the Act of 1970: what is necessary is arranged."),
                words("short-breaks", "What would short breaks do, and which are agreed?"),
                one_of("parent-carer", "Were parents offered an assessment as carers?", OFFERED),
            ),
            repeats=True, shortfalls="assessment.disabled-child",
            next=("If a parent accepted an assessment of their own, start “Parent carer”.",),
        ),
        StepKind(
            "services-arranged", "Services arranged", "When were they arranged?",
            (
                several_of("what", "What was arranged?", (
                    ("short-breaks", "Short breaks"), ("at-home", "Help at home"), ("equipment", "Equipment"),
                    ("home-adapted", "Changes to the home"), ("travel", "Travel"), ("activities", "Activities"),
                    ("other", "Something else"),
                )),
                words("words", "What exactly, how much, and from when?", required=True, missing="Enter what was arranged"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (
        ("adult-services", "Adult services carry it on"), ("not-needed", "It is no longer needed"), *ELSEWHERE_OR_CLOSED,
    )),
    note="A disabled child is a child in need under the Act: no other test is asked.",
)  # fmt: skip

COMMUNICATION_NEEDS = StrandKind(
    id="communication-needs",
    title="Specific communication needs",
    about="Says how this child can be heard, so that nobody has to find out anew.",
    sources=("assessment.protocol-groups", "assessment.seen-alone"),
    opens=StepKind(
        "known", "Need known", "When did we know of it?",
        (
            several_of("ways", "How does the child communicate?", (
                ("speech", "Speech"), ("signing", "Signing"), ("symbols", "Symbols or pictures"), ("device", "A device"),
                ("touch-and-movement", "Touch and movement"), ("another-language", "Another language"), ("other", "Another way"),
            )),
            words("how", "What helps, and what does not?", required=True, missing="Enter what helps"),
            line("helper", "Who knows the child’s way of communicating well?",
                 help="Not somebody whose conduct is in question."),
            line("interpreter", "Which interpreter or communicator is asked for?"),
        ),
    ),
    steps=(
        StepKind(
            "heard", "Heard with support", "When was the child heard?",
            (
                line("support", "Who supported the communication?", required=True, missing="Enter who supported it"),
                yes_no("independent", "Were they independent of family and carers?"),
                words("said", "What did the child say?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (("not-needed", "It is no longer needed"), *ELSEWHERE_OR_CLOSED)),
)  # fmt: skip

IN_HOSPITAL = StrandKind(
    id="in-hospital",
    title="Child in hospital",
    about="Keeps children’s social care and the hospital on one plan while a child is there, and for going home.",
    sources=("assessment.protocol-groups",),
    opens=StepKind(
        "admitted", "Admitted", "When was the child admitted?",
        (
            line("hospital", "Which hospital and ward?"),
            words("why", "Why is the child there?"),
            words("safe-there", "Is the child safe there: who may visit, and who may take the child home?"),
            line("contact", "Who is our contact at the hospital?"),
        ),
    ),
    steps=(
        StepKind(
            "discharge-planned", "Going home planned", "When was it planned?",
            (
                a_day("leaves-on", "When is the child to leave?"),
                words("plan", "What has to be in place first, and who sees to it?", required=True,
                      missing="Enter what has to be in place"),
                yes_no("safe-home", "Is home safe for the child?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did the child leave hospital?", (
        ("home", "The child went home"), ("with-others", "The child went to others"),
        ("other-hospital", "The child went to another hospital"), ("died", "The child died"),
    )),
)  # fmt: skip

MENTAL_HEALTH_INPATIENT = StrandKind(
    id="mental-health-inpatient",
    title="In a mental health hospital",
    about="Stays with a child who is a patient in a mental health hospital, from the referral at admission to coming home.",
    sources=("referral.mental-health-admission", "assessment.protocol-groups"),
    opens=StepKind(
        "admitted", "Admitted", "When was the child admitted?",
        (
            line("hospital", "Which hospital, and where?"),
            one_of("status", "How is the child there?", (
                ("with-consent", "By their own or a parent’s consent"), ("detained", "Detained under the Mental Health Act"),
                ("not-known", "Not known"),
            )),
            yes_no("referred", "Was a referral made at admission?"),
            words("agreed-to", "What do the child and parents say about it?"),
        ),
    ),
    steps=(
        StepKind(
            "visited", "Visited", "When was the visit?",
            (
                a_practitioner("visited-by", "Who visited?"),
                words("said", "What did the child say?"),
                words("contact", "How are contact with family, schooling and complaints going?"),
            ),
            repeats=True,
        ),
        StepKind(
            "aftercare-planned", "Leaving planned", "When was it planned?",
            (
                a_day("leaves-on", "When is the child to leave?"),
                words("plan", "What support follows, from whom?", required=True, missing="Enter what support follows"),
                an_agency("by", "Which agency leads on it?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did the child leave the hospital?", (
        ("home", "The child went home"), ("looked-after", "The child is looked after elsewhere"),
        ("adult-services", "Adult services carry it on"), ("died", "The child died"),
    )),
)  # fmt: skip

PARENT_CARER = StrandKind(
    id="parent-carer",
    title="Parent carer",
    about="Assesses a parent who cares for a disabled child, for what they need themselves.",
    sources=("parent-carer.assessment", "assessment.protocol-groups"),
    several=True,
    opens=StepKind(
        "asked", "Need known or asked for", "When did the need appear, or when did the parent ask?",
        (
            of_family("carer", "Which parent?"),
            one_of("how", "How did it come up?", (
                ("asked", "The parent asked"), ("appeared", "We saw the need"), ("offered", "We offered it"),
            )),
        ),
    ),
    steps=(
        StepKind(
            "assessed", "Carer assessed", "When was the assessment done?",
            (
                words("needs", "What does the parent need, to care and to live?", required=True, missing="Enter what the parent needs",
                      help="Work, study and leisure count too."),
                words("appropriate", "Is it right for them to go on caring as they do?"),
                words("services", "What will be given?"),
                yes_no("written", "Did the parent get it in writing?"),
            ),
            repeats=True,
        ),
    ),
    ends=ending("When did it end?", (
        ("support-in-place", "Support is in place"), ("no-support", "No support is needed"), ("declined", "The parent declined it"),
        *ELSEWHERE_OR_CLOSED,
    )),
)  # fmt: skip
