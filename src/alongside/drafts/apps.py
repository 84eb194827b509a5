from __future__ import annotations

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "alongside.drafts"
    verbose_name = "Drafts"

    def ready(self) -> None:
        from alongside.drafts import writing

        writing.listen()
