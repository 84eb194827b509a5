"""The command line: found, explained, and honest in its exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from alongside import cli

pytestmark = pytest.mark.once("It is about commands and what they print.")

PROJECT = Path(__file__).parents[2]


def alongside(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alongside", *arguments],
        cwd=PROJECT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "alongside.config.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_lists_every_command_with_an_example_and_the_exit_codes(capsys):
    assert cli.main(["--help"]) == cli.FINE
    shown = capsys.readouterr().out
    for command in cli.COMMANDS:
        assert f"  {command.name}" in shown
        assert command.summary in shown
        assert command.example in shown
    for meaning in cli.EXIT_CODES.values():
        assert meaning in shown


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.name)
def test_every_command_explains_itself_with_an_example(command, capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main([*command.words, "--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    assert f"usage: alongside {command.name}" in shown
    assert command.example in shown
    assert "3  refused" in shown


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda command: command.name)
def test_every_example_is_of_its_own_command(command):
    assert command.example.startswith(f"alongside {command.name}")
    assert not command.django or command.django in get_commands()


def test_without_a_command_the_usage_is_shown_as_a_mistake(capsys):
    assert cli.main([]) == cli.USAGE
    assert "Usage: alongside" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("serv", "Did you mean “serve”?"),
        ("frobnicate", "There is no command “frobnicate”. “alongside --help” lists"),
        ("deadlines", "There is “alongside deadlines rebuild”."),
    ],
)
def test_a_mistyped_command_is_answered_helpfully(typed, said, capsys):
    assert cli.main([typed]) == cli.USAGE
    assert said in capsys.readouterr().err


def test_a_mistyped_option_is_a_mistake_of_usage(capsys):
    with pytest.raises(SystemExit) as stop:
        cli.main(["docs", "--chekc"])
    assert stop.value.code == cli.USAGE
    assert "unrecognized arguments: --chekc" in capsys.readouterr().err


def test_rules_and_due_dates_need_neither_settings_nor_a_database():
    finished = alongside(
        "due", "referral.decision", "2025-04-17", ENVIRONMENT="nonsense", DATABASE_URL="nonsense"
    )
    assert finished.returncode == 0
    assert "22 April 2025" in finished.stdout
    asked = "import sys; from alongside.cli import main; main(['rules']); sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, check=False).returncode == 0


def test_unsafe_settings_are_refused_in_words(tmp_path):
    finished = alongside("check", ENVIRONMENT="production", DATA_FOLDER=str(tmp_path), SECRET_KEY="")
    assert finished.returncode == cli.REFUSED
    assert "SECRET_KEY is missing" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_database_that_is_not_there_yet_is_explained(tmp_path):
    finished = alongside("deadlines", "rebuild", DATA_FOLDER=str(tmp_path), DATABASE_URL="")
    assert finished.returncode == cli.REFUSED
    assert "run “alongside migrate” first" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_results_can_be_cut_short_by_their_reader():
    piped = subprocess.run(
        f"{sys.executable} -m alongside rules | head -1", shell=True, cwd=PROJECT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert piped.stderr == ""
    assert piped.stdout


def test_serving_is_refused_until_the_database_is_up_to_date(tmp_path):
    finished = alongside("serve", DATA_FOLDER=str(tmp_path), DATABASE_URL="")
    assert finished.returncode == cli.REFUSED
    assert "Run “alongside migrate”, then serve again." in finished.stderr


def test_the_server_says_where_it_is_and_stops_cleanly(tmp_path, unused_port):
    place = {"DATA_FOLDER": str(tmp_path), "DATABASE_URL": ""}
    assert alongside("migrate", **place).returncode == 0
    server = subprocess.Popen(
        [sys.executable, "-m", "alongside", "serve", "--port", str(unused_port)],
        cwd=PROJECT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "alongside.config.settings", **place},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert server.stdout is not None
    assert server.stdout.readline() == f"Alongside is at http://127.0.0.1:{unused_port} (Ctrl-C stops it).\n"
    second = alongside("serve", "--port", str(unused_port), **place)
    assert second.returncode == cli.REFUSED
    assert "Choose another with --port." in second.stderr
    server.send_signal(signal.SIGTERM)
    assert server.wait(timeout=20) == 0


@pytest.fixture
def unused_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
