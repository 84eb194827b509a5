"""The factors found at the end of an assessment, as the children in need census asks for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.assessments.factors import FACTORS, NONE_FOUND
from alongside.assessments.models import Assessment, AssessmentApproval
from alongside.census.codes import ASSESSMENT_FACTOR
from alongside.refusals import Refusal

Approve = Callable[..., AssessmentApproval]


@pytest.mark.parametrize(
    ("factors", "sentence"),
    [
        (
            (),
            (
                "No factors are recorded. An assessment that is concluded says what was found, or that nothing was. "
                "Choose every factor found, or “No factor found, and no further action”."
            ),
        ),
        (
            ("16A", "21"),
            (
                "“No factor found” cannot stand beside other factors. You also chose: Neglect. "
                "Take out “No factor found”, or the others."
            ),
        ),
        (
            ("16A", "16A"),
            "A factor is here twice. Each factor is recorded once for an assessment. Take one of them out.",
        ),
        (
            ("8A",),
            "8A is not a factor. The census has no such code in use. Choose the factors from the list.",
        ),
    ],
)
def test_factors_that_cannot_all_be_true_are_refused(
    factors: tuple[str, ...], sentence: str, assessment: Assessment, approve: Approve
) -> None:
    with pytest.raises(Refusal) as refused:
        approve(factors=factors)
    assert str(refused.value) == sentence
    assert refused.value.field == "factors"
    assert Assessment.objects.get().is_open


def test_none_found_stands_alone(assessment: Assessment, approve: Approve) -> None:
    assert approve(factors=(NONE_FOUND,), outcome="no-further-action").factors.count() == 1


def test_the_factors_are_those_of_the_census_in_use() -> None:
    census = {code.code: code.label for code in ASSESSMENT_FACTOR.codes}

    assert {code: census[code] for code in FACTORS} == dict(FACTORS)
    assert census.keys() - FACTORS.keys() == {"18A", "19A"}
