"""Marks on single entries and items: kept from most of those who may open the record around them.

Who reads what is marked is a local rule of this service, not law; docs/decisions/0011 gives the reasons.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models

from alongside.agencies.models import Agency, Role, Scope


class Mark(models.TextChoices):
    """Why an entry is for named eyes only."""

    POLICE_INTELLIGENCE = "police-intelligence", "Police intelligence"
    THIRD_PARTY = "third-party", "Who somebody else is"
    ALLEGATION = "allegation", "An allegation against somebody who works with children"


@dataclass(frozen=True, slots=True)
class Readers:
    """Who reads what carries a mark: practitioners in these roles, and those of agencies of these sectors."""

    roles: frozenset[str]
    sectors: frozenset[str]
    words: str

    def include(self, me: Scope) -> bool:
        return any(post.role in self.roles or post.agency.sector in self.sectors for post in me.posts)


MANAGERS = frozenset({Role.PRACTICE_SUPERVISOR.value, Role.TEAM_MANAGER.value})
SOCIAL_CARE = MANAGERS | {
    Role.SOCIAL_WORKER.value, Role.FAMILY_SUPPORT_WORKER.value, Role.SCREENER.value, Role.CONFERENCE_CHAIR.value,
}  # fmt: skip
READERS: dict[Mark, Readers] = {
    Mark.POLICE_INTELLIGENCE: Readers(
        MANAGERS, frozenset({Agency.Sector.POLICE.value}), "supervisors and managers, and the police"
    ),
    Mark.THIRD_PARTY: Readers(SOCIAL_CARE, frozenset(), "children’s social care and conference chairs"),
    Mark.ALLEGATION: Readers(MANAGERS, frozenset(), "supervisors and managers"),
}


def marks_kept_from(me: Scope) -> set[str]:
    """The marks whose entries this practitioner does not read."""
    return {mark.value for mark, readers in READERS.items() if not readers.include(me)}


def marks_read_by(me: Scope) -> list[Mark]:
    """The marks whose entries this practitioner reads, and may therefore put on one."""
    return [mark for mark, readers in READERS.items() if readers.include(me)]
