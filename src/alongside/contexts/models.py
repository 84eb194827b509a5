"""Contexts, the plan for each, who works on them; and the children linked to them, each on their own case."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.agencies.models import Agency, Area, Team
from alongside.chronology.models import ActRecord
from alongside.keys import new_key
from alongside.people.models import Person

ME = settings.AUTH_USER_MODEL


class Context(models.Model):
    """A place, a group, a setting or an online space: what is known of it, told apart from what people think.

    It names no child. Who is linked to it stands on each child's own case.
    """

    class Kind(models.TextChoices):
        PLACE = "place", "Place"
        PEER_GROUP = "peer-group", "Peer group"
        SETTING = "setting", "School or other setting"
        ONLINE = "online", "Online space"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="contexts")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="contexts")
    kind = models.CharField(max_length=12, choices=Kind)
    platform = models.CharField("platform", max_length=100, blank=True)
    name = models.CharField(max_length=150)
    where = models.CharField("where", max_length=200, blank=True)
    facts = models.TextField("what is known")
    opinion = models.TextField("what people think of it", blank=True)
    since_on = models.DateField("since when", null=True, blank=True)
    opened_on = models.DateField()
    review_on = models.DateField("reviewed again by")
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.TextField("why it was closed", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("name", "id")
        indexes = [models.Index(fields=("team", "closed_on", "name"), name="context_by_team")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(facts=""), name="context_says_what_it_is",
                violation_error_message="Enter what it is called, and what is known.",
            ),
            models.CheckConstraint(
                condition=Q(closed_on=None, closed_because="") | Q(closed_on__gte=F("opened_on")) & ~Q(closed_because=""),
                name="context_closes_with_a_reason",
                violation_error_message="Enter why it is closed, and a day that is not before it was opened.",
            ),
            models.CheckConstraint(
                condition=Q(platform="") | Q(kind="online"), name="context_has_a_platform_only_online",
                violation_error_message="Only an online space has a platform.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.closed_on is None

    @property
    def kind_words(self) -> str:
        """What it is, with the platform of an online space."""
        said = str(self.get_kind_display())
        return f"{said}, {self.platform}" if self.platform else said


class ContextWorker(models.Model):
    """Somebody whom a manager named to work on a context, why, and until which day."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="workers")
    practitioner = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    from_on = models.DateField("from")
    until_on = models.DateField("until")
    ended_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=("practitioner", "until_on"), name="context_worker_by_person")]
        constraints = [
            models.UniqueConstraint(
                fields=("context", "practitioner"), condition=Q(ended_on=None), name="context_worker_named_once",
                violation_error_message="This practitioner is named already. End that first, or choose somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")) & ~Q(reason=""), name="context_worker_has_reason_and_end",
                violation_error_message="Enter why, and a last day that is not before the first.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.practitioner} works on {self.context}"


class PlaceAction(models.Model):
    """One thing to be done about a context, and by whom: any agency, or a body named in words. It names no child."""

    class Outcome(models.TextChoices):
        DONE = "done", "Done"
        NOT_DONE = "not-done", "Not done"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="actions")
    what = models.TextField()
    why = models.TextField()
    agency = models.ForeignKey(
        Agency, on_delete=models.PROTECT, null=True, blank=True, related_name="place_actions"
    )
    body = models.CharField("who else", max_length=150, blank=True)
    by_on = models.DateField("by when")
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    settled_on = models.DateField(null=True, blank=True)
    came_of_it = models.TextField("what came of it", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("by_on", "id")
        indexes = [models.Index(fields=("agency", "settled_on", "by_on"), name="place_action_by_agency")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(why=""), name="place_action_says_what_and_why",
                violation_error_message="Enter what will be done, and why.",
            ),
            models.CheckConstraint(
                condition=Q(agency=None) & ~Q(body="") | Q(agency__isnull=False, body=""), name="place_action_has_one_owner",
                violation_error_message="Choose an agency, or name another body; one of the two.",
            ),
            models.CheckConstraint(
                condition=Q(outcome="", settled_on=None, came_of_it="")
                | ~Q(outcome="") & Q(settled_on__isnull=False) & ~Q(came_of_it=""),
                name="place_action_settled_says_how",
                violation_error_message="Enter what came of it.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.what

    @property
    def owner(self) -> str:
        """Who does it."""
        return str(self.agency) if self.agency_id else self.body


class ContextAct(models.Model):
    """What was done about a context, in its own log: written once, and about no child."""

    class What(models.TextChoices):
        OPENED = "opened", "Opened"
        CHANGED = "changed", "What is known was changed"
        REVIEWED = "reviewed", "Reviewed"
        CLOSED = "closed", "Closed"
        ACTION_ADDED = "action-added", "Action added"
        ACTION_SETTLED = "action-settled", "Action settled"
        ACTION_MOVED = "action-moved", "Action moved to another day"
        NAMED = "named", "Somebody named to work on it"
        NAMING_ENDED = "naming-ended", "Somebody works on it no longer"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="acts")
    what = models.CharField(max_length=16, choices=What)
    happened_on = models.DateField()
    words = models.TextField()
    before = models.TextField("what stood there before", blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=("context", "recorded_at"), name="context_act_by_context")]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.happened_on:%-d %B %Y}"


