"""The way in: a token in the header and nothing else, few enough requests, a body we can read.

Whoever comes in acts with the post of their system, so that every policy and every door of the
pages is used unchanged.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja.params.models import Query
from ninja.security import HttpBearer

from alongside.agencies.models import Area
from alongside.api import tokens
from alongside.api.models import ApiClient, Permission
from alongside.api.problems import Answer, not_found, problem
from alongside.audit.actions import Action
from alongside.audit.writing import write

#: Bytes of a body: some thousands of police notices. A referral has a limit of its own.
LARGEST_BODY = 2 * 1024 * 1024
WITH_BODY = {"POST", "PUT", "PATCH"}


class Token(HttpBearer):
    """The token of a system. Cookies open nothing here."""

    def __call__(self, request: HttpRequest) -> ApiClient:
        client = super().__call__(request)
        if client is None:
            raise problem(
                401, "No token that is good came with this request.", "Authorization",
                "It is missing, misspelt, expired or revoked. Which, is not said.",
                "Send “Authorization: Bearer …” with the token the administrator gave you, or ask them for a new one.",
                WWW_Authenticate="Bearer",
            )  # fmt: skip
        return client

    def authenticate(self, request: HttpRequest, token: str) -> ApiClient | None:
        now = timezone.now()
        client = tokens.client_of(token, now)
        if client is None:
            return None
        if wait := tokens.seconds_to_wait(client, now):
            raise problem(
                429, "There are too many requests.", "request", "Each system has a number for each minute.",
                f"Wait {wait} seconds, then go on.", Retry_After=str(wait),
            )  # fmt: skip
        request.user = client.practitioner
        request.api_client = client  # type: ignore[attr-defined]
        _look_at_body(request)
        return client


def opened(permission: Permission | None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """What stands around an operation: its permission, one transaction, and a row in the audit.

    The row says which system asked, by which operation, about whom, and what it was answered. What was
    not done is written too. An operation says whom it is about with ``about``.
    """

    def around(operation: Callable[..., Any]) -> Callable[..., Any]:
        takes = inspect.signature(operation, eval_str=True)
        asked = {name for name, one in takes.parameters.items() if isinstance(one.default, Query)}

        @functools.wraps(operation)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            client: ApiClient = request.auth  # type: ignore[attr-defined]
            try:
                _check(request, client, permission, asked)
                with transaction.atomic():
                    result = operation(request, *args, **kwargs)
                    _note(request, client, 200)
                    return result
            except (Answer, Http404) as refused:
                if isinstance(refused, Answer) and refused.keep is not None:
                    refused.keep()
                _note(request, client, refused.status if isinstance(refused, Answer) else 404)
                raise

        # The framework reads what an operation takes from here, where its names mean something.
        answer.__signature__ = takes  # type: ignore[attr-defined]
        return answer

    return around


def client_of(request: HttpRequest) -> ApiClient:
    """The system that asks."""
    client: ApiClient = request.auth  # type: ignore[attr-defined]
    return client


def area_of(client: ApiClient, code: str) -> Area:
    """One of the system's areas. Raises the answer “not found” for any other."""
    area = next((area for area in client.areas.all() if area.code == code), None)
    if area is None:
        raise not_found()
    return area


def about(request: HttpRequest, what: Any, kind: str) -> None:
    """Say whom or what the request is about, for the audit."""
    request.api_about = (what, kind)  # type: ignore[attr-defined]


def _check(request: HttpRequest, client: ApiClient, permission: Permission | None, asked: set[str]) -> None:
    if permission is not None and permission.value not in client.permissions:
        raise problem(
            403, "This token is not for that.", "Authorization",
            f"It does not have the permission “{permission.value}”.",
            "Ask the administrator who gave it to you for one that has.",
        )  # fmt: skip
    if unknown := sorted(request.GET.keys() - asked):
        # Passed over in silence, a misspelt word would give another list than was asked for.
        raise problem(
            422, f"There is no “{unknown[0][:40]}” here.", "address",
            f"This operation takes {', '.join(sorted(asked)) or 'nothing'} after the question mark.",
            "Take it out, or look at what it is called.",
        )  # fmt: skip


def _look_at_body(request: HttpRequest) -> None:
    """Refuse what is too long, or is not JSON, before any of it is read."""
    if request.method not in WITH_BODY:
        return
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        length = 0
    if length > LARGEST_BODY:
        raise problem(
            413, "This is too long.", "request", f"The most is {LARGEST_BODY // 1024} kB.",
            "Send it in several parts.",
        )  # fmt: skip
    if request.content_type != "application/json":
        raise problem(
            415, "This is not JSON.", "Content-Type", f"It says “{(request.content_type or '')[:60]}”.",
            "Send JSON, with “Content-Type: application/json”.",
        )  # fmt: skip


def _note(request: HttpRequest, client: ApiClient, status: int) -> None:
    record, kind = getattr(request, "api_about", (None, ""))
    area = getattr(record, "area", None) or next(iter(client.areas.all()), None)
    write(
        Action.API, area=area, actor_kind="api", actor=client.pk, about=getattr(record, "pk", None),
        about_kind=kind, status=status, method=str(request.method),
    )  # fmt: skip
