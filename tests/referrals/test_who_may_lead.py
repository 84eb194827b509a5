"""Who leads and who allocates, by the text of the day: a table over editions and people. Through HTTP."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Shortfall
from alongside.guidance import catalogue, standing
from alongside.guidance.kernel.rules import Membership
from alongside.people.models import Person
from alongside.section47.models import Section47Enquiry
from tests.section47.sending import on

ALLOCATE = reverse("referrals:allocate", args=["WREN-AMARA2"])
DISCUSS = reverse("section47:record-strategy-discussion", args=["WREN-AMARA2"])
#: A day under each text.
DAYS = {"2018": date(2022, 5, 10), "2023": date(2025, 4, 17), "2026": date(2026, 5, 12)}
LEAD, ALLOCATION = "authority.assessment-lead", "authority.assessment-allocation"

#: Who does what, and under which texts they fall short of it. "any": somebody of any agency.
PEOPLE = {
    "any practitioner": standing.held(),
    "a manager who is no social worker": standing.held(supervisor_or_manager=True),
    "a social worker": standing.held(social_worker=True),
    "a social-work-qualified supervisor": standing.held(social_worker=True, supervisor_or_manager=True),
}
ALL, FIRST, LATER, NEVER = ("2018", "2023", "2026"), ("2018",), ("2023", "2026"), ()
TABLE: dict[str, tuple[tuple[str, ...], ...]] = {
    # rule: where each of PEOPLE, in their order, falls short
    LEAD: (FIRST, FIRST, NEVER, NEVER),
    ALLOCATION: (ALL, ALL, LATER, NEVER),
    "authority.assessment-approval": (ALL, ALL, LATER, NEVER),
    "authority.section-47-lead": (ALL, ALL, NEVER, NEVER),
    "authority.section-47-start": (ALL, ALL, NEVER, NEVER),
    "authority.after-section-47": (ALL, ALL, NEVER, NEVER),
    "authority.plan-lead": (ALL, ALL, NEVER, NEVER),
    "authority.return-home": (ALL, ALL, NEVER, NEVER),
}
CELLS = [
    (rule_id, who, edition, edition in short)
    for rule_id, row in TABLE.items()
    for who, short in zip(PEOPLE, row, strict=True)
    for edition in DAYS
]


@pytest.mark.parametrize(("rule_id", "who", "edition", "short"), CELLS)
def test_the_table_of_editions_and_people(rule_id: str, who: str, edition: str, short: bool) -> None:
    rule = catalogue.rule(rule_id)
    assert isinstance(rule, Membership)
    assert bool(rule.shortfall(PEOPLE[who], DAYS[edition])) is short


def test_the_whole_table_is_there() -> None:
    """Every rule on who leads, allocates or approves in chapter 3 that asks for a social worker stands in it."""
    asked = {standing.SOCIAL_WORKER, standing.SOCIAL_WORK_QUALIFIED_SUPERVISOR_OR_MANAGER}
    others = {
        "authority.referral-decision", "authority.child-in-need-plan", "authority.harm-decision-review",
    }  # fmt: skip
    found = {
        rule.id
        for rule in catalogue.RULES.values()
        if isinstance(rule, Membership) and rule.id.startswith("authority.")
        and any(asked & set(one.value) for one in rule.at_least.provisions)
    }  # fmt: skip
    assert found <= TABLE.keys() | others


@pytest.fixture
def at_day(monkeypatch: pytest.MonkeyPatch) -> Any:
    def stand(day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return stand


@pytest.fixture
def open_since_2018(case: Case, hospital: Agency) -> Case:
    """Amara's case, open under every text; health works with her."""
    Case.objects.filter(pk=case.pk).update(opened_on=date(2020, 9, 10))
    case.allocations.update(from_on=date(2020, 9, 10))
    Involvement.objects.create(
        area=case.area, case=case, agency=hospital, why="Health visiting", from_on=date(2020, 9, 10)
    )
    return case


def allocates(client: Client, lead: Practitioner, team: Team | None = None) -> Any:
    said = {"practitioner": str(lead.pk), "reason": "They know the family, and agree.", "step": "confirm"}
    return client.post(ALLOCATE, {**said, **({"team": str(team.pk)} if team else {})})


