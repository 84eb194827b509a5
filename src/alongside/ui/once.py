"""One act for one form, however often its button is pressed.

Each form that is shown carries a mark of its own. When its act is done, the mark, what was sent
and where the reader went on to are kept in the session. The same form sent again with the same
answers (pressed twice, reloaded, gone back to) leads to where it led before and acts no more. The
same form with other answers is something new, and acts.
"""

from __future__ import annotations

import hashlib
import json
import secrets

from django.http import HttpRequest

#: The hidden field that carries the mark.
MARK = "once"
_DONE, _REMEMBERED = "done_once", 20


def mark_of(request: HttpRequest) -> str:
    """The mark of the form that was sent, or a fresh one for a form about to be shown."""
    return request.POST.get(MARK) or secrets.token_urlsafe(12)


def led_to(request: HttpRequest) -> str:
    """Where this very form led when it was confirmed before; "" when it was not."""
    before = getattr(request, "session", {}).get(_DONE, {}).get(request.POST.get(MARK))
    return before["to"] if before and before["sent"] == _sent(request) else ""


def is_done(request: HttpRequest) -> bool:
    """Whether this form was confirmed before, whatever it said."""
    return request.POST.get(MARK) in getattr(request, "session", {}).get(_DONE, {})


def remember(request: HttpRequest, to: str) -> None:
    """This form's act is done, and its reader has gone on to an address."""
    mark = request.POST.get(MARK)
    if mark and hasattr(request, "session"):
        done = {**request.session.get(_DONE, {}), mark: {"sent": _sent(request), "to": to}}
        request.session[_DONE] = dict(list(done.items())[-_REMEMBERED:])


def _sent(request: HttpRequest) -> str:
    # Only a digest: a session is no place for what was said about a child.
    answers = {k: v for k, v in request.POST.lists() if k not in ("csrfmiddlewaretoken", "step")}
    return hashlib.sha256(json.dumps([request.path, answers], sort_keys=True).encode()).hexdigest()
