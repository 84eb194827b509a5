"""What rules are about: the first word of a rule's id, with its title and the readers it concerns.

A rule that names who acts (``Duty.by``) concerns their readers instead of its subject's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from alongside.guidance.actors import (
    CHILD_DEATH,
    EARLY_YEARS,
    EVERYONE,
    HEALTH,
    LOCAL_AUTHORITY,
    OTHERS,
    PARTNERS,
    POLICE,
    PRISONS_AND_PROBATION,
    SCHOOLS,
    SCRUTINEERS,
    VOLUNTARY,
    audiences_of,
)
from alongside.guidance.kernel.rules import Duty, Rule


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject. ``also`` are words it is looked for by."""

    key: str
    title: str
    audiences: tuple[str, ...]
    also: tuple[str, ...] = ()


#: Those who work with one child's case together.
AROUND_A_CHILD = (SCHOOLS, EARLY_YEARS, HEALTH, POLICE, LOCAL_AUTHORITY, VOLUNTARY, PRISONS_AND_PROBATION)

# The introduction and the glossary.
_INTRODUCTION = (
    Subject("definition", "What words mean", EVERYONE, ("glossary", "meaning")),
    Subject(
        "guidance", "Who follows this guidance", EVERYONE, ("have regard", "statutory guidance", "comply")
    ),
)

# Chapters 1 and 2.
_PARTNERSHIP = (
    Subject("shared-responsibility", "A shared responsibility", EVERYONE, ("child-centred", "equality", "JSNA")),
    Subject("parents-and-carers", "Working with parents and carers", EVERYONE, ("families", "interpreter", "fathers")),
    Subject("expectation", "What is expected of leaders, managers and practitioners", EVERYONE, ("principles",)),
    Subject("information", "Sharing information", EVERYONE, ("consent", "data protection", "GDPR")),
    Subject("information-request", "Requests for information by partners", (*AROUND_A_CHILD, PARTNERS, OTHERS)),
    Subject("arrangements", "Local safeguarding arrangements", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE, SCHOOLS), ("MASA",)),
    Subject("lead-partners", "Lead safeguarding partners", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE), ("LSP",)),
    Subject("delegated-partners", "Delegated safeguarding partners", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE), ("DSP",)),
    Subject("partnership-chair", "The partnership chair and its support", (PARTNERS, SCRUTINEERS), ("business manager",)),
    Subject("relevant-agencies", "Relevant agencies", (PARTNERS, SCHOOLS, EARLY_YEARS, HEALTH, VOLUNTARY, PRISONS_AND_PROBATION, OTHERS)),
    Subject("education", "Education and childcare in local arrangements", (SCHOOLS, EARLY_YEARS, PARTNERS, OTHERS)),
    Subject("scrutiny", "Independent scrutiny", (SCRUTINEERS, PARTNERS)),
    Subject("funding", "Funding local arrangements", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE)),
    Subject("yearly-report", "The yearly report", (PARTNERS, SCRUTINEERS, OTHERS), ("annual report",)),
    Subject("dispute", "Disputes between partners", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE, SCRUTINEERS), ("escalation",)),
    Subject("school", "Schools in the guidance", (SCHOOLS, LOCAL_AUTHORITY), ("off roll", "attendance", "home education")),
)  # fmt: skip

