"""Pre-proceedings and family group decision-making."""

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
    several_of,
    words,
    yes_no,
)

YES_OR_NO = (("yes", "Yes"), ("no", "No"))

PRE_PROCEEDINGS = StrandKind(
    id="pre-proceedings",
    title="Pre-proceedings",
    about="Gives a family a last, clear chance to change before the court is asked, and keeps what the court will want to see.",
    sources=(
        "pre-proceedings.begin", "pre-proceedings.letter", "pre-proceedings.legal-planning", "pre-proceedings.length",
        "family-group.offer", "family-group.offer-before-application", "court.care-proceedings", "pre-proceedings.return",
    ),
    opens=StepKind(
        "begun", "Decided to begin", "When was it decided to begin?",
        (
            words("threshold", "What is the view on whether the threshold for an order is met?"),
            words("legal-advice", "What legal advice was taken, from whom?"),
            words("decision", "Why pre-proceedings, and not court at once or a plan alone?", required=True, missing="Enter why"),
            words("agencies", "What do the other agencies say?"),
            words("family-network", "What can the family and its network offer?"),
            a_practitioner("decided-by", "Who decided?"),
        ),
        shortfalls="pre-proceedings.legal-planning",
        help="The day counts as the start for the best practice of 16 weeks, and for the return.",
        next=("Send the letter before proceedings, and offer family group decision-making.",),
    ),
    steps=(
        StepKind(
            "legal-planning-met", "Legal planning meeting", "When did it meet?",
            (
                words("threshold", "What is the view on the threshold?"),
                words("legal-advice", "What was the legal advice?"),
                words("decision", "What was decided, and why?", required=True, missing="Enter what was decided"),
                words("family-network", "What can the family and its network offer?"),
            ),
            repeats=True, shortfalls="pre-proceedings.legal-planning",
        ),
        StepKind(
            "letter-sent", "Letter before proceedings sent", "When was it sent?",
            (
                of_family("to", "To whom?", help="To each parent, and each other person with parental responsibility, by itself."),
                words("concerns", "What does it say the concerns are?"),
                words("expectations", "What must change, by when?"),
                words("support", "What support does it promise?"),
                words("consequences", "What does it say may follow if nothing changes?"),
                one_of("family-group-offered", "Does it offer family group decision-making?", YES_OR_NO),
                line("advice", "How does it tell them to find a lawyer?"),
            ),
            repeats=True, shortfalls="pre-proceedings.letter",
        ),
        StepKind(
            "first-meeting", "First meeting", "When was the first meeting?",
            (
                several_of("came", "Who came?", (("parents", "Parents"), ("lawyers", "Their lawyers"), ("supporter", "A supporter"),
                           ("family", "Others of the family"), ("our-lawyer", "Our lawyer"))),
                words("agreed", "What was agreed: what changes, who helps, by when?", required=True, missing="Enter what was agreed"),
                words("parents-view", "What do the parents say?"),
                words("child-view", "What does the child say?"),
                a_day("review-on", "When is it reviewed?"),
            ),
            after=("letter-sent",),
        ),
        StepKind(
            "reviewed", "Review meeting", "When was it reviewed?",
            (
                words("changed", "What has changed for the child?", required=True, missing="Enter what has changed"),
                words("support-given", "Was the support given as promised?"),
                words("decision", "What was decided, and why?", required=True, missing="Enter what was decided"),
                a_day("next-on", "When is the next review?"),
            ),
            repeats=True, after=("first-meeting",),
        ),
        StepKind(
            "step-decided", "Next step decided", "When was it decided?",
            (
                one_of("decision", "What was decided?", (
                    ("step-down", "Step down: the plan carries it"), ("goes-on", "Pre-proceedings go on"), ("apply", "Apply to court"),
                ), required=True, missing="Select what was decided"),
                words("why", "Why?", required=True, missing="Enter the reasons"),
                one_of("family-group-held", "Was family group decision-making held?", YES_OR_NO),
                one_of("return-outcome", "Outcome for the return", (("A", "A"), ("B", "B"), ("C", "C")),
                       help="The codes of the return, as they are. What they mean is not confirmed, so nothing is said of it here."),
                words("plan", "Which plan stands then?"),
            ),
            repeats=True,
        ),
        StepKind(
            "application-made", "Application made to court", "When was the application issued?",
            (
                line("order", "For which order?", required=True, missing="Enter the order applied for"),
                line("court", "Which court, and number?"),
                one_of("family-group", "Was family group decision-making offered before?", (
                    ("held", "Offered and held"), ("declined", "Offered, and nobody took it up"),
                    ("exempt", "Not offered: it would be against the child’s best interests"), ("not-offered", "Not offered"),
                )),
                words("exempt-why", "Who decided that, and why?", only_if=("family-group", "exempt")),
            ),
        ),
        StepKind(
            "letter-to-initiate", "Letter to start care proceedings", "When was it sent?",
            (line("to", "To whom?"),), after=("application-made",),
        ),
    ),
    ends=ending(
        "When did it end?",
        (
            ("stepped-down", "Stepped down to a child protection or child-in-need plan"),
            ("no-plan", "Nothing more is needed"), ("order-made", "The court made an order"),
            ("no-order", "The court made no order"), ("moved-area", "Another area carries it on"),
        ),
        words("order", "Which order, or which plan?"),
    ),
    pages=(("plans:plan", "Child protection plan"), ("family_help:plan", "Child-in-need plan")),
    note="Sixteen weeks are best practice of the family courts’ reform group, and no law. The duty in the Act of 2026 to offer "
    "family group decision-making before an application has no day of commencement that is confirmed: it enforces nothing here.",
)  # fmt: skip

