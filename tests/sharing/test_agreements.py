"""An agreement is asked twice: when something is to be shared, and each time it is to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.cases.models import Case
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.sharing.agreements import end_agreement, make_agreement, why_not
from alongside.sharing.models import SharingAgreement, SharingDecision
from alongside.sharing.services import Sharing, decide_sharing
from tests.cast import NOW, TODAY


@pytest.fixture
def agreement(wrenmouth: Area, sam: Practitioner, school: Agency, council: Agency) -> SharingAgreement:
    return make_agreement(
        by=sam, area=wrenmouth, name="Schools and council", parties=[school, council], purpose="help",
        information=["education"], from_on=date(2025, 1, 1), to_on=date(2025, 12, 31), now=NOW,
    )  # fmt: skip


COVERS = (
    ("council", "school", "help", date(2025, 1, 1), ""),
    ("council", "school", "help", date(2025, 12, 31), ""),
    ("council", "school", "help", date(2024, 12, 31), "holds from"),
    ("council", "school", "help", date(2026, 1, 1), "ran out"),
    ("council", "police", "help", TODAY, "Estuary Police is not a party"),
    ("police", "school", "help", TODAY, "Estuary Police is not a party"),
    ("council", "school", "crime", TODAY, "and nothing else"),
)


@pytest.mark.parametrize(("holder", "recipient", "purpose", "on", "because"), COVERS)
def test_what_an_agreement_covers(
    holder: str, recipient: str, purpose: str, on: date, because: str, agreement: SharingAgreement,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    one, other = request.getfixturevalue(holder), request.getfixturevalue(recipient)
    found = why_not(agreement, one, other, purpose, on)

    assert because in found
    assert bool(found) is bool(because)


def test_sharing_outside_it_is_refused_and_says_what_to_do(
    agreement: SharingAgreement,
    dana: Practitioner,
    amara: Person,
    case: Case,
    police: Agency,
    sharing: Sharing,
) -> None:
    with pytest.raises(Refusal) as refused:
        decide_sharing(
            by=dana, child=amara, now=NOW, sharing=replace(sharing, agreement=agreement, recipient=police)
        )
    assert "needs no agreement" in refused.value.do


@pytest.mark.parametrize("ended", [False, True], ids=["while it holds", "once it has ended"])
def test_what_rests_on_it_is_found_and_read_only_while_it_holds(
    ended: bool, agreement: SharingAgreement, dana: Practitioner, sam: Practitioner, helen: Practitioner,
    amara: Person, case: Case, sharing: Sharing, client: Client,
) -> None:  # fmt: skip
    now = datetime.now(UTC)
    agreement = make_agreement(
        by=sam, area=amara.area, name="For now", parties=list(agreement.parties.all()), purpose="help",
        information=["education"], from_on=date(2025, 1, 1), now=now,
    )  # fmt: skip
    decision = decide_sharing(by=dana, child=amara, now=now, sharing=replace(sharing, agreement=agreement))
    if ended:
        end_agreement(by=sam, agreement=agreement, why="The school left it", now=now)
    client.force_login(helen)

    listed = client.get(reverse("sharing:shared")).content.decode()
    read = client.get(reverse("sharing:one-shared", args=(decision.pk,)))

    assert ("Mornings at home" in listed) is not ended
    assert read.status_code == (404 if ended else 200)
    assert ("Amara gets herself up." in read.content.decode()) is not ended


def test_without_asking_the_agreement_again_the_ended_one_would_be_read(
    agreement: SharingAgreement,
    dana: Practitioner,
    sam: Practitioner,
    amara: Person,
    case: Case,
    sharing: Sharing,
) -> None:
    """The fault this guards against: what was shared under an agreement stays readable after its end."""
    decision = decide_sharing(by=dana, child=amara, now=NOW, sharing=replace(sharing, agreement=agreement))
    end_agreement(by=sam, agreement=agreement, why="The school left it", now=NOW)

    assert decision in SharingDecision.objects.that_shares()
    assert decision not in SharingDecision.objects.standing_on(TODAY)


def test_an_agreement_ends_once_and_is_between_at_least_two(
    agreement: SharingAgreement, wrenmouth: Area, sam: Practitioner, school: Agency
) -> None:
    end_agreement(by=sam, agreement=agreement, why="Replaced", now=NOW)
    with pytest.raises(Refusal, match="has ended"):
        end_agreement(by=sam, agreement=agreement, why="Replaced", now=NOW)
    with pytest.raises(Refusal, match="at least two"):
        make_agreement(
            by=sam, area=wrenmouth, name="Alone", parties=[school], purpose="help", information=[],
            from_on=TODAY, now=NOW,
        )  # fmt: skip


def test_only_who_keeps_them_records_them(wrenmouth: Area, dana: Practitioner, school: Agency) -> None:
    with pytest.raises(PermissionDenied):
        make_agreement(
            by=dana, area=wrenmouth, name="Mine", parties=[school], purpose="help", information=[],
            from_on=TODAY, now=NOW,
        )  # fmt: skip
