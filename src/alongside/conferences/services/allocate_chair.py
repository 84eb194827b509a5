"""Saying who chairs a child's conferences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Post, Practitioner, Role
from alongside.cases.episodes import open_case
from alongside.cases.models import Allocation, Case
from alongside.chronology.kinds import CHAIR_ALLOCATED
from alongside.chronology.models import Entry, Shortfall
from alongside.conferences.findings import CHAIR, chair_problem
from alongside.conferences.sitting import Sitting
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal

CHAIRING = Allocation.Capacity.CONFERENCE_CHAIR


@transaction.atomic
def allocate_chair(
    *, by: Practitioner, children: Sequence[Person], chair: Practitioner, from_on: date, now: datetime
) -> list[Allocation]:
    """Give these children one conference chair from this day; an earlier chair's part ends.

    The chair may then open and record their conferences. The same person chairs reviews where possible
    (Working Together 2023, page 94). A chair who leads or manages the work is kept as a shortfall, not
    refused. Raises Refusal for a day in the future, and for someone who is in no team.
    """
    if from_on > day_of(now):
        raise Refusal(
            "This day is in the future.",
            f"You entered {from_on:%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter today or an earlier day; a chair can open the record from then on.",
            field="from_on",
        )
    post = _post_of(chair, from_on)
    in_order = sorted(children, key=lambda child: str(child.pk))
    return [
        _allocate(policies.RECORD_CONFERENCE.lock(child, by), chair, post, from_on, by, now)
        for child in in_order
    ]


def _post_of(chair: Practitioner, on: date) -> Post:
    posts = [post for post in chair.posts.select_related("team") if post.team_id and post.holds_on(on)]
    posts.sort(key=lambda post: post.role != Role.CONFERENCE_CHAIR)
    if not posts:
        raise Refusal(
            f"{chair} is in no team on this day.",
            f"A chair takes the part for a team, and no post of {chair}'s on {on:%-d %B %Y} is in one.",
            "Choose someone else, or ask an administrator to record the post.",
            field="chair",
        )
    return posts[0]


def _allocate(
    child: Person, chair: Practitioner, post: Post, from_on: date, by: Practitioner, now: datetime
) -> Allocation:
    case = open_case(child)
    current = case.allocations.filter(capacity=CHAIRING, to_on=None)
    for earlier in current:
        earlier.to_on = max(from_on, earlier.from_on)
        earlier.save(update_fields=["to_on"])
    made = Allocation(
        area_id=case.area_id, case=case, practitioner=chair, team=post.team, capacity=CHAIRING, from_on=from_on,
    )  # fmt: skip
    check(made)
    keep(made)
    entry = CHAIR_ALLOCATED.record(case, on=from_on, by=by, now=now, practitioner=chair.name)
    _note_dependence(case, entry, chair, from_on)
    refresh(case)
    return made


def _note_dependence(case: Case, entry: Entry, chair: Practitioner, from_on: date) -> None:
    if problem := chair_problem(case, Sitting(held_on=from_on, chair=chair)):
        Shortfall.objects.create(
            area_id=case.area_id, case=case, entry=entry, rule_id=CHAIR, words=problem.replace(" chaired,", " is to chair,"),
        )  # fmt: skip
