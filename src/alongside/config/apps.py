from django.apps import AppConfig, apps
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class ConfigConfig(AppConfig):
    name = "alongside.config"
    verbose_name = "Settings"

    def ready(self) -> None:
        from alongside.config import cache_table, checks, duties

        register(checks.settings_that_protect_data, Tags.database)
        duties.take_up()
        # Django tells only apps with models that it has migrated, and this one has none.
        post_migrate.connect(cache_table.make, sender=apps.get_app_config("agencies"))
