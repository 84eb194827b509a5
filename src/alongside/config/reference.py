"""Reference pages that are written from the code, so that they cannot disagree with it.

To add a page: a function without arguments that gives Markdown, and a line in `PAGES`.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from django.core.management import get_commands
from django.utils.module_loading import import_string
from pydantic_core import PydanticUndefined

from alongside import cli
from alongside.chronology import reference as kinds
from alongside.config import commands
from alongside.config.environment import PACKAGE, Config
from alongside.deadlines import reference as clocks
from alongside.guidance import atlas

FOLDER = PACKAGE.parents[1] / "docs" / "reference"
NOTICE = "<!-- Written by “alongside docs”. Change the code it is written from, not this page. -->\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its file's name in docs/reference, and the dotted name of what writes it."""

    path: str
    written_by: str

    def text(self) -> str:
        write = cast(Callable[[], str], import_string(self.written_by))
        return NOTICE + write().strip() + "\n"


PAGES = (
    Page("rules.md", "alongside.guidance.reference.as_markdown"),
    Page("clocks.md", "alongside.deadlines.reference.as_markdown"),
    Page("kinds.md", "alongside.config.reference.kinds_markdown"),
    Page("policies.md", "alongside.access.reference.as_markdown"),
    Page("atlas.md", "alongside.config.reference.atlas_markdown"),
    Page("data-dictionary.md", "alongside.config.data_dictionary.as_markdown"),
    Page("demo-people.md", "alongside.demo.reference.as_markdown"),
    Page("settings.md", "alongside.config.reference.settings_markdown"),
    Page("commands.md", "alongside.config.reference.commands_markdown"),
)


def is_stale(page: Page) -> bool:
    file = FOLDER / page.path
    return not file.is_file() or file.read_text(encoding="utf-8") != page.text()


def write(page: Page) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / page.path).write_text(page.text(), encoding="utf-8", newline="\n")


def kinds_markdown() -> str:
    """Everything that can happen, and which clocks it moves."""
    return kinds.as_markdown(clocks.of_kind)


def atlas_markdown() -> str:
    """From a paragraph to its rules, their clocks, the code and the tests."""
    return atlas.as_markdown(clocks.of_rule, atlas.mentions(FOLDER.parents[1]))


def settings_markdown() -> str:
    """Every setting of an installation: its name, what it does, and what it is when left out."""
    lines = [
        "# Settings",
        "",
        "Every setting is an environment variable. None has to be set to try Alongside. With",
        "`ENVIRONMENT=production` it refuses to start until the settings marked *production* are safe, and says",
        "what is wrong, why, and what to do.",
        "",
        "| setting | when left out | what it does |",
        "| --- | --- | --- |",
    ]
    for name, field in Config.model_fields.items():
        default = field.default
        shown = "" if default in (PydanticUndefined, None, "", []) else f"`{_plain(default)}`"
        lines.append(f"| `{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(lines)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def commands_markdown() -> str:
    """Every command of ours, with its options and an example."""
    lines = [
        "# Commands",
        "",
        "Results go to standard output, progress and trouble to standard error.",
        "",
        "| exit code | meaning |",
        "| --- | --- |",
        *(f"| {code} | {meaning} |" for code, meaning in cli.EXIT_CODES.items()),
        "",
        "Any command of Django's works as well, for example `alongside createcachetable`.",
    ]
    for group, listed in groupby(cli.COMMANDS, key=lambda command: command.group):
        lines += ["", f"## {group}"]
        for command in listed:
            lines += ["", f"### alongside {command.name}", "", command.summary, ""]
            lines += [f"```\n{command.example}\n```", *_options(command)]
    return "\n".join(lines)


def _options(command: cli.Listed) -> Iterator[str]:
    if command.django:
        # The options of Django's own commands change with its version; their help is theirs to give.
        if not get_commands().get(command.django, "").startswith("alongside."):
            return
        parser: argparse.ArgumentParser = commands.parser_of(
            commands.load(command.django), command.name, cli.epilog(command)
        )
    else:
        parser, _ = cli.pure(command)
    shown = [
        action
        for action in parser._actions
        if action.help is not argparse.SUPPRESS and not isinstance(action, argparse._HelpAction)
    ]
    if not shown:
        return
    yield from ("", "| option | what it does |", "| --- | --- |")
    for action in shown:
        yield f"| `{_spelled(action)}` | {_explained(action)} |"


def _spelled(action: argparse.Action) -> str:
    if not action.option_strings:
        return str(action.metavar or action.dest.upper())
    value = "" if action.nargs == 0 else f" {action.metavar or action.dest.upper()}"
    return f"{', '.join(action.option_strings)}{value}"


def _explained(action: argparse.Action) -> str:
    told = str(action.help or "").replace("%(default)s", str(action.default)).replace("|", "\\|")
    among = f" One of: {', '.join(map(str, action.choices))}." if action.choices else ""
    return f"{told}{among}"
