"""Explaining access: for one practitioner and one child, for oneself, and every policy on one page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.access import policies
from alongside.access.models import Seal
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.need_to_know.explaining import explain
from tests.access.expected import CAST, ON_A_CHILD
from tests.pages import MOST_QUERIES, Read


@pytest.mark.parametrize(
    "who", ["maya", "priya", "dana", "sam", "olu", "helen", "tom", "ada", "wyn", "relative"]
)
def test_it_says_what_the_policies_say(
    who: str, case: Case, school_involved: object, police_involved: object, request: pytest.FixtureRequest
) -> None:
    me = request.getfixturevalue(who)
    told = {one.policy.id: one.allowed for one in explain(case.child, me)}
    assert told == {policy: policies_allow(policy, case, me) for policy in told}
    assert set(told) <= set(ON_A_CHILD)
    assert who in CAST


def policies_allow(policy: str, case: Case, me: Practitioner) -> bool:
    (found,) = [one for one in policies.POLICIES if one.id == policy]
    return found.allows(case.child, me)


def test_it_says_which_denial_wins(case: Case, seal: Callable[..., Seal], relative: Practitioner) -> None:
    seal()
    (read,) = [one for one in explain(case.child, relative) if one.policy.id == "read-child"]
    assert read.allows == ("your team works with this child",)
    assert read.denies == ("this record is closed to you", "this record is sealed, and you hold no key")
    assert not read.allowed


def test_a_page_explains_the_access_of_one_practitioner(
    read: Callable[..., Read], case: Case, dana: Practitioner, relative: Practitioner
) -> None:
    read(dana, "/children/WREN-AMARA2/")  # The first page begins a chain of the audit.
    page = read(dana, f"/children/WREN-AMARA2/explain-access/?practitioner={relative.pk}")
    assert page.h1 == ["Explain access"]
    assert (
        "Denied, because this record is closed to you. This wins over everything else, although your team works "
        "with this child."
    ) in page.text
    assert len(page.sql) <= MOST_QUERIES
    allowed = read(dana, f"/children/WREN-AMARA2/explain-access/?practitioner={dana.pk}").text
    assert "Open the record of this child Allowed Allowed Why You are the lead practitioner" in allowed


def test_nobody_explains_a_record_that_they_may_not(
    read: Callable[..., Read], case: Case, seal: Callable[..., Seal], noor: Practitioner, olu: Practitioner
) -> None:
    seal()
    for one in (noor, olu):
        assert read(one, "/children/WREN-AMARA2/explain-access/").status == 404


def test_everybody_reads_what_they_may_do_and_why(
    read: Callable[..., Read], case: Case, sam: Practitioner, ada: Practitioner
) -> None:
    page = read(sam, "/access/mine/")
    assert "Your team works with this child Records 1" in page.text
    assert "See the figures of Wrenmouth" in page.text
    assert len(page.sql) <= MOST_QUERIES
    assert "You may open no child’s record today." in read(ada, "/access/mine/").text


def test_every_policy_stands_on_one_page(read: Callable[..., Read], helen: Practitioner) -> None:
    page = read(helen, "/access/")
    for policy in policies.POLICIES:
        assert policy.action[1:] in page.text
        for reason in (*policy.allow, *policy.deny):
            assert reason.words in page.text
    assert "Adoption: is never opened in an emergency" in page.text
    assert len(page.sql) <= MOST_QUERIES
