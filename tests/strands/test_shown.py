"""What else shows that something runs beside a case: the overview, the offers, the due dates, one's work."""

from __future__ import annotations

import html
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.chronology.states import states
from alongside.people.models import Person
from alongside.strands.models import Strand
from alongside.strands.services import end_strand, open_strand, record_step
from tests.cast import NOW, TODAY
from tests.strands.filling import WORDS

REFERENCE = "WREN-AMARA2"


@pytest.fixture(autouse=True)
def at_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def fostered(known: Case, amara: Person, dana: Practitioner) -> Strand:
    return open_strand(
        by=dana,
        child=amara,
        kind_id="private-fostering",
        happened=date(2025, 4, 3),
        answers={},
        now=NOW,
        lead=dana,
    )


def shown(client: Client, name: str, *more: object) -> str:
    answer: Any = client.get(reverse(name, args=(REFERENCE, *more)))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def test_the_overview_says_what_is_open_beside_the_case_and_leads_there(
    fostered: Strand, amara: Person, dana: Practitioner, client: Client
) -> None:
    for _ in range(2):
        open_strand(by=dana, child=amara, kind_id="missing-episode", happened=NOW, answers={}, now=NOW)
    client.force_login(dana)
    overview = shown(client, "desk:child")

    assert "Beside the case: private fostering and missing" in overview
    assert reverse("strands:beside", args=(REFERENCE,)) in overview


def test_what_has_ended_is_no_longer_so(fostered: Strand, amara: Person, dana: Practitioner) -> None:
    assert states(Entry.objects.in_order()).beside == ["Private fostering"]
    end_strand(
        by=dana,
        child=amara,
        strand=fostered,
        happened=TODAY,
        now=NOW,
        answers={"outcome": "went-home", "reasons": WORDS},
    )

    assert states(Entry.objects.in_order()).beside == []


def test_a_due_date_is_explained_and_stands_in_ones_work(
    fostered: Strand, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)
    dates = shown(client, "desk:due-dates")
    work = html.unescape(client.get(reverse("desk:my-work")).content.decode())

    assert "Visit the child, the carer and the home" in dates
    assert "Private fostering: arrangement known, Thursday 3 April 2025" in dates
    assert "Visit the child, the carer and the home" in work


def test_the_list_leads_to_what_can_be_started_and_the_page_says_what_is_due_and_why(
    fostered: Strand, dana: Practitioner, amara: Person, client: Client
) -> None:
    client.force_login(dana)
    listed = shown(client, "strands:beside")
    assert reverse("strands:start", args=(REFERENCE, "missing-episode")) in listed
    assert reverse("strands:start", args=(REFERENCE, "private-fostering")) not in listed, "it is open already"
    record_step(
        by=dana,
        child=amara,
        strand=fostered,
        step_id="visited",
        happened=TODAY,
        answers={"welfare": WORDS},
        now=NOW,
    )
    page = shown(client, "strands:strand", fostered.pk)
    due = TODAY + timedelta(weeks=6)
    assert f'datetime="{due.isoformat()}"' in page
    assert "6 weeks from the last visit" in page
    assert "Children (Private Arrangements for Fostering) Regulations 2005, regulation 8" in page


def test_a_strand_belongs_with_another(
    fostered: Strand, amara: Person, dana: Practitioner, client: Client
) -> None:
    kin = open_strand(
        by=dana, child=amara, kind_id="kinship-care", happened=TODAY, answers={}, now=NOW, beside=fostered
    )
    client.force_login(dana)

    assert str(fostered.pk) in shown(client, "strands:strand", kin.pk)
    assert str(kin.pk) in shown(client, "strands:strand", fostered.pk)


@pytest.mark.parametrize(
    "where",
    ["start/no-such-thing/", "start/disagreement/", "{key}/no-such-step/", "{key}/notified/",
     "0198a000-0000-7000-8000-000000000000/", "0198a000-0000-7000-8000-000000000000/visited/"],
)  # fmt: skip
def test_what_is_not_there_is_not_there(
    where: str, fostered: Strand, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)
    address = reverse("strands:beside", args=(REFERENCE,)) + where.format(key=fostered.pk)

    assert client.get(address).status_code == 404


def test_once_the_child_was_listened_to_no_refusal_is_offered_any_more(
    known: Case, amara: Person, dana: Practitioner, client: Client
) -> None:
    gone = NOW - timedelta(hours=3)
    missing = open_strand(by=dana, child=amara, kind_id="missing-episode", happened=gone, answers={}, now=NOW)
    record_step(by=dana, child=amara, strand=missing, step_id="returned", happened=NOW, answers={}, now=NOW)
    client.force_login(dana)
    assert "Interview refused" in shown(client, "strands:strand", missing.pk)
    record_step(
        by=dana, child=amara, strand=missing, step_id="interviewed", happened=NOW, now=NOW,
        answers={"interviewer": "Jo Tan", "said": WORDS},
    )  # fmt: skip

    assert "Interview refused" not in shown(client, "strands:strand", missing.pk)
