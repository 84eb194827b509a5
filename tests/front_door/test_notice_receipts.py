"""A receipt for each notice that a force sends: taken in, here already, or refused with the reason and the line."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.agencies.models import Area, Practitioner
from alongside.front_door import notice_receipts, notices
from alongside.front_door.models import NoticeReceipt, PoliceNotice
from alongside.front_door.notice_receipts import Line, as_csv, harmless, lines_of
from alongside.front_door.notices import NoneTaken, from_file, take_in_file, take_in_notices
from alongside.front_door.schema import NotTaken
from tests.cast import NOW
from tests.pages import reader

pytestmark = pytest.mark.usefixtures("open_door")
HEAD = "number,happened_at,given,family,kind,words\n"
GOOD = "EP-{0},2025-04-16T22:40,Child{0},Penn,Missing,Found at the quay.\n"
WRONG = "EP-2,last night,Ben,Penn,Missing,Found.\n"
LONG = 'EP-3,2025-04-16T22:40,Cy,Penn,Missing,"Found.\nTaken home."\n'


def send(area: Area, content: str) -> NoticeReceipt:
    rows = from_file(content.encode(), "april.csv")
    return take_in_notices(rows, area=area, force="Estuary Police", now=NOW).receipt


def told(receipt: NoticeReceipt) -> list[tuple[int, str, str]]:
    return [(one.line, one.number, one.outcome.value) for one in lines_of(receipt)]


def test_each_is_taken_in_once_and_said_to_have_been_here_before(wrenmouth: Area) -> None:
    send(wrenmouth, HEAD + GOOD.format(1))
    again = send(wrenmouth, HEAD + GOOD.format(1) + LONG + GOOD.format(4) + GOOD.format(4))
    assert told(again) == [
        (2, "EP-1", "duplicate"), (4, "EP-3", "accepted"), (5, "EP-4", "accepted"), (6, "EP-4", "duplicate"),
    ]  # fmt: skip
    assert (again.taken, again.again, again.refused, again.name) == (2, 2, 0, "april.csv")


def test_of_a_file_with_one_that_cannot_be_read_each_line_says_what_became_of_it(wrenmouth: Area) -> None:
    with pytest.raises(NoneTaken):
        send(wrenmouth, HEAD + GOOD.format(1) + WRONG + LONG)
    receipt = NoticeReceipt.objects.get()
    assert told(receipt) == [(2, "EP-1", "left-out"), (3, "EP-2", "refused"), (5, "EP-3", "left-out")]
    (wrong,) = lines_of(receipt)[1].problems
    assert (wrong.field, bool(wrong.what and wrong.why and wrong.do)) == ("happened_at", True)
    assert not PoliceNotice.objects.exists()


def test_it_names_no_child_and_says_of_none_whether_they_are_known(wrenmouth: Area) -> None:
    receipt = send(wrenmouth, HEAD + GOOD.format(1))
    assert "Child1" not in str(receipt.lines) + as_csv(receipt)
    assert set(Line.__dataclass_fields__) == {"line", "number", "outcome", "problems"}


def test_the_pages_show_it_and_give_it_as_csv(client: Client, wrenmouth: Area, maya: Practitioner) -> None:
    read = reader(client)
    assert "No force has sent notices yet." in read(maya, "/front-door/notices/receipts/").text
    send(wrenmouth, HEAD + GOOD.format(1))
    with pytest.raises(NoneTaken):
        send(wrenmouth, HEAD + WRONG + GOOD.format(7))
    page = read(maya, "/front-door/notices/receipts/")
    assert "1 notice taken in, 0 were here already" in page.text
    assert "1 notice cannot be read" in page.text
    receipt = NoticeReceipt.objects.get(refused=1)
    one = read(maya, f"/front-door/notices/receipts/{receipt.pk}/").text
    assert one.index("EP-2") < one.index("EP-7")
    assert "happened_at" in one
    answer = client.get(f"/front-door/notices/receipts/{receipt.pk}/csv/")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert [(row["line"], row["outcome"], row["field"]) for row in rows] == [
        ("2", "refused", "happened_at"), ("3", "left-out", ""),
    ]  # fmt: skip
    assert "/front-door/notices/receipts/" in client.get("/front-door/notices/").content.decode()


UNREADABLE = b"number,happened_at\nEP-1,\xe9t\xe9\n"


def test_a_file_whose_rows_cannot_be_told_apart_leaves_a_receipt_too(
    client: Client, wrenmouth: Area, maya: Practitioner
) -> None:
    with pytest.raises(NoneTaken) as refused:
        take_in_file(UNREADABLE, "may.csv", area=wrenmouth, force="Estuary Police", now=NOW)
    receipt = NoticeReceipt.objects.get()
    assert refused.value.receipt == receipt
    assert (receipt.name, receipt.received_at, receipt.lines) == ("may.csv", NOW, [])
    assert receipt.digest == hashlib.sha256(UNREADABLE).hexdigest()
    ((field, *words),) = receipt.whole
    assert field == ""
    assert "on line 2" in words[1]
    read = reader(client)
    assert "None of it can be read" in read(maya, "/front-door/notices/receipts/").text
    page = read(maya, f"/front-door/notices/receipts/{receipt.pk}/").text
    assert all(one in page for one in (*words, "may.csv", receipt.digest, "whoever runs this service"))
    (row,) = csv.DictReader(io.StringIO(as_csv(receipt)))
    assert (row["line"], row["outcome"], row["what"]) == ("", "refused", words[0])


def test_too_many_at_once_leave_one_and_a_sending_of_nobody_leaves_none(
    wrenmouth: Area, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "MOST_AT_ONCE", 1)
    with pytest.raises(NoneTaken, match="too many"):
        send(wrenmouth, HEAD + GOOD.format(1) + GOOD.format(2))
    assert NoticeReceipt.objects.count() == 1
    with pytest.raises(NotTaken, match="The force is missing"):
        take_in_file(UNREADABLE, "may.csv", area=wrenmouth, force=" ", now=NOW)
    assert NoticeReceipt.objects.count() == 1


def test_it_is_the_front_doors_only(
    client: Client, wrenmouth: Area, dana: Practitioner, helen: Practitioner, stranger: Practitioner
) -> None:
    receipt = send(wrenmouth, HEAD + GOOD.format(1))
    for who in (dana, helen, stranger):
        client.force_login(who)
        for more in ("", "csv/"):
            assert client.get(f"/front-door/notices/receipts/{receipt.pk}/{more}").status_code == 404, who


def test_the_page_of_a_long_one_asks_the_same_and_says_what_is_left(
    client: Client, wrenmouth: Area, maya: Practitioner
) -> None:
    read = reader(client)
    short = send(wrenmouth, HEAD + GOOD.format(0))
    long = send(wrenmouth, HEAD + "".join(GOOD.format(n) for n in range(600)))
    pages = [read(maya, f"/front-door/notices/receipts/{one.pk}/") for one in (short, long)]
    assert len(pages[0].sql) == len(pages[1].sql) <= 8
    assert "100 more lines in the CSV." in pages[1].text


def test_the_command_writes_it_also_for_what_it_refuses(wrenmouth: Area, tmp_path: Path) -> None:
    file, receipt = tmp_path / "april.csv", tmp_path / "receipt.csv"
    options: dict[str, Any] = {"area": "199", "from_force": "Estuary Police", "receipt": receipt}

    def written() -> tuple[str, str]:
        (row,) = csv.DictReader(io.StringIO(receipt.read_text(encoding="utf-8")))
        return row["line"], row["outcome"]

    file.write_text(HEAD + WRONG, encoding="utf-8")
    with pytest.raises(CommandError, match=r"line 2, notices\.1\.happened_at"):
        call_command("import_police_notices", file, **options)
    assert written() == ("2", "refused")
    file.write_bytes(UNREADABLE)
    with pytest.raises(CommandError, match=r"april\.csv: This file is not in UTF-8"):
        call_command("import_police_notices", file, **options)
    assert written() == ("", "refused")
    file.write_text(HEAD + GOOD.format(1), encoding="utf-8")
    call_command("import_police_notices", file, **options)
    assert written() == ("2", "accepted")


#: What hides the beginning of a cell, what a spreadsheet begins a formula with, and what follows.
HIDING = (
    "", " ", "  ", "\t", "\r", "\n", "\r\n", "\t ", "\u00a0", "\u2003", "\u3000", "\u200b", "\u200c", "\u200d", "\u2060",
    "\ufeff", "\u202e", "\u200e", "\u00ad", "\x0b", "\x1f", "\x7f", "\u2028", "\u0085", "\x00",
)  # fmt: skip
BEGINNING = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
FOLLOWING = ('HYPERLINK("http://wrenmouth.example","x")', "1+1|' /C calc'!A0")
PAYLOADS = [hidden + begun + rest for hidden in HIDING for begun in BEGINNING for rest in FOLLOWING]


def formulas(written: str) -> list[str]:
    """Cells that a spreadsheet would work out, split as it splits: at commas, semicolons and tabs outside of quotes."""
    found = []
    for between in ",;\t":
        for row in csv.reader(io.StringIO(written, newline=""), delimiter=between):
            found += [cell for cell in row if bare(cell).startswith(("=", "+", "-", "@"))]
    return found


def bare(cell: str) -> str:
    """A cell without what is passed over before its first sign, written the plain way."""
    shown = unicodedata.normalize("NFKC", cell)
    return "".join(one for one in shown if one.isprintable() and not one.isspace() and one != "\u00ad")


def given(payloads: list[str]) -> NoticeReceipt:
    """A receipt in which each stands wherever somebody else's words can."""
    lines = [[n, one, "refused", [[one, one, one, one]]] for n, one in enumerate(payloads, start=1)]
    return NoticeReceipt(lines=lines, whole=[["", one, one, one] for one in payloads])


