"""A real browser for the tests that need one.

Chromium is the system's own. Where there is none, browser tests are left out at a desk, with a
plain notice; under `CI=true` that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.test import Client

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page
    from pytest_django.live_server_helper import LiveServer

    from alongside.agencies.models import Practitioner

# What lets Chromium run as root, without a screen, and without calling home.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
# Milliseconds: how long a page may take to become what a test expects of it, on a busy machine.
WAIT = 10_000
NO_CHROMIUM = "There is no Chromium on this machine (on Debian or Ubuntu: apt-get install -y chromium)"
NO_JAVA = "There is no Java on this machine (on Debian or Ubuntu: apt-get install -y default-jre-headless)"

LEFT_OUT = pytest.StashKey[list[str]]()


def chromium() -> str | None:
    """Where Chromium is, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    folder = Path(__file__).parent / "browser"
    for item in items:
        if folder in item.path.parents:
            item.add_marker("browser")
    config.stash[LEFT_OUT] = []
    if chromium() is None:
        _leave_out("browser", NO_CHROMIUM, config, items)
    if shutil.which("java") is None:
        _leave_out("html_checker", NO_JAVA, config, items)


def _leave_out(marker: str, why: str, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave marked tests out and say so; where nothing may be left out, stop."""
    marked = [item for item in items if item.get_closest_marker(marker)]
    if not marked:
        return
    told = f"{why}, so {len(marked)} tests were left out."
    if os.environ.get("CI") == "true":
        raise pytest.UsageError(told)
    items[:] = [item for item in items if item not in marked]
    config.hook.pytest_deselected(items=marked)
    config.stash[LEFT_OUT].append(told)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for told in config.stash.get(LEFT_OUT, []):
        terminalreporter.write_line(told)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    from playwright.sync_api import expect, sync_playwright

    # Playwright keeps an event loop on this thread; Django would otherwise refuse to use the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield opened
        opened.close()


Opens = Callable[..., "Page"]


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[Opens]:
    """`open_page(width=360, script=False)`: a fresh page, with nobody signed in, at that width."""
    contexts: list[BrowserContext] = []

    def opens(*, width: int = 1280, height: int = 900, script: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=script,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        context.set_default_timeout(WAIT)
        contexts.append(context)
        return context.new_page()

    yield opens
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Opens) -> Page:
    """A page at the width of a desk's screen."""
    return open_page()


@pytest.fixture
def phone(open_page: Opens) -> Page:
    """A page at the width of a small phone."""
    return open_page(width=360, height=740)


@pytest.fixture
def narrow(open_page: Opens) -> Page:
    """A page at 320 pixels: what 1280 become at 400 per cent zoom."""
    return open_page(width=320, height=640)


@pytest.fixture
def sign_in_as(live_server: LiveServer) -> Callable[[Page, Practitioner], None]:
    """`sign_in_as(page, practitioner)`: the page's browser is signed in, without the sign-in page."""

    def sign_in(page: Page, practitioner: Practitioner) -> None:
        signed_in = Client()
        signed_in.force_login(practitioner)
        cookie = signed_in.cookies[settings.SESSION_COOKIE_NAME]
        page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])

    return sign_in
