"""Every page of plans and conferences: who may open it, and that it stands."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.conferences.models import Conference
from alongside.conferences.services import book_conference, record_report
from alongside.conferences.services.book import Invited
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan, CoreGroupMember
from alongside.plans.services import record_core_group, write_plan_for_the_child
from tests.cast import NOW, TODAY
from tests.conferences.given import a_plan, noon

pytestmark = pytest.mark.once("It is about what pages show and ask.")

READ = (
    "plans:plan", "plans:for-the-child", "plans:for-the-child-print", "plans:core-groups", "plans:print",
    "conferences:history",
)  # fmt: skip
CHANGE = (
    "plans:change", "plans:record-core-group", "plans:write-for-the-child", "plans:end", "plans:tell",
    "conferences:book", "conferences:chair", "conferences:move-notified", "conferences:record-initial",
    "conferences:record-transfer-in", "conferences:record-review",
)  # fmt: skip


@pytest.fixture
def plan(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    made = a_plan(amara, dana, council, school, jamal)
    write_plan_for_the_child(
        by=dana, child=amara, worries="Mum is poorly.", promises="Mum gets help.", now=NOW
    )
    record_core_group(by=dana, children=[amara], held_on=TODAY, attendance=[], decisions="Carry on.", now=NOW)
    return made


@pytest.fixture
def addresses(plan: ChildProtectionPlan, amara: Person, dana: Practitioner, school: Agency) -> dict[str, str]:
    """Every page about Amara, by the name of its address."""
    booking = book_conference(
        by=dana, children=[amara], kind="review", starts_at=noon(date(2025, 7, 8)), place="Quay", now=NOW,
        invitations=[Invited(name="Helen Marsh", agency=school, report_wanted=True)],
    )  # fmt: skip
    record_report(
        by=dana, child=amara, booking=booking, agency=school, written_by="Helen Marsh", received_on=TODAY,
        words={"needs": "Breakfast"}, shared_on=TODAY, now=NOW,
    )  # fmt: skip
    found = {name: reverse(name, args=[amara.reference]) for name in (*READ, *CHANGE)}
    found["plans:one-plan"] = reverse("plans:one-plan", args=[amara.reference, plan.pk])
    held = Conference.objects.get()
    found["conferences:conference"] = reverse("conferences:conference", args=[amara.reference, held.pk])
    for name in ("booking", "report", "cancel"):
        found[f"conferences:{name}"] = reverse(f"conferences:{name}", args=[amara.reference, booking.pk])
    return found


SHOWN = (*READ, "plans:one-plan", "conferences:conference", "conferences:booking")
CHANGED = (*CHANGE, "conferences:report", "conferences:cancel")


@pytest.mark.parametrize("name", [*SHOWN, *CHANGED])
def test_whoever_works_with_the_child_can_open_it(
    addresses: dict[str, str], client: Client, dana: Practitioner, name: str
) -> None:
    client.force_login(dana)

    page = client.get(addresses[name])

    html = page.content.decode()
    assert page.status_code == 200
    assert html.count("<h1") == 1
    assert "– Alongside</title>" in html


@pytest.mark.parametrize("name", [*SHOWN, *CHANGED])
@pytest.mark.parametrize("who", ["stranger", "relative", "ada"])
def test_others_are_not_told_that_it_exists(
    addresses: dict[str, str], client: Client, who: str, name: str, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))

    assert client.get(addresses[name]).status_code == 404
    assert client.post(addresses[name]).status_code in (404, 405)


@pytest.mark.parametrize("name", [*SHOWN, *CHANGED])
def test_the_police_working_with_the_child_read_their_own_part_and_not_these_pages(
    addresses: dict[str, str], client: Client, tom: Practitioner, police_involved: object, name: str
) -> None:
    client.force_login(tom)

    assert client.get(addresses[name]).status_code == 404


OF_THE_PLAN = tuple(name for name in SHOWN if name.startswith("plans:"))


@pytest.mark.parametrize(
    ("name", "status"), [(name, 200 if name in OF_THE_PLAN else 404) for name in (*SHOWN, *CHANGED)]
)
def test_an_agency_in_the_core_group_reads_the_plan_and_changes_nothing(
    addresses: dict[str, str],
    client: Client,
    tom: Practitioner,
    police_involved: object,
    name: str,
    status: int,
) -> None:
    plan = ChildProtectionPlan.objects.open().filter(child__reference="WREN-AMARA2").get()
    CoreGroupMember.objects.create(
        plan=plan, name="Tom Reed", agency=tom.posts.get().agency, from_on=plan.started_on
    )
    client.force_login(tom)

    assert client.get(addresses[name]).status_code == status


@pytest.mark.parametrize("name", [*SHOWN, *CHANGED])
def test_nobody_who_is_not_signed_in_learns_anything(
    addresses: dict[str, str], client: Client, name: str
) -> None:
    page = client.get(addresses[name])

    assert page.status_code != 200
    assert "Amara" not in page.content.decode()


@pytest.mark.parametrize("name", [*SHOWN, *CHANGED])
def test_a_page_asks_the_database_a_few_times_however_long_the_plan(
    addresses: dict[str, str], plan: ChildProtectionPlan, client: Client, dana: Practitioner, name: str
) -> None:
    client.force_login(dana)
    client.get(addresses[name])

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(addresses[name])

    assert len(asked) <= 8, [query["sql"][:100] for query in asked]
