"""Reading pages as people read them, counting what each costs, and looking at how the database answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from lxml import html

from alongside.agencies.models import Area, Practitioner
from alongside.audit.chain import NO_AREA
from alongside.audit.writing import begin

MOST_QUERIES = 8


@dataclass(frozen=True)
class Read:
    """A page as it was answered. sql: what was asked of the database for it, in order."""

    status: int
    body: str
    sql: tuple[str, ...]
    url: str = ""

    @property
    def text(self) -> str:
        """The words of the page's main part, with single spaces."""
        (main,) = html.fromstring(self.body).xpath("//main")
        return " ".join(" ".join(main.itertext()).split())

    @property
    def h1(self) -> list[str]:
        return [" ".join(one.text_content().split()) for one in html.fromstring(self.body).xpath("//h1")]

    def links(self, words: str = "") -> list[str]:
        """The addresses of links in the main part whose words hold these."""
        found = html.fromstring(self.body).xpath("//main//a")
        return [a.get("href") for a in found if words in " ".join(a.text_content().split())]


def reader(client: Client, *, proved: bool = False) -> Callable[..., Read]:
    """`read(dana, "/team/")`: the page as this practitioner gets it, signed in before.

    proved: with their password, just now.
    """

    def reads(practitioner: Practitioner, address: str, data: dict[str, Any] | None = None) -> Read:
        if client.session.get(SESSION_KEY) != str(practitioner.pk):
            client.force_login(practitioner)
            if proved:
                prove(client, practitioner)
            client.get("/sign-in/")  # The first page after signing in also writes down that it was seen.
            for area in [NO_AREA, *Area.objects.values_list("pk", flat=True)]:
                begin(area)  # The first row of an area's audit also begins its chains.
            assert connection.features.supports_json_field  # Asked of the database once in each process.
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(address, data) if data is None else client.post(address, data)
        sql = tuple(query["sql"] for query in asked.captured_queries)
        body = answer.content.decode() if not answer.streaming else ""
        return Read(answer.status_code, body, sql, getattr(answer, "url", ""))

    return reads


def prove(client: Client, practitioner: Practitioner) -> None:
    """Whoever is signed in in this browser entered their password just now."""
    session = client.session
    session["account_authentication_methods_user"] = str(practitioner.pk)
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()
