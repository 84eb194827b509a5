"""Serious child safeguarding incidents: what they are, and how the system learns of them (2023 paragraphs 321-330).

Not encoded: paragraphs 318-320 and 322, which nobody here has read.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Definition, Duty, Force
from alongside.guidance.working_together.chapter_5 import section, since_2018, since_2023

PURPOSE = Definition(
    id="incident.purpose",
    title="What reviews of serious incidents are for",
    force=Force.SHOULD,
    means=since_2018(
        "Learning, so that the same harm is made less likely for other children. Not finding out who is answerable: "
        "discipline, regulators, courts and inquests each have a process of their own.",
        "paragraph 321",
    ),
)

CONDUCT = Duty(
    id="incident.conduct",
    title="Deal with conduct that fell short in its own process",
    force=Force.SHOULD,
    by=("employers",),
    asks=since_2023(
        "Where somebody's conduct may have fallen short, think about discipline or the professional regulator, apart "
        "from any review.",
        "paragraph 321",
    ),
    trigger="a concern about somebody's conduct in a case under review",
    evidence=("a reference to the separate process; none of its content in the review's file",),
)

OVERSIGHT = Duty(
    id="incident.panel-oversight",
    title="Oversee the whole system of reviews",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2023("Oversee how national and local reviews work as one system.", "paragraph 323"),
)

DIALOGUE = Duty(
    id="incident.dialogue",
    title="Partners and the Panel keep talking",
    force=Force.SHOULD,
    by=("safeguarding-partners", "panel"),
    asks=since_2018(
        "Talk openly with each other, all the time and not only about one case.", "paragraph 326"
    ),
    evidence=("letters and notes of what passed between the partners and the Panel",),
)

PANEL_GUIDANCE = Duty(
    id="incident.panel-guidance",
    title="Take the Panel's own guidance into account",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Have regard to what the Panel itself publishes about reviews, its time limits included.",
        "paragraph 327",
    ),
    notes="This is how the Panel's time limits, which no law sets, come to be looked to: see rapid-review.",
)

SERIOUS_CASE = Definition(
    id="incident.serious-case",
    title="A serious child safeguarding case",
    force=Force.MUST,
    means=since_2018(
        "Both of these: a local authority, or somebody else with functions for children, knows of or suspects abuse or "
        "neglect of a child; and the child has died or been seriously harmed.",
        "paragraph 328",
    ),
    law=(section("16B(9)"),),
    notes="Both limbs are needed. Whether they are met is for people to decide.",
)

SERIOUS_HARM = Definition(
    id="incident.serious-harm",
    title="Serious harm",
    force=Force.MUST,
    means=since_2018(
        "An open list. It takes in grave or lasting damage to mental health, and to how a child thinks, feels, behaves "
        "or gets on with others. It is enough that the damage is likely to last. A child who recovers, or who was "
        "harmed only once, may still have been seriously harmed.",
        "paragraph 329",
    ),
    law=(section("16B(9)"),),
    notes="Two accounts of the Panel's guidance and of local procedures add physical impairment.",
)

NOTIFIABLE = Definition(
    id="incident.notifiable",
    title="An incident a local authority notifies",
    force=Force.MUST,
    means=since_2018(
        "Abuse or neglect of a child is known to the authority or suspected by it, and the child dies or comes to "
        "serious harm in its area; or, where the child normally lives in its area, outside England.",
        "paragraph 330",
    ),
    law=(section("16C(1)"),),
    notes="Near misses and good practice are not notified, and may still be reviewed locally.",
)
