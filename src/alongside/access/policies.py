"""Every policy in the service. Read this page to know who can see and do what, and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import timezone

from alongside.access.composed import DayAsked, MomentAsked
from alongside.access.marks import marks_kept_from
from alongside.access.models import EmergencyOpening, Restriction, Seal, SealKey
from alongside.access.policy import Policy, Reason
from alongside.access.rules_of_areas import areas_of_emergency_role
from alongside.agencies.models import Absence, Agency, Post, Role, Scope, Team
from alongside.cases.models import Allocation, Case, Involvement
from alongside.notices.models import to_their_teams, to_them
from alongside.people.models import Person, Relationship

LEAD, CHAIRING = (
    Allocation.Capacity.LEAD_PRACTITIONER,
    Allocation.Capacity.CONFERENCE_CHAIR,
)
SOCIAL_CARE_ROLES = (
    Role.SOCIAL_WORKER, Role.PRACTICE_SUPERVISOR, Role.TEAM_MANAGER, Role.FAMILY_SUPPORT_WORKER,
)  # fmt: skip
DECIDING_ROLES = (Role.SOCIAL_WORKER, Role.PRACTICE_SUPERVISOR, Role.TEAM_MANAGER)
LOOKS_AFTER_SYSTEMS = (Role.ANALYST, Role.ADMINISTRATOR)
MANAGING_ROLES = (Role.PRACTICE_SUPERVISOR, Role.TEAM_MANAGER)
#: Whose own part in a case somebody can cover, and who covers: see docs/decisions/0032.
COVERING_ROLES = (*SOCIAL_CARE_ROLES, Role.CONFERENCE_CHAIR)
FRONT_DOOR_TEAM = Team.Purpose.FRONT_DOOR


def _named(model: str) -> QuerySet[Any]:
    """Records of an app that stands above this one, and so is named here and not imported."""
    return apps.get_model(model)._default_manager.all()


def _children_of(allocations: QuerySet[Allocation]) -> Q:
    return Q(pk__in=allocations.values("case__child"))


def _allocated_to_teams(teams: set[UUID]) -> Q:
    return _children_of(Allocation.objects.current().filter(team__in=teams))


def _as_lead(me: Scope) -> Q:
    return _children_of(Allocation.objects.current().filter(practitioner=me.practitioner, capacity=LEAD))


def _as_chair(me: Scope) -> Q:
    return _children_of(Allocation.objects.current().filter(practitioner=me.practitioner, capacity=CHAIRING))


def _covers(capacity: str) -> Callable[[Scope], Q]:
    """The children of somebody who is away today, and for whom one covers: theirs by their own part in the case.

    Nothing else of theirs: not what they see as a manager or in a team, and never what a seal or a conflict of
    interest closes to the one who covers.
    """

    def where(me: Scope) -> Q:
        away = Absence.objects.running(DayAsked()).filter(
            covered_by=me.practitioner, area__in=me.areas_as(*COVERING_ROLES)
        )
        parts = Allocation.objects.current().filter(
            capacity=capacity,
            area__in=me.areas_as(*COVERING_ROLES),
            practitioner__in=away.values("practitioner"),
        )
        return _children_of(parts)

    return where


def _covered(capacity: str) -> Callable[[Scope], Combinable]:
    """For whom one covers as to a child, and the last day of it: a name, a line's end, a day."""

    def names(me: Scope) -> Combinable:
        away = Absence.objects.running(DayAsked()).filter(
            covered_by=me.practitioner, practitioner__allocations__case__child=OuterRef("pk"),
            practitioner__allocations__to_on=None, practitioner__allocations__capacity=capacity,
        )  # fmt: skip
        return Subquery(away.annotate(named=_NAMED).order_by("-to_on", "id").values("named")[:1])

    return names


_NAMED = Concat("practitioner__name", Value("\n"), Cast("to_on", TextField()), output_field=TextField())


def _through_agency(me: Scope, sector: str = "") -> Q:
    agencies = me.partner_agencies
    if sector:
        agencies = {p.agency_id for p in me.posts if p.agency.sector == sector}
    return Q(pk__in=Involvement.objects.current().filter(agency__in=agencies).values("case__child"))


def _in_family_teams() -> QuerySet[Any]:
    """Who is in the team around a family now."""
    return _named("early_help.FamilyTeamMember").filter(to_on=None, case__closed_on=None)


