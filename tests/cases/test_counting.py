"""Both counts, on a page for whoever may see an area's figures."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.cases.basis import counted_on, early_help_on, in_need_on
from alongside.cases.episodes import open_or_begin_case
from alongside.cases.models import Case
from alongside.people.models import Person
from tests.cast import NOW
from tests.early_help.walking import words_of


@pytest.fixture
def two(case: Case, ben: Person, dana: Practitioner) -> None:
    """Amara is helped under section 17 since 1 April 2025, Ben by early help since 8 April."""
    open_or_begin_case(ben, on=date(2025, 4, 8), by=dana, now=NOW, in_need=False)


def test_counting_many_days_at_once_says_what_each_day_says(two: None, case: Case) -> None:
    days = [date(2025, 3, 31), date(2025, 4, 1), date(2025, 4, 8)]
    each = [(early_help_on(case.area, day).count(), in_need_on(case.area, day).count()) for day in days]
    assert each == [(0, 0), (0, 1), (1, 1)]
    assert [(one.early_help, one.in_need) for one in counted_on(case.area, days)] == each


def test_an_analyst_counts_a_day_and_a_wrong_one_is_explained(
    client: Client, two: None, ada: Practitioner
) -> None:
    client.force_login(ada)
    assert "Tue 8 Apr 2025 Early help 1 Section 17 1 Both 2" in words_of(
        client.get(reverse("desk:helped"), {"day": "2025-04-08"})
    )
    wrong = client.get(reverse("desk:helped"), {"day": "8 April"})
    assert wrong.status_code == 422
    assert "Enter a day as year, month and day" in words_of(wrong)
    assert 'value="8 April"' in wrong.content.decode()


def test_whoever_may_not_see_figures_finds_nothing(client: Client, two: None, helen: Practitioner) -> None:
    client.force_login(helen)
    assert client.get(reverse("desk:helped")).status_code == 404
