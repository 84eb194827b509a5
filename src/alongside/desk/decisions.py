"""Every decision about a child: what was decided, by whom, why, under which rule, and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.access.doors import open_child
from alongside.chronology import kinds
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.desk.timeline import in_reading_order
from alongside.desk.told import correction_of, href_of, title_of, with_all_that_is_told
from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.ui.explained import rule_href
from alongside.ui.pages import render

DECIDING = tuple(kind.id for kind in KINDS.values() if "decided" in kind.details)
#: Kinds that say who was told of the decision before them.
TELLING = (kinds.REFERRER_TOLD.id,)

#: The rule that says what a decision may be, for each kind of entry that records one.
RULES = {
    kinds.REFERRAL_DECIDED.id: "referral.next-steps",
    kinds.ASSESSMENT_APPROVED.id: "assessment.outcome",
    kinds.STRATEGY_DISCUSSION_HELD.id: "child-protection.strategy-discussion-outcome",
    kinds.SECTION_47_CONCLUDED.id: "child-protection.enquiry-outcome",
    kinds.CONFERENCE_REQUEST_ANSWERED.id: "child-protection.conference-requested",
    kinds.INITIAL_CONFERENCE_HELD.id: "child-protection.conference-decision",
    kinds.TRANSFER_IN_CONFERENCE_HELD.id: "child-protection.conference-decision",
    kinds.REVIEW_CONFERENCE_HELD.id: "child-protection.review-decision",
    kinds.CHILD_PROTECTION_PLAN_ENDED.id: "child-protection.plan-ending",
    kinds.CASE_CLOSED.id: "case.closure",
}
#: Details in which an entry may carry who disagreed, and whom it says was told.
DISSENT = ("dissent", "dissent_words", "disagreed")
WAS_TOLD = ("told", "told_words")


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it is shown."""

    entry: Entry
    title: str
    outcome: str
    reasons: str
    decided_by: str
    dissent: str
    told: tuple[str, ...]
    href: str
    rule_title: str = ""
    rule_href: str = ""
    citation: str = ""
    corrected: bool = False


@require_safe
def decisions(request: HttpRequest, reference: str) -> HttpResponse:
    """Every decision, the latest first."""
    child = open_child(request, reference)
    entries = child.chronology.filter(kind__in=(*DECIDING, *TELLING))
    found = in_reading_order(with_all_that_is_told(entries))
    return render(
        request, "desk/decisions.html", {"child": child, "decisions": told_of(found, reference)}, about=child
    )


def told_of(entries: list[Entry], reference: str) -> list[Decision]:
    """The decisions among these entries, newest first, each with those who were told of it afterwards."""
    found: list[Decision] = []
    waiting: list[Entry] = []
    for entry in entries:
        if entry.kind in TELLING:
            waiting.append(entry)
            continue
        told = [one for one in waiting if _about_the_same(entry, one) and not correction_of(one)]
        waiting = [one for one in waiting if one not in told]
        found.append(_decision(entry, told, reference))
    return found


def _decision(entry: Entry, told: list[Entry], reference: str) -> Decision:
    details: dict[str, Any] = entry.details
    return Decision(
        entry=entry,
        title=title_of(entry),
        outcome=str(details.get("outcome") or details.get("decision") or ""),
        reasons=str(details.get("reasons", "")),
        decided_by=str(details.get("decider") or details.get("practitioner") or details.get("chair") or ""),
        dissent=next((_as_words(details[name]) for name in DISSENT if details.get(name)), ""),
        told=tuple(
            [_as_words(details[name]) for name in WAS_TOLD if details.get(name)]
            + [KINDS[one.kind].words(one.details) for one in told]
        ),
        href=href_of(entry, reference),
        corrected=bool(correction_of(entry)),
        **_rule(entry),
    )


def _rule(entry: Entry) -> dict[str, str]:
    """Under which rule, as its text stood on the day of the decision."""
    if entry.kind not in RULES:
        return {}
    rule = catalogue.rule(RULES[entry.kind])
    try:
        citation = str(rule.dated.at(entry.happened_on).citation)
    except NotCovered:
        citation = ""
    return {"rule_title": rule.title, "rule_href": rule_href(rule.id), "citation": citation}


def _about_the_same(decision: Entry, telling: Entry) -> bool:
    one, other = decision.details.get("referral"), telling.details.get("referral")
    return decision.kind == kinds.REFERRAL_DECIDED.id and one == other


def _as_words(value: Any) -> str:
    return "; ".join(map(_as_words, value)) if isinstance(value, list | tuple) else str(value)
