"""Many open cases, quickly: each referred, decided and allocated, and every worker with twenty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from alongside.agencies.models import Area, Post, Practitioner, Registration, Role, Team
from alongside.demo import names
from alongside.demo.fast import in_bulk
from alongside.demo.fast.steps import AllocateLead, Decide, Refer, Script
from alongside.demo.organisation import CODE, SINCE, Borough, email_of, find, lay_out
from alongside.demo.telling import at
from alongside.referrals.front_door import Decided
from alongside.referrals.services import ReferralGiven, ReferredChild, Said

#: What the workforce figures give as a caseload, in round numbers; and workers in one team.
CASELOAD, TEAM = 20, 10
FIRST, DAYS = date(2024, 1, 8), 400


def reference(number: int) -> str:
    """By which a made case's child is found again."""
    return f"WREN-{number:07d}"


def make(cases: int, *, after: int = 0) -> int:
    """So many cases more, when there are ``after`` already; how many rows that made."""
    borough = find() if Area.objects.filter(code=CODE).exists() else lay_out()
    workers = _workers(borough, after, after + cases)
    in_bulk.acquaint([*borough.staff.values(), *(worker for worker, _ in workers)])
    return in_bulk.play(borough.area, _scripts(borough, workers, after, after + cases))


def _scripts(
    borough: Borough, workers: list[tuple[Practitioner, Team]], first: int, end: int
) -> Iterator[Script]:
    for number in range(first, end):
        lead, team = workers[(number - first) // CASELOAD]
        yield _script(borough, number, at(FIRST + timedelta(days=number * 37 % DAYS), "09:30"), lead, team)


def _script(borough: Borough, number: int, now: datetime, lead: Practitioner, team: Team) -> Script:
    screener, supervisor = borough.staff["maya"], borough.staff["priya"]
    child = ReferredChild(
        given=names.GIVEN["FM"[number % 2]][number % 40], family=names.FAMILIES[number // 40 % 50],
        born_on=date(2010, 1, 1) + timedelta(days=number * 11 % 4000), sex="FM"[number % 2], reference=reference(number),
    )  # fmt: skip
    given = ReferralGiven(
        received_at=now, referrer_kind="public", statements=(Said(kind="concern", words=names.CONCERNS[0], said_by="A neighbour"),),
        development="Known.", capacity="Known.", outside_factors="Known.",
    )  # fmt: skip
    decided = Decided(outcome="section-17-assessment", reasons="On what is known.")
    later = now + timedelta(hours=2)
    return Script([
        Refer(by=screener, now=now, given=given, children=(child,)),
        Decide(by=supervisor, now=later, decided=decided),
        AllocateLead(by=supervisor, now=later, practitioner=lead, team=team, reason="Has room."),
    ])  # fmt: skip


def _workers(borough: Borough, first: int, end: int) -> list[tuple[Practitioner, Team]]:
    """As many social workers as so many cases need, in as many teams."""
    keys = [f"bench{first}.{n}" for n in range(-(-(end - first) // CASELOAD))]
    teams = Team.objects.bulk_create(
        Team(agency=borough.agencies["council"], area=borough.area, name=f"Team {first}.{n}",
             purpose=Team.Purpose.HELP_AND_PROTECTION)
        for n in range(-(-len(keys) // TEAM))
    )  # fmt: skip
    made = Practitioner.objects.bulk_create(
        Practitioner(email=email_of(key), name=f"Worker {key}", password=borough.staff["maya"].password)
        for key in keys
    )
    found = [(worker, teams[place // TEAM]) for place, worker in enumerate(made)]
    Post.objects.bulk_create(
        Post(practitioner=worker, agency=team.agency, team=team, role=Role.SOCIAL_WORKER, from_on=SINCE)
        for worker, team in found
    )
    Registration.objects.bulk_create(
        Registration(practitioner=worker, body=Registration.Body.SOCIAL_WORK_ENGLAND, number=worker.name,
                     social_work_qualified=True, from_on=SINCE)
        for worker, _ in found
    )  # fmt: skip
    return found
