"""Working Together, chapter 3: immediate protection (2023 paragraph 154, page 85, flow chart 3).

The lengths of orders and of police protection are not in this text. They are the Act's: see
``legislation/children_act_1989_part_5.py``.

Not encoded: how to take a child to safety. Flow chart 3 names health among the bodies with
powers; page 85 and paragraph 154 do not, and are followed here.
"""

from __future__ import annotations

from alongside.guidance import standing
from alongside.guidance.kernel.rules import Content, Force, Heading, Judgement, Membership, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across

IMMEDIATE_ACTION = Timescale(
    id="emergency.immediate-action",
    title="Act at once where life is at risk or serious immediate harm is likely",
    force=Force.MUST,
    runs_from="the risk being known",
    until="the child is safe",
    within=across(NoNumber("immediately"), wt2018="page 37", wt2023="paragraph 154 and page 85"),
    responsible="the local authority, the police (with British Transport Police) or the NSPCC",
    notes="The guidance's own mandatory wording. Legal advice before legal action wherever possible.",
)

WHO_ACTS = Membership(
    id="emergency.who-acts",
    title="Who has the powers to act at once",
    force=Force.MUST,
    at_least=across(
        (standing.CHILDRENS_SOCIAL_CARE, standing.POLICE, standing.NSPCC),
        wt2018="page 37",
        wt2023="paragraph 154 and page 85",
    ),
    any_one=True,
)

DISCUSSION_AFTER = Timescale(
    id="emergency.strategy-discussion-after",
    title="Hold a strategy discussion after acting alone",
    force=Force.SHOULD,
    runs_from="one agency acting alone to protect the child",
    until="the strategy discussion has been held",
    within=across(NoNumber("as soon as possible"), wt2018="page 37", wt2023="page 85"),
    responsible="children's social care",
    notes="Planned action normally follows an immediate strategy discussion instead.",
)

RESPONSIBILITY_ACCEPTED = Timescale(
    id="emergency.responsibility-accepted",
    title="Accept responsibility for a child found in another area, and say so in writing",
    force=Force.SHOULD,
    runs_from="the authority where the child is found consulting the authority that has care or a plan",
    until="the second authority has accepted explicitly and followed it up in writing",
    within=across(
        NoNumber("until then the first authority stays responsible"), wt2018="page 36", wt2023="page 85"
    ),
    responsible="both local authorities",
)

CONTENT = Content(
    id="emergency.content",
    title="What the record of immediate protection sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("power", "The power used"),
            Heading("who", "Who acted, and whether alone"),
            Heading("when", "When"),
            Heading("child-seen", "The child seen by the agency acting"),
            Heading("other-children", "Other children in the household and in the alleged perpetrator's"),
            Heading("legal-advice", "Legal advice, or why there was none"),
            Heading("authorities", "Which authority is responsible, and any acceptance in writing"),
        ),
        wt2023="page 85 and flow chart 3, page 102",
        checked=False,
    ),
)

REMOVAL = Judgement(
    id="emergency.removal",
    question="Must the child be removed now, and can an emergency protection order be sought first?",
    decided_by="the local authority, the police or the NSPCC",
    must_record=("the decision", "the reasons", "legal advice taken"),
    citation=WT2023_JUNE_2025.at("page 85"),
    checked=READ_2023,
    force=Force.MUST,
    weigh=(
        "an order is to be sought wherever possible unless immediate safety forbids",
        "police powers are for exceptional cases",
    ),
)
