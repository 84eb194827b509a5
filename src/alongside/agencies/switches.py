"""Which ways of working an area has moved to, by the day. Only the area's own dates decide it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.agencies.models import Area, AreaSwitch, Switch

#: What stands behind every switch, said plainly wherever one is set.
SOURCE = (
    "The Families First Partnership programme expects each area to move to these ways of working on a day of its "
    "own. That is an expectation that comes with funding, not law: the parts of the Children’s Wellbeing and Schools "
    "Act 2026 about them have not begun. Section 17 of the Children Act 1989 stays the legal basis whatever is set."
)
#: What each changes here.
MEANS = {
    Switch.FAMILY_HELP: "Early help and help under section 17 become one episode with one plan and one lead. "
    "Section 17 is still recorded from its day, so both can be counted.",
    Switch.LEAD_CHILD_PROTECTION_PRACTITIONER: "An experienced social worker leads enquiries and oversees child "
    "protection plans beside the family’s own lead practitioner.",
    Switch.MULTI_AGENCY_CHILD_PROTECTION_TEAM: "One team of several agencies leads strategy discussions and enquiries.",
    Switch.FAMILY_GROUP_DECISION_MAKING_OFFER: "The family is offered a meeting of its own at each point of decision.",
}


def is_on(area: Area | UUID, switch: Switch | str, day: date) -> bool:
    """Whether the area works in this way on a day. One query."""
    return switch in switches_on(area, day)


def switches_on(area: Area | UUID, day: date) -> frozenset[str]:
    """Every way of working that the area has moved to on a day. One query."""
    return frozenset(switched_on(area, day).values_list("switch", flat=True))


def switched_on(area: Area | UUID, day: date) -> QuerySet[AreaSwitch]:
    """The same as records, for a page that reads more with them."""
    return AreaSwitch.objects.filter(Q(to_on=None) | Q(to_on__gte=day), area=area, from_on__lte=day)
