"""From which edition on an action, a word or a question makes sense."""

from __future__ import annotations

SINCE_2018 = ("WT2018", "WT2018-2020-12", "WT2023", "WT2026")
SINCE_2023 = ("WT2023", "WT2026")
SINCE_2026 = ("WT2026",)
