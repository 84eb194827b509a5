"""What early years and childcare settings may decide to do, besides what they share with schools."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import EARLY_YEARS
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(EARLY_YEARS,), editions=SINCE_2018, origin=Origin.OTHER_TEXT)

ACTIONS = (
    _action(
        id="early-years.lead",
        words="Have a practitioner who leads on safeguarding, deals with statutory services and has had child protection training.",
        rules=("early-years.lead-practitioner",),
        evidence="The name; the certificate.",
    ),
    _action(
        id="early-years.policies",
        words="Have policies on what is done when there is a concern, on allegations against staff, and on telephones and cameras in the setting.",
        rules=("early-years.policies",),
        evidence="The policies with their dates.",
    ),
    _action(
        id="early-years.staff-training",
        words="Train all staff to see signs early, and keep their knowledge up to date.",
        rules=(
            "early-years.policies",
            "early-years.alert",
        ),
        evidence="The record of training.",
    ),
    _action(
        id="early-years.relevant-agency",
        editions=SINCE_2023,
        origin=Origin.TEXT,
        words="Confirm what being part of the local arrangements asks of the setting, and of each setting of a chain.",
        rules=(
            "relevant-agencies.expectations",
            "education.full-part",
        ),
        evidence="The published arrangements with that part marked.",
    ),
    _action(
        id="early-years.watching",
        editions=SINCE_2023,
        origin=Origin.TEXT,
        words="Write down what babies and children who do not speak show, as well as what others say.",
        rules=("assessment.content",),
        evidence="Observations on record.",
    ),
    _action(
        id="early-years.designation",
        editions=SINCE_2026,
        words="Watch for regulations that designate childcare agencies, and for what they would ask of a small setting.",
        rules=("arrangements.education-and-childcare",),
        evidence="Who watches.",
    ),
)
