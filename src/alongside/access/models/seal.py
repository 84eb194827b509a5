"""A sealed record: not there for anybody but those who hold a key."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Team
from alongside.keys import new_key
from alongside.people.models import Person


class SealQuerySet(models.QuerySet["Seal"]):
    """Queries over seals that read as phrases."""

    def standing(self) -> SealQuerySet:
        return self.filter(to_on=None)


class Seal(models.Model):
    """A child's record sealed: only those who hold a key find it, whatever else they may open."""

    class Kind(models.TextChoices):
        RESTRICTED = "restricted", "Restricted"
        ADOPTION = "adoption", "Adoption"
        STAFF_FAMILY = "staff-family", "Family of somebody who works here"

    #: Kinds that an emergency may open: see docs/decisions/0011.
    OPENED_IN_EMERGENCY = (Kind.RESTRICTED, Kind.STAFF_FAMILY)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    child = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seals")
    kind = models.CharField(max_length=20, choices=Kind)
    why = models.TextField()
    from_on = models.DateField("from")
    placed_at = models.DateTimeField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    to_on = models.DateField("to", null=True, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_because = models.TextField(blank=True)

    objects = SealQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("child", "kind"), condition=Q(to_on=None), name="seal_of_a_kind_stands_once"
            ),
            models.CheckConstraint(condition=~Q(why=""), name="seal_says_why"),
            models.CheckConstraint(
                condition=Q(to_on=None, lifted_by=None, lifted_because="")
                | (Q(to_on__gte=F("from_on"), lifted_by__isnull=False) & ~Q(lifted_because="")),
                name="seal_is_lifted_by_somebody_who_says_why",
                violation_error_message="Lifting a seal needs a day, not before it was placed, and a reason.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, on {self.child}"


class SealKey(models.Model):
    """What lets one practitioner, or everyone in one team, open a sealed record all the same."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="keys")
    practitioner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(practitioner=None, team__isnull=False) | Q(practitioner__isnull=False, team=None),
                name="seal_key_is_ones_or_a_teams",
                violation_error_message="A key goes to one practitioner or to one team.",
            ),
            models.UniqueConstraint(
                fields=("seal", "practitioner"), condition=Q(to_on=None), name="seal_key_held_once"
            ),
            models.UniqueConstraint(
                fields=("seal", "team"), condition=Q(to_on=None), name="seal_key_of_team_held_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner or self.team} may open it"
