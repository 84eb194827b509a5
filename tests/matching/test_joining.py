"""Two records of one child are joined by a person, read together, and parted as if nothing had been."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access.models import Restriction
from alongside.agencies.models import Area, Practitioner
from alongside.audit.models import Row
from alongside.chronology.models import Entry
from alongside.family.details import add_identifier, add_name, change_details
from alongside.matching import joining as acts
from alongside.matching import same_family, spellings
from alongside.matching.candidates import candidate
from alongside.matching.differences import differences
from alongside.matching.joined import shown_with, together
from alongside.matching.models import Joining, MaybeSame, Spelling, Together
from alongside.matching.pairs import listed, say_not_same
from alongside.matching.reading import told_of
from alongside.people.models import Identifier, Name, Person, Relationship
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW, child_of

CHOSEN = {"called": "kept", "born_on": "kept"}


@pytest.fixture
def join(amara: Person, again: Person, priya: Practitioner) -> Callable[..., Joining]:
    return lambda **choices: acts.join(
        by=priya,
        kept=amara,
        joined=again,
        reason="The hospital says so.",
        choices={**CHOSEN, **choices},
        now=NOW,
    )


def test_the_conflicts_come_first_and_each_must_be_chosen(
    join: Callable[..., Joining], amara: Person, again: Person
) -> None:
    again.first_language, again.sex = "Igbo", "F"
    again.save()
    found = differences(amara, again)
    assert [(one.field, one.is_conflict) for one in found] == [
        ("called", True), ("born_on", True), ("first_language", False),
    ]  # fmt: skip
    with pytest.raises(Refusal) as refused:
        join(born_on="")
    assert refused.value.field == "born_on"
    assert not Joining.objects.exists()


def test_joined_records_are_read_together_and_nothing_moves(
    join: Callable[..., Joining], amara: Person, again: Person, priya: Practitioner
) -> None:
    before = {entry.pk: entry.child_id for entry in Entry.objects.all()}
    join()
    assert set(together(amara, priya).values_list("pk", flat=True)) == {amara.pk, again.pk}
    assert list(shown_with(again, priya)) == [amara]
    assert {entry.pk: entry.child_id for entry in Entry.objects.filter(pk__in=before)} == before
    told = {
        (entry.child, entry.kind, entry.details["other"])
        for entry in Entry.objects.filter(kind="records-joined")
    }
    assert told == {(amara, "records-joined", "WREN-AGAIN2"), (again, "records-joined", "WREN-AMARA2")}
    assert Row.objects.filter(action="merge", about=amara.pk).count() == 1


def test_what_was_chosen_from_the_other_is_taken_and_given_back(
    join: Callable[..., Joining], amara: Person, priya: Practitioner
) -> None:
    joining = join(called="joined", born_on="joined")
    amara.refresh_from_db()
    assert (amara.called, amara.born_on) == ("Amarra Okoye", date(2020, 9, 4))
    acts.part(by=priya, joining=joining, because="They are two.", now=NOW)
    amara.refresh_from_db()
    assert (amara.called, amara.born_on) == ("Amara Okoye", date(2020, 9, 3))


def test_what_somebody_changed_since_stays_when_they_are_parted(
    join: Callable[..., Joining], amara: Person, priya: Practitioner
) -> None:
    joining = join(born_on="joined")
    change_details(by=priya, child=amara, changes={"born_on": date(2020, 9, 5)}, now=NOW)
    acts.part(by=priya, joining=joining, because="They are two.", now=NOW)
    amara.refresh_from_db()
    assert amara.born_on == date(2020, 9, 5)


def test_records_that_twins_might_have_are_joined_by_two_people(
    amara: Person, twin: Person, priya: Practitioner, mo: Practitioner
) -> None:
    waiting = acts.join(
        by=priya, kept=amara, joined=twin, reason="One child.", choices={"called": "kept"}, now=NOW
    )
    assert waiting.joined_at is None
    assert not shown_with(twin, priya).exists()
    with pytest.raises(Refusal, match="asked for this yourself"):
        acts.confirm(by=priya, joining=waiting, now=NOW)
    acts.confirm(by=mo, joining=waiting, now=NOW)
    assert list(shown_with(twin, priya)) == [amara]


def test_a_guard_that_was_taken_away_would_be_noticed(
    amara: Person, twin: Person, priya: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the guard gone, one person could join twins: what the test above holds is held by the guard."""
    assert same_family.share_what_twins_share(amara, twin)
    monkeypatch.setattr(acts, "share_what_twins_share", lambda one, other: False)
    joined = acts.join(by=priya, kept=amara, joined=twin, reason="One.", choices={"called": "kept"}, now=NOW)
    assert joined.joined_at is not None