# Chapter 3.
_CHILD = (
    Subject("threshold-document", "The threshold document", (*AROUND_A_CHILD, PARTNERS, SCRUTINEERS), ("levels of need", "criteria", "continuum of need")),
    Subject("early-help", "Early help", AROUND_A_CHILD),
    Subject("training", "Training", EVERYONE, ("five subjects", "induction")),
    Subject("local-protocol", "The local protocol for assessment", (*AROUND_A_CHILD, PARTNERS, SCRUTINEERS), ("assessment protocol",)),
    Subject("referral", "Referral", AROUND_A_CHILD, ("MASH", "front door")),
    Subject("assessment", "Assessment", AROUND_A_CHILD, ("section 17",)),
    Subject("authority", "Who decides", (LOCAL_AUTHORITY, POLICE, HEALTH)),
    Subject("child-in-need", "Help for a child in need", AROUND_A_CHILD, ("section 17", "CIN")),
    Subject("disabled-child", "Disabled children", (LOCAL_AUTHORITY, HEALTH, SCHOOLS), ("SEND", "short breaks")),
    Subject("young-carer", "Young carers", (LOCAL_AUTHORITY, SCHOOLS, HEALTH)),
    Subject("parent-carer", "Parent carers", (LOCAL_AUTHORITY,)),
    Subject("carer", "Other carers", (LOCAL_AUTHORITY,)),
    Subject("care", "Children in care and returning home", (LOCAL_AUTHORITY, HEALTH, SCHOOLS), ("looked after",)),
    Subject("outside-home", "Harm outside the home", AROUND_A_CHILD, ("extra-familial", "contextual safeguarding", "county lines", "exploitation")),
    Subject("trafficking", "Trafficking and modern slavery", (LOCAL_AUTHORITY, POLICE, HEALTH, OTHERS), ("NRM",)),
    Subject("fgm", "Female genital mutilation", (HEALTH, SCHOOLS, POLICE, LOCAL_AUTHORITY), ("FGM",)),
    Subject("private-fostering", "Private fostering", (LOCAL_AUTHORITY, SCHOOLS, HEALTH)),
    Subject("homelessness", "Homelessness", (LOCAL_AUTHORITY, HEALTH, PRISONS_AND_PROBATION, OTHERS), ("duty to refer",)),
    Subject("missing", "Missing children", (LOCAL_AUTHORITY, POLICE)),
    Subject("mother-and-baby-unit", "Mother and baby units in prison", (PRISONS_AND_PROBATION, LOCAL_AUTHORITY), ("MBU",)),
    Subject("prison", "Prisons", (PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Subject("custody", "Children in custody", (PRISONS_AND_PROBATION, LOCAL_AUTHORITY, POLICE)),
    Subject("emergency", "Immediate protection", (LOCAL_AUTHORITY, POLICE), ("police protection", "emergency protection order", "EPO")),
    Subject("enquiry", "Section 47 enquiries", AROUND_A_CHILD, ("section 47",)),
    Subject("child-protection", "Child protection", AROUND_A_CHILD, ("section 47", "strategy discussion", "conference", "core group", "CPP")),
    Subject("pre-proceedings", "Before care proceedings", (LOCAL_AUTHORITY,), ("public law outline", "PLO")),
    Subject("family-group", "Family group decision-making", (LOCAL_AUTHORITY,), ("FGC", "family group conference", "FGDM")),
    Subject("practice-standards", "National practice standards", AROUND_A_CHILD),
    Subject("disagreement", "Professional disagreement", AROUND_A_CHILD, ("escalation", "dispute")),
    Subject("case", "Closing a case", (LOCAL_AUTHORITY,)),
    Subject("court", "Courts", (LOCAL_AUTHORITY,)),
)  # fmt: skip

# Law about records.
_RECORDS = (
    Subject("subject-access", "Access to one's own record", EVERYONE),
    Subject("rectification", "Correcting a record", EVERYONE),
    Subject("records", "Keeping records", EVERYONE),
)

# Chapter 4.
_ORGANISATIONS: tuple[Subject, ...] = (
    Subject("section-11", "Arrangements every organisation has", EVERYONE, ("section 11", "audit", "safer recruitment", "whistleblowing")),
    Subject("position-of-trust", "People in positions of trust", EVERYONE, ("LADO", "designated officer", "allegation", "DBS", "harm threshold")),
    Subject("allegation", "Allegations about staff of schools and colleges", (SCHOOLS, LOCAL_AUTHORITY), ("LADO", "KCSIE", "suspension", "low-level concern")),
    Subject("early-years", "Early years and childcare", (EARLY_YEARS, LOCAL_AUTHORITY), ("EYFS", "nursery", "childminder")),
    Subject("health", "Health services", (HEALTH, PARTNERS), ("NHS", "designated nurse", "named doctor", "GP", "ICB")),
    Subject("policing", "Police", (POLICE, PARTNERS), ("PCC", "British Transport Police", "Operation Encompass")),
    Subject("adult-services", "Services for adults", (LOCAL_AUTHORITY, HEALTH), ("think family", "young carers")),
    Subject("housing", "Housing", (LOCAL_AUTHORITY,), ("hazards", "tenants")),
    Subject("probation", "Probation", (PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Subject("public-protection", "Multi-agency public protection", (PRISONS_AND_PROBATION, POLICE, LOCAL_AUTHORITY, HEALTH), ("MAPPA",)),
    Subject("serious-violence", "Serious violence duty", (POLICE, PRISONS_AND_PROBATION, HEALTH, LOCAL_AUTHORITY), ("knife crime",)),
    Subject("childrens-home", "Children's homes", (OTHERS, LOCAL_AUTHORITY), ("registered person", "regulation 40", "Ofsted")),
    Subject("youth-offending", "Youth offending teams", (PRISONS_AND_PROBATION, LOCAL_AUTHORITY), ("YOT", "appropriate adult")),
    Subject("immigration", "Immigration services", (OTHERS, LOCAL_AUTHORITY), ("Home Office", "section 55", "UKVI")),
    Subject("family-court", "Cafcass and children's guardians", (OTHERS, LOCAL_AUTHORITY), ("Cafcass", "guardian")),
    Subject("armed-services", "Families of the armed services", (OTHERS, LOCAL_AUTHORITY), ("Ministry of Defence", "military base")),
    Subject("radicalisation", "Prevent and Channel", EVERYONE, ("Prevent", "Channel", "extremism")),
    Subject("voluntary", "Voluntary, faith and private organisations", (VOLUNTARY, PARTNERS), ("charity", "VCSE", "trustees", "church", "mosque")),
    Subject("sport", "Sport", (VOLUNTARY, PARTNERS), ("club", "coach", "national governing body")),
)  # fmt: skip

# Chapter 5.
_LEARNING = (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE, SCHOOLS, SCRUTINEERS, OTHERS)
_INCIDENTS: tuple[Subject, ...] = (
    Subject("incident", "Serious child safeguarding incidents", _LEARNING, ("SIN", "notification", "serious harm", "care leaver")),
    Subject("rapid-review", "Rapid reviews", _LEARNING, ("first look", "15 working days")),
    Subject("local-review", "Local child safeguarding practice reviews", _LEARNING, ("LCSPR", "CSPR", "serious case review", "SCR")),
    Subject("national-review", "National child safeguarding practice reviews", _LEARNING, ("Panel", "thematic review", "CSPR")),
    Subject("transition", "From one edition and body to the next", (*_LEARNING, CHILD_DEATH), ("LSCB", "SCR", "serious case review", "CCG")),
)  # fmt: skip

# Chapter 6.
_DEATHS: tuple[Subject, ...] = (
    Subject(
        "child-death",
        "Child death reviews",
        (CHILD_DEATH, *AROUND_A_CHILD),
        ("CDOP", "joint agency response", "JAR", "SUDI", "child death overview panel", "modifiable factor"),
    ),
)

ALL = (*_INTRODUCTION, *_PARTNERSHIP, *_CHILD, *_RECORDS, *_ORGANISATIONS, *_INCIDENTS, *_DEATHS)
SUBJECTS: Mapping[str, Subject] = MappingProxyType({one.key: one for one in ALL})


def subject_of(rule: Rule) -> Subject:
    """What a rule is about. Raises KeyError for a rule whose id begins with no known subject."""
    return SUBJECTS[rule.id.partition(".")[0]]


def audiences_for(rule: Rule) -> tuple[str, ...]:
    """The readers a rule concerns: of those who act, where it names them, and otherwise of its subject."""
    return audiences_of(rule.by) if isinstance(rule, Duty) else subject_of(rule).audiences
