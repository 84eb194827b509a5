"""What prisons, probation and youth justice may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import PRISONS_AND_PROBATION
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(PRISONS_AND_PROBATION,), editions=SINCE_2023, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="prisons.enquiries",
        words="Send an enquiry to children's social care about each newly sentenced person as early as can be, and again when things change.",
        rules=(
            "prison.enquiry-reply",
            "prison.enquiry",
            "prison.enquiry-again",
        ),
        evidence="Enquiries against receptions.",
    ),
    _action(
        id="prisons.risk-to-children",
        words="For people who pose a risk to children, give notice of reception, moves, temporary release and release, and decide on contact by an assessment.",
        rules=("prison.person-posing-a-risk",),
        evidence="The log of notices.",
    ),
    _action(
        id="prisons.first-night",
        words="On the first night ask everybody about children they look after, and help with arrangements.",
        rules=("prison.who-cares",),
        evidence="A line in the reception screen.",
    ),
    _action(
        id="prisons.mother-and-baby",
        words="Ask the mother's home authority early about a place on a mother and baby unit, and bring each decision of the board to it.",
        rules=(
            "mother-and-baby-unit.assessment-request",
            "mother-and-baby-unit.assessment",
        ),
        evidence="Days of asking; minutes.",
    ),
    _action(
        id="prisons.access",
        words="Give children's social care a plain way to reach people in prison, with one office to ring first.",
        rules=("prison.social-care-engages",),
        evidence="The published contact.",
    ),
    _action(
        id="probation.exchange",
        words="Agree with children's social care how enquiries are answered, on the same day where a court waits, and tell the next area when a risky person moves.",
        rules=(
            "prison.enquiry-reply",
            "probation.exchange-arrangements",
            "probation.moves-told",
            "probation.same-day-reply",
        ),
        evidence="The agreement; times to answer.",
    ),
    _action(
        id="probation.plans",
        words="Line up risk and sentence plans with the child's plan, and attend conferences and core groups with reports in time.",
        rules=(
            "child-protection.conference-report",
            "child-protection.core-group-members",
            "probation.risk-plan",
            "probation.sentence-plan",
            "probation.meetings",
        ),
        evidence="Attendance; reports sent.",
    ),
    _action(
        id="youth-justice.lead",
        editions=SINCE_2018,
        words="Each youth offending team has somebody who leads on safeguarding.",
        rules=("youth-offending.lead-officer",),
        evidence="The name.",
    ),
    _action(
        id="secure.policy",
        editions=SINCE_2018,
        words="Each secure establishment reviews its safeguarding policy every year, names a manager for it and agrees its work with the partners.",
        rules=(
            "custody.responsible-authority",
            "custody.policy-review",
            "custody.safeguarding-manager",
            "custody.agreement",
        ),
        evidence="The policy with its day.",
    ),
    _action(
        id="prisons.family-help-words",
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="Learn each home area's words and addresses for family help, so that enquiries reach the right desk.",
        evidence="The list of areas.",
    ),
)
