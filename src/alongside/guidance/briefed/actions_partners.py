"""What safeguarding partners may decide to do together, and what scrutineers may."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import PARTNERS, SCRUTINEERS
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(PARTNERS,), editions=SINCE_2023, origin=Origin.TEXT)
_scrutiny = partial(Action, audiences=(SCRUTINEERS, PARTNERS), editions=SINCE_2023, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="partners.outcomes",
        origin=Origin.SUGGESTED,
        words="Hold the arrangements against the eight outcomes they are for, with evidence for each.",
        rules=("arrangements.outcomes",),
        evidence="A self-assessment with a date.",
    ),
    _action(
        id="partners.leads",
        words="Publish the three leads, settle how often they meet, and sign arrangements, budget, yearly report and threshold document together.",
        rules=(
            "lead-partners.functions",
            "lead-partners.named",
            "lead-partners.meetings",
            "arrangements.signed",
        ),
        evidence="Names; minutes; signatures.",
    ),
    _action(
        id="partners.delegates",
        words="Give each delegated partner a letter that says what they may decide, and watch all six joint functions.",
        rules=(
            "delegated-partners.appointed",
            "delegated-partners.functions",
        ),
        evidence="The letters; a report on each function.",
    ),
    _action(
        id="partners.chair",
        words="Choose the chair from the delegated partners, review it, and keep chairing, business support and scrutiny apart.",
        rules=(
            "partnership-chair.appointed",
            "partnership-chair.separate-functions",
            "partnership-chair.review",
        ),
        evidence="The minute; budget lines for each.",
    ),
    _action(
        id="partners.education",
        words="Name all education and childcare providers, give education a seat where strategy is discussed, and write in arrangements and report what came of it.",
        rules=(
            "arrangements.education-and-childcare",
            "education.included",
            "education.representative",
            "education.reported",
        ),
        evidence="The list; attendance; the passage in the report.",
    ),
    _action(
        id="partners.data",
        words="Agree a set of data, broken down by protected characteristics, with an agreement on sharing it.",
        rules=(
            "information-request.content",
            "arrangements.outcomes",
            "information-request.agreement",
        ),
        evidence="The agreement; the dashboard.",
    ),
    _action(
        id="partners.funding",
        words="Agree money each year, review it, and show what each gave and what it brought about.",
        rules=(
            "funding.equitable",
            "funding.reviewed",
            "funding.transparent",
        ),
        evidence="Budget and outturn, published.",
    ),
    _action(
        id="partners.disputes",
        words="Agree the ladder for disputes, with a time for each step.",
        rules=(
            "dispute.system",
            "dispute.ladder",
            "dispute.targets",
        ),
        evidence="The procedure; the log.",
    ),
    _action(
        id="partners.yearly-report",
        editions=SINCE_2018,
        words="Write the yearly report against the whole list of the edition in force, publish it in time (since 2023 by the end of September), and send the copies.",
        rules=(
            "yearly-report.by-law",
            "yearly-report.content",
            "yearly-report.published",
            "yearly-report.copies",
        ),
        evidence="The list ticked through; receipts.",
    ),
    _action(
        id="partners.reviews",
        editions=SINCE_2018,
        words="Record why a review is held or not, read the Panel's guidance, and audit whether learning was carried out.",
        rules=(
            "incident.panel-guidance",
            "local-review.rationale",
            "local-review.audit",
            "local-review.consider",
        ),
        evidence="Reasons; the audit.",
    ),
    _action(
        id="partners.looked-after",
        editions=SINCE_2026,
        words="Say in the published arrangements that they cover looked after children, and how.",
        evidence="The passage.",
    ),
    _action(
        id="partners.inspection",
        origin=Origin.SUGGESTED,
        editions=SINCE_2026,
        words="Keep a folder ready for inspection: who answers for what, and how it is known that it works.",
        evidence="The folder.",
    ),
    _action(
        id="partners.disproportionality",
        editions=SINCE_2026,
        words="Show rates by ethnicity and other characteristics at each stage of a child's way through services, hold back small numbers, and say what is done about differences.",
        evidence="The analysis; the log of what was done.",
    ),
    _action(
        id="partners.impact",
        editions=SINCE_2026,
        words="Lay the yearly report out as what was done, what changed for children, and how that is known.",
        rules=("yearly-report.by-law",),
        evidence="The report.",
    ),
    _action(
        id="partners.reform-dates",
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="Keep one page with the area's day for each reform: family help, child protection teams, family group decision-making, the duty to share.",
        evidence="The page.",
    ),
)

SCRUTINY = (
    _scrutiny(
        id="scrutineers.plan",
        editions=SINCE_2018,
        words="Agree a plan of scrutiny (since 2023 over its seven functions), with methods and times, and publish how it is done.",
        rules=(
            "scrutiny.functions",
            "scrutiny.independent",
            "scrutiny.published",
            "scrutiny.methods",
        ),
        evidence="The plan; reports with answers.",
    ),
    _scrutiny(
        id="scrutineers.voice",
        words="Look at how children's and families' voice reaches decisions, not only whether it was gathered.",
        rules=("scrutiny.functions",),
        evidence="Two changes traced back to what families said.",
    ),
    _scrutiny(
        id="scrutineers.learning",
        origin=Origin.SUGGESTED,
        words="Trace the recommendations of one review to what practitioners do today.",
        rules=(
            "scrutiny.functions",
            "local-review.audit",
        ),
        evidence="The trace, published.",
    ),
    _scrutiny(
        id="scrutineers.disagreements",
        words="Offer independent advice where partners disagree, and report on how disputes ran.",
        rules=(
            "scrutiny.functions",
            "dispute.ladder",
        ),
        evidence="The log.",
    ),
    _scrutiny(
        id="scrutineers.report",
        words="Evaluate the arrangements and the yearly report before they are published.",
        rules=(
            "scrutiny.functions",
            "scrutiny.reported",
        ),
        evidence="The written evaluation.",
    ),
    _scrutiny(
        id="scrutineers.standards",
        origin=Origin.SUGGESTED,
        words="Take the practice standards as a set for an audit of several agencies.",
        rules=(
            "practice-standards.recognition",
            "practice-standards.protection",
            "practice-standards.ending",
        ),
        evidence="The audit.",
    ),
    _scrutiny(
        id="scrutineers.sample",
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="Sample late steps for their reasons, decisions to share and not to, offers of family group decision-making and refusals, what was done about unequal rates, oversight of each protection plan, and offers of an advocate to parents.",
        rules=(
            "assessment.over-run",
            "information.decision-record",
            "family-group.offer",
        ),
        evidence="The sample with its findings.",
    ),
)
