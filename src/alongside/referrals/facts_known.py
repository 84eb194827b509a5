"""What referrals said of a child, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, F, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Concat

from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person
from alongside.referrals.models import Referral, Statement

#: Which heading what a referrer wrote belongs under. The referrer is named by kind, never by name.
UNDER = (
    ("emotional-and-behavioural-development", "development"),
    ("basic-care", "capacity"),
    ("extra-familial-contexts", "outside_factors"),
    ("identity", "communication"),
    ("practitioners-views", "known_services"),
)
FROM = Case(
    *(When(referrer_kind=key, then=Value(f"Referral: {label}")) for key, label in Referral.Referrer.choices),
    default=Value("Referral"), output_field=TextField(),
)  # fmt: skip


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """What was said of the child's development, care and surroundings, and each concern with who said it."""
    received = Referral.objects.filter(case__child=child).filter(Q(entry=None) | Q(entry__sealed_for=""))
    for topic, field in UNDER:
        these = latest(received.exclude(**{field: ""}), "-received_on", "-id")
        yield listed_as(topic, these, name=FROM, detail=field, from_on="received_on", key="pk")
    said = latest(
        Statement.objects.filter(referral__in=received.values("pk")), "-referral__received_on", "-id"
    )
    yield listed_as(
        "history", said, detail="words", from_on="referral__received_on", key="pk",
        name=Concat(Value("Referral, "), F("kind"), output_field=TextField()),
    )  # fmt: skip
