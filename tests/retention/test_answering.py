"""Somebody asks for the record about them: nothing is forgotten, nobody else is told of, and two people answer."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.desk.corrections import correct_entry
from alongside.matching.models import Joining
from alongside.people.models import Address, Name, Person, Relationship, Residence
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from alongside.retention import answering, pack, proposing
from alongside.retention.models import PackPart, PackSpan, SubjectRequest
from alongside.retention.schedule import DECLARED
from tests.cast import NOW, TODAY, child_of
from tests.pages import prove

WHY = PackSpan.Why


@pytest.fixture
def record(case: Case, dana: Practitioner, maya: Practitioner, ben: Person, wrenmouth: Area) -> Case:
    """Amara's record: a neighbour's referral, a mother at a secret address, a visit, and something marked."""
    grace = child_of(wrenmouth, "Grace Okoye", "WREN-GRACE2", date(1990, 1, 1))
    Relationship.objects.create(person=grace, other=case.child, kind=Relationship.Kind.MOTHER)
    hidden = Address.objects.create(area=wrenmouth, lines="7 Hidden Row", postcode="WR1 7HR")
    Residence.objects.create(
        person=case.child,
        address=hidden,
        protected=True,
        protected_from="Not to be told to Femi",
        from_on=TODAY,
    )
    entry = kinds.REFERRAL_RECEIVED.record(
        case,
        on=date(2025, 4, 1),
        by=maya,
        now=NOW,
        referrer="Joan Petty",
        concern="Shouting at night, says Joan Petty.",
    )
    Referral.objects.create(
        area=wrenmouth, case=case, entry=entry, received_on=date(2025, 4, 1), recorded_by=maya,
        referrer_name="Joan Petty", referrer_kind="public", referrer_contact="01632 960001",
    )  # fmt: skip
    kinds.INFORMATION_SENT.record(
        case,
        agency="Wrenmouth Council",
        about="Amara",
        on=date(2025, 4, 3),
        by=dana,
        now=NOW,
        words="Femi was arrested.",
        sealed_for="police-intelligence",
    )
    kinds.INFORMATION_SENT.record(
        case,
        agency="Wrenmouth Council",
        about="Amara",
        on=date(2025, 4, 2),
        by=dana,
        now=NOW,
        words="Amara drew Ben and her mother Grace at 7 Hidden Row.",
    )
    return case


@pytest.fixture
def made(record: Case, priya: Practitioner) -> SubjectRequest:
    return answering.record_request(
        by=priya, child=record.child, asked_by="Amara Okoye", asks_as="subject", identity="Passport seen",
        received_on=TODAY, now=NOW,
    )  # fmt: skip


def words_of(made: SubjectRequest) -> str:
    return "\n".join(pack.rebuilt(part, part.spans.all()) for part in made.parts.order_by("number"))


def cover_all(made: SubjectRequest, by: Practitioner) -> None:
    spans = PackSpan.objects.filter(part__request=made)
    answering.decide_spans(by=by, request=made, decided={span.pk: True for span in spans}, now=NOW)


def proposals(made: SubjectRequest) -> set[tuple[str, str]]:
    return {
        (span.part.words[span.start : span.end], span.why)
        for span in PackSpan.objects.filter(part__request=made).select_related("part")
    }


def left_out(made: SubjectRequest) -> list[str]:
    """Rows that lead to the child by any foreign key the schedule follows, and are in no part of the pack."""
    there = {(part.kind, part.record) for part in made.parts.all()}
    return [
        f"{label} {row.pk}"
        for label, said in DECLARED.items()
        if said.child and not said.withheld
        for path in said.child
        for row in apps.get_model(label)._default_manager.filter(**{path: made.child.pk})
        if (label, row.pk) not in there
    ]


def test_every_row_that_leads_to_the_child_is_in_the_pack(made: SubjectRequest) -> None:
    assert left_out(made) == []
    assert {"people.Person", "people.Name", "chronology.Entry", "referrals.Referral", "cases.Case"} <= {
        part.kind for part in made.parts.all()
    }


def test_a_kind_of_record_that_is_forgotten_is_noticed(
    record: Case, priya: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: referrals are not gathered."""
    monkeypatch.setattr(
        pack, "told_kinds",
        lambda: ((label, said) for label, said in DECLARED.items()
                 if said.child and not said.withheld and label != "referrals.Referral"),
    )  # fmt: skip
    made = answering.record_request(
        by=priya,
        child=record.child,
        asked_by="A",
        asks_as="subject",
        identity="P",
        received_on=TODAY,
        now=NOW,
    )

    assert [one.split()[0] for one in left_out(made)] == ["referrals.Referral"]


