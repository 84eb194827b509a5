from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "alongside.audit"
    verbose_name = "Audit"

    def ready(self) -> None:
        from alongside.audit import signing

        post_migrate.connect(_lay_triggers, sender=self)
        signing.listen()


def _lay_triggers(*, using: str, **_: Any) -> None:
    from alongside.audit import triggers

    # A rebuilt SQLite table loses its triggers without a word, so they are laid again every time.
    triggers.lay(connections[using])
