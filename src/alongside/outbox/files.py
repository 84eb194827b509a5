"""The post office of an installation that has none: each e-mail becomes one file, to be read or passed on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """Writes ``<Message-ID>.eml`` into ``EMAIL_FOLDER``. The same message again is the same file."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        folder = Path(settings.EMAIL_FOLDER)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            letter = message.message()
            name = re.sub(r"[^0-9A-Za-z.-]", "", str(letter["Message-ID"]).partition("@")[0]) or "letter"
            draft = folder / f".{name}.part"
            draft.write_bytes(letter.as_bytes())
            draft.replace(folder / f"{name}.eml")
        return len(email_messages)
