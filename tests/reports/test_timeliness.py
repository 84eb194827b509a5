"""The timeliness report says what a recount straight from the file says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.census import made_up
from alongside.census.loading.returns import import_return
from alongside.chronology import kinds
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import refresh
from alongside.reports.timeliness import Period, late, rows
from tests.census.returns import REFERENCE
from tests.reports.recount import recount

NOW = datetime(2026, 6, 1, 9, tzinfo=UTC)
FIGURES = ("due", "met", "late", "open", "ended", "median", "quartiles")
YEAR = (date(2025, 4, 1), date(2026, 3, 31))

pytestmark = pytest.mark.django_db


def _synthetic() -> Path:
    """The clean synthetic file where it lies beside the repository; otherwise our own."""
    theirs = REFERENCE / "samples" / "synthetic_clean_2025_26.xml"
    return theirs if theirs.exists() else made_up.SHIPPED


def _report(area: Area, *options: str) -> dict:
    out = StringIO()
    call_command("timeliness", "--json", "--area", area.code, *options, stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("of", [_synthetic, lambda: made_up.SHIPPED], ids=["synthetic", "made up"])
def test_it_equals_a_recount_straight_from_the_file(of):
    path = of()
    area = import_return(path, now=NOW).area
    for first, last in (None, None), YEAR, (date(2025, 7, 1), date(2025, 9, 30)):
        options = ["--from", str(first), "--to", str(last)] if first else []
        told = {row["rule"]: {name: row[name] for name in FIGURES} for row in _report(area, *options)["rows"]}
        assert told == recount(path, first, last)
        assert told


def test_each_clock_has_a_row_of_its_own_and_its_figures_add_up():
    area = import_return(made_up.SHIPPED, now=NOW).area
    told = _report(area)["rows"]
    assert {row["rule"]: row["clock"] for row in told} == {
        "assessment.completion": "guidance",
        "assessment.completion-statistics": "statistics",
        "child-protection.initial-conference": "guidance",
        "child-protection.initial-conference-statistics": "statistics",
        "child-protection.first-review": "guidance",
        "child-protection.next-review": "guidance",
    }
    for row in told:
        assert row["due"] == row["met"] + row["late"] + row["open"]
        assert row["overdue"] <= row["open"]


def test_what_was_late_is_explained():
    area = import_return(made_up.SHIPPED, now=NOW).area
    told = _report(area, "--from", "2025-04-01", "--to", "2026-03-31")
    done_late = [each for each in told["late"] if each["done_on"]]
    assert len(done_late) == sum(row["late"] for row in told["rows"])
    conference = next(each for each in done_late if each["rule"] == "child-protection.initial-conference")
    assert conference["over"] == 1
    assert conference["unit"] == "working days"
    assert conference["source"] == "census 2025/26"
    assert conference["why"].startswith("Hold the initial child protection conference: due by ")
    assert "15 working days from the strategy discussion" in conference["why"]
    assert "Working Together 2023" in conference["why"]
    assert conference["why"].endswith("1 working day over.")
    assert told["told_on"] == "2026-03-31"
    assert sum(row["overdue"] for row in told["rows"]) == sum(
        each["done_on"] is None for each in told["late"]
    )
    waiting = [each for each in _report(area)["late"] if each["done_on"] is None]
    assert waiting
    assert all(each["why"].endswith("not done as far as the census 2025/26 tells.") for each in waiting)


@pytest.fixture
def protected(case: Case, dana: Practitioner) -> Case:
    """Amara is in police protection from Thursday evening; it ends an hour after the 72 hours."""
    begun = datetime(2025, 4, 10, 20, tzinfo=UTC)
    kinds.POLICE_PROTECTION_BEGUN.record(
        case, on=date(2025, 4, 10), at=begun, by=dana, now=NOW, who="a constable", why="Found alone."
    )
    kinds.POLICE_PROTECTION_ENDED.record(
        case, on=date(2025, 4, 13), at=begun.replace(day=13, hour=21), by=dana, now=NOW, what_next="Home."
    )
    refresh(case)
    return case


def test_a_limit_in_hours_is_measured_in_hours(protected):
    (row,) = rows(protected.area, Period(None, None, date(2025, 5, 1)))
    (over,) = late(protected.area, Period(None, None, date(2025, 5, 1)))
    assert (row.rule, row.unit, row.late, row.median) == ("emergency.police-protection", "hours", 1, 73.0)
    assert (over.over, over.unit, over.source) == (1, "hours", "")
    assert over.why.endswith("1 hour over.")


def test_a_limit_that_is_ours_and_not_done_says_how_long_it_is_overdue(case, dana):
    kinds.REFERRAL_RECEIVED.record(
        case, on=date(2025, 4, 1), by=dana, now=NOW, referrer="The school", concern=""
    )
    refresh(case)
    told = list(late(case.area, Period(None, None, date(2025, 4, 4))))
    assert {each.rule for each in told} == {"referral.acknowledgement", "referral.decision"}
    assert all(each.why.endswith("not done, 2 working days over.") for each in told)


def test_nothing_with_no_number_is_counted(case, dana):
    details = {"decided": "section-17-assessment", "outcome": "", "decider": "", "reasons": ""}
    kinds.REFERRAL_DECIDED.record(case, on=date(2025, 4, 1), by=dana, now=NOW, **details)
    refresh(case)
    assert Deadline.objects.filter(case=case, due_on=None).exists()
    assert rows(case.area, Period(None, None, date(2026, 1, 1))) == []


def test_one_areas_figures_are_not_anothers(case):
    area = import_return(made_up.SHIPPED, now=NOW, area_code=case.area.code).area
    other = Area.objects.create(code="198", name="Farholme", prefix="FARH")
    assert _report(area)["rows"]
    assert _report(other)["rows"] == []


def test_people_get_a_table_and_the_first_twenty_reasons():
    import_return(made_up.SHIPPED, now=NOW)
    out = StringIO()
    call_command("timeliness", stdout=out)
    text = out.getvalue()
    assert text.startswith("Timeliness in 199 Wrenmouth, everything on record")
    assert "assessment.completion-statistics" in text
    assert text.count(": due by ") == 20
    assert "more; --late lists them all" in text
    out = StringIO()
    call_command("timeliness", "--late", stdout=out)
    assert out.getvalue().count(": due by ") > 20


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--from", "1 April 2025"], "is not a day"),
        (["--from", "2025-04-02", "--to", "2025-04-01"], "ends on 2025-04-01 before it begins"),
        (["--area", "777"], "There is no area with the code 777"),
    ],
)
def test_what_it_cannot_understand_it_says(options, said, wrenmouth):
    with pytest.raises(CommandError, match=said):
        call_command("timeliness", *options, stdout=StringIO())


def test_with_no_area_at_all_it_says_what_to_do(db):
    with pytest.raises(CommandError, match="Import a return or make the demo borough first"):
        call_command("timeliness", stdout=StringIO())


def test_an_area_with_nothing_says_so(wrenmouth):
    out = StringIO()
    call_command("timeliness", stdout=out)
    assert "No time limit falls in this period." in out.getvalue()