def _named_on_contexts(me: Scope) -> QuerySet[Any]:
    """Where a manager named them to work on a context, and the time given is not over. Whoever left sees none."""
    today = DayAsked()
    named = _named("contexts.ContextWorker").filter(practitioner=me.practitioner, ended_on=None)
    return named.filter(from_on__lte=today, until_on__gte=today) if me.posts else named.none()


def _parts_of(me: Scope, *parts: str) -> QuerySet[Any]:
    """Which parts of these kinds they have in assessing, today: see docs/decisions/0037."""
    today = DayAsked()
    return _named("improvement.PartnershipPart").filter(
        practitioner=me.practitioner, part__in=parts, ended_on=None, from_on__lte=today, until_on__gte=today
    )


def _leads_or_manages(me: Scope) -> set[UUID]:
    """The organisations in which they lead on safeguarding or manage."""
    return {p.agency_id for p in me.posts if p.role in (Role.SAFEGUARDING_LEAD, Role.TEAM_MANAGER)}


def _opened_in_emergency(me: Scope) -> QuerySet[EmergencyOpening]:
    return EmergencyOpening.objects.running(MomentAsked()).filter(practitioner=me.practitioner)


def _around_what_is_read(me: Scope) -> Q:
    """People whose relationship to a child stands on a record that this practitioner may read."""
    read = READ_RECORD.filter_for(Person.objects.order_by(), me).values("pk")
    standing = Relationship.objects.filter(to_on=None)
    return Q(pk__in=standing.filter(other__in=read).values("person")) | Q(
        pk__in=standing.filter(person__in=read).values("other")
    )


def _and_joined(rows: QuerySet[Any], path: str = "pk") -> Q:
    """The children of these rows, and everyone whose record is joined to one of theirs: joined, they are closed alike.

    path: leads to the child.
    """
    # Whoever is joined to somebody stands with themselves too, so that one subquery finds them all.
    children = rows.order_by().values_list(Coalesce("child__together__other", "child"))
    return Q(**{f"{path}__in": children})


def _closed_to(me: Scope) -> Q:
    """Children whose record is closed to one, for a conflict of interest."""
    return _and_joined(Restriction.objects.filter(practitioner=me.practitioner, to_on=None))


def _sealed_from(me: Scope) -> Q:
    """Children under a seal to which one has no key. An emergency opens some kinds of seal for a time."""
    keys = SealKey.objects.filter(Q(practitioner=me.practitioner) | Q(team__in=me.teams), to_on=None)
    opened = _and_joined(_opened_in_emergency(me), path="child")
    shut = Seal.objects.standing().exclude(pk__in=keys.values("seal"))
    return _and_joined(shut.exclude(opened, kind__in=Seal.OPENED_IN_EMERGENCY))


LEADS = Reason("you are the lead practitioner", _as_lead)
CHAIRS = Reason("you chair this child's conferences", _as_chair)
COVERS_LEAD = Reason("you cover for the lead practitioner", _covers(LEAD), names=_covered(LEAD))
COVERS_CHAIR = Reason(
    "you cover for whoever chairs this child's conferences", _covers(CHAIRING), names=_covered(CHAIRING)
)
IN_TEAM = Reason(
    "your team works with this child",
    lambda me: _allocated_to_teams(me.teams_as(*SOCIAL_CARE_ROLES)),
)
MANAGES = Reason(
    "you supervise or manage the team that works with this child",
    lambda me: _allocated_to_teams(me.teams_as(*MANAGING_ROLES)),
)
AT_FRONT_DOOR = Reason(
    "you work at the front door of this area",
    lambda me: Q(area__in=me.areas_as(Role.SCREENER, *SOCIAL_CARE_ROLES, purpose=FRONT_DOOR_TEAM)),
)
DECIDES_AT_FRONT_DOOR = Reason(
    "you decide on referrals at the front door of this area",
    lambda me: Q(area__in=me.areas_as(*DECIDING_ROLES, purpose=FRONT_DOOR_TEAM)),
)
MANAGES_AT_FRONT_DOOR = Reason(
    "you supervise or manage the front door of this area",
    lambda me: Q(area__in=me.areas_as(*MANAGING_ROLES, purpose=FRONT_DOOR_TEAM)),
)
AGENCY_INVOLVED = Reason("your agency is working with this child", _through_agency)
POLICE_INVOLVED = Reason(
    "your police force is working with this child",
    lambda me: _through_agency(me, Agency.Sector.POLICE),
)
WORKS_IN_AREA = Reason(
    "you work for an agency of this area",
    lambda me: Q(pk__in=Agency.areas.through.objects.filter(agency__in=me.agencies).values("area")),
)
ANALYSES_AREA = Reason(
    "you analyse this area's data",
    lambda me: Q(pk__in=me.areas_as(Role.ANALYST, Role.TEAM_MANAGER)),
)
ADMINISTERS_AREA = Reason("you administer this area", lambda me: Q(pk__in=me.areas_as(Role.ADMINISTRATOR)))

