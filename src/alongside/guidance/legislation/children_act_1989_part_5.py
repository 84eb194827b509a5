"""Children Act 1989, part 5: police protection and the emergency orders.

Working Together names these powers and gives none of their lengths. Store the expiry a court
printed on its order; what is worked out here is the most the Act allows, as a check.

Not encoded: the grounds a court applies.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from alongside.guidance import standing
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Membership, Timescale
from alongside.guidance.kernel.spans import CalendarDays, CalendarDaysIncluding, Hours, NoNumber
from alongside.guidance.sources import CHILDREN_ACT_1989

NOON = (
    "If the last day is a Sunday, a bank holiday, Christmas Day or Good Friday, the court may let "
    "the order run "
    "to noon of the first later day that is not."
)

POLICE_PROTECTION = Timescale(
    id="emergency.police-protection",
    title="Police protection ends",
    force=Force.MUST,
    runs_from="the child being taken into police protection",
    until="the child is released, or an order is made",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 46(6)"), Hours(72))),
    responsible="designated police officer",
    warn=(timedelta(hours=24), timedelta(hours=12)),
    examples=(
        Example(
            datetime(2026, 10, 23, 21, 0, tzinfo=UTC),
            datetime(2026, 10, 26, 21, 0, tzinfo=UTC),
            "10pm on Friday in summer time is 9pm on Monday in winter time: 72 hours pass",
        ),
    ),
    notes="It cannot be extended. The figure is the Act's: Working Together does not give it.",
)

POLICE_PROTECTION_TOLD = Timescale(
    id="emergency.police-protection-told",
    title="Tell the authority, the child and the parents of police protection",
    force=Force.MUST,
    runs_from="the child being taken into police protection",
    until="the local authority, the child, parents and others with parental responsibility have been told",
    within=Dated(
        Provision(CHILDREN_ACT_1989.at("section 46(3)-(4)"), NoNumber("as soon as is reasonably practicable"))
    ),
    responsible="the constable, and the designated police officer",
)

PROTECTION_ORDER = Timescale(
    id="emergency.protection-order",
    title="Emergency protection order ends at the latest",
    force=Force.MUST,
    runs_from="the emergency protection order being made",
    until="the order expires, is discharged, extended or followed by another",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 45(1)"), CalendarDays(8))),
    responsible="court",
    examples=(Example(date(2026, 11, 2), date(2026, 11, 10), "eight days, weekends counted"),),
    notes=NOON,
)

PROTECTION_ORDER_AFTER_POLICE = Timescale(
    id="emergency.protection-order-after-police-protection",
    title="Emergency protection order ends at the latest, where the police applied",
    force=Force.MUST,
    runs_from="the first day the child was in police protection",
    until="the order expires, is discharged, extended or followed by another",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 45(3)"), CalendarDaysIncluding(8))),
    responsible="court",
    examples=(Example(date(2026, 11, 2), date(2026, 11, 9), "the first day of police protection is day 1"),),
    notes=f"Where the designated officer applies under section 46(7). {NOON}",
)

PROTECTION_ORDER_EXTENSION = Timescale(
    id="emergency.protection-order-extension",
    title="Extended emergency protection order ends at the latest",
    force=Force.MUST,
    runs_from="the day the first period ends",
    until="the order expires, is discharged or followed by another",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 45(4)-(6)"), CalendarDays(7))),
    responsible="court",
    examples=(Example(date(2026, 11, 10), date(2026, 11, 17), "seven more days, once"),),
    notes="Once only.",
)

PROTECTION_ORDER_DISCHARGE = Timescale(
    id="emergency.protection-order-discharge",
    title="Apply to discharge an emergency protection order",
    force=Force.MUST,
    runs_from="the order being made",
    until="the order has ended",
    within=Dated(
        Provision(CHILDREN_ACT_1989.at("section 45(8)-(11)"), NoNumber("at any time while it lasts"))
    ),
    responsible="the child, a parent, someone with parental responsibility or who had care",
    notes="Not for those who had notice and were present, nor once the order has been extended.",
)

CHILD_ASSESSMENT_ORDER = Timescale(
    id="emergency.child-assessment-order",
    title="Child assessment order ends at the latest",
    force=Force.MUST,
    runs_from="the date the order names for the assessment to begin",
    until="the order expires",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 43(5)"), CalendarDaysIncluding(7))),
    responsible="court",
    examples=(Example(date(2026, 11, 2), date(2026, 11, 8), "the named date is day 1"),),
    notes="The court makes an emergency protection order instead where its grounds exist.",
)

EXCLUSION = Timescale(
    id="emergency.exclusion-requirement",
    title="Exclusion requirement ends at the latest",
    force=Force.MUST,
    runs_from="the day on which the exclusion requirement begins",
    until="it ends, or the order it stands in does",
    within=Dated(
        Provision(
            CHILDREN_ACT_1989.at("sections 38A and 44A"),
            NoNumber("as long as the court said, and never longer than the order it stands in"),
        )
    ),
    responsible="court",
    notes="In an interim care order or an emergency protection order. It ends by itself once the child has been "
    "taken to live elsewhere for more than 24 hours on end. A court may take an undertaking instead (sections 38B "
    "and 44B).",
)

RECOVERY = Timescale(
    id="emergency.recovery-order",
    title="Find a child under a recovery order",
    force=Force.MUST,
    runs_from="the recovery order being made",
    until="the child is found, or the order ends",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 50"), NoNumber("at once, while it lasts"))),
    responsible="the local authority, the police, and whoever the order names",
    notes="For a child in care, under an emergency protection order or in police protection who was taken away, "
    "kept away, ran away or is missing. The section sets no number of days.",
)

ORDERED_BY = Membership(
    id="authority.emergency-removal",
    title="Who may remove a child without agreement",
    force=Force.MUST,
    at_least=Dated(
        Provision(
            CHILDREN_ACT_1989.at("sections 44 and 46"),
            (standing.COURT, standing.DESIGNATED_POLICE_OFFICER),
        )
    ),
    any_one=True,
    notes="A court by an order, or the police for up to 72 hours. No authority may without one or the other.",
)
