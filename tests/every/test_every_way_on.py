"""Each way on that a case can take is walked through the pages by a test that says so in its first line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.every.transitions import WAYS_ON

TESTS = Path(__file__).parents[1]
NUMBER = re.compile(r"T\d{1,2}\b")
#: How a test asks a page: a browser of Django's, or one of the hands that hold one.
ASKS_PAGES = re.compile(r"\.(get|post|does|did|send|at|reads)\(|\b(send|confirmed|recorded|did|read|page)\(")


@cache
def walked() -> dict[str, tuple[str, ...]]:
    """By the number of a way on, the tests that begin with it."""
    found: dict[str, list[str]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for name, numbers in named_in(path.read_text()):
            for number in numbers:
                found.setdefault(number, []).append(f"{path.relative_to(TESTS)}::{name}")
    return {number: tuple(tests) for number, tests in found.items()}


def named_in(source: str) -> Iterator[tuple[str, list[str]]]:
    """Tests of a module whose docstring's first line begins with numbers, and that ask a page for something."""
    if not re.search(r"\bT\d", source):
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            first = (ast.get_docstring(node) or "").partition("\n")[0].partition(":")[0]
            if (numbers := NUMBER.findall(first)) and ASKS_PAGES.search(ast.unparse(node)):
                yield node.name, numbers


@pytest.mark.parametrize("number", WAYS_ON)
def test_it_is_walked_through_the_pages(number: str) -> None:
    assert number in walked(), (
        f"No test walks {number}: {WAYS_ON[number]}. Begin the docstring of one that does with “{number}: …”."
    )


def test_no_test_names_a_way_on_that_there_is_not() -> None:
    assert walked().keys() <= WAYS_ON.keys()


def test_a_way_on_that_is_only_named_is_not_walked() -> None:
    """The seeded fault: a test that says so and asks no page."""
    assert dict(named_in('def test_it():\n    """T7: all is well."""\n    assert True\n')) == {}
    walks = 'def test_it(client):\n    """T7 and T8: on."""\n    client.post("/x/")\n'
    assert dict(named_in(walks)) == {"test_it": ["T7", "T8"]}
