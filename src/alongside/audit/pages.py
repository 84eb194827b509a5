"""Which page is being answered, so that a row can say where it was written. Its name, never its address."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass, field
from uuid import UUID

from django.http import HttpRequest

from alongside.audit.actions import Action


@dataclass(frozen=True, slots=True)
class Written:
    """A row that was written: what it told, in which area, about what."""

    action: Action
    area: UUID
    about: UUID | None
    about_kind: str


@dataclass(slots=True)
class Page:
    """The page being answered, and the rows that were written for it."""

    request: HttpRequest
    written: list[Written] = field(default_factory=list)

    @property
    def name(self) -> str:
        match = self.request.resolver_match
        return match.view_name[:100] if match and match.view_name else ""


answering: ContextVar[Page | None] = ContextVar("answering", default=None)
