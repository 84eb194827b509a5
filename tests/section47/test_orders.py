"""Emergency protection orders and child assessment orders: the printed day, and the most the Act allows."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.kinds import KINDS
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47 import services
from alongside.section47.limits import most_for_assessment_order, most_for_extension, most_for_order
from alongside.section47.models import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    ProtectionOrderExtension,
)
from alongside.section47.open_work import open_work
from tests.section47.scenes import noon

MADE = date(2025, 6, 2)  # A Monday.
LAST = date(2025, 6, 10)
COURT = "Wrenmouth Family Court"


def make(
    by: Practitioner, child: Person, expires_on: date = LAST, made_on: date = MADE, **given: object
) -> EmergencyProtectionOrder:
    said = {"court": COURT, "applied_by": "local-authority", "now": noon(date(2025, 7, 1))} | given
    return services.record_protection_order(
        by=by, child=child, made_on=made_on, expires_on=expires_on, **said  # type: ignore[arg-type]
    )  # fmt: skip


def extend(
    by: Practitioner, child: Person, expires_on: date, made_on: date = date(2025, 6, 9)
) -> ProtectionOrderExtension:
    return services.extend_protection_order(
        by=by, child=child, court=COURT, made_on=made_on, expires_on=expires_on, now=noon(date(2025, 7, 1))
    )


LOCAL_AUTHORITY, OFFICER = "local-authority", "designated-officer"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("applied_by", "runs_from", "last_day", "why"),
    [
        (LOCAL_AUTHORITY, MADE, LAST, "eight days after the day it was made"),
        (OFFICER, MADE, date(2025, 6, 9), "the first day of police protection is day 1"),
        (LOCAL_AUTHORITY, date(2025, 6, 7), date(2025, 6, 16), "the eighth day is a Sunday: Monday to noon"),
        (LOCAL_AUTHORITY, date(2025, 6, 6), date(2025, 6, 14), "a Saturday is no public holiday"),
        (LOCAL_AUTHORITY, date(2025, 4, 10), date(2025, 4, 19), "Good Friday: the Saturday to noon"),
        (LOCAL_AUTHORITY, date(2025, 4, 12), date(2025, 4, 22), "Easter Sunday, then Easter Monday"),
        (
            LOCAL_AUTHORITY,
            date(2021, 12, 17),
            date(2021, 12, 29),
            "Christmas Day on a Saturday, and what follows",
        ),
    ],
)
def test_the_most_an_order_may_run(applied_by: str, runs_from: date, last_day: date, why: str) -> None:
    most = most_for_order(applied_by, runs_from)

    assert most.last_day == last_day, why
    assert most.to_noon is (most.last_day != most.due.on)


@pytest.mark.django_db
def test_the_most_of_an_extension_and_of_an_assessment_order() -> None:
    assert most_for_extension(LAST).last_day == date(2025, 6, 17)
    assert most_for_assessment_order(MADE).last_day == date(2025, 6, 8), "the named day is day 1"


def test_the_day_printed_on_the_order_is_the_one_that_is_kept(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    shorter = make(dana, amara, expires_on=date(2025, 6, 6))

    assert shorter.last_day == date(2025, 6, 6)
    assert states(case.chronology.in_order()).protection_order_until == date(2025, 6, 6)
    assert shorter.entry is not None
    assert KINDS[shorter.entry.kind].words(shorter.entry.details) == (
        "Wrenmouth Family Court made an emergency protection order, which expires on 6 June 2025."
    )
    assert open_work(case) == [
        "An emergency protection order runs to 6 June 2025, and its end is not recorded."
    ]


def test_an_order_beyond_the_act_is_refused_and_the_section_named(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as refused:
        make(dana, amara, expires_on=date(2025, 6, 11))
    assert str(refused.value) == (
        "An emergency protection order cannot run to 11 June 2025. The Act allows at most 8 days, counted from the "
        "emergency protection order being made, on 2 June 2025: the last day is 10 June 2025. Check the last day "
        "printed on the order, and the day from which it runs. (Children Act 1989, section 45(1))"
    )
    assert refused.value.field == "expires_on"
    assert not EmergencyProtectionOrder.objects.exists()


def test_after_police_protection_the_days_run_from_its_first_day(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    services.record_police_protection(
        by=dana, child=amara, begun_at=datetime(2025, 5, 31, 23, 30, tzinfo=LONDON), officer="PC Reed",
        why="Left alone.", now=noon(date(2025, 6, 1)),
    )  # fmt: skip
    with pytest.raises(Refusal) as refused:
        make(dana, amara, applied_by=OFFICER, expires_on=date(2025, 6, 9))
    assert str(refused.value) == (
        "An emergency protection order cannot run to 9 June 2025. The Act allows at most 8 days beginning with the "
        "first day, counted from the first day the child was in police protection, on 31 May 2025: the last day is "
        "7 June 2025. Check the last day printed on the order, and the day from which it runs. (Children Act 1989, "
        "section 45(3))"
    )
    order = make(dana, amara, applied_by=OFFICER, expires_on=date(2025, 6, 7))
    assert order.runs_from == date(2025, 5, 31)
    due = Deadline.objects.get(case=case, rule_id="emergency.protection-order-after-police-protection")
    assert due.due_on == date(2025, 6, 7)
    assert not Deadline.objects.filter(rule_id="emergency.protection-order").exists()


def test_the_first_day_of_police_protection_is_asked_for_where_none_is_recorded(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as refused:
        make(dana, amara, applied_by=OFFICER, expires_on=date(2025, 6, 7))
    assert (refused.value.field, str(refused.value)) == (
        "first_police_day",
        (
            "The days of this order cannot be counted yet. Where the designated police officer applied, they run from "
            "the first day of police protection, and none is recorded here. Enter the first day of police protection. "
            "(Children Act 1989, section 45(3))"
        ),
    )
    given = make(
        dana, amara, applied_by=OFFICER, expires_on=date(2025, 6, 7), first_police_day=date(2025, 5, 31)
    )
    assert given.runs_from == date(2025, 5, 31)


def test_one_extension_counts_from_the_end_of_the_first_period(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    order = make(dana, amara)
    extension = extend(dana, amara, date(2025, 6, 17))

    assert (extension.runs_from, order.last_day) == (LAST, date(2025, 6, 17))
    first = Deadline.objects.get(case=case, rule_id="emergency.protection-order")
    second = Deadline.objects.get(case=case, rule_id="emergency.protection-order-extension")
    assert (first.is_outstanding, second.is_outstanding, second.due_on) == (False, True, date(2025, 6, 17))
    assert states(case.chronology.in_order()).protection_order_until == date(2025, 6, 17)


def test_a_second_extension_is_refused_and_the_act_named(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    make(dana, amara)
    extend(dana, amara, date(2025, 6, 12))

    with pytest.raises(Refusal) as refused:
        extend(dana, amara, date(2025, 6, 17))
    assert str(refused.value) == (
        "This emergency protection order has already been extended. It was extended on 9 June 2025 to 12 June 2025, "
        "and the Act allows one extension. Take legal advice today on what protects the child after that day. "
        "(Children Act 1989, section 45(6))"
    )


EXTENSIONS = [
    (
        date(2025, 6, 18), date(2025, 6, 9),
        (
            "This extension cannot run to 18 June 2025. The Act allows at most 7 days, counted from the day the "
            "first period ends, on 10 June 2025: the last day is 17 June 2025. Check the last day printed on the "
            "order, and the day from which it runs. (Children Act 1989, section 45(4)-(6))"
        ),
    ),
    (
        date(2025, 6, 14), date(2025, 6, 11),
        (
            "An order can only be extended while it lasts. You entered 11 June 2025, and it ran from 2 June 2025 to "
            "10 June 2025. Enter the day the court extended it. If it had run out, record how it ended and the new "
            "order."
        ),
    ),
    (
        LAST, date(2025, 6, 9),
        (
            "This extension adds no day. The order already runs to 10 June 2025, and you entered 10 June 2025. Enter "
            "the new last day, as it is printed on the order."
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("expires_on", "made_on", "sentence"), EXTENSIONS)
def test_extensions_that_cannot_be(
    expires_on: date, made_on: date, sentence: str, case: Case, amara: Person, dana: Practitioner
) -> None:
    make(dana, amara)

    with pytest.raises(Refusal) as refused:
        extend(dana, amara, expires_on, made_on)
    assert str(refused.value) == sentence


ORDERS = [
    (
        {"made_on": date(2025, 7, 2), "expires_on": date(2025, 7, 4)},
        (
            "This order is in the future. You entered 2 July 2025, and today is 1 July 2025. Enter the day it "
            "happened, or come back once it has."
        ),
    ),
    (
        {"expires_on": date(2025, 6, 1)},
        (
            "This order expires before it was made. You entered 1 June 2025 as the last day, and 2 June 2025 as the "
            "day it was made. Enter the last day as it is printed on the order."
        ),
    ),
    (
        {"applied_by": OFFICER, "first_police_day": date(2025, 6, 3)},
        (
            "Police protection began after this order was made. The first day of police protection is 3 June 2025, "
            "and the order was made on 2 June 2025. Check the two days, and who applied."
        ),
    ),
]


@pytest.mark.parametrize(("given", "sentence"), ORDERS)
def test_orders_that_cannot_be(
    given: dict[str, object], sentence: str, case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as refused:
        make(dana, amara, **given)  # type: ignore[arg-type]
    assert str(refused.value) == sentence


def test_one_order_stands_at_a_time_until_its_end_is_recorded(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    make(dana, amara)
    with pytest.raises(Refusal) as refused:
        make(dana, amara)
    assert str(refused.value) == (
        "An emergency protection order already stands for Amara Okoye. It was made on 2 June 2025 and runs to 10 "
        "June 2025. If the court gave more days, record that the order was extended. If it ended, say how."
    )
    services.end_protection_order(
        by=dana, child=amara, ended_on=date(2025, 6, 5), how="discharged", what_next="Home, with a plan.",
        now=noon(date(2025, 6, 5)),
    )  # fmt: skip
    assert states(case.chronology.in_order()).protection_order_until is None
    assert open_work(case) == []
    assert make(dana, amara).ending is None


def test_an_end_needs_an_order_and_does_not_come_before_it(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    ended = {
        "by": dana, "child": amara, "ended_on": date(2025, 6, 1), "how": "discharged", "what_next": "Home.",
        "now": noon(LAST),
    }  # fmt: skip
    with pytest.raises(Refusal) as none:
        services.end_protection_order(**ended)  # type: ignore[arg-type]
    assert str(none.value) == (
        "No emergency protection order stands for Amara Okoye. None is recorded that has not ended. Record the order "
        "that was made."
    )
    make(dana, amara)
    with pytest.raises(Refusal) as before:
        services.end_protection_order(**ended)  # type: ignore[arg-type]
    assert str(before.value) == (
        "The order cannot end before it was made. You entered 1 June 2025, and it was made on 2 June 2025. Enter the "
        "day it ended."
    )


def assess(by: Practitioner, child: Person, runs_from: date, **given: object) -> ChildAssessmentOrder:
    said = {"court": COURT, "made_on": MADE, "now": noon(LAST)} | given
    return services.record_assessment_order(by=by, child=child, runs_from=runs_from, **said)  # type: ignore[arg-type]


def test_an_assessment_order_runs_seven_days_beginning_with_the_named_day(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    order = assess(dana, amara, date(2025, 6, 5))

    assert order.expires_on == date(2025, 6, 11)
    due = Deadline.objects.get(case=case, rule_id="emergency.child-assessment-order")
    assert due.due_on == date(2025, 6, 11)
    assert states(case.chronology.in_order()).assessment_order_since == date(2025, 6, 5)
    services.end_assessment_order(
        by=dana, child=amara, ended_on=LAST, how="other", what_next="The assessment is done.", now=noon(LAST)
    )
    assert open_work(case) == []


ASSESSMENT_ORDERS = [
    (
        date(2025, 6, 5), {"expires_on": date(2025, 6, 12)},
        (
            "A child assessment order cannot run to 12 June 2025. The Act allows at most 7 days beginning with the "
            "first day, counted from the date the order names for the assessment to begin, on 5 June 2025: the last "
            "day is 11 June 2025. Check the last day printed on the order, and the day from which it runs. (Children "
            "Act 1989, section 43(5))"
        ),
    ),
    (
        date(2025, 6, 1), {},
        (
            "The days of this order do not follow one another. It was made on 2 June 2025, the assessment begins on "
            "1 June 2025, and the last day is 7 June 2025. Enter the days as they are printed on the order."
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("runs_from", "given", "sentence"), ASSESSMENT_ORDERS)
def test_assessment_orders_that_cannot_be(
    runs_from: date, given: dict[str, object], sentence: str, case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as refused:
        assess(dana, amara, runs_from, **given)
    assert str(refused.value) == sentence


def test_one_assessment_order_stands_at_a_time(case: Case, amara: Person, dana: Practitioner) -> None:
    assess(dana, amara, date(2025, 6, 5))

    with pytest.raises(Refusal) as refused:
        assess(dana, amara, date(2025, 6, 5))
    assert str(refused.value) == (
        "A child assessment order already stands for Amara Okoye. It was made on 2 June 2025 and runs to 11 June "
        "2025. Say how that ended first, then record this one."
    )


def test_the_police_may_record_an_order_and_a_school_may_not(
    case: Case, amara: Person, tom: Practitioner, helen: Practitioner, police_involved: Involvement,
    school_involved: Involvement,
) -> None:  # fmt: skip
    with pytest.raises(PermissionDenied):
        make(helen, amara)
    assert make(tom, amara).recorded_by == tom


def test_an_expired_order_is_still_open_work(case: Case, amara: Person, dana: Practitioner) -> None:
    order = make(dana, amara)

    assert order.last_day < date(2025, 7, 1) - timedelta(days=14)
    assert open_work(case) != []
