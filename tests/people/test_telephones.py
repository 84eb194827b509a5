"""A telephone number is the same however it is written, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from alongside.people.telephones import as_contact, check_contact, contact_key


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123", "07700900123", "07700-900-123", "+44 7700 900123", "+44 (0)7700 900 123", "0044 7700 900123",
        "00447700900123", "(07700) 900123", "07700.900.123", " 07700 900123 ", "07700 900123 ext. 12",
    ],
)  # fmt: skip
def test_one_number_however_it_is_written(written: str) -> None:
    assert contact_key(written) == as_contact(written) == "07700900123"


def test_one_abroad_keeps_its_country() -> None:
    assert as_contact("+48 601 234 567") == as_contact("0048 601-234-567") == "0048601234567"


def test_an_address_in_any_letters() -> None:
    assert as_contact("Rosa.Marlow@Example.ORG") == "rosa.marlow@example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "943 476 5919", "03/09/2020", "03 09 2020", "3 9 2020", "0161", "amara okoye", "WREN-AMARA2", "WR1 2AB", "@", "a@b",
        "07700 900123 amara", "", "０７７００９００１２３", "0" * 30,
    ],
)  # fmt: skip
def test_nothing_else_is_taken_for_one(typed: str) -> None:
    assert as_contact(typed) == ""


@pytest.mark.parametrize(
    ("kind", "value", "wrong"),
    [
        ("mobile", "07700 900123", ""), ("email", "rosa@example.org", ""), ("home", "960001", "not a whole telephone number"),
        ("mobile", "rosa@example.org", "not a whole telephone number"), ("email", "07700 900123", "not an e-mail address"),
        ("email", "rosa at example", "not an e-mail address"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_so_that_it_can_be_put_right(kind: str, value: str, wrong: str) -> None:
    said = check_contact(kind, value)
    assert (wrong in said) if wrong else said == ""
