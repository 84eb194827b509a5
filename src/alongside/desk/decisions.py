"""Every decision about a child: what was decided, by whom, why, under which rule, and who was told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.access.doors import open_child, practitioner_of
from alongside.access.policies import READ_ENTRY
from alongside.chronology import kinds
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.desk.around import Around, around
from alongside.desk.banner import banner_from
from alongside.desk.decision_records import who_and_whom
from alongside.desk.timeline import in_reading_order
from alongside.desk.told import correction_of, href_of, title_of, with_all_that_is_told
from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.ui.explained import rule_href
from alongside.ui.pages import render

DECIDING = tuple(kind.id for kind in KINDS.values() if "decided" in kind.details)
#: Kinds that say who was told, and the kind of the decision they were told of.
TELLING = {
    kinds.REFERRER_TOLD.id: kinds.REFERRAL_DECIDED.id,
    kinds.ASSESSMENT_OUTCOME_TOLD.id: kinds.ASSESSMENT_APPROVED.id,
}

#: The rule that says what a decision may be, for each kind of entry that records one.
RULES = {
    kinds.REFERRAL_DECIDED.id: "referral.next-steps",
    kinds.EARLY_HELP_REFUSED.id: "early-help.after-refusal",
    kinds.ASSESSMENT_APPROVED.id: "assessment.outcome",
    kinds.STRATEGY_DISCUSSION_HELD.id: "child-protection.strategy-discussion-outcome",
    kinds.SECTION_47_CONCLUDED.id: "child-protection.enquiry-outcome",
    kinds.CONFERENCE_REQUEST_ANSWERED.id: "child-protection.conference-requested",
    kinds.CONFERENCE_BEFORE_BIRTH_CONSIDERED.id: "child-protection.conference-before-birth",
    # Too few is local: the guidance sets no quorum. The rule is the one about the chair, who decides.
    kinds.CONFERENCE_TOO_FEW.id: "child-protection.conference-chair",
    kinds.INITIAL_CONFERENCE_HELD.id: "child-protection.conference-decision",
    kinds.TRANSFER_IN_CONFERENCE_HELD.id: "child-protection.conference-decision",
    kinds.REVIEW_CONFERENCE_HELD.id: "child-protection.review-decision",
    kinds.CHILD_PROTECTION_PLAN_ENDED.id: "child-protection.plan-ending",
    kinds.RETURN_HOME_DECIDED.id: "care.return-home",
    kinds.CEASED_TO_BE_LOOKED_AFTER.id: "care.return-home-approval",
    kinds.TWO_PLANS_CONSIDERED.id: "child-protection.continuing-harm",
    kinds.CASE_CLOSED.id: "case.closure",
}
#: Details in which an entry itself may say who was told.
WAS_TOLD = ("told_words",)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision as it is shown."""

    entry: Entry
    title: str
    outcome: str
    reasons: str
    decided_by: str
    dissent: tuple[str, ...]
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
    standing = child.chronology.filter(kind__in=(*DECIDING, *TELLING))
    entries = READ_ENTRY.not_denied(standing, practitioner_of(request))
    found = in_reading_order(with_all_that_is_told(entries))
    known = around(child, practitioner_of(request), also=who_and_whom)
    return render(request, "desk/decisions.html", {
        "child": child,
        "banner": banner_from(request, known),
        "decisions": told_of(found, reference, known),
    })  # fmt: skip


def told_of(entries: list[Entry], reference: str, known: Around) -> list[Decision]:
    """The decisions among these entries, newest first, each with who disagreed and who was told of it afterwards."""
    found: list[Decision] = []
    waiting: list[Entry] = []
    for entry in entries:
        if entry.kind in TELLING:
            waiting.append(entry)
            continue
        told = [one for one in waiting if _about_the_same(entry, one) and not correction_of(one)]
        waiting = [one for one in waiting if one not in told]
        found.append(_decision(entry, told, reference, known))
    return found


def _decision(entry: Entry, told: list[Entry], reference: str, known: Around) -> Decision:
    details: dict[str, Any] = entry.details
    disagreed = [one for one in known["dissent"] if one.key == entry.pk]
    made = next((one for one in known["made"] if one.key == entry.pk), None)
    return Decision(
        entry=entry,
        title=title_of(entry),
        outcome=str(details.get("outcome") or details.get("decision") or ""),
        reasons=str(details.get("reasons", "")),
        decided_by=made.name if made else str(details.get("decider") or details.get("practitioner") or ""),
        dissent=tuple(f"{', '.join(filter(None, (one.name, one.role)))}: {one.detail}" for one in disagreed),
        told=tuple(
            [f"The family: {made.detail}" for made in [made] if made and made.detail]
            + [str(details[name]) for name in WAS_TOLD if details.get(name)]
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
    return TELLING[telling.kind] == decision.kind and (one == other or not (one and other))
