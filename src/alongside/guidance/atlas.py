"""The atlas: from a paragraph to its rules, and from a rule to everything that speaks of it.

It is drawn from a check-out (`alongside.guidance.drawn`) and shipped as ``atlas.json``, because an installation has
neither the tests nor the means to read the code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files

from alongside.guidance import catalogue
from alongside.guidance.coverage import Entry

FILE = "atlas.json"


@dataclass(frozen=True, slots=True)
class Screen:
    """A page of the software: its name among the addresses, its title, and its address as a pattern."""

    name: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Lives:
    """Where one rule lives: the screens it governs, the code that names it, the tests that hold it."""

    screens: tuple[Screen, ...] = ()
    code: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


NOWHERE = Lives()
Atlas = Mapping[str, Lives]


def as_json(atlas: Atlas) -> str:
    """The atlas as it is shipped, a line for each rule."""
    lines = (
        f"{json.dumps(id)}: {json.dumps(asdict(lives), ensure_ascii=False)}" for id, lives in atlas.items()
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


@cache
def shipped() -> Atlas:
    """The atlas that came with this version: for each rule, where it lives."""
    held = json.loads(files(__package__).joinpath(FILE).read_text(encoding="utf-8"))
    return {
        id: Lives(
            tuple(Screen(**one) for one in lives["screens"]), tuple(lives["code"]), tuple(lives["tests"])
        )
        for id, lives in held.items()
    }


def as_markdown(clocks: Callable[[str], str], atlas: Atlas) -> str:
    """Each paragraph with its rules, then each rule with its clock, the screens, the code and the tests that name it.

    ``clocks`` says in words what starts a rule's clock, or nothing.
    """
    return "\n".join((*_paragraphs(), *_rules(clocks, atlas)))


def _paragraphs() -> Iterator[str]:
    yield "# Atlas"
    yield ""
    yield "From the text to the software. Every numbered paragraph and unnumbered box of an encoded chapter is here, in"
    yield "the text's order: the rules that cite it, or why there is none. The second table goes on from a rule."
    yield ""
    yield "| text | place | about | rules, or why not |"
    yield "| --- | --- | --- | --- |"
    for entry in catalogue.coverage():
        yield f"| {entry.edition} | {entry.at} | {_cell(entry.about)} | {_cell(_answer(entry))} |"


def _answer(entry: Entry) -> str:
    rules = ", ".join(f"`{id}`" for id in entry.rules)
    return " ".join(part for part in (rules, entry.page, entry.not_encoded) if part)


def _rules(clocks: Callable[[str], str], atlas: Atlas) -> Iterator[str]:
    yield ""
    yield "## From a rule"
    yield ""
    yield "A rule's own page is at `/guidance/rules/` and its id. Files are those that name the rule, by its id or through"
    yield "its module; screens are the pages on which it is asked or that move its clock. Every rule is held to its own"
    yield "examples by `tests/every/test_every_rule.py`."
    yield ""
    yield "| rule | written in | clock | screens | used in | tests |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for id in catalogue.RULES:
        home = catalogue.home(id).__name__.removeprefix("alongside.guidance.").replace(".", "/")
        lives = atlas.get(id, NOWHERE)
        screens = ", ".join(f"`{screen.name}`" for screen in lives.screens)
        yield (
            f"| `{id}` | {_link(f'src/alongside/guidance/{home}.py')} | {clocks(id)} | {screens} "
            f"| {_links(lives.code)} | {_links(lives.tests)} |"
        )


def _links(files: Iterable[str]) -> str:
    return ", ".join(_link(file) for file in files)


def _link(file: str) -> str:
    return f"[{file.removeprefix('src/alongside/').removeprefix('tests/')}](../../{file})"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
