"""An administrator takes somebody's second factor away, and cannot use that to get in."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.desk.administration import practitioners
from alongside.notices.models import Notice
from alongside.refusals import Refusal
from tests.administration.conftest import HERE
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def helen_with_app(helen: Practitioner) -> Practitioner:
    TOTP.activate(helen, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    return helen


def signed_in(one: Practitioner) -> Client:
    browser = Client()
    browser.post("/sign-in/", {"login": one.email, "password": PASSWORD})
    return browser


def test_it_is_taken_away_with_the_password_and_they_are_told(wyn, helen_with_app):
    helen = helen_with_app
    answer = signed_in(wyn).post(
        f"{HERE}/practitioners/{helen.pk}/reset-sign-in/", {"why": "A lost telephone"}
    )
    password = answer.content.decode().split("<code")[1].split(">", 1)[1].split("<", 1)[0].strip()
    helen.refresh_from_db()
    assert helen.check_password(password)
    assert not helen.check_password(PASSWORD), "who has only learnt the password gains nothing"
    assert not Authenticator.objects.filter(user=helen).exists()
    assert "took your second factor away" in Notice.objects.get(to=helen).words
    row = Row.objects.get(action="credential", about=helen.pk)
    assert (row.actor, row.details) == (wyn.pk, '{"factors":1,"what":"second-factor-taken-away"}')


def test_an_administrator_proves_first_who_they_are(client, wyn, helen_with_app):
    client.force_login(wyn)
    address = f"{HERE}/practitioners/{helen_with_app.pk}/reset-sign-in/"
    for answer in (client.get(address), client.post(address, {"why": "A lost telephone"})):
        assert answer.headers["Location"].startswith("/account/confirm/")
    assert Authenticator.objects.filter(user=helen_with_app).exists()


def test_nobody_takes_away_their_own(wyn):
    with pytest.raises(Refusal):
        practitioners.reset_sign_in(
            by=wyn, area=wyn.scope.posts[0].team.area, practitioner=wyn, why="Lost", now=timezone.now()
        )


def test_they_are_signed_out_everywhere(wyn, helen):
    theirs = signed_in(helen)
    assert theirs.get("/change-password/").status_code == 200
    signed_in(wyn).post(f"{HERE}/practitioners/{helen.pk}/reset-sign-in/", {"why": "A lost telephone"})
    assert theirs.get("/change-password/").status_code == 302
