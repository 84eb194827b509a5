"""What guidance, the national database and single areas say of child deaths beside Working Together.

None of it was read in full; each rule says on whose account it is held.

Not encoded, because it is known here from memory alone: three months to the review meeting, six weeks to the panel,
how soon the database is told, a joint visit within a day, and the codes of the analysis form.
"""

from __future__ import annotations

from datetime import UTC, datetime

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Example, Force, Heading, Membership, Timescale
from alongside.guidance.kernel.spans import Hours, NoNumber
from alongside.guidance.sources import (
    CHILD_DEATH_REVIEW_GUIDANCE_2018,
    CHILD_MORTALITY_DATABASE,
    HACKNEY_CHILD_DEATHS,
    JOINT_AGENCY_TRAINING,
    SURREY_CHILD_DEATHS,
)
from alongside.guidance.standing import CHILDRENS_SOCIAL_CARE, HEALTH, POLICE

NOT_STATUTORY = "Not statutory, and outside Working Together. "
ONE_AREA = (
    "One area's own page, and nobody else's rule: Working Together sets no number (child-death.notify). "
)

STAGES = Content(
    id="child-death.stages",
    title="The stages of a child death review",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            CHILD_DEATH_REVIEW_GUIDANCE_2018.at("the stages of the review"),
            (
                Heading(
                    "decisions",
                    "Decisions and notices at once",
                    "A joint agency response? The coroner, the medical examiner, safeguarding, the health service's own "
                    "process? And the notification.",
                ),
                Heading(
                    "investigation",
                    "Investigation and gathering of information",
                    "A post-mortem, reports, forms.",
                ),
                Heading(
                    "meeting",
                    "The review meeting",
                    "Of those who were involved; arranged where the child died.",
                ),
                Heading(
                    "panel", "The panel", "Others look at it independently, with the papers made anonymous."
                ),
                Heading("database", "The national database", "Analysis of all deaths, alerts and themes."),
            ),
        )
    ),
    notes="As a figure of Working Together 2023 shows them too. A key worker stands by the family through the first "
    "three. That papers are anonymous at the panel is told by local pages.",
)

FORM_NAMES = Content(
    id="child-death.form-names",
    title="The three forms of a child death review",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            CHILD_MORTALITY_DATABASE.at("on its forms"),
            (
                Heading(
                    "notification",
                    "Notification form",
                    "By whoever learns of the death; one is enough. The NHS number keeps it from being counted twice. "
                    "Once called form A.",
                ),
                Heading(
                    "reporting",
                    "Reporting form, with supplements by cause",
                    "By each agency involved, when the panel asks. Once called form B.",
                ),
                Heading(
                    "analysis",
                    "Analysis form",
                    "A draft at the review meeting, the final one at the panel. Once called form C.",
                ),
            ),
        )
    ),
    notes=NOT_STATUTORY
    + "Held on accounts of the database's pages. Many practitioners still use the letters.",
)

RESPONSE_TEAM = Membership(
    id="child-death.joint-response-team",
    title="Who makes up a joint agency response",
    force=Force.SHOULD,
    at_least=Dated(
        Provision(JOINT_AGENCY_TRAINING.at("the team"), (HEALTH, POLICE, CHILDRENS_SOCIAL_CARE)),
    ),
    notes=NOT_STATUTORY
    + "From one training text: the health professional on call, a police investigator and the duty "
    "social worker.",
)

RESPONSE_PLANNING = Timescale(
    id="child-death.joint-response-planning",
    title="Share information and plan a joint agency response",
    force=Force.SHOULD,
    runs_from="the child's arrival at the emergency department",
    until="health, police and social care have spoken with each other",
    within=Dated(
        Provision(
            JOINT_AGENCY_TRAINING.at("first discussion"),
            NoNumber("before the family leaves the emergency department"),
        )
    ),
    responsible="the joint agency response",
    notes=NOT_STATUTORY + "From one training text.",
)

SURREY = Timescale(
    id="child-death.notify-surrey",
    title="Notify a child's death (Surrey's own page)",
    force=Force.LOCAL,
    runs_from="the death, or learning of it",
    until="the notification form is submitted",
    within=Dated(Provision(SURREY_CHILD_DEATHS.at("on notification"), Hours(24))),
    responsible="any professional",
    examples=(
        Example(
            datetime(2026, 10, 24, 20, 0, tzinfo=UTC),
            datetime(2026, 10, 25, 20, 0, tzinfo=UTC),
            "9pm in summer time is 8pm after the clocks go back: 24 hours pass",
        ),
    ),
    notes=ONE_AREA + "North Yorkshire's page and the old form say the same.",
)

HACKNEY = Timescale(
    id="child-death.notify-hackney",
    title="Notify a child's death (City and Hackney's own page)",
    force=Force.LOCAL,
    runs_from="the death, or learning of it",
    until="the notification form is submitted",
    within=Dated(Provision(HACKNEY_CHILD_DEATHS.at("on notification"), Hours(48))),
    responsible="any professional",
    examples=(
        Example(
            datetime(2026, 11, 20, 9, 0, tzinfo=UTC),
            datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
            "two days, at the weekend too",
        ),
    ),
    notes=ONE_AREA.strip(),
)
