"""A thousand bad files and more, through every door that takes one: each whole or not at all, each refusal in four parts.

What, where, why, and what to do: graded here by rule, for every file. Nothing is left half done, and nothing is said
that only a programmer understands. ``spoiling.py`` makes the files; ``test_bad_inputs.py`` says what becomes of some.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.census.problems import FileRefused, Level
from alongside.census.reading import Census
from alongside.chronology.models import Entry
from alongside.front_door import notices
from alongside.front_door.models import NoticeReceipt, PoliceNotice, Receipt
from alongside.front_door.notices import NoneTaken, take_in_file
from alongside.matching.nhs_numbers import COLUMNS, FileAdapter
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from alongside.ui.fields.documents import DocumentField
from tests.access.printed import COUNTED
from tests.api.conftest import System, let_in, referral
from tests.cast import NOW
from tests.census.returns import CHILD, message, spoiled
from tests.front_door import spoiling

#: Each body is a whole request, so that every few are sent each time; ``BAD_FILES=all`` sends all of them.
EVERY = 1 if os.environ.get("BAD_FILES") == "all" else 6
once = pytest.mark.once("What a file must be is read before any database is asked.")
PRINTED = "bad files, bodies and uploads made by rule, each taken in whole or refused whole"
#: Words of the machinery: whoever sends a file should never meet them.
OURS = re.compile(
    r"Traceback|0x[0-9a-f]{6}|<class|Error\b|pydantic|lxml|Input should|NoneType|\.py\b|\{\w*\}"
)


def missing(what: str, where: str, why: str, do: str) -> list[str]:
    """Which of the four parts a refusal lacks, or says so that nobody understands it."""
    lacking = [] if where.strip() else ["where"]
    for name, words in (("what", what), ("why", why), ("do", do)):
        if len(words.split()) < 2 or not words.strip().endswith((".", "!", "?", "”")):
            lacking.append(name)
        if OURS.search(words):
            lacking.append(f"{name} in words of the machinery: {words[:120]}")
    return lacking


def test_the_grader_finds_what_is_missing() -> None:
    assert missing("It is wrong.", "line 1", "It was empty.", "Fill it in.") == []
    assert missing("It is wrong.", "", "Wrong", "") == ["where", "why", "do"]
    assert missing("It is wrong.", "x", "ValueError: int.", "Fill it in.")


# --- The census -----------------------------------------------------------------------------------------------------

OTHER = spoiled(("WREN1", "WREN2"), ("K199000000001", "Y199000000011"))
RETURN = message(CHILD, OTHER)


def came_to(content: bytes) -> tuple[str, list[str]]:
    """What became of a return, and what its refusals lack."""
    try:
        census = Census(io.BytesIO(content))
        readings = list(census.children())
    except FileRefused as refused:
        where = f"line {refused.line}" if refused.line else "the file"
        return "refused", missing(refused.what, where, refused.why, refused.do)
    lacking: list[str] = []
    for one in readings:
        wrong = any(problem.level is Level.ERROR for problem in one.problems)
        assert wrong is (one.child is None), one
        for each in one.problems:
            lacking += missing(each.what, each.where if each.line else "", each.why, each.do)
    return "read" if any(one.child for one in readings) else "refused", lacking


@once
def test_census_returns() -> None:
    files = [*spoiling.of_elements(message(CHILD)), *spoiling.of_bytes(RETURN.encode())]
    results = {name: came_to(content) for name, content in files}
    assert {name: lacking for name, (_, lacking) in results.items() if lacking} == {}
    refused = [name for name, (became, _) in results.items() if became == "refused"]
    assert len(files) > 600
    assert len(refused) > len(files) / 2
    COUNTED[PRINTED] = COUNTED.get(PRINTED, 0) + len(files)


# --- Police notices -------------------------------------------------------------------------------------------------

NAMES = ["number", "happened_at", "given", "family", "born_on", "kind", "words", "reference", "nhs_number"]
ROWS = [
    ["EP-1", "2025-04-16T22:40", "Amara", "Okoye", "2020-09-03", "Missing", "Found at the quay.", "", ""],
    [
        "EP-2",
        "2025-04-15T09:10",
        "Ben",
        "Okoye",
        "2014-02-11",
        "Neglect",
        "No food, said he.",
        "",
        "9434765919",
    ],
    ["EP-3", "2025-04-14T23:59", "Zoe", "Penn", "", "Domestic abuse", "Neighbours rang, twice.", "", ""],
]
NOTICES = {"notices": [{n: c for n, c in zip(NAMES, row, strict=True) if c} for row in ROWS]}


def tables() -> Iterator[spoiling.File]:
    good = "\n".join([",".join(NAMES), *(",".join(f'"{cell}"' for cell in row) for row in ROWS)]) + "\n"
    for name, content in (
        *spoiling.of_bytes(good.encode()), *spoiling.of_rows(ROWS, NAMES), *spoiling.of_cells(ROWS, NAMES),
    ):  # fmt: skip
        yield f"{name}.csv", content


def texts() -> Iterator[spoiling.File]:
    first = {"notices": NOTICES["notices"][:2]}
    for name, content in (
        *spoiling.of_bytes(json.dumps(NOTICES, indent=1).encode()), *spoiling.of_json(NOTICES), *spoiling.of_fields(first),
    ):  # fmt: skip
        yield f"{name}.json", content


def sent_in(files: Iterable[spoiling.File], area: Area) -> dict[str, list[str]]:
    """What the refusals of these files lack, by file. Raises AssertionError for one that is half taken in."""
    lacking: dict[str, list[str]] = {}
    for name, content in files:
        before, receipts = PoliceNotice.objects.count(), NoticeReceipt.objects.count()
        try:
            done = take_in_file(content, name, area=area, force="Estuary Police", now=NOW)
        except NoneTaken as refused:
            assert PoliceNotice.objects.count() == before, name
            receipt = refused.receipt
            assert bool(receipt.whole) is not bool(receipt.lines), name
            where = "" if receipt.lines else name
            for one in refused.problems:
                if found := missing(one.what, one.field or where, one.why, one.do):
                    lacking.setdefault(name, []).extend(found)
        else:
            assert PoliceNotice.objects.count() == before + done.taken, name
            assert len(done.receipt.lines) == done.taken + done.again > 0, name
        assert NoticeReceipt.objects.count() == receipts + 1, name
    return lacking


@once
@pytest.mark.parametrize("kind", [tables, texts])
def test_police_notices(open_door: Area, kind: Any) -> None:
    files = list(kind())
    assert sent_in(files, open_door) == {}
    refused = NoticeReceipt.objects.filter(taken=0, again=0).count()
    assert len(files) > 300
    assert refused > len(files) / 2
    COUNTED[PRINTED] = COUNTED.get(PRINTED, 0) + len(files)


def test_what_fails_halfway_would_be_found(open_door: Area, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: a notice that is wrong is passed over, and the others are taken in."""

    def careless(rows: Any, now: Any, receipt: Any) -> list[notices.NoticeSent]:
        return [notices.NoticeSent.model_validate(row) for row in rows if row.get("number") == "EP-1"]

    monkeypatch.setattr(notices, "_read", careless)
    with pytest.raises((AssertionError, ValueError)):
        sent_in([*tables()][-2:], open_door)


