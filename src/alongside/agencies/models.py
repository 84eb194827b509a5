"""Areas, agencies, teams and the practitioners who work in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import ClassVar
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Expression, F, Q
from django.utils import timezone

from alongside.guidance import standing
from alongside.keys import new_key


class Area(models.Model):
    """The area of a safeguarding partnership, usually one local authority's. It owns cases and settings."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    code = models.CharField("local authority code", max_length=3, unique=True)
    name = models.CharField(max_length=100, unique=True)
    prefix = models.CharField("prefix of references", max_length=6, unique=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """An organisation that helps or protects children: in one area, or across several."""

    class Sector(models.TextChoices):
        CHILDRENS_SOCIAL_CARE = "childrens-social-care", "Children's social care"
        HEALTH = "health", "Health"
        POLICE = "police", "Police"
        EDUCATION = "education", "School, college or nursery"
        EARLY_HELP = "early-help", "Early help or family hub"
        YOUTH_JUSTICE = "youth-justice", "Youth justice"
        PROBATION = "probation", "Probation"
        PRISON = "prison", "Prison"
        HOUSING = "housing", "Housing"
        ADULT_SERVICES = "adult-services", "Adult social care or adult mental health"
        VOLUNTARY = "voluntary", "Voluntary, charity, community or faith organisation"
        NSPCC = "nspcc", "NSPCC"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    name = models.CharField(max_length=150, unique=True)
    sector = models.CharField(max_length=30, choices=Sector)
    areas = models.ManyToManyField(Area, related_name="agencies")
    urn = models.CharField("URN of a school", max_length=6, blank=True)
    ods_code = models.CharField("ODS code of a health organisation", max_length=10, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team of one agency, working in one area."""

    class Purpose(models.TextChoices):
        FRONT_DOOR = "front-door", "Front door"
        HELP_AND_PROTECTION = "help-and-protection", "Help and protection"
        CONFERENCES = "conferences", "Child protection conferences"
        EARLY_HELP = "early-help", "Early help"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="teams")
    name = models.CharField(max_length=100)
    purpose = models.CharField(max_length=30, choices=Purpose)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=("area", "agency", "name"), name="team_named_once")]

    def __str__(self) -> str:
        return self.name


class PractitionerManager(BaseUserManager["Practitioner"]):
    """Makes practitioners. An e-mail address is kept in lower case, so that it is one person's once."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> Practitioner:
        practitioner = self.model(email=email.strip().lower(), **fields)
        practitioner.set_password(password)
        practitioner.full_clean(exclude=("password",))
        practitioner.save(using=self._db)
        return practitioner

    def get_by_natural_key(self, username: str | None) -> Practitioner:
        return self.get(email=(username or "").strip().lower())

    def with_posts(self, key: UUID) -> Practitioner | None:
        """The practitioner with this key, their posts read with them; None where there is none. One query.

        A second where they hold no post.
        """
        posts = list(Post.objects.filter(practitioner=key).select_related("practitioner", *Scope.READS))
        if not posts:
            return self.filter(pk=key).first()
        practitioner = posts[0].practitioner
        practitioner.posts_read = posts
        return practitioner


class Practitioner(AbstractBaseUser):
    """Someone who works with children and families, in any agency, and can sign in."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=100)
    job_title = models.CharField(max_length=100, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[PractitionerManager] = PractitionerManager()
    #: Every post of theirs, where it was read with them.
    posts_read: list[Post] | None = None

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @cached_property
    def scope(self) -> Scope:
        """Where this practitioner works today, read once for each request."""
        return Scope.of(self, timezone.localdate())

    def standing_on(self, day: date) -> frozenset[str]:
        """What this practitioner was on a day, in the guidance's terms: see ``guidance.standing``."""
        qualified = any(
            r.social_work_qualified and r.from_on <= day and (r.to_on is None or r.to_on >= day)
            for r in self.registrations.all()
        )
        posts = self.posts.all() if self.posts_read is None else self.posts_read
        roles = {post.role for post in posts if post.holds_on(day)}
        found = {standing.PRACTITIONER}
        if qualified:
            found.add(standing.SOCIAL_WORKER)
            if roles & SUPERVISING_ROLES:
                found.add(standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER)
        return frozenset(found)


class Role(models.TextChoices):
    """What a post is for. Policies are written in terms of these."""

    SCREENER = "screener", "Front door screener"
    SOCIAL_WORKER = "social-worker", "Social worker"
    PRACTICE_SUPERVISOR = "practice-supervisor", "Practice supervisor"
    TEAM_MANAGER = "team-manager", "Team manager"
    CONFERENCE_CHAIR = "conference-chair", "Conference chair"
    FAMILY_SUPPORT_WORKER = "family-support-worker", "Family support worker"
    SAFEGUARDING_LEAD = "safeguarding-lead", "Designated safeguarding lead"
    NURSE = "nurse", "Nurse, midwife or health visitor"
    DOCTOR = "doctor", "Doctor"
    POLICE_OFFICER = "police-officer", "Police officer"
    PARTNER_PRACTITIONER = "partner-practitioner", "Practitioner of another agency"
    ANALYST = "analyst", "Data analyst"
    ADMINISTRATOR = "administrator", "System administrator"


SUPERVISING_ROLES = {Role.PRACTICE_SUPERVISOR.value, Role.TEAM_MANAGER.value}


class Post(models.Model):
    """One practitioner in one role in one agency, from one day to another."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="posts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="posts")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="posts")
    role = models.CharField(max_length=30, choices=Role)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        ordering = ("from_on",)
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="post_ends_after_it_begins",
                violation_error_message="The post ends before it begins. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.team or self.agency}"

    def holds_on(self, day: date) -> bool:
        return self.from_on <= day and (self.to_on is None or self.to_on >= day)


class Registration(models.Model):
    """A practitioner's professional registration, and whether it makes them social-work qualified."""

    class Body(models.TextChoices):
        SOCIAL_WORK_ENGLAND = "social-work-england", "Social Work England"
        NURSING_AND_MIDWIFERY = "nmc", "Nursing and Midwifery Council"
        GENERAL_MEDICAL = "gmc", "General Medical Council"
        HEALTH_AND_CARE = "hcpc", "Health and Care Professions Council"
        OTHER = "other", "Other"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="registrations")
    body = models.CharField(max_length=30, choices=Body)
    number = models.CharField(max_length=30)
    social_work_qualified = models.BooleanField(default=False)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("body", "number", "from_on"), name="registration_recorded_once"),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="registration_ends_after_it_begins",
                violation_error_message="The registration ends before it begins. Change one of the days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_body_display()} {self.number}"


