from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "alongside.outbox"
    verbose_name = "Outbox"

    def ready(self) -> None:
        from alongside.outbox.clearing import empty_old_messages
        from alongside.outbox.daily import daily

        daily("empty old messages that were sent", empty_old_messages)
