"""Who the texts speak to: bodies and people in their own words, and the readers a briefing is made for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Audience:
    """Readers who want what concerns them. ``also`` are words they are looked for by."""

    key: str
    title: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A body or a person the texts ask something of. ``audiences`` are the readers it belongs to."""

    key: str
    title: str
    audiences: tuple[str, ...]


SCHOOLS = "schools"
EARLY_YEARS = "early-years"
HEALTH = "health"
POLICE = "police"
LOCAL_AUTHORITY = "local-authority"
VOLUNTARY = "voluntary-faith-sport"
PRISONS_AND_PROBATION = "prisons-probation"
PARTNERS = "safeguarding-partners"
SCRUTINEERS = "scrutineers"
CHILD_DEATH = "child-death-review"
OTHERS = "other-bodies"

_AUDIENCES = (
    Audience(SCHOOLS, "Schools and colleges", ("head teacher", "designated safeguarding lead", "DSL", "governors", "education")),
    Audience(EARLY_YEARS, "Early years and childcare", ("nursery", "childminder", "EYFS")),
    Audience(HEALTH, "Health services", ("NHS", "integrated care board", "ICB", "GP", "midwife", "health visitor")),
    Audience(POLICE, "Police", ("constabulary", "police and crime commissioner", "PCC", "British Transport Police")),
    Audience(LOCAL_AUTHORITY, "Local authority", ("council", "children's social care", "LADO", "housing", "adult social care")),
    Audience(VOLUNTARY, "Voluntary, faith, sport and private organisations", ("charity", "VCSE", "church", "mosque", "club", "trustees")),
    Audience(PRISONS_AND_PROBATION, "Prisons, probation and youth justice", ("MAPPA", "young offender institution", "YOT", "secure estate")),
    Audience(PARTNERS, "Safeguarding partnership", ("lead safeguarding partner", "delegated safeguarding partner", "business manager", "chair")),
    Audience(SCRUTINEERS, "Independent scrutineer", ("scrutiny", "auditor")),
    Audience(CHILD_DEATH, "Child death review", ("CDOP", "child death overview panel", "designated doctor for child deaths")),
    Audience(OTHERS, "Other and national bodies", ("Cafcass", "Ofsted", "Home Office", "national Panel", "armed services", "children's homes")),
)  # fmt: skip
AUDIENCES: Mapping[str, Audience] = MappingProxyType({one.key: one for one in _AUDIENCES})
EVERYONE = tuple(AUDIENCES)

_AGENCIES = (SCHOOLS, EARLY_YEARS, HEALTH, POLICE, LOCAL_AUTHORITY, VOLUNTARY, PRISONS_AND_PROBATION, OTHERS)

