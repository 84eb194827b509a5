"""Who has a part in the partnership, and the words in which its organisations score themselves: set by whoever administers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from alongside.access import policies
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.improvement.models import AssessmentScale, PartnershipPart
from alongside.improvement.services.log import What, log
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words


@transaction.atomic
def give_part(
    *, by: Practitioner, area: Area, practitioner: Practitioner, part: str, reason: str, until_on: date, now: datetime,
    agency: Agency | None = None,
) -> PartnershipPart:  # fmt: skip
    """Give somebody a part, from today until a day. Raises Refusal where an assessor does not work for the organisation."""
    _require_to_keep(by, area)
    today = day_of(now)
    if agency and not agency.areas.filter(pk=area.pk).exists():
        raise Refusal(
            f"{agency} does not work in {area}.", "Parts are given for the organisations of the area.",
            "Choose an organisation of the area.", field="agency",
        )  # fmt: skip
    if part == PartnershipPart.Part.ASSESSOR and agency:
        works = practitioner.posts.filter(agency=agency, from_on__lte=today).exclude(to_on__lt=today)
        if not works.exists():
            raise Refusal(
                f"{practitioner} does not work for {agency}.", "Whoever assesses for an organisation works there.",
                "Choose somebody who holds a post there, or record their post first.", field="practitioner",
            )  # fmt: skip
    if until_on < today:
        raise Refusal(
            "This day is over.", f"You entered {date_words(until_on)}, and today is {date_words(today)}.",
            "Enter today or a later day.", field="until_on",
        )  # fmt: skip
    # A part that has run out is over, though nobody ended it: it can be given again.
    PartnershipPart.objects.filter(
        area=area, agency=agency, practitioner=practitioner, part=part, ended_on=None, until_on__lt=today
    ).update(ended_on=F("until_on"))
    made = PartnershipPart(
        area=area, agency=agency, practitioner=practitioner, part=part, reason=reason, from_on=today, until_on=until_on,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(made)
    keep(made)
    whose = f", {agency}" if agency else ""
    log(
        What.PART_GIVEN, by=by, now=now, area=area,
        words=f"{practitioner}: {made.get_part_display()}{whose}, until {date_words(until_on)}. {reason}",
    )  # fmt: skip
    return made


@transaction.atomic
def end_part(*, by: Practitioner, area: Area, part: UUID, reason: str, now: datetime) -> PartnershipPart:
    """End a part today. Raises Refusal where it is over already."""
    _require_to_keep(by, area)
    held = PartnershipPart.objects.select_for_update(of=("self",)).get(pk=part, area=area)
    if held.ended_on:
        raise Refusal(
            "This part has ended already.", f"On {date_words(held.ended_on)}.", "There is nothing more to do."
        )
    held.ended_on = day_of(now)
    check(held)
    keep(held, update_fields=("ended_on",))
    log(What.PART_ENDED, by=by, now=now, area=area, words=f"{held}. {reason}")
    return held


@transaction.atomic
def set_scale(
    *, by: Practitioner, area: Area, from_on: date, labels: Sequence[str], because: str, now: datetime
) -> AssessmentScale:
    """Set the area's words from a day on. What was judged before keeps its own. Raises Refusal for a day that is over."""
    _require_to_keep(by, area)
    if from_on < day_of(now) or AssessmentScale.objects.filter(area=area, from_on=from_on).exists():
        raise Refusal(
            "Words are set for the days to come, once for each day.", f"You entered {date_words(from_on)}.",
            "Enter today or a later day for which none are set yet.", field="from_on",
        )  # fmt: skip
    if len(set(labels)) < len(labels):
        raise Refusal(
            "One word stands there twice.", "Whoever judges chooses one of them.", "Take one of the two out.",
            field="labels",
        )  # fmt: skip
    made = AssessmentScale(
        area=area, from_on=from_on, labels=list(labels), because=because, recorded_at=now, recorded_by=by
    )
    check(made)
    keep(made)
    log(
        What.SCALE_SET,
        by=by,
        now=now,
        area=area,
        words=f"From {date_words(from_on)}: {', '.join(labels)}. {because}",
    )
    return made


def scale_of(area: UUID, on: date) -> tuple[str, ...]:
    """The area's words in force on a day, in its own order; none where it keeps none. One query."""
    chosen = AssessmentScale.objects.filter(area=area, from_on__lte=on).order_by("-from_on").first()
    return tuple(chosen.labels) if chosen else ()


def _require_to_keep(by: Practitioner, area: Area) -> None:
    if not policies.KEEP_PARTNERSHIP.allows(area, by):
        raise PermissionDenied(f"You cannot set who has a part in the partnership of {area}.")
