"""What section 47 enquiries learnt of a child, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Concat

from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person
from alongside.section47.models import EnquiryConclusion, EnquiryStep

#: Which heading what was learnt in each kind of step belongs under.
UNDER = (
    ("parents-views", EnquiryStep.Kind.PARENTS),
    ("family-history-and-functioning", EnquiryStep.Kind.FAMILY),
    ("history", EnquiryStep.Kind.HISTORY),
    ("practitioners-views", EnquiryStep.Kind.CHECK),
    ("health", EnquiryStep.Kind.MEDICAL),
    ("childs-wishes-and-feelings", EnquiryStep.Kind.JOINT_INTERVIEW),
)
ENQUIRY = Concat(Value("Section 47 enquiry, "), F("recorded_by__name"), output_field=TextField())


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """Talks with parents, checks, history and medical findings; and the child's views at the end."""
    steps = EnquiryStep.objects.filter(case__child=child, entry__sealed_for="")
    for topic, kind in UNDER:
        these = latest(steps.filter(kind=kind), "-done_on", "-id")
        yield listed_as(topic, these, name=ENQUIRY, detail="words", from_on="done_on", key="pk")
    ends = EnquiryConclusion.objects.filter(case__child=child, entry__sealed_for="").exclude(childs_views="")
    yield listed_as(
        "childs-wishes-and-feelings", latest(ends, "-concluded_on", "-id"), name=ENQUIRY, detail="childs_views",
        from_on="concluded_on", key="pk",
    )  # fmt: skip