_ACTORS = (
    Actor("anyone", "every organisation and practitioner", EVERYONE),
    Actor("practitioners", "practitioners who work with children or families", _AGENCIES),
    Actor("leaders", "strategic leaders", (*_AGENCIES, PARTNERS)),
    Actor("managers", "senior and middle managers", (*_AGENCIES, PARTNERS)),
    Actor("employers", "employers and organisations whose people work with children", _AGENCIES),
    Actor("section-11-bodies", "bodies under section 11 of the Children Act 2004", (HEALTH, POLICE, LOCAL_AUTHORITY, PRISONS_AND_PROBATION)),
    Actor("public-authorities", "public authorities", _AGENCIES),
    Actor("safeguarding-partners", "the three safeguarding partners", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE)),
    Actor("lead-safeguarding-partners", "lead safeguarding partners", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE)),
    Actor("delegated-safeguarding-partners", "delegated safeguarding partners", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE)),
    Actor("partnership-chair", "the partnership chair", (PARTNERS,)),
    Actor("business-managers", "the partnership's business managers", (PARTNERS,)),
    Actor("scrutineers", "independent scrutineers", (SCRUTINEERS, PARTNERS)),
    Actor("relevant-agencies", "relevant agencies", (SCHOOLS, EARLY_YEARS, HEALTH, VOLUNTARY, PRISONS_AND_PROBATION, OTHERS)),
    Actor("education", "education and childcare providers", (SCHOOLS, EARLY_YEARS)),
    Actor("schools", "schools and colleges", (SCHOOLS,)),
    Actor("governing-bodies", "governing bodies and proprietors", (SCHOOLS,)),
    Actor("early-years", "early years providers", (EARLY_YEARS,)),
    Actor("local-authority", "the local authority", (LOCAL_AUTHORITY,)),
    Actor("childrens-social-care", "children's social care", (LOCAL_AUTHORITY,)),
    Actor("adult-services", "adult social care and other adult services", (LOCAL_AUTHORITY, HEALTH)),
    Actor("housing", "housing and homelessness services", (LOCAL_AUTHORITY,)),
    Actor("public-health", "the director of public health", (LOCAL_AUTHORITY, HEALTH)),
    Actor("designated-officer", "the local authority designated officer", (LOCAL_AUTHORITY,)),
    Actor("nhs-england", "NHS England", (HEALTH,)),
    Actor("integrated-care-boards", "integrated care boards", (HEALTH, PARTNERS)),
    Actor("health-commissioners", "those who commission health services", (HEALTH,)),
    Actor("health-providers", "providers of NHS-funded care", (HEALTH,)),
    Actor("health-staff", "all health staff, in services for adults too", (HEALTH,)),
    Actor("gp-practices", "GP practices", (HEALTH,)),
    Actor("police", "the police", (POLICE,)),
    Actor("police-and-crime-commissioner", "the police and crime commissioner", (POLICE,)),
    Actor("british-transport-police", "British Transport Police", (POLICE,)),
    Actor("prisons", "prisons and their governors", (PRISONS_AND_PROBATION,)),
    Actor("probation", "the Probation Service", (PRISONS_AND_PROBATION,)),
    Actor("youth-offending-teams", "youth offending teams", (PRISONS_AND_PROBATION, LOCAL_AUTHORITY)),
    Actor("secure-estate", "secure establishments for children", (PRISONS_AND_PROBATION,)),
    Actor("mappa", "those who take part in multi-agency public protection arrangements", (PRISONS_AND_PROBATION, POLICE, LOCAL_AUTHORITY, HEALTH)),
    Actor("serious-violence-bodies", "bodies under the serious violence duty", (POLICE, PRISONS_AND_PROBATION, HEALTH, LOCAL_AUTHORITY)),
    Actor("channel", "those who take part in Channel", (LOCAL_AUTHORITY, POLICE, SCHOOLS, HEALTH, PRISONS_AND_PROBATION)),
    Actor("voluntary", "voluntary, charity, faith and private organisations", (VOLUNTARY,)),
    Actor("trustees", "charity trustees", (VOLUNTARY,)),
    Actor("sport", "sport clubs and organisations", (VOLUNTARY,)),
    Actor("childrens-homes", "children's homes", (OTHERS,)),
    Actor("cafcass", "Cafcass", (OTHERS,)),
    Actor("homelessness-referrers", "public authorities with the duty to refer", (LOCAL_AUTHORITY, HEALTH, PRISONS_AND_PROBATION, OTHERS)),
    Actor("named-practitioners", "named practitioners of health providers", (HEALTH,)),
    Actor("custody-commissioners", "those who commission health care in police custody", (POLICE, HEALTH)),
    Actor("prevent-authorities", "authorities under the Prevent duty", (LOCAL_AUTHORITY, SCHOOLS, EARLY_YEARS, HEALTH, POLICE, PRISONS_AND_PROBATION)),
    Actor("voluntary-staff", "staff and volunteers of voluntary, faith and private organisations", (VOLUNTARY,)),
    Actor("sport-governing-bodies", "national governing bodies of sport that are given public money", (VOLUNTARY,)),
    Actor("home-office", "the Home Office's immigration services", (OTHERS,)),
    Actor("armed-services", "the armed services", (OTHERS,)),
    Actor("panel", "the national Child Safeguarding Practice Review Panel", (OTHERS,)),
    Actor("secretary-of-state", "the Secretary of State", (OTHERS,)),
    Actor("inspectorates", "inspectorates", (OTHERS,)),
    Actor("reviewers", "those who lead a review", (PARTNERS, SCRUTINEERS)),
    Actor("child-death-review-partners", "child death review partners", (CHILD_DEATH, LOCAL_AUTHORITY, HEALTH)),
    Actor("child-death-overview-panel", "the child death overview panel", (CHILD_DEATH,)),
    Actor("designated-doctor", "the designated doctor for child deaths", (CHILD_DEATH, HEALTH)),
    Actor("coroner", "the coroner", (CHILD_DEATH, OTHERS)),
    Actor("registrar", "registrars of births and deaths", (CHILD_DEATH, OTHERS)),
    Actor("medical-examiner", "the medical examiner", (CHILD_DEATH, HEALTH)),
    Actor("child-death-practitioners", "practitioners where a child died", (CHILD_DEATH, HEALTH, POLICE, LOCAL_AUTHORITY)),
    Actor("local-boards", "local safeguarding children boards, until partners took their place", (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE)),
)  # fmt: skip
ACTORS: Mapping[str, Actor] = MappingProxyType({one.key: one for one in _ACTORS})


def audiences_of(actors: tuple[str, ...]) -> tuple[str, ...]:
    """The readers these actors belong to, in the order of ``AUDIENCES``. Raises KeyError for an unknown actor."""
    named = {key for actor in actors for key in ACTORS[actor].audiences}
    return tuple(key for key in AUDIENCES if key in named)
