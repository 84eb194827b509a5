"""Tests that really save do not leave anything for the next, not even what is written once."""

from __future__ import annotations

import pytest
from django.db import connection

from alongside import written_once
from alongside.chronology.models import Entry
from tests.cast import NOW, TODAY

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("turn", ["first", "again"])
def test_each_test_starts_with_no_entries_and_every_trigger(turn, case, dana):
    assert Entry.objects.count() == 0
    assert written_once.missing(connection) == set()
    Entry.objects.create(
        area=case.area, child=case.child, case=case, kind="visit.made", happened_on=TODAY, recorded_at=NOW,
        recorded_by=dana,
    )  # fmt: skip
    assert Entry.objects.count() == 1
