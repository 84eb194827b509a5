"""What changed while the 2023 edition stood: its two re-issues, and law and other guidance that began beside it."""

from __future__ import annotations

from functools import partial

from alongside.guidance import sources
from alongside.guidance.actors import (
    CHILD_DEATH,
    EARLY_YEARS,
    EVERYONE,
    HEALTH,
    LOCAL_AUTHORITY,
    OTHERS,
    PARTNERS,
    POLICE,
    SCHOOLS,
    SCRUTINEERS,
)
from alongside.guidance.kernel.changes import Change, Nature, Sureness, Unknown

_within = partial(Change, before="WT2023", after="WT2023")
_february = sources.WT2023_CORRECTED.at
_PARTNERSHIP = (PARTNERS, LOCAL_AUTHORITY, HEALTH, POLICE, SCRUTINEERS)

CORRECTIONS = (
    _within(
        id="in-2023.february-2024",
        rules=("definition.safeguarding",),
        chapter=2,
        subject="lead-partners",
        title="The corrected issue of February 2024",
        was="The issue of December 2023.",
        now="Wording on the posts of lead partners, an address of the Panel, the glossary's meaning of safeguarding brought into line with the introduction, and a link to guidance on parents with learning disabilities.",
        means="Page and paragraph numbers are the same. Throw away copies of the first issue.",
        audiences=EVERYONE,
        nature=Nature.FACTUAL,
        sure=Sureness.REPORTED,
        cites=(
            _february("paragraph 48, page 26"),
            _february("page 42"),
            _february("page 161"),
            _february("page 167"),
        ),
    ),
    _within(
        id="in-2023.june-2025",
        chapter=0,
        subject="guidance",
        title="Issued again in June 2025",
        was="The issue of February 2024.",
        now="The document was issued again. Numbers of pages and paragraphs are unchanged wherever they were compared.",
        means="Cite the June 2025 issue. What it changed is not known.",
        audiences=EVERYONE,
        nature=Nature.NOT_KNOWN,
        sure=Sureness.READ,
        cites=(sources.WT2023_JUNE_2025.at("the whole"),),
    ),
    _within(
        id="in-2023.childrens-guide",
        chapter=0,
        subject="guidance",
        title="A guide for children",
        was="",
        now="An illustrated guide to it for children came out in 2024 or 2025.",
        means="Worth giving to the children you work with.",
        audiences=EVERYONE,
        nature=Nature.FACTUAL,
        sure=Sureness.SUPPOSED,
        cites=(sources.WT2023_JUNE_2025.at("published beside it"),),
    ),
)

BESIDE = (
    _within(
        id="in-2023.change-over",
        chapter=2,
        subject="transition",
        title="Areas had until December 2024 to change over",
        was="Arrangements as the 2018 edition asked for them.",
        now="Local pages say alike that arrangements under the 2023 edition were to be in place by December 2024. The edition itself names no day.",
        means="By now each area has published who its lead and delegated partners are. Ask if you cannot find them.",
        audiences=(*_PARTNERSHIP, SCHOOLS, EARLY_YEARS),
        nature=Nature.GUIDANCE,
        sure=Sureness.REPORTED,
        cites=(sources.CORNWALL_REVIEWS.at("on the 2023 edition"),),
        rules=("transition.arrangements-of-2023",),
        actions=("partners.leads", "schools.arrangements-to-hand"),
    ),
    _within(
        id="in-2023.sharing-advice",
        chapter=1,
        subject="information",
        title="New advice on sharing information, April 2024",
        was="The advice of July 2018; a draft of July 2023 was about when the edition came out.",
        now="Advice with seven rules, under which consent is not the usual basis and the reason is written down whichever way the decision goes. It is not statutory.",
        means="It was in turn replaced in September 2026.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.AGREED,
        cites=(sources.SHARING_ADVICE_2024.at("the seven rules"),),
        rules=("information.decision-record",),
        actions=("all.sharing",),
    ),
    _within(
        id="in-2023.medical-examiners",
        chapter=6,
        subject="child-death",
        title="Medical examiners look at every death a coroner does not",
        was="Medical examiners without a duty in law.",
        now="A statutory system, from 9 September 2024.",
        means="One more person to speak with after a death.",
        audiences=(CHILD_DEATH, HEALTH),
        nature=Nature.LAW,
        sure=Sureness.SUPPOSED,
        cites=(sources.HEALTH_AND_CARE_ACT_2022.at("medical examiners"),),
    ),
    _within(
        id="in-2023.panel-guidance",
        chapter=5,
        subject="national-review",
        title="New guidance of the Panel, June 2025",
        was="The Panel's guidance of 2022.",
        now="New guidance for safeguarding partners.",
        means="The partners should have regard to it. It was not read here.",
        audiences=(*_PARTNERSHIP, OTHERS),
        nature=Nature.GUIDANCE,
        sure=Sureness.REPORTED,
        cites=(sources.PANEL_GUIDANCE_2025.at("the whole"),),
        rules=("incident.panel-guidance",),
        actions=("partners.reviews",),
    ),
    _within(
        id="in-2023.domestic-abuse-notices",
        chapter=4,
        subject="policing",
        title="The police have a duty to tell schools and settings of domestic abuse",
        was="A practice (Operation Encompass), before the next school day.",
        now="A duty in law since 7 November 2025, as soon as reasonably practicable, with statutory guidance.",
        means="A school needs an address that is read each morning and somebody who acts that day.",
        audiences=(POLICE, SCHOOLS, EARLY_YEARS, LOCAL_AUTHORITY),
        nature=Nature.LAW,
        sure=Sureness.AGREED,
        cites=(sources.DOMESTIC_ABUSE_ACT_2021.at("section 49A"),),
        rules=("policing.school-told-of-domestic-abuse",),
        actions=("schools.domestic-abuse-notices", "police.domestic-abuse"),
    ),
    _within(
        id="in-2023.families-first",
        chapter=3,
        subject="early-help",
        title="The Families First Partnership programme",
        was="",
        now="A programme paid for by government since April 2025, with a guide of March 2025: family help teams, a family help lead practitioner, child protection teams of several agencies and family group decision-making, in each area on its own days.",
        means="It is not law and not this guidance. Funding rests on it, so areas change by it.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.REPORTED,
        cites=(sources.FAMILIES_FIRST_2025.at("the whole"),),
    ),
)

UNKNOWNS = (
    Unknown(
        id="2023.june-2025",
        edition="WT2023",
        chapter=0,
        words="What the issue of June 2025 changed is not established.",
        audiences=EVERYONE,
    ),
)
