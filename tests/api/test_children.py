"""Reading about children: what the agency's practitioners may see, and nothing else."""

from __future__ import annotations

import pytest

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.api.models import ApiClient
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from tests.api.conftest import System
from tests.cast import LONG_AGO, NOW, TODAY, child_of


@pytest.fixture
def told(case: Case, dana: Practitioner) -> Case:
    """Amara's case has a chronology, and a limit runs."""
    kinds.ASSESSMENT_STARTED.record(
        case, on=TODAY, by=dana, now=NOW, practitioner="Dana Wright", why="To see what helps."
    )
    refresh(case)
    return case


def test_a_partner_sees_its_part_and_why(
    schools: System, school_involved: Involvement, amara: Person
) -> None:
    listed = schools.get("/children")
    assert [(one["reference"], one["because"]) for one in listed.body["items"]] == [
        ("WREN-AMARA2", ["your agency is working with this child"])
    ]
    answer = schools.get("/children/WREN-AMARA2")
    assert (answer.status, answer.body["reads"], answer.body["called"]) == (200, "part", "Amara Okoye")
    assert answer.body["stands"]
    assert answer.body["because"] == ["your agency is working with this child"]


def test_the_whole_record_is_for_those_who_may_read_it(
    schools: System, councils: System, school_involved: Involvement, told: Case
) -> None:
    for path in ("/chronology", "/deadlines", "/details"):
        assert schools.get(f"/children/WREN-AMARA2{path}").status == 404
        assert councils.get(f"/children/WREN-AMARA2{path}").status == 200
    assert councils.get("/children/WREN-AMARA2").body["reads"] == "record"


def test_a_child_one_may_not_see_and_one_that_is_not_there_are_answered_alike(
    schools: System, elsewheres: System, case: Case
) -> None:
    for system in (schools, elsewheres):
        assert system.get("/children").body["items"] == []
        for path in ("", "/chronology", "/deadlines", "/details"):
            theirs = system.get(f"/children/WREN-AMARA2{path}")
            nobodys = system.get(f"/children/WREN-222222{path}")
            assert theirs.status == nobodys.status == 404
            assert theirs.body == nobodys.body


def test_a_record_that_is_closed_to_the_system_is_closed(councils: System, case: Case) -> None:
    Restriction.objects.create(
        child=case.child, practitioner=councils.record.practitioner, why="Tried out", from_on=LONG_AGO
    )
    assert councils.get("/children/WREN-AMARA2").status == 404
    assert councils.get("/children").body["items"] == []


def test_a_system_sees_only_the_areas_it_was_let_into(
    schools: System, school: Agency, stranger: Practitioner, dana: Practitioner
) -> None:
    """A school that works in two areas has two tokens, or one that was given both."""
    farholme = Area.objects.get(code="198")
    school.areas.add(farholme)
    child = child_of(farholme, "Una Frost", "FARH-UNA222")
    case = Case.objects.create(area=farholme, child=child, opened_on=LONG_AGO, recorded_by=stranger)
    Involvement.objects.create(area=farholme, case=case, agency=school, why="Her school", from_on=LONG_AGO)

    assert schools.get("/children").body["items"] == []
    assert schools.get("/children/FARH-UNA222").status == 404

    schools.record.areas.add(farholme)
    assert schools.get("/children/FARH-UNA222").status == 200


def test_a_list_goes_on_by_key_and_leaves_none_out(councils: System, case: Case, harbour_team: Team) -> None:
    area = case.area
    for number in range(5):
        child = child_of(area, f"Child {number}", f"WREN-CHLD{number}2")
        one = Case.objects.create(area=area, child=child, opened_on=LONG_AGO, recorded_by=case.recorded_by)
        Allocation.objects.create(
            area=area, case=one, practitioner=case.recorded_by, team=harbour_team, from_on=LONG_AGO
        )
    seen: list[str] = []
    cursor, pages = "", 0
    while pages == 0 or cursor:
        answer = councils.get(f"/children?limit=2&cursor={cursor}")
        seen += [one["reference"] for one in answer.body["items"]]
        cursor, pages = answer.body["next"], pages + 1
    assert pages == 3
    assert len(seen) == len(set(seen)) == 6


