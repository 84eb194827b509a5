"""A caseload under another text: what would be earlier, later, new or gone; overdue; and what records fall short of."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from alongside.agencies.models import Area, Practitioner, Team
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.clocks import CLOCKS
from alongside.deadlines.projection import reckon
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.guidance.kernel.dated import Dated
from alongside.guidance.variant import Change, Variant, instead
from alongside.people.models import Person
from alongside.replay.found import Replay
from alongside.replay.reading_only import WouldWrite, in_a_transaction_undone, reading_only
from alongside.replay.running import TooMany, run
from tests.cast import child_of

pytestmark = pytest.mark.django_db

CONFERENCE = "child-protection.initial-conference"
NOON = datetime(2025, 6, 18, 11, tzinfo=UTC)


def tried(area: Area, rules: dict[str, str], base: str = "", now: datetime = NOON, **asked: Any) -> Replay:
    changes = {id: Change(tuple(lines.splitlines())) for id, lines in rules.items()}
    return run(area, instead(Variant("Tried", base, changes)), now, **asked)


def begun(happened: Any, on: date = date(2025, 6, 2)) -> None:
    happened(kinds.STRATEGY_DISCUSSION_HELD, on, decided="section-47-enquiry", begins_enquiry=True)


def test_a_shorter_limit_is_earlier_and_overdue_where_its_day_has_passed(
    wrenmouth: Area, case: Case, happened: Any
) -> None:
    begun(happened)
    (one,) = tried(wrenmouth, {CONFERENCE: "10 working days"}).differences
    assert one.was
    assert one.would
    # Counted by hand from Monday 2 June 2025: three weeks, and two.
    assert (one.was.due_on, one.would.due_on) == (date(2025, 6, 23), date(2025, 6, 16))
    assert (one.how, one.overdue_only_then, one.overdue_only_now, one.outstanding) == (
        "earlier",
        True,
        False,
        True,
    )
    assert (one.whose.reference, one.whose.team) == ("WREN-AMARA2", "Harbour team")


def test_a_longer_limit_is_later_and_takes_overdue_away(wrenmouth: Area, case: Case, happened: Any) -> None:
    begun(happened)
    found = tried(wrenmouth, {CONFERENCE: "20 working days"}, now=datetime(2025, 6, 25, 11, tzinfo=UTC))
    (one,) = found.differences
    assert (one.how, one.overdue_only_now) == ("later", True)
    assert one.would
    assert one.would.due_on == date(2025, 6, 30)
    (load,) = found.loads(4)
    assert (load.team, load.responsible, load.was, load.would) == (
        "Harbour team",
        "lead practitioner",
        [1, 0, 0, 0, 0],
        [0, 1, 0, 0, 0],
    )
    assert load.more == 0
    (together,) = found.loads(8, at_once=4)
    assert (together.was, together.would) == ([1, 0, 0], [0, 1, 0])


def test_a_limit_that_is_done_says_whether_it_would_have_been_late(
    wrenmouth: Area, case: Case, happened: Any
) -> None:
    begun(happened)
    happened(kinds.INITIAL_CONFERENCE_HELD, date(2025, 6, 20), decided="no-plan")
    (one,) = tried(wrenmouth, {CONFERENCE: "10 working days"}).differences
    assert (one.late_only_then, one.late_only_now, one.outstanding) == (True, False, False)


def test_a_limit_that_is_no_longer_asked_vanishes_and_one_in_words_loses_its_date(
    wrenmouth: Area, case: Case, happened: Any
) -> None:
    begun(happened)
    (gone,) = tried(wrenmouth, {CONFERENCE: "nothing"}).differences
    (worded,) = tried(wrenmouth, {CONFERENCE: "no number: as soon as possible"}).differences
    assert (gone.how, gone.would, worded.how) == ("vanishes", None, "undated")


def test_a_text_that_governs_from_the_start_also_governs_before_any_was_encoded(
    wrenmouth: Area, case: Case, happened: Any
) -> None:
    Case.objects.filter(pk=case.pk).update(opened_on=date(2016, 1, 4))
    begun(happened, date(2016, 2, 1))
    found = {one.rule: one for one in tried(wrenmouth, {}, "WT2018").differences}
    would = found[CONFERENCE].would
    assert found[CONFERENCE].how == "appears"
    assert would
    assert would.due_on == date(2016, 2, 22)


def test_a_limit_that_is_over_starts_no_clock(case: Case, happened: Any) -> None:
    begun(happened)
    entries = list(Entry.objects.filter(case=case))
    clock = next(one for one in CLOCKS if one.rule.id == CONFERENCE)
    (said,) = (one for one in clock.rule.within.provisions if one.citation.source.id == "WT2023-2023-12")
    over = replace(clock, rule=replace(clock.rule, within=Dated(replace(said, over=True))))
    assert len(reckon(case, entries, ENGLAND_AND_WALES, (clock,))) == 1
    assert reckon(case, entries, ENGLAND_AND_WALES, (over,)) == []


def test_what_an_edition_says_the_same_is_no_difference(wrenmouth: Area, case: Case, happened: Any) -> None:
    begun(happened)
    assert tried(wrenmouth, {}, "WT2018").of_rule(CONFERENCE) == []


def test_closed_cases_and_other_areas_are_left_out(
    wrenmouth: Area, case: Case, happened: Any, stranger: Practitioner
) -> None:
    begun(happened)
    other = Area.objects.get(code="198")
    assert tried(other, {CONFERENCE: "10 working days"}).differences == []
    happened(kinds.CASE_CLOSED, date(2025, 6, 12), reason="RC1")
    Case.objects.filter(pk=case.pk).update(closed_on=date(2025, 6, 12), closure_reason="RC1")
    assert tried(wrenmouth, {CONFERENCE: "10 working days"}).cases == 0


def test_only_a_child_whose_record_the_reader_may_open_is_named(
    wrenmouth: Area, case: Case, happened: Any, sam: Practitioner, ada: Practitioner
) -> None:
    begun(happened)
    mine, theirs = (
        tried(wrenmouth, {CONFERENCE: "10 working days"}, reader=me).differences[0] for me in (sam, ada)
    )
    assert (mine.whose.shown, mine.whose.called) == (True, "Amara Okoye")
    assert (theirs.whose.shown, theirs.whose.called, theirs.whose.reference) == (False, "", "")


def test_whether_a_text_of_which_nothing_is_held_asks_for_what_was_missing_cannot_be_told(
    wrenmouth: Area, case: Case, happened: Any
) -> None:
    entry = happened(kinds.CHILD_IN_NEED_PLAN_STARTED, date(2025, 6, 20))
    record_shortfall(entry, "child-in-need.plan-content", ["Aims"])
    (one,) = tried(wrenmouth, {}, "WT2018").shortfalls
    assert one.still is None


SHORT = (
    ("- analysis", ["Analysis"], ((), ())),
    ("- analysis", ["Analysis", "Why the conference is held"], (("Why the conference is held",), ())),
    ("+ What if not", ["Analysis"], (("Analysis",), ("What if not",))),
    ("nothing", ["Analysis"], ((), ())),
)


@pytest.mark.parametrize(("asks", "missing", "comes_to"), SHORT)
def test_a_shortfall_is_asked_again_under_the_other_text(
    wrenmouth: Area, case: Case, happened: Any, asks: str, missing: list[str], comes_to: tuple[Any, Any]
) -> None:
    entry = happened(kinds.INITIAL_CONFERENCE_HELD, date(2025, 6, 20), decided="no-plan")
    record_shortfall(entry, "child-protection.conference-report", missing)
    (one,) = tried(wrenmouth, {"child-protection.conference-report": asks}).shortfalls
    assert one.recorded == tuple(missing)
    assert (one.still, one.not_asked_then) == comes_to


def test_whether_another_who_would_do_was_there_is_not_guessed(
    wrenmouth: Area, case: Case, happened: Any
) -> None:
    entry = happened(kinds.ASSESSMENT_APPROVED, date(2025, 6, 20))
    rule = "authority.assessment-approval"
    record_shortfall(entry, rule, ["social-work-qualified practice supervisor or manager"])
    (one,) = tried(wrenmouth, {}, "WT2018").shortfalls
    assert (one.rule, one.not_asked_then) == (rule, ("social worker",))
    assert not one.still


def test_a_shortfall_in_other_words_cannot_be_told(wrenmouth: Area, case: Case, happened: Any) -> None:
    entry = happened(kinds.INITIAL_CONFERENCE_HELD, date(2025, 6, 20), decided="no-plan")
    Shortfall.objects.create(
        area=wrenmouth,
        case=case,
        entry=entry,
        rule_id="child-protection.conference-report",
        words="As it was said then.",
    )
    (one,) = tried(wrenmouth, {"child-protection.conference-report": "- analysis"}).shortfalls
    assert one.still is None


def more_cases(area: Area, team: Team, dana: Practitioner, number: int) -> None:
    """So many children more, each with a case, who leads, and an enquiry begun."""
    already = Person.objects.count()
    for n in range(already, already + number):
        child = child_of(area, f"Child {n}", f"WREN-C{n:05}")
        case = Case.objects.create(area=area, child=child, opened_on=date(2025, 5, 1), recorded_by=dana)
        Allocation.objects.create(area=area, case=case, practitioner=dana, team=team, from_on=case.opened_on)
        Entry.objects.create(
            area=area, child=child, case=case, kind=kinds.STRATEGY_DISCUSSION_HELD.id, happened_on=date(2025, 6, 2),
            details={"decided": "section-47-enquiry", "begins_enquiry": True}, recorded_by=dana,
        )  # fmt: skip


def test_it_asks_the_same_number_of_queries_for_fifty_cases_and_three_hundred(
    wrenmouth: Area, harbour_team: Team, dana: Practitioner, sam: Practitioner
) -> None:
    assert sam.scope.posts, "who asks is known before"
    asked = []
    for more in (50, 250):
        more_cases(wrenmouth, harbour_team, dana, more)
        with CaptureQueriesContext(connection) as queries:
            found = tried(
                wrenmouth,
                {CONFERENCE: "10 working days", "child-protection.conference-report": "- analysis"},
                reader=sam,
            )
        asked.append((found.cases, len(found.differences), len(queries)))
    assert [(cases, limits) for cases, limits, _ in asked] == [(50, 50), (300, 300)]
    assert asked[0][2] == asked[1][2] <= 4


def test_more_cases_than_a_page_can_look_at_are_refused_before_they_are(
    wrenmouth: Area, harbour_team: Team, dana: Practitioner
) -> None:
    more_cases(wrenmouth, harbour_team, dana, 3)
    with pytest.raises(TooMany):
        tried(wrenmouth, {CONFERENCE: "10 working days"}, most=2)


def test_nothing_can_be_written_while_it_is_worked_out(wrenmouth: Area) -> None:
    with reading_only():
        assert Area.objects.count() == 1
        with pytest.raises(WouldWrite), transaction.atomic():
            Area.objects.update(name="Elsewhere")
        with pytest.raises(WouldWrite), transaction.atomic():
            Area.objects.bulk_create([Area(code="001", name="X", prefix="XXXX")])
    with in_a_transaction_undone(), pytest.raises(WouldWrite), transaction.atomic():
        wrenmouth.delete()
    Area.objects.update(name="Wrenmouth again")
    assert Area.objects.get().name == "Wrenmouth again"
