"""What the guidance sets out for a plan and this one does not say yet: Working Together 2023, pages 96-97."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alongside.chronology.shortfalls import expected_but_absent
from alongside.plans.models import Action, Need

CONTENT = "child-protection.plan-content"
Needs = Sequence[tuple[Need, Sequence[Action]]]


def not_said_yet(needs: Needs, *, explained: bool, on: date) -> list[str]:
    """The headings under which the plan says nothing, or not of everything it holds; in the words of the text of that day.

    explained: whether the plan was explained to the child. Actions that are no longer needed count for nothing.
    """
    going = [action for _, actions in needs for action in actions if action.dropped_on is None]
    every = [need for need, _ in needs]
    said = {
        "what-must-change": bool(every) and all(need.must_change for need in every),
        "by-how-much": bool(every) and all(need.how_much for need in every),
        "by-when": bool(every) and all(need.by_when for need in every),
        "actions": bool(every) and all(any(a.dropped_on is None for a in actions) for _, actions in needs),
        "support-and-resources": any(action.agency_id for action in going),
        "how-we-will-know": bool(going) and all(action.how_we_will_know for action in going),
        "child-explained": explained,
    }
    return expected_but_absent(CONTENT, [key for key, is_said in said.items() if is_said], on)
