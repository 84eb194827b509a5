"""Who may do what, and why: the matrix. The list, the record and the explanation are asked the same question."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.access.policies import POLICIES, READ_CHILD
from alongside.access.policy import Policy, Reason
from alongside.agencies.models import Area
from alongside.cases.models import Allocation, Case
from alongside.people.models import Person
from tests.access.expected import CAST, ELSEWHERE, ON_A_CHILD, ON_AN_AREA

MATRIX = [
    (policy, name, name in may)
    for policy in POLICIES
    if policy.about in ("child", "area")
    for may in [{**ON_A_CHILD, **ON_AN_AREA}.get(policy.id, set())]
    for name in CAST
]


@pytest.fixture
def busy_case(
    case: Case, school_involved: object, police_involved: object, jamal: object, conference_team: object
) -> Case:
    """Amara's case with everybody in it who could be."""
    Allocation.objects.create(
        area=case.area, case=case, practitioner=jamal, team=conference_team, from_on=case.opened_on,
        capacity=Allocation.Capacity.CONFERENCE_CHAIR,
    )  # fmt: skip
    return case


@pytest.mark.parametrize(("policy", "name", "may"), MATRIX, ids=[f"{p.id}:{n}" for p, n, _ in MATRIX])
def test_the_matrix(
    policy: Policy, name: str, may: bool, busy_case: Case, request: pytest.FixtureRequest
) -> None:
    me = request.getfixturevalue(name)
    record = busy_case.child if policy.about == "child" else busy_case.area
    listed = policy.filter(type(record)._default_manager.all(), me)

    assert (record in listed) is may
    assert policy.allows(record, me) is may
    assert bool(policy.reasons(record, me)) is may
    if may:
        assert policy.lock(record, me) == record
    else:
        with pytest.raises(PermissionDenied):
            policy.lock(record, me)


def test_every_policy_is_in_the_matrix() -> None:
    """A policy that nobody has written a row for fails here: add it to tests/access/expected.py."""
    assert {
        policy.id for policy in POLICIES
    } - ON_A_CHILD.keys() - ON_AN_AREA.keys() - ELSEWHERE.keys() == set()


def test_a_policy_widened_by_mistake_is_caught_by_the_matrix(busy_case: Case, stranger: object) -> None:
    """The seeded fault: a reason that lets anybody in makes the stranger's row wrong."""
    from django.db.models import Q

    everybody = Reason("anybody may", lambda me: Q(pk__isnull=False))
    widened = Policy("read-child", "open", "child", (*READ_CHILD.allow, everybody), READ_CHILD.deny)

    assert widened.allows(busy_case.child, stranger) is True
    assert READ_CHILD.allows(busy_case.child, stranger) is False


def test_a_denial_wins_over_every_reason(busy_case: Case, relative: object) -> None:
    assert READ_CHILD.reasons(busy_case.child, relative) == []


def test_a_reason_is_told_in_words(busy_case: Case, dana: object, helen: object) -> None:
    assert READ_CHILD.reasons(busy_case.child, dana) == [
        "you are the lead practitioner",
        "your team works with this child",
    ]
    assert READ_CHILD.reasons(busy_case.child, helen) == ["your agency is working with this child"]


@pytest.mark.parametrize("policy", [p for p in POLICIES if p.about == "child"], ids=lambda p: p.id)
def test_no_filter_asks_a_question_of_each_row(policy: Policy, busy_case: Case, dana: object) -> None:
    """EXISTS makes SQLite ask once for every row, some hundreds of times slower than IN."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        list(policy.filter(Person.objects.all(), dana))

    assert not [query for query in asked if "EXISTS" in query["sql"].upper()]


def test_the_reasons_of_many_records_take_one_question(
    busy_case: Case, dana: object, django_assert_num_queries: object
) -> None:
    dana.scope  # noqa: B018  (read once for each request)
    with django_assert_num_queries(1):
        found = list(READ_CHILD.with_reasons(Person.objects.filter(area=busy_case.area), dana))
        assert READ_CHILD.words_on(found[0])


def test_an_area_of_another_partnership_is_not_there(wrenmouth: Area, stranger: object) -> None:
    for policy in (p for p in POLICIES if p.about == "area"):
        assert wrenmouth not in policy.filter(Area.objects.all(), stranger)
