"""The first area of an installation: added by command, with somebody who can sign in."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.agencies.models import Agency, Area, Practitioner

FIRST = {
    "prefix": "FARH",
    "agency": "Farholme Council",
    "administrator": "Mo Reeve",
    "email": "Mo@farholme.example",
}


def added(code: str = "198", **changed: str) -> str:
    out = StringIO()
    call_command("area_add", code, "Farholme", stdout=out, **{**FIRST, **changed})
    return out.getvalue()


@pytest.mark.django_db
def test_the_administrator_signs_in_with_the_password_shown_once_and_administers(client: Client) -> None:
    told = added()
    password = told.split("the password ")[1].split()[0]

    assert client.login(username="mo@farholme.example", email="mo@farholme.example", password=password)
    assert client.get("/administration/198/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"email": "no address"}, "Enter a valid email address."),
        ({"prefix": "MUCHTOOLONG"}, "at most 6 characters"),
    ],
)
def test_a_wrong_answer_adds_nothing(changed: dict[str, str], said: str) -> None:
    with pytest.raises(CommandError, match="Nothing was added") as refused:
        added(**changed)

    assert said in str(refused.value)
    assert not Area.objects.exists()
    assert not Agency.objects.exists()
    assert not Practitioner.objects.exists()


@pytest.mark.django_db
def test_an_area_is_added_once(wrenmouth: Area) -> None:
    with pytest.raises(CommandError, match="already exists"):
        added(code="199")

    assert Area.objects.get() == wrenmouth
