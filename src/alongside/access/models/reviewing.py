"""Rules of one area about access, and a manager's confirmation of who still needs it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.agencies.models import Area, Team
from alongside.keys import new_key


class AccessRule(models.Model):
    """What one area has decided about emergencies and accounts, from a day on. The latest that began holds.

    Nothing here is law: these are local rules, and the pages that follow them say so.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="access_rules")
    from_on = models.DateField("from")
    emergency_roles = models.JSONField("roles that may open a record in an emergency", default=list)
    emergency_hours = models.PositiveSmallIntegerField("hours for which it stays open")
    dormant_days = models.PositiveSmallIntegerField("days without use after which an account closes")
    review_days = models.PositiveSmallIntegerField("days after which a manager confirms a team again")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("area", "from_on", "set_at"), name="access_rule_set_once"),
            models.CheckConstraint(
                condition=Q(emergency_hours__gte=1, dormant_days__gte=1, review_days__gte=1),
                name="access_rule_gives_some_time",
                violation_error_message="Hours and days are at least 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area}, from {self.from_on:%-d %B %Y}"


class AccessConfirmation(models.Model):
    """A manager's word that everyone in a team needs the access they have, or who does not. Written once.

    ``members`` are those confirmed, ``leavers`` those said to have left, by their keys.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="access_confirmations")
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    members = models.JSONField(default=list)
    leavers = models.JSONField(default=list)

    class Meta:
        indexes = [models.Index(fields=("team", "confirmed_at"), name="confirmation_by_team")]

    def __str__(self) -> str:
        return f"{self.team}, {self.confirmed_at:%-d %B %Y}"
