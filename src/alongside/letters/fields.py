"""What the record says for each field of each kind of letter, before anybody asked who reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.assessments.models import AssessmentApproval
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking, Invitation
from alongside.family_help.models import ChildInNeedPlan
from alongside.letters.readers import Fact
from alongside.letters.which import LetterKind
from alongside.plans.models import ChildProtectionPlan, PlanForTheChild
from alongside.plans.reading import read_plan
from alongside.referrals.models import Referral
from alongside.ui.words import day_long, moment


def nothing(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    """A kind whose words take nothing of the record but what every letter has."""
    return {}


def _referral(case: Case, about: Entry | None) -> Referral | None:
    rows = Referral.objects.filter(case=case).select_related("decision")
    key = about.details.get("referral") if about else None
    return (rows.filter(pk=key) if key else rows.order_by("-received_on", "-id")).first()


def _of_referral(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    referral = _referral(case, about)
    if referral is None:
        return {}
    decision = getattr(referral, "decision", None)
    return {
        "reference": Fact(referral.submission_reference),
        "told": Fact(decision.to_tell_referrer if decision else ""),
    }


NEXT = {
    "no-further-action": "Children's social care does nothing further. You can ask for help again at any time.",
    "early-help": "With the family's agreement, help is arranged outside children's social care, and one person leads it.",
    "child-in-need-plan": "A plan is agreed with the family: who helps, by when, and how everyone will know that it works.",
    "strategy-discussion": "Children's social care, the police and health talk together at once about how to keep the child safe.",
    "legal-action": "Children's social care takes legal advice, and tells the family what they may expect.",
    "specialist-assessment": "Somebody with special knowledge is asked to look at a part of this more closely.",
}  # fmt: skip


def _of_assessment(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    approval = AssessmentApproval.objects.filter(case=case, entry=about).first()
    if approval is None:
        return {}
    return {
        "outcome": Fact(approval.outcome_label), "next": Fact(NEXT.get(approval.outcome, "")),
        "reasons": Fact(approval.reasons),
    }  # fmt: skip


def _of_conference_to_come(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    to_come = Booking.objects.to_come().about(case)
    invited = list(
        Invitation.objects.filter(booking__in=to_come)
        .select_related("booking__chair", "agency")
        .order_by("booking__starts_at", "id")
    )
    booking = invited[0].booking if invited else to_come.select_related("chair").first()
    if booking is None:
        return {}
    invited = [one for one in invited if one.booking_id == booking.pk]
    names = [f"{one.name}{f', {one.agency.name}' if one.agency else ''}" for one in invited]
    return {
        "conference": Fact(f"the {booking.get_kind_display().lower()}"), "when": Fact(moment(booking.starts_at)),
        "place": Fact(booking.place, tells_where=True),
        "chair": Fact(booking.chair.name if booking.chair else ""),
        "others": Fact("\n".join(names), tells_where=True),
    }  # fmt: skip


def _of_plan(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    if "promises" in may_hold:
        words = PlanForTheChild.objects.filter(plan__case=case.pk).first()
        if words is None:
            return {}
        return {
            "worries": Fact(words.worries), "promises": Fact(words.promises), "helps": Fact(words.who_helps),
            "disagree": Fact(words.disagree), "what_next": Fact(words.what_next),
        }  # fmt: skip
    read = read_plan(case.child)
    if read is None or read.plan.case_id != case.pk:
        return {}
    plan = read.plan
    return {
        "category": Fact(plan.get_category_display().lower()),
        "needs": Fact("\n".join(_needs(read.needs))),
        "core_group": Fact(day_long(plan.core_group_on) if plan.core_group_on else ""),
        "review": Fact(day_long(plan.review_on) if plan.review_on else ""),
    }


def _needs(needs: Iterable[object]) -> Iterator[str]:
    for one in needs:
        need = one.need  # type: ignore[attr-defined]
        change = " ".join(_stop(part) for part in (need.must_change, need.how_much) if part)
        yield f"{_stop(need.need)} What must change: {change}" + (
            f" By {day_long(need.by_when)}." if need.by_when else ""
        )
        for held in one.actions:  # type: ignore[attr-defined]
            if held.action.dropped_on is None:
                yield _promised(held.action.owner, held.action.what, held.action.by_when)


@dataclass(frozen=True, slots=True)
class Helped:
    """A need of a plan of help, with who promised what by when. in_name: the agency, where it promised by its name."""

    need: str
    change: str
    promised: list[tuple[str, str, date | None, bool]]


def _of_help(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    """A plan that the family agreed to: early help, or for a child in need. One query."""
    rows = list(
        ChildInNeedPlan.objects.filter(case=case.pk, ending=None)
        .order_by("-started_on", "-pk", "needs__id", "needs__actions__id")
        .values(
            "pk", "aims", "expectations", "next_review_on", "needs__pk", "needs__need", "needs__outcome",
            "needs__actions__what", "needs__actions__owner", "needs__actions__practitioner__name",
            "needs__actions__agency__name", "needs__actions__by_when", "needs__actions__done_on",
        )
    )  # fmt: skip
    if not rows:
        return {}
    plan, needs = rows[0], list(_needs_helped([row for row in rows if row["pk"] == rows[0]["pk"]]))
    # An agency that acts by its name, such as a school, can tell where a child is.
    places = any(in_name for need in needs for *_, in_name in need.promised)
    return {
        "aims": Fact(plan["aims"]), "expectations": Fact(plan["expectations"]),
        "review": Fact(day_long(plan["next_review_on"]) if plan["next_review_on"] else ""),
        "change": Fact("\n".join(one.change for one in needs if one.change)),
        "promises": _lines(_all_promised, needs, places), "needs": _lines(_helped, needs, places),
    }  # fmt: skip


def _needs_helped(rows: Iterable[Mapping[str, Any]]) -> Iterator[Helped]:
    found: dict[Any, Helped] = {}
    for row in rows:
        if row["needs__pk"] is None:
            continue
        need = found.setdefault(row["needs__pk"], Helped(row["needs__need"], row["needs__outcome"], []))
        if row["needs__actions__what"] and not row["needs__actions__done_on"]:
            who = row["needs__actions__owner"] or row["needs__actions__practitioner__name"] or ""
            agency = row["needs__actions__agency__name"] or ""
            need.promised.append(
                (
                    who or agency,
                    row["needs__actions__what"],
                    row["needs__actions__by_when"],
                    not who and bool(agency),
                )
            )
    yield from found.values()


def _lines(
    told: Callable[[Iterable[Helped], bool], Iterable[str]], needs: list[Helped], places: bool
) -> Fact:
    """Lines as they stand; and as they may stand where the name of an agency could tell too much."""
    return Fact("\n".join(told(needs, False)), tells_where=places, instead="\n".join(told(needs, True)))


def _all_promised(needs: Iterable[Helped], hidden: bool) -> Iterator[str]:
    for need in needs:
        for who, what, by, in_name in need.promised:
            yield _promised("Somebody who helps you" if hidden and in_name else who, what, by)


def _helped(needs: Iterable[Helped], hidden: bool) -> Iterator[str]:
    for need in needs:
        yield " ".join(
            [_stop(need.need), *([f"What will be different: {_stop(need.change)}"] if need.change else [])]
        )
        yield from _all_promised((need,), hidden)


def _promised(owner: str, what: str, by: date | None) -> str:
    when = f", by {day_long(by)}" if by else ""
    return f"{owner}: {what.rstrip('.')}{when}." if owner else f"{what.rstrip('.')}{when}."


def _stop(words: str) -> str:
    """The words with a full stop, where they end in none."""
    words = words.strip()
    return words if not words or words[-1] in ".!?:…”" else f"{words}."


def _of_review(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    if about is None:
        return {}
    plan = ChildProtectionPlan.objects.filter(case=case, ended_on=None).first()
    return {
        "outcome": Fact(str(about.details.get("outcome", ""))), "reasons": Fact(str(about.details.get("reasons", ""))),
        "review": Fact(day_long(plan.review_on) if plan and plan.review_on else ""),
    }  # fmt: skip


def _of_plan_that_moves(case: Case, about: Entry | None, may_hold: frozenset[str]) -> dict[str, Fact]:
    plan = ChildProtectionPlan.objects.filter(case=case, ended_on=None).first()
    return {"category": Fact(plan.get_category_display().lower() if plan else "")}


FACTS: dict[str, Callable[[Case, Entry | None, frozenset[str]], dict[str, Fact]]] = {
    "referral-received": _of_referral, "referral-decided": _of_referral, "assessment-outcome": _of_assessment,
    "assessment-copy": _of_assessment, "conference-invitation": _of_conference_to_come, "plan": _of_plan,
    "conference-outcome": _of_review, "review-outcome": _of_review, "plan-ended": _of_review, "help-plan": _of_help,
    "moves-on-plan": _of_plan_that_moves,
}  # fmt: skip


def what_the_record_says(kind: LetterKind, case: Case, about: Entry | None) -> str:
    """The reasons on record, for whoever writes to read beside the box; never for the letter itself."""
    if about is None or about.sealed_for:
        return ""
    return str(about.details.get("reasons") or about.details.get("words") or "")
