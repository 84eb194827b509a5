"""Splink over records in DuckDB, in memory: learning weights, and finding every pair that may be one person.

Nothing leaves the process. The levels are those of ``comparing``, written as SQL.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import duckdb
import pyarrow  # type: ignore[import-untyped]
from splink import Linker, SettingsCreator, block_on
from splink.backends.duckdb import DuckDBAPI

from alongside.matching import comparing as c
from alongside.matching.comparing import Levels, Told
from alongside.matching.nicknames import full_names
from alongside.matching.sounds import sounds
from alongside.matching.spellings import together

#: A level that never occurred is taken to be as rare as this, so that a weight always exists.
RAREST = 1e-5
#: Out of a thousand pairs found by these, nearly all are one person's; the rest of the true ones is found elsewhere.
SURELY = ("l.number_list = r.number_list AND len(l.number_list) > 0", "l.words = r.words AND l.born = r.born")
SEED = 20
#: Pairs at random over which u is counted.
PAIRS = 2e6

NOT_BOTH = "{0}_l IS NULL OR {0}_r IS NULL"
SQL: dict[str, dict[str, str]] = {
    c.GIVEN: {
        c.MISSING: NOT_BOTH.format("given"),
        c.SAME: "given_l = given_r",
        c.SHORT_FORM: "list_has_any(given_full_l, given_full_r)",
        c.SOUNDS_ALIKE: "list_has_any(given_sounds_l, given_sounds_r)",
        c.NEARLY_SPELT: f"jaro_winkler_similarity(given_l, given_r) >= {c.NEARLY}",
    },
    c.FAMILY: {
        c.MISSING: NOT_BOTH.format("family"),
        c.SAME: "family_l = family_r",
        c.PART_SHARED: "(len(family_parts_l) > 1 OR len(family_parts_r) > 1) AND list_has_any(family_parts_l, family_parts_r)",
        c.SOUNDS_ALIKE: "list_has_any(family_sounds_l, family_sounds_r)",
        c.NEARLY_SPELT: f"jaro_winkler_similarity(family_l, family_r) >= {c.NEARLY}",
    },
    c.BORN: {
        c.MISSING: NOT_BOTH.format("born"),
        c.SAME: "born_l = born_r",
        c.EXCHANGED: "year(born_l) = year(born_r) AND month(born_l) = day(born_r) AND day(born_l) = month(born_r)",
        c.DAYS_OFF: "abs(date_diff('day', born_l, born_r)) <= 2",
        c.YEAR_OFF: "abs(year(born_l) - year(born_r)) = 1 AND month(born_l) = month(born_r) AND day(born_l) = day(born_r)",
    },
    c.SEX: {c.MISSING: NOT_BOTH.format("sex"), c.SAME: "sex_l = sex_r"},
    c.POSTCODE: {
        c.MISSING: "len(postcodes_l) = 0 OR len(postcodes_r) = 0",
        c.SAME: "list_has_any(postcodes_l, postcodes_r)",
        c.SAME_DISTRICT: "list_has_any(districts_l, districts_r)",
    },
    c.NUMBER: {
        c.MISSING: "NOT list_has_any(schemes_l, schemes_r)",
        c.SAME: "len(list_intersect(schemes_l, schemes_r)) = len(list_intersect(number_list_l, number_list_r))",
    },
}  # fmt: skip

TEXTS = pyarrow.list_(pyarrow.string())
COLUMNS = pyarrow.schema([
    ("unique_id", pyarrow.string()), ("person", pyarrow.string()), ("words", pyarrow.string()), ("given", pyarrow.string()),
    ("given_full", TEXTS), ("given_sounds", TEXTS), ("family", pyarrow.string()), ("family_parts", TEXTS),
    ("family_sounds", TEXTS), ("said", pyarrow.string()), ("begins", pyarrow.string()), ("born", pyarrow.date32()),
    ("sex", pyarrow.string()), ("postcodes", TEXTS), ("districts", TEXTS), ("postcode", pyarrow.string()),
    ("number_list", TEXTS), ("schemes", TEXTS), ("number", pyarrow.string()),
])  # fmt: skip


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt: (m, u) by field and level, how likely a match is beforehand, and from how many records."""

    levels: dict[str, dict[str, tuple[float, float]]]
    before: float
    records: int


def learn(people: Iterable[tuple[str, Told]]) -> Learnt:
    """Learn the weights from records: u from pairs at random, m by expectation and maximisation.

    Each m is learnt among pairs that agree in something else. Raises ValueError where there are too few records.
    """
    linker, count = _linker((key, replace(told, names=told.names[:1])) for key, told in people)
    if count < 500:
        raise ValueError(
            f"There are {count} records with a name. Weights need at least 500 to be learnt from."
        )
    linker.training.estimate_probability_two_random_records_match(list(SURELY), recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=PAIRS, seed=SEED)
    for agreeing in (block_on("number"), block_on("born", "said"), block_on("postcode", "said")):
        linker.training.estimate_parameters_using_expectation_maximisation(
            agreeing, record_sample_proportion=1.0
        )
    told = linker.misc.save_model_to_json(out_path=None)
    levels = {comparison["output_column_name"]: _levels(comparison) for comparison in told["comparisons"]}
    return Learnt(levels, told["probability_two_random_records_match"], count)


