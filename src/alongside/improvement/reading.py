"""Self-assessments and plans as they are read: rounds with what was judged, over time, side by side; and the plan, filtered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Agency, Area, Post, Practitioner
from alongside.improvement.bodies import Body
from alongside.improvement.models import PlannedAction, SelfAssessment, StatementAnswer
from alongside.improvement.statements import Statement, statements_on

#: The most rounds that are laid side by side over time, and actions on one page.
ROUNDS, SHOWN = 12, 200


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement and what was judged of it; nothing yet, where ``answer`` is None."""

    statement: Statement
    answer: StatementAnswer | None

    @property
    def said(self) -> str:
        """The score, that it does not apply, or that it is not scored yet."""
        return self.answer.said if self.answer else str(StatementAnswer.Standing.NOT_YET.label)


def answers_of(rounds: Iterable[SelfAssessment]) -> dict[tuple[UUID, str], StatementAnswer]:
    """What was judged in these rounds, by round and statement. One query."""
    found = StatementAnswer.objects.filter(assessment__in=[one.pk for one in rounds])
    return {(one.assessment_id, one.statement): one for one in found.select_related("owner", "recorded_by")}


def judged_in(round: SelfAssessment) -> list[tuple[str, list[Judged]]]:
    """Every statement asked in a round, by rule, with what was judged. One query."""
    answers = answers_of([round])
    groups: dict[str, list[Judged]] = {}
    for one in statements_on(round.on, of_partnership=round.agency_id is None):
        groups.setdefault(one.group, []).append(Judged(one, answers.get((round.pk, one.id))))
    return list(groups.items())


@dataclass(slots=True)
class Then:
    """What one round said of a statement. asked: None where the text of that day does not hold it."""

    round: SelfAssessment
    asked: Statement | None
    answer: StatementAnswer | None

    @property
    def said(self) -> str:
        if self.asked is None:
            return "Not part of the text of that day"
        return self.answer.said if self.answer else str(StatementAnswer.Standing.NOT_YET.label)


@dataclass(slots=True)
class OverTime:
    """A statement across rounds, the latest first. since: the day of the first of the latest rounds that say the same."""

    words: str
    group: str
    rounds: list[Then] = field(default_factory=list)

    @property
    def now(self) -> Then:
        return self.rounds[0]

    @property
    def since(self) -> date:
        same = self.now
        for one in self.rounds:
            if one.said != self.now.said:
                break
            same = one
        return same.round.on


def over_time(rounds: Sequence[SelfAssessment], *, of_partnership: bool) -> list[OverTime]:
    """Every statement that any of these rounds asked, across them. rounds: the latest first. One query."""
    answers = answers_of(rounds)
    asked = {
        one.pk: {s.id: s for s in statements_on(one.on, of_partnership=of_partnership)} for one in rounds
    }
    ids = dict.fromkeys(id for one in rounds for id in asked[one.pk])
    found = []
    for id in ids:
        then = [Then(one, asked[one.pk].get(id), answers.get((one.pk, id))) for one in rounds]
        known = next(one.asked for one in then if one.asked)
        found.append(OverTime(known.words, known.group, then))
    return found


def rounds_of(body: Body, me: Practitioner) -> QuerySet[SelfAssessment]:
    """The rounds of an organisation or partnership that this practitioner may read, the latest first."""
    every = SelfAssessment.objects.filter(**body.whose).select_related(
        "signed_by", "recorded_by", "agency", "area"
    )
    return policies.READ_ASSESSED.filter(every, me).order_by("-on", "-id")


@dataclass(frozen=True, slots=True)
class Beside:
    """One organisation beside the others. round: the latest it submitted, or None."""

    agency: Agency
    round: SelfAssessment | None


def organisations_beside(area: Area, me: Practitioner) -> list[Beside]:
    """The organisations of an area in the order of the alphabet, each with the latest round it submitted. Two queries."""
    submitted = SelfAssessment.objects.filter(area=area, agency__isnull=False, submitted_at__isnull=False)
    latest: dict[Any, SelfAssessment] = {}
    readable = policies.READ_ASSESSED.filter(submitted, me).select_related("signed_by", "area", "agency")
    for one in readable.order_by("agency", "-on", "-id"):
        latest.setdefault(one.agency_id, one)
    agencies = area.agencies.filter(closed_on=None).order_by("name")
    return [Beside(one, latest.get(one.pk)) for one in agencies]


def statements_beside(rows: Iterable[Beside], today: date) -> list[Statement]:
    """Every statement that the latest rounds, or the text of today, ask an organisation about."""
    days = [today, *(one.round.on for one in rows if one.round)]
    found: dict[str, Statement] = {}
    for day in days:
        for one in statements_on(day):
            found.setdefault(one.id, one)
    return list(found.values())


def people_of(bodies: Sequence[Body], today: date, known: UUID | None = None) -> QuerySet[Practitioner]:
    """Who may be named as owner: whoever holds a post in the organisation; for the partnership, in any of the area.

    known: who is on record as owner, and stays there until another is chosen, also after leaving.
    """
    agencies = [one.agency.pk for one in bodies if one.agency]
    areas = [one.area.pk for one in bodies if not one.agency]
    posts = Post.objects.filter(Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    posts = posts.filter(
        Q(agency__in=agencies) | Q(agency__areas__in=areas) if areas else Q(agency__in=agencies)
    )
    return Practitioner.objects.filter(
        Q(is_active=True, pk__in=posts.order_by().values("practitioner")) | Q(pk=known)
    ).order_by("name")


#: What a plan is filtered by, in the address: the key and its words.
STATES = (("open", "To do"), ("overdue", "Past its day"), ("done", "Done"), ("dropped", "Dropped"))


def planned(body: Body, me: Practitioner, asked: Mapping[str, str], today: date) -> QuerySet[PlannedAction]:
    """The actions of a plan that the address asks for: by state, by owner, by words. Nothing asked: those to do."""
    found = policies.READ_PLANNED.filter(PlannedAction.objects.filter(**body.whose), me)
    state = asked.get("state", "") or "open"
    if state in PlannedAction.Outcome.values:
        found = found.filter(outcome=state)
    elif state in ("open", "overdue"):
        found = found.filter(outcome="")
        found = found.filter(due_on__lt=today) if state == "overdue" else found
    if asked.get("owner") == "me":
        found = found.filter(owner=me)
    elif asked.get("owner") == "nobody":
        found = found.filter(owner=None, owner_name="")
    for word in asked.get("q", "").split()[:6]:
        found = found.filter(
            Q(what__icontains=word) | Q(owner_name__icontains=word) | Q(owner__name__icontains=word)
        )
    return found.select_related("owner", "agency", "area").order_by("due_on", "id")


def counted_plans(me: Practitioner, today: date) -> dict[tuple[Any, Any], tuple[int, int]]:
    """How many actions are to do, and how many of them past their day, by area and agency. One query."""
    rows = policies.READ_PLANNED.filter(PlannedAction.objects.filter(outcome=""), me).order_by()
    counted = rows.values("area", "agency").annotate(
        all=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today))
    )
    return {(one["area"], one["agency"]): (one["all"], one["late"]) for one in counted}
