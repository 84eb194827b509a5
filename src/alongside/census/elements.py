"""The layout of the children in need census: its groups and elements, in the order of the return.

One table drives the reader and the writer. ``fills`` names the field of our own record
(``records.py``) an element's value goes into. ``least`` and ``most`` count how often a thing may
stand in its group (``most`` None: any number); ``first`` and ``last`` are the collection years that
have it (None: still there). A year is the one in which a collection ends.

Contains public sector information licensed under the Open Government Licence v3.0.
Origin: Department for Education, children in need census specifications, collections ending 2017
to 2026, and the draft of the pre-proceedings module for 2027.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from . import codes
from .codes import CodeSet

#: The collections whose layout this reader knows.
FIRST_YEAR, LAST_YEAR = 2017, 2026


class Format(Enum):
    """How a value is written. The words are shown to people whose value did not fit."""

    DATE = "a date, year-month-day, such as 2026-03-31"
    MOMENT = "a date and time, such as 2026-05-01T09:00:00"
    YEAR = "a year of four digits"
    CODE = "one of the codes of its code set"
    FLAG = "1 or true for yes, 0 or false for no"
    COUNT = "a whole number, 0 or more"
    AUTHORITY = "three digits"
    SERIAL = "three or more digits"
    UPN = "13 characters: a letter, eleven digits, and a digit or a letter"
    CHILD_ID = "up to 20 letters and digits"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Element:
    """One element that holds a value. ``number`` is the Department's own number for it."""

    tag: str
    number: str
    format: Format
    fills: str
    says: str
    least: int = 0
    most: int | None = 1
    codes: CodeSet | None = None
    first: int = FIRST_YEAR
    last: int | None = None
    always: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """One element that holds others. A ``wrapper`` only gathers the values of one element."""

    tag: str
    fills: str
    says: str
    holds: tuple[Element | Group, ...]
    least: int = 0
    most: int | None = 1
    first: int = FIRST_YEAR
    last: int | None = None
    wrapper: bool = False

    def in_year(self, year: int) -> tuple[Element | Group, ...]:
        """What this group holds in the collection that ends in ``year``, in the order required."""
        return tuple(each for each in self.holds if each.first <= year and (each.last or year) >= year)


D, C = Format.DATE, Format.CODE

COLLECTION_DETAILS = Group(
    "CollectionDetails",
    "collection",
    "Which collection this is",
    (
        Element("Collection", "N00600", Format.TEXT, "collection", "The collection's name", 1, always="CIN"),
        Element("Year", "N00602", Format.YEAR, "year", "The year in which the period ends", 1),
        Element("ReferenceDate", "N00603", D, "reference_date", "31 March of that year", 1),
    ),
    least=1,
)

SOURCE = Group(
    "Source",
    "source",
    "Who sent it",
    (
        Element("SourceLevel", "N00604", Format.TEXT, "level", "L, for local authority", 1, always="L"),
        Element("LEA", "N00216", Format.AUTHORITY, "authority", "The local authority's code", 1),
        Element("SoftwareCode", "N00605", Format.TEXT, "software", "The system it was made with"),
        Element("Release", "N00607", Format.TEXT, "release", "That system's version"),
        Element("SerialNo", "N00606", Format.SERIAL, "serial", "Raised by one for each resubmission"),
        Element("DateTime", "N00609", Format.MOMENT, "made_at", "When the file was made"),
    ),
    least=1,
)

#: Held nothing about children. Present in collections to 2021; read past.
CONTENT = Group("Content", "content", "What the file covers", (), last=2021)

HEADER = Group("Header", "header", "About the return", (COLLECTION_DETAILS, SOURCE, CONTENT), least=1)