CLOSED_TO_YOU = Reason("this record is closed to you", _closed_to)
SEALED = Reason("this record is sealed, and you hold no key", _sealed_from)
BROKE_GLASS = Reason(
    "you opened it in an emergency",
    lambda me: Q(pk__in=_opened_in_emergency(me).values("child")),
)
MARKED_FOR_OTHERS = Reason("it is marked for others", lambda me: Q(sealed_for__in=marks_kept_from(me)))

# Early help: whoever leads it, of any agency, and their team; and the team around the family, which reads.
LEADS_EARLY_HELP = Reason(
    "you lead this family's early help",
    lambda me: Q(
        pk__in=_in_family_teams().filter(leads=True, practitioner=me.practitioner).values("case__child")
    ),
)
IN_EARLY_HELP_TEAM = Reason(
    "your team leads this family's early help",
    lambda me: Q(pk__in=_in_family_teams().filter(
        leads=True, team__in=me.teams_as(*(role for role in Role if role not in LOOKS_AFTER_SYSTEMS))
    ).values("case__child")),
)  # fmt: skip
IN_FAMILY_TEAM = Reason(
    "you are in the team around this family",
    lambda me: Q(pk__in=_in_family_teams().filter(practitioner=me.practitioner).values("case__child")),
)

DENIED = (CLOSED_TO_YOU, SEALED)
TEAM_AND_LEAD = (LEADS, IN_TEAM, COVERS_LEAD)
CHAIR = (CHAIRS, COVERS_CHAIR)

# Areas
MAKE_REFERRAL = Policy("make-referral", "make a referral to", "area", (WORKS_IN_AREA,))
SEE_FRONT_DOOR = Policy("see-front-door", "see the front door of", "area", (
    Reason("you work at its front door",
           lambda me: Q(pk__in=me.areas_as(Role.SCREENER, *SOCIAL_CARE_ROLES, purpose=FRONT_DOOR_TEAM))),
))  # fmt: skip
SEE_FIGURES = Policy("see-figures", "see the figures of", "area", (ANALYSES_AREA,))
ADMINISTER = Policy("administer", "administer", "area", (ADMINISTERS_AREA,))

# Access itself: see docs/decisions/0011
OPENS_IN_EMERGENCIES = Reason(
    "this area lets your role open records in an emergency",
    lambda me: Q(pk__in=areas_of_emergency_role(me, timezone.localdate())),
    looks_up=True,
)
BREAK_GLASS = Policy("break-glass", "open a record in an emergency in", "area", (OPENS_IN_EMERGENCIES,))
SETTLE_CONFLICTS = Policy("settle-conflicts", "settle conflicts of interest in", "area", (
    Reason("you supervise or manage its front door",
           lambda me: Q(pk__in=me.areas_as(*MANAGING_ROLES, purpose=FRONT_DOOR_TEAM))),
))  # fmt: skip
REVIEW_ACCESS = Policy("review-access", "confirm who needs access in", "team", (
    Reason("you supervise or manage it", lambda me: Q(pk__in=me.teams_as(*MANAGING_ROLES))),
))  # fmt: skip

# Notices
SEE_NOTICE = Policy(
    "see-notice", "see", "notice",
    (Reason("it was written to you", to_them), Reason("it was written to your team", to_their_teams)),
    tuple(reason.about("child") for reason in DENIED),
)  # fmt: skip

