"""What could tell by its time that a closed record is there is answered at whole steps; nothing else waits."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.config.middleware import in_even_time, rest_of_the_step

STEP = 0.05


@pytest.mark.parametrize(
    ("taken", "rest"), [(0.0, 0.05), (0.012, 0.038), (0.049, 0.001), (0.05, 0.05), (0.112, 0.038)]
)
def test_the_rest_of_a_step_ends_at_a_whole_one(taken: float, rest: float) -> None:
    assert rest_of_the_step(taken, STEP) == pytest.approx(rest)


@pytest.mark.parametrize("longer", [0.0, 0.002])
def test_a_page_that_is_not_found_comes_at_the_step_whatever_it_took(
    longer: float, rf: RequestFactory, settings: Any
) -> None:
    settings.EVEN_TIME_SECONDS = STEP
    until = time.perf_counter() + longer

    def answer(request: object) -> HttpResponse:
        while time.perf_counter() < until:
            pass
        return HttpResponse(status=404)

    started = time.perf_counter()
    in_even_time(answer)(rf.get("/"))
    assert time.perf_counter() - started >= STEP


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "waits"),
    [
        ("/children/WREN-NOBODY/", True),
        ("/search/?q=okoye", True),
        ("/search/?q=WREN-NOBODY", True),
        ("/guidance/rules/", False),
    ],
)
def test_which_pages_wait(
    address: str, waits: bool, client: Client, case: Case, dana: Practitioner, settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The wait is noted in place of being waited."""
    waited: list[float] = []
    client.force_login(dana)
    client.get("/guidance/rules/")
    settings.EVEN_TIME_SECONDS = STEP
    monkeypatch.setattr(time, "sleep", waited.append)
    client.get(address)
    assert bool(waited) is waits
