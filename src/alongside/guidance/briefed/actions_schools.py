"""What schools and colleges may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import SCHOOLS
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(SCHOOLS,), editions=("WT2023", "WT2026"))

ACTIONS = (
    _action(
        id="schools.definitions",
        words="Put the present meanings of safeguarding and of child protection into every policy and every training, and take the older ones out.",
        origin=Origin.TEXT,
        rules=("definition.safeguarding", "definition.child-protection"),
        evidence="The policy with its date; the training slides.",
    ),
    _action(
        id="schools.relevant-agency",
        words="Confirm that the school is a relevant agency and what that asks of it, in each area the school or trust works in.",
        origin=Origin.TEXT,
        evidence="The published arrangements of each area, with what they ask of schools marked.",
    ),
    _action(
        id="schools.representative",
        words="Find out who speaks for schools in the partnership's strategic discussions, tell them what the school sees, and ask for an account back.",
        origin=Origin.TEXT,
        evidence="The name; a note of what was passed on and what came back.",
    ),
    _action(
        id="schools.early-help-signs",
        words="Go through the pupils again with the longer list of signs for early help in hand.",
        origin=Origin.TEXT,
        rules=("early-help.indicators",),
        evidence="The day of the review and how many were spoken with.",
    ),
    _action(
        id="schools.lead-practitioner",
        words="Decide who in the school could be a lead practitioner, with what skills, time and supervision, and say plainly what the school cannot take on.",
        origin=Origin.TEXT,
        rules=("authority.assessment-lead", "authority.early-help-lead"),
        evidence="A short statement agreed with governors and given to the local authority.",
    ),
    _action(
        id="schools.sharing-decisions",
        editions=("WT2026",),
        words="Write down every decision to share information or not to, with its reason, to whom and for what.",
        origin=Origin.OTHER_TEXT,
        rules=("information.sharing", "information.decision-record"),
        evidence="The record of decisions, sampled each term.",
    ),
)
