"""A child of whom every kind of record is kept, and whose record's time is over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings

from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.demo.organisation import lay_out
from alongside.retention.models import Disposal, LegalHold
from tests.access.matrix_world import undone
from tests.every.pages import World, tell_as_far_as_a_plan
from tests.retention.families import close, decided, signed


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """Edie: her case closed, her time over. Finn’s case is open."""
    with django_db_blocker.unblock(), undone():
        world = tell_as_far_as_a_plan(lay_out(password="only for a test"))
        LegalHold.objects.all().delete()
        for case in Case.objects.all():
            Shortfall.objects.create(
                area=world.borough.area,
                case=case,
                entry=case.chronology.all()[0],
                rule_id="x",
                words="Nobody came.",
            )
        close(world.child)
        decided(world.borough.area, world.borough.staff["wyn"])
        yield world


@pytest.fixture(autouse=True)
def folder(settings: LazySettings, tmp_path: Path) -> None:
    """Checkpoints of the audit that other tests left behind are of other audits."""
    settings.CONFIG = settings.CONFIG.model_copy(update={"data_folder": tmp_path})


@pytest.fixture
def world(told: World, db: None) -> World:
    return told


@pytest.fixture
def ready(world: World) -> Disposal:
    """Wyn, who administers the area, and Sam, who manages a team, signed; the wait is over on COOLED."""
    return signed(world.borough.area, world.staff("wyn"), world.staff("sam"))