def test_every_kind_that_leads_to_a_child_is_given_or_says_why_not() -> None:
    told = {label for label, _ in pack.told_kinds()}
    for label, said in DECLARED.items():
        if said.child and label not in told:
            assert len(said.withheld) > 20


def test_records_joined_to_it_are_gathered_too(record: Case, priya: Practitioner, wrenmouth: Area) -> None:
    other = child_of(wrenmouth, "Amara Okoye", "WREN-OTHER2")
    Name.objects.create(person=other, given="Mimi", family="Okoye")
    Joining.objects.create(
        area=wrenmouth,
        kept=record.child,
        joined=other,
        reason="One",
        asked_by=priya,
        asked_at=NOW,
        joined_at=NOW,
    )
    made = answering.record_request(
        by=priya,
        child=record.child,
        asked_by="A",
        asks_as="subject",
        identity="P",
        received_on=TODAY,
        now=NOW,
    )

    assert "Mimi" in words_of(made)


def test_it_reads_from_who_she_is_to_the_latest_day(made: SubjectRequest) -> None:
    parts = list(made.parts.order_by("number"))
    days = [part.on for part in parts if part.on is not None]

    assert parts[0].on is None
    assert days == sorted(days)
    assert next(part.title for part in parts if part.kind == "chronology.Entry") == "Referral received"


def test_who_referred_other_names_secret_addresses_and_what_is_marked_are_proposed(
    made: SubjectRequest,
) -> None:
    found = proposals(made)

    assert ("Joan Petty", WHY.REFERRER) in found
    assert ("01632 960001", WHY.REFERRER) in found
    assert {("Grace", WHY.NAME), ("Ben", WHY.NAME)} <= found
    assert ("7 Hidden Row", WHY.ADDRESS) in found
    assert ("Wrenmouth Council told us about Amara. Femi was arrested.", WHY.MARKED) in found
    assert not any(words in ("Amara", "Okoye", "Amara Okoye") for words, _ in found)


def test_nothing_is_decided_by_the_service(made: SubjectRequest) -> None:
    spans = PackSpan.objects.filter(part__request=made)

    assert set(spans.values_list("covered", flat=True)) == {None}
    assert "Joan Petty" in words_of(made)


SECRETS = ("Joan", "Petty", "01632 960001", "Grace", "Ben ", "Hidden Row", "WR1 7HR", "Femi")


