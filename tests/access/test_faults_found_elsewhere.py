"""What was found and mended in other services of this kind in late 2024 to early 2026: one test each, by the fault's name.

Some stand elsewhere. Raising one's own rights: ``tests/administration`` (nobody changes what they themselves may do).
Signing up without a limit: ``tests/signing_in/test_sign_in.py`` (nobody can). Documents without asking who:
``tests/referrals/test_attaching_a_document.py`` and ``tests/partners/test_school.py``. Formulas in tables, twice:
``tests/front_door/test_notice_receipts.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import pytest
from django import forms
from django.contrib.auth import SESSION_KEY
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory

import alongside
from alongside.agencies.models import Practitioner
from alongside.signing_in.limits import address_of
from alongside.ui.forms import Form
from tests.cast import PASSWORD

FLAGS = {"is_superuser", "is_staff", "groups", "user_permissions"}


def test_no_account_has_a_flag_that_outranks_the_policies() -> None:
    """Rights come from posts, which somebody else gives; there is nothing on an account to set for oneself."""
    assert not FLAGS & {field.name for field in Practitioner._meta.get_fields()}


def every_form(of: type[forms.Form] = Form) -> Iterator[type[forms.Form]]:
    for form in of.__subclasses__():
        yield form
        yield from every_form(form)


def questions_with_answers() -> Iterator[tuple[str, forms.ChoiceField]]:
    """Every question of every form that is answered by choosing."""
    for found in walk_packages(alongside.__path__, "alongside."):
        if ".forms" in found.name or found.name.endswith(("views", "_views", "questions")):
            import_module(found.name)
    for form in every_form():
        if form.__module__.startswith("alongside."):
            for name, field in form.base_fields.items():
                # Records are offered by the policies, which the matrix tests.
                if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
                    yield f"{form.__module__}.{form.__name__}.{name}", field


def taken_though_not_offered() -> list[str]:
    """Questions that take an answer nobody was offered."""
    taken = []
    for name, field in questions_with_answers():
        answer: Any = "no-such-answer"
        try:
            field.clean([answer] if isinstance(field, forms.MultipleChoiceField) else answer)
        except ValidationError:
            continue
        taken.append(name)
    return taken


def test_no_question_takes_an_answer_that_is_not_offered() -> None:
    assert len(list(questions_with_answers())) > 100
    assert taken_though_not_offered() == []


def test_a_question_that_took_any_answer_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: what is not among the answers is passed on."""
    monkeypatch.setattr(forms.ChoiceField, "valid_value", lambda self, value: True)
    assert taken_though_not_offered()


def test_a_session_that_somebody_planted_is_not_the_one_that_is_signed_in(
    client: Client, dana: Practitioner, settings: Any
) -> None:
    session = client.session
    session["planted"] = "yes"
    session.save()
    planted = session.session_key
    client.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    assert client.session[SESSION_KEY] == str(dana.pk)
    assert client.session.session_key != planted
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = planted
    assert SESSION_KEY not in thief.session
    assert thief.get("/change-password/").status_code == 302


def test_a_cookie_that_was_copied_opens_nothing_once_its_owner_has_signed_out(
    client: Client, dana: Practitioner, settings: Any
) -> None:
    client.force_login(dana)
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = client.session.session_key
    assert thief.get("/change-password/").status_code == 200
    client.post("/sign-out/")
    assert thief.get("/change-password/").status_code == 302


@pytest.mark.parametrize(
    ("proxies", "said", "address"),
    [
        (0, "203.0.113.9", "192.0.2.7"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 192.0.2.1", "203.0.113.9"),
    ],
)
def test_limits_and_logs_name_the_reader_and_not_the_gateway_nor_what_the_reader_made_up(
    settings: Any, proxies: int, said: str, address: str
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().get("/", headers={"X-Forwarded-For": said}, REMOTE_ADDR="192.0.2.7")
    assert address_of(request) == address
