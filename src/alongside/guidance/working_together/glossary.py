"""Working Together: the glossary (2023 appendix A, pages 154-162), in our own words.

Words that chapters define are with them: the partners and agencies of chapter 2, a child in need and significant harm
of chapter 3. A child, child protection and safeguarding are in ``introduction``; private fostering is the law's.

Not encoded: maltreatment, harmful sexual behaviour and child-on-child sexual abuse, which the glossary holds and our
facts name without their meaning; other terms of it that no fact names; the 2018 edition's glossary. Of kinship care it
tells six kinds apart; which six is not known here.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.rules import Definition, Force
from alongside.guidance.sources import NOT_CONFIRMED, in_2023, in_2026

#: Which page of the nine each word stands on is known for few.
FROM = "glossary, from page 154"


def _means(words: str, place: str = FROM) -> Dated[str]:
    return Dated(*in_2023(words, place, checked=False), *in_2026(words, f"glossary ({NOT_CONFIRMED})"))


def _word(key: str, title: str, means: Dated[str], notes: str = "") -> Definition:
    return Definition(id=f"definition.{key}", title=title, force=Force.SHOULD, means=means, notes=notes)


ABUSE = _word(
    "abuse",
    "Abuse",
    _means(
        "Maltreatment of a child: somebody harms the child, or does not keep harm away. Adults do it and so do other "
        "children, in person and online."
    ),
)
PHYSICAL_ABUSE = _word(
    "physical-abuse",
    "Physical abuse",
    _means(
        "Hurting a child's body, by hitting or poisoning for example, or by making up or bringing on an illness."
    ),
)
EMOTIONAL_ABUSE = _word(
    "emotional-abuse",
    "Emotional abuse",
    _means("Emotional ill-treatment that persists and does a child severe harm."),
)
SEXUAL_ABUSE = _word(
    "sexual-abuse",
    "Sexual abuse",
    _means("Making or luring a child to take part in sexual activity, whether or not there is contact."),
)
NEGLECT = _word(
    "neglect",
    "Neglect",
    _means(
        "Persistently leaving a child's basic needs unmet, which may include not seeing to it that the child is "
        "suitably educated."
    ),
)
SEXUAL_EXPLOITATION = _word(
    "child-sexual-exploitation",
    "Child sexual exploitation",
    _means("Sexual abuse that works by exploiting the child."),
)
CRIMINAL_EXPLOITATION = _word(
    "child-criminal-exploitation",
    "Child criminal exploitation",
    _means("Somebody with power over a child uses it to draw the child into crime."),
)
FINANCIAL_EXPLOITATION = _word(
    "financial-exploitation",
    "Financial exploitation",
    _means("Somebody uses a child to move money that comes from crime."),
)
COUNTY_LINES = _word(
    "county-lines",
    "County lines",
    _means(
        "Drugs are supplied from one area to another by telephone lines kept for it, and children are exploited to do it."
    ),
)
SERIOUS_VIOLENCE = _word(
    "serious-violence",
    "Serious violence",
    _means("Violence such as homicide, knife and gun crime, and what gangs do."),
)
COERCIVE_BEHAVIOUR = _word(
    "controlling-or-coercive-behaviour",
    "Controlling or coercive behaviour",
    _means("Acts that make a pattern and are meant to dominate somebody else."),
    "The 2026 edition is reported to say more of it.",
)
DOMESTIC_ABUSE = _word(
    "domestic-abuse",
    "Domestic abuse",
    _means(
        "Abuse as the Domestic Abuse Act 2021 defines it. A child who sees it, hears it or feels its effects is a victim "
        "too, where it is a parent's, a relative's or that of somebody with parental responsibility.",
        "page 156",
    ),
    "The 2026 edition is reported to say more of it.",
)
OUTSIDE_CONTEXTS = _word(
    "extra-familial-contexts",
    "Extra-familial contexts",
    _means("Places, groups and online spaces outside the family home, in which a child may come to harm."),
    "What such harm is: outside-home.extent.",
)
FAMILY_NETWORK = _word(
    "family-network",
    "Family network",
    _means("Relatives of a child, and others who are connected with the child and close."),
)
RELATIVE = _word(
    "relative",
    "Relative",
    _means("A member of the child's family other than a parent. Cousins are counted."),
    "That cousins count is what is known of the glossary's words; nobody here has read the rest of them.",
)
KINSHIP_CARE = _word(
    "kinship-care",
    "Kinship care",
    _means(
        "A child grows up with a relative or a friend who is not the parent. The glossary tells six kinds apart."
    ),
)
FAMILY_GROUP = _word(
    "family-group-decision-making",
    "Family group decision-making",
    _means(
        "A family, with its network, leads the decision about what the child needs. A family group conference is one form."
    ),
)
PARENT_CARER = _word(
    "parent-carer",
    "Parent carer",
    _means("An adult who cares for a disabled child and has parental responsibility for that child."),
)
YOUNG_CARER = _word(
    "young-carer",
    "Young carer",
    _means("Somebody under 18 who cares for somebody else, as a rule without pay."),
)
YOUNG_ADULT_CARER = _word(
    "young-adult-carer",
    "Young adult carer",
    _means("Somebody from 16 to 25 who cares for somebody else."),
)
EDUCATION_PLAN = _word(
    "education-health-and-care-plan",
    "Education, health and care plan",
    _means(
        "A plan for a child or young person with special educational needs, as the 2015 code of practice for special "
        "educational needs and disability describes it."
    ),
    "What the glossary says of it is known from a published account of what changed.",
)
