"""Each invariant of a plan or a conference, tried by a raw write behind the back of every act."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import Model

from alongside.agencies.models import Practitioner
from alongside.conferences.models import Attendance, Booking, ConferenceDecision, ConferenceReport, Dissent
from alongside.conferences.services import book_conference, record_initial_conference, record_report
from alongside.conferences.sitting import Disagreement
from alongside.keys import new_key
from alongside.people.models import Person
from alongside.plans.models import Action, ChildProtectionPlan, CoreGroupMember, Need
from alongside.plans.services import record_core_group, write_plan_for_the_child
from tests.cast import NOW, TODAY
from tests.conferences.given import HELD, decided, noon, sitting

Plan = ChildProtectionPlan


def write(record: Model, **values: object) -> None:
    """Change a row by SQL alone."""
    columns = ", ".join(f"{name} = %s" for name in values)
    table = record._meta.db_table
    key = record.pk if connection.vendor == "postgresql" else record.pk.hex
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {columns} WHERE id = %s", [*values.values(), key])


def copy(record: Model) -> None:
    """Insert the same row again under a key of its own, by SQL alone."""
    fields = record._meta.concrete_fields
    columns = [field.column for field in fields]
    fresh: UUID = new_key()
    values = [
        "%s" if column == "id" else column
        for column in columns
        if column not in ("entry_id", "ending_entry_id")
    ]
    columns = [column for column in columns if column not in ("entry_id", "ending_entry_id")]
    table, key = record._meta.db_table, (lambda uuid: uuid if connection.vendor == "postgresql" else uuid.hex)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table} WHERE id = %s",
            [key(fresh), key(record.pk)],
        )


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"ended_on": HELD, "ended_because": "died"}, id="starts and ends on one day"),
        pytest.param({"ended_on": date(2025, 4, 1), "ended_because": "died"}, id="ends before it starts"),
        pytest.param({"ended_on": TODAY}, id="ends on no ground"),
        pytest.param({"ended_on": TODAY, "ended_because": "bored"}, id="ends on a ground there is not"),
        pytest.param({"ended_because": "died"}, id="has a ground and no end"),
        pytest.param(
            {"ended_on": TODAY, "ended_because": "transferred"}, id="passes on without a conference there"
        ),
        pytest.param(
            {"ended_on": TODAY, "ended_because": "transferred", "receiving_conference_on": date(2025, 4, 20)},
            id="passes on before the conference there",
        ),
        pytest.param({"category": ""}, id="has no category"),
        pytest.param({"initial_category": "worry"}, id="has a category there is not"),
    ],
)
def test_a_plan_never(plan: Plan, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        write(plan, **values)


def test_a_child_never_has_two_open_plans(plan: Plan) -> None:
    with pytest.raises(IntegrityError):
        copy(plan)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"what": ""}, id="says nothing"),
        pytest.param({"owner": ""}, id="is nobody's"),
        pytest.param(
            {"done_on": TODAY, "dropped_on": TODAY, "dropped_because": "No"}, id="is done and dropped"
        ),
        pytest.param({"dropped_on": TODAY}, id="is dropped for no reason"),
        pytest.param({"dropped_because": "No"}, id="has a reason and was not dropped"),
    ],
)
def test_an_action_never(plan: Plan, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        write(Action.objects.get(), **values)


@pytest.mark.parametrize("values", [{"need": ""}, {"must_change": ""}])
def test_a_need_never_says_nothing(plan: Plan, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        write(Need.objects.get(), **values)


def test_a_core_group_never(plan: Plan, amara: Person, dana: Practitioner) -> None:
    (meeting,) = record_core_group(
        by=dana, children=[amara], held_on=TODAY, attendance=[], decisions="Carry on.", now=NOW
    )
    member = CoreGroupMember.objects.filter(name="Grace Okoye").get()
    for record, values in (
        (meeting, {"decisions": ""}),
        (meeting, {"next_on": TODAY}),
        (member, {"name": ""}),
        (member, {"to_on": date(2025, 4, 1)}),
    ):
        with pytest.raises(IntegrityError):
            write(record, **values)
    with pytest.raises(IntegrityError):
        copy(member)


def test_the_childs_version_never_says_nothing(plan: Plan, amara: Person, dana: Practitioner) -> None:
    version = write_plan_for_the_child(
        by=dana, child=amara, worries="Mum is poorly.", promises="Help", now=NOW
    )

    for values in ({"worries": ""}, {"promises": ""}):
        with pytest.raises(IntegrityError):
            write(version, **values)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"decided": "continue"}, id="continues a plan that it makes"),
        pytest.param({"kind": "review"}, id="makes a plan at a review"),
        pytest.param({"category": ""}, id="makes a plan without a category"),
        pytest.param({"decided": "no-plan"}, id="has a plan where there is none"),
        pytest.param(
            {"decided": "no-plan", "category": "", "reasons": "x"}, id="names a plan where there is none"
        ),
        pytest.param({"plan_id": None}, id="makes a plan and names none"),
        pytest.param({"reasons": ""}, id="has no reasons"),
        pytest.param({"child_views_answer": "declined"}, id="has views that were declined"),
        pytest.param({"review_on": HELD}, id="sets a review for the same day"),
        pytest.param({"core_group_on": date(2025, 4, 1)}, id="sets a core group for a day that has passed"),
    ],
)
def test_a_conference_decision_never(plan: Plan, values: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        write(ConferenceDecision.objects.get(), **values)


def test_a_conference_never_decides_twice_for_a_child(plan: Plan) -> None:
    with pytest.raises(IntegrityError):
        copy(ConferenceDecision.objects.get())


def test_attendance_and_dissent_never(case: object, amara: Person, dana: Practitioner) -> None:
    one = Disagreement(name="Helen Marsh", reasons="Too soon.")
    record_initial_conference(
        by=dana, sitting=sitting(), decisions=[decided(amara, "no-plan", dissent=(one,))], now=NOW
    )
    came = Attendance.objects.get()
    for record, values in (
        (came, {"name": ""}),
        (came, {"report_received_on": TODAY}),
        (Dissent.objects.get(), {"reasons": ""}),
        (Dissent.objects.get(), {"name": ""}),
    ):
        with pytest.raises(IntegrityError):
            write(record, **values)
    with pytest.raises(IntegrityError):
        copy(came)


def test_a_booking_and_its_reports_never(
    plan: Plan, amara: Person, dana: Practitioner, school: object
) -> None:
    booking = book_conference(
        by=dana, children=[amara], kind="review", starts_at=noon(date(2025, 7, 8)), place="Quay", now=NOW
    )
    report = record_report(
        by=dana, child=amara, booking=booking, agency=school, written_by="Helen Marsh", received_on=TODAY,  # type: ignore[arg-type]
        words={}, shared_on=TODAY, now=NOW,
    )  # fmt: skip
    held = ConferenceDecision.objects.get().conference
    Booking.objects.filter(pk=booking.pk).update(conference=held)
    for record, values in (
        (booking, {"cancelled_because": "Held and called off"}),
        (report, {"not_shared_because": "Shared and not shared"}),
        (report, {"written_by": ""}),
    ):
        with pytest.raises(IntegrityError):
            write(record, **values)
    for record in (booking.children.get(), ConferenceReport.objects.get()):
        with pytest.raises(IntegrityError):
            copy(record)
