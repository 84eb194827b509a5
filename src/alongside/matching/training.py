"""Learning the weights from this installation's own records, or from a made-up borough, and keeping them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import splink

from alongside.matching import linking, weights
from alongside.matching.comparing import Told
from alongside.matching.made_up_records import records
from alongside.matching.reading import told_of_all
from alongside.moments import day_of


def train(*, now: datetime, to: Path, made_up: int = 0, area_code: str = "") -> linking.Learnt:
    """Learn the weights and write them down. made_up: from so many made-up people instead of the records."""
    people: Iterator[tuple[str, Told]] = (
        ((one.key, one.told) for one in records(made_up))
        if made_up
        else ((str(key), told) for key, told in told_of_all(area_code))
    )
    learnt = linking.learn(people)
    provenance = {
        "learnt_from": f"{made_up} made-up people of several name origins, seed 3" if made_up else "the records of this installation",
        "records": learnt.records,
        "learnt_on": str(day_of(now)),
        "by": f"Splink {splink.__version__ if hasattr(splink, '__version__') else ''}".strip(),
    }  # fmt: skip
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(weights.as_text(learnt.before, learnt.levels, provenance), encoding="utf-8")
    return learnt
