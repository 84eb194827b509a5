"""What the page of a child's enquiries shows: clocks, what has been done, requests, and how they ended."""

from __future__ import annotations

from typing import Any

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.deadlines.models import Deadline
from alongside.guidance import catalogue
from alongside.people.models import Person
from alongside.section47.expected import times_child_was_seen
from alongside.section47.models import (
    EnquiryStep,
    RequestForConference,
    Section47Enquiry,
    StrategyDiscussion,
)

CLOCKS = ("child-protection.initial-conference", "assessment.completion")


def enquiry_page(child: Person, me: Practitioner) -> dict[str, Any]:
    """The open enquiries, or the latest; with all that bears on them."""
    enquiries = Section47Enquiry.objects.filter(case__child=child).select_related(
        "lead", "opened_by", "case", "conclusion__decided_by", "conclusion__reviewed_by"
    )
    enquiry = enquiries.order_by("-started_on", "-recorded_at").first()
    requests = RequestForConference.objects.filter(case__child=child).select_related(
        "agency", "answer__decided_by"
    )
    page = {
        "enquiry": enquiry,
        "requests": list(requests.order_by("-requested_on")),
        "may_record": policies.RECORD_SECTION_47.allows(child, me),
        "may_request": policies.REQUEST_CONFERENCE.allows(child, me),
        "rule": catalogue.rule("child-protection.enquiry"),
        "discussions": _discussions(child),
        "steps": [],
        "seen": [],
        "tasks": [],
        "clocks": [],
    }
    return page | (_of_enquiry(enquiry) if enquiry else {})


def _of_enquiry(enquiry: Section47Enquiry) -> dict[str, Any]:
    steps = list(enquiry.steps.select_related("agency").order_by("done_on", "recorded_at"))
    clocks = Deadline.objects.outstanding().filter(case=enquiry.case, rule_id__in=CLOCKS)
    titles = {rule_id: catalogue.rule(rule_id).title for rule_id in CLOCKS}
    return {
        "steps": steps,
        "seen": list(times_child_was_seen(enquiry)),
        "tasks": [
            (kind, EnquiryStep.Kind(kind).label, _times(kind, steps)) for kind in EnquiryStep.Kind.values
        ],
        "clocks": [(titles[one.rule_id], one) for one in clocks.soonest_first()],
    }


def _times(kind: str, steps: list[EnquiryStep]) -> int:
    return sum(step.kind == kind for step in steps)


def _discussions(child: Person) -> list[StrategyDiscussion]:
    return list(
        StrategyDiscussion.objects.filter(case__child=child).order_by("-held_on", "-recorded_at")[:10]
    )
