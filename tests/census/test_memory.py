"""Loading keeps nothing of the children it has done."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from alongside.census import made_up
from tests.census.loading import load

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once("It is about what Python holds, not what a database does."),
]


def test_memory_does_not_grow_with_the_children_loaded(tmp_path):
    """The first children are loaded uncounted, so that what is made once is not taken for growth."""
    told = list(made_up.children(120))
    load(tmp_path, *told[:24])
    tracemalloc.start()
    load(tmp_path, *told[24:48])
    gc.collect()
    few, _ = tracemalloc.get_traced_memory()
    load(tmp_path, *told[48:])
    gc.collect()
    many, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert many - few < 72 * 500
