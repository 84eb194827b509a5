"""Police notices: all of a batch or none, each once, and nothing said about who is known."""

from __future__ import annotations

import json
from typing import Any

import pytest

from alongside.agencies.models import Practitioner, Team
from alongside.front_door.models import NoticeReceipt, PoliceNotice
from alongside.people.models import Person
from tests.api.conftest import System


def notice(number: int, **other: Any) -> dict[str, Any]:
    return {"number": f"EP-{number}", "happened_at": "2025-04-16T22:40", "given": f"Child{number}", "family": "Penn",
            "kind": "domestic abuse", "words": "Officers were called.", **other}  # fmt: skip


def batch(*notices: Any, area: str = "199") -> dict[str, Any]:
    return {"area": area, "notices": list(notices)}


@pytest.fixture(autouse=True)
def receiving(front_door: Team) -> Team:
    return front_door


def test_a_thousand_notices_are_taken_in_and_sending_them_again_adds_none(forces: System) -> None:
    thousand = batch(*(notice(number) for number in range(1000)))
    first, again = (forces.post("/police-notices", thousand) for _ in range(2))
    assert (first.status, first.body["taken"], first.body["taken_before"]) == (200, 1000, 0)
    assert (again.body["taken"], again.body["taken_before"]) == (0, 1000)
    assert PoliceNotice.objects.count() == 1000
    assert set(PoliceNotice.objects.values_list("force", flat=True)) == {"Estuary Police"}


def test_one_that_cannot_be_read_is_named_and_none_is_taken(forces: System) -> None:
    refused = forces.post("/police-notices", batch(notice(1), notice(2, happened_at="last night"), notice(3)))
    assert refused.status == 422
    assert any("happened_at" in problem for problem in refused.problems)
    assert not PoliceNotice.objects.exists()


def test_the_force_reads_what_became_of_each_also_of_what_was_refused(
    forces: System, schools: System
) -> None:
    taken = forces.post("/police-notices", batch(notice(1), notice(1))).body["receipt"]
    told = forces.get(f"/police-notices/{taken}").body
    assert [(one["line"], one["number"], one["outcome"]) for one in told["notices"]] == [
        (1, "EP-1", "accepted"), (2, "EP-1", "duplicate"),
    ]  # fmt: skip
    refused = forces.post("/police-notices", batch(notice(3), notice(4, happened_at="last night")))
    told = forces.get(f"/police-notices/{refused.headers['Alongside-Receipt']}").body
    assert [(one["line"], one["outcome"]) for one in told["notices"]] == [(1, "left-out"), (2, "refused")]
    assert told["notices"][1]["problems"][0]["field"] == "happened_at"
    assert PoliceNotice.objects.count() == 1
    assert schools.get(f"/police-notices/{taken}").status == 404
    assert forces.get("/police-notices/no-key").status == 404


def test_what_is_refused_before_its_notices_are_read_leaves_a_receipt_that_says_why(forces: System) -> None:
    good = json.dumps(batch(notice(1)))
    sent = [
        (good[:-2], {}, 400), (good.replace('"area"', '"notices"'), {}, 400), (good.encode("latin-1") + b"\xe9", {}, 400),
        ('{"area": "199", "notices": []}', {}, 422), (good, {"content_type": "text/csv"}, 415),
        (good + " " * (2 * 1024 * 1024), {}, 413),
    ]  # fmt: skip
    for body, headers, status in sent:
        refused = forces.ask("POST", "/police-notices", body, **headers)
        assert refused.status == status
        told = forces.get(f"/police-notices/{refused.headers['Alongside-Receipt']}").body
        assert told["problems"]
        assert [(one["what"], one["why"], one["do"]) for one in told["problems"]] == [
            (one["what"], one["why"], one["do"]) for one in refused.body["problems"]
        ]
        assert (told["taken"], told["notices"]) == (0, [])
    assert NoticeReceipt.objects.count() == len(sent)
    assert set(NoticeReceipt.objects.values_list("by", flat=True)) == {forces.record.practitioner_id}
    assert not PoliceNotice.objects.exists()


def test_whoever_sends_no_notices_leaves_no_receipt(forces: System, schools: System) -> None:
    schools.ask("POST", "/police-notices", "{")
    forces.ask("POST", "/referrals", "{")
    forces.ask("GET", "/police-notices/no-key")
    System(forces.record, "alongside_nobody").ask("POST", "/police-notices", "{")
    forces.post("/police-notices", batch(notice(1), area="198"))
    assert not NoticeReceipt.objects.exists()


def test_whether_a_child_is_known_is_not_said(forces: System, amara: Person) -> None:
    known = forces.post("/police-notices", batch(notice(1, reference=amara.reference)))
    unknown = forces.post("/police-notices", batch(notice(2, reference="WREN-222222")))
    assert PoliceNotice.objects.get(child=amara)
    assert {**known.body, "receipt": ""} == {**unknown.body, "receipt": ""}


def test_only_a_police_force_sends_them_and_only_to_its_areas(
    forces: System, schools: System, stranger: Practitioner
) -> None:
    assert schools.post("/police-notices", batch(notice(1))).status == 403
    assert forces.post("/police-notices", batch(notice(1), area="198")).status == 404
    assert not PoliceNotice.objects.exists()


@pytest.mark.parametrize("wrong", [[], [5], ["x"], [None], [[]], [{}], None, {"a": 1}])
def test_what_is_no_list_of_notices_is_refused(forces: System, wrong: Any) -> None:
    refused = forces.post("/police-notices", {"area": "199", "notices": wrong})
    assert refused.status == 422
    assert refused.problems