def test_no_cell_of_four_hundred_becomes_a_formula() -> None:
    assert len(PAYLOADS) == 400
    assert formulas(as_csv(given(PAYLOADS))) == []
    assert [one for one in ("EP-1", "a=b", "1 + 1", "x; y", "O’Hara-Penn", "") if harmless(one) != one] == []
    assert formulas(as_csv(given([f"EP-1;{one}" for one in PAYLOADS]))) == []


def test_what_a_force_sends_reaches_its_receipt_harmless(wrenmouth: Area) -> None:
    rows = [{"number": one, "happened_at": "2025-04-16T22:40", "kind": "x", "words": "x"} for one in PAYLOADS]
    with pytest.raises(NoneTaken) as refused:
        take_in_notices(rows, area=wrenmouth, force="Estuary Police", now=NOW)
    assert formulas(as_csv(refused.value.receipt)) == []


@pytest.mark.parametrize(
    "careless", [lambda cell: cell, lambda cell: f"'{cell}" if cell[:1] in "=+-@" else cell]
)
def test_a_fix_that_looked_at_the_first_sign_only_would_be_found(
    monkeypatch: pytest.MonkeyPatch, careless: Callable[[str], str]
) -> None:
    """The seeded fault: the one that was made elsewhere, and had to be made again."""
    monkeypatch.setattr(notice_receipts, "harmless", careless)
    assert formulas(as_csv(given(PAYLOADS)))


def test_there_is_no_other_table_that_a_spreadsheet_opens() -> None:
    """Whoever adds one gives it through ``harmless`` as well, and takes it in here."""
    writing = re.compile(r"csv\.writer|csv\.DictWriter|openpyxl|xlsxwriter|text/csv|spreadsheetml")
    source = Path(notices.__file__).parents[1]
    found = {
        str(file.relative_to(source))
        for file in source.rglob("*.py")
        if writing.search(file.read_text("utf-8"))
    }
    assert found == {
        "front_door/notice_receipts.py",
        "front_door/notices_views.py",
        "improvement/files.py",
        "replay/showing.py",
        "replay/views.py",  # It answers with what replay/showing.py wrote.
    }
