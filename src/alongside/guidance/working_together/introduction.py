"""Working Together: the introduction (2023 paragraphs 1-9, pages 7-10), and the words it begins with.

The rest of the words are in ``glossary``.

Not encoded: paragraphs 1, 3, 8 and 9, which nobody here has read.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES, Calendar
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Definition, Duty, Force, Heading
from alongside.guidance.kernel.words import day_in_words, weekday_in_words
from alongside.guidance.sources import (
    CARE_PLANNING_REGULATIONS_2010,
    CHILDREN_ACT_2004,
    EDUCATION_ACT_2002,
    INDEPENDENT_SCHOOL_STANDARDS_2014,
    NON_MAINTAINED_SPECIAL_SCHOOLS_2015,
    NOT_CONFIRMED,
    REQUESTS_BEGAN,
    SOCIAL_SERVICES_ACT_1970,
    WT2015,
    in_2018,
    in_2023,
    in_2026,
)

CARRIED = f"introduction ({NOT_CONFIRMED})"
REPORTED = "introduction (as several accounts report it, not read in this text)"

#: Section 175 of the Education Act 2002.
SCHOOL_DUTY_BEGAN = date(2004, 6, 1)

T = TypeVar("T")

ADULT_AT = 18

UNDER_EIGHTEEN = (
    "Anyone who has not reached their eighteenth birthday, wherever they live or are looked after."
)
UNDER_EIGHTEEN_OR_UNBORN = (
    "Anyone who has not reached their eighteenth birthday, wherever they live: looked after, adopted, with a "
    "special guardian or in kinship care too. Unborn children as well, where there is concern."
)
IN_THE_FOOTNOTE = "A day that is not a Saturday, a Sunday or a bank holiday."


def birthday(born: date, age: int) -> date:
    """The day someone born on ``born`` reaches ``age``; 1 March for 29 February in a common year."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 3, 1)


def grown_if_born_by(on: date) -> date:
    """The last day of birth of those who are no child any more on ``on``: whoever was born later is under 18 that day."""
    return date(on.year - ADULT_AT, on.month, 28 if (on.month, on.day) == (2, 29) else on.day)


def _is_a_child(facts: Mapping[str, Any], on: date) -> tuple[bool | None, str]:
    born: date | None = facts.get("born")
    if born is None:
        return None, "No date of birth is known, so age cannot be worked out."
    if born > on:
        return True, "Not yet born: an unborn child is in scope where there is concern."
    adult = birthday(born, ADULT_AT)
    if on < adult:
        return True, f"Under 18 until {day_in_words(adult)}."
    return False, f"18 since {day_in_words(adult)}."


CHILD = Definition(
    id="definition.child",
    title="A child",
    force=Force.SHOULD,
    means=Dated(
        *in_2018(UNDER_EIGHTEEN, "introduction"),
        *in_2023(UNDER_EIGHTEEN, "page 7, paragraph 5 and page 155"),
        *in_2026(UNDER_EIGHTEEN_OR_UNBORN, REPORTED),
    ),
    test=_is_a_child,
    notes="In 2023 unborn children are named only where assessment and conferences are described. "
    "The 2026 edition is reported to name them outright.",
)


def _is_working(facts: Mapping[str, Any], on: date) -> tuple[bool | None, str]:
    calendar: Calendar = facts.get("calendar", ENGLAND_AND_WALES)
    reason = calendar.reason(on)
    if reason is None:
        return True, f"{weekday_in_words(on)} is an ordinary weekday."
    return False, f"{weekday_in_words(on)} is not one: {reason}."


WORKING_DAY = Definition(
    id="definition.working-day",
    title="A working day",
    force=Force.SHOULD,
    means=Dated(
        Provision(
            CARE_PLANNING_REGULATIONS_2010.at("regulation 2"),
            "A day that is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday.",
        ),
        *in_2023(IN_THE_FOOTNOTE, "footnote 209, page 141"),
        *in_2026(IN_THE_FOOTNOTE, f"chapter 5 ({NOT_CONFIRMED})"),
    ),
    test=_is_working,
    notes="The footnote is in chapter 5. Christmas Day and Good Friday, which the regulations add, "
    "are counted "
    "out too. The day of an event is day 0, by convention: the text has no rule for counting.",
)

FOUR_LIMBS = (
    "protecting children from maltreatment",
    "preventing impairment of health or development",
    "growing up with safe and effective care",
    "taking action so that all children have the best outcomes",
)
SIX_LIMBS = (
    "helping from the moment a problem shows",
    "protecting children from maltreatment inside or outside the home, and online",
    "preventing impairment of mental and physical health or development",
    "growing up with safe and effective care",
    "growing up with birth parents or the family network where that is in the child's interests",
    "taking action so that all children have the best outcomes in the national framework",
)