class ContextLink(ActRecord):
    """A child linked to a context on the child's own case: why, until when, and what the harm is there.

    ``risks``: for each concern the level and the reasons as people judged them last; never a score.
    """

    class Part(models.TextChoices):
        HARMED = "harmed", "Is harmed, or at risk of it"
        HARMS = "harms", "Causes harm to others"
        BOTH = "both", "Both: is harmed, and causes harm"

    day_field = "from_on"

    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="links")
    part = models.CharField("the child's part", max_length=8, choices=Part)
    reason = models.TextField()
    from_on = models.DateField("from")
    until_on = models.DateField("until")
    nature = models.TextField("what the harm is", blank=True)
    duration = models.TextField("how long it has gone on", blank=True)
    location = models.TextField("where it happens", blank=True)
    response = models.TextField("how the child is kept safe first", blank=True)
    risks = models.JSONField(default=list, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.TextField("why it ended", blank=True)

    class Meta:
        indexes = [
            models.Index(fields=("case", "ended_on"), name="context_link_by_case"),
            models.Index(fields=("context", "ended_on"), name="context_link_by_context"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("case", "context"), condition=Q(ended_on=None), name="context_link_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")) & ~Q(reason=""), name="context_link_has_reason_and_end",
                violation_error_message="Enter why, and a last day that is not before the first.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None, ended_because="") | Q(ended_on__gte=F("from_on")) & ~Q(ended_because=""),
                name="context_link_ends_with_a_reason",
                violation_error_message="Enter why it ended, and a day that is not before the link began.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case.child}: {self.context}"

    def has_run_out(self, today: date) -> bool:
        """Whether its last day is over and nobody has renewed or ended it."""
        return self.ended_on is None and self.until_on < today


class ContextLinkChange(ActRecord):
    """One act on a link after it was made: renewed, judged anew, or ended; with what was judged then, and what stood before."""

    class What(models.TextChoices):
        RENEWED = "renewed", "Renewed"
        RISK = "risk", "Risk judged anew"
        ENDED = "ended", "Ended"

    day_field = "happened_on"

    link = models.ForeignKey(ContextLink, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=8, choices=What)
    happened_on = models.DateField()
    words = models.TextField()
    until_on = models.DateField(null=True, blank=True)
    risks = models.JSONField(default=list, blank=True)
    before = models.TextField("what stood there before", blank=True)

    class Meta:
        indexes = [models.Index(fields=("link", "happened_on"), name="context_change_by_link")]
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="context_link_change_says_why")]

    def __str__(self) -> str:
        return f"{self.get_what_display()}, {self.happened_on:%-d %B %Y}"


class SiblingConsidered(models.Model):
    """Whether a brother or sister is at risk in the same context, as judged when the child was linked or renewed."""

    class AtRisk(models.TextChoices):
        YES = "yes", "At risk too"
        NO = "no", "Not at risk there"
        NOT_KNOWN = "not-known", "Not known"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    link = models.ForeignKey(ContextLink, on_delete=models.PROTECT, related_name="siblings")
    sibling = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at_risk = models.CharField(max_length=10, choices=AtRisk)
    words = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "siblings considered"

    def __str__(self) -> str:
        return f"{self.sibling}: {self.get_at_risk_display()}"


class LetKnow(models.Model):
    """A practitioner who works on a context and is let know that this child is linked: name and risk, never the record."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    link = models.ForeignKey(ContextLink, on_delete=models.PROTECT, related_name="let_know")
    practitioner = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    from_on = models.DateField("from")
    until_on = models.DateField("until")
    ended_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "let know"
        constraints = [
            models.UniqueConstraint(
                fields=("link", "practitioner"), condition=Q(ended_on=None), name="let_know_once_at_a_time",
                violation_error_message="This practitioner knows already. End that first, or choose somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")) & ~Q(reason=""), name="let_know_has_reason_and_end",
                violation_error_message="Enter why, and a last day that is not before the first.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.practitioner} knows of {self.link}"


class ContextTie(models.Model):
    """How two linked children are connected in a context. Shown to whoever may know of both, and to nobody else."""

    class Kind(models.TextChoices):
        PEER = "peer", "Friends or peers"
        SAME_PLACE = "same-place", "In the same place"
        ONLINE = "online", "In contact online"
        HARMS = "harms", "One harms the other"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    context = models.ForeignKey(Context, on_delete=models.PROTECT, related_name="ties")
    one = models.ForeignKey(ContextLink, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(ContextLink, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    reason = models.TextField()
    from_on = models.DateField("from")
    ended_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(one=F("other")) & ~Q(reason=""), name="context_tie_is_between_two",
                violation_error_message="Choose two different children, and enter why.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} in {self.context}"


class RiskWords(models.Model):
    """The words in which one area tells levels of risk in a context, from a day on: its own, and no law."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="risk_words")
    from_on = models.DateField("from")
    levels = models.JSONField("words, in their order")
    because = models.TextField("where it was agreed")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(ME, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "risk words"
        constraints = [
            models.UniqueConstraint(fields=("area", "from_on"), name="risk_words_from_one_day_once"),
            models.CheckConstraint(condition=~Q(because=""), name="risk_words_say_where_agreed"),
        ]

    def __str__(self) -> str:
        return f"{self.area}, from {self.from_on:%-d %B %Y}"