# --- Systems --------------------------------------------------------------------------------------------------------

MODELS = (Receipt, Referral, Person, Case, Entry, PoliceNotice)
TOLD = {"about": "child", "fact": "She came without a coat.", "family_knows": "yes"}


def left() -> list[int]:
    return [model._default_manager.count() for model in MODELS]


def asked(system: System, path: str, files: Iterable[spoiling.File]) -> tuple[dict[str, Any], int]:
    """What the answers to these bodies lack, and how many were refused."""
    lacking: dict[str, Any] = {}
    refusals = 0
    for number, (name, body) in enumerate(files):
        before = left()
        answer = system.ask("POST", path, body, idempotency_key=f"{path} {number}")
        if answer.status < 300:
            assert left() != before or "taken_before" in answer.body, name
            continue
        refusals += 1
        assert left() == before, name
        assert 400 <= answer.status < 500, (name, answer.status)
        if found := [one for each in answer.body["problems"] if (one := missing(**each))]:
            lacking[name] = found
    return lacking, refusals


@once
@pytest.mark.parametrize("door", ["/referrals", "/police-notices", "/children/WREN-AMARA2/information"])
def test_what_systems_send(
    open_door: Area, case: Case, police: Agency, school: Agency, wyn: Practitioner, door: str, settings: Any,
    school_involved: Involvement, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    settings.API_REQUESTS_A_MINUTE = 1_000_000
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    system = let_in(police if "police" in door else school, open_door, wyn)
    good = {"/referrals": referral(), "/police-notices": {"area": "199", **NOTICES}}.get(door, TOLD)
    written = json.dumps(good, indent=1).encode()
    every = [*spoiling.of_bytes(written), *spoiling.of_json(good), *spoiling.of_fields(good, words=False)]
    files = every[::EVERY]
    lacking, refused = asked(system, door, files)
    assert lacking == {}
    assert refused > len(files) / 3
    COUNTED[PRINTED] = COUNTED.get(PRINTED, 0) + len(files)


# --- Answers of a tracing service, and documents --------------------------------------------------------------------


@once
def test_answers_of_a_tracing_service(tmp_path: Path, dana: Practitioner) -> None:
    names = list(COLUMNS)
    rows = [
        ["Amara", "Okoye", "2020-09-03", "F", "ZZ1 1AA", "9434765919"],
        ["Ben", "Penn", "2014-02-11", "M", "", "9434765870"],
    ]
    good = "\n".join(",".join(row) for row in [names, *rows]) + "\n"
    files = [
        *spoiling.of_bytes(good.encode()),
        *spoiling.of_rows(rows, names),
        *spoiling.of_cells(rows, names),
    ]
    path, read, lacking = tmp_path / "nhs-numbers.csv", 0, list[str]()
    for name, content in files:
        path.write_bytes(content)
        try:
            found = list(FileAdapter(dana, path)._rows())
        except Refusal as refused:
            lacking += missing(refused.what, path.name, refused.why, refused.do)
        else:
            read += 1
            assert all(len(one.number) == 10 for one in found), name
    assert lacking == []
    assert 0 < read < len(files)
    COUNTED[PRINTED] = COUNTED.get(PRINTED, 0) + len(files)


FILES = {
    "empty.pdf": b"", "a.exe": b"MZ", "a.pdf.exe": b"MZ", "a": b"x", ".pdf": b"x", "a.svg": b"<svg/>", "a.html": b"<script>", "a.htm": b"x",
    "a.xml": b"<x/>", "a.zip": b"PK", "a.docm": b"PK", "a.xlsm": b"PK", "a.js": b"x", "a.pdf ": b"x", "a.pdf.": b"x", "a" * 200 + ".pdf": b"x",
    "a.pdf\u202efdp.exe": b"x", "large.pdf": b"x" * (5 * 1024 * 1024 + 1), "a\u202excod.pdf": b"x", "a\u0007.pdf": b"x",
}  # fmt: skip


@once
def test_documents() -> None:
    field = DocumentField(label="Which document?", called="the document")
    taken = []
    for name, content in FILES.items():
        try:
            taken.append(field.clean(SimpleUploadedFile(name, content)).name)
        except ValidationError as wrong:
            (words,) = wrong.messages
            assert len(re.split(r"\. |, ", words)) >= 2, (name, words)
    assert taken == []
    COUNTED[PRINTED] = COUNTED.get(PRINTED, 0) + len(FILES)
