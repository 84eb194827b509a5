"""Files made bad by rule: a good one in, many bad ones out, the same each time.

A rule spoils the bytes, the lines, the cells, the fields or the elements. Each file has a name that says what was done.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any

File = tuple[str, bytes]
TEN_MB = "y" * 10_000_000

#: What is put where something else should stand.
WORDS = {
    "nothing": "", "spaces": "   ", "a day that is none": "2025-02-31", "a month that is none": "2025-13-01",
    "a day in words": "last night", "another order of days": "16/04/2025", "a number for a day": "45763",
    "year nought": "0000-00-00", "the far future": "9999-12-31", "the far past": "0001-01-01", "two days": "2025-04-16/17",
    "minus one": "-1", "a long number": "9" * 400, "a formula": '=HYPERLINK("x")', "markup": "<b>x</b>", "a quote": "O'Hara",
    "a line end": "one\ntwo", "a tab": "one\ttwo", "a control character": "a\x07b", "right to left": "\u202eabc",
    "no width": "\u200b", "letters apart": "e\u0301", "a letter beyond": "\U0001f600", "full width": "\uff12\uff10\uff12\uff15",
    "much": "x" * 20_000, "a command": "'; DROP TABLE people_person; --", "a path": "../../etc/passwd", "a template": "{{ 7 * 7 }}",
}  # fmt: skip
#: What is put where JSON holds something else.
VALUES: dict[str, Any] = {
    "null": None, "yes": True, "a number": 45763, "a fraction": 1.5, "a very long number": 10**300, "a list": ["x"], "an empty list": [],
    "a part": {"x": 1}, "an empty part": {}, "half a letter": "\ud800", "a nought": "a\0b",
}  # fmt: skip


def of_bytes(good: bytes) -> Iterator[File]:
    """How a file is written down, sent and cut."""
    text = good.decode()
    for name in (
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-7",
        "cp037",
        "cp1252",
        "mac_roman",
        "shift_jis",
    ):
        yield f"written in {name}", text.encode(name, errors="replace")
    yield "in capitals", text.upper().encode()
    for name, mark in (
        ("UTF-8", codecs.BOM_UTF8),
        ("UTF-16", codecs.BOM_UTF16_LE),
        ("UTF-32", codecs.BOM_UTF32_LE),
    ):
        yield f"marked as {name}", mark + good
    yield "marked twice", codecs.BOM_UTF8 * 2 + good
    half = len(good) // 2
    yield "marked in the middle", good[:half] + codecs.BOM_UTF8 + good[half:]
    for name, end in (
        ("Windows", b"\r\n"),
        ("old machines", b"\r"),
        ("other signs", "\u2028".encode()),
        ("form feeds", b"\x0c"),
    ):
        yield f"with line ends of {name}", good.replace(b"\n", end)
    lines = good.split(b"\n")
    yield (
        "with line ends of all kinds",
        b"".join(line + (b"\n", b"\r\n", b"\r")[n % 3] for n, line in enumerate(lines)),
    )
    yield "with each line twice", b"\n".join(line for line in lines for _ in range(2))
    yield "backwards", b"\n".join(reversed(lines))
    yield "with the first line last", b"\n".join([*lines[1:], lines[0]])
    yield "twice", good + good
    yield "with more behind it", good + b"\n\n-- \nsent from a phone\n"
    yield "with more before it", b"To whom it may concern\n\n" + good
    yield "packed", gzip.compress(good, mtime=0)
    for name, start in (
        ("an archive", b"PK\x03\x04"),
        ("a PDF", b"%PDF-1.7\n"),
        ("a picture", b"\x89PNG\r\n\x1a\n"),
        ("a program", b"MZ"),
    ):
        yield f"begun like {name}", start + good
    for part in range(1, 33):
        yield f"cut off after {part} of 33", good[: len(good) * part // 33]
    for part in range(1, 9):
        at = len(good) * part // 9
        for name, sign in (
            ("a nought", b"\0"),
            ("no letter", b"\xff"),
            ("half a letter", b"\xc3"),
            ("a bell", b"\x07"),
        ):
            yield f"with {name} at {part} of 9", good[:at] + sign + good[at:]
        yield f"with a hole at {part} of 9", good[:at] + good[at + 5 :]


def of_rows(rows: list[list[str]], names: list[str]) -> Iterator[File]:
    """How a table is laid out: columns, rows, quotes, what is between."""

    def written(rows: list[list[str]], names: list[str] = names, **how: Any) -> bytes:
        out = io.StringIO()
        csv.writer(out, **how).writerows([names, *rows])
        return out.getvalue().encode()

    for one in range(len(names)):
        for other in range(one + 1, len(names)):
            heads = list(names)
            heads[one], heads[other] = heads[other], heads[one]
            yield f"with {names[one]} and {names[other]} swapped", written(rows, heads)
    for n, name in enumerate(names):
        yield f"without {name}", written([row[:n] + row[n + 1 :] for row in rows], names[:n] + names[n + 1 :])
        yield f"with {name} twice", written([[*row, row[n]] for row in rows], [*names, name])
        yield f"with {name} called otherwise", written(rows, [*names[:n], f"{name}_1", *names[n + 1 :]])
        yield f"with {name} without a name", written(rows, [*names[:n], "", *names[n + 1 :]])
        yield f"with {name} merged", written([rows[0], *([*row[:n], "", *row[n + 1 :]] for row in rows[1:])])
        yield f"with {name} moved down", written([[*rows[0][:n], "", *rows[0][n:]], *rows[1:]])
    for sign in (";", "\t", "|", ":", " "):
        yield f"between {sign!r}", written(rows, delimiter=sign)
    yield "between single quotes", written(rows, quotechar="'", quoting=csv.QUOTE_ALL)
    yield "with a quote never closed", written(rows).replace(b"Found", b'"Found', 1)
    yield "with totals", written([*rows, ["Total", str(len(rows))]])
    yield "with a title", b"Notices of April\r\n" + written(rows)
    yield "with a line of dashes", written([["-" * 5] * len(names), *rows])
    yield "with the heads again", written([rows[0], names, *rows[1:]])
    yield "with a row of nothing", written([rows[0], [""] * len(names), *rows[1:]])
    yield "with the same twice", written([*rows, *rows])
    yield "with the same number for two", written([rows[0], [rows[0][0], *rows[1][1:]], *rows[2:]])


def of_cells(rows: list[list[str]], names: list[str]) -> Iterator[File]:
    """Each cell of the second row, with each of the words in it."""
    for n, column in enumerate(names):
        for what, word in WORDS.items():
            spoilt = [rows[0], [*rows[1][:n], word, *rows[1][n + 1 :]], *rows[2:]]
            out = io.StringIO()
            csv.writer(out).writerows([names, *spoilt])
            yield f"{column}: {what}", out.getvalue().encode()
    out = io.StringIO()
    csv.writer(out).writerows([names, rows[0], [*rows[1][:-1], TEN_MB]])
    yield f"{names[-1]}: ten megabytes", out.getvalue().encode()


def paths(part: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where anything stands in a JSON text."""
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield (*at, key)
        yield from paths(value, (*at, key))


