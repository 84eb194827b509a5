"""Bringing in what is known already: each fact only once somebody says whether it is still so."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment
from alongside.assessments.parts import CHILD_SEEN, parts_on
from alongside.assessments.writing import Writing, open_assessment, save_sections
from alongside.cases.episodes import open_case
from alongside.known.answering import Answer, answer_facts
from alongside.people.models import Person

#: Headings that are no matter of fact: what is known is weighed anew each time.
JUDGEMENTS = ("analysis",)


def headings_to_bring_into(assessment: Assessment) -> dict[str, str]:
    """The headings under which facts may be offered, in the order of the form, with their labels."""
    return {
        heading.key: heading.label
        for part in parts_on(assessment.started_on)
        for heading in part.headings
        if heading.key not in (*JUDGEMENTS, CHILD_SEEN)
    }


@transaction.atomic
def bring_in(*, by: Practitioner, child: Person, answers: Iterable[Answer], now: datetime) -> Assessment:
    """Write what is still so, and what is so now instead, under its headings, each with its source and day.

    It is added below what stands there. What was not asked is kept as such, and adds nothing. Raises Refusal when
    there is no open assessment, ValidationError where a change does not say what is so.
    """
    child = policies.WRITE_ASSESSMENT.lock(child, by)
    assessment = open_assessment(open_case(child))
    added = answer_facts(case=assessment.case, asked_for=assessment.pk, answers=answers, by=by, now=now)
    stand = {section.heading: section for section in assessment.sections.filter(heading__in=added)}
    save_sections(
        by=by, child=child, now=now,
        writings=[
            Writing(
                heading=heading,
                words="\n\n".join([*([stand[heading].words] if _has_words(stand.get(heading)) else ()), *words]),
                version=stand[heading].version if heading in stand else 0,
            )
            for heading, words in added.items()
        ],
    )  # fmt: skip
    return assessment


def _has_words(section: object) -> bool:
    return bool(getattr(section, "words", "").strip())
