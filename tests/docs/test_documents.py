"""What the documents say exists, exists."""

from __future__ import annotations

import re
import shlex
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import get_commands

import do
from alongside import cli
from alongside.config import commands, reference

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
IMAGES = sorted(ROOT.glob("docs/images/*"))

LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```[^\n]*\n(.*?)^```", re.DOTALL | re.MULTILINE)
VERBS = {"setup", "demo", "serve", "test", "bench", "lock"}

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: str(one.relative_to(ROOT)))


@pytest.mark.parametrize("page", reference.PAGES, ids=lambda page: page.path)
def test_a_generated_page_says_what_the_code_says(page):
    assert not reference.is_stale(page), "run “alongside docs” and commit what it writes"


def test_every_reference_page_but_that_of_dependencies_is_generated():
    there = {file.name for file in (ROOT / "docs" / "reference").glob("*.md")}

    assert there - {page.path for page in reference.PAGES} == {"dependencies.md"}


@every_document
def test_every_link_inside_leads_somewhere(document):
    missing = [link for link in links(document) if not (document.parent / link).exists()]

    assert missing == []


def links(document: Path) -> Iterator[str]:
    words = FENCE.sub("", document.read_text(encoding="utf-8"))
    for target in LINK.findall(words):
        if not re.match(r"[a-z]+:", target) and (path := target.partition("#")[0]):
            yield path


@every_document
def test_every_command_it_shows_is_understood(document):
    for line in fenced(document):
        check_command(line)


def fenced(document: Path) -> Iterator[str]:
    """Each line of fenced code that runs a command of ours, continued lines joined, without its prompt."""
    for block in FENCE.findall(document.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            plain = re.sub(r"^\$ |^[A-Z_]+=\S+ ", "", line.strip())
            if re.match(r"(\.venv/bin/)?alongside |python3 do\.py", plain):
                yield plain


def check_command(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)
    if words[1:2] == ["do.py"]:
        assert words[2] in VERBS, line
        return
    options = {word.partition("=")[0] for word in words[1:] if word.startswith("--")}
    for command in cli.COMMANDS:
        if tuple(words[1 : 1 + len(command.words)]) == command.words:
            assert options <= known(command), line
            return
    assert (
        options <= {"--help", "--version"}
        if len(words) > 1 and words[1].startswith("--")
        else (words[1] in get_commands() or words[1] == "COMMAND")
    ), line


def known(command: cli.Listed) -> set[str]:
    if command.django:
        parser: ArgumentParser = commands.parser_of(
            commands.load(command.django), command.name, cli.epilog(command)
        )
    else:
        parser, _ = cli.pure(command)
    return {option for action in parser._actions for option in action.option_strings}


def test_the_verbs_of_do_py_are_those_it_prints():
    assert set(re.findall(r"^    python3 do\.py (\w+)", do.__doc__ or "", re.MULTILINE)) == VERBS


@pytest.mark.parametrize("image", IMAGES, ids=lambda one: one.name)
def test_an_image_is_small_and_shown_somewhere(image):
    assert image.stat().st_size < 200_000
    assert any(image.name in document.read_text(encoding="utf-8") for document in DOCUMENTS)
