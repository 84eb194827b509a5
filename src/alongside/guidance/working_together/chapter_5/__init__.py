"""Working Together, chapter 5: learning from serious child safeguarding incidents (chapter 4 in 2018).

No paragraph of it has been checked a second time. A value is given to 2018 only where that edition is known to have
had it: the rest begins with 2023. The 2026 text of this chapter has not been read by anybody here, and no account of
it names a change.
"""

from __future__ import annotations

from typing import TypeVar

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.sources import Citation
from alongside.guidance.sources import (
    CHILDREN_ACT_2004,
    RELEVANT_AGENCY_REGULATIONS_2018,
    REVIEWS_BEGAN,
    said,
)

T = TypeVar("T")

IN_ORDER = (
    "incidents", "notifications", "rapid_reviews", "local_decision", "local_reviews", "review_reports",
    "national_reviews", "national_reports",
)  # fmt: skip

#: Where the guidance says *must* of a local review's report and its regulations stand behind it: their numbers are not
#: known here.
ON_LOCAL_REPORTS = RELEVANT_AGENCY_REGULATIONS_2018.at("on reports of local reviews")


def regulation(number: int) -> Citation:
    """One of the regulations of 2018 on practice reviews."""
    return RELEVANT_AGENCY_REGULATIONS_2018.at(f"regulation {number}")


def section(number: str) -> Citation:
    """A section of the Children Act 2004 that began with the Panel and the partners' reviews."""
    return CHILDREN_ACT_2004.at(f"section {number}", begins=REVIEWS_BEGAN)


def since_2018(value: T, wt2023: str) -> Dated[T]:
    """A value 2018 is known to have had in its chapter 4."""
    return said(value, chapter=5, wt2023=wt2023, wt2018="chapter 4")


def since_2023(value: T, wt2023: str) -> Dated[T]:
    """A value that is new in 2023, or of which nobody here knows whether 2018 had it."""
    return said(value, chapter=5, wt2023=wt2023)
