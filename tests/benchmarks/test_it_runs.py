"""The benchmarks run, compare before they time, and keep what they measured. Never how fast anything is."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.models import Model

from alongside.agencies.models import Area, Practitioner
from alongside.guidance.catalogue import rule
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.guidance.kernel.rules import Timescale
from alongside.matching import made_up
from alongside.matching.models import Spelling
from alongside.people.models import Name, Person
from benchmarks import crowds, due_dates, explanation, people
from benchmarks.measuring import AGAIN, Result, check_void, exponent, ratio, save, take_turns
from tests.guidance import naive

ROOT = Path(__file__).parents[2]


def test_a_quick_run_prints_its_findings_and_keeps_the_raw_times(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--quick", "--only", "due-dates", "--results", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    # 1 says that the machine was too busy for the run to mean anything, which is no fault of the code.
    assert done.returncode in (0, 1), done.stderr
    assert "Dates other than the plain loop's, 2012 to 2035, four limits: 0" in done.stdout
    assert "load" in done.stdout
    (kept,) = tmp_path.glob("*.json")
    told = json.loads(kept.read_text())
    assert told["quick"] is True
    (result,) = told["results"]
    assert {len(turns) for turns in result["raw"]["seconds"].values()} == {7}
    assert set(result["raw"]["seconds"]) == {due_dates.OURS, due_dates.ANCHOR, due_dates.COPY, AGAIN}


def test_an_unknown_benchmark_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "--only", "everything"], cwd=ROOT, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "due-dates" in done.stderr


@pytest.mark.parametrize("n", due_dates.LIMITS)
def test_the_loop_that_answers_are_compared_with_counts_as_an_independent_one_does(n: int) -> None:
    for start in (date(2012, 6, 1), date(2022, 9, 16), date(2024, 12, 23), date(2035, 12, 31)):
        assert due_dates.by_loop(start, n) == naive.after(start, n)


def test_the_table_is_the_kernel_s_for_every_day_it_knows() -> None:
    table = due_dates.table(10)
    days = (ENGLAND_AND_WALES.last - ENGLAND_AND_WALES.first).days + 1
    assert len(table) == days
    start = date(2025, 4, 17)
    found = table[start.toordinal() - due_dates.EPOCH + due_dates.TO_PLACE]
    assert date.fromordinal(int(found) + due_dates.EPOCH) == date(2025, 5, 6)


def test_an_explanation_says_every_day() -> None:
    decision = rule("child-protection.initial-conference")
    assert isinstance(decision, Timescale)
    due, words = explanation.explained(decision, date(2025, 4, 10))
    assert due.on == date(2025, 5, 6)
    assert len(due.counted) == 15
    for day in due.days:
        assert str(day.date) in words
    assert "Good Friday" in words
    assert str(due.citation) in words


def test_turns_are_taken_and_none_goes_first_twice_running() -> None:
    order: list[str] = []
    ticks = iter(range(1000))
    taken = take_turns(
        {name: lambda name=name: order.append(name) for name in "abc"},
        rounds=3,
        clock=lambda: float(next(ticks)),
    )
    assert order == ["a", "b", "c", "b", "c", "a", "c", "a", "b"]
    assert taken == {"a": [1.0] * 3, "b": [1.0] * 3, "c": [1.0] * 3}


def test_an_anchor_unlike_itself_voids_the_run() -> None:
    busy, quiet = Result("busy", ""), Result("quiet", "")
    check_void(busy, {"anchor": [1.0], AGAIN: [1.2]}, "anchor")
    check_void(quiet, {"anchor": [1.0], AGAIN: [1.05]}, "anchor")
    assert "too busy" in busy.void
    assert not quiet.void


def test_growth_and_ratios() -> None:
    assert exponent([10, 100, 1000], [3, 30, 300]) == pytest.approx(1)
    assert exponent([10, 100, 1000], [5, 5, 5]) == pytest.approx(0)
    assert ratio({"one": [4, 8, 6], "to": [2, 3, 100]}, "one", "to") == 2


def test_a_target_stands_beside_its_result(tmp_path: Path) -> None:
    result = Result("name", "question")
    result.say("Growth", "1.30 times", "1.2 or less", met=False)
    result.say("Rows", "5")
    assert result.figures == ["Growth: 1.30 times   (target 1.2 or less, NOT met)", "Rows: 5"]
    assert json.loads(save([result], folder=tmp_path).read_text())["results"][0]["figures"] == result.figures


def test_a_crowd_is_written_as_the_models_would(wrenmouth: Area, maya: Practitioner) -> None:
    """And its indexes are there again afterwards."""
    kept, left = list(made_up.people(60)), {}
    for way in ("models", "poured"):
        with transaction.atomic():
            before = _indexes()
            if way == "models":
                people.write(wrenmouth, maya, kept, cases=False)
            else:
                assert crowds.pour(wrenmouth, kept) == len(kept)
            assert _indexes() == before
            left[way] = [_told(model) for model in (Person, Name, Spelling)]
            transaction.set_rollback(True)
    assert left["poured"] == left["models"]
    assert len(left["models"][0]) == 60


def _indexes() -> set[str]:
    with connection.cursor() as cursor:
        tables = [
            connection.introspection.get_constraints(cursor, model._meta.db_table)
            for model in (Person, Name, Spelling)
        ]
    return {name for table in tables for name in table}


def _told(model: type[Model]) -> list[tuple[str, ...]]:
    """What each row says, but for keys and moments: a person by their reference."""
    columns = [
        "person__reference" if field.name == "person" else field.name
        for field in model._meta.concrete_fields
        if field.name not in ("id", "recorded_at")
    ]
    return sorted(tuple(map(str, row)) for row in model._default_manager.values_list(*columns))
