"""What the danger page shows: what protects the child now, and how long it lasts."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.section47.limits import police_protection_ends, remaining
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    ImmediateAction,
    OtherAuthority,
    PoliceProtection,
)


def protection_page(child: Person, now: datetime) -> dict[str, Any]:
    """Police protection and orders that have not ended, with what is left of them; five queries."""
    police = PoliceProtection.objects.filter(case__child=child, ending=None).first()
    orders = EmergencyProtectionOrder.objects.select_related("extension")
    order = orders.filter(case__child=child, ending=None).first()
    due = police_protection_ends(police) if police else None
    return {
        "police": police,
        "police_due": due,
        "police_left": remaining(due, now) if due else None,
        "order": order,
        "order_expired": bool(order and order.last_day < day_of(now)),
        "assessment_order": ChildAssessmentOrder.objects.filter(case__child=child, ending=None).first(),
        "actions": list(ImmediateAction.objects.filter(case__child=child).order_by("-acted_on")[:5]),
        "authorities": list(OtherAuthority.objects.filter(case__child=child).order_by("-consulted_on")[:5]),
        "rule": catalogue.rule("emergency.immediate-action"),
        "judgement": catalogue.rule("emergency.removal"),
    }
