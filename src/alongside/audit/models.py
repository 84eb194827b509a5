"""The audit: rows written once, each carrying the hash of the one before it."""

from __future__ import annotations

import json
from typing import Any

from django.db import models
from django.db.models import Q

from alongside.audit.actions import Action


class Row(models.Model):
    """One thing that was looked at, searched for, sent out, permitted or done: by whom, when, on what ground.

    Keys stand here as they are, without constraints: the audit outlives what it tells of. It holds
    counts, kinds, keys and keyed digests, and never words from a record. Once the time of its kind is over, who, about
    whom and what more gives way to a digest, and ``actor_kind`` says “removed” (``alongside.audit.removing``).
    """

    pk = models.CompositePrimaryKey("area", "lane", "number")
    area = models.UUIDField()
    lane = models.SmallIntegerField()
    number = models.BigIntegerField()
    at = models.DateTimeField()
    action = models.CharField(max_length=20)
    actor = models.UUIDField(null=True)
    actor_kind = models.CharField(max_length=20)
    about = models.UUIDField(null=True)
    about_kind = models.CharField(max_length=30)
    page = models.CharField(max_length=100)
    ground = models.TextField()
    details = models.TextField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [
            models.Index(fields=("about", "at"), name="audit_who_opened", condition=Q(about__isnull=False)),
            models.Index(fields=("actor", "at"), name="audit_by_actor", condition=Q(actor__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{Action(self.action).words}, row {self.number} of lane {self.lane}"

    @property
    def reasons(self) -> list[str]:
        """On what ground, in words."""
        told: list[str] = json.loads(self.ground)
        return told

    @property
    def more(self) -> dict[str, Any]:
        """Whatever else the row says."""
        told: dict[str, Any] = json.loads(self.details)
        return told


class Head(models.Model):
    """Where one chain ends: the number and the hash of its last row. Moved on by the database alone."""

    pk = models.CompositePrimaryKey("area", "lane")
    area = models.UUIDField()
    lane = models.SmallIntegerField()
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number} rows in lane {self.lane}"
