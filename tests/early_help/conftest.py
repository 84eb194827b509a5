"""A family whose school leads its early help, offered over HTTP."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Area, AreaSwitch, Practitioner, Team
from alongside.people.models import Person
from tests.early_help.walking import Walk, answered, boxes_of

TODAY = timezone.localdate()


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


@pytest.fixture
def walk(client: Client) -> Walk:
    return Walk(client)


@pytest.fixture
def family_help(wrenmouth: Area, wyn: Practitioner) -> AreaSwitch:
    """Wrenmouth has worked by family help for a year."""
    return AreaSwitch.objects.create(
        area=wrenmouth, switch="family-help", from_on=ago(365), decided_by="The director", reason="Agreed.",
        recorded_by=wyn,
    )  # fmt: skip


@pytest.fixture
def zuri(
    walk: Walk, helen: Practitioner, school: Agency, front_door: Team, priya: Practitioner, maya: Practitioner
) -> Person:
    """Zuri Bell, eight, whose family took up early help that Helen offered at school sixty days ago."""
    walk.did(
        helen, "early_help:offer-new", given="Zuri", family="Bell", offered_on=ago(60), born_on=date(2018, 4, 2),
        why="Mornings are hard since her father went to prison.", told="That school and the hub can see it, and why.",
        signs=["parent-in-custody", "missing-education"],
        **{"answers-rows": "2"}, **answered(0, "child", "Zuri", "yes", words="I want to come on time."),
        **answered(1, "parent", "Ana, her mother", "yes", share="in-part"),
    )  # fmt: skip
    return Person.objects.get(called="Zuri Bell")


NINE = (
    "agreement", "practitioners", "wishes", "contexts", "each_member", "underlying", "facts", "action", "later_use",
)  # fmt: skip


def assess(walk: Walk, by: Practitioner, child: Person, *leave: str, complete: str = "yes") -> None:
    """The early help assessment is written, but for the headings left out."""
    words = {name: f"Written under {name}." for name in NINE if name not in leave}
    walk.did(
        by, "early_help:write-assessment", child.reference, written_on=ago(50), complete=complete, **words
    )


def plan(walk: Walk, by: Practitioner, child: Person) -> None:
    """A plan with two needs and three actions, agreed with the family."""
    walk.did(
        by, "family_help:start", child.reference, started_on=ago(40), aims="Zuri is at school on time, every day.",
        family_agreed="yes", agreed_by="Ana, her mother", next_review_on=TODAY + timedelta(days=30),
        **{
            "needs-rows": "3", "needs-0-need": "A calm morning", "needs-0-outcome": "On time five days of five",
            "needs-0-what": "Breakfast club", "needs-0-who": "Helen Marsh", "needs-1-what": "Alarm and clothes the night before",
            "needs-1-who": "Ana, her mother", "needs-2-need": "To see her father", "needs-2-what": "A visit each month",
            "needs-2-who": "Uncle Teo",
        },
    )  # fmt: skip


def told(walk: Walk, helen: Practitioner, zuri: Person) -> None:
    """As far as a plan."""
    assess(walk, helen, zuri)
    plan(walk, helen, zuri)


REFERRED = {
    "immediate_danger": "no", "concern": "She said she is afraid to go home.", "family_asked": "agreed",
}  # fmt: skip


def decide(walk: Walk, priya: Practitioner, child: Person, outcome: str) -> None:
    """The front door decides on the referral that waits."""
    referral = child.cases.get(closed_on=None).referrals.get(decision=None)
    walk.did(
        priya, "referrals:decide", referral.pk, referrals=[str(referral.pk)], outcome=outcome, reasons="Weighed.",
        told_how="later", to_tell_referrer="What was decided, and why.",
    )  # fmt: skip


def refer_and_decide(
    walk: Walk, helen: Practitioner, priya: Practitioner, child: Person, outcome: str
) -> dict[str, str]:
    """Step up; gives what stood in the boxes of the referral before anybody typed."""
    walk.client.force_login(helen)
    boxes = boxes_of(walk.client.get(reverse("early_help:step-up", args=[child.reference])))
    kept = {name: text for name, text in boxes.items() if text}
    walk.did(helen, "early_help:step-up", child.reference, **(kept | REFERRED))
    decide(walk, priya, child, outcome)
    return kept
