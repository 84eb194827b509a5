"""What local authorities may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import LOCAL_AUTHORITY, PARTNERS
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(LOCAL_AUTHORITY,), editions=SINCE_2023, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="local-authority.lead-partner",
        audiences=(LOCAL_AUTHORITY, PARTNERS),
        words="The chief executive stands as lead partner; director and lead member answer for children's services; a delegated partner, often the director, is appointed.",
        rules=(
            "definition.lead-safeguarding-partner",
            "delegated-partners.appointed",
        ),
        evidence="Names, published.",
    ),
    _action(
        id="local-authority.notifications",
        editions=SINCE_2018,
        words="Run one desk for notifications: serious incidents, deaths of looked after children and, since 2023, of care leavers, with the times of the incident, of learning of it and of sending.",
        rules=(
            "incident.notify",
            "incident.notification",
            "incident.looked-after-death",
            "incident.care-leaver-death",
            "incident.accuracy",
        ),
        evidence="The log with three times for each.",
    ),
    _action(
        id="local-authority.care-leavers",
        words="Keep in touch with care leavers to 21, and try to once a year until they are 25.",
        rules=("incident.care-leaver-contact",),
        evidence="The log of contacts.",
    ),
    _action(
        id="local-authority.designated-officer",
        editions=SINCE_2018,
        words="Have a qualified designated officer or team, a line for advice, and a way to follow each case to its end.",
        rules=(
            "position-of-trust.designated-officer",
            "position-of-trust.officer-qualified",
            "position-of-trust.advice",
            "position-of-trust.progress",
        ),
        evidence="Names and qualifications; open cases with review dates.",
    ),
    _action(
        id="local-authority.protocol",
        audiences=(LOCAL_AUTHORITY, PARTNERS),
        words="Publish the protocol for assessment and, with partners, the threshold document, with who may lead, with what skills, and how that is watched.",
        rules=(
            "assessment.protocol-groups",
            "authority.assessment-lead",
            "threshold-document.published",
            "threshold-document.content",
            "local-protocol.agreed",
            "local-protocol.content",
        ),
        evidence="Both documents with their dates.",
    ),
    _action(
        id="local-authority.referrals",
        editions=SINCE_2018,
        words="Make the way to refer plain, tell referrers what was decided with reasons and alternatives, and publish the way to disagree.",
        rules=(
            "referral.feedback",
            "disagreement.referrer",
            "referral.acknowledgement",
            "referral.process-clear",
        ),
        evidence="The share of referrers who were told, and when.",
    ),
    _action(
        id="local-authority.early-help",
        words="Shape early help by what the joint needs assessment shows, and measure it for families, groups, demand and population.",
        rules=(
            "early-help.indicators",
            "shared-responsibility.needs-used",
            "early-help.joined-up",
            "early-help.measures",
            "early-help.comprehensive",
        ),
        evidence="Measures at the four levels.",
    ),
    _action(
        id="local-authority.section-11",
        editions=SINCE_2018,
        words="Take the arrangements every organisation has to adult services, housing, public health, leisure, licensing and culture too.",
        rules=(
            "section-11.arrangements",
            "adult-services.children-asked",
            "housing.hazards",
        ),
        evidence="A self-audit from each.",
    ),
    _action(
        id="local-authority.carers",
        editions=SINCE_2018,
        origin=Origin.OTHER_TEXT,
        words="Offer young carers, parent carers and others who care the assessments the law provides.",
        rules=(
            "young-carer.assessment",
            "parent-carer.assessment",
            "carer.assessment-without-responsibility",
        ),
        evidence="Offered and done, by group.",
    ),
    _action(
        id="local-authority.prison-enquiries",
        words="Have one desk for enquiries from prisons and probation, with a way to answer on the same day, reports on contact and a seat at mother and baby unit boards.",
        rules=(
            "prison.enquiry-reply",
            "mother-and-baby-unit.assessment",
            "probation.quick-answers",
            "prison.enquiry-answer",
        ),
        evidence="Times to answer.",
    ),
    _action(
        id="local-authority.secure-estate",
        words="Carry the host's duties for any secure establishment in the area, and provide appropriate adults.",
        rules=(
            "custody.responsible-authority",
            "youth-offending.appropriate-adults",
        ),
        evidence="The agreement with the establishment; the rota.",
    ),
    _action(
        id="local-authority.armed-services",
        words="Tell the Ministry of Defence when the guidance asks for it, keep a contact at any base, and give Cafcass the access the law gives it.",
        rules=(
            "armed-services.reviews-and-allegations",
            "armed-services.moves-overseas",
            "armed-services.united-states-bases",
            "family-court.records",
        ),
        evidence="Contacts, with the day they were checked.",
    ),
    _action(
        id="local-authority.child-deaths",
        editions=SINCE_2018,
        origin=Origin.OTHER_TEXT,
        words="Stand with the board as child death review partner, and publish who answers for it.",
        rules=(
            "child-death.review",
            "child-death.published",
        ),
        evidence="The page with names.",
    ),
    _action(
        id="local-authority.conferences",
        audiences=(LOCAL_AUTHORITY, PARTNERS),
        words="Watch how well conferences work, and keep a quick way to settle differences after enquiries.",
        rules=(
            "child-protection.conference-requested",
            "child-protection.conferences-monitored",
            "disagreement.after-enquiries",
        ),
        evidence="The report on conferences.",
    ),
    _action(
        id="local-authority.disabled-children",
        words="Consider a designated social care officer for special educational needs and disability, and make practical support for disabled children easy to find.",
        rules=(
            "assessment.disabled-child",
            "disabled-child.services",
            "disabled-child.short-breaks",
            "disabled-child.social-care-officer",
        ),
        evidence="The post; the local offer.",
    ),
    _action(
        id="local-authority.family-group",
        words="Record each offer of family group decision-making, at each point of decision, and the answer; have the letter before proceedings ready for the day the offer becomes law.",
        rules=(
            "family-group.consider",
            "family-group.offer",
            "family-group.offer-before-application",
        ),
        evidence="Offers, answers and meetings.",
    ),
    _action(
        id="local-authority.homelessness",
        editions=SINCE_2018,
        origin=Origin.OTHER_TEXT,
        words="Make sure that every service that must refer people who may become homeless knows how.",
        rules=("homelessness.referral",),
        evidence="Referrals by service.",
    ),
    _action(
        id="local-authority.family-help",
        origin=Origin.OTHER_TEXT,
        editions=SINCE_2026,
        words="Plan one way in, one assessment and one plan for family help, with the day it begins; keep both counts for the returns until they change.",
        rules=("authority.assessment-lead",),
        evidence="The plan with its day; both counts.",
    ),
    _action(
        id="local-authority.family-help-lead",
        origin=Origin.OTHER_TEXT,
        editions=SINCE_2026,
        words="Say in the protocol who may be a family help lead practitioner, with what skills, and who with a social work qualification signs the work off.",
        rules=(
            "local-protocol.content",
            "authority.assessment-approval",
            "authority.assessment-lead",
        ),
        evidence="The protocol with its date.",
    ),
    _action(
        id="local-authority.protection-team",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Choose how child protection teams, lead child protection practitioners and the chairing of conferences will work here, and publish it with the threshold document, protocol and complaints pages.",
        rules=(
            "child-protection.multi-agency-team",
            "child-protection.conference-chair",
        ),
        evidence="The decision, published.",
    ),
    _action(
        id="local-authority.not-in-school",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Prepare the register of children not in school.",
        rules=(
            "school.not-in-school-information",
            "school.not-in-school-visit",
        ),
        evidence="The project, with an owner.",
    ),
    _action(
        id="local-authority.identifier",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Match children to NHS numbers with a record of how sure each match is, and agree on sharing data.",
        rules=("information.identifier",),
        evidence="The share matched; the agreement.",
    ),
)
