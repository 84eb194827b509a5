"""The commands that prove the audit, on a real database whose guards an insider has taken away."""

from __future__ import annotations

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from django.db import connection

from alongside import written_once
from alongside.agencies.models import Area, Practitioner
from alongside.audit import bulk, checkpoints, triggers, verifying
from alongside.audit.actions import Action
from alongside.audit.models import Head, Row
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from tests.cast import NOW, TODAY


@pytest.fixture
def folder(settings: LazySettings, tmp_path: Path) -> Path:
    settings.CONFIG = settings.CONFIG.model_copy(update={"data_folder": tmp_path})
    return tmp_path


def in_lane(lane: int) -> Practitioner:
    """Somebody whose rows go to this lane."""
    return Practitioner.objects.create(
        id=UUID(int=lane), email=f"{lane}@wrenmouth.example", name=f"Number {lane}"
    )


@pytest.fixture
def audited(case: Case, folder: Path) -> list[Row]:
    """Thirty rows by two practitioners, three of them acts, after which a checkpoint was taken."""
    dana, sam = in_lane(3), in_lane(5)
    for number in range(27):
        by = sam if number % 3 else dana
        write(
            Action.READ,
            area=case.area,
            by=by,
            about=case.child_id,
            about_kind="child",
            now=NOW,
            page="desk:child",
        )
    for what in ("One.", "Two.", "Three."):
        kinds.PLAN_CHANGED.record(case, on=TODAY, by=dana, now=NOW, what=what)
    call_command("audit_checkpoint", stdout=StringIO())
    return list(Row.objects.order_by("lane", "number"))


def verify(*arguments: Any) -> dict[str, Any]:
    out = StringIO()
    code = 0
    try:
        call_command("audit_verify", "--json", *arguments, stdout=out)
    except CommandError as problem:
        code = problem.returncode
    told: dict[str, Any] = json.loads(out.getvalue())
    assert code == (1 if told["problems"] else 0)
    return told


def problems(*arguments: Any) -> str:
    return "\n".join(str(one) for one in verify(*arguments)["problems"])


def without_guards(statement: str, *given: Any) -> None:
    """What an insider does: lift the triggers, change what they like, and lay them again."""
    written_once.lift(connection)
    triggers.lift(connection)
    connection.cursor().execute(statement, given)
    triggers.lay(connection)
    written_once.lay(connection)


def test_nothing_is_wrong_when_nobody_touched_anything(audited: list[Row]) -> None:
    told = verify()
    assert (told["rows"], told["checkpoints"], told["problems"]) == (30, 1, [])


@pytest.mark.parametrize("column", ["action", "page", "ground", "details", "actor_kind", "about_kind"])
def test_a_changed_word_is_found(audited: list[Row], column: str) -> None:
    row = audited[4]
    without_guards(
        f"UPDATE audit_row SET {column} = 'x' WHERE lane = %s AND number = %s", row.lane, row.number
    )

    (found,) = [one for one in verify()["problems"] if "was changed" in one["what"]]
    assert (found["area"], found["lane"], found["number"]) == (row.area.hex, row.lane, row.number)


def test_a_changed_moment_is_found(audited: list[Row]) -> None:
    without_guards("UPDATE audit_row SET at = '2020-01-01 00:00:00' WHERE number = 3")
    assert problems().count("its words do not give its hash") == 2


def test_a_removed_row_is_found(audited: list[Row]) -> None:
    without_guards("DELETE FROM audit_row WHERE number = 5")
    assert problems().count("rows from 5 on are missing before it") == 2


def test_rows_that_changed_places_are_found(audited: list[Row]) -> None:
    without_guards("UPDATE audit_row SET number = 999 WHERE number = 4")
    assert "rows from 4 on are missing" in problems()


def test_an_end_cut_off_with_its_head_is_found_by_the_checkpoint_alone(
    audited: list[Row], folder: Path
) -> None:
    last = audited[-1]
    without_guards("DELETE FROM audit_row WHERE lane = %s AND number > 6", last.lane)
    without_guards(
        "UPDATE audit_head SET number = 6, hash = (SELECT hash FROM audit_row r WHERE r.lane = audit_head.lane "
        "AND r.number = 6) WHERE lane = %s", last.lane,
    )  # fmt: skip
    assert "some were removed, or this is an older copy" in problems()


