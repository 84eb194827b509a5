"""What old rows of the audit say is removed, each kind at its own time; the chain stays whole, and says so."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from dateutil.relativedelta import relativedelta
from django.conf import LazySettings
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from alongside import written_once
from alongside.agencies.models import Area, Practitioner
from alongside.audit import reading, removing, triggers, verifying
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import proof
from alongside.chronology.models import Entry
from alongside.people.models import Person
from tests.audit.test_verify import in_lane, problems, verify, without_guards

#: By the machine's own clock, which the database holds to.
TODAY = datetime.now(UTC)
THREE, EIGHT = (TODAY - relativedelta(years=years) for years in (3, 8))


@pytest.fixture
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.CONFIG = settings.CONFIG.model_copy(update={"data_folder": tmp_path})
    return tmp_path


@pytest.fixture
def old(wrenmouth: Area, amara: Person, folder: Path) -> list[Row]:
    """Eight years ago, three years ago and now: somebody opened a record and a list, and changed something."""
    for at in (EIGHT, THREE, TODAY):
        for lane in (3, 5):
            by = in_lane(lane) if at is EIGHT else again(lane)
            for action in (Action.READ, Action.LIST, Action.CHANGE):
                about = amara.pk if action is not Action.LIST else None
                write(action, area=wrenmouth, by=by, about=about, about_kind="child" if about else "", now=at,
                      ground=["you lead — “it”"], count=2)  # fmt: skip
    return list(Row.objects.order_by("lane", "number"))


def again(lane: int) -> Practitioner:
    return Practitioner.objects.get(pk=UUID(int=lane))


def remove_all(held: set[UUID] | None = None) -> int:
    return sum(
        done for one in removing.over(TODAY, held or set()) for done in removing.remove(one, held or set())
    )


def left() -> list[tuple[str, int, bool]]:
    """Each row written before: its action, its year's distance, and whether it still says what it said."""
    rows = Row.objects.exclude(action=Action.ERASE).order_by("lane", "number")
    return [(row.action, TODAY.year - row.at.year, row.actor_kind != "removed") for row in rows]


def test_each_kind_goes_at_its_own_time(old: list[Row]) -> None:
    assert remove_all() == 6
    for lane in (left()[:9], left()[9:]):
        assert lane == [
            ("read", 8, False), ("list", 8, False), ("change", 8, True),
            ("read", 3, True), ("list", 3, False), ("change", 3, True),
            ("read", 0, True), ("list", 0, True), ("change", 0, True),
        ]  # fmt: skip


def test_nothing_is_left_of_who_looked_at_whom_and_the_chain_is_whole(old: list[Row], amara: Person) -> None:
    before = {(row.lane, row.number): (row.hash, row.previous, row.at) for row in old}
    remove_all()
    for row in Row.objects.filter(actor_kind="removed"):
        assert (row.actor, row.about, row.about_kind, row.page, row.reasons) == (None, None, "", "", [])
        assert set(row.more) == {"rest"}
        assert (row.hash, row.previous, row.at) == before[row.lane, row.number]
    told = verify()
    assert (told["problems"], told["removed"]) == ([], {"read": 2, "list": 4})


def test_verify_says_what_was_removed_and_under_which_rule(old: list[Row]) -> None:
    remove_all()
    out = StringIO()
    call_command("audit_verify", stdout=out)
    assert "Of 4 rows “list”, what they said was removed at the end of their 2 years." in out.getvalue()
    assert "Of 2 rows “read”, what they said was removed at the end of their 7 years." in out.getvalue()


def test_removing_is_itself_written(old: list[Row]) -> None:
    remove_all()
    erased = [row.more for row in Row.objects.filter(action=Action.ERASE)]
    assert {(one["kind"], one["rows"]) for one in erased} == {("read", 1), ("list", 2)}
    assert {one["what"] for one in erased} == {"audit-rows-removed"}
    assert remove_all() == 0


def test_rows_about_a_child_who_is_held_stay(old: list[Row], amara: Person) -> None:
    remove_all({amara.pk})
    assert Row.objects.filter(actor_kind="removed").exclude(action=Action.LIST).count() == 0
    assert Row.objects.filter(actor_kind="removed").count() == 4


def test_it_can_be_broken_off_and_goes_on(old: list[Row], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removing, "BATCH", 1)
    one = next(each for each in removing.over(TODAY) if each.action is Action.LIST)
    next(removing.remove(one))
    assert Row.objects.filter(actor_kind="removed").count() == 1
    assert verify()["problems"] == []
    assert remove_all() == 5


