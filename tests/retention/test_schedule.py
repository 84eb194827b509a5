"""Every kind of record says how long it is kept, and by which way it leads to the child it is about."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.db import models
from django.db.models import Model

from alongside.audit.actions import Action
from alongside.cases.models import Case
from alongside.people.models import Person
from alongside.retention import schedule

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("alongside.") and not model._meta.auto_created
]
EACH = pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)


def undeclared(found: list[type[Model]]) -> list[str]:
    """The models among these of which nothing is declared."""
    return [model._meta.label for model in found if model._meta.label not in schedule.DECLARED]


def ways_left_out(model: type[Model], said: schedule.Declared) -> list[str]:
    """Fields of a model that name a person or a case, and that its declaration does not follow."""
    about = [
        field.name
        for field in model._meta.concrete_fields
        if isinstance(field, models.ForeignKey) and field.related_model in (Person, Case)
    ]
    first = {path.split("__")[0] for path in said.child}
    return [name for name in about if name not in first and not (first and name == "case")]


def made_up(name: str) -> type[Model]:
    """A model that nobody declared, in a list of its own."""
    meta = type("Meta", (), {"app_label": "retention", "apps": Apps()})
    return type(name, (models.Model,), {"__module__": "alongside.retention.made_up", "Meta": meta})


def test_every_model_says_how_long_it_is_kept() -> None:
    assert undeclared(OURS) == []


def test_nothing_is_declared_that_is_not_there() -> None:
    assert set(schedule.DECLARED) == {model._meta.label for model in OURS}


def test_a_model_that_nobody_declared_is_noticed() -> None:
    """The seeded fault: a new table that somebody forgot."""
    forgotten = made_up("Forgotten")

    assert undeclared([*OURS, forgotten]) == ["retention.Forgotten"]
    with pytest.raises(LookupError, match="Nothing says how long"):
        schedule.declared(forgotten)


@EACH
def test_it_says_what_its_clock_starts_from(model: type[Model]) -> None:
    said = schedule.declared(model)
    counted = said.rule.lasts is not None or said.rule is schedule.AUDIT

    assert bool(said.day) is counted
    assert bool(said.child) is (said.rule in (schedule.CHILD, schedule.CHILDREN, schedule.CERTIFICATE))
    assert said.rule.words
    assert said.rule.source
    if said.day:
        model._default_manager.order_by(said.day).query.sql_with_params()


@EACH
def test_every_way_from_it_leads_to_a_person(model: type[Model]) -> None:
    for path in schedule.declared(model).child:
        found: type[Model] = model
        for step in path.split("__") if path != "pk" else ():
            found = found._meta.get_field(step).related_model  # type: ignore[assignment]
        assert found is Person


@EACH
def test_every_person_it_names_is_followed(model: type[Model]) -> None:
    assert ways_left_out(model, schedule.declared(model)) == []


def test_a_person_who_is_named_and_not_followed_is_noticed() -> None:
    """The seeded fault: a second child on a row, of which the schedule does not know."""
    said = schedule.Declared(rule=schedule.CHILD, child=("person",))

    relationship = apps.get_model("people.Relationship")
    assert ways_left_out(relationship, said) == ["other"]


@pytest.mark.parametrize("action", Action)
def test_every_row_of_the_audit_has_its_time(action: Action) -> None:
    assert schedule.audit_lasts(action).years == action.kept_years
    assert action.kept_because