def test_brothers_and_sisters_on_record_need_two_people_whatever_their_names(
    case: Any, amara: Person, ben: Person
) -> None:
    assert same_family.share_what_twins_share(ben, amara)
    Relationship.objects.all().delete()
    assert not same_family.share_what_twins_share(ben, amara)


def test_a_joining_that_waits_can_be_left_alone(
    amara: Person, twin: Person, priya: Practitioner, mo: Practitioner
) -> None:
    waiting = acts.join(
        by=priya, kept=amara, joined=twin, reason="One child.", choices={"called": "kept"}, now=NOW
    )
    acts.withdraw(by=mo, joining=waiting, because="They are twins; I know them both.", now=NOW)
    with pytest.raises(Refusal, match="does not wait"):
        acts.confirm(by=mo, joining=waiting, now=NOW)
    assert not shown_with(twin, priya).exists()


@pytest.mark.parametrize("who", ["maya", "dana", "sam", "helen", "stranger", "wyn"])
def test_only_whoever_supervises_or_manages_the_front_door_joins(
    who: str, request: pytest.FixtureRequest, amara: Person, again: Person
) -> None:
    with pytest.raises(PermissionDenied):
        acts.join(
            by=request.getfixturevalue(who), kept=amara, joined=again, reason="x", choices=CHOSEN, now=NOW
        )


def test_what_cannot_be_joined_is_refused(
    join: Callable[..., Joining], amara: Person, again: Person, twin: Person, priya: Practitioner
) -> None:
    def refused(kept: Person, joined: Person) -> str:
        with pytest.raises(Refusal) as caught:
            acts.join(by=priya, kept=kept, joined=joined, reason="x", choices=CHOSEN, now=NOW)
        return caught.value.what

    assert refused(amara, amara) == "This is one record."
    joining = join()
    assert (
        refused(twin, again) == refused(twin, amara) == "One of these records is joined to another already."
    )
    acts.part(by=priya, joining=joining, because="No.", now=NOW)
    with pytest.raises(Refusal, match="not joined"):
        acts.part(by=priya, joining=joining, because="No.", now=NOW)


def test_not_the_same_is_remembered_with_who_and_why(
    amara: Person, twin: Person, priya: Practitioner
) -> None:
    told = told_of([amara, twin])
    found = candidate(told[amara.pk], twin, told[twin.pk])
    assert listed(amara, twin, found="batch", levels=found.levels, likelihood=found.likelihood, now=NOW)
    pair = say_not_same(by=priya, pair=MaybeSame.objects.get(), why="Two UPNs.", now=NOW)
    assert not listed(twin, amara, found="batch", levels=found.levels, likelihood=found.likelihood, now=NOW)
    assert (pair.settled, pair.settled_by, pair.why) == ("not-same", priya, "Two UPNs.")
    assert MaybeSame.objects.filter(settled="").count() == 0


# --- Joined, edited and parted ------------------------------------------------------------------------