IDENTIFIERS = Group(
    "ChildIdentifiers",
    "identifiers",
    "Who the child is",
    (
        Element(
            "LAchildID", "N00097", Format.CHILD_ID, "child_id", "The authority's number for the child", 1
        ),
        Element("UPN", "N00001", Format.UPN, "upn", "Unique pupil number"),
        Element("FormerUPN", "N00002", Format.UPN, "former_upn", "An earlier unique pupil number"),
        Element("UPNunknown", "N00135", C, "upn_unknown", "Why there is none", codes=codes.UPN_UNKNOWN),
        Element("PersonBirthDate", "N00066", D, "born_on", "Date of birth"),
        Element("ExpectedPersonBirthDate", "N00098", D, "expected_on", "Expected date of birth"),
        Element("GenderCurrent", "N00065", C, "sex", "Gender", 1, codes=codes.GENDER_CURRENT, last=2024),
        Element("Sex", "N00783", C, "sex", "Sex", 1, codes=codes.SEX, first=2025),
        Element("PersonDeathDate", "N00108", D, "died_on", "Date of death"),
    ),
    least=1,
)

CHARACTERISTICS = Group(
    "ChildCharacteristics",
    "characteristics",
    "Ethnicity and disability",
    (
        Element("Ethnicity", "N00177", C, "ethnicity", "Ethnicity", 1, codes=codes.ETHNICITY),
        Group(
            "Disabilities",
            "disabilities",
            "The child's disabilities, or that there are none",
            (Element("Disability", "N00099", C, "disabilities", "Disability", 1, None, codes.DISABILITY),),
            wrapper=True,
        ),
    ),
    least=1,
)

ASSESSMENT = Group(
    "Assessments",
    "assessments",
    "One assessment",
    (
        Element("AssessmentActualStartDate", "N00159", D, "started_on", "The day it began", 1),
        Element(
            "AssessmentInternalReviewDate", "N00161", D, "review_on", "A review point set by the manager"
        ),
        Element("AssessmentAuthorisationDate", "N00160", D, "authorised_on", "The day it was complete"),
        Group(
            "FactorsIdentifiedAtAssessment",
            "factors",
            "What a completed assessment found",
            (
                Element(
                    "AssessmentFactors", "N00181", C, "factors", "Factor", 1, None, codes.ASSESSMENT_FACTOR
                ),
            ),
            wrapper=True,
        ),
    ),
    most=None,
)

CHILD_IN_NEED_PLAN = Group(
    "CINPlanDates",
    "child_in_need_plans",
    "One child in need plan",
    (
        Element("CINPlanStartDate", "N00689", D, "started_on", "The day it began", 1, first=2022),
        Element("CINPlanEndDate", "N00690", D, "ended_on", "The day it ended", first=2022),
    ),
    most=None,
    first=2022,
)

SECTION_47 = Group(
    "Section47",
    "enquiries",
    "One section 47 enquiry",
    (
        Element("S47ActualStartDate", "N00148", D, "started_on", "The strategy discussion that began it", 1),
        Element("InitialCPCtarget", "N00109", D, "conference_target_on", "15 working days after that"),
        Element("DateOfInitialCPC", "N00110", D, "conference_on", "The initial conference"),
        Element(
            "ICPCnotRequired",
            "N00111",
            Format.FLAG,
            "conference_not_required",
            "Whether no conference is needed",
            1,
            codes=codes.FLAG,
        ),
    ),
    most=None,
)

CHILD_PROTECTION_PLAN = Group(
    "ChildProtectionPlans",
    "child_protection_plans",
    "One child protection plan",
    (
        Element("CPPstartDate", "N00105", D, "started_on", "The day it began", 1),
        Element("CPPendDate", "N00115", D, "ended_on", "The day it ended"),
        Element(
            "InitialCategoryOfAbuse",
            "N00113",
            C,
            "initial_category",
            "Category at the start",
            1,
            codes=codes.CATEGORY_OF_ABUSE,
        ),
        Element(
            "LatestCategoryOfAbuse",
            "N00114",
            C,
            "latest_category",
            "Category now, or at the end",
            1,
            codes=codes.CATEGORY_OF_ABUSE,
        ),
        Element(
            "NumberOfPreviousCPP", "N00106", Format.COUNT, "previous_plans", "Earlier plans, anywhere", 1
        ),
        Group(
            "Reviews",
            "reviews",
            "Review conferences",
            (Element("CPPreviewDate", "N00116", D, "reviews", "A review conference", 1, None),),
            wrapper=True,
        ),
    ),
    most=None,
)

