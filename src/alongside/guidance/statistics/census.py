"""The children in need census: the department's clocks, beside the guidance's.

A case can be in time on one clock and late on the other, so both are shown. These are
conventions for counting and ask nothing of anyone: their force is that of the guidance figure
they measure.

Not encoded: the census's fields, codes and validation, which are not rules for practice; but for the fields
on pre-proceedings that the return of 2026 to 2027 asks for the first time.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Definition, Example, Force, Heading, Timescale
from alongside.guidance.kernel.spans import WorkingDays
from alongside.guidance.sources import CENSUS_2026, CENSUS_CONVENTIONS

ASSESSMENT = Timescale(
    id="assessment.completion-statistics",
    title="Assessment completed, as the statistics count it",
    force=Force.SHOULD,
    runs_from="the actual start of the assessment",
    until="the assessment is authorised",
    within=Dated(
        Provision(
            CENSUS_CONVENTIONS.at("assessment actual start date to assessment authorisation date"),
            WorkingDays(45),
        )
    ),
    responsible="lead practitioner",
    clock="statistics",
    examples=(Example(date(2024, 12, 20), date(2025, 2, 26), "Christmas, Boxing Day and New Year's Day"),),
    notes="The guidance counts from the referral. On an open case the two differ.",
)

INITIAL_CONFERENCE = Timescale(
    id="child-protection.initial-conference-statistics",
    title="Initial conference held, as the statistics count it",
    force=Force.SHOULD,
    runs_from="the actual start of the section 47 enquiries",
    until="the initial conference is held",
    within=Dated(
        Provision(
            CENSUS_CONVENTIONS.at("section 47 actual start date to date of initial conference"),
            WorkingDays(15),
        )
    ),
    responsible="lead practitioner",
    clock="statistics",
    examples=(Example(date(2026, 3, 18), date(2026, 4, 10), "Good Friday and Easter Monday"),),
    notes="The start is the strategy discussion that started the enquiries. A conference before it "
    "is left out.",
)

SHORT_NOTICE = Definition(
    id="definition.short-notice-application",
    title="A short-notice application to court",
    force=Force.SHOULD,
    means=Dated(
        Provision(
            CENSUS_CONVENTIONS.at("pre-proceedings items"),
            "An application whose hearing is wanted within 2 to 5 days.",
        )
    ),
    notes="How data describe an application. It is no limit.",
)

PRE_PROCEEDINGS_FIELDS = Content(
    id="pre-proceedings.return",
    title="What the return asks about pre-proceedings",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            CENSUS_2026.at("module 5, N00826 to N00834"),
            (
                Heading("start", "When pre-proceedings started", "N00826"),
                Heading("letter-sent", "When the letter before proceedings was sent", "N00827"),
                Heading("family-group-offered", "Whether family group decision-making was offered", "N00828"),
                Heading("family-group-held", "Whether it was held", "N00829"),
                Heading("first-meeting", "When the first meeting was", "N00830"),
                Heading("reviews", "How many reviews there were", "N00831"),
                Heading("step-decision", "When the next step was decided", "N00832"),
                Heading("outcome", "The outcome: A, B or C", "N00833"),
                Heading("application", "When the application was made to court", "N00834"),
                Heading("letter-to-initiate", "When the letter to start care proceedings was sent"),
            ),
        )
    ),
    notes="Gathered from published validation rules. What the codes A, B and C mean is not confirmed, so they are "
    "kept as they are.",
)
