"""Who may open what beyond their work: what is closed, what was opened in an emergency, and who looked."""

from __future__ import annotations

from alongside.access.models.conflict import ConflictReport, Restriction
from alongside.access.models.emergency import EmergencyOpening
from alongside.access.models.kept import AdministrativeChange
from alongside.access.models.reviewing import AccessConfirmation, AccessRule
from alongside.access.models.seal import Seal, SealKey

__all__ = [
    "AccessConfirmation",
    "AccessRule",
    "AdministrativeChange",
    "ConflictReport",
    "EmergencyOpening",
    "Restriction",
    "Seal",
    "SealKey",
]
