"""A record is checked without asking the database, and what the database refuses is said in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import (
    BooleanField,
    CheckConstraint,
    DateField,
    DateTimeField,
    F,
    Field,
    IntegerField,
    Model,
    Q,
    UUIDField,
)  # fmt: skip

from alongside.agencies.models import Agency, Area, Post, Practitioner, Role, Team
from alongside.cases.models import Case
from alongside.keeping import check, keep, surely_holds
from alongside.keys import new_key
from alongside.people.models import Person
from tests.cast import NOW, TODAY

ENDS_FIRST = "The post ends before it begins. Change one of the days."


def _post(dana: Practitioner, team: Team, **changed: object) -> Post:
    facts = {"agency": team.agency, "team": team, "role": Role.SOCIAL_WORKER, "from_on": TODAY}
    return Post(practitioner=dana, **(facts | changed))


def test_checking_asks_nothing_of_the_database_and_keeping_saves_once(
    dana: Practitioner, harbour_team: Team, django_assert_num_queries: Callable
) -> None:
    post = _post(dana, harbour_team)
    with django_assert_num_queries(0):
        check(post)
    with django_assert_num_queries(3):  # The row, between a savepoint and its release.
        keep(post)
    assert dana.posts.filter(pk=post.pk).exists()


def test_a_condition_that_is_broken_is_said_in_its_own_sentence(
    dana: Practitioner, harbour_team: Team
) -> None:
    post = _post(dana, harbour_team, to_on=TODAY - timedelta(days=1))
    for does in (check, keep):
        with pytest.raises(ValidationError) as objection:
            does(post)
        assert objection.value.messages == [ENDS_FIRST]
    assert not Post.objects.filter(pk=post.pk).exists()


def test_a_change_that_breaks_a_constraint_is_not_saved(dana: Practitioner) -> None:
    post = dana.posts.get()
    post.to_on = post.from_on - timedelta(days=1)
    with pytest.raises(ValidationError, match="ends before it begins"):
        keep(post, update_fields=("to_on",))
    assert dana.posts.get().to_on is None


def test_a_second_of_what_there_can_be_only_one_is_named_by_its_field(wrenmouth: Area, amara: Person) -> None:
    twin = Person(area=wrenmouth, called="Another Child", reference=amara.reference, born_on=date(2021, 2, 1))
    check(twin)  # Whether there is another is asked by keeping.
    with pytest.raises(ValidationError) as objection:
        keep(twin)
    assert list(objection.value.message_dict) == ["reference"]
    # The transaction around it goes on.
    assert Person.objects.filter(area=wrenmouth).count() == 1


def test_a_second_under_a_condition_is_explained_too(
    wrenmouth: Area, amara: Person, dana: Practitioner
) -> None:
    facts = {"area": wrenmouth, "child": amara, "opened_on": TODAY, "recorded_at": NOW, "recorded_by": dana}
    keep(Case(**facts))
    with pytest.raises(ValidationError, match="case_one_open_for_each_child"):
        keep(Case(**facts))


def test_everything_that_is_wrong_is_said_at_once(dana: Practitioner, harbour_team: Team) -> None:
    post = _post(dana, harbour_team, role="astronaut", to_on=TODAY - timedelta(days=1))
    with pytest.raises(ValidationError) as objection:
        check(post)
    assert set(objection.value.message_dict) == {"role", "__all__"}
    assert ENDS_FIRST in objection.value.messages


def test_what_is_not_named_is_asked_for(dana: Practitioner, harbour_team: Team) -> None:
    post = _post(dana, harbour_team, agency=None)
    with pytest.raises(ValidationError) as objection:
        check(post)
    assert list(objection.value.message_dict) == ["agency"]
    check(post, exclude=("agency",))


def test_what_no_rule_of_the_record_explains_is_said_by_the_database(council: Agency) -> None:
    council.urn = None  # type: ignore[assignment]
    with pytest.raises(IntegrityError, match="urn"):
        keep(council)


CONDITIONS = [
    (model, constraint)
    for model in apps.get_models()
    for constraint in model._meta.constraints
    if model.__module__.startswith("alongside.") and isinstance(constraint, CheckConstraint)
]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "constraint"), CONDITIONS, ids=lambda one: getattr(one, "name", ""))
def test_what_surely_holds_holds_for_the_database_too(
    model: type[Model], constraint: CheckConstraint
) -> None:
    """Every condition of every table, over records that meet it and records that do not."""
    said = [_said(model, constraint, record) for record in _records(model, constraint)]
    assert not [record for record, sure, held in said if sure and not held]
    assert any(sure for _, sure, _ in said)


def _said(model: type[Model], constraint: CheckConstraint, record: Model) -> tuple[dict, bool, bool]:
    try:
        constraint.validate(model, record)
    except ValidationError:
        held = False
    else:
        held = True
    return vars(record), surely_holds(constraint.condition, record), held


def _records(model: type[Model], constraint: CheckConstraint, most: int = 40) -> list[Model]:
    """Records that differ in what the condition speaks of, spread evenly over all the ways they can."""
    pools = {
        name: _pool(model._meta.get_field(name), constraint.condition)
        for name in _fields(constraint.condition)
    }
    every = list(product(*pools.values()))
    return [model(**dict(zip(pools, values, strict=True))) for values in every[:: len(every) // most + 1]]


def _fields(condition: Q) -> dict[str, None]:
    found: dict[str, None] = {}
    for part in condition.children:
        found |= _fields(part) if isinstance(part, Q) else {part[0].partition("__")[0]: None}
        if isinstance(part, tuple) and isinstance(part[1], F):
            found[part[1].name] = None
    return found


def _pool(field: Field, condition: Q) -> list[object]:
    """Values of a field around what the condition compares it with."""
    none = [None] if field.null else []
    if field.is_relation:
        other = [field.related_model(pk=new_key())] if isinstance(field.target_field, UUIDField) else []
        return [*none, field.related_model(), *other]
    if isinstance(field, UUIDField):
        return [*none, *_compared(condition, field.name), new_key()]
    if isinstance(field, DateTimeField):
        return [*none, NOW, NOW + timedelta(days=1)]
    if isinstance(field, DateField):
        return [*none, TODAY, TODAY + timedelta(days=1)]
    if isinstance(field, BooleanField):
        return [*none, True, False]
    if isinstance(field, IntegerField):
        return [*none, 0, 1, 2]
    return [*none, "", *_literals(condition, field.name), "something else"]


def _compared(condition: Q, name: str) -> list[object]:
    """What the condition compares a field with."""
    return [
        value
        for part in condition.children
        for value in (
            _compared(part, name)
            if isinstance(part, Q)
            else [part[1]]
            if part[0].partition("__")[0] == name
            else []
        )
    ]


def _literals(condition: Q, name: str) -> list[str]:
    found: list[str] = []
    for part in condition.children:
        if isinstance(part, Q):
            found += _literals(part, name)
        elif part[0].partition("__")[0] == name:
            found += (
                [part[1]]
                if isinstance(part[1], str)
                else part[1]
                if isinstance(part[1], list | tuple)
                else []
            )
    return sorted(set(found) - {""})
