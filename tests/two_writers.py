"""Two people with one page open: what each of them sends."""

from __future__ import annotations

from typing import Any

from django.test import Client
from lxml import html

from alongside.agencies.models import Practitioner

OURS = "//form[contains(' app-form app-check app-conflict ', concat(' ', @class, ' '))]"


def writer(practitioner: Practitioner) -> Client:
    """A browser of theirs, signed in."""
    browser = Client()
    browser.force_login(practitioner)
    return browser


def typed(answer: Any, **more: Any) -> dict[str, Any]:
    """What the page's own form sends, with some of it typed anew."""
    (form,) = html.fromstring(answer.content.decode()).xpath(OURS)
    found: dict[str, Any] = {}
    for name, value in form.form_values():
        found.setdefault(name, []).append(value)
    return found | more


def save(browser: Client, page: str, sent: dict[str, Any]) -> Any:
    """Send, and confirm what is told back."""
    told = browser.post(page, sent)
    assert told.status_code == 200, told.content.decode()
    return browser.post(page, typed(told) | {"step": "confirm"})