def secrets_in(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def test_what_is_covered_is_nowhere_in_what_is_given(
    made: SubjectRequest, priya: Practitioner, sam: Practitioner, client: Client
) -> None:
    cover_all(made, priya)
    answering.sign(by=sam, request=made, now=NOW)
    signed_in(client, priya)
    page = client.get(reverse("retention:pack", args=(made.child.reference, made.pk)))
    file = client.get(reverse("retention:pack-file", args=(made.child.reference, made.pk)))

    assert page.status_code == 200
    assert secrets_in(page.content.decode().split("</style>")[-1]) == []
    assert secrets_in(json.dumps(file.json(), ensure_ascii=False)) == []
    assert "[left out: who made a referral, or told something]" in page.content.decode()
    assert "Amara drew" in file.content.decode()
    assert Row.objects.filter(about=made.child_id, action="export").count() == 1


def test_a_cover_that_covers_nothing_would_be_found(
    made: SubjectRequest, priya: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: words are given as they stand."""
    cover_all(made, priya)
    assert secrets_in(words_of(made)) == []
    monkeypatch.setattr(pack, "rebuilt", lambda part, spans: part.words)

    assert set(secrets_in(words_of(made))) == set(SECRETS)


def test_words_that_overlap_are_covered_once_and_whole() -> None:
    found = proposing.apart(
        [proposing.Found(0, 5, "name"), proposing.Found(3, 9, "referrer"), proposing.Found(12, 14, "name")]
    )

    assert found == [proposing.Found(0, 9, "name"), proposing.Found(12, 14, "name")]
    part = PackPart(words="0123456789ab")
    spans = [
        PackSpan(start=0, end=5, why="name", covered=True),
        PackSpan(start=3, end=9, why="reader", covered=True),
    ]
    assert "4" not in pack.rebuilt(part, spans)
    assert "7" not in pack.rebuilt(part, spans)
    assert pack.rebuilt(part, spans).endswith("9ab")


def test_a_reader_covers_what_nothing_proposed(made: SubjectRequest, priya: Practitioner) -> None:
    assert answering.cover_words(by=priya, request=made, words="at night", now=NOW) == 1
    assert "at night" not in words_of(made)
    with pytest.raises(Refusal, match="do not stand in the pack"):
        answering.cover_words(by=priya, request=made, words="A dragon", now=NOW)


def test_a_second_reader_signs_once_everything_is_decided(
    made: SubjectRequest, priya: Practitioner, sam: Practitioner
) -> None:
    with pytest.raises(Refusal, match="Not everything is decided"):
        answering.sign(by=sam, request=made, now=NOW)
    cover_all(made, priya)
    with pytest.raises(Refusal, match="second reader has to sign"):
        answering.sign(by=priya, request=made, now=NOW)
    answering.sign(by=sam, request=made, now=NOW)
    with pytest.raises(Refusal, match="This pack is signed"):
        cover_all(made, priya)


def test_whoever_decided_on_words_is_no_second_reader(
    made: SubjectRequest, priya: Practitioner, sam: Practitioner
) -> None:
    cover_all(made, sam)

    with pytest.raises(Refusal, match="second reader has to sign"):
        answering.sign(by=sam, request=made, now=NOW)


def test_nothing_is_given_before_it_is_signed_and_then_once(
    made: SubjectRequest, priya: Practitioner, sam: Practitioner, client: Client
) -> None:
    said: dict[str, Any] = {
        "request": made,
        "given_on": TODAY,
        "given_to": "Amara",
        "given_how": "Read together",
    }
    with pytest.raises(Refusal, match="No second reader"):
        answering.record_given(by=priya, now=NOW, **said)
    signed_in(client, priya)
    assert client.get(reverse("retention:pack-file", args=(made.child.reference, made.pk))).status_code == 404
    cover_all(made, priya)
    answering.sign(by=sam, request=made, now=NOW)
    answering.record_given(by=priya, now=NOW, **said)
    with pytest.raises(Refusal, match="given already"):
        answering.record_given(by=priya, now=NOW, **said)
    shown = client.get(reverse("retention:asked", args=(made.child.reference,))).content.decode()
    assert "The record, as a pack" in shown


@pytest.mark.parametrize("who", ["maya", "dana", "helen", "wyn", "stranger"])
def test_only_who_manages_answers(
    who: str, record: Case, request: pytest.FixtureRequest, school: Agency, client: Client
) -> None:
    by = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        answering.record_request(
            by=by,
            child=record.child,
            asked_by="A",
            asks_as="subject",
            identity="P",
            received_on=TODAY,
            now=NOW,
        )
    client.force_login(by)
    assert client.get(reverse("retention:asked", args=(record.child.reference,))).status_code == 404


def test_a_day_to_come_is_refused(record: Case, priya: Practitioner) -> None:
    with pytest.raises(Refusal, match="has not come yet"):
        answering.record_request(
            by=priya, child=record.child, asked_by="A", asks_as="subject", identity="P",
            received_on=TODAY + timedelta(days=1), now=NOW,
        )  # fmt: skip


def test_the_pack_is_asked_for_again_by_whoever_signed_in_long_ago(
    made: SubjectRequest, priya: Practitioner, sam: Practitioner, client: Client
) -> None:
    cover_all(made, priya)
    answering.sign(by=sam, request=made, now=NOW)
    client.force_login(priya)
    for name in ("pack", "pack-file"):
        answer = client.get(reverse(f"retention:{name}", args=(made.child.reference, made.pk)))
        assert answer.status_code == 303
        assert answer["Location"].startswith(reverse("signing_in:confirm"))
    assert not Row.objects.filter(about=made.child_id, action__in=("print", "export")).exists()


@pytest.mark.parametrize("name", ["pack", "pack-file", "one-request", "sign", "given", "cover"])
def test_a_pack_is_not_there_for_anybody_else(
    name: str, made: SubjectRequest, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)

    assert client.get(reverse(f"retention:{name}", args=(made.child.reference, made.pk))).status_code == 404


def the_drawing() -> Entry:
    return Entry.objects.filter(details__words__startswith="Amara drew").get()


def test_a_disagreement_stays_beside_the_entry_and_goes_with_the_record(
    record: Case, priya: Practitioner, client: Client
) -> None:
    asked = answering.ask_to_rectify(
        by=priya, entry=the_drawing(), asked_by="Amara", asked_on=TODAY, wants="I drew my aunt.", now=NOW
    )
    with pytest.raises(Refusal, match="has not been corrected"):
        answering.answer_rectification(
            by=priya, asked=asked, outcome="corrected", answer="Done", answered_on=TODAY, now=NOW
        )
    answering.answer_rectification(
        by=priya, asked=asked, outcome="disagreement", answer="The visitor remembers it otherwise.", answered_on=TODAY,
        now=NOW,
    )  # fmt: skip
    client.force_login(priya)
    page = client.get(reverse("desk:entry", args=(record.child.reference, the_drawing().pk))).content.decode()
    made = answering.record_request(
        by=priya,
        child=record.child,
        asked_by="A",
        asks_as="subject",
        identity="P",
        received_on=TODAY,
        now=NOW,
    )

    assert "I drew my aunt." in page
    assert "I drew my aunt." in words_of(made)
    with pytest.raises(Refusal, match="answered already"):
        answering.answer_rectification(
            by=priya, asked=asked, outcome="disagreement", answer="Again", answered_on=TODAY, now=NOW
        )


def test_a_correction_answers_it(record: Case, priya: Practitioner, dana: Practitioner) -> None:
    entry = the_drawing()
    asked = answering.ask_to_rectify(
        by=priya, entry=entry, asked_by="Amara", asked_on=TODAY, wants="It was the 1st.", now=NOW
    )
    correct_entry(by=dana, entry=entry, happened_on=date(2025, 4, 1), reason="She is right", now=NOW)
    answering.answer_rectification(
        by=priya, asked=asked, outcome="corrected", answer="We corrected it.", answered_on=TODAY, now=NOW
    )

    assert asked.__class__.objects.get(pk=asked.pk).outcome == "corrected"


def test_it_is_answered_on_the_pages_from_the_request_to_what_was_given(
    record: Case, priya: Practitioner, sam: Practitioner, client: Client
) -> None:
    signed_in(client, priya)
    here = (record.child.reference,)
    answers = {
        "asked_by": "Amara",
        "asks_as": "subject",
        "identity": "Passport",
        **day("received_on", date(2026, 1, 5)),
    }
    client.post(reverse("retention:new-request", args=here), {**answers, "step": "confirm"})
    made = SubjectRequest.objects.get(child=record.child)
    page = client.get(reverse("retention:one-request", args=(*here, made.pk))).content.decode()
    assert "5 February 2026" in page

    while span := PackSpan.objects.filter(part__request=made, covered=None).first():
        decide = reverse("retention:decide", args=(*here, made.pk, span.pk))
        assert client.get(decide).status_code == 200
        assert client.post(decide, {"everywhere": ""}).status_code == 422
        client.post(decide, {"everywhere": "cover"})
    signed_in(client, sam)
    client.post(reverse("retention:sign", args=(*here, made.pk)), {"read": "yes"})
    today = timezone.localdate()
    given = {"given_to": "Amara", "given_how": "On paper", **day("given_on", today)}
    client.post(reverse("retention:given", args=(*here, made.pk)), given)

    made = SubjectRequest.objects.get(pk=made.pk)
    assert (made.signed_by_id, made.given_to, made.given_on) == (sam.pk, "Amara", today)


def test_places_may_be_decided_one_by_one(made: SubjectRequest, priya: Practitioner, client: Client) -> None:
    signed_in(client, priya)
    graces = [
        span for span in PackSpan.objects.filter(part__request=made, why="referrer").select_related("part")
        if span.part.words[span.start : span.end] == "Joan Petty"
    ]  # fmt: skip
    first, *others = graces
    answers = {f"span_{span.pk.hex}": "give" for span in others} | {f"span_{first.pk.hex}": "cover"}
    decide = reverse("retention:decide", args=(made.child.reference, made.pk, first.pk))
    client.post(decide, {"everywhere": "each", **answers})

    assert others
    assert PackSpan.objects.get(pk=first.pk).covered is True
    assert {PackSpan.objects.get(pk=one.pk).covered for one in others} == {False}


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def signed_in(client: Client, who: Practitioner) -> None:
    """Signed in, and their password entered just now."""
    client.force_login(who)
    prove(client, who)
