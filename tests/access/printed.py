"""What the matrix counted, told at the end of the run."""

from __future__ import annotations

COUNTED: dict[str, int] = {}
