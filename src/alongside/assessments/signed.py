"""A concluded assessment as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from alongside.assessments.factors import RECORDED
from alongside.assessments.models import AssessmentApproval, AssessmentNotice
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class Signed:
    """The decision that concluded an assessment: the factors, who was told, what the guidance expected besides."""

    approval: AssessmentApproval
    factors: tuple[str, ...]
    told: tuple[str, ...]
    shortfalls: tuple[str, ...]


def signed_assessment(child: Person, key: UUID) -> Signed | None:
    """The decision on this assessment of the child, if it is concluded. One query."""
    rows = list(
        AssessmentApproval.objects.filter(assessment=key, case__child=child)
        .select_related("approved_by", "assessment__lead", "assessment__recorded_by")
        .annotate(
            factor=F("factors__code"),
            told_how=F("notices__how"),
            told_agency=F("notices__agency__name"),
            shortfall=F("entry__shortfalls__words"),
        )
    )
    if not rows:
        return None
    hows = dict(AssessmentNotice.How.choices)
    return Signed(
        approval=rows[0],
        factors=_once(RECORDED[row.factor] for row in rows if row.factor),
        told=_once(
            f"{row.told_agency or 'The family'}: {hows[row.told_how].lower()}" for row in rows if row.told_how
        ),
        shortfalls=_once(row.shortfall for row in rows if row.shortfall),
    )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
