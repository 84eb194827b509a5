"""A report that an agency has begun and not sent."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from alongside.agencies.models import Agency
from alongside.conferences.models import Booking
from alongside.keys import new_key


class ReportDraft(models.Model):
    """What has been typed of one agency's report so far. Nobody outside the agency reads it. It goes when the report does.

    typed: the form as a browser sends it. link: whose draft it is, where a guest types it: the agency's own is shared by
    those who have accounts there, and neither is shown to the other or takes its place.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    booking = models.ForeignKey(Booking, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    link = models.OneToOneField(
        "partners.GuestLink", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    typed = models.TextField()
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("booking", "agency"),
                condition=models.Q(link=None),
                name="report_draft_once_for_each_agency",
            )
        ]

    def __str__(self) -> str:
        return f"Draft of the report from {self.agency}"
