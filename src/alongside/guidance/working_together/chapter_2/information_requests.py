"""A safeguarding partner's request for information (2023 paragraphs 84-88; section 16H of the Children Act 2004).

Not encoded: a number of days to answer in. There is none; an area may set its own.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Pathway, Step, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said

COMPLY = Timescale(
    id="information-request.comply",
    title="Give a safeguarding partner the information it has asked for",
    force=Force.MUST,
    runs_from="a safeguarding partner's request under section 16H",
    until="the information is given to the person the request names",
    within=Dated(
        Provision(
            CHILDREN_ACT_2004.at("section 16H", begins=REQUESTS_BEGAN),
            NoNumber("the Act sets no number of days"),
        )
    ),
    responsible="the person or body that was asked",
    notes="A partner may go to the High Court or the county court for an injunction.",
)

USE = Timescale(
    id="information-request.use",
    title="Use what was given under a request only for the partners' safeguarding functions",
    force=Force.MUST,
    runs_from="receiving information under section 16H",
    until="it is no longer held",
    within=Dated(
        Provision(
            CHILDREN_ACT_2004.at("section 16H(4)", begins=REQUESTS_BEGAN),
            NoNumber("for as long as it is held"),
        )
    ),
    responsible="whoever receives it",
)

CONTENT = Content(
    id="information-request.content",
    title="What a request for information sets out",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("information", "Exactly which information"),
            Heading("purpose", "How it helps the partners' safeguarding functions"),
            Heading("destination", "To whom it is to be given"),
            Heading("lawful-basis", "The lawful basis"),
        ),
        chapter=2,
        wt2023="paragraphs 84-88",
    ),
)

COURSE = Pathway(
    id="information-request.course",
    title="What may follow a request for information",
    force=Force.SHOULD,
    outcomes=said(
        (
            Step("complied", "The information was given", ("information-request.use",)),
            Step("refused", "It was refused, with reasons"),
            Step("legal-action", "A partner goes to court"),
            Step("withdrawn", "The request was withdrawn"),
        ),
        chapter=2,
        wt2023="paragraphs 84-88",
    ),
)

POWER = Duty(
    id="information-request.power",
    title="Ask any person or body for information that helps the partners' safeguarding functions",
    force=Force.MAY,
    by=("safeguarding-partners",),
    asks=said(
        "Any one partner may ask, for the partners' own work or a review's. What is asked for, why, and who is to have it "
        "are named.",
        chapter=2,
        wt2023="paragraph 85",
        wt2018="chapter 3",
    ),
    trigger="a need for information that somebody else holds",
    evidence=("a record of the request",),
    law=(CHILDREN_ACT_2004.at("section 16H", begins=REQUESTS_BEGAN),),
    notes="The national Panel (section 16D) and child death review partners (section 16N) have powers of the same shape.",
)

PUBLIC_AUTHORITIES = Duty(
    id="information-request.data-protection",
    title="Follow the Information Commissioner's guidance, as public authorities",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "Partners handle what they ask for as data protection guidance for public authorities says.",
        chapter=2,
        wt2023="paragraph 87",
    ),
    trigger="every request",
    evidence=("the lawful basis named in the request",),
)

AGREEMENT = Duty(
    id="information-request.agreement",
    title="Have an agreement on sharing safely, between partners and with relevant agencies",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "The agreement describes how information is shared among them, safely.",
        chapter=2,
        wt2023="paragraph 88",
    ),
    evidence=("the signed agreement", "the assessment of its impact on data protection"),
)
