"""Writing, signing and sending as people do it: through the pages."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse
from lxml import html

from alongside.agencies.models import Practitioner
from alongside.letters.models import Letter


class Desk:
    """One practitioner at the letters of one child."""

    def __init__(self, client: Client, me: Practitioner, reference: str) -> None:
        self.client, self.reference = client, reference
        client.force_login(me)

    def at(self, page: str, *args: Any) -> str:
        return reverse(f"letters:{page}", args=[self.reference, *args])

    def get(self, page: str, *args: Any, **query: Any) -> Any:
        return self.client.get(self.at(page, *args), query)

    def begin(self, kind: str, reader: str, about: Any = "") -> Letter:
        answer = self.client.post(self.at("begin", kind), {"reader": reader, "about": str(about)})
        assert answer.status_code == 303, words(answer)
        return Letter.objects.get(pk=re.findall(r"[0-9a-f-]{36}", answer.url)[-1])

    def say(self, letter: Letter, **said: str) -> Any:
        return self.client.post(self.at("write", letter.pk), said)

    def sign(self, letter: Letter) -> Any:
        page = html.fromstring(self.get("sign", letter.pk).content)
        (shown,) = page.xpath("//input[@name='shown']/@value")
        return self.client.post(self.at("sign", letter.pk), {"read": "on", "shown": shown})

    def do(self, page: str, letter: Letter, **answers: Any) -> Any:
        """Send a form, and confirm what is told back."""
        first = self.client.post(self.at(page, letter.pk), answers)
        if first.status_code != 200:
            return first
        (form,) = [
            one
            for one in html.fromstring(first.content).forms
            if one.inputs.keys() and "step" in str(html.tostring(one))
        ][:1]
        sent = dict(form.form_values())
        return self.client.post(self.at(page, letter.pk), {**sent, "step": "confirm"})


def words(answer: Any) -> str:
    (main,) = html.fromstring(answer.content).xpath("//main")
    return " ".join(" ".join(main.itertext()).split())
