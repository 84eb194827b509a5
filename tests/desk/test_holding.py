"""Asking for all policies at once gives what asking for each gives."""

from __future__ import annotations

import pytest

from alongside.access.holding import policies_allowing
from alongside.access.policies import POLICIES

ABOUT_CHILDREN = tuple(policy for policy in POLICIES if policy.about == "child")
CAST = (
    "maya",
    "priya",
    "dana",
    "sam",
    "olu",
    "jamal",
    "helen",
    "tom",
    "ruth",
    "ada",
    "wyn",
    "stranger",
    "relative",
)


@pytest.mark.parametrize("name", CAST)
def test_all_at_once_is_the_same_as_one_by_one(
    name, request, case, school_involved, police_involved, django_assert_num_queries
):
    someone = request.getfixturevalue(name)
    assert someone.scope.practitioner == someone.pk
    with django_assert_num_queries(1):
        held = policies_allowing(case.child, someone, ABOUT_CHILDREN)
    assert held == {policy for policy in ABOUT_CHILDREN if policy.allows(case.child, someone)}
