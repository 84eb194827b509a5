"""Factors found at the end of an assessment: the codes the children in need census asks for.

Source: Department for Education, children in need census, assessment factors (N00181). The labels
are our own words. ``21`` says that none was found; it stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from alongside.refusals import Refusal

NONE_FOUND = "21"

_BY_WHOM = (("A", "the child"), ("B", "a parent or carer"), ("C", "someone else in the household"))


def _each(number: int, subject: str) -> dict[str, str]:
    return {f"{number}{letter}": f"{subject}: {whose}" for letter, whose in _BY_WHOM}


#: The codes in use, in the order a form asks for them.
FACTORS: Mapping[str, str] = MappingProxyType(
    {
        "16A": "Neglect",
        "17A": "Emotional abuse",
        "18C": "Physical abuse by an adult",
        "18B": "Physical abuse by another child",
        "19C": "Sexual abuse by an adult",
        "19B": "Sexual abuse by another child",
        "23A": "Abuse linked to faith or belief",
        "22A": "Female genital mutilation",
        **_each(3, "Domestic abuse"),
        **_each(4, "Mental health"),
        **_each(1, "Alcohol"),
        **_each(2, "Drugs"),
        **_each(5, "Learning disability"),
        **_each(6, "Physical disability or illness"),
        "24A": "Child criminal exploitation",
        "11A": "Child sexual exploitation",
        "13A": "Gangs",
        "12A": "Trafficking",
        "10A": "Going or being missing",
        "7A": "Young carer",
        "15A": "Self-harm",
        "14A": "Socially unacceptable behaviour",
        "9A": "Unaccompanied asylum-seeking child",
        "8B": "Privately fostered: from overseas, expected to return",
        "8C": "Privately fostered: from overseas, expected to stay",
        "8D": "Privately fostered: in an educational placement in the United Kingdom",
        "8E": "Privately fostered: alternative family arrangement in the United Kingdom",
        "8F": "Privately fostered: another arrangement",
        "20": "Another factor",
        NONE_FOUND: "No factor found, and no further action",
    }
)

#: Codes the census withdrew from 2021. Nobody is offered them; returns read in still carry them.
WITHDRAWN: Mapping[str, str] = MappingProxyType(
    {"18A": "Physical abuse, by whom not said", "19A": "Sexual abuse, by whom not said"}
)
RECORDED: Mapping[str, str] = MappingProxyType({**FACTORS, **WITHDRAWN})


def refuse_contradictory(codes: Sequence[str]) -> None:
    """Raise Refusal when the factors cannot all be true of one assessment, or say nothing."""
    unknown = [code for code in codes if code not in FACTORS]
    if unknown:
        raise Refusal(
            f"{', '.join(unknown)} is not a factor.", "The census has no such code in use.",
            "Choose the factors from the list.", field="factors",
        )  # fmt: skip
    if not codes:
        raise Refusal(
            "No factors are recorded.", "An assessment that is concluded says what was found, or that nothing was.",
            f"Choose every factor found, or “{FACTORS[NONE_FOUND]}”.", field="factors",
        )  # fmt: skip
    if len(set(codes)) < len(codes):
        raise Refusal(
            "A factor is here twice.", "Each factor is recorded once for an assessment.", "Take one of them out.",
            field="factors",
        )  # fmt: skip
    if NONE_FOUND in codes and len(codes) > 1:
        others = ", ".join(FACTORS[code] for code in codes if code != NONE_FOUND)
        raise Refusal(
            "“No factor found” cannot stand beside other factors.", f"You also chose: {others}.",
            "Take out “No factor found”, or the others.", field="factors",
        )  # fmt: skip
