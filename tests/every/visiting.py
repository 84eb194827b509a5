"""Opening every page as somebody who may: each of the cast signed in once with their password, and who opened what remembered."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.every.pages import OPENED, World, address
from tests.pages import prove

WHO_MIGHT = ("dana", "priya", "sam", "jamal", "helen", "wyn", "maya", "tom")
#: Who could open a page before in this run, to be tried first: it saves asking the others again.
_opened_before: dict[str, str] = {}


class Visitors:
    """The cast, each in a browser of their own. ``clients`` holds those who have been asked for so far."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.clients: dict[str, Client] = {}

    def client(self, key: str) -> Client:
        if key not in self.clients:
            self.clients[key] = Client()
            self.clients[key].force_login(self.world.staff(key))
            prove(self.clients[key], self.world.staff(key))
        return self.clients[key]

    def open(self, name: str) -> tuple[str, Any] | None:
        """The first of the cast who can open a page, and what they were answered; None where nobody can."""
        where = address(name, OPENED[name], self.world)
        first = _opened_before.get(name, WHO_MIGHT[0])
        for key in (first, *(one for one in WHO_MIGHT if one != first)):
            answer = (Client() if name == "account_login" else self.client(key)).get(where)
            if answer.status_code == 200:
                _opened_before[name] = key
                return key, answer
        return None
