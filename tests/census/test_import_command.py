"""The command: what it says, where it says it, and how it ends."""

from __future__ import annotations

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from alongside.census import stories
from alongside.census.models import ImportedReturn
from alongside.people.models import Person
from tests.census.loading import file_of, told
from tests.census.returns import CHILD, message, save, spoiled

pytestmark = pytest.mark.django_db


def run(*options: str) -> tuple[int, str, str]:
    """The command's exit code, its result and what it said meanwhile."""
    out, err = StringIO(), StringIO()
    try:
        call_command("import_cin_census", *options, stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_a_good_file_ends_well(tmp_path):
    code, out, err = run(str(file_of(tmp_path, [told(stories.in_need), told(stories.died)])))
    assert code == 0
    assert "children in need census 2025/26, into 199 Wrenmouth (a new area)" in out
    assert "2 of 2 children" in err
    assert "2 loaded, 0 unchanged, 0 refused" in err


def test_a_faulty_child_is_refused_with_element_and_reason_and_the_others_are_loaded(tmp_path):
    faulty = spoiled(
        ("WREN1", "WREN2"),
        ("<UPN>K199000000001</UPN>\n", ""),
        ("<CINreferralDate>2025-05-06", "<CINreferralDate>2025-02-30"),
    )
    code, out, _ = run(str(save(tmp_path, message(CHILD, faulty))))
    assert code == 1
    assert "Refused: the file is wrong                       1" in out
    assert "Child WREN2: line " in out
    assert "CINdetails[1]/CINreferralDate: CINreferralDate cannot be read. There is no such day." in out
    assert Person.objects.count() == 1


def test_warnings_are_shown_by_example_and_are_no_reason_to_fail(tmp_path):
    warned = spoiled(("<InitialCPCtarget>2025-05-30", "<InitialCPCtarget>2025-05-31"))
    code, out, _ = run(str(save(tmp_path, message(warned))))
    assert code == 0
    assert "1 x The target for the conference is at a weekend." in out


def test_json_holds_the_counts_and_every_problem(tmp_path):
    faulty = spoiled(
        ("WREN1", "WREN2"), ("<UPN>K199000000001</UPN>\n", ""), ("<Ethnicity>BCRB", "<Ethnicity>XXXX")
    )
    code, out, _ = run(str(save(tmp_path, message(CHILD, faulty))), "--json")
    result = json.loads(out)
    assert code == 1
    assert {name: result[name] for name in ("children", "loaded", "changed", "unchanged", "refused", "conflicts")} == {
        "children": 2, "loaded": 1, "changed": 0, "unchanged": 0, "refused": 1, "conflicts": 0,
    }  # fmt: skip
    (error,) = [each for each in result["problems"] if each["level"] == "error"]
    assert error["child"] == "WREN2"
    assert error["where"] == "ChildCharacteristics/Ethnicity"
    assert error["value"] == "XXXX"
    assert error["do"]


def test_a_dry_run_says_so_and_keeps_nothing(tmp_path):
    code, out, _ = run(str(file_of(tmp_path, [told(stories.in_need)])), "--dry-run")
    assert code == 0
    assert out.startswith("Tried, and kept nothing: return.xml")
    assert not Person.objects.exists()


def test_a_file_that_cannot_be_trusted_ends_with_3(tmp_path):
    path = str(save(tmp_path, '<!DOCTYPE Message [<!ENTITY a "b">]><Message/>'))
    code, out, err = run(path)
    assert (code, out) == (3, "")
    assert err.startswith("return.xml was not imported.")
    assert "document type" in err
    code, out, _ = run(path, "--json")
    assert code == 3
    assert json.loads(out)["refused"]["what"] == "The file declares a document type or an entity."
    assert not ImportedReturn.objects.exists()


def test_a_file_that_is_not_there_ends_with_3(tmp_path):
    code, _, err = run(str(tmp_path / "none.xml"))
    assert code == 3
    assert "cannot be opened" in err


def test_an_area_nobody_knows_ends_with_3(tmp_path):
    code, _, err = run(str(file_of(tmp_path, [told(stories.in_need)])), "--area", "777")
    assert code == 3
    assert "There is no area with the code 777" in err


def test_who_asked_for_it_must_be_someone_here(tmp_path, ada):
    path = str(file_of(tmp_path, [told(stories.in_need)]))
    code, _, err = run(path, "--by", "nobody@wrenmouth.example")
    assert code == 2
    assert "Nobody here has the email address" in err
    assert run(path, "--by", ada.email.upper())[0] == 0
    assert ImportedReturn.objects.get().asked_by == ada