def test_what_is_no_cursor_is_refused_in_words(councils: System) -> None:
    answer = councils.get("/children?cursor=3")
    assert answer.status == 422
    assert answer.problems == [
        "This is not a cursor. | cursor | It was not given by a page of this list. | "
        "Send the “next” of the page before, or nothing for the first page."
    ]


def test_the_chronology_tells_each_entry_and_what_corrects_what(councils: System, told: Case) -> None:
    (first,) = Entry.objects.all()
    kinds.ASSESSMENT_STARTED.record(
        told, on=TODAY, by=told.recorded_by, now=NOW, practitioner="Dana Wright", why="As agreed."
    )
    page = councils.get("/children/WREN-AMARA2/chronology?limit=1")
    (entry,) = page.body["items"]
    assert (entry["id"], entry["kind"], entry["happened_on"]) == (
        str(first.pk),
        "assessment-started",
        "2025-04-17",
    )
    assert entry["words"] == "Dana Wright started the assessment. To see what helps."
    assert councils.get(f"/children/WREN-AMARA2/chronology?cursor={page.body['next']}").body["next"] == ""


def test_a_deadline_explains_itself(councils: System, told: Case) -> None:
    items = councils.get("/children/WREN-AMARA2/deadlines").body["items"]
    assert items
    assert all(one["citation"] and one["because"] and one["state"] == "running" for one in items)


class TestChangingDetails:
    """Two systems that read the same and both change it: the second is told, and nothing is lost."""

    PATH = "/children/WREN-AMARA2/details"

    def change(self, system: System, etag: str | None, **changes: object) -> object:
        return system.ask("PATCH", self.PATH, changes, **({"if_match": etag} if etag else {}))

    def test_a_change_names_the_version_it_changes(self, councils: System, case: Case, amara: Person) -> None:
        read = councils.get(self.PATH)
        done = councils.ask("PATCH", self.PATH, {"first_language": "Igbo"}, if_match=read.headers["ETag"])
        assert done.status == 200
        assert done.body["first_language"] == "Igbo"
        assert done.headers["ETag"] != read.headers["ETag"]
        amara.refresh_from_db()
        assert amara.first_language == "Igbo"
        assert Entry.objects.get(kind="details-changed").recorded_by == councils.record.practitioner

    def test_a_change_of_an_older_version_is_refused_and_nothing_is_lost(
        self, councils: System, case: Case, amara: Person
    ) -> None:
        etag = councils.get(self.PATH).headers["ETag"]
        assert councils.ask("PATCH", self.PATH, {"first_language": "Igbo"}, if_match=etag).status == 200
        late = councils.ask("PATCH", self.PATH, {"first_language": "Twi"}, if_match=etag)
        assert late.status == 412
        assert "The details have changed since you read them." in late.problems[0]
        amara.refresh_from_db()
        assert amara.first_language == "Igbo"

    def test_a_change_that_names_no_version_is_asked_to(self, councils: System, case: Case) -> None:
        assert councils.ask("PATCH", self.PATH, {"first_language": "Igbo"}).status == 428

    @pytest.mark.parametrize(
        "wrong",
        [
            {"interpreter": "perhaps"}, {"called": "Somebody"}, {"religion": 5}, {"religion": "x" * 51},
            {"religion": "a\u0000b"}, {"religion": "\ud800"}, [], '"text"',
        ],
    )  # fmt: skip
    def test_what_cannot_be_recorded_is_refused_in_words(
        self, councils: System, case: Case, wrong: object
    ) -> None:
        etag = councils.get(self.PATH).headers["ETag"]
        answer = councils.ask("PATCH", self.PATH, wrong, if_match=etag)
        assert answer.status == 422
        assert answer.problems
        assert not Entry.objects.exists()


def test_each_request_leaves_a_row_that_says_who_asked_and_about_whom(
    schools: System, school_involved: Involvement, amara: Person
) -> None:
    schools.get("/children/WREN-AMARA2")
    schools.get("/children/WREN-222222")
    rows = list(Row.objects.filter(action=Action.API).order_by("number"))
    assert [(row.actor_kind, row.actor, row.about) for row in rows] == [
        ("api", schools.record.pk, amara.pk), ("api", schools.record.pk, None),
    ]  # fmt: skip
    assert ApiClient.objects.get().used == 2
