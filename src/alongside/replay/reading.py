"""What remains to be read of each text, as its page shows it. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.guidance import catalogue
from alongside.guidance.to_read import Unread, unread


@dataclass(frozen=True, slots=True)
class Text:
    """One issue, and how many of its values are checked, carried and not confirmed, or were found to differ."""

    id: str
    name: str
    url: str
    values: int
    checked: int
    carried: int
    differing: int

    @property
    def remaining(self) -> int:
        return self.values - self.checked


def texts() -> list[Text]:
    """Every text of which a value is not checked, in the order of the texts."""
    remaining: dict[str, list[Unread]] = {}
    for one in unread():
        remaining.setdefault(one.source.id, []).append(one)
    values: dict[str, int] = {}
    for rule in catalogue.RULES.values():
        for provision in rule.dated.provisions:
            values[provision.citation.source.id] = values.get(provision.citation.source.id, 0) + 1
    return [
        Text(source.id, source.name, source.url, values[source.id], values[source.id] - len(those),
             sum(one.inherited for one in those), sum(bool(one.remark) for one in those))
        for source in catalogue.SOURCES if (those := remaining.get(source.id))
    ]  # fmt: skip


def of(text: str) -> tuple[Text, list[Unread]]:
    """One text with everything of it that is not checked. Raises StopIteration for a text with nothing left."""
    return next(one for one in texts() if one.id == text), unread(text)
