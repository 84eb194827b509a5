"""Every kind of strand there is, by family. To add one, declare it in a module here and name it below."""

from __future__ import annotations

from alongside.strands.kinds.declaring import (
    OUTCOME,
    REASONS,
    YES_NO,
    Asks,
    Family,
    Question,
    StepKind,
    StrandKind,
)
from alongside.strands.kinds.disagreement import DISAGREEMENT
from alongside.strands.kinds.missing import MISSING_EPISODE
from alongside.strands.kinds.private_fostering import PRIVATE_FOSTERING

__all__ = [
    "DISAGREEMENT", "FAMILIES", "KINDS", "OUTCOME", "REASONS", "YES_NO", "Asks", "Family", "Question",
    "StepKind", "StrandKind", "kind",
]  # fmt: skip

FAMILIES: tuple[Family, ...] = (
    Family("Care by others, and being missing", (PRIVATE_FOSTERING, MISSING_EPISODE)),
    Family("Between agencies", (DISAGREEMENT,)),
)

KINDS: dict[str, StrandKind] = {one.id: one for family in FAMILIES for one in family.kinds}


def kind(id: str) -> StrandKind:
    """The declaration with this id. Raises LookupError, naming what to do, where there is none."""
    try:
        return KINDS[id]
    except KeyError:
        raise LookupError(f"No strand is called {id}. Declare it in alongside/strands/kinds.") from None
