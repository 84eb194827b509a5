"""What the 2026 edition (18 March 2026) is reported to have changed of the 2023 edition, and what began in law beside it.

Nobody here has read that text. Everything said of it comes from published accounts of it, and no paragraph can be named.
An Act passed after it changes nothing in it: what is law is marked as law, with whether it has begun.
"""

from __future__ import annotations

from functools import partial

from alongside.guidance import sources
from alongside.guidance.actors import (
    EVERYONE,
)
from alongside.guidance.kernel.changes import Change, Nature, Sureness, Unknown
from alongside.guidance.subjects import AROUND_A_CHILD

_change = partial(Change, before="WT2023", after="WT2026")
#: What happened in law while the 2026 edition stood.
_since = partial(Change, before="WT2026", after="WT2026", nature=Nature.LAW)
_reported = sources.WT2026.at
_act = sources.CHILDRENS_WELLBEING_AND_SCHOOLS_ACT_2026.at

INTRODUCTION = (
    _change(
        id="to-2026.which-children",
        chapter=0,
        subject="definition",
        title="Says outright which children it covers",
        was="Every child under 18, wherever the child lives. An unborn child was named in some places only.",
        now="Names children in kinship care, under special guardianship, adopted and looked after, and unborn children there is concern about.",
        means="Nobody is new to the law. Forms and policies that leave these children out, an expected sibling above all, are to be looked through.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.AGREED,
        cites=(_reported("introduction (reported, not read)"),),
        rules=("definition.child",),
    ),
)

SHARED_RESPONSIBILITY = (
    _change(
        id="to-2026.racism-challenged",
        chapter=1,
        subject="information",
        title="Everybody is expected to challenge racism and discrimination",
        was="Difference respected, protected characteristics taken into account, assumptions safe to question.",
        now="Leaders are expected to build a culture that includes people and works against discrimination, and each practitioner to challenge racism and discrimination.",
        means="Training, supervision and records show how it is challenged, and how race, culture and what families went through before bear on their trust in services.",
        audiences=EVERYONE,
        nature=Nature.GUIDANCE,
        sure=Sureness.AGREED,
        cites=(_reported("chapter 1 (reported, not read)"),),
    ),
)

HELP_AND_PROTECTION = (
    _change(
        id="to-2026.family-help",
        chapter=3,
        subject="early-help",
        title="Targeted early help and help under section 17 become family help",
        was="Early help, help for a child in need and child protection stood as three sections.",
        now="One offer, one practitioner who stays, one family help plan and a team of several disciplines for what was targeted early help and help under section 17.",
        means="Section 17 stays law, and so does a child in need. Areas change over on their own days: keep both ways of speaking until yours has.",
        audiences=AROUND_A_CHILD,
        nature=Nature.GUIDANCE,
        sure=Sureness.AGREED,
        cites=(_reported("chapter 3 (reported, not read)"),),
    ),
)

SINCE = (
    _since(
        id="to-2026.sharing-duty",
        chapter=1,
        subject="information",
        title="A duty in law to share information began on 30 September 2026",
        was="Sharing was an expectation of guidance, on the legal bases data protection gives.",
        now="Bodies under section 11, those who deliver services for them, and education and childcare agencies once these are designated, have a duty to see that relevant information about a child, or about another person that bears on the child, reaches whoever it may help, unless that would harm the child more.",
        means="Consent is no condition of it. Write down each decision, to share and not to share, with the reason. Whether a particular school is bound depends on regulations that were not found.",
        audiences=EVERYONE,
        sure=Sureness.AGREED,
        cites=(_act("section 4 (section 16LA of the Children Act 2004)"),),
        rules=("information.sharing", "information.decision-record"),
        actions=("schools.sharing-decisions",),
    ),
)

UNKNOWNS = (
    Unknown(
        id="2026.paragraphs",
        edition="WT2026",
        chapter=0,
        words="The text of the 2026 edition has not been read, so none of its paragraphs can be cited and none of its time limits is confirmed. Where no account reports a change, the value of 2023 is carried on and marked.",
        audiences=EVERYONE,
    ),
)
