"""How things stand with a child, side by side, in sentences. Nobody sets them: dates do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from alongside.chronology.states import States
from alongside.desk.around import Running
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.guidance.kernel.spans import WorkingDays
from alongside.plans.models import Category
from alongside.ui.words import date_words, listed, moment


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that is so. due: the limit that runs because of it, where there is one."""

    words: str
    due: Running | None = None

    @property
    def key(self) -> UUID | None:
        return self.due.key if self.due else None


#: From a state's name to its words and the rule whose limit runs meanwhile, the gravest first.
SAID: tuple[tuple[str, str, str], ...] = (
    ("police_protection_since", "In police protection since {since}", "emergency.police-protection"),
    ("protection_order_until", "Under an emergency protection order until {since}", "emergency.protection-order"),
    ("assessment_order_since", "Under a child assessment order from {since}", "emergency.child-assessment-order"),
    ("plan_since", "Subject to a child protection plan{category} since {since}", "child-protection."),
    ("looked_after_since", "Looked after{care} since {since}", ""),
    ("moves_away_since", "Moving to {moves_to}, known since {since}; the plan here goes on", "child-protection.receiving"),
    ("stays_here_since", "Here for a time since {since}, on the plan of {elsewhere}, which is not ours", ""),
    ("recovery_order_since", "A recovery order stands since {since}", "emergency.recovery"),
    ("conference_wanted_since", "Waiting for a child protection conference since {since}", "child-protection.initial"),
    ("enquiry_since", "Section 47 enquiry under way since {since}", "child-protection.initial"),
    ("strategy_discussion_wanted_since", "A strategy discussion is needed, since {since}", "emergency.strategy"),
    ("move_notified_since", "Moved here on another area’s plan; we were told on {since}", "child-protection.transfer"),
    ("assessment_since", "Assessment under way since {since}", "assessment.completion"),
    ("assessment_for_approval_since", "The assessment has waited for approval since {since}", ""),
    ("child_in_need_plan_since", "Has a child-in-need plan since {since}", "child-in-need."),
    ("early_help_plan_since", "Has an early help plan since {since}", ""),
    ("only_early_help_since", "Has early help, by agreement, since {since}", ""),
    ("referral_waiting_since", "A referral has waited for a decision since {since}", "referral.decision"),
    ("referral_to_tell_since", "The referrer has not been told what was decided on {since}", "referral.feedback"),
)  # fmt: skip


def sentences(states: States, running: Iterable[Running], today: date) -> list[Sentence]:
    """What is so now, the gravest first, each with the limit that runs because of it."""
    running = list(running)
    found = []
    for name, words, rule_id in SAID:
        since = getattr(states, name)
        if since is not None:
            due = _limit(rule_id, running)
            said = _words(words, states, since)
            found.append(Sentence(f"{said}{_how_far(name, due, today)}", due))
    if states.must_stay_away:
        found.append(Sentence(f"Must stay away by order: {listed(states.must_stay_away)}"))
    if states.beside:
        found.append(Sentence(f"Beside the case: {listed([lower_title(one) for one in states.beside])}"))
    return found


def _words(words: str, states: States, since: date | datetime) -> str:
    care = f" ({states.care_status[:1].lower()}{states.care_status[1:]})" if states.care_status else ""
    return words.format(
        since=_said(since), category=in_category(states.category), care=care, moves_to=states.moves_to,
        elsewhere=states.plan_elsewhere,
    )  # fmt: skip


def lower_title(title: str) -> str:
    """A title inside a sentence; “National Referral Mechanism” stays as it is."""
    return title if title[1:] != title[1:].lower() else title[:1].lower() + title[1:]


def in_brief(states: States) -> str:
    """The gravest of what is so, for a line about a brother or sister."""
    for name, words, _ in SAID:
        since = getattr(states, name)
        if since is not None:
            return _words(words, states, since)
    if states.closed_on:
        return f"Case closed on {date_words(states.closed_on)}"
    return "Nothing under way that is recorded here"


def in_category(category: str) -> str:
    """“ for neglect”, from the category a plan was made under; empty where it is not known."""
    if category == Category.MULTIPLE:
        return " for more than one kind of harm"
    labels = dict(Category.choices)
    return f" for {labels.get(category, category).lower()}" if category else ""


def _limit(rule_id: str, running: list[Running]) -> Running | None:
    if not rule_id:
        return None
    ours = (one for one in running if one.rule.id.startswith(rule_id) and one.rule.clock == "guidance")
    return next(ours, None)


def _how_far(name: str, due: Running | None, today: date) -> str:
    """“, working day 31 of 45”, while an assessment counts towards its limit; or that it is past it."""
    if name != "assessment_since" or due is None:
        return ""
    span = due.rule.dated.at(due.starts_on).value
    if not isinstance(span, WorkingDays):
        return ""
    day = ENGLAND_AND_WALES.between(due.starts_on, today)
    return f", working day {day} of {span.n}" if day <= span.n else f", past its {span.n} working days"


def _said(since: date | datetime) -> str:
    return moment(since) if isinstance(since, datetime) else date_words(since)
