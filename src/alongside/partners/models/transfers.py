"""A child's safeguarding file, sent from one school to the next, with a receipt."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area
from alongside.keys import new_key


class FileTransfer(models.Model):
    """One file on its way: a document, a summary, or both. Only the receiving school's safeguarding lead opens it.

    sha256: of what was sent, so that what arrived can be shown to be the same.
    received_at, received_by: the receipt. Without them it has not arrived.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    sender = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="files_sent")
    receiver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="files_received")
    child_name = models.CharField(max_length=200)
    born_on = models.DateField("date of birth")
    summary = models.TextField(blank=True)
    document_name = models.CharField(max_length=150, blank=True)
    content = models.BinaryField(null=True)
    size = models.PositiveIntegerField(default=0)
    sha256 = models.CharField(max_length=64)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    received_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ("-sent_at", "-id")
        indexes = [
            models.Index(fields=("sender", "sent_at"), name="file_transfer_by_sender"),
            models.Index(fields=("receiver", "received_at"), name="file_transfer_by_receiver"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(summary="") | ~Q(document_name=""),
                name="file_transfer_holds_something",
                violation_error_message="Choose a document, or write a summary.",
            ),
            models.CheckConstraint(
                condition=~Q(sender=F("receiver")),
                name="file_transfer_goes_to_another_school",
                violation_error_message="Choose the school that the child goes to, not your own.",
            ),
            models.CheckConstraint(
                condition=Q(received_at=None, received_by=None)
                | Q(received_at__isnull=False, received_by__isnull=False),
                name="file_transfer_is_received_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"File from {self.sender} to {self.receiver}"
