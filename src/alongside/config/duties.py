"""Daily duties of what stands below the outbox, and so cannot ask for them itself."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from django.conf import settings

from alongside.audit import checkpoints
from alongside.outbox.daily import daily


def write_checkpoint(now: datetime) -> str:
    """The signed end of every chain of the audit, in the data folder."""
    folder: Path = settings.CONFIG.data_folder
    return f"{checkpoints.make(folder, now).name} is written."


def take_up() -> None:
    """From now on these are done once a day."""
    daily("write a checkpoint of the audit", write_checkpoint)
