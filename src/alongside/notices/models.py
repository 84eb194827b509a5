"""Notices: what somebody has to be told inside the service."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Scope, Team
from alongside.keys import new_key
from alongside.people.models import Person


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Queries over notices that read as phrases."""

    def unseen(self) -> NoticeQuerySet:
        return self.filter(seen_at=None)

    def latest_first(self) -> NoticeQuerySet:
        return self.order_by("-made_at", "-id")


class Notice(models.Model):
    """Something one practitioner, or everyone in one team, has to know. Seen once by any of them, it is seen.

    ``link`` is an address inside the service. ``child`` is the child it is about, where it is about one:
    to whom that child's record is closed, the notice is closed too.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="notices"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="notices")
    child = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    words = models.CharField(max_length=500)
    link = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=("to", "made_at"), condition=Q(seen_at=None), name="notice_to_one"),
            models.Index(fields=("team", "made_at"), condition=Q(seen_at=None), name="notice_to_team"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to=None, team__isnull=False) | Q(to__isnull=False, team=None),
                name="notice_is_to_one_or_to_a_team",
                violation_error_message="A notice goes to one practitioner or to one team.",
            ),
            models.CheckConstraint(condition=~Q(words=""), name="notice_says_something"),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None) | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="notice_is_seen_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.words


def to_them(me: Scope) -> Q:
    """Notices to whoever works here."""
    return Q(to=me.practitioner)


def to_their_teams(me: Scope) -> Q:
    """Notices to the teams of whoever works here."""
    return Q(team__in=me.teams)
