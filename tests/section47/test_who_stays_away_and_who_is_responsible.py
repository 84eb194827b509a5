"""Exclusion, recovery, which authority is responsible, and what is settled for when protection ends. Through HTTP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.closure.guards import open_work
from alongside.people.models import Person
from alongside.section47.models import (
    EmergencyProtectionOrder,
    EnquiryConclusion,
    Exclusion,
    OtherAuthority,
    PoliceProtection,
    RecoveryOrder,
)
from tests.section47.scenes import discuss
from tests.section47.sending import on, when

REFERENCE = "WREN-AMARA2"


def at(page: str, *keys: object) -> str:
    return reverse(f"section47:{page}", args=(REFERENCE, *keys))


def send(client: Client, page: str, *keys: object, **answers: Any) -> Any:
    return client.post(at(page, *keys), {**answers, "step": "confirm"})


def safe_page(client: Client) -> str:
    return client.get(at("immediate-protection")).content.decode()


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


def an_order(client: Client, made: date, until: date) -> None:
    said = {
        **on("made_on", made),
        "court": "Estuary Family Court",
        "applied_by": "local-authority",
        **on("expires_on", until),
    }
    assert send(client, "record-order", **said).status_code == 303


def stays_away(client: Client, begun: date, **more: Any) -> Any:
    said = {
        "stands_in": "emergency-protection-order", "form": "undertaking", "court": "Estuary Family Court",
        "who": "Lee Hart", "where": "The home", **on("begun_on", begun),
    }  # fmt: skip
    return send(client, "record-exclusion", **{**said, **more})


def test_somebody_must_stay_away_until_it_ends(as_dana: Client, case: Case, today: date) -> None:
    """T40: an exclusion requirement in an emergency protection order: who, from where, until when, and what then."""
    an_order(as_dana, today, today + timedelta(days=6))
    assert stays_away(as_dana, today, **on("expires_on", today + timedelta(days=6))).status_code == 303
    page = safe_page(as_dana)
    assert "Lee Hart must stay away" in page
    assert "They gave the court an undertaking" in page
    assert (
        "Must stay away by order: Lee Hart"
        in as_dana.get(reverse("desk:child", args=[REFERENCE])).content.decode()
    )
    due = case.deadlines.get(rule_id="emergency.exclusion-requirement")
    assert due.due_on == today + timedelta(days=6)
    assert any("Lee Hart has had to stay away" in work.words for work in open_work(case))

    key = Exclusion.objects.get().pk
    over = {**on("ended_on", today), "how": "child-moved", "what_next": "She lives with Nan."}
    assert send(as_dana, "end-exclusion", key, **over).status_code == 303
    assert "Lee Hart must stay away" not in safe_page(as_dana)
    due.refresh_from_db()
    assert due.met_on == today
    assert as_dana.get(at("end-exclusion", key)).status_code == 404


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "No emergency protection order stands for this child."),
        ({"who": ""}, "Enter who must stay away"),
        ({"form": ""}, "which it is"),
    ],
)
def test_an_exclusion_stands_in_an_order(
    as_dana: Client, change: dict[str, str], said: str, today: date
) -> None:
    """T40: wrong input."""
    answer = stays_away(as_dana, today, **change)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Exclusion.objects.exists()


def test_an_exclusion_does_not_outlast_its_order(as_dana: Client, today: date) -> None:
    """T40: wrong input: Children Act 1989, section 44A."""
    an_order(as_dana, today, today + timedelta(days=6))
    answer = stays_away(as_dana, today, **on("expires_on", today + timedelta(days=7)))
    assert answer.status_code == 422
    assert "cannot outlast the order it stands in" in answer.content.decode()
    assert stays_away(as_dana, today, stands_in="interim-care-order").status_code == 303, (
        "that order has its own length"
    )


def test_a_child_who_was_taken_is_looked_for_until_found(as_dana: Client, case: Case, today: date) -> None:
    """T40: a recovery order stands until the child is found."""
    said = {
        **on("made_on", today),
        "court": "Estuary Family Court",
        "ground": "kept",
        "words": "Her aunt says where she is.",
    }
    assert send(as_dana, "record-recovery-order", **said).status_code == 303
    assert "Recovery order since" in safe_page(as_dana)
    assert case.deadlines.get(rule_id="emergency.recovery-order").met_on is None
    again = send(as_dana, "record-recovery-order", **said)
    assert again.status_code == 422
    assert send(as_dana, "record-recovery-order", **{**said, "words": ""}).status_code == 422
    found = {**on("ended_on", today), "how": "found", "what_next": "With foster carers."}
    assert send(as_dana, "end-recovery", **found).status_code == 303
    assert RecoveryOrder.objects.get().ending.how == "found"
    assert case.deadlines.get(rule_id="emergency.recovery-order").met_on == today
    assert as_dana.get(at("end-recovery")).status_code == 404


def test_only_acceptance_in_writing_frees_the_first_authority(
    as_dana: Client, case: Case, today: date
) -> None:
    """T4, TL-53: who found the child; the other authority asked, chased, and responsible only once it writes."""
    asked = {
        "authority": "Farholme", **on("consulted_on", today), "words": "Their duty manager agrees by telephone.",
        "their_part": "plan", "found": "A constable, at the ferry", "asked_to_accept": "yes",
    }  # fmt: skip
    assert send(as_dana, "record-other-authority", **asked).status_code == 303
    page = safe_page(as_dana)
    assert "This authority is responsible. Farholme was asked on" in page
    waiting = case.deadlines.get(rule_id="emergency.responsibility-accepted")
    assert (waiting.met_on, waiting.due_on) == (None, None)
    assert OtherAuthority.objects.get().found == "A constable, at the ferry"

    send(as_dana, "record-other-authority", **{**asked, "words": "Asked again; nothing in writing."})
    assert (
        case.deadlines.filter(rule_id="emergency.responsibility-accepted", met_on=None, ended_on=None).count()
        == 1
    )

    written = {**asked, "words": "Their letter came.", **on("accepted_in_writing_on", today)}
    assert send(as_dana, "record-other-authority", **written).status_code == 303
    assert "Farholme is responsible: it accepted in writing." in safe_page(as_dana)
    assert not case.deadlines.filter(
        rule_id="emergency.responsibility-accepted", met_on=None, ended_on=None
    ).exists()


def test_whether_it_was_asked_must_be_said(as_dana: Client, today: date) -> None:
    """T4: wrong input."""
    answer = send(
        as_dana, "record-other-authority", authority="Farholme", **on("consulted_on", today), words="Rang."
    )
    assert answer.status_code == 422
    assert "whether it was asked to take responsibility" in answer.content.decode()


def test_protection_that_ends_with_nothing_settled_says_so(as_dana: Client, case: Case, today: date) -> None:
    """T42: the page of the child says it until somebody settles what follows, and the record keeps it."""
    an_order(as_dana, today, today + timedelta(days=1))
    assert "Nothing is settled for when it ends" in safe_page(as_dana)
    assert (
        send(
            as_dana, "add-to-order", what_follows="Legal applies for an interim care order today."
        ).status_code
        == 303
    )
    page = safe_page(as_dana)
    assert "Nothing is settled for when it ends" not in page
    assert "Legal applies for an interim care order today." in page
    assert EmergencyProtectionOrder.objects.get().what_follows.startswith("Legal applies")


def test_police_protection_begins_a_discussion_and_becomes_an_order(
    as_dana: Client, case: Case, today: date
) -> None:
    """T39, T40, T41: police protection, an order after it, extended once; A-29: both households asked about."""
    yesterday = today - timedelta(days=1)
    taken = {
        **when("begun_at", yesterday, "10:00"), "officer": "PC Reed", "why": "Alone on the quay.",
        "children_of_household": "Ben, at school.",
    }  # fmt: skip
    assert send(as_dana, "record-police-protection", **taken).status_code == 303
    assert case.deadlines.get(rule_id="emergency.strategy-discussion-after").met_on is None
    missing = Shortfall.objects.get(rule_id="emergency.content").words
    assert "alleged perpetrator" in missing, "A-29: the other household too"
    send(
        as_dana,
        "add-to-police-protection",
        children_of_alleged_perpetrator="None there.",
        what_follows="An order.",
    )
    assert PoliceProtection.objects.get().children_of_alleged_perpetrator == "None there."

    made = {**on("made_on", today), "court": "Estuary Family Court", "applied_by": "designated-officer",
            **on("expires_on", today + timedelta(days=5))}  # fmt: skip
    assert send(as_dana, "record-order", **made).status_code == 303
    assert EmergencyProtectionOrder.objects.get().runs_from == yesterday
    longer = {
        **on("made_on", today),
        "court": "Estuary Family Court",
        **on("expires_on", today + timedelta(days=12)),
    }
    assert send(as_dana, "extend-order", **longer).status_code == 303
    assert send(as_dana, "extend-order", **longer).status_code == 422, "once only"


def test_a_child_assessment_order_lasts_seven_days_from_the_day_it_names(
    as_dana: Client, case: Case, today: date
) -> None:
    """T40: the day named is day one."""
    said = {**on("made_on", today), "court": "Estuary Family Court", **on("runs_from", today)}
    too_long = send(as_dana, "record-assessment-order", **said, **on("expires_on", today + timedelta(days=7)))
    assert too_long.status_code == 422
    assert (
        send(
            as_dana, "record-assessment-order", **said, **on("expires_on", today + timedelta(days=6))
        ).status_code
        == 303
    )
    assert case.deadlines.get(rule_id="emergency.child-assessment-order").due_on == today + timedelta(days=6)


@pytest.mark.parametrize(("consulted", "missing"), [("", True), ("Health and school agree.", False)])
def test_substantiated_and_no_conference_asks_who_was_consulted(
    as_dana: Client, case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency,
    consulted: str, missing: bool,
) -> None:  # fmt: skip
    """T24: substantiated, not continuing: agencies are consulted, or their absence is a shortfall; never blocked."""
    discuss(dana, amara, date(2025, 6, 2), council, police, hospital)
    said = {
        **on("concluded_on", date(2025, 6, 9)), "outcome": "substantiated-no-conference", "reasons": "He has left for good.",
        "decided_by": str(dana.pk), "harm": "not-continuing", "consulted": consulted,
    }  # fmt: skip
    assert send(as_dana, "conclude", **said).status_code == 303
    done = EnquiryConclusion.objects.get()
    assert done.harm == "not-continuing"
    words = Shortfall.objects.get(entry=done.entry, rule_id="child-protection.enquiry-content").words
    assert ("Agencies consulted" in words) is missing
    ended = case.deadlines.get(rule_id="child-protection.initial-conference")
    assert ended.ended_on == date(2025, 6, 9), "no conference is due"


def test_strangers_find_nothing(
    client: Client, case: Case, stranger: Practitioner, helen: Practitioner
) -> None:
    """T39, T40: who may not."""
    for nobody in (stranger, helen):
        client.force_login(nobody)
        for page in ("record-exclusion", "record-recovery-order", "end-recovery", "record-other-authority"):
            assert client.get(at(page)).status_code == 404
