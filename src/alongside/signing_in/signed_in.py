"""Who is signed in."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from alongside.agencies.models import Practitioner


def me(request: HttpRequest) -> Practitioner:
    """The practitioner signed in. Raises PermissionDenied where nobody is."""
    if not isinstance(request.user, Practitioner):
        raise PermissionDenied
    return request.user