def test_checkpoints_from_before_still_hold(old: list[Row], folder: Path) -> None:
    call_command("audit_checkpoint", stdout=StringIO())
    remove_all()
    assert (verify()["checkpoints"], verify()["problems"]) == (1, [])


def test_an_export_with_removed_rows_is_verified_by_one_file(old: list[Row], folder: Path) -> None:
    remove_all()
    export = folder / "audit.tsv"
    call_command("audit_export", export, stdout=StringIO())
    done = subprocess.run(
        [sys.executable, "-I", "-S", verifying.__file__, str(export)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "Of 4 rows “list”" in done.stdout


# What is refused, and what is found


STRIP = removing.STATEMENT.split("WHERE")[0]


def stripped(where: str) -> str:
    return STRIP.format(digest=removing.DIGEST[connection.vendor]) + f" WHERE {where}"


SPOILT = {
    "before its time": stripped("action = 'change'"),
    "a young list": stripped("action = 'list' AND number > 6"),
    "with another digest": stripped("action = 'list' AND number = 2").replace(
        '\'{"rest":"\' ||', '\'{"rest":"x\' ||'
    ),
    "with another action": stripped("action = 'list' AND number = 2").replace(
        "SET ", "SET action = 'read', "
    ),
    "with another moment": stripped("action = 'list' AND number = 8").replace(
        "SET ", "SET at = '2001-01-01 00:00:00', "
    ),
    "keeping who": "UPDATE audit_row SET about = NULL WHERE number = 1",
    "the row": "DELETE FROM audit_row WHERE number = 2",
}


@pytest.mark.parametrize("statement", SPOILT.values(), ids=SPOILT.keys())
def test_the_database_removes_in_no_other_way(old: list[Row], statement: str) -> None:
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        connection.cursor().execute(statement)
    assert verify()["problems"] == []


FOUND = {
    "before its time": "what it says was removed before its time: “change” is kept for 75 years",
    "a young list": "what it says was removed before its time: “list” is kept for 2 years",
    "with another digest": "its words do not give its hash",
    "with another action": "its words do not give its hash",
    "with another moment": "its words do not give its hash",
    "keeping who": "its words do not give its hash",
    "the row": "are missing before it",
}


@pytest.mark.parametrize("name", FOUND)
def test_what_is_done_behind_the_triggers_is_found(old: list[Row], name: str) -> None:
    without_guards(SPOILT[name])
    assert FOUND[name] in problems()


class Trusting(verifying.Verifier):
    """The seeded fault: it does not ask whether the time of a removed row was over."""

    def _was_over(self, *_: object) -> Iterator[verifying.Problem]:
        yield from ()


def test_a_verifier_that_does_not_look_at_the_time_overlooks_it(old: list[Row]) -> None:
    without_guards(SPOILT["before its time"])
    assert list(Trusting().take(reading.rows())) == []
    assert len(list(verifying.Verifier().take(reading.rows()))) == 6


def test_the_times_in_the_file_that_stands_alone_are_those_of_the_service() -> None:
    assert {action.value: verifying.kept_years(action) for action in Action} == {
        action.value: action.kept_years for action in Action
    }


def test_the_command_says_it_first_and_then_does_it(old: list[Row], amara: Person) -> None:
    said, done = StringIO(), StringIO()
    call_command("audit_dispose", "--dry-run", stdout=said)
    assert "Opened a list: 4 rows" in said.getvalue()
    assert Row.objects.filter(actor_kind="removed").count() == 0
    call_command("audit_dispose", "--due", stdout=done)
    assert "Opened: 2 rows" in done.getvalue()
    assert Row.objects.filter(actor_kind="removed").count() == 6
    assert written_once.missing(connection) | triggers.missing(connection) == set()


def test_an_entry_whose_act_was_so_long_ago_needs_no_row_that_names_it(
    case: Case, dana: Practitioner, folder: Path
) -> None:
    """Seventy-six years: the row no longer says which entry it made. One that was put in still shows."""
    long_ago = TODAY - relativedelta(years=76)
    entry, forged = (
        Entry.objects.create(
            area=case.area, child=case.child, case=case, kind="plan-changed", happened_on=at.date(), recorded_at=at,
            recorded_by=dana,
        )
        for at in (long_ago, long_ago - relativedelta(days=1))
    )  # fmt: skip
    proof.write_act(entry)
    assert remove_all() == 1
    assert [one["what"] for one in verify()["problems"]] == [
        f"the entry {forged.pk} was put in without an act"
    ]