def test_a_chain_that_is_gone_is_found(audited: list[Row]) -> None:
    without_guards("DELETE FROM audit_row WHERE lane = %s", audited[0].lane)
    assert "the chain should end at row" in problems()


def test_an_entry_changed_behind_the_triggers_is_found(audited: list[Row]) -> None:
    without_guards("UPDATE chronology_entry SET happened_on = '2020-01-01'")
    assert problems().count("is not as it was recorded") == 3


def test_an_entry_removed_is_found(audited: list[Row]) -> None:
    entry = Entry.objects.first()
    assert entry is not None
    without_guards("DELETE FROM chronology_entry WHERE id = %s", entry.pk.hex)
    assert f"{entry.pk} that this act made is gone" in problems()


def test_an_entry_put_in_without_an_act_is_found(audited: list[Row], case: Case, dana: Practitioner) -> None:
    forged = Entry.objects.create(
        area=case.area, child=case.child, case=case, kind="plan-changed", happened_on=TODAY, recorded_by=dana
    )
    assert f"{forged.pk} was put in without an act" in problems()


def test_triggers_that_are_gone_are_named(audited: list[Row]) -> None:
    triggers.lift(connection)
    assert "no longer guards what is written once: audit_head_begins" in problems()


def test_a_checkpoint_somebody_changed_or_signed_themselves_is_refused(
    audited: list[Row], folder: Path
) -> None:
    (path,) = checkpoints.kept_in(folder)
    told = json.loads(path.read_text())
    told["areas"][0]["lanes"][0][1] -= 1
    changed = folder / "changed.json"
    changed.write_text(json.dumps(told))

    found = problems("--checkpoint", changed)

    assert "a root for area" in found
    assert f"{changed} is not signed with the key" in found


def test_checkpoints_follow_one_another(audited: list[Row], folder: Path, dana: Practitioner) -> None:
    write(Action.SIGN_OUT, area=None, by=dana)
    call_command("audit_checkpoint", "--to", folder, stdout=StringIO())
    first, second = checkpoints.read(checkpoints.kept_in(folder))

    assert (first["number"], second["number"]) == (1, 2)
    assert second["previous"] == verifying.name_of(first)
    assert verify()["problems"] == []


def test_a_file_that_is_no_checkpoint_is_refused(audited: list[Row], folder: Path) -> None:
    other = folder / "other.json"
    other.write_text("{}")
    with pytest.raises(checkpoints.Refusal, match="This is not a checkpoint"):
        verify("--checkpoint", other)


def test_an_export_is_verified_by_one_file_and_nothing_but_python(audited: list[Row], folder: Path) -> None:
    export, (checkpoint,) = folder / "audit.tsv", checkpoints.kept_in(folder)
    call_command("audit_export", export, stdout=StringIO())

    def look() -> tuple[int, str]:
        # -I and -S: neither this package nor any other can be found.
        done = subprocess.run(
            [sys.executable, "-I", "-S", verifying.__file__, str(export), str(checkpoint)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    assert look() == (0, "30 rows in 2 chains; 0 problems.\n")
    export.write_text(export.read_text().replace("\tread\t", "\tlist\t", 1))
    code, said = look()
    assert code == 1
    assert "row 1, written 2025-04-17T13:00:00.000000Z: its words do not give its hash" in said


def test_rows_written_in_bulk_are_the_rows_written_one_by_one(
    wrenmouth: Area, dana: Practitioner, folder: Path
) -> None:
    child, details = uuid4(), {"kind": "plan-changed"}
    write(Action.ACT, area=wrenmouth, by=dana, about=child, about_kind="child", now=NOW, **details)
    one = Row.objects.get()
    written_once.lift(connection)
    triggers.lift(connection)
    Row.objects.all().delete()
    Head.objects.all().delete()
    triggers.lay(connection)
    written_once.lay(connection)

    rows = [
        bulk.told(
            Action.ACT,
            area=wrenmouth.pk,
            actor=dana.pk,
            about=child,
            about_kind="child",
            now=NOW,
            details=details,
        )
        for _ in range(5)
    ]
    bulk.append(rows)

    first = Row.objects.order_by("number")[0]
    assert (first.hash, first.number) == (one.hash, 1)
    assert Head.objects.get(number__gt=0).number == 5
    assert [str(p) for p in verifying.Verifier().take(reading_rows())] == []


def reading_rows() -> Any:
    from alongside.audit import reading

    return reading.rows()
