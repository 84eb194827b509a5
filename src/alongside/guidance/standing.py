"""Who decides, and which sectors take part: the words every rule uses for them.

A *standing* is what someone must be for the text to expect a decision of them. A person
has several at once: ask ``held`` for all of them and give that to ``Membership.shortfall``.
"""

from __future__ import annotations

PRACTITIONER = "practitioner"
SOCIAL_WORKER = "social worker"
SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER = "social-work-qualified practice supervisor or manager"
LEAD_PRACTITIONER = "lead practitioner"
CORE_GROUP = "core group"
INITIAL_CONFERENCE = "initial child protection conference"
REVIEW_CONFERENCE = "child protection review conference"
CONFERENCE_CHAIR = "conference chair"
LOCAL_AUTHORITY = "local authority"
NOMINATED_OFFICER = "nominated officer of the local authority"
DESIGNATED_POLICE_OFFICER = "designated police officer"
COURT = "court"

STANDINGS = (
    PRACTITIONER,
    SOCIAL_WORKER,
    SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER,
    LEAD_PRACTITIONER,
    CORE_GROUP,
    INITIAL_CONFERENCE,
    REVIEW_CONFERENCE,
    CONFERENCE_CHAIR,
    LOCAL_AUTHORITY,
    NOMINATED_OFFICER,
    DESIGNATED_POLICE_OFFICER,
    COURT,
)

CHILDRENS_SOCIAL_CARE = "children's social care"
HEALTH = "health"
POLICE = "police"
EDUCATION = "education"
NSPCC = "NSPCC"
REFERRER = "the referrer"
EARLY_YEARS = "nursery or early years"
YOUTH_JUSTICE = "youth justice or youth work"
ADULT_SERVICES = "adult mental health, substance use or domestic abuse services"
BRITISH_TRANSPORT_POLICE = "British Transport Police"
CARERS_SERVICE = "residential or fostering service"
EARLY_HELP = "early help"
PROBATION = "probation"
HOUSING = "housing"
FAMILY = "the child and family"

SECTORS = (
    CHILDRENS_SOCIAL_CARE,
    HEALTH,
    POLICE,
    EDUCATION,
    NSPCC,
    REFERRER,
    EARLY_YEARS,
    YOUTH_JUSTICE,
    ADULT_SERVICES,
    BRITISH_TRANSPORT_POLICE,
    CARERS_SERVICE,
    EARLY_HELP,
    PROBATION,
    HOUSING,
    FAMILY,
)


def held(
    *,
    social_worker: bool = False,
    supervisor_or_manager: bool = False,
    leads_the_work: bool = False,
) -> frozenset[str]:
    """Every standing one practitioner has.

    ``social_worker``: qualified and registered. ``supervisor_or_manager``: of practice, which
    counts as a standing only with the social work qualification. ``leads_the_work``: is the
    lead practitioner for this child.
    """
    standings = {PRACTITIONER}
    if social_worker:
        standings.add(SOCIAL_WORKER)
    if social_worker and supervisor_or_manager:
        standings.add(SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER)
    if leads_the_work:
        standings.add(LEAD_PRACTITIONER)
    return frozenset(standings)
