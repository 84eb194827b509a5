"""The code sets of the children in need census, with the collection years they belong to.

A year is the one in which a collection ends: 2026 is the collection of 1 April 2025 to
31 March 2026. ``first`` and ``last`` say which collections accept a code; the years before 2017
are not covered. Labels are in our own words.

Contains public sector information licensed under the Open Government Licence v3.0.
Origin: Department for Education, children in need census code sets, collections ending 2017 to
2026 (and, for the pre-proceedings outcome, the draft for 2027).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Code:
    """One permitted value. ``first`` and ``last`` are collection years, both included."""

    code: str
    label: str
    first: int = 2017
    last: int | None = None
    note: str = ""

    def valid_in(self, year: int) -> bool:
        """Whether the collection that ends in ``year`` accepts this code."""
        return self.first <= year and (self.last is None or year <= self.last)


@dataclass(frozen=True)
class CodeSet:
    """The permitted values of one or more elements."""

    name: str
    codes: tuple[Code, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Code]:
        """Every code the set has ever held, by its written form."""
        return {each.code: each for each in self.codes}

    def valid_in(self, year: int) -> tuple[Code, ...]:
        """The codes the collection that ends in ``year`` accepts, in the set's own order."""
        return tuple(each for each in self.codes if each.valid_in(year))

    def label(self, code: str) -> str:
        """What ``code`` means. Raises KeyError for a code the set never held."""
        return self.by_code[code].label


_NEEDS_CHECKING = "not evidenced in the material these tables were made from"

FLAG = CodeSet("Flag", (Code("0", "No"), Code("1", "Yes")))

UPN_UNKNOWN = CodeSet(
    "UPNunknown",
    (
        Code("UN1", "Below school age, and no number given out yet"),
        Code("UN2", "Has never been to a maintained school in England"),
        Code("UN3", "Educated outside England"),
        Code("UN4", "Newly in need, from a week before the collection period ends; number not known yet"),
        Code("UN5", "Sources disagree on the child's name or birth date, so the number cannot be matched"),
        Code("UN6", "Unborn child", note=_NEEDS_CHECKING),
        Code("UN7", "Referral that led to no further action"),
    ),
)

GENDER_CURRENT = CodeSet(
    "GenderCurrent",
    (
        Code("1", "Male", last=2024),
        Code("2", "Female", last=2024),
        Code("0", "Not recorded, or unborn", last=2024),
        Code("9", "Indeterminate", last=2024),
    ),
)

SEX = CodeSet(
    "Sex",
    (Code("M", "Male", 2025), Code("F", "Female", 2025), Code("U", "Unknown, or unborn", 2025)),
)

ETHNICITY = CodeSet(
    "Ethnicity",
    (
        Code("WBRI", "White British"),
        Code("WIRI", "White Irish"),
        Code("WIRT", "Traveller of Irish heritage"),
        Code("WOTH", "Any other White background"),
        Code("WROM", "Gypsy or Roma"),
        Code("MWBC", "White and Black Caribbean"),
        Code("MWBA", "White and Black African"),
        Code("MWAS", "White and Asian"),
        Code("MOTH", "Any other mixed background"),
        Code("AIND", "Indian"),
        Code("APKN", "Pakistani"),
        Code("ABAN", "Bangladeshi"),
        Code("AOTH", "Any other Asian background"),
        Code("BCRB", "Caribbean"),
        Code("BAFR", "African"),
        Code("BOTH", "Any other Black background"),
        Code("CHNE", "Chinese"),
        Code("OOTH", "Any other ethnic group"),
        Code("REFU", "Refused"),
        Code("NOBT", "Not obtained yet"),
    ),
)

DISABILITY = CodeSet(
    "Disability",
    (
        Code("NONE", "No disability"),
        Code("MOB", "Mobility"),
        Code("HAND", "Hand function"),
        Code("PC", "Personal care"),
        Code("INC", "Incontinence"),
        Code("COMM", "Communication"),
        Code("LD", "Learning"),
        Code("HEAR", "Hearing"),
        Code("VIS", "Vision"),
        Code("BEH", "Behaviour"),
        Code("CON", "Consciousness"),
        Code("AUT", "Autism"),
        Code("DDA", "Another disability"),
    ),
)

REFERRAL_SOURCE = CodeSet(
    "ReferralSource",
    (
        Code("1A", "A family member, relative or carer"),
        Code("1B", "An acquaintance, neighbour or childminder"),
        Code("1C", "The child, or the person referring themselves"),
        Code("1D", "Another individual"),
        Code("2A", "A school"),
        Code("2B", "An education service"),
        Code("3A", "A general practitioner"),
        Code("3B", "A health visitor"),
        Code("3C", "A school nurse"),
        Code("3D", "Another primary health service"),
        Code("3E", "An accident and emergency department"),
        Code("3F", "Another health service"),
        Code("4", "A housing authority or association"),
        Code("5A", "Social care in the local authority, such as adult social care"),
        Code("5B", "Another department of the local authority"),
        Code("5C", "Another local authority"),
        Code("5D", "Early help in the local authority", 2023),
        Code("6", "The police"),
        Code("7", "Another legal agency, such as a court, probation, immigration, Cafcass or a prison"),
        Code("8", "Another body, such as a children's centre or a voluntary organisation"),
        Code("9", "Anonymous"),
        Code("10", "Not known"),
    ),
)

