"""What the records of decisions say beyond their entries: who decided, who disagreed, what the family was told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from alongside.conferences.models import ConferenceDecision, Dissent
from alongside.facts import listed_as
from alongside.people.models import Person
from alongside.section47.models import EnquiryConclusion, Participation, StrategyDiscussion


def who_and_whom(child: Person, _: object) -> Iterable[QuerySet[Any]]:
    """Facts about the decisions on a child, each with the key of its entry.

    made: name is who decided, detail what the family was told. dissent: name is who disagreed, role their
    agency, detail why.
    """
    ours = {"case__child": child}
    disagreed = Participation.objects.filter(discussion__case__child=child).exclude(dissent="")
    return (
        listed_as(
            "made", StrategyDiscussion.objects.filter(**ours), name="decided_by__name", detail="told_what", key="entry"
        ),
        listed_as(
            "made", EnquiryConclusion.objects.filter(**ours), name="decided_by__name", detail="told_what", key="entry"
        ),
        listed_as("made", ConferenceDecision.objects.filter(**ours), name=Coalesce("conference__chair__name", "conference__chair_name"), key="entry"),
        listed_as(
            "dissent", disagreed, name="name", role=Coalesce("agency__name", "agency_name"), detail="dissent",
            key="discussion__entry",
        ),
        listed_as(
            "dissent", Dissent.objects.filter(decision__case__child=child), name="name", role="agency__name",
            detail="reasons", key="decision__entry",
        ),
    )  # fmt: skip
