"""Destroying records at the end of their time: all of one child's record goes, or nothing; nobody else's is touched."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from io import StringIO
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction

from alongside import written_once
from alongside.audit import triggers
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry, Shortfall
from alongside.conferences.models import Conference
from alongside.front_door.models import Triage
from alongside.keys import new_key
from alongside.people.models import Person, Relationship
from alongside.retention import disposing, erasing, planning, schedule
from alongside.retention.holding import lift_hold, place_hold
from alongside.retention.models import Disposal, DisposalLine
from alongside.retention.planning import plan_of
from tests.every.pages import World
from tests.retention.families import (
    COOLED,
    DUE,
    close,
    decided,
    every_row,
    families,
    line_of,
    naming,
    others_than,
    signed,
)

pytestmark = pytest.mark.django_db


def verified() -> list[str]:
    """What “alongside audit verify” finds."""
    out = StringIO()
    with suppress(CommandError):
        call_command("audit_verify", "--json", stdout=out)
    return [one if isinstance(one, str) else one["what"] for one in json.loads(out.getvalue())["problems"]]


def without_guards(change: Callable[[], object]) -> None:
    """What an insider does: take the triggers away, change what they like, and lay them again."""
    written_once.lift(connection)
    triggers.lift(connection)
    change()
    triggers.lay(connection)
    written_once.lay(connection)


def of_finn(model: Any) -> Any:
    return model.objects.filter(case__child__called="Finn Marlow")


# What goes, and what stays


def test_after_it_no_table_names_the_child_and_nobody_elses_rows_have_changed(
    world: World, ready: Disposal
) -> None:
    child = world.child
    plan, before = plan_of(child), every_row()
    assert plan.counts["chronology.Entry"] > 10

    done = disposing.carry_out(ready, COOLED)

    connection.check_constraints()
    after = every_row()
    assert line_of(done).outcome == "destroyed"
    assert naming(child.pk, child.reference) == []
    assert others_than(before, plan.going, done.rows) == others_than(after, plan.going, done.rows)
    assert {label for label, _ in before.keys() - after.keys()} == {*plan.counts, *done.rows}
    assert line_of(done).counts == plan.counts


def test_somebody_whom_only_this_record_names_goes_with_it_and_nobody_else(
    world: World, ready: Disposal
) -> None:
    area, edie, finn = world.borough.area, world.child, Person.objects.get(called="Finn Marlow")
    gran, mum, great = (
        Person.objects.create(area=area, reference=f"WREN-{who}", called=who)
        for who in ("GRAN", "MUM", "GREAT")
    )
    for person, other in ((gran, edie), (mum, edie), (mum, finn), (great, gran)):
        Relationship.objects.create(person=person, other=other, kind=Relationship.Kind.OTHER)

    disposing.carry_out(ready, COOLED)

    there = set(
        Person.objects.filter(pk__in=(gran.pk, mum.pk, great.pk, finn.pk)).values_list("pk", flat=True)
    )
    assert there == {mum.pk, finn.pk}


def test_somebody_with_a_hold_on_what_is_kept_of_them_stays(world: World, ready: Disposal) -> None:
    gran = Person.objects.create(area=world.borough.area, reference="WREN-GRAN", called="Gran")
    Relationship.objects.create(person=gran, other=world.child, kind=Relationship.Kind.OTHER)
    apps.get_model("retention.LegalHold").objects.create(
        child=gran, reason="A claim", from_on=date(2032, 1, 1), review_on=date(2033, 1, 1), placed_at=DUE,
        placed_by=world.staff("priya"),
    )  # fmt: skip
    disposing.carry_out(ready, COOLED)
    assert Person.objects.filter(pk=gran.pk).exists()


def test_what_is_about_both_goes_with_the_second(world: World, ready: Disposal) -> None:
    conferences = Conference.objects.filter(decisions__case__child=world.child).count()
    assert conferences
    disposing.carry_out(ready, COOLED)
    assert Conference.objects.filter(decisions__case__child__called="Finn Marlow").count() == conferences

    close(Person.objects.get(called="Finn Marlow"))
    apps.get_model("access.Restriction").objects.all().delete()
    disposing.carry_out(signed(world.borough.area, world.staff("wyn"), world.staff("sam")), COOLED)
    assert Conference.objects.count() == 0


def test_a_pointer_from_what_stays_is_emptied(world: World, ready: Disposal) -> None:
    """Notices about both children were looked at together, and the entry about that is in Edie’s record."""
    finn, wyn = Person.objects.get(called="Finn Marlow"), world.staff("wyn")
    triage = Triage.objects.create(
        area=world.borough.area, entry=Entry.objects.filter(child=world.child)[0], by=wyn, at=DUE,
        action=Triage.Action.values[0], words="Both", count=2,
    )  # fmt: skip
    notice = apps.get_model("front_door.PoliceNotice").objects.all()[0]
    for number, child in enumerate((world.child, finn)):
        notice.pk, notice.child, notice.triage, notice.number = new_key(), child, triage, f"EP-{number}0"
        notice.matched, notice.matched_by = type(notice).Matched.values[1], None
        notice.save(force_insert=True)

    disposing.carry_out(ready, COOLED)

    triage.refresh_from_db()
    assert triage.entry is None


@pytest.mark.parametrize("seed", [3])
def test_whoever_is_destroyed_of_families_drawn_by_chance_the_others_are_as_they_were(
    world: World, seed: int
) -> None:
    chance, area = Random(seed), world.borough.area
    children = [child for home in families(world.borough, chance, 3) for child in home]
    for child in [world.child, *children]:
        Case.objects.filter(child=child).update(closed_on=None, closure_reason="")
    over = {child.pk for child in chance.sample(children, len(children) // 2)}
    for child in children:
        if child.pk in over:
            close(child)
    staying = [child for child in children if child.pk not in over]
    before, kept = every_row(), {child.pk: plan_of(child).going for child in staying}

    done = disposing.carry_out(signed(area, world.staff("wyn"), world.staff("sam")), COOLED)

    connection.check_constraints()
    after = every_row()
    destroyed = {child.pk: child for child in children if ("people.Person", child.pk) not in after}
    assert destroyed
    assert destroyed.keys() <= over
    assert {name for child in destroyed.values() for name in naming(child.pk, child.reference)} == set()
    assert all(before[place] == after[place] for place in before.keys() & after.keys() if place[0] not in done.rows
               and place[0] not in ("audit.Head", "retention.Disposal", "retention.DisposalLine"))  # fmt: skip
    lost = {
        (label, key)
        for going in kept.values() for label, keys in going.items() for key in keys
        if (label, key) not in after and label not in done.rows
    }  # fmt: skip
    assert {label for label, _ in lost} <= {"people.Relationship", "matching.MaybeSame", "matching.Joining"}
    assert verified() == []


# Looked at once more, on the day


def reopened(world: World) -> None:
    Case.objects.filter(child=world.child).update(closed_on=None, closure_reason="")


def held(world: World) -> None:
    place_hold(
        by=world.staff("priya"), child=world.child, reason="A claim", review_on=date(2033, 1, 1), now=DUE
    )


def kept_longer(world: World) -> None:
    Case.objects.filter(child=world.child).update(closed_on=date(2031, 1, 1))


def decided_anew(world: World) -> None:
    apps.get_model("retention.LocalPeriod").objects.update(decided_by="Council schedule of 2030")


def not_decided(world: World) -> None:
    apps.get_model("retention.LocalPeriod").objects.all().delete()


@pytest.mark.parametrize(
    ("meanwhile", "why"),
    [
        (reopened, "a case is open"),
        (held, "a hold was placed on it"),
        (kept_longer, "it is now kept until 1 January 2036"),
        (decided_anew, "another rule holds than was signed for"),
        (not_decided, "no last day can be given any more"),
    ],
)
def test_what_is_no_longer_due_on_the_day_is_left_out_and_the_certificate_says_why(
    world: World, ready: Disposal, meanwhile: Callable[[World], None], why: str
) -> None:
    meanwhile(world)
    rows = every_row()
    done = disposing.carry_out(ready, COOLED)

    line = line_of(done)
    assert (line.outcome, line.left_out_because.startswith(why)) == ("left-out", True), line.left_out_because
    assert done.ended_at is not None
    assert others_than(rows, {}, done.rows) == others_than(every_row(), {}, done.rows)


def test_a_hold_that_was_lifted_again_does_not_keep_it(world: World, ready: Disposal) -> None:
    hold = place_hold(
        by=world.staff("priya"), child=world.child, reason="A claim", review_on=date(2033, 1, 1), now=DUE
    )
    lift_hold(by=world.staff("priya"), hold=hold, why="Settled", now=DUE)
    assert line_of(disposing.carry_out(ready, COOLED)).outcome == "destroyed"


def test_a_checker_that_does_not_look_again_would_destroy_a_held_record(
    world: World, ready: Disposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: the code does not look again. The database does, and refuses."""
    held(world)
    monkeypatch.setattr(erasing, "_not_now", lambda *_: "")
    with pytest.raises(Exception, match="signed by two people, held by nobody"), transaction.atomic():
        disposing.carry_out(ready, COOLED)
    assert Entry.objects.filter(child=world.child).exists()


