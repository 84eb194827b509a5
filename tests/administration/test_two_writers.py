"""Two administrators change one thing: neither writes over the other unseen."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Area, Practitioner, Role, Team
from tests.cast import practitioner
from tests.two_writers import typed, writer

HERE = "/administration/199"


@pytest.fixture
def both(wyn: Practitioner, wrenmouth: Area) -> tuple[Client, Client]:
    """Wyn, and somebody who administers the area as well."""
    other = practitioner("Xan Reed", wyn.scope.posts[0].team, Role.ADMINISTRATOR)
    return writer(wyn), writer(other)


def test_what_one_changed_and_the_other_did_not_touch_stays(
    both: tuple[Client, Client], dana: Practitioner
) -> None:
    wyn, xan = both
    page = f"{HERE}/practitioners/{dana.pk}/change/"
    his, theirs = wyn.get(page), xan.get(page)
    assert wyn.post(page, typed(his, phone="01632 960123")).status_code == 303
    met = xan.post(page, typed(theirs, job_title="Senior social worker"))
    if met.status_code != 303:
        assert "Changed while you were writing, Wyn Doyle" in met.content.decode()
        met = xan.post(page, typed(met))
    assert met.status_code == 303
    dana.refresh_from_db()
    assert (dana.phone, dana.job_title) == ("01632 960123", "Senior social worker")


@pytest.mark.parametrize(("choice", "stays"), [("yours", "Team of Xan"), ("theirs", "Team of Wyn")])
def test_what_both_changed_is_shown_to_the_second_who_chooses(
    both: tuple[Client, Client], harbour_team: Team, choice: str, stays: str
) -> None:
    wyn, xan = both
    page = f"{HERE}/teams/{harbour_team.pk}/"
    his, theirs = wyn.get(page), xan.get(page)
    assert wyn.post(page, typed(his, name="Team of Wyn")).status_code == 303
    met = xan.post(page, typed(theirs, name="Team of Xan"))
    told = met.content.decode()
    assert met.status_code == 422
    assert "Theirs, saved by Wyn Doyle" in told
    assert "Team of Wyn" in told
    assert "Team of Xan" in told
    harbour_team.refresh_from_db()
    assert harbour_team.name == "Team of Wyn"
    done = xan.post(page, typed(met, **{"chose-name": choice}) | {"step": "resolve"})
    if done.status_code == 200:
        done = xan.post(page, typed(done) | {"step": "confirm"})
    assert done.status_code == 303
    harbour_team.refresh_from_db()
    assert harbour_team.name == stays


def test_agencies_and_the_area_carry_marks_too(
    both: tuple[Client, Client], school: Agency, wrenmouth: Area
) -> None:
    wyn, xan = both
    for page, field in ((f"{HERE}/agencies/{school.pk}/", "name"), (f"{HERE}/area/", "name")):
        his, theirs = wyn.get(page), xan.get(page)
        assert wyn.post(page, typed(his, **{field: "One of Wyn"})).status_code == 303
        met = xan.post(page, typed(theirs, **{field: "One of Xan"}))
        assert met.status_code == 422
        assert "One of Wyn" in met.content.decode()
