"""What stands around every page: limits on browsers and sign-ins, a health page, and pages about errors."""

from __future__ import annotations

import json
import logging
import sys

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.config import errors
from alongside.config.logs import JsonLines, Lines, Stamped, WithoutAddresses, logging_settings
from alongside.keys import new_key

pytestmark = pytest.mark.django_db


def test_a_browser_is_told_what_no_page_needs(client):
    headers = client.get("/sign-in/").headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]
    assert len(headers["X-Request-ID"]) == 12


def test_a_sign_in_cookie_is_out_of_reach_of_scripts(client, dana):
    client.force_login(dana)
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"


def test_signed_in_pages_are_not_kept_by_the_browser(client, dana):
    assert "no-store" in client.get("/sign-in/").headers["Cache-Control"]
    client.force_login(dana)
    assert client.get("/change-password/").headers["Cache-Control"] == "no-store"


def test_who_is_asking_and_where_they_work_is_one_question(dana, django_assert_num_queries):
    with django_assert_num_queries(1):
        signed_in = Practitioner.objects.with_posts(dana.pk)
        assert signed_in == dana
        assert [str(post) for post in signed_in.scope.posts] == ["Social worker, Harbour team"]
    assert signed_in.standing_on(timezone.localdate()) == dana.standing_on(timezone.localdate())
    nobody = Practitioner.objects.create_user("nobody@wrenmouth.example", "x", name="Nobody Yet")
    assert Practitioner.objects.with_posts(nobody.pk) == nobody
    assert Practitioner.objects.with_posts(new_key()) is None


def test_the_health_page_needs_no_sign_in_and_says_nothing(client):
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.content == b"ok\n"


def test_a_page_that_is_not_there_and_one_for_others_read_the_same(client, stranger):
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert b"it may not be one that you can open" in page.content


def test_an_error_of_ours_is_owned_and_can_be_quoted(client, rf: RequestFactory):
    answer = errors.broken(rf.get("/"))
    assert answer.status_code == 500
    assert b"The mistake is ours" in answer.content
    assert answer.content.count(b"<h1") == 1


def test_an_error_page_stands_even_when_showing_pages_is_what_failed(rf: RequestFactory, settings):
    settings.STATIC_URL = None
    answer = errors.broken(rf.get("/"))
    assert answer.status_code == 500
    assert b"The mistake is ours" in answer.content


@pytest.mark.parametrize(
    ("view", "status", "heading"),
    [
        (errors.bad_request, 400, b"Your browser sent something we cannot read"),
        (errors.refused, 403, b"You cannot do this"),
        (errors.form_expired, 403, b"This form is out of date"),
        (errors.not_found, 404, b"Page not found"),
    ],
)
def test_every_error_has_its_own_words(rf: RequestFactory, view, status, heading):
    answer = view(rf.get("/"))
    assert answer.status_code == status
    assert heading in answer.content


def test_a_form_from_elsewhere_is_refused_kindly(dana):
    from django.test import Client

    browser = Client(enforce_csrf_checks=True)
    browser.force_login(dana)
    answer = browser.post("/sign-out/")
    assert answer.status_code == 403
    assert b"This form is out of date" in answer.content


# --- The log ----------------------------------------------------------------------------------------


def line(style: type[logging.Formatter], **fields: object) -> str:
    record = logging.makeLogRecord({"levelname": "ERROR", "name": "django.request", **fields})
    WithoutAddresses().filter(record)
    Stamped().filter(record)
    return style("%(levelname)s %(request)s %(message)s").format(record)


@pytest.mark.parametrize("style", [Lines, JsonLines])
def test_the_log_keeps_addresses_of_pages_to_itself(style, rf: RequestFactory):
    written = line(style, msg="Not Found: /children/WR-2025-0041", request=rf.get("/"), status_code=404)
    assert "WR-2025-0041" not in written
    assert "A page answered 404" in written


@pytest.mark.parametrize("style", [Lines, JsonLines])
def test_the_log_says_where_an_error_happened_and_not_what_it_quoted(style):
    quoted = " ".join(["Amara", "Novak"])
    try:
        raise ValueError(quoted)
    except ValueError:
        written = line(style, msg="It failed", exc_info=sys.exc_info())
    assert "Amara Novak" not in written
    assert "test_around_pages.py" in written
    assert "ValueError" in written


def test_a_line_of_json_can_be_read_back():
    read = json.loads(line(JsonLines, msg="Saved %d", args=(3,)))
    assert read["message"] == "Saved 3"
    assert set(read) == {"time", "level", "logger", "request", "message"}


def test_a_request_is_logged_by_the_name_of_its_page(client, caplog):
    with caplog.at_level("INFO", logger="alongside.requests"):
        client.get("/sign-in/?next=/children/WR-2025-0041")
    assert "GET account_login answered 200" in caplog.text
    assert "WR-2025-0041" not in caplog.text


@pytest.mark.parametrize("style", ["plain", "json"])
def test_either_style_of_log_can_be_set_up(style):
    handlers = logging_settings(style, "INFO")["handlers"]
    assert handlers["stderr"]["formatter"] == style