#: Planned for the collection ending 2027. No file that can be read has it yet.
PRE_PROCEEDINGS = Group(
    "PreProceedingsandFGDM",
    "pre_proceedings",
    "Pre-proceedings and family group decision-making",
    tuple(
        Element(tag, number, form, fills, says, codes=code_set, first=2027)
        for tag, number, form, fills, says, code_set in (
            ("PPStartDate", "N00826", D, "started_on", "The meeting that decided to start", None),
            ("LBPSentDate", "N00827", D, "letter_sent_on", "Letter before proceedings sent", None),
            (
                "FGDMMeetingOffer",
                "N00828",
                Format.FLAG,
                "meeting_offered",
                "Meeting offered in it",
                codes.FLAG,
            ),
            ("FGDMMeetingFac", "N00829", Format.FLAG, "meeting_held", "Meeting facilitated", codes.FLAG),
            ("InitialPPMeetingDate", "N00830", D, "first_meeting_on", "First effective meeting", None),
            ("ReviewMeetingsCount", "N00831", Format.COUNT, "review_meetings", "Review meetings since", None),
            ("StepDecisionDate", "N00832", D, "decided_on", "Decision to step up or down", None),
            ("PPOutcome", "N00833", C, "outcome", "Outcome", codes.PRE_PROCEEDINGS_OUTCOME),
            ("CourtAppDate", "N00834", D, "applied_on", "Application to court", None),
            ("LetterInitCPDate", "N00835", D, "proceedings_letter_on", "Letter that proceedings start", None),
        )
    ),
    most=None,
    first=2027,
)

EPISODE = Group(
    "CINdetails",
    "episodes",
    "One episode, from referral to closure",
    (
        Element("CINreferralDate", "N00100", D, "referred_on", "The day the referral was received", 1),
        Element("ReferralSource", "N00152", C, "source", "Who referred", 1, codes=codes.REFERRAL_SOURCE),
        Element("PrimaryNeedCode", "N00101", C, "primary_need", "Main need", codes=codes.PRIMARY_NEED),
        Element("CINclosureDate", "N00102", D, "closed_on", "The day it closed"),
        Element("ReasonForClosure", "N00103", C, "closure_reason", "Why", codes=codes.CLOSURE_REASON),
        Element(
            "DateOfInitialCPC", "N00110", D, "conference_on", "A conference with no enquiry in the episode"
        ),
        ASSESSMENT,
        CHILD_IN_NEED_PLAN,
        SECTION_47,
        Element(
            "ReferralNFA",
            "N00112",
            Format.FLAG,
            "no_further_action",
            "Whether the referral led to nothing more",
            1,
            codes=codes.FLAG,
        ),
        CHILD_PROTECTION_PLAN,
        PRE_PROCEEDINGS,
    ),
    least=1,
    most=None,
)

CHILD = Group("Child", "child", "One child", (IDENTIFIERS, CHARACTERISTICS, EPISODE), least=1, most=None)

CHILDREN = Group("Children", "children", "Every child in scope", (CHILD,), least=1)

MESSAGE = Group("Message", "message", "The return", (HEADER, CHILDREN), least=1)


def walk(group: Group = MESSAGE, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Element]]:
    """Every element with the tags of the groups it stands in, outermost first, in the return's order."""
    path = (*above, group.tag)
    for each in group.holds:
        if isinstance(each, Group):
            yield from walk(each, path)
        else:
            yield path, each
