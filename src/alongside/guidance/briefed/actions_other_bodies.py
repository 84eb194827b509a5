"""What other bodies may decide to do: children's homes, Cafcass, immigration services, armed services, national bodies."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import OTHERS
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(OTHERS,), editions=SINCE_2018, origin=Origin.OTHER_TEXT)

ACTIONS = (
    _action(
        id="other-bodies.homes-policies",
        words="Children's homes: have the policies regulations ask for on safeguarding, on referral and on missing children, and put day-to-day handling of risk into each placement plan.",
        rules=(
            "childrens-home.policies",
            "childrens-home.risk-steps",
        ),
        evidence="Policies; plans, sampled.",
    ),
    _action(
        id="other-bodies.homes-agreement",
        origin=Origin.TEXT,
        words="Children's homes: agree with the local partners and the placing authority how you work together.",
        rules=("childrens-home.agreement",),
        evidence="The agreement.",
    ),
    _action(
        id="other-bodies.homes-events",
        words="Children's homes: notify the events regulations list, without delay.",
        rules=(
            "childrens-home.events-told",
            "childrens-home.events",
        ),
        evidence="The log.",
    ),
    _action(
        id="other-bodies.cafcass",
        words="Cafcass: safeguard children in family proceedings, and use the right to see records.",
        rules=(
            "family-court.cafcass",
            "family-court.records",
        ),
        evidence="Reports; requests for access.",
    ),
    _action(
        id="other-bodies.immigration",
        words="Immigration services: have regard to children's welfare in each decision, and write down how.",
        rules=("immigration.welfare",),
        evidence="Decision notes, sampled.",
    ),
    _action(
        id="other-bodies.armed-services",
        editions=SINCE_2023,
        origin=Origin.TEXT,
        words="Armed services: give authorities contacts for children in need, plans, allegations and moves overseas.",
        rules=("armed-services.reviews-and-allegations",),
        evidence="Contacts, with the day they were checked.",
    ),
    _action(
        id="other-bodies.prevent",
        words="Bodies under the Prevent duty: link Channel to assessments under the Children Act.",
        rules=(
            "radicalisation.prevent",
            "radicalisation.channel",
        ),
        evidence="A note of the link on each case.",
    ),
    _action(
        id="other-bodies.panel",
        words="Panel and inspectorates: keep addresses for notices, reports and reviews up to date, and answer partners promptly.",
        origin=Origin.TEXT,
        rules=(
            "national-review.reply",
            "national-review.explain",
        ),
        evidence="The published addresses.",
    ),
    _action(
        id="other-bodies.bound",
        editions=SINCE_2026,
        words="Find out whether the duty to share binds you as a listed body, through a contract, or not at all.",
        rules=("information.sharing",),
        evidence="A note of the ground.",
    ),
)
