"""How long a sign-in lasts."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.agencies.models import Practitioner
from alongside.signing_in import lasting

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("mark", "seconds", "why"),
    [
        (lasting.LAST_SEEN_AT, settings.SESSION_IDLE_SECONDS, "no page was asked for in an hour"),
        (lasting.SIGNED_IN_AT, settings.SESSION_COOKIE_AGE, "the day's work is over"),
    ],
)
def test_a_sign_in_ends_and_the_page_is_remembered(client, dana, mark, seconds, why):
    client.force_login(dana)
    assert client.get("/change-password/").status_code == 200
    session = client.session
    session[mark] -= seconds
    session.save()
    answer = client.get("/change-password/?a=1")
    assert answer.headers["Location"] == "/sign-in/?next=/change-password/%3Fa%3D1", why
    assert "_auth_user_id" not in client.session


def test_a_sign_in_that_is_used_goes_on_without_a_write_for_every_page(
    client, dana, django_assert_num_queries
):
    client.force_login(dana)
    client.get("/change-password/")
    session = client.session
    session[lasting.LAST_SEEN_AT] -= settings.SESSION_IDLE_SECONDS - 60
    session.save()
    assert client.get("/change-password/").status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get("/change-password/")
    assert not [query["sql"] for query in asked if not query["sql"].startswith("SELECT")]


def test_closing_an_account_ends_its_sign_in(client, dana):
    client.force_login(dana)
    assert client.get("/change-password/").status_code == 200
    Practitioner.objects.filter(pk=dana.pk).update(is_active=False)
    assert client.get("/change-password/").headers["Location"].startswith("/sign-in/")
