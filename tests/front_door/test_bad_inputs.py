"""Everything bad that these doors can receive: each is taken in whole or refused whole, and says where, why and what to do.

Files are made bad by rule from good ones: in how they are written, cut off, ordered, and in each of their cells.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from alongside.agencies.models import Area
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import PoliceNotice, Receipt
from alongside.front_door.notices import from_file, take_in_notices
from alongside.front_door.schema import LONGEST_WORDS, NotTaken, Problem
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.access.printed import COUNTED
from tests.cast import NOW
from tests.front_door.walking import begin

pytestmark = pytest.mark.usefixtures("open_door")
NAMES = ["number", "happened_at", "given", "family", "born_on", "kind", "words"]
ROWS = [
    ["EP-1", "2025-04-16T22:40", "Amara", "Okoye", "2020-09-03", "Missing", "Found at the quay."],
    ["EP-2", "2025-04-15T09:10", "Ben", "Okoye", "2014-02-11", "Neglect", "No food, said “he”."],
    ["EP-3", "2025-04-14T23:59", "Zoë", "Penn", "", "Domestic abuse", "Neighbours rang, twice."],
]
#: What is put into a cell, and the columns in which it is no matter.
CELLS = {
    "empty": "", "a day that is none": "2025-02-31", "a month that is none": "2025-13-01", "words for a day": "last night",
    "the future": "2099-01-01T00:00", "year nought": "0000-00-00", "two days": "2025-04-16/17", "a number": "45763",
    "another order of days": "16/04/2025", "a formula": "=HYPERLINK(1)", "a control character": "a\x07b",
    "half a letter": "a\ud800b", "spaces": "   ", "too long": "x" * (LONGEST_WORDS + 1), "markup": "<script>alert(1)</script>",
    "a line more": "one\ntwo", "right to left": "\u202eabc", "ten megabytes": "y" * 10_000_000,
}  # fmt: skip


def csv_of(rows: list[list[str]], names: list[str] = NAMES, end: str = "\n", between: str = ",") -> str:
    quoted = [names, *([f'"{cell}"' for cell in row] for row in rows)]
    return end.join(between.join(row) for row in quoted) + end


def json_of(rows: list[list[str]]) -> str:
    return json.dumps({"notices": [{n: c for n, c in zip(NAMES, row, strict=True) if c} for row in rows]})


GOOD = csv_of(ROWS)
FILES: dict[str, tuple[str, bytes]] = {
    "written in Latin 1": ("a.csv", GOOD.replace("“he”", "he").encode("latin-1")),
    "written in UTF-16": ("a.csv", GOOD.encode("utf-16")),
    "begun with a mark of its order": ("a.csv", b"\xef\xbb\xbf" + GOOD.encode()),
    "with line ends of three kinds": ("a.csv", GOOD.replace("\n", "\r\n", 1).replace("\n", "\r", 1).encode()),
    "with line ends of Windows": ("a.csv", csv_of(ROWS, end="\r\n").encode()),
    "with nothing at its end": ("a.csv", GOOD.rstrip("\n").encode()),
    "empty": ("a.csv", b""),
    "of spaces": ("a.csv", b"  \n\n"),
    "of a head only": ("a.csv", csv_of([]).encode()),
    "without a head": ("a.csv", GOOD.partition("\n")[2].encode()),
    "between semicolons": ("a.csv", csv_of(ROWS, between=";").encode()),
    "between tabs": ("a.csv", csv_of(ROWS, between="\t").encode()),
    "with a column swapped": (
        "a.csv",
        csv_of(ROWS, ["number", "words", *NAMES[2:6], "happened_at"]).encode(),
    ),
    "with a column twice": ("a.csv", csv_of(ROWS, [*NAMES[:6], "kind"]).encode()),
    "with a column nobody knows": ("a.csv", csv_of(ROWS, [*NAMES[:6], "notes"]).encode()),
    "with a column left out": ("a.csv", csv_of([row[:6] for row in ROWS], NAMES[:6]).encode()),
    "with a column without a name": ("a.csv", csv_of(ROWS, [*NAMES[:6], ""]).encode()),
    "with cells too many": ("a.csv", csv_of([*ROWS, [*ROWS[0], "more"]]).encode()),
    "with cells too few": ("a.csv", csv_of([*ROWS, ["EP-9"]]).encode()),
    "with merged cells": (
        "a.csv",
        csv_of([ROWS[0], ["", "", *ROWS[1][2:]], ["", "", *ROWS[2][2:]]]).encode(),
    ),
    "with the same twice": ("a.csv", csv_of([*ROWS, *ROWS]).encode()),
    "with a quote left open": ("a.csv", GOOD.rstrip('"\n').encode()),
    "with a nought in it": ("a.csv", GOOD.replace("quay", "qu\0ay").encode()),
    "an archive": ("a.csv", b"PK\x03\x04" + bytes(range(256))),
    "no JSON": ("a.json", b"number: 1"),
    "a word": ("a.json", b'"notices"'),
    "nothing": ("a.json", b"null"),
    "a list of none": ("a.json", b"[]"),
    "a list of anything": ("a.json", b'[1, "x", null, [], {}]'),
    "no number": ("a.json", json_of(ROWS).replace('"EP-1"', "NaN").encode()),
    "deeper than anybody reads": ("a.json", b'{"notices": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"),
    "born after it happened": ("a.csv", csv_of([[*ROWS[0][:4], "2025-04-17", *ROWS[0][5:]]]).encode()),
}


def cut(whole: bytes) -> Iterator[bytes]:
    """A file cut off at one place after another."""
    yield from (whole[:at] for at in range(1, len(whole), 7))


def spoilt_cells() -> Iterator[tuple[str, bytes]]:
    """Each cell of the second row, with each of these in it; as CSV and as JSON."""
    for column in range(len(NAMES)):
        for what, cell in CELLS.items():
            if what == "ten megabytes" and column != 6:
                continue  # Once is enough of it.
            rows = [list(one) for one in ROWS]
            rows[1][column] = cell
            yield "a.json", json_of(rows).encode()
            if what != "half a letter":  # There is none in UTF-8.
                yield "a.csv", csv_of(rows).encode()


def became(name: str, content: bytes, area: Area) -> str:
    """What became of a file: “taken” or “refused”."""
    return "refused" if refusals(name, content, area) else "taken"


def refusals(name: str, content: bytes, area: Area) -> list[Problem]:
    """Why a file was refused, whole, in words that help; nothing where it was taken in whole. Raises AssertionError otherwise."""
    before = PoliceNotice.objects.count()
    try:
        rows = from_file(content, name)
        done = take_in_notices(rows, area=area, force="Estuary Police", now=NOW)
    except NotTaken as refused:
        assert PoliceNotice.objects.count() == before, (name, content[:200])
        for problem in refused.problems:
            assert problem.what, (problem, content[:200])
            assert problem.why, (problem, content[:200])
            assert problem.do, (problem, content[:200])
        return refused.problems
    assert done.taken + done.again == len(rows)
    assert PoliceNotice.objects.count() == before + done.taken
    PoliceNotice.objects.all().delete()
    return []


TAKEN_ALL_THE_SAME = {
    "begun with a mark of its order", "with line ends of three kinds", "with line ends of Windows",
    "with nothing at its end", "with the same twice",
}  # fmt: skip


@pytest.mark.parametrize("what", FILES)
def test_a_file_is_taken_in_whole_or_refused_whole(wrenmouth: Area, what: str) -> None:
    assert became(*FILES[what], wrenmouth) == ("taken" if what in TAKEN_ALL_THE_SAME else "refused")


def test_however_a_file_is_cut_off_nothing_is_half_taken_in(wrenmouth: Area) -> None:
    files = [("a.csv", part) for part in cut(GOOD.encode())] + [
        ("a.json", part) for part in cut(json_of(ROWS).encode())
    ]
    results = [became(*one, wrenmouth) for one in files]
    assert results.count("refused") > len(files) / 2
    COUNTED["bad files, each taken in whole or refused whole"] = len(FILES) + len(files)


def test_whatever_is_in_a_cell_the_refusal_names_its_row_and_its_field(wrenmouth: Area) -> None:
    files, unnamed = list(spoilt_cells()), []
    for name, content in files:
        where = {problem.field for problem in refusals(name, content, wrenmouth)}
        # A cell of megabytes ends the reading of a CSV file before its rows are told apart.
        if not (b"y" * 1000 in content and name == "a.csv"):
            unnamed += [(content[:300], one) for one in where if not re.fullmatch(r"notices\.2\.\w+", one)]
    COUNTED["bad cells, each taken as it is or refused by row and field"] = len(files)
    assert unnamed == []


def test_a_file_half_taken_in_would_be_seen(wrenmouth: Area, monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: what can be read is taken, and the rest passed over."""
    from alongside.front_door import notices

    def careless(rows: Any, now: Any, receipt: Any) -> list[notices.NoticeSent]:
        return [notices.NoticeSent.model_validate(row) for row in rows if row.get("number") == "EP-1"]

    monkeypatch.setattr(notices, "_read", careless)
    with pytest.raises((AssertionError, ValueError)):
        became("a.csv", GOOD.encode(), wrenmouth)


