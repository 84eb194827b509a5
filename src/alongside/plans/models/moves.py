"""A child on a plan who moves to another authority, one who is here for a time on another's plan, and turning 18."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from alongside.chronology.models import ActRecord
from alongside.plans.models.plan import ChildProtectionPlan


class PlanMove(ActRecord):
    """A child on a plan here moves to another authority, for a time or for good.

    The plan here goes on until that authority has held its conference and told us what it decided
    (Working Together 2023, page 100). ``ending``: where the move came to nothing, or the child came back.
    """

    day_field = "known_on"

    class Lasting(models.TextChoices):
        FOR_GOOD = "for-good", "The child and family move for good"
        FOR_A_TIME = "for-a-time", "The child stays elsewhere for a time"

    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="moves")
    known_on = models.DateField("when we knew")
    lasting = models.CharField(max_length=15, choices=Lasting)
    authority = models.CharField("the other authority", max_length=100)
    moves_on = models.DateField("when the child moves, or moved", null=True, blank=True)
    back_on = models.DateField("until when, where it is for a time", null=True, blank=True)
    meanwhile = models.TextField("how the plan goes on meanwhile, and who sees the child")
    ending = models.OneToOneField(
        "PlanMoveEnding", on_delete=models.PROTECT, null=True, blank=True, related_name="move"
    )

    class Meta:
        ordering = ("known_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(meanwhile=""),
                name="plan_move_says_where_and_what_goes_on",
                violation_error_message="Enter the other authority, and how the plan goes on meanwhile.",
            ),
            models.CheckConstraint(
                condition=Q(back_on=None) | Q(lasting="for-a-time"),
                name="plan_move_for_good_has_no_way_back",
                violation_error_message="A move for good has no day on which the child comes back. Leave one of the two out.",
            ),
            models.UniqueConstraint(
                fields=("plan",),
                condition=Q(ending=None),
                name="plan_move_one_at_a_time",
                violation_error_message="A move of this child is recorded already and has not ended.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_lasting_display()}: {self.authority}"


class MoveTold(ActRecord):
    """The receiving authority was told: by whom, whom there, and what was sent."""

    day_field = "told_on"

    move = models.OneToOneField(PlanMove, on_delete=models.PROTECT, related_name="told")
    told_on = models.DateField("the day it was told")
    told_by = models.CharField("who told it", max_length=150)
    whom = models.CharField("whom there, and how", max_length=200, blank=True)
    sent = models.TextField("what was sent")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(told_by="") & ~Q(sent=""),
                name="move_told_says_by_whom_and_what",
                violation_error_message="Enter who told the other authority, and what was sent.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.move.authority} told on {self.told_on:%-d %B %Y}"


class MoveContact(ActRecord):
    """Somebody asked the receiving authority again: who rang whom, when, and what the answer was."""

    day_field = "rung_on"

    class Answer(models.TextChoices):
        NOBODY = "nobody", "Nobody answered"
        CALLS_BACK = "calls-back", "They call back"
        ACCEPTED = "accepted", "They take the child on, and arrange a conference"
        BOOKED = "booked", "Their conference is booked"
        REFUSED = "refused", "They refuse"

    move = models.ForeignKey(PlanMove, on_delete=models.PROTECT, related_name="contacts")
    rung_on = models.DateField("the day")
    rung_by = models.CharField("who asked", max_length=150)
    whom = models.CharField("whom", max_length=150, blank=True)
    answer = models.CharField(max_length=15, choices=Answer)
    booked_for = models.DateField("the day their conference is booked for", null=True, blank=True)
    words = models.TextField("what was said")

    class Meta:
        ordering = ("rung_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(rung_by="") & ~Q(words=""),
                name="move_contact_says_who_and_what",
                violation_error_message="Enter who asked, and what was said.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()}, {self.rung_on:%-d %B %Y}"


class ReceivingConference(ActRecord):
    """The receiving authority's conference, and its word in writing of what that decided."""

    day_field = "written_on"

    class Decision(models.TextChoices):
        PLAN = "plan", "A child protection plan there"
        NO_PLAN = "no-plan", "No plan there"

    move = models.OneToOneField(PlanMove, on_delete=models.PROTECT, related_name="conference")
    held_on = models.DateField("the day of the conference there")
    written_on = models.DateField("the day its answer came in writing")
    decided = models.CharField(max_length=10, choices=Decision)
    words = models.TextField("what they wrote, and who works with the child there")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(written_on__gte=F("held_on")) & ~Q(words=""),
                name="receiving_conference_is_told_after_it_was_held",
                violation_error_message="The answer came before the conference. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.move.authority}: {self.get_decided_display()}"


