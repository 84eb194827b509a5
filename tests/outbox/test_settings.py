"""Where e-mail goes: to files until a mail server is named, and never with a password in the open."""

from __future__ import annotations

from pathlib import Path

import pytest

from alongside.config.environment import Config, UnsafeSettings, smtp


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for name in Config.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATA_FOLDER", str(tmp_path))
    return monkeypatch


def test_without_a_mail_server_letters_become_files(given: pytest.MonkeyPatch) -> None:
    assert Config.load().email["backend"] == "alongside.outbox.files.EmailBackend"


@pytest.mark.parametrize(
    ("url", "port", "tls", "starttls"),
    [
        ("smtps://u:p%40ss@mail.example.org", 465, True, False),
        ("smtp+starttls://u:p%40ss@mail.example.org", 587, False, True),
        ("smtp+starttls://u:p%40ss@mail.example.org:2525", 2525, False, True),
        ("smtp://mail.example.org", 25, False, False),
    ],
)
def test_a_mail_server_is_named_by_its_address(url: str, port: int, tls: bool, starttls: bool) -> None:
    found = smtp(url)
    assert (found["host"], found["port"], found["tls"], found["starttls"]) == (
        "mail.example.org",
        port,
        tls,
        starttls,
    )
    assert found["password"] in {"", "p@ss"}


@pytest.mark.parametrize(
    "url",
    ["smtp://u:secret@mail.example.org", "http://mail.example.org", "smtps://", "smtps://host:99999", "mail"],
)
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(UnsafeSettings, match="SMTP_URL cannot be used") as refusal:
        smtp(url)
    assert "secret" not in str(refusal.value)
