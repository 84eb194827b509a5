"""Entries marked for named readers: police intelligence, who somebody else is, an allegation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.access import policies
from alongside.access.marks import Mark
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from tests.cast import NOW
from tests.pages import Read

TOKEN = "zq7marked"
#: Who of those who may open Amara's record reads what carries each mark. Written from the rules.
READ_BY = {
    Mark.POLICE_INTELLIGENCE: {"priya", "sam", "tom"},
    Mark.THIRD_PARTY: {"maya", "priya", "dana", "sam", "olu"},
    Mark.ALLEGATION: {"priya", "sam"},
}
OPEN_IT = ("maya", "priya", "dana", "sam", "olu", "tom", "helen")


@pytest.fixture
def marked(
    case: Case, sam: Practitioner, police_involved: object, school_involved: object
) -> Callable[[str], Entry]:
    return lambda mark: kinds.INFORMATION_SENT.record(
        case, on=NOW.date(), by=sam, now=NOW, sealed_for=mark, agency="Estuary Police", about="the home",
        words=f"It is said that {TOKEN}.",
    )  # fmt: skip


CELLS = [(mark, who, who in may) for mark, may in READ_BY.items() for who in OPEN_IT]


@pytest.mark.parametrize(("mark", "who", "reads"), CELLS, ids=[f"{m}:{w}" for m, w, _ in CELLS])
def test_who_reads_it(
    mark: str, who: str, reads: bool, marked: Callable[[str], Entry], request: pytest.FixtureRequest
) -> None:
    entry, me = marked(mark), request.getfixturevalue(who)
    assert policies.READ_ENTRY.allows(entry, me) is reads
    assert (entry in policies.READ_ENTRY.not_denied(Entry.objects.all(), me)) is reads


def test_an_entry_without_a_mark_is_read_by_whoever_opens_the_record_and_by_nobody_else(
    marked: Callable[[str], Entry], helen: Practitioner, noor: Practitioner
) -> None:
    entry = marked("")
    assert policies.READ_ENTRY.allows(entry, helen)
    assert not policies.READ_ENTRY.allows(entry, noor)


@pytest.mark.parametrize("page", ["", "timeline/", "timeline/print/", "timeline/?kind=other"])
def test_no_page_shows_it_to_another_reader(
    page: str,
    marked: Callable[[str], Entry],
    read: Callable[..., Read],
    dana: Practitioner,
    sam: Practitioner,
) -> None:
    marked(Mark.POLICE_INTELLIGENCE)
    assert TOKEN not in read(dana, f"/children/WREN-AMARA2/{page}").body
    if page.startswith("timeline"):
        assert TOKEN in read(sam, f"/children/WREN-AMARA2/{page}").body


def test_its_own_page_is_not_there_for_another_reader(
    marked: Callable[[str], Entry], read: Callable[..., Read], dana: Practitioner, sam: Practitioner
) -> None:
    entry = marked(Mark.ALLEGATION)
    for page in ("", "correct/"):
        where = f"/children/WREN-AMARA2/timeline/{entry.pk}/{page}"
        assert read(dana, where).status == 404
        assert read(sam, where).status == 200


def test_without_its_denial_everybody_would_read_it(
    marked: Callable[[str], Entry], dana: Practitioner
) -> None:
    """The seeded fault."""
    entry = marked(Mark.ALLEGATION)
    careless = Policy("read-entry", "read", "entry", policies.READ_ENTRY.allow, policies.READ_ENTRY.deny[:-1])
    assert careless.allows(entry, dana)
