"""Figures the guidance leaves to each area, from one day to the next."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from alongside.agencies.models import Area
from alongside.keys import new_key


class Figures(models.Model):
    """What one area chose for its front door from a day on. None of it is guidance; it is shown as local."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="front_door_figures")
    from_on = models.DateField("from")
    notices = models.PositiveSmallIntegerField(validators=[MinValueValidator(2), MaxValueValidator(50)])
    notice_months = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(36)])
    check_days = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(20)])
    unhappy_days = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(20)])
    undelivered_minutes = models.PositiveSmallIntegerField(
        default=15, validators=[MinValueValidator(5), MaxValueValidator(1440)]
    )
    most_drafts = models.PositiveSmallIntegerField(
        default=20, validators=[MinValueValidator(1), MaxValueValidator(1000)]
    )
    because = models.TextField("why, and where it was agreed")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "figures"
        constraints = [
            models.UniqueConstraint(fields=("area", "from_on"), name="figures_from_one_day_once"),
            models.CheckConstraint(condition=~models.Q(because=""), name="figures_say_why"),
        ]

    def __str__(self) -> str:
        return f"{self.area}, from {self.from_on:%-d %B %Y}"
