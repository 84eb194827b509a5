"""What records do not say: for a team and on a child's page, in words, with what each rests on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.assessments.models import AssessmentSection
from alongside.assessments.services import start_assessment
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.people.models import Person, Relationship
from alongside.plans.models import ChildProtectionPlan, CoreGroupAttendance, CoreGroupMeeting, CoreGroupMember
from tests.cast import NOW, child_of
from tests.pages import MOST_QUERIES, Read
from tests.query_plans import scanned

HERE, HOME = "/team/silences/", "/children/WREN-AMARA2/"


def seen(case: Case, by: Practitioner, on: date, alone: str) -> None:
    kinds.CHILD_SEEN.record(
        case, on=on, by=by, now=NOW, practitioner=by.name, alone=alone, where="home", said=""
    )


def related(person: Person, other: Person, kind: str) -> None:
    Relationship.objects.create(person=person, other=other, kind=kind)


@pytest.fixture
def parents(amara: Person) -> None:
    for name, kind in (("Grace Okoye", "mother"), ("Joe Okoye", "father")):
        related(child_of(amara.area, name, f"WREN-{kind[:5].upper()}", date(1990, 1, 1)), amara, kind)


def test_a_record_that_says_all_is_not_listed(
    read: Callable[..., Read], dana: Practitioner, case: Case, parents: None
) -> None:
    seen(case, dana, date(2025, 4, 3), "yes")
    page = read(dana, HERE)
    assert "Nothing that this page looks for is missing" in page.text
    assert "What the record does not say" not in read(dana, HOME).text


def test_a_child_not_seen_alone_is_listed_with_the_paragraph_and_the_act(
    read: Callable[..., Read], dana: Practitioner, case: Case, parents: None
) -> None:
    Case.objects.update(opened_on=date(2025, 1, 6))
    seen(case, dana, date(2025, 2, 10), "yes")
    seen(case, dana, date(2025, 4, 10), "no")
    for address in (HERE, HOME):
        page = read(dana, address)
        assert "Not seen alone for 9 weeks: since 10 February 2025" in page.text
        assert page.links("Record seeing the child")[-1] == f"{HOME}visits/seen/" or page.links(
            "Record seeing"
        )
        assert page.links("page 53")
    seen(case, dana, date(2025, 4, 16), "yes")
    assert "Not seen alone" not in read(dana, HOME).text


def test_a_father_who_is_recorded_as_not_known_is_not_known(
    read: Callable[..., Read], dana: Practitioner, case: Case, amara: Person
) -> None:
    father = child_of(amara.area, "Father (not known)", "WREN-FATHR", None)
    related(father, amara, "father")
    for address in (HERE, HOME):
        assert "The father is recorded as not known" in read(dana, address).text
    Person.objects.filter(pk=father.pk).update(called="Joe Okoye")
    assert "not known" not in read(dana, HOME).text


def test_a_father_whom_nobody_recorded_is_listed_until_there_is_one_or_a_second_parent(
    read: Callable[..., Read], dana: Practitioner, case: Case, amara: Person
) -> None:
    assert "No parent is recorded" in read(dana, HERE).text
    related(child_of(amara.area, "Grace Okoye", "WREN-GRACE2", date(1990, 1, 1)), amara, "mother")
    assert "No father is recorded, and no second parent" in read(dana, HERE).text
    related(child_of(amara.area, "Ann Okoye", "WREN-ANNOK2", date(1990, 1, 1)), amara, "parent")
    assert "No father is recorded" not in read(dana, HERE).text


def test_a_sibling_whom_neither_assessment_nor_plan_names_is_listed(
    read: Callable[..., Read], dana: Practitioner, case: Case, ben: Person, amara: Person
) -> None:
    assert "Ben Okoye is not mentioned" not in read(dana, HERE).text  # Nothing is written yet.
    assessment = start_assessment(
        by=dana,
        child=amara,
        started_on=date(2025, 4, 3),
        basis="section-17",
        lead=dana,
        why="Injury.",
        now=NOW,
    )
    section, _ = AssessmentSection.objects.update_or_create(
        assessment=assessment, heading="health",
        defaults={"words": "Amara is well.", "version": 1, "saved_at": NOW, "saved_by": dana},
    )  # fmt: skip
    assert "Ben Okoye is not mentioned in the assessment or the plan" in read(dana, HERE).text
    Restriction.objects.create(child=ben, practitioner=dana, why="A cousin", from_on=date(2025, 4, 1))
    assert "Ben" not in read(dana, HERE).text
    Restriction.objects.all().delete()
    section.words = "Amara walks to school with ben."
    section.save()
    assert "Ben Okoye is not mentioned" not in read(dana, HERE).text


@pytest.mark.parametrize(("came", "listed"), [((False, False, False), True), ((False, True, False), False), ((False, False), False), ((True, False, False, False), True)])  # fmt: skip
def test_a_core_group_member_away_three_times_running_is_listed(
    read: Callable[..., Read],
    dana: Practitioner,
    on_a_plan: Case,
    came: tuple[bool, ...],
    listed: bool,
    amara: Person,
) -> None:
    plan = ChildProtectionPlan.objects.filter(child=amara).first() or ChildProtectionPlan.objects.create(
        area=amara.area,
        child=amara,
        case=on_a_plan,
        started_on=date(2024, 4, 14),
        category="neglect",
        initial_category="neglect",
        recorded_by=dana,
    )
    CoreGroupMember.objects.create(plan=plan, name="Ruth Keane", from_on=date(2024, 4, 14))
    for month, there in enumerate(came, start=1):
        meeting = CoreGroupMeeting.objects.create(
            area=amara.area,
            case=on_a_plan,
            plan=plan,
            held_on=date(2024, 4 + month, 1),
            decisions="Go on.",
            recorded_by=dana,
        )
        CoreGroupAttendance.objects.create(meeting=meeting, name="Ruth Keane", present=there)
    words = "Ruth Keane was away from the last 3 core groups"
    assert (words in read(dana, HERE).text) is listed
    assert (words in read(dana, HOME).text) is listed


def test_it_is_narrowed_and_is_for_teams_alone(
    read: Callable[..., Read], dana: Practitioner, sam: Practitioner, helen: Practitioner, case: Case
) -> None:
    assert "No parent is recorded" not in read(dana, f"{HERE}?what=seen-alone").text
    assert "No parent is recorded" in read(dana, f"{HERE}?mine=yes").text
    assert "No parent is recorded" not in read(sam, f"{HERE}?mine=yes").text
    assert "Nothing is missing under these filters." in read(sam, f"{HERE}?mine=yes").text
    assert read(helen, HERE).status == 404


def test_it_asks_no_more_for_five_hundred_children_than_for_five(
    read: Callable[..., Read], dana: Practitioner, many: Callable[[int], list[Case]]
) -> None:
    many(5)
    few = read(dana, HERE)
    many(120)
    lots = read(dana, HERE)
    assert len(few.sql) == len(lots.sql) <= MOST_QUERIES
    assert timezone.now() == NOW
    assert (
        scanned(lots.sql, ("chronology_entry", "assessments_assessmentsection", "people_relationship")) == []
    )