class PlanMoveEnding(ActRecord):
    """A move that came to nothing, or a stay elsewhere that is over."""

    day_field = "ended_on"

    class How(models.TextChoices):
        WITHDRAWN = "withdrawn", "The family does not move after all"
        BACK = "back", "The child came back here"
        FOR_GOOD = "for-good", "The stay became a move for good, which is recorded next"

    ended_on = models.DateField()
    how = models.CharField(max_length=15, choices=How)
    words = models.TextField("what happened, and who was told")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(words=""),
                name="plan_move_ending_says_what_happened",
                violation_error_message="Say what happened, and who was told.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}, {self.ended_on:%-d %B %Y}"


class StayHere(ActRecord):
    """A child who is here for a time and has a plan elsewhere. That plan is not one here, and is not counted."""

    day_field = "from_on"

    from_on = models.DateField("here since")
    authority = models.CharField("the authority that has the plan", max_length=100)
    their_lead = models.CharField("who leads there, and how they are reached", max_length=200)
    plan_there_since = models.DateField(null=True, blank=True)
    plan_there = models.TextField("what the plan there is for, and what it asks", blank=True)
    agreed = models.TextField("what each authority does meanwhile, and who sees the child")
    until_on = models.DateField("until when, as far as is known", null=True, blank=True)
    ending = models.OneToOneField(
        "StayHereEnding", on_delete=models.PROTECT, null=True, blank=True, related_name="stay"
    )

    class Meta:
        ordering = ("from_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=~Q(authority="") & ~Q(their_lead="") & ~Q(agreed=""),
                name="stay_here_says_whose_plan_it_is",
                violation_error_message="Enter the authority, who leads there, and what each authority does meanwhile.",
            ),
            models.UniqueConstraint(
                fields=("case",),
                condition=Q(ending=None),
                name="stay_here_one_at_a_time",
                violation_error_message="It is recorded already that this child is here for a time.",
            ),
        ]

    def __str__(self) -> str:
        return f"Here for a time on the plan of {self.authority}"


class StayHereEnding(ActRecord):
    """The child left again, or stays for good."""

    day_field = "ended_on"

    class How(models.TextChoices):
        LEFT = "left", "The child went back"
        ELSEWHERE = "elsewhere", "The child went somewhere else"
        STAYS = "stays", "The child stays here for good; the move is recorded next"
        PLAN_ENDED = "plan-ended", "The plan there ended"

    ended_on = models.DateField()
    how = models.CharField(max_length=15, choices=How)
    told = models.CharField("who there was told, and how", max_length=200)
    words = models.TextField("what happened", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(told=""),
                name="stay_here_ending_says_who_was_told",
                violation_error_message="Enter who there was told.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_how_display()}, {self.ended_on:%-d %B %Y}"


class ComingOfAge(ActRecord):
    """How a plan's end around the eighteenth birthday is planned: the review, and who helps as an adult."""

    day_field = "planned_on"

    plan = models.ForeignKey(ChildProtectionPlan, on_delete=models.PROTECT, related_name="coming_of_age")
    planned_on = models.DateField("the day of planning")
    review_on = models.DateField("the review around the birthday is set for")
    adult_services = models.TextField("which adult services take over, and who there", blank=True)
    how = models.TextField("how it is planned, and what help goes on")
    views = models.TextField("what the young person and the family say", blank=True)

    class Meta:
        ordering = ("planned_on", "id")
        verbose_name_plural = "comings of age"
        constraints = [
            models.CheckConstraint(
                condition=~Q(how=""),
                name="coming_of_age_says_how",
                violation_error_message="Say how it is planned, and what help goes on.",
            ),
        ]

    def __str__(self) -> str:
        return f"Turning 18, planned on {self.planned_on:%-d %B %Y}"
