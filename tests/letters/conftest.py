"""Edie and Finn with a plan, as far as the first core group: told once for each module."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from alongside.demo.organisation import lay_out
from tests.access.matrix_world import undone
from tests.every.pages import World, tell_as_far_as_a_plan


@pytest.fixture(scope="module")
def told_world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    with django_db_blocker.unblock(), undone():
        yield tell_as_far_as_a_plan(lay_out())


@pytest.fixture
def world(told_world: World) -> Iterator[World]:
    """The same world in each test: what a test changes is undone."""
    with undone():
        yield told_world
