"""Conditions kept as SQL: what a reason asks follows from where somebody works, and from nothing else.

A reason that looked at anything besides would be kept with the answer of another day or another person.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.access import composed, policies
from alongside.access.models import EmergencyOpening
from alongside.access.policies import POLICIES, READ_CHILD, RECOGNISE
from alongside.access.policy import Reason
from alongside.agencies.models import Area, Post, Practitioner, Role, Scope
from alongside.cases.models import Case
from alongside.need_to_know import emergencies
from alongside.need_to_know.emergencies import Whom
from tests.cast import NOW

REASONS = tuple(dict.fromkeys(reason for policy in POLICIES for reason in (*policy.allow, *policy.deny)))
KEPT = [reason for reason in REASONS if not reason.looks_up]
LATER = NOW + timedelta(days=400)


class Only(SimpleNamespace):
    """Something that has these attributes and no other."""


def bare(scope: Scope) -> Scope:
    """The same scope, of posts that hold nothing but what its standing names."""
    return Scope(scope.practitioner, [
        Only(  # type: ignore[list-item]
            role=p.role, agency_id=p.agency_id, agency=Only(sector=p.agency.sector), team_id=p.team_id,
            team=Only(area_id=p.team.area_id, purpose=p.team.purpose) if p.team else None,
        )
        for p in scope.posts
    ])  # fmt: skip


def parts(condition: Q) -> list[Any]:
    """What a condition asks, written flat: names, SQL and what it is asked with."""
    flat: list[Any] = [condition.connector, condition.negated]
    for each in condition.children:
        if isinstance(each, Q):
            flat += parts(each)
        else:
            name, value = each
            flat += [name, *((value.sql, value.params) if isinstance(value, composed.Composed) else (value,))]
    return flat


def asks_only_where_somebody_works(reason: Reason, scope: Scope, clock: pytest.MonkeyPatch) -> bool:
    """Whether a reason composes the same SQL a year later, from bare posts, without asking the database."""
    with CaptureQueriesContext(connection) as asked:
        composed.forget()
        now = parts(composed.where(reason, scope))
        composed.forget()
        clock.setattr(timezone, "now", lambda: LATER)
        try:
            later = parts(composed.where(reason, bare(scope)))
        except AttributeError:
            return False
    return now == later and not asked.captured_queries


@pytest.mark.parametrize("reason", KEPT, ids=[reason.words for reason in KEPT])
def test_a_reason_that_is_kept_asks_only_where_somebody_works(
    reason: Reason,
    dana: Practitioner,
    helen: Practitioner,
    priya: Practitioner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for who in (dana, helen, priya):
        assert asks_only_where_somebody_works(reason, who.scope, monkeypatch), (
            "mark it looks_up, or put what it asks into Scope.standing"
        )


@pytest.mark.parametrize(
    "where",
    [
        lambda me: Q(pk__in=Case.objects.filter(opened_on__lte=timezone.localdate()).values("child")),
        lambda me: Q(area__in=[p.from_on for p in me.posts]),
        lambda me: Q(area__in=list(Area.objects.values_list("pk", flat=True))),
    ],
    ids=["the day", "since when a post is held", "what the database holds"],
)
def test_a_reason_that_asks_more_is_found(
    where: Callable[[Scope], Q], dana: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not asks_only_where_somebody_works(Reason("for a test", where), dana.scope, monkeypatch)


def test_only_what_a_rule_of_the_day_decides_is_looked_up_each_time() -> None:
    assert [reason.words for reason in REASONS if reason.looks_up] == [
        "this area lets your role open records in an emergency"
    ]


@pytest.mark.parametrize("policy", [READ_CHILD, RECOGNISE], ids=lambda policy: policy.id)
def test_an_emergency_that_was_running_when_its_condition_was_kept_still_ends(
    policy: policies.Policy, case: Case, wrenmouth: Area, noor: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not policy.allows(case.child, noor)
    emergencies.open_in_emergency(
        by=noor, area=wrenmouth, whom=Whom(reference="WREN-AMARA2"), why="Nobody answers.", now=NOW
    )
    assert policy.allows(case.child, noor)

    ends = EmergencyOpening.objects.get().ends_at
    monkeypatch.setattr(timezone, "now", lambda: ends)
    assert not policy.allows(case.child, noor)


def test_somebody_who_changes_posts_is_asked_anew(case: Case, priya: Practitioner) -> None:
    assert READ_CHILD.allows(case.child, priya)
    Post.objects.filter(practitioner=priya).update(role=Role.ANALYST)
    assert not READ_CHILD.allows(case.child, Practitioner.objects.get(pk=priya.pk))
