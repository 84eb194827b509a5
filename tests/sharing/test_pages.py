"""The pages of sharing, as those who hold information and those who receive it meet them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.people.models import Person
from alongside.sharing.models import InformationRequest, SharingAgreement, SharingDecision, SharingRequest
from alongside.sharing.services import Sharing, ask_for_information, decide_sharing
from tests.pages import MOST_QUERIES, reader

DECIDE = reverse("sharing:decide", args=("WREN-AMARA2",))
ALL = reverse("sharing:decisions", args=("WREN-AMARA2",))


@pytest.fixture
def answers(school: Agency) -> dict[str, str]:
    return {
        "recipient": str(school.pk), "recipient_function": "The breakfast club", "what": "Mornings at home",
        "would_harm": "no", "outcome": "share", "facts": "Amara gets herself up.", "basis": "public-task",
        "purpose": "help", "reasons": "The school can help.", "family_told": "told",
    }  # fmt: skip


@pytest.fixture
def as_dana(client: Client, dana: Practitioner, case: Case) -> Client:
    client.force_login(dana)
    return client


def test_a_decision_is_told_back_and_then_recorded(as_dana: Client, answers: dict[str, str]) -> None:
    told_back = as_dana.post(DECIDE, answers)
    assert "Check your answers" in told_back.content.decode()
    assert not SharingDecision.objects.exists()

    done = as_dana.post(DECIDE, {**answers, "step": "confirm"}, follow=True).content.decode()

    assert "can read it from now" in done
    assert SharingDecision.objects.count() == 1


WRONG = (
    ({"outcome": ""}, "Select whether to share it"),
    ({"basis": ""}, "Select the lawful basis for sharing"),
    ({"facts": ""}, "Enter what the recipient is to read"),
    ({"recipient": ""}, "Choose the agency it goes to"),
    ({"reported": "She is hungry."}, "Enter who said it"),
    ({"reasons": ""}, "Enter the reasons for the decision"),
)


@pytest.mark.parametrize(("change", "words"), WRONG)
def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    change: dict[str, str], words: str, as_dana: Client, answers: dict[str, str]
) -> None:
    answer = as_dana.post(DECIDE, {**answers, **change})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert "Mornings at home" in page
    assert not SharingDecision.objects.exists()


def test_consent_is_asked_about_only_where_it_is_the_basis(as_dana: Client, answers: dict[str, str]) -> None:
    page = as_dana.post(DECIDE, {**answers, "basis": "consent"}).content.decode()
    assert "Enter who consented" in page

    as_dana.post(DECIDE, {**answers, "consent_from": "Grace", "step": "confirm"})
    assert SharingDecision.objects.get().consent_from == ""


def test_what_people_fear_about_sharing_is_answered_beside_the_decision(as_dana: Client) -> None:
    page = as_dana.get(DECIDE).content.decode()
    assert page.count('<dt class="govuk-!-font-weight-bold">“') == 5


def test_the_recipient_reads_it_with_its_purpose_and_the_opening_is_audited(
    client: Client, dana: Practitioner, helen: Practitioner, amara: Person, case: Case, sharing: Sharing
) -> None:
    decision = decide_sharing(by=dana, child=amara, sharing=sharing, now=timezone.now())
    client.force_login(helen)

    listed = client.get(reverse("sharing:shared")).content.decode()
    page = client.get(reverse("sharing:one-shared", args=(decision.pk,))).content.decode()

    assert "Mornings at home" in listed
    assert "helping the child and family” and for nothing else" in page
    assert "Grace Okoye said" in page
    assert Row.objects.filter(action="read", actor=helen.pk, about=amara.pk).exists()


@pytest.mark.parametrize("who", ["tom", "ruth", "ada", "wyn", "stranger"])
def test_to_everybody_else_what_was_shared_is_not_there(
    who: str, client: Client, dana: Practitioner, amara: Person, case: Case, sharing: Sharing,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    decision = decide_sharing(by=dana, child=amara, sharing=sharing, now=timezone.now())
    client.force_login(request.getfixturevalue(who))

    assert client.get(reverse("sharing:one-shared", args=(decision.pk,))).status_code == 404
    assert "Mornings" not in client.get(reverse("sharing:shared")).content.decode()


def test_an_agency_sees_its_own_decisions_and_not_those_of_others(
    client: Client, dana: Practitioner, tom: Practitioner, amara: Person, case: Case, police_involved: object,
    sharing: Sharing,
) -> None:  # fmt: skip
    decision = decide_sharing(by=dana, child=amara, sharing=sharing, now=timezone.now())
    client.force_login(tom)

    one = client.get(reverse("sharing:decision", args=("WREN-AMARA2", decision.pk)))

    assert "Mornings at home" not in client.get(ALL).content.decode()
    assert one.status_code == 404


def test_a_request_is_seen_by_the_agency_asked_and_answered_there(
    client: Client, dana: Practitioner, helen: Practitioner, amara: Person, case: Case, school: Agency,
    school_involved: object, council: Agency, answers: dict[str, str],
) -> None:  # fmt: skip
    ask_for_information(
        by=dana, child=amara, asked=school, what="How are her mornings?", why="For the assessment",
        purpose="assess", now=timezone.now(),
    )  # fmt: skip
    asked = SharingRequest.objects.get()
    client.force_login(helen)
    answer = reverse("sharing:answer", args=(asked.pk,))

    assert "Answer what Wrenmouth Council asks" in client.get("/").content.decode()
    assert "How are her mornings?" in client.get(reverse("sharing:shared")).content.decode()
    assert "How are her mornings?" in client.get(answer).content.decode()
    client.post(answer, {**answers, "recipient": str(council.pk), "step": "confirm"})

    assert SharingDecision.objects.get().request == asked
    assert "How are her mornings?" not in client.get(reverse("sharing:shared")).content.decode()


@pytest.mark.parametrize("who", ["tom", "ruth", "stranger", "dana"])
def test_nobody_else_can_open_the_answer(
    who: str, client: Client, dana: Practitioner, amara: Person, case: Case, school: Agency,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    ask_for_information(
        by=dana,
        child=amara,
        asked=school,
        what="Mornings",
        why="Assessment",
        purpose="assess",
        now=timezone.now(),
    )
    client.force_login(request.getfixturevalue(who))
    answer = client.get(reverse("sharing:answer", args=(SharingRequest.objects.get().pk,)))
    assert answer.status_code == 404


@pytest.mark.parametrize("how_many", [1, 12])
def test_lists_ask_as_little_for_many_as_for_one(
    how_many: int, client: Client, dana: Practitioner, helen: Practitioner, amara: Person, case: Case,
    school: Agency, school_involved: object, sharing: Sharing,
) -> None:  # fmt: skip
    now, read = timezone.now(), reader(client)
    for _ in range(how_many):
        decide_sharing(by=dana, child=amara, sharing=sharing, now=now)
        ask_for_information(by=dana, child=amara, asked=school, what="A", why="B", purpose="plan", now=now)

    for who in (dana, helen):
        read(who, ALL)  # The first row of somebody's audit also begins its chain.
    pages = [read(who, where) for who in (dana, helen) for where in (ALL, reverse("sharing:shared"))]

    assert [page.status for page in pages] == [200] * 4
    assert all(len(page.sql) <= MOST_QUERIES for page in pages)


AGREED = {
    "name": "Schools and council", "purpose": "help", "information": ["education"], "from_on_day": "1",
    "from_on_month": "1", "from_on_year": "2025",
}  # fmt: skip


def test_a_manager_records_an_agreement_and_ends_it(
    client: Client, sam: Practitioner, school: Agency, council: Agency
) -> None:
    client.force_login(sam)
    new = reverse("sharing:new-agreement", args=("199",))
    parties = {"parties": [str(school.pk), str(council.pk)]}

    listed = client.post(new, {**AGREED, **parties, "step": "confirm"}, follow=True).content.decode()
    agreement = SharingAgreement.objects.get()
    client.post(
        reverse("sharing:end-agreement", args=("199", agreement.pk)), {"why": "Replaced", "step": "confirm"}
    )

    assert "Mill Lane Primary School and Wrenmouth Council" in listed
    assert "Ended on" in client.get(reverse("sharing:agreements", args=("199",))).content.decode()


def test_a_formal_request_is_drafted_and_issued(client: Client, sam: Practitioner) -> None:
    client.force_login(sam)
    asked = {
        "addressed_to": "Harbour Lettings", "information": "Who rents it", "purpose": "To find a child",
        "destination": "The council", "lawful_basis": "Section 16H",
    }  # fmt: skip
    client.post(reverse("sharing:new-request", args=("199",)), {**asked, "step": "confirm"})
    where = reverse("sharing:request", args=("199", InformationRequest.objects.get().pk))

    client.post(where, {"kind": "issued"})
    refused = client.post(where, {"kind": "refused"})

    assert refused.status_code == 422
    assert "This needs its reasons" in refused.content.decode()
    assert "Issued on" in client.get(where).content.decode()
    assert "Harbour Lettings" in client.get(reverse("sharing:requests", args=("199",))).content.decode()


@pytest.mark.parametrize("who", ["dana", "helen", "ada", "stranger"])
@pytest.mark.parametrize("name", ["agreements", "new-agreement", "requests", "new-request"])
def test_who_does_not_keep_them_finds_nothing(
    who: str, name: str, client: Client, wrenmouth: object, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))
    assert client.get(reverse(f"sharing:{name}", args=("199",))).status_code == 404
