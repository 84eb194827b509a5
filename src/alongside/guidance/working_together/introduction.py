"""Working Together: the introduction and glossary (2023 pages 7-10 and 154-162).

Not encoded: the rest of the glossary, which is words and no rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES, Calendar
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Force
from alongside.guidance.kernel.words import day_in_words, weekday_in_words
from alongside.guidance.sources import CARE_PLANNING_REGULATIONS_2010, across, in_2018, in_2023, in_2026

ADULT_AT = 18

UNDER_EIGHTEEN = (
    "Anyone who has not reached their eighteenth birthday, wherever they live or are looked after."
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
        *in_2026(UNDER_EIGHTEEN),
    ),
    test=_is_a_child,
    notes="Unborn children are named only where assessment and conferences are described; "
    "the 2026 edition is reported to name them outright.",
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
        *in_2026(IN_THE_FOOTNOTE),
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
    "helping as soon as problems emerge",
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
        *in_2026("; ".join(SIX_LIMBS)),
    ),
)

CHILD_PROTECTION = Definition(
    id="definition.child-protection",
    title="Child protection",
    force=Force.SHOULD,
    means=across(
        "Activity to protect specific children who are suffering, or likely to suffer, significant harm, "
        "inside or outside the home and online.",
        wt2023="pages 8 and 154",
    ),
)
