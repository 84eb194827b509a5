"""What is done in the course of section 47 enquiries, and what is decided after them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.kinds import ENQUIRY_STEP_TAKEN, SECTION_47_CONCLUDED
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47.expected import record_what_enquiries_missed
from alongside.section47.models import EnquiryConclusion, EnquiryStep, Section47Enquiry


@transaction.atomic
def record_enquiry_step(
    *,
    by: Practitioner,
    child: Person,
    kind: str,
    done_on: date,
    words: str,
    with_whom: str = "",
    agency: Agency | None = None,
    permission: str = "",
    now: datetime,
) -> EnquiryStep:
    """Record one thing done in the enquiries: a talk, a check, a medical, a decision about permission.

    kind: an ``EnquiryStep.Kind``. permission: what was decided about parents' permission for checks, where
    that is the subject; the reasons are the words. Raises Refusal where no enquiries are open and for a
    day that cannot be. Working Together 2023, pages 89-90.
    """
    child = policies.RECORD_SECTION_47.lock(child, by)
    case = open_case(child)
    enquiry = _open_enquiry(case)
    refuse_impossible_day(done_on, what="What you are recording", field="done_on", case=case, now=now)
    step = EnquiryStep(
        area_id=case.area_id, case=case, enquiry=enquiry, kind=kind, done_on=done_on, with_whom=with_whom,
        agency=agency, permission=permission, words=words, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(step, exclude=("entry",))
    decided = f": {step.get_permission_display()}" if permission else ""
    step.entry = ENQUIRY_STEP_TAKEN.record(
        case, on=done_on, by=by, now=now, step=f"{step.get_kind_display()}{decided}", words=words,
        with_whom=with_whom, whom_words=f" ({with_whom})" if with_whom else "",
    )  # fmt: skip
    keep(step)
    refresh(case)
    return step


@transaction.atomic
def conclude_section_47(
    *,
    by: Practitioner,
    child: Person,
    concluded_on: date,
    outcome: str,
    reasons: str,
    decided_by: Practitioner,
    analysis: str = "",
    childs_views: str = "",
    consulted: str = "",
    harm: str = "",
    no_medical_because: str = "",
    no_interview_because: str = "",
    reviewed_by: Practitioner | None = None,
    told: Sequence[str] = (),
    told_what: str = "",
    family_group: str = "",
    support: str = "",
    support_owner: str = "",
    now: datetime,
) -> EnquiryConclusion:
    """Conclude the open enquiries: not substantiated, substantiated without a conference, or a conference.

    outcome: an ``EnquiryConclusion.Outcome``. decided_by: the lead practitioner, a social worker; anyone
    else is a shortfall. reviewed_by: the supervisor or manager who reviewed the decision. Raises Refusal
    where none are open, and for a day that cannot be. Working Together 2023, pages 91-92, flow chart 5.
    """
    child = policies.RECORD_SECTION_47.lock(child, by)
    case = open_case(child)
    enquiry = _open_enquiry(case)
    refuse_impossible_day(concluded_on, what="This decision", field="concluded_on", case=case, now=now)
    _refuse_before_they_began(enquiry, concluded_on)
    conclusion = EnquiryConclusion(
        area_id=case.area_id, case=case, concluded_on=concluded_on, outcome=outcome, reasons=reasons,
        decided_by=decided_by, analysis=analysis, childs_views=childs_views, consulted=consulted, harm=harm,
        no_medical_because=no_medical_because, no_interview_because=no_interview_because,
        reviewed_by=reviewed_by, told=list(told), told_what=told_what, family_group=family_group,
        support=support, support_owner=support_owner, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(conclusion, exclude=("entry",))
    conclusion.entry = SECTION_47_CONCLUDED.record(
        case, on=concluded_on, by=by, now=now, decided=str(outcome),
        outcome=conclusion.get_outcome_display(), reasons=reasons,
    )  # fmt: skip
    keep(conclusion)
    enquiry.conclusion = conclusion
    enquiry.save(update_fields=("conclusion",))
    record_what_enquiries_missed(enquiry, conclusion)
    refresh(case)
    return conclusion


def _open_enquiry(case: Case) -> Section47Enquiry:
    found = Section47Enquiry.objects.select_for_update().filter(case=case, conclusion=None).first()
    if found is None:
        raise Refusal(
            f"No section 47 enquiries are open for {case.child}.",
            "Enquiries begin when a strategy discussion decides on them, and end when they are concluded.",
            "Record the strategy discussion that began them.",
        )
    return found


def _refuse_before_they_began(enquiry: Section47Enquiry, day: date) -> None:
    if day < enquiry.started_on:
        raise Refusal(
            "This decision is before the enquiries began.",
            f"You entered {day:%-d %B %Y}, and they began at the strategy discussion on "
            f"{enquiry.started_on:%-d %B %Y}.",
            "Enter the day of the decision.",
            field="concluded_on",
        )
