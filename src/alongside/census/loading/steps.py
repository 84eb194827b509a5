"""What a return says happened to one child, step by step: pure reckoning, nothing is stored here.

A step is identified by its ``key``; what it ``says`` is compared when a later return tells of it again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.deadlines.clocks import timescale

from ..records import Assessment, ChildInNeedPlan, ChildProtectionPlan, Enquiry, Episode, Header, ReadChild

#: Never told by a return, so never measured from one.
ABOUT_THE_REFERRER = ("referral.acknowledgement", "referral.decision")
FEEDBACK = "referral.feedback"
ASSESSMENT = "assessment.completion"
CORE_GROUP = "child-protection.first-core-group"
FIRST_REVIEW = "child-protection.first-review"

#: What a later return may tell differently, because it changes in the ordinary course of things.
CHANGES_IN_TIME = frozenset({"category"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened, or is known to have happened by a day.

    kind: the name of the writer in ``writing.WRITERS``.
    says: what is compared and stored; plain values that JSON can hold.
    uses: what the writer needs besides, which depends on the rest of the return and is not compared.
    """

    kind: str
    key: str
    episode: str
    on: date
    rank: int
    says: Mapping[str, Any] = field(default_factory=dict)
    uses: Mapping[str, Any] = field(default_factory=dict)


def details_of(child: ReadChild) -> dict[str, Any]:
    """What the return says of the child themselves, in a form that can be compared and stored."""
    who = child.identifiers
    return {
        "born_on": _day(who.born_on),
        # A record has one of the two; the reader has warned where the return gives both.
        "expected_on": None if who.born_on else _day(who.expected_on),
        "died_on": _day(who.died_on),
        "sex": who.sex,
        "ethnicity": child.characteristics.ethnicity,
        "disabilities": sorted(set(child.characteristics.disabilities)),
        "upn": who.upn,
        "former_upn": who.former_upn,
        "upn_unknown": who.upn_unknown,
    }


def steps_of(child: ReadChild, header: Header) -> list[Step]:
    """Every step of the child's episodes: episode by episode, each in the order in which it happened."""
    told: list[Step] = []
    seen: Counter[str] = Counter()
    for episode in sorted(child.episodes, key=lambda each: each.referred_on):
        name = _unique(episode.referred_on.isoformat(), seen)
        steps = _EpisodeSteps(episode, name, header)
        told += sorted(steps.all(), key=lambda step: (step.on, step.rank))
    return told


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _unique(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name} ({seen[name]})"


