"""Keeping Children Safe in Education: allegations about staff, files that move with a child, and training.

Values are those of the 2024 edition. It was followed by one in September 2025 and one in September 2026; nobody here has read
these parts of them, so each value is carried on as not confirmed. Paragraph numbers change every September. Outside schools and colleges the same matters are settled in local procedure, often in the same words, for which
nothing national can be cited.

Not encoded: inspection, recruitment, the parts on abuse among children, and what was only proposed for the 2026 edition.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import (
    Content,
    Definition,
    Duty,
    Example,
    Force,
    Heading,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import Months, NoNumber, Weeks, WorkingDays
from alongside.guidance.sources import (
    KEEPING_CHILDREN_SAFE_2024,
    KEEPING_CHILDREN_SAFE_2025,
    KEEPING_CHILDREN_SAFE_2026,
)

T = TypeVar("T")

NOT_CONFIRMED = "inherited from 2024, not confirmed in this text"
ALLEGATIONS = "part four"
UNREAD = "Reported by one account of the 2026 edition, whose text nobody here has read."


def said(value: T, place: str, part: str = ALLEGATIONS) -> Dated[T]:
    """What the 2024 edition says at a place, carried into those after it as not confirmed."""
    later = (KEEPING_CHILDREN_SAFE_2025, KEEPING_CHILDREN_SAFE_2026)
    return Dated(
        Provision(KEEPING_CHILDREN_SAFE_2024.at(place), value),
        *(Provision(edition.at(f"{part} ({NOT_CONFIRMED})"), value) for edition in later),
    )


HARM_THRESHOLD = Definition(
    id="allegation.harm-threshold",
    title="An allegation about somebody who works in a school or college",
    force=Force.SHOULD,
    means=said(
        "The same four grounds as in Working Together: harm to a child, an offence, a risk to children, or not being "
        "suitable to work with them.",
        "part four, section one",
    ),
    notes="Worked out in position-of-trust.harm-threshold. What falls short of them is a low-level concern.",
)

OFFICER_ROLE = Definition(
    id="allegation.designated-officer-role",
    title="What the designated officer does in an allegation",
    force=Force.SHOULD,
    means=said(
        "Does not investigate, and sees that there is an investigation that fits the case.", "paragraph 376"
    ),
)

CASE_MANAGER = Definition(
    id="allegation.case-manager",
    title="Who manages an allegation in a school or college",
    force=Force.SHOULD,
    means=said(
        "The head or principal; where the allegation is about them, the chair of governors or the proprietor.",
        "paragraph 365",
    ),
)

FIRST_FACTS = Duty(
    id="allegation.first-facts",
    title="Establish the basic facts without getting in the way of the police",
    force=Force.SHOULD,
    by=("schools",),
    asks=said(
        "Before anything else the school makes basic enquiries of what the facts are, and takes care not to prejudice an "
        "investigation by the police.",
        "paragraph 369",
    ),
    trigger="an allegation",
    evidence=("a note of the first enquiries",),
)

FIRST_REVIEW = Timescale(
    id="allegation.first-review",
    title="Review an allegation for the first time",
    force=Force.SHOULD,
    runs_from="the initial assessment of the allegation",
    until="the first review has been held",
    within=said(Weeks(4), "paragraph 378"),
    responsible="the case manager",
    examples=(Example(date(2026, 11, 2), date(2026, 11, 30), "four weeks on, a Monday again"),),
    notes="Wherever possible, says the text.",
)

NEXT_REVIEW = Timescale(
    id="allegation.next-review",
    title="Review an allegation again",
    force=Force.SHOULD,
    runs_from="the last review",
    until="the next review has been held",
    within=said(Months(1), "paragraph 379"),
    responsible="the case manager",
    examples=(
        Example(date(2026, 11, 30), date(2026, 12, 30), "a month on"),
        Example(date(2027, 1, 31), date(2027, 2, 28), "the last day of a shorter month"),
    ),
    notes="Ideally every fortnight; a month is the most.",
)

SUSPENSION = Duty(
    id="allegation.suspension",
    title="Suspend only after weighing alternatives, and record why",
    force=Force.SHOULD,
    by=("schools",),
    asks=said(
        "Suspension does not follow by itself. The school weighs alternatives and records them with the reasons, and gives "
        "whoever is suspended a named person to turn to. Neither the local authority nor the police can require it.",
        "paragraphs 386-393",
    ),
    trigger="considering suspension",
    evidence=("alternatives weighed, with reasons", "the named contact"),
)

SUSPENSION_LETTER = Timescale(
    id="allegation.suspension-letter",
    title="Confirm a suspension in writing",
    force=Force.SHOULD,
    runs_from="the suspension",
    until="the person has it in writing",
    within=said(WorkingDays(1), "paragraph 392"),
    responsible="the school or college",
    examples=(
        Example(date(2026, 11, 19), date(2026, 11, 20), "Thursday, so Friday"),
        Example(date(2026, 12, 24), date(2026, 12, 29), "over Christmas, a weekend and the substitute day"),
    ),
)

OUTCOME = Pathway(
    id="allegation.outcome",
    title="How an allegation about staff ends",
    force=Force.SHOULD,
    outcomes=said(
        (
            Step(
                "substantiated",
                "Substantiated",
                ("allegation.record", "allegation.references", "allegation.barring-referral"),
                "There is enough evidence to prove it.",
            ),
            Step(
                "malicious",
                "Malicious",
                ("allegation.record-removed",),
                "There is enough evidence to disprove it, and it was meant to deceive or harm.",
            ),
            Step(
                "false", "False", ("allegation.record-removed",), "There is enough evidence to disprove it."
            ),
            Step(
                "unsubstantiated",
                "Unsubstantiated",
                ("allegation.record",),
                "There is not enough evidence either way. It says nothing about guilt or innocence.",
            ),
            Step(
                "unfounded",
                "Unfounded",
                ("allegation.record",),
                "Nothing supports it; there was no proper basis.",
            ),
        ),
        "paragraph 406",
    ),
    notes="Elsewhere than in schools and colleges, local procedure says what outcomes are called.",
)

RECORD = Content(
    id="allegation.record",
    title="What is kept on the personnel file of an allegation",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("summary", "A full and clear summary"),
            Heading("follow-up", "How it was followed up"),
            Heading("outcome", "The outcome, and what was decided and done"),
            Heading("reference", "Whether it will be told of in references"),
        ),
        "paragraphs 422-424",
    ),
)

RECORD_REMOVED = Duty(
    id="allegation.record-removed",
    title="Take a malicious or false allegation off the personnel file",
    force=Force.SHOULD,
    by=("schools",),
    asks=said(
        "What was found to be malicious or false comes off the personnel file, unless the person agrees that it stays.",
        "paragraphs 422-424",
    ),
    trigger="an allegation found malicious or false",
    evidence=("the removal, or the person's consent",),
)

RECORD_KEPT = Timescale(
    id="allegation.record-kept",
    title="Keep the record of an allegation",
    force=Force.SHOULD,
    runs_from="the allegation",
    until="the record is destroyed",
    within=said(
        NoNumber("until the person's normal pension age or, if that is longer, for 10 years"), "paragraph 424"
    ),
    responsible="the school or college",
    notes="Many local procedures ask the same of every employer, as one account reports.",
)

REFERENCES = Duty(
    id="allegation.references",
    title="Tell of an allegation in a reference only if it was substantiated",
    force=Force.SHOULD,
    by=("schools",),
    asks=said(
        "A reference speaks only of allegations that met the threshold and were substantiated.",
        "paragraph 426",
    ),
    trigger="a reference being asked for",
    evidence=("the reference given",),
)

BARRING_REFERRAL = Timescale(
    id="allegation.barring-referral",
    title="Refer somebody removed to the Disclosure and Barring Service, in schools and colleges",
    force=Force.SHOULD,
    runs_from="somebody being removed from regulated activity",
    until="the Disclosure and Barring Service has been told",
    within=said(NoNumber("as soon as possible"), "paragraph 356"),
    responsible="the school or college",
    notes="That it is done at all is law: position-of-trust.barring-referral-by-law.",
)

TEACHING_REFERRAL = Duty(
    id="allegation.teaching-referral",
    title="Consider referring a teacher to the Teaching Regulation Agency",
    force=Force.MUST,
    own_words=True,
    by=("schools",),
    asks=said(
        "Where there may have been misconduct in teaching, the school considers referring it to the Teaching Regulation "
        "Agency.",
        "paragraphs 357 and 409",
    ),
    trigger="misconduct by a teacher",
    evidence=("the decision, with reasons",),
)

SETTLEMENT = Duty(
    id="allegation.settlement",
    title="Settle no case with an agreement where there is a risk to children",
    force=Force.SHOULD,
    by=("schools",),
    asks=said(
        "No settlement agreement is used where there is a risk to children, and none keeps a case from being referred to "
        "the Disclosure and Barring Service or the Teaching Regulation Agency.",
        "paragraphs 416-421",
    ),
    trigger="somebody leaving while a case is open",
    evidence=("the referral made all the same",),
)

LOW_LEVEL = Duty(
    id="allegation.low-level-concern",
    title="Record low-level concerns, and look for patterns",
    force=Force.SHOULD,
    by=("schools",),
    asks=said(
        "Concerns about staff that fall short of the threshold are recorded in writing, and the records are looked through "
        "for patterns.",
        "paragraphs 430-452",
    ),
    trigger="a concern below the threshold",
    evidence=("the record", "the day records were last looked through"),
)

LOW_LEVEL_KEPT = Timescale(
    id="allegation.low-level-kept",
    title="Keep the record of a low-level concern",
    force=Force.MAY,
    runs_from="the record being made",
    until="the record is destroyed",
    within=said(NoNumber("at least as long as the person works there"), "paragraph 447"),
    responsible="the school or college",
    notes="Recommended, and for the school to decide.",
)

FILE_MOVED = Timescale(
    id="school.protection-file-moved",
    title="Pass on a child's protection file when the child changes school",
    force=Force.SHOULD,
    runs_from="the child leaving for another school or college; at the start of a year, the first day of term",
    until="the new school or college has the file, and has confirmed it",
    within=said(NoNumber("within 5 days (the text does not say of what kind)"), "paragraph 121", "part two"),
    responsible="the designated safeguarding lead",
    notes="Apart from the main file, and securely.",
)

POLICY_REVIEWED = Timescale(
    id="school.policy-reviewed",
    title="Review a school's child protection policy",
    force=Force.SHOULD,
    runs_from="the last review of the policy",
    until="it has been reviewed",
    within=said(Months(12), "part two", "part two"),
    responsible="the governing body or proprietor",
    examples=(Example(date(2025, 9, 1), date(2026, 9, 1), "a year on"),),
    notes="At least yearly.",
)

STAFF_UPDATED = Timescale(
    id="school.staff-updated",
    title="Bring school staff up to date on safeguarding",
    force=Force.SHOULD,
    runs_from="the last update",
    until="all staff have been brought up to date",
    within=said(Months(12), "part two", "part two"),
    responsible="the school or college",
    examples=(Example(date(2025, 9, 3), date(2026, 9, 3), "a year on"),),
    notes="At least yearly, and as needed.",
)

LEAD_TRAINED = Timescale(
    id="school.lead-trained",
    title="Train the designated safeguarding lead again",
    force=Force.SHOULD,
    runs_from="the last training",
    until="the lead, and any deputy, has been trained again",
    within=said(Months(24), "part two and annex C", "part two and annex C"),
    responsible="the school or college",
    examples=(Example(date(2024, 10, 7), date(2026, 10, 7), "two years on"),),
)

EARLY_HELP_LEAD = Duty(
    id="school.staff-lead-early-help",
    title="Let a member of staff be lead practitioner in early help",
    force=Force.MAY,
    by=("schools",),
    asks=Dated(
        Provision(
            KEEPING_CHILDREN_SAFE_2025.at("early help"),
            "Staff of a school or college may be asked to be the lead practitioner in early help.",
        ),
        Provision(
            KEEPING_CHILDREN_SAFE_2026.at("early help (inherited from 2025, not confirmed in this text)"),
            "Staff of a school or college may be asked to be the lead practitioner in early help.",
        ),
    ),
    trigger="early help for a pupil",
    evidence=("who leads, with the time and supervision for it",),
)

PART_ONE_READ = Duty(
    id="school.part-one-read",
    title="Have all staff read the whole of part one",
    force=Force.SHOULD,
    by=("schools",),
    asks=Dated(
        Provision(
            KEEPING_CHILDREN_SAFE_2026.at("part one"),
            "All staff read part one as a whole: a short overview does not stand in for it.",
        )
    ),
    evidence=("who has read it, and when",),
    notes=UNREAD,
)

CONCERN_RECORD = Content(
    id="school.concern-record",
    title="What a school records of a concern about a child",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            KEEPING_CHILDREN_SAFE_2026.at("record keeping"),
            (
                Heading("concern", "The concern"),
                Heading("action", "What was done"),
                Heading("decision", "What was decided"),
                Heading("rationale", "Why"),
                Heading("outcome", "How it ended"),
            ),
        )
    ),
    notes=UNREAD,
)
