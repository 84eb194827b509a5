"""Possible actions, with room for an owner, a day and the evidence: an organisation's own to fill in."""

from __future__ import annotations

from datetime import date

from alongside.briefings import said
from alongside.briefings.choice import Choice
from alongside.briefings.sheet import Part, Sheet, Table, Words
from alongside.guidance.kernel.briefing import Action, Origin

COLUMNS = (
    "Possible action",
    "Where it comes from",
    "What would show it",
    "Owner",
    "By when",
    "Evidence and notes",
)
WIDTHS = (30, 17, 19, 11, 9, 14)
HEADINGS = {
    Origin.TEXT: "Asked by the text",
    Origin.OTHER_TEXT: "Asked by another text",
    Origin.SUGGESTED: "Suggestions",
}
NOT_ORDERS = (
    "These are possible actions. An organisation decides for itself which of them it takes, and may write others. "
    "What a text asks stands apart from what somebody suggests."
)


def checklist(choice: Choice, day: date, address: str = "") -> Sheet:
    """Every action for these readers under the later edition."""
    comparison = choice.comparison
    parts = tuple(
        Part(
            heading, (Table(heading, COLUMNS, tuple(_row(one, choice) for one in found), WIDTHS, tall=True),)
        )
        for origin, heading in HEADINGS.items()
        if (found := [one for one in comparison.actions if one.origin is origin])
    )
    return Sheet(
        title=f"Possible actions under {comparison.after.title}: {choice.readers}",
        facts=said.facts(choice, day),
        caution=(said.caution_of_one(comparison.after), said.NO_ADVICE, NOT_ORDERS),
        parts=parts or (Part("Possible actions", (Words(none(choice)),)),),
        day=day, wide=True,
    )  # fmt: skip


def none(choice: Choice) -> str:
    return f"No action for {choice.readers} is held here under these editions. Choose other editions or all readers."


def _row(action: Action, choice: Choice) -> tuple[str, ...]:
    place = said.action_places(action, choice.comparison.after)
    return (action.words, place or said.ORIGIN[action.origin].capitalize(), action.evidence, "", "", "")
