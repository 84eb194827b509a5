"""Working Together, chapter 6: child death reviews (chapter 5 in 2018).

No paragraph of it has been checked a second time. A value is given to 2018 only where that edition is known to have
had it: the rest begins with 2023. The 2026 text of this chapter has not been read by anybody here, and no account of
it names a change.
"""

from __future__ import annotations

from typing import TypeVar

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.sources import Citation
from alongside.guidance.sources import CHILDREN_ACT_2004, REVIEWS_BEGAN, WT2015, in_2018, said

T = TypeVar("T")

IN_ORDER = ("partners", "registration", "responding", "reviewing")


def section(number: str) -> Citation:
    """A section of the Children Act 2004 on child death reviews."""
    return CHILDREN_ACT_2004.at(f"section {number}", begins=REVIEWS_BEGAN)


def since_2018(value: T, wt2023: str) -> Dated[T]:
    """A value 2018 is known to have had in its chapter 5."""
    return said(value, chapter=6, wt2023=wt2023, wt2018="chapter 5")


def since_2023(value: T, wt2023: str) -> Dated[T]:
    """A value that is new in 2023, or of which nobody here knows whether 2018 had it."""
    return said(value, chapter=6, wt2023=wt2023)


def reworded(was: T, now: T, wt2023: str) -> Dated[T]:
    """A value 2018 had in other words: what it said, and what has been said since 2023."""
    later = said(now, chapter=6, wt2023=wt2023)
    return Dated(*in_2018(was, "chapter 5"), *later.provisions, before=WT2015)
