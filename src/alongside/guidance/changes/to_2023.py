"""What the 2023 edition (15 December 2023) changed of the 2018 edition as amended in December 2020.

The 2023 text is cited as its June 2025 issue, the one that was read. What the earlier text said is from accounts of it
where no place is named. The Department for Education said that no statutory role or function was taken out.
"""

from __future__ import annotations

from functools import partial

from alongside.guidance import sources
from alongside.guidance.actors import (
    EARLY_YEARS,
    EVERYONE,
    LOCAL_AUTHORITY,
    PARTNERS,
    SCHOOLS,
)
from alongside.guidance.kernel.changes import Change, Nature, Sureness
from alongside.guidance.subjects import AROUND_A_CHILD

_change = partial(Change, before="WT2018-2020-12", after="WT2023")
_in_2023 = sources.WT2023_JUNE_2025.at
_in_2018 = sources.WT2018_AMENDED.at

INTRODUCTION = (
    _change(
        id="to-2023.safeguarding-defined-anew",
        chapter=0,
        subject="definition",
        title="Safeguarding and promoting welfare is defined more widely",
        was="Four parts: protection from maltreatment, health and development not impaired, safe and effective care, and action for the best outcomes.",
        now="Six parts. New are help from the moment a problem shows and growing up with birth parents or, failing that, with kin, where that is best for the child. Maltreatment is looked for inside the home, outside it and online; outcomes are those of the national framework for children's social care.",
        means="Policies, posters and training that print the older four parts are out of date, and so is any text that starts safeguarding at the threshold for social care.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("pages 7-8 and 161"), _in_2018("introduction")),
        rules=("definition.safeguarding",),
        actions=("schools.definitions",),
    ),
    _change(
        id="to-2023.child-protection-defined-anew",
        chapter=0,
        subject="definition",
        title="Child protection covers harm outside the home and online",
        was="Work to protect particular children who suffer, or are likely to suffer, significant harm.",
        now="The same work, for children suspected of suffering harm or likely to suffer it, said to cover harm inside the home, outside it and online.",
        means="Harm by peers, gangs or strangers, or on a screen, is child protection where it is significant. It is not a separate thing for another service.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("pages 8 and 154"),),
        rules=("definition.child-protection",),
        actions=("schools.definitions",),
    ),
)

SHARED_RESPONSIBILITY = (
    _change(
        id="to-2023.shared-responsibility",
        chapter=1,
        subject="information",
        title="A first chapter about what everybody shares",
        was="What is asked of all was scattered over the chapters.",
        now="A chapter of its own: a child-centred approach with the whole family in view, expectations of leaders, managers and practitioners, and how to work with parents and carers.",
        means="Chapter numbers moved. A note that says only 'chapter 1' or 'chapter 4' has to say of which edition.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("paragraphs 10-33"),),
    ),
)

ARRANGEMENTS = (
    _change(
        id="to-2023.education-expected-in-arrangements",
        chapter=2,
        subject="arrangements",
        title="All education and childcare providers are expected to be part of local arrangements",
        was="A school or college was part of the arrangements where the partners had named it a relevant agency.",
        now="Every provider for children up to 18 is expected to be included, alternative provision, pupil referral units and further education with them. A provider that works in several areas takes full part in each.",
        means="A school looks up what being a relevant agency means in its own area, and a trust or chain does so in every area it works in. Acting in line with the arrangements is law once an agency is named; being included is an expectation of the guidance.",
        audiences=(SCHOOLS, EARLY_YEARS, PARTNERS, LOCAL_AUTHORITY),
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("paragraphs 67 and 76-81"), _in_2018("chapter 3")),
        actions=("schools.relevant-agency",),
    ),
    _change(
        id="to-2023.education-at-strategic-level",
        chapter=2,
        subject="arrangements",
        title="Education has a voice where strategy is discussed",
        was="Nothing was said of a seat for education at that level.",
        now="Lead safeguarding partners should have somebody from education in strategic discussions, and should let schools, colleges and early years providers take part where the highest decisions are made. Arrangements and reports say how that works and what came of it.",
        means="Education stays a relevant agency. It did not become a statutory partner, and only an Act could make it one.",
        audiences=(SCHOOLS, EARLY_YEARS, PARTNERS),
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("paragraphs 77-78"),),
        rules=("arrangements.education-and-childcare",),
        actions=("schools.representative",),
    ),
)

HELP_AND_PROTECTION = (
    _change(
        id="to-2023.early-help-signs",
        chapter=3,
        subject="early-help",
        title="More signs that a child may gain from early help",
        was="A shorter list, with gangs, going missing, radicalisation, trafficking, exploitation and a child's own misuse of drugs or alcohol added in 2018.",
        now="Added: bereavement, serious violence and county lines among the pulls into crime, harmful content or relationships online, the child's own mental ill health, a parent in custody, education missed or not full time, and repeated suspensions or the risk of exclusion.",
        means="Children who were known and did not fit the older list may fit this one. Most who get early help fit several signs at once.",
        audiences=AROUND_A_CHILD,
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("paragraph 124"), _in_2018("chapter 1")),
        rules=("early-help.indicators",),
        actions=("schools.early-help-signs",),
    ),
    _change(
        id="to-2023.lead-practitioner",
        chapter=3,
        subject="assessment",
        title="The lead practitioner for a child in need may come from outside social work",
        was="A social worker led assessments and support under section 17 in practice.",
        now="Others with the skills, the time and supervision may lead. A social-work qualified supervisor or manager approves the assessment. Where there are child protection enquiries the lead is always a social worker.",
        means="A school may be asked to lead. It should say who could, with what time and supervision, and say as plainly where it could not.",
        audiences=AROUND_A_CHILD,
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("paragraphs 156-159 and page 74"), _in_2018("chapter 1")),
        rules=("authority.assessment-lead", "authority.assessment-approval", "authority.section-47-lead"),
        actions=("schools.lead-practitioner",),
    ),
    _change(
        id="to-2023.practice-standards",
        chapter=3,
        subject="practice-standards",
        title="National multi-agency practice standards for child protection",
        was="No standards of this kind.",
        now="Standards for everybody who meets a child, for those in enquiries, conferences and plans, and for ending a plan. Partners are to support all practitioners to reach them.",
        means="A ready frame for training, supervision and audit. They tell of practice and set no time limits.",
        audiences=(*AROUND_A_CHILD, PARTNERS),
        nature=Nature.GUIDANCE,
        sure=Sureness.READ,
        cites=(_in_2023("paragraphs 216-219 and pages 82-84"),),
        rules=(
            "practice-standards.recognition",
            "practice-standards.protection",
            "practice-standards.ending",
        ),
    ),
)
