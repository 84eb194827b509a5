"""What a decision about sharing sets out: the practitioners' advice, and the guidance on the duty since 2026.

The advice of 2018 and 2024 was not statutory. The duty of section 16LA of the Children Act 2004
(``information.sharing``) began on 30 September 2026, with statutory guidance of its own.

Not encoded: the rest of these texts. Nobody here has read them whole; what is here was reported to us.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Force, Heading, Judgement
from alongside.guidance.legislation.wellbeing_and_schools_act_2026 import SHARING_BEGAN
from alongside.guidance.sources import (
    CHILDRENS_WELLBEING_AND_SCHOOLS_ACT_2026,
    SHARING_ADVICE_2018,
    SHARING_ADVICE_2024,
    SHARING_GUIDANCE_2026,
)

#: What every text asks to be written down.
ALWAYS = (
    Heading("what", "What information it is", "Keep fact, opinion and what others reported apart."),
    Heading("recipient", "Whom it goes to, and for which of their tasks"),
    Heading("reasons", "Why it is shared, or why it is not"),
)
BASIS = Heading(
    "lawful-basis", "The lawful basis", "Consent is one only where the family could say no to the sharing."
)
TOLD = Heading("family-told", "What the family was told, or why they were not")
HARM = Heading(
    "harm",
    "Whether sharing would harm the child more than not sharing",
    "For people to weigh. Nothing is scored.",
)

DECISION_RECORD = Content(
    id="information.decision-record",
    title="What a decision to share information, or not to, sets out",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(SHARING_ADVICE_2018.at("the golden rules"), ALWAYS),
        Provision(SHARING_ADVICE_2024.at("the seven golden rules, rule 7"), (*ALWAYS, BASIS, TOLD)),
        Provision(SHARING_GUIDANCE_2026.at("whole"), (*ALWAYS, BASIS, TOLD, HARM)),
    ),
    notes="Recorded whichever way the decision goes.",
)

HARM_OF_SHARING = Judgement(
    id="information.harm-of-sharing",
    question="Would sharing this harm the child more than not sharing it?",
    decided_by="whoever holds the information",
    must_record=("the answer", "the reasons"),
    citation=CHILDRENS_WELLBEING_AND_SCHOOLS_ACT_2026.at(
        "section 4 (section 16LA of the Children Act 2004)", begins=SHARING_BEGAN
    ),
    notes="The one exception the duty makes.",
)
