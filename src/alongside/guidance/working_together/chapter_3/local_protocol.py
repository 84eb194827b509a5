"""Working Together, chapter 3: the local protocol for assessment and support (2023 paragraph 141; 2018 page 26).

The groups of children it speaks of are ``assessment.protocol-groups`` (paragraph 142).

Not encoded: what a protocol says, which is each area's own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import across, said

TOGETHER = ("local-authority", "safeguarding-partners", "relevant-agencies")

AGREED = Duty(
    id="local-protocol.agreed",
    title="Agree and publish a protocol for assessment and support",
    force=Force.SHOULD,
    by=TOGETHER,
    asks=said(
        "The authority draws up a protocol with the safeguarding partners and relevant agencies, agrees it with them and "
        "publishes it.",
        chapter=3,
        wt2018="chapter 1, page 26",
        wt2023="paragraph 141",
    ),
    trigger="always, and when the protocol changes",
    evidence=("where the protocol is", "its version and day", "who agreed to it"),
)

ACCOUNTABLE = Duty(
    id="local-protocol.accountable",
    title="Answer for the protocol in public",
    force=Force.SHOULD,
    expected=True,
    by=("local-authority",),
    asks=said("The authority answers to the public for the protocol.", chapter=3, wt2023="paragraph 141"),
    evidence=("who answers for it, by name",),
)

UNDERSTOOD = Duty(
    id="local-protocol.understood",
    title="Know the protocol and one's own part in it",
    force=Force.SHOULD,
    by=TOGETHER,
    asks=said(
        "Every body that works under the protocol understands it and knows what it asks of its own people.",
        chapter=3,
        wt2023="paragraph 141",
    ),
    evidence=("how staff learn of it", "what an audit of their work shows"),
)

CONTENT = Content(
    id="local-protocol.content",
    title="What the local protocol sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("consistent", "That assessments here follow this guidance"),
            Heading("cases", "How a case is handled once a child has been referred"),
            Heading("who-leads", "Who may lead under section 17, and on what grounds"),
            Heading(
                "skills",
                "What skills, knowledge and experience a lead practitioner has, and how that is watched",
                "What they have to work with, the terms of a commissioned service, the standards of their profession and "
                "whom they answer to come into it.",
            ),
            Heading(
                "governance",
                "Who decides and who answers, also where risk is high, complex or changing",
            ),
            Heading(
                "audit",
                "How cases are audited, who is made lead and how decisions are made among it",
                "What it showed goes into the yearly report.",
            ),
            Heading("together", "How agencies work together, and ask for and give information"),
            Heading("families", "How and when children and families are spoken with"),
            Heading("challenge", "How a family can disagree or complain, in a procedure that is published"),
        ),
        wt2023="paragraph 141",
    ),
    notes="A protocol was asked for in 2018 already; who may lead, their skills, high or complex risk and audits that "
    "feed the yearly report came with 2023.",
)
