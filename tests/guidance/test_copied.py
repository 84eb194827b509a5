"""What is held is in our own words: no run of eight words is shared with the documents it was compared with.

``shingles.bin`` holds salted hashes, five bytes each, of every run of eight words of the five documents in
``seeds.toml``, which quote the guidance at length. No text can be read back from it. Where the documents lie in a folder
called ``seeds`` beside the checkout, the file is held to be theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

import pytest

from alongside.guidance import catalogue, editions
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.sources import Check, Citation, Source
from alongside.guidance.subjects import SUBJECTS

HERE = Path(__file__)
BESIDE = sorted(HERE.parents[2].parent.glob("*/seeds/*.txt"))
WORDS, BYTES, SALT = 8, 5, b"alongside: own words"
WORD = re.compile(r"[a-z0-9]+")

#: Names of laws, texts, bodies and posts, and the terms of an Act, that nobody can say otherwise.
FIXED = (
    "Children and Social Work Act 2017",
    "Children's Wellbeing and Schools Act",
    "Children Act 2004",
    "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018",
    "child death review partners",
    "dies or is seriously harmed",
    "Information sharing: advice for practitioners providing safeguarding services",
    "likely to suffer significant harm",
    "national multi-agency practice standards",
    "safeguard and promote the welfare of children",
    "social work qualified practice supervisor or manager",
    "Stable Homes, Built on Love",
)


def plain(text: str) -> str:
    """A text as its words alone, so that dashes, capitals and apostrophes hide nothing."""
    return " ".join(WORD.findall(text.casefold().replace("’", "").replace("'", "")))


def runs(text: str) -> Iterator[str]:
    """Every run of eight words, whatever stands between the words."""
    words = plain(text).split()
    return (" ".join(words[start : start + WORDS]) for start in range(len(words) - WORDS + 1))


def hashed(run: str) -> bytes:
    return blake2b(run.encode(), digest_size=BYTES, salt=SALT[:16]).digest()


def packed(texts: Iterable[str]) -> bytes:
    """The hashes of all runs of some texts, sorted, one after another."""
    return b"".join(sorted({hashed(run) for text in texts for run in runs(text)}))


@cache
def held() -> frozenset[bytes]:
    data = HERE.with_name("shingles.bin").read_bytes()
    return frozenset(data[start : start + BYTES] for start in range(0, len(data), BYTES))


def copied(text: str, known: frozenset[bytes]) -> list[str]:
    """The runs of a text that are in a document, but for fixed names: a run stops before one and begins after it."""
    rest = f" {plain(text)} "
    for name in FIXED:
        rest = rest.replace(f" {plain(name)} ", " | ")
    return [run for part in rest.split("|") for run in runs(part) if hashed(run) in known]


def strings(value: object) -> Iterator[str]:
    """Every string in a value that people read, however deep; no citation, which holds names of texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Dated):
        for provision in value.provisions:
            yield from strings(provision.value)
    elif isinstance(value, Citation | Source | Check):
        return
    elif is_dataclass(value):
        for field in fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, tuple | list | frozenset):
        for one in value:
            yield from strings(one)


HELD = {
    "rules": tuple(catalogue.RULES.values()),
    "changes": (*catalogue.CHANGES, *catalogue.UNKNOWNS),
    "actions": tuple(catalogue.ACTIONS.values()),
    "words": catalogue.TERMS,
    "questions": catalogue.QUESTIONS,
    "register": catalogue.coverage(),
    "subjects, readers and chapters": (
        *SUBJECTS.values(),
        *AUDIENCES.values(),
        *ACTORS.values(),
        *(title for edition in editions.EDITIONS for title in edition.chapters.values()),
    ),
}


@pytest.mark.parametrize("what", HELD)
def test_no_sentence_is_copied(what):
    texts = {
        text: getattr(one, "id", getattr(one, "word", getattr(one, "at", "")))
        for one in HELD[what]
        for text in strings(one)
    }
    found = {run: where for text, where in texts.items() for run in copied(text, held())}

    assert found == {}, "say it in other words"


def test_the_hashes_are_those_of_the_documents():
    """As many as were counted, and the documents' own where they are at hand."""
    data = HERE.with_name("shingles.bin").read_bytes()
    assert len(data) % BYTES == 0
    assert len(held()) > 8000

    own = packed(path.read_text(encoding="utf-8") for path in BESIDE)
    assert own in (b"", data)


def test_a_copied_run_is_found_in_any_guise():
    known = frozenset({hashed(run) for run in runs("A sentence made up for this: nine words and more.")})

    assert copied("They wrote a SENTENCE made up - for this - nine words, and more.", known)
    assert not copied("They wrote a sentence that was made up for this test alone.", known)
    assert not copied("A sentence made up for this nine.", known), "seven words are no proof"


def test_a_copied_run_is_found_however_deep_it_lies():
    rule = catalogue.rule("assessment.outside-home")
    (heading, *_) = rule.dated.provisions[0].value
    known = frozenset(hashed(run) for text in strings(rule) for run in runs(text))

    assert heading.label in set(strings(rule))
    assert any(copied(text, known) for text in strings(rule))


def test_a_line_of_a_document_put_into_a_change_is_caught():
    """The title of the department's own summary is a name, and stands in the documents."""
    assert copied("See Working together to safeguard children 2023: summary of changes.", held())


def test_a_fixed_name_is_allowed_and_nothing_around_it():
    known = frozenset(
        hashed(run)
        for run in runs("Under the Children Act 2004 they wrote down what anybody knew of a child")
    )

    assert not copied("Under the Children Act 2004 they acted", known)
    assert copied("By the Children Act 2004 they wrote down what anybody knew of a child", known)
