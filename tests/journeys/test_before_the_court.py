"""When a plan is not enough: from legal planning to letters, meetings, and down again or to the court."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.strands.models import Strand
from tests.journeys.by_hand import Hand

pytestmark = pytest.mark.django_db

BEGAN, LATER = date(2025, 5, 6), date(2025, 7, 4)
SIXTEEN_WEEKS, TWENTY_SIX_WEEKS = "pre-proceedings.length", "court.care-proceedings"


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2025, 5, 6, 12, 0, tzinfo=UTC), tick=True) as travelled:
        yield travelled


@pytest.fixture
def hand(client: Client, case: Case) -> Hand:
    return Hand(client)


@pytest.fixture
def begun(hand: Hand, amara: Person, dana: Practitioner) -> Strand:
    hand.does(
        dana, "strands:start", amara.reference, "pre-proceedings", happened=BEGAN, threshold="It is met, the lawyer says.",
        decision="A plan alone has not been enough.",
    )  # fmt: skip
    return Strand.objects.get()


def ends_on(rule_id: str) -> list[tuple[date | None, date | None]]:
    return [(one.due_on, one.met_on) for one in Deadline.objects.filter(rule_id=rule_id)]


def test_no_progress_leads_to_legal_planning(
    hand: Hand, begun: Strand, amara: Person, dana: Practitioner
) -> None:
    """T35: the plan does not work; lawyers and managers meet, and what they decide is kept with its reasons."""
    hand.does(
        dana, "strands:step", amara.reference, begun.pk, "legal-planning-met", happened=BEGAN, threshold="Met, and there is time to work.",
        decision="Letter first; court if nothing changes by July.",
    )  # fmt: skip
    said = hand.reads(dana, "strands:strand", amara.reference, begun.pk)
    assert "Letter first; court if nothing changes by July." in said


def test_pre_proceedings_run_for_sixteen_weeks_of_best_practice(
    hand: Hand, begun: Strand, amara: Person, dana: Practitioner, clock: time_machine.Traveller
) -> None:
    """T36: it begins with the decision; the letter leaves nothing out, and offers the family to decide together."""
    assert ends_on(SIXTEEN_WEEKS) == [(date(2025, 8, 26), None)]
    clock.move_to(datetime(2025, 5, 9, 12, 0, tzinfo=UTC))
    hand.does(
        dana, "strands:step", amara.reference, begun.pk, "letter-sent", happened=date(2025, 5, 9), concerns="Drinking at night.",
        expectations="Sober evenings by July.", support="A group, and a family worker.", consequences="We may ask the court.",
        **{"family-group-offered": "yes"},
    )  # fmt: skip
    clock.move_to(datetime(2025, 5, 23, 12, 0, tzinfo=UTC))
    hand.does(
        dana, "strands:step", amara.reference, begun.pk, "first-meeting", happened=date(2025, 5, 23), came=["parents", "lawyers"],
        agreed="Grace goes to the group.", **{"review-on": date(2025, 7, 4)},
    )  # fmt: skip
    assert "Grace goes to the group." in hand.reads(dana, "strands:strand", amara.reference, begun.pk)


def test_when_it_is_better_it_steps_down_and_its_clock_stops(
    hand: Hand, begun: Strand, amara: Person, dana: Practitioner, clock: time_machine.Traveller
) -> None:
    """T37: a step is decided, the strand ends, and the plan carries the child on."""
    clock.move_to(datetime(2025, 7, 4, 12, 0, tzinfo=UTC))
    hand.does(
        dana, "strands:step", amara.reference, begun.pk, "step-decided", happened=LATER, decision="step-down", why="Seven sober weeks.",
        plan="The child-in-need plan.",
    )  # fmt: skip
    hand.does(
        dana, "strands:step", amara.reference, begun.pk, "ended", happened=LATER, outcome="stepped-down",
        order="The child-in-need plan stands.", reasons="It is better, and stays so.",
    )  # fmt: skip
    assert Strand.objects.get().outcome == "stepped-down"
    assert ends_on(SIXTEEN_WEEKS) == [(date(2025, 8, 26), date(2025, 7, 4))]


def test_an_application_starts_the_courts_twenty_six_weeks(
    hand: Hand, begun: Strand, amara: Person, dana: Practitioner, clock: time_machine.Traveller
) -> None:
    """T38: counted with the day of the application. Whether the family was offered to decide is recorded; the Act of 2026 does not oblige anybody to yet."""
    clock.move_to(datetime(2025, 7, 4, 12, 0, tzinfo=UTC))
    hand.does(
        dana, "strands:step", amara.reference, begun.pk, "application-made", happened=LATER, order="A care order", court="Wrenmouth, 12 of 2025",
        **{"family-group": "held"},
    )  # fmt: skip
    assert ends_on(TWENTY_SIX_WEEKS) == [(date(2026, 1, 1), None)]
    said = hand.reads(dana, "strands:strand", amara.reference, begun.pk)
    assert "enforces nothing here" in said
