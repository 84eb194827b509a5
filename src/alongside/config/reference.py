"""Reference pages that are written from the code, so that they cannot disagree with it.

To add a page: a function without arguments that gives Markdown, and a line in `PAGES`.
"""

from __future__ import annotations

import argparse
import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

from django.core.management import get_commands
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.module_loading import import_string
from pydantic_core import PydanticUndefined

from alongside import cli
from alongside.chronology import kinds as entry_kinds
from alongside.chronology import reference as kinds
from alongside.config import commands
from alongside.config.environment import PACKAGE, Config
from alongside.deadlines import reference as clocks
from alongside.guidance import atlas, drawn

ROOT = PACKAGE.parents[1]
FOLDER = ROOT / "docs" / "reference"
NOTICE = "<!-- Written by “alongside docs”. Change the code it is written from, not this page. -->\n\n"


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its file's name in its folder, and the dotted name of what writes it."""

    path: str
    written_by: str
    folder: Path = FOLDER

    @property
    def file(self) -> Path:
        return self.folder / self.path

    def text(self) -> str:
        write = cast(Callable[[], str], import_string(self.written_by))
        notice = NOTICE if self.path.endswith(".md") else ""
        return notice + write().strip() + "\n"


PAGES = (
    Page("rules.md", "alongside.guidance.reference.as_markdown"),
    Page("clocks.md", "alongside.deadlines.reference.as_markdown"),
    Page("kinds.md", "alongside.config.reference.kinds_markdown"),
    Page("policies.md", "alongside.access.reference.as_markdown"),
    Page("atlas.md", "alongside.config.reference.atlas_markdown"),
    Page("data-dictionary.md", "alongside.config.data_dictionary.as_markdown"),
    Page("demo-people.md", "alongside.demo.reference.as_markdown"),
    Page("guidance-export.md", "alongside.guidance.exported.as_markdown"),
    Page("settings.md", "alongside.config.reference.settings_markdown"),
    Page("commands.md", "alongside.config.reference.commands_markdown"),
    Page(atlas.FILE, "alongside.config.reference.atlas_json", PACKAGE / "guidance"),
)


def is_stale(page: Page) -> bool:
    return not page.file.is_file() or page.file.read_text(encoding="utf-8") != page.text()


def write(page: Page) -> None:
    page.folder.mkdir(parents=True, exist_ok=True)
    page.file.write_text(page.text(), encoding="utf-8", newline="\n")


def kinds_markdown() -> str:
    """Everything that can happen, and which clocks it moves."""
    return kinds.as_markdown(clocks.of_kind)


def atlas_markdown() -> str:
    """From a paragraph to its rules, their clocks, the screens, the code and the tests."""
    return atlas.as_markdown(clocks.of_rule, drawn_atlas())


def atlas_json() -> str:
    """The same for the pages of an installation, which has no tests to read."""
    return atlas.as_json(drawn_atlas())


@cache
def drawn_atlas() -> atlas.Atlas:
    """Where every rule lives, from this check-out."""
    return drawn.draw(ROOT, _views(get_resolver().url_patterns), _moves())


def _views(
    patterns: Iterable[URLPattern | URLResolver], space: str = "", before: str = ""
) -> Iterator[drawn.View]:
    """Every page of ours: its name, its address as people read it, and the function that answers."""
    for pattern in patterns:
        address = before + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns, pattern.namespace or space, address)
        elif _is_a_page(view := inspect.unwrap(pattern.callback)):
            name = f"{space}:{pattern.name}" if space else str(pattern.name)
            yield drawn.View(name, f"/{address}", view.__module__, getattr(view, "__name__", ""))


def _is_a_page(view: Callable[..., object]) -> bool:
    """Whether this answers an address of ours. The gallery's examples govern nobody's work."""
    return view.__module__.startswith("alongside.") and not view.__module__.startswith("alongside.ui.")


def _moves() -> dict[drawn.Place, tuple[str, ...]]:
    """For each kind of entry, by the name of its constant, the rules whose clocks it starts or stops."""
    module = "alongside.chronology.kinds"
    return {
        drawn.Place(module, name): ids
        for name, kind in vars(entry_kinds).items()
        if isinstance(kind, entry_kinds.Kind) and (ids := clocks.moved_by(kind))
    }


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
    for group, listed in cli.by_group():
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
