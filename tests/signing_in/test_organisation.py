"""Signing in through one's organisation opens the account that is here already, and makes none."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.signing_in import organisation

pytestmark = pytest.mark.django_db
BEGIN, BACK = "/sign-in/with/organisation/", "/sign-in/with/organisation/back/"


class Provider(ThreadingHTTPServer):
    """A small identity provider, which says whatever it is told to say about whoever comes."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.claims: dict[str, object] = {}
        self.asked: list[dict[str, list[str]]] = []
        self.broken = False


class Answers(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        url = self.server.url
        if self.path.endswith("/.well-known/openid-configuration"):
            self.say({
                "issuer": url, "authorization_endpoint": f"{url}/authorize", "token_endpoint": f"{url}/token",
                "userinfo_endpoint": f"{url}/userinfo", "jwks_uri": f"{url}/keys",
            })  # fmt: skip
        else:
            self.say({"aud": "alongside", "iss": url, **self.server.claims})

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.asked.append(parse_qs(sent))
        if self.server.broken:
            self.say({"error": "invalid_grant"}, 400)
        else:
            self.say({"access_token": "a-token", "token_type": "Bearer", "expires_in": 60})

    def say(self, words: dict[str, object], status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(words).encode())

    def log_message(self, format: str, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def provider(settings) -> Iterator[Provider]:
    server = Provider()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.ORGANISATION_NAME = "Wrenmouth Council"
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
        "provider_id": "organisation", "name": "Wrenmouth Council", "client_id": "alongside", "secret": "a-secret",
        "settings": {"server_url": server.url},
    }]}}  # fmt: skip
    yield server
    server.shutdown()
    server.server_close()


def come_back(browser: Client, provider: Provider, next: str = "", **claims: object):
    """Go to the identity provider and come back, with what it says about whoever went."""
    provider.claims = {"sub": "wc-1", **claims}
    away = browser.get(BEGIN, {"next": next} if next else {})
    asked = parse_qs(urlsplit(away.headers["Location"]).query)
    return browser.get(BACK, {"code": "a-code", "state": asked["state"][0]})


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


def test_the_sign_in_page_has_a_link_only_where_there_is_an_organisation(client, settings, provider):
    assert "Sign in with Wrenmouth Council" in client.get("/sign-in/").content.decode()
    settings.ORGANISATION_NAME = ""
    assert "Sign in with" not in client.get("/sign-in/").content.decode()


def test_without_an_organisation_there_is_no_such_address(client):
    assert client.get(BEGIN).status_code == 404
    assert client.get(BACK).status_code == 404


def test_a_verified_address_opens_the_account_that_has_it(client, dana, provider):
    answer = come_back(client, provider, "/change-password/", email=dana.email.upper(), email_verified=True)
    assert answer.headers["Location"] == "/change-password/"
    assert client.session["_auth_user_id"] == str(dana.pk)
    assert provider.asked[0]["code_verifier"], "nobody else can use the code"


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "dana@wrenmouth.example", "email_verified": False},
        {"email": "dana@wrenmouth.example"},
        {"email": "dana@wrenmouth.example", "email_verified": "false"},
        {"email": "dana@wrenmouth.example", "email_verified": "true"},
        {"email": "nobody@wrenmouth.example", "email_verified": True},
        {"email": "", "email_verified": True},
        {"email": None, "email_verified": True},
        {},
    ],
)
def test_anything_less_opens_nothing_and_makes_nobody(client, dana, provider, claims):
    before = Practitioner.objects.count()
    answer = come_back(client, provider, **claims)
    assert answer.status_code == 403
    assert "nobody here has your e-mail address" in answer.content.decode()
    assert not is_in(client)
    assert Practitioner.objects.count() == before
    assert '"why":"organisation"' in Row.objects.get(action="sign-in-refused").details


def test_an_unverified_address_would_open_it_if_that_were_not_asked(client, dana, provider, monkeypatch):
    """The seeded fault."""
    monkeypatch.setattr(organisation, "verified", lambda login: [one.email for one in login.email_addresses])
    come_back(client, provider, email=dana.email, email_verified=False)
    assert is_in(client)


def test_a_closed_account_stays_closed_before_and_after_it_was_joined(client, dana, provider):
    told = {"email": dana.email, "email_verified": True}
    come_back(client, provider, **told)
    assert is_in(client)
    client.post("/sign-out/")
    dana.is_active = False
    dana.save()
    for sub in ("wc-1", "wc-2"):
        assert come_back(client, provider, **{**told, "sub": sub}).status_code == 403
        assert not is_in(client)


def test_whoever_has_a_second_factor_here_is_asked_for_it_too(client, with_app, provider):
    answer = come_back(client, provider, email=with_app.email, email_verified=True)
    assert answer.headers["Location"] == "/sign-in/second-step/"
    assert not is_in(client)


@pytest.mark.parametrize(("elsewhere", "led_to"), [(True, 200), (False, 303)])
def test_a_second_factor_elsewhere_is_taken_where_that_is_said(
    client, dana, provider, settings, elsewhere, led_to
):
    settings.SECOND_FACTOR, settings.SECOND_FACTOR_ELSEWHERE = "required", elsewhere
    come_back(client, provider, email=dana.email, email_verified=True)
    assert client.get("/").status_code == led_to


def test_an_answer_that_nobody_asked_for_is_refused(client, dana, provider):
    """A link with somebody else's code signs nobody in as them."""
    provider.claims = {"sub": "wc-1", "email": dana.email, "email_verified": True}
    answer = client.get(BACK, {"code": "a-code", "state": "made-up"})
    assert answer.status_code == 403
    assert not is_in(client)


def test_a_provider_that_fails_is_explained(client, dana, provider):
    provider.broken = True
    answer = come_back(client, provider, email=dana.email, email_verified=True)
    assert answer.status_code == 403
    assert "did not answer as it should" in answer.content.decode()
