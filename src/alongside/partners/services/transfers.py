"""Sending a child's safeguarding file to the next school, and saying that it has come."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner, Role
from alongside.keeping import check, keep
from alongside.notices.services import notify
from alongside.partners.models import FileTransfer
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for


@transaction.atomic
def send_file(
    *,
    by: Practitioner,
    sender: Agency,
    receiver: Agency,
    child_name: str,
    born_on: date,
    summary: str = "",
    document_name: str = "",
    content: bytes = b"",
    now: datetime,
) -> FileTransfer:
    """Send a file. Only a safeguarding lead of the receiving school may open it; the sender sees whether it came.

    Raises Refusal for a receiver that is no school, or an empty file.
    """
    sender = policies.KEEP_SCHOOL_RECORDS.lock(sender, by)
    if receiver.sector != Agency.Sector.EDUCATION or receiver.pk == sender.pk:
        raise Refusal(
            "This is not the child's next school.", f"You chose {receiver}.",
            "Choose the school, college or nursery that the child goes to.", field="receiver",
        )  # fmt: skip
    area = sender.areas.order_by("name").first()
    if area is None:
        raise Refusal(
            f"{sender} belongs to no area.", "A file is kept with the area of the school that sends it.",
            "Ask whoever looks after Alongside to place the school in its area.",
        )  # fmt: skip
    if not content and not summary:
        raise Refusal(
            "There is nothing to send.", "You chose no document and wrote no summary.",
            "Choose a document, or write a summary.", field="document",
        )  # fmt: skip
    sent = FileTransfer(
        area=area, sender=sender, receiver=receiver, child_name=child_name, born_on=born_on, summary=summary,
        document_name=document_name, content=content or None, size=len(content), sha256=digest(content, summary),
        sent_at=now, sent_by=by,
    )  # fmt: skip
    check(sent)
    keep(sent)
    for lead in leads_of(receiver):
        notify(
            to=lead, words=f"{sender} has sent you a child's safeguarding file.",
            link=reverse_for("partners:file", sent.pk), now=now,
        )  # fmt: skip
    return sent


def digest(content: bytes, summary: str) -> str:
    """What both sides compare: the document's own SHA-256 where there is one, else the summary's."""
    return hashlib.sha256(content or summary.encode()).hexdigest()


def leads_of(school: Agency) -> list[Practitioner]:
    """Who leads on safeguarding at the school now."""
    posts = school.posts.filter(role=Role.SAFEGUARDING_LEAD, to_on=None, practitioner__is_active=True)
    return [post.practitioner for post in posts.select_related("practitioner")]


@transaction.atomic
def open_file(*, by: Practitioner, file: FileTransfer, now: datetime) -> FileTransfer:
    """Note that the receiving school has opened the file, the first time it does."""
    policies.KEEP_SCHOOL_RECORDS.lock(file.receiver, by)
    FileTransfer.objects.filter(pk=file.pk, opened_at=None).update(opened_at=now)
    return file


@transaction.atomic
def acknowledge_file(*, by: Practitioner, file: FileTransfer, now: datetime) -> FileTransfer:
    """The receiving school says that the file has come: the receipt. Said twice, the first stands."""
    policies.KEEP_SCHOOL_RECORDS.lock(file.receiver, by)
    locked = FileTransfer.objects.select_for_update(of=("self",)).defer("content").get(pk=file.pk)
    if locked.received_at is None:
        locked.received_at, locked.received_by = now, by
        keep(locked, update_fields=("received_at", "received_by"))
        notify(
            to=locked.sent_by, words=f"{locked.receiver} has received the safeguarding file you sent.",
            link=reverse_for("partners:file", locked.pk), now=now,
        )  # fmt: skip
    return locked
