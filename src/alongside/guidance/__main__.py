"""The commands over the guidance where Alongside itself is not installed: ``python -m alongside.guidance rules``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from alongside.guidance import accounted, command, export

COMMANDS = {
    "due": (command.add_due_arguments, command.run_due),
    "rules": (command.add_rules_arguments, command.run_rules),
    "coverage": (accounted.add_coverage_arguments, accounted.run_coverage),
    "export": (export.add_export_arguments, export.run_export),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    parser = argparse.ArgumentParser(prog="python -m alongside.guidance")
    within = parser.add_subparsers(dest="command", required=True)
    for name, (add_arguments, _) in COMMANDS.items():
        add_arguments(within.add_parser(name))
    args = parser.parse_args(argv)
    return COMMANDS[args.command][1](args, sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