def changed(part: Any, at: tuple[Any, ...], change: Callable[[Any, Any], None]) -> Any:
    """A copy with one place changed. change: is given what holds the place, and its key."""
    copy = json.loads(json.dumps(part))
    holder = copy
    for key in at[:-1]:
        holder = holder[key]
    change(holder, at[-1])
    return copy


def of_fields(good: dict[str, Any], words: bool = True) -> Iterator[File]:
    """Each field left out, called otherwise, there twice, or with something else in it."""
    text = json.dumps(good)
    for at in paths(good):
        where = ".".join(map(str, at))
        yield f"without {where}", json.dumps(changed(good, at, lambda holder, key: holder.pop(key))).encode()
        for what, value in VALUES.items():
            put = changed(good, at, lambda holder, key, value=value: holder.__setitem__(key, value))
            yield f"{where}: {what}", json.dumps(put).encode()
        if isinstance(at[-1], str):
            name = json.dumps(at[-1])
            yield f"{where} called otherwise", text.replace(f"{name}:", f'"{at[-1]} ":', 1).encode()
            yield f"{where} there twice", text.replace(f"{name}:", f"{name}: null, {name}:", 1).encode()
    for at in paths(good) if words else ():
        for what in list(WORDS)[:12]:
            put = changed(good, at, lambda holder, key, what=what: holder.__setitem__(key, WORDS[what]))
            yield f"{'.'.join(map(str, at))}: {what}", json.dumps(put).encode()


def of_json(good: dict[str, Any]) -> Iterator[File]:
    """What looks like JSON and is none, or is no such text."""
    text = json.dumps(good)
    yield "with a comma too many", (text[:-1] + ",}").encode()
    yield "with a remark", ("// notices\n" + text).encode()
    yield "between single quotes", text.replace('"', "'").encode()
    yield "without quotes around its names", re.sub(r'"(\w+)":', r"\1:", text).encode()
    yield "with a number that is none", re.sub(r'"\d[^"]*"', "NaN", text, count=1).encode()
    yield "with a number without an end", re.sub(r'"\d[^"]*"', "1" * 5_000, text, count=1).encode()
    yield "with an infinity", re.sub(r'"\d[^"]*"', "Infinity", text, count=1).encode()
    yield "line by line", text.replace("}, {", "}\n{").encode()
    yield "wrapped in words", json.dumps(text).encode()
    yield "deeper than anybody reads", ('{"notices":' + "[" * 100_000 + "]" * 100_000 + "}").encode()
    for what in (
        "null",
        "true",
        "0",
        '""',
        "[]",
        "{}",
        "[[]]",
        "[null]",
        '{"notices": {}}',
        '{"notices": null}',
        " ",
    ):
        yield f"only {what}", what.encode()


ELEMENT = re.compile(r"<(\w+)>([^<>]*)</\1>\n?")


def of_elements(good: str) -> Iterator[File]:
    """Each element with a value left out, there twice, empty, called otherwise, in another place, or with something else in it."""
    for found in ELEMENT.finditer(good):
        tag, whole, (start, end) = found[1], found[0], found.span()
        where = f"{tag} at {start}"

        def put(words: str, start: int = start, end: int = end) -> bytes:
            return (good[:start] + words + good[end:]).encode()

        yield f"without {where}", put("")
        yield f"{where} twice", put(whole * 2)
        yield f"{where} empty", put(f"<{tag}/>")
        yield f"{where} called otherwise", put(whole.replace(tag, f"{tag}s"))
        yield f"{where} in small letters", put(whole.replace(tag, tag.lower()))
        yield f"{where} in a namespace", put(whole.replace(f"<{tag}>", f'<{tag} xmlns="urn:x">'))
        yield f"{where} with an attribute", put(whole.replace(f"<{tag}>", f'<{tag} xsi="1">'))
        yield f"{where} not closed", put(whole.replace(f"</{tag}>", ""))
        yield f"{where} within itself", put(f"<{tag}>{whole}</{tag}>")
        yield f"{where} with a remark in it", put(whole.replace(">", "><!-- x -->", 1))
        for what in (
            "a day that is none",
            "another order of days",
            "the far future",
            "the far past",
            "spaces",
            "minus one",
            "full width",
        ):
            yield f"{where}: {what}", put(f"<{tag}>{WORDS[what]}</{tag}>")
