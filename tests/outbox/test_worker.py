"""The worker beside the server: it works, is started again when it dies, and stops with it."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from datetime import time as time_of_day
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.core.management import call_command

from alongside.agencies.models import Area
from alongside.config import beside
from alongside.config.beside import worker_beside
from alongside.config.duties import write_checkpoint
from alongside.outbox import services
from alongside.outbox.daily import DUTIES, daily
from alongside.outbox.models import DutyRun
from tests.cast import NOW

#: A worker of no account: it runs until it is told to stop.
SLEEPER = (sys.executable, "-c", "import signal; signal.signal(15, lambda *_: exit(0)); signal.pause()")


def test_one_round_does_the_duties_and_sends_what_waits(
    no_duties: None, wrenmouth: Area, capsys: pytest.CaptureFixture[str]
) -> None:
    daily("count sheep", lambda now: "7 counted.", after=time_of_day(0, 0))
    services.send_email(to="head@school.example", subject="Hello", body="Hello.", area=wrenmouth, now=NOW)
    call_command("work", once=True)
    assert len(mail.outbox) == 1
    assert capsys.readouterr().out == "count sheep: 7 counted.\n1 sent, 0 to be tried again, 0 failed.\n"
    assert DutyRun.objects.get().done


def test_the_audit_has_a_checkpoint_every_day(
    wrenmouth: Area, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings.CONFIG, "data_folder", tmp_path)
    assert DUTIES["write a checkpoint of the audit"].function is write_checkpoint
    for _ in range(2):
        write_checkpoint(NOW)
    assert len(list((tmp_path / "checkpoints").glob("*.json"))) == 2


def test_one_pass_by_command_sends_and_does_no_duty(
    wrenmouth: Area, capsys: pytest.CaptureFixture[str]
) -> None:
    services.send_email(to="head@school.example", subject="Hello", body="Hello.", area=wrenmouth, now=NOW)
    call_command("outbox_send")
    assert capsys.readouterr().out == "1 sent, 0 to be tried again, 0 failed.\n"
    assert not DutyRun.objects.exists()


def test_a_worker_that_dies_is_started_again_and_stops_with_the_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(beside, "WAITS", (0,))
    with worker_beside(SLEEPER) as kept:
        assert kept.started.acquire(timeout=10)
        first = kept.process
        assert first is not None
        first.kill()
        assert kept.started.acquire(timeout=10)
        second = kept.process
        assert second is not None
        assert second is not first
        assert second.poll() is None
    assert second.poll() is not None


def test_a_worker_bears_a_database_in_trouble_and_ends_when_the_process_it_stands_beside_has_gone(
    tmp_path: Path,
) -> None:
    """Even if that was killed and could tell nobody. The database has no tables yet."""
    place = {
        **os.environ, "DATA_FOLDER": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path}/alongside.sqlite3",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }  # fmt: skip
    started = (
        "import os, subprocess, sys, signal;"
        "worker = subprocess.Popen([sys.executable, '-m', 'alongside', 'work', '--beside', str(os.getpid())]);"
        "print(worker.pid, file=sys.stderr, flush=True); signal.pause()"
    )
    parent = subprocess.Popen([sys.executable, "-c", started], env=place, stderr=subprocess.PIPE, text=True)
    assert parent.stderr is not None
    worker = int(parent.stderr.readline())
    assert any("could not be worked on; it is tried again" in line for line in parent.stderr)
    ended = os.pidfd_open(worker)
    parent.kill()
    parent.wait()
    assert select.select([ended], [], [], 60)[0], "the worker goes on without its server"
    os.close(ended)
