"""`demo --reset` throws a demonstration away, and never anything else."""

from __future__ import annotations

import pytest
from django.core.management import CommandError
from django.db import connection

from alongside import written_once
from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.demo.management.commands.demo import clear
from tests.cast import NOW, TODAY


@pytest.mark.django_db(transaction=True)
def test_a_demonstration_is_cleared_and_its_chronology_is_guarded_again(
    case: Case, dana: Practitioner
) -> None:
    kinds.PLAN_CHANGED.record(case, on=TODAY, by=dana, now=NOW, what="The plan changed.")

    clear()

    assert not Area.objects.exists()
    assert not Entry.objects.exists()
    assert written_once.missing(connection) == set()


def test_a_database_with_another_area_in_it_is_left_alone(case: Case, stranger: Practitioner) -> None:
    with pytest.raises(CommandError, match="Nothing was thrown away") as refused:
        clear()

    assert refused.value.returncode == 3
    assert Case.objects.get() == case
