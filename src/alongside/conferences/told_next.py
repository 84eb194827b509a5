"""What happens after a conference: by whom, by when, and what the family will be told."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.conferences.limits import FIRST_CORE_GROUP, FIRST_REVIEW, NEXT_REVIEW, due
from alongside.conferences.models import Conference, ConferenceDecision, Kind
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.words import day_long, listed

Decided = ConferenceDecision.Decided
SUPPORT = {
    "child-in-need-plan": "Agree the child-in-need plan with the family, and start it",
    "early-help": "Early help is offered; the lead practitioner introduces the family to whoever gives it",
    "other": "The lead practitioner introduces the family to whoever helps next",
    "none": "The lead practitioner tells the family whom to ring if things change",
    "": "The lead practitioner agrees with the family what help goes on",
}


def told_next(conference: Conference, kind: Kind) -> Told:
    """The panel shown once a conference is recorded."""
    decisions = list(conference.decisions.select_related("case__child", "plan"))
    names = listed([str(decision.case.child) for decision in decisions])
    said = [sentence for decision in decisions for sentence in _next(decision)]
    said.append(
        f"The lead practitioner tells {names} and the parents what was decided and why, and what they can do if they disagree."
    )
    said.append("Each reader’s letter can be made ready now, the family’s first.")
    return Told(f"{kind.label} recorded for {names}", tuple(said), more=tuple(_more(decisions)))


def _more(decisions: list[ConferenceDecision]) -> Iterator[tuple[str, str]]:
    """Where to go on, for each child."""
    for decision in decisions:
        child = decision.case.child
        yield (
            f"Who is told what was decided for {child}",
            reverse_for("conference_day:afterwards", child.reference, decision.conference_id),
        )
        if decision.support == ConferenceDecision.Support.CHILD_IN_NEED:
            yield f"Start {child}'s child-in-need plan", reverse_for("family_help:start", child.reference)
        if decision.decided == Decided.PLAN:
            yield (
                f"Write {child}'s own version of the plan",
                reverse_for("plans:write-for-the-child", child.reference),
            )


def _next(decision: ConferenceDecision) -> list[str]:
    child, held_on = decision.case.child, decision.held_on
    if decision.decided in (Decided.NO_PLAN, Decided.END):
        return [f"{child}: {SUPPORT[decision.support][0].lower()}{SUPPORT[decision.support][1:]}."]
    said = []
    if decision.decided == Decided.PLAN:
        said.append(
            f"{child}: the core group meets{_by(FIRST_CORE_GROUP, decision.core_group_on, held_on)}; "
            "the lead practitioner leads its work and turns the outline into the detailed plan."
        )
    rule_id = NEXT_REVIEW if decision.kind == Kind.REVIEW else FIRST_REVIEW
    said.append(
        f"{child}: the lead practitioner organises the review{_by(rule_id, decision.review_on, held_on)}."
    )
    return said


def _by(rule_id: str, set_for: object, held_on: object) -> str:
    found = due(rule_id, held_on)  # type: ignore[arg-type]
    latest = f", by {day_long(found.on)} at the latest" if found and found.on else ""
    return f" on {day_long(set_for)}{latest}" if set_for else latest  # type: ignore[arg-type]
