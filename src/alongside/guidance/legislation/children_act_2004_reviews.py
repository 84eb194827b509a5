"""Children Act 2004, sections 16A to 16D and 16M to 16Q: the Panel, notifications and child death reviews.

Only what the chapters of Working Together do not say at a paragraph of their own; where they do, the rule is theirs and
names the section as its law (``working_together.chapter_5`` and ``chapter_6``).

Not encoded: how members of the Panel are appointed and paid; sections 16E and 16G to 16L, on arrangements.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import CHILDREN_ACT_2004, REVIEWS_BEGAN


def _the_act(number: str, words: str) -> Dated[str]:
    return Dated(Provision(CHILDREN_ACT_2004.at(f"section {number}", begins=REVIEWS_BEGAN), words))


PANEL = Duty(
    id="incident.panel-established",
    title="Establish the national Panel",
    force=Force.MUST,
    by=("secretary-of-state",),
    asks=_the_act(
        "16A", "Establish the Child Safeguarding Practice Review Panel and appoint its chair and members."
    ),
    notes="May also arrange how it works and reports each year, fund it and give it staff.",
)

FUNCTION = Duty(
    id="national-review.function",
    title="Find cases of national importance and have them reviewed",
    force=Force.MUST,
    by=("panel",),
    asks=_the_act(
        "16B(1)",
        "Identify serious cases that are complex or matter for the whole country, and where it thinks fit arrange a "
        "review under its own supervision.",
    ),
)

PANEL_REGARD = Duty(
    id="incident.panel-regard",
    title="The Panel follows this guidance",
    force=Force.MUST,
    by=("panel",),
    asks=_the_act("16B(7)", "Have regard to guidance by the Secretary of State about its functions."),
)

NOTIFY = Duty(
    id="incident.notify",
    title="Notify the Panel of a serious incident",
    force=Force.MUST,
    by=("local-authority",),
    asks=_the_act(
        "16C(1)",
        "Where it knows or suspects abuse or neglect, notify the Panel if the child dies or is seriously harmed in its "
        "area, or outside England while normally living in its area.",
    ),
    trigger="a child's death or serious harm, with abuse or neglect known or suspected",
    evidence=(
        "the notification's reference",
        "when it happened, when the authority knew, when it notified",
        "what each partner thought",
    ),
    notes="The Act sets no number of days: the five working days are the guidance's (incident.notification). Often "
    "cited to the Children and Social Work Act 2017, which put the section into this Act.",
)

NOTIFY_REGARD = Duty(
    id="incident.notify-regard",
    title="Notify as this guidance describes",
    force=Force.MUST,
    by=("local-authority",),
    asks=_the_act("16C(2)", "Have regard to guidance by the Secretary of State about notifying."),
)

PANEL_ASKS = Duty(
    id="incident.panel-asks",
    title="Ask for information for the Panel's work",
    force=Force.MAY,
    by=("panel",),
    asks=_the_act(
        "16D",
        "Ask a person or body for information; and go to the High Court or the county court for an injunction.",
    ),
)

PANEL_ANSWERED = Duty(
    id="incident.panel-answered",
    title="Give the Panel the information it asks for",
    force=Force.MUST,
    by=("anyone",),
    asks=_the_act("16D", "Comply with the Panel's request for information."),
    trigger="the Panel's request",
    evidence=("the request and the answer",),
)

PANEL_USES = Duty(
    id="incident.panel-uses",
    title="Use what the Panel was given only for what it was asked for",
    force=Force.MUST,
    by=("panel",),
    asks=_the_act("16D", "Use information given on request only for the Panel's own functions."),
    trigger="receiving information on request",
)

DEATHS_INFORM = Duty(
    id="child-death.inform",
    title="Tell whoever should act on what a child death review found",
    force=Force.MUST,
    by=("child-death-review-partners",),
    asks=_the_act(
        "16M(5)",
        "Where a review or analysis shows that a person or body should act, tell that person or body.",
    ),
    trigger="a finding that somebody should act on",
    evidence=("the letter, and what came of it",),
)

DEATHS_ANSWERED = Duty(
    id="child-death.information-answered",
    title="Give child death review partners the information they ask for",
    force=Force.MUST,
    by=("anyone",),
    asks=_the_act("16N", "Comply with a child death review partner's request for information."),
    trigger="the request",
    evidence=("the request and the answer",),
    notes="The partners may go to court for an injunction.",
)

DEATHS_USED = Duty(
    id="child-death.information-used",
    title="Use what was given for a child death review only for that",
    force=Force.MUST,
    by=("child-death-review-partners",),
    asks=_the_act("16N", "Use information given on request only for child death reviews."),
    trigger="receiving information on request",
)

DEATHS_FUNDED = Duty(
    id="child-death.funding",
    title="Pay for child death reviews",
    force=Force.MAY,
    by=("child-death-review-partners",),
    asks=_the_act("16O", "Make payments, keep a pooled fund, and provide staff, goods or accommodation."),
)

DEATHS_COMBINED = Duty(
    id="child-death.combine",
    title="Review child deaths across several areas",
    force=Force.MAY,
    by=("child-death-review-partners",),
    asks=_the_act("16P", "Agree that two or more areas are treated as one."),
)

DEATHS_REGARD = Duty(
    id="child-death.regard",
    title="Child death review partners follow this guidance",
    force=Force.MUST,
    by=("child-death-review-partners",),
    asks=_the_act("16Q", "Have regard to guidance by the Secretary of State about child death reviews."),
)
