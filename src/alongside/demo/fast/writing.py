"""Writing a step down: one function for each kind, beside the others of its process."""

from __future__ import annotations

from functools import singledispatch

from alongside.demo.fast.family import Family, NotWrittenFast
from alongside.demo.fast.steps import Step


@singledispatch
def write(step: Step, family: Family) -> None:
    """Build the rows that the step's act would have left. Raises NotWrittenFast for what it cannot."""
    raise NotWrittenFast(f"Nothing writes {type(step).__name__} down.")
