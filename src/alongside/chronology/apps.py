from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate

from alongside import written_once


class ChronologyConfig(AppConfig):
    name = "alongside.chronology"
    verbose_name = "Chronology"

    def ready(self) -> None:
        post_migrate.connect(_lay_triggers, sender=self)


def _lay_triggers(*, using: str, **_: Any) -> None:
    # A rebuilt SQLite table loses its triggers without a word, so they are laid again every time.
    written_once.lay(connections[using])
