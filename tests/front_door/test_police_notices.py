"""Police notices: taken in by the thousand, stacked per child, and triaged."""

from __future__ import annotations

import json
import time
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.front_door import local, triage
from alongside.front_door.models import PoliceNotice, Triage
from alongside.front_door.notices import COLUMNS, NoticeSent, from_file, take_in_notices
from alongside.front_door.schema import NotTaken
from alongside.matching import spellings
from alongside.people.models import Identifier, Person
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW
from tests.matching.test_asking import fields_of, question_of
from tests.pages import MOST_QUERIES, Read, reader

pytestmark = pytest.mark.usefixtures("open_door")
FORCE = "Estuary Police"


def notice(
    number: int, *, given: str = "Amara", family: str = "Okoye", born: str = "2020-09-03", **more: Any
) -> dict[str, Any]:
    happened = datetime(2025, 1, 1, 22, 0) + timedelta(days=number % 100)
    return {
        "number": f"EP-{number}", "happened_at": happened.isoformat(), "given": given, "family": family, "born_on": born,
        "kind": "Domestic abuse", "words": f"Shouting was heard, call {number}.", "officer": "PC Shaw", **more,
    }  # fmt: skip


def a_thousand(children: int = 250) -> list[dict[str, Any]]:
    """A feed of 1,000 about so many children, with as many notices each; one in ten of 250 is known by a number."""
    return [
        notice(n, given=f"Child{n % children}", family="Marsh", born=f"20{10 + n % 10}-0{1 + n % children % 9}-11",
               **({"reference": f"WREN-T{n % children:05}"} if n % children < 25 else {}))
        for n in range(1_000)
    ]  # fmt: skip


def take(area: Area, *rows: dict[str, Any]) -> Any:
    return take_in_notices(rows, area=area, force=FORCE, now=NOW)


@pytest.fixture
def known(wrenmouth: Area) -> list[Person]:
    return Person.objects.bulk_create(
        Person(area=wrenmouth, called=f"Child{n} Marsh", reference=f"WREN-T{n:05}") for n in range(25)
    )


# Taking in


def test_a_thousand_are_taken_in_quickly_and_stacked_per_child(wrenmouth: Area, known: list[Person]) -> None:
    started = time.perf_counter()
    taken = take(wrenmouth, *a_thousand())

    assert time.perf_counter() - started < 10
    assert (taken.taken, taken.again, taken.matched) == (1_000, 0, 100)
    assert PoliceNotice.objects.values("stack").distinct().count() == 250
    assert PoliceNotice.objects.filter(child=known[3]).count() == 4


def test_the_same_file_again_changes_nothing(wrenmouth: Area, known: list[Person]) -> None:
    take(wrenmouth, *a_thousand())
    again = take(wrenmouth, *a_thousand())

    assert (again.taken, again.again) == (0, 1_000)
    assert PoliceNotice.objects.count() == 1_000


def test_a_notice_is_known_again_also_once_it_was_matched(
    wrenmouth: Area, amara: Person, maya: Practitioner
) -> None:
    take(wrenmouth, notice(1))
    triage.match(by=maya, area=wrenmouth, stack=PoliceNotice.objects.get().stack, child=amara, now=NOW)

    assert take(wrenmouth, notice(1)).again == 1


