"""What the front door keeps: receipts and drafts, police notices, checks with partners, its local figures."""

from __future__ import annotations

from alongside.front_door.models.checks import CheckAnswer, CheckRequest
from alongside.front_door.models.figures import Figures
from alongside.front_door.models.police import NoticeReceipt, PoliceNotice, Triage
from alongside.front_door.models.receipts import Draft, Receipt, Unhappy

__all__ = [
    "CheckAnswer", "CheckRequest", "Draft", "Figures", "NoticeReceipt", "PoliceNotice", "Receipt", "Triage", "Unhappy",
]  # fmt: skip