class Killed(OperationalError):
    """The machine lost its power."""


def test_a_kill_in_the_middle_leaves_the_child_whole(world: World, ready: Disposal) -> None:
    line, before = line_of(ready), every_row()
    with transaction.atomic():
        asked: list[str] = []
        with connection.execute_wrapper(counting(asked, 0)):
            erasing.destroy(line, COOLED)
        transaction.set_rollback(True)
    first = next(n for n, sql in enumerate(asked, start=1) if sql.startswith("DELETE"))
    points = [first, *range(first + 5, len(asked), (len(asked) - first) // 3), len(asked)]
    for number in points:
        with connection.execute_wrapper(counting([], number)), pytest.raises(Killed):
            erasing.destroy(line, COOLED)
        assert every_row() == before

    assert erasing.destroy(line, COOLED).outcome == "destroyed"


def counting(asked: list[str], number: int) -> Any:
    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(sql)
        if len(asked) == number:
            raise Killed
        return execute(sql, params, many, context)

    return count


# A new kind of record cannot be forgotten


def would_stand(declared: dict[str, schedule.Declared]) -> list[str]:
    """Kinds of record that name something that goes, and do not go themselves."""
    go = {label for label, said in declared.items() if said.rule in (schedule.CHILD, schedule.CHILDREN)}
    return sorted(
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field, to in planning.names_of(model)
        if to in go and model._meta.label not in {*go, "retention.DisposalLine"}
    )


def test_whatever_names_something_that_goes_goes_too() -> None:
    assert would_stand(schedule.DECLARED) == []
    assert not [
        field.name for label in planning.order() for field in apps.get_model(label)._meta.many_to_many
    ]


def test_a_kind_of_record_that_was_declared_to_stay_is_noticed_and_keeps_the_child_whole(
    world: World, ready: Disposal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: somebody declares that visits stay with the installation."""
    monkeypatch.setitem(schedule.DECLARED, "visits.Visit", schedule.STAYS)
    planning.order.cache_clear()
    assert would_stand(schedule.DECLARED) == ["visits.Visit.case", "visits.Visit.entry"]

    line = line_of(disposing.carry_out(ready, COOLED))
    planning.order.cache_clear()

    assert line.left_out_because.startswith("other records that stay need it: visit")
    assert naming(world.child.pk, world.child.reference)


def test_each_kind_goes_before_what_it_names() -> None:
    place = {label: number for number, label in enumerate(planning.order())}
    assert place["people.Person"] == len(place) - 1 - sum(
        place[label] > place["people.Person"] for label in place
    )
    for label in place:
        for _, to in planning.names_of(apps.get_model(label)):
            assert to not in place or to == label or place[label] < place[to]


# Proof


def test_the_audit_and_the_chronology_are_whole_afterwards(world: World, ready: Disposal) -> None:
    before = verified()
    disposing.carry_out(ready, COOLED)
    assert verified() == before == []
    erased = Row.objects.get(action="erase", about=world.child.pk)
    assert erased.more["rows"] == sum(line_of(ready).counts.values())


def test_an_entry_that_goes_without_a_certificate_is_found(world: World, ready: Disposal) -> None:
    disposing.carry_out(ready, COOLED)
    entry = of_finn(Entry).filter(corrected_by=None).order_by("-pk")[0]
    # The tables that name it are left as they are, so the row is put elsewhere: to the audit that is the same.
    without_guards(lambda: Shortfall.objects.filter(entry=entry).delete())
    without_guards(lambda: Entry.objects.filter(pk=entry.pk).update(kind="x"))
    assert verified() == [f"the entry {entry.pk} that this act made is not as it was recorded"]


def test_an_entry_that_was_gone_before_is_not_explained_by_the_certificate(
    world: World, ready: Disposal
) -> None:
    """Somebody altered what happened, and then the record was destroyed: the alteration still shows."""
    entry = Entry.objects.filter(child=world.child).order_by("pk")[0]
    without_guards(lambda: Entry.objects.filter(pk=entry.pk).update(source="somebody"))
    disposing.carry_out(ready, COOLED)
    assert verified() == [f"the entry {entry.pk} that this act made is gone"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"because": "another reason"}, "the certificate of this disposal is not as it was written"),
        ({"entries": []}, "the certificate of this disposal is not as it was written"),
        (None, "the certificate of this disposal is gone"),
    ],
)
def test_a_certificate_that_was_changed_or_removed_explains_nothing(
    world: World, ready: Disposal, change: dict[str, Any] | None, says: str
) -> None:
    gone = Entry.objects.filter(child=world.child).count()
    line = line_of(disposing.carry_out(ready, COOLED))
    if change is None:
        line.delete()
    else:
        DisposalLine.objects.filter(pk=line.pk).update(**change)
    found = verified()

    assert found[0] == says
    assert sum(one.endswith("that this act made is gone") for one in found) == gone


def test_a_certificate_for_nothing_that_was_destroyed_is_found(world: World, ready: Disposal) -> None:
    line = line_of(ready)
    DisposalLine.objects.filter(pk=line.pk).update(outcome="destroyed", child=None, done_at=COOLED)
    assert verified() == [f"the certificate {line.pk} was put in without a disposal"]


def test_whoever_knows_the_reference_can_ask_and_nobody_else_can_read_it(
    world: World, ready: Disposal
) -> None:
    reference, area = world.child.reference, world.borough.area
    assert disposing.destroyed_as(area, reference) is None
    disposing.carry_out(ready, COOLED)
    assert disposing.destroyed_as(area, f" {reference.lower()} ") == line_of(ready)
    assert disposing.destroyed_as(area, "WREN-NOBODY") is None


def test_a_second_proposal_holds_only_what_is_not_in_the_first(world: World, ready: Disposal) -> None:
    finn = Person.objects.get(called="Finn Marlow")
    close(finn)
    decided(world.borough.area, world.staff("wyn"), ())
    second = disposing.propose(by=world.staff("wyn"), area=world.borough.area, now=DUE)
    assert [line.child for line in second.lines.all()] == [finn]