class _EpisodeSteps:
    """The steps of one episode. Ranks put what happened on one day in the order it must have had."""

    def __init__(self, episode: Episode, name: str, header: Header) -> None:
        self.episode, self.name, self.header = episode, name, header
        self.seen: Counter[str] = Counter()

    def all(self) -> Iterator[Step]:
        yield self._referral()
        yield self._decision()
        for assessment in self.episode.assessments:
            yield from self._assessment(assessment)
        for plan in self.episode.child_in_need_plans:
            yield from self._need_plan(plan)
        ordered = sorted(self.episode.enquiries, key=lambda each: each.started_on)
        for place, enquiry in enumerate(ordered):
            following = ordered[place + 1].started_on if place + 1 < len(ordered) else None
            yield from self._enquiry(enquiry, following)
        yield from self._conferences()
        for protection in self.episode.child_protection_plans:
            yield from self._protection(protection)
        if self.episode.closed_on and not self.episode.no_further_action:
            yield self._step(
                "closed", "closure", self.episode.closed_on, 99, reason=self.episode.closure_reason
            )

    def _step(
        self, kind: str, what: str, on: date, rank: int, uses: Mapping[str, Any] | None = None, **says: Any
    ) -> Step:
        key = _unique(f"{self.name} {what}", self.seen)
        return Step(kind=kind, key=key, episode=self.name, on=on, rank=rank, says=says, uses=uses or {})

    def _referral(self) -> Step:
        episode = self.episode
        too_early = (ASSESSMENT,) if episode.referred_on < self.header.period[0] else ()
        return self._step(
            "referral",
            "referral",
            episode.referred_on,
            0,
            {
                "closed_on": self._closing_day(),
                "not_measured": [*ABOUT_THE_REFERRER, *too_early],
                "closure_reason": episode.closure_reason,
            },
            source=episode.source,
            need=episode.primary_need,
            no_further_action=episode.no_further_action,
        )

    def _closing_day(self) -> date | None:
        """When nothing more was done, the day it closed; the return need not say, and the referral's is earliest."""
        if self.episode.no_further_action:
            return self.episode.closed_on or self.episode.referred_on
        return self.episode.closed_on

    def _decision(self) -> Step:
        if self.episode.no_further_action:
            day = self._closing_day()
            assert day
        else:
            day = min(self._activity(), default=self.header.reference_date)
        return self._step("decision", "decision", day, 1, {"nothing_more": self.episode.no_further_action})

    def _activity(self) -> Iterator[date]:
        """The days on which the episode shows that something was done."""
        episode = self.episode
        yield from (each.started_on for each in episode.assessments)
        yield from (each.started_on for each in episode.enquiries)
        yield from (each.started_on for each in episode.child_in_need_plans)
        yield from (each.started_on for each in episode.child_protection_plans)
        yield from episode.conferences()
        if episode.closed_on:
            yield episode.closed_on

    def _assessment(self, assessment: Assessment) -> Iterator[Step]:
        began, ended = assessment.started_on, assessment.authorised_on
        what = _unique(f"assessment of {began.isoformat()}", self.seen)
        uses = {"assessment": what, "began": began, "ended": ended}
        yield self._step("assessment", what, began, 3, uses, review_on=_day(assessment.review_on))
        if ended:
            # Ended on the day another began: before it. Ended on its own first day: after that.
            rank = 30 if ended == began else 2
            factors = sorted(set(assessment.factors))
            yield self._step(
                "assessment-ended", f"end of {what}", ended, rank, uses, ended=_day(ended), factors=factors
            )

    def _need_plan(self, plan: ChildInNeedPlan) -> Iterator[Step]:
        what = _unique(f"child in need plan of {plan.started_on.isoformat()}", self.seen)
        yield self._step("need-plan", what, plan.started_on, 20, {"plan": what})
        if plan.ended_on:
            rank = 21 if plan.ended_on == plan.started_on else 6
            yield self._step(
                "need-plan-ended", f"end of {what}", plan.ended_on, rank,
                {"plan": what, "began": plan.started_on}, ended=_day(plan.ended_on),
            )  # fmt: skip

    def _enquiry(self, enquiry: Enquiry, following: date | None) -> Iterator[Step]:
        what = _unique(f"section 47 enquiry of {enquiry.started_on.isoformat()}", self.seen)
        yield self._step("enquiry", what, enquiry.started_on, 5, {"enquiry": what})
        if enquiry.is_open:
            return
        bounds = (enquiry.conference_on, following, self.episode.closed_on, self.header.reference_date)
        known_by = min(day for day in bounds if day)
        rank = 7 if known_by == enquiry.started_on else 4
        yield self._step(
            "enquiry-ended", f"end of {what}", known_by, rank, {"enquiry": what, "began": enquiry.started_on},
            conference=enquiry.conference_on is not None,
        )  # fmt: skip

    def _conferences(self) -> Iterator[Step]:
        plans = {plan.started_on: plan for plan in self.episode.child_protection_plans}
        held = set(self.episode.conferences())
        for day in sorted(held | plans.keys()):
            plan = plans.get(day)
            says = {"category": plan.initial_category, "previous": plan.previous_plans} if plan else {}
            uses: dict[str, Any] = {"given": day in held, "not_measured": [CORE_GROUP]}
            if plan and self._may_lack_reviews(plan):
                uses["not_measured"].append(FIRST_REVIEW)
            yield self._step(
                "conference", f"conference of {day.isoformat()}", day, 8, uses, plan=bool(plan), **says
            )

    def _may_lack_reviews(self, plan: ChildProtectionPlan) -> bool:
        """Whether the first review was due before the year, and the return gives none from then."""
        due = timescale(FIRST_REVIEW).due(plan.started_on).on
        first = self.header.period[0]
        return bool(due and due < first) and not any(review < first for review in plan.reviews)

    def _protection(self, plan: ChildProtectionPlan) -> Iterator[Step]:
        what = f"child protection plan of {plan.started_on.isoformat()}"
        uses = {"began": plan.started_on, "category": plan.initial_category}
        reviews = sorted(set(plan.reviews))
        for review in reviews:
            ends = review == plan.ended_on
            yield self._step("review", f"review of {review.isoformat()}, {what}", review, 10, uses, ends=ends)
        # The return does not say when the category changed: the latest review that kept the plan has it.
        by = max([plan.started_on, *(review for review in reviews if review != plan.ended_on)])
        yield self._step("category", f"category of {what}", by, 9, uses, category=plan.latest_category)
        if plan.ended_on and plan.ended_on not in reviews:
            yield self._step(
                "plan-ended", f"end of {what}", plan.ended_on, 11, uses, ended=_day(plan.ended_on)
            )
