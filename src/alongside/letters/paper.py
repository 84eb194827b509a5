"""What stands on a sheet of paper, whichever file it becomes: page, PDF or Word. Nothing else reaches a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.letters.wording import Block

RIGHT_TO_LEFT = {"ar", "fa", "ur", "ps", "he"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One document. stamp: printed above it, where it is not signed. lang: of its words, as a code."""

    title: str
    blocks: tuple[Block, ...]
    area: str
    author: str = ""
    day: str = ""
    footer: str = ""
    stamp: str = ""
    lang: str = "en"
    large: bool = False

    @property
    def right_to_left(self) -> bool:
        return self.lang in RIGHT_TO_LEFT

    def every_word(self) -> Iterator[str]:
        """Everything a reader would read."""
        yield from (self.title, self.area, self.author, self.day, self.footer, self.stamp)
        yield from (one.words for one in self.blocks)