PRIMARY_NEED = CodeSet(
    "PrimaryNeedCode",
    (
        Code("N1", "Abuse, neglect or exploitation", note="'Abuse or neglect' in collections to 2025"),
        Code("N2", "The child's disability"),
        Code("N3", "A parent's disability or illness"),
        Code("N4", "Family in acute stress"),
        Code("N5", "Family dysfunction"),
        Code("N6", "Socially unacceptable behaviour"),
        Code("N7", "Low income"),
        Code("N8", "Absent parenting"),
        Code("N9", "Cases other than children in need"),
        Code("N0", "Not stated"),
    ),
)

CLOSURE_REASON = CodeSet(
    "ReasonForClosure",
    (
        Code("RC1", "Adopted"),
        Code("RC2", "Died"),
        Code("RC3", "Child arrangements order"),
        Code("RC4", "Special guardianship order"),
        Code("RC5", "Services taken over by another local authority"),
        Code("RC6", "Services taken over by adult social care"),
        Code("RC7", "Services ended for another reason, including no longer in need"),
        Code("RC8", "Closed after assessment, with no further action"),
        Code("RC9", "Closed after assessment, and passed to early help", 2023),
    ),
)

CATEGORY_OF_ABUSE = CodeSet(
    "CategoryOfAbuse",
    (
        Code("NEG", "Neglect"),
        Code("PHY", "Physical abuse"),
        Code("SAB", "Sexual abuse"),
        Code("EMO", "Emotional abuse"),
        Code("MUL", "More than one category (not recommended)"),
    ),
)

_WITHDRAWN = "withdrawn in favour of the B and C codes from 2021; files still carry it"

ASSESSMENT_FACTOR = CodeSet(
    "AssessmentFactors",
    (
        Code("1A", "Alcohol: the child"),
        Code("1B", "Alcohol: a parent or carer"),
        Code("1C", "Alcohol: someone else in the household"),
        Code("2A", "Drugs: the child"),
        Code("2B", "Drugs: a parent or carer"),
        Code("2C", "Drugs: someone else in the household"),
        Code("3A", "Domestic abuse: the child"),
        Code("3B", "Domestic abuse: a parent or carer"),
        Code("3C", "Domestic abuse: someone else in the household"),
        Code("4A", "Mental health: the child"),
        Code("4B", "Mental health: a parent or carer"),
        Code("4C", "Mental health: someone else in the household"),
        Code("5A", "Learning disability: the child"),
        Code("5B", "Learning disability: a parent or carer"),
        Code("5C", "Learning disability: someone else in the household"),
        Code("6A", "Physical disability or illness: the child"),
        Code("6B", "Physical disability or illness: a parent or carer"),
        Code("6C", "Physical disability or illness: someone else in the household"),
        Code("7A", "Young carer"),
        Code("8B", "Privately fostered: from overseas, expected to return"),
        Code("8C", "Privately fostered: from overseas, expected to stay"),
        Code("8D", "Privately fostered: in an educational placement in the United Kingdom"),
        Code("8E", "Privately fostered: alternative family arrangement in the United Kingdom"),
        Code("8F", "Privately fostered: another arrangement"),
        Code("9A", "Unaccompanied asylum-seeking child"),
        Code("10A", "Going or being missing"),
        Code("11A", "Child sexual exploitation"),
        Code("12A", "Trafficking"),
        Code("13A", "Gangs"),
        Code("14A", "Socially unacceptable behaviour"),
        Code("15A", "Self-harm"),
        Code("16A", "Neglect"),
        Code("17A", "Emotional abuse"),
        Code("18A", "Physical abuse, by whom not said", note=_WITHDRAWN),
        Code("18B", "Physical abuse by another child", 2021),
        Code("18C", "Physical abuse by an adult", 2021),
        Code("19A", "Sexual abuse, by whom not said", note=_WITHDRAWN),
        Code("19B", "Sexual abuse by another child", 2021),
        Code("19C", "Sexual abuse by an adult", 2021),
        Code("20", "Another factor"),
        Code("21", "No factor found, and no further action"),
        Code("22A", "Female genital mutilation"),
        Code("23A", "Abuse linked to faith or belief"),
        Code("24A", "Child criminal exploitation", 2022),
    ),
)

PRE_PROCEEDINGS_OUTCOME = CodeSet(
    "PPOutcome",
    (
        Code("A", "Outcome A", 2027, note=_NEEDS_CHECKING),
        Code("B", "Outcome B", 2027, note=_NEEDS_CHECKING),
        Code("C", "Outcome C", 2027, note=_NEEDS_CHECKING),
    ),
)

CODE_SETS: Mapping[str, CodeSet] = {
    each.name: each
    for each in (
        FLAG,
        UPN_UNKNOWN,
        GENDER_CURRENT,
        SEX,
        ETHNICITY,
        DISABILITY,
        REFERRAL_SOURCE,
        PRIMARY_NEED,
        CLOSURE_REASON,
        CATEGORY_OF_ABUSE,
        ASSESSMENT_FACTOR,
        PRE_PROCEEDINGS_OUTCOME,
    )
}