@pytest.mark.parametrize(("edition", "short"), [("2018", True), ("2023", False), ("2026", False)])
def test_a_health_visitor_leads_under_section_17(
    client: Client, at_day: Any, open_since_2018: Case, sam: Practitioner, ruth: Practitioner, harbour_team: Team,
    amara: Person, edition: str, short: bool,
) -> None:  # fmt: skip
    """T6, T15: any suitable practitioner from 2023, of a team that answers for the work; a shortfall before."""
    at_day(DAYS[edition])
    client.force_login(sam)
    unanswered = allocates(client, ruth)
    assert unanswered.status_code == 422
    assert "Choose the team that answers for the work" in unanswered.content.decode()
    assert allocates(client, ruth, harbour_team).status_code == 303
    leads = Allocation.objects.current().get(case=open_since_2018, capacity="lead-practitioner")
    assert (leads.practitioner, leads.team) == (ruth, harbour_team)
    assert Shortfall.objects.filter(rule_id=LEAD).exists() is short
    assert policies.READ_RECORD.allows(amara, ruth), "whoever leads reads the whole record"

    client.force_login(ruth)
    first = client.get("/").content.decode()
    assert "Due</h2>" in first, "what is due for the child they lead on stands on their first page"
    assert client.get(reverse("desk:child", args=["WREN-AMARA2"])).status_code == 200


def test_a_social_worker_takes_over_and_the_former_lead_stays_in_the_network(
    client: Client, at_day: Any, open_since_2018: Case, sam: Practitioner, ruth: Practitioner, dana: Practitioner,
    harbour_team: Team, hospital: Agency,
) -> None:  # fmt: skip
    """T15: and one who is no social worker falls short while enquiries or a plan are open."""
    at_day(DAYS["2023"])
    client.force_login(sam)
    allocates(client, ruth, harbour_team)
    Involvement.objects.filter(agency=hospital).update(to_on=DAYS["2023"])
    assert allocates(client, dana).status_code == 303
    stays = Involvement.objects.current().get(case=open_since_2018, agency=hospital)
    assert (stays.practitioner, stays.why) == (ruth, "Led the work before")

    kinds.STRATEGY_DISCUSSION_HELD.record(
        open_since_2018, on=DAYS["2023"], by=dana, now=timezone.now(), decided="section-47-enquiry", outcome="Enquiries",
        reasons="Bruises", begins_enquiry=True,
    )  # fmt: skip
    assert allocates(client, ruth, harbour_team).status_code == 303
    assert Shortfall.objects.get(rule_id="authority.section-47-lead")


def discussed(lead: str, day: date, *, by: Practitioner, agency: Agency) -> dict[str, str]:
    return {
        **on("held_on", day), "form": "meeting", "convened_by": str(by.pk), "decided_by": str(by.pk), "family_told": "told",
        "told_what": "What happens.", "participants-count": "1", "participants-0-name": "Tom Reed",
        "participants-0-agency": str(agency.pk), "actions-count": "0", "decision_0": "section-47-enquiry",
        "enquiry_by_0": "joint", "reasons_0": "Bruises.", "lead_0": lead, "step": "confirm",
    }  # fmt: skip


def test_enquiries_are_led_by_a_social_worker_who_is_named(
    client: Client, at_day: Any, open_since_2018: Case, sam: Practitioner, ruth: Practitioner, dana: Practitioner,
    harbour_team: Team, police: Agency,
) -> None:  # fmt: skip
    """T15: with a lead who is no social worker, one is named before enquiries start."""
    at_day(DAYS["2023"])
    client.force_login(sam)
    allocates(client, ruth, harbour_team)
    day = DAYS["2023"]
    nobody = client.post(DISCUSS, discussed("", day, by=dana, agency=police))
    assert nobody.status_code == 422
    assert "who leads the enquiries for Amara" in nobody.content.decode()
    named = client.post(DISCUSS, discussed(str(dana.pk), day, by=dana, agency=police))
    assert named.status_code == 303, named.content.decode()
    assert Section47Enquiry.objects.get().lead == dana
    assert not Shortfall.objects.filter(rule_id="authority.section-47-lead").exists()


def test_nobody_outside_the_team_and_the_network_leads(
    client: Client, open_since_2018: Case, sam: Practitioner, helen: Practitioner, dana: Practitioner, stranger: Practitioner,
    harbour_team: Team,
) -> None:  # fmt: skip
    """T6: wrong input, and who may not."""
    client.force_login(sam)
    assert allocates(client, helen, harbour_team).status_code == 422, "her school does not work with Amara"
    for nobody in (dana, stranger):
        client.force_login(nobody)
        assert client.get(ALLOCATE).status_code == 404
