"""Who holds the keys of a sealed record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Key:
    """A key to a seal: somebody's own, or a team's."""

    seal: UUID
    practitioner: UUID | None
    team: UUID | None


def who_holds_a_key_to_each(
    seals: Iterable[UUID], keys: Iterable[Key], members: Mapping[UUID, Collection[UUID]]
) -> set[UUID]:
    """The practitioners who hold a key, their own or their team's, to every one of these seals.

    keys: all that stand to these seals. members: who works in each team that holds one.
    """
    holders: dict[UUID, set[UUID]] = {seal: set() for seal in seals}
    for key in keys:
        if key.practitioner:
            holders[key.seal].add(key.practitioner)
        elif key.team:
            holders[key.seal].update(members.get(key.team, ()))
    return set.intersection(*holders.values()) if holders else set()
