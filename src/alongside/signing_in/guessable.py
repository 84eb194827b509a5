"""Passwords that somebody who knows the service, the place or the person would try first.

Django's list of twenty thousand passwords that were found in breaches is taken as it is; but few of those are
twelve characters long, and people make one longer with a year, a capital or the name of where they work. So what
somebody chose is looked at without such additions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from alongside.agencies.models import Area, Practitioner
from alongside.people.folding import fold

#: What is written for a letter.
LETTERS = str.maketrans("@4031!5$7€", "aaoeiisste")
#: Words that are at hand here, beside those of the place and the person.
AT_HAND = """
    alongside safeguarding safeguard children childrens child social socialwork worker care council borough county
    authority service services protection family families school nurse health police housing team manager password
    passphrase passwort welcome letmein changeme secret login signin admin england london january february march
    april june july august september october november december monday tuesday wednesday thursday friday saturday
    sunday spring summer autumn winter christmas qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm
"""
ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "01234567890")
#: So many letters have to be left that are nobody's to guess, and so many steps that follow from none before.
LEFT, STEPS, SHORTEST = 5, 6, 3


class NotEasilyGuessed:
    """Refuses a common password in disguise, words that are at hand, and characters that follow from one another."""

    def validate(self, password: str, user: Practitioner | None = None) -> None:
        if _steps(password.casefold()) < STEPS:
            raise ValidationError(
                "Enter a password that does not repeat itself, and does not follow the alphabet, the digits or the "
                "keyboard", code="password_runs_on",
            )  # fmt: skip
        if any(form in _common() for form in forms_of(password)):
            raise ValidationError(
                "Enter a password that is not a common one with something added",
                code="password_common_and_more",
            )
        words = {*AT_HAND.split(), *_of_the_place(), *_of_the_person(user)}
        if any(len(_without(words, form)) < LEFT for form in forms_of(password)):
            raise ValidationError(
                "Enter a password with words that do not belong to your work, your area or yourself",
                code="password_at_hand",
            )

    def get_help_text(self) -> str:
        return "Three words that do not belong together, and not to you or your work, are hard to guess."


def forms_of(password: str) -> Iterator[str]:
    """The password without what is added at its ends, and with letters for what is written in their place."""
    plain = fold(password).replace(" ", "")
    yield "".join(filter(str.isalpha, plain))
    # Digits at an end are a year or a number as a rule, and not letters.
    bare = password.casefold().strip("0123456789!?.,-_*#+ ")
    yield "".join(filter(str.isalpha, bare.translate(LETTERS)))


def _steps(password: str) -> int:
    """How many characters neither repeat one that stands a little before nor follow the one before in a row."""
    count = 0
    for place, character in enumerate(password):
        before = password[max(0, place - SHORTEST) : place]
        count += not (character in before or (before and _follows(before[-1], character)))
    # Something said twice is no longer than once.
    period = (password + password).find(password, 1)
    return min(count, _steps(password[:period])) if period < len(password) else count


def _follows(one: str, other: str) -> bool:
    return any(one + other in row or other + one in row for row in ROWS)


@cache
def _common() -> frozenset[str]:
    passwords: Collection[str] = CommonPasswordValidator().passwords
    return frozenset(passwords)


def _without(words: Iterable[str], form: str) -> str:
    for word in sorted(words, key=len, reverse=True):
        form = form.replace(word, "")
    return form


def _of_the_place() -> set[str]:
    return _words(text for area in Area.objects.values_list("name", "prefix") for text in area)


def _of_the_person(user: Any) -> set[str]:
    if not isinstance(user, Practitioner):
        return set()
    posts = [text for post in user.scope.posts for text in (str(post.agency), str(post.team or ""))]
    return _words([user.name, user.email.replace("@", " ").replace(".", " "), *posts])


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in fold(text).split() if len(word) >= SHORTEST}
