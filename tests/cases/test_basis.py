"""On what basis a child is helped on a day, and how many are helped on each."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from alongside.agencies.models import Area, Practitioner
from alongside.cases.basis import begin_in_need, early_help_on, end_in_need, in_need_on, is_in_need
from alongside.cases.episodes import open_or_begin_case
from alongside.cases.models import Case, InNeed
from alongside.closure.services import Closure, close_case
from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.referrals.front_door import Decided, decide
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from tests.cast import NOW

MARCH = datetime(2025, 3, 3, 10, 0, tzinfo=LONDON)


def refer(child: Person, by: Practitioner, at: datetime = MARCH) -> Referral:
    said = [Said(kind="concern", words="She is left alone at night.", said_by=by.name)]
    given = ReferralGiven(received_at=at, referrer_kind="practitioner", referrer=by, statements=said)
    return make_referral(
        by=by, area=child.area, children=[ReferredChild(known=child)], given=given, now=at
    )[0]  # fmt: skip


def decided(referral: Referral, by: Practitioner, outcome: str) -> Case:
    decide(by=by, referrals=[referral], decided=Decided(outcome=outcome, reasons="Weighed."), now=MARCH)
    return Case.objects.get(pk=referral.case_id)


def counted(area: Area, day: date) -> tuple[int, int]:
    """Early help and section 17 open on a day."""
    return early_help_on(area, day).count(), in_need_on(area, day).count()


def test_a_referral_begins_under_section_17_and_a_closure_ends_it(
    amara: Person, priya: Practitioner, maya: Practitioner, wrenmouth: Area
) -> None:
    referral = refer(amara, maya)
    assert counted(wrenmouth, date(2025, 3, 2)) == (0, 0)
    assert counted(wrenmouth, date(2025, 3, 3)) == (0, 1)
    case = decided(referral, priya, "section-17-assessment")
    closure = Closure(closed_on=date(2025, 4, 10), outcome="no-longer-in-need", reasons="All is well.")
    close_case(by=priya, child=amara, closure=closure, now=NOW)
    assert InNeed.objects.get(case=case).to_on == date(2025, 4, 10)
    assert counted(wrenmouth, date(2025, 4, 9)) == (0, 1)
    assert counted(wrenmouth, date(2025, 4, 10)) == (0, 0)


def test_a_referral_that_ends_at_once_ends_section_17_too(
    amara: Person, priya: Practitioner, maya: Practitioner
) -> None:
    case = decided(refer(amara, maya), priya, "no-further-action")
    assert case.closed_on == date(2025, 3, 3)
    assert not is_in_need(case)


def test_both_counts_follow_a_family_up_down_and_up_again(
    amara: Person, dana: Practitioner, wrenmouth: Area
) -> None:
    first = date(2025, 1, 6)
    case = open_or_begin_case(amara, on=first, by=dana, now=NOW, in_need=False)
    assert begin_in_need(case, on=date(2025, 2, 3), now=NOW)
    assert not begin_in_need(case, on=date(2025, 2, 10), now=NOW)
    assert end_in_need(case, on=date(2025, 3, 3))
    assert not end_in_need(case, on=date(2025, 3, 4))
    assert begin_in_need(case, on=date(2025, 4, 7), now=NOW)
    days = (first - timedelta(days=1), first, date(2025, 2, 2), date(2025, 2, 3), date(2025, 3, 2),
            date(2025, 3, 3), date(2025, 4, 6), date(2025, 4, 7))  # fmt: skip
    assert [counted(wrenmouth, day) for day in days] == [
        (0, 0), (1, 0), (1, 0), (0, 1), (0, 1), (1, 0), (1, 0), (0, 1),
    ]  # fmt: skip
    assert Case.objects.filter(child=amara, closed_on=None).count() == 1


def test_a_referral_on_early_help_changes_nothing_until_it_is_decided(
    amara: Person, maya: Practitioner, priya: Practitioner
) -> None:
    case = open_or_begin_case(amara, on=date(2025, 1, 6), by=maya, now=NOW, in_need=False)
    referral = refer(amara, maya)
    assert referral.case_id == case.pk
    assert not is_in_need(case)
    assert set(case.deadlines.values_list("rule_id", flat=True)) >= {
        "referral.acknowledgement", "referral.decision", "assessment.completion",
    }  # fmt: skip
    decided(referral, priya, "section-17-assessment")
    assert InNeed.objects.get(case=case).from_on == date(2025, 3, 3)


@pytest.mark.parametrize("outcome", ["section-17-assessment", "strategy-discussion"])
def test_an_open_case_is_never_two(
    amara: Person, maya: Practitioner, priya: Practitioner, outcome: str
) -> None:
    case = decided(refer(amara, maya), priya, outcome)
    again = refer(amara, maya, MARCH + timedelta(days=3))
    assert again.case_id == case.pk
    assert InNeed.objects.filter(case=case).count() == 1
