"""The reference of all rules, as one Markdown page generated from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from alongside.guidance import catalogue
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.rules import Rule
from alongside.guidance.kernel.words import day_in_words


def as_markdown() -> str:
    """Every rule by module: id, title, force, and each value with its source and check."""
    lines = [
        "# Rules",
        "",
        "Generated from the rules. Do not edit: change a rule, then generate this page again.",
        "",
        f"{len(catalogue.RULES)} rules. A rule says *must*, *should* or *local*, and each value says whether a",
        "person has checked it against the text.",
        "",
    ]
    for module, rules in catalogue.by_module().items():
        lines += _section(module, rules)
    lines += _sources()
    return "\n".join(lines) + "\n"


def _section(module: ModuleType, rules: tuple[Rule, ...]) -> Iterator[str]:
    about, _, rest = (module.__doc__ or "").strip().partition("\n")
    yield f"## {about.rstrip('.')}"
    yield ""
    if rest.strip():
        yield rest.strip()
        yield ""
    yield "| Rule | What | Kind and force | Value, text and check |"
    yield "|---|---|---|---|"
    for rule in rules:
        values = "<br>".join(_values(rule))
        yield f"| `{rule.id}` | {_cell(rule.title)} | {rule.kind}, {rule.force.value} | {values} |"
    yield ""


def _values(rule: Rule) -> Iterator[str]:
    """One line for each value, with the editions that state it: issues that agree share a line."""
    previous: Provision[object] | None = None
    for provision in rule.dated.provisions:
        if previous is None or not _same(previous, provision):
            source = provision.citation.source
            begins = provision.citation.in_force_from
            since = f"from {day_in_words(begins)}" if begins else "not begun"
            check = str(provision.checked) if provision.checked else "not yet checked"
            where = f"{source.title}, {provision.citation.locator}"
            yield f"{_cell(in_words(provision.value))} ({_cell(where)}; {since}; {check})"
        previous = provision


def _same(a: Provision[object], b: Provision[object]) -> bool:
    return (a.citation.source.edition, a.citation.locator, a.value) == (
        b.citation.source.edition,
        b.citation.locator,
        b.value,
    )


def _sources() -> Iterator[str]:
    yield "## Texts"
    yield ""
    yield "| Id | Text | Kind | In force from |"
    yield "|---|---|---|---|"
    for source in catalogue.SOURCES:
        begins = day_in_words(source.in_force_from) if source.in_force_from else "provision by provision"
        yield f"| `{source.id}` | [{_cell(source.name)}]({source.url}) | {source.kind.value} | {begins} |"


def _cell(words: str) -> str:
    return words.replace("|", "\\|").replace("\n", " ")
