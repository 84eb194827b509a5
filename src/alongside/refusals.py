"""Saying no, helpfully.

The one way the domain turns something down. Pages, commands and import reports all show the
same four parts, so that a person reads what is wrong, why, and what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alongside.guidance.kernel.sources import Citation


@dataclass(eq=False)
class Refusal(Exception):
    """Something cannot be recorded as it stands.

    Raised only for what cannot be true, or what an Act forbids. Falling short of guidance is
    never a reason to refuse: it is recorded as a shortfall.

    what: the sentence that says what is wrong.
    why: what was given and what it conflicts with.
    do: what the practitioner can do now.
    field: the form field it belongs to, where there is one.
    citation: the provision that forbids it, where there is one.
    """

    what: str
    why: str
    do: str
    field: str | None = None
    citation: Citation | None = None

    def __str__(self) -> str:
        cited = f" ({self.citation})" if self.citation else ""
        return f"{self.what} {self.why} {self.do}{cited}"
