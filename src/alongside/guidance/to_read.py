"""What nobody has read against a text and agreed with: value by value, text by text."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.guidance import catalogue
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.rules import Rule
from alongside.guidance.kernel.sources import Source


@dataclass(frozen=True, slots=True)
class Unread:
    """One value of one issue that is not checked. inherited: carried from an earlier text and not confirmed in this."""

    rule: Rule
    source: Source
    place: str
    says: str
    inherited: bool
    remark: str
    standing: str

    def as_mapping(self) -> dict[str, object]:
        """As plain values, for a program."""
        return {
            "text": self.source.id, "edition": self.source.edition, "rule": self.rule.id, "title": self.rule.title,
            "place": self.place, "says": self.says, "inherited": self.inherited, "remark": self.remark,
        }  # fmt: skip


def unread(text: str = "") -> list[Unread]:
    """Every value that is not checked, text by text in the order of the sources; of one edition or issue where named."""
    wanted = text.casefold()
    order = {source.id: place for place, source in enumerate(catalogue.SOURCES)}
    found = []
    for rule in catalogue.RULES.values():
        for one in rule.dated.provisions:
            source, place = one.citation.source, one.citation.locator
            named = not wanted or wanted in (source.id.casefold(), source.edition.casefold())
            if named and one.checked is None:
                found.append(
                    Unread(rule, source, place, in_words(one.value), one.carried, one.remark, one.standing)
                )
    return sorted(found, key=lambda one: order.get(one.source.id, len(order)))
