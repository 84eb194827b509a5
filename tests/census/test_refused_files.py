"""Files that are refused whole: each says what is wrong, where it can, and what to do."""

from __future__ import annotations

import gzip
import io
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from alongside.census.problems import FileRefused
from alongside.census.reading import opened
from tests.census.returns import CHILD, HEADER, message, save

GOOD = message(CHILD)


def _zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("return.xml", GOOD)
    return file.getvalue()


def _with_type(declaration: str, use: str = "") -> str:
    head, rest = GOOD.split("\n", 1)
    return f"{head}\n{declaration}\n{rest}".replace("<Ethnicity>BCRB", f"<Ethnicity>{use or 'BCRB'}")


def _laughs(entity: str = "lol", levels: int = 12) -> str:
    lines = [f'<!ENTITY {entity}0 "ha">']
    lines += [f'<!ENTITY {entity}{n} "{f"&{entity}{n - 1};" * 10}">' for n in range(1, levels)]
    return f"<!DOCTYPE Message [{''.join(lines)}]>"


def _without(text: str, part: str) -> str:
    assert part in text
    return text.replace(part, "")


REFUSED = {
    "nothing": (b"", "empty"),
    "text": ("child,date\n1,2026-03-31\n", "not XML"),
    "a web page": ("<html><body>Sign in</body></html>", "not a children in need census return"),
    "another return": (GOOD.replace("Message>", "SSDA903>"), "not a children in need census return"),
    "a spreadsheet": (_zip(), "not XML"),
    "compressed": (gzip.compress(GOOD.encode()), "not XML"),
    "a PDF": (b"%PDF-1.7\n1 0 obj", "not XML"),
    "cut off": (GOOD[: len(GOOD) // 2], "not complete"),
    "one tag not closed": (GOOD.replace("</ReferralSource>", ""), "not complete"),
    "two roots": (GOOD + "<Message/>", "not complete"),
    "an ampersand": (GOOD.replace("BCRB", "BC&RB"), "not complete"),
    "a control character": (GOOD.replace("BCRB", "BC\x01RB"), "not complete"),
    "no element for long": ("<!--" + "x" * 200_000, "not a census return"),
    "a document type": (_with_type("<!DOCTYPE Message>"), "document type"),
    "a document type elsewhere": (_with_type('<!DOCTYPE Message SYSTEM "http://wrenmouth.example/x.dtd">'), "document type"),
    "an entity that is a file": (
        _with_type('<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/hostname">]>', "&x;"),
        "document type",
    ),
    "an entity that is an address": (
        _with_type('<!DOCTYPE Message [<!ENTITY x SYSTEM "http://wrenmouth.example/">]>', "&x;"),
        "document type",
    ),
    "a parameter entity": (
        _with_type('<!DOCTYPE Message [<!ENTITY % x SYSTEM "file:///etc/hostname"> %x;]>'),
        "document type",
    ),
    "a billion laughs": (_with_type(_laughs(), "&lol11;"), "document type"),
    "laughs in an attribute": (
        _with_type(_laughs()).replace("<Children>", '<Children note="&lol11;">'),
        "document type",
    ),
    "one long entity many times": (
        _with_type(f'<!DOCTYPE Message [<!ENTITY a "{"a" * 50_000}">]>', "&a;" * 2_000),
        "document type",
    ),
    "an entity nobody declared": (GOOD.replace("BCRB", "&ethnicity;"), "not complete"),
    "UTF-7": (GOOD.replace("utf-8", "utf-7"), "encoding"),
    "an encoding of mainframes": (GOOD.replace("utf-8", "cp037"), "encoding"),
    "an encoding nobody has": (GOOD.replace("utf-8", "wrenmouth-8"), "encoding"),
    "says UTF-8 and is not": (GOOD.encode().replace(b"BCRB", b"caf\xe9"), "encoding"),
    "says UTF-16 and is not": (GOOD.replace("utf-8", "utf-16"), "encoding"),
    "a namespace": (GOOD.replace("<Message>", '<Message xmlns="urn:wrenmouth">'), "namespace"),
    "no header": (message(CHILD, header=""), "not laid out"),
    "two headers": (message(CHILD, header=HEADER + HEADER), "not laid out"),
    "the header last": (
        f"<Message><Children>{CHILD}</Children>{HEADER}</Message>",
        "not laid out",
    ),
    "no children": (message(), "no children"),
    "no Children element": (f"<Message>{HEADER}</Message>", "no children"),
    "two Children": (GOOD.replace("</Message>", "<Children/></Message>"), "not laid out"),
    "something after": (GOOD.replace("</Message>", "<Trailer/></Message>"), "not laid out"),
    "another collection": (GOOD.replace(">CIN<", ">903<"), "Collection cannot be read"),
    "a level that is not an authority's": (GOOD.replace(">L<", ">S<"), "SourceLevel cannot be read"),
    "an authority of two digits": (GOOD.replace(">199<", ">19<"), "LEA cannot be read"),
    "no authority": (_without(GOOD, "<LEA>199</LEA>"), "LEA is missing"),
    "no year": (_without(GOOD, "<Year>2026</Year>"), "collection year"),
    "a year before ours": (GOOD.replace(">2026<", ">2012<"), "collection year"),
    "a year to come": (GOOD.replace(">2026<", ">2031<"), "collection year"),
    "a year in words": (GOOD.replace(">2026<", ">this year<"), "collection year"),
    "no reference date": (_without(GOOD, "<ReferenceDate>2026-03-31</ReferenceDate>"), "ReferenceDate is missing"),
    "a reference date of another year": (GOOD.replace("2026-03-31<", "2025-03-31<"), "do not agree"),
    "an impossible reference date": (GOOD.replace("2026-03-31<", "2026-02-30<"), "ReferenceDate cannot be read"),
    "two sources": (GOOD.replace("</Source>", "</Source><Source><SourceLevel>L</SourceLevel><LEA>201</LEA></Source>"), "given more than once"),
    "an unknown element in the header": (GOOD.replace("<SerialNo>", "<Serial/><SerialNo>"), "does not belong"),
    "nested for ever": ("<Message>" + "<Children>" * 300, "not complete"),
    "a child that never ends": (
        GOOD.replace("<Ethnicity>", "<Disabilities><Disability>AUT</Disability></Disabilities>" * 90_000 + "<Ethnicity>"),
        "too long",
    ),
    "a long comment among the children": (GOOD.replace("<Children>", f"<Children><!--{'x' * 9_000_000}-->"), "too long"),
    "many things that are no children": (GOOD.replace("</Children>", "<Kid/>" * 500 + "</Children>"), "not laid out"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_trusted_is_refused_whole(name, tmp_path):
    text, said = REFUSED[name]
    path = save(tmp_path, text)
    with pytest.raises(FileRefused) as refused, opened(path) as census:
        list(census.children())
    assert said in str(refused.value)
    assert refused.value.what.endswith(".")
    assert refused.value.do


def test_there_are_more_than_forty_of_them():
    assert len(REFUSED) > 40


@pytest.mark.parametrize(
    "name", ["a billion laughs", "laughs in an attribute", "one long entity many times", "nested for ever"]
)
def test_a_bomb_costs_neither_time_nor_memory(name, tmp_path):
    path = save(tmp_path, REFUSED[name][0])
    tracemalloc.start()
    started = time.monotonic()
    with pytest.raises(FileRefused), opened(path):
        pass
    spent = time.monotonic() - started
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert spent < 1
    assert peak < 5_000_000


def test_an_entity_never_reaches_a_file_of_this_machine(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("not to be read")
    text = _with_type(f'<!DOCTYPE Message [<!ENTITY x SYSTEM "{secret.as_uri()}">]>', "&x;")
    with pytest.raises(FileRefused) as refused, opened(save(tmp_path, text)):
        pass
    assert "not to be read" not in str(refused.value)


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(FileRefused, match="cannot be opened"), opened(tmp_path / "none.xml"):
        pass


def test_a_folder_is_not_a_file(tmp_path):
    with pytest.raises(FileRefused, match="cannot be opened"), opened(Path(tmp_path)):
        pass


def test_the_line_is_named(tmp_path):
    with (
        pytest.raises(FileRefused, match="Line 49"),
        opened(save(tmp_path, GOOD.replace("</Assessments>", ""))),
    ):
        pass


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252", "us-ascii"]
)
def test_encodings_that_are_read(encoding, tmp_path):
    declared = encoding.removesuffix("-sig")
    text = GOOD.replace("utf-8", declared).encode(encoding)
    with opened(save(tmp_path, text)) as census:
        (reading,) = census.children()
    assert reading.problems == ()
