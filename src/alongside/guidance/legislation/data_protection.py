"""UK GDPR and Data Protection Act 2018: what people may ask of the records that are about them.

Not encoded: fees, refusals of requests that are excessive, and the exemptions other than that for other people.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Judgement, Timescale
from alongside.guidance.kernel.spans import Months, NoNumber
from alongside.guidance.sources import DATA_PROTECTION_ACT_2018, UK_GDPR

RESPONSIBLE = "the organisation that keeps the record"

SUBJECT_ACCESS = Timescale(
    id="subject-access.answer",
    title="Answer somebody who asks for the record about them",
    force=Force.MUST,
    runs_from="the day the request was received",
    until="they have been given what they may have",
    within=Dated(Provision(UK_GDPR.at("article 12(3)"), Months(1))),
    responsible=RESPONSIBLE,
    examples=(Example(date(2025, 1, 31), date(2025, 2, 28), "February has no 31st"),),
    notes="The law says without undue delay, and within a month at the latest. It lets the month be extended by two "
    "more where requests are complex or many; that is not counted here.",
)

RECTIFICATION = Timescale(
    id="rectification.answer",
    title="Answer somebody who says that the record about them is wrong",
    force=Force.MUST,
    runs_from="the day the request was received",
    until="they have been told what was done",
    within=Dated(Provision(UK_GDPR.at("articles 12(3) and 16"), Months(1))),
    responsible=RESPONSIBLE,
    examples=(Example(date(2025, 3, 14), date(2025, 4, 14)),),
)

CONTEXT_LINK = Timescale(
    id="outside-home.link",
    title="Renew or end a child's link to a place, a group or an online space",
    force=Force.LOCAL,
    runs_from="the day the child was linked, or the link was last renewed",
    until="the link has been renewed or ended, with reasons",
    within=Dated(
        Provision(
            UK_GDPR.at("article 5(1)(c) and (e)"), NoNumber("by the day given when the child was linked")
        )
    ),
    responsible="whoever leads on the child",
    notes="The regulation asks that no more is kept than is needed, for no longer; it sets no number. Each link is given a last "
    "day by whoever makes it, and it is this service that asks for one.",
)

OTHER_PEOPLE = Judgement(
    id="subject-access.other-people",
    question="May what tells of somebody else be given as well?",
    decided_by="whoever prepares the answer, and a second reader",
    must_record=("what was covered", "why"),
    citation=DATA_PROTECTION_ACT_2018.at("schedule 2, paragraph 16"),
    weigh=(
        "whether they agree",
        "whether it is reasonable to give it without their agreement",
        "whether they are owed confidence",
    ),
    force=Force.MUST,
)
