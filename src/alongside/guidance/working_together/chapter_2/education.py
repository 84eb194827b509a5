"""Schools, colleges, early years and childcare in local arrangements (2023 paragraphs 67, 68 and 76-81).

In law there are three safeguarding partners. The Children's Wellbeing and Schools Act 2026 would have education and
childcare agencies included (``arrangements.education-and-childcare``); it makes no fourth partner of them either.

Not encoded: what the 2018 edition expected of education, beyond what it expected of every agency that is named.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS
from alongside.guidance.working_together.chapter_2.partners import PARTNERS

PROVIDERS = ("education",)

INCLUDED = Duty(
    id="education.included",
    title="Name local education and childcare providers for children up to 18 as relevant agencies",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Every local provider is expected in: those of alternative provision, of pupil referral units and of further education too. "
        "Lead partners consider with care naming all of them.",
        chapter=2,
        wt2023="paragraphs 67 and 76",
    ),
    trigger="the list of relevant agencies being made",
    evidence=("the providers named", "that each has acknowledged it"),
    expected=True,
)

REPRESENTATIVE = Duty(
    id="education.representative",
    title="Have education represented in strategic discussions",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Somebody who speaks for education is there when strategy is discussed.",
        chapter=2,
        wt2023="paragraph 77",
    ),
    trigger="a strategic meeting",
    evidence=("who attended for education",),
)

ENGAGED = Duty(
    id="education.engaged",
    title="Make it possible for every school, college and early years provider to be engaged where decisions are made",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Independent schools and academies as well as others have a way to the highest level of decision.",
        chapter=2,
        wt2023="paragraph 77",
    ),
    evidence=("how each sort of provider is heard",),
)

REPORTED = Duty(
    id="education.reported",
    title="Explain in the arrangements and the yearly report how education is engaged",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "Both say how education takes part day to day and in strategy, what that changed, what being a relevant agency "
        "means here, and how to escalate.",
        chapter=2,
        wt2023="paragraph 78",
    ),
    trigger="publication of the arrangements, and of each yearly report",
    evidence=("the part of each that says so",),
)

FULL_PART = Duty(
    id="education.full-part",
    title="Play a full part in the arrangements of every area worked in",
    force=Force.SHOULD,
    by=PROVIDERS,
    asks=said(
        "Providers, trusts across several areas among them, take part in each, and answer its safeguarding audits.",
        chapter=2,
        wt2023="paragraph 79",
    ),
    trigger="being named, and being audited",
    evidence=("returned audits", "policies that fit each area's arrangements"),
    expected=True,
)

TRAINING = Duty(
    id="education.training",
    title="Train staff and governors to what is required locally and nationally",
    force=Force.SHOULD,
    by=PROVIDERS,
    asks=said(
        "Staff and governors have safeguarding training that meets both.", chapter=2, wt2023="paragraph 79"
    ),
    evidence=("who was trained, in what, and when",),
)

AUDIT_RESULTS = Duty(
    id="education.audit-results",
    title="Report safeguarding audits to the governing body or proprietor, and share them as lead partners ask",
    force=Force.SHOULD,
    by=PROVIDERS,
    asks=said(
        "Where it is required, those who govern are told what an audit found; lead partners are given it when they ask.",
        chapter=2,
        wt2023="paragraph 79",
    ),
    trigger="an audit",
    evidence=("a minute of the governing body",),
)

LEVELS_OF_NEED = Duty(
    id="education.levels-of-need",
    title="Train designated safeguarding leads and designated teachers in the levels of need",
    force=Force.SHOULD,
    by=PROVIDERS,
    asks=said(
        "Their training gives them the understanding of levels of need that others here share, and of the answer to each.",
        chapter=2,
        wt2023="paragraph 79",
    ),
    evidence=("the content of the training",),
)

DATA = Duty(
    id="education.data",
    title="Contribute what education knows of children",
    force=Force.SHOULD,
    by=PROVIDERS,
    asks=said(
        "Attendance, exclusions, concerns about abuse, neglect and exploitation, and what surrounds a child, outside "
        "the home too.",
        chapter=2,
        wt2023="paragraph 79",
    ),
    evidence=("data that were shared",),
    expected=True,
)

CONCERN = Duty(
    id="education.causing-concern",
    title="Follow the guidance on schools causing concern where a school's safeguarding is in doubt",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "A concern about a school's arrangements takes the road that other guidance sets for it.",
        chapter=2,
        wt2023="paragraph 80",
    ),
    trigger="a concern about a school's safeguarding arrangements",
    evidence=("what was raised, with whom, and what followed",),
)

INSPECTION = Duty(
    id="education.inspection",
    title="Always say in writing whether safeguarding is effective",
    force=Force.SHOULD,
    by=("inspectorates",),
    asks=said(
        "Ofsted's report on a school or provider holds a written judgement on safeguarding. It is no separate grade.",
        chapter=2,
        wt2023="paragraph 81",
    ),
    trigger="an inspection",
    evidence=("the report",),
    expected=True,
)

EARLY_YEARS = Duty(
    id="education.early-years",
    title="Have regard to this guidance and to the early years framework",
    force=Force.SHOULD,
    by=("early-years",),
    asks=said("Early years providers keep both in view.", chapter=2, wt2023="paragraph 68"),
    evidence=("a policy that draws on both",),
)
