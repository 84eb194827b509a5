"""Filling in a page as a browser sends it: boxes for days, then “check your answers”, then confirm."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.http import HttpResponse
from django.test import Client

from alongside.moments import LONDON

Answers = dict[str, Any]


def on(name: str, day: date) -> Answers:
    """The three boxes of a day."""
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def when(name: str, day: date, written: str) -> Answers:
    """The boxes of a moment."""
    return {**on(name, day), f"{name}_time": written}


def at(day: date, written: str) -> datetime:
    """A moment on the clocks of England."""
    return datetime.combine(day, time.fromisoformat(written), LONDON)


def send(browser: Client, path: str, answers: Answers) -> HttpResponse:
    """Send a page, see the answers told back, confirm them, and follow where it leads."""
    checking = browser.post(path, answers)
    assert checking.status_code == 200, checking.content.decode()
    assert "Check your answers" in checking.content.decode()
    return browser.post(path, {**answers, "step": "confirm"}, follow=True)


def recorded(answered: HttpResponse) -> str:
    """The page one is led to, once something was recorded."""
    assert answered.status_code == 200, answered.content.decode()
    assert getattr(answered, "redirect_chain", None), "nothing was recorded: " + answered.content.decode()
    return answered.content.decode()
