"""The server: Granian, answering with a few threads, one process or two."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# Threads let one slow page not hold up the others. More would only wait for each other.
THREADS = 4
READY_WITHIN = 30.0


class PortTaken(Exception):
    """Something else is listening there. The message says what to do."""


def serve(host: str, port: int, *, workers: int, ready: Callable[[str], None]) -> None:
    """Serve until told to stop (Ctrl-C or SIGTERM). `ready` is called with the address once pages answer.

    Raises PortTaken before anything starts.
    """
    _claim(host, port)
    server = Granian(
        "alongside.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        backlog=256,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        websockets=False,
        log_level=LogLevels.warning,
    )
    threading.Thread(target=_tell_when_ready, args=(host, port, ready), daemon=True).start()
    server.serve()


def _claim(host: str, port: int) -> None:
    """Make sure that the port is free. Granian shares a taken port silently, and half the pages are lost."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"Alongside cannot listen on {host}, port {port}: {error.strerror}. "
                "Another program, or another Alongside, may be there. Choose another with --port."
            ) from None


def _tell_when_ready(host: str, port: int, ready: Callable[[str], None]) -> None:
    reached = "127.0.0.1" if host in {"0.0.0.0", "::"} else host  # noqa: S104
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        if _answers(reached, port):
            shown = f"[{reached}]" if ":" in reached else reached
            ready(f"http://{shown}:{port}")
            return
        time.sleep(0.1)


def _answers(host: str, port: int) -> bool:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": "localhost"})
        return connection.getresponse().status < 500
    except OSError:
        return False
    finally:
        connection.close()
