from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class ConfigConfig(AppConfig):
    name = "alongside.config"
    verbose_name = "Settings"

    def ready(self) -> None:
        from alongside.config import cache_table, checks

        register(checks.settings_that_protect_data, Tags.database)
        post_migrate.connect(cache_table.make, sender=self)