class Switch(models.TextChoices):
    """Ways of working that areas move to on days of their own. None of them is law: see ``switches.SOURCE``."""

    FAMILY_HELP = "family-help", "Family help"
    LEAD_CHILD_PROTECTION_PRACTITIONER = (
        "lead-child-protection-practitioner",
        "Lead child protection practitioner",
    )
    MULTI_AGENCY_CHILD_PROTECTION_TEAM = (
        "multi-agency-child-protection-team",
        "Multi-agency child protection team",
    )
    FAMILY_GROUP_DECISION_MAKING_OFFER = (
        "family-group-decision-making-offer",
        "Family group decision-making offered to each family",
    )


class AreaSwitch(models.Model):
    """From when to when an area works in one of these ways, who in the area decided it, and why."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="switches")
    switch = models.CharField(max_length=40, choices=Switch)
    from_on = models.DateField("from")
    to_on = models.DateField("to", null=True, blank=True)
    decided_by = models.CharField("who decided", max_length=150)
    reason = models.TextField()
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("switch", "from_on")
        constraints = [
            models.UniqueConstraint(
                fields=("area", "switch"), condition=Q(to_on=None), name="area_switch_on_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="area_switch_ends_after_it_begins",
                violation_error_message="It ends before it begins. Change one of the days.",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by="") & ~Q(reason=""),
                name="area_switch_says_who_decided_and_why",
                violation_error_message="Enter who decided it, and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_switch_display()} from {self.from_on:%-d %B %Y}"


class SilenceRule(models.Model):
    """From when on a record of an area counts as silent after how long, who in the area decided it, and why."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="silence_rules")
    from_on = models.DateField("from")
    alone_weeks = models.PositiveSmallIntegerField("weeks without being seen alone")
    unheard_weeks = models.PositiveSmallIntegerField("weeks without a word from an agency")
    meetings = models.PositiveSmallIntegerField("core groups running without a member")
    decided_by = models.CharField("who decided", max_length=150)
    reason = models.TextField()
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("from_on",)
        constraints = [
            models.UniqueConstraint(fields=("area", "from_on"), name="silence_rule_once_a_day"),
            models.CheckConstraint(
                condition=Q(alone_weeks__gte=1, unheard_weeks__gte=1, meetings__gte=1), name="silence_rule_is_at_least_one",
                violation_error_message="Each number must be 1 or more.",
            ),
            models.CheckConstraint(
                condition=~Q(decided_by="") & ~Q(reason=""), name="silence_rule_says_who_decided_and_why",
                violation_error_message="Enter who decided it, and why.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.alone_weeks}, {self.unheard_weeks} and {self.meetings} from {self.from_on:%-d %B %Y}"


class AbsenceQuerySet(models.QuerySet["Absence"]):
    """Queries over absences that read as phrases."""

    def standing(self) -> AbsenceQuerySet:
        """Those that nobody ended."""
        return self.filter(ended_at=None)

    def running(self, day: date | Expression) -> AbsenceQuerySet:
        return self.standing().filter(from_on__lte=day, to_on__gte=day)

    def not_over(self, day: date) -> AbsenceQuerySet:
        return self.standing().filter(to_on__gte=day)


class Absence(models.Model):
    """From when to when somebody is away, and who covers for them meanwhile; nobody yet, where it is empty.

    Why they are away is not kept. ``to_on`` is the last day. Once ``ended_at`` is there it counts no longer.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="absences")
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="absences")
    covered_by = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, null=True, blank=True, related_name="covers"
    )
    from_on = models.DateField("first day away")
    to_on = models.DateField("last day away")
    recorded_at = models.DateTimeField(default=timezone.now, editable=False)
    recorded_by = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True, editable=False)
    ended_by = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ("from_on", "id")
        indexes = [
            models.Index(fields=("covered_by", "to_on"), condition=Q(ended_at=None), name="absence_by_cover"),
            models.Index(
                fields=("practitioner", "to_on"), condition=Q(ended_at=None), name="absence_by_practitioner"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="absence_ends_after_it_begins",
                violation_error_message="The last day away is before the first. Change one of the days.",
            ),
            models.CheckConstraint(
                condition=Q(covered_by=None) | ~Q(covered_by=F("practitioner")), name="absence_is_covered_by_another",
                violation_error_message="Nobody covers for themselves. Choose somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="absence_is_ended_by_somebody",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.practitioner}, away from {self.from_on:%-d %B %Y} to {self.to_on:%-d %B %Y}"


class Scope:
    """Where a practitioner works on a day: small sets of keys, which policies use as literals."""

    #: What is read with each post.
    READS = ("agency", "team__area")

    def __init__(self, practitioner_id: UUID, posts: list[Post]) -> None:
        self.practitioner = practitioner_id
        self.posts = posts
        self.agencies = {p.agency_id for p in posts}
        self.teams = {p.team_id for p in posts if p.team_id}
        self.roles = {p.role for p in posts}
        #: What policies have worked out from it, by the reasons they gave.
        self.conditions: dict[tuple[object, ...], Q] = {}

    @classmethod
    def of(cls, practitioner: Practitioner, day: date) -> Scope:
        posts: Iterable[Post] | None = practitioner.posts_read
        if posts is None:
            posts = Post.objects.filter(practitioner=practitioner).select_related(*cls.READS)
        return cls(practitioner.pk, [p for p in posts if p.holds_on(day)])

    @cached_property
    def standing(self) -> tuple[object, ...]:
        """All that a policy's condition may depend on. Two scopes with equal standing get the same condition."""
        return self.practitioner, frozenset(
            (p.role, p.agency_id, p.agency.sector)
            + ((p.team_id, p.team.area_id, p.team.purpose) if p.team else ())
            for p in self.posts
        )

    @property
    def partner_agencies(self) -> set[UUID]:
        """Agencies other than children's social care, whose staff see a child by their team instead."""
        own = Agency.Sector.CHILDRENS_SOCIAL_CARE
        return {p.agency_id for p in self.posts if p.agency.sector != own}

    def teams_as(self, *roles: str) -> set[UUID]:
        return {p.team_id for p in self.posts if p.team_id and p.role in roles}

    def areas_as(self, *roles: str, purpose: str = "") -> set[UUID]:
        """Areas in which one of these roles is held, in a team of this purpose where one is given."""
        return {
            p.team.area_id
            for p in self.posts
            if p.team and (not roles or p.role in roles) and (not purpose or p.team.purpose == purpose)
        }
