"""What the factual update of December 2020 changed of the 2018 edition. Told from accounts of it: it was not read."""

from __future__ import annotations

from functools import partial

from alongside.guidance import sources
from alongside.guidance.actors import (
    EARLY_YEARS,
    EVERYONE,
    HEALTH,
    LOCAL_AUTHORITY,
    PARTNERS,
    POLICE,
    SCHOOLS,
)
from alongside.guidance.kernel.changes import Change, Nature, Sureness, Unknown

_change = partial(Change, before="WT2018", after="WT2018-2020-12", nature=Nature.FACTUAL)
_at = sources.WT2018_AMENDED.at

CHANGES = (
    _change(
        id="to-2020.mental-and-physical",
        rules=("definition.safeguarding",),
        chapter=0,
        subject="definition",
        title="Mental and physical health in the meaning of safeguarding",
        was="Impairment of health or development.",
        now="Impairment of mental and physical health or development.",
        means="Mental health is named, and was meant before.",
        audiences=EVERYONE,
        sure=Sureness.REPORTED,
        cites=(_at("introduction"),),
    ),
    _change(
        id="to-2020.sharing",
        chapter=1,
        subject="information",
        title="Consent is not needed where another basis fits",
        was="Wording that left consent in the foreground.",
        now="Another lawful basis will often fit better than consent, and references follow data protection law.",
        means="Forms that wait for consent were already out of date then.",
        audiences=EVERYONE,
        sure=Sureness.AGREED,
        cites=(_at("chapter 1"),),
        rules=("information.lawful-basis",),
        actions=("all.sharing",),
    ),
    _change(
        id="to-2020.domestic-abuse",
        chapter=1,
        subject="definition",
        title="Domestic abuse, with control and coercion",
        was="The older wording.",
        now="A newer meaning and firmer words on controlling or coercive behaviour, ahead of the Act of 2021.",
        means="Look for a pattern, not only for incidents.",
        audiences=EVERYONE,
        sure=Sureness.AGREED,
        cites=(_at("chapter 1 and appendix A"),),
    ),
    _change(
        id="to-2020.homelessness",
        chapter=2,
        subject="homelessness",
        title="Homelessness: the duty to refer, and young people of 16 and 17",
        was="No section on it.",
        now="A section on the duty to refer of 2018 and on homeless young people of 16 and 17.",
        means="The duty is law from another Act; the section points to it.",
        audiences=(LOCAL_AUTHORITY, HEALTH),
        sure=Sureness.AGREED,
        cites=(_at("chapter 2"),),
        rules=(
            "homelessness.referral",
            "definition.threatened-with-homelessness",
        ),
        actions=("local-authority.homelessness",),
    ),
    _change(
        id="to-2020.mental-health-admission",
        chapter=1,
        subject="referral",
        title="A child admitted to a mental health facility, and mental health at school",
        was="Not said.",
        now="A referral is to be considered when a child is admitted to a mental health facility, and a paragraph speaks of mental health at school.",
        means="Wards and schools both need to know whom to ring.",
        audiences=(HEALTH, SCHOOLS, EARLY_YEARS, LOCAL_AUTHORITY),
        sure=Sureness.REPORTED,
        cites=(_at("chapter 1"),),
        rules=("referral.mental-health-admission",),
        actions=("health.admissions",),
    ),
    _change(
        id="to-2020.unsuitability",
        chapter=2,
        subject="position-of-trust",
        title="A fourth ground for an allegation, probably",
        was="Three grounds.",
        now="Behaviour that may make somebody unsuitable to work with children, probably from this update on.",
        means="The guidance for schools had it in 2020. When this text took it over is not settled.",
        audiences=EVERYONE,
        nature=Nature.NOT_KNOWN,
        sure=Sureness.SUPPOSED,
        cites=(_at("chapter 2 (not established)"),),
        rules=("position-of-trust.harm-threshold",),
        actions=("all.allegations",),
    ),
)

UNKNOWNS = (
    Unknown(
        id="2020.day",
        edition="WT2018-2020-12",
        chapter=0,
        words="The day of the update, 9 December 2020, is from knowledge of the field. An earlier change in place, in February 2019, to how incidents are notified, is reported by one account and is not held.",
        audiences=(*EVERYONE,),
    ),
    Unknown(
        id="2020.pandemic",
        edition="WT2018-2020-12",
        chapter=4,
        words="During the pandemic of 2020 some periods were relaxed by notes beside the guidance. They are not held as values of this edition.",
        audiences=(PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE),
    ),
)
