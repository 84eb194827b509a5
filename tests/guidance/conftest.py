"""Property tests try the same examples every time, so that a failure is the same for everyone."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("the same every time", derandomize=True, deadline=None)
settings.load_profile("the same every time")
