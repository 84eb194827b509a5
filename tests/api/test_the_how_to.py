"""The examples of “Use the API” are run as they stand, over HTTP, against a server."""

from __future__ import annotations

import json
import re
import shlex
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

import pytest

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.cases.models import Involvement
from tests.api.conftest import let_in

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "use-the-api.md"
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.DOTALL | re.MULTILINE)
#: What an example leaves open.
ANYTHING = "…"


@dataclass
class Example:
    """A request, and what the page says comes back; None where it says nothing."""

    curl: str
    answer: Any = None


def examples() -> list[Example]:
    found: list[Example] = []
    for language, text in BLOCK.findall(HOW_TO.read_text(encoding="utf-8")):
        if language == "json" and found and found[-1].answer is None:
            found[-1].answer = json.loads(text)
        for command in re.findall(r"^curl .*?(?=^curl |\Z)", text, re.DOTALL | re.MULTILINE):
            found.append(Example(command))
    return found


@dataclass
class Came:
    status: int
    body: Any
    etag: str


def run(curl: str, values: dict[str, str]) -> Came:
    """Do what a curl command says: address, -X, -H and --data."""
    words = shlex.split(Template(curl.replace("\\\n", " ")).safe_substitute(values))[1:]
    headers: dict[str, str] = {}
    address, method, data = "", "", None
    while words:
        word = words.pop(0)
        if word == "-H":
            name, _, value = words.pop(0).partition(": ")
            headers[name] = value
        elif word == "-X":
            method = words.pop(0)
        elif word == "--data":
            data = words.pop(0).encode()
        elif word != "-i":
            address = word
    asked = urllib.request.Request(address, data=data, headers=headers, method=method or None)
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return Came(answer.status, json.load(answer), answer.headers.get("ETag", ""))
    except urllib.error.HTTPError as refused:
        return Came(refused.code, json.load(refused), "")


def agrees(said: Any, came: Any) -> bool:
    """Whether what came back is what the page says, but for what it leaves open."""
    if said == ANYTHING:
        return True
    if isinstance(said, dict) and isinstance(came, dict):
        return said.keys() == came.keys() and all(agrees(said[name], came[name]) for name in said)
    if isinstance(said, list) and isinstance(came, list):
        return len(said) == len(came) and all(map(agrees, said, came))
    return bool(said == came)


def test_every_example_answers_as_the_page_says(
    live_server: Any, wrenmouth: Area, school: Agency, police: Agency, council: Agency, front_door: Team,
    harbour_team: Team, wyn: Practitioner, school_involved: Involvement,
) -> None:  # fmt: skip
    values = {
        "ALONGSIDE": f"{live_server.url}/api/v1",
        "TOKEN": let_in(school, wrenmouth, wyn).token,
        "POLICE_TOKEN": let_in(police, wrenmouth, wyn).token,
        "COUNCIL_TOKEN": let_in(council, wrenmouth, wyn, team=harbour_team).token,
    }
    done = 0
    for example in examples():
        came = run(example.curl, values)
        assert came.status in {200, 201, 422}, (example.curl, came)
        if example.answer is not None:
            assert agrees(example.answer, came.body), (example.curl, came.body)
        if isinstance(came.body, dict) and "submission" in came.body:
            values["REFERENCE"] = came.body["reference"]
        if isinstance(came.body, dict) and "seen_at" in came.body:
            values["INFORMATION"] = came.body["id"]
        if isinstance(came.body, dict) and "receipt" in came.body:
            values["NOTICES"] = came.body["receipt"]
        values["ETAG"] = came.etag.replace('"', '\\"') or values.get("ETAG", "")
        done += 1
    assert done == 14


def test_an_example_that_is_no_longer_so_would_be_seen() -> None:
    """The seeded fault."""
    assert agrees({"a": [ANYTHING, 2]}, {"a": [1, 2]})
    assert not agrees({"a": [ANYTHING, 2]}, {"a": [1, 3]})
    assert not agrees({"a": 1}, {"a": 1, "b": 2})


def test_the_check_of_a_signature_on_the_page_knows_ours_from_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from alongside.outbox.webhooks import signature

    (code,) = [
        text for language, text in BLOCK.findall(HOW_TO.read_text(encoding="utf-8")) if language == "python"
    ]
    there: dict[str, Any] = {}
    exec(code, there)
    monkeypatch.setattr(there["time"], "time", lambda: 1_000_100)
    ours = signature("secret", 1_000_000, b"{}")
    assert there["is_ours"](ours, b"{}", "secret")
    assert not there["is_ours"](ours, b"{ }", "secret")
    assert not there["is_ours"](ours, b"{}", "another")
    assert not there["is_ours"](signature("secret", 999_000, b"{}"), b"{}", "secret"), "too old"
