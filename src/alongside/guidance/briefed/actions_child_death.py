"""What those who review children's deaths may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import CHILD_DEATH, HEALTH, LOCAL_AUTHORITY, POLICE
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(CHILD_DEATH,), editions=SINCE_2018, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="child-death.partners",
        audiences=(CHILD_DEATH, LOCAL_AUTHORITY, HEALTH),
        words="Publish who answers for reviews of children's deaths, the area they cover and the designated doctor, and check that the area has enough deaths a year to learn from.",
        rules=(
            "child-death.published",
            "child-death.panel-size",
            "child-death.designated-doctor",
        ),
        evidence="The page with names; the number reviewed.",
    ),
    _action(
        id="child-death.response",
        audiences=(CHILD_DEATH, HEALTH, POLICE, LOCAL_AUTHORITY),
        words="Keep people on call for the joint response, with its triggers on one page.",
        rules=(
            "child-death.joint-response",
            "child-death.joint-response-triggers",
        ),
        evidence="The rota; the page.",
    ),
    _action(
        id="child-death.guidance",
        words="Have the statutory and operational guidance of 2018 at hand and say in local procedures where it, and not Working Together, is the source.",
        rules=("child-death.model",),
        evidence="Procedures with sources.",
    ),
    _action(
        id="child-death.away-from-home",
        editions=SINCE_2023,
        words="Agree with the other area's designated doctor, in writing and early, who gathers what for a child who died away from home.",
        rules=("child-death.home-area",),
        evidence="The note on each such case.",
    ),
    _action(
        id="child-death.suspicion",
        editions=SINCE_2023,
        words="Tell the partners and the Panel at once where abuse or neglect may have caused a death.",
        rules=("child-death.suspected",),
        evidence="Times on the last cases.",
    ),
    _action(
        id="child-death.family",
        words="Offer every family the guide for bereaved parents and a key worker, and support the staff.",
        rules=(
            "child-death.family-guide",
            "child-death.staff-support",
        ),
        evidence="Offered, and by whom.",
    ),
    _action(
        id="child-death.coroner",
        origin=Origin.OTHER_TEXT,
        words="Log the days on which the registrar's and the coroner's information came, and ask for reports of examinations.",
        rules=(
            "child-death.registrar",
            "child-death.coroner",
            "child-death.coroner-shares",
        ),
        evidence="The log.",
    ),
    _action(
        id="child-death.learning",
        words="Send data to the national database, and say each year what was learnt and what changed.",
        rules=(
            "child-death.database",
            "child-death.report",
            "child-death.local-trends",
        ),
        evidence="Receipts; the report.",
    ),
)
