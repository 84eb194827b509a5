"""A new edition is taken in by following its how-to only, from a folder of its own."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from alongside.guidance import catalogue, checks, taking_in
from alongside.guidance.checks import Reading, mark_of, read_so
from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.rules import Judgement
from alongside.guidance.kernel.spans import WorkingDays
from alongside.guidance.sources import WT2026
from alongside.guidance.taking_in import TakenIn, brought_up_to_date, issue_from
from alongside.guidance.written import NotUsable

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs/how-to/take-in-a-new-edition.md"
CONFERENCE = "child-protection.initial-conference"


@dataclass(frozen=True)
class Taken:
    """The folder into which the how-to took the edition, and what each of its commands answered."""

    folder: Path
    said: dict[str, str]

    def run(self, *words: str) -> str:
        return alongside(self.folder, *words)


def alongside(folder: Path, *words: str, code: int = 0) -> str:
    """One command as somebody types it, with the folder of their own; what it answered."""
    told = subprocess.run(
        [sys.executable, "-m", "alongside", *words], capture_output=True, text=True, check=False, cwd=folder,
        env={**os.environ, "GUIDANCE_FOLDER": str(folder), "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert told.returncode == code, told.stderr
    return told.stdout if code == 0 else told.stderr


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    """The how-to followed from its first block to its last: commands are run, what is to be added is added."""
    folder = tmp_path_factory.mktemp("guidance")
    said: dict[str, str] = {}
    for kind, block in re.findall(r"```(sh|toml)\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL):
        if kind == "toml":
            (file,) = (folder / "taken_in").iterdir()
            file.write_text(f"{file.read_text(encoding='utf-8')}\n{block}", encoding="utf-8")
            continue
        for line in block.splitlines():
            command = shlex.split(line)
            if command[0] == "alongside":
                said[" ".join(command[1:3])] = alongside(folder, *command[1:])
    return Taken(folder, said)


def test_the_scaffold_carries_every_value_and_says_how_many(taken: Taken) -> None:
    words = taken.said["guidance scaffold"]
    assert "values are carried from WT2026, not confirmed, from 1 September 2027" in words
    remaining = taken.said["guidance unchecked"]
    assert "Working Together 2027 (1 September 2027) [WT2027-2027-09-01]" in remaining
    assert "(inherited from WT2026, not confirmed in this text)" in remaining
    carried = int(re.search(r"(\d+) values are carried", words)[1])  # type: ignore[index]
    assert f"{carried} values are not checked: {carried} carried" in remaining


def test_dates_change_from_its_first_day_and_not_before(taken: Taken) -> None:
    day_before = json.loads(taken.run("due", CONFERENCE, "2027-08-31", "--json"))
    first_day = json.loads(taken.run("due", CONFERENCE, "2027-09-01", "--json"))
    # Fifteen and ten working days, counted by hand: nothing but weekends falls inside.
    assert (day_before["due"], first_day["due"]) == ("2027-09-21", "2027-09-15")
    assert first_day["citation"] == "Working Together 2027 (1 September 2027), paragraph 212"


def test_a_value_that_was_read_is_checked_and_the_rest_is_not(taken: Taken) -> None:
    assert "Checked:  on 20 November 2026 by Mo Reeve against the 1 September 2027 issue" in taken.run(
        "due", CONFERENCE, "2027-09-01"
    )
    differing = taken.run("due", "assessment.completion", "2027-09-01")
    assert "read on 20 November 2026 by Mo Reeve, who found that the text differs: forty days" in differing
    assert "45 working days" in differing, "a reading that differs changes nothing by itself"
    remaining = json.loads(taken.run("guidance", "unchecked", "--edition", "WT2027", "--json"))
    by_rule = {one["rule"]: one for one in remaining}
    assert CONFERENCE not in by_rule
    assert by_rule["child-protection.conference-report"]["says"].endswith(
        "What happens if the plan does not work"
    )
    assert by_rule["assessment.completion"]["remark"]


PAGE = """
import sys
import django
django.setup()
from django.test import Client
for address in sys.argv[1:]:
    answer = Client(HTTP_HOST="localhost").get(address)
    print(answer.status_code, " ".join(answer.content.decode().split()))
