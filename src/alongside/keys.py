"""Keys for records: ordered by time, and saying nothing about how many there are."""

from __future__ import annotations

import os
import time
from threading import Lock
from uuid import UUID

_lock = Lock()
_milliseconds, _turn = 0, 0


def new_key() -> UUID:
    """A new version 7 UUID: 48 bits of milliseconds, 12 that count within one, 62 of randomness.

    Time order keeps indexes compact, and settles which of two entries came first. A running number
    would let anyone count children.
    """
    global _milliseconds, _turn
    with _lock:
        now = time.time_ns() // 1_000_000
        if now > _milliseconds:
            _milliseconds, _turn = now, 0
        elif _turn < 0xFFF:
            _turn += 1
        else:
            _milliseconds, _turn = _milliseconds + 1, 0
        ordered = _milliseconds << 80 | 0x7 << 76 | _turn << 64
    return UUID(int=ordered | 0b10 << 62 | int.from_bytes(os.urandom(8), "big") >> 2)
