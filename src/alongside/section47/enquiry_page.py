"""What the page of a child's enquiries shows: clocks, what has been done, requests, and how they ended.

Everything hangs on the chronology: one query brings the entries with the records they tell of.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alongside.access import policies
from alongside.access.policy import Policy
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.guidance import catalogue
from alongside.people.models import Person
from alongside.section47.models import EnquiryStep, Section47Enquiry

CLOCKS = ("child-protection.initial-conference", "assessment.completion")
TOLD_HERE = (
    kinds.STRATEGY_DISCUSSION_HELD, kinds.ENQUIRY_STEP_TAKEN, kinds.CHILD_SEEN, kinds.CONFERENCE_REQUESTED,
)  # fmt: skip
WITH_THEIR_RECORDS = (
    "strategydiscussion", "enquirystep__agency", "section47enquiry__lead",
    "section47enquiry__conclusion__decided_by", "section47enquiry__conclusion__reviewed_by",
    "requestforconference__agency", "requestforconference__answer__decided_by",
)  # fmt: skip


def enquiry_page(child: Person) -> dict[str, Any]:
    """The open enquiries, or the latest; with all that bears on them. ``child`` came through ``open_child``."""
    entries = _entries(child)
    enquiries: list[Section47Enquiry] = _records(entries, "section47enquiry")
    enquiry = enquiries[-1] if enquiries else None
    steps = [one for one in _records(entries, "enquirystep") if enquiry and one.enquiry_id == enquiry.pk]
    return {
        "enquiry": enquiry,
        "steps": steps,
        "seen": [one for one in entries if enquiry and _seen_since(one, enquiry)],
        "tasks": [
            (kind, EnquiryStep.Kind(kind).label, _times(kind, steps)) for kind in EnquiryStep.Kind.values
        ],
        "clocks": _clocks(child) if enquiry and not enquiry.conclusion else [],
        "requests": list(reversed(_records(entries, "requestforconference"))),
        "discussions": list(reversed(_records(entries, "strategydiscussion"))),
        "may_record": _may(child, policies.RECORD_SECTION_47),
        "may_see": _may(child, policies.RECORD_SECTION_47) and not child.is_unborn,
        "may_request": _may(child, policies.REQUEST_CONFERENCE),
        "rule": catalogue.rule("child-protection.enquiry"),
    }


def _entries(child: Person) -> list[Entry]:
    told = Entry.objects.standing().filter(child=child, kind__in=[kind.id for kind in TOLD_HERE])
    return list(told.in_order().select_related(*WITH_THEIR_RECORDS))


def _records(entries: Iterable[Entry], name: str) -> list[Any]:
    return [getattr(entry, name) for entry in entries if hasattr(entry, name)]


def _seen_since(entry: Entry, enquiry: Section47Enquiry) -> bool:
    return entry.kind == kinds.CHILD_SEEN.id and entry.happened_on >= enquiry.started_on


def _times(kind: str, steps: list[EnquiryStep]) -> int:
    return sum(step.kind == kind for step in steps)


def _clocks(child: Person) -> list[tuple[str, Deadline]]:
    outstanding = Deadline.objects.outstanding().filter(child=child, rule_id__in=CLOCKS)
    return [(catalogue.rule(one.rule_id).title, one) for one in outstanding.soonest_first()]


def _may(child: Person, policy: Policy) -> bool:
    # Each reason of these policies is also one for which the record opened, so nothing is asked twice.
    because: list[str] = child.opened_because  # type: ignore[attr-defined]
    return any(reason.words in because for reason in policy.allow)
