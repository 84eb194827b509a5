"""What may not be chosen as a password: what somebody who knows the place or the person would try."""

from __future__ import annotations

import pytest
from django.contrib.auth.hashers import check_password, identify_hasher, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError
from django.test import Client, override_settings

from alongside.agencies.models import Practitioner, Team
from alongside.config import settings as service

GOOD = (
    "gravel ochre tandem",
    "Teapot-Lantern-41",
    "kettle drum violet",
    "Übermut wolke sieben",
    "f9$kQ2!vLx0m",
)


def codes(password: str, user: Practitioner | None = None) -> set[str]:
    """Why the service's rules refuse it; empty where they do not."""
    try:
        validate_password(password, user)
    except ValidationError as refused:
        return {one.code for one in refused.error_list}
    return set()


@pytest.mark.parametrize("password", GOOD)
def test_words_that_do_not_belong_together_are_taken(password: str, dana: Practitioner) -> None:
    assert codes(password, dana) == set()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("tooshort", "password_too_short"),
        ("Password2026!", "password_common_and_more"),
        ("P@ssw0rd!2026", "password_common_and_more"),
        ("!!liverpool!!1892", "password_common_and_more"),
        ("Alongside2026!", "password_at_hand"),
        ("WelcomeToWrenmouth1", "password_at_hand"),
        ("safeguarding-children", "password_at_hand"),
        ("SummerWinter2026", "password_at_hand"),
        ("dana.wrenmouth.2026", "password_at_hand"),
        ("aaaaaaaaaaaa", "password_runs_on"),
        ("abcabcabcabcabc", "password_runs_on"),
        ("123456789012345", "password_runs_on"),
        ("qwertyuiop1234", "password_runs_on"),
        ("abcdefghijklmn", "password_runs_on"),
    ],
)
def test_what_would_be_tried_first_is_refused(password: str, code: str, dana: Practitioner) -> None:
    assert code in codes(password, dana)


def test_where_somebody_works_is_at_hand(harbour_team: Team, dana: Practitioner) -> None:
    assert "password_at_hand" in codes(f"{harbour_team.name} 2026!", dana)


@pytest.mark.parametrize("password", ["Password2026!", "P@ssw0rd!2026", "Alongside2026!", "abcabcabcabcabc"])
def test_the_list_alone_would_have_let_them_through(password: str) -> None:
    """The seeded fault: Django's list without ours."""
    CommonPasswordValidator().validate(password)


def test_a_refused_password_is_explained_on_the_page_and_changes_nothing(
    client: Client, dana: Practitioner
) -> None:
    dana.set_password("gravel ochre tandem")
    dana.save()
    client.force_login(dana)
    sent = {"oldpassword": "gravel ochre tandem", "password1": "P@ssw0rd!2026", "password2": "P@ssw0rd!2026"}
    page = client.post("/change-password/", sent)
    assert page.status_code == 422
    assert "Enter a password that is not a common one with something added" in page.content.decode()
    dana.refresh_from_db()
    assert dana.check_password("gravel ochre tandem")


@pytest.mark.once("what it hashes with is no matter of the database")
def test_passwords_are_hashed_with_argon2id_and_older_hashes_are_made_anew(dana: Practitioner) -> None:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"]):
        dana.set_password("gravel ochre tandem")
        dana.save()
    with override_settings(PASSWORD_HASHERS=service.PASSWORD_HASHERS):
        assert make_password("gravel ochre tandem").startswith("argon2$argon2id$")
        assert dana.check_password("gravel ochre tandem")
        dana.refresh_from_db()
        assert identify_hasher(dana.password).algorithm == "argon2"
        assert check_password("gravel ochre tandem", dana.password)
