"""Search finds the children a reader may open, and says nothing of any other."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.utils.http import urlencode

from alongside.access.models import Restriction
from alongside.agencies.models import Area, Practitioner, Team
from alongside.cases.models import Allocation, Case, Involvement
from alongside.people.models import Address, ContactDetail, Identifier, Name, Person, Relationship, Residence
from tests.cast import LONG_AGO, child_of
from tests.pages import MOST_QUERIES, Read
from tests.query_plans import scanned

BIG = (
    "people_person", "people_name", "people_identifier", "people_residence", "people_address",
    "people_relationship", "people_contactdetail", "cases_case", "cases_allocation", "cases_involvement", "access_restriction",
)  # fmt: skip
Search = Callable[..., Read]
#: The first search of somebody may also begin a chain of the audit.
FIRST = "nobody of this name"


@pytest.fixture
def search(read: Callable[..., Read]) -> Search:
    return lambda who, typed: read(who, f"/search/?{urlencode({'q': typed})}")


def known(area: Area, by: Practitioner, called: str, reference: str, **fields: object) -> Person:
    """A child with an open case."""
    child = child_of(area, called, reference, **fields)  # type: ignore[arg-type]
    Case.objects.create(area=area, child=child, opened_on=date(2025, 4, 1), recorded_by=by)
    return child


@pytest.fixture
def okoyes(case: Case, ben: Person, dana: Practitioner, wrenmouth: Area) -> Person:
    """Amara with every way to find her; Ben her brother; a mother; an unborn child; and somebody else."""
    amara = case.child
    Case.objects.create(area=wrenmouth, child=ben, opened_on=date(2025, 4, 1), recorded_by=dana)
    Name.objects.create(person=amara, kind=Name.Kind.FORMER, given="Zoë", family="Smith-Jones")
    for scheme, value in (("nhs-number", "9434765919"), ("upn", "A801200001001"), ("la-child-id", "LA77")):
        Identifier.objects.create(area=wrenmouth, person=amara, scheme=scheme, value=value)
    grace = child_of(wrenmouth, "Grace O’Brien", "WREN-GRACE2", date(1990, 1, 1))
    Relationship.objects.create(person=grace, other=amara, kind=Relationship.Kind.MOTHER)
    address = Address.objects.create(area=wrenmouth, lines="3 Quay Street\nWrenmouth", postcode="WR1 2AB")
    Residence.objects.create(person=amara, address=address)
    for person, kind, value in (
        (amara, "mobile", "07700 900456"),
        (grace, "mobile", "07700 900123"),
        (grace, "email", "grace@example.org"),
    ):
        ContactDetail.objects.create(person=person, kind=kind, value=value, safe="yes")
    known(wrenmouth, dana, "Yusuf Demir", "WREN-YUSUF2", born_on=date(2012, 1, 31))
    known(wrenmouth, dana, "Baby Reed", "WREN-BABYR2", born_on=None, expected_on=date(2025, 7, 3))
    return amara


BY_NAME = [
    ("amara", "Name"), ("AMARA OKOYE", "Name"), ("okoye amara", "Name"), ("oko ama", "Name"),
    ("zoe", "Former name: Zoë Smith-Jones"), ("Zoë Smith", "Former name: Zoë Smith-Jones"),
    ("jones zoe", "Former name: Zoë Smith-Jones"), ("smith-jones", "Former name: Zoë Smith-Jones"),
    ("smith jones", "Former name: Zoë Smith-Jones"), ("amara 3/9/2020", "Name and date of birth"),
]  # fmt: skip
BY_NUMBER = [
    "WREN-AMARA2", "wren amara2", "amara2", "943 476 5919", "9434765919", "a801200001001", "la77",
]  # fmt: skip


@pytest.mark.parametrize("typed", [*(typed for typed, _ in BY_NAME), *BY_NUMBER])
def test_the_only_one_found_by_a_name_or_number_opens_at_once(
    search: Search, maya: Practitioner, okoyes: Person, typed: str
) -> None:
    answer = search(maya, typed)
    assert (answer.status, answer.url) == (302, "/children/WREN-AMARA2/")


@pytest.mark.parametrize(("typed", "found_by"), BY_NAME)
def test_of_two_who_are_alike_each_row_says_by_what_it_was_found(
    search: Search, maya: Practitioner, okoyes: Person, dana: Practitioner, typed: str, found_by: str
) -> None:
    alike = known(okoyes.area, dana, "Amara Okoye", "WREN-ALIKE2", born_on=date(2020, 9, 3))
    Name.objects.create(person=alike, kind=Name.Kind.FORMER, given="Zoë", family="Smith-Jones")
    page = search(maya, typed)
    assert f"WREN-AMARA2 Lead practitioner Dana Wright, Harbour team Found by {found_by}" in page.text
    assert f"WREN-ALIKE2 Lead practitioner Nobody leads Found by {found_by}" in page.text


@pytest.mark.parametrize(
    ("typed", "name", "found_by"),
    [
        ("okoye", "Ben Okoye", "Name"),
        ("3/9/2020", "Amara Okoye", "Date of birth"),
        ("3 July 2025", "Baby Reed", "Expected date of birth"),
        ("WR1 2AB", "Amara Okoye", "Address: 3 Quay Street, Wrenmouth, WR1 2AB"),
        ("3 quay st", "Amara Okoye", "Address: 3 Quay Street"),
        ("grace obrien", "Amara Okoye", "Mother: Grace O’Brien"),
        ("07700 900456", "Amara Okoye", "Mobile: 07700 900456"),
        ("07700900123", "Amara Okoye", "Mother: Grace O’Brien, by telephone or e-mail"),
        ("+44 (0)7700 900 123", "Amara Okoye", "Mother: Grace O’Brien, by telephone or e-mail"),
        ("0044 7700-900-123", "Amara Okoye", "Mother: Grace O’Brien, by telephone or e-mail"),
        ("Grace@Example.org", "Amara Okoye", "Mother: Grace O’Brien, by telephone or e-mail"),
    ],
)
def test_children_are_found_by_birth_by_family_and_by_place(
    search: Search, maya: Practitioner, okoyes: Person, typed: str, name: str, found_by: str
) -> None:
    page = search(maya, typed)
    assert page.status == 200
    assert name in page.text
    assert found_by in page.text


def test_children_are_found_by_an_agency_that_works_with_them(
    search: Search, maya: Practitioner, tom: Practitioner, okoyes: Person, school_involved: Involvement
) -> None:
    page = search(maya, "mill lane")
    assert "1 child fits “mill lane”." in page.text
    assert "Found by Agency: Mill Lane Primary School" in page.text
    assert "No child whose record you may open" in search(tom, "mill lane").text


def test_an_adult_of_the_family_is_not_listed_as_a_child(
    search: Search, maya: Practitioner, okoyes: Person
) -> None:
    assert "/children/WREN-GRACE2/" not in search(maya, "grace").body


def test_a_protected_address_is_never_searched(search: Search, maya: Practitioner, okoyes: Person) -> None:
    Residence.objects.filter(person=okoyes).update(protected=True)
    for typed in ("WR1 2AB", "3 quay street"):
        assert "Amara" not in search(maya, typed).body


@pytest.mark.parametrize("hidden", ["marked", "lives at a protected address"])
def test_a_protected_number_is_never_searched(
    search: Search, maya: Practitioner, okoyes: Person, wrenmouth: Area, hidden: str
) -> None:
    """Not by whose it is, and not by whom they are related to."""
    grace = Person.objects.get(reference="WREN-GRACE2")
    for person in (grace, okoyes):
        if hidden == "marked":
            ContactDetail.objects.filter(person=person).update(protected=True)
        else:
            address = Address.objects.create(area=wrenmouth, lines="7 Hidden Row")
            Residence.objects.create(person=person, address=address, protected=True)
    for typed in ("07700 900123", "07700 900456", "grace@example.org"):
        assert "Amara" not in search(maya, typed).body
        assert "No child whose record you may open fits" in search(maya, typed).text


def test_a_number_of_somebody_whose_record_is_closed_to_the_reader_finds_nobody(
    search: Search, maya: Practitioner, okoyes: Person
) -> None:
    grace = Person.objects.get(reference="WREN-GRACE2")
    Restriction.objects.create(child=grace, practitioner=maya, from_on=LONG_AGO, why="Her sister.")
    assert "Amara" not in search(maya, "07700 900123").body


def test_ones_own_children_come_first(
    search: Search, dana: Practitioner, okoyes: Person, harbour_team: Team
) -> None:
    other = known(okoyes.area, dana, "Amanda Aaronson", "WREN-AMAND2")
    Allocation.objects.create(
        area=other.area, case=other.cases.get(), team=harbour_team, from_on=LONG_AGO,  # type: ignore[attr-defined]
        practitioner=Practitioner.objects.create_user("x@wrenmouth.example", "x", name="Another Worker"),
    )  # fmt: skip
    page = search(dana, "am")
    assert page.links("Am")[0] == "/children/WREN-AMARA2/"
    assert "Amara Okoye Yours" in page.text
    assert page.text.index("Amara Okoye") < page.text.index("Amanda Aaronson")


HIDDEN = [
    "amara", "okoye", "zoe", "WREN-AMARA2", "9434765919", "A801200001001", "3/9/2020", "WR1 2AB",
    "amara 3/9/2020", "grace",
]  # fmt: skip


@pytest.mark.parametrize("who", ["stranger", "helen", "tom", "ada", "wyn", "jamal"])
def test_whom_one_may_not_open_is_answered_as_if_nobody_were_there(
    search: Search, who: str, request: pytest.FixtureRequest, okoyes: Person
) -> None:
    reader = request.getfixturevalue(who)
    for typed in HIDDEN:
        hidden, nobody = search(reader, typed), search(reader, "qqqqqq")
        assert hidden.status == nobody.status == 200
        assert "Amara" not in hidden.body.replace("amara", "").replace(typed, "")
        assert _same_but_for(typed, hidden) == _same_but_for("qqqqqq", nobody)


def _same_but_for(typed: str, page: Read) -> str:
    """The page with what was typed taken out, and the token of its forms."""
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", page.body.replace(typed, "…"))


def test_a_hidden_child_takes_the_same_queries_as_no_child_at_all(
    search: Search, stranger: Practitioner, okoyes: Person
) -> None:
    search(stranger, FIRST)
    hidden, nobody = search(stranger, "amara okoye"), search(stranger, "qqqqq qqqqq")
    assert [_shape(query) for query in hidden.sql] == [_shape(query) for query in nobody.sql]


def _shape(query: str) -> str:
    """The query without what was asked for, however many keys that were."""
    return re.sub(r"\?(::\w+)?(, \?(::\w+)?)*", "?", re.sub(r"'[^']*'", "?", query))


def test_a_record_closed_to_the_reader_is_hinted_at_by_nobody(
    search: Search, relative: Practitioner, okoyes: Person, harbour_team: Team, ben: Person
) -> None:
    """Ben may be opened; his sister, closed to her aunt, does not lead to him."""
    Allocation.objects.create(
        area=ben.area,
        case=ben.cases.get(),
        team=harbour_team,
        practitioner=relative,
        from_on=LONG_AGO,  # type: ignore[attr-defined]
    )
    assert search(relative, "ben").url == "/children/WREN-BENJA2/"
    page = search(relative, "amara")
    assert page.status == 200
    assert "No child whose record you may open fits" in page.text
    assert Restriction.objects.filter(practitioner=relative).count() == 1


def test_a_partner_finds_the_children_their_agency_works_with(
    search: Search, helen: Practitioner, okoyes: Person, school_involved: Involvement
) -> None:
    assert search(helen, "okoye").url == "/children/WREN-AMARA2/"
    assert "Ben Okoye" not in search(helen, "3/9/2020").text


def test_no_hit_says_what_to_try_and_how_to_refer(search: Search, maya: Practitioner, okoyes: Person) -> None:
    page = search(maya, "nobody at all")
    assert "No child whose record you may open fits “nobody at all”." in page.text
    assert page.links("Record a referral") == ["/referrals/new/"]


@pytest.mark.parametrize(("typed", "said"), [("", "You find the children"), ("a", "at least two letters")])
def test_nothing_typed_or_too_little_says_so(
    search: Search, maya: Practitioner, typed: str, said: str
) -> None:
    assert said in search(maya, typed).text


@pytest.mark.parametrize("typed", ["%", "_____", "'; --", "<script>", "\u202e\u0000x y", "((((", "*?" * 40])
def test_anything_may_be_typed(search: Search, maya: Practitioner, okoyes: Person, typed: str) -> None:
    page = search(maya, typed)
    assert page.status == 200
    assert "<script>" not in page.body.split("<main", 1)[1]


@pytest.mark.parametrize("who", ["maya", "dana", "helen", "stranger"])
@pytest.mark.parametrize(
    "typed",
    [
        "am",
        "amara okoye",
        "okoye 3/9/2020",
        "3/9/2020",
        "WREN-AMARA2",
        "9434765919",
        "3 Quay Street, WR1 2AB",
    ],
)
def test_no_search_reads_a_big_table_from_end_to_end(
    search: Search, who: str, typed: str, request: pytest.FixtureRequest, okoyes: Person
) -> None:
    search(request.getfixturevalue(who), FIRST)
    answer = search(request.getfixturevalue(who), typed)
    assert len(answer.sql) <= MOST_QUERIES
    assert not any("EXISTS" in query for query in answer.sql)
    # Seals that stand are few; which records are under one is read whole.
    assert [line for line in scanned(answer.sql, BIG) if "seal_of_a_kind" not in line] == []


def test_five_hundred_hits_cost_as_many_queries_as_five(
    search: Search, maya: Practitioner, dana: Practitioner, wrenmouth: Area
) -> None:
    for n in range(5):
        known(wrenmouth, dana, f"Sam{n} Tester", f"WREN-S{n:05}")
    search(maya, FIRST)
    few = search(maya, "tester")
    people = Person.objects.bulk_create(
        Person(area=wrenmouth, called=f"Sid{n:03} Tester", reference=f"WREN-D{n:05}") for n in range(500)
    )
    Name.objects.bulk_create(Name(person=one, given=one.called[:6], family="Tester") for one in people)
    Case.objects.bulk_create(
        Case(area=wrenmouth, child=one, opened_on=date(2025, 4, 1), recorded_by=dana) for one in people
    )
    many = search(maya, "tester")
    assert len(many.sql) == len(few.sql) <= MOST_QUERIES
    assert "The first 20 children who fit “tester”." in many.text
    assert "5 children fit “tester”." in few.text
