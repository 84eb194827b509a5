"""The pages on records that may be one person's: who sees them, what they say, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Involvement
from alongside.chronology import kinds
from alongside.matching import joining as acts
from alongside.matching.candidates import candidate
from alongside.matching.models import Joining, MaybeSame
from alongside.matching.pairs import in_order, listed
from alongside.matching.reading import told_of
from alongside.people.models import Address, Identifier, Person, Residence
from tests.cast import NOW
from tests.pages import MOST_QUERIES, Read, reader


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client, proved=True)


def pair_of(one: Person, other: Person) -> MaybeSame:
    one, other = in_order(one, other)
    told = told_of([one, other])
    found = candidate(told[one.pk], other, told[other.pk])
    listed(one, other, found="batch", levels=found.levels, likelihood=found.likelihood, now=NOW)
    return MaybeSame.objects.get(one=one, other=other)


@pytest.fixture
def pair(amara: Person, again: Person) -> MaybeSame:
    return pair_of(amara, again)


def test_the_list_says_who_may_be_whom_and_how_sure_that_is_never_as_a_number(
    read: Callable[..., Read], priya: Practitioner, pair: MaybeSame
) -> None:
    page = read(priya, reverse("matching:maybe-same"))
    assert page.h1 == ["May be the same person"]
    assert "Amara Okoye, born 3 September 2020, WREN-AMARA2" in page.text
    assert "How sure May be" in page.text
    assert page.links("Compare") == [reverse("matching:pair", args=(pair.pk,))]
    assert "%" not in page.text


def test_the_list_says_so_where_there_is_nothing(read: Callable[..., Read], priya: Practitioner) -> None:
    assert "No two records here wait" in read(priya, reverse("matching:maybe-same")).text


def test_a_comparison_says_for_each_field_what_agrees_how_much_that_says_and_what_would_decide_it(
    read: Callable[..., Read],
    priya: Practitioner,
    pair: MaybeSame,
    amara: Person,
    again: Person,
    wrenmouth: Area,
) -> None:
    Identifier.objects.create(area=wrenmouth, person=amara, scheme="upn", value="A801200001001")
    address = Address.objects.create(area=wrenmouth, lines="3 Quay Street", postcode="WR1 2AB")
    Residence.objects.create(person=amara, address=address)
    page = read(priya, reverse("matching:pair", args=(pair.pk,)))
    for words in (
        "Sound alike", "A day or two apart", "Very strong support", "Not known on one side", "WR1 2AB",
        "What would decide it", "Ask the health visitor or GP for the NHS number.",
        "Ask the family, or whoever referred, for the date of birth.",
    ):  # fmt: skip
        assert words in page.text
    assert Row.objects.filter(action="read", about=in_order(amara, again)[0].pk).exists()


def test_a_protected_address_is_not_compared(
    read: Callable[..., Read], priya: Practitioner, pair: MaybeSame, amara: Person, wrenmouth: Area
) -> None:
    address = Address.objects.create(area=wrenmouth, lines="3 Quay Street", postcode="WR1 2AB")
    Residence.objects.create(person=amara, address=address, protected=True)
    assert "WR1 2AB" not in read(priya, reverse("matching:pair", args=(pair.pk,))).text


def test_twins_are_spoken_of_where_they_would_agree_like_this(
    read: Callable[..., Read], priya: Practitioner, amara: Person, twin: Person
) -> None:
    page = read(priya, reverse("matching:pair", args=(pair_of(amara, twin).pk,)))
    assert "Twins agree like this" in page.text
    assert "A second person looks too before they are joined." in page.text


@pytest.mark.parametrize("who", ["maya", "dana", "sam", "helen", "stranger", "wyn", "tom"])
def test_to_everybody_else_there_is_no_such_page(
    read: Callable[..., Read], who: str, request: pytest.FixtureRequest, pair: MaybeSame
) -> None:
    me = request.getfixturevalue(who)
    for name in ("pair", "join"):
        assert read(me, reverse(f"matching:{name}", args=(pair.pk,))).status == 404
    assert "Amara" not in read(me, reverse("matching:maybe-same")).body


def test_a_pair_with_a_record_that_is_closed_to_one_is_not_there(
    read: Callable[..., Read], priya: Practitioner, pair: MaybeSame, amara: Person
) -> None:
    from alongside.access.models import Restriction

    Restriction.objects.create(child=amara, practitioner=priya, why="A niece", from_on=date(2025, 1, 1))
    assert read(priya, reverse("matching:pair", args=(pair.pk,))).status == 404
    assert "No two records here wait" in read(priya, reverse("matching:maybe-same")).text


def test_joining_on_the_page_asks_for_each_conflict_and_then_shows_both_on_one_timeline(
    read: Callable[..., Read],
    priya: Practitioner,
    pair: MaybeSame,
    amara: Person,
    again: Person,
    dana: Practitioner,
) -> None:
    kinds.DETAILS_CHANGED.record(
        again.cases.get(),
        on=date(2025, 4, 11),
        by=dana,
        now=NOW,
        what="Seen in the walk-in clinic.",  # type: ignore[attr-defined]
    )
    where = reverse("matching:join", args=(pair.pk,))
    answers = {
        "kept": "WREN-AMARA2",
        "called": "WREN-AMARA2",
        "born_on": "WREN-AMARA2",
        "reason": "The GP says so.",
    }
    lacking = read(priya, where, {**answers, "born_on": ""})
    assert lacking.status == 422
    assert "Select which is right: date of birth" in lacking.text
    told_back = read(priya, where, answers)
    assert "Check your answers" in told_back.text
    done = read(priya, where, {**answers, "step": "confirm"})
    assert (done.status, done.url) == (303, "/children/WREN-AMARA2/")
    read(priya, "/children/WREN-AMARA2/timeline/")  # This one also tells that they were joined, once.
    timeline = read(priya, "/children/WREN-AMARA2/timeline/")
    assert "Seen in the walk-in clinic." in timeline.text
    assert "On WREN-AGAIN2" in timeline.text
    assert len(timeline.sql) <= MOST_QUERIES
    assert read(priya, "/children/WREN-AGAIN2/").url == "/children/WREN-AMARA2/"
    overview = read(priya, "/children/WREN-AMARA2/")
    assert "Amarra Okoye, WREN-AGAIN2: on this timeline too." in overview.text
    assert overview.links("work on that case") == ["/children/WREN-AGAIN2/?own=yes"]
    assert read(priya, "/children/WREN-AGAIN2/?own=yes").status == 200
    found = read(priya, "/search/?q=okoye")
    assert "WREN-AMARA2" in (found.url or found.text)


def test_who_may_read_only_one_of_them_reads_only_that_one(
    read: Callable[..., Read],
    priya: Practitioner,
    pair: MaybeSame,
    amara: Person,
    again: Person,
    dana: Practitioner,
) -> None:
    """Dana leads on Amara; the other record was never hers."""
    from alongside.matching import joining as acts

    kinds.DETAILS_CHANGED.record(
        again.cases.get(),
        on=date(2025, 4, 11),
        by=priya,
        now=NOW,
        what="Seen in the walk-in clinic.",  # type: ignore[attr-defined]
    )
    acts.join(
        by=priya,
        kept=amara,
        joined=again,
        reason="One.",
        choices={"called": "kept", "born_on": "kept"},
        now=NOW,
    )
    assert "Seen in the walk-in clinic." not in read(dana, "/children/WREN-AMARA2/timeline/").text
    assert read(dana, "/children/WREN-AGAIN2/").status == 404


def test_a_second_person_confirms_and_anybody_who_may_join_can_part(
    read: Callable[..., Read], priya: Practitioner, mo: Practitioner, amara: Person, twin: Person
) -> None:
    where = reverse("matching:join", args=(pair_of(amara, twin).pk,))
    answers = {"kept": "WREN-AMARA2", "called": "WREN-AMARA2", "reason": "The GP says so.", "step": "confirm"}
    assert read(priya, where, answers).url == reverse("matching:maybe-same")
    joining = Joining.objects.get()
    confirm, part = (reverse(f"matching:{name}", args=(joining.pk,)) for name in ("confirm", "part"))
    assert "Somebody else confirms it." in read(priya, reverse("matching:maybe-same")).text
    assert confirm in read(mo, reverse("matching:maybe-same")).links("Look and confirm")
    assert "asked for this yourself" in read(priya, confirm, {}).text
    assert read(mo, confirm, {}).url == "/children/WREN-AMARA2/"
    assert read(priya, part, {"because": "They are twins."}).url == "/children/WREN-AMARA2/"
    assert read(priya, "/children/WREN-TWINN2/").status == 200


def test_not_the_same_takes_a_pair_from_the_list(
    read: Callable[..., Read], priya: Practitioner, pair: MaybeSame
) -> None:
    where = reverse("matching:pair", args=(pair.pk,))
    assert read(priya, where, {"why": ""}).status == 422
    assert read(priya, where, {"why": "Two UPNs."}).url == reverse("matching:maybe-same")
    assert "No two records here wait" in read(priya, reverse("matching:maybe-same")).text
    assert "said by Priya Nair" in read(priya, where).text


def test_another_record_is_named_by_its_reference(
    read: Callable[..., Read], priya: Practitioner, amara: Person, again: Person
) -> None:
    where = reverse("matching:another-record", args=(amara.reference,))
    assert "no other record with this reference" in read(priya, where, {"reference": "WREN-NOBODY"}).text
    assert "no other record with this reference" in read(priya, where, {"reference": amara.reference}).text
    answer = read(priya, where, {"reference": "wren-again2"})
    assert answer.url == reverse("matching:pair", args=(MaybeSame.objects.get().pk,))


def test_a_partner_sees_their_own_part_of_a_joined_record(
    read: Callable[..., Read],
    helen: Practitioner,
    school: Agency,
    priya: Practitioner,
    amara: Person,
    again: Person,
) -> None:
    from alongside.matching import joining as acts

    Involvement.objects.create(
        area=again.area,
        case=again.cases.get(),
        agency=school,
        why="Her school",
        from_on=date(2025, 4, 10),  # type: ignore[attr-defined]
    )
    acts.join(
        by=priya,
        kept=amara,
        joined=again,
        reason="One.",
        choices={"called": "kept", "born_on": "kept"},
        now=NOW,
    )
    assert read(helen, "/children/WREN-AMARA2/").status == 404


@pytest.mark.parametrize("name", ["pair", "join"])
def test_a_page_of_a_pair_asks_little(
    read: Callable[..., Read], priya: Practitioner, pair: MaybeSame, name: str
) -> None:
    where = reverse(f"matching:{name}", args=(pair.pk,))
    read(priya, where)
    assert len(read(priya, where).sql) <= MOST_QUERIES
    assert len(read(priya, reverse("matching:maybe-same")).sql) <= MOST_QUERIES


def test_the_front_door_leads_there_for_whoever_may_settle_it(
    read: Callable[..., Read], priya: Practitioner, maya: Practitioner, pair: MaybeSame
) -> None:
    board = read(priya, "/front-door/")
    assert board.links("May be the same person") == [reverse("matching:maybe-same")]
    assert read(maya, "/front-door/").links("May be the same person") == []


@pytest.mark.parametrize("page", ["join", "confirm", "part"])
def test_whoever_joins_or_parts_proves_first_who_they_are(
    client: Client,
    priya: Practitioner,
    mo: Practitioner,
    amara: Person,
    again: Person,
    twin: Person,
    page: str,
) -> None:
    """A stranger at an open screen joins nothing; what was being typed when the proof grew old is not lost."""
    if page == "join":
        here = reverse("matching:join", args=(pair_of(amara, again).pk,))
    else:
        other, choices = (
            (twin, {"called": "kept"})
            if page == "confirm"
            else (again, {"called": "kept", "born_on": "kept"})
        )
        joining = acts.join(by=mo, kept=amara, joined=other, reason="One child.", choices=choices, now=NOW)
        here = reverse(f"matching:{page}", args=(joining.pk,))
    for data in (None, {"because": "They are two."}):
        asked = reader(client)(priya, here, data)
        assert asked.status == 303
        assert asked.url.startswith("/account/confirm/")
        assert here.replace("/", "%2F") in asked.url
    assert Joining.objects.exclude(joined_at=None).filter(parted_at=None).count() == (page == "part")
    assert reader(Client(), proved=True)(priya, here).status == 200


def test_of_two_records_that_hardly_agree_it_is_said_that_much_speaks_against_it(
    read: Callable[..., Read], priya: Practitioner, amara: Person, ben: Person
) -> None:
    page = read(priya, reverse("matching:pair", args=(pair_of(amara, ben).pk,)))
    assert "Much speaks against it" in page.text
    assert "or are on record as brothers or sisters" in page.text
