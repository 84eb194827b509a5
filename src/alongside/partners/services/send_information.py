"""Telling something about a child one's agency works with."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.episodes import open_case
from alongside.cases.models import lead_practitioner
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.notices.models import Notice
from alongside.outbox.events import Event, happened
from alongside.partners.models import InformationSent
from alongside.partners.telling import own_agency, tell_lead
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How the same thing sent again by a system is known: who sends, and its own key. Two senders may use one key."""

    sender: str
    key: str


@transaction.atomic
def send_information(
    *, by: Practitioner, child: Person, agency: Agency, told: Told, known: Known | None = None, now: datetime
) -> InformationSent:
    """Keep what the agency tells, in the chronology with the agency as its source; the lead practitioner is told.

    known: for a system; sent again, it is what was sent before. Raises Refusal where the child has no open case: then
    it is a referral; and where a key was used for something else.
    """
    child = policies.SEND_INFORMATION.lock(child, by)
    own_agency(by, agency)
    digest = _digest(child, told)
    if before := _before(known, digest):
        return before
    case = open_case(child)
    if told.family_knows == InformationSent.FamilyKnows.NO and not told.family_not_told_because.strip():
        raise Refusal(
            "Why the family does not know is missing.", "You said that they do not know.",
            "Say why they were not told, such as that it would put somebody at risk.", field="family_not_told_because",
        )  # fmt: skip
    sent = InformationSent(
        area_id=case.area_id, case=case, agency=agency, sent_on=day_of(now), recorded_at=now, recorded_by=by,
        about=told.about, about_whom=told.about_whom, fact=told.fact, opinion=told.opinion, reported=told.reported,
        reported_by=told.reported_by, family_knows=told.family_knows,
        family_not_told_because=told.family_not_told_because, sender=known.sender if known else "",
        idempotency_key=known.key if known else "", digest=digest if known else "",
    )  # fmt: skip
    check(sent, exclude=("entry",))
    about = child.called if told.about == InformationSent.About.CHILD else told.about_whom
    sent.entry = kinds.INFORMATION_SENT.record(
        case, on=sent.sent_on, at=now, by=by, now=now, source=agency.name[:100], agency=agency.name, about=about,
        words=in_words(told),
    )  # fmt: skip
    keep(sent)
    tell_lead(case, f"{agency} sent information about {child.called}.", link=notice_link(sent), now=now)
    _tell_systems(sent, now)
    refresh(case)
    return sent


def _tell_systems(sent: InformationSent, now: datetime) -> None:
    """The systems of those who lead on the child hear of it; of the front door while nobody leads."""
    lead = lead_practitioner(sent.case)
    door = Team.objects.filter(area=sent.area_id, purpose=Team.Purpose.FRONT_DOOR, closed_on=None)
    team = lead.team if lead else door.select_related("agency").first()
    happened(
        Event.INFORMATION_RECEIVED, area=sent.area_id, agency=team.agency if team else None, about=sent, now=now,
        data={"information": str(sent.pk)},
    )  # fmt: skip


def notice_link(sent: InformationSent) -> str:
    """Where the notice of it leads: to its entry."""
    return reverse_for("desk:entry", sent.case.child.reference, sent.entry_id)


def seen_at(sent: InformationSent) -> datetime | None:
    """When whoever was told of it looked at the notice; None while nobody has."""
    notices = Notice.objects.filter(
        link=notice_link(sent), child=sent.case.child_id, made_at=sent.recorded_at
    )
    return notices.exclude(seen_at=None).order_by("seen_at").values_list("seen_at", flat=True).first()


def _digest(child: Person, told: Told) -> str:
    said = json.dumps({"child": str(child.pk), **asdict(told)}, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _before(known: Known | None, digest: str) -> InformationSent | None:
    """What was sent with this key before. The child is locked, so that two at once meet here one after the other."""
    if known is None:
        return None
    same = InformationSent.objects.filter(sender=known.sender, idempotency_key=known.key)
    before = same.select_related("case__child", "agency").first()
    if before and before.digest != digest:
        raise Refusal(
            "This key was used for something else.", f"What was sent with it is {before.pk}.",
            "Send new information with a new key. To send the same again, send it unchanged.",
            field="idempotency_key",
        )  # fmt: skip
    return before


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
