"""What a replay says of the demo's borough, recounted from its entries by plain arithmetic of another kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta

from alongside.agencies.models import Area
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.demo import beside
from alongside.demo import borough as whole
from alongside.demo.organisation import lay_out
from alongside.guidance.variant import Change, Variant, instead
from alongside.replay.found import Replay
from alongside.replay.running import run
from tests.access.matrix_world import undone
from tests.guidance import naive

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once("What a text says of entries does not depend on the database they stand in."),
]

UNTIL = date(2026, 6, 1)
NOON = datetime(2026, 6, 1, 11, tzinfo=UTC)
BEGAN_2023 = date(2023, 12, 15)
#: What 2018 asks in numbers, as its text gives them: working days, or months.
IN_2018 = {
    "referral.acknowledgement": 1, "referral.decision": 1, "assessment.completion": 45,
    "child-protection.initial-conference": 15, "child-protection.first-core-group": 10,
    "child-protection.first-review": relativedelta(months=3), "child-protection.next-review": relativedelta(months=6),
}  # fmt: skip


@pytest.fixture(scope="module")
def borough(django_db_setup: None, django_db_blocker: Any) -> Iterator[Area]:
    with django_db_blocker.unblock(), undone():
        made = lay_out(password="only for a test")
        whole.fill(made, seed=1, until=UNTIL, people=80)
        beside.run_beside(made, UNTIL)
        yield made.area


@pytest.fixture(scope="module")
def in_2018(borough: Area, django_db_blocker: Any) -> Replay:
    with django_db_blocker.unblock():
        return run(borough, instead(Variant("2018", "WT2018")), NOON, closed_too=True)


def standing(area: Area) -> list[Entry]:
    """Every entry that nothing corrects, with its child."""
    rows = Entry.objects.filter(area=area, corrected_by=None)
    return list(rows.select_related("child"))


def not_in_2018(entry: Entry) -> Iterator[str]:
    """The limits that an entry starts and 2018 did not set, told from the words of the entry alone."""
    if entry.happened_on < BEGAN_2023:
        return  # Before that day nothing of the later text governs either.
    told: dict[str, Any] = entry.details
    step = (told.get("strand"), told.get("step"))
    chosen = told.get("chosen") or {}
    if step == ("pre-proceedings", "begun"):
        yield from ("pre-proceedings.letter-sent", "family-group.offer")
    if step == ("national-referral-mechanism", "signs-seen"):
        yield "trafficking.referral"
    if step == ("youth-justice", "held") and chosen.get("how") == "remand":
        yield "custody.remand-visit"
    if step == ("prison-enquiry", "received") and chosen.get("from") == "prison":
        yield "prison.enquiry-reply"
    if entry.kind == "child-in-need-moves" and told.get("decided") == "away" and not told.get("passed_on"):
        yield "child-in-need.moved-area"
    if entry.kind in ("child-in-need-plan-started", "child-in-need-plan-reviewed") and entry.child.born_on:
        eighteen = entry.child.born_on + relativedelta(years=18)
        if eighteen - relativedelta(years=3) <= entry.happened_on <= eighteen:
            yield "child-in-need.change-planned"
    if entry.kind == "assessment-approved" and "assessment.referrer-told" not in told.get("completes", ()):
        yield "assessment.referrer-told"


def test_the_limits_that_2018_did_not_set_are_those_and_no_others(borough: Area, in_2018: Replay) -> None:
    counted = Counter(
        (rule, one.case_id, one.happened_on) for one in standing(borough) for rule in not_in_2018(one)
    )
    gone = Counter(
        (one.rule, one.whose.case, one.starts_on) for one in in_2018.differences if one.how == "vanishes"
    )
    assert sum(gone.values()) >= 3
    assert gone == counted
    stored = Deadline.objects.filter(area=borough, rule_id__in={rule for rule, _, _ in counted})
    assert Counter(stored.values_list("rule_id", "case_id", "starts_on")) == counted


def test_every_date_that_2018_sets_in_numbers_is_the_one_that_stands(borough: Area, in_2018: Replay) -> None:
    stored = Deadline.objects.filter(area=borough, rule_id__in=IN_2018).exclude(due_on=None)
    looked_at: Counter[str] = Counter()
    for one in stored:
        limit = IN_2018[one.rule_id]
        then = naive.after(one.starts_on, limit) if isinstance(limit, int) else one.starts_on + limit
        assert one.due_on == then, one
        looked_at[one.rule_id] += 1
    assert looked_at.keys() == IN_2018.keys()
    assert {one.how for one in in_2018.differences} == {"vanishes"}, (
        "so the replay finds no other date either"
    )


def test_ten_days_instead_of_fifteen_are_counted_the_same_by_hand(borough: Area) -> None:
    rule = "child-protection.initial-conference"
    found = run(
        borough, instead(Variant("Ten", "", {rule: Change(("10 working days",))})), NOON, closed_too=True
    )
    begun = [
        one for one in standing(borough)
        if one.kind == "strategy-discussion-held" and one.details.get("begins_enquiry")
        and rule not in one.details.get("not_measured", ())
    ]  # fmt: skip
    by_hand = Counter(
        (one.case_id, naive.after(one.happened_on, 15), naive.after(one.happened_on, 10)) for one in begun
    )
    told = Counter(
        (one.whose.case, one.was.due_on, one.would.due_on)
        for one in found.differences
        if one.was and one.would
    )
    assert len(begun) >= 3
    assert told == by_hand


def test_the_counts_are_the_sums_of_what_was_found(in_2018: Replay) -> None:
    rules, teams = in_2018.by_rule(), in_2018.by_team()
    number = len(in_2018.differences)
    assert sum(one.limits for one in rules.values()) == sum(one.limits for one in teams.values()) == number
    dated = sum(1 for one in in_2018.differences if one.was and one.was.outstanding and one.was.due_on)
    assert sum(sum(load.was) for load in in_2018.loads(104)) == dated
    assert sum(load.more for load in in_2018.loads(104)) == -dated
