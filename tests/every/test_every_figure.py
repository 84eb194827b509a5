"""No page shows a statutory figure from nowhere, and nothing names a rule that is not there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.guidance import catalogue
from alongside.guidance.explain import in_words
from alongside.guidance.subjects import SUBJECTS
from alongside.outbox.events import Event
from tests.every.figures import FIGURES, Repeats

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "alongside"
#: Where rules are written, and where invented families are.
NOT_SHOWN = ("guidance/", "demo/")

WORDS = "one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905
NUMBER = rf"(?:\d+|{'|'.join(WORDS)}|fifteen|twenty|thirty|forty-five)"
FIGURE = re.compile(
    rf"\b{NUMBER}[ -](?:working |calendar |school )?(?:days?|weeks?|months?|hours?)\b", re.IGNORECASE
)
ID = re.compile(r"([a-z]+(?:-[a-z0-9]+)*)\.[a-z]+(?:-[a-z0-9]+)*")
QUOTED = re.compile(r"""["'`/]([a-z]+(?:-[a-z0-9]+)*\.[a-z]+(?:-[a-z0-9]+)*)["'`/]""")
#: What looks like a rule's id and is none, and what it is.
NO_RULE = {
    "child-protection.initial": "how things stand with a child", "child-protection.receiving": "how things stand with a child",
    "child-protection.transfer": "how things stand with a child", "emergency.recovery": "how things stand with a child",
    "emergency.strategy": "how things stand with a child",
    "records.local": "an area's own period of keeping",
    **dict.fromkeys([event.value for event in Event], "an event that other systems hear"),
}  # fmt: skip


def python_strings(words: str) -> Iterator[str]:
    """Every string of a module but its docstrings."""
    tree = ast.parse(words)
    said_aside = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in said_aside:
            yield node.value


def shown(file: Path) -> str:
    """What of a file can stand on a page."""
    words = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return re.sub(r"\{#.*?#\}", "", words, flags=re.DOTALL)
    return "\n".join(python_strings(words))


def figures_in(words: str) -> set[str]:
    """The lengths of time in some words."""
    return {found.casefold() for found in FIGURE.findall(words)}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """What can stand on a page, file by file."""
    found = (file for file in sorted(SOURCE.rglob("*")) if file.suffix in {".py", ".html"})
    return {
        name: shown(file)
        for file in found
        if not (name := file.relative_to(SOURCE).as_posix()).startswith(NOT_SHOWN)
        and "/migrations/" not in name
    }


def test_every_figure_shown_is_a_rules_own_or_says_why_it_is_none(files: dict[str, str]) -> None:
    there = {(name, figure) for name, words in files.items() for figure in figures_in(words)}

    assert there - FIGURES.keys() == set(), (
        "take it from a rule, or give its reason in tests/every/figures.py"
    )
    assert FIGURES.keys() - there == set(), "no longer there: take it out of tests/every/figures.py"


@pytest.mark.parametrize(("where", "repeats"), [
    (where, said) for where, said in FIGURES.items() if isinstance(said, Repeats)
], ids=lambda one: " ".join(one) if isinstance(one, tuple) else one.rule)  # fmt: skip
def test_a_figure_that_repeats_a_rule_says_what_the_rule_says_today(
    where: tuple[str, str], repeats: Repeats
) -> None:
    figure = where[1]
    for n, word in enumerate(WORDS, start=1):
        figure = re.sub(rf"^{word}\b", str(n), figure)

    assert figure in in_words(catalogue.rule(repeats.rule).dated.provisions[-1].value)


@pytest.mark.parametrize(("words", "found"), [
    ("<p>Hold it within 15 working days.</p>", {"15 working days"}),
    ("Tell us in Ten Working Days", {"ten working days"}),
    ("{# 15 working days #}", set()),
    ("<p>{{ rule.within }} after it</p>", set()),
    ("a 45-day wait, 6 months, 24 hours", {"45-day", "6 months", "24 hours"}),
])  # fmt: skip
def test_a_figure_from_nowhere_would_be_seen(tmp_path: Path, words: str, found: set[str]) -> None:
    """The seeded fault, in a template."""
    page = tmp_path / "page.html"
    page.write_text(words, encoding="utf-8")

    assert figures_in(shown(page)) == found


def test_a_figure_in_a_module_would_be_seen_and_one_in_its_docstring_is_no_page(tmp_path: Path) -> None:
    module = tmp_path / "views.py"
    module.write_text(
        '"""Within 15 working days."""\nHELP = f"Within 20 working days of {1}."\n', encoding="utf-8"
    )

    assert figures_in(shown(module)) == {"20 working days"}


def stale(words: str) -> set[str]:
    """The ids in some words that begin as a rule's do and name none."""
    ids = {id for id in QUOTED.findall(words) if id.partition(".")[0] in SUBJECTS}
    return {
        id
        for id in ids
        if id not in catalogue.RULES and id not in NO_RULE and not id.endswith((".py", ".json"))
    }


def test_nothing_in_the_code_or_the_documents_names_a_rule_that_is_not_there(files: dict[str, str]) -> None:
    code = {
        name: found
        for name, words in files.items()
        if (
            found := stale(
                "\n".join(f'"{line}"' if ID.fullmatch(line) else line for line in words.splitlines())
            )
        )
    }
    written = {
        document.relative_to(ROOT).as_posix(): found
        for document in sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
        if "docs/reference" not in document.as_posix()
        and (
            found := {
                id for id in stale(document.read_text(encoding="utf-8")) if not id.startswith("guidance.")
            }
        )
    }

    assert (code, written) == ({}, {})


def test_a_stale_name_of_a_rule_would_be_seen() -> None:
    """The seeded fault."""
    assert stale("url('explorer:rule', 'referral.decided-upon')") == {"referral.decided-upon"}
    assert stale("see `referral.decision` and /guidance/rules/referral.gone/") == {"referral.gone"}
    assert stale('"nothing.like-it" and "referral.decision"') == set()
