"""The export of the guidance: whole, valid under its own schema, and without Django."""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
from typing import Any

import jsonschema_rs
import pytest

from alongside.guidance import catalogue, export, exported
from alongside.guidance.actors import ACTORS
from alongside.guidance.subjects import SUBJECTS


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    return json.loads(export.as_json())


def command(*arguments: str) -> tuple[int, str]:
    parser, out = argparse.ArgumentParser(), io.StringIO()
    export.add_export_arguments(parser)
    return export.run_export(parser.parse_args(arguments), out), out.getvalue()


def errors(of: Any) -> list[str]:
    jsonschema_rs.meta.validate(exported.schema())
    validator = jsonschema_rs.Draft202012Validator(exported.schema(), validate_formats=True)
    return [str(one) for one in validator.iter_errors(of)]


def test_it_is_valid_under_its_own_schema(whole: dict[str, Any]) -> None:
    assert errors(whole) == []


@pytest.mark.parametrize(("spoil", "said"), [
    (lambda whole: whole["rules"][0].pop("force"), "force"),
    (lambda whole: whole["rules"][0].update(force="perhaps"), "perhaps"),
    (lambda whole: whole["sources"][0].update(in_force_from="yesterday"), "yesterday"),
    (lambda whole: whole.update(opinions=[]), "opinions"),
    (lambda whole: whole["rules"][0]["provisions"][0]["value"].update(words=7), "7"),
])  # fmt: skip
def test_a_fault_in_it_would_be_seen(whole: dict[str, Any], spoil: Any, said: str) -> None:
    few = json.loads(json.dumps({**whole, "rules": whole["rules"][:2], "sources": whole["sources"][:2]}))
    spoil(few)

    assert any(said in one for one in errors(few))


def test_everything_is_in_it_and_whatever_it_names_is_there(whole: dict[str, Any]) -> None:
    rules = {one["id"] for one in whole["rules"]}
    sources = {one["id"] for one in whole["sources"]}

    assert rules == set(catalogue.RULES)
    assert sources == {one.id for one in catalogue.SOURCES}
    assert len(whole["changes"]) == len(catalogue.CHANGES)
    assert len(whole["paragraphs"]) == len(catalogue.coverage())
    assert {key for one in whole["rules"] for key in one["by"]} <= set(ACTORS)
    assert {one["subject"] for one in whole["rules"]} <= set(SUBJECTS)
    cited = {
        citation["source"]
        for rule in whole["rules"]
        for citation in [*(one["citation"] for one in rule["provisions"]), *rule["law"]]
    }
    assert cited <= sources
    assert {id for one in whole["paragraphs"] for id in one["rules"]} <= rules


def test_a_limit_says_its_number_its_counting_and_its_examples(whole: dict[str, Any]) -> None:
    limit = next(one for one in whole["rules"] if one["id"] == "child-protection.initial-conference")
    latest = limit["provisions"][-1]

    assert latest["value"] == {
        "words": "15 working days",
        "length": {"unit": "WorkingDays", "number": 15},
        "parts": None,
    }
    assert limit["examples"][0].keys() == {"starts", "due", "note"}
    assert (limit["force"], limit["kind"], limit["subject"]) == ("should", "Timescale", "child-protection")
    assert "2023" in " ".join(one["citation"]["source"] for one in limit["provisions"])


def test_the_command_writes_it_to_a_file_or_says_why_not(tmp_path: Any) -> None:
    code, said = command("--output", str(tmp_path / "guidance.json"))

    assert (code, said.startswith("Wrote ")) == (0, True)
    assert json.loads((tmp_path / "guidance.json").read_text())["version"] == exported.VERSION
    assert json.loads(command("--schema")[1])["title"] == "The guidance, exported"
    assert command("--output", str(tmp_path / "nowhere" / "guidance.json"))[0] == 2


WITHOUT_DJANGO = """
import sys
for name in ("django", "pydantic", "jinja2"):
    sys.modules[name] = None
from datetime import date
from alongside.guidance import accounted, atlas, catalogue, compare, export, exported, reference, search
due = catalogue.rule("child-protection.initial-conference").due(date(2025, 4, 17))
assert str(due.on) == "2025-05-13", due.on
assert search.search("stratgy discusion").found[0].key == "child-protection.strategy-discussion"
assert compare.compare("WT2018", "WT2023", audience="schools").steps
assert len(export.export()["rules"]) == len(catalogue.RULES)
assert exported.schema()["$defs"]["Rule"]
assert accounted.accounts() and atlas.shipped() and reference.as_markdown()
assert not [name for name in sys.modules if name.startswith("django") and sys.modules[name]]
print("fine")
"""


def test_the_guidance_works_where_there_is_no_django() -> None:
    finished = subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO], capture_output=True, text=True, check=False
    )

    assert (finished.stdout.strip(), finished.stderr) == ("fine", "")
