"""Telling something about a child one's agency works with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.partners.models import InformationSent
from alongside.partners.telling import own_agency, tell_lead
from alongside.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told: known, thought and heard, kept apart. Fields as on ``InformationSent``."""

    about: str
    family_knows: str
    about_whom: str = ""
    fact: str = ""
    opinion: str = ""
    reported: str = ""
    reported_by: str = ""
    family_not_told_because: str = ""


@transaction.atomic
def send_information(
    *, by: Practitioner, child: Person, agency: Agency, told: Told, now: datetime
) -> InformationSent:
    """Keep what the agency tells, in the chronology with the agency as its source; the lead practitioner is told.

    Raises Refusal where the child has no open case: then it is a referral.
    """
    child = policies.SEND_INFORMATION.lock(child, by)
    own_agency(by, agency)
    case = open_case(child)
    sent = InformationSent(
        area_id=case.area_id, case=case, agency=agency, sent_on=day_of(now), recorded_at=now, recorded_by=by,
        about=told.about, about_whom=told.about_whom, fact=told.fact, opinion=told.opinion, reported=told.reported,
        reported_by=told.reported_by, family_knows=told.family_knows,
        family_not_told_because=told.family_not_told_because,
    )  # fmt: skip
    check(sent, exclude=("entry",))
    about = child.called if told.about == InformationSent.About.CHILD else told.about_whom
    sent.entry = kinds.INFORMATION_SENT.record(
        case, on=sent.sent_on, at=now, by=by, now=now, source=agency.name[:100], agency=agency.name, about=about,
        words=in_words(told),
    )  # fmt: skip
    keep(sent)
    tell_lead(case, f"{agency} sent information about {child.called}.", now=now)
    refresh(case)
    return sent


def in_words(told: Told) -> str:
    """All of it in one text, each part saying which it is."""
    reported = (
        f"Reported by {told.reported_by or 'somebody not named'}: {told.reported}" if told.reported else ""
    )
    parts = (
        f"Fact: {told.fact}" if told.fact else "",
        f"Opinion: {told.opinion}" if told.opinion else "",
        reported,
    )
    return " ".join(part for part in parts if part)
