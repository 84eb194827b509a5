"""Breaking the glass: opening a record in an emergency, and the manager's review of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse

from alongside.access import policies
from alongside.access.models import EmergencyOpening, Seal, SealKey
from alongside.access.rules_of_areas import rules_on
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.deadlines.calendars import calendar_in_force
from alongside.moments import day_of
from alongside.need_to_know.managing import lead_of, managers_for, tell
from alongside.notices.services import notify
from alongside.people.folding import fold, last_word
from alongside.people.models import Name, Person
from alongside.refusals import Refusal
from alongside.ui.words import moment


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a practitioner asks for in an emergency: by reference, or by name and date of birth."""

    reference: str = ""
    name: str = ""
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """What came of asking. child: None where nothing can be opened, for whichever reason.

    opening: None where the practitioner may open the record without an emergency.
    """

    child: Person | None = None
    opening: EmergencyOpening | None = None


@transaction.atomic
def open_in_emergency(*, by: Practitioner, area: Area, whom: Whom, why: str, now: datetime) -> Broken:
    """Open one record for some hours. The lead practitioner and the managers are told at once.

    Nothing there, more than one, sealed for good, and closed for a conflict of interest are one answer.
    Each try is in the audit; the reason given is kept with the opening, never in the audit.
    """
    area = policies.BREAK_GLASS.lock(area, by)
    child = _one(_asked_for(area, whom), by)
    if child is not None and policies.READ_RECORD.allows(child, by):
        _audited(area, by, child, now, "open-already")
        return Broken(child)
    if child is None:
        _audited(area, by, None, now, "nothing-to-open")
        return Broken()
    today = day_of(now)
    opening = EmergencyOpening(
        child=child, practitioner=by, why=why, began_at=now,
        ends_at=now + timedelta(hours=rules_on(area, today).emergency_hours),
        review_due_on=calendar_in_force().after(today, 1),
    )  # fmt: skip
    opening.full_clean()
    opening.save()
    _audited(area, by, child, now, "opened", opening=opening.pk, ground=(policies.BROKE_GLASS.words,))
    _told(child, opening, now)
    return Broken(child, opening)


@transaction.atomic
def review(
    *, by: Practitioner, opening: EmergencyOpening, outcome: str, words: str, now: datetime
) -> EmergencyOpening:
    """A manager says whether it was right to open the record. Raises Refusal for one's own, or a second time."""
    child = policies.REVIEW_EMERGENCY.lock(opening.child, by)
    if opening.practitioner_id == by.pk:
        raise Refusal(
            "You opened this record yourself.", "Nobody reviews their own emergency opening.",
            "Ask another manager to review it.",
        )  # fmt: skip
    if opening.reviewed_at is not None:
        raise Refusal("This was reviewed.", f"{opening.reviewed_by} reviewed it.", "Nothing more is needed.")
    opening.reviewed_at, opening.reviewed_by, opening.outcome, opening.review_words = now, by, outcome, words
    opening.full_clean()
    opening.save()
    write(
        Action.BREAK_GLASS, area=child.area, by=by, about=child.pk, about_kind="child", now=now, what="reviewed",
        outcome=outcome, opening=opening.pk,
    )  # fmt: skip
    notify(
        to=opening.practitioner, now=now,
        words=f"The record you opened in an emergency on {opening.began_at:%-d %B %Y} was reviewed by {by}: "
              f"{opening.get_outcome_display().lower()}.",
    )  # fmt: skip
    return opening


def _asked_for(area: Area, whom: Whom) -> QuerySet[Person]:
    everybody = Person.objects.filter(area=area, pk__in=Case.objects.filter(area=area).values("child"))
    if whom.reference:
        return everybody.filter(reference=whom.reference.strip().upper())
    given, _, family = fold(whom.name).rpartition(" ")
    named = Name.objects.filter(given_key=given).filter(
        Q(family_key=family) | Q(family_last=last_word(whom.name) or family)
    )
    return everybody.filter(
        Q(born_on=whom.born_on) | Q(expected_on=whom.born_on), pk__in=named.values("person")
    )


def _one(children: QuerySet[Person], by: Practitioner) -> Person | None:
    """The one child asked for, where nothing keeps it closed even in an emergency. One query."""
    keys = SealKey.objects.filter(Q(practitioner=by) | Q(team__in=by.scope.teams), to_on=None)
    for_good = (
        Seal.objects.standing().exclude(pk__in=keys.values("seal")).exclude(kind__in=Seal.OPENED_IN_EMERGENCY)
    )
    conflicts = policies.CLOSED_TO_YOU.holds(by.scope)
    found = list(children.exclude(conflicts).exclude(pk__in=for_good.values("child"))[:2])
    return found[0] if len(found) == 1 else None


def _audited(
    area: Area, by: Practitioner, child: Person | None, now: datetime, what: str, **more: Any
) -> None:
    write(
        Action.BREAK_GLASS, area=area, by=by, now=now, what=what, about=child.pk if child else None,
        about_kind="child" if child else "", **more,
    )  # fmt: skip


def _told(child: Person, opening: EmergencyOpening, now: datetime) -> None:
    latest = Case.objects.filter(child=child).order_by("-opened_on", "-id").first()
    if latest is not None:
        kinds.OPENED_IN_EMERGENCY.record(
            latest,
            on=day_of(now),
            at=now,
            by=opening.practitioner,
            now=now,
            practitioner=opening.practitioner.name,
        )
    lead, managers = lead_of(child), managers_for(child, policies.REVIEW_EMERGENCY, day_of(now))
    words = (
        f"{opening.practitioner} opened {child}’s record in an emergency, until {moment(opening.ends_at)}."
    )
    others = [one for one in managers if one.pk != opening.practitioner_id]
    page = reverse("need_to_know:review-emergency", args=(child.reference, opening.pk))
    tell(others, f"{words} Review it on the next working day.", link=page, child=child, now=now)
    if lead and lead.practitioner_id not in {one.pk for one in managers} | {opening.practitioner_id}:
        link = reverse("desk:who-can-see", args=(child.reference,))
        notify(to=lead.practitioner, words=words, link=link, child=child, now=now)
