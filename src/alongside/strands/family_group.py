"""Family group decision-making: what each person with parental responsibility was offered, and what they said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from alongside.strands.kinds import FAMILY_GROUP
from alongside.strands.models import StrandStep


@dataclass(frozen=True, slots=True)
class Offered:
    """One person: whether they have parental responsibility as recorded, when it was offered, and their last reply."""

    name: str
    responsible: bool
    offered_on: date | None = None
    reply: str = ""


def offers_made(
    steps: Sequence[StrandStep], names: Mapping[str, str], responsible: Mapping[str, str]
) -> list[Offered]:
    """Everybody who has parental responsibility, and everybody else to whom it was offered, by name.

    steps: the latest first. names: behind the keys in them. responsible: those with parental responsibility, by key.
    """
    offered = {step.answers["to"]: step.happened_on for step in reversed(steps) if step.step == "offered"}
    replies = {
        step.answers["from"]: step.answers["reply"] for step in reversed(steps) if step.step == "replied"
    }
    words = dict(FAMILY_GROUP.by_id["replied"].by_key["reply"].choices)
    found = [
        Offered(
            responsible.get(key) or names.get(key, "No longer on record"), key in responsible, offered.get(key),
            words.get(replies.get(key, ""), ""),
        )
        for key in {**responsible, **offered}
    ]  # fmt: skip
    return sorted(found, key=lambda one: (not one.responsible, one.name))
