"""Closing an episode. It is refused only while work is open; what else is missing is recorded as missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import end_everyones_part, open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.shortfalls import record_shortfall
from alongside.closure.guards import open_work
from alongside.deadlines.projection import refresh
from alongside.family_help.pathways import steps_on
from alongside.guidance.kernel.rules import Step
from alongside.keeping import check, keep
from alongside.outbox.events import Event, happened
from alongside.people.models import Person
from alongside.refusals import Refusal

RULE = "case.closure"
#: Who is told that a case closes: key, as a choice, and inside a sentence.
TOLD = (
    ("child", "The child", "the child"),
    ("parents", "The parents or carers", "the parents or carers"),
    ("agencies", "The agencies that were working with the child", "the agencies working with the child"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """What is recorded when a case closes. views: what the child said last of it; told: keys of ``TOLD``."""

    closed_on: date
    outcome: str
    reasons: str
    views: str = ""
    told: Sequence[str] = ()
    why_not_told: str = ""


@transaction.atomic
def close_case(*, by: Practitioner, child: Person, closure: Closure, now: datetime) -> Case:
    """Close the child's open case: allocations and agencies' involvement end, and every clock of the case stops.

    Raises Refusal while an assessment, plan, enquiry, conference, order or referral is open, naming each;
    for a day that cannot be; and for an outcome that is none. A child whose views are not recorded, or
    people not told, are a shortfall. Working Together 2023, page 73, paragraph 186 and page 100.
    """
    child = policies.CLOSE_CASE.lock(child, by)
    case = open_case(child)
    _refuse_open_work(child, case)
    _refuse_impossible(case, closure, now)
    label = outcome_words(closure.outcome, closure.closed_on)
    entry = kinds.CASE_CLOSED.record(
        case, on=closure.closed_on, by=by, now=now, decided=closure.outcome, outcome=label, reasons=closure.reasons,
        views=closure.views, views_words=f"{child} said: “{closure.views}”" if closure.views else "",
        told=list(closure.told), told_words=told_words(closure),
    )  # fmt: skip
    record_shortfall(entry, RULE, _missing(closure), closure.why_not_told)
    case.closed_on, case.closure_reason = closure.closed_on, closure.outcome
    check(case)
    keep(case, update_fields=("closed_on", "closure_reason"))
    tell_systems(case, now)
    end_everyones_part(case, closure.closed_on)
    refresh(case)
    return case


def outcomes(on: date) -> tuple[Step, ...]:
    """The grounds on which a case closes, as the edition of the day has them; before the first text, as that has."""
    return steps_on(RULE, on)


def outcome_words(outcome: str, on: date) -> str:
    """The ground in words. Raises Refusal for one that is none."""
    for step in outcomes(on):
        if step.key == outcome:
            return step.label
    raise Refusal(
        "Choose why the case closes.", f"“{outcome}” is not one of the grounds.", "Choose one from the list.",
        field="outcome",
    )  # fmt: skip


def told_words(closure: Closure) -> str:
    """“Told: the child; the parents or carers.” Empty when nobody was."""
    told = [words for key, _, words in TOLD if key in closure.told]
    return f"Told: {'; '.join(told)}." if told else ""


def _refuse_open_work(child: Person, case: Case) -> None:
    if waiting := open_work(case):
        raise Refusal(
            f"{child}’s case cannot close yet.",
            " ".join(work.words for work in waiting),
            "Finish each of these, or record why it ends; then close the case.",
        )


def _refuse_impossible(case: Case, closure: Closure, now: datetime) -> None:
    refuse_impossible_day(closure.closed_on, what="This closure", field="closed_on", case=case, now=now)
    last = case.chronology.standing().order_by("-happened_on").first()
    if last and closure.closed_on < last.happened_on:
        raise Refusal(
            "Something happened after this day.",
            f"You entered {closure.closed_on:%-d %B %Y}, and the timeline goes on to "
            f"{last.happened_on:%-d %B %Y}.",
            "Enter that day or a later one.", field="closed_on",
        )  # fmt: skip


def _missing(closure: Closure) -> list[str]:
    """What the guidance would have: the child's last views, and everyone told."""
    views = [] if closure.views else ["the child’s last views"]
    return views + [f"telling {words}" for key, _, words in TOLD if key not in closure.told]


def tell_systems(case: Case, now: datetime) -> None:
    """The systems of the agencies whose work with the child ends hear that it does."""
    for one in case.involvements.filter(to_on=None).select_related("agency"):
        happened(
            Event.ACCESS_ENDED, area=case.area_id, agency=one.agency, about=one, now=now,
            data={"child": case.child.reference},
        )  # fmt: skip
