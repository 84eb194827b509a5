"""Which page is being answered, so that a row can say where it was written. Its name, never its address."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(slots=True)
class Page:
    """The page being answered, and how many rows have been written for it."""

    request: HttpRequest
    written: int = 0

    @property
    def name(self) -> str:
        match = self.request.resolver_match
        return match.view_name[:100] if match and match.view_name else ""


answering: ContextVar[Page | None] = ContextVar("answering", default=None)
