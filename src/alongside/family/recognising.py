"""Whether somebody who is added to a family has a record already: asked before one is made."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from alongside.access.policies import RECOGNISE
from alongside.agencies.models import Practitioner
from alongside.family.relatives import NewRelative
from alongside.matching.asking import Described, chosen
from alongside.matching.candidates import described
from alongside.people.models import Relationship


def described_relative(answers: dict[str, Any]) -> list[Described]:
    """The person of the form, where it describes one who is not chosen from those known, and says a name."""
    given, family = answers["given"], answers["family"]
    if answers["known"] or not (given or family):
        return []
    return [
        Described(
            called=f"{given} {family}".strip(),
            told=described(given=given, family=family, born_on=answers["born_on"]),
        )
    ]


def relative_of(request: HttpRequest, answers: dict[str, Any], me: Practitioner) -> NewRelative:
    """The answers as the act takes them: with the record that was chosen, or as described."""
    described = described_relative(answers)
    (known,) = chosen(request, described, by=me, policy=RECOGNISE) or [None]
    named = bool(answers["given"] or answers["family"])
    return NewRelative(
        kind=answers["kind"], known=answers["known"] or known, given=answers["given"], family=answers["family"],
        called="" if named else f"{Relationship.Kind(answers['kind']).label} (not known)",
        born_on=answers["born_on"], from_on=answers["from_on"],
        parental_responsibility=answers["parental_responsibility"],
        lives_with_child=answers["lives_with_child"] == "yes",
    )  # fmt: skip