Edit = Callable[[Practitioner, Person], object]
#: What somebody might record meanwhile, each with a value that neither record had.
EDITS: dict[str, Edit] = {
    "a name": lambda by, child: add_name(
        by=by, child=child, kind="alias", given="Mara", family="Other", now=NOW
    ),
    "a day of birth": lambda by, child: change_details(
        by=by, child=child, changes={"born_on": date(2019, 1, 1)}, now=NOW
    ),
    "the name shown": lambda by, child: change_details(
        by=by, child=child, changes={"called": "Mara Other"}, now=NOW
    ),
    "a detail that only one record had": lambda by, child: change_details(
        by=by, child=child, changes={"first_language": "Twi"}, now=NOW
    ),
    "a number": lambda by, child: add_identifier(
        by=by, child=child, scheme="uln", value="1000000001", now=NOW
    ),
}
#: None; each on one of the two; and several on both.
SEQUENCES: list[list[tuple[str, int]]] = [
    [],
    *([(name, which)] for name in EDITS for which in (0, 1)),
    [("a day of birth", 0), ("a name", 1), ("a day of birth", 1)],
    [("the name shown", 1), ("the name shown", 0), ("a number", 0)],
]


def everything(*people: Person) -> dict[str, list[Any]]:
    """All that is recorded of these people but the joining itself."""
    keys = [one.pk for one in people]
    own = Entry.objects.filter(child__in=keys).exclude(kind__in=("records-joined", "records-parted"))
    without = ("id", "recorded_at")

    def rows(found: Any) -> list[Any]:
        return sorted(str({k: v for k, v in row.items() if k not in without}) for row in found.values())

    return {
        "people": rows(Person.objects.filter(pk__in=keys)),
        "names": rows(Name.objects.filter(person__in=keys)),
        "numbers": rows(Identifier.objects.filter(person__in=keys)),
        "spellings": rows(Spelling.objects.filter(person__in=keys)),
        "together": rows(Together.objects.filter(child__in=keys)),
        "closed": rows(Restriction.objects.filter(child__in=keys)),
        # An entry says what a field said before, which is what both records said while they were joined.
        "chronology": sorted((str(one.child_id), one.kind, str(one.happened_on)) for one in own),
    }


@pytest.mark.parametrize("turned", [False, True], ids=["as listed", "the other way round"])
@pytest.mark.parametrize("called", ["kept", "joined"])
@pytest.mark.parametrize("born_on", ["kept", "joined"])
def test_joined_edited_and_parted_is_as_if_it_had_only_been_edited(
    amara: Person, again: Person, priya: Practitioner, mo: Practitioner, relative: Practitioner,
    turned: bool, called: str, born_on: str,
) -> None:  # fmt: skip
    """For every choice, either way round, and every kind of edit on either record."""
    Name.objects.create(person=again, given="Amarra", family="Okoye-Eze")
    Person.objects.filter(pk=again.pk).update(first_language="Igbo")
    for person in (amara, again):
        spellings.keep(person)
    two = [again, amara] if turned else [amara, again]
    for edits in SEQUENCES:
        only_edited = tried(two, edits, None, priya, mo)
        joined_too = tried(two, edits, {"called": called, "born_on": born_on}, priya, mo)
        assert only_edited == joined_too, edits


def tried(
    two: list[Person],
    edits: list[tuple[str, int]],
    choices: dict[str, str] | None,
    priya: Practitioner,
    mo: Practitioner,
) -> dict[str, list[Any]]:
    """What there is after all this, which is then undone. choices: of the joining, where there is one."""
    with transaction.atomic():
        kept, other = (Person.objects.get(pk=one.pk) for one in two)
        joining = (
            acts.join(by=priya, kept=kept, joined=other, reason="One.", choices=choices, now=NOW)
            if choices
            else None
        )
        for edit, which in edits:
            EDITS[edit](priya, Person.objects.get(pk=two[which].pk))
        if joining:
            acts.part(by=mo, joining=joining, because="Two.", now=NOW)
        found = everything(*two)
        transaction.set_rollback(True)
    return found


def test_another_areas_record_is_not_joined(
    amara: Person, priya: Practitioner, stranger: Practitioner
) -> None:
    elsewhere = child_of(Area.objects.get(code="198"), "Amara Okoye", "FARH-AMARA2", LONG_AGO)
    with pytest.raises(PermissionDenied):
        acts.join(by=priya, kept=amara, joined=elsewhere, reason="x", choices=CHOSEN, now=NOW)
