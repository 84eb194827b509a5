"""Without a mail server, e-mails become files: one for each message, however often it is sent."""

from __future__ import annotations

import email
from email.policy import default
from pathlib import Path

from django.test import override_settings

from alongside.agencies.models import Area
from alongside.outbox import delivery, services
from alongside.outbox.post import letter
from tests.cast import NOW
from tests.outbox.conftest import Clock


def test_a_message_is_one_file_with_everything_in_it(wrenmouth: Area, clock: Clock, tmp_path: Path) -> None:
    message = services.send_email(
        to="head@school.example", subject="Zoë’s referral", body="Thank you.", area=wrenmouth, now=NOW
    )
    written = override_settings(
        EMAIL_BACKEND="alongside.outbox.files.EmailBackend", EMAIL_FOLDER=tmp_path / "e-mail"
    )
    with written:
        delivery.send_waiting(clock)
        letter(message).send()

    (file,) = (tmp_path / "e-mail").iterdir()
    assert file.name == f"{message.pk}.eml"
    read = email.message_from_bytes(file.read_bytes(), policy=default)
    assert (read["To"], read["Subject"]) == ("head@school.example", "Zoë’s referral")
    assert read.get_content().strip() == "Thank you."
