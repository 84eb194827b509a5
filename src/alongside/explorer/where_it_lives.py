"""Where a rule lives: the screens it governs, the code that uses it and the tests that hold it, from the atlas."""

from __future__ import annotations

from alongside.guidance import atlas
from alongside.guidance.atlas import Lives


def of_rule(rule_id: str) -> Lives:
    """What the atlas that came with this version says of a rule; empty for one it does not know."""
    return atlas.shipped().get(rule_id, atlas.NOWHERE)
