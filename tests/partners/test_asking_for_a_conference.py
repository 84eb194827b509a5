"""An agency asks for a conference on its own page, reads the answer and its reasons, and may disagree."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.section47.models import RequestForConference


def test_a_refused_agency_reads_why_and_is_led_to_the_way_of_settling_differences(
    case: Case,
    amara: Person,
    school: Agency,
    school_involved: object,
    helen: Practitioner,
    dana: Practitioner,
    client: Client,
) -> None:
    """Request for a conference by any agency, its answer with reasons; refused, the dispute route (page 91)."""
    client.force_login(helen)
    part = reverse("partners:child", args=[amara.reference])
    ask = reverse("section47:request-conference", args=[amara.reference])
    assert ask in client.get(part).content.decode()
    given = {
        "requested_on_day": "17", "requested_on_month": "4", "requested_on_year": "2025", "agency": str(school.pk),
        "practitioner": "Helen Marsh", "reasons": "She is frightened to go home.",
    }  # fmt: skip
    assert client.post(ask, given | {"reasons": ""}).status_code == 422
    assert client.post(ask, given | {"step": "confirm"}).status_code == 303
    assert "There is no answer yet." in client.get(part).content.decode()

    client.force_login(dana)
    made = RequestForConference.objects.get()
    answer = reverse("section47:answer-request", args=[amara.reference, made.pk])
    no = {
        "answered_on_day": "17", "answered_on_month": "4", "answered_on_year": "2025", "decision": "no-conference",
        "reasons": "The assessment is under way.", "decided_by": str(dana.pk), "step": "confirm",
    }  # fmt: skip
    assert client.post(answer, no).status_code == 303

    client.force_login(helen)
    page = client.get(part).content.decode()
    assert "No conference is convened" in page
    assert "The assessment is under way." in page
    disagree = reverse("strands:raise", args=[amara.reference])
    assert disagree in page
    assert client.get(disagree).status_code == 200
    assert "Your request for a conference is answered" in Notice.objects.get(to=helen).words


@pytest.mark.parametrize("who", ["tom", "stranger"])
def test_an_agency_that_does_not_work_with_the_child_neither_asks_nor_reads(
    case: Case, amara: Person, who: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse("section47:request-conference", args=[amara.reference])).status_code == 404
    assert client.get(reverse("partners:child", args=[amara.reference])).status_code == 404
