"""The pages of a what-if: who may open them, what they say, what leaves them, and that nothing is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db.models import Model
from django.test import Client
from django.utils import timezone

from alongside.access.marks import Mark
from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner, Team
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import record_shortfall
from alongside.moments import day_of
from alongside.people.models import Person
from tests.pages import MOST_QUERIES, Read, reader

pytestmark = pytest.mark.django_db

WHAT_IF, RULE = "/guidance/what-if/", "child-protection.initial-conference"
ASKED = (
    f"?text=day&name=Ten+days&standing=local&rule_1={RULE}&asks_1=10+working+days"
    "&rule_2=child-protection.conference-report&asks_2=%2B+What+if+not&weeks=8"
)
PAGES = (
    WHAT_IF + ASKED,
    f"{WHAT_IF}print/{ASKED}",
    f"{WHAT_IF}limits.csv{ASKED}",
    f"{WHAT_IF}rules/{RULE}/{ASKED}",
)


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def caseload(case: Case, ben: Person, happened: Any, dana: Practitioner, front_door: Team) -> Case:
    """Amara's conference has waited eleven working days; Ben's as long, and another team leads."""
    began = day_of(timezone.now()) - timedelta(days=18)
    his = Case.objects.create(area=case.area, child=ben, opened_on=began, recorded_by=dana)
    elsewhere = Team.objects.create(
        agency=front_door.agency, area=case.area, name="Marsh team", purpose=Team.Purpose.HELP_AND_PROTECTION
    )
    Allocation.objects.create(area=case.area, case=his, practitioner=dana, team=elsewhere, from_on=began)
    for one in (case, his):
        happened(
            kinds.STRATEGY_DISCUSSION_HELD, began, one, decided="section-47-enquiry", begins_enquiry=True
        )
    return case


def test_managers_and_the_data_team_may_ask_and_nobody_else(
    read: Callable[..., Read], caseload: Case, sam: Practitioner, ada: Practitioner, dana: Practitioner,
    wyn: Practitioner, helen: Practitioner, stranger: Practitioner,
) -> None:  # fmt: skip
    for page in PAGES:
        assert [read(me, page).status for me in (sam, ada)] == [200, 200], page
        assert [read(me, page).status for me in (dana, wyn, helen)] == [404, 404, 404], page
    far = read(stranger, PAGES[0])
    assert "0 open cases of Farholme" in far.text, "a manager elsewhere asks about their own area"


def test_a_manager_sees_what_would_change_rule_by_rule_and_team_by_team(
    read: Callable[..., Read], caseload: Case, sam: Practitioner
) -> None:
    page = read(sam, PAGES[0])
    assert page.h1 == ["What if another text governed?"]
    assert "2 limits of 2 children would be others: 2 earlier" in page.text
    assert "a limit keeps the text in force on the day it started" in page.text
    assert "Marsh team" in page.text
    assert "nothing is said in hours" in page.text
    assert len(page.sql) <= MOST_QUERIES
    assert "as many items in all, at other times" in page.text
    minutes = read(sam, f"{WHAT_IF}?text=day&name=X&standing=draft&rule_1={RULE}&asks_1=nothing&minutes=45")
    assert "2 items fewer in all. At your 45 minutes each, 90 minutes less" in minutes.text


def test_children_whose_record_one_may_not_open_are_counted_and_not_named(
    read: Callable[..., Read], caseload: Case, sam: Practitioner, ada: Practitioner
) -> None:
    page = read(sam, PAGES[3])
    assert "Amara Okoye" in page.text
    assert "Ben Okoye" not in page.text
    assert "1 limit of 1 other child" in page.text
    assert len(page.sql) <= MOST_QUERIES
    none = read(ada, PAGES[3])
    assert "Okoye" not in none.body
    assert "2 limits of 2 other children" in none.text


def test_a_rule_shows_whose_shortfalls_it_would_change_and_none_for_named_eyes(
    read: Callable[..., Read], caseload: Case, happened: Any, sam: Practitioner, ada: Practitioner
) -> None:
    entry = happened(kinds.INITIAL_CONFERENCE_HELD, day_of(timezone.now()), decided="no-plan")
    record_shortfall(entry, "child-protection.conference-report", ["Analysis"])
    marked = Entry.objects.create(
        area=entry.area, child=entry.child, case=entry.case, kind=entry.kind, happened_on=entry.happened_on,
        details=entry.details, recorded_by=sam, sealed_for=Mark.choices[0][0],
    )  # fmt: skip
    record_shortfall(marked, "child-protection.conference-report", ["What is recommended"])
    page = read(sam, f"{WHAT_IF}rules/child-protection.conference-report/{ASKED}")
    assert "2 shortfalls: 0 would be none, 2 still one, 0 cannot be told" in page.text
    assert "Analysis" in page.text
    assert "What is recommended" not in page.text.partition("Shortfalls on record")[2]
    assert "1 more is not shown here" in page.text
    assert "Okoye" not in read(ada, f"{WHAT_IF}rules/child-protection.conference-report/{ASKED}").body
    assert "2 shortfalls" not in read(ada, f"{WHAT_IF}rules/{RULE}/{ASKED}").text


def test_a_child_whose_record_is_closed_to_the_reader_is_not_named(
    read: Callable[..., Read], caseload: Case, sam: Practitioner
) -> None:
    Restriction.objects.create(
        child=caseload.child, practitioner=sam, why="Her uncle", from_on=caseload.opened_on
    )
    page = read(sam, PAGES[3])
    assert "Okoye" not in page.body
    assert "2 limits of 2 other children" in page.text
    assert "WREN-AMARA2" not in read(sam, PAGES[2]).body


def test_the_table_names_by_reference_only_those_and_counts_the_rest(
    client: Client, read: Callable[..., Read], caseload: Case, sam: Practitioner
) -> None:
    answer = read(sam, PAGES[2])
    lines = list(csv.DictReader(io.StringIO(answer.body)))
    assert [(one["child"], one["team"], one["change"], one["limits"]) for one in lines] == [
        ("WREN-AMARA2", "Harbour team", "earlier", "1"), ("", "Marsh team", "earlier", "1"),
    ]  # fmt: skip
    assert "Okoye" not in answer.body
    assert Row.objects.filter(action=Action.EXPORT, actor=sam.pk).exists(), (
        "a file that leaves is written down"
    )
    read(sam, PAGES[1])
    assert Row.objects.filter(action=Action.PRINT, actor=sam.pk).exists()


WRONG = (
    ("?text=day", "Nothing would be different"),
    ("?text=WT1999", "Which text governs"),
    (f"?text=day&rule_1={RULE}&asks_1=10+working+days&standing=local", "Give it a name"),
    (f"?text=day&name=X&rule_1={RULE}&asks_1=10+working+days", "Select whether this is a standard of your own or a draft"),
    (f"?text=day&name=X&standing=draft&rule_1={RULE}", "Say what it asks instead"),
    ("?text=day&name=X&standing=draft&asks_1=3+days", "Select the rule that asks this"),
    (f"?text=day&name=X&standing=draft&rule_1={RULE}&asks_1=a+fortnight", "“a fortnight” is not a length of time"),
    (f"?text=day&name=X&standing=local&rule_1={RULE}&asks_1=30+working+days", "longer than the national limit"),
    (f"?text=day&name=X&standing=draft&rule_1={RULE}&asks_1=3+days&rule_2={RULE}&asks_2=4+days", "This rule stands above already"),
    ("?text=WT2018&minutes=many", "must be a whole number"),
)  # fmt: skip


@pytest.mark.parametrize(("query", "says"), WRONG)
def test_what_cannot_be_tried_is_explained_and_stays_as_it_was_typed(
    read: Callable[..., Read], caseload: Case, sam: Practitioner, query: str, says: str
) -> None:
    page = read(sam, WHAT_IF + query)
    assert page.status == 422
    assert says in page.text
    if "fortnight" in query:
        assert "a fortnight</textarea>" in page.body


def test_a_file_becomes_an_address(
    client: Client, read: Callable[..., Read], caseload: Case, sam: Practitioner
) -> None:
    read(sam, WHAT_IF)
    file = f'name = "Ten days"\nlocal = true\n[rule."{RULE}"]\nasks = "10 working days"\n'
    answer = client.post(WHAT_IF, {"file": SimpleUploadedFile("ours.toml", file.encode())})
    assert answer.status_code == 303
    page = read(sam, answer["Location"])
    assert "2 limits of 2 children would be others: 2 earlier" in page.text
    wrong = client.post(
        WHAT_IF, {"file": SimpleUploadedFile("ours.toml", b'[rule."no.rule"]\nasks = "3 days"')}
    )
    assert wrong.status_code == 422
    assert "There is no rule no.rule" in wrong.content.decode()
    binary = client.post(WHAT_IF, {"file": SimpleUploadedFile("ours.toml", b"\xff\xfe\x00")})
    assert "is not text" in binary.content.decode()
    assert client.post(WHAT_IF, {}).status_code == 422


def rows() -> Iterator[tuple[str, list[Any]]]:
    """Every row of every table but the audit, which tells that the pages were opened, and sign-ins."""
    for model in apps.get_models():
        if model._meta.app_label not in ("audit", "sessions", "usersessions") and model._meta.managed:
            yield model._meta.label, sorted(map(repr, _values(model)))


def _values(model: type[Model]) -> Any:
    return model._base_manager.exclude(pk=None).values_list(
        *(field.attname for field in model._meta.concrete_fields if field.name != "last_login")
    )


def test_nothing_is_written_whichever_way_it_is_asked(
    client: Client, read: Callable[..., Read], caseload: Case, sam: Practitioner, tmp_path: Any
) -> None:
    read(sam, "/")
    file = tmp_path / "ours.toml"
    file.write_text(f'name = "Ten days"\n[rule."{RULE}"]\nasks = "10 working days"\n', encoding="utf-8")
    before = dict(rows())
    assert sum(map(len, before.values())) > 20
    assert all(read(sam, page).status == 200 for page in (*PAGES, WHAT_IF + "?text=WT2018"))
    call_command("guidance_replay", edition="WT2018", stdout=io.StringIO(), stderr=io.StringIO())
    call_command("guidance_replay", variant=file, json=True, stdout=io.StringIO(), stderr=io.StringIO())
    assert dict(rows()) == before


def test_the_command_says_the_same_and_how_far_it_is(caseload: Case, tmp_path: Any) -> None:
    file = tmp_path / "ours.toml"
    file.write_text(f'name = "Ten days"\n[rule."{RULE}"]\nasks = "10 working days"\n', encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    call_command("guidance_replay", "--variant", str(file), stdout=out, stderr=err)
    assert f"{RULE}: 2 earlier (2 children)" in out.getvalue()
    assert "2 would be overdue and are not" in out.getvalue()
    assert "2 of 2 cases" in err.getvalue()
    assert "WREN-" not in out.getvalue()
    told = io.StringIO()
    call_command("guidance_replay", "--variant", str(file), "--json", "--children", stdout=told, stderr=err)
    assert '"child": "WREN-AMARA2"' in told.getvalue()
    for words, says in ((["--edition", "WT1999"], "There is no text WT1999"), ([], "It needs a name"),
                        (["--variant", "nowhere.toml"], "cannot be read"), (["--edition", "WT2018", "--area", "9"], "no area")):  # fmt: skip
        with pytest.raises(CommandError, match=says) as refused:
            call_command("guidance_replay", *words, stdout=out, stderr=err)
        assert refused.value.returncode == 2


def test_everybody_signed_in_reads_what_is_still_to_be_read(
    read: Callable[..., Read], client: Client, helen: Practitioner
) -> None:
    page = read(helen, "/guidance/reading/")
    assert "Working Together 2026 (18 March 2026)" in page.text
    one = read(helen, "/guidance/reading/?text=WT2026-2026-03-18")
    assert one.h1 == ["Working Together 2026 (18 March 2026)"]
    assert "not yet checked against the text".capitalize() in one.text
    assert "alongside guidance read RULE --edition WT2026-2026-03-18" in one.text
    assert read(helen, "/guidance/reading/?text=nonsense").status == 200
    client.logout()
    assert client.get("/guidance/reading/").status_code == 302
