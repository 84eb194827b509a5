"""What must be true of every model, whoever writes it."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.db import models
from django.db.models import Model

from alongside import written_once
from alongside.cases.models import CaseRecord
from alongside.chronology.models import ActRecord

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("alongside.") and not model._meta.auto_created
]
EACH = pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
#: Places in the audit's chains. They count rows of the audit, stand in no address, and must show a gap.
COUNTED = {"audit.Row", "audit.Head"}
#: Counted in hours, so they begin at a moment.
HAVE_A_MOMENT = {"section47.PoliceProtection"}
ACTS = pytest.mark.parametrize(
    "model", [model for model in OURS if issubclass(model, ActRecord)], ids=lambda model: model._meta.label
)


@EACH
def test_it_says_what_it_is_and_how_it_reads(model: type[Model]) -> None:
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")
    assert model.__str__ is not Model.__str__


@EACH
def test_its_key_says_nothing_about_how_many_there_are(model: type[Model]) -> None:
    if model._meta.label not in COUNTED:
        assert isinstance(model._meta.pk, models.UUIDField | models.OneToOneField)


@EACH
def test_nothing_goes_because_something_else_does(model: type[Model]) -> None:
    going = [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is not models.PROTECT
    ]
    assert going == []


@EACH
def test_a_sentence_stands_behind_each_constraint_a_form_could_break(model: type[Model]) -> None:
    """Names of constraints read as what holds; none is left to the database's own words by accident."""
    assert all(re.fullmatch(r"[a-z0-9_]+", constraint.name) for constraint in model._meta.constraints)


@EACH
def test_no_model_saves_in_a_way_of_its_own(model: type[Model]) -> None:
    """Acts save; a model that did more in `save` would do it unseen."""
    assert model.save is Model.save or model.__name__ == "Practitioner"


@ACTS
def test_a_record_of_an_act_knows_its_own_day(model: type[ActRecord]) -> None:
    """A correction moves the record's day with the entry's, so it must know which field that is."""
    if model._meta.label in HAVE_A_MOMENT:
        assert isinstance(model._meta.get_field("begun_at"), models.DateTimeField)
        return
    assert model.day_field
    assert isinstance(model._meta.get_field(model.day_field), models.DateField)


def test_every_record_of_a_case_carries_its_area() -> None:
    assert all(model._meta.get_field("area") for model in OURS if issubclass(model, CaseRecord))


def test_constraints_are_named_once() -> None:
    names = [constraint.name for model in OURS for constraint in model._meta.constraints]
    assert sorted(names) == sorted(set(names))


def test_what_is_written_once_is_a_table_of_ours() -> None:
    assert set(written_once.WRITTEN_ONCE) <= {model._meta.db_table for model in OURS}