# --- A referral ---------------------------------------------------------------------------------------------------

Spoil = Callable[[dict[str, Any]], Any]
REFERRALS: dict[str, Spoil] = {
    "nothing in it": lambda sent: sent.clear(),
    "another version": lambda sent: sent.update(version=2),
    "an area that is none": lambda sent: sent.update(area="999"),
    "no child": lambda sent: sent.update(children=[]),
    "a thousand children": lambda sent: sent.update(children=sent["children"] * 500),
    "a child born in the future": lambda sent: sent["children"][0].update(born_on="2099-01-01"),
    "a child born twice": lambda sent: sent["children"][0].update(expected_on="2025-09-01"),
    "a day that is none": lambda sent: sent["children"][0].update(born_on="2025-02-31"),
    "a sex that is none": lambda sent: sent["children"][0].update(sex="X"),
    "half a letter": lambda sent: sent["children"][0].update(given="A\ud800"),
    "a nought": lambda sent: sent.update(whereabouts="At\0home"),
    "a name too long": lambda sent: sent["children"][0].update(given="A" * 1_000),
    "ten megabytes": lambda sent: sent["statements"][0].update(words="x" * 10_000_000),
    "a word nobody knows": lambda sent: sent.update(notes="more"),
    "a list for a word": lambda sent: sent.update(whereabouts=["At home"]),
    "a word for a list": lambda sent: sent.update(children="Amara"),
    "nothing for a part": lambda sent: sent.update(referrer=None),
    "itself within it": lambda sent: sent.update(children=[sent]),
    "no name of a practitioner": lambda sent: sent["referrer"].update(name=""),
    "an address that is none": lambda sent: sent["referrer"].update(email="gwen at tideway"),
    "not asked, and not why": lambda sent: sent.update(family={"asked": "not-asked"}),
    "deeper than anybody reads": lambda sent: sent.update(children=deep(5_000)),
}


def deep(levels: int) -> Any:
    inner: Any = []
    for _ in range(levels):
        inner = [inner]
    return inner


@pytest.mark.parametrize("what", REFERRALS)
def test_a_bad_referral_is_refused_whole_and_leaves_nothing(sent: dict[str, Any], what: str) -> None:
    REFERRALS[what](sent)
    with pytest.raises(Refusal) as refused:
        take_in(sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW)
    for problem in getattr(refused.value, "problems", [refused.value]):
        assert problem.what
        assert problem.why
        assert problem.do
    kept = (Receipt, Referral, Person, Case, Entry)
    assert [model.__name__ for model in kept if model.objects.exists()] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", ["x" * 70_000, "a\0b", "a\ud800b"])
def test_what_the_public_form_cannot_keep_is_said_on_its_page(client: Client, words: str) -> None:
    begin(client)
    sent = words.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if "\ud800" in words else words
    answer = client.post("/refer/about/concern/", {"concern": sent})
    assert answer.status_code in (303, 422)
    if answer.status_code == 422:
        assert "error" in answer.content.decode()
        assert not Referral.objects.exists()