def test_one_that_cannot_be_read_refuses_the_whole_file_and_names_row_and_field(wrenmouth: Area) -> None:
    rows = [
        notice(1),
        notice(2, born="3rd September"),
        notice(3) | {"words": ""},
        notice(4) | {"colour": "red"},
    ]
    with pytest.raises(NotTaken) as refused:
        take(wrenmouth, *rows)

    assert [problem.field for problem in refused.value.problems] == [
        "notices.2.born_on", "notices.3.words", "notices.4.colour",
    ]  # fmt: skip
    assert all(problem.what and problem.why and problem.do for problem in refused.value.problems)
    assert not PoliceNotice.objects.exists()


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([notice(1) | {"happened_at": "soon"}], "not a day and time"),
        ([notice(1) | {"happened_at": "2031-01-01T10:00"}], "in the future"),
        (["a notice"], "cannot be read"),
        ([notice(1) | {"number": ""}], "is empty"),
        ([notice(1) | {"words": "x\x00"}], "cannot be shown"),
    ],
)
def test_what_cannot_be_read_says_why(wrenmouth: Area, rows: list[Any], says: str) -> None:
    with pytest.raises(NotTaken, match=says):
        take_in_notices(rows, area=wrenmouth, force=FORCE, now=NOW)


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"\xff\xfe", "n.json", "not in UTF-8"),
        (b"{", "n.json", "cannot be read as JSON"),
        (b'{"notices": 5}', "n.json", "no list of notices"),
        (b"[" * 200_000, "n.json", "cannot be read as JSON"),
        (b"number,colour\n1,red\n", "n.csv", "no column"),
        (b'number\n"open', "n.csv", "cannot be read as CSV"),
        (b"number\n1\x00\n", "n.csv", "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_none_is_refused(content: bytes, name: str, says: str) -> None:
    with pytest.raises(NotTaken, match=says):
        from_file(content, name)


def test_a_csv_reads_as_the_same_notices(wrenmouth: Area) -> None:
    row = notice(1)
    made = ",".join(row) + "\r\n" + ",".join(f'"{value}"' for value in row.values()) + "\r\n"

    assert from_file(b"\xef\xbb\xbf" + made.encode(), "N.CSV") == [row]
    assert set(COLUMNS) == set(NoticeSent.model_fields)


# Who they are about


def test_a_number_matches_only_where_it_is_one_childs(wrenmouth: Area, amara: Person, ben: Person) -> None:
    for child in (amara, ben):
        Identifier.objects.create(area=wrenmouth, person=child, scheme="upn", value="SHARED")
    Identifier.objects.create(area=wrenmouth, person=ben, scheme="nhs-number", value="9434765919")
    take(wrenmouth, notice(1, upn="shared"), notice(2, nhs_number="943 476 5919", given="Ben"),
         notice(3, given="Other", reference="WREN-AMARA2", nhs_number="943 476 5919"))  # fmt: skip

    whose = dict(PoliceNotice.objects.values_list("number", "child__called"))
    assert whose == {"EP-1": None, "EP-2": "Ben Okoye", "EP-3": None}


def test_names_alone_never_stack_two_children(wrenmouth: Area) -> None:
    bare = {"born_on": None}
    take(wrenmouth, notice(1) | bare, notice(2) | bare, notice(3, given="", family="") | bare)
    assert PoliceNotice.objects.values("stack").distinct().count() == 3


def test_twins_described_by_name_and_birth_stand_apart(wrenmouth: Area) -> None:
    take(wrenmouth, notice(1, given="Edie"), notice(1, given="Finn"), notice(2, given="ÉDIE"))

    stacks = PoliceNotice.objects.values_list("stack", flat=True)
    assert len(set(stacks)) == 2


def test_a_person_says_whose_notices_they_are_and_may_take_it_back(
    wrenmouth: Area, amara: Person, maya: Practitioner
) -> None:
    take(wrenmouth, notice(1), notice(2))
    key = PoliceNotice.objects.values_list("stack", flat=True)[0]
    matched = triage.match(by=maya, area=wrenmouth, stack=key, child=amara, now=NOW)
    assert {n.child for n in PoliceNotice.objects.all()} == {amara}

    triage.part(by=maya, area=wrenmouth, stack=matched, now=NOW)
    assert {(n.child, n.stack) for n in PoliceNotice.objects.all()} == {(None, key)}


# The pattern


def test_three_in_three_months_is_shown_as_a_pattern_and_cited_as_local(
    wrenmouth: Area, priya: Practitioner
) -> None:
    rule = local.figures_of(wrenmouth.pk, NOW.date()).pattern
    days = [date(2024, 11, 30), date(2025, 1, 15), date(2025, 2, 28)]

    assert rule.force.value == "local"
    assert rule.words == "3 notices within 3 months"
    assert "No guidance gives a number" in rule.source
    assert rule.holds(days)
    assert not rule.holds([days[0], days[1], date(2025, 3, 1)])
    assert not rule.holds(days[:2])


def test_the_area_edits_its_figure_from_a_day_on(
    wrenmouth: Area, priya: Practitioner, maya: Practitioner
) -> None:
    figures = {
        "notices": 2,
        "notice_months": 1,
        "check_days": 1,
        "unhappy_days": 3,
        "because": "Agreed by the board.",
    }
    local.set_figures(by=priya, area=wrenmouth, from_on=date(2025, 5, 1), now=NOW, **figures)

    assert local.figures_of(wrenmouth.pk, date(2025, 4, 30)).notices == 3
    later = local.figures_of(wrenmouth.pk, date(2025, 5, 1))
    assert later.notices == 2
    assert "Agreed by the board." in later.source
    with pytest.raises(Refusal, match="days to come"):
        local.set_figures(by=priya, area=wrenmouth, from_on=date(2025, 4, 1), now=NOW, **figures)


# What is done with them


def test_no_further_action_needs_a_reason_and_can_be_undone(wrenmouth: Area, maya: Practitioner) -> None:
    take(wrenmouth, notice(1), notice(2))
    key = PoliceNotice.objects.values_list("stack", flat=True)[0]
    with pytest.raises(Refusal, match="Say why"):
        triage.nothing_further(by=maya, area=wrenmouth, stack=key, reason=" ", now=NOW)
    triage.nothing_further(by=maya, area=wrenmouth, stack=key, reason="Known, and being helped.", now=NOW)
    assert not PoliceNotice.objects.filter(triage=None).exists()

    undone = triage.undo_last(by=maya, area=wrenmouth, now=NOW)
    assert undone.undone_at == NOW
    assert PoliceNotice.objects.filter(triage=None).count() == 2
    with pytest.raises(Refusal, match="nothing of yours"):
        triage.undo_last(by=maya, area=wrenmouth, now=NOW)


def test_joined_notices_stand_on_the_chronology_of_the_open_case(
    wrenmouth: Area, case: Case, maya: Practitioner
) -> None:
    take(wrenmouth, notice(1, reference="WREN-AMARA2"), notice(2, reference="WREN-AMARA2"))
    key = PoliceNotice.objects.values_list("stack", flat=True)[0]
    triage.join_case(by=maya, area=wrenmouth, stack=key, now=NOW)

    entry = Entry.objects.get(kind="police-notices-joined")
    assert entry.case == case
    assert entry.details["notices"] == "2 notices"
    assert "Shouting was heard, call 2." in entry.details["words"]

    triage.undo_last(by=maya, area=wrenmouth, now=NOW)
    standing = Entry.objects.standing().get(kind="police-notices-joined")
    assert standing.corrects == entry
    assert "Shouting" not in standing.details["words"]


def test_what_is_matched_to_nobody_cannot_be_joined(wrenmouth: Area, maya: Practitioner) -> None:
    take(wrenmouth, notice(1))
    with pytest.raises(Refusal, match="Nobody has said whose"):
        triage.join_case(by=maya, area=wrenmouth, stack=PoliceNotice.objects.get().stack, now=NOW)


def test_a_referral_is_made_by_the_act_there_is_and_its_clock_counts_from_taking_in(
    wrenmouth: Area, maya: Practitioner
) -> None:
    take(wrenmouth, notice(1), notice(2))
    key = PoliceNotice.objects.values_list("stack", flat=True)[0]
    later = NOW + timedelta(days=4)
    triage.refer(by=maya, area=wrenmouth, stack=key, now=later)

    referral = Referral.objects.get()
    assert referral.received_at == NOW
    assert referral.referrer_words == "PC Shaw (Estuary Police)"
    assert referral.statements.count() == 2
    assert {n.child for n in PoliceNotice.objects.all()} == {referral.case.child}
    with pytest.raises(Refusal, match="not undone"):
        triage.undo_last(by=maya, area=wrenmouth, now=later)


def test_nobody_deals_with_the_same_notices_twice(wrenmouth: Area, maya: Practitioner) -> None:
    take(wrenmouth, notice(1))
    key = PoliceNotice.objects.get().stack
    triage.nothing_further(by=maya, area=wrenmouth, stack=key, reason="Known.", now=NOW)
    with pytest.raises(Refusal, match="dealt with already"):
        triage.nothing_further(by=maya, area=wrenmouth, stack=key, reason="Known.", now=NOW)


# On the pages


def test_a_thousand_are_triaged_on_the_pages(
    client: Client, wrenmouth: Area, maya: Practitioner, case: Case
) -> None:
    """50 stacks of 20: the page leads from each to the next until none is left."""
    take(wrenmouth, *a_thousand(50), notice(5_000, reference="WREN-AMARA2"))
    client.force_login(maya)
    here, done = f"/front-door/notices/{triage.after(wrenmouth, maya, '')}/", 0
    while here != "/front-door/notices/":
        notices = PoliceNotice.objects.filter(stack=here.split("/")[3], triage=None)
        action = "joined" if notices[0].child_id else ("nothing-further", "referral")[done % 8 == 0]
        answers = {"action": action, "reason": "Looked at; help is there.", "step": "confirm"}
        answer = client.post(here, answers)
        if answer.status_code == 200:  # Somebody is called nearly like that.
            asked = question_of(Read(200, answer.content.decode(), ()))
            answer = client.post(here, {**answers, asked: "new"})
        assert answer.status_code == 303, answer.content.decode()
        here, done = answer.headers["Location"], done + 1

    assert done == 51
    assert not PoliceNotice.objects.filter(triage=None).exists()
    assert Triage.objects.filter(action="referral").count() == Referral.objects.count() == 7


def test_the_page_asks_the_same_however_many_there_are(
    client: Client, wrenmouth: Area, maya: Practitioner
) -> None:
    read = reader(client)
    take(wrenmouth, notice(1))
    read(maya, "/front-door/notices/")  # The first of anybody's pages also begins their chain in the audit.
    few = read(maya, "/front-door/notices/")
    take(wrenmouth, *a_thousand())
    many = read(maya, "/front-door/notices/")

    assert len(many.sql) == len(few.sql) <= MOST_QUERIES
    assert "1,001 notices" in many.text or "1001 notices" in many.text


def test_the_page_of_one_stack_asks_little(
    client: Client, wrenmouth: Area, maya: Practitioner, amara: Person
) -> None:
    take(wrenmouth, *[notice(n) for n in range(40)])
    address = f"/front-door/notices/{PoliceNotice.objects.values_list('stack', flat=True)[0]}/"
    reader(client)(maya, address)  # The first of anybody's pages also begins their chain in the audit.
    page = reader(client)(maya, address)

    assert page.status == 200
    assert len(page.sql) <= MOST_QUERIES
    assert "WREN-AMARA2" in page.text  # Named and born alike: for a person to compare.


def test_notices_about_a_child_whose_record_is_closed_to_one_are_not_there(
    client: Client, wrenmouth: Area, maya: Practitioner, amara: Person
) -> None:
    take(wrenmouth, notice(1, reference="WREN-AMARA2"))
    key = PoliceNotice.objects.get().stack
    Restriction.objects.create(child=amara, practitioner=maya, why="Her niece", from_on=LONG_AGO)
    read = reader(client)

    assert "Amara" not in read(maya, "/front-door/notices/").text
    assert read(maya, f"/front-door/notices/{key}/").status == 404
    assert read(maya, "/front-door/notices/nothing/").status == 404


def test_a_refusal_is_explained_on_the_page(client: Client, wrenmouth: Area, maya: Practitioner) -> None:
    take(wrenmouth, notice(1))
    client.force_login(maya)
    answer = client.post(f"/front-door/notices/{PoliceNotice.objects.get().stack}/", {"action": "joined"})

    assert answer.status_code == 422
    assert "Nobody has said whose" in answer.content.decode()


# The command


def test_the_command_takes_in_a_file_and_tells_how_it_goes(wrenmouth: Area, tmp_path: Path) -> None:
    path, out, err = tmp_path / "notices.json", StringIO(), StringIO()
    path.write_text(json.dumps({"notices": a_thousand()}))
    call_command("import_police_notices", str(path), area="199", from_force=FORCE, stdout=out, stderr=err)

    assert "1,000 taken in" in out.getvalue()
    assert "500 of 1,000 notices" in err.getvalue()


def test_the_command_refuses_what_it_cannot_read_and_says_all_of_it(wrenmouth: Area, tmp_path: Path) -> None:
    path = tmp_path / "notices.json"
    path.write_text(json.dumps([notice(1, born="?"), notice(2) | {"words": ""}]))
    with pytest.raises(CommandError) as refused:
        call_command("import_police_notices", str(path), area="199", from_force=FORCE)

    assert refused.value.returncode == 3
    assert "notices.1.born_on" in str(refused.value)
    assert "notices.2.words" in str(refused.value)
    with pytest.raises(CommandError, match="no area"):
        call_command("import_police_notices", str(path), area="999", from_force=FORCE)


def test_before_a_referral_makes_a_record_it_is_asked_whether_there_is_one(
    client: Client, wrenmouth: Area, maya: Practitioner, case: Case
) -> None:
    spellings.keep(case.child)
    take(wrenmouth, notice(1, given="Amarra", born="2020-09-04"))
    here, read = f"/front-door/notices/{PoliceNotice.objects.get().stack}/", reader(client)
    asked = read(maya, here, {"action": "referral"})
    assert asked.h1 == ["Is it one of these?"]
    assert not Referral.objects.exists()
    answers = {**fields_of(asked), question_of(asked): case.child.reference}
    assert read(maya, here, answers).status == 303
    assert Referral.objects.get().case.child == case.child
    assert PoliceNotice.objects.get().child == case.child


def test_for_a_child_like_nobody_on_record_the_referral_is_made_at_once(
    client: Client, wrenmouth: Area, maya: Practitioner, case: Case
) -> None:
    take(wrenmouth, notice(1, given="Zebedee", family="Quill", born="2011-01-01"))
    here = f"/front-door/notices/{PoliceNotice.objects.get().stack}/"
    assert reader(client)(maya, here, {"action": "referral"}).status == 303
    assert Referral.objects.get().case.child.called == "Zebedee Quill"
