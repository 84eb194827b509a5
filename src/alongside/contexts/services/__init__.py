"""The acts on contexts, on the plan for each, and on the links of children, each on that child's own case."""

from __future__ import annotations

from alongside.contexts.services.context import (
    change_context,
    close_context,
    end_naming,
    name_worker,
    open_context,
    review_context,
)
from alongside.contexts.services.links import (
    Judged,
    Risk,
    Sibling,
    end_let_know,
    end_link,
    judge_risk,
    let_know,
    link_child,
    renew_link,
)
from alongside.contexts.services.plan import add_action, move_action, settle_action
from alongside.contexts.services.ties import end_tie, record_tie

__all__ = [
    "Judged", "Risk", "Sibling", "add_action", "change_context", "close_context", "end_let_know", "end_link", "end_naming",
    "end_tie", "judge_risk", "let_know", "link_child", "move_action", "name_worker", "open_context", "record_tie",
    "renew_link", "review_context", "settle_action",
]  # fmt: skip
