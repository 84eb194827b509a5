"""A child dies: everything open for the child ends, nothing recorded is lost, and brothers and sisters go on. Through HTTP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.care.status import become_looked_after
from alongside.cases.models import Allocation, Case, InNeed
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking
from alongside.conferences.services import book_conference
from alongside.deadlines.models import Deadline
from alongside.letters.for_reader import readers_of
from alongside.letters.reading import read_record
from alongside.letters.which import LETTERS
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.section47.models import EmergencyProtectionOrder, Exclusion
from alongside.section47.services import Excluding, record_exclusion, record_protection_order
from alongside.strands.models import Strand
from alongside.strands.services import open_strand
from tests.conferences.given import a_plan

REFERENCE = "WREN-AMARA2"
ADDRESS = f"/children/{REFERENCE}/died/"


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def dies(client: Client, on: date, **more: Any) -> Any:
    said = {
        **day("died_on", on),
        "words": "The hospital rang.",
        "told": ["parents", "agencies"],
        "step": "confirm",
    }
    return client.post(ADDRESS, {**said, **more})


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def plan(case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner) -> ChildProtectionPlan:  # fmt: skip
    return a_plan(amara, dana, council, school, jamal)


@pytest.fixture
def everything(
    plan: ChildProtectionPlan, case: Case, amara: Person, ben: Person, dana: Practitioner, today: date
) -> Case:
    """Amara has a plan, an order with an exclusion, a strand, a booked review with Ben, one alone, and is looked after."""
    now = timezone.now()
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=date(2025, 4, 1), recorded_by=dana)
    InNeed.objects.create(area=ben.area, case=bens, from_on=bens.opened_on)
    Allocation.objects.create(
        area=ben.area,
        case=bens,
        practitioner=dana,
        team=case.allocations.get().team,
        from_on=date(2025, 4, 1),
    )
    become_looked_after(
        by=dana, child=amara, began_on=today, status="accommodated", reasons="Her mother is ill.", now=now
    )
    record_protection_order(
        by=dana, child=amara, court="Estuary Family Court", made_on=today, applied_by="local-authority",
        expires_on=today + timedelta(days=6), now=now,
    )  # fmt: skip
    record_exclusion(by=dana, child=amara, now=now, excluding=Excluding(
        stands_in="emergency-protection-order", form="requirement", court="Estuary Family Court", who="Lee Hart",
        where="The home", begun_on=today,
    ))  # fmt: skip
    open_strand(by=dana, child=amara, kind_id="missing-episode", happened=now, answers={}, now=now)
    for children in ([amara, ben], [amara]):
        book_conference(
            by=dana, children=children, kind="review", starts_at=now + timedelta(days=7), place="Quay Room", now=now,
            chair=None, invitations=[],
        )  # fmt: skip
    return case


def test_everything_open_ends_and_nothing_is_lost(
    client: Client, everything: Case, amara: Person, ben: Person, sam: Practitioner, today: date
) -> None:
    """T46: the case closes; plan, order, exclusion, strand, booking, being looked after and due dates end; Ben goes on."""
    entries = Entry.objects.filter(child=amara).count()
    client.force_login(sam)
    before = client.get(ADDRESS).content.decode()
    assert "The child protection plan that began on 14 April 2025 has not ended." in before
    assert "Lee Hart has had to stay away" in before

    assert dies(client, today).status_code == 303
    case = Case.objects.get(pk=everything.pk)
    assert (case.closed_on, case.closure_reason) == (today, "died")
    assert Person.objects.get(pk=amara.pk).died_on == today
    ended = ChildProtectionPlan.objects.get(child=amara)
    assert (ended.ended_on, ended.ended_because) == (today, "died")
    assert EndingNotice.objects.filter(plan=ended).exists(), "who is to be told is kept"
    assert EmergencyProtectionOrder.objects.get().ending is not None
    assert Exclusion.objects.get().ending is not None
    assert Strand.objects.get().outcome == "died"
    assert case.lookedafters.get().ending.how == "died"
    assert not Deadline.objects.outstanding().filter(case=case).exists(), (
        "visits, reviews and every other limit are gone"
    )
    assert Booking.objects.get(cancelled_because="The child died.").children.get().case.child == amara
    assert Booking.objects.get(cancelled_because="").children.get().case.child == ben
    assert Entry.objects.filter(child=amara).count() == entries + 1, "one entry more, and none less"
    assert not Case.objects.get(child=ben).closed_on


def is_referred(by: Practitioner, area: Area, child: Person) -> None:
    now = timezone.now()
    given = ReferralGiven(
        received_at=now, referrer_kind="practitioner", referrer=by,
        statements=[Said(kind="concern", words="Bruises.", said_by="Helen Marsh")],
    )  # fmt: skip
    referred = ReferredChild(given="Amara", family="Okoye", known=child)
    make_referral(by=by, area=area, children=[referred], now=now, given=given)


def audiences_of_letters(case: Case, child: Person) -> set[str]:
    """To whom letters about this child may go now."""
    record = read_record(case, child)
    return {
        str(reader.audience.value) for kind in LETTERS for reader in readers_of(kind, child, record, None)
    }


def test_a_referral_that_waits_is_decided_and_no_letter_goes_to_the_child(
    client: Client,
    case: Case,
    amara: Person,
    wrenmouth: Area,
    priya: Practitioner,
    sam: Practitioner,
    today: date,
) -> None:
    """T46: the front door has nothing left to decide, and letters know no child to write to."""
    is_referred(priya, wrenmouth, amara)
    client.force_login(sam)
    assert "child" in audiences_of_letters(case, amara)
    assert dies(client, today).status_code == 303
    assert "child" not in audiences_of_letters(case, Person.objects.get(pk=amara.pk))
    assert case.referrals.get().decision.outcome == "no-further-action"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"words": ""}, "Enter what is known"),
        (day("died_on", date(2035, 1, 1)), "in the future"),
        (day("died_on", date(2010, 1, 1)), "before the birth"),
    ],
)
def test_what_is_wrong_is_said(client: Client, case: Case, sam: Practitioner, change: dict[str, str], said: str, today: date) -> None:  # fmt: skip
    """T46: wrong input."""
    client.force_login(sam)
    answer = dies(client, today, **change)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert Case.objects.get(pk=case.pk).closed_on is None


def test_only_those_who_close_cases_may(
    client: Client, case: Case, dana: Practitioner, stranger: Practitioner
) -> None:
    """T46: who may not."""
    for nobody in (dana, stranger):
        client.force_login(nobody)
        assert client.get(ADDRESS).status_code == 404


def test_new_information_opens_a_new_episode_beside_the_earlier_one(
    client: Client, case: Case, amara: Person, wrenmouth: Area, priya: Practitioner, sam: Practitioner, today: date
) -> None:  # fmt: skip
    """T45: a closed case opens again by a new referral: new clocks, the earlier episode beside it, the 12 months shown."""
    client.force_login(sam)
    closing = {
        **day("closed_on", today),
        "outcome": "no-longer-in-need",
        "reasons": "Well now.",
        "step": "confirm",
    }
    assert client.post(reverse("closure:close", args=[REFERENCE]), closing).status_code == 303
    is_referred(priya, wrenmouth, amara)
    again = Case.objects.get(child=amara, closed_on=None)
    assert again.pk != case.pk
    assert again.deadlines.filter(rule_id="referral.decision", met_on=None).exists(), "new clocks"
    client.force_login(priya)
    page = client.get(reverse("desk:child", args=[REFERENCE])).content.decode()
    assert "1 April 2025 to" in page, "the earlier episode, beside this one"
    assert "Referred again within 12 months" in page
    timeline = client.get(reverse("desk:timeline", args=[REFERENCE])).content.decode()
    assert "Well now." in timeline, "what was recorded before stays on the timeline"
