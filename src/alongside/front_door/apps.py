from __future__ import annotations

from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "alongside.front_door"
