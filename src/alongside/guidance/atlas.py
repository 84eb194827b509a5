"""The atlas: from a paragraph to its rules, and from a rule to everything that speaks of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from alongside.guidance import catalogue
from alongside.guidance.coverage import Entry

#: Where a rule is written or listed rather than used.
WRITTEN_IN = ("src/alongside/guidance/", "docs/")
SEARCHED = {".py", ".html"}

Mentions = Mapping[str, tuple[str, ...]]


def mentions(root: Path, folders: Iterable[str] = ("src/alongside", "tests")) -> Mentions:
    """For every rule's id, the files under these folders of ``root`` that name it, in order."""
    found: dict[str, list[str]] = {id: [] for id in catalogue.RULES}
    for file in sorted(path for folder in folders for path in (root / folder).rglob("*")):
        where = file.relative_to(root).as_posix()
        if file.suffix in SEARCHED and not where.startswith(WRITTEN_IN):
            words = file.read_text(encoding="utf-8")
            for id in catalogue.RULES:
                if f'"{id}"' in words or f"'{id}'" in words:
                    found[id].append(where)
    return {id: tuple(files) for id, files in found.items()}


def as_markdown(clocks: Callable[[str], str], named_in: Mentions) -> str:
    """Each paragraph with its rules, then each rule with its clock, the code and the tests that name it.

    ``clocks`` says in words what starts a rule's clock, or nothing.
    """
    return "\n".join((*_paragraphs(), *_rules(clocks, named_in)))


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


def _rules(clocks: Callable[[str], str], named_in: Mentions) -> Iterator[str]:
    yield ""
    yield "## From a rule"
    yield ""
    yield "A rule's own page is at `/rules/` and its id. Files are those that name the rule by its id; a rule can also"
    yield "be used through its module, and every rule is held to its own examples by `tests/every/test_every_rule.py`."
    yield ""
    yield "| rule | written in | clock | used in | tests |"
    yield "| --- | --- | --- | --- | --- |"
    for id in catalogue.RULES:
        home = catalogue.home(id).__name__.removeprefix("alongside.guidance.").replace(".", "/")
        used = [where for where in named_in[id] if not where.startswith("tests/")]
        tests = [where for where in named_in[id] if where.startswith("tests/")]
        yield f"| `{id}` | {_link(f'src/alongside/guidance/{home}.py')} | {clocks(id)} | {_links(used)} | {_links(tests)} |"


def _links(files: Iterable[str]) -> str:
    return ", ".join(_link(file) for file in files)


def _link(file: str) -> str:
    return f"[{file.removeprefix('src/alongside/').removeprefix('tests/')}](../../{file})"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
