"""Disagreements that wait for an answer, and for whose: shown where whoever has to answer begins their day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from alongside.access import policies
from alongside.agencies.models import Absence, Practitioner
from alongside.cases.models import Allocation
from alongside.chronology.asked import Ask, Asked
from alongside.facts import Fact, listed_as
from alongside.strands.kinds import DISAGREEMENT
from alongside.strands.models import StrandStep
from alongside.ui.jinja import reverse_for

ASKING, ANSWERED = (DISAGREEMENT.opens.id, "taken-further"), "answered"


def waiting() -> QuerySet[Any]:
    """The step that asks, of each open disagreement that nobody has answered since. ``asked_of``: the agency's key, as text."""
    steps = StrandStep.objects.filter(strand=OuterRef("strand"), step__in=(*ASKING, ANSWERED))
    last: Subquery = Subquery(steps.order_by("-happened_on", "-recorded_at", "-id").values("pk")[:1])
    named = StrandStep.objects.filter(strand=OuterRef("strand"), step__in=ASKING)
    asked: Subquery = Subquery(
        named.annotate(named=KT("answers__asked-of")).filter(named__isnull=False).order_by("-happened_on", "-recorded_at", "-id").values("named")[:1],
        output_field=TextField(),
    )  # fmt: skip
    open_ones = StrandStep.objects.filter(
        strand__kind=DISAGREEMENT.id, strand__ended_on=None, step__in=ASKING
    )
    return open_ones.annotate(
        last=last, asked_of=asked, wanted_by=Cast(KT("answers__answer-by"), DateField())
    ).filter(pk=F("last"))


def of_agency(me: Practitioner, today: date) -> QuerySet[Any]:
    """Those that ask one of the reader’s partner agencies, about children on whom the reader may answer."""
    return _rows("disagreement", me, me.scope.partner_agencies)


def of_lead(me: Practitioner, today: date) -> QuerySet[Any]:
    """Those that ask children’s social care, about children on whom the reader leads or covers for who does."""
    away = Absence.objects.running(today).filter(covered_by=me).order_by().values("practitioner")
    led = Allocation.objects.current().filter(
        Q(practitioner=me) | Q(practitioner__in=away), capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    return _rows("disagreement", me, me.scope.agencies, Q(case__in=led.order_by().values("case")))


def _rows(what: str, me: Practitioner, agencies: Any, besides: Q | None = None) -> QuerySet[Any]:
    found = waiting().filter(besides or Q(), asked_of__in=[str(one) for one in agencies])
    return listed_as(
        what, policies.DISAGREE.filter_through("case__child", found, me), name="case__child__called",
        role="case__child__reference", to_on="wanted_by", from_on="happened_on", key="strand",
    )  # fmt: skip


def ask_of(row: Fact) -> Ask:
    """The row as it is asked."""
    return Ask(
        what="Answer a disagreement", about=row.name, on=row.to_on, button="Answer",
        why="The day is the area’s own, where it sets one." if row.to_on else "No day is set for the answer.",
        href=reverse_for("strands:disagreement-step", row.role, row.key, ANSWERED),
    )  # fmt: skip


ASKED = (Asked(what="disagreement", rows=of_agency, told=ask_of),)
