"""Every text the rules rest on, issue by issue.

Working Together takes effect on the day it is published; a corrected re-issue is a source
of its own. Dates of uploads that no page states are those the published files carry.

Not encoded: the 2015 edition's values, but for the review clocks that old cases need (``working_together.transition``).
It is named so that a day before 4 July 2018 can be answered with the text to read.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from alongside.guidance import taking_in
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.sources import Check, Kind, Source

T = TypeVar("T")

GUIDANCE = "https://www.gov.uk/government/publications/working-together-to-safeguard-children--2"
LEGISLATION = "https://www.legislation.gov.uk/"

READ_2023 = Check(date(2026, 11, 22), against="June 2025 issue")
NOT_CONFIRMED = "inherited from 2023, not confirmed in this text"


def _working_together(edition: int, issue: str, begins: date, suffix: str) -> Source:
    return Source(
        id=f"WT{edition}-{suffix}",
        title=f"Working Together {edition}",
        edition=f"WT{edition}",
        issue=issue,
        kind=Kind.STATUTORY_GUIDANCE,
        in_force_from=begins,
        url=GUIDANCE,
    )


WT2015 = _working_together(2015, "March 2015", date(2015, 3, 26), "2015-03")
WT2018 = _working_together(2018, "July 2018", date(2018, 7, 4), "2018-07")
WT2018_AMENDED = _working_together(2018, "as amended December 2020", date(2020, 12, 9), "2020-12")
WT2023 = _working_together(2023, "December 2023", date(2023, 12, 15), "2023-12")
WT2023_CORRECTED = _working_together(2023, "February 2024 issue", date(2024, 2, 23), "2024-02")
WT2023_JUNE_2025 = _working_together(2023, "June 2025 issue", date(2025, 6, 4), "2025-06")
WT2026 = _working_together(2026, "18 March 2026", date(2026, 3, 18), "2026-03-18")
WT2026_MARCH_UPLOAD = _working_together(2026, "24 March 2026 upload", date(2026, 3, 24), "2026-03-24")
WT2026_MAY_UPLOAD = _working_together(2026, "6 May 2026 upload", date(2026, 5, 6), "2026-05-06")

ISSUES_2018 = (WT2018, WT2018_AMENDED)
ISSUES_2023 = (WT2023, WT2023_CORRECTED, WT2023_JUNE_2025)
ISSUES_2026 = (WT2026, WT2026_MARCH_UPLOAD, WT2026_MAY_UPLOAD)


def _law(id: str, title: str, begins: date | None, path: str, kind: Kind = Kind.ACT) -> Source:
    return Source(id, title, id, "", kind, begins, f"{LEGISLATION}{path}")


CHILDREN_ACT_1989 = _law("CA1989", "Children Act 1989", date(1991, 10, 14), "ukpga/1989/41")
CHILDREN_ACT_2004 = _law("CA2004", "Children Act 2004", date(2005, 3, 1), "ukpga/2004/31")
EDUCATION_ACT_1996 = _law("EA1996", "Education Act 1996", date(1996, 11, 1), "ukpga/1996/56")
HOUSING_ACT_1996 = _law("HA1996", "Housing Act 1996", date(1997, 1, 20), "ukpga/1996/52")

CHRONICALLY_SICK_AND_DISABLED_PERSONS_ACT_1970 = _law(
    "CSDPA1970", "Chronically Sick and Disabled Persons Act 1970", date(1970, 8, 29), "ukpga/1970/44"
)
CARERS_ACT_1995 = _law(
    "CRSA1995", "Carers (Recognition and Services) Act 1995", date(1996, 4, 1), "ukpga/1995/12"
)
FEMALE_GENITAL_MUTILATION_ACT_2003 = _law(
    "FGMA2003", "Female Genital Mutilation Act 2003", date(2004, 3, 3), "ukpga/2003/31"
)
MODERN_SLAVERY_ACT_2015 = _law("MSA2015", "Modern Slavery Act 2015", None, "ukpga/2015/30")
"""Its provisions begin one by one: cite each with its own day."""

CHILDRENS_WELLBEING_AND_SCHOOLS_ACT_2026 = Source(
    id="CWSA2026",
    title="Children's Wellbeing and Schools Act 2026",
    edition="CWSA2026",
    issue="",
    kind=Kind.ACT,
    in_force_from=None,
    url=f"{LEGISLATION}ukpga/2026/21",
    assent=date(2026, 4, 29),
)
"""Passed on 29 April 2026. Its provisions begin one by one: cite each with its own day."""

CARE_PLANNING_REGULATIONS_2010 = _law(
    "SI2010-959",
    "Care Planning, Placement and Case Review (England) Regulations 2010",
    date(2011, 4, 1),
    "uksi/2010/959",
    Kind.REGULATIONS,
)
PRIVATE_FOSTERING_REGULATIONS_2005 = _law(
    "SI2005-1533",
    "Children (Private Arrangements for Fostering) Regulations 2005",
    date(2005, 7, 1),
    "uksi/2005/1533",
    Kind.REGULATIONS,
)
SHORT_BREAKS_REGULATIONS_2011 = _law(
    "SI2011-707",
    "Breaks for Carers of Disabled Children Regulations 2011",
    date(2011, 4, 1),
    "uksi/2011/707",
    Kind.REGULATIONS,
)
YOUNG_CARERS_REGULATIONS_2015 = _law(
    "SI2015-527",
    "Young Carers (Needs Assessments) Regulations 2015",
    date(2015, 4, 1),
    "uksi/2015/527",
    Kind.REGULATIONS,
)
PUPIL_REGISTRATION_REGULATIONS_2006 = _law(
    "SI2006-1751",
    "Education (Pupil Registration) (England) Regulations 2006",
    date(2006, 9, 1),
    "uksi/2006/1751",
    Kind.REGULATIONS,
)
SCHOOL_ATTENDANCE_REGULATIONS_2024 = _law(
    "SI2024-208",
    "School Attendance (Pupil Registration) (England) Regulations 2024",
    date(2024, 8, 19),
    "uksi/2024/208",
    Kind.REGULATIONS,
)

UK_GDPR = _law(
    "UK-GDPR", "UK General Data Protection Regulation", date(2018, 5, 25), "eur/2016/679", Kind.REGULATIONS
)
DATA_PROTECTION_ACT_2018 = _law("DPA2018", "Data Protection Act 2018", date(2018, 5, 25), "ukpga/2018/12")

MISSING_CHILDREN_GUIDANCE_2014 = Source(
    "DFE-MISSING-2014",
    "Statutory guidance on children who run away or go missing from home or care",
    "DFE-MISSING-2014",
    "January 2014",
    Kind.STATUTORY_GUIDANCE,
    date(2014, 1, 31),
    "https://www.gov.uk/government/publications/children-who-run-away-or-go-missing-from-home-or-care",
)
ATTENDANCE_GUIDANCE_2024 = Source(
    "DFE-ATTENDANCE-2024",
    "Working together to improve school attendance",
    "DFE-ATTENDANCE-2024",
    "August 2024",
    Kind.STATUTORY_GUIDANCE,
    date(2024, 8, 19),
    "https://www.gov.uk/government/publications/working-together-to-improve-school-attendance",
)
SHARING = "https://www.gov.uk/government/publications/safeguarding-practitioners-information-sharing-advice"
SHARING_ADVICE_2018 = Source(
    "DFE-SHARING-2018",
    "Information sharing: advice for practitioners providing safeguarding services",
    "DFE-SHARING-2018",
    "July 2018",
    Kind.OTHER_GUIDANCE,
    date(2018, 7, 4),
    SHARING,
)
SHARING_ADVICE_2024 = Source(
    "DFE-SHARING-2024",
    "Information sharing: advice for practitioners providing safeguarding services",
    "DFE-SHARING-2024",
    "April 2024",
    Kind.OTHER_GUIDANCE,
    date(2024, 4, 19),
    SHARING,
)
SHARING_GUIDANCE_2026 = Source(
    "DFE-SHARING-2026",
    "Statutory guidance on the duty to share information",
    "DFE-SHARING-2026",
    "10 September 2026",
    Kind.STATUTORY_GUIDANCE,
    date(2026, 9, 30),
    SHARING,
)
"""Issued on 10 September 2026, about a duty that began on 30 September. Reported to us, not read."""

#: Sections 16E to 16K of the Children Act 2004 began with the arrangements that replaced local boards.
REQUESTS_BEGAN = date(2018, 6, 29)

PUBLIC_LAW_WORKING_GROUP_2021 = Source(
    "PLWG-2021",
    "Public Law Working Group best practice guidance",
    "PLWG-2021",
    "March 2021",
    Kind.OTHER_GUIDANCE,
    date(2021, 3, 1),
    "https://www.judiciary.uk/related-offices-and-bodies/advisory-bodies/",
)
FGM_REPORTING_2015 = Source(
    "HO-FGM-2015",
    "Mandatory reporting of female genital mutilation: procedural information",
    "HO-FGM-2015",
    "October 2015",
    Kind.OTHER_GUIDANCE,
    date(2015, 10, 31),
    "https://www.gov.uk/government/publications/mandatory-reporting-of-female-genital-mutilation-procedural-information",
)
CENSUS_2026 = Source(
    "DFE-CIN-2026",
    "Children in need census 2026 to 2027: pre-proceedings",
    "DFE-CIN-2026",
    "",
    Kind.CONVENTIONS,
    date(2026, 4, 1),
    "https://www.gov.uk/guidance/children-in-need-census",
)
CENSUS_CONVENTIONS = Source(
    "DFE-CIN",
    "Children in need census: conventions for the statistics",
    "DFE-CIN",
    "",
    Kind.CONVENTIONS,
    date(2013, 4, 1),
    "https://www.gov.uk/guidance/children-in-need-census",
)

# Texts that the introduction and chapters 1 and 2 lean on.
EQUALITY_ACT_2010 = _law("EQA2010", "Equality Act 2010", None, "ukpga/2010/15")
"""Its provisions begin one by one: cite each with its own day."""
SOCIAL_SERVICES_ACT_1970 = _law(
    "LASSA1970", "Local Authority Social Services Act 1970", date(1971, 5, 26), "ukpga/1970/42"
)
"""The day by which the whole of it was in force."""
RELEVANT_AGENCY_REGULATIONS_2018 = _law(
    "SI2018-789",
    "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018",
    date(2018, 6, 29),
    "uksi/2018/789",
    Kind.REGULATIONS,
)

# Texts that chapter 4 leans on: organisations, people in positions of trust, schools, early years, homes.
EDUCATION_ACT_2002 = _law("EA2002", "Education Act 2002", None, "ukpga/2002/32")
"""Its provisions begin one by one: cite each with its own day."""
INDEPENDENT_SCHOOL_STANDARDS_2014 = _law(
    "SI2014-3283",
    "Education (Independent School Standards) Regulations 2014",
    date(2015, 1, 5),
    "uksi/2014/3283",
    Kind.REGULATIONS,
)
NON_MAINTAINED_SPECIAL_SCHOOLS_2015 = _law(
    "SI2015-728",
    "Non-Maintained Special Schools (England) Regulations 2015",
    date(2015, 9, 1),
    "uksi/2015/728",
    Kind.REGULATIONS,
)
CHILDCARE_ACT_2006 = _law("CHA2006", "Childcare Act 2006", None, "ukpga/2006/21")
"""Its provisions begin one by one: cite each with its own day."""
EARLY_YEARS_WELFARE_REGULATIONS_2012 = _law(
    "SI2012-938",
    "Early Years Foundation Stage (Welfare Requirements) Regulations 2012",
    date(2012, 9, 1),
    "uksi/2012/938",
    Kind.REGULATIONS,
)
CHILDRENS_HOMES_REGULATIONS_2015 = _law(
    "SI2015-541",
    "Children's Homes (England) Regulations 2015",
    date(2015, 4, 1),
    "uksi/2015/541",
    Kind.REGULATIONS,
)
SAFEGUARDING_VULNERABLE_GROUPS_ACT_2006 = _law(
    "SVGA2006", "Safeguarding Vulnerable Groups Act 2006", None, "ukpga/2006/47"
)
"""Its provisions begin one by one: cite each with its own day."""
POLICE_REFORM_ACT_2011 = _law(
    "PRSRA2011", "Police Reform and Social Responsibility Act 2011", None, "ukpga/2011/13"
)
"""Its provisions begin one by one: cite each with its own day."""
DOMESTIC_ABUSE_ACT_2021 = _law("DAA2021", "Domestic Abuse Act 2021", None, "ukpga/2021/17")
"""Its provisions begin one by one: cite each with its own day."""
HOUSING_ACT_2004 = _law("HA2004", "Housing Act 2004", date(2006, 4, 6), "ukpga/2004/34")
CARE_ASSESSMENT_REGULATIONS_2014 = _law(
    "SI2014-2827",
    "Care and Support (Assessment) Regulations 2014",
    date(2015, 4, 1),
    "uksi/2014/2827",
    Kind.REGULATIONS,
)
CRIMINAL_JUSTICE_ACT_2003 = _law("CJA2003", "Criminal Justice Act 2003", None, "ukpga/2003/44")
"""Its provisions begin one by one: cite each with its own day."""
POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022 = _law(
    "PCSCA2022", "Police, Crime, Sentencing and Courts Act 2022", None, "ukpga/2022/32"
)
"""Its provisions begin one by one: cite each with its own day."""
CRIME_AND_DISORDER_ACT_1998 = _law("CDA1998", "Crime and Disorder Act 1998", None, "ukpga/1998/37")
"""Its provisions begin one by one: cite each with its own day."""
BORDERS_ACT_2009 = _law("BCIA2009", "Borders, Citizenship and Immigration Act 2009", None, "ukpga/2009/11")
"""Its provisions begin one by one: cite each with its own day."""
COURT_SERVICES_ACT_2000 = _law(
    "CJCSA2000", "Criminal Justice and Court Services Act 2000", date(2001, 4, 1), "ukpga/2000/43"
)
COUNTER_TERRORISM_ACT_2015 = _law("CTSA2015", "Counter-Terrorism and Security Act 2015", None, "ukpga/2015/6")
"""Its provisions begin one by one: cite each with its own day."""

KEEPING_CHILDREN_SAFE = "https://www.gov.uk/government/publications/keeping-children-safe-in-education--2"


def _keeping_children_safe(year: int) -> Source:
    return Source(
        f"KCSIE{year}",
        f"Keeping Children Safe in Education {year}",
        f"KCSIE{year}",
        "",
        Kind.STATUTORY_GUIDANCE,
        date(year, 9, 1),
        KEEPING_CHILDREN_SAFE,
    )


KEEPING_CHILDREN_SAFE_2024 = _keeping_children_safe(2024)
KEEPING_CHILDREN_SAFE_2025 = _keeping_children_safe(2025)
KEEPING_CHILDREN_SAFE_2026 = _keeping_children_safe(2026)

#: The national Panel, partners' reviews and child death reviews came with sections 16A to 16D, 16F and 16M to 16Q.
REVIEWS_BEGAN = date(2018, 6, 29)
#: Where a text names only its month, what it says counts from the month's last day; where a page names no day at
#: all, from the end of the month it was read in.
PAGES_READ = date(2026, 6, 30)

LOCAL_BOARD_REGULATIONS_2006 = _law(
    "SI2006-90",
    "Local Safeguarding Children Boards Regulations 2006",
    date(2006, 4, 1),
    "uksi/2006/90",
    Kind.REGULATIONS,
)
CHILDREN_AND_YOUNG_PERSONS_ACT_2008 = _law(
    "CYPA2008", "Children and Young Persons Act 2008", None, "ukpga/2008/23"
)
HEALTH_AND_CARE_ACT_2022 = _law("HCA2022", "Health and Care Act 2022", None, "ukpga/2022/31")

TRANSITIONAL_GUIDANCE_2018 = Source(
    "DFE-TRANSITION-2018", "Working Together: transitional guidance", "DFE-TRANSITION-2018", "July 2018",
    Kind.STATUTORY_GUIDANCE, date(2018, 7, 4), GUIDANCE,
)  # fmt: skip
"""How local boards made way for safeguarding partners. Reported to us, not read."""

PANEL_TITLE = "Child Safeguarding Practice Review Panel: guidance for safeguarding partners"
PANEL_PUBLICATION = (
    "https://www.gov.uk/government/publications/child-safeguarding-practice-review-panel-practice-guidance"
)


def _of_the_panel(suffix: str, title: str, issue: str, begins: date, url: str = PANEL_PUBLICATION) -> Source:
    return Source(f"PANEL-{suffix}", title, f"PANEL-{suffix}", issue, Kind.OTHER_GUIDANCE, begins, url)


PANEL_GUIDANCE_2019 = _of_the_panel(
    "2019", "Child Safeguarding Practice Review Panel: practice guidance", "April 2019", date(2019, 4, 30)
)
PANEL_RELAXATION_2020 = _of_the_panel(
    "2020", "Child Safeguarding Practice Review Panel: note on the pandemic", "March 2020", date(2020, 3, 30)
)
PANEL_GUIDANCE_2022 = _of_the_panel("2022", PANEL_TITLE, "September 2022", date(2022, 9, 30))
PANEL_GUIDANCE_2025 = _of_the_panel("2025", PANEL_TITLE, "June 2025", date(2025, 6, 30))
PANEL_QUESTIONS = _of_the_panel(
    "FAQ", "Child Safeguarding Practice Review Panel: questions and answers", "", PAGES_READ,
    "https://childsafeguarding.independent-panel.uk/about/faqs/",
)  # fmt: skip
NOTIFICATION_SERVICE = Source(
    "DFE-NOTIFY", "Report a serious child safeguarding incident", "DFE-NOTIFY", "", Kind.OTHER_GUIDANCE, PAGES_READ,
    "https://www.gov.uk/guidance/report-a-serious-child-safeguarding-incident",
)  # fmt: skip
DEVON_RAPID_REVIEWS = Source(
    "DEVON-RAPID-REVIEWS", "Devon Safeguarding Children Partnership: rapid review flow chart", "DEVON-RAPID-REVIEWS", "",
    Kind.OTHER_GUIDANCE, PAGES_READ, "https://www.devonscp.org.uk/",
)  # fmt: skip

CORNWALL_REVIEWS = Source(
    "CORNWALL-REVIEWS", "Safeguarding children partnership for Cornwall and the Isles of Scilly: safeguarding reviews",
    "CORNWALL-REVIEWS", "", Kind.OTHER_GUIDANCE, PAGES_READ,
    "https://ciossafeguarding.org.uk/scp/p/reviews/introduction-to-safeguarding-reviews",
)  # fmt: skip

CHILD_DEATH_REVIEW_GUIDANCE_2018 = Source(
    "CDR-2018", "Child death review: statutory and operational guidance", "CDR-2018", "October 2018",
    Kind.STATUTORY_GUIDANCE, date(2018, 10, 31),
    "https://www.gov.uk/government/publications/child-death-review-statutory-and-operational-guidance-england",
)  # fmt: skip
"""Not read; what is held of it was reported to us."""

CHILD_MORTALITY_DATABASE = Source(
    "NCMD", "National Child Mortality Database: notification and forms", "NCMD", "", Kind.OTHER_GUIDANCE,
    date(2019, 4, 1), "https://www.ncmd.info/notification-guidance/",
)  # fmt: skip
JOINT_AGENCY_TRAINING = Source(
    "RCEM-JAR", "Royal College of Emergency Medicine learning: the joint agency response", "RCEM-JAR", "",
    Kind.OTHER_GUIDANCE, PAGES_READ, "https://www.rcemlearning.co.uk/",
)  # fmt: skip
SURREY_CHILD_DEATHS = Source(
    "SURREY-CHILD-DEATHS", "Surrey Safeguarding Children Partnership: child deaths", "SURREY-CHILD-DEATHS", "",
    Kind.OTHER_GUIDANCE, PAGES_READ, "https://surreyscp.org.uk/professionals/child-deaths/",
)  # fmt: skip
HACKNEY_CHILD_DEATHS = Source(
    "HACKNEY-CHILD-DEATHS", "City and Hackney: child death reviews", "HACKNEY-CHILD-DEATHS", "",
    Kind.OTHER_GUIDANCE, PAGES_READ, "https://www.chscb.org.uk/child-death-reviews/",
)  # fmt: skip

# Texts beside the editions, that changes lean on.
CRIME_AND_POLICING_ACT_2026 = Source(
    "CRIME2026", "Crime and Policing Act 2026", "CRIME2026", "", Kind.ACT, None, f"{LEGISLATION}ukpga/2026/20",
    assent=date(2026, 4, 29),
)  # fmt: skip
"""Reported to us, not read. When its duty to report begins was not found."""
FAMILIES_FIRST = "https://www.gov.uk/government/publications/families-first-partnership-programme"
FAMILIES_FIRST_2025 = Source(
    "FFP-2025", "Families First Partnership programme guide", "FFP-2025", "March 2025", Kind.OTHER_GUIDANCE,
    date(2025, 3, 20), FAMILIES_FIRST,
)  # fmt: skip
FAMILIES_FIRST_2026 = Source(
    "FFP-2026", "Families First Partnership programme guide", "FFP-2026", "26 March 2026", Kind.OTHER_GUIDANCE,
    date(2026, 3, 26), FAMILIES_FIRST,
)  # fmt: skip
"""A programme that is paid for, and no law. Neither guide was read."""
PROTECTION_AUTHORITY_CONSULTATION = Source(
    "CPA-CONSULTATION", "Child Protection Authority: consultation", "CPA-CONSULTATION", "December 2025",
    Kind.OTHER_GUIDANCE, date(2025, 12, 11),
    "https://consult.education.gov.uk/child-sexual-abuseexploitation-team/child-protection-authority",
)  # fmt: skip
"""A proposal. Nothing follows from it yet."""

SOURCES: tuple[Source, ...] = (
    WT2015,
    *ISSUES_2018,
    *ISSUES_2023,
    *ISSUES_2026,
    CHILDREN_ACT_1989,
    CHILDREN_ACT_2004,
    EDUCATION_ACT_1996,
    HOUSING_ACT_1996,
    CHRONICALLY_SICK_AND_DISABLED_PERSONS_ACT_1970,
    CARERS_ACT_1995,
    FEMALE_GENITAL_MUTILATION_ACT_2003,
    MODERN_SLAVERY_ACT_2015,
    CHILDRENS_WELLBEING_AND_SCHOOLS_ACT_2026,
    CARE_PLANNING_REGULATIONS_2010,
    PRIVATE_FOSTERING_REGULATIONS_2005,
    SHORT_BREAKS_REGULATIONS_2011,
    YOUNG_CARERS_REGULATIONS_2015,
    PUPIL_REGISTRATION_REGULATIONS_2006,
    SCHOOL_ATTENDANCE_REGULATIONS_2024,
    UK_GDPR,
    DATA_PROTECTION_ACT_2018,
    MISSING_CHILDREN_GUIDANCE_2014,
    ATTENDANCE_GUIDANCE_2024,
    SHARING_ADVICE_2018,
    SHARING_ADVICE_2024,
    SHARING_GUIDANCE_2026,
    PUBLIC_LAW_WORKING_GROUP_2021,
    FGM_REPORTING_2015,
    CENSUS_2026,
    CENSUS_CONVENTIONS,
    EQUALITY_ACT_2010,
    SOCIAL_SERVICES_ACT_1970,
    RELEVANT_AGENCY_REGULATIONS_2018,
    EDUCATION_ACT_2002,
    INDEPENDENT_SCHOOL_STANDARDS_2014,
    NON_MAINTAINED_SPECIAL_SCHOOLS_2015,
    CHILDCARE_ACT_2006,
    EARLY_YEARS_WELFARE_REGULATIONS_2012,
    CHILDRENS_HOMES_REGULATIONS_2015,
    SAFEGUARDING_VULNERABLE_GROUPS_ACT_2006,
    POLICE_REFORM_ACT_2011,
    DOMESTIC_ABUSE_ACT_2021,
    HOUSING_ACT_2004,
    CARE_ASSESSMENT_REGULATIONS_2014,
    CRIMINAL_JUSTICE_ACT_2003,
    POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022,
    CRIME_AND_DISORDER_ACT_1998,
    BORDERS_ACT_2009,
    COURT_SERVICES_ACT_2000,
    COUNTER_TERRORISM_ACT_2015,
    KEEPING_CHILDREN_SAFE_2024,
    KEEPING_CHILDREN_SAFE_2025,
    KEEPING_CHILDREN_SAFE_2026,
    LOCAL_BOARD_REGULATIONS_2006,
    CHILDREN_AND_YOUNG_PERSONS_ACT_2008,
    HEALTH_AND_CARE_ACT_2022,
    TRANSITIONAL_GUIDANCE_2018,
    PANEL_GUIDANCE_2019,
    PANEL_RELAXATION_2020,
    PANEL_GUIDANCE_2022,
    PANEL_GUIDANCE_2025,
    PANEL_QUESTIONS,
    NOTIFICATION_SERVICE,
    DEVON_RAPID_REVIEWS,
    CORNWALL_REVIEWS,
    CHILD_DEATH_REVIEW_GUIDANCE_2018,
    CHILD_MORTALITY_DATABASE,
    JOINT_AGENCY_TRAINING,
    SURREY_CHILD_DEATHS,
    HACKNEY_CHILD_DEATHS,
    CRIME_AND_POLICING_ACT_2026,
    FAMILIES_FIRST_2025,
    FAMILIES_FIRST_2026,
    PROTECTION_AUTHORITY_CONSULTATION,
    *taking_in.sources(),
)


def in_2018(value: T, place: str) -> tuple[Provision[T], ...]:
    """One value, as both issues of the 2018 edition say it. Nobody has checked that text yet."""
    return tuple(Provision(issue.at(place), value) for issue in ISSUES_2018)


def in_2023(value: T, place: str, *, checked: bool = True) -> tuple[Provision[T], ...]:
    """One value, as the three issues of the 2023 edition say it, checked against the last of them."""
    check = READ_2023 if checked else None
    return tuple(Provision(issue.at(place), value, check) for issue in ISSUES_2023)


def in_2026(value: T, place: str = f"chapter 3 ({NOT_CONFIRMED})") -> tuple[Provision[T], ...]:
    """One value carried into the 2026 edition, whose text nobody here has read."""
    return tuple(Provision(issue.at(place), value) for issue in ISSUES_2026)


def across(value: T, *, wt2018: str = "", wt2023: str, checked: bool = True) -> Dated[T]:
    """One value said by several editions, each with the place that says it.

    Without ``wt2018`` the value begins with the 2023 edition. Every value is carried into
    the 2026 edition as inherited and not confirmed.
    """
    earlier = in_2018(value, f"chapter 1, {wt2018}") if wt2018 else ()
    return Dated(
        *earlier,
        *in_2023(value, wt2023, checked=checked),
        *in_2026(value),
        before=WT2015 if earlier else None,
    )


def said(value: T, *, chapter: int, wt2023: str, wt2018: str = "") -> Dated[T]:
    """A value of a chapter whose 2023 text nobody has checked again: since 2018 where ``wt2018`` names the place then.

    ``chapter`` is its number since 2023; the value is carried into 2026 as inherited and not confirmed.
    """
    earlier = in_2018(value, wt2018) if wt2018 else ()
    return Dated(
        *earlier,
        *in_2023(value, wt2023, checked=False),
        *in_2026(value, f"chapter {chapter} ({NOT_CONFIRMED})"),
        before=WT2015 if earlier else None,
    )


def said_anew(*, was: T, wt2018: str, now: T, wt2023: str, chapter: int) -> Dated[T]:
    """A value the 2023 edition changed, of a chapter nobody has checked again. ``chapter`` is its number since 2023."""
    return Dated(
        *in_2018(was, wt2018),
        *in_2023(now, wt2023, checked=False),
        *in_2026(now, f"chapter {chapter} ({NOT_CONFIRMED})"),
        before=WT2015,
    )


def changed(*, was: T, wt2018: str, now: T, wt2023: str, checked: bool = True) -> Dated[T]:
    """A value the 2023 edition changed: what 2018 said, and what has been said since."""
    return Dated(
        *in_2018(was, f"chapter 1, {wt2018}"),
        *in_2023(now, wt2023, checked=checked),
        *in_2026(now),
        before=WT2015,
    )
