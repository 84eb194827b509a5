"""How a try to send can go wrong. The words are shown to administrators, and name no content."""

from __future__ import annotations


class NotTaken(Exception):
    """Not taken this time; trying again may help."""


class RefusedForGood(Exception):
    """Refused, and trying the same again would be refused again."""
