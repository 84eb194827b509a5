"""References that people read aloud: short, without look-alike characters, and telling nobody how many there are."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from alongside.agencies.models import Area

ALPHABET = "23456789ABCDEFGHJKLMNPQRTUVWXY"
LENGTH = 6


def new_reference(area: Area, choose: Callable[[str], str] = secrets.choice) -> str:
    """A reference such as ``WREN-7K3QFT``: one of 729 million for each area, so a clash is not expected."""
    return f"{area.prefix}-{''.join(choose(ALPHABET) for _ in range(LENGTH))}"
