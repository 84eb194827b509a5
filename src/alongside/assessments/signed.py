"""A concluded assessment as its page shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F
from django.db.models.fields.json import KeyTextTransform

from alongside.agencies.models import Agency
from alongside.assessments.expected import TOLD
from alongside.assessments.factors import RECORDED
from alongside.assessments.models import AssessmentApproval, AssessmentNotice
from alongside.cases.models import Involvement
from alongside.people.models import Person
from alongside.ui.words import date_words, listed


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
            told_day=F("notices__told_on"),
            told_agency=F("notices__agency__name"),
            told_letter=KeyTextTransform("letter", "notices__source__details"),
            told_whom=KeyTextTransform("whom", "notices__source__details"),
            shortfall=F("entry__shortfalls__words"),
            shortfall_rule=F("entry__shortfalls__rule_id"),
        )
    )
    if not rows:
        return None
    since = _once(
        f"{row.told_agency or 'the family'} on {date_words(row.told_day)}"
        for row in rows
        if row.told_how and row.told_day > rows[0].approved_on
    )
    return Signed(
        approval=rows[0],
        factors=_once(RECORDED[row.factor] for row in rows if row.factor),
        told=_once(
            _told(row) for row in rows if row.told_how
        ),
        shortfalls=_once(
            f"{row.shortfall} Told since: {listed(since)}." if since and row.shortfall_rule == TOLD else row.shortfall
            for row in rows if row.shortfall
        ),
    )  # fmt: skip


def _told(row: Any) -> str:
    """Who was told, how and when; and by which letter, where one told them."""
    how = AssessmentNotice.How(row.told_how).label.lower()
    by = f" (“{row.told_letter}”, last to {row.told_whom})" if row.told_letter else ""
    return f"{row.told_agency or 'The family'}: {how}, {date_words(row.told_day)}{by}"


def not_told(approval: AssessmentApproval) -> tuple[list[Agency], bool]:
    """The agencies working with the child that have not been told, and whether the family has not."""
    told = set(approval.notices.values_list("agency", flat=True))
    working = Involvement.objects.filter(case=approval.case_id, to_on=None).select_related("agency")
    agencies = [each.agency for each in working.order_by("agency__name") if each.agency_id not in told]
    return agencies, None not in told


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
