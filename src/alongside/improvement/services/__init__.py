"""Every act of self-assessment and of an organisation's own plan."""

from alongside.improvement.services.assessing import add, begin, judge, set_aside, sign, submit
from alongside.improvement.services.partnership import end_part, give_part, scale_of, set_scale
from alongside.improvement.services.planning import (
    Adopted,
    adopt,
    change,
    drop,
    finish,
    plan,
    reopen,
    say_progress,
)

__all__ = [
    "Adopted", "add", "adopt", "begin", "change", "drop", "end_part", "finish", "give_part", "judge", "plan", "reopen",
    "say_progress", "scale_of", "set_aside", "set_scale", "sign", "submit",
]  # fmt: skip
