"""Many open cases, quickly: each referred, decided and allocated, and every worker with twenty.

The fast path writes them. Where a hundred thousand are wanted, it writes ten thousand and the database
copies those row by row, each copy under keys of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Field, Model

from alongside.agencies.models import Area, Post, Practitioner, Registration, Role, Team
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry, Shortfall
from alongside.deadlines.models import Deadline
from alongside.demo import names
from alongside.demo.fast import in_bulk
from alongside.demo.fast.steps import Acknowledge, AllocateLead, Decide, Refer, Script
from alongside.demo.organisation import CODE, SINCE, Borough, email_of, find, lay_out
from alongside.demo.telling import at
from alongside.matching.models import Spelling
from alongside.people.models import Name, Person
from alongside.referrals.front_door import Decided
from alongside.referrals.models import Decision, Referral, Statement
from alongside.referrals.services import ReferralGiven, ReferredChild, Said

#: What the workforce figures give as a caseload, in round numbers; and workers in one team.
CASELOAD, TEAM = 20, 10
FIRST, DAYS = date(2024, 1, 8), 400


def reference(number: int) -> str:
    """By which a made case's child is found again."""
    return f"WREN-{number:07d}"


def make(cases: int, *, after: int = 0, acknowledged: bool = False) -> int:
    """So many cases more, when there are ``after`` already; how many rows that made.

    acknowledged: all referrals but one in fifty have been, so that few wait at the front door.
    """
    borough = find() if Area.objects.filter(code=CODE).exists() else lay_out()
    workers = _workers(borough, after, after + cases)
    in_bulk.acquaint([*borough.staff.values(), *(worker for worker, _ in workers)])
    return in_bulk.play(borough.area, _scripts(borough, workers, after, after + cases, acknowledged))


def _scripts(
    borough: Borough, workers: list[tuple[Practitioner, Team]], first: int, end: int, acknowledged: bool
) -> Iterator[Script]:
    for number in range(first, end):
        lead, team = workers[(number - first) // CASELOAD]
        now = at(FIRST + timedelta(days=number * 37 % DAYS), "09:30")
        yield _script(borough, number, now, lead, team, acknowledged=acknowledged and number % 50 != 0)


def _script(
    borough: Borough, number: int, now: datetime, lead: Practitioner, team: Team, *, acknowledged: bool
) -> Script:
    screener, supervisor, later = borough.staff["maya"], borough.staff["priya"], now + timedelta(hours=2)
    child = ReferredChild(
        given=names.GIVEN["FM"[number % 2]][number % 40], family=names.FAMILIES[number // 40 % 50],
        born_on=date(2010, 1, 1) + timedelta(days=number * 11 % 4000), sex="FM"[number % 2], reference=reference(number),
    )  # fmt: skip
    given = ReferralGiven(
        received_at=now, referrer_kind="public", statements=(Said(kind="concern", words=names.CONCERNS[0], said_by="A neighbour"),),
        development="Known.", capacity="Known.", outside_factors="Known.",
    )  # fmt: skip
    decided = Decided(outcome="section-17-assessment", reasons="On what is known.")
    return Script([
        Refer(by=screener, now=now, given=given, children=(child,)),
        *((Acknowledge(by=screener, now=later, how="By e-mail"),) if acknowledged else ()),
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


#: A made key has 7 in one place, its version. Each copy has another digit there, so that no key meets another.
COPIES = "012345689abcdef"
OWN_WORDS = {
    (Person, "reference"): "number", (Practitioner, "email"): "before", (Team, "name"): "before",
    (Registration, "number"): "before",
}  # fmt: skip
COPIED: tuple[type[Model], ...] = (
    Team, Practitioner, Post, Registration, Person, Name, Spelling, Case, Allocation, Entry, Shortfall, Referral, Statement,
    Decision, Deadline,
)  # fmt: skip


def multiply(cases: int, times: int) -> int:
    """Copy everything of these cases until there are so many times as many; how many rows that made."""
    copied = 0
    with transaction.atomic(), connection.cursor() as cursor:
        for copy in range(times - 1):
            for model in COPIED:
                cursor.execute(_copying(model, COPIES[copy], (copy + 1) * cases))
                copied += cursor.rowcount
    return copied


def _copying(model: type[Model], digit: str, shift: int) -> str:
    table, fields = model._meta.db_table, model._meta.concrete_fields
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(model, field, digit, shift) for field in fields)
    mine = _digit(f'"{model._meta.pk.column}"') + " = '7'"
    made = {Team: " AND name LIKE 'Team %'", Practitioner: " AND email LIKE 'bench%'"}.get(model, "")
    if model in (Post, Registration):
        made = " AND practitioner_id IN (SELECT id FROM agencies_practitioner WHERE email LIKE 'bench%')"
    return f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE {mine}{made}"


def _value(model: type[Model], field: Field[Any, Any], digit: str, shift: int) -> str:
    column = f'"{field.column}"'
    kind = OWN_WORDS.get((model, field.name))
    if kind == "before":
        return f"'{digit}' || {column}"
    if kind == "number":
        number = f"CAST(substr({column}, 6) AS integer) + {shift}"
        padded = f"lpad(({number})::text, 7, '0')" if _postgresql() else f"printf('%07d', {number})"
        return f"'WREN-' || {padded}"
    # Who recorded it, and whose agency it is, stay; whose case it is does not.
    own = field.primary_key or (
        field.related_model in COPIED and field.name not in ("recorded_by", "decided_by", "referrer")
    )
    if not own:
        return column
    if _postgresql():
        return f"overlay({column}::text placing '{digit}' from 15 for 1)::uuid"
    return f"substr({column}, 1, 12) || '{digit}' || substr({column}, 14)"


def _digit(column: str) -> str:
    return f"substr({column}::text, 15, 1)" if _postgresql() else f"substr({column}, 13, 1)"


def _postgresql() -> bool:
    return connection.vendor == "postgresql"
