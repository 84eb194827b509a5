"""Finding what must not be seen in whatever left, however it is spaced and written."""

from __future__ import annotations

import re
from collections.abc import Iterator


def found_in(said: str, secrets: dict[str, str]) -> Iterator[str]:
    """Whose protected homes and numbers stand in something, however they are spaced and written."""
    flat = re.sub(r"[\s-]", "", said).lower()
    yield from (whose for secret, whose in secrets.items() if secret in flat)
