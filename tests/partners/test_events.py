"""What other systems hear of: each event when it happens, told to whose matter it is, and never a word about anybody."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.api.views import described
from alongside.cases.models import Case, Involvement
from alongside.closure.services import Closure, close_case
from alongside.conferences.services import book_conference
from alongside.conferences.services.book import Invited
from alongside.front_door.checks import ask_partners
from alongside.front_door.intake import Via, take_in
from alongside.outbox import events
from alongside.outbox.events import Event, happened
from alongside.outbox.models import Endpoint, OutgoingMessage
from alongside.partners.services import Told, send_information
from alongside.plans.agreed import AgreedAction
from alongside.plans.models import ChildProtectionPlan, Need
from alongside.plans.services.change_plan import change_plan
from alongside.referrals.front_door import Decided, acknowledge, decide, tell_referrer
from alongside.referrals.models import Decision, Referral
from tests.api.conftest import referral
from tests.cast import NOW, TODAY
from tests.conferences.given import noon

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "use-the-api.md"
LATER = NOW + timedelta(days=60)


@pytest.fixture
def listening(wrenmouth: Area, school: Agency, police: Agency, council: Agency) -> dict[str, Agency]:
    """The systems of three agencies, each of which asked to hear of everything."""
    agencies = {"school": school, "police": police, "council": council}
    for name, agency in agencies.items():
        Endpoint.objects.create(
            area=wrenmouth, agency=agency, url=f"https://{name}.example/", events=list(Event), made_at=NOW
        )
    return agencies


def heard(event: Event) -> dict[str, dict[str, str]]:
    """Who was told of an event, and what it carried."""
    sent = OutgoingMessage.objects.filter(subject=event.value).select_related("endpoint__agency")
    return {str(one.endpoint.agency): json.loads(one.body) for one in sent if one.endpoint}


@pytest.fixture
def sent_in(school: Agency, front_door: Team, listening: object) -> Referral:
    via = Via(door="api", sender="x", agency=school)
    receipt = take_in(referral(), via=via, idempotency_key="1", now=NOW)
    return Referral.objects.get(submission=receipt.submission)


def test_a_referral_was_received(sent_in: Referral, school: Agency) -> None:
    assert heard(Event.REFERRAL_RECEIVED) == {str(school): {"submission": str(sent_in.submission)}}


def test_a_referral_was_looked_at(sent_in: Referral, maya: Practitioner, school: Agency) -> None:
    acknowledge(by=maya, referral=sent_in, how="by telephone", now=NOW)
    assert heard(Event.REFERRAL_LOOKED_AT) == {str(school): {"submission": str(sent_in.submission)}}


def decided(by: Practitioner, sent_in: Referral) -> Decision:
    told = Decided(outcome="no-further-action", reasons="Nothing found.", to_tell_referrer="Nothing follows.")
    (decision,) = decide(by=by, referrals=[sent_in], decided=told, now=NOW)
    return decision


def test_a_decision_was_made(sent_in: Referral, priya: Practitioner, school: Agency) -> None:
    decided(priya, sent_in)
    assert heard(Event.REFERRAL_DECIDED) == {str(school): {"submission": str(sent_in.submission)}}
    assert heard(Event.OUTCOME_TOLD) == {}


def test_an_outcome_was_told(sent_in: Referral, priya: Practitioner, school: Agency) -> None:
    decision = decided(priya, sent_in)
    tell_referrer(by=priya, decision=decision, told="Nothing follows.", how="by telephone", now=NOW)
    assert heard(Event.OUTCOME_TOLD) == {str(school): {"submission": str(sent_in.submission)}}


def test_the_front_door_asks(
    case: Case, maya: Practitioner, school: Agency, police: Agency, listening: object
) -> None:
    asked = ask_partners(
        by=maya, child=case.child, agencies=[school], question="Is she in school?", reason="Absent.",
        basis="section-17", now=NOW,
    )  # fmt: skip
    assert heard(Event.CHECK_ASKED) == {str(school): {"check": str(asked[0].pk)}}


def test_an_agency_is_invited_and_a_report_of_one_is_wanted(
    plan: ChildProtectionPlan, dana: Practitioner, school: Agency, police: Agency, listening: object
) -> None:
    booking = book_conference(
        by=dana, children=[plan.child], kind="review", starts_at=noon(LATER.date()), place="Quay Room", now=NOW,
        invitations=[
            Invited(name="Helen Marsh", agency=school, report_wanted=True), Invited(name="Tom Reed", agency=police),
            Invited(name="Rosa Okoye"),
        ],
    )  # fmt: skip
    said = {"conference": str(booking.pk), "child": "WREN-AMARA2"}
    assert heard(Event.CONFERENCE_INVITED) == {str(school): said, str(police): said}
    assert heard(Event.REPORT_ASKED) == {str(school): said}


def test_a_plan_has_a_new_action_of_an_agency(
    plan: ChildProtectionPlan, dana: Practitioner, school: Agency, listening: object
) -> None:
    need = Need.objects.create(
        plan=plan,
        need="A settled morning.",
        must_change="She eats.",
        agreed_on=TODAY,
        recorded_at=NOW,
        recorded_by=dana,
    )
    change_plan(
        by=dana, child=plan.child, changed_on=TODAY, why="Agreed.", now=NOW,
        actions=[AgreedAction(need=need, what="Breakfast", owner="Helen Marsh", agency=school, by_when=LATER.date())],
    )  # fmt: skip
    told = heard(Event.ACTION_ASSIGNED)
    assert told.keys() == {str(school)}
    assert told[str(school)]["child"] == "WREN-AMARA2"


def test_information_comes_to_those_who_lead(
    case: Case,
    school_involved: Involvement,
    school: Agency,
    council: Agency,
    helen: Practitioner,
    listening: object,
) -> None:
    sent = send_information(
        by=helen,
        child=case.child,
        agency=school,
        told=Told(about="child", fact="Late.", family_knows="yes"),
        now=NOW,
    )
    assert heard(Event.INFORMATION_RECEIVED) == {str(council): {"information": str(sent.pk)}}


def test_what_an_agency_could_see_is_taken_away(
    case: Case, school_involved: Involvement, sam: Practitioner, school: Agency, listening: object
) -> None:
    close_case(
        by=sam, child=case.child, now=NOW,
        closure=Closure(closed_on=TODAY, outcome=OUTCOME, reasons="Help worked.", views="Good.", told=()),
    )  # fmt: skip
    assert heard(Event.ACCESS_ENDED) == {str(school): {"child": "WREN-AMARA2"}}


OUTCOME = "no-longer-in-need"


# --- Every event -------------------------------------------------------------------------------------------------


def documented() -> dict[str, tuple[str, list[str]]]:
    """By event, what the how-to says of it: the words, and what it carries."""
    rows = re.findall(
        r"^\| `([\w.-]+)` \| (.+) \| `(\{.*\})` \|$", HOW_TO.read_text(encoding="utf-8"), re.MULTILINE
    )
    return {event: (words, list(json.loads(carries))) for event, words, carries in rows}


def test_every_event_has_words_an_example_and_its_line_in_the_how_to() -> None:
    """A new event fails here until it is described."""
    assert events.WORDS.keys() == events.EXAMPLES.keys() == set(Event)
    assert documented() == {event.value: (event.words, list(event.example)) for event in Event}


def test_every_event_is_in_the_description_for_machines_with_its_example() -> None:
    told = described()["webhooks"]
    assert told.keys() == {event.value for event in Event}
    for event in Event:
        content = told[event.value]["post"]["requestBody"]["content"]["application/json"]
        assert content["example"]["data"] == dict(event.example)
        assert content["schema"]["properties"]["data"]["required"] == list(event.example)


def test_every_event_happens_somewhere() -> None:
    source = Path(events.__file__).parents[1]
    acts = "".join(
        path.read_text(encoding="utf-8") for path in source.rglob("*.py") if path.name != "events.py"
    )
    assert [event.name for event in Event if f"Event.{event.name}" not in acts] == []


@pytest.mark.parametrize("event", list(Event))
def test_no_event_carries_more_than_its_example_or_a_word_about_anybody(
    event: Event, wrenmouth: Area, school: Agency
) -> None:
    tell: Callable[..., Any] = lambda data: happened(  # noqa: E731
        event, area=wrenmouth, agency=school, data=data, about="", now=NOW
    )
    assert tell(dict(event.example)) == 0
    first = next(iter(event.example))
    for wrong in (
        {**event.example, "name": "WREN-AMARA2"}, {**event.example, first: "Amara Okoye"}, {**event.example, first: ""},
        {},
    ):  # fmt: skip
        with pytest.raises(TypeError, match="nothing else"):
            tell(wrong)
