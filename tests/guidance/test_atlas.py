"""From a rule to the tests that hold it and the pages it governs; a rule that no test names turns the build red."""

from __future__ import annotations

from pathlib import Path

from alongside.guidance import atlas, catalogue
from alongside.guidance.drawn import TESTS, Checkout, Place, Reach, View, draw

ROOT = Path(__file__).parents[2]
RULES_ALONE = ("src", "src/alongside/guidance")

VIEW = '''
from alongside.chronology import kinds
from alongside.guidance.working_together.chapter_3 import referral
from alongside.made_up import services

def decide(request):
    """Decide something: what follows."""
    services.record(referral.DECISION)
    return render(request, "made_up/decide.html")

def other(request):
    """Another page. It asks nothing."""
'''
SERVICE = """
from alongside.chronology import kinds

def record(rule):
    kinds.REFERRAL_RECEIVED.record(rule)
"""
PAGE = '{% set title = "Decide" %}<a href="{{ url("rule", "referral.feedback") }}">why</a>'


def unnamed(root: Path) -> set[str]:
    """The rules that no test names, by id or through their modules."""
    named = Checkout(root, (RULES_ALONE, TESTS)).mentions()
    return {id for id, files in named.items() if not any(file.startswith("tests/") for file in files)}


def test_every_rule_is_named_by_a_test_that_holds_it() -> None:
    assert unnamed(ROOT) == set(), "say what it asks, where and how strongly, in a table of tests/guidance"


def planted(root: Path, files: dict[str, str]) -> Path:
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")
    return root


def test_a_rule_without_a_test_would_be_seen(tmp_path: Path) -> None:
    """The seeded fault: of three rules one is named by its id, one through its module, one in prose only."""
    root = planted(tmp_path, {"tests/test_a.py": (
        "from alongside.guidance.working_together.chapter_3.referral import FEEDBACK\n"
        "# referral.acknowledgement is not held here\n"
        "def test_it():\n    assert FEEDBACK.id and rule('referral.decision')\n"
    )})  # fmt: skip
    without = unnamed(root)

    assert {"referral.decision", "referral.feedback"}.isdisjoint(without)
    assert "referral.acknowledgement" in without


def test_a_page_is_governed_by_what_it_and_its_own_part_name_or_record(tmp_path: Path) -> None:
    root = planted(tmp_path, {
        "src/alongside/made_up/views.py": VIEW,
        "src/alongside/made_up/services.py": SERVICE,
        "src/alongside/chronology/kinds.py": "REFERRAL_RECEIVED = 1\n",
        "src/alongside/guidance/working_together/chapter_3/referral.py": "",
        "src/alongside/templates/made_up/decide.html": PAGE,
    })  # fmt: skip
    moves = {Place("alongside.chronology.kinds", "REFERRAL_RECEIVED"): ("assessment.completion",)}
    views = [View("made_up:decide", "/decide/", "alongside.made_up.views", "decide"),
             View("made_up:other", "/other/", "alongside.made_up.views", "other")]  # fmt: skip
    drawn = draw(root, views, moves)

    governed = {id for id, lives in drawn.items() if lives.screens}
    assert governed == {"referral.decision", "referral.feedback", "assessment.completion"}
    (screen,) = drawn["referral.decision"].screens
    assert (screen.name, screen.title, screen.address) == ("made_up:decide", "Decide", "/decide/")
    assert drawn["referral.feedback"].code == ("src/alongside/templates/made_up/decide.html",)
    assert Reach(Checkout(root), moves).of(views[1]) == (set(), "Another page")


def test_what_is_shipped_reads_back_as_it_was_drawn() -> None:
    shipped = atlas.shipped()

    assert shipped["referral.decision"].screens
    assert "tests/guidance/test_referral.py" in shipped["referral.decision"].tests
    assert atlas.as_json(shipped).count("\n") == len(shipped) + 2
    assert len(shipped.keys() & catalogue.RULES.keys()) > len(catalogue.RULES) // 2


def test_the_page_of_the_atlas_leads_from_a_paragraph_to_rules_and_on_to_tests() -> None:
    page = atlas.as_markdown(lambda _: "started by something", atlas.shipped())

    assert "| WT2023 | paragraph 153 |" in page
    line = next(one for one in page.splitlines() if one.startswith("| `referral.decision` |"))
    assert "started by something" in line
    assert "[guidance/test_referral.py](../../tests/guidance/test_referral.py)" in line
