from django.apps import AppConfig

from alongside.ui import frames


class DeskConfig(AppConfig):
    name = "alongside.desk"
    verbose_name = "Desk"

    def ready(self) -> None:
        from alongside.desk.banner import banner_of
        from alongside.desk.frame import frame_of

        frames.provide_frame_with(frame_of)
        frames.provide_banner_with(banner_of)
