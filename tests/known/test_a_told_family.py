"""A new assessment in a file that says much already: most of what is a matter of fact is offered."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.agencies.models import Practitioner
from alongside.assessments.bringing_in import headings_to_bring_into
from alongside.assessments.models import Assessment
from alongside.demo import story
from alongside.demo.organisation import lay_out
from alongside.demo.telling import Cast
from alongside.known.facts import offered
from alongside.people.models import Person
from tests.early_help.conftest import assess, walk, zuri
from tests.early_help.walking import Walk

__all__ = ["walk", "zuri"]

pytestmark = [pytest.mark.django_db, pytest.mark.once("a measure of a file, not of a database")]

#: Of the headings that are a matter of fact, so many of a hundred have something offered.
AT_LEAST = 60


def test_at_least_sixty_of_a_hundred_factual_headings_have_something_offered() -> None:
    """As the second assessment of both children of the demonstration's family begins."""
    cast = Cast(lay_out(password="only for a test"))
    marlows = story.tell(cast.borough)
    for child in marlows.both:
        begun = Assessment.objects.filter(case__child=child).latest("started_on")
        again = Assessment(case=begun.case, started_on=date(2026, 6, 1))
        headings = headings_to_bring_into(again)
        found = offered(child, again.pk)
        of_a_hundred = 100 * len(found.topics & headings.keys()) // len(headings)
        assert of_a_hundred >= AT_LEAST, (
            f"{child}: {of_a_hundred} of 100, without {headings.keys() - found.topics}"
        )


def test_what_early_help_learnt_is_offered_to_the_assessment_that_follows(
    walk: Walk, helen: Practitioner, zuri: Person
) -> None:
    """The school's assessment under the headings of children's social care, with the school's name and day."""
    assess(walk, helen, zuri)
    found = offered(zuri, zuri.pk)
    for topic in ("childs-wishes-and-feelings", "family-history-and-functioning", "strengths", "history"):
        assert found.facts[topic][0].source == "Early help assessment by Helen Marsh", topic
