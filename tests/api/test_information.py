"""A system tells something about a child its agency works with: once, as on the page, with a receipt that can be followed."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry
from alongside.notices.models import Notice
from alongside.notices.services import mark_seen
from alongside.partners.models import InformationSent
from tests.api.conftest import System
from tests.cast import LONG_AGO, NOW

HERE = "/children/WREN-AMARA2/information"
TOLD: dict[str, Any] = {
    "about": "child", "fact": "Late on nine of the last ten days.", "opinion": "She is tired.",
    "reported": "She gets herself up.", "reported_by": "Amara", "family_knows": "yes",
}  # fmt: skip

pytestmark = pytest.mark.usefixtures("case", "school_involved")


def test_it_is_in_the_chronology_with_the_agency_as_its_source_and_the_lead_is_told(
    schools: System, dana: Practitioner
) -> None:
    answer = schools.post(HERE, TOLD, idempotency_key="one")
    assert (answer.status, answer.body["state"], answer.body["child"]) == (201, "received", "WREN-AMARA2")
    entry = Entry.objects.get(kind="information-sent")
    assert entry.source == "Mill Lane Primary School"
    assert entry.details["words"] == (
        "Fact: Late on nine of the last ten days. Opinion: She is tired. Reported by Amara: She gets herself up."
    )
    assert Notice.objects.get(to=dana).words == "Mill Lane Primary School sent information about Amara Okoye."
    assert "Late" not in str(answer.body)


def test_the_receipt_says_when_it_has_been_seen(schools: System, dana: Practitioner) -> None:
    key = schools.post(HERE, TOLD, idempotency_key="one").body["id"]
    assert schools.get(f"/information/{key}").body["seen_at"] is None
    mark_seen(by=dana, notice=Notice.objects.get(), now=NOW)
    assert schools.get(f"/information/{key}").body | {"id": "", "received_at": ""} == {
        "id": "", "child": "WREN-AMARA2", "received_at": "", "state": "seen", "seen_at": "2025-04-17T13:00:00Z",
    }  # fmt: skip


def test_the_same_again_is_told_once(schools: System) -> None:
    first, again = (schools.post(HERE, TOLD, idempotency_key="one") for _ in range(2))
    assert first.body == again.body
    assert InformationSent.objects.count() == Notice.objects.count() == 1


def test_the_same_key_with_anything_else_is_refused(schools: System) -> None:
    schools.post(HERE, TOLD, idempotency_key="one")
    refused = schools.post(HERE, TOLD | {"fact": "Late today."}, idempotency_key="one")
    assert (refused.status, InformationSent.objects.count()) == (409, 1)
    assert refused.problems[0].startswith("This key was used for something else. | idempotency_key |")


@pytest.mark.parametrize(
    "wrong",
    [
        {"fact": "", "opinion": "", "reported": "", "reported_by": ""}, {"reported_by": ""}, {"about": "parent"},
        {"about": "nobody"}, {"family_knows": "perhaps"}, {"fact": "x" * 10_001}, {"fact": "a\0b"}, {"more": 1},
        {"fact": None}, {"family_knows": "no"},
    ],
    ids=lambda wrong: " ".join(wrong),
)  # fmt: skip
def test_what_cannot_be_kept_is_refused_in_words_and_leaves_nothing(
    schools: System, wrong: dict[str, Any]
) -> None:
    refused = schools.post(HERE, TOLD | wrong, idempotency_key="one")
    assert (refused.status, bool(refused.problems)) == (422, True)
    assert not Entry.objects.filter(kind="information-sent").exists()
    assert not InformationSent.objects.exists()
    assert not Notice.objects.exists()


def test_a_system_whose_agency_does_not_work_with_the_child_finds_nobody(
    schools: System, forces: System, councils: System
) -> None:
    for system in (forces, councils):
        assert system.post(HERE, TOLD, idempotency_key="one").status == 404
    assert schools.post("/children/WREN-NOBODY/information", TOLD, idempotency_key="one").status == 404


def test_a_child_without_an_open_case_is_referred(schools: System, case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(closed_on=NOW.date(), closure_reason="RC8")
    assert schools.post(HERE, TOLD, idempotency_key="one").status in (404, 422)


def test_a_receipt_is_the_agencys_own_and_outlives_its_work_but_not_a_closing(
    schools: System, forces: System, case: Case
) -> None:
    key = schools.post(HERE, TOLD, idempotency_key="one").body["id"]
    assert forces.get(f"/information/{key}").status == 404
    Involvement.objects.update(to_on=NOW.date())
    assert schools.get(f"/information/{key}").status == 200
    Restriction.objects.create(
        child=case.child, practitioner=schools.record.practitioner, why="Tried out", from_on=LONG_AGO
    )
    assert schools.get(f"/information/{key}").status == 404
    assert schools.get("/information/no-key").status == 404