# Children
READ_CHILD = Policy("read-child", "open the record of", "child", (
    *TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR, AGENCY_INVOLVED, BROKE_GLASS, LEADS_EARLY_HELP, IN_EARLY_HELP_TEAM,
), DENIED)  # fmt: skip
READ_RECORD = Policy(
    "read-record",
    "read the whole record of",
    "child",
    (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR, BROKE_GLASS),
    DENIED,
)
DECIDE_REFERRAL = Policy(
    "decide-referral",
    "decide on a referral about",
    "child",
    (DECIDES_AT_FRONT_DOOR,),
    DENIED,
)
RECORD_REFERRAL_WORK = Policy(
    "record-referral-work",
    "work on a referral about",
    "child",
    (AT_FRONT_DOOR,),
    DENIED,
)
ALLOCATE = Policy("allocate", "allocate", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED)
CHANGE_DETAILS = Policy(
    "change-details",
    "change the details of",
    "child",
    (*TEAM_AND_LEAD, AT_FRONT_DOOR),
    DENIED,
)
RECORD_VISIT = Policy("record-visit", "record seeing", "child", (*TEAM_AND_LEAD, AT_FRONT_DOOR), DENIED)
READ_ASSESSMENT = Policy(
    "read-assessment",
    "read the assessment of",
    "child",
    (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR, BROKE_GLASS),
    DENIED,
)
WRITE_ASSESSMENT = Policy("write-assessment", "write the assessment of", "child", TEAM_AND_LEAD, DENIED)
APPROVE_ASSESSMENT = Policy("approve-assessment", "approve the assessment of", "child", (MANAGES,), DENIED)
KEEP_CHILD_IN_NEED_PLAN = Policy(
    "keep-child-in-need-plan",
    "keep the plan of help of",
    "child",
    (*TEAM_AND_LEAD, LEADS_EARLY_HELP, IN_EARLY_HELP_TEAM),
    DENIED,
)
KEEP_EARLY_HELP = Policy(
    "keep-early-help", "keep the early help of", "child", (*TEAM_AND_LEAD, LEADS_EARLY_HELP, IN_EARLY_HELP_TEAM), DENIED
)  # fmt: skip
READ_EARLY_HELP = Policy(
    "read-early-help", "read the early help of", "child",
    (*READ_RECORD.allow, LEADS_EARLY_HELP, IN_EARLY_HELP_TEAM, IN_FAMILY_TEAM), DENIED,
)  # fmt: skip
STEP_DOWN = Policy("step-down", "step down to early help for", "child", TEAM_AND_LEAD, DENIED)
OFFER_EARLY_HELP = Policy("offer-early-help", "offer early help in", "area", (WORKS_IN_AREA,))
READ_HELP_PLAN = Policy(
    "read-help-plan", "read the plan of help of", "child",
    (*READ_RECORD.allow, LEADS_EARLY_HELP, IN_EARLY_HELP_TEAM, IN_FAMILY_TEAM), DENIED,
)  # fmt: skip
RECORD_STRATEGY_DISCUSSION = Policy(
    "record-strategy-discussion", "record a strategy discussion about", "child",
    (*TEAM_AND_LEAD, DECIDES_AT_FRONT_DOOR), DENIED,
)  # fmt: skip
RECORD_SECTION_47 = Policy("record-section-47", "record enquiries for", "child", TEAM_AND_LEAD, DENIED)
REQUEST_CONFERENCE = Policy(
    "request-conference", "ask for a conference about", "child",
    (AGENCY_INVOLVED, *TEAM_AND_LEAD, *CHAIR), DENIED,
)  # fmt: skip
RECORD_IMMEDIATE_PROTECTION = Policy(
    "record-immediate-protection", "record the immediate protection of", "child",
    (*TEAM_AND_LEAD, AT_FRONT_DOOR, POLICE_INVOLVED), DENIED,
)  # fmt: skip
RECORD_CONFERENCE = Policy(
    "record-conference",
    "record a conference about",
    "child",
    (*CHAIR, *TEAM_AND_LEAD),
    DENIED,
)
KEEP_PLAN = Policy(
    "keep-plan",
    "keep the child protection plan of",
    "child",
    (*TEAM_AND_LEAD, *CHAIR),
    DENIED,
)
CLOSE_CASE = Policy("close-case", "close the case of", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED)
CORRECT_ENTRY = Policy(
    "correct-entry",
    "correct an entry about",
    "child",
    (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR),
    DENIED,
)
SEAL = Policy("seal", "decide who may open the record of", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED)
LIFT_CONFLICT = Policy(
    "lift-conflict", "open to a practitioner again the record of", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED
)  # fmt: skip
REVIEW_EMERGENCY = Policy(
    "review-emergency", "review an emergency opening of the record of", "child",
    (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED,
)  # fmt: skip

# Entries: whoever may open the record reads those that are not marked for others.
READ_ENTRY = Policy(
    "read-entry", "read", "entry",
    tuple(reason.about("child") for reason in READ_CHILD.allow),
    (*(reason.about("child") for reason in DENIED), MARKED_FOR_OTHERS),
)  # fmt: skip

# Whose eyes a mark is for is asked besides: alongside.access.marks.
NOTE_FOR_NAMED_EYES = Policy(
    "note-for-named-eyes", "note and read what is for named eyes only about", "child",
    (LEADS, CHAIRS, IN_TEAM, AT_FRONT_DOOR, AGENCY_INVOLVED), DENIED,
)  # fmt: skip

EXPLAIN_ACCESS = Policy(
    "explain-access",
    "see who can open the record of",
    "child",
    (*TEAM_AND_LEAD, AT_FRONT_DOOR),
    DENIED,
)

# Partners: what an agency that works with a child sees and does. It reads its own part, never the whole record.
AGENCY_INVITED = Reason(
    "your agency is invited to a conference about this child",
    lambda me: Q(pk__in=_named("conferences.Invitation").filter(
        agency__in=me.partner_agencies, booking__conference=None, booking__cancelled_because="",
    ).values("booking__children__case__child")),
)  # fmt: skip
IN_CORE_GROUP = Reason(
    "your agency is in this child's core group",
    lambda me: Q(pk__in=_named("plans.CoreGroupMember").filter(
        agency__in=me.partner_agencies, to_on=None, plan__ended_on=None, plan__case__closed_on=None,
    ).values("plan__case__child")),
)  # fmt: skip
SCHOOL_INVOLVED = Reason(
    "your school is working with this child",
    lambda me: _through_agency(me, Agency.Sector.EDUCATION),
)
LEADS_SAFEGUARDING = Reason(
    "you lead on safeguarding at this school",
    lambda me: Q(pk__in={
        p.agency_id for p in me.posts
        if p.role == Role.SAFEGUARDING_LEAD and p.agency.sector == Agency.Sector.EDUCATION
    }),
)  # fmt: skip
SEE_PART = Policy(
    "see-part", "see your agency's part of the work with", "child", (AGENCY_INVOLVED, AGENCY_INVITED, IN_CORE_GROUP), DENIED
)  # fmt: skip
READ_PLAN = Policy(
    "read-plan", "read the child protection plan of", "child", (*READ_RECORD.allow, IN_CORE_GROUP), DENIED
)
REPORT_TO_CONFERENCE = Policy(
    "report-to-conference", "report to a conference about", "child", (AGENCY_INVOLVED, AGENCY_INVITED), DENIED
)
READ_CONFERENCE_REPORTS = Policy(
    "read-conference-reports",
    "read every agency's report to a conference about",
    "child",
    READ_RECORD.allow,
    DENIED,
)
ANSWER_PLAN_ACTION = Policy(
    "answer-plan-action", "say what became of your agency's actions for", "child", (AGENCY_INVOLVED, IN_CORE_GROUP), DENIED
)  # fmt: skip
SEND_INFORMATION = Policy(
    "send-information",
    "send information about",
    "child",
    (AGENCY_INVOLVED, AGENCY_INVITED, IN_CORE_GROUP),
    DENIED,
)
RECORD_SCHOOL_NOTICE = Policy(
    "record-school-notice", "record attendance, exclusion and other school notices about", "child",
    (SCHOOL_INVOLVED,), DENIED,
)  # fmt: skip
KEEP_SCHOOL_RECORDS = Policy(
    "keep-school-records", "give notices and send children's files from", "agency", (LEADS_SAFEGUARDING,)
)


# Beside the case; and disagreements, which an agency raises and answers, seeing those it is part of.
KEEP_STRANDS = Policy(
    "keep-strands", "record what runs beside the case of", "child", (*TEAM_AND_LEAD, AT_FRONT_DOOR), DENIED
)
DISAGREE = Policy(
    "disagree", "raise or answer a disagreement about", "child",
    (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR, AGENCY_INVOLVED, AGENCY_INVITED, IN_CORE_GROUP), DENIED,
)  # fmt: skip
SET_LOCAL_STEPS = Policy("set-local-steps", "set the steps for disagreements of", "area", (
    Reason("you manage or administer for this area",
           lambda me: Q(pk__in=me.areas_as(Role.TEAM_MANAGER, Role.PRACTICE_SUPERVISOR, Role.ADMINISTRATOR))),
))  # fmt: skip
READ_LOCAL_STEPS = Policy("read-local-steps", "read the steps for disagreements of", "area", (WORKS_IN_AREA,))


# Sharing: deciding for one's own agency, and reading what was shared with it.
def _works_for(field: str) -> Callable[[Scope], Q]:
    """Records whose agency (``field``) is one this practitioner works with children for."""
    looks_after_systems = {Role.ADMINISTRATOR.value, Role.ANALYST.value}
    return lambda me: Q(**{
        f"{field}__in": {p.agency_id for p in me.posts if p.role not in looks_after_systems}
    })  # fmt: skip


SHARE_INFORMATION = Policy(
    "share-information", "decide on sharing information about", "child",
    (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR, AGENCY_INVOLVED), DENIED,
)  # fmt: skip
READ_SHARING_DECISIONS = Policy(
    "read-sharing-decisions", "read every decision on sharing information about", "child",
    (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR), DENIED,
)  # fmt: skip
RECALL_SHARED = Policy(
    "recall-shared", "call back", "shared information",
    (Reason("your agency shared it", _works_for("holder")),),
    tuple(reason.about("case__child") for reason in DENIED),
)  # fmt: skip
READ_SHARED = Policy(
    "read-shared", "read", "shared information",
    (Reason("it was shared with your agency", _works_for("recipient")),),
    tuple(reason.about("case__child") for reason in DENIED),
)  # fmt: skip
ANSWER_REQUEST = Policy(
    "answer-request", "answer", "request for information",
    (Reason("your agency was asked", _works_for("asked_agency")),),
    tuple(reason.about("case__child") for reason in DENIED),
)  # fmt: skip
KEEP_AGREEMENTS = Policy(
    "keep-agreements", "keep the sharing agreements and formal requests of", "area",
    (Reason(
        "you manage or administer for this area",
        lambda me: Q(pk__in=me.areas_as(Role.TEAM_MANAGER, Role.PRACTICE_SUPERVISOR, Role.ADMINISTRATOR)),
    ),),
)  # fmt: skip

# The front door: its local figures, police notices, and checks with partners.
SET_FRONT_DOOR_FIGURES = Policy("set-front-door-figures", "set the front door's figures of", "area", (
    Reason("you supervise or manage its front door",
           lambda me: Q(pk__in=me.areas_as(*MANAGING_ROLES, purpose=FRONT_DOOR_TEAM))),
    ADMINISTERS_AREA,
))  # fmt: skip
ASK_PARTNER = Policy("ask-partner", "ask a partner about", "child", (AT_FRONT_DOOR,), DENIED)
ANSWER_CHECK = Policy(
    "answer-check", "answer", "check",
    (Reason("your agency was asked", _works_for("agency")),),
    tuple(reason.about("case__child") for reason in DENIED),
)  # fmt: skip

# What people lay upon a chronology: what matters, tags, analysis
ANALYSE = Policy(
    "analyse", "say what matters in, and analyse, the chronology of", "child", (*TEAM_AND_LEAD, *CHAIR), DENIED
)  # fmt: skip
KEEP_TAGS = Policy("keep-tags", "keep the tags of", "area", (
    ADMINISTERS_AREA,
    Reason("you supervise or manage a team of this area", lambda me: Q(pk__in=me.areas_as(*MANAGING_ROLES))),
))  # fmt: skip

# Contexts: a place, a peer group, a setting, an online space. A context is about no child: see docs/decisions/0028.
MANAGES_CONTEXT = Reason(
    "you supervise or manage the team responsible for it", lambda me: Q(team__in=me.teams_as(*MANAGING_ROLES))
)
READ_CONTEXT = Policy("read-context", "open", "context", (
    Reason("you are named to work on it", lambda me: Q(pk__in=_named_on_contexts(me).values("context"))),
    MANAGES_CONTEXT,
))  # fmt: skip
MANAGE_CONTEXT = Policy("manage-context", "decide who works on", "context", (MANAGES_CONTEXT,))
OPEN_CONTEXT = Policy("open-context", "record a place, group or online space in", "area", (
    Reason("you supervise or manage a team of this area", lambda me: Q(pk__in=me.areas_as(*MANAGING_ROLES))),
))  # fmt: skip
ANSWER_PLACE_ACTION = Policy("answer-place-action", "say what became of", "place action", (
    Reason("your agency is to do it", _works_for("agency")),
))  # fmt: skip
LINK_TO_CONTEXT = Policy(
    "link-to-context", "link to a place, group or online space", "child", (*TEAM_AND_LEAD, AT_FRONT_DOOR), DENIED
)  # fmt: skip
SET_RISK_WORDS = Policy("set-risk-words", "set the words for levels of risk of", "area", (
    Reason("you manage or administer for this area",
           lambda me: Q(pk__in=me.areas_as(Role.TEAM_MANAGER, Role.PRACTICE_SUPERVISOR, Role.ADMINISTRATOR))),
))  # fmt: skip

# Self-assessment and an organisation's own plan. They are about no child: see docs/decisions/0037.
KEEP_PARTNERSHIP = Policy(
    "keep-partnership",
    "say who has a part in the partnership, and set the scale, of",
    "area",
    (ADMINISTERS_AREA,),
)
READ_ORGANISATION = Policy("read-organisation", "read the self-assessments and the plan of", "agency", (
    Reason("you work for it", lambda me: Q(pk__in=me.agencies)),
))  # fmt: skip
ASSESS_ORGANISATION = Policy("assess-organisation", "assess and plan for", "agency", (
    Reason("you lead on safeguarding or manage there", lambda me: Q(pk__in=_leads_or_manages(me))),
    Reason(
        "you work for it and are named to assess it",
        lambda me: Q(pk__in=_parts_of(me, "assessor").filter(agency__in=me.agencies).values("agency")),
    ),
))  # fmt: skip
READ_PARTNERSHIP = Policy("read-partnership", "read what was submitted to the partnership of", "area", (
    Reason(
        "you have a part in its partnership",
        lambda me: Q(pk__in=_parts_of(me, "partner", "scrutineer").values("area")),
    ),
))  # fmt: skip
ASSESS_PARTNERSHIP = Policy("assess-partnership", "assess and plan for the partnership of", "area", (
    Reason("you are a safeguarding partner there", lambda me: Q(pk__in=_parts_of(me, "partner").values("area"))),
))  # fmt: skip
#: Whoever assesses for the organisation whose record it is.
ASSESSES = (
    Reason("you lead on safeguarding or manage there", lambda me: Q(agency__in=_leads_or_manages(me))),
    Reason(
        "you are named to assess for your organisation",
        lambda me: Q(agency__in=_parts_of(me, "assessor").filter(agency__in=me.agencies).values("agency")),
    ),
    Reason(
        "you are a safeguarding partner there",
        lambda me: Q(agency=None, area__in=_parts_of(me, "partner").values("area")),
    ),
)
READ_ASSESSED = Policy("read-self-assessment", "read", "self-assessment", (
    *ASSESSES,
    Reason("your organisation has signed it", lambda me: Q(agency__in=me.agencies, signed_at__isnull=False)),
    Reason(
        "it was submitted to a partnership in which you have a part",
        lambda me: Q(area__in=_parts_of(me, "partner", "scrutineer").values("area"), submitted_at__isnull=False),
    ),
))  # fmt: skip
ASSESS = Policy("assess", "work on", "self-assessment", ASSESSES)
#: Whoever left does nothing here any more.
OWNS_ACTION = Reason("you are to do it", lambda me: Q(owner=me.practitioner) if me.posts else Q(pk__in=()))
READ_PLANNED = Policy("read-planned-action", "read", "planned action", (
    *ASSESSES, OWNS_ACTION,
    Reason("it is your organisation's", lambda me: Q(agency__in=me.agencies)),
    Reason(
        "you have a part in the partnership whose it is",
        lambda me: Q(agency=None, area__in=_parts_of(me, "partner", "scrutineer").values("area")),
    ),
))  # fmt: skip
PLAN_ACTION = Policy("plan-action", "change", "planned action", ASSESSES)
ANSWER_PLANNED = Policy(
    "answer-planned-action", "say what became of", "planned action", (*ASSESSES, OWNS_ACTION)
)

# Letters: written by those who work with the child; a protected home or number is released by a manager alone.
WRITE_LETTERS = Policy(
    "write-letters", "write letters about", "child", (*TEAM_AND_LEAD, *CHAIR, AT_FRONT_DOOR), DENIED
)  # fmt: skip
RELEASE_ADDRESS = Policy(
    "release-address", "let somebody be told a protected address of", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED
)  # fmt: skip
READ_LETTER = Policy(
    "read-letter", "read", "letter",
    (Reason("it was sent to your agency here", lambda me: Q(
        pk__in=_named("letters.LetterOutcome").filter(
            how="account", what="sent", letter__agency__in=me.partner_agencies
        ).values("letter")
    )),),
    tuple(reason.about("case__child") for reason in DENIED),
)  # fmt: skip

# Who is away, and who covers: by whoever is away, and by those who manage them or the children they lead on
SAY_AWAY = Policy("say-away", "say when somebody is away, and who covers: of", "practitioner", (
    Reason("it is you", lambda me: Q(pk__in={me.practitioner} if me.areas_as(*COVERING_ROLES) else set())),
    Reason(
        "you supervise or manage a team they work in",
        lambda me: Q(pk__in=Post.objects.filter(team__in=me.teams_as(*MANAGING_ROLES), to_on=None).order_by().values(
            "practitioner"
        )),
    ),
    Reason(
        "you supervise or manage a team with whose children they have a part",
        lambda me: Q(pk__in=Allocation.objects.current().filter(team__in=me.teams_as(*MANAGING_ROLES)).order_by().values(
            "practitioner"
        )),
    ),
))  # fmt: skip

# Supervision: what is about a child is on its record; what is about the practitioner is the two's own
SUPERVISE = Policy("supervise", "record supervision with", "practitioner", (
    Reason(
        "you supervise or manage a team they work in",
        lambda me: Q(pk__in=Post.objects.filter(team__in=me.teams_as(*MANAGING_ROLES), to_on=None).order_by().values(
            "practitioner"
        )) & ~Q(pk=me.practitioner),
    ),
))  # fmt: skip
SUPERVISE_CASE = Policy("supervise-case", "record what supervision said about", "child", (MANAGES,), DENIED)
ANSWER_SUPERVISION = Policy(
    "answer-supervision", "say what became of what supervision agreed for", "child", TEAM_AND_LEAD, DENIED
)  # fmt: skip
READ_SUPERVISION = Policy("read-supervision", "read", "supervision", (
    Reason("you supervised", lambda me: Q(supervisor=me.practitioner)),
    Reason("you were supervised", lambda me: Q(practitioner=me.practitioner)),
))  # fmt: skip

# Whether two records are one person's
ON_A_RECORD = Reason(
    "they are family or network of a child whose record you may read, and have no case of their own",
    lambda me: _around_what_is_read(me) & ~Q(pk__in=Case.objects.values("child")),
)
RECOGNISE = Policy(
    "recognise", "say that somebody who is added to a family is", "relative", (*READ_RECORD.allow, ON_A_RECORD), DENIED
)  # fmt: skip
JOIN_RECORDS = Policy(
    "join-records", "join or part records of", "child", (MANAGES_AT_FRONT_DOOR,), DENIED,
)  # fmt: skip
SEE_MAYBE_SAME = Policy("see-maybe-same", "see which records may be one person's in", "area", (
    Reason("you supervise or manage its front door",
           lambda me: Q(pk__in=me.areas_as(*MANAGING_ROLES, purpose=FRONT_DOOR_TEAM))),
))  # fmt: skip

# How long a record is kept, and what its subject asks of it
HOLD_RECORD = Policy(
    "hold-record", "hold, or see how long is kept, the record of", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED
)  # fmt: skip
ANSWER_SUBJECT = Policy(
    "answer-subject", "answer what somebody asks about the record of", "child", (MANAGES, MANAGES_AT_FRONT_DOOR), DENIED
)  # fmt: skip
SIGN_DISPOSAL = Policy("sign-disposal", "sign or cancel disposals of", "area", (
    ADMINISTERS_AREA, Reason("you manage a team of this area", lambda me: Q(pk__in=me.areas_as(Role.TEAM_MANAGER))),
))  # fmt: skip

POLICIES: tuple[Policy, ...] = tuple(value for value in list(globals().values()) if isinstance(value, Policy))
