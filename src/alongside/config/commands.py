"""Running Django's commands, ours and its own, with exit codes that mean something and no tracebacks."""

from __future__ import annotations

import argparse
import difflib
import os
import sys

import django
from django.core.management import get_commands, handle_default_options, load_command_class
from django.core.management.base import (
    BaseCommand,
    CommandError,
    CommandParser,
    DjangoHelpFormatter,
    SystemCheckError,
)
from django.db import DatabaseError, connections

from alongside.config.environment import UnsafeSettings
from alongside.refusals import Refusal

FINE, USAGE, REFUSED = 0, 2, 3

# Options that every Django command has, and that explain nothing to whoever reads our help.
NOT_SHOWN = frozenset(
    {"--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color"}
)


class HelpFormatter(DjangoHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Our own options first, and examples as they are written."""


def start() -> None:
    """Load settings and apps. Raises UnsafeSettings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.config.settings")
    django.setup()


def load(name: str) -> BaseCommand:
    """The Django command called `name`, which must exist."""
    app = get_commands()[name]
    command: BaseCommand = app if isinstance(app, BaseCommand) else load_command_class(app, name)
    return command


def parser_of(command: BaseCommand, shown: str, epilog: str) -> CommandParser:
    """What reads the command's options. shown: its name as people type it after “alongside”."""
    if epilog:
        command.suppressed_base_arguments = set(NOT_SHOWN)
    return command.create_parser("alongside", shown, epilog=epilog or None, formatter_class=HelpFormatter)


def run(name: str, arguments: list[str], *, shown: str, epilog: str = "") -> int:
    """Run one command and give its exit code."""
    try:
        start()
    except UnsafeSettings as refusal:
        return _refused(f"Alongside cannot start with these settings.\n{refusal}")
    if name not in get_commands():
        return _unknown(shown)
    command = load(name)
    command._called_from_command_line = True  # type: ignore[attr-defined]
    options = parser_of(command, shown, epilog).parse_args(arguments)
    handle_default_options(options)
    settings = vars(options)
    positional = settings.pop("args", ())
    try:
        command.execute(*positional, **settings)
    except (SystemCheckError, Refusal, UnsafeSettings) as refusal:
        return _refused(refusal)
    except CommandError as problem:
        print(problem, file=sys.stderr)
        return problem.returncode
    except DatabaseError as error:
        if settings["traceback"]:
            raise
        return _refused(
            f"The database did not do what was asked: {str(error).strip()}. If it is new, or Alongside was "
            "upgraded, run “alongside migrate” first. Otherwise look at DATABASE_URL; with --traceback "
            "this command says where it happened."
        )
    finally:
        connections.close_all()
    return FINE


def _refused(why: object) -> int:
    print(why, file=sys.stderr)
    return REFUSED


def _unknown(name: str) -> int:
    close = difflib.get_close_matches(name, get_commands(), n=1)
    meant = f" Did you mean “{close[0]}”?" if close else ""
    print(
        f"There is no command “{name}”.{meant} “alongside --help” lists what there is.",
        file=sys.stderr,
    )
    return USAGE