"""


def test_pages_say_what_was_read_and_what_was_not(taken: Taken) -> None:
    """In a process of its own, as the service started with that folder shows it to anybody."""
    rules = (CONFERENCE, "assessment.completion", "referral.decision")
    told = subprocess.run(
        [sys.executable, "-c", PAGE, *(f"/guidance/rules/{rule}/?on=2027-10-01" for rule in rules)],
        capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "GUIDANCE_FOLDER": str(taken.folder), "DJANGO_SETTINGS_MODULE": "tests.settings"},
    ).stdout.splitlines()  # fmt: skip
    read, differing, not_read = told
    assert all(page.startswith("200") for page in told)
    assert "10 working days" in read
    assert "Checked on 20 November 2026 by Mo Reeve against the 1 September 2027 issue" in read
    assert "who found that the text differs: forty days" in differing
    assert "inherited from WT2026, not confirmed in this text" in not_read.replace("Inherited", "inherited")
    assert "Not yet checked against the text" in not_read


def test_a_value_changed_after_it_was_read_is_no_longer_checked(taken: Taken, tmp_path: Path) -> None:
    for file in taken.folder.rglob("*.toml"):
        here = tmp_path / file.relative_to(taken.folder)
        here.parent.mkdir(exist_ok=True)
        here.write_text(
            file.read_text(encoding="utf-8").replace("10 working days", "11 working days"), "utf-8"
        )
    assert "read on 20 November 2026 by Mo Reeve, and this value has changed since" in alongside(
        tmp_path, "due", CONFERENCE, "2027-09-01"
    )


def test_a_folder_that_is_not_there_is_refused_before_anything_is_worked_out(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    told = subprocess.run(
        [sys.executable, "-m", "alongside", "rules"], capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "GUIDANCE_FOLDER": str(nowhere)},
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (3, "")
    assert told.stderr.startswith("There is no such folder.")


def test_a_folder_whose_file_cannot_be_used_says_what_where_why_and_what_to_do(taken: Taken) -> None:
    again = alongside(
        taken.folder, "guidance", "scaffold", "WT2027", "--title", "X", "--issue", "Y", "--begins", "2027-09-01",
        "--from", "WT2026", code=3,
    )  # fmt: skip
    assert "is there already" in again
    assert "Writing it again would lose what was read" in again


BEGUN = """
id = "WT2027-2027-09-01"
edition = "WT2027"
title = "Working Together 2027"
issue = "1 September 2027"
begins = 2027-09-01
from = "WT2026"
"""


def issue(tmp_path: Path, more: str = "", begun: str = BEGUN) -> TakenIn:
    tmp_path.mkdir(exist_ok=True)
    file = tmp_path / "WT2027.toml"
    file.write_text(begun + more, encoding="utf-8")
    return issue_from(file)


WRONG = (
    ('[rule."assessment.completion"]\nasks = "a fortnight"', "“a fortnight” is not a length of time"),
    ('[rule."assessment.completion"]\nasks = "0 working days"', "0 working days cannot be counted"),
    ('[rule."child-protection.conference-report"]\nasks = "nothing"', "This rule cannot be ended in a file"),
    ('[rule."assessment.completion"]\nplace = "page 3"', "It does not say what the rule asks instead"),
    ('[rule."assessment.nonsense"]\nasks = "3 days"', "There is no rule assessment.nonsense"),
    ('[rule."child-protection.conference-report"]\nasks = ["- nobody"]', "“nobody” cannot be taken out"),
    ('[rule."referral.threshold"]\nasks = "Yes"', "It is a question for people"),
    ('formerly = "WT2026"', "“formerly” means nothing here"),
)


@pytest.mark.parametrize(("more", "says"), WRONG)
def test_what_a_file_gets_wrong_is_told_with_the_file(tmp_path: Path, more: str, says: str) -> None:
    with pytest.raises(NotUsable) as refused:
        brought_up_to_date(catalogue.RULES, [issue(tmp_path, more)], ())
    assert says in str(refused.value)
    assert "WT2027.toml" in str(refused.value)
    assert all(one.what and one.why and one.do for one in refused.value.problems)


def test_an_issue_cannot_begin_before_the_text_it_is_carried_from(tmp_path: Path) -> None:
    early = issue(tmp_path, begun=BEGUN.replace("2027-09-01\n", "2026-01-01\n"))
    with pytest.raises(NotUsable, match="begins before the text it is carried from"):
        brought_up_to_date(catalogue.RULES, [early], ())


def test_the_rules_that_are_there_are_left_as_they_are(tmp_path: Path) -> None:
    before = catalogue.RULES[CONFERENCE]
    texts = len(before.dated.provisions)
    after = brought_up_to_date(catalogue.RULES, [issue(tmp_path)], ())[CONFERENCE]
    assert (len(before.dated.provisions), len(after.dated.provisions)) == (texts, texts + 1)
    assert after.dated.at(date(2027, 8, 31)).citation.source.edition == "WT2026"
    assert after.dated.at(date(2027, 9, 1)).citation.source.id == "WT2027-2027-09-01"
    judged = brought_up_to_date(catalogue.RULES, [issue(tmp_path)], ())["referral.threshold"]
    assert isinstance(judged, Judgement)
    assert judged.dated.provisions[-1].citation.source.edition == "WT2027", "a question is carried as well"


def test_a_limit_that_the_text_no_longer_sets_is_over_from_its_first_day(tmp_path: Path) -> None:
    ended = issue(tmp_path, '[rule."assessment.completion"]\nasks = "nothing"\nplace = "paragraph 150"')
    later = issue(tmp_path / "2028", begun=BEGUN.replace("2027", "2028").replace('"WT2026"', '"WT2027"'))
    rule = brought_up_to_date(catalogue.RULES, [ended, later], ())["assessment.completion"]
    assert not rule.dated.at(date(2027, 8, 31)).over
    assert rule.dated.at(date(2027, 9, 1)).over
    assert str(rule.dated.at(date(2027, 9, 1)).value) == "no longer asked"
    assert rule.dated.at(date(2028, 9, 1)).over, "what is over stays over in the next text"


VALUE = WorkingDays(15)
SAID = Provision(WT2026.at("chapter 3 (inherited from 2023, not confirmed in this text)"), VALUE)


def reading(**other: object) -> Reading:
    told = {
        "text": "WT2026",
        "rule": CONFERENCE,
        "on": date(2026, 11, 20),
        "by": "Mo Reeve",
        "mark": mark_of(VALUE),
    }
    return Reading(**{**told, **other})  # type: ignore[arg-type]


READINGS = (
    ([], "not yet checked against the text"),
    ([reading()], "checked on 20 November 2026 by Mo Reeve against the 18 March 2026 issue"),
    ([reading(text=WT2026.id)], "checked on 20 November 2026 by Mo Reeve against the 18 March 2026 issue"),
    ([reading(text="WT2023")], "not yet checked against the text"),
    ([reading(rule="assessment.completion")], "not yet checked against the text"),
    ([reading(), reading(on=date(2026, 11, 21), by="Ann Bell", differs="ten")],
     "not checked: read on 21 November 2026 by Ann Bell, who found that the text differs: ten"),
    ([reading(differs="ten"), reading(by="Ann Bell")],
     "not checked: read on 20 November 2026 by Mo Reeve, who found that the text differs: ten"),
    ([reading(differs="ten"), reading(on=date(2026, 11, 21))], "checked on 21 November 2026 by Mo Reeve against the 18 March 2026 issue"),
    ([reading(mark="00000000")], "not checked: read on 20 November 2026 by Mo Reeve, and this value has changed since"),
)  # fmt: skip


@pytest.mark.parametrize(("read", "standing"), READINGS)
def test_the_latest_reading_says_whether_a_value_is_checked(read: list[Reading], standing: str) -> None:
    assert read_so(SAID, CONFERENCE, read).standing == standing


def test_a_confirmed_value_no_longer_says_that_nobody_confirmed_it() -> None:
    assert read_so(SAID, CONFERENCE, [reading()]).citation.locator == "chapter 3"
    assert read_so(SAID, CONFERENCE, [reading(place="page 92")]).citation.locator == "page 92"


def test_readings_are_kept_one_line_each_in_order_and_replace_their_own(tmp_path: Path) -> None:
    for one in (
        reading(text="WT2027"),
        reading(differs="ten “or so”\nor \\ more"),
        reading(by="Ann Bell"),
        reading(),
    ):
        checks.keep(tmp_path, one)
    kept = checks.load(tmp_path)
    assert [(one.text, one.by, one.differs) for one in kept] == [
        ("WT2026", "Ann Bell", ""), ("WT2026", "Mo Reeve", ""), ("WT2027", "Mo Reeve", ""),
    ]  # fmt: skip
    lines = (tmp_path / checks.FILE).read_text(encoding="utf-8").splitlines()
    assert sum(line.startswith("  {") for line in lines) == 3
    awkward = reading(differs="ten “or so”\nor \\ more")
    checks.keep(tmp_path, awkward)
    assert awkward in checks.load(tmp_path)


def test_every_reading_in_the_package_is_of_a_value_that_is_there() -> None:
    for one in checks.load(taking_in.package_folder()):
        texts = {
            (p.citation.source.id, p.citation.source.edition)
            for p in catalogue.rule(one.rule).dated.provisions
        }
        assert any(one.text in names for names in texts), one.line
