"""What a browser test expects, it waits for: a page answers when it can, and a busy machine is slow.

A look that does not wait passes on a quiet machine and fails on a busy one. ``expect`` looks again.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

BROWSER_TESTS = sorted((Path(__file__).parents[1] / "browser").glob("test_*.py"))
LOOKS_ONCE = {
    "is_visible",
    "is_hidden",
    "is_enabled",
    "is_disabled",
    "is_checked",
    "title",
    "inner_text",
    "input_value",
}


def looks_once(source: str) -> list[str]:
    """Each assertion of a test's source that looks at a page without waiting, with its line."""
    return [
        f"line {each.lineno}: {each.func.attr}"
        for asserted in ast.walk(ast.parse(source))
        if isinstance(asserted, ast.Assert)
        for each in ast.walk(asserted.test)
        if isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr in LOOKS_ONCE
    ]


@pytest.mark.parametrize("path", BROWSER_TESTS, ids=lambda path: path.stem)
def test_what_is_expected_is_waited_for(path):
    assert looks_once(path.read_text(encoding="utf-8")) == [], "expect(…).to_be_visible() and its like wait"


def test_a_look_that_does_not_wait_is_found():
    assert looks_once("assert not page.get_by_text('x').is_visible()") == ["line 1: is_visible"]
