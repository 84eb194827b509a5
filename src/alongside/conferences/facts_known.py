"""What agencies and the family told conferences about a child, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Concat

from alongside.conferences.models import ConferenceDecision, ConferenceReport
from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person

#: From a heading of a report to the heading of an assessment under which it belongs.
UNDER = (
    ("needs", "emotional-and-behavioural-development"),
    ("parenting-family-environment", "family-history-and-functioning"),
    ("views", "parents-views"),
)
AT_CONFERENCE = Value("Conference", output_field=TextField())
REPORT = Concat(Value("Report to a conference: "), F("agency__name"), output_field=TextField())


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """The words of reports, and what the child and parents said at conferences."""
    reports = ConferenceReport.objects.filter(booking__children__case__child=child)
    for heading, topic in UNDER:
        said = latest(reports.filter(words__has_key=heading), "-received_on", "-id")
        yield listed_as(
            topic,
            said,
            name=REPORT,
            detail=KeyTextTransform(heading, "words"),
            from_on="received_on",
            key="pk",
        )
    held = ConferenceDecision.objects.filter(case__child=child, entry__sealed_for="")
    for topic, field in (("childs-wishes-and-feelings", "child_views"), ("parents-views", "parents_views")):
        these = latest(held.exclude(**{field: ""}), "-held_on", "-id")
        yield listed_as(topic, these, name=AT_CONFERENCE, detail=field, from_on="held_on", key="pk")
