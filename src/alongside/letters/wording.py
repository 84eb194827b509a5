"""The words of letters: plain, one text for each kind and audience, which an area may write anew.

``# `` begins the title, ``## `` a heading, ``- `` a line of a list; an empty line ends a paragraph. ``{child}`` is
a field, and the fields are a closed list. That is all there is: words cannot reach the record, only name a field of
what was already decided that this reader may see. A paragraph with an empty field is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from alongside.letters.brought import OURS
from alongside.refusals import Refusal

FIELD = re.compile(r"\{([^{}]*)\}")
TITLE, HEADING, TEXT, ITEM = "title", "heading", "text", "item"
MARKS = {"# ": TITLE, "## ": HEADING, "- ": ITEM}
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph or line of a list. fields: those its words came from, besides the area's own."""

    kind: str
    words: str
    fields: tuple[str, ...] = ()

    def kept(self) -> dict[str, object]:
        return {"kind": self.kind, "words": self.words, "fields": list(self.fields)}


def block_from(kept: Mapping[str, object]) -> Block:
    """A block that was kept."""
    fields = kept.get("fields")
    return Block(str(kept["kind"]), str(kept["words"]), tuple(fields) if isinstance(fields, list) else ())


def fields_in(words: str) -> list[str]:
    """The fields that a text names, in order, each once."""
    return list(dict.fromkeys(FIELD.findall(words)))


def check_words(words: str, may_hold: Iterable[str]) -> None:
    """Raises Refusal for a text that is no letter: no title, a brace left open, a field that there is not."""
    allowed = sorted(may_hold)
    if len(words) > LONGEST:
        raise Refusal("This is too long for a letter.", f"It has {len(words)} characters; {LONGEST} is the most.",
                      "Shorten it.", field="words")  # fmt: skip
    if not words.lstrip().startswith("# "):
        raise Refusal("There is no title.", "The first line of a letter is its title, after “# ”.",
                      "Begin with a line such as “# What the assessment decided”.", field="words")  # fmt: skip
    if unknown := [one for one in fields_in(words) if one not in allowed]:
        raise Refusal(
            f"There is no field {{{unknown[0]}}}.", "This letter may name only what its reader may see: "
            + ", ".join(f"{{{one}}}" for one in allowed) + ".", "Take it out, or write it as words.", field="words",
        )  # fmt: skip
    if "{" in FIELD.sub("", words) or "}" in FIELD.sub("", words):
        raise Refusal("A brace stands alone.", "Braces go around the name of a field, such as {child}.",
                      "Close it, or take it out.", field="words")  # fmt: skip


def fill(words: str, values: Mapping[str, str]) -> list[Block]:
    """A text with its fields filled. What names an empty field is left out, and so is a heading over nothing.

    Raises KeyError for a field that is not among the values.
    """
    return list(_with_something_under(_filled(words, values)))


def _filled(words: str, values: Mapping[str, str]) -> Iterator[Block]:
    for kind, written in parts(words):
        fields = tuple(fields_in(written))
        if any(not values[name].strip() for name in fields):
            continue
        alone = FIELD.fullmatch(written.strip())
        if alone:
            # A field by itself keeps its own lines: each a paragraph, or a line of the list.
            for line in values[alone.group(1)].splitlines():
                if line.strip():
                    yield Block(kind, line.strip(), fields)
            continue
        yield Block(kind, FIELD.sub(lambda found: values[found.group(1)].strip(), written), fields)


def parts(words: str) -> Iterator[tuple[str, str]]:
    """Each heading, paragraph and line of a list of a text as it was written, with its kind."""
    paragraph: list[str] = []
    for line in [*words.splitlines(), ""]:
        mark = next((one for one in MARKS if line.startswith(one)), "")
        if mark or not line.strip():
            if paragraph:
                yield TEXT, " ".join(paragraph)
                paragraph = []
            if mark:
                yield MARKS[mark], line[len(mark) :].strip()
        else:
            paragraph.append(line.strip())


def _with_something_under(blocks: Iterable[Block]) -> Iterator[Block]:
    waiting: Block | None = None
    for block in blocks:
        if block.kind == HEADING:
            waiting = block
            continue
        if waiting:
            yield waiting
            waiting = None
        yield block


def brought_along(kind: str, audience: str) -> str:
    """The text of a kind for an audience that comes with the service."""
    return OURS[kind, audience].strip() + "\n"
