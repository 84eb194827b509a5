"""What the published form says is what is done."""

from __future__ import annotations

import re
from pathlib import Path

from alongside.audit import chain
from alongside.audit.verifying import FIELDS, root_of

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "explanation" / "audit-format.md"


def examples() -> list[tuple[str, str]]:
    """Each row of the document, and the hash below it."""
    (block,) = re.findall(r"```text\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return [tuple(pair.strip().replace("→", "\t").split("\n")) for pair in block.split("\n\n")]


def test_the_examples_have_the_hashes_they_are_said_to_have() -> None:
    assert len(examples()) == 2
    for row, hash in examples():
        assert (chain.hash_of(row), len(row.split("\t"))) == (hash, FIELDS)


def test_the_second_example_follows_the_first() -> None:
    (_, first), (second, _) = examples()
    assert second.split("\t")[-1] == first


def test_the_root_over_the_example_is_as_said() -> None:
    (_, (_, last)) = examples()
    assert f"`{root_of([[3, 2, last]])}`" in DOCUMENT.read_text(encoding="utf-8")


def test_a_root_depends_on_every_lane_and_on_their_order() -> None:
    lanes = [[lane, lane + 1, chain.hash_of(str(lane))] for lane in range(7)]
    roots = {root_of(lanes[:n]) for n in range(8)} | {root_of(lanes[::-1])}
    assert len(roots) == 9


def test_the_lane_follows_from_the_key_alone() -> None:
    row, _ = examples()[0]
    assert int(row.split("\t")[1]) == int(row.split("\t")[5], 16) % chain.LANES
