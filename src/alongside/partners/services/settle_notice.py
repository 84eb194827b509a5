"""What the front door does with a school's notice about a child whom the school does not see here.

A person says whom it is about. The school is told nothing of it: neither whether there was a record, nor which.
"""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.partners.models import SchoolNotice
from alongside.partners.services.school import words_of
from alongside.partners.telling import tell_lead
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal

Settled = SchoolNotice.Settled


def waiting(area: Area) -> QuerySet[SchoolNotice]:
    """Notices that nobody has matched, the longest waiting first."""
    found = SchoolNotice.objects.filter(area=area, child=None, settled_at=None)
    return found.select_related("agency", "recorded_by", "area").order_by("recorded_at", "id")


@transaction.atomic
def match_notice(*, by: Practitioner, notice: SchoolNotice, child: Person, now: datetime) -> SchoolNotice:
    """It is about this child. It goes into the chronology of an open case, and the lead practitioner is told."""
    child = policies.RECORD_REFERRAL_WORK.lock(child, by)
    notice = _locked(by, notice)
    if child.area_id != notice.area_id:
        raise Refusal("This child’s record is another area’s.", f"The notice came to {notice.area}.",
                      "Choose a record of this area, or make a referral.", field="reference")  # fmt: skip
    case = Case.objects.filter(child=child, closed_on=None).select_related("child").first()
    if case is not None:
        said = words_of(notice)
        kinds.SCHOOL_NOTICE_GIVEN.record(
            case, on=max(notice.from_on, case.opened_on), by=by, now=now, source=notice.agency.name[:100],
            school=notice.agency.name, what=notice.kind, words=said,
        )  # fmt: skip
        tell_lead(case, f"{notice.agency}: {said}"[:500], now=now)
        refresh(case)
    return _settle(notice, by, Settled.MATCHED, now, child=child)


@transaction.atomic
def refer_notice(
    *, by: Practitioner, notice: SchoolNotice, known: Person | None = None, now: datetime
) -> Referral:
    """Make a referral of it, received when the school entered it. known: the child's record, where there is one."""
    notice = _locked(by, notice)
    given, _, family = notice.child_name.strip().rpartition(" ")
    child = ReferredChild(known=known) if known else ReferredChild(
        given=given[:70], family=family[:70], born_on=notice.born_on
    )  # fmt: skip
    said = Said(kind="fact", words=words_of(notice), said_by=f"{notice.recorded_by}, {notice.agency}"[:150])
    (referral,) = make_referral(
        by=by, area=notice.area, children=[child], now=now,
        given=ReferralGiven(
            received_at=notice.recorded_at, referrer_kind=Referral.Referrer.PRACTITIONER, statements=[said],
            referrer_name=notice.recorded_by.name, referrer_relation=notice.agency.name[:100],
            source=f"School notice: {notice.agency}"[:100],
        ),
    )  # fmt: skip
    _settle(notice, by, Settled.REFERRAL, now, child=referral.case.child)
    return referral


@transaction.atomic
def set_notice_aside(*, by: Practitioner, notice: SchoolNotice, because: str, now: datetime) -> SchoolNotice:
    """Nothing follows from it, and why. It stays as it was entered."""
    if not because.strip():
        raise Refusal("Say why there is no further action.", "Somebody may ask what became of it.",
                      "Write what you looked at and what you concluded.", field="because")  # fmt: skip
    return _settle(_locked(by, notice), by, Settled.NOTHING, now, because=because)


def _locked(by: Practitioner, notice: SchoolNotice) -> SchoolNotice:
    if not policies.SEE_FRONT_DOOR.allows(notice.area, by):
        raise PermissionDenied("You cannot work on this notice.")
    locked = waiting(notice.area).select_for_update(of=("self",)).filter(pk=notice.pk).first()
    if locked is None:
        raise Refusal(
            "This notice has been dealt with already.", "Somebody did so before you.", "Go on with the next."
        )
    return locked


def _settle(
    notice: SchoolNotice,
    by: Practitioner,
    how: str,
    now: datetime,
    *,
    child: Person | None = None,
    because: str = "",
) -> SchoolNotice:
    notice.settled, notice.settled_because, notice.matched_child = how, because, child
    notice.settled_at, notice.settled_by = now, by
    check(notice)
    keep(notice)
    write(Action.ACT, area=notice.area, by=by, about=notice.pk, about_kind="school-notice", now=now, what=how)
    return notice
