"""Health services (2023 paragraphs 234-243).

Where integrated care boards stand, the 2018 edition had clinical commissioning groups; boards took their place on 1 July
2022, before the text changed.

Not encoded: what designated and named professionals do in a single case, and professional guidance on competence.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said

COMPETENCE = Duty(
    id="health.competence",
    title="Be trained to the level of one's role",
    force=Force.SHOULD,
    by=("health-staff",),
    asks=said(
        "All who work in health care, in services for adults too, are trained to the competence their role takes and follow "
        "the guidance of their profession.",
        chapter=4,
        wt2023="paragraph 236",
    ),
    trigger="the role somebody has",
    evidence=("who is trained to which level",),
    notes="The levels are in documents the professions publish together.",
)

NHS_ENGLAND = Duty(
    id="health.commissioning-system",
    title="See that commissioning in health works for safeguarding",
    force=Force.SHOULD,
    by=("nhs-england",),
    asks=said(
        "NHS England sees that the system of commissioning works to safeguard children, has a safeguarding lead in each "
        "region, and gives safeguarding partners a way to raise concerns about how the local health service is led.",
        chapter=4,
        wt2023="paragraph 237",
    ),
    evidence=("minutes of the regional forum",),
    notes="Partly told as what it is responsible for, partly a should.",
)

BOARD_LEADS = Duty(
    id="health.board-leads",
    title="Lead safeguarding in health, and assure providers through contracts",
    force=Force.SHOULD,
    expected=True,
    by=("integrated-care-boards",),
    asks=said(
        "Integrated care boards give clinical, professional and strategic leadership, and through their contracts assure "
        "the quality of providers, independent ones among them.",
        chapter=4,
        wt2023="paragraph 237",
    ),
    trigger="a contract for services",
    evidence=("what providers return under the contract",),
    notes="The 2018 edition spoke of clinical commissioning groups.",
)

DESIGNATED = Content(
    id="health.designated-professionals",
    title="Designated professionals an integrated care board employs or contracts",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("doctor", "A designated doctor for safeguarding children"),
            Heading("nurse", "A designated nurse for safeguarding children"),
            Heading("doctor-in-care", "A designated doctor for children in care"),
            Heading("nurse-in-care", "A designated nurse for children in care"),
            Heading(
                "child-deaths", "A designated doctor or paediatrician for unexpected deaths in childhood"
            ),
        ),
        chapter=4,
        wt2023="paragraph 239",
    ),
    notes="Integrated care boards are asked. Names, with the hours each has, show it.",
)

NETWORKS = Duty(
    id="health.lead-and-network",
    title="Share designated professionals over several authorities",
    force=Force.MAY,
    by=("integrated-care-boards",),
    asks=said(
        "Where a board covers several local authorities, one may lead or host for others or designated professionals work as "
        "a network, so long as there are enough of them for the size and complexity of the area.",
        chapter=4,
        wt2023="paragraph 240",
    ),
    trigger="a board that covers several authorities",
    evidence=("a paper on the model chosen, with the numbers",),
)

TIME = Duty(
    id="health.time-to-engage",
    title="Give designated professionals time for the work with partners",
    force=Force.SHOULD,
    by=("health-commissioners", "health-providers"),
    asks=said(
        "Those who commission and those who provide give designated professionals the time to take full part in local "
        "safeguarding work.",
        chapter=4,
        wt2023="paragraph 240",
    ),
    evidence=("job plans",),
)

NAMED = Content(
    id="health.named-professionals",
    title="Named professionals a provider of NHS-funded care has",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("doctor", "A named doctor"),
            Heading("nurse", "A named nurse"),
            Heading("midwife", "A named midwife", "Where there are maternity services."),
            Heading(
                "practitioner",
                "A named practitioner instead",
                "For ambulance trusts and independent providers.",
            ),
        ),
        chapter=4,
        wt2023="paragraph 241",
    ),
    notes="All providers of NHS-funded care are asked.",
)

NAMED_WORK = Duty(
    id="health.named-work-together",
    title="Work with the executive lead, designated professionals and partners",
    force=Force.SHOULD,
    by=("named-practitioners",),
    asks=said(
        "Named practitioners work closely with their organisation's executive lead, with designated professionals and with "
        "the safeguarding partners.",
        chapter=4,
        wt2023="paragraph 241",
    ),
    evidence=("a log of meetings",),
)

NAMED_GP = Duty(
    id="health.named-gp",
    title="Employ a named GP",
    force=Force.SHOULD,
    by=("integrated-care-boards",),
    asks=said(
        "The board employs a named GP for safeguarding.",
        chapter=4,
        wt2023="paragraph 242",
    ),
    evidence=("the name",),
)

PRACTICE_LEADS = Duty(
    id="health.practice-leads",
    title="Have a lead and a deputy for safeguarding in each practice",
    force=Force.SHOULD,
    by=("gp-practices",),
    asks=said(
        "Each GP practice has somebody who leads on safeguarding, and a deputy.",
        chapter=4,
        wt2023="paragraph 242",
    ),
    evidence=("both names",),
)

OTHER_PROVIDERS = Duty(
    id="health.other-providers",
    title="Follow the guidance when providing NHS services",
    force=Force.SHOULD,
    by=("health-providers",),
    asks=said(
        "Everybody else who provides NHS services, in whatever form, follows this guidance.",
        chapter=4,
        wt2023="paragraph 243",
    ),
    trigger="a contract for services",
    evidence=("what the provider returns as assurance",),
)