def _levels(comparison: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return {
        level["label_for_charts"]: (
            max(level.get("m_probability") or RAREST, RAREST),
            max(level.get("u_probability") or RAREST, RAREST),
        )
        for level in comparison["comparison_levels"]
        if not level.get("is_null_level")
    }


def pairs(
    people: Iterable[tuple[str, Told]],
    *,
    learnt: Mapping[str, Mapping[str, tuple[float, float]]],
    before: float,
    least: float,
) -> Iterator[tuple[str, str]]:
    """Every pair of people, each once, that is at least this likely to be one person, the likeliest first."""
    linker, count = _linker(people, learnt=learnt, before=before)
    if count < 2:
        return
    found = linker.inference.predict(threshold_match_probability=least).as_duckdbpyrelation()
    seen: set[tuple[str, str]] = set()
    for one, other in found.order("match_weight DESC").project("person_l, person_r").fetchall():
        pair = (min(one, other), max(one, other))
        if one != other and pair not in seen:
            seen.add(pair)
            yield pair


def levels_of(people: Iterable[tuple[str, Told]]) -> dict[tuple[str, str], Levels]:
    """The level of each field as the database sees it, for the first with the second, the third with the fourth.

    By this the levels here are held to those of ``comparing``.
    """
    some = list(people)
    connection = _records(some)
    whens = {
        field: " ".join(f"WHEN {condition} THEN '{level}'" for level, condition in conditions.items())
        for field, conditions in SQL.items()
    }
    columns = ", ".join(
        f"CASE {when} ELSE '{c.DIFFERENT}' END AS \"{field}\"" for field, when in whens.items()
    )
    sides = ", ".join(f"{side}.{name} AS {name}_{side}" for name in COLUMNS.names for side in "lr")
    found: dict[tuple[str, str], Levels] = {}
    for (one, _), (other, _) in zip(some[::2], some[1::2], strict=False):
        pair = f"SELECT {sides} FROM records l, records r WHERE l.person = ? AND r.person = ?"  # noqa: S608
        row = connection.execute(f"SELECT {columns} FROM ({pair})", [one, other]).fetchall()[0]  # noqa: S608
        found[one, other] = dict(zip(SQL, row, strict=True))
    return found


def _records(people: Iterable[tuple[str, Told]]) -> duckdb.DuckDBPyConnection:
    table = pyarrow.Table.from_pylist(
        [row for key, told in people for row in _rows(key, told)], schema=COLUMNS
    )
    connection = duckdb.connect(":memory:")
    connection.register("told", table)
    connection.execute("CREATE TABLE records AS SELECT * FROM told")
    return connection


def _linker(
    people: Iterable[tuple[str, Told]],
    *,
    learnt: Mapping[str, Mapping[str, tuple[float, float]]] | None = None,
    before: float = 0.0001,
) -> tuple[Linker, int]:
    logging.getLogger("splink").setLevel(logging.ERROR)
    connection = _records(people)
    ((count,),) = connection.execute("SELECT count(*) FROM records").fetchall()
    blocks: list[Any] = [
        block_on("born", "begins"), block_on("said"), block_on("number"), block_on("postcode", "given"),
        block_on("given", "family"), block_on("postcode", "born"),
    ]  # fmt: skip
    described = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_comparison(field, (learnt or {}).get(field, {})) for field in SQL],
        blocking_rules_to_generate_predictions=blocks,
        probability_two_random_records_match=before,
        additional_columns_to_retain=["person"],
        retain_matching_columns=False,
    )
    backend = DuckDBAPI(connection=connection)
    return Linker(backend.register("records"), described, log_level=logging.ERROR), count


def _comparison(field: str, learnt: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    conditions = {**SQL[field], c.DIFFERENT: "ELSE"}
    return {
        "output_column_name": field,
        "comparison_levels": [
            {"sql_condition": condition, "label_for_charts": level, **_said(level, learnt)}
            for level, condition in conditions.items()
        ],
    }


def _said(level: str, learnt: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
    if level == c.MISSING:
        return {"is_null_level": True}
    return dict(zip(("m_probability", "u_probability"), learnt[level], strict=True)) if learnt else {}


def _rows(key: str, told: Told) -> Iterator[dict[str, Any]]:
    """One row for each of a person's names, so that any of them may be the one that agrees."""
    numbers = sorted(f"{scheme}:{value}" for scheme, value in told.numbers)
    for place, (given, family) in enumerate(told.names):
        first, last = (given.split() or [""])[0], (family.split() or [""])[-1]
        said = (sounds(first)[0] if first else "", sounds(last)[0] if last else "")
        both, begins, _ = together(first, last, *said)
        yield {
            "unique_id": f"{key}:{place}", "person": key, "words": f"{given} {family}", "given": given or None,
            "given_full": [first, *full_names(first)] if first else [], "given_sounds": list(sounds(given)) if given else [],
            "family": family or None, "family_parts": family.split(), "family_sounds": list(sounds(family)) if family else [],
            "said": both or None, "begins": begins or None, "born": told.born, "sex": told.sex if told.sex in ("F", "M") else None,
            "postcodes": list(told.postcodes), "districts": [one[:-3] for one in told.postcodes],
            "postcode": told.postcodes[0] if told.postcodes else None, "number_list": numbers,
            "schemes": sorted({scheme for scheme, _ in told.numbers}), "number": numbers[0] if numbers else None,
        }  # fmt: skip
