"""What health services may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import HEALTH, PARTNERS
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(HEALTH,), editions=SINCE_2023, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="health.lead-partner",
        audiences=(HEALTH, PARTNERS),
        words="The board's chief executive stands as lead partner in every area the board reaches into, and appoints a delegated partner for each.",
        rules=(
            "lead-partners.functions",
            "delegated-partners.appointed",
        ),
        evidence="Names, published.",
    ),
    _action(
        id="health.executive-leads",
        words="Name executive leads for children, for special educational needs and disability, and for safeguarding.",
        rules=("shared-responsibility.executive-leads",),
        evidence="The names in the board's papers.",
    ),
    _action(
        id="health.designated",
        editions=SINCE_2018,
        words="Fill the designated roles (doctor and nurse for safeguarding and for looked after children, doctor for child deaths) and the named GP, with time to do them.",
        rules=(
            "health.designated-professionals",
            "health.named-gp",
            "health.time-to-engage",
        ),
        evidence="Names, hours and cover.",
    ),
    _action(
        id="health.named",
        words="Each provider has a named doctor and nurse, a named midwife where there is maternity care, or a named practitioner, and an executive lead.",
        rules=("health.named-professionals",),
        evidence="Names in each provider's return.",
    ),
    _action(
        id="health.practices",
        words="Each GP practice has a lead and a deputy lead for safeguarding.",
        rules=("health.practice-leads",),
        evidence="Names by practice.",
    ),
    _action(
        id="health.training",
        words="Train every member of staff to the competence of the role, those who see adults only among them.",
        rules=("health.competence",),
        evidence="Training by level and role.",
    ),
    _action(
        id="health.contracts",
        words="Put safeguarding into every contract, independent providers' too, and look at what comes back.",
        rules=(
            "section-11.arrangements",
            "health.board-leads",
        ),
        evidence="Clauses; returns looked at.",
    ),
    _action(
        id="health.section-11-return",
        origin=Origin.SUGGESTED,
        words="Ask each provider for a self-audit of the arrangements every organisation has.",
        rules=(
            "section-11.arrangements",
            "section-11.regard",
        ),
        evidence="Returns and plans.",
    ),
    _action(
        id="health.strategy-discussions",
        editions=SINCE_2018,
        words="Send somebody to strategy discussions who knows the child's health and may decide.",
        rules=(
            "child-protection.strategy-discussion",
            "child-protection.strategy-discussion-agencies",
        ),
        evidence="Attendance, with role.",
    ),
    _action(
        id="health.admissions",
        editions=("WT2018-2020-12", *SINCE_2023),
        words="Ask whether a child admitted to a mental health facility is to be referred to social care.",
        rules=("referral.mental-health-admission",),
        evidence="A line in the admission record.",
    ),
    _action(
        id="health.child-deaths",
        editions=SINCE_2018,
        words="Have everything ready for a child's death: notice, key worker, people on call for the joint response, the review meeting, the draft form and the national database.",
        rules=(
            "child-death.notify",
            "child-death.joint-response",
            "child-death.review-meeting",
            "child-death.draft-analysis",
        ),
        evidence="The pathway with names.",
    ),
    _action(
        id="health.rapid-review",
        editions=SINCE_2018,
        words="Be able to write the health services' part of a rapid review in time for the partners to send it.",
        rules=("rapid-review.promptly",),
        evidence="Who writes it, and the template.",
    ),
    _action(
        id="health.partnership-share",
        audiences=(HEALTH, PARTNERS),
        words="Agree the board's share of the partnership's money and its part of the shared data.",
        rules=("funding.equitable",),
        evidence="Budget and data agreement.",
    ),
    _action(
        id="health.serious-violence",
        origin=Origin.OTHER_TEXT,
        words="Take part in the area's plan against serious violence.",
        rules=("serious-violence.work-together",),
        evidence="The strategy and the health data in it.",
    ),
    _action(
        id="health.unborn",
        editions=SINCE_2026,
        words="Treat unborn children and babies as children of their own in pathways and records, by the expected date until the day of birth.",
        rules=("child-protection.conference-before-birth",),
        evidence="The pathway; a sample of records.",
    ),
    _action(
        id="health.protection-team",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Think through which health professional the board would name for a child protection team.",
        rules=("child-protection.multi-agency-team",),
        evidence="A note of who and how cover works.",
    ),
    _action(
        id="health.confidentiality",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Bring confidentiality policies in line with the duty to share, in services for adults who are parents too, and keep the reasons.",
        rules=(
            "information.sharing",
            "information.decision-record",
        ),
        evidence="The policy; a sample of reasons.",
    ),
    _action(
        id="health.identifier",
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="Improve the quality of NHS numbers now, before an identifier is asked for.",
        rules=("information.identifier",),
        evidence="The share of records with a checked number.",
    ),
    _action(
        id="health.sexual-abuse",
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="Plan medical examination and support after sexual abuse with the police and social care; what the edition says of it has not been read.",
        evidence="The pathway.",
    ),
)