FAMILY_GROUP = StrandKind(
    id="family-group",
    title="Family group decision-making",
    about="Asks the family and its network to make their own plan for the child, and keeps who was asked and what they said.",
    sources=("family-group.offer", "family-group.meeting", "family-group.offer-before-application"),
    opens=StepKind(
        "considered", "Considered", "When was it considered?",
        (
            one_of("when", "At which point?", (
                ("early-help", "Early help"), ("child-in-need", "A child-in-need plan"), ("after-section-47", "After section 47 enquiries"),
                ("child-protection-plan", "A child protection plan"), ("pre-proceedings", "Pre-proceedings"),
                ("before-care", "Before the child is looked after"), ("coming-home", "Coming home from care"),
            )),
            words("why", "What is the family asked to decide?"),
        ),
        next=("Make an offer to each person with parental responsibility, by itself.",),
    ),
    steps=(
        StepKind(
            "offered", "Offered", "When was it offered?",
            (
                of_family("to", "To whom?", required=True, help="One offer for each person with parental responsibility."),
                one_of("how", "How?", (("letter", "In a letter"), ("spoken", "In person"), ("both", "Both"))),
                words("told", "What were they told it is, and that it is theirs to accept?"),
            ),
            repeats=True,
        ),
        StepKind(
            "replied", "Reply", "When did they reply?",
            (
                of_family("from", "Who replied?", required=True),
                one_of("reply", "What did they say?", (("accepts", "Yes"), ("declines", "No"), ("unsure", "Not sure yet"), ("no-reply", "There was no reply")),
                       required=True, missing="Select what they said"),
                words("words", "In their words"),
            ),
            repeats=True, after=("offered",),
        ),
        StepKind(
            "exempted", "Decided not to offer it", "When was it decided?",
            (
                line("decided-by", "Who decided?", required=True, missing="Enter who decided"),
                words("why", "Why would it be against the child’s best interests?", required=True, missing="Enter why"),
            ),
            repeats=True,
        ),
        StepKind(
            "held", "Meeting held", "When was it held?",
            (
                line("co-ordinator", "Who co-ordinated it?"),
                yes_no("independent", "Was the co-ordinator independent?"),
                words("came", "Who came?", required=True, missing="Enter who came"),
                words("child", "How did the child take part, and what did they say?"),
                yes_no("agreed", "Did everybody take part freely, knowing what it is?"),
                yes_no("prepared", "Was everybody prepared?"),
                yes_no("safe", "Was the place safe for everybody?"),
                yes_no("private-time", "Did the family have time by itself?"),
                words("proposal", "What does the family propose?", required=True, missing="Enter what the family proposes"),
            ),
            repeats=True, shortfalls="family-group.meeting",
            next=("Answer the family’s proposal, and say what the authority gives to it.",),
        ),
        StepKind(
            "proposal-answered", "Proposal answered", "When was it answered?",
            (
                one_of("answer", "What does the authority answer?", (("agreed", "It agrees"), ("in-part", "It agrees in part"), ("not-agreed", "It does not agree")),
                       required=True, missing="Select the answer"),
                words("why", "Why, and what does it give to the plan?", required=True, missing="Enter why"),
                a_day("looked-at-again", "When is it looked at again?"),
            ),
            repeats=True, after=("held",),
        ),
    ),
    ends=ending("When did it end?", (
        ("plan-agreed", "The family’s plan is agreed"), ("no-plan", "There was no plan that was agreed"),
        ("declined", "Nobody took up the offer"), ("exempt", "It was not offered, in the child’s interests"),
    )),
    note="The duty in the Act of 2026 to offer and hold it before an application for a care or supervision order is shown, and "
    "enforces nothing: no day of commencement is confirmed.",
)  # fmt: skip
