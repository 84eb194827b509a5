"""When a child has died: who is told, and who responds together (2023 paragraphs 393-399).

Not encoded: hours or days to notify in. The guidance sets none; some areas do (``connected.child_death_review_guidance``).
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.working_together.chapter_6 import since_2018, since_2023

FORMS = Duty(
    id="child-death.forms",
    title="Use the standard forms and send them to the panel",
    force=Force.SHOULD,
    by=("anyone",),
    asks=since_2023(
        "Use the national forms and send them to the child death overview panel.", "paragraph 393"
    ),
    trigger="a child's death; the panel's request",
    evidence=("when each form was sent",),
)

NOTIFY = Timescale(
    id="child-death.notify",
    title="Notify child death review partners of a child's death",
    force=Force.SHOULD,
    runs_from="learning of a child's death",
    until="the partners know of it, through the panel's administrator",
    within=since_2023(NoNumber("no number of hours or days is set"), "paragraph 394"),
    responsible="practitioners in every agency",
)

RESPONSE_AIMS = Content(
    id="child-death.response-aims",
    title="What practitioners respond together for",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("cause", "To find out why the child died, as far as possible"),
            Heading("factors", "To find what contributed, and what could be changed"),
            Heading("support", "To support the family"),
            Heading("learning", "To learn for other children"),
            Heading("obligations", "To meet what law asks"),
        ),
        "paragraph 395",
    ),
)

TRIGGERS = Content(
    id="child-death.joint-response-triggers",
    title="When a joint agency response is called for",
    force=Force.SHOULD,
    sets_out=since_2018(
        (
            Heading("external", "The death is, or could be, due to external causes"),
            Heading(
                "sudden",
                "It was sudden, and no cause is apparent",
                "Sudden unexpected death in infancy is among these.",
            ),
            Heading("custody", "In custody, or detained under the Mental Health Act"),
            Heading("suspicious", "First circumstances suggest that it may not have been natural"),
            Heading("stillbirth", "A stillbirth that no healthcare professional attended"),
        ),
        "paragraph 396",
    ),
    notes="One is enough. Before 2018 this was called the rapid response.",
)

JOINT_RESPONSE = Duty(
    id="child-death.joint-response",
    title="Hold a joint agency response",
    force=Force.SHOULD,
    by=("child-death-practitioners",),
    asks=since_2018(
        "Where one of the triggers is there, respond together as the guidelines of 2016 on sudden unexpected death in "
        "infancy and childhood describe.",
        "paragraph 396",
    ),
    trigger="one of child-death.joint-response-triggers",
    evidence=("the decision, with reasons", "who took part, and when"),
)

EMERGENCY_DEPARTMENT = Duty(
    id="child-death.emergency-department",
    title="Take a child whose death is unexplained to an emergency department",
    force=Force.SHOULD,
    by=("child-death-practitioners",),
    asks=since_2023(
        "A child who dies at home or in the community without explanation is normally taken to an emergency department "
        "and not to a mortuary. The police may decide to keep the scene as it is.",
        "paragraph 397",
    ),
    trigger="an unexplained death at home or in the community",
)

CRIMINAL = Duty(
    id="child-death.criminal",
    title="Leave evidence to the police where a crime is investigated",
    force=Force.SHOULD,
    by=("police", "child-death-practitioners"),
    asks=since_2023(
        "The police gather the evidence; others ask the lead investigator and the Crown Prosecution Service before they "
        "gather or share more.",
        "paragraph 398",
    ),
    trigger="a criminal investigation of the death",
    expected=True,
    evidence=("the police lead's name", "what was asked and answered"),
    notes="Partly told as what happens, partly as what should.",
)

SUSPECTED = Timescale(
    id="child-death.suspected",
    title="Tell the safeguarding partners and the Panel of signs of abuse or neglect",
    force=Force.SHOULD,
    runs_from="evidence that abuse or neglect may have caused the death",
    until="the safeguarding partners and the Panel know of it",
    within=since_2023(NoNumber("immediately"), "paragraph 399"),
    responsible="any practitioner in the process",
    notes="This wording is of 2023. It does not take the place of the local authority's notification (incident.notify).",
)
