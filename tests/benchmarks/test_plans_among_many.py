"""Among more than ten thousand rows, no page's list reads a table from end to end.

The database is asked for its plan for every query that the pages really make. Both databases plan as they
would for real: with the settings of the service, and PostgreSQL with statistics of what is there.
"""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.db.models import F
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Post, Practitioner, Role, Team
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.demo.organisation import email_of
from alongside.matching.models import Spelling
from alongside.people.models import Person
from alongside.referrals.models import Decision, Referral, Statement
from benchmarks import cases
from tests.pages import reader
from tests.query_plans import read_whole

TABLES = (
    "chronology_entry", "deadlines_deadline", "cases_case", "cases_allocation", "people_person", "people_name",
    "matching_spelling", "referrals_referral", "referrals_decision", "referrals_statement",
)  # fmt: skip
WRITTEN, TIMES = 700, 15
LISTS = (
    ("worker", "desk:home"), ("worker", "desk:search"), ("manager", "desk:team"), ("manager", "desk:home"),
    ("priya", "referrals:front-door"), ("priya", "desk:home"), ("priya", "desk:search"), ("worker", "explorer:rule"),
    ("worker", "desk:child"), ("worker", "desk:timeline"), ("worker", "desk:due-dates"), ("worker", "desk:people"),
    ("worker", "desk:team"), ("busy manager", "desk:team"), ("busy manager", "desk:home"),
    ("busy manager", "desk:search"), ("busy manager", "explorer:rule"), ("busy manager", "desk:child"),
    ("busy manager", "desk:decisions"), ("priya", "explorer:rule"), ("priya", "desk:child"),
)  # fmt: skip
OF_A_CHILD = ("desk:child", "desk:timeline", "desk:due-dates", "desk:people", "desk:decisions")
ARGUMENTS = {"explorer:rule": ["assessment.completion"]}
ASKED = {"desk:search": "?q=Ada+Wainwright"}


@pytest.fixture
def many(db: None) -> Person:
    """More than ten thousand open cases, twenty with each worker; one of the children."""
    cases.make(WRITTEN, acknowledged=True)
    cases.multiply(WRITTEN, TIMES)
    if connection.vendor == "postgresql":
        # As the server does by itself. SQLite is asked as the service leaves it, without statistics.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    for model in (Entry, Deadline, Case, Allocation, Person, Spelling, Referral, Decision, Statement):
        assert model._default_manager.count() > 10_000
    return Person.objects.get(reference=cases.reference(WRITTEN * TIMES // 2))


def manager_of(team: Team) -> Practitioner:
    """Somebody who manages this team of ten workers, with two hundred children."""
    assert Allocation.objects.filter(team=team, to_on=None).count() == 200
    manager = Practitioner.objects.create_user("manager@wrenmouth.example", "x", name="Ines Dorn")
    Post.objects.create(
        practitioner=manager, agency=team.agency, team=team, role=Role.TEAM_MANAGER, from_on=date(2024, 1, 1)
    )
    return manager


def test_what_is_due_carries_the_area_of_the_child(many: Person) -> None:
    """By which an index finds what runs in an area, and a policy who may see it."""
    assert not Deadline.objects.exclude(area=F("child__area")).exists()


def test_no_list_reads_a_table_from_end_to_end(many: Person, client: Client) -> None:
    lead = Allocation.objects.get(case__child=many, to_on=None)
    people = {
        "worker": lead.practitioner,
        "manager": Practitioner.objects.get(email=email_of("sam")),
        "priya": Practitioner.objects.get(email=email_of("priya")),
        "busy manager": manager_of(lead.team),
    }
    read, found = reader(client), []
    for who, name in LISTS:
        address = reverse(
            name, args=[many.reference] if name in OF_A_CHILD else ARGUMENTS.get(name)
        ) + ASKED.get(name, "")
        page = read(people[who], address)
        assert page.status == 200, address
        assert page.sql, address
        selects = [query for query in page.sql if query.startswith("SELECT")]
        found += [
            f"{who} {address}: {line}\n  {query}" for query in selects for line in read_whole(query, TABLES)
        ]
    assert not found, "\n".join(found)
    # And one that does would be noticed.
    subquery = """(SELECT U0."id" FROM "people_person" U0 WHERE U0."communication_needs" = 'x')"""
    assert read_whole(
        f"""SELECT U0."id" FROM "cases_case" U0 WHERE U0."child_id" IN {subquery}""", ["people_person"]
    )
