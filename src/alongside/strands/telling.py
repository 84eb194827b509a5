"""Telling those who take part in what is between agencies that something happened. Never what was said."""

from __future__ import annotations

from datetime import datetime

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Involvement, lead_practitioner
from alongside.notices.services import notify
from alongside.strands.kinds import StepKind
from alongside.strands.models import Strand, StrandAgency
from alongside.ui.jinja import reverse_for


def tell_others(strand: Strand, step: StepKind, by: Practitioner, now: datetime) -> None:
    """A notice to the lead practitioner, and to whom each agency that takes part works through; not to whoever acts."""
    if not strand.declared.between_agencies:
        return
    case = strand.case
    lead = lead_practitioner(case)
    taking_part = StrandAgency.objects.filter(strand=strand).values("agency")
    through = Involvement.objects.current().filter(
        case=case, agency__in=taking_part, practitioner__isnull=False
    )
    told = {lead.practitioner.pk: lead.practitioner} if lead else {}
    told |= {
        one.practitioner.pk: one.practitioner
        for one in through.select_related("practitioner")
        if one.practitioner
    }
    told.pop(by.pk, None)
    for one in told.values():
        notify(
            to=one, words=f"{strand.declared.titled(step)}, about {case.child}.", child=case.child, now=now,
            link=reverse_for("strands:disagreement", case.child.reference, strand.pk),
        )  # fmt: skip


def agencies_taking_part(strand: Strand) -> list[Agency]:
    """The agencies that see this strand, by name."""
    return list(
        Agency.objects.filter(pk__in=StrandAgency.objects.filter(strand=strand).values("agency")).order_by(
            "name"
        )
    )
