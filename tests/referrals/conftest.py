"""What tests of the front door share."""

from __future__ import annotations

from tests.front_door.conftest import sent

__all__ = ["sent"]
