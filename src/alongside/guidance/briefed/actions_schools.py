"""What schools and colleges may decide to do. Several of these are for early years settings as well."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import EARLY_YEARS, SCHOOLS
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_school = partial(Action, audiences=(SCHOOLS,), editions=SINCE_2023, origin=Origin.TEXT)
_setting = partial(_school, audiences=(SCHOOLS, EARLY_YEARS))

ACTIONS = (
    _school(
        id="schools.relevant-agency",
        editions=SINCE_2018,
        words="Confirm that the school is a relevant agency and what that asks of it, in each area the school or trust works in.",
        rules=(
            "relevant-agencies.expectations",
            "education.full-part",
            "arrangements.follow",
        ),
        evidence="The published arrangements of each area, with what they ask of schools marked.",
    ),
    _setting(
        id="schools.arrangements-to-hand",
        origin=Origin.SUGGESTED,
        words="Keep to hand the present local arrangements, threshold document, protocol for assessment and escalation route.",
        rules=(
            "assessment.protocol-groups",
            "disagreement.referrer",
            "relevant-agencies.told",
            "threshold-document.published",
            "local-protocol.understood",
            "local-protocol.content",
        ),
        evidence="One folder or page with four links and the day each was last looked at.",
    ),
    _setting(
        id="schools.training",
        words="Train staff and governors on the five subjects, and the safeguarding lead and designated teacher on local levels of need besides.",
        rules=(
            "education.training",
            "education.levels-of-need",
            "training.five-subjects",
        ),
        evidence="The plan and record of training.",
    ),
    _setting(
        id="schools.share-attendance",
        words="Share what you know of absence, exclusions, worries and life outside the home early, and press for an answer where a child is missing from education.",
        rules=(
            "school.identify-not-in-school",
            "school.absence-return",
            "information.not-left-to-others",
            "education.data",
        ),
        evidence="Dates of what was shared, and what came back.",
    ),
    _setting(
        id="schools.key-adults",
        origin=Origin.SUGGESTED,
        words="Name the adults who matter in a child's life in every referral, say when you do not know, and keep apart what is known, what worries you and what others told you.",
        rules=("referral.content",),
        evidence="The referral form; a sample of referrals.",
    ),
    _setting(
        id="schools.telling-families",
        words="Agree when and how families are told what is shared: openly where that is safe, and with the reason written down where it is not.",
        rules=(
            "information.openness",
            "referral.family-told",
        ),
        evidence="The rule in the policy; reasons on record.",
    ),
    _setting(
        id="schools.early-help-signs",
        origin=Origin.SUGGESTED,
        editions=SINCE_2018,
        words="Go through the children again with the longer list of signs for early help in hand.",
        rules=("early-help.indicators",),
        evidence="The day of the review and how many were spoken with.",
    ),
    _setting(
        id="schools.early-help-system",
        origin=Origin.SUGGESTED,
        words="Write down which local services the school works with in early help, and who in school brings a family to them.",
        rules=(
            "early-help.agreement",
            "early-help.asking",
            "early-help.services",
        ),
        evidence="The list, with names.",
    ),
    _school(
        id="schools.lead-practitioner",
        origin=Origin.SUGGESTED,
        words="Decide who in the school could be a lead practitioner, with what skills, time and supervision; say plainly what the school cannot take on, and challenge a request that does not fit.",
        rules=(
            "authority.assessment-lead",
            "authority.early-help-lead",
        ),
        evidence="A short statement agreed with governors and given to the local authority.",
    ),
    _setting(
        id="schools.supervision",
        words="Give the safeguarding lead and whoever leads for a family regular supervision. That it should come from outside line management is a suggestion.",
        rules=(
            "authority.assessment-lead",
            "section-11.arrangements",
            "authority.lead-supervised",
        ),
        evidence="Dates of supervision and who gives it.",
    ),
    _school(
        id="schools.young-carers",
        origin=Origin.SUGGESTED,
        words="Find young carers and see that each one is supported; a tick in the census is no help. Ask for the assessment the law provides.",
        rules=("young-carer.assessment",),
        evidence="A named adult for each, and what was put in place.",
    ),
    _school(
        id="schools.off-roll",
        words="Tell the authority of each child taken off the roll at an unusual point, with what the school knows of why; share what it knows when a child moves to education at home.",
        rules=(
            "school.roll-removal",
            "school.roll-circumstances",
        ),
        evidence="Each notice with its day.",
    ),
    _setting(
        id="schools.audits",
        words="Answer the partnership's safeguarding audits, take the result to governors or the proprietor, and share it when asked.",
        rules=(
            "education.full-part",
            "education.audit-results",
        ),
        evidence="The return; the minute.",
    ),
    _school(
        id="schools.allegations",
        origin=Origin.OTHER_TEXT,
        editions=SINCE_2018,
        words="Hold the policy on allegations against the guidance for schools too: low-level concerns, suspension as no matter of course, the teaching regulator, references and how long records are kept.",
        rules=(
            "position-of-trust.harm-threshold",
            "position-of-trust.designated-officer-told",
            "allegation.harm-threshold",
            "allegation.low-level-concern",
            "allegation.record-kept",
        ),
        evidence="The policy with both texts named.",
    ),
    _setting(
        id="schools.escalate",
        words="Follow up every referral without an answer, and take it further where the answer does not make the child safe.",
        rules=(
            "disagreement.referrer",
            "referral.feedback",
        ),
        evidence="The log of referrals with the day of each answer.",
    ),
    _setting(
        id="schools.take-part",
        editions=SINCE_2018,
        words="Take part, prepared, in strategy discussions, conferences, core groups, rapid reviews, practice reviews and reviews of a child's death.",
        rules=(
            "child-protection.strategy-discussion-agencies",
            "child-protection.conference-report",
            "child-protection.core-group-members",
        ),
        evidence="Attendance, and reports sent on time.",
    ),
    _setting(
        id="schools.domestic-abuse-notices",
        words="Have an address for police notices of domestic abuse that is read each morning, and something done for the child the same day.",
        origin=Origin.OTHER_TEXT,
        rules=("policing.school-told-of-domestic-abuse",),
        evidence="The address; what was done for the last five.",
    ),
    _school(
        id="schools.files",
        origin=Origin.OTHER_TEXT,
        editions=SINCE_2018,
        words="Send child protection files to the next school securely, apart from the main file, and get a receipt.",
        rules=("school.protection-file-moved",),
        evidence="Receipts.",
    ),
    _setting(
        id="schools.inspection",
        origin=Origin.SUGGESTED,
        words="Keep a file for inspection: what is done, what came of it and what children say. A judgement on safeguarding is always written.",
        rules=("education.inspection",),
        evidence="The file.",
    ),
    _setting(
        id="schools.representative",
        origin=Origin.SUGGESTED,
        words="Find out who speaks for education in the partnership's strategic discussions, tell them what you see, and ask for an account back.",
        rules=(
            "education.representative",
            "education.engaged",
        ),
        evidence="The name; a note of what was passed on and what came back.",
    ),
    _setting(
        id="schools.significant-harm-pages",
        origin=Origin.SUGGESTED,
        words="Keep the pages on significant harm, enquiries, conferences and plans (82 to 84 of the 2023 edition) where staff can see them.",
        rules=(
            "practice-standards.recognition",
            "practice-standards.protection",
        ),
        evidence="Where they hang.",
    ),
    _setting(
        id="schools.incidents",
        editions=SINCE_2018,
        words="Tell the safeguarding partners of anything that may be a serious incident; notifying the Panel is the authority's task.",
        rules=("incident.tell-partners",),
        evidence="The address to use, in the policy.",
    ),
    _setting(
        id="schools.family-help-words",
        origin=Origin.SUGGESTED,
        editions=SINCE_2026,
        words="Where the area has moved to family help, change the words for early help and children in need in policies and forms; where it has not, keep both.",
        evidence="The area's day of change, written down.",
    ),
    _setting(
        id="schools.categories",
        origin=Origin.SUGGESTED,
        editions=SINCE_2026,
        words="Add coercive control, sexual abuse, abuse in teenage relationships, abuse linked to honour, faith or belief, and racism to what concerns are recorded under.",
        evidence="The list of categories.",
    ),
    _setting(
        id="schools.referral-form",
        origin=Origin.SUGGESTED,
        editions=SINCE_2026,
        words="Make room in the referral form for brothers and sisters, one not yet born among them, and for other adults.",
        rules=("referral.content",),
        evidence="The form.",
    ),
    _setting(
        id="schools.sharing-decisions",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Write down every decision to share information or not to, with its reason, to whom and for what.",
        rules=(
            "information.sharing",
            "information.decision-record",
        ),
        evidence="The record of decisions, sampled each term.",
    ),
    _school(
        id="schools.records",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Record, for each concern, what was done, decided and why, and what came of it.",
        rules=("school.concern-record",),
        evidence="A sample of records.",
    ),
    _setting(
        id="schools.family-help-lead",
        origin=Origin.OTHER_TEXT,
        editions=SINCE_2026,
        words="Agree who may be a family help lead practitioner, with time and supervision, and record each time the school says no.",
        rules=("authority.assessment-lead",),
        evidence="The agreement; refusals with reasons.",
    ),
    _setting(
        id="schools.protection-team",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Learn how to reach the area's child protection team and who in it comes from education.",
        rules=("child-protection.multi-agency-team",),
        evidence="The name and number.",
    ),
    _school(
        id="schools.withdrawal",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Prepare for the rule that some children may not leave the roll for home without the authority's consent; ask from the day it begins.",
        rules=("school.withdrawal-consent",),
        evidence="The step in the procedure for leaving, with its day.",
    ),
    _school(
        id="schools.designation",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Watch for regulations that designate education agencies; take it to governors when they come.",
        rules=("arrangements.education-and-childcare",),
        evidence="Who watches, and the minute.",
    ),
)
