"""Cafcass and children's guardians (2023 paragraphs 301-303).

Not encoded: the course of family proceedings.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import CHILDREN_ACT_1989, COURT_SERVICES_ACT_2000, said

SAFEGUARD = Duty(
    id="family-court.cafcass",
    title="Safeguard children in family proceedings",
    force=Force.MUST,
    by=("cafcass",),
    asks=said(
        "Cafcass safeguards children who are the subject of family proceedings and promotes their welfare.",
        chapter=4,
        wt2023="paragraph 301",
    ),
    trigger="family proceedings",
    evidence=("the report to the court",),
    law=(COURT_SERVICES_ACT_2000.at("section 12"),),
    notes="The guidance states the duty; the section is from knowledge of the field.",
)

RECORDS = Duty(
    id="family-court.records",
    title="Give the children's guardian access to the authority's records",
    force=Force.MUST,
    by=("local-authority",),
    asks=said(
        "In public law proceedings Cafcass has a right to see the local authority's records about the child.",
        chapter=4,
        wt2023="paragraph 302",
    ),
    trigger="a guardian being appointed",
    evidence=("a log of access given",),
    law=(CHILDREN_ACT_1989.at("section 42"),),
    notes="The guidance states the right; the section is from knowledge of the field.",
)

GUARDIAN_INVITED = Duty(
    id="family-court.guardian-invited",
    title="Invite the children's guardian to every formal planning meeting",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "While proceedings run, the guardian is invited to all formal meetings that plan for the child.",
        chapter=4,
        wt2023="paragraph 303",
    ),
    trigger="specified proceedings",
    evidence=("invitations",),
)
