"""Nobody is recorded before it was asked whether they have a record already: every place that records somebody, here.

The places are found in the code itself. One that nobody has written down here, with how it asks, fails.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

import alongside

SRC = Path(alongside.__file__).parent
#: What makes a person's row, and the acts that do so for whoever calls them.
ROWS = {"create", "bulk_create", "get_or_create", "update_or_create", "acreate"}
ACTS = {"make_referral", "add_relative", "offer_early_help"}
ASKS_FIRST = "asked_first"

#: Acts: what records somebody. Whoever calls one is in the next table.
RECORDS_SOMEBODY = {
    "referrals.services.child_described": "make_referral",
    "family.relatives._new_person": "add_relative",
    # A return holds no names: its children are known by the authority's own number, and by that alone.
    "census.loading.people.make": "a census file",
}
#: Who calls those acts: pages that ask first, and doors where whoever sends may not be told who has a record.
CALLS = {
    "referrals.views": ASKS_FIRST,
    "family.views": ASKS_FIRST,
    "early_help.views": ASKS_FIRST,
    # A child whose early help one leads has a record, and is referred with it.
    "early_help.services.step_up": "early_help.views",
    "front_door.notices_views": ASKS_FIRST,
    "partners.views.unmatched": ASKS_FIRST,
    # What is done with notices of the police and of schools is begun from a page that asks.
    "front_door.triage": "front_door.notices_views",
    "partners.services.settle_notice": "partners.views.unmatched",
    # The public and other systems are never told who has a record. Whoever decides at the front door is.
    "front_door.intake": "referrals.same_child",
}
#: Composed of invented people.
NOT_ASKED = ("demo.",)


def modules() -> dict[str, str]:
    """Every module's name, without the first part, and its text."""
    return {
        ".".join(path.relative_to(SRC).with_suffix("").parts): path.read_text()
        for path in sorted(SRC.rglob("*.py"))
        if "migrations" not in path.parts
    }


def calls(tree: ast.AST) -> Iterable[tuple[str, ast.Call]]:
    """Every call within a function, with the function's name; of a module's own, with no name."""

    def within(node: ast.AST, name: str) -> Iterable[tuple[str, ast.Call]]:
        for child in ast.iter_child_nodes(node):
            inner = child.name if isinstance(child, ast.FunctionDef) else name
            if isinstance(child, ast.Call):
                yield inner, child
            yield from within(child, inner)

    return within(tree, "")


def makes_a_person(call: ast.Call) -> bool:
    """Whether a call makes a new person: not one that stands in for a record by its key."""
    made, known = ast.unparse(call.func), {keyword.arg for keyword in call.keywords}
    rows = {f"Person{manager}.{row}" for manager in (".objects", "._default_manager") for row in ROWS}
    return (made == "Person" and "pk" not in known) or made in rows


def places(texts: dict[str, str]) -> set[str]:
    """Every function that makes a person, as “module.function”."""
    return {
        f"{module}.{name}"
        for module, text in texts.items()
        if "Person" in text
        for name, call in calls(ast.parse(text))
        if makes_a_person(call) and not module.startswith(NOT_ASKED)
    }


def callers(texts: dict[str, str]) -> set[str]:
    """Every module that calls an act by which somebody is recorded."""
    return {
        module
        for module, text in texts.items()
        if any(act in text for act in ACTS)
        for _, call in calls(ast.parse(text))
        if ast.unparse(call.func).rpartition(".")[2] in ACTS and not module.startswith(NOT_ASKED)
    }


def test_every_place_that_records_somebody_is_known() -> None:
    assert places(modules()) == RECORDS_SOMEBODY.keys()


def test_whatever_calls_them_asks_first_or_says_who_is_asked() -> None:
    texts = modules()
    called = callers(texts)
    assert called <= CALLS.keys()
    for module, asks in CALLS.items():
        if asks == ASKS_FIRST:
            assert any(
                ast.unparse(call.func).endswith(ASKS_FIRST) for _, call in calls(ast.parse(texts[module]))
            )
        else:
            assert asks in texts
            assert asks in CALLS or "maybe_known" in texts[asks]


def test_a_new_place_would_be_noticed() -> None:
    """The seeded faults: each of these records somebody without asking."""
    ways = (
        "def _add(child): return Person(area_id=child.area_id, called='Somebody')",
        "def _add(child): Person.objects.create(called='Somebody')",
        "def _add(child): Person.objects.bulk_create([Person(called='Somebody')])",
        "def _add(child): people.models.Person(called='x')\ndef _add(child): Person.objects.get_or_create(called='x')",
    )
    for way in ways:
        assert "plans.new_place._add" in places({"plans.new_place": way})
    assert callers({"plans.views": "def _(): return services.make_referral(by=me)"}) == {"plans.views"}
    assert not places({"desk.shown": "def _one(fact): return Person(pk=fact.key, called=fact.name)"})
