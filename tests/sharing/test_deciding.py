"""Deciding to share information, or not to: either way it is recorded, and what is missing is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from alongside.access.policies import READ_SHARED
from alongside.agencies.models import Agency, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry, Shortfall
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.sharing.models import SharedItem, SharingDecision
from alongside.sharing.services import (
    Item,
    Sharing,
    ask_for_information,
    decide_sharing,
    recall_shared,
    withdraw_request,
)
from tests.cast import NOW, TODAY

#: After 30 September 2026 the duty of the Act governs.
UNDER_THE_DUTY = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)


def test_a_decision_to_share_keeps_what_was_shared_and_why(
    dana: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decision = decide_sharing(by=dana, child=amara, sharing=sharing, now=NOW)

    entry = Entry.objects.get(kind="information-shared")
    assert decision.entry == entry
    assert entry.details["recipient"] == "Mill Lane Primary School"
    assert [item.kind for item in decision.items.all()] == ["fact", "opinion", "reported"]
    assert not Shortfall.objects.filter(entry=entry).exists()


def test_the_timeline_says_that_it_was_shared_and_not_what_it_said(
    dana: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decide_sharing(by=dana, child=amara, sharing=sharing, now=NOW)

    assert "Amara gets herself up." not in str(Entry.objects.get(kind="information-shared").details)


def test_a_decision_not_to_share_is_recorded_as_well(
    dana: Practitioner, amara: Person, case: Case, school: Agency
) -> None:
    given = Sharing(
        outcome="do-not-share", what="Her mother's health", reasons="It would not help the school.",
        recipient=school, recipient_function="Teaching", would_harm="yes", family_told="told",
    )  # fmt: skip
    decision = decide_sharing(by=dana, child=amara, sharing=given, now=NOW)

    assert not decision.shares
    assert Entry.objects.filter(kind="information-not-shared").count() == 1
    assert not Shortfall.objects.exists()


#: What is left out, on which day, and the shortfall that is kept.
LEFT_OUT = (
    (NOW, {"family_told": ""}, "What the family was told, or why they were not"),
    (NOW, {"recipient_function": ""}, "Whom it goes to, and for which of their tasks"),
    (NOW, {"would_harm": ""}, None),
    (UNDER_THE_DUTY, {"would_harm": ""}, "Whether sharing would harm the child more than not sharing"),
)


@pytest.mark.parametrize(("now", "without", "missed"), LEFT_OUT)
def test_what_the_text_of_the_day_expects_and_is_missing_is_kept_and_never_a_bar(
    now: datetime, without: dict[str, str], missed: str | None, dana: Practitioner, amara: Person, case: Case,
    sharing: Sharing,
) -> None:  # fmt: skip
    decide_sharing(by=dana, child=amara, sharing=replace(sharing, **without), now=now)

    found = Shortfall.objects.filter(rule_id="information.decision-record")
    assert [missed in one.words for one in found] == ([True] if missed else [])


REFUSED = (
    ({"items": []}, "Nothing would be shared"),
    ({"expires_on": date(2025, 4, 16)}, "This could be read by nobody"),
    ({"basis": "consent", "consent_from": "Grace", "consent_on": date(2026, 1, 1)}, "in the future"),
)


@pytest.mark.parametrize(("change", "words"), REFUSED)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    change: dict[str, Any], words: str, dana: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    with pytest.raises(Refusal, match=words), transaction.atomic():
        decide_sharing(by=dana, child=amara, sharing=replace(sharing, **change), now=NOW)

    assert not SharingDecision.objects.exists()
    assert not Entry.objects.exists()


def test_it_does_not_go_to_whoever_holds_it(
    dana: Practitioner, amara: Person, case: Case, sharing: Sharing, council: Agency
) -> None:
    with pytest.raises(Refusal, match="Wrenmouth Council already holds this"):
        decide_sharing(by=dana, child=amara, sharing=replace(sharing, recipient=council), now=NOW)


UNSAYABLE = (
    ({"basis": ""}, "Select the lawful basis"),
    ({"purpose": ""}, "Select what it may be used for"),
    ({"recipient": None}, "Say whom it is shared with"),
    ({"family_told": "not-told"}, "Say why the family is not told"),
    ({"consent_from": "Grace"}, "Consent is recorded only where it is the lawful basis"),
)


@pytest.mark.parametrize(("change", "words"), UNSAYABLE)
def test_the_database_holds_to_it_too(
    change: dict[str, Any], words: str, dana: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    with pytest.raises(ValidationError, match=words), transaction.atomic():
        decide_sharing(by=dana, child=amara, sharing=replace(sharing, **change), now=NOW)


def test_a_report_says_who_reported_it(
    dana: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    with pytest.raises((ValidationError, IntegrityError)), transaction.atomic():
        decide_sharing(
            by=dana, child=amara, now=NOW,
            sharing=replace(sharing, items=[Item(kind="reported", words="She misses breakfast.")]),
        )  # fmt: skip
    assert not SharedItem.objects.exists()


@pytest.mark.parametrize("who", ["ada", "wyn", "stranger", "ruth"])
def test_who_may_not_decide(
    who: str, amara: Person, case: Case, sharing: Sharing, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        decide_sharing(by=request.getfixturevalue(who), child=amara, sharing=sharing, now=NOW)


def test_the_audit_says_that_it_was_shared_and_nothing_of_it(
    dana: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decide_sharing(by=dana, child=amara, sharing=sharing, now=NOW)

    row = Row.objects.get(action="share")
    assert (row.about, row.actor) == (amara.pk, dana.pk)
    assert "mornings" not in str(row.details).lower()


def test_called_back_it_cannot_be_read_from_that_moment(
    dana: Practitioner, helen: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decision = decide_sharing(by=dana, child=amara, sharing=sharing, now=NOW)
    standing = SharingDecision.objects.standing_on
    assert decision in READ_SHARED.filter(standing(TODAY), helen)

    recall_shared(by=dana, decision=decision, why="wrong-recipient", words="Another school", now=NOW)

    assert decision not in READ_SHARED.filter(standing(TODAY), helen)
    assert Entry.objects.filter(kind="information-recalled").count() == 1
    with pytest.raises(Refusal, match="nothing to call back"):
        recall_shared(by=dana, decision=decision, why="wrong", words="", now=NOW)


def test_another_agency_cannot_call_it_back(
    dana: Practitioner, helen: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decision = decide_sharing(by=dana, child=amara, sharing=sharing, now=NOW)
    with pytest.raises(PermissionDenied):
        recall_shared(by=helen, decision=decision, why="wrong", words="", now=NOW)


def test_it_can_be_read_to_its_last_day_and_no_longer(
    dana: Practitioner, helen: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decision = decide_sharing(
        by=dana, child=amara, sharing=replace(sharing, expires_on=date(2025, 5, 1)), now=NOW
    )

    can = {
        day: decision in READ_SHARED.filter(SharingDecision.objects.standing_on(day), helen)
        for day in (date(2025, 5, 1), date(2025, 5, 2))
    }
    assert can == {date(2025, 5, 1): True, date(2025, 5, 2): False}


def test_a_request_is_answered_once_and_whoever_asked_is_told(
    dana: Practitioner, helen: Practitioner, amara: Person, case: Case, school_involved: object, school: Agency,
    council: Agency, sharing: Sharing,
) -> None:  # fmt: skip
    asked = ask_for_information(
        by=dana,
        child=amara,
        asked=school,
        what="Attendance",
        why="For the assessment",
        purpose="assess",
        now=NOW,
    )
    answer = replace(sharing, recipient=council)

    decision = decide_sharing(by=helen, child=amara, sharing=answer, now=NOW, holder=school, request=asked)

    assert (decision.request, decision.holder) == (asked, school)
    assert "has answered" in Notice.objects.get(to=dana).words
    with pytest.raises(Refusal, match="has been answered"):
        decide_sharing(by=helen, child=amara, sharing=answer, now=NOW, holder=school, request=asked)


def test_nobody_answers_for_another_agency(
    dana: Practitioner, tom: Practitioner, amara: Person, case: Case, school: Agency, police_involved: object,
    council: Agency, sharing: Sharing,
) -> None:  # fmt: skip
    asked = ask_for_information(
        by=dana,
        child=amara,
        asked=school,
        what="Attendance",
        why="For the assessment",
        purpose="assess",
        now=NOW,
    )
    with pytest.raises(PermissionDenied):
        decide_sharing(
            by=tom, child=amara, sharing=replace(sharing, recipient=council), now=NOW, request=asked
        )


def test_a_request_that_was_withdrawn_cannot_be_answered(
    dana: Practitioner, helen: Practitioner, amara: Person, case: Case, school_involved: object, school: Agency,
    council: Agency, sharing: Sharing,
) -> None:  # fmt: skip
    asked = ask_for_information(
        by=dana,
        child=amara,
        asked=school,
        what="Attendance",
        why="For the assessment",
        purpose="assess",
        now=NOW,
    )
    withdraw_request(by=dana, request=asked, why="We found it", now=NOW)

    with pytest.raises(Refusal, match="was withdrawn"):
        decide_sharing(
            by=helen, child=amara, sharing=replace(sharing, recipient=council), now=NOW, holder=school,
            request=asked,
        )  # fmt: skip
    with pytest.raises(Refusal, match="nothing to withdraw"):
        withdraw_request(by=dana, request=asked, why="Again", now=NOW)