SAFEGUARDING = Definition(
    id="definition.safeguarding",
    title="Safeguarding and promoting the welfare of children",
    force=Force.SHOULD,
    means=Dated(
        *in_2018("; ".join(FOUR_LIMBS), "introduction"),
        *in_2023("; ".join(SIX_LIMBS), "pages 7-8 and 161"),
        *in_2026("; ".join(SIX_LIMBS), CARRIED),
    ),
    notes="The glossary's own words for it were brought into line with pages 7 and 8 in the February 2024 issue. The "
    "amendment of December 2020 is said to name mental health beside physical; its words are not confirmed.",
)

SPECIFIC_CHILDREN = (
    "Activity to protect specific children who are suffering, or likely to suffer, significant harm, "
    "inside or outside the home and online."
)

CHILD_PROTECTION = Definition(
    id="definition.child-protection",
    title="Child protection",
    force=Force.SHOULD,
    means=Dated(*in_2023(SPECIFIC_CHILDREN, "pages 8 and 154"), *in_2026(SPECIFIC_CHILDREN, CARRIED)),
)


def _opening(value: T, place: str, *, wt2018: str = "") -> Dated[T]:
    """A value of the introduction that nobody has checked again, carried into 2026 as inherited."""
    earlier = in_2018(value, wt2018) if wt2018 else ()
    return Dated(
        *earlier,
        *in_2023(value, place, checked=False),
        *in_2026(value, CARRIED),
        before=WT2015 if earlier else None,
    )


COMPLY = Duty(
    id="guidance.comply",
    title="Do as the guidance says, unless circumstances are exceptional",
    force=Force.SHOULD,
    by=("anyone",),
    asks=_opening(
        "Where it says must, the law stands behind it. Where it says should, it is followed unless exceptional "
        "circumstances give reason not to.",
        "paragraph 6",
    ),
    evidence=("the reason for departing from it, written down",),
)

SCHOOLS = Duty(
    id="guidance.schools",
    title="Apply the guidance as a whole to every school",
    force=Force.MUST,
    by=("schools",),
    asks=_opening(
        "All of it applies to every school, of whatever kind.", "paragraph 4", wt2018="introduction"
    ),
    evidence=("a policy that refers to it",),
    law=(
        EDUCATION_ACT_2002.at("section 175(4)", begins=SCHOOL_DUTY_BEGAN),
        INDEPENDENT_SCHOOL_STANDARDS_2014.at("schedule, paragraph 7(b)"),
        NON_MAINTAINED_SPECIAL_SCHOOLS_2015.at("schedule, paragraph 3"),
    ),
)

REGARD = Content(
    id="guidance.regard",
    title="Who must follow this guidance, and by which law",
    force=Force.MUST,
    sets_out=_opening(
        (
            Heading("social-services", "Local authorities, in social services: they act under it",
                    "Local Authority Social Services Act 1970, section 7."),
            Heading("co-operation", "Bodies that co-operate for children's wellbeing have regard to it",
                    "Children Act 2004, section 10(8)."),
            Heading("section-11", "Bodies with arrangements to safeguard children have regard to it",
                    "Children Act 2004, section 11(4)."),
            Heading("panel", "The national Panel has regard to it", "Children Act 2004, section 16B(7)."),
            Heading("notifications", "Local authorities, when they notify, have regard to it",
                    "Children Act 2004, section 16C(2)."),
            Heading("partners", "Safeguarding partners and relevant agencies have regard to it",
                    "Children Act 2004, section 16K."),
            Heading("child-death-review", "Child death review partners have regard to it",
                    "Children Act 2004, section 16Q."),
            Heading("maintained-schools", "Governing bodies of maintained schools and colleges, and committees of pupil "
                    "referral units, have regard to it", "Education Act 2002, section 175(4)."),
            Heading("independent-schools", "Proprietors of independent schools and academies have regard to it",
                    "Education (Independent School Standards) Regulations 2014, schedule, paragraph 7(b)."),
            Heading("special-schools", "Non-maintained special schools have regard to it",
                    "Non-Maintained Special Schools (England) Regulations 2015, schedule, paragraph 3."),
        ),
        "paragraph 7",
    ),
    law=(
        SOCIAL_SERVICES_ACT_1970.at("section 7"),
        CHILDREN_ACT_2004.at("sections 10(8) and 11(4)"),
        CHILDREN_ACT_2004.at("sections 16B(7), 16C(2), 16K and 16Q", begins=REQUESTS_BEGAN),
        EDUCATION_ACT_2002.at("section 175(4)", begins=SCHOOL_DUTY_BEGAN),
        INDEPENDENT_SCHOOL_STANDARDS_2014.at("schedule, paragraph 7(b)"),
        NON_MAINTAINED_SPECIAL_SCHOOLS_2015.at("schedule, paragraph 3"),
    ),
    notes="The duty to notify is section 16C(1) of the Children Act 2004, which an Act of 2017 put there: it is often cited "
    "under the wrong Act.",
)  # fmt: skip
